"""The yearly list of case files: headings, the files under them, whether the head has approved it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vpdesk.domain.case_files import CaseHeading, CaseState
from vpdesk.domain.case_views import CaseRow, YearList
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.case_files import case_state_name
from vpdesk.words.cases import approval_words, case_state_tone, one_line, term_words, totals_words
from vpdesk.words.catalogue import _


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the list: a heading, or a case file under it."""

    heading: CaseHeading | None
    row: CaseRow | None = None

    @property
    def key(self) -> object:
        """What tells it from the others."""
        return self.row.case_file.id if self.row else ("heading", self.heading.id if self.heading else None)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, or stands over those that have none."""
        return self.row is None

    @property
    def may_move(self) -> bool:
        """Whether it may be changed while the list is not approved."""
        return self.heading is not None if self.row is None else self.row.case_file.state is CaseState.LISTED


class CaseListPage(Page):
    """Shows the list of one year; `asked` tells that another year is wanted."""

    place: ClassVar[str] = "case_files"
    asked = Signal()
    left = Signal()
    """Esc: the case files are wanted again."""
    opened = Signal(object)
    """The id of a case file that is to be seen."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], today: Callable[[], date]) -> None:
        super().__init__()
        self._actions, self._today = actions, today
        self.officer: Officer | None = None
        self.listed: YearList | None = None
        self.choose_year = Choice(icons)
        self.choose_year.setFixedWidth(round(124 * max(1.0, look.scale.body / 10)))
        self.choose_year.setAccessibleName(_("Year"))
        self._totals, self._approval = label("", "muted"), label("", "muted")
        self.table = self._make_table(look)
        hint = _("Copy the list of the year before, or begin with a heading (Ctrl+I).")
        self.empty = EmptyState(icons, "folder", _("Nothing is listed for this year."), hint)
        self.empty.offer(actions["copy_case_list"], "copy", look, "plain")
        self._shown = QStackedWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(self.choose_year)
        bar.addWidget(self._totals)
        bar.addStretch(1)
        bar.addWidget(self._approval)
        for part in (self.table, self.empty):
            self._shown.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._shown, 1)
        self.choose_year.edited.connect(self.asked)
        self.table.changed.connect(self.renewed)
        self.table.opened.connect(self._open)

    def _make_table(self, look: Look) -> RegisterTable[ListLine]:
        columns: tuple[Column[ListLine], ...] = (
            Column("symbol", _("Symbol"), _symbol),
            Column("title", _("Heading, title of the case file"), _title),
            Column(
                "retention", _("Kept for"), lambda line: term_words(line.row.case_file.retention) if line.row else ""
            ),
            Column("keeper", _("Kept by"), lambda line: (line.row.keeper_name or "") if line.row else ""),
            Column("notes", _("Notes"), _notes),
            Column("state", "", lambda line: case_state_name(line.row.case_file.state) if line.row else ""),
        )
        made: RegisterTable[ListLine] = RegisterTable(
            look, columns, lambda line: line.key, _tone, is_head=lambda line: line.is_heading
        )
        made.set_widths(look, 1, {0: 112, 2: 138, 3: 168, 4: 170, 5: 150})
        made.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        made.setAccessibleName(_("Yearly list of case files"))
        return made

    # --- what is shown ----------------------------------------------------------------------------------------------

    @property
    def year(self) -> int:
        """The year whose list is wanted."""
        year = self.choose_year.value()
        return year if isinstance(year, int) else self._today().year

    def offer_years(self, years: Sequence[int]) -> None:
        """Offer these years, the one of today and the one after it."""
        now = self._today().year
        offered = sorted({now, now + 1, *years}, reverse=True)
        self.choose_year.offer(*((_("Year {year}").format(year=one), one) for one in offered))
        if self.choose_year.value() is None:
            self.choose_year.show_value(now)

    def choose_the_year(self, year: int) -> None:
        """Show the list of a year from now on."""
        self.choose_year.show_value(year)

    def show_list(self, listed: YearList) -> None:
        """Show the list of a year; the line in hand stays so."""
        had_keys = self._shown.isAncestorOf(self.focusWidget())
        self.listed = listed
        lines: list[ListLine] = []
        for section in listed.sections:
            if section.heading is not None or section.rows:
                lines.append(ListLine(section.heading))
            lines += [ListLine(section.heading, row) for row in section.rows]
        self.table.show_rows(tuple(lines))
        self._shown.setCurrentWidget(self.table if lines else self.empty)
        self._totals.setText(totals_words(listed.totals) if listed.totals.all else "")
        self._approval.setText(approval_words(listed.listed))
        if had_keys:
            self.take_keys()
        self.renewed.emit()

    @property
    def line(self) -> ListLine | None:
        """The line in hand."""
        return self.table.row if self.table.rows else None

    @property
    def heading_in_hand(self) -> UUID | None:
        """The heading of the line in hand."""
        return self.line.heading.id if self.line is not None and self.line.heading is not None else None

    def _open(self) -> None:
        if self.line is not None and self.line.row is not None:
            self.opened.emit(self.line.row.case_file.id)

    # --- the page ---------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        served = self.serves()
        if Where.CASE_LIST_DRAFT not in served:
            self.acts = ("export_case_list", "print_case_list")
        elif self.listed is not None and self.listed.totals.all:
            self.acts = (*_FIRST, "approve_case_list")
        else:
            self.acts = _FIRST
        self.more = _MORE if served & {Where.CASE_LIST_DRAFT, Where.CASE_LIST_DONE} else ()

    def serves(self) -> frozenset[Where]:
        lists = self.officer is not None and self.officer.may(Permission.KEEP_ALL_CASE_FILES)
        listed = self.listed
        is_draft = listed is not None and not listed.is_approved
        has_lines = listed is not None and bool(listed.sections)
        there = {
            Where.CASE_LIST: has_lines,
            Where.COPIED_CASE_LIST: lists and is_draft,
            Where.CASE_LIST_DRAFT: lists and is_draft,
            Where.CASE_LIST_LINE: lists and is_draft and self.line is not None and self.line.may_move,
            Where.CASE_LIST_DONE: lists and listed is not None and listed.is_approved,
        }
        return frozenset(where for where, may in there.items() if may)

    def heading(self) -> Heading:
        chips: tuple[tuple[str, str], ...] = ()
        if self.listed is not None and self.listed.totals.all:
            approved = self.listed.is_approved
            chips = ((_("Approved"), "green") if approved else (_("Not approved yet"), "amber"),)
        return Heading(_("Yearly list of case files"), str(self.year), chips)

    def title(self) -> str:
        return _("Yearly list of case files")

    def panes(self) -> list[QWidget]:
        return [self.choose_year, self.table if self.table.isVisible() else self.empty]

    def take_keys(self) -> None:
        (self.table if self.table.rows else self.empty).setFocus()

    def put_away(self) -> bool:
        self.left.emit()
        return True


_FIRST = ("new_case_heading", "list_case_file")
_MORE = (
    "copy_case_list",
    "edit_list_line",
    "move_line_up",
    "move_line_down",
    "print_case_list",
    "export_case_list",
    "withdraw_list_approval",
    "drop_list_line",
)


def _symbol(line: ListLine) -> str:
    if line.row is not None:
        return line.row.case_file.symbol
    return line.heading.symbol if line.heading else ""


def _title(line: ListLine) -> str:
    if line.row is not None:
        return one_line(line.row.case_file.title)
    return line.heading.name if line.heading else _("Under no heading")


def _notes(line: ListLine) -> str:
    if line.row is None:
        return ""
    beside = "" if line.row.case_file.is_listed else _("opened beside the list")
    return " · ".join(filter(None, (beside, one_line(line.row.case_file.notes))))


def _tone(line: ListLine, column: str) -> str:
    return case_state_tone(line.row.case_file.state) if line.row is not None and column == "state" else ""
