"""A table with a row, a column or a cell more or less. Spans give way, so that the cells always fill every row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from vpdesk.domain.body import Cell, Run, Table, joined


class Placed(NamedTuple):
    """A cell with the row and the column it begins in."""

    row: int
    column: int
    cell: Cell

    @property
    def bottom(self) -> int:
        """The row behind its last."""
        return self.row + self.cell.rows

    @property
    def right(self) -> int:
        """The column behind its last."""
        return self.column + self.cell.columns

    def spanning(self, rows: int, columns: int) -> Placed:
        """The cell with other spans."""
        return self._replace(cell=replace(self.cell, rows=rows, columns=columns))


class Area(NamedTuple):
    """Some neighbouring rows and columns."""

    row: int
    rows: int
    column: int
    columns: int

    def meets(self, one: Placed) -> bool:
        """Whether a cell has a part in the area."""
        rows_meet = one.row < self.row + self.rows and self.row < one.bottom
        return rows_meet and one.column < self.column + self.columns and self.column < one.right


def placed_cells(table: Table) -> Iterator[Placed]:
    """The cells in reading order, no span longer than the table."""
    covered = [0] * len(table.columns)
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while covered[column]:
                column += 1
            covered[column : column + cell.columns] = [cell.rows] * cell.columns
            yield Placed(row, column, replace(cell, rows=min(cell.rows, len(table.rows) - row)))
            column += cell.columns
        covered = [max(rest - 1, 0) for rest in covered]


def _table(columns: tuple[float, ...], header_rows: int, height: int, cells: list[Placed]) -> Table:
    """A table of these cells; where none is, an empty one is put."""
    taken = {
        (row, column) for one in cells for row in range(one.row, one.bottom) for column in range(one.column, one.right)
    }
    holes = [
        Placed(row, column, Cell(()))
        for row in range(height)
        for column in range(len(columns))
        if (row, column) not in taken
    ]
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for one in sorted([*cells, *holes], key=lambda one: (one.row, one.column)):
        rows[one.row].append(one.cell)
    return Table(columns, min(header_rows, height), tuple(map(tuple, rows)))


def with_row(table: Table, place: int, *, in_header: bool = False) -> Table:
    """The table with an empty row at a place; what spans the place grows."""
    cells = []
    for one in placed_cells(table):
        if one.row >= place:
            cells.append(one._replace(row=one.row + 1))
        else:
            cells.append(one.spanning(one.cell.rows + (one.bottom > place), one.cell.columns))
    return _table(table.columns, table.header_rows + in_header, len(table.rows) + 1, cells)


def without_rows(table: Table, place: int, count: int) -> Table | None:
    """The table without some rows; None where nothing is left."""
    height = len(table.rows) - count
    if height <= 0:
        return None
    cells = []
    for one in placed_cells(table):
        lost = max(min(one.bottom, place + count) - max(one.row, place), 0)
        if lost < one.cell.rows:
            row = one.row if one.row < place else max(one.row - count, place)
            cells.append(one.spanning(one.cell.rows - lost, one.cell.columns)._replace(row=row))
    lost_of_header = max(min(place + count, table.header_rows) - place, 0)
    return _table(table.columns, table.header_rows - lost_of_header, height, cells)


def with_column(table: Table, place: int) -> Table:
    """The table with an empty column at a place, as wide as the others on the average; what spans the place grows."""
    cells = []
    for one in placed_cells(table):
        if one.column >= place:
            cells.append(one._replace(column=one.column + 1))
        else:
            cells.append(one.spanning(one.cell.rows, one.cell.columns + (one.right > place)))
    width = sum(table.columns) / len(table.columns)
    columns = (*table.columns[:place], width, *table.columns[place:])
    return _table(columns, table.header_rows, len(table.rows), cells)


def without_columns(table: Table, place: int, count: int) -> Table | None:
    """The table without some columns; None where nothing is left."""
    columns = (*table.columns[:place], *table.columns[place + count :])
    if not columns:
        return None
    cells = []
    for one in placed_cells(table):
        lost = max(min(one.right, place + count) - max(one.column, place), 0)
        if lost < one.cell.columns:
            column = one.column if one.column < place else max(one.column - count, place)
            cells.append(one.spanning(one.cell.rows, one.cell.columns - lost)._replace(column=column))
    return _table(columns, table.header_rows, len(table.rows), cells)


def merged(table: Table, area: Area) -> Table:
    """The table with the cells of an area made one, and with them those that reach out of it; each begins a line."""
    cells = list(placed_cells(table))
    while True:
        inside = [one for one in cells if area.meets(one)]
        row, column = min(one.row for one in inside), min(one.column for one in inside)
        grown = Area(row, max(one.bottom for one in inside) - row, column, max(one.right for one in inside) - column)
        if grown == area:
            break
        area = grown
    runs: list[Run] = []
    for one in inside:
        runs += [Run("\n"), *one.cell.runs] if runs and one.cell.runs else one.cell.runs
    first = replace(inside[0].cell, runs=joined(runs), rows=area.rows, columns=area.columns)
    others = [one for one in cells if not area.meets(one)]
    return _table(table.columns, table.header_rows, len(table.rows), [*others, Placed(area.row, area.column, first)])


def parted(table: Table, row: int, column: int) -> Table:
    """The table with the cell at a place made as many as it covers; its words stay in the first."""
    cells = [one.spanning(1, 1) if (one.row, one.column) == (row, column) else one for one in placed_cells(table)]
    return _table(table.columns, table.header_rows, len(table.rows), cells)
