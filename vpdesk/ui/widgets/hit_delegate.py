"""Paints a document that was found: its number and its day, what it is about, from whom; what was typed is marked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.finding import FoundKind, Hit
from vpdesk.domain.hit_marks import Span, around, marked
from vpdesk.domain.workflow import Status
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.finding import due_words, found_kind_name, found_state_name, hit_parties, hit_subject, hit_title

if TYPE_CHECKING:
    from vpdesk.ui.widgets.hit_list import HitList

_EDGE = 20
_ABOVE = 9
_GAP = 3
_Index = QModelIndex | QPersistentModelIndex
_TONES = {
    "issued": "green",
    "external": "green",
    "held": "amber",
    "void": "red",
    "registered": "muted",
    **dict.fromkeys((Status.DRAFT.value, Status.SIGNED_OFF.value), "accent"),
    **dict.fromkeys((Status.TO_CHECK.value, Status.SUBMITTED.value), "amber"),
    Status.SENT_BACK.value: "red",
    CaseState.OPEN.value: "accent",
    CaseState.SET_ASIDE.value: "amber",
    CaseState.CLOSED.value: "green",
}


class HitDelegate(QStyledItemDelegate):
    """Rows of one height: who looks for something reads down one edge."""

    def __init__(self, view: HitList, look: Look, type_name: Callable[[str], str], today: Callable[[], date]) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._type_name = type_name
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, round(2 * _ABOVE + _GAP + self._high(10) + self._high(9)) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit, cell = self._view.hits.rows[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, cell, option)
        inside = QRectF(cell).adjusted(_EDGE, _ABOVE, -_EDGE, -_ABOVE - 1)
        above = QRectF(inside.left(), inside.top(), inside.width(), self._high(10))
        below = QRectF(inside.left(), inside.bottom() - self._high(9), inside.width(), self._high(9))
        self._paint_first_line(painter, above, hit)
        words = self._view.passages.get(hit.record) or self._people(hit)
        self._paint_words(painter, below, words, self._look.scale.font(9), "muted")
        painter.restore()

    def _people(self, hit: Hit) -> str:
        return " · ".join(filter(None, (self._kind(hit), hit_parties(hit), hit.person)))

    def _chip(self, hit: Hit) -> tuple[str, str]:
        """What is worth a chip: when something is due, or how the document stands."""
        if hit.due_on is not None:
            return due_words(hit.due_on), "red" if hit.due_on < self._today() else "amber"
        return found_state_name(hit.kind, hit.state), _TONES.get(hit.state, "muted")

    def _kind(self, hit: Hit) -> str:
        """What kind of paper it is, and the number it came in under."""
        if hit.kind is FoundKind.CASE_FILE:
            return found_kind_name(hit.kind)
        kind = self._type_name(hit.document_type) if hit.document_type else ""
        arrived = _("arrival {number}").format(number=hit.number) if hit.kind is FoundKind.INCOMING else ""
        return ", ".join(filter(None, (kind, arrived)))

    def _paint_ground(self, painter: QPainter, cell: QRect, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, self._look.colour("select"))
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(), self._look.colour("accent"))
            if self._view.property("ring"):
                painter.setPen(self._look.focus_pen())
                painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, self._look.colour("hover"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._look.colour("line"))

    def _paint_first_line(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        day, font = format_day(hit.day) if hit.day else "", self._look.scale.font(9)
        width = QFontMetricsF(font).horizontalAdvance("00/00/0000")
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        painter.drawText(room, _MIDDLE_RIGHT, day)
        left, end = room.left(), self._paint_chip(painter, room.adjusted(0, 0, -width - 12, 0), *self._chip(hit)) - 12
        title = hit_title(hit)
        bold = self._look.scale.font(10, QFont.Weight.DemiBold)
        room_of_title = QRectF(
            left, room.top(), min(QFontMetricsF(bold).horizontalAdvance(title) + 1, end - left), room.height()
        )
        self._paint_words(painter, room_of_title, title, bold, "text")
        rest = QRectF(room_of_title.right() + 12, room.top(), end - room_of_title.right() - 12, room.height())
        if rest.width() > 40:
            self._paint_words(painter, rest, hit_subject(hit), self._look.scale.font(10), "text")

    def _paint_words(self, painter: QPainter, room: QRectF, words: str, font: QFont, tone: str) -> None:
        """Paint words in a room, what was typed marked; what does not fit is elided so that the first mark is seen."""
        metrics = QFontMetricsF(font)
        spans = marked(words, self._view.terms)
        if metrics.horizontalAdvance(words) > room.width():
            letters = int(room.width() / metrics.averageCharWidth() * 0.7)
            words, spans = around(words, spans, letters)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        for start, end in spans:
            if start < len(shown):
                self._paint_mark(painter, room, metrics, (shown, (start, min(end, len(shown)))))
        painter.setPen(self._look.colour(tone))
        painter.drawText(room, _MIDDLE_LEFT, shown)

    def _paint_mark(self, painter: QPainter, room: QRectF, metrics: QFontMetricsF, at: tuple[str, Span]) -> None:
        shown, (start, end) = at
        left = room.left() + metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[:end]) - metrics.horizontalAdvance(shown[:start])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("amber_soft"))
        painter.drawRoundedRect(QRectF(left - 1, room.top(), width + 2, room.height()), 3, 3)

    def _paint_chip(self, painter: QPainter, room: QRectF, word: str, tone: str) -> float:
        """Paint a chip at the right edge of a room; where it begins."""
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(word) + 16, metrics.height() + 3
        ground = QRectF(room.right() - width, QPointF(room.center()).y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("hover" if tone == "muted" else f"{tone}_soft"))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour(tone))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, word)
        return ground.left()

    def _high(self, token: float) -> float:
        return QFontMetricsF(self._look.scale.font(token)).height() + 2


_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
