"""Inputs that give back the very value they were given until somebody changes it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QTextEdit

from vpdesk.domain.text import entered
from vpdesk.ui.icons import Icons
from vpdesk.words.catalogue import _, format_number

_CHEVRON = 16
_FRAME = 7
"""Border and padding above and below the lines, as the style sheet has them."""
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def leaves(event: QFocusEvent) -> bool:
    """Whether the focus goes elsewhere in the form, not just for a menu or another window."""
    return event.lostFocus() and event.reason() not in _PASSING


class LineInput(QLineEdit):
    """One line of text."""

    typed = Signal()
    """The letters changed by hand; what an input method only proposes is not among them."""
    edited = Signal()
    """The value changed by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._given: str | None = None
        self._shown = ""
        self._known: str | None = None
        self.textEdited.connect(self._notice)

    def show_value(self, value: str | None) -> None:
        """Show a value. The one in hand already leaves caret and undo alone."""
        if value != self.value():
            self._given = self._known = value
            self.setText(value or "")
            self.setCursorPosition(0)
            self._shown = self.text()

    def value(self) -> str | None:
        """The value, None for nothing."""
        return self._given if self.text() == self._shown else entered(self.text())

    def fault(self) -> str:
        """What is wrong with what was typed, or nothing."""
        return ""

    def _notice(self) -> None:
        self.typed.emit()
        if self.value() != self._known:
            self._known = self.value()
            self.edited.emit()

    def line_in_hand(self) -> str | None:
        """The line that a completion may finish; None while the caret is not at its end."""
        return self.text() if self.cursorPosition() == len(self.text()) else None

    def take(self, text: str) -> None:
        """Put a completion in place of the line; it can be undone."""
        self.selectAll()
        self.insert(text)

    def line_place(self) -> QRect:
        """Where the line in hand stands."""
        return self.rect()


class NumberInput(QLineEdit):
    """A whole number from 1 up, or none; what is no number leaves the last one standing."""

    edited = Signal()
    """Another number, or none, by hand."""
    most = 999_999

    def __init__(self) -> None:
        super().__init__()
        self._number: int | None = None
        self.textEdited.connect(self._notice)

    def show_value(self, number: int | None) -> None:
        """Show a number, or that there is none. What is being typed for the one in hand stays."""
        if number != self._number:
            self._number = number
            self.setText("" if number is None else str(number))

    def value(self) -> int | None:
        """The number, None for none."""
        return self._number

    def fault(self) -> str:
        """What is wrong with what was typed, or nothing."""
        if not self.text().strip() or self._typed() is not None:
            return ""
        return _("Write a number from 1 to {most}.").format(most=format_number(self.most))

    def _typed(self) -> int | None:
        text = self.text().strip()
        is_one = text.isascii() and text.isdecimal() and len(text) <= len(str(self.most))
        return (int(text) or None) if is_one else None

    def _notice(self) -> None:
        if not self.fault() and self._typed() != self._number:
            self._number = self._typed()
            self.edited.emit()


class GrowingInput(QTextEdit):
    """Plain text as high as its lines up to a limit, then it scrolls. Tab leaves it."""

    typed = Signal()
    """The letters changed by hand; what an input method only proposes is not among them."""
    edited = Signal()
    """The value changed by hand."""
    resized = Signal()
    """It has another height now, and its place in the form."""

    def __init__(self, most_lines: int) -> None:
        super().__init__()
        self._most_lines = most_lines
        self._shown = self._letters = ""
        self._known: object = None
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._notice)
        self._set_letters("")
        self._fit()

    def fault(self) -> str:
        """What is wrong with what was typed, or nothing."""
        return ""

    def _current(self) -> object:
        raise NotImplementedError

    def _set_letters(self, text: str) -> None:
        self.blockSignals(True)
        self.setPlainText(text)
        self._form_lines()
        self.document().clearUndoRedoStacks()
        self.blockSignals(False)
        self._shown = self._letters = self._content()
        self._known = self._current()

    def _form_lines(self) -> None:
        """Give the lines their format."""

    def _content(self) -> str:
        # toPlainText would turn a space that does not break into one that does.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _notice(self) -> None:
        # Qt also tells of what an input method only proposes, and of formats.
        if self._content() == self._letters:
            return
        self._letters = self._content()
        self.typed.emit()
        if self._current() != self._known:
            self._known = self._current()
            self.edited.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(entered(source.text()) or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        whole = self._lines_height() + 2 * _FRAME
        most = self._row_height() * self._most_lines + 2 * _FRAME
        scrolls = whole > most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(most if scrolls else max(whole, 32, line + 12))

    def _lines_height(self) -> int:
        return math.ceil(self.document().size().height())

    def _row_height(self) -> int:
        return self.fontMetrics().height()


class TextInput(GrowingInput):
    """A text of one or more lines."""

    def __init__(self, most_lines: int = 6) -> None:
        self._given: str | None = None
        super().__init__(most_lines)

    def show_value(self, value: str | None) -> None:
        """Show a value. The one in hand already leaves caret and undo alone."""
        if value != self.value():
            self._given = value
            self._set_letters(value or "")

    def value(self) -> str | None:
        """The value, None for nothing."""
        return self._given if self._content() == self._shown else entered(self._content())

    def _current(self) -> object:
        return self.value()


class Choice(QComboBox):
    """One of several values by their names. The wheel scrolls the form, it never changes a choice."""

    edited = Signal()
    """Another value was chosen by hand."""

    def __init__(self, icons: Icons, *choices: tuple[str, object]) -> None:
        super().__init__()
        self._icons = icons
        self._value: object = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offer(*choices)
        self.activated.connect(self._choose)

    def offer(self, *choices: tuple[str, object]) -> None:
        """Offer these values, each by its name; the one in hand stays."""
        self.clear()
        for name, value in choices:
            self.addItem(name, value)
        self._show(self._value)

    def show_value(self, value: object) -> None:
        """Show a value; one that is not offered is shown by its own words."""
        if value != self._value:
            self._show(value)

    def value(self) -> object:
        """The value in hand."""
        return self._value

    def fault(self) -> str:
        """What is wrong with the choice, or nothing."""
        return ""

    def _show(self, value: object) -> None:
        self._value = value
        if value is not None and self._place(value) < 0:
            self.addItem(str(value), value)
        self.setCurrentIndex(self._place(value))

    def _place(self, value: object) -> int:
        # Qt would compare what it made of the values; they are compared as they are.
        return next((place for place in range(self.count()) if self.itemData(place) == value), -1)

    def _choose(self, place: int) -> None:
        if self.itemData(place) != self._value:
            self._value = self.itemData(place)
            self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = QRectF(self.width() - _CHEVRON - 9, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON)
        self._icons.draw(painter, "chevron-down", "muted", side)
        painter.end()
