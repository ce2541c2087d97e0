"""Bars beside the rows of a table: lines of strokes, each with its number at its end. They print in black.

This period's bar is solid, that of the period before hollow and thinner below it, so that neither needs a colour or a
legend: the heads of the table say whose numbers they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from vpdesk.layout.content import BarPair
from vpdesk.layout.frame import Inked, Line, Place, Stroke
from vpdesk.layout.inline import set_label
from vpdesk.layout.norms import Role, Style
from vpdesk.layout.setter import Setter, baseline_in_line

BARS: Final = Place("bars", "bars")
"""What the lines of bars belong to."""

_SOLID, _HOLLOW = 0.55, 0.34
"""How high the bars are, as a part of the size of a cell's letters."""
_EDGE = 0.5
"""The edge of a hollow bar, in points."""
_SMALL = 0.78
"""The letters of the number before, as a part of a cell's, and its pitch as a part of a cell's."""
_AXIS = 0.31
"""Where the middle of a bar stands above the baseline of its number, as a part of its size."""
_GAP = 3.0
"""Between a bar and its number, in points."""


class BarLine(NamedTuple):
    """A bar with its number as a line of a cell; `baseline` is counted from its top."""

    line: Line
    leading: float
    baseline: float


def set_bars(bars: BarPair, measure: float, setter: Setter) -> Iterator[BarLine]:
    """The lines of a pair of bars in a cell of this width."""
    style = setter.style(Role.TABLE_CELL)
    room = max(measure - _GAP - set_label(bars.said_most, style, setter.fonts).width, 0.0)
    length = room / bars.most if bars.most else 0.0
    axis = -_AXIS * style.size
    yield _numbered(_solid(bars.value * length, _SOLID * style.size, axis), bars.said, style, setter)
    if bars.before is not None:
        small = replace(style, size=style.size * _SMALL, leading=style.leading * _SMALL)
        hollow = _hollow(bars.before * length, _HOLLOW * style.size, _SMALL * axis)
        yield _numbered(hollow, bars.said_before, small, setter)


def _numbered(strokes: Sequence[Inked], said: str, style: Style, setter: Setter) -> BarLine:
    """A bar with its number at its end; without a bar the number stands where one would begin."""
    number = set_label(said, style, setter.fonts)
    end = max((one.x + one.ink.width for one in strokes), default=-_GAP)
    items = (*strokes, *(one._replace(x=one.x + end + _GAP) for one in number.items))
    return BarLine(Line(items, end + _GAP + number.width), style.leading, baseline_in_line(style, setter.fonts))


def _solid(length: float, height: float, axis: float) -> tuple[Inked, ...]:
    return (Inked(0.0, axis, Stroke(length, height)),) if length else ()


def _hollow(length: float, height: float, axis: float) -> tuple[Inked, ...]:
    """Four edges; one too short for a hollow is solid."""
    if length <= 2 * _EDGE:
        return _solid(length, height, axis)
    rims = (axis - (height - _EDGE) / 2, axis + (height - _EDGE) / 2)
    return (
        *(Inked(0.0, y, Stroke(length, _EDGE)) for y in rims),
        *(Inked(x, axis, Stroke(_EDGE, height)) for x in (0.0, length - _EDGE)),
    )
