"""The rows of numbers: of each the first, the last and the next number, how its lines stand, opened and closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.domain.issuing import Account, Tally
from vpdesk.domain.organisation import IssuingBody, Officer
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.roles import Permission
from vpdesk.domain.series import Series
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.pages.outgoing_side import Fact
from vpdesk.ui.pages.page import Facts, Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _, format_day, format_number
from vpdesk.words.days import days_words
from vpdesk.words.happenings import moment_in_full
from vpdesk.words.outgoing import hold_words
from vpdesk.words.series import group_words, standing_words


class RowsPage(Page):
    """Tells which row is in hand; shows what it accounts for."""

    place: ClassVar[str] = "outgoing"
    needs_width = True
    acts = ("numbering", "close_term", "open_row")
    more = ("print_closing", "close_row", "holidays")
    left = Signal()
    """Esc: the register is wanted again."""
    in_hand = Signal(object)
    """The id of the row of numbers in hand."""
    line_chosen = Signal(object)
    """The id of a line that was chosen."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        now: Callable[[], datetime],
        types: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._look, self._icons, self._now, self._types = look, icons, now, types
        self._bodies: Mapping[UUID, IssuingBody] = {}
        self._place = ""
        self.officer: Officer | None = None
        self.table = self._make_table(look)
        self.pane = SidePane(look, _("What the row accounts for"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.pane)
        self.table.changed.connect(self._follow)
        self.table.opened.connect(self.pane.setFocus)

    def _make_table(self, look: Look) -> RegisterTable[Tally]:
        columns: tuple[Column[Tally], ...] = (
            Column("group", _("Row of numbers"), lambda row: group_words(row.series, self._types)),
            Column("body", _("Body"), self._body),
            Column("days", _("Days"), _days),
            Column("span", _("First and last"), _span),
            Column("next", _("Next"), _next),
            Column("lines", _("Issued"), lambda row: format_number(_count(row, *_WITH_PAPER))),
            Column("held", _("Held"), lambda row: _some(_count(row, LineState.HELD))),
            Column("void", _("Void"), lambda row: _some(_count(row, LineState.VOID))),
            Column("state", "", lambda row: standing_words(row.series)[0]),
        )
        made = RegisterTable(look, columns, lambda row: row.series.id, _tone)
        made.set_widths(look, 0, {1: 86, 2: 190, 3: 112, 4: 66, 5: 100, 6: 72, 7: 70, 8: 92})
        made.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        made.setAccessibleName(_("Rows of numbers"))
        return made

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_rows(self, rows: tuple[Tally, ...], bodies: tuple[IssuingBody, ...]) -> None:
        """Show these rows, the open ones first."""
        self._bodies = {one.id: one for one in bodies}
        self.table.setColumnHidden(1, len({row.series.body for row in rows}) < 2)
        self.table.show_rows(tuple(sorted(rows, key=lambda row: row.series.closed_at is not None)))

    @property
    def row(self) -> Series | None:
        """The row of numbers in hand."""
        return self.table.row.series if self.table.row else None

    def _follow(self) -> None:
        self.pane.clear()
        if (row := self.row) is not None:
            self.in_hand.emit(row.id)
        self.renewed.emit()

    def show_account(self, series: Series, account: Account) -> None:
        """Show what the row in hand accounts for."""
        if self.row is None or self.row.id != series.id:
            return
        pane = self.pane
        pane.clear()
        pane.line(group_words(series, self._types), "detail")
        pane.line(days_words(series.days), "muted")
        for name, number in (
            (_("First"), account.first),
            (_("Last"), account.last),
            (_("Issued"), account.issued),
            (_("Made elsewhere"), account.external),
            (_("Secret"), account.withheld),
        ):
            pane.add(Fact(name, format_number(number)))
        if series.opening_reason:
            pane.add(Fact(_("Begins so"), series.opening_reason))
        if series.closed_at is not None:
            pane.add(Fact(_("Closed"), moment_in_full(series.closed_at, self._now())))
        self._show_lines(_("Held {count}"), account.held, lambda line: hold_words(line, self._now()))
        self._show_lines(_("Void {count}"), account.void, lambda line: f"{line.reference} · {line.reason or ''}")
        self._show_lines(
            _("Dated back {count}"), account.backdated, lambda line: f"{line.reference} · {line.date_reason}"
        )
        pane.section(_("Numbers"))
        whole = _("Every number from the first to the last has its line.")
        gaps = ", ".join(map(str, account.unexplained[:20]))
        pane.line(_("No line speaks of {numbers}.").format(numbers=gaps) if gaps else f"✓ {whole}")

    def _show_lines(self, heading: str, lines: tuple[RegisterLine, ...], say: Callable[[RegisterLine], str]) -> None:
        if not lines:
            return
        self.pane.section(heading.format(count=format_number(len(lines))))
        for line in lines[:40]:
            made = SideLine(self._look, self._icons, say(line), "", Lead("amber", "file-text"))
            made.clicked.connect(lambda _checked=False, line=line: self.line_chosen.emit(line.id))
            self.pane.add(made)

    def _body(self, row: Tally) -> str:
        body = self._bodies.get(row.series.body)
        return body.versions[-1].symbol if body else ""

    # --- the page ---------------------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Rows of numbers"))

    def title(self) -> str:
        return _("Rows of numbers")

    def show_place(self, place: str) -> None:
        """Say where the register is kept."""
        self._place = place

    def facts(self) -> Facts:
        return Facts(_("This machine") if self._place else "", self._place)

    def serves(self) -> frozenset[Where]:
        row = self.row
        served = {Where.ROW_OF_NUMBERS} if row is not None else set()
        if self.officer is not None and self.officer.may(Permission.KEEP_BOOKS):
            served |= {Where.ROWS_OF_NUMBERS, Where.OPEN_ROW} if row and not row.closed_at else {Where.ROWS_OF_NUMBERS}
        return frozenset(served)

    def panes(self) -> list[QWidget]:
        return [self.table, self.pane]

    def take_keys(self) -> None:
        self.table.setFocus()

    def put_away(self) -> bool:
        self.left.emit()
        return True


_WITH_PAPER = (LineState.ISSUED, LineState.EXTERNAL, LineState.WITHHELD)


def _count(row: Tally, *states: LineState) -> int:
    return sum(row.counts.get(state, 0) for state in states)


def _some(count: int) -> str:
    return format_number(count) if count else ""


def _days(row: Tally) -> str:
    first, last = row.series.days.first, row.series.days.last
    return " – ".join(format_day(day) for day in (first, last) if day)


def _span(row: Tally) -> str:
    last = "" if row.series.is_unused else f" – {format_number(row.series.last)}"
    return f"{format_number(row.series.opening_number)}{last}"


def _next(row: Tally) -> str:
    return "" if row.series.closed_at else format_number(row.series.next)


def _tone(row: Tally, column: str) -> str:
    return standing_words(row.series)[1] if column == "state" else ""
