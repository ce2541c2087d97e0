"""The form of a dispatch: what stands outside its text, in the order of the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget

from vpdesk.domain.catalog import DocumentType, SubjectPlace, Urgency
from vpdesk.domain.dispatch import Dispatch, Orientation, PaperSize
from vpdesk.domain.findings import Finding
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field, Input, aside, in_reading_order, link, name_of, repolish
from vpdesk.ui.forms.inputs import Choice, GrowingInput, LineInput, NumberInput, TextInput, leaves
from vpdesk.ui.forms.known import BodyNames, Known
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.forms.signing_form import SigningForm
from vpdesk.ui.forms.type_choice import TypeChoice
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import N_, _
from vpdesk.words.wording import describe, urgency_name

LEAST_WIDTH = 340
_EDGE = 20
_GAP = 9
_COLUMNS = 10
"""Between two fields side by side."""
_ORIENTATIONS = {Orientation.PORTRAIT: N_("portrait"), Orientation.LANDSCAPE: N_("landscape")}
_COMPONENTS = {
    "issuing_body": "2",
    "parent_body": "2",
    "number": "3",
    "symbol": "3",
    "place": "4",
    "date": "4",
    "addressees": "9a",
    "distribution": "9b",
    "urgency": "10b",
    "circulation_notice": "11a",
    "draft_notice": "11b",
    "typist_mark": "12",
    "copies": "12",
    "contact_line": "13",
}
"""The numbered component that a member makes; those of the type and the subject depend on the type."""
_SPOKEN_FOR = {"copies": "distribution"}
"""An input without a field of its own, and the field that says what is wrong with it."""


class DispatchForm(QScrollArea):
    """Every field of a dispatch but its text and appendices. It never touches a value that nobody changed."""

    edited = Signal()
    """A value changed by hand; `dispatch` gives it."""
    focused = Signal(str)
    """The numbered component that the field in hand makes."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._icons = icons
        self._types: Mapping[str, DocumentType] = {}
        self._bodies: tuple[BodyNames, ...] = ()
        self._make_inputs(today)
        self._make_beside()
        self._fields = self._make_fields()
        self._room: int | None = None
        self._fold, self._paper = QWidget(), QWidget()
        self._arrange()
        self._complete()
        self._connect()

    def _make_inputs(self, today: Callable[[], date]) -> None:
        icons, look = self._icons, self._look
        self.document_type = TypeChoice(icons)
        self.urgency = Choice(icons, (_("Ordinary"), None), *((urgency_name(one), one) for one in Urgency))
        self.issuing_body = TextInput(3)
        self.issuing_body.setReadOnly(True)
        self.subject_summary = TextInput()
        self.place, self.date = LineInput(), DateField(look, icons, today)
        self.addressees, self.distribution = LineList(look), LineList(look)
        self.signing = SigningForm(icons)
        self.copies = NumberInput()
        self.parent_body = TextInput(3)
        self.number, self.symbol = NumberInput(), LineInput()
        self.draft_notice, self.circulation_notice = LineInput(), LineInput()
        self.typist_mark, self.contact_line = LineInput(), LineInput()
        by_rules = (_("by the rules"), None)
        self.rules = Choice(icons, (_("by the date"), None))
        self.paper_size = Choice(icons, by_rules, *((size.value, size) for size in PaperSize))
        self.orientation = Choice(icons, by_rules, *((_(_ORIENTATIONS[one]), one) for one in Orientation))

    def _make_beside(self) -> None:
        """What stands beside the names of fields: quiet words, acts, the number of copies; and the fold."""
        self._body_reason = aside()
        self.choose_body = link(_("Change"), _("Choose another issuing body"))
        self.choose_body.clicked.connect(self._offer_bodies)
        self.add_addressee = link(_("Add"), _("Add an addressee"))
        self.add_addressee.clicked.connect(self.addressees.begin_entry)
        self.copies.setFixedWidth(64)
        self.more = link(_("&More"), begins_line=True)
        self.more.setCheckable(True)

    def _make_fields(self) -> dict[str, Field]:
        """The fields by the members of a dispatch and of its page, in reading order."""
        icons = self._icons
        body, copies = (self._body_reason, self.choose_body), (name_of(self.copies, _("&Copies")), self.copies)
        return {
            "document_type": Field(_("Document &type"), self.document_type, icons),
            "urgency": Field(_("&Urgency"), self.urgency, icons),
            "issuing_body": Field(_("&Issuing body"), self.issuing_body, icons, *body),
            "subject_summary": Field(_("&Subject"), self.subject_summary, icons),
            "place": Field(_("&Place"), self.place, icons),
            "date": Field(_("&Date"), self.date, icons),
            "addressees": Field(_("&Addressees"), self.addressees, icons, self.add_addressee),
            "distribution": Field(_("Dist&ribution"), self.distribution, icons, *copies),
            "parent_body": Field(_("Parent body"), self.parent_body, icons),
            "number": Field(_("Number"), self.number, icons),
            "symbol": Field(_("Symbol"), self.symbol, icons),
            "draft_notice": Field(_("Draft notice"), self.draft_notice, icons),
            "circulation_notice": Field(_("Circulation"), self.circulation_notice, icons),
            "typist_mark": Field(_("Typist mark"), self.typist_mark, icons),
            "contact_line": Field(_("Contact line"), self.contact_line, icons),
            "rules": Field(_("Rules"), self.rules, icons),
            "paper_size": Field(_("Page size"), self.paper_size, icons),
            "orientation": Field(_("Orientation"), self.orientation, icons),
        }

    def _arrange(self) -> None:
        folded = _column(self._fold)
        self._add_rows(folded, "parent_body", "number symbol", "draft_notice", "circulation_notice")
        self._add_rows(folded, "typist_mark", "contact_line", "rules", "paper_size orientation")
        column = _column(self._paper)
        column.setContentsMargins(_EDGE, 16, 0, _EDGE)
        self._add_rows(column, "document_type urgency", "issuing_body", "subject_summary", "place date", "addressees")
        column.addWidget(self.signing)
        self._add_rows(column, "distribution")
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fold)
        column.addStretch(1)
        self._unfold(opened=False)
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.document_type)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Form of the dispatch"))
        self._fit_width()

    def _add_rows(self, column: QVBoxLayout, *rows: str) -> None:
        """Rows of fields, each named by its members."""
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(_COLUMNS)
            for name in names.split():
                row.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)

    def keep_within(self, room: int) -> None:
        """Take no more than this width, where larger type would."""
        self._room = room
        self._fit_width()

    def _fit_width(self) -> None:
        # The fields keep their width when the scroll bar comes: it stands in the edge.
        wanted = round(LEAST_WIDTH * max(1, self._look.scale.body / 10))
        width = wanted if self._room is None else min(wanted, max(LEAST_WIDTH, self._room))
        self.setFixedWidth(width)
        self._paper.setFixedWidth(width - _EDGE)

    def _complete(self) -> None:
        self._completions = {
            "places": Completion(self.place, self.place),
            "addressees": Completion(self.addressees, self.addressees),
            "recipients": Completion(self.distribution, self.distribution),
        }

    def _connect(self) -> None:
        for control in self._inputs().values():
            control.edited.connect(self._tell_edit)
        for name in (*self._fields, "copies"):
            getattr(self, name).setProperty("member", name)
            getattr(self, name).installEventFilter(self)
        for text in self._paper.findChildren(GrowingInput):
            text.cursorPositionChanged.connect(self._follow_caret)
            text.resized.connect(self._follow_caret)
        for line in (self.date, self.number, self.copies):
            line.textEdited.connect(self._clear_faults)
        self.document_type.editTextChanged.connect(self._clear_faults)
        self.more.toggled.connect(lambda opened: self._unfold(opened=opened))
        self.signing.arranged.connect(self._take_signing_in)
        self._look.changed.connect(self._fit_width)
        self._take_signing_in()

    def _take_signing_in(self) -> None:
        for control, component in self.signing.inputs():
            control.setProperty("component", component)
            control.installEventFilter(self)
        for one, following in pairwise(in_reading_order(self._paper)):
            QWidget.setTabOrder(one, following)

    # --- values ---------------------------------------------------------------------------------------------------

    def offer(self, known: Known) -> None:
        """Offer the catalogue, the bodies and earlier values from now on."""
        self._types = {one.code: one for one in known.types}
        self._bodies = known.bodies
        self.document_type.offer_types(known.types)
        self.rules.offer((_("by the date"), None), *known.rules)
        self.signing.offer(known.signatories, known.names)
        for name, completion in self._completions.items():
            completion.offer(getattr(known, name))

    def show_dispatch(self, dispatch: Dispatch, body_reason: str = "") -> None:
        """Show a dispatch. `body_reason` says what its issuing body follows from, where it follows from something.

        A field that has its value in hand keeps caret and undo, so what `dispatch` gave may be shown again.
        """
        self._body_reason.setText(body_reason)
        for name, control in self._members():
            control.show_value(getattr(dispatch, name))
        self.paper_size.show_value(dispatch.page.size)
        self.orientation.show_value(dispatch.page.orientation)
        self._clear_faults()

    def dispatch(self, base: Dispatch) -> Dispatch:
        """`base` with the fields laid over it. What is equal stays the very same object, `base` itself if all is."""
        members = {name: control.value() for name, control in self._members()}
        members["issuing_body"] = members["issuing_body"] or base.issuing_body
        members["page"] = replace(
            base.page,
            size=cast("PaperSize | None", self.paper_size.value()),
            orientation=cast("Orientation | None", self.orientation.value()),
        )
        changes = {name: value for name, value in members.items() if value != getattr(base, name)}
        return replace(base, **changes) if changes else base

    def _inputs(self) -> dict[str, Input]:
        """Every input by the member that it gives to the dispatch or to its page."""
        return {name: getattr(self, name) for name in (*self._fields, "copies", "signing")}

    def _members(self) -> Iterator[tuple[str, Input]]:
        return ((name, one) for name, one in self._inputs().items() if name not in {"paper_size", "orientation"})

    def _tell_edit(self) -> None:
        self._clear_faults()
        self.edited.emit()

    # --- the issuing body -----------------------------------------------------------------------------------------

    def body_menu(self) -> QMenu:
        """The bodies to choose from, and the way to write another."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in self._bodies:
            chosen = menu.addAction(" · ".join(" ".join(line.split()) for line in reversed(names) if line))
            chosen.triggered.connect(lambda _checked=False, names=names: self._take_body(names))
        menu.addSeparator()
        menu.addAction(_("Write another name")).triggered.connect(self._write_body)
        return menu

    def _offer_bodies(self) -> None:
        if self._bodies:
            self.body_menu().popup(self.choose_body.mapToGlobal(self.choose_body.rect().bottomLeft()))
        else:
            self._write_body()

    def _take_body(self, names: BodyNames) -> None:
        before = BodyNames(self.parent_body.value(), self.issuing_body.value() or "")
        self.issuing_body.show_value(names.name)
        self.parent_body.show_value(names.parent)
        if names != before:
            self._body_reason.clear()
            self._tell_edit()

    def _write_body(self) -> None:
        self.issuing_body.setReadOnly(False)
        self._body_reason.clear()
        repolish(self.issuing_body)
        self.issuing_body.setFocus(Qt.FocusReason.OtherFocusReason)
        self.issuing_body.selectAll()

    # --- what is wrong or worth a look ----------------------------------------------------------------------------

    def faults(self) -> dict[str, str]:
        """What is wrong now, by the member whose field says it, whether it was left or not."""
        found = {_SPOKEN_FOR.get(name, name): fault for name, one in self._inputs().items() if (fault := one.fault())}
        if self.issuing_body.value() is None:
            found["issuing_body"] = _("The issuing body has no name.")
        return found

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say under the first field of each component what is worth a look in it."""
        said: dict[str, str] = {}
        for finding in findings:
            name = self._member_of(finding.component)
            if name in self._fields:
                said.setdefault(name, describe(finding))
        for name, one in self._fields.items():
            one.warn(said.get(name, ""))

    def _clear_faults(self) -> None:
        faults = self.faults()
        for name in self._fields.keys() - faults.keys():
            self._fields[name].tell_fault("")

    # --- the form and the page ------------------------------------------------------------------------------------

    def focus_component(self, component: str, entry: int | None = None) -> bool:
        """Put the caret into the field of a component, in its entry where it has several; False where it has none."""
        control: QWidget
        if component.startswith("7"):
            control = self.signing.input_of(component, entry or 0)
        elif name := self._member_of(component):
            control = getattr(self, name)
        else:
            return False
        if self._fold.isAncestorOf(control):
            self.more.setChecked(True)
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(control, LineList) and entry is not None:
            control.choose_entry(entry)
        self.ensureWidgetVisible(control)
        return True

    def choose_words(self, member: str, entry: int | None, part: str, start: int, end: int) -> bool:
        """Select words of a member, in its entry where it has several; False where no field holds them.

        `part` names what of a signature they stand in.
        """
        control: QWidget
        if member == "signing":
            components = {"authority": "7a", "position": "7b", "name": "7c"}
            control = self.signing.input_of(components[part], entry or 0)
        elif member in self._fields:
            control = getattr(self, member)
        else:
            return False
        if self._fold.isAncestorOf(control):
            self.more.setChecked(True)
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(control)
        if isinstance(control, QLineEdit):
            control.setSelection(start, end - start)
        elif isinstance(control, GrowingInput):
            block = control.document().findBlockByNumber(entry or 0) if isinstance(control, LineList) else None
            first = block.position() if block is not None else 0
            cursor = control.textCursor()
            cursor.setPosition(first + start)
            cursor.setPosition(first + end, QTextCursor.MoveMode.KeepAnchor)
            control.setTextCursor(cursor)
        return True

    def _member_of(self, component: str) -> str:
        """The member that a component is of, the first where it is of several; empty for none."""
        members = ("subject_summary", *_COMPONENTS)
        return next((name for name in members if self._component_of(name) == component), "")

    def _component_of(self, name: str) -> str:
        """The numbered component that a member makes; empty for none."""
        chosen = self._types.get(str(self.document_type.value()))
        is_letter = chosen is not None and chosen.subject is SubjectPlace.UNDER_NUMBER
        match name:
            case "subject_summary":
                return "5b" if is_letter else "5a"
            case "document_type":  # a letter prints its type in its symbol only
                return "3" if is_letter else "5a"
            case _:
                return _COMPONENTS.get(name, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = str(watched.property("member"))
        match event.type():
            case QEvent.Type.FocusIn if isinstance(watched, QWidget):
                # Whoever comes back to the form is in the field that was left.
                self.setFocusProxy(watched)
                component = watched.property("component") or self._component_of(name)
                if component:
                    self.focused.emit(component)
            case QEvent.Type.FocusOut if isinstance(event, QFocusEvent) and leaves(event):
                speaker = _SPOKEN_FOR.get(name, name)
                if speaker in self._fields:
                    self._fields[speaker].tell_fault(self.faults().get(speaker, ""))
            case _:
                pass
        return super().eventFilter(watched, event)

    def _follow_caret(self) -> None:
        control = self.sender()
        if isinstance(control, GrowingInput) and control.hasFocus():
            place = control.viewport().mapTo(self._paper, control.cursorRect().center())
            self.ensureVisible(place.x(), place.y(), 0, 2 * _EDGE)

    def _unfold(self, *, opened: bool) -> None:
        self._fold.setVisible(opened)
        self.more.setIcon(self._icons.icon("chevron-down" if opened else "chevron-right", "accent"))


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(_GAP)
    return made
