"""The first run: the sample office to look at, or an own one in four steps, with the paper that comes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.blanks import BODY, COMMITTEE, fill_known
from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.office import OfficeBeginning
from vpdesk.domain.organisation import Spelling, spelt
from vpdesk.domain.signing import Authority, Signer, signing_of
from vpdesk.domain.templates import NO_BODY
from vpdesk.layout.frame import PagedDocument
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field, Input
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.forms.secret_form import SecretForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Page
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.card_button import CardButton
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_WIDTH = 440
_PAGE_LEAST = 320
_EDGE = 24
_GAP = 12
_COLUMNS = 12
_LETTER = "CV"
_SUBJECT = "V/v [trích yếu]"
_ADDRESSEE = "[Nơi nhận văn bản]"
_TEXT = f"Thực hiện chỉ đạo của [{COMMITTEE}], [{BODY}] đề nghị [nội dung văn bản]."
_RECIPIENTS = ("Như trên", f"Lưu [{BODY}]")
_EXAMPLE = OfficeBeginning(
    parent_line="HUYỆN ỦY HÀ NINH",
    name_line="BAN TUYÊN GIÁO",
    in_text="Ban Tuyên giáo Huyện ủy",
    committee_in_text="Huyện ủy",
    symbol="BTGHU",
    place="Hà Ninh",
    officer_name="Đỗ Khánh Linh",
    officer_position="Chuyên viên",
    head_position="TRƯỞNG BAN",
    head_name="Lê Thị Mai",
    term_name="2020 – 2025",
)
"""An invented office: its words stand in the empty fields and, before any is filled, on the page."""
_PRINCIPAL = "BAN THƯỜNG VỤ"
"""For whom the head of a committee signs; that of a board, as the example's, signs for nobody."""

_STEPS: tuple[tuple[str, ...], ...] = (
    ("parent_line", "name_line", "in_text", "committee_in_text", "symbol", "place", "spelling"),
    ("term_name", "term_first", "term_last"),
    ("officer_name", "officer_position", "secret", "head_authority", "head_principal", "head_position", "head_name"),
    (),
)
"""What each step asks for, by the members of `OfficeBeginning`."""
_TERM = 1
_IN_CAPITALS = {"parent_line", "name_line", "head_principal", "head_position"}
"""What the paper prints in capitals, however it is typed."""
_COMPONENTS = {
    "parent_line": "2",
    "name_line": "2",
    "in_text": "6",
    "committee_in_text": "6",
    "symbol": "3",
    "place": "4",
    "head_authority": "7a",
    "head_principal": "7a",
    "head_position": "7b",
    "head_name": "7c",
}


