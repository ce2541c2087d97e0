"""What an officer does with a body beside typing: marks, kinds of block, alignment, notes, a new page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from vpdesk.domain.body import Alignment, Division, DivisionKind, Elevation, Run
from vpdesk.domain.numbering import Number, Ordinal, Rank, number_at_level, number_of
from vpdesk.domain.text import carried
from vpdesk.ui.body.codec import LINE_END, OBJECT, meant, read_block, shown, table_of
from vpdesk.ui.body.formats import (
    ALIGNED,
    SLOTS,
    USUAL_ALIGNMENT,
    Kind,
    Shape,
    block_format,
    char_format,
    marks_of,
    note_format,
    note_of,
    shape_of,
)
from vpdesk.ui.body.notes import NotePane
from vpdesk.ui.body.structure import (
    dress,
    is_in_table,
    length_in_document,
    make_typable,
    selected_blocks,
    shape_at,
    stretches,
)

if TYPE_CHECKING:
    from vpdesk.ui.body.body_text import BodyText

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MOVE = QTextCursor.MoveOperation
Marking = Callable[[Run, bool], Run]
"""Puts a mark on a run, or takes it off."""

MARKS: dict[str, tuple[Marking, Callable[[Run], bool]]] = {
    "bold": (lambda run, on: replace(run, bold=on), lambda run: run.bold),
    "italic": (lambda run, on: replace(run, italic=on), lambda run: run.italic),
    "underline": (lambda run, on: replace(run, underline=on), lambda run: run.underline),
    "raised": (
        lambda run, on: replace(run, elevation=Elevation.RAISED if on else Elevation.NORMAL),
        lambda run: run.elevation is Elevation.RAISED,
    ),
    "lowered": (
        lambda run, on: replace(run, elevation=Elevation.LOWERED if on else Elevation.NORMAL),
        lambda run: run.elevation is Elevation.LOWERED,
    ),
}


# --- marks --------------------------------------------------------------------------------------------------------


def is_marked(text: BodyText, mark: str) -> bool:
    """Whether all selected letters, or those typed next, carry a mark."""
    _put, carries = MARKS[mark]
    cursor = text.textCursor()
    if not cursor.hasSelection():
        return carries(marks_of(text.currentCharFormat()))
    return all(carries(marks_of(letters)) for _block, _start, _length, letters in _selected_letters(cursor))


def toggle_mark(text: BodyText, mark: str) -> None:
    """Put a mark on what is selected, or on what is typed next; take it off where all of it carries it."""
    put, _carries = MARKS[mark]
    on = not is_marked(text, mark)
    cursor = text.textCursor()
    if not cursor.hasSelection():
        text.setCurrentCharFormat(_marked(text.currentCharFormat(), shape_at(cursor), put, on=on))
        return
    with text.step() as step:
        for block, start, length, letters in list(_selected_letters(step)):
            part = QTextCursor(block)
            part.setPosition(start)
            part.setPosition(start + length, _KEEP)
            part.setCharFormat(_marked(letters, shape_of(block.blockFormat()), put, on=on))


def _marked(letters: QTextCharFormat, shape: Shape, put: Marking, *, on: bool) -> QTextCharFormat:
    marked, note = put(marks_of(letters), on), note_of(letters)
    return char_format(marked, shape) if note is None else note_format(replace(marked, note=note), shape)


def _selected_letters(cursor: QTextCursor) -> Iterator[tuple[QTextBlock, int, int, QTextCharFormat]]:
    """The stretches of equal letters in a selection; a division's have no marks of their own."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        if shape_of(block.blockFormat()).kind is Kind.DIVISION:
            continue
        for start, length, letters in stretches(block):
            left, right = max(start, first), min(start + length, last)
            if left < right:
                yield block, left, right - left, letters


# --- kinds of block -----------------------------------------------------------------------------------------------


def set_kind(text: BodyText, kind: Kind, level: int = 1) -> None:
    """Make the selected blocks of a kind; headings and articles that have no number get the next."""
    with text.step() as cursor:
        following: Number | None = None
        for block in list(selected_blocks(cursor)):
            if not is_in_table(block):
                following = _make(text, block, Shape(kind, level), following)
    text.setCurrentCharFormat(char_format(marks_of(text.currentCharFormat()), shape_at(text.textCursor())))


def _make(text: BodyText, block: QTextBlock, shape: Shape, following: Number | None) -> Number | None:
    """Make a block one of a shape, with the number that follows the one before it; the number for the next."""
    before = shape_of(block.blockFormat())
    number = _number_of(block)
    if before.kind in ALIGNED and shape.kind in ALIGNED:
        shape = shape._replace(align=before.align, indent=before.indent)
    place = text.manuscript.place_of(block.blockNumber())
    if before.kind is Kind.DIVISION:
        _respell(block, block.text().find(LINE_END) + 1, "")
    elif shape.kind is Kind.HEADING and (number is None or before.kind is not Kind.PARAGRAPH):
        wanted = following or number_at_level(text.body(), place, shape.level)
        _respell(block, length_in_document(str(number)) if number else 0, str(wanted))
    elif shape.kind is Kind.ARTICLE and (number is None or number.rank != Rank.ARTICLE):
        wanted = following or _next_article(text, place)
        _respell(block, length_in_document(str(number)) if number else 0, str(wanted))
    elif shape.kind in {Kind.BULLET, Kind.BASIS} and number is not None:
        _respell(block, length_in_document(str(number)), "")
    dress(block, shape)
    now = _number_of(block)
    return now.next if now else following


