"""Where whoever signs shows once more that it is he: Enter gives the secret over, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class _Input(QLineEdit):
    """Enter and Esc are the field's own, with Ctrl too: the hand may still be on it."""

    given = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _OWN_KEYS:
            self.given.emit()
        else:
            super().keyPressEvent(event)


class SecretField(QWidget):
    """A PIN or a password; what was wrong with the last one stands below."""

    given = Signal(str)
    """The secret, as it was typed."""
    left = Signal()
    """Nothing is to be signed."""

    def __init__(self) -> None:
        super().__init__()
        self.input = _Input()
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self._about = label("", "field")
        self._fault = label("", "caption")
        self._fault.setProperty("tone", "red")
        self._fault.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self._about, self.input, self._fault):
            column.addWidget(part)
        self.setFocusProxy(self.input)
        self.input.given.connect(lambda: self.given.emit(self.input.text()))
        self.input.left.connect(self._leave)
        self.hide()

    def begin(self) -> None:
        """Ask for the secret."""
        self._about.setText(_("PIN or password, then Enter"))
        self.input.setAccessibleName(_("PIN or password"))
        self.tell_fault("")
        self.show()
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_fault(self, fault: str) -> None:
        """Ask again: this was wrong with the last one."""
        self.input.clear()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def put_away(self) -> bool:
        """Forget what was typed and hide; whether it was asked for."""
        was_asked = self.isVisible()
        self.input.clear()
        self.hide()
        return was_asked

    def _leave(self) -> None:
        self.put_away()
        self.left.emit()
