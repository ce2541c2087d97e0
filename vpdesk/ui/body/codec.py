"""A body as a text document, and the document as a body.

Every block is one block of the document, a table is a table. Line ends are held as on the page, where lines end at
spaces only: after each `-` and `/` the document holds a joiner, which forbids the break, shows nothing and makes no
step for the caret.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Body,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    joined,
)
from vpdesk.domain.table_edits import placed_cells
from vpdesk.domain.text import carried
from vpdesk.ui.body.formats import (
    COLUMNS,
    GAP,
    SLOTS,
    Kind,
    Shape,
    block_format,
    char_format,
    marks_of,
    note_format,
    note_of,
    shape_of,
)

JOINER: Final = "\u200d"
LINE_END: Final = "\u2028"
OBJECT: Final = "\ufffc"
MISSING: Final = "…"
"""What stands for the number or title that a division does not have yet: a file would refuse it without."""

_Item = tuple[Block | None, int]
"""What some blocks of the document stand for, None for nothing, and how many they are."""

_DIVISION_NAME = re.compile(rf"({'|'.join(kind.value for kind in DivisionKind)}) ?(.*)", re.IGNORECASE)
# A grey that is seen on white paper and on the dark: a border's colour stands in the document.
_GRID = QColor("#85837e")


def shown(text: str) -> str:
    """A text as the document holds it."""
    # Qt keeps these two, which are no characters, for the edges of its frames.
    text = text.replace("\ufdd0", "\ufffd").replace("\ufdd1", "\ufffd")
    return text.replace("-", f"-{JOINER}").replace("/", f"/{JOINER}").replace("\n", LINE_END)


def meant(text: str) -> str:
    """A text of the document as the body has it."""
    return carried(text.replace(LINE_END, "\n"))


def write(document: QTextDocument, blocks: Iterable[Block]) -> None:
    """Make a document hold these blocks and nothing else."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(block_format(Shape(Kind.EMPTY)))
    cursor.mergeBlockCharFormat(char_format(Run(""), GAP))
    insert_blocks(cursor, blocks)
    cursor.endEditBlock()


def read(document: QTextDocument) -> Body:
    """The body a document holds, all of it read anew."""
    return tuple(block for block, _size in _items(document, 0, document.blockCount()) if block is not None)


