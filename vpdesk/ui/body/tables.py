"""Acts on tables: one put in, its rows, columns and cells, its widths, and the way of the caret through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextCursor, QTextTable, QTextTableCell

from vpdesk.domain.body import Cell, Table
from vpdesk.ui.body.codec import (
    LINE_END,
    cell_kind,
    columns_of,
    insert_table,
    is_slot,
    own_cells,
    table_format,
    table_of,
)
from vpdesk.ui.body.formats import GAP, Kind, shape_of
from vpdesk.ui.body.structure import dress, is_in_table, join, mend, shape_at

if TYPE_CHECKING:
    from vpdesk.ui.body.body_text import BodyText

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MOVE = QTextCursor.MoveOperation
_NARROWEST = 0.04
"""The least share of a table's width that a column may have."""
_REACH = 4


def table_at(text: BodyText) -> QTextTable | None:
    """The table that the caret stands in."""
    return table_of(text.textCursor())


def put_table(text: BodyText, rows: int, columns: int) -> None:
    """Put an empty table behind the block at the caret, in place of it where it is empty, its first row a head."""
    blank = Table((1.0,) * columns, min(rows - 1, 1), ((Cell(()),) * columns,) * rows)
    with text.step() as cursor:
        table = table_of(cursor)
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)
            if not is_slot(cursor.block()):
                cursor.insertBlock()
                cursor.movePosition(_MOVE.PreviousBlock)
        if cursor.block().length() == 1 and shape_at(cursor).kind is not Kind.PAGE_BREAK:
            dress(cursor.block(), GAP)
        made = insert_table(cursor, blank)
        below = cursor.block().next()
        if below.isValid() and not is_in_table(below) and is_slot(cursor.block()):
            join(cursor.block(), below)
        cursor.setPosition(made.firstPosition())


def remove_table(text: BodyText) -> None:
    """Take the table at the caret out."""
    table = table_at(text)
    if table is not None:
        with text.step() as cursor:
            cursor.setPosition(table.firstPosition() - 1)
            shape = shape_at(cursor)
            table.removeRows(0, table.rows())
            dress(cursor.block(), shape)
            mend(cursor.block())


def insert_row(text: BodyText, *, below: bool) -> None:
    """Put a row above or below the caret's."""
    table = table_at(text)
    if table is not None:
        with _changed(text, table) as cursor:
            cell = table.cellAt(cursor)
            table.insertRows(cell.row() + (cell.rowSpan() if below else 0), 1)
            if cell.row() < table.format().headerRowCount():
                _set_form(table, columns_of(table), table.format().headerRowCount() + 1)


def insert_column(text: BodyText, *, behind: bool) -> None:
    """Put a column before or behind the caret's, as wide as the others are on the average."""
    table = table_at(text)
    if table is not None:
        with _changed(text, table) as cursor:
            cell, widths = table.cellAt(cursor), list(columns_of(table))
            place = cell.column() + (cell.columnSpan() if behind else 0)
            table.insertColumns(place, 1)
            widths.insert(place, sum(widths) / len(widths))
            _set_form(table, tuple(widths), table.format().headerRowCount())


def remove_rows(text: BodyText) -> None:
    """Take out the selected rows, or the caret's; with the last row the table goes."""
    table = table_at(text)
    if table is None:
        return
    row, count, _column, _columns = _selected(text, table)
    if count >= table.rows():
        remove_table(text)
        return
    with _changed(text, table):
        header_rows = table.format().headerRowCount()
        gone = max(min(row + count, header_rows) - row, 0)
        table.removeRows(row, count)
        _set_form(table, columns_of(table), header_rows - gone)


def remove_columns(text: BodyText) -> None:
    """Take out the selected columns, or the caret's; with the last column the table goes."""
    table = table_at(text)
    if table is None:
        return
    _row, _rows, column, count = _selected(text, table)
    if count >= table.columns():
        remove_table(text)
        return
    with _changed(text, table):
        widths = columns_of(table)
        table.removeColumns(column, count)
        _set_form(table, (*widths[:column], *widths[column + count :]), table.format().headerRowCount())


def merge_cells(text: BodyText) -> None:
    """Make the selected cells one; what each held begins a line."""
    table = table_at(text)
    if table is not None:
        row, rows, column, columns = _selected(text, table)
        with _changed(text, table) as cursor:
            table.mergeCells(row, column, rows, columns)
            merged = table.cellAt(row, column)
            _make_one_block(merged)
            cursor.setPosition(merged.firstPosition())


def split_cell(text: BodyText) -> None:
    """Make a merged cell as many as it covers; its words stay in the first."""
    table = table_at(text)
    if table is not None:
        with _changed(text, table) as cursor:
            cell = table.cellAt(cursor)
            table.splitCell(cell.row(), cell.column(), 1, 1)


