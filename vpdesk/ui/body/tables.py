"""Acts on tables: one put in, its rows, columns and cells, its widths, and the way of the caret through it."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextCursor, QTextTable

from vpdesk.domain.body import Cell, Table
from vpdesk.domain.table_edits import (
    Area,
    merged,
    parted,
    with_column,
    with_row,
    without_columns,
    without_rows,
)
from vpdesk.ui.body.codec import columns_of, insert_table, is_slot, own_cells, read_table, table_format, table_of
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
        cursor.setPosition(_put_in(cursor, blank).firstPosition())


def remove_table(text: BodyText) -> None:
    """Take the table at the caret out."""
    table = table_at(text)
    if table is not None:
        with text.step() as cursor:
            _take_out(cursor, table)


def insert_row(text: BodyText, *, below: bool) -> None:
    """Put a row above or below the caret's."""
    if found := _here(text):
        table, area = found
        place = area.row + (area.rows if below else 0)
        _replace(text, with_row(read_table(table), place, in_header=is_header(text)), place, area.column)


def insert_column(text: BodyText, *, behind: bool) -> None:
    """Put a column before or behind the caret's."""
    if found := _here(text):
        table, area = found
        place = area.column + (area.columns if behind else 0)
        _replace(text, with_column(read_table(table), place), area.row, place)


def remove_rows(text: BodyText) -> None:
    """Take out the selected rows, or the caret's; with the last row the table goes."""
    if found := _here(text):
        table, area = found
        _replace(text, without_rows(read_table(table), area.row, area.rows), area.row, area.column)


def remove_columns(text: BodyText) -> None:
    """Take out the selected columns, or the caret's; with the last column the table goes."""
    if found := _here(text):
        table, area = found
        _replace(text, without_columns(read_table(table), area.column, area.columns), area.row, area.column)


def merge_cells(text: BodyText) -> None:
    """Make the selected cells one."""
    if found := _here(text):
        table, area = found
        _replace(text, merged(read_table(table), area), area.row, area.column)


def split_cell(text: BodyText) -> None:
    """Make a merged cell as many as it covers; its words stay in the first."""
    if found := _here(text):
        table, area = found
        _replace(text, parted(read_table(table), area.row, area.column), area.row, area.column)


def set_header(text: BodyText) -> None:
    """Make the rows down to the caret's the head of the table, which is repeated on each page; again takes it off."""
    if found := _here(text):
        table, area = found
        header_rows = area.row if is_header(text) else area.row + 1
        _replace(text, replace(read_table(table), header_rows=header_rows), area.row, area.column)


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
        table = table_at(text)
        cells = list(own_cells(table)) if table else []
    if not cells:
        return
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
        # Only the widths: the cells, and the caret in them, stay.
        table.setFormat(table_format(tuple(widths), table.format().headerRowCount()))


# --- parts --------------------------------------------------------------------------------------------------------


def _here(text: BodyText) -> tuple[QTextTable, Area] | None:
    """The table at the caret, and the cells that are selected there, or the caret's."""
    cursor = text.textCursor()
    table = table_of(cursor)
    if table is None:
        return None
    if cursor.hasComplexSelection():
        chosen: Any = cursor.selectedTableCells()
        return table, Area(*chosen)
    cell = table.cellAt(cursor)
    return table, Area(cell.row(), cell.rowSpan(), cell.column(), cell.columnSpan())


def _replace(text: BodyText, new: Table | None, row: int, column: int) -> None:
    """Put another table in place of the caret's, and the caret into its cell at a place.

    Qt's own acts on rows and columns break tables whose cells span some; a table is small, and made anew at once.
    """
    table = table_at(text)
    if table is None:
        return
    with text.step() as cursor:
        _take_out(cursor, table)
        if new is not None:
            made = _put_in(cursor, new)
            cell = made.cellAt(min(row, made.rows() - 1), min(column, made.columns() - 1))
            cursor.setPosition(cell.firstPosition())


def _take_out(cursor: QTextCursor, table: QTextTable) -> None:
    """Take a table out of the document; the cursor stands at the end of the block above it."""
    place, behind = table.firstPosition() - 1, table.lastPosition() + 1
    above, below = cursor.document().findBlock(place), cursor.document().findBlock(behind)
    shape, shape_below, parts = shape_of(above.blockFormat()), shape_of(below.blockFormat()), not is_slot(below)
    cursor.setPosition(place)
    cursor.setPosition(behind, _KEEP)
    cursor.removeSelectedText()
    if parts:
        # Without the table its neighbours are one block.
        cursor.insertBlock()
        dress(cursor.block(), shape_below)
        cursor.movePosition(_MOVE.PreviousBlock)
        cursor.movePosition(_MOVE.EndOfBlock)
    dress(cursor.block(), shape)
    mend(cursor.block())


def _put_in(cursor: QTextCursor, table: Table) -> QTextTable:
    """Put a table behind the block of a cursor, without a slot between it and what follows."""
    made = insert_table(cursor, table)
    below = cursor.block().next()
    if below.isValid() and not is_in_table(below):
        join(cursor.block(), below)
    return made
