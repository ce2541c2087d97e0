"""What goes out of a body's text by copying, and what comes in by pasting and dropping.

Much at once comes in slices, one in a turn of the event loop: the window stays alive, Esc stops it and takes it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QTextCursor, QTextDocument

from vpdesk.domain.body import Block, Body, Division, PageBreak, Paragraph, Run, Runs, Table, joined, plain_text
from vpdesk.domain.copied import html_of, text_of
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.dispatch_file import format_dispatch, parse_dispatch
from vpdesk.domain.errors import DeskError
from vpdesk.domain.pasted import Losses, blocks_of_html, blocks_of_text
from vpdesk.domain.text import carried
from vpdesk.ui.body.codec import insert_blocks, insert_runs, is_slot, read
from vpdesk.ui.body.formats import CELLS, GAP, Kind, Shape, block_format, shape_of
from vpdesk.ui.body.structure import dress, is_in_table, join, remove_selected, shape_at
from vpdesk.words.catalogue import _, format_number, ngettext

if TYPE_CHECKING:
    from vpdesk.ui.body.body_text import BodyText

OWN_FORMAT = "application/x-vpdesk-body"
_SLICE_LETTERS = 12_000
_SLICE_ITEMS = 40
_READING = 2_500
"""What reading a portion costs that holds no block, counted in letters."""

_CELL_LETTERS = 12
"""What a cell of a table costs beside its words, counted in letters."""

_MOVE = QTextCursor.MoveOperation


# --- out ----------------------------------------------------------------------------------------------------------


def copied(text: BodyText) -> QMimeData:
    """What is selected: as blocks for another body, as clean HTML and as plain text for other programs."""
    cursor = text.textCursor()
    document = QTextDocument()
    inner = QTextCursor(document)
    first = shape_of(cursor.document().findBlock(cursor.selectionStart()).blockFormat())
    inner.setBlockFormat(block_format(Shape() if first.kind in CELLS else first))
    inner.insertFragment(cursor.selection())
    blocks = read(document)
    data = QMimeData()
    data.setText(text_of(blocks))
    data.setHtml(html_of(blocks))
    data.setData(OWN_FORMAT, format_dispatch(Dispatch("CV", "vpdesk", body=blocks)).encode())
    return data


# --- in -----------------------------------------------------------------------------------------------------------


def can_paste(data: QMimeData) -> bool:
    """Whether there is something a body can take; a picture is taken to be told that it cannot stay."""
    return data.hasFormat(OWN_FORMAT) or data.hasHtml() or data.hasText() or data.hasImage()


def paste(text: BodyText, data: QMimeData) -> None:
    """Put what comes from elsewhere in place of what is selected."""
    losses = Losses()
    blocks = _blocks_in(data, losses)
    if blocks is None:
        if data.hasImage():
            text.said.emit(_("A body holds no pictures. Put them into an appendix on paper."))
        return
    Pasting(text, blocks, losses).begin()


def _blocks_in(data: QMimeData, losses: Losses) -> Iterator[Block | None] | None:
    own = _own_blocks(data)
    if own is not None:
        return iter(own)
    if data.hasHtml():
        return blocks_of_html(data.html(), losses)
    if not data.hasText():
        return None
    words = data.text()
    line = carried(words.strip("\r\n"))
    if "\n" not in line and len(line) < _SLICE_LETTERS:
        # Words of one line keep the space at their ends.
        return iter((Paragraph((Run(line),)),)) if line else None
    return blocks_of_text(words, losses)


def _own_blocks(data: QMimeData) -> Body | None:
    if not data.hasFormat(OWN_FORMAT):
        return None
    try:
        return parse_dispatch(bytes(data.data(OWN_FORMAT).data())).body
    except DeskError:
        return None


class Pasting(QObject):
    """Puts blocks into a text, slice by slice. What fits into one slice is there at once."""

    def __init__(self, text: BodyText, blocks: Iterator[Block | None], losses: Losses) -> None:
        super().__init__(text)
        self._text = text
        self._blocks = blocks
        self._losses = losses
        self._cursor = text.textCursor()
        self._held = ExitStack()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Put the first slice in; the others follow by themselves."""
        first, is_all = self._slice()
        if is_all:
            with self._text.step() as cursor:
                _put_all(cursor, first)
            self._report()
            return
        self._held.enter_context(self._text.quietly())
        self._text.pasting = self
        self._cursor.beginEditBlock()
        remove_selected(self._cursor)
        _open_gap(self._cursor)
        self._put(first)
        self._cursor.endEditBlock()
        self._timer.start()

    def _go_on(self) -> None:
        blocks, is_all = self._slice()
        self._cursor.joinPreviousEditBlock()
        self._put(blocks)
        if is_all:
            _close_gap(self._cursor)
        self._cursor.endEditBlock()
        # Read slice by slice too, or the last one would have all of it to read.
        self._text.body()
        if is_all:
            self._end()
            self._report()

    def stop(self) -> None:
        """Take back what has come in so far."""
        self._end()
        self._text.undo()
        self._text.said.emit(_("Pasting was stopped."))

    def _end(self) -> None:
        self._timer.stop()
        self._text.pasting = None
        self._text.setTextCursor(self._cursor)
        self._held.close()
        self._text.ensureCursorVisible()
        self.deleteLater()

    def _put(self, blocks: list[Block]) -> None:
        if blocks:
            insert_blocks(self._cursor, blocks)

    def _slice(self) -> tuple[list[Block], bool]:
        """So many blocks as one turn of the event loop may cost, and whether they are the last."""
        blocks: list[Block] = []
        letters = 0
        for _count in range(_SLICE_ITEMS):
            try:
                block = next(self._blocks)
            except StopIteration:
                return blocks, True
            if block is None:
                letters += _READING
            else:
                blocks.append(block)
                letters += _weight(block)
            if letters > _SLICE_LETTERS:
                break
        return blocks, False

    def _report(self) -> None:
        pictures = self._losses.pictures
        if pictures:
            words = ngettext(
                "{count} picture was left out: a body holds none.",
                "{count} pictures were left out: a body holds none.",
                pictures,
            )
            self._text.said.emit(words.format(count=format_number(pictures)))
        if self._losses.parted:
            self._text.said.emit(_("Paragraphs or tables too long for a page were parted."))


