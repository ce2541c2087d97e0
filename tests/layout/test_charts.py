"""Bars beside the rows of a table: as long as their numbers, which stand at their ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vpdesk.domain.dispatch import PageSetup
from vpdesk.layout.charts import BarLine, set_bars
from vpdesk.layout.content import BarPair
from vpdesk.layout.frame import GlyphRun, Inked, Stroke
from vpdesk.layout.norms import read_norms
from vpdesk.layout.setter import Setter
from vpdesk.services.desk import Desk

MEASURE = 150.0
counts = some.integers(0, 5000)


@pytest.fixture(scope="module")
def setter(desk: Desk) -> Setter:
    """What sets the cells of a report."""
    from vpdesk.services.reports import load_words

    return Setter(read_norms(load_words(desk).pack, PageSetup()), desk.fonts)


def bars(value: int, before: int | None, most: int) -> BarPair:
    """A pair of bars with their numbers as they are."""
    return BarPair(value, str(value), most, str(most), before, "" if before is None else str(before))


def strokes(bar: BarLine) -> list[Inked]:
    """The strokes of a bar."""
    return [one for one in bar.line.items if isinstance(one.ink, Stroke)]


def length(bar: BarLine) -> float:
    """How far its strokes reach."""
    return max((one.x + one.ink.width for one in strokes(bar)), default=0.0)


def number(bar: BarLine) -> Inked:
    """Its number."""
    (one,) = (one for one in bar.line.items if isinstance(one.ink, GlyphRun))
    return one


def written(bar: BarLine) -> str:
    """Its number as it is read."""
    return "".join(one.ink.text for one in bar.line.items if isinstance(one.ink, GlyphRun))


@given(value=counts, before=counts, more=counts)
def test_bars_are_as_long_as_their_numbers_and_stay_in_their_cell(
    setter: Setter, value: int, before: int, more: int
) -> None:
    most = max(value, before) + more
    now, then = set_bars(bars(value, before, most), MEASURE, setter)
    (whole,) = set_bars(bars(most, None, most), MEASURE, setter)

    for bar, count in ((now, value), (then, before)):
        assert length(bar) * most == pytest.approx(count * length(whole), abs=1e-6)
        assert number(bar).x >= length(bar)
        assert bar.line.width <= MEASURE + 1e-9


def test_a_number_stands_at_the_end_of_its_bar(setter: Setter) -> None:
    now, then = set_bars(bars(40, 10, 40), MEASURE, setter)

    assert [written(bar) for bar in (now, then)] == ["40", "10"]
    assert number(now).x - length(now) == number(then).x - length(then) == 3.0


def test_the_bar_of_before_is_hollow_and_thinner(setter: Setter) -> None:
    now, then = set_bars(bars(40, 30, 40), MEASURE, setter)
    (solid,), edges = strokes(now), strokes(then)

    assert isinstance(solid.ink, Stroke)
    assert len(edges) == 4
    heights = [one.ink.thickness for one in edges if isinstance(one.ink, Stroke)]
    assert max(heights) < solid.ink.thickness
    assert min(heights) == 0.5


def test_nothing_has_no_bar_but_its_number(setter: Setter) -> None:
    now, then = set_bars(bars(0, 0, 0), MEASURE, setter)

    assert strokes(now) == strokes(then) == []
    assert number(now).x == number(then).x == 0.0
