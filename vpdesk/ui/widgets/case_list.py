"""The list of case files under their headings: chosen by the keys, never moved by renewal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from vpdesk.domain.case_views import CaseRow
from vpdesk.ui.models.rows import Column, RowsModel
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.case_delegate import CaseDelegate, heard
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.words.catalogue import _

_Flag = QItemSelectionModel.SelectionFlag


class CaseList(QListView):
    """Rows of two lines each. The one in hand is shown beside; several are chosen with Shift or Ctrl."""

    changed = Signal()
    """Another case file is in hand, or others are chosen."""
    opened = Signal()
    """Enter, or a double click: the keys are wanted among its documents."""
    taken_up = Signal()
    """The keys came here."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self.due: Mapping[UUID, date] = {}
        """By which day the archive must have a case file, of those that wait for it."""
        column: Column[CaseRow] = Column("case_file", "", lambda row: heard(row, self.due, today()))
        self.rows_model: RowsModel[CaseRow] = RowsModel((column,), self)
        self.setModel(self.rows_model)
        self.setItemDelegate(CaseDelegate(self, look, today))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Case files"))
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.changed.emit())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.changed.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        follow_keyboard_focus(self)

    # --- rows -------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """All rows, from the top."""
        return self.rows_model.rows

    @property
    def row(self) -> CaseRow | None:
        """The row in hand."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @property
    def chosen(self) -> tuple[CaseRow, ...]:
        """The rows that are chosen, from the top."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.rows[place] for place in places if place < len(self.rows))

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Show these rows: what was in hand and chosen stays so, or what came into its place; nothing moves."""
        in_hand, chosen = self.row, {row.case_file.id for row in self.chosen}
        at, shown = self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows_model.set_rows(rows)
        if not rows:
            self.changed.emit()
            return
        places = {row.case_file.id: place for place, row in enumerate(rows)}
        current = places.get(in_hand.case_file.id) if in_hand else None
        if current is None:
            current = min(max(at, 0), len(rows) - 1)
        kept = [places[one] for one in chosen if one in places]
        self._choose(current, kept or [current])
        self.doItemsLayout()
        self.verticalScrollBar().setValue(shown)

    def go_to(self, case_file: UUID) -> bool:
        """Take a case file in hand, and it alone; whether it is there."""
        for place, row in enumerate(self.rows):
            if row.case_file.id == case_file:
                self._choose(place, [place])
                self.scrollTo(self.rows_model.index(place, 0))
                return True
        return False

    def step(self, direction: int) -> bool:
        """Take the next case file in hand (+1) or the one before (-1); whether there is one."""
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
            selection.select(self.rows_model.index(place, 0), _Flag.Select)
        selection.setCurrentIndex(self.rows_model.index(current, 0), _Flag.NoUpdate)
        self.blockSignals(before)
        self.changed.emit()

    # --- Qt's events ------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.taken_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.opened.emit()
        elif event.text() and plain and event.key() != Qt.Key.Key_Space:
            event.ignore()  # letters find nothing here: they would move the row in hand
        else:
            super().keyPressEvent(event)
