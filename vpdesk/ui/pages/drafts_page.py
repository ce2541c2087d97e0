"""The list of drafts: found by words, by state, sorted by any column; the chosen one's pages beside it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QByteArray, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.drafts import DraftQuery, DraftRow, SortKey
from vpdesk.domain.workflow import Status
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column, RowsModel
from vpdesk.ui.pages.page import Facts, Heading, Page
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.row_delegate import RowDelegate
from vpdesk.words.catalogue import N_, _, format_number, ngettext
from vpdesk.words.wording import moment_words, status_name, status_tone

_PATIENCE = 200
"""Milliseconds of quiet before words typed into the filter are looked for."""
_AT_ONCE = 200
"""Rows that are fetched at first, and again whenever the last of them comes into sight."""
_PAGE_NEEDS = 1000
"""Pixels of the page below which the chosen draft's pages find no room beside the list."""
_SORTED_BY = {
    "document": SortKey.SUBJECT,
    "type": SortKey.TYPE,
    "status": SortKey.STATUS,
    "updated": SortKey.UPDATED,
    "owner": SortKey.OWNER,
}


class View(NamedTuple):
    """A choice of drafts offered above the list."""

    name: str
    words: str
    statuses: frozenset[Status] = frozenset()
    in_bin: bool = False


VIEWS = (
    View("all", N_("All")),
    View("draft", N_("Being drafted"), frozenset({Status.DRAFT})),
    View("sent_back", N_("Sent back"), frozenset({Status.SENT_BACK})),
    View("waiting", N_("On its way"), frozenset({Status.TO_CHECK, Status.SUBMITTED, Status.SIGNED_OFF})),
    View("bin", N_("Bin"), in_bin=True),
)