def set_header(text: BodyText) -> None:
    """Make the rows down to the caret's the head of the table, which is repeated on each page; again takes it off."""
    table = table_at(text)
    if table is not None:
        with text.step() as cursor:
            row = table.cellAt(cursor).row()
            header_rows = row if row < table.format().headerRowCount() else row + 1
            _set_form(table, columns_of(table), header_rows)
            _dress(table)


def is_header(text: BodyText) -> bool:
    """Whether the caret stands in the head of a table."""
    return shape_at(text.textCursor()).kind is Kind.HEADER_CELL


def go_to_next_cell(text: BodyText, step: int) -> None:
    """Put the caret into the next cell or the one before; behind the last cell a row begins."""
    table = table_at(text)
    if table is None:
        return
    cells, own = list(own_cells(table)), table.cellAt(text.textCursor())
    place = [(cell.row(), cell.column()) for cell in cells].index((own.row(), own.column())) + step
    if place == len(cells):
        text.moveCursor(_MOVE.EndOfBlock)
        insert_row(text, below=True)
        cells = list(own_cells(table))
    cursor = cells[max(place, 0)].firstCursorPosition()
    cursor.movePosition(_MOVE.EndOfBlock)
    text.setTextCursor(cursor)
    text.ensureCursorVisible()


# --- widths -------------------------------------------------------------------------------------------------------


def border_at(text: BodyText, point: QPointF) -> tuple[QTextTable, int] | None:
    """The table and the column whose right border is under a point of the document."""
    for frame in text.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            area = text.document().documentLayout().frameBoundingRect(frame)
            if area.top() <= point.y() <= area.bottom():
                for column, x in enumerate(_borders(frame, area)):
                    if abs(point.x() - x) <= _REACH:
                        return frame, column
    return None


def _borders(table: QTextTable, area: QRectF) -> list[float]:
    """Where the borders between the columns stand."""
    widths = columns_of(table)
    return [area.left() + area.width() * share / sum(widths) for share in list(accumulate(widths))[:-1]]


def move_border(text: BodyText, table: QTextTable, column: int, x: float) -> None:
    """Move the right border of a column to here: what it wins, the next column loses."""
    area = text.document().documentLayout().frameBoundingRect(table)
    widths = list(columns_of(table))
    whole, before = sum(widths), sum(widths[:column])
    both, least = widths[column] + widths[column + 1], _NARROWEST * whole
    wanted = (x - area.left()) / area.width() * whole - before
    widths[column] = round(min(max(wanted, least), both - least), 4)
    widths[column + 1] = round(both - widths[column], 4)
    with text.step():
        _set_form(table, tuple(widths), table.format().headerRowCount())


# --- parts --------------------------------------------------------------------------------------------------------


def _selected(text: BodyText, table: QTextTable) -> tuple[int, int, int, int]:
    """The first row, the rows, the first column and the columns that are selected, or the caret's cell."""
    cursor = text.textCursor()
    if cursor.hasComplexSelection():
        chosen: Any = cursor.selectedTableCells()
        row, rows, column, columns = chosen
        return row, rows, column, columns
    cell = table.cellAt(cursor)
    return cell.row(), cell.rowSpan(), cell.column(), cell.columnSpan()


@contextmanager
def _changed(text: BodyText, table: QTextTable) -> Iterator[QTextCursor]:
    """A step that changes the cells of a table. The block above it, which Qt may take for a cell, stays as it was."""
    with text.step() as cursor:
        place = table.firstPosition() - 1
        shape = shape_of(text.document().findBlock(place).blockFormat())
        yield cursor
        dress(text.document().findBlock(place), shape)
        _dress(table)


def _set_form(table: QTextTable, widths: tuple[float, ...], header_rows: int) -> None:
    table.setFormat(table_format(widths, header_rows))


def _dress(table: QTextTable) -> None:
    """Give every cell the look of its row; one that has just come is not dressed yet."""
    header_rows = table.format().headerRowCount()
    for cell in own_cells(table):
        block = cell.firstCursorPosition().block()
        shape, kind = shape_of(block.blockFormat()), cell_kind(cell.row(), header_rows)
        if shape.kind is not kind:
            dress(block, shape._replace(kind=kind, indent=None))


def _make_one_block(cell: QTextTableCell) -> None:
    """A cell holds one block: what merged cells bring along begins a line in it."""
    cursor = cell.firstCursorPosition()
    while cursor.block() != cell.lastCursorPosition().block():
        cursor.movePosition(_MOVE.EndOfBlock)
        empty = cursor.block().length() == 1 or cursor.block().next().length() == 1
        cursor.movePosition(_MOVE.NextCharacter, _KEEP)
        cursor.insertText("" if empty else LINE_END)
