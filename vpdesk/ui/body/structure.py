"""Acts on the blocks of a body's document: what a block is, its letters, its joints with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from vpdesk.domain.body import Body, Run
from vpdesk.domain.numbering import number_of
from vpdesk.ui.body.codec import LINE_END, Manuscript, is_slot, meant, shown, table_of
from vpdesk.ui.body.formats import (
    CELLS,
    Kind,
    Shape,
    block_format,
    char_format,
    marks_of,
    note_format,
    note_of,
    shape_of,
)

_KEEP = QTextCursor.MoveMode.KeepAnchor


def shape_at(cursor: QTextCursor) -> Shape:
    """What the block of a cursor is."""
    return shape_of(cursor.blockFormat())


def is_in_table(block: QTextBlock) -> bool:
    """Whether a block stands in a cell."""
    return table_of(QTextCursor(block)) is not None


def selected_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that a selection touches, or the one of the caret."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def spans_blocks(cursor: QTextCursor) -> bool:
    """Whether more than one block is selected."""
    document = cursor.document()
    return document.findBlock(cursor.selectionStart()) != document.findBlock(cursor.selectionEnd())


def dress(block: QTextBlock, shape: Shape) -> None:
    """Make a block one of this shape: its format, and its letters as such a block has them."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(shape))
    cursor.mergeBlockCharFormat(char_format(Run(""), shape))
    title = shape.kind is Kind.DIVISION
    line_end = block.text().find(LINE_END)
    for start, length, letters in list(stretches(block)):
        marks, note = marks_of(letters), note_of(letters)
        if title and line_end >= 0 and start - block.position() >= line_end:
            _put_on(cursor, start, length, char_format(marks, shape, title=True))
        else:
            worn = char_format(marks, shape) if note is None else note_format(replace(marks, note=note), shape)
            _put_on(cursor, start, length, worn)


def stretches(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The stretches of equal letters of a block: where each begins, its length, its format."""
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        yield fragment.position(), fragment.length(), fragment.charFormat()
        walk += 1


def _put_on(cursor: QTextCursor, start: int, length: int, letters: QTextCharFormat) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, _KEEP)
    cursor.setCharFormat(letters)


def mend(block: QTextBlock) -> None:
    """Make a block look like what it is after blocks were joined or parted."""
    shape = shape_of(block.blockFormat())
    if shape.kind is Kind.EMPTY and block.length() > 1:
        shape = Shape()
    beside_table = any(is_in_table(one) for one in (block.previous(), block.next()) if one.isValid())
    if shape.kind is Kind.PAGE_BREAK and block.length() > 1:
        shape = Shape()
    elif shape.kind is Kind.GAP and (block.length() > 1 or not beside_table):
        shape = Shape() if block.length() > 1 or block.document().blockCount() > 1 else Shape(Kind.EMPTY)
    elif shape.kind in CELLS and not is_in_table(block):
        shape = Shape()
    dress(block, shape)


def remove_selected(cursor: QTextCursor) -> None:
    """Take out what is selected; of two blocks joined by that the kind of the one that keeps words holds."""
    if not cursor.hasSelection():
        return
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    keeps_first = cursor.selectionStart() > first.position()
    keeps_last = cursor.selectionEnd() < last.position() + last.length() - 1
    in_tables = is_in_table(first) or is_in_table(last)
    shape = shape_of((first if keeps_first or not keeps_last else last).blockFormat())
    cursor.removeSelectedText()
    if first == last or in_tables:
        mend(cursor.block())
    else:
        dress(cursor.block(), shape if keeps_first or keeps_last else Shape())
        mend(cursor.block())


def make_typable(cursor: QTextCursor) -> None:
    """Let words be typed at a cursor: beside a table a paragraph begins, behind a page break too."""
    shape = shape_at(cursor)
    if shape.kind is Kind.GAP:
        dress(cursor.block(), Shape())
    elif shape.kind is Kind.PAGE_BREAK:
        cursor.insertBlock(block_format(Shape()), char_format(Run(""), Shape()))


def join(upper: QTextBlock, lower: QTextBlock) -> QTextCursor:
    """Join two blocks that follow each other in the kind of the upper one unless it is empty; a cursor at the joint."""
    empty = is_slot(upper) or upper.length() == 1
    shape = shape_of((lower if empty else upper).blockFormat())
    cursor = QTextCursor(lower)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, _KEEP)
    cursor.removeSelectedText()
    place = cursor.position()
    dress(cursor.block(), shape)
    cursor.setPosition(place)
    return cursor


def text_before(cursor: QTextCursor) -> str:
    """The words of the block before the caret, as the body has them; a note is one character."""
    return meant(units(cursor.block().text(), cursor.positionInBlock()))


def units(text: str, count: int) -> str:
    """The first so many of Qt's characters of a text: beyond the common plane they count double."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return text[:count]
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore")


def length_in_document(text: str) -> int:
    """How many of Qt's characters a text of the body takes in the document."""
    return len(shown(text).encode("utf-16-le")) // 2


def replace_start(block: QTextBlock, length: int, words: str) -> None:
    """Put words in place of the first letters of a block, in the style of the first."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + length, _KEEP)
    letters = QTextCursor(block)
    letters.movePosition(QTextCursor.MoveOperation.NextCharacter)
    cursor.insertText(words, letters.charFormat())


def renumber(manuscript: Manuscript, before: Body, after: Body) -> None:
    """Bring the document from a body to the same one with other numbers."""
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is new:
            continue
        one, other = number_of(old), number_of(new)
        if one is None or other is None:
            continue
        block = manuscript.block_at(place)
        # A division's number follows its kind's name.
        start = block.text().index(" ") + 1 if shape_of(block.blockFormat()).kind is Kind.DIVISION else len(one.head)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + len(one.spelt), _KEEP)
        letters = QTextCursor(block)
        letters.setPosition(block.position() + start + 1)
        cursor.insertText(other.spelt, letters.charFormat())


def delete_before(cursor: QTextCursor) -> None:
    """Delete the letter before a caret together with the joiner that follows it."""
    cursor.deletePreviousChar()
    cursor.deletePreviousChar()
