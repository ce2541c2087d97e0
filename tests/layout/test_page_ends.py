"""Where pages end: slices of every kind, stacked by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.layout.flow import Hold, Slice
from vpdesk.layout.frame import Frame
from vpdesk.layout.pages import page_end


def a_slice(height: float = 10.0, before: float = 0.0, hold: Hold = Hold.FREE, *, new_page: bool = False) -> Slice:
    return Slice(Frame(height, ()), before, hold, new_page=new_page)


def pages_of(stream: Sequence[Slice], height: float) -> list[tuple[int, int]]:
    """The pages of a stream as stretches of it."""
    pages = []
    start = 0
    while start < len(stream):
        end, _ = page_end(stream, start, height)
        pages.append((start, end))
        start = end
    return pages


def height_of(slices: Sequence[Slice]) -> float:
    total = 0.0
    for piece in slices:
        total += (piece.before if total else 0.0) + piece.frame.height
    return total


def test_a_page_takes_what_it_can_hold() -> None:
    assert pages_of([a_slice()] * 7, 30) == [(0, 3), (3, 6), (6, 7)]


def test_the_gap_above_what_begins_a_page_is_swallowed() -> None:
    assert pages_of([a_slice(before=6)] * 4, 26) == [(0, 2), (2, 4)]


def test_what_clings_goes_on_with_what_it_clings_to() -> None:
    stream = [a_slice(), a_slice(), a_slice(), a_slice(hold=Hold.LINES), a_slice()]

    assert pages_of(stream, 30) == [(0, 2), (2, 5)]


@pytest.mark.parametrize(
    ("holds", "first"),
    [
        ((Hold.LINES, Hold.HEADING, Hold.CLOSING), 1),
        ((Hold.HEADING, Hold.LINES, Hold.CLOSING), 2),
        ((Hold.CLOSING, Hold.HEADING, Hold.LINES), 3),
        ((Hold.HEADING, Hold.CLOSING, Hold.CLOSING), 1),
        ((Hold.LINES, Hold.LINES, Hold.LINES), 3),
    ],
)
def test_where_everything_clings_the_weakest_hold_gives_way_last_first(holds: tuple[Hold, ...], first: int) -> None:
    stream = [a_slice(), *(a_slice(hold=hold) for hold in holds)]

    assert pages_of(stream, 30)[0] == (0, first)


def test_a_slice_taller_than_the_page_stands_alone() -> None:
    assert pages_of([a_slice(), a_slice(100), a_slice()], 30) == [(0, 1), (1, 2), (2, 3)]


def test_a_new_page_begins_where_it_is_asked_for_and_nowhere_before() -> None:
    stream = [a_slice(), a_slice(0, new_page=True), a_slice(0, new_page=True), a_slice(before=6), a_slice()]

    assert pages_of(stream, 30) == [(0, 1), (1, 2), (2, 5)]


SLICES = st.builds(
    a_slice,
    st.sampled_from([10.0, 18.0, 45.0, 300.0, 900.0]),
    st.sampled_from([0.0, 6.0, 12.0]),
    st.sampled_from(Hold),
    new_page=st.sampled_from([False, False, False, True]),
)


@given(st.lists(SLICES, min_size=1, max_size=60), st.sampled_from([60.0, 300.0, 728.5]))
def test_every_slice_stands_on_exactly_one_page_in_order(stream: list[Slice], height: float) -> None:
    pages = pages_of(stream, height)

    assert [k for start, end in pages for k in range(start, end)] == list(range(len(stream)))
    for start, end in pages:
        assert end == start + 1 or height_of(stream[start:end]) <= height + 1e-6
        assert not any(piece.new_page for piece in stream[start + 1 : end])


@given(st.lists(SLICES, min_size=2, max_size=40), st.sampled_from([60.0, 300.0, 728.5]))
def test_no_page_ends_earlier_than_it_has_to(stream: list[Slice], height: float) -> None:
    for start, end in pages_of(stream, height):
        if end == len(stream) or stream[end].new_page:
            continue
        reachable = [
            k
            for k in range(start + 1, len(stream))
            if (k == start + 1 or height_of(stream[start:k]) <= height)
            and not any(piece.new_page for piece in stream[start + 1 : k])
        ]
        weakest = min(stream[k].hold for k in reachable)
        assert end == max(k for k in reachable if stream[k].hold == weakest)


@given(st.lists(SLICES, min_size=1, max_size=40), st.lists(SLICES, max_size=5), st.sampled_from([60.0, 300.0]))
def test_what_lies_beyond_what_was_looked_at_changes_no_page(
    stream: list[Slice], other: list[Slice], height: float
) -> None:
    end, looked_at = page_end(stream, 0, height)

    assert end <= looked_at
    if looked_at <= len(stream):
        assert page_end([*stream[:looked_at], *other], 0, height)[0] == end
