"""The phrases that a head often writes on arrivals: one line each with its key, a click or the key writes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.domain.handling import DirectivePhrase
from vpdesk.ui.style import Look

KEYED = 9
"""As many phrases have a key."""
_EDGE, _ABOVE = 8, 4


class PhraseLine(QAbstractButton):
    """A phrase behind the cap of its key; what does not fit is elided, and whole in the tooltip."""

    def __init__(self, look: Look, words: str, key: str) -> None:
        super().__init__()
        self._look, self._words, self._key = look, words, key
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words}, {key}" if key else words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self._look.scale.font()).height() + 2 * _ABOVE + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setFont(self._look.scale.font(9))
        metrics = QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(self._key or "Ctrl+9") + 10
        cap = QRectF(_EDGE, (self.height() - metrics.height() - 2) / 2, width, metrics.height() + 2)
        if self._key:
            painter.setPen(self._look.colour("line"))
            painter.setBrush(self._look.colour("raised"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._look.colour("muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setFont(self._look.scale.font())
        painter.setPen(self._look.colour("text"))
        room = self.rect().adjusted(round(cap.right()) + 8, 0, -_EDGE, 0)
        shown = QFontMetrics(painter.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class PhraseList(QWidget):
    """The phrases under each other; nothing is there where there are none."""

    chosen = Signal(str)
    """The words of a phrase."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.phrases: tuple[DirectivePhrase, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(0)

    def show_phrases(self, phrases: Sequence[DirectivePhrase]) -> None:
        """Show these phrases; the first nine have a key."""
        self.phrases = tuple(phrases[:KEYED])
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(self.phrases, start=1):
            line = PhraseLine(self._look, one.text, f"Ctrl+{place}")
            line.clicked.connect(lambda _checked=False, text=one.text: self.chosen.emit(text))
            self._column.addWidget(line)
        self.setVisible(bool(self.phrases))

    def choose(self, place: int) -> None:
        """Choose a phrase by its place, counted from 1; where there is none, nothing is chosen."""
        if 0 < place <= len(self.phrases):
            self.chosen.emit(self.phrases[place - 1].text)