def _number_of(block: QTextBlock) -> Number | None:
    read = read_block(block)
    return None if read is None or isinstance(read, Division) else number_of(read)


def _respell(block: QTextBlock, length: int, words: str) -> None:
    """Put words in place of the first letters of a block."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + length, _KEEP)
    cursor.insertText(shown(words), char_format(Run(""), shape_of(block.blockFormat())))


def _next_article(text: BodyText, place: int) -> Number:
    for block in reversed(text.body()[:place]):
        number = number_of(block)
        if number is not None and number.rank == Rank.ARTICLE:
            return number.next
    return Number(Rank.ARTICLE, Ordinal.FIGURE, (1,), "Điều ", ". ")


def set_division(text: BodyText, kind: DivisionKind) -> None:
    """Make the block at the caret the title of a part, chapter or section with the next number."""
    with text.step() as cursor:
        block = cursor.block()
        if is_in_table(block):
            return
        shape = shape_of(block.blockFormat())
        if shape.kind is Kind.DIVISION:
            _respell(block, block.text().find(LINE_END) + 1, "")
        place = text.manuscript.place_of(block.blockNumber())
        ordinal = Ordinal.FIGURE if kind is DivisionKind.SECTION else Ordinal.ROMAN
        last = next(
            (one for one in reversed(text.body()[:place]) if isinstance(one, Division) and one.kind is kind), None
        )
        number = number_of(last) if last else None
        spelt = number.next.spelt if number else ordinal.spell((1,))
        _respell(block, 0, f"{kind.value.capitalize()} {spelt}\n")
        dress(block, Shape(Kind.DIVISION))
        cursor.movePosition(_MOVE.EndOfBlock)


def align(text: BodyText, alignment: Alignment) -> None:
    """Align the selected paragraphs and cells; what their kind has anyway is not written down."""
    with text.step() as cursor:
        for block in list(selected_blocks(cursor)):
            shape = shape_of(block.blockFormat())
            if shape.kind in SLOTS:
                shape = Shape()
            if shape.kind in ALIGNED:
                usual = USUAL_ALIGNMENT.get(shape.kind, Alignment.LEFT)
                dress(block, shape._replace(align=None if alignment is usual else alignment))


def alignment_at(text: BodyText) -> Alignment | None:
    """How the block at the caret is aligned; None where that is not the officer's choice."""
    shape = shape_at(text.textCursor())
    if shape.kind not in ALIGNED:
        return None
    return shape.align or USUAL_ALIGNMENT.get(shape.kind, Alignment.LEFT)


def insert_page_break(text: BodyText) -> None:
    """Begin a new page behind the block at the caret; an empty one becomes the break."""
    if table_of(text.textCursor()) is not None:
        return
    with text.step() as cursor:
        if cursor.block().length() == 1 and shape_at(cursor).kind is not Kind.GAP:
            dress(cursor.block(), Shape(Kind.PAGE_BREAK))
        else:
            cursor.movePosition(_MOVE.EndOfBlock)
            cursor.insertBlock(block_format(Shape(Kind.PAGE_BREAK)), char_format(Run(""), Shape()))
        if not cursor.block().next().isValid() or is_in_table(cursor.block().next()):
            cursor.insertBlock(block_format(Shape()), char_format(Run(""), Shape()))
        else:
            cursor.movePosition(_MOVE.NextBlock)


# --- notes --------------------------------------------------------------------------------------------------------


def open_note(text: BodyText) -> NotePane | None:
    """Show the words of the note at the caret, or of a new one there, in a pane to be changed."""
    cursor = text.textCursor()
    if text.isReadOnly() or shape_at(cursor).kind is Kind.DIVISION:
        return None
    cursor.setPosition(cursor.selectionEnd())
    mark = _mark_at(cursor)
    words = note_of(mark.charFormat()) if mark else None
    at = text.cursorRect(mark or cursor)
    pane = NotePane(text)
    pane.kept.connect(lambda kept: _keep_note(text, mark, cursor, kept))
    pane.closed.connect(text.setFocus)
    place = mark.selectionStart() if mark else cursor.position()
    pane.ask(text.note_number(place), words or "", text.viewport().mapToGlobal(at.bottomLeft() + QPoint(-20, 6)))
    return pane


def _mark_at(cursor: QTextCursor) -> QTextCursor | None:
    """The mark of a note beside a caret, selected."""
    for step in (_MOVE.PreviousCharacter, _MOVE.NextCharacter):
        beside = QTextCursor(cursor)
        if beside.movePosition(step, _KEEP) and beside.selectedText() == OBJECT:
            mark = QTextCursor(cursor.document())
            mark.setPosition(beside.selectionStart())
            mark.setPosition(beside.selectionEnd(), _KEEP)
            return mark
    return None


def _keep_note(text: BodyText, mark: QTextCursor | None, at: QTextCursor, words: str) -> None:
    note = meant(carried(words)).strip()
    if mark is None and not note:
        return
    with text.step() as cursor:
        if mark is None:
            cursor.setPosition(at.position())
            make_typable(cursor)
            run = replace(marks_of(cursor.charFormat()), note=note)
            cursor.insertText(OBJECT, note_format(run, shape_at(cursor)))
        elif note:
            run = replace(marks_of(mark.charFormat()), note=note)
            mark.setCharFormat(note_format(run, shape_at(mark)))
        else:
            mark.removeSelectedText()
