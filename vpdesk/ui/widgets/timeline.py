"""A timeline: rows of two lines, who and in which days; what is past is quiet, what holds now may carry a chip."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vpdesk.ui.models.rows import Column, RowsModel
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus

_EDGE = 14
_PADDING = 8
_GAP = 2
_Index = QModelIndex | QPersistentModelIndex


class TimelineRow(NamedTuple):
    """Who, what of him, in which days; `chip` is a word for what holds now."""

    id: UUID
    title: str
    detail: str
    days: str
    chip: str = ""
    is_past: bool = False

    def spoken(self) -> str:
        """The row for those who hear it."""
        return ", ".join(filter(None, (self.title, self.chip, self.detail, self.days)))


class Timeline(QListView):
    """Rows by keyboard: the arrows choose, Enter goes on to what is chosen."""

    chosen = Signal(object)
    """The id of the row that was chosen by hand."""
    opened = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.rows: RowsModel[TimelineRow] = RowsModel((Column("row", name, TimelineRow.spoken),), self)
        self.setModel(self.rows)
        self.setItemDelegate(_TimelineDelegate(self, look))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.selectionModel().currentRowChanged.connect(self._tell)
        follow_keyboard_focus(self)

    def show_rows(self, rows: tuple[TimelineRow, ...], chosen: UUID | None) -> None:
        """Show these rows, one of them chosen or none."""
        place = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.rows.set_rows(rows)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(place)
        self.choose(chosen)

    def choose(self, row: UUID | None) -> None:
        """Choose a row, or none, without telling of it."""
        index = next((self.rows.index(place, 0) for place, one in enumerate(self.rows.rows) if one.id == row), None)
        self.selectionModel().currentRowChanged.disconnect(self._tell)
        if index is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(index)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.rows.rows[current.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)


class _TimelineDelegate(QStyledItemDelegate):
    """Paints a row: the name with its chip, below it what he is and the days."""

    def __init__(self, timeline: Timeline, look: Look) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = QFontMetrics(self._look.scale.font()).height() + QFontMetrics(self._look.scale.font(9)).height()
        return QSize(0, max(54, lines + _GAP + 2 * _PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._timeline.rows.rows[index.row()]
        cell: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, cell, option)
        inside = cell.adjusted(_EDGE, _PADDING, -_EDGE, -_PADDING)
        room = self._paint_chip(painter, inside, row.chip) if row.chip else 0
        self._paint_title(painter, inside.adjusted(0, 0, -room, 0), row)
        self._paint_detail(painter, inside, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, option: QStyleOptionViewItem) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(cell, self._look.colour("select"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, self._look.colour("hover"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._look.colour("line"))
        if is_chosen:
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(), self._look.colour("accent"))

    def _paint_title(self, painter: QPainter, room: QRect, row: TimelineRow) -> None:
        painter.setFont(self._look.scale.font(10, QFont.Weight.Normal if row.is_past else QFont.Weight.Medium))
        painter.setPen(self._look.colour("muted" if row.is_past else "text"))
        shown = QFontMetrics(painter.font()).elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_detail(self, painter: QPainter, room: QRect, row: TimelineRow) -> None:
        """What he is gives way to the days where both find no room."""
        painter.setFont(self._look.scale.font(9))
        painter.setPen(self._look.colour("muted"))
        metrics = QFontMetrics(painter.font())
        days = f" · {row.days}" if row.detail else row.days
        left = room.width() - metrics.horizontalAdvance(days)
        words = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, left) + days
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_chip(self, painter: QPainter, room: QRect, words: str) -> int:
        """Paint a chip at the end of the first line; the width that it takes."""
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = QFontMetrics(painter.font())
        width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 2
        ground = QRectF(room.right() - width, room.top(), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("green_soft"))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour("green"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
        return width + 8
