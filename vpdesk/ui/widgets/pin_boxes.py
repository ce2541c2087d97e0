"""Six boxes for a PIN: each digit a dot, the sixth tells it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vpdesk.domain.credentials import PIN_DIGITS
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _

_WIDTH, _HEIGHT, _GAP = 42, 46, 10
_DOT = 5


class PinBoxes(QWidget):
    """Takes digits; Backspace takes the last one back."""

    filled = Signal(str)
    """The six digits."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._digits = ""
        self._whose = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def ask(self, whose: str) -> None:
        """Ask for the PIN of an officer."""
        self._whose = whose
        self.forget()

    def forget(self) -> None:
        """Let go of the digits."""
        self._digits = ""
        self._tell_name()

    @property
    def count(self) -> int:
        """How many digits there are."""
        return len(self._digits)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is one for the boxes; it is taken then."""
        if not self.isEnabled() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self._digits = self._digits[:-1]
        elif len(text) == 1 and text.isascii() and text.isdecimal():
            if self.count < PIN_DIGITS:
                self._add(text)
        else:
            return False
        self._tell_name()
        return True

    def _add(self, digit: str) -> None:
        self._digits += digit
        if self.count == PIN_DIGITS:
            self.filled.emit(self._digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.takes(event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(PIN_DIGITS * _WIDTH + (PIN_DIGITS - 1) * _GAP, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(PIN_DIGITS):
            box = QRectF(place * (_WIDTH + _GAP), 0, _WIDTH, _HEIGHT)
            in_hand = self.isEnabled() and place == min(len(self._digits), PIN_DIGITS - 1)
            pen = self._look.focus_pen() if in_hand else QPen(self._look.colour("edge"), 1)
            inset = pen.widthF() / 2
            painter.setPen(pen)
            painter.setBrush(self._look.colour("surface" if self.isEnabled() else "window"))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
            if place < len(self._digits):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour("text"))
                painter.drawEllipse(box.center(), _DOT, _DOT)
            elif in_hand:
                painter.setPen(QPen(self._look.colour("text"), 1))
                middle = box.center().x()
                painter.drawLine(round(middle), round(box.top()) + 14, round(middle), round(box.bottom()) - 14)
        painter.end()

    def _tell_name(self) -> None:
        name = _("PIN of {name}").format(name=self._whose)
        self.setAccessibleName(name)
        count = _("{count} of {all} digits").format(count=len(self._digits), all=PIN_DIGITS)
        self.setAccessibleDescription(count)
        self.update()
