"""A table with a row, a column or a cell more or less."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import runs
from support.strategies import tables

from vpdesk.domain.body import Cell, Table
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.dispatch_file import format_dispatch, parse_dispatch
from vpdesk.domain.table_edits import (
    Area,
    merged,
    parted,
    placed_cells,
    with_column,
    with_row,
    without_columns,
    without_rows,
)


def cell(words: str, columns: int = 1, rows: int = 1) -> Cell:
    """A cell of these words."""
    return Cell(runs(words) if words else (), columns, rows)


SPANS = Table(
    (1.0, 2.0, 3.0),
    1,
    ((cell("a", 2), cell("b")), (cell("c", 1, 2), cell("d"), cell("e")), (cell("f", 2),)),
)
EDITS: dict[str, tuple[Callable[[Table], Table | None], Table | None]] = {
    "a row that a span passes": (
        lambda table: with_row(table, 2),
        Table(
            SPANS.columns,
            1,
            (SPANS.rows[0], (cell("c", 1, 3), cell("d"), cell("e")), (cell(""), cell("")), SPANS.rows[2]),
        ),
    ),
    "a row of the head": (
        lambda table: with_row(table, 1, in_header=True),
        Table(SPANS.columns, 2, (SPANS.rows[0], (cell(""), cell(""), cell("")), *SPANS.rows[1:])),
    ),
    "a column that a span passes": (
        lambda table: with_column(table, 1),
        Table(
            (1.0, 2.0, 2.0, 3.0),
            1,
            (
                (cell("a", 3), cell("b")),
                (cell("c", 1, 2), cell(""), cell("d"), cell("e")),
                (cell(""), cell("f", 2)),
            ),
        ),
    ),
    "without the row a span begins in": (
        lambda table: without_rows(table, 1, 1),
        Table(SPANS.columns, 1, (SPANS.rows[0], (cell("c"), cell("f", 2)))),
    ),
    "without the head": (lambda table: without_rows(table, 0, 1), Table(SPANS.columns, 0, SPANS.rows[1:])),
    "without a column of a span": (
        lambda table: without_columns(table, 1, 1),
        Table((1.0, 3.0), 1, ((cell("a"), cell("b")), (cell("c", 1, 2), cell("e")), (cell("f"),))),
    ),
    "without any row": (lambda table: without_rows(table, 0, 3), None),
    "without any column": (lambda table: without_columns(table, 0, 3), None),
    "cells made one, with what reaches out": (
        lambda table: merged(table, Area(1, 1, 1, 1)._replace(rows=2)),
        Table(SPANS.columns, 1, (SPANS.rows[0], (cell("c", 1, 2), cell("d\ne\nf", 2, 2)), ())),
    ),
    "a cell made two": (
        lambda table: parted(table, 2, 1),
        Table(SPANS.columns, 1, (*SPANS.rows[:2], (cell("f"), cell("")))),
    ),
}


@pytest.mark.parametrize(("edit", "after"), EDITS.values(), ids=EDITS.keys())
def test_a_table(edit: Callable[[Table], Table | None], after: Table | None) -> None:
    assert edit(SPANS) == after


@given(tables().filter(lambda table: bool(table.rows)), st.data())
def test_cells_fill_every_row_whatever_is_done(table: Table, data: st.DataObject) -> None:
    height, width = len(table.rows), len(table.columns)
    row, column = data.draw(st.integers(0, height - 1)), data.draw(st.integers(0, width - 1))
    rows, columns = data.draw(st.integers(1, height - row)), data.draw(st.integers(1, width - column))
    area = Area(row, rows, column, columns)
    edited = [
        with_row(table, row),
        with_column(table, column),
        without_rows(table, row, rows),
        without_columns(table, column, columns),
        merged(table, area),
        *(parted(table, one.row, one.column) for one in placed_cells(table)),
    ]
    for one in edited:
        if one is not None:
            paper = Dispatch("CV", "BAN", body=(one,))
            assert parse_dispatch(format_dispatch(paper).encode()).body == (one,)


@given(tables().filter(lambda table: bool(table.rows)), st.integers(0, 3))
def test_a_row_put_in_and_taken_out_leaves_the_table_as_it_was(table: Table, place: int) -> None:
    place = min(place, len(table.rows))
    within = Table(
        table.columns,
        0,
        tuple(
            tuple(Cell(one.runs, one.columns, min(one.rows, len(table.rows) - number), one.align) for one in row)
            for number, row in enumerate(table.rows)
        ),
    )
    assert without_rows(with_row(within, place), place, 1) == within