def _weight(block: Block) -> int:
    match block:
        case Table(_, _, rows):
            return sum(_CELL_LETTERS + len(plain_text(cell.runs)) for row in rows for cell in row) * 2
        case Division() | PageBreak():
            return 50
        case _:
            return 50 + len(plain_text(block.runs))


def _put_all(cursor: QTextCursor, blocks: list[Block]) -> None:
    """Put a few blocks at a cursor: words into the paragraph there, more between its two parts."""
    remove_selected(cursor)
    if not blocks:
        return
    if shape_at(cursor).kind in CELLS:
        insert_runs(cursor, _lines(blocks), shape_at(cursor))
    elif len(blocks) == 1 and isinstance(blocks[0], Paragraph) and cursor.block().length() > 1:
        insert_runs(cursor, blocks[0].runs, shape_at(cursor))
    else:
        _open_gap(cursor)
        insert_blocks(cursor, blocks)
        _close_gap(cursor)


def _lines(blocks: list[Block]) -> Runs:
    """The words of some blocks as lines of a cell."""
    runs: list[Run] = []
    for block in blocks:
        match block:
            case Table(_, _, rows):
                line = tuple(run for row in rows for cell in row for run in (*cell.runs, Run(" ")))
            case Division() | PageBreak():
                line = (Run(text_of([block])),)
            case _:
                line = block.runs
        runs += [Run("\n"), *line] if runs else line
    return joined(runs)


def _open_gap(cursor: QTextCursor) -> None:
    """Part the block at a cursor, and leave the cursor where blocks can follow: in a slot, or behind words."""
    if cursor.block().length() == 1:
        if shape_at(cursor).kind is not Kind.PAGE_BREAK:
            dress(cursor.block(), Shape(Kind.EMPTY))
    elif not cursor.atBlockEnd():
        starts = cursor.atBlockStart()
        cursor.insertBlock()
        cursor.movePosition(_MOVE.PreviousBlock)
        cursor.movePosition(_MOVE.EndOfBlock)
        if starts:
            dress(cursor.block(), Shape(Kind.EMPTY))


def _close_gap(cursor: QTextCursor) -> None:
    """Behind the last block that came in: no slot is left where a block follows."""
    below = cursor.block().next()
    if is_slot(cursor.block()) and below.isValid() and not is_in_table(below):
        cursor.setPosition(join(cursor.block(), below).position())
    elif is_slot(cursor.block()) and cursor.block().blockNumber() > 0:
        dress(cursor.block(), GAP)
