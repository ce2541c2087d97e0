"""A way to go on, as a card to press: what it is called and what it leads to."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

_ICON = 18
_PADDING = 16
_GAP = 12
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CardButton(QPushButton):
    """Icon, name and a sentence on one large button. `role` is `primary` or `plain`."""

    def __init__(self, name: str, about: str, icon: str, look: Look, icons: Icons, role: str = "plain") -> None:
        super().__init__()
        self._name = name
        self._about = about
        self._icon = icon
        self._look = look
        self._icons = icons
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * _PADDING - _ICON - _GAP
        about = QFontMetrics(self._about_font()).boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self._about)
        return QFontMetrics(self._name_font()).height() + about.height() + 2 * _PADDING

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        primary = self.property("role") == "primary"
        tone = "on_accent" if primary else "text"
        painter = QPainter(self)
        name = QFontMetrics(self._name_font()).height()
        icon = QRectF(_PADDING, _PADDING + (name - _ICON) / 2, _ICON, _ICON)
        self._icons.draw(painter, self._icon, tone, icon)
        words = self.rect().adjusted(_PADDING + _ICON + _GAP, _PADDING, -_PADDING, 0)
        painter.setPen(self._look.colour(tone))
        painter.setFont(self._name_font())
        painter.drawText(words, _WRAPPED, self._name)
        painter.setPen(self._look.colour(tone if primary else "muted"))
        painter.setFont(self._about_font())
        painter.drawText(words.adjusted(0, name, 0, 0), _WRAPPED, self._about)
        painter.end()

    def _name_font(self) -> QFont:
        return self._look.scale.font(11, QFont.Weight.DemiBold)

    def _about_font(self) -> QFont:
        return self._look.scale.font(10)
