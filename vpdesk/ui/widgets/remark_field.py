"""Where a remark is written: Enter adds it, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_LINES = 4
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class _Input(QPlainTextEdit):
    """Enter and Esc are the field's own; Shift+Enter begins a line."""

    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()  # else Esc would put messages away, and Ctrl+Enter sign what is being remarked
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _OWN_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class RemarkField(QWidget):
    """A few lines of text, and above them what they are about."""

    entered = Signal()
    """The remark is ready."""
    left = Signal()
    """There is to be no remark."""

    def __init__(self) -> None:
        super().__init__()
        self.input = _Input()
        self.input.setPlaceholderText(_("Enter adds it, Esc leaves it"))
        self.input.setTabChangesFocus(True)
        self.input.setFixedHeight(_LINES * self.input.fontMetrics().lineSpacing() + 18)
        self._about = label("", "field")
        self._about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._about)
        column.addWidget(self.input)
        self.setFocusProxy(self.input)
        self.input.entered.connect(self.entered)
        self.input.left.connect(self.left)
        self.hide()

    @property
    def text(self) -> str:
        """What is written."""
        return self.input.toPlainText().strip()

    def begin(self, about: str) -> None:
        """Show the field and give it the keys."""
        self._about.setText(about)
        self.input.setAccessibleName(about)
        self.show()
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Empty the field and put it away."""
        self.input.clear()
        self.hide()
