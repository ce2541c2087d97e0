"""Choosing the size of a table: a grid of cells, by mouse or arrows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_ROWS, _COLUMNS = 8, 8
_SIDE, _GAP = 20, 4
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class GridPane(QFrame):
    """A small pane with the grid and the size in words. Enter or a click chooses, Esc does not."""

    chosen = Signal(int, int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._size = label("", "caption")
        self.grid = _Grid(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.grid)
        column.addWidget(self._size)
        self.point_at(3, 3)

    def ask(self, at: QPoint) -> None:
        """Show the grid under a point of the screen."""
        self.move(at)
        self.show()
        self.grid.setFocus()

    def point_at(self, rows: int, columns: int) -> None:
        """Mean a table of this size."""
        self.grid.rows, self.grid.columns = min(max(rows, 1), _ROWS), min(max(columns, 1), _COLUMNS)
        words = _("Table of {rows} rows, {columns} columns")
        self._size.setText(words.format(rows=self.grid.rows, columns=self.grid.columns))
        self.grid.setAccessibleName(self._size.text())
        self.grid.update()

    def choose(self) -> None:
        """Take the size that is meant."""
        self.chosen.emit(self.grid.rows, self.grid.columns)
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class _Grid(QWidget):
    """The cells; those that are meant are filled."""

    def __init__(self, look: Look, pane: GridPane) -> None:
        super().__init__(pane)
        self._look = look
        self._pane = pane
        self.rows = self.columns = 1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(_COLUMNS * (_SIDE + _GAP) - _GAP, _ROWS * (_SIDE + _GAP) - _GAP)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = _SIDE + _GAP
        self._pane.point_at(int(event.position().y()) // step + 1, int(event.position().x()) // step + 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pane.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pane.choose()
        elif step := _STEPS.get(Qt.Key(event.key())):
            self._pane.point_at(self.rows + step[0], self.columns + step[1])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(_ROWS):
            for column in range(_COLUMNS):
                meant = row < self.rows and column < self.columns
                painter.setPen(self._look.colour("accent" if meant else "edge"))
                painter.setBrush(self._look.colour("accent_soft" if meant else "raised"))
                x, y = column * (_SIDE + _GAP), row * (_SIDE + _GAP)
                painter.drawRoundedRect(QRectF(x + 0.5, y + 0.5, _SIDE - 1, _SIDE - 1), 3, 3)
        painter.end()
