"""Tables: every cell once, in order, inside its edges; the header on every page of its table."""

from __future__ import annotations

import random
from collections import Counter
from itertools import groupby, pairwise
from typing import Any

import pytest
from layout.rich import Ink, Rule, a_table, inks, packed, rules
from layout.variants import a_letter, text, words

from vpdesk.domain.body import Alignment, Cell, Run, Table
from vpdesk.domain.dispatch import Dispatch, Orientation, PageSetup
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

_NEAR = 0.6


def with_table(table: Table, *, before: int = 3, **changes: Any) -> Dispatch:
    return a_letter(body=(*text(before), table, *text(2)), **changes)


def table_inks(document: PagedDocument) -> list[Ink]:
    return [ink for ink in inks(document, "6") if ink.place.role in ("table_cell", "table_header")]


def cells_of(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row]


def any_table(seed: int) -> Table:
    chance = random.Random(seed)
    header_rows = chance.randrange(3)
    rows = header_rows + 1 + chance.randrange(25)
    return a_table(chance, chance.randrange(1, 7), rows, header_rows, longest=chance.choice([3, 25, 200]))


SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cell_stands_once_and_in_order(desk: Desk, seed: int) -> None:
    table = any_table(seed)
    shown = table_inks(lay_out(desk, with_table(table)).document)
    header = sum(len(row) for row in table.rows[: table.header_rows])
    wanted = ["".join("".join(run.text for run in cell.runs).split()) for cell in cells_of(table)]
    first_page = min(ink.page for ink in shown)
    once = [ink for ink in shown if ink.place.role == "table_cell" or ink.page == first_page]
    body_cells = [ink.place.entry for ink in once if ink.place.role == "table_cell"]

    assert [packed([ink for ink in once if ink.place.entry == number]) for number in range(len(wanted))] == wanted
    if not parts_a_row(table, shown):
        assert body_cells == sorted(number for number in body_cells if number is not None)
    assert {ink.place.entry for ink in shown if ink.place.role == "table_header"} == set(range(header))


def parts_a_row(table: Table, shown: list[Ink]) -> bool:
    """Whether a row goes on on a further page: then its cells go on there side by side."""
    pages = {number: {ink.page for ink in shown if ink.place.entry == number} for number in range(len(cells_of(table)))}
    return any(len(pages[number]) > 1 for number in pages)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_line_of_a_cell_stands_between_the_edges_around_it(desk: Desk, seed: int) -> None:
    document = lay_out(desk, with_table(any_table(seed))).document
    edges = [rule for rule in rules(document) if rule.component == "6"]
    for ink in table_inks(document):
        box = (ink.x, ink.y - 0.7 * ink.run.size, ink.x + ink.run.width, ink.y + 0.2 * ink.run.size)
        own = [edge for edge in edges if edge.page == ink.page]
        assert not [edge for edge in own if crosses(edge, box)], ink
        for side in ("left", "right", "above", "below"):
            assert any(shields(edge, box, side) for edge in own), (ink, side)


