"""Paints the cells of a table: words, chips, the chosen row with its edge, a hairline between rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from vpdesk.ui.style import Look

_EDGE = 12
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """`tone` names the tone of a cell that is a chip, by row and column; nothing where it is plain words.

    `is_struck` tells of a row whether its words are struck through, but for its chips; `is_head` whether it is the
    heading of those below.
    """

    def __init__(
        self,
        table: QTableView,
        look: Look,
        tone: Callable[[int, int], str],
        is_struck: Callable[[int], bool] = lambda _row: False,
        is_head: Callable[[int], bool] = lambda _row: False,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._look = look
        self._tone = tone
        self._is_struck = is_struck
        self._is_head = is_head

    @staticmethod
    def height(look: Look) -> int:
        """The height of a row."""
        return max(38, QFontMetrics(look.scale.font()).height() + 18)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words = QFontMetrics(self._look.scale.font()).horizontalAdvance(str(index.data()))
        return QSize(words + 2 * _EDGE, self.height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, cell, index, chosen=chosen)
        words = str(index.data())
        if tone := self._tone(index.row(), index.column()):
            self._paint_chip(painter, cell, words, tone)
        else:
            is_head = self._is_head(index.row())
            is_first = index.column() == 0 or is_head
            weight = QFont.Weight.DemiBold if is_head else QFont.Weight.Medium if is_first else QFont.Weight.Normal
            font = self._look.scale.font(10, weight)
            font.setStrikeOut(self._is_struck(index.row()))
            painter.setFont(font)
            painter.setPen(self._look.colour("text" if is_first or chosen else "muted"))
            room = cell.adjusted(_EDGE, 0, -_EDGE, 0)
            shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, index: _Index, *, chosen: bool) -> None:
        under_mouse = self._table.indexAt(self._table.viewport().mapFromGlobal(self._table.cursor().pos()))
        if chosen:
            painter.fillRect(cell, self._look.colour("select"))
        elif under_mouse.row() == index.row() and self._table.underMouse():
            painter.fillRect(cell, self._look.colour("hover"))
        elif self._is_head(index.row()):
            painter.fillRect(cell, self._look.colour("window"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._look.colour("line"))
        if chosen and self._table.horizontalHeader().visualIndex(index.column()) == 0:
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(), self._look.colour("accent"))
        if self._table.property("ring") and index.row() == self._table.currentIndex().row():
            painter.setPen(self._look.focus_pen())
            painter.drawLine(cell.left(), cell.top() + 1, cell.right(), cell.top() + 1)
            painter.drawLine(cell.left(), cell.bottom() - 1, cell.right(), cell.bottom() - 1)

    def _paint_chip(self, painter: QPainter, cell: QRect, words: str, tone: str) -> None:
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = QFontMetrics(painter.font())
        width = min(metrics.horizontalAdvance(words) + 16, cell.width() - 2 * _EDGE)
        height = metrics.height() + 4
        ground = QRectF(cell.left() + _EDGE, cell.center().y() - height / 2, width, height)
        muted = tone == "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("window" if muted else f"{tone}_soft"))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour(tone))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(ground.width()) - 8)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, shown)