class RowsTable(QTableView):
    """Rows by keyboard: Enter opens."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)


class DraftsPage(Page):
    """Shows rows, asks for others when the filter changes, tells which are opened, chosen and deleted."""

    acts = ("open", "new")
    more = ("open_draft", "duplicate", "start_from", "delete", "restore")
    asked = Signal()
    """Other rows are wanted: `query` says which."""
    opened = Signal(object)
    """The id of a draft to be opened."""
    chosen = Signal(object)
    """The id of the draft in hand, or None."""
    columns_changed = Signal(str)
    """How the columns stand now."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        glyphs: Glyphs,
        actions: Mapping[str, QAction],
        recent: tuple[str, ...],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._actions = actions
        self._now = now
        self._types: Mapping[str, DocumentType] = {}
        self._sort = SortKey.UPDATED
        self._descending = True
        self._wanted = _AT_ONCE
        self._place = ""
        self.deletions: list[list[DraftRow]] = []
        """What was deleted together and can be taken back, the last first to come."""
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find among the drafts"))
        self.filter.setAccessibleName(_("Find among the drafts"))
        self.filter.setClearButtonEnabled(True)
        self._views = QButtonGroup(self)
        self._count = label("", "caption")
        self.model: RowsModel[DraftRow] = RowsModel(self._columns(), self)
        self.table = RowsTable()
        hint = _("Ctrl+N starts one; a dispatch file can be dropped here.")
        self.empty = EmptyState(icons, "file-pen-line", _("No drafts yet."), hint)
        self.empty.offer(actions["new"], "file-plus", look, "plain")
        if recent:
            self.empty.list_recent(Path(one) for one in recent)
        self._nothing = EmptyState(icons, "search", _("Nothing found."), _("Try fewer words, or another view."))
        self.view = PreviewView(look, glyphs)
        self.view.setAccessibleName(_("Pages of the chosen draft"))
        self._rows = QStackedWidget()
        self._wait = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._dress_table(look, icons)
        self._arrange()
        self._connect()

    def _columns(self) -> tuple[Column[DraftRow], ...]:
        return (
            Column("document", _("Dispatch"), lambda row: row.subject or _("(no subject yet)")),
            Column("type", _("Type"), self._type_name),
            Column("status", _("State"), lambda row: status_name(row.status)),
            Column("updated", _("Changed"), lambda row: moment_words(row.updated_at, self._now())),
            Column("owner", _("Officer"), lambda row: row.owner_name),
        )

    def _type_name(self, row: DraftRow) -> str:
        one = self._types.get(row.document_type)
        return one.name if one else row.document_type

    def _dress_table(self, look: Look, icons: Icons) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(table, look, self._tone))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setAccessibleName(_("Drafts"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(RowDelegate.height(look))
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(3, Qt.SortOrder.DescendingOrder)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 130), (2, 110), (3, 110), (4, 140)):
            header.resizeSection(section, round(width * max(1.0, look.scale.body / 10)))
        header.setSectionHidden(4, True)
        follow_keyboard_focus(table)

    def _tone(self, row: int, column: int) -> str:
        """The tone of a cell that is a chip; empty for plain words."""
        return status_tone(self.model.rows[row].status) if self.model.columns[column].name == "status" else ""

    def _arrange(self) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 12, 16, 10)
        row.setSpacing(6)
        row.addWidget(self.filter, 1)
        for number, view in enumerate(VIEWS):
            button = QPushButton(_(view.words))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._views.addButton(button, number)
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._count)
        self._rows.addWidget(self.table)
        self._rows.addWidget(self.empty)
        self._rows.addWidget(self._nothing)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._rows, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(self.view)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setChildrenCollapsible(False)
        self.view.setMinimumWidth(320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        self._wait.timeout.connect(self.asked)
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.filter.textChanged.connect(lambda _text: self._begin_anew())
        self.filter.returnPressed.connect(self._leave_filter)
        self._views.idClicked.connect(lambda _number: self._ask_anew())
        self.table.verticalScrollBar().valueChanged.connect(self._fetch_more)
        self.table.opened.connect(self.open_chosen)
        self.table.doubleClicked.connect(lambda _index: self.open_chosen())
        self.table.customContextMenuRequested.connect(
            lambda at: self._menu().popup(self.table.viewport().mapToGlobal(at))
        )
        self.table.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._tell_chosen)
        header = self.table.horizontalHeader()
        header.sectionClicked.connect(self._sort_by)
        header.customContextMenuRequested.connect(lambda at: self._columns_menu().popup(header.mapToGlobal(at)))
        header.sectionMoved.connect(self._tell_columns)
        header.sectionResized.connect(self._tell_columns)

    def choose_statuses(self, statuses: frozenset[Status]) -> None:
        """Bring the view of these states into sight, and ask for its rows."""
        number = next((place for place, one in enumerate(VIEWS) if one.statuses == statuses), 0)
        self._views.button(number).setChecked(True)
        self.asked.emit()

    # --- rows -----------------------------------------------------------------------------------------------------

    @property
    def query(self) -> DraftQuery:
        """Which rows are wanted now."""
        view = VIEWS[self._views.checkedId()]
        return DraftQuery(
            text=self.filter.text(),
            statuses=view.statuses,
            in_bin=view.in_bin,
            sort=self._sort,
            descending=self._descending,
            first=self._wanted,
        )

    def _begin_anew(self) -> None:
        """Other rows are wanted than before: their beginning first."""
        self._wanted = _AT_ONCE

    def _ask_anew(self) -> None:
        self._begin_anew()
        self.asked.emit()

    @property
    def _has_more(self) -> bool:
        """Whether rows may follow on those that were fetched."""
        return len(self.model.rows) >= self._wanted

    def _fetch_more(self, place: int) -> None:
        bar = self.table.verticalScrollBar()
        if self._has_more and bar.maximum() > 0 and place >= bar.maximum():
            self._wanted += _AT_ONCE
            self.asked.emit()

    @property
    def shows_bin(self) -> bool:
        """Whether the list is of what was deleted."""
        return VIEWS[self._views.checkedId()].in_bin

    def offer_types(self, types: Mapping[str, DocumentType]) -> None:
        """Call types by these names from now on."""
        self._types = types

    def show_rows(self, rows: tuple[DraftRow, ...]) -> None:
        """Show these rows; what was chosen stays chosen, and in its place."""
        before = [row.id for row in self.chosen_rows()]
        at = self.table.currentIndex().row()
        place = self.table.verticalScrollBar().value()
        self.model.set_rows(rows)
        numbers = {row.id: number for number, row in enumerate(rows)}
        kept = [numbers[one] for one in before if one in numbers]
        if rows:
            self._choose(kept or [min(max(at, 0), len(rows) - 1)])
        self.table.verticalScrollBar().setValue(place)
        asks = bool(self.filter.text().strip()) or self._views.checkedId() != 0
        # The keys came before the rows: they belong to the list that takes this place.
        waited = self.focusWidget() is not None and self.empty.isAncestorOf(self.focusWidget())
        self._rows.setCurrentWidget(self.table if rows else self._nothing if asks else self.empty)
        if rows and (waited or self.empty.hasFocus()):
            self.table.setFocus()
        count = len(rows)
        words = ngettext("{count} draft", "{count} drafts", count)
        shown = f"{format_number(count)}+" if self._has_more else format_number(count)
        self._count.setText(words.format(count=shown) if rows or asks else "")
        self._tell_chosen()
        self._show_views()

    def _choose(self, numbers: list[int]) -> None:
        selection = self.table.selectionModel()
        both = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.clearSelection()
        for number in numbers:
            selection.select(self.model.index(number, 0), both)
        selection.setCurrentIndex(self.model.index(numbers[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def choose(self, draft: object) -> None:
        """Choose the row of a draft, where it is in the list."""
        for number, row in enumerate(self.model.rows):
            if row.id == draft:
                self._choose([number])
                self.table.scrollTo(self.model.index(number, 0))

    def chosen_rows(self) -> list[DraftRow]:
        """The rows that are chosen, from the top."""
        numbers = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.rows[number] for number in numbers if number < len(self.model.rows)]

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        return () if self.shows_bin else tuple((PaperKind.DRAFT, row.id) for row in self.chosen_rows())

    def open_chosen(self) -> None:
        """Open the draft in hand."""
        rows = self.chosen_rows()
        if rows and not self.shows_bin:
            self.opened.emit(rows[0].id)

    def show_paper(self, laid_out: LaidOut | None) -> None:
        """Show the pages of the chosen draft; None for none."""
        self.view.show_document(laid_out.document if laid_out else None)

    def _tell_chosen(self) -> None:
        rows = self.chosen_rows()
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)
        self.renewed.emit()

    def _sort_by(self, section: int) -> None:
        key = _SORTED_BY[self.model.columns[section].name]
        self._descending = not self._descending if key is self._sort else key is SortKey.UPDATED
        self._sort = key
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(section, order)
        self._ask_anew()

    # --- columns --------------------------------------------------------------------------------------------------

    def set_columns(self, state: str) -> None:
        """Let the columns stand as they stood."""
        if state and self.table.horizontalHeader().restoreState(QByteArray(b64decode(state))):
            section = self.table.horizontalHeader().sortIndicatorSection()
            if 0 <= section < len(self.model.columns):
                self._sort = _SORTED_BY[self.model.columns[section].name]
                order = self.table.horizontalHeader().sortIndicatorOrder()
                self._descending = order is Qt.SortOrder.DescendingOrder
        self.table.horizontalHeader().setSortIndicatorShown(True)

    def _columns_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        header = self.table.horizontalHeader()
        for section, column in enumerate(self.model.columns[1:], start=1):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(section))
            action.toggled.connect(lambda shown, section=section: self._show_column(section, shown=shown))
        return menu

    def _show_column(self, section: int, *, shown: bool) -> None:
        self.table.horizontalHeader().setSectionHidden(section, not shown)
        self._tell_columns()

    def _tell_columns(self) -> None:
        self.columns_changed.emit(b64encode(self.table.horizontalHeader().saveState().data()).decode("ascii"))

    def _menu(self) -> QMenu:
        """The acts of a row, the one that takes it away last."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.shows_bin:
            menu.addAction(self._actions["restore"])
            return menu
        for name in ("open_draft", "duplicate", "start_from"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["delete"])
        return menu

    # --- the page -------------------------------------------------------------------------------------------------

    def show_place(self, place: str) -> None:
        """Say where the drafts are kept."""
        self._place = place
        self.renewed.emit()

    def heading(self) -> Heading:
        return Heading(_("Drafts"))

    def facts(self) -> Facts:
        return Facts(place=_("This machine") if self._place else "", tip=self._place)

    def serves(self) -> frozenset[Where]:
        served = {Where.ROWS}
        if self.chosen_rows():
            served.add(Where.DELETED if self.shows_bin else Where.CHOSEN)
        if self.deletions and not self.shows_bin:
            served.add(Where.DELETED)
        return frozenset(served)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.filter, self.table, self.view]
        return [pane for pane in panes if pane.isVisible()]

    def to_filter(self) -> None:
        self.filter.setFocus()

    def take_keys(self) -> None:
        (self.table if self.model.rows else self.empty).setFocus()

    def put_away(self) -> bool:
        if not self.filter.text():
            return False
        self.filter.clear()
        self.asked.emit()
        self.take_keys()
        return True

    def _leave_filter(self) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self.asked.emit()
        self.take_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_views()

    def _show_views(self) -> None:
        self.view.setVisible(self.width() >= _PAGE_NEEDS and bool(self.model.rows))
