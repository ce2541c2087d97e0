"""What keys do in the text of a body beyond typing: blocks begin, end, change their kind and level, and join."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlock, QTextCursor

from vpdesk.domain.body import Article, Block, Heading, Paragraph, Run, Runs, plain_text
from vpdesk.domain.numbering import Number, Ordinal, Rank, number_at_level, number_in, number_of, with_number
from vpdesk.domain.recognition import cut, division_in, heading_level
from vpdesk.domain.text import carried
from vpdesk.ui.body.codec import JOINER, LINE_END, OBJECT, insert_runs, read_block, shown
from vpdesk.ui.body.formats import CELLS, SLOTS, Kind, Shape, block_format, char_format
from vpdesk.ui.body.structure import (
    delete_before,
    dress,
    is_in_table,
    join,
    length_in_document,
    make_typable,
    mend,
    remove_selected,
    replace_start,
    shape_at,
    spans_blocks,
    text_before,
    units,
)

if TYPE_CHECKING:
    from vpdesk.ui.body.body_text import BodyText

_MOVE = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor
_LISTED = frozenset((Kind.BULLET, Kind.BASIS, Kind.HEADING, Kind.ARTICLE, Kind.DIVISION))
_SIGNS = {"-": 1, "+": 2}
_DEEPEST = 6


def pressed(text: BodyText, event: QKeyEvent) -> bool:
    """Do what a key means here; False where it only types or moves."""
    control = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                _break_line(text)
            else:
                enter(text)
        case Qt.Key.Key_Backspace if not control:
            return backspace(text)
        case Qt.Key.Key_Delete if not control:
            return delete(text)
        case Qt.Key.Key_Tab if not control:
            tab(text, 1)
        case Qt.Key.Key_Backtab if not control:
            tab(text, -1)
        case Qt.Key.Key_K | Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
            event.ignore()
        case _:
            return _type(text, event)
    return True


def after(text: BodyText, event: QKeyEvent) -> None:
    """Look at what was typed: a sign and a space begin a block of that kind."""
    if event.text() == " " and not text.isReadOnly():
        begin_by_sign(text)


# --- typing -------------------------------------------------------------------------------------------------------


def _type(text: BodyText, event: QKeyEvent) -> bool:
    """Type what Qt would type otherwise than a body has it."""
    typed = event.text()
    altered = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if not typed or not typed[0].isprintable() or (altered and event.modifiers() & both != both):
        return False
    with text.step_if_blocks_are_selected() as cursor:
        make_typable(cursor)
    before = _letter_to_compose_with(text, typed)
    if before:
        cursor = text.textCursor()
        cursor.movePosition(_MOVE.PreviousCharacter, _KEEP)
        text.setTextCursor(cursor)
    if before or shown(carried(typed)) != typed:
        text.put(before + typed)
        return True
    return False


def _letter_to_compose_with(text: BodyText, typed: str) -> str:
    """The letter before the caret where a mark is typed that belongs on it."""
    cursor = text.textCursor()
    if not unicodedata.combining(typed[0]) or cursor.hasSelection():
        return ""
    return text_before(cursor)[-1:].replace(OBJECT, "")


def composed(text: BodyText, event: QInputMethodEvent) -> QInputMethodEvent:
    """What an input method sends, as a body has it."""
    commit = event.commitString()
    start, length = event.replacementStart(), event.replacementLength()
    if commit and not length:
        before = _letter_to_compose_with(text, commit)
        if before:
            commit, start, length = before + commit, -1, 1
    made = QInputMethodEvent(event.preeditString(), event.attributes())
    made.setCommitString(shown(carried(commit)), start, length)
    return made


def _break_line(text: BodyText) -> None:
    with text.step() as cursor:
        remove_selected(cursor)
        make_typable(cursor)
        cursor.insertText(LINE_END)


def begin_by_sign(text: BodyText) -> None:
    """Where the block begins with nothing but a sign or a number and a space, make it a block of that kind."""
    cursor = text.textCursor()
    if shape_at(cursor).kind not in {Kind.PARAGRAPH, Kind.EMPTY}:
        return
    typed = text_before(cursor)
    sign, number = typed.removesuffix(" "), number_in(typed)
    if not typed.endswith(" ") or typed.startswith(" "):
        return
    if sign in _SIGNS:
        shape = Shape(Kind.BULLET, _SIGNS[sign])
    elif number is None or str(number) != typed or number.ordinal is Ordinal.LETTER:
        return
    elif number.rank == Rank.ARTICLE:
        shape = Shape(Kind.ARTICLE)
    else:
        shape = Shape(Kind.HEADING, heading_level(number))
    with text.step() as step:
        if shape.kind is Kind.BULLET:
            step.movePosition(_MOVE.StartOfBlock, _KEEP)
            step.removeSelectedText()
        dress(step.block(), shape)
    if shape.kind is not Kind.BULLET:
        text.begun = text.textCursor()
    text.setCurrentCharFormat(char_format(Run(""), shape))


def settle_begun(text: BodyText) -> None:
    """The caret has left a heading that a typed number began: where it ends as a sentence, it is a paragraph."""
    begun, text.begun = text.begun, None
    if begun is None or is_in_table(begun.block()):
        return
    number, shape = _number_of(begun.block()), shape_at(begun)
    begun.movePosition(_MOVE.EndOfBlock)
    if number is not None and text_before(begun).strip() != str(number).strip():
        with text.quietly():
            begun.joinPreviousEditBlock()
            _settled(begun, shape, number)
            begun.endEditBlock()


# --- Enter --------------------------------------------------------------------------------------------------------


def enter(text: BodyText) -> None:
    """End the block at the caret and begin the next."""
    with text.step() as cursor:
        remove_selected(cursor)
        mend(cursor.block())
        shape, block = shape_at(cursor), cursor.block()
        number = _number_of(block)
        if shape.kind in CELLS:
            cursor.insertText(LINE_END)
        elif shape.kind in SLOTS or shape.kind is Kind.PAGE_BREAK:
            _begin_paragraph(cursor)
        elif _is_bare(block, shape, number):
            _become_paragraph(cursor)
        elif shape.kind is Kind.DIVISION:
            _leave_division_line(cursor)
        elif cursor.atBlockStart():
            _put_paragraph_before(cursor, shape)
        elif not cursor.atBlockEnd():
            _part(cursor, shape)
        elif shape.kind is Kind.PARAGRAPH and division_in(text_before(cursor)):
            _become_division(cursor)
        else:
            _begin_next(cursor, shape, number)
        letters = char_format(Run(""), shape_at(cursor)) if cursor.block().length() == 1 else cursor.charFormat()
    text.setCurrentCharFormat(letters)


def _number_of(block: QTextBlock) -> Number | None:
    found = None if is_in_table(block) else read_block(block)
    return None if found is None else number_of(found)


def _is_bare(block: QTextBlock, shape: Shape, number: Number | None) -> bool:
    """Whether a block of a list has no words yet: Enter ends the list."""
    if block.length() == 1:
        return shape.kind in _LISTED
    return number is not None and shape.kind is not Kind.DIVISION and block.text().strip() == shown(str(number)).strip()


def _begin_paragraph(cursor: QTextCursor) -> None:
    if shape_at(cursor).kind is not Kind.PAGE_BREAK:
        dress(cursor.block(), Shape())
    cursor.insertBlock(block_format(Shape()), char_format(Run(""), Shape()))


def _become_paragraph(cursor: QTextCursor) -> None:
    cursor.movePosition(_MOVE.StartOfBlock)
    cursor.movePosition(_MOVE.EndOfBlock, _KEEP)
    cursor.removeSelectedText()
    dress(cursor.block(), Shape())


def _leave_division_line(cursor: QTextCursor) -> None:
    """From the line that names a division to its title, from the title to what follows."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    line_end = text.find(LINE_END)
    if line_end < 0:
        cursor.insertText(LINE_END, char_format(Run(""), shape_at(cursor), title=True))
    elif at <= line_end:
        cursor.setPosition(cursor.block().position() + line_end + 1)
    elif cursor.atBlockEnd():
        cursor.insertBlock(block_format(Shape()), char_format(Run(""), Shape()))
    else:
        cursor.insertText(LINE_END)


