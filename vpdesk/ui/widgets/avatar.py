"""An officer at a glance: initials in a circle, the name, what he is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

_SIDE = 36
_EDGE = 14
_GAP = 11
_CHECK = 18


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[0], words[-1])[: len(words)]) if words else "?"


def paint_avatar(painter: QPainter, look: Look, name: str, area: QRectF, ground: str = "accent_soft") -> None:
    """Paint the initials of a name in a circle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground))
    painter.drawEllipse(area)
    painter.setPen(look.colour("accent"))
    painter.setFont(look.scale.font(10 if area.width() > 30 else 8, QFont.Weight.DemiBold))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials(name))


class Avatar(QWidget):
    """The initials of an officer, a sign beside his name."""

    def __init__(self, look: Look, side: int = 28) -> None:
        super().__init__()
        self._look = look
        self._name = ""
        self.setFixedSize(side, side)

    def show_name(self, name: str) -> None:
        """Show the initials of this name."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self._look, self._name, QRectF(self.rect()))
        painter.end()


class NameCard(QAbstractButton):
    """A card with the name and the position of an officer; the chosen one carries a tick."""

    def __init__(self, name: str, position: str, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look = look
        self._icons = icons
        self._position = position
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(position)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Leave the mark alone: who is chosen, the page says."""

    def sizeHint(self) -> QSize:
        lines = sum(QFontMetrics(self._look.scale.font(size)).height() for size in (10, 9))
        return QSize(280, max(56, lines + 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        is_ringed = chosen or self.hasFocus()
        painter.setPen(self._look.focus_pen() if is_ringed else self._look.colour("line"))
        painter.setBrush(self._look.colour("select" if chosen else "hover" if self.underMouse() else "surface"))
        inset = 1.0 if is_ringed else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        circle = QRectF(_EDGE, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        paint_avatar(painter, self._look, self.text(), circle, "surface" if chosen else "accent_soft")
        if chosen:
            tick = QRectF(self.width() - _EDGE - _CHECK, (self.height() - _CHECK) / 2, _CHECK, _CHECK)
            self._icons.draw(painter, "check", "accent", tick)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        left = _EDGE + _SIDE + _GAP
        room = self.width() - left - _EDGE - (_CHECK + 8 if self.isChecked() else 0)
        fonts = self._look.scale.font(10, QFont.Weight.DemiBold), self._look.scale.font(9)
        lines = [(self.text(), fonts[0], "text"), (self._position, fonts[1], "muted")]
        shown = [line for line in lines if line[0]]
        top = (self.height() - sum(QFontMetrics(font).height() for _words, font, _tone in shown)) / 2
        for words, font, tone in shown:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._look.colour(tone))
            fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, metrics.height()), Qt.AlignmentFlag.AlignVCenter, fitted)
            top += metrics.height()