def insert_blocks(cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Put blocks behind the block of a cursor, outside of tables; a slot becomes the first of them."""
    for block in blocks:
        if isinstance(block, Table):
            insert_table(cursor, block)
            continue
        shape = shape_for(block)
        letters = char_format(Run(""), shape)
        if is_slot(cursor.block()):
            cursor.setBlockFormat(block_format(shape))
            cursor.mergeBlockCharFormat(letters)
        else:
            cursor.insertBlock(block_format(shape), letters)
        _insert_words(cursor, block, shape)


def is_slot(block: QTextBlock) -> bool:
    """Whether a block of the document stands for nothing."""
    return block.length() == 1 and shape_of(block.blockFormat()).kind in SLOTS


def _insert_words(cursor: QTextCursor, block: Block, shape: Shape) -> None:
    match block:
        case Division(kind, number, title):
            cursor.insertText(f"{kind.value.capitalize()} {shown(number)}", char_format(Run(""), shape))
            cursor.insertText(LINE_END + shown(title), char_format(Run(""), shape, title=True))
        case PageBreak() | Table():
            pass
        case _:
            insert_runs(cursor, block.runs, shape)


def insert_runs(cursor: QTextCursor, runs: Runs, shape: Shape) -> None:
    """Put runs into a block of this shape."""
    for run in runs:
        if run.text:
            cursor.insertText(shown(run.text), char_format(run, shape))
        if run.note is not None:
            cursor.insertText(OBJECT, note_format(run, shape))


def shape_for(block: Block) -> Shape:
    """The shape of a block that is no table."""
    match block:
        case Paragraph(_, align, indent):
            return Shape(Kind.PARAGRAPH, align=align, indent=indent)
        case Basis(_, align, indent):
            return Shape(Kind.BASIS, align=align, indent=indent)
        case Heading(level, _):
            return Shape(Kind.HEADING, level)
        case Bullet(level, _):
            return Shape(Kind.BULLET, level)
        case Division():
            return Shape(Kind.DIVISION)
        case Article():
            return Shape(Kind.ARTICLE)
        case _:
            return Shape(Kind.PAGE_BREAK)


# --- tables -------------------------------------------------------------------------------------------------------


def table_format(columns: tuple[float, ...], header_rows: int) -> QTextTableFormat:
    """The format of a table with these relative widths, over the whole width of the text."""
    made = QTextTableFormat()
    made.setProperty(COLUMNS, " ".join(map(repr, columns)))
    made.setHeaderRowCount(header_rows)
    whole = sum(columns)
    percent = QTextLength.Type.PercentageLength
    made.setColumnWidthConstraints([QTextLength(percent, 100 * width / whole) for width in columns])
    made.setWidth(QTextLength(percent, 100))
    made.setBorder(1)
    made.setBorderBrush(QBrush(_GRID))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setCellSpacing(0)
    made.setCellPadding(4)
    made.setTopMargin(6)
    made.setBottomMargin(8)
    return made


def columns_of(table: QTextTable) -> tuple[float, ...]:
    """The relative widths of a table's columns."""
    widths = tuple(map(float, table.format().stringProperty(COLUMNS).split()))
    return widths if len(widths) == table.columns() else (1.0,) * table.columns()


def insert_table(cursor: QTextCursor, table: Table) -> QTextTable:
    """Put a table behind the block of a cursor, and the cursor into the block behind it."""
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if is_slot(cursor.block()):
        cursor.setBlockFormat(block_format(GAP))
    height, width = max(len(table.rows), 1), len(table.columns)
    made = cursor.insertTable(height, width, table_format(table.columns, table.header_rows))
    cells = list(placed_cells(table))
    for row, column, cell in cells:
        if cell.rows > 1 or cell.columns > 1:
            made.mergeCells(row, column, cell.rows, cell.columns)
    for one in own_cells(made):
        _dress_cell(one, Shape(cell_kind(one.row(), table.header_rows)))
    for row, column, cell in cells:
        shape = Shape(cell_kind(row, table.header_rows), align=cell.align)
        inner = _dress_cell(made.cellAt(row, column), shape)
        insert_runs(inner, cell.runs, shape)
    cursor.setPosition(made.lastPosition() + 1)
    cursor.setBlockFormat(block_format(GAP))
    cursor.mergeBlockCharFormat(char_format(Run(""), GAP))
    return made


def cell_kind(row: int, header_rows: int) -> Kind:
    """The kind of the cells of a row."""
    return Kind.HEADER_CELL if row < header_rows else Kind.CELL


def _dress_cell(cell: QTextTableCell, shape: Shape) -> QTextCursor:
    inner = cell.firstCursorPosition()
    inner.setBlockFormat(block_format(shape))
    # Merged, not set: the letters' format of a cell's block holds the spans of the cell.
    inner.mergeBlockCharFormat(char_format(Run(""), shape))
    return inner


def table_of(cursor: QTextCursor) -> QTextTable | None:
    """The table that a cursor stands in. Qt's types leave out that there may be none."""
    return cursor.currentTable()


def own_cells(table: QTextTable) -> Iterator[QTextTableCell]:
    """The cells of a table in reading order, each once."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if (cell.row(), cell.column()) == (row, column):
                yield cell


def read_table(table: QTextTable) -> Table:
    """A table of the document."""
    rows: list[list[Cell]] = [[] for _ in range(table.rows())]
    for cell in own_cells(table):
        block = cell.firstCursorPosition().block()
        align = shape_of(block.blockFormat()).align
        rows[cell.row()].append(Cell(_cell_runs(cell), cell.columnSpan(), cell.rowSpan(), align))
    return Table(columns_of(table), min(table.format().headerRowCount(), table.rows()), tuple(map(tuple, rows)))


def _cell_runs(cell: QTextTableCell) -> Runs:
    """The words of a cell. It has one block; of a merged one each begins a line."""
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    runs = list(_runs_of(block))
    while block != last:
        block = block.next()
        runs += [Run("\n"), *_runs_of(block)]
    return joined(runs)


# --- reading ------------------------------------------------------------------------------------------------------


def _runs_of(block: QTextBlock) -> Iterator[Run]:
    """The stretches of a block as the document has them."""
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        letters = fragment.charFormat()
        marks, note = marks_of(letters), note_of(letters)
        if note is None:
            yield replace(marks, text=meant(fragment.text()))
        else:
            # Equal notes side by side are one fragment.
            for _mark in fragment.text():
                yield replace(marks, note=meant(note) or None)
        walk += 1


def read_block(block: QTextBlock) -> Block | None:
    """A block of the document that stands in no table; None for a gap."""
    shape = shape_of(block.blockFormat())
    if shape.kind is Kind.DIVISION:
        return _division(meant(block.text()))
    runs = joined(_runs_of(block))
    match shape.kind:
        case Kind.GAP | Kind.EMPTY if not runs:
            return None
        case Kind.PAGE_BREAK if not runs:
            return PageBreak()
        case Kind.BASIS:
            return Basis(runs, shape.align, shape.indent)
        case Kind.HEADING:
            return Heading(shape.level, runs)
        case Kind.ARTICLE:
            return Article(runs)
        case Kind.BULLET:
            return Bullet(shape.level, runs)
        case _:
            return Paragraph(runs, shape.align, shape.indent)


def _division(text: str) -> Block:
    """A division from its lines: the first names it, the others are its title."""
    name, _line_end, title = text.partition("\n")
    named = _DIVISION_NAME.fullmatch(name)
    if named is None:
        return Paragraph(joined([Run(text, bold=True)]), Alignment.CENTRED)
    kind = next(kind for kind in DivisionKind if kind.value == named[1].lower())
    return Division(kind, named[2] if named[2].strip() else MISSING, title if title.strip() else MISSING)


def _items(document: QTextDocument, start: int, stop: int) -> Iterator[_Item]:
    """What the document's own blocks from `start` to `stop` hold: each thing with how many of them it takes."""
    number = start
    while number < stop:
        block = document.findBlockByNumber(number)
        table = table_of(QTextCursor(block))
        if table is None:
            yield read_block(block), 1
            number += 1
        else:
            after = document.findBlock(table.lastPosition() + 1).blockNumber()
            yield read_table(table), after - number
            number = after


class Manuscript(QObject):
    """Reads the body of a document again and again, each time only what has changed since.

    What has not changed stays the very same object: whoever follows the body sees by that what is new.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._items: list[_Item] = []
        self._body: Body = ()
        # How many blocks of the document at its beginning, and at its end, are as they were read.
        self._clean_before = self._clean_after = 0
        self._stale = True
        # Without a layout a document tells of no change.
        document.documentLayout()
        document.contentsChange.connect(self._note_change)

    def show(self, blocks: Body) -> None:
        """Make the document hold these very blocks."""
        write(self._document, blocks)
        given = iter(blocks)
        items = _items(self._document, 0, self._document.blockCount())
        self._items = [(None if block is None else next(given), size) for block, size in items]
        self._settle()

    def body(self) -> Body:
        """The blocks of the document now."""
        if self._stale:
            self._read_what_changed()
            self._settle()
        return self._body

    def place_of(self, number: int) -> int:
        """The place in the body of what the document's block of this number belongs to; of a gap, the one before."""
        place, end = -1, 0
        for block, size in self._fresh_items():
            place, end = place + (block is not None), end + size
            if number < end:
                break
        return place

    def block_at(self, place: int) -> QTextBlock:
        """The document's first block that stands for a place in the body; the last one behind its end."""
        number = 0
        for block, size in self._fresh_items():
            if block is not None:
                if place == 0:
                    return self._document.findBlockByNumber(number)
                place -= 1
            number += size
        return self._document.lastBlock()

    def _fresh_items(self) -> list[_Item]:
        self.body()
        return self._items

    def _read_what_changed(self) -> None:
        before, top = _fitting(self._items, self._clean_before)
        after, bottom = _fitting(reversed(self._items[before:]), self._clean_after)
        changed = slice(before, len(self._items) - after)
        read_again = list(_items(self._document, top, self._document.blockCount() - bottom))
        self._items[changed] = _kept(self._items[changed], read_again)

    def _settle(self) -> None:
        self._body = tuple(block for block, _size in self._items if block is not None)
        self._clean_before = self._clean_after = self._document.blockCount()
        self._stale = False

    def _note_change(self, start: int, _removed: int, added: int) -> None:
        first, last = self._document.findBlock(start), self._document.findBlock(start + added)
        unchanged_after = self._document.blockCount() - 1 - last.blockNumber() if last.isValid() else 0
        self._clean_before = min(self._clean_before, first.blockNumber() if first.isValid() else 0)
        self._clean_after = min(self._clean_after, unchanged_after)
        self._stale = True


def _kept(old: list[_Item], new: list[_Item]) -> list[_Item]:
    """The new things, with the old one for each that reads as before: changes may lie far apart."""
    if len(old) == len(new):
        return [before if before == after else after for before, after in zip(old, new, strict=True)]
    known: dict[_Item, list[_Item]] = {}
    for item in reversed(old):
        known.setdefault(item, []).append(item)
    return [known[item].pop() if known.get(item) else item for item in new]


def _fitting(items: Iterable[_Item], blocks: int) -> tuple[int, int]:
    """How many of these things lie within so many blocks of the document, and the blocks they take."""
    count = taken = 0
    for block, size in items:
        # A table may have grown at its edge; only a block beyond it tells that it ends where it did.
        if taken + size + isinstance(block, Table) > blocks:
            break
        count, taken = count + 1, taken + size
    return count, taken