class FirstRunPage(Page):
    """Two ways to begin. The page at the right shows head and signature as they come of what is typed."""

    needs_width = True
    sample_chosen = Signal()
    own_chosen = Signal(object, str, object)
    """An OfficeBeginning, the secret of its first officer and the kind of it."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        glyphs: Glyphs,
        lay_out: Callable[[Dispatch], PagedDocument],
        data_place: Path,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._icons = icons
        self._lay_out = lay_out
        self._component: str | None = None
        self.view = PreviewView(look, glyphs)
        self.view.setAccessibleName(_("Sample of a page"))
        self._make_inputs(today)
        self.secret = SecretForm(icons)
        self.fields: dict[str, Field | SecretForm] = {**self._make_fields(), "secret": self.secret}
        self._make_ways()
        self._make_foot()
        self._marks = self._make_marks()
        self._panel = self._make_panel(data_place)
        self._arrange()
        self._connect()
        self.show_step(None)

    # --- building -------------------------------------------------------------------------------------------------

    def _make_inputs(self, today: Callable[[], date]) -> None:
        look, icons = self._look, self._icons
        self._days = DateField(look, icons, today), DateField(look, icons, today)
        self.inputs: dict[str, Input] = {
            "parent_line": TextInput(3),
            "name_line": TextInput(3),
            "in_text": LineInput(),
            "committee_in_text": LineInput(),
            "symbol": LineInput(),
            "place": LineInput(),
            "spelling": Choice(icons, *((f"Huyện {one.value}", one) for one in Spelling)),
            "term_name": LineInput(),
            "term_first": self._days[0],
            "term_last": self._days[1],
            "officer_name": LineInput(),
            "officer_position": LineInput(),
            "head_authority": Choice(icons, *((one.value or _("None"), one) for one in Authority)),
            "head_principal": LineInput(),
            "head_position": LineInput(),
            "head_name": LineInput(),
        }
        for name, one in self.inputs.items():
            if isinstance(one, LineInput | TextInput):
                one.setPlaceholderText(getattr(_EXAMPLE, name) or _PRINCIPAL)
        self.inputs["spelling"].show_value(Spelling.FIRST_VOWEL)
        self.inputs["head_authority"].show_value(Authority.NONE)

    def _make_fields(self) -> dict[str, Field]:
        names = {
            "parent_line": _("Parent body"),
            "name_line": _("Name of the body"),
            "in_text": _("In running text"),
            "committee_in_text": _("Its committee in running text"),
            "symbol": _("Symbol"),
            "place": _("Place"),
            "spelling": _("Spelling"),
            "term_name": _("Name of the term"),
            "term_first": _("From"),
            "term_last": _("To"),
            "officer_name": _("Your name"),
            "officer_position": _("Your position"),
            "head_authority": _("Authority"),
            "head_principal": _("For whom"),
            "head_position": _("Position of the head"),
            "head_name": _("Name of the head"),
        }
        return {name: Field(words, _widget(self.inputs[name]), self._icons) for name, words in names.items()}

    def _make_ways(self) -> None:
        look, icons = self._look, self._icons
        about_sample = _("Three bodies and invented people, to try everything with.")
        about_own = _("Four short steps. What is not known yet can follow later.")
        self.sample = CardButton(
            _("Look at the sample office"), about_sample, "layout-dashboard", look, icons, "primary"
        )
        self.own = CardButton(_("Set up an own office"), about_own, "stamp", look, icons)
        self.setFocusProxy(self.sample)

    def _make_foot(self) -> None:
        self._next = QAction(_("Next"), self)
        self._next.setShortcuts([QKeySequence("Ctrl+Enter"), QKeySequence("Ctrl+Return")])
        self._next.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._next)
        self.next = ActButton(self._next, "chevron-right", self._look, self._icons, "primary")
        self.back = QPushButton(_("Step back"))
        self.later = QPushButton(_("Later"))

    def _make_marks(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, name in enumerate((_("Body"), _("Term"), _("Officers"), _("Data"))):
            mark = QPushButton(f"{number + 1}  {name}")
            mark.setProperty("role", "step")
            mark.setCheckable(True)
            group.addButton(mark, number)
        return group

    def _make_panel(self, data_place: Path) -> QStackedWidget:
        panel = QStackedWidget()
        panel.addWidget(_scrolled(self._welcome()))
        head, signing = self._rows(0), self._rows(2)
        body_hint = _("How the body stands at the head of its papers. Other bodies can follow later.")
        panel.addWidget(_scrolled(_step(_("The body"), body_hint, *head)))
        term_hint = _("The numbers of each type run on within a term of the committee.")
        panel.addWidget(_scrolled(_step(_("The term"), term_hint, *self._rows(_TERM))))
        signing.insert(2, _heading(_("Who signs"), _("This can follow later.")))
        officer_hint = _("Who works at this desk: the first officer can set everything up.")
        panel.addWidget(_scrolled(_step(_("Officers"), officer_hint, *signing)))
        place = label(str(data_place), "strong")
        place.setWordWrap(True)
        place.setIndent(0)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        data_hint = _("Drafts, records and backups of this desk lie in this folder:")
        why = _quiet(_("It lies on this machine. A network share is refused: a store there can be damaged."))
        panel.addWidget(_scrolled(_step(_("Where the data lie"), data_hint, place, why)))
        return panel

    def _welcome(self) -> QWidget:
        hint = _("vpdesk sets dispatches by the guidance in force. The page at the right is the page that is printed.")
        return _step(_("Begin"), hint, self.sample, self.own)

    def _rows(self, step: int) -> list[QWidget]:
        """The fields of a step, short ones side by side."""
        pairs = {"symbol": "place", "term_first": "term_last", "head_authority": "head_principal"}
        pairs |= {"officer_name": "officer_position", "head_position": "head_name"}
        seconds = set(pairs.values())
        firsts = [name for name in _STEPS[step] if name not in seconds]
        return [_row(self.fields[name], self.fields.get(pairs.get(name, ""))) for name in firsts]

    def _arrange(self) -> None:
        marks = QHBoxLayout()
        marks.setContentsMargins(_EDGE - 8, 0, _EDGE, 0)
        marks.setSpacing(0)
        for mark in self._marks.buttons():
            marks.addWidget(mark)
        marks.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, 12, _EDGE, 16)
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.next)
        self._head, self._foot = QWidget(), QWidget()
        self._head.setLayout(marks)
        self._foot.setLayout(foot)
        left = QVBoxLayout()
        left.setContentsMargins(0, 8, 0, 0)
        left.setSpacing(0)
        for part in (self._head, self._panel, self._foot):
            left.addWidget(part)
        self._left = QWidget()
        self._left.setLayout(left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.view, 1)
        self._fit_width()

    def _fit_width(self) -> None:
        # Where larger type would leave the page a sliver, the questions give way.
        wanted = round(_WIDTH * max(1, self._look.scale.body / 10))
        self._left.setFixedWidth(min(wanted, max(_WIDTH, self.width() - _PAGE_LEAST)))

    def _connect(self) -> None:
        self.sample.clicked.connect(self.sample_chosen)
        self.own.clicked.connect(lambda: self.show_step(0))
        self._next.triggered.connect(self._go_on)
        self.back.clicked.connect(lambda: self.show_step(self.step - 1 if self.step else None))
        self.later.clicked.connect(self._leave_for_later)
        self._marks.idClicked.connect(self._go_to)
        self._look.changed.connect(self._fit_width)
        for name, one in self.inputs.items():
            one.edited.connect(self._follow)
            _widget(one).setProperty("member", name)
            _widget(one).installEventFilter(self)
        self.secret.submitted.connect(self._go_on)

    # --- values ---------------------------------------------------------------------------------------------------

    def beginning(self) -> OfficeBeginning:
        """What is said of the office so far; what must be said is empty until it is."""
        values: dict[str, Any] = {name: one.value() for name, one in self.inputs.items()}
        for name in _IN_CAPITALS:
            values[name] = values[name].upper() if values[name] else None
        for name in ("name_line", "symbol", "place", "officer_name"):
            values[name] = values[name] or ""
        return OfficeBeginning(**values)

    def faults(self) -> dict[str, str]:
        """What is wrong or must still be said, by the member."""
        found = {name: fault for name, one in self.inputs.items() if (fault := one.fault())}
        said = self.beginning()
        gaps = {
            "name_line": (said.name_line, _("Write the name that stands at the head of the page.")),
            "symbol": (said.symbol, _("Write the letters that stand after the number.")),
            "place": (said.place, _("Write the place that stands before the date.")),
            "officer_name": (said.officer_name, _("Write your first and last name.")),
        }
        found |= {name: words for name, (value, words) in gaps.items() if not value}
        if fault := self.secret.fault(said.officer_name):
            found["secret"] = fault
        if not said.term_name and (said.term_first or said.term_last):
            found["term_name"] = _("Give the term a name, such as its years.")
        if said.term_first and said.term_last and said.term_last < said.term_first:
            found.setdefault("term_last", _("The term ends before it begins."))
        return found

    # --- going on -------------------------------------------------------------------------------------------------

    @property
    def step(self) -> int | None:
        """The step in sight, counted from 0; None for the two ways at the beginning."""
        at = self._panel.currentIndex()
        return at - 1 if at else None

    def show_step(self, step: int | None) -> None:
        """Show a step, its first field in hand, or the two ways."""
        self._panel.setCurrentIndex(0 if step is None else step + 1)
        self._head.setVisible(step is not None)
        self._foot.setVisible(step is not None)
        self._next.setEnabled(step is not None)
        self.later.setVisible(step == _TERM)
        last = step == len(_STEPS) - 1
        self._next.setText(_("Begin to work") if last else _("Next"))
        self.next.setAccessibleName(self._next.text())
        self._component = None
        self._show_sample()
        if step is None:
            self.sample.setFocus()
            return
        self._marks.button(step).setChecked(True)
        if _STEPS[step]:
            self._take_in_hand(_STEPS[step][0])
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_in_hand(self, name: str) -> None:
        control = self.secret.first if name == "secret" else _widget(self.inputs[name])
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self._panel.currentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self.fields[name])

    def _go_on(self) -> None:
        self._go_to((self.step or 0) + 1)

    def _go_to(self, step: int) -> None:
        """Go to a step; forward only over steps with nothing wrong, from the last to work."""
        for one in self._days:
            one.settle()
        faults = self.faults()
        passed = range(self.step or 0, step)
        wrong = [name for one in passed for name in _STEPS[one] if name in faults]
        if wrong:
            self.show_step(next(one for one in passed if wrong[0] in _STEPS[one]))
            for name in wrong:
                self.fields[name].tell_fault(faults[name])
            self._take_in_hand(wrong[0])
        elif step < len(_STEPS):
            self.show_step(step)
        else:
            self.own_chosen.emit(self.beginning(), self.secret.secret(), self.secret.kind())

    def _leave_for_later(self) -> None:
        self.inputs["term_name"].show_value(None)
        for one in self._days:
            one.forget()
        self._follow()
        self._go_on()

    # --- the sample -----------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        faults = self.faults()
        for name, one in self.fields.items():
            if name not in faults:
                one.tell_fault("")
        self._show_sample()

    def _show_sample(self) -> None:
        office = _EXAMPLE if self.step is None else self.beginning()
        self.view.show_document(self._lay_out(_sample(office)))
        self.view.outline(self._component)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._component = _COMPONENTS.get(str(watched.property("member")))
            self.view.outline(self._component)
        return super().eventFilter(watched, event)


def _sample(office: OfficeBeginning) -> Dispatch:
    """A page with the head and the signature of an office."""

    def as_written(text: str | None) -> str | None:
        return spelt(text, office.spelling) if text else None

    principal, position = (as_written(text) or "" for text in (office.head_principal, office.head_position))
    signing = signing_of(Signer(office.head_authority, principal, position, office.head_name or ""))
    blank = Dispatch(
        _LETTER,
        as_written(office.name_line) or NO_BODY,
        parent_body=as_written(office.parent_line),
        symbol=f"{_LETTER}/{office.symbol}",
        place=as_written(office.place),
        subject_summary=_SUBJECT,
        addressees=(_ADDRESSEE,),
        body=(Paragraph((Run(_TEXT),)),),
        distribution=_RECIPIENTS,
        signing=(signing,),
    )
    known = {BODY: as_written(office.in_text), COMMITTEE: as_written(office.committee_in_text)}
    return fill_known(blank, {hint: words for hint, words in known.items() if words})


def _widget(control: Input) -> QWidget:
    assert isinstance(control, QWidget)  # noqa: S101 -- every input is one
    return control


def _title(text: str, kind: str) -> QLabel:
    made = label(text, kind)
    made.setIndent(0)
    return made


def _quiet(text: str) -> QLabel:
    made = _title(text, "muted")
    made.setWordWrap(True)
    return made


def _row(first: QWidget, second: QWidget | None) -> QWidget:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_COLUMNS)
    for one in filter(None, (first, second)):
        row.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
    made = QWidget()
    made.setLayout(row)
    return made


def _heading(title: str, hint: str) -> QWidget:
    column = QVBoxLayout()
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(2)
    column.addWidget(_title(title, "section"))
    column.addWidget(_quiet(hint))
    made = QWidget()
    made.setLayout(column)
    return made


def _step(title: str, hint: str, *parts: QWidget) -> QWidget:
    """A title, a sentence, and what is asked for."""
    column = QVBoxLayout()
    column.setContentsMargins(_EDGE, 16, _EDGE, 16)
    column.setSpacing(_GAP)
    column.addWidget(_title(title, "title"))
    column.addWidget(_quiet(hint))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    made = QWidget()
    made.setLayout(column)
    return made


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
