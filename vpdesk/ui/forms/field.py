"""A field of a form: its name above the input, what is said beside it, what is wrong below it."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import IconLabel, label


class Input(Protocol):
    """What every input of a form can do."""

    @property
    def edited(self) -> SignalInstance:
        """The signal of a value changed by hand."""

    def show_value(self, value: Any, /) -> None:
        """Show a value."""

    def value(self) -> Any:
        """The value in hand."""

    def fault(self) -> str:
        """What is wrong with what was typed, or nothing."""


class Message(QWidget):
    """A sentence under an input, with a sign: red for an error, amber for what is worth a look."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._signs = {
            "red": IconLabel(icons, "circle-alert", "red", 14),
            "amber": IconLabel(icons, "triangle-alert", "amber", 14),
        }
        self._words = label("", "field")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        signs = QVBoxLayout()
        # The sign stands in the middle of the first line.
        signs.setContentsMargins(0, 3, 0, 0)
        for sign in self._signs.values():
            signs.addWidget(sign)
        signs.addStretch(1)
        row.addLayout(signs)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence shown now."""
        return self._words.text()

    def say(self, text: str, tone: str) -> None:
        """Show a sentence in a tone; nothing hides it."""
        for name, sign in self._signs.items():
            sign.setVisible(name == tone)
        self._words.setProperty("tone", tone)
        self._words.setText(text)
        repolish(self._words)
        self.setVisible(bool(text))


class Field(QWidget):
    """A named input that says under it what is wrong, in red, or worth a look, in amber."""

    def __init__(self, name: str, control: QWidget, icons: Icons, *beside: QWidget) -> None:
        """`name` may carry a mnemonic; `beside` stands at the right of it."""
        super().__init__()
        self.control = control
        self._message = Message(icons)
        self._warning = ""
        self._fault = ""
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name_of(control, name))
        head.addStretch(1)
        for one in beside:
            head.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # What can be hit beside a name is higher than the name and keeps its distance by that.
        column.setSpacing(0 if any(isinstance(one, QPushButton) for one in beside) else 3)
        column.addLayout(head)
        column.addWidget(control)
        column.addWidget(self._message)

    def tell_fault(self, fault: str) -> None:
        """Say what is wrong; nothing takes it back."""
        if fault != self._fault:
            self._fault = fault
            self._tell()
            if fault:
                announce(self.control, fault)

    def warn(self, warning: str) -> None:
        """Say what is worth a look; nothing takes it back."""
        if warning != self._warning:
            self._warning = warning
            self._tell()

    @property
    def message(self) -> str:
        """The sentence shown now."""
        return self._fault or self._warning

    def _tell(self) -> None:
        tone = "red" if self._fault else "amber" if self._warning else ""
        self._message.say(self.message, tone)
        self.control.setAccessibleDescription(self.message)
        self.control.setProperty("tone", tone)
        repolish(self.control)


def name_of(control: QWidget, name: str) -> QLabel:
    """The name of an input, to stand above or before it; its mnemonic leads to the input."""
    made = label(name, "field")
    made.setIndent(0)
    made.setBuddy(control)
    control.setAccessibleName(name.replace("&", ""))
    return made


def aside(text: str = "") -> QLabel:
    """Quiet words beside a field's name."""
    return label(text, "caption")


def link(text: str, about: str = "", *, begins_line: bool = False) -> QPushButton:
    """An act that is a word, beside a field's name or on a line of its own; `about` says it to those who only hear."""
    made = QPushButton(text)
    made.setProperty("role", "link")
    made.setProperty("beginsLine", begins_line)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(about or text.replace("&", ""))
    return made


def in_reading_order(widget: QWidget) -> list[QWidget]:
    """The inputs and acts inside a widget as they stand in its layouts."""
    layout = widget.layout()
    return [] if layout is None else _in_layout(layout)


def _in_layout(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        one, inner = item.widget(), item.layout()
        if one is not None and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
        elif one is not None:
            found += in_reading_order(one)
        elif inner is not None:
            found += _in_layout(inner)
    return found


def repolish(widget: QWidget) -> None:
    """Have the style sheet look at the properties of a widget again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