def _put_paragraph_before(cursor: QTextCursor, shape: Shape) -> None:
    """An empty block before this one, for words that come first; a list has an item there."""
    cursor.insertBlock()
    before = shape if shape.kind in {Kind.BULLET, Kind.BASIS, Kind.PARAGRAPH} else Shape()
    dress(cursor.block().previous(), before)


def _part(cursor: QTextCursor, shape: Shape) -> None:
    """Part a block in two; the second half of a heading or an article is a paragraph."""
    cursor.insertBlock()
    if shape.kind in {Kind.HEADING, Kind.ARTICLE}:
        dress(cursor.block(), Shape())


def _become_division(cursor: QTextCursor) -> None:
    cursor.insertText(LINE_END)
    dress(cursor.block(), Shape(Kind.DIVISION))


def _begin_next(cursor: QTextCursor, shape: Shape, number: Number | None) -> None:
    """Behind the end of a block: the next of its row, numbered where it is, or a paragraph behind a heading."""
    prefix: Runs = ()
    if number is not None:
        shape = _settled(cursor, shape, number)
        prefix = _next_prefix(read_block(cursor.block()), number.next)
    elif shape.kind in {Kind.HEADING, Kind.ARTICLE}:
        shape = Shape()
    cursor.insertBlock(block_format(shape), char_format(Run(""), shape))
    insert_runs(cursor, prefix, shape)


