"""Case files: a list under headings, the documents of the one in hand in their order, what is known of it beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import ClassVar, Final
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_views import CaseDetail, CaseQuery, CaseRow, DueFile, ShownPaper
from vpdesk.domain.dates import local_day
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.case_files import Waiting
from vpdesk.ui.forms.act_dialog import AmberStrip
from vpdesk.ui.forms.field import link
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.case_side import FOOT, CaseSide
from vpdesk.ui.pages.case_views import ALL, DUE, MINE, VIEWS, CaseView, main_acts, served_cases
from vpdesk.ui.pages.page import Facts, Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.case_list import CaseList
from vpdesk.ui.widgets.case_papers import AUTHOR, CasePapers
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.words.case_files import case_state_name
from vpdesk.words.cases import case_state_tone, one_line, reminder_words
from vpdesk.words.catalogue import _, format_number

_PATIENCE = 200
"""Milliseconds of quiet before words typed into the filter are looked for."""
_ROOMY = 1380
"""Pixels of a window in which the rail has its names beside the three panes."""
_SIDE_NEEDS = 1020
"""Pixels of the page below which the facts give way."""
_AUTHOR_NEEDS = 640
"""Pixels of the documents below which their authors give way."""
_LEAST_FILTER: Final = 120
"""Pixels of the field that finds, where room is short."""
_LEAST_LIST: Final = 280
_MOST_LIST: Final = 400
_LIST_SHARE: Final = 0.38
"""What share of the room the list has until somebody moves its edge, and between which pixels."""


class CaseFilesPage(Page):
    """Shows rows, asks for others when the view changes, tells which case file is in hand."""

    place: ClassVar[str] = "case_files"
    is_first: ClassVar[bool] = True
    asked = Signal()
    """Other rows are wanted: `view` and `query` say which."""
    in_hand = Signal()
    """Another case file is in hand."""
    paper_opened = Signal(object)
    """A ShownPaper that is to be seen in its register."""

    def __init__(
        self, look: Look, icons: Icons, actions: Mapping[str, QAction], now: Callable[[], datetime], *, may_list: bool
    ) -> None:
        """`may_list` where whoever sits at the desk keeps the yearly lists: he begins with the files of all."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions, self._now = actions, now
        self._place = ""
        self.officer: Officer | None = None
        self.detail: CaseDetail | None = None
        self.in_papers = False
        """Whether the keys were among the documents last: F2 and Del mean those then."""
        self._edge_was_moved = False
        self._scale = max(1.0, look.scale.body / 10)
        self.undoable = False
        """Whether an act on case files can be taken back."""
        self.filter = QLineEdit()
        self._views = QButtonGroup(self)
        self.choose_year = Choice(icons, (_("Every year"), None))
        self._strip = AmberStrip("", icons)
        self.list = CaseList(look, self._today)
        self.papers = CasePapers(look)
        self.empty = EmptyState(icons, "folder", _("No case files this year yet."), self._way_out(may_list=may_list))
        way, icon = ("copy_case_list", "copy") if may_list else ("begin_case_file", "folder")
        self.empty.offer(actions[way], icon, look, "plain")
        self.nothing = EmptyState(icons, "search", _("No case file here."), _("Try another view, year or words."))
        self.unfilled = EmptyState(
            icons,
            "file-text",
            _("No documents in it yet."),
            _("Ctrl+I puts one in; Ctrl+H does so from any list of documents."),
        )
        self._rows, self._within = QStackedWidget(), QStackedWidget()
        self.side = CaseSide(look, icons, actions, now)
        self._wait = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._arrange(ALL if may_list else MINE)
        self._connect()

    @staticmethod
    def _way_out(*, may_list: bool) -> str:
        return _("Copy the list of the year before.") if may_list else _("Ins opens one beside the yearly list.")

    def _today(self) -> date:
        return local_day(self._now())

    # --- building ---------------------------------------------------------------------------------------------------

    def _arrange(self, first: CaseView) -> None:
        self.filter.setPlaceholderText(_("Find among the case files"))
        self.filter.setAccessibleName(_("Find among the case files"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(round(_LEAST_FILTER * self._scale))
        self.choose_year.setFixedWidth(round(124 * self._scale))
        self.choose_year.setAccessibleName(_("Year"))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 10)
        bar.setSpacing(6)
        bar.addWidget(self.filter, 1)
        for number, view in enumerate(VIEWS):
            button = QPushButton(view.words())
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(view is first)
            self._views.addButton(button, number)
            bar.addWidget(button)
        bar.addWidget(self.choose_year)
        for part in (self.list, self.empty, self.nothing):
            self._rows.addWidget(part)
        for shown in (self.papers, self.unfilled, QWidget()):
            self._within.addWidget(shown)
        self._parts = QSplitter()
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self._rows)
        self._parts.addWidget(self._within)
        self._parts.splitterMoved.connect(self._keep_edge)
        strip = QHBoxLayout()
        strip.setContentsMargins(16, 0, 16, 10)
        strip.addWidget(self._strip)
        see = link(_("See them"))
        see.clicked.connect(lambda: self.choose_view(DUE))
        self._strip.row.addWidget(see)
        self._strip.hide()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(bar)
        left.addLayout(strip)
        left.addWidget(self._parts, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

    def _connect(self) -> None:
        self._wait.timeout.connect(self._look_for_words)
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.filter.returnPressed.connect(self._leave_filter)
        self._views.idClicked.connect(lambda _number: self._change_view())
        self.choose_year.edited.connect(self.asked)
        self.list.changed.connect(self._follow_row)
        self.list.opened.connect(self._go_to_papers)
        self.list.taken_up.connect(lambda: self._follow_keys(in_papers=False))
        self.papers.taken_up.connect(lambda: self._follow_keys(in_papers=True))
        self.papers.changed.connect(self.renewed)
        self.papers.opened.connect(self._open_paper)
        for table, names in ((self.list, _MENU), (self.papers, _PAPER_MENU)):
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(
                lambda at, table=table, names=names: self._show_menu(table.viewport().mapToGlobal(at), names)
            )

    # --- which rows -------------------------------------------------------------------------------------------------

    @property
    def view(self) -> CaseView:
        """The view in sight."""
        return VIEWS[self._views.checkedId()]

    def choose_view(self, view: CaseView) -> None:
        """Bring a view into sight and ask for its rows."""
        self._views.button(VIEWS.index(view)).setChecked(True)
        self._change_view()

    @property
    def year(self) -> int | None:
        """The year that rows are wanted of; None for every year."""
        year = self.choose_year.value()
        return year if isinstance(year, int) and self.view.of_year else None

    def show_year(self, year: int) -> None:
        """Want the rows of a year from now on, whatever their words."""
        self.choose_year.show_value(year)
        before = self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(before)

    @property
    def query(self) -> CaseQuery:
        """Which case files are wanted now."""
        keeper = self.officer.id if self.officer is not None and self.view.is_mine else None
        return CaseQuery(self.year, self.view.states, keeper, words=" ".join(self.filter.text().split()))

    def offer_years(self, years: Sequence[int]) -> None:
        """Offer these years; the first time the year of today is chosen."""
        offered = sorted({self._today().year, *years}, reverse=True)
        self.choose_year.offer((_("Every year"), None), *((_("Year {year}").format(year=one), one) for one in offered))

    def show_waiting(self, waiting: Waiting) -> None:
        """Say at the views how much waits, and in a strip what the archive must soon have."""
        for place, view in enumerate(VIEWS):
            count = view.count(waiting.counts)
            button = self._views.button(place)
            button.setText(f"{view.words()} {format_number(count)}" if count else view.words())
            is_late = view.is_due and any(one.is_late for one in waiting.due)
            button.setProperty("tone", "red" if is_late else "")
            button.style().polish(button)
        soon = [one for one in waiting.due if one.is_soon or one.is_late]
        self._strip.say(reminder_words(soon) if soon and not self.view.is_due else "")
        self.list.due = {one.row.case_file.id: one.due_on for one in waiting.due}
        self.list.viewport().update()

    def show_due(self, due: Sequence[DueFile]) -> None:
        """Show the closed case files that the archive must have."""
        words = self.filter.text().casefold().split()
        rows = (one.row for one in due)
        self.show_rows(tuple(row for row in rows if all(word in row.case_file.title.casefold() for word in words)))

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Show these case files; what was in hand stays so."""
        had_keys = self._rows.isAncestorOf(self.focusWidget())
        self.list.show_rows(rows)
        asks = bool(self.filter.text().strip()) or self.view.states or self.view.is_due
        is_other_year = self.year is not None and self.year != self._today().year
        shown = self.list if rows else self.nothing if asks or is_other_year else self.empty
        self._rows.setCurrentWidget(shown)
        self._within.setVisible(bool(rows))
        if had_keys or self.hasFocus():
            self.take_keys()
        self._follow_row()

    def _keep_edge(self, _place: int, _edge: int) -> None:
        self._edge_was_moved = True

    def _change_view(self) -> None:
        self.choose_year.setVisible(self.view.of_year)
        self.asked.emit()

    def _look_for_words(self) -> None:
        self._wait.stop()
        self.asked.emit()

    def _leave_filter(self) -> None:
        if self._wait.isActive():
            self._look_for_words()
        self.take_keys()

    # --- the case file in hand --------------------------------------------------------------------------------------

    @property
    def row(self) -> CaseRow | None:
        """The case file in hand."""
        return self.list.row

    @property
    def paper(self) -> ShownPaper | None:
        """The document in hand."""
        return self.papers.row if self.detail is not None else None

    def _follow_row(self) -> None:
        row = self.row
        if self.detail is None or row is None or self.detail.row.case_file.id != row.case_file.id:
            self.detail = None
            self.papers.rows_model.set_rows(())
            self.side.show_detail(None)
            self._within.setCurrentIndex(2)
        self.in_hand.emit()
        self.renewed.emit()

    def show_detail(self, detail: CaseDetail) -> None:
        """Show all there is to know of the case file in hand; the document in hand stays so."""
        if self.row is None or detail.row.case_file.id != self.row.case_file.id:
            return
        had_keys = self._within.isAncestorOf(self.focusWidget())
        self.detail = detail
        self.papers.show_rows(detail.papers)
        self._within.setCurrentWidget(self.papers if detail.papers else self.unfilled)
        self.side.show_detail(detail)
        if had_keys:
            (self.papers if detail.papers else self.list).setFocus()
        self.renewed.emit()

    def show_paper(self, paper: UUID) -> None:
        """Take a document of the case file in hand, and give it the keys."""
        if self.papers.go_to(paper):
            self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_keys(self, *, in_papers: bool) -> None:
        if in_papers != self.in_papers:
            self.in_papers = in_papers
            self.renewed.emit()

    def _go_to_papers(self) -> None:
        if self.detail is not None and self.detail.papers:
            self.papers.setFocus()

    def _open_paper(self) -> None:
        if self.paper is not None:
            self.paper_opened.emit(self.paper)

    def _show_menu(self, at: QPoint, names: Sequence[str]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        *first, last = names
        for name in first:
            if self._actions[name].isEnabled():
                menu.addAction(self._actions[name])
        if self._actions[last].isEnabled():
            menu.addSeparator()
            menu.addAction(self._actions[last])
        if not menu.isEmpty():
            menu.popup(at)

    # --- the page ---------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        self.acts, self.more = main_acts(self.serves())
        self.side.offer(frozenset(name for name, _icon in FOOT if self._actions[name].isEnabled()))

    def serves(self) -> frozenset[Where]:
        served = served_cases(self.officer, self.row, self.paper, in_papers=self.in_papers)
        closed = any(row.case_file.state is CaseState.CLOSED for row in self.list.chosen)
        keeps_all = self.officer is not None and self.officer.may(Permission.KEEP_ALL_CASE_FILES)
        there = {
            Where.ROWS: True,
            Where.CASE_HANDOVER: closed and keeps_all,
            Where.COPIED_CASE_LIST: keeps_all and self._rows.currentWidget() is self.empty,
            Where.UNDOABLE_CASE: self.undoable,
        }
        return served | {where for where, holds in there.items() if holds}

    def show_place(self, place: str) -> None:
        """Say where case files are kept."""
        self._place = place

    def heading(self) -> Heading:
        if self.detail is None:
            return Heading(_("Case files"))
        one = self.detail.row.case_file
        chips = ((case_state_name(one.state), case_state_tone(one.state)),)
        return Heading(_("Case files"), f"{one.symbol} {one_line(one.title)}", chips)

    def title(self) -> str:
        return _("Case files")

    def facts(self) -> Facts:
        return Facts(_("This machine") if self._place else "", self._place)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.filter, self.list, self.papers, self.side.pane]
        return [pane for pane in panes if pane.isVisible()]

    def to_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def take_keys(self) -> None:
        shown = self._rows.currentWidget()
        (shown if shown is not None else self.filter).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        if self.papers.hasFocus():
            self.list.setFocus()
            return True
        if not self.filter.text():
            return False
        self.filter.clear()
        self._look_for_words()
        self.take_keys()
        return True

    def aside(self) -> int:
        return self.side.width() if self.side.isVisible() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needs_width = self.window().width() < _ROOMY * self._scale
        if needs_width != self.needs_width:
            self.needs_width = needs_width
            self.renewed.emit()
        has_side = self.width() >= _SIDE_NEEDS * self._scale
        self.side.setVisible(has_side)
        if not self._edge_was_moved:
            room = self.width() - (self.side.width() if has_side else 0)
            listed = min(max(round(_LIST_SHARE * room), _LEAST_LIST), round(_MOST_LIST * self._scale))
            self._parts.setSizes([listed, room - listed])
        self.papers.setColumnHidden(AUTHOR, self._within.width() < _AUTHOR_NEEDS * self._scale)


_MENU = (
    "open_case_file",
    "put_paper_in",
    "edit_case_file",
    "close_case_file",
    "reopen_case_file",
    "print_case_papers",
    "hand_over_cases",
    "drop_case_file",
)
_PAPER_MENU = ("open_case_paper", "edit_case_paper", "move_paper_up", "move_paper_down", "take_paper_out")
