"""Rows of a register in a table with one delegate: chosen by keys, read on by scrolling, never moved by renewal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from vpdesk.ui.models.rows import Column, RowsModel
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.row_delegate import RowDelegate

Row = TypeVar("Row")
_Flag = QItemSelectionModel.SelectionFlag
_NEAR = 40
"""Rows before the end at which more are asked for."""


class RegisterTable(QTableView, Generic[Row]):
    """`key` tells a row from the others; `tone` names the tone of a cell that is a chip, by row and column.

    `is_head` tells of a row whether it stands over others as their heading.
    """

    changed = Signal()
    """Another row is in hand, or others are chosen."""
    opened = Signal()
    """Enter, or a double click."""
    ran_out = Signal()
    """The end of the rows comes near: more are wanted, if there are any."""

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        tone: Callable[[Row, str], str] = lambda _row, _column: "",
        is_struck: Callable[[Row], bool] = lambda _row: False,
        is_head: Callable[[Row], bool] = lambda _row: False,
    ) -> None:
        super().__init__()
        self._key = key
        self.rows_model: RowsModel[Row] = RowsModel(columns, self)
        self.setModel(self.rows_model)
        names = [one.name for one in columns]
        self.setItemDelegate(
            RowDelegate(
                self,
                look,
                lambda row, column: tone(self.rows[row], names[column]),
                lambda row: is_struck(self.rows[row]),
                lambda row: is_head(self.rows[row]),
            )
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(RowDelegate.height(look))
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.changed.emit())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.changed.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        follow_keyboard_focus(self)

    def set_widths(self, look: Look, stretched: int, widths: dict[int, int]) -> None:
        """Let a column take what room there is, and the others these widths in pixels."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for section, width in widths.items():
            header.resizeSection(section, round(width * max(1.0, look.scale.body / 10)))

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows that are loaded, from the top."""
        return self.rows_model.rows

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @property
    def chosen(self) -> tuple[Row, ...]:
        """The rows that are chosen, from the top."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows[place] for place in places if place < len(self.rows))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows: what was in hand and chosen stays so, or what came into its place; nothing moves."""
        in_hand, chosen = self.row, {self._key(row) for row in self.chosen}
        at, shown = self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows_model.set_rows(rows)
        if not rows:
            self.changed.emit()
            return
        places = {self._key(row): place for place, row in enumerate(rows)}
        current = places.get(self._key(in_hand)) if in_hand is not None else None
        if current is None:
            current = min(max(at, 0), len(rows) - 1)
        kept = [places[one] for one in chosen if one in places]
        self._choose(current, kept or [current])
        self.verticalScrollBar().setValue(shown)

    def add_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows below the others."""
        self.rows_model.add_rows(rows)

    def go_to(self, key: object) -> bool:
        """Take a row in hand, and it alone; whether it is there."""
        for place, row in enumerate(self.rows):
            if self._key(row) == key:
                self._choose(place, [place])
                self.scrollTo(self.rows_model.index(place, 0))
                return True
        return False

    def step(self, direction: int) -> bool:
        """Take the next row in hand (+1) or the one before (-1); whether there is one."""
        place = self.currentIndex().row() + direction
        if not 0 <= place < len(self.rows):
            return False
        self._choose(place, [place])
        self.scrollTo(self.rows_model.index(place, 0))
        return True

    def _choose(self, current: int, places: list[int]) -> None:
        selection = self.selectionModel()
        before = self.blockSignals(True)
        selection.clearSelection()
        for place in places:
            selection.select(self.rows_model.index(place, 0), _Flag.Select | _Flag.Rows)
        selection.setCurrentIndex(self.rows_model.index(current, 0), _Flag.NoUpdate)
        self.blockSignals(before)
        self.changed.emit()

    def _follow_scroll(self, value: int) -> None:
        row_height = max(1, self.verticalHeader().defaultSectionSize())
        if self.rows and value >= self.verticalScrollBar().maximum() - _NEAR * row_height:
            self.ran_out.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.text() and not event.modifiers() and event.key() != Qt.Key.Key_Space:
            event.ignore()  # letters find nothing here: they would move the row in hand
        else:
            super().keyPressEvent(event)
