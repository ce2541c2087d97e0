"""The register of arrivals: its views with their counts, rows by the keys, what is known of the one in hand beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.arriving import MOST_COUNTED, ArrivalPage, ArrivalRow, ArrivalView
from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.roles import Permission
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.arrival_rows import ArrivalRowsModel
from vpdesk.ui.pages.arrival_steps import WORK_ACTS, served_works, where_of
from vpdesk.ui.pages.drafts_page import RowsTable
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.scans import scans_taken
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.row_delegate import RowDelegate
from vpdesk.words.arrivals import arrival_view_name
from vpdesk.words.catalogue import _, format_number

_PATIENCE = 200
"""Milliseconds of quiet before words typed into the filter are looked for."""
_WIDTHS = {
    "number": (84, 72, 72),
    "arrived_on": (104, 0, 0),
    "sender": (190, 140, 140),
    "reference": (146, 122, 0),
    "receiver": (150, 110, 0),
    "due": (164, 146, 146),
    "state": (140, 128, 124),
}
"""Pixels of the columns where there is room, where there is less, and where there is little; one of none gives way."""
_ROOMY, _TIGHT = 1100, 860
"""Pixels of the page from which there is room, and below which there is little."""
_FILTER_LEAST = 240
_BAR_EDGE = 16
_STRETCHES = "subject"
_OF_ROW = ("open_arrival", *WORK_ACTS, "amend_arrival", "void_arrival")
"""The acts of a row, the destructive one last."""
_LONGEST_MENU = 8
_VIEWS_OF_OTHERS = frozenset({ArrivalView.WAITING, ArrivalView.UNASSIGNED, ArrivalView.UNDER_WAY})
"""Views of whoever keeps the register or directs; of the others' work these are none."""


