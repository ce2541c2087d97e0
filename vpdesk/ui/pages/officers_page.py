"""Officers: who works at the office, in which roles, who may come in; and how the office works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.errors import DeskError, LastAdministrator, NamelessOfficer
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.organisation import Days, Officer
from vpdesk.domain.roles import Role
from vpdesk.services.people import StaffEntry
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import LineInput, NumberInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.people import People
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.staff_list import StaffList
from vpdesk.words.catalogue import _
from vpdesk.words.wording import explain, role_name

_FORM = 400
_NOBODY = UUID(int=0)


class OfficersPage(Page):
    """The list at the left, what is recorded of the officer in hand at the right, how the office works below it."""

    place: ClassVar[str] = "officers"
    failed = Signal(object)
    """A DeskError that is no matter of a field."""
    said = Signal(str, str, object)
    """What was done, the act that undoes it, and the call of it."""
    way_chosen = Signal(object)
    """A WayOfWorking."""
    code_made = Signal(str)
    """Another recovery code."""

    def __init__(self, look: Look, icons: Icons, people: People, today: Callable[[], date]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._people, self._today = look, icons, people, today
        self._in_hand: Officer | None = None
        self._way = WayOfWorking()
        self.list = StaffList(look)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._take_in_hand())
        self._make_form()
        self._make_way()
        self._arrange()

    # --- building -------------------------------------------------------------------------------------------------

    def _make_form(self) -> None:
        look, icons = self._look, self._icons
        self.name, self.position = LineInput(), LineInput()
        self.first, self.last = DateField(look, icons, self._today), DateField(look, icons, self._today)
        self._fields = {
            "name": Field(_("First and last name"), self.name, icons),
            "position": Field(_("Position"), self.position, icons),
            "first": Field(_("From"), self.first, icons),
            "last": Field(_("To"), self.last, icons),
        }
        self.roles = {role: CheckBox(role_name(role), look, icons) for role in Role}
        self._keep = QAction(_("Save"), self)
        self._keep.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._keep.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._keep.triggered.connect(self.save)
        self.addAction(self._keep)
        self.keep = ActButton(self._keep, "check", look, icons, "primary")
        self.add = QPushButton(icons.icon("users"), _("New officer"))
        self.add.clicked.connect(self.begin_officer)
        self.invite, self.key = QPushButton(_("Invite anew")), QPushButton(_("Lock"))
        self.invite.clicked.connect(self._ask_to_invite)
        self.key.clicked.connect(self._turn_key)
        self._code = label("", "title")
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._code.setAccessibleName(_("Invitation code"))
        self.copy = QPushButton(icons.icon("copy"), _("Copy"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._code.text()))

    def _make_way(self) -> None:
        look, icons = self._look, self._icons
        self.form_check = CheckBox(_("The clerk checks the form before the head reads"), look, icons)
        self.pin_at_sign_off = CheckBox(_("A sign-off asks for PIN or password again"), look, icons)
        for box in (self.form_check, self.pin_at_sign_off):
            box.clicked.connect(self._choose_way)
        self.idle = NumberInput()
        self.idle.setMaximumWidth(90)
        self.idle.setPlaceholderText(_("never"))
        self.idle.editingFinished.connect(self._choose_way)
        self.renew_code = QPushButton(_("New recovery code"))
        self.renew_code.clicked.connect(self._ask_for_code)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        edge = QFrame()
        edge.setFrameShape(QFrame.Shape.NoFrame)
        edge.setFixedWidth(1)
        edge.setProperty("type", "edge")
        row.addWidget(edge)
        row.addWidget(self._make_side())

    def _make_side(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self._title = _flush(label("", "detail"))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        column.addLayout(head)
        column.addWidget(self._fields["name"])
        column.addWidget(self._fields["position"])
        column.addLayout(_pair(*self.roles.values()))
        column.addLayout(_pair(self._fields["first"], self._fields["last"]))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for part in (self.invite, self.key):
            acts.addWidget(part)
        acts.addStretch(1)
        acts.addWidget(self.keep)
        column.addLayout(acts)
        column.addWidget(self._make_invitation())
        column.addSpacing(12)
        column.addWidget(_flush(label(_("How the office works"), "section")))
        column.addWidget(self.form_check)
        column.addWidget(self.pin_at_sign_off)
        idle = QHBoxLayout()
        idle.setSpacing(8)
        words = label(_("Lock after minutes without a key or the mouse"))
        words.setBuddy(self.idle)
        self.idle.setAccessibleName(words.text())
        words.setWordWrap(True)
        words.setIndent(0)
        idle.addWidget(words, 1)
        idle.addWidget(self.idle)
        column.addLayout(idle)
        code = QHBoxLayout()
        code.addWidget(self.renew_code)
        code.addStretch(1)
        column.addLayout(code)
        column.addStretch(1)
        side = QWidget()
        side.setLayout(column)
        area = QScrollArea()
        area.setWidget(side)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(round(_FORM * max(1.0, self._look.scale.body / 10)))
        self._side = area
        return area

    def _make_invitation(self) -> QWidget:
        row = QHBoxLayout()
        row.addWidget(_flush(self._code))
        row.addWidget(self.copy)
        row.addStretch(1)
        about = label(
            _(
                "The invitation code, shown now and never again. Give it to the officer: the first time it opens the"
                " desk, and a PIN or password of one’s own is chosen then."
            ),
            "muted",
        )
        about.setWordWrap(True)
        about.setIndent(0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(about)
        column.addLayout(row)
        self._invitation = QWidget()
        self._invitation.setLayout(column)
        self._invitation.hide()
        return self._invitation

    # --- who is in hand -------------------------------------------------------------------------------------------

    def renew(self, choose: UUID | None = None) -> None:
        """Read the officers and the way of working again; the officer in hand stays, or this one is chosen."""
        wanted = choose or (self._in_hand.id if self._in_hand else None)

        def show(entries: tuple[StaffEntry, ...]) -> None:
            self.list.staff.show_entries(entries)
            places = [place for place, one in enumerate(entries) if one.officer.id == wanted]
            self.list.setCurrentIndex(self.list.staff.index(places[0] if places else 0))

        self._people.officers(show, self.failed.emit)
        self._people.way_of_working(self._show_way, self.failed.emit)

    @property
    def entry(self) -> StaffEntry | None:
        """The officer chosen in the list."""
        place = self.list.currentIndex().row()
        return self.list.staff.entries[place] if 0 <= place < len(self.list.staff.entries) else None

    def _take_in_hand(self) -> None:
        entry = self.entry
        if entry is not None:
            if self._in_hand is None or self._in_hand.id != entry.officer.id:
                self._invitation.hide()
            self._show(entry.officer)
            self.key.setText(_("Unlock") if entry.locked_at else _("Lock"))

    def begin_officer(self) -> None:
        """Begin to take somebody in."""
        self.list.clearSelection()
        self._invitation.hide()
        self._show(Officer(_NOBODY, "", roles=frozenset({Role.DRAFTER})))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, officer: Officer) -> None:
        is_new = officer.id == _NOBODY
        self._in_hand = officer
        self._title.setText(_("New officer") if is_new else officer.name)
        self.name.show_value(officer.name or None)
        self.position.show_value(officer.position)
        self.first.forget()
        self.last.forget()
        self.first.show_value(officer.days.first)
        self.last.show_value(officer.days.last)
        for role, box in self.roles.items():
            box.setChecked(role in officer.roles)
        for one in self._fields.values():
            one.tell_fault("")
        self._keep.setText(_("Take in and invite") if is_new else _("Save"))
        self.keep.setAccessibleName(self._keep.text())
        self.invite.setVisible(not is_new)
        self.key.setVisible(not is_new)

    def officer(self) -> Officer | None:
        """The officer in hand as the form has him."""
        if self._in_hand is None:
            return None
        for one in (self.first, self.last):
            one.settle()
        return replace(
            self._in_hand,
            name=self.name.value() or "",
            position=self.position.value(),
            days=Days(self.first.value(), self.last.value()),
            roles=frozenset(role for role, box in self.roles.items() if box.isChecked()),
        )

    def _faults(self, officer: Officer) -> dict[str, str]:
        found = {name: fault for name, one in (("first", self.first), ("last", self.last)) if (fault := one.fault())}
        if not officer.name:
            found["name"] = str(explain(NamelessOfficer()))
        if officer.days.first and officer.days.last and officer.days.last < officer.days.first:
            found.setdefault("last", _("The last day is before the first."))
        return found

    # --- acts -----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what the form says."""
        officer, before = self.officer(), self._in_hand
        if officer is None or before is None:
            return
        faults = self._faults(officer)
        for name, one in self._fields.items():
            one.tell_fault(faults.get(name, ""))
        if faults:
            self._fields[next(iter(faults))].control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before.id == _NOBODY:
            self._people.add_officer(officer, self._taken_in, self.failed.emit)
        elif officer != before:
            self._people.change_officer(officer, lambda now: self._changed(before, now), self._not_changed)

    def _taken_in(self, taken: tuple[Officer, str]) -> None:
        officer, code = taken
        self.renew(officer.id)
        self._show_code(code)

    def _changed(self, before: Officer, now: Officer) -> None:
        self.renew(now.id)
        self._say(
            _("Changed {name}. It holds from the next act on.").format(name=now.name),
            lambda: self._people.change_officer(before, lambda one: self.renew(one.id), self.failed.emit),
        )

    def _not_changed(self, error: DeskError) -> None:
        self.failed.emit(error)
        if isinstance(error, LastAdministrator):
            self._take_in_hand()

    def _say(self, words: str, undo: Callable[[], None]) -> None:
        self.said.emit(words, _("&Undo"), undo)

    def _ask_to_invite(self) -> None:
        entry = self.entry
        if entry is None:
            return
        officer = entry.officer
        self._ask(
            _("Invite {name} anew?").format(name=officer.name),
            _("The PIN or password of now holds no longer, and {name} is signed out.").format(name=officer.name),
            _("Invite anew"),
            lambda: self._people.invite_anew(officer.id, self._invited, self.failed.emit),
        )

    def _invited(self, code: str) -> None:
        self.renew()
        self._show_code(code)

    def _show_code(self, code: str) -> None:
        self._code.setText(code)
        self._code.setAccessibleDescription(" ".join(code))
        self._invitation.show()
        self._side.ensureWidgetVisible(self._invitation)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_key(self) -> None:
        entry = self.entry
        if entry is None:
            return
        officer, people = entry.officer, self._people
        turn, back, said = (
            (people.unlock, people.lock, _("Unlocked {name}."))
            if entry.locked_at
            else (people.lock, people.unlock, _("Locked {name}, from the next act on."))
        )

        def done(_nothing: None) -> None:
            self.renew()
            self._say(
                said.format(name=officer.name),
                lambda: back(officer.id, lambda _nothing: self.renew(), self.failed.emit),
            )

        turn(officer.id, done, self.failed.emit)

    def _ask_for_code(self) -> None:
        self._ask(
            _("Make another recovery code?"),
            _("The one that was printed before holds no longer."),
            _("Make another"),
            lambda: self._people.renew_recovery_code(self.code_made.emit, self.failed.emit),
        )

    def _ask(self, question: str, consequence: str, act: str, call: Callable[[], None]) -> None:
        """Ask where nothing brings it back."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "vpdesk", question, QMessageBox.StandardButton.Cancel, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(consequence)
        button = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        button.clicked.connect(call)
        box.finished.connect(box.deleteLater)
        box.open()

    # --- how the office works -------------------------------------------------------------------------------------

    def _show_way(self, way: WayOfWorking) -> None:
        self._way = way
        self.form_check.setChecked(way.form_check)
        self.pin_at_sign_off.setChecked(way.pin_at_sign_off)
        self.idle.show_value(way.idle_minutes or None)

    def _choose_way(self) -> None:
        chosen = WayOfWorking(self.form_check.isChecked(), self.pin_at_sign_off.isChecked(), self.idle.value() or 0)
        before = self._way
        if chosen != before:
            self._people.set_way_of_working(chosen, lambda way: self._chose_way(before, way), self.failed.emit)

    def _chose_way(self, before: WayOfWorking, way: WayOfWorking) -> None:
        self._follow_way(way)
        self._say(
            _("The office works so from now on."),
            lambda: self._people.set_way_of_working(before, self._follow_way, self.failed.emit),
        )

    def _follow_way(self, way: WayOfWorking) -> None:
        self._show_way(way)
        self.way_chosen.emit(way)

    # --- what the window says -------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Officers"))

    def title(self) -> str:
        return _("Officers")

    def panes(self) -> list[QWidget]:
        return [self.list, self.name]

    def take_keys(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _flush(made: QLabel) -> QLabel:
    made.setIndent(0)
    return made


def _pair(*parts: QWidget) -> QVBoxLayout:
    """Parts two and two beside each other."""
    column = QVBoxLayout()
    column.setSpacing(6)
    for first in range(0, len(parts), 2):
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in parts[first : first + 2]:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
    return column
