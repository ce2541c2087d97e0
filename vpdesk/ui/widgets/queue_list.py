"""The list of what waits for its signature: each dispatch in a few lines, read and chosen by the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from vpdesk.domain.signoff import QueueRow
from vpdesk.ui.models.rows import Column, RowsModel
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.queue_delegate import QueueDelegate, heard
from vpdesk.words.catalogue import _

_Flag = QItemSelectionModel.SelectionFlag


class QueueList(QListView):
    """Rows of the queue. The one in hand is shown beside; several are chosen with Shift or Ctrl."""

    changed = Signal()
    """Another row is in hand, or others are chosen."""
    entered = Signal()
    """Enter, or a double click: the keys are wanted where the row leads."""
    read_on = Signal(int)
    """The space bar: read on (+1) or back (-1)."""

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._types: Mapping[str, str] = {}
        column: Column[QueueRow] = Column("dispatch", "", lambda row: heard(row, self.type_name(row), now()))
        self.rows_model: RowsModel[QueueRow] = RowsModel((column,), self)
        self.setModel(self.rows_model)
        self.setItemDelegate(QueueDelegate(self, look, now))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(_("What waits for its signature"))
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.changed.emit())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.changed.emit())
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        follow_keyboard_focus(self)

    # --- rows -----------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """All rows, from the top."""
        return self.rows_model.rows

    @property
    def row(self) -> QueueRow | None:
        """The row in hand."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @property
    def chosen(self) -> tuple[QueueRow, ...]:
        """The rows that are chosen, from the top."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.rows[place] for place in places if place < len(self.rows))

    def type_name(self, row: QueueRow) -> str:
        """What the type of a dispatch is called."""
        return self._types.get(row.document_type, row.document_type)

    def name_types(self, types: Mapping[str, str]) -> None:
        """Call the types by these names, by their codes."""
        self._types = types

    def show_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Show these rows: what was in hand and chosen stays so, or what came into its place; nothing moves."""
        in_hand, chosen = self.row, {row.id for row in self.chosen}
        at, shown = self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows_model.set_rows(rows)
        if not rows:
            return
        places = {row.id: place for place, row in enumerate(rows)}
        current = places.get(in_hand.id) if in_hand else None
        if current is None:
            current = min(max(at, 0), len(rows) - 1)
        kept = [places[one] for one in chosen if one in places]
        self._choose(current, kept or [current])
        self.doItemsLayout()
        self.verticalScrollBar().setValue(shown)

    def put(self, row: QueueRow) -> None:
        """Show a row as it is now."""
        self.show_rows(tuple(row if one.id == row.id else one for one in self.rows))

    # --- choosing -------------------------------------------------------------------------------------------------

    def go_to(self, draft: UUID) -> bool:
        """Take the row of a dispatch in hand, and it alone; whether it is there."""
        for place, row in enumerate(self.rows):
            if row.id == draft:
                self._choose(place, [place])
                self.scrollTo(self.rows_model.index(place, 0))
                return True
        return False

    def look_at(self, draft: UUID) -> None:
        """Take the row of a dispatch in hand and leave the others chosen."""
        for place, row in enumerate(self.rows):
            if row.id == draft:
                self.selectionModel().setCurrentIndex(self.rows_model.index(place, 0), _Flag.NoUpdate)

    def step(self, direction: int) -> bool:
        """Take the next row in hand (+1) or the one before (-1); several stay chosen. Whether there is one."""
        place = self.currentIndex().row() + direction
        if not 0 <= place < len(self.rows):
            return False
        index = self.rows_model.index(place, 0)
        alone = len(self.chosen) < 2
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect if alone else _Flag.NoUpdate)
        self.scrollTo(index)
        return True

    def choose_one(self) -> bool:
        """Let only the row in hand be chosen; whether there were several."""
        were_several = len(self.chosen) > 1
        if were_several:
            self._choose(self.currentIndex().row(), [self.currentIndex().row()])
        return were_several

    def _choose(self, current: int, places: list[int]) -> None:
        selection = self.selectionModel()
        before = self.blockSignals(True)
        selection.clearSelection()
        for place in places:
            selection.select(self.rows_model.index(place, 0), _Flag.Select)
        selection.setCurrentIndex(self.rows_model.index(current, 0), _Flag.NoUpdate)
        self.blockSignals(before)
        self.changed.emit()

    # --- Qt's events ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers, plain = event.modifiers(), Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and modifiers in (plain, Qt.KeyboardModifier.ShiftModifier):
            self.read_on.emit(1 if modifiers == plain else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == plain:
            self.entered.emit()
        elif event.text() and modifiers == plain:
            event.ignore()  # letters find nothing here: they would move the row in hand
        else:
            super().keyPressEvent(event)
