"""Paints what waits: the type, what is urgent or comes back, the subject on two lines, whose it is and since when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.signoff import QueueRow
from vpdesk.domain.workflow import WAITING
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _
from vpdesk.words.waiting import round_words, subject_words, waited_words, waits_for_words
from vpdesk.words.wording import urgency_name

if TYPE_CHECKING:
    from vpdesk.ui.widgets.queue_list import QueueList

_EDGE = 20
_ABOVE = 12
_GAP = 4
_LINES = 2
_DOT = 7
_Index = QModelIndex | QPersistentModelIndex


def heard(row: QueueRow, type_name: str, now: datetime) -> str:
    """A row as it is read out."""
    unread = _("not read yet") if is_unread(row) else ""
    chips = [word for word, _tone in _chips(row)]
    return ", ".join(filter(None, (type_name, *chips, subject_words(row.subject), _last_line(row, now), unread)))


def is_unread(row: QueueRow) -> bool:
    """Whether a dispatch waits for the officer, and its newest version was not shown to him."""
    return row.waits_for_me and row.read_version != row.version


class QueueDelegate(QStyledItemDelegate):
    """Rows of one height; over the first that waits for somebody else stands a heading."""

    def __init__(self, view: QueueList, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = 2 * _ABOVE + 2 * _GAP + self._high(10) * (1 + _LINES) + self._high(9)
        return QSize(0, height + (self._heading_height() if self._begins_others(index.row()) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell, row = QRect(option.rect), self._view.rows[index.row()]
        if self._begins_others(index.row()):
            self._paint_heading(painter, cell)
            cell.setTop(cell.top() + self._heading_height())
        self._paint_ground(painter, cell, option, is_in_hand=index == self._view.currentIndex())
        inside = QRectF(cell).adjusted(_EDGE, _ABOVE, -_EDGE + 6, -_ABOVE)
        self._paint_first_line(painter, inside, row, is_chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        top = inside.top() + self._high(10) + _GAP
        self._paint_subject(painter, QRectF(inside.left(), top, inside.width(), 0), row)
        painter.setFont(self._look.scale.font(9))
        painter.setPen(self._look.colour("muted"))
        foot = QRectF(inside.left(), inside.bottom() - self._high(9), inside.width(), self._high(9))
        words = painter.fontMetrics().elidedText(
            _last_line(row, self._now()), Qt.TextElideMode.ElideRight, int(foot.width())
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    # --- parts ----------------------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, cell: QRect) -> None:
        area = QRect(cell.left(), cell.top(), cell.width(), self._heading_height())
        painter.fillRect(area, self._look.colour("window"))
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        painter.setPen(self._look.colour("muted"))
        words = _("Waits for others")
        painter.drawText(area.adjusted(_EDGE, 6, -_EDGE, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._look.colour("line"))

    def _paint_ground(self, painter: QPainter, cell: QRect, option: QStyleOptionViewItem, *, is_in_hand: bool) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, self._look.colour("select"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, self._look.colour("hover"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._look.colour("line"))
        if is_in_hand:
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(), self._look.colour("accent"))
            if self._view.property("ring"):
                painter.setPen(self._look.focus_pen())
                painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -2))

    def _paint_first_line(self, painter: QPainter, inside: QRectF, row: QueueRow, *, is_chosen: bool) -> None:
        left, height = inside.left(), self._high(10)
        if is_unread(row):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(QPointF(left - 10, inside.top() + height / 2), _DOT / 2, _DOT / 2)
        right = inside.right()
        for word, tone in reversed(_chips(row)):
            # The ground of a chosen row is nearly that of a chip in accent.
            ground = "surface" if is_chosen and tone == "accent" else f"{tone}_soft"
            right = self._paint_chip(painter, word, (tone, ground), QPointF(right, inside.top() + height / 2)) - 6
        painter.setFont(self._look.scale.font(10, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        room = QRectF(left, inside.top(), right - left, height)
        name = painter.fontMetrics().elidedText(
            self._view.type_name(row), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_chip(self, painter: QPainter, word: str, colours: tuple[str, str], end: QPointF) -> float:
        """Paint a chip in a tone and on a ground, with the middle of its right edge at `end`; where it begins."""
        tone, soft = colours
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(word) + 16, metrics.height() + 3
        ground = QRectF(end.x() - width, end.y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(soft))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour(tone))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, word)
        return ground.left()

    def _paint_subject(self, painter: QPainter, room: QRectF, row: QueueRow) -> None:
        """Paint the subject, two lines of it: the end of what does not fit is elided."""
        font = self._look.scale.font(10)
        painter.setPen(self._look.colour("text" if row.waits_for_me else "muted"))
        painter.setFont(font)
        words, metrics = subject_words(row.subject), QFontMetrics(font)
        begins = _line_starts(words, font, room.width())
        for number, start in enumerate(begins[:_LINES]):
            is_last = number == _LINES - 1
            line = words[start:] if is_last or number + 1 == len(begins) else words[start : begins[number + 1]]
            shown = metrics.elidedText(line.strip(), Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(QPointF(room.left(), room.top() + number * self._high(10) + metrics.ascent() + 1), shown)

    def _begins_others(self, place: int) -> bool:
        """Whether here begins what waits for somebody else, behind what waits for the officer."""
        rows = self._view.rows
        return 0 < place < len(rows) and rows[place - 1].waits_for_me and not rows[place].waits_for_me

    def _heading_height(self) -> int:
        return self._high(9) + 16

    def _high(self, token: float) -> int:
        return QFontMetrics(self._look.scale.font(token)).height() + 2


def _chips(row: QueueRow) -> list[tuple[str, str]]:
    """What is worth a chip: the round from the second on, the urgency."""
    chips = [(round_words(row.rounds), "accent")] if row.rounds > 1 else []
    return [*chips, (urgency_name(Urgency(row.urgency)), "red")] if row.urgency else chips


def _last_line(row: QueueRow, now: datetime) -> str:
    parts = [row.owner_name]
    if row.status in WAITING:
        parts.append(waited_words(row, now))
    if not row.waits_for_me:
        parts.append(waits_for_words(row))
    return " · ".join(parts)


def _line_starts(words: str, font: QFont, width: float) -> list[int]:
    """Where the lines of some words begin in a room so wide."""
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts
