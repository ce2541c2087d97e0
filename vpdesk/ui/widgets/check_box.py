"""A box to tick, with the edge and the tick of the program: the style's own can hardly be seen on dark grounds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

_SIDE = 18
_GAP = 8


class CheckBox(QCheckBox):
    """A word that holds or not."""

    def __init__(self, words: str, look: Look, icons: Icons) -> None:
        super().__init__(words)
        self._look = look
        self._icons = icons

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.scale.font())
        return QSize(_SIDE + _GAP + metrics.horizontalAdvance(self.text()) + 4, max(28, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """The whole of it can be hit."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        pen = self._look.focus_pen() if self.hasFocus() else QPen(self._look.colour("edge"), 1)
        if self.isChecked() and not self.hasFocus():
            pen.setColor(self._look.colour("accent"))
        painter.setPen(pen)
        painter.setBrush(self._look.colour("accent" if self.isChecked() else "surface"))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)
        if self.isChecked():
            self._icons.draw(painter, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        painter.setPen(self._look.colour("text" if self.isEnabled() else "faint"))
        painter.setFont(self._look.scale.font())
        words = self.rect().adjusted(1 + _SIDE + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
