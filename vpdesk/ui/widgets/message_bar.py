"""The message bar: says at the foot of the window what was done, for eight seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import ElidedLabel, IconLabel
from vpdesk.words.catalogue import _

_SHOWN_FOR = 8000
_ABOVE_FOOT = 16


class MessageBar(QWidget):
    """One message at a time, with an act it may offer. It stays while the mouse or the focus is on it.

    `foot` tells the height, from the top of what it lies over, above which it stands, `aside` what it leaves free at
    its right edge.
    """

    def __init__(self, icons: Icons, over: QWidget, foot: Callable[[], int], aside: Callable[[], int]) -> None:
        super().__init__(over)
        self._over = over
        self._foot, self._aside = foot, aside
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = ElidedLabel()
        self._act = QPushButton()
        self._act.setProperty("role", "toast")
        self._act.clicked.connect(self._do)
        self._call: Callable[[], None] | None = None
        self._close = QToolButton()
        self._close.setProperty("tone", "toast")
        self._close.setIcon(icons.icon("x", "on_toast"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(_("Put the message away"))
        self._close.setToolTip(_("Put the message away (Esc)"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(IconLabel(icons, "circle-check", "on_toast", 18))
        row.addWidget(self._words)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self._timer = QTimer(self, interval=_SHOWN_FOR, singleShot=True)
        self._timer.timeout.connect(self._expire)
        self.hide()

    def say(self, text: str, act: str = "", call: Callable[[], None] | None = None) -> None:
        """Show a message; `act` names what `call` does."""
        self._words.say(text)
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self._call = call
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def place(self) -> None:
        """Stand in the middle, above the foot."""
        room = self._over.width() - self._aside()
        self.adjustSize()
        self.resize(min(self.width(), room - 48), self.height())
        self.move((room - self.width()) // 2, self._foot() - self.height() - _ABOVE_FOOT)

    def _do(self) -> None:
        self.hide()
        if self._call:
            self._call()

    def _expire(self) -> None:
        if self.underMouse() or self._act.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
