"""A button that does an act and shows its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import key_name

_ICON = 16
_PADDING = 12
_GAP = 8
_CAP_PADDING = 6


class ActButton(QPushButton):
    """Icon, words and key cap of an action, side by side; the cap can be left out where room is short.

    `role` is `primary` or `plain`.
    """

    def __init__(self, action: QAction, icon: str, look: Look, icons: Icons, role: str = "plain") -> None:
        super().__init__()
        self._action = action
        self._icon = icon
        self._look = look
        self._icons = icons
        self.shows_key = True
        self._fills_width = False
        self.setProperty("role", role)
        self.setAccessibleName(action.text())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._take_over)
        self._take_over()

    def _take_over(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip("" if self._action.isEnabled() else self._action.statusTip())
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._font()).horizontalAdvance(self._action.text())
        width = 2 * _PADDING + _ICON + _GAP + words + (self.key_room if self.shows_key else 0)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height()) if self._fills_width else self.sizeHint()

    @property
    def key_room(self) -> int:
        """The width that the key cap adds."""
        return _GAP + 4 + self._cap_width() if self._key() else 0

    def show_key(self, *, shown: bool) -> None:
        """Show the key cap, or leave it out."""
        if shown != self.shows_key:
            self.shows_key = shown
            self.updateGeometry()
            self.update()

    def fill_width(self) -> None:
        """Be as wide as there is room; where it is short, the words have it and not the key."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fills_width = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fills_width:
            without = self.sizeHint().width() - (self.key_room if self.shows_key else 0)
            self.show_key(shown=without + self.key_room <= self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._look.colour(self._tone())
        icon = QRectF(_PADDING, (self.height() - _ICON) / 2, _ICON, _ICON)
        self._icons.draw(painter, self._icon, self._tone(), icon)
        painter.setPen(colour)
        painter.setFont(self._font())
        key = self.key_room if self.shows_key else 0
        words = self.rect().adjusted(_PADDING + _ICON + _GAP, 0, -_PADDING - key, 0)
        shown = painter.fontMetrics().elidedText(self._action.text(), Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.shows_key and self._key():
            self._paint_cap(painter, colour)

    def _paint_cap(self, painter: QPainter, colour: QColor) -> None:
        width = self._cap_width()
        height = QFontMetrics(self._cap_font()).height() + 2
        cap = QRectF(self.width() - _PADDING + 2 - width, (self.height() - height) / 2, width, height)
        border = QColor(colour)
        border.setAlphaF(0.45 if self.property("role") == "primary" else 0.3)
        painter.setPen(QPen(border, 1))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colour if self.property("role") == "primary" else self._look.colour("muted"))
        painter.setFont(self._cap_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key())

    def _tone(self) -> str:
        if not self.isEnabled():
            return "faint"
        return "on_accent" if self.property("role") == "primary" else "text"

    def _key(self) -> str:
        return key_name(self._action.shortcut().toString())

    def _font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self.property("role") == "primary" else QFont.Weight.Medium
        return self._look.scale.font(10, weight)

    def _cap_font(self) -> QFont:
        return self._look.scale.font(9)

    def _cap_width(self) -> int:
        return QFontMetrics(self._cap_font()).horizontalAdvance(self._key()) + 2 * _CAP_PADDING
