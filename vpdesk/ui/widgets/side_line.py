"""A line of the pane beside a page that leads somewhere: a bar, a number or an icon, words, and a caption."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

_EDGE = 8
_ABOVE = 5
_LEAD = 24
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Lead(NamedTuple):
    """What leads a line: its tone, and the icon or the number that wears it; a bar where there is neither."""

    tone: str = "accent"
    icon: str = ""
    number: int | None = None


class SideLine(QPushButton):
    """Words that are a way to a place: Enter, the space bar or a click goes there; the line in hand stays marked."""

    removed = Signal()
    """Del was pressed on it."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        words: str,
        caption: str = "",
        lead: Lead = Lead(),  # noqa: B008 -- a value
        *,
        caption_tone: str = "muted",
    ) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._words, self._caption = words, caption
        self._lead, self._caption_tone = lead, caption_tone
        self.setCheckable(True)
        self.setAccessibleName(f"{lead.number}. {words}" if lead.number else words)
        self.setAccessibleDescription(caption)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Leave the mark alone: which line is in hand, the page says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        caption = self._high(self._caption_font(), self._caption, width) if self._caption else 0
        return max(30, self._high(self._look.scale.font(), self._words, width) + caption + 2 * _ABOVE)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lead(painter)
        words = self.rect().adjusted(_EDGE + _LEAD, _ABOVE, -_EDGE, 0)
        painter.setFont(self._look.scale.font())
        painter.setPen(self._look.colour("text"))
        painter.drawText(words, _WRAPPED, self._words)
        if self._caption:
            below = self._high(self._look.scale.font(), self._words, self.width())
            painter.setFont(self._caption_font())
            painter.setPen(self._look.colour(self._caption_tone))
            painter.drawText(words.adjusted(0, below, 0, 0), _WRAPPED, self._caption)
        painter.end()

    def _paint_lead(self, painter: QPainter) -> None:
        lead, line = self._lead, QFontMetrics(self._look.scale.font()).height()
        middle = QPointF(_EDGE + 8, _ABOVE + line / 2)
        if lead.icon:
            area = QRectF(middle.x() - 8, middle.y() - 8, 16, 16)
            self._icons.draw(painter, lead.icon, lead.tone, area)
        elif lead.number is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(lead.tone))
            painter.drawEllipse(middle, 9, 9)
            painter.setPen(self._look.colour("on_accent"))
            painter.setFont(self._look.scale.font(8, QFont.Weight.DemiBold))
            disc = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(lead.number))
        else:
            bar = QRectF(_EDGE + 2, _ABOVE + 1, 2.5, self.height() - 2 * _ABOVE - 2)
            painter.fillRect(bar, self._look.colour(lead.tone))

    def _high(self, font: QFont, words: str, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _EDGE - _LEAD, 40), 10_000)
        return QFontMetrics(font).boundingRect(room, _WRAPPED, words).height()

    def _caption_font(self) -> QFont:
        return self._look.scale.font(9)