def crosses(edge: Rule, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return edge.left < right and left < edge.right and edge.top < bottom and top < edge.bottom


def shields(edge: Rule, box: tuple[float, float, float, float], side: str) -> bool:
    """Whether an edge stands on this side of a box all along it."""
    left, top, right, bottom = box
    upright = edge.right - edge.left < edge.bottom - edge.top
    along = edge.top <= top + _NEAR and edge.bottom >= bottom - _NEAR
    across = edge.left <= left + _NEAR and edge.right >= right - _NEAR
    return {
        "left": upright and along and edge.right <= left + _NEAR,
        "right": upright and along and edge.left >= right - _NEAR,
        "above": not upright and across and edge.bottom <= top + _NEAR,
        "below": not upright and across and edge.top >= bottom - _NEAR,
    }[side]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_edge_is_drawn_twice_and_none_leaves_the_margins(desk: Desk, seed: int) -> None:
    document = lay_out(desk, with_table(any_table(seed))).document
    edges = [rule for rule in rules(document) if rule.component == "6"]
    drawn = Counter((edge.page, *(round(side, 2) for side in edge[1:5])) for edge in edges)
    left, right = 30 * 72 / 25.4, 195 * 72 / 25.4

    assert max(drawn.values()) == 1
    assert all(left - 0.01 <= edge.left and edge.right <= right + 0.01 for edge in edges)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_header_stands_above_the_table_on_each_of_its_pages(desk: Desk, seed: int) -> None:
    table = any_table(seed)
    shown = table_inks(lay_out(desk, with_table(table)).document)
    header = [cell for row in table.rows[: table.header_rows] for cell in row]
    wanted = [packed_cell(cell) for cell in header]
    for _, own in groupby(shown, key=lambda ink: ink.page):
        here = list(own)
        heads = [ink for ink in here if ink.place.role == "table_header"]
        rows = [ink for ink in here if ink.place.role == "table_cell"]
        assert [packed([ink for ink in heads if ink.place.entry == number]) for number in range(len(header))] == wanted
        if heads and rows:
            assert max(ink.y for ink in heads) < min(ink.y for ink in rows)


def packed_cell(cell: Cell) -> str:
    return "".join("".join(run.text for run in cell.runs).split())


def test_rows_that_are_not_tall_are_never_parted(desk: Desk) -> None:
    rows = tuple((Cell((Run(str(k)),)), Cell((Run(words(40, k % 9)),))) for k in range(40))
    shown = table_inks(lay_out(desk, with_table(Table((1.0, 4.0), 0, rows))).document)

    assert len({ink.page for ink in shown}) > 2
    for _, row in groupby(shown, key=lambda ink: (ink.place.entry or 0) // 2):
        assert len({ink.page for ink in row}) == 1


def test_a_row_taller_than_a_page_goes_on_with_two_lines_at_least_on_either_side(desk: Desk) -> None:
    rows = ((Cell((Run("một"),)), Cell((Run(words(900)),))),)
    shown = table_inks(lay_out(desk, with_table(Table((1.0, 3.0), 0, rows))).document)
    lines = Counter(ink.page for ink in shown if ink.place.entry == 1)

    assert len(lines) > 1
    assert all(count >= 2 for count in lines.values())


def test_a_header_of_half_a_page_is_set_once_and_loses_nothing(desk: Desk) -> None:
    header = (Cell((Run("một"),)), Cell((Run(words(260)),)))
    rows = tuple((Cell((Run(str(k)),)), Cell((Run(words(30)),))) for k in range(20))
    shown = table_inks(lay_out(desk, with_table(Table((1.0, 2.0), 1, (header, *rows)))).document)

    assert packed([ink for ink in shown if ink.place.entry == 1]) == packed_cell(header[1])


def test_a_column_is_never_too_narrow_for_a_letter(desk: Desk) -> None:
    rows = (tuple(Cell((Run("chữ"),)) for _ in range(4)),)
    document = lay_out(desk, with_table(Table((0.01, 100.0, 0.01, 100.0), 0, rows))).document

    assert packed(table_inks(document)) == "chữ" * 4
    uprights = sorted(
        {round(edge.left, 2) for edge in rules(document) if edge.component == "6" and edge.top < edge.bottom - 2}
    )
    assert all(right - left >= 13 for left, right in pairwise(uprights))


def test_cells_align_as_they_are_asked_to(desk: Desk) -> None:
    row = tuple(Cell((Run("chữ"),), align=align) for align in (Alignment.LEFT, Alignment.CENTRED, Alignment.RIGHT))
    left, centred, right = table_inks(lay_out(desk, with_table(Table((1.0, 1.0, 1.0), 0, (row,)))).document)
    column = 165 * 72 / 25.4 / 3
    start = 30 * 72 / 25.4

    assert left.x - start == pytest.approx(5.4, abs=0.6)
    assert centred.x + centred.run.width / 2 - start == pytest.approx(1.5 * column, abs=0.5)
    assert start + 3 * column - right.x - right.run.width == pytest.approx(5.4, abs=0.6)


def test_a_table_on_a_landscape_page_takes_its_whole_width(desk: Desk) -> None:
    table = any_table(5)
    page = PageSetup(orientation=Orientation.LANDSCAPE)
    document = lay_out(desk, with_table(table, page=page)).document
    edges = [rule for rule in rules(document) if rule.component == "6"]

    assert min(edge.left for edge in edges) == pytest.approx(30 * 72 / 25.4, abs=0.1)
    assert max(edge.right for edge in edges) == pytest.approx(282 * 72 / 25.4, abs=0.1)
