"""What was read from a scan for a field: a soft chip beside its name, taken by a key or a click."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _

_ICON, _GAP, _EDGE = 14, 5, 7


class ProposalChip(QAbstractButton):
    """The words that were read; nothing while there are none. The keys never stop at it: Alt+Enter takes it."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(0)
        self.hide()

    @property
    def words(self) -> str:
        """The words that were read."""
        return self._words

    def propose(self, words: str) -> None:
        """Propose these words, or nothing."""
        self._words = " ".join(words.split())
        told = _("From the scan: {words}").format(words=self._words)
        self.setAccessibleName(told)
        self.setToolTip(_("{told} (Alt+Enter takes it)").format(told=told))
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._whole()) + _ICON + _GAP + 2 * _EDGE
        return QSize(width, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def _whole(self) -> str:
        return _("from the scan: {words}").format(words=self._words)

    def _font(self) -> QFont:
        return self._look.scale.font(9, QFont.Weight.Medium)

    def _shown(self, room: int) -> str:
        """As much as there is room for: where it was read from stands in the sign, so the words go before it."""
        metrics = QFontMetrics(self._font())
        fitting = next((one for one in (self._whole(), self._words) if metrics.horizontalAdvance(one) <= room), None)
        return fitting or metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        icon = QRectF(_EDGE, (self.height() - _ICON) / 2, _ICON, _ICON)
        self._icons.draw(painter, "file-text", "accent", icon)
        painter.setPen(self._look.colour("accent"))
        painter.setFont(self._font())
        words = self.rect().adjusted(_EDGE + _ICON + _GAP, 0, -_EDGE, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._shown(words.width()))
        painter.end()
