"""The outgoing register: what waits for its number, and the lines of the numbers that were taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ClassVar, Final
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.issuing import LineDetail
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing_list import OutgoingCounts, OutgoingQuery, OutgoingRow, OutgoingView
from vpdesk.domain.roles import Permission
from vpdesk.domain.signoff import QueueRow
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.pages.line_acts import IN_CASE_FILES, served_lines
from vpdesk.ui.pages.outgoing_side import OutgoingSide
from vpdesk.ui.pages.page import Facts, Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _, format_day, format_number, ngettext
from vpdesk.words.outgoing import fate_words, summary_words, view_name
from vpdesk.words.waiting import subject_words, waited_words
from vpdesk.words.wording import urgency_name

VIEWS: Final[tuple[OutgoingView | None, ...]] = (None, *OutgoingView)
"""What waits for its number, then the views of the register."""
_ROOMY = 1280
"""Pixels of a window in which the rail has its names beside the list and the pane."""
_SIDE_NEEDS = 940
"""Pixels of the page below which the pane beside the list gives way."""
_ONE_LINE_NEEDS = 900
"""Pixels of the list below which the type and the year stand under the views."""
_SIGNER_NEEDS = 860
"""Pixels of the list below which the signers give way."""


class OutgoingPage(Page):
    """Shows rows, asks for others when the view changes or the end comes near, tells which is in hand."""

    place: ClassVar[str] = "outgoing"
    is_first: ClassVar[bool] = True
    asked = Signal()
    """Other rows are wanted: `view`, `query` say which."""
    more_wanted = Signal()
    """The end of the lines comes near."""
    in_hand = Signal()
    """Another row is in hand."""
    opened = Signal()
    """The row in hand is to be opened."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        now: Callable[[], datetime],
        types: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions, self._now, self._types = actions, now, types
        self._place = ""
        self.officer: Officer | None = None
        self.detail: LineDetail | None = None
        self._views = QButtonGroup(self)
        self._count = label("", "caption")
        self.choose_type = Choice(icons, (_("Every type"), None), *((name, code) for code, name in types.items()))
        self.choose_year = Choice(icons, (_("Every year"), None))
        self.waiting = self._make_waiting(look)
        self.lines = self._make_lines(look)
        self._empty = EmptyState(icons, "send", _("Nothing waits for its number."), _("F5 reads the list again."))
        self._nothing = EmptyState(icons, "search", _("No line here."), _("Try another view, type or year."))
        self._stack = QStackedWidget()
        self.side = OutgoingSide(look, icons, actions, now, types)
        self._arrange()
        self._connect()

    # --- building ---------------------------------------------------------------------------------------------------

    def _make_waiting(self, look: Look) -> RegisterTable[QueueRow]:
        columns: tuple[Column[QueueRow], ...] = (
            Column("subject", _("Dispatch"), lambda row: subject_words(row.subject)),
            Column("type", _("Type"), lambda row: self._types.get(row.document_type, row.document_type)),
            Column("urgency", "", lambda row: urgency_name(Urgency(row.urgency)) if row.urgency else ""),
            Column("owner", _("Drafted by"), lambda row: row.owner_name),
            Column("since", _("Waiting"), lambda row: waited_words(row, self._now())),
        )
        made = RegisterTable(look, columns, lambda row: row.id, _urgency_tone)
        made.set_widths(look, 0, {1: 110, 2: 104, 3: 150, 4: 140})
        made.setAccessibleName(_("What waits for its number"))
        return made

    def _make_lines(self, look: Look) -> RegisterTable[OutgoingRow]:
        columns: tuple[Column[OutgoingRow], ...] = (
            Column("number", _("Number and symbol"), lambda row: row.line.reference),
            Column("date", _("Date"), _date),
            Column("subject", _("Type and subject"), self._summary),
            Column("signer", _("Signer"), lambda row: row.line.signer or ""),
            Column("copies", _("Copies"), _copies),
            Column("fate", _("Sent"), lambda row: fate_words(row, self._now())[0]),
        )
        made = RegisterTable(look, columns, lambda row: row.line.id, self._fate_tone, lambda row: row.is_void)
        made.set_widths(look, 2, {0: 150, 1: 104, 3: 150, 4: 74, 5: 178})
        made.setAccessibleName(_("Outgoing register"))
        return made

    def _arrange(self) -> None:
        bar = QWidget()
        self._bar = QGridLayout(bar)
        self._bar.setContentsMargins(16, 12, 16, 10)
        self._bar.setSpacing(8)
        self._bar.setColumnStretch(0, 1)
        views = QHBoxLayout()
        views.setSpacing(4)
        for number, view in enumerate(VIEWS):
            button = QPushButton(view_name(view))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._views.addButton(button, number)
            views.addWidget(button)
        views.addStretch(1)
        self._filters = QWidget()
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self._count)
        self._bar.addLayout(views, 0, 0)
        self._bar.addWidget(self._filters, 0, 1)
        for choice, name, width in (
            (self.choose_type, _("Type"), 128),
            (self.choose_year, _("Year"), 112),
        ):
            choice.setFixedWidth(width)
            choice.setAccessibleName(name)
            filters.addWidget(choice)
        for part in (self.waiting, self.lines, self._empty, self._nothing):
            self._stack.addWidget(part)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(bar)
        left.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

    def _connect(self) -> None:
        self._views.idClicked.connect(lambda _number: self._change_view())
        for choice in (self.choose_type, self.choose_year):
            choice.edited.connect(self.asked)
        for table in (self.waiting, self.lines):
            table.changed.connect(self._follow_row)
            table.opened.connect(self.opened)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(self._show_menu)
        self.lines.ran_out.connect(self.more_wanted)
        self.side.paper_chosen.connect(self.opened)

    # --- rows -------------------------------------------------------------------------------------------------------

    @property
    def view(self) -> OutgoingView | None:
        """The view in sight; None is what waits for its number."""
        return VIEWS[self._views.checkedId()]

    def choose_view(self, view: OutgoingView | None) -> None:
        """Bring a view into sight and ask for its rows."""
        self._views.button(VIEWS.index(view)).setChecked(True)
        self._change_view()

    @property
    def query(self) -> OutgoingQuery:
        """Which lines are wanted now."""
        code, year = self.choose_type.value(), self.choose_year.value()
        return OutgoingQuery(
            self.view or OutgoingView.ALL,
            code if isinstance(code, str) else None,
            year if isinstance(year, int) else None,
        )

    @property
    def table(self) -> RegisterTable[QueueRow] | RegisterTable[OutgoingRow]:
        """The table of the view in sight."""
        return self.waiting if self.view is None else self.lines

    def _change_view(self) -> None:
        self.lines.rows_model.set_rows(())
        self.asked.emit()

    def show_waiting(self, rows: tuple[QueueRow, ...]) -> None:
        """Show what waits for its number."""
        if self.view is None:
            self.waiting.show_rows(rows)
            self._show_table(self.waiting if rows else self._empty, len(rows))

    def show_lines(self, rows: tuple[OutgoingRow, ...]) -> None:
        """Show the first lines of a view."""
        if self.view is not None:
            self.lines.show_rows(rows)
            self._show_table(self.lines if rows else self._nothing, len(rows))

    def _show_table(self, shown: QWidget, count: int) -> None:
        had_keys = self._stack.isAncestorOf(self.focusWidget())
        self._stack.setCurrentWidget(shown)
        waits = self.view is None
        for choice in (self.choose_type, self.choose_year):
            choice.setVisible(not waits)
        words = ngettext("{count} dispatch", "{count} dispatches", count)
        self._count.setText(words.format(count=format_number(count)))
        self._count.setVisible(waits)
        if had_keys or self.hasFocus():
            self.take_keys()
        self._follow_row()

    def show_counts(self, counts: OutgoingCounts) -> None:
        """Say at the views how much each has that waits; holds that are over stand out."""
        numbers = {None: counts.waiting, OutgoingView.HELD: counts.held, OutgoingView.UNSENT: counts.unsent}
        for place, view in enumerate(VIEWS):
            count = numbers.get(view, 0)
            words = f"{view_name(view)} {format_number(count)}" if count else view_name(view)
            if view is OutgoingView.HELD and counts.expired:
                words = _("{view}, {count} over").format(view=words, count=format_number(counts.expired))
            self._views.button(place).setText(words)
            is_red = view is OutgoingView.HELD and bool(counts.expired)
            self._views.button(place).setProperty("tone", "red" if is_red else "")
            self._views.button(place).style().polish(self._views.button(place))
        self.choose_year.offer((_("Every year"), None), *((str(year), year) for year in counts.years))

    def _fate_tone(self, row: OutgoingRow, column: str) -> str:
        return fate_words(row, self._now())[1] if column == "fate" else ""

    def _summary(self, row: OutgoingRow) -> str:
        return summary_words(row.line, self._types.get(row.line.document_type, row.line.document_type))

    # --- the row in hand --------------------------------------------------------------------------------------------

    @property
    def line(self) -> UUID | None:
        """The line in hand."""
        row = self.lines.row if self.view is not None else None
        return row.line.id if row else None

    @property
    def chosen_waiting(self) -> tuple[QueueRow, ...]:
        """The dispatches chosen of those that wait for their numbers."""
        return self.waiting.chosen if self.view is None else ()

    def _follow_row(self) -> None:
        self.detail = None
        if self.view is None and (row := self.waiting.row) is not None and self.waiting.rows:
            self.side.show_waiting(row)
        else:
            self.side.show_nothing()
        self.side.offer(frozenset())
        self.in_hand.emit()
        self.renewed.emit()

    def show_detail(self, detail: LineDetail) -> None:
        """Show all there is to know of the line in hand."""
        if detail.line.id == self.line:
            self.detail = detail
            self.side.show_line(detail)
            self.renewed.emit()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = ("issue_numbers",) if self.view is None else _MENU
        for name in names:
            if self._actions[name].isEnabled():
                menu.addAction(self._actions[name])
        if self.view is not None and self._actions["void_line"].isEnabled():
            menu.addSeparator()
            menu.addAction(self._actions["void_line"])
        if not menu.isEmpty():
            menu.popup(self.table.viewport().mapToGlobal(at))

    # --- the page ---------------------------------------------------------------------------------------------------

    def seat(self, officer: Officer) -> None:
        """Serve this officer from now on."""
        self.officer = officer

    def enter(self) -> None:
        acts, more = acts_of(self.view)
        self.acts, self.more = acts, more
        self.side.offer(frozenset(name for name in _FOOT if self._actions[name].isEnabled()))

    def serves(self) -> frozenset[Where]:
        served = {Where.ROWS, Where.LINES}
        if self.officer is not None and self.officer.may(Permission.ISSUE):
            served |= {Where.NUMBERING, Where.NUMBERABLE} if self.chosen_waiting else {Where.NUMBERING}
        return frozenset(served) | served_lines(self.detail, self.officer)

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        if self.view is None:
            return tuple((PaperKind.DRAFT, row.id) for row in self.chosen_waiting)
        chosen = (row.line for row in self.lines.chosen)
        return tuple((PaperKind.OUTGOING, line.id) for line in chosen if line.state in IN_CASE_FILES)

    def show_place(self, place: str) -> None:
        """Say where the register is kept."""
        self._place = place

    def heading(self) -> Heading:
        return Heading(_("Outgoing"))

    def facts(self) -> Facts:
        return Facts(_("This machine") if self._place else "", self._place)

    def title(self) -> str:
        return _("Outgoing")

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.table, self.side.pane]
        return [pane for pane in panes if pane.isVisible()]

    def to_filter(self) -> None:
        (self._views.button(VIEWS.index(self.view)) if self.view is None else self.choose_type).setFocus()

    def take_keys(self) -> None:
        has_rows = self._stack.currentWidget() is self.table
        (self.table if has_rows else self._views.button(VIEWS.index(self.view))).setFocus()

    def aside(self) -> int:
        return self.side.width() if self.side.isVisible() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needs_width = self.window().width() < _ROOMY
        if needs_width != self.needs_width:
            self.needs_width = needs_width
            self.renewed.emit()
        self.side.setVisible(self.width() >= _SIDE_NEEDS)
        room = self.width() - (self.side.width() if self.width() >= _SIDE_NEEDS else 0)
        place = (0, 1) if room >= _ONE_LINE_NEEDS else (1, 0)
        self._bar.addWidget(self._filters, *place, Qt.AlignmentFlag.AlignLeft)
        self.lines.setColumnHidden(3, room < _SIGNER_NEEDS)
        self.waiting.setColumnHidden(4, room < _SIGNER_NEEDS)


def _date(row: OutgoingRow) -> str:
    return format_day(row.line.document_date) if row.line.document_date else ""


def _copies(row: OutgoingRow) -> str:
    return format_number(row.line.copies) if row.line.copies else ""


def _urgency_tone(row: QueueRow, column: str) -> str:
    return "red" if column == "urgency" and row.urgency else ""


def acts_of(view: OutgoingView | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The acts of a view at the top, the main one last, and those in the menu beside them."""
    first = ("hold_number", "issue_numbers") if view is None else ("hold_number", "register_external")
    rest = ("register_external", "withhold_number", "rows_of_numbers") if view is None else _REST
    return first, rest


_MENU = ("open_line", "print_issued", "export_issued", "deliver", "lend_copy", "correct_line", "extend_hold")
_FOOT = ("print_issued", "deliver", "void_line")
_REST = (
    "withhold_number",
    "rows_of_numbers",
    "deliver",
    "lend_copy",
    "correct_line",
    "extend_hold",
    "void_line",
    "replace_line",
    "amend_line",
    "correct_by_letter",
    "recall_line",
    "copy_line",
    "extract_line",
)