class ArrivalsPage(Page):
    """Shows rows and asks for others; tells which is opened."""

    place: ClassVar[str] = "arrivals"
    is_first: ClassVar[bool] = True
    asked = Signal()
    """Other rows are wanted: `words` or `view` say which."""
    more_wanted = Signal(object)
    """The rows behind the arrival with this id."""
    opened = Signal(object)
    """The id of an arrival."""
    dropped = Signal(object)
    """Paths of scans that are to be entered."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        may: Callable[[Permission], bool],
    ) -> None:
        super().__init__()
        self._look, self._actions, self._may = look, actions, may
        self._level = -1
        self.may_undo = False
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find among the arrivals"))
        self.filter.setAccessibleName(_("Find among the arrivals"))
        self.filter.setClearButtonEnabled(True)
        self.views = QButtonGroup(self)
        self.model = ArrivalRowsModel(self)
        self.table = RowsTable()
        hint = _("F3 enters one, or drop a scan here.")
        self.empty = EmptyState(icons, "inbox", _("No arrivals today yet."), hint)
        self.empty.offer(actions["new_arrival"], "inbox", look, "plain")
        self.nothing = EmptyState(icons, "search", _("Nothing found."), _("Try fewer words, or another view."))
        self._rows = QStackedWidget()
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._grid = QGridLayout()
        self._wait = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._arrange()
        self._dress_table(look)
        self._connect()
        self._offer()

    # --- building -------------------------------------------------------------------------------------------------

    def _dress_table(self, look: Look) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(table, look, self.model.tone, self.model.is_struck))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setAccessibleName(_("Arrivals"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(RowDelegate.height(look))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for section, column in enumerate(self.model.columns):
            if column.name == _STRETCHES:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        self._fit_columns()
        follow_keyboard_focus(table)

    def _fit_columns(self) -> None:
        """Give the columns the widths that go with the room."""
        scale, header = max(1.0, self._look.scale.body / 10), self.table.horizontalHeader()
        room = self.width() / scale
        level = 0 if room >= _ROOMY else 1 if room >= _TIGHT else 2
        if level != self._level:
            self._level = level
            for section, column in enumerate(self.model.columns):
                if column.name in _WIDTHS:
                    width = _WIDTHS[column.name][level]
                    header.setSectionHidden(section, not width)
                    header.resizeSection(section, round(width * scale))

    def _fit_views(self) -> None:
        """Put the views beside the filter, under it, or in two rows, as there is room."""
        shown = [one for one in self.views.buttons() if not one.isHidden()]
        needed = sum(one.sizeHint().width() + self._grid.spacing() for one in shown)
        room = self.width() - 2 * _BAR_EDGE
        beside = needed + _FILTER_LEAST <= room
        self._bar.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        in_row = len(shown) if needed <= room else (len(shown) + 1) // 2
        for place, one in enumerate(shown):
            self._grid.addWidget(one, place // in_row, place % in_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._fit_views()

    def _arrange(self) -> None:
        self._bar.setContentsMargins(_BAR_EDGE, 12, _BAR_EDGE, 10)
        self._bar.setSpacing(6)
        self._bar.addWidget(self.filter, 1)
        keeps = self._may(Permission.REGISTER_ARRIVALS) or self._may(Permission.DIRECT)
        self._grid.setSpacing(2)
        for number, view in enumerate(ArrivalView):
            button = QPushButton(arrival_view_name(view))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(number == 0)
            if not keeps and view in _VIEWS_OF_OTHERS:
                button.hide()
            self.views.addButton(button, number)
            self._grid.addWidget(button, 0, number)
        self._bar.addLayout(self._grid)
        for part in (self.table, self.empty, self.nothing):
            self._rows.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self._rows, 1)

    def _connect(self) -> None:
        self._wait.timeout.connect(self._look_for_words)
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.filter.returnPressed.connect(self._leave_filter)
        self.views.idClicked.connect(lambda _number: self._show_view())
        self.model.wanted.connect(self.more_wanted)
        self.table.opened.connect(self.open_chosen)
        self.table.doubleClicked.connect(lambda _index: self.open_chosen())
        self.table.customContextMenuRequested.connect(
            lambda at: self._menu().popup(self.table.viewport().mapToGlobal(at))
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_which: self._follow_chosen())

    # --- rows -----------------------------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """The words that rows are wanted for, of every view; nothing where the view says which."""
        return " ".join(self.filter.text().split())

    def _look_for_words(self) -> None:
        """Look among all arrivals for what was typed."""
        self._wait.stop()
        if self.words:
            self.views.button(0).setChecked(True)
        self.asked.emit()

    def _show_view(self) -> None:
        """Show a view whole."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.asked.emit()

    @property
    def view(self) -> ArrivalView:
        """The view that was chosen."""
        return tuple(ArrivalView)[self.views.checkedId()]

    def choose_view(self, view: ArrivalView) -> None:
        """Choose a view; its rows come when they are asked for."""
        self.views.button(tuple(ArrivalView).index(view)).setChecked(True)
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)

    def name_types(self, types: Mapping[str, str]) -> None:
        """Call the types by these names, by their codes."""
        self.model.name_types(types)

    def show_counts(self, counts: Mapping[ArrivalView, int]) -> None:
        """Show how many arrivals each view has; none is not said."""
        for number, view in enumerate(ArrivalView):
            count, name = counts.get(view, 0), arrival_view_name(view)
            button = self.views.button(number)
            shown = f"{format_number(count)}+" if count >= MOST_COUNTED else format_number(count)
            button.setText(f"{name}  {shown}" if count else name)
            is_late = view is ArrivalView.OVERDUE and count
            button.setProperty("tone", "red" if is_late else "")
            button.style().polish(button)
        self._fit_views()

    def show_page(self, page: ArrivalPage) -> None:
        """Show the first rows of the view; what was chosen stays chosen, and in its place."""
        chosen, at = [row.arrival.id for row in self.chosen_rows()], self.table.currentIndex().row()
        place, waited = self.table.verticalScrollBar().value(), self._keys_wait()
        self.model.show_page(page)
        if page.rows:
            kept = [found for one in chosen if (found := self.model.place_of(one)) is not None]
            self._choose(kept or [min(max(at, 0), len(self.model.rows) - 1)])
        self.table.verticalScrollBar().setValue(place)
        asks = bool(self.words) or self.view is not ArrivalView.ALL
        self._rows.setCurrentWidget(self.table if page.rows else self.nothing if asks else self.empty)
        if page.rows and waited:
            self.table.setFocus()
        self._follow_chosen()

    def _follow_chosen(self) -> None:
        """Offer what can be done with the rows that are chosen now."""
        self._offer()
        self.renewed.emit()

    def _offer(self) -> None:
        """Offer as the main act what the officer does as a rule; the others in a menu, as far as they can be done."""
        served = self.serves()
        usual = next((name for name in self._usual if where_of(name) in served), "")
        if usual == "answer_arrival" and Where.FINISHABLE_ARRIVALS not in served:
            usual = ""  # it was given to somebody else
        enters = ("new_arrival",) if self._may(Permission.REGISTER_ARRIVALS) else ()
        self.acts = (*((usual,) if usual else ()), *enters)
        self.more = tuple(name for name in _OF_ROW if where_of(name) in served)

    @property
    def _usual(self) -> tuple[str, ...]:
        """The acts of which one stands at the top, by what the officer is."""
        if self._may(Permission.REGISTER_ARRIVALS):
            return ("submit_arrivals", "hand_over")
        if self._may(Permission.DIRECT):
            return ("direct_arrival",)
        return ("sign_for", "answer_arrival")

    def _keys_wait(self) -> bool:
        focus = self.focusWidget()
        return any(one.isAncestorOf(focus) for one in (self.empty, self.nothing))

    def _choose(self, places: list[int]) -> None:
        selection = self.table.selectionModel()
        both = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.clearSelection()
        for place in places:
            selection.select(self.model.index(place, 0), both)
        selection.setCurrentIndex(self.model.index(places[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def choose(self, arrival: UUID) -> None:
        """Choose the row of an arrival, where it was fetched."""
        if (place := self.model.place_of(arrival)) is not None:
            self._choose([place])
            self.table.scrollTo(self.model.index(place, 0))

    def chosen_rows(self) -> list[ArrivalRow]:
        """The rows that are chosen, from the top."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.rows[place] for place in places if place < len(self.model.rows)]

    def open_chosen(self) -> None:
        """Open the arrival in hand."""
        if rows := self.chosen_rows():
            self.opened.emit(rows[0].arrival.id)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        void = [name for name in self.more if name == "void_arrival"]
        others = [name for name in self.more if name not in void][: _LONGEST_MENU - len(void)]
        menu.addActions([self._actions[name] for name in others])
        if void:
            menu.addSeparator()
            menu.addActions([self._actions[name] for name in void])
        return menu

    # --- what the window says -------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Arrivals"))

    def title(self) -> str:
        return _("Arrivals")

    def serves(self) -> frozenset[Where]:
        rows = self.chosen_rows()
        living = bool(rows) and all(row.arrival.state is ArrivalState.REGISTERED for row in rows)
        living = living and self._may(Permission.REGISTER_ARRIVALS)
        one = len(rows) == 1
        works = served_works([row.work.steps if row.work else frozenset() for row in rows])
        there = {Where.ROWS: True, Where.ARRIVAL: one, Where.LIVING_ARRIVALS: living}
        there |= {Where.LIVING_ARRIVAL: one and living, Where.RECEIVABLE_ARRIVALS: living}
        there |= {Where.UNDOABLE_WORK: self.may_undo}
        return works | {where for where, holds in there.items() if holds}

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        return tuple((PaperKind.INCOMING, row.arrival.id) for row in self.chosen_rows())

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.filter, self.table]
        return [pane for pane in panes if pane.isVisible()]

    def to_filter(self) -> None:
        self.filter.setFocus()

    def takes(self, paths: Sequence[Path]) -> str:
        return scans_taken(paths) if self._may(Permission.REGISTER_ARRIVALS) else ""

    def take(self, paths: Sequence[Path]) -> None:
        self.dropped.emit(paths)

    def take_keys(self) -> None:
        (self.table if self.model.rows else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        if not self.filter.text():
            return False
        self._show_view()
        self.take_keys()
        return True

    def _leave_filter(self) -> None:
        if self._wait.isActive():
            self._look_for_words()
        self.take_keys()