def _next_prefix(before: Block | None, number: Number) -> Runs:
    """A number in the letters of the one before it."""
    match before:
        case Paragraph() | Heading() | Article():
            following = with_number(before, number)
            assert isinstance(following, Paragraph | Heading | Article)  # noqa: S101 -- a number changes no kind
            runs = cut(following.runs, 0, len(str(number)))
            return runs if plain_text(runs).endswith((" ", "-")) else (*runs, Run(" "))
        case _:
            return ()


def _settled(cursor: QTextCursor, shape: Shape, number: Number) -> Shape:
    """What a numbered line is now that it ends: as a sentence it is a paragraph, by the form of the page."""
    if shape.kind not in {Kind.HEADING, Kind.ARTICLE} or not text_before(cursor).rstrip().endswith((".", ";", ":")):
        return shape
    block = cursor.block()
    dress(block, Shape())
    if shape.kind is Kind.ARTICLE:
        name = QTextCursor(block)
        name.setPosition(block.position() + len(str(number).rstrip()), _KEEP)
        name.setCharFormat(char_format(Run("", bold=True), Shape()))
    return Shape()


# --- Backspace, Delete --------------------------------------------------------------------------------------------


def backspace(text: BodyText) -> bool:
    """Take back: a selection, a kind, a number, the joint with the block before, or a character with its joiner."""
    cursor = text.textCursor()
    if cursor.hasSelection():
        return _remove_selected(text)
    if shape_at(cursor).kind in CELLS:
        return _backspace_letter(text) or cursor.atBlockStart()
    number = _number_of(cursor.block())
    if cursor.atBlockStart():
        _backspace_at_start(text)
        return True
    numbered = shape_at(cursor).kind in {Kind.HEADING, Kind.ARTICLE}
    if numbered and number is not None and text_before(cursor) == str(number):
        with text.step() as step:
            step.movePosition(_MOVE.StartOfBlock, _KEEP)
            step.removeSelectedText()
            dress(step.block(), Shape())
            step.movePosition(_MOVE.StartOfBlock)
        return True
    return _backspace_letter(text)


def _backspace_letter(text: BodyText) -> bool:
    cursor = text.textCursor()
    if not units(cursor.block().text(), cursor.positionInBlock()).endswith(JOINER):
        return False
    cursor.beginEditBlock()
    delete_before(cursor)
    cursor.endEditBlock()
    return True


def _backspace_at_start(text: BodyText) -> None:
    cursor = text.textCursor()
    shape, block, before = shape_at(cursor), cursor.block(), cursor.block().previous()
    if shape.kind in _LISTED or shape.kind is Kind.PAGE_BREAK:
        with text.step() as step:
            dress(step.block(), Shape())
            step.movePosition(_MOVE.StartOfBlock)
    elif not before.isValid():
        return
    elif is_in_table(before):
        cursor.movePosition(_MOVE.PreviousCharacter)
        text.setTextCursor(cursor)
    else:
        with text.step() as step:
            step.setPosition(join(before, block).position())


def delete(text: BodyText) -> bool:
    """Delete: a selection, or the joint with the block behind; letters are Qt's."""
    cursor = text.textCursor()
    if cursor.hasSelection():
        return _remove_selected(text)
    block, behind = cursor.block(), cursor.block().next()
    if not cursor.atBlockEnd():
        return False
    if shape_at(cursor).kind in CELLS or not behind.isValid() or is_in_table(behind):
        return True
    with text.step() as step:
        step.setPosition(join(block, behind).position())
    return True


def _remove_selected(text: BodyText) -> bool:
    """Remove a selection over several blocks as one step; one within a block is Qt's."""
    if not spans_blocks(text.textCursor()):
        return False
    with text.step() as cursor:
        remove_selected(cursor)
    return True


# --- Tab ----------------------------------------------------------------------------------------------------------


def tab(text: BodyText, step: int) -> None:
    """To the next cell or the one before; else the level of a list item or a heading."""
    shape = shape_at(text.textCursor())
    if shape.kind in CELLS:
        text.go_to_next_cell(step)
    elif shape.kind in {Kind.BULLET, Kind.HEADING}:
        change_level(text, min(max(shape.level + step, 1), _DEEPEST))


def change_level(text: BodyText, level: int) -> None:
    """Give the block at the caret a level; a heading counts on from the last of that level."""
    with text.step() as cursor:
        block, shape = cursor.block(), shape_at(cursor)
        if level == shape.level:
            return
        shape = shape._replace(level=level)
        number = _number_of(block) if shape.kind is Kind.HEADING else None
        if number is not None:
            at = text.manuscript.place_of(block.blockNumber())
            place = cursor.positionInBlock() - length_in_document(str(number))
            following = str(number_at_level(text.body(), at, level))
            replace_start(block, length_in_document(str(number)), shown(following))
            cursor.setPosition(block.position() + max(place + length_in_document(following), 0))
        dress(block, shape)
