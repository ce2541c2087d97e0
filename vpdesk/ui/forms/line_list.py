"""Entries one a line: addressees, recipients. Their signs and marks are the program's."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextBlock, QTextBlockFormat, QTextCursor

from vpdesk.domain.text import entered, entries, entry
from vpdesk.ui.forms.inputs import GrowingInput, leaves
from vpdesk.ui.style import Look

_BETWEEN = 10
"""The room between two entries, with a hairline in its middle."""
_EDGE = 10
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LineList(GrowingInput):
    """A list of entries. Enter begins one, Alt with an arrow moves one, pasted lines become one each.

    An entry that nobody changed comes back as it was given; a changed one comes back without the sign before it and
    the mark after it, and is shown so when it is left.
    """

    def __init__(self, look: Look, most_lines: int = 8) -> None:
        self._look = look
        self._given: tuple[str, ...] = ()
        super().__init__(most_lines)
        look.changed.connect(self.viewport().update)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show these entries. Those in hand already leave caret and undo alone."""
        if value != self.value():
            self._given = value
            self._set_letters("\n".join(value))

    def value(self) -> tuple[str, ...]:
        """The entries, without empty ones."""
        if self._content() == self._shown:
            return self._given
        given = {line: line for line in self._given}
        lines = (given.get(line) or entry(line) for line in self._content().split("\n"))
        return tuple(line for line in lines if line)

    def begin_entry(self) -> None:
        """Put the caret into a new entry at the end."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if cursor.block().text().strip():
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_entry(self, number: int) -> None:
        """Put the caret at the end of an entry, counted from 0."""
        block = self.document().findBlockByNumber(number)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.setTextCursor(cursor)

    def line_in_hand(self) -> str | None:
        """The entry that a completion may finish; None while the caret is not at its end."""
        cursor = self.textCursor()
        return entry(cursor.block().text()) if cursor.atBlockEnd() and not cursor.hasSelection() else None

    def take(self, text: str) -> None:
        """Put a completion in place of the entry; it can be undone."""
        cursor = _whole(self.textCursor().block())
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def line_place(self) -> QRect:
        """Where the entry in hand stands."""
        line = self.cursorRect()
        return QRect(0, line.top(), self.width(), line.height() + _BETWEEN)

    def _current(self) -> object:
        return self.value()

    def _row_height(self) -> int:
        return self.fontMetrics().height() + _BETWEEN

    def _form_lines(self) -> None:
        form = QTextBlockFormat()
        form.setBottomMargin(_BETWEEN)
        form.setLeftMargin(_EDGE)
        form.setRightMargin(_EDGE)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        empty = not cursor.block().text().strip()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            elif not empty:
                self._end_entry()
        elif event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace and empty and cursor.blockNumber() == 0:
            _whole(cursor.block()).removeSelectedText()
            self.textCursor().deleteChar()
        else:
            super().keyPressEvent(event)

    def _end_entry(self) -> None:
        """Begin a new entry at the caret; the one that ends there is shown as it counts."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertBlock()
        above = cursor.block().previous()
        _write(above, self._bare(above.text()))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _bare(self, text: str) -> str:
        return text if text in self._given else entry(text)

    def _move(self, step: int) -> None:
        block = self.textCursor().block()
        other = block.next() if step > 0 else block.previous()
        if not other.isValid():
            return
        column, number = self.textCursor().positionInBlock(), other.blockNumber()
        texts = block.text(), other.text()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        _write(block, texts[1])
        _write(other, texts[0])
        cursor.endEditBlock()
        moved = QTextCursor(self.document().findBlockByNumber(number))
        moved.setPosition(moved.position() + column)
        self.setTextCursor(moved)

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = entered(source.text()) or ""
        cursor = self.textCursor()
        if "\n" in pasted:
            # What stands before and after stays an entry of its own.
            before = self._reach(cursor.selectionStart(), QTextCursor.MoveOperation.StartOfBlock)
            after = self._reach(cursor.selectionEnd(), QTextCursor.MoveOperation.EndOfBlock)
            pasted = "\n".join([*([""] if before else []), *entries(pasted), *([""] if after else [])])
        cursor.insertText(pasted)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _reach(self, position: int, end: QTextCursor.MoveOperation) -> str:
        """What stands between a place and an end of its line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        shown = "\n".join(self.value())
        if leaves(event) and self._content() not in {self._shown, shown}:
            cursor = QTextCursor(self.document())
            cursor.joinPreviousEditBlock()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(shown)
            cursor.endEditBlock()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._look.colour("line"), 1))
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.document().begin().next()
        while block.isValid():
            y = round(layout.blockBoundingRect(block).top() - _BETWEEN / 2) - scrolled
            painter.drawLine(0, y, self.viewport().width(), y)
            block = block.next()
        painter.end()


def _whole(block: QTextBlock) -> QTextCursor:
    """A cursor over the text of a block."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _write(block: QTextBlock, text: str) -> None:
    if block.text() != text:
        _whole(block).insertText(text)
