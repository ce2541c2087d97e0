"""Tables of Word's: the grid of a dispatch's table, and the unseen ones that put texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vpdesk.export.docx_styles import cell_margins
from vpdesk.export.docx_text import HAIR, Place, Scribe
from vpdesk.export.docx_xml import Element, rule_at, shares_in_twips, twips, w
from vpdesk.layout.content import Cell, Table

_GRID_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Side:
    """What stands in one cell beside others: paragraphs in a width."""

    width: float
    paragraphs: Sequence[Element]
    columns: int = 1


def side_by_side(rows: Sequence[Sequence[Side]], scribe: Scribe, indent: float = 0.0) -> Element:
    """A table that is not seen, its first row with a cell in each column. No row is parted."""
    columns = [twips(side.width) for side in rows[0]]
    made = [_row([_cell(twips(side.width), side.paragraphs or [scribe.spacer(HAIR)]) for side in row]) for row in rows]
    return _table(columns, made, 0.0, w("tblInd", w=twips(indent), type="dxa"))


def grid_table(table: Table, scribe: Scribe, *, keep_next: bool = False) -> Element:
    """A table of the dispatch across the measure; its header rows stand again on each page."""
    norms = scribe.norms
    columns = shares_in_twips(table.columns, norms.measure)
    rows = []
    for number, spots in enumerate(_spread(table)):
        is_header = number < table.header_rows
        place = Place(keep_next=keep_next and number == len(table.rows) - 1)
        cells = [_grid_cell(spot, columns, scribe, place, is_header=is_header) for spot in spots]
        rows.append(_row(cells, is_header=is_header))
    borders = w("tblBorders", *(rule_at(side, norms.grid_thickness) for side in _GRID_SIDES))
    return _table(columns, rows, norms.cell_padding, w("tblInd", w=0, type="dxa"), borders)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell in its row; one that another above spans has no cell of its own."""

    column: int
    columns: int
    cell: Cell | None


def _grid_cell(spot: _Spot, columns: Sequence[int], scribe: Scribe, place: Place, *, is_header: bool) -> Element:
    """Headers and what spans rows stand in the middle of their height."""
    width = sum(columns[spot.column : spot.column + spot.columns])
    if spot.cell is None:
        return _cell(width, [scribe.spacer(HAIR)], spot.columns, w("vMerge"))
    paragraphs = [scribe.paragraph(text, place) for text in spot.cell.texts]
    spans = spot.cell.rows > 1
    merge = w("vMerge", val="restart") if spans else None
    middle = w("vAlign", val="center") if spans or is_header else None
    return _cell(width, paragraphs, spot.columns, merge, middle)


def _spread(table: Table) -> Iterator[list[_Spot]]:
    """The rows of a table with a spot for every cell, those under a span too."""
    spans: dict[int, tuple[int, int]] = {}
    for row in table.rows:
        cells = iter(row)
        spots = []
        column = 0
        while column < len(table.columns):
            columns, rows_left = spans.get(column, (1, 0))
            if rows_left:
                spots.append(_Spot(column, columns, None))
            else:
                cell = next(cells)
                columns, rows_left = cell.columns, cell.rows
                spots.append(_Spot(column, columns, cell))
            spans[column] = columns, rows_left - 1
            column += columns
        yield spots


def _table(columns: Sequence[int], rows: Sequence[Element], padding: float, *looks: Element) -> Element:
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(columns), type="dxa"),
            *looks,
            w("tblLayout", type="fixed"),
            cell_margins(padding),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in columns)),
        *rows,
    )


def _row(cells: Sequence[Element], *, is_header: bool = False) -> Element:
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_header else None), *cells)


def _cell(width: int, paragraphs: Sequence[Element], columns: int = 1, *looks: Element | None) -> Element:
    span = w("gridSpan", val=columns) if columns > 1 else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), span, *looks), *paragraphs)
