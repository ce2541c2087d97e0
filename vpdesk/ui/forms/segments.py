"""One of a few values, all of them in sight: the arrows choose, one stop of the Tab key for the row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from vpdesk.ui.widgets.announce import announce

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Segments(QFrame):
    """Values by their names, the first of them to begin with."""

    edited = Signal()
    """Another value was chosen by hand."""

    def __init__(self, *choices: tuple[str, object]) -> None:
        super().__init__()
        self._choices = choices
        self._value = choices[0][1]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for place, (name, _of) in enumerate(choices):
            button = QPushButton(name)
            button.setProperty("role", "part")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    def show_value(self, value: object) -> None:
        """Show a value; one that is not offered shows the first."""
        self._value = value if value in [one for _name, one in self._choices] else self._choices[0][1]
        self._show()

    def value(self) -> object:
        """The value in hand."""
        return self._value

    def fault(self) -> str:
        """Nothing can be wrong with it."""
        return ""

    @property
    def _place(self) -> int:
        return [one for _name, one in self._choices].index(self._value)

    def _show(self) -> None:
        self._group.button(self._place).setChecked(True)
        self.setAccessibleDescription(self._choices[self._place][0])

    def _choose(self, place: int) -> None:
        name, value = self._choices[place]
        if value != self._value:
            self._value = value
            self._show()
            announce(self, name)
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self._place + step, 0), len(self._choices) - 1))
