"""From a point of the page to the words that stand there, and back.

A window asks with this what was clicked, where the caret of its editor stands on the page, and what some
words cover there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import GlyphRun, Page, PagedDocument, PlacedFrame
from vpdesk.layout.pages import PAGE_NUMBER


class Spot(NamedTuple):
    """A place in the words of a dispatch.

    `component` is the numbered cell of the form, `entry` the place in its list (in a table, the cell; of footnotes,
    which), `block` the block of the body, `appendix` the appendix it belongs to, if to one. `offset` counts the
    characters printed there; several texts of one cell are lines of it.
    """

    component: str
    entry: int | None = None
    block: int | None = None
    appendix: int | None = None
    offset: int = 0


class Caret(NamedTuple):
    """Where a caret stands: its page, counted from 0; its x and baseline, and the size of its letters, in points."""

    page: int
    x: float
    baseline: float
    size: float


class Area(NamedTuple):
    """A rectangle on a page (counted from 0): its upper left corner and its size, in points."""

    page: int
    x: float
    y: float
    width: float
    height: float


class _Stretch(NamedTuple):
    """A glyph run where it stands, with the place of its first character."""

    x: float
    baseline: float
    run: GlyphRun
    spot: Spot


_REACH = 24.0
"""Points beside the ink where a click still means it."""
_RISE, _DROP = 0.9, 0.3
"""What letters take above and below their baseline, in their size."""
_ROUNDING = 0.01
_FAR = 100_000.0
"""Points: below every page, or above it."""


def spot_at(page: Page, x: float, y: float, fonts: FontBook) -> Spot | None:
    """The words nearest to a point (from the page's top left, in points); None where none are near.

    A point beside a line means its beginning or its end.
    """
    near = min(_stretches(page, page.frames), key=lambda stretch: _distance(stretch, x, y), default=None)
    if near is None or _distance(near, x, y)[0] > _REACH:
        return None
    return _nearest(near, x, fonts)


def caret_at(document: PagedDocument, spot: Spot, fonts: FontBook) -> Caret | None:
    """Where a caret before this character stands; None where its text is on no page."""
    caret = None
    for number, stretch in _text(document, spot):
        if stretch.spot.offset <= spot.offset:
            x = stretch.x + _reach(stretch, spot.offset, fonts)
            caret = Caret(number, x, stretch.baseline, stretch.run.size)
    return caret


Point = tuple[int, float, float]
"""A page, counted from 0, and a place on it in points from its top left."""


def words_between(document: PagedDocument, first: Point, last: Point, fonts: FontBook) -> tuple[Spot, Spot] | None:
    """The whole words between two points, all of the text under the first: where they begin, and where they end.

    None where there is no text. A point outside of the text means what of it is nearest.
    """
    page, x, y = first
    start = spot_at(document.pages[page], x, y, fonts)
    end = _towards(document, start, last, fonts) if start else None
    return _whole_words(document, start, end) if start and end else None


def _towards(document: PagedDocument, text: Spot, point: Point, fonts: FontBook) -> Spot | None:
    """The place in the text of a spot that is nearest to a point; None where it is on no page."""
    page, x, y = point
    stretches = (
        ((abs(number - page), *_distance(stretch, x, y + (page - number) * _FAR)), stretch)
        for number, stretch in _text(document, text)
    )
    _, near = min(stretches, key=lambda one: one[0], default=(None, None))
    return _nearest(near, x, fonts) if near else None


def _whole_words(document: PagedDocument, start: Spot, end: Spot) -> tuple[Spot, Spot]:
    """The words between two places of one text, and those in which they lie."""
    first, last = sorted((start.offset, end.offset))
    letters = {
        stretch.spot.offset + number
        for _, stretch in _text(document, start)
        for number, character in enumerate(stretch.run.text)
        if not character.isspace()
    }
    while first < last and first not in letters:
        first += 1
    while last > first and last - 1 not in letters:
        last -= 1
    while first - 1 in letters and first < last:
        first -= 1
    while last in letters and first < last:
        last += 1
    return start._replace(offset=first), start._replace(offset=last)


def areas_of(document: PagedDocument, start: Spot, end: int, fonts: FontBook) -> tuple[Area, ...]:
    """What the characters from a place up to the offset `end` of the same text cover, an area for each line.

    Where they cover nothing, one area without width stands at the place; none where its text is on no page.
    """
    areas: list[Area] = []
    for page, stretch in _text(document, start):
        left, right = _reach(stretch, start.offset, fonts), _reach(stretch, end, fonts)
        if left < right:
            area = Area(page, stretch.x + left, *_upright(stretch.baseline, stretch.run.size, right - left))
            if areas and _goes_on(areas[-1], area):
                area = _joined(areas.pop(), area)
            areas.append(area)
    if not areas and (caret := caret_at(document, start, fonts)):
        areas.append(Area(caret.page, caret.x, *_upright(caret.baseline, caret.size, 0.0)))
    return tuple(areas)


def _text(document: PagedDocument, spot: Spot) -> Iterator[tuple[int, _Stretch]]:
    """The runs of the text of a spot, each with the number of its page.

    What begins anew is another text: the head of a table on its next page, or the cells of who certifies a copy.
    """
    text, last = spot._replace(offset=0), -1
    for number, page in enumerate(document.pages):
        if page.appendix != spot.appendix:
            continue
        for stretch in _stretches(page, [placed for placed in page.frames if placed.block == spot.block]):
            if stretch.spot._replace(offset=0) == text:
                if stretch.spot.offset <= last:
                    return
                last = stretch.spot.offset
                yield number, stretch


def _reach(stretch: _Stretch, offset: int, fonts: FontBook) -> float:
    """How far into a run a character of its text begins, in points: not before it, not behind it."""
    characters = max(offset - stretch.spot.offset, 0)
    return sum(_advances(stretch.run, fonts)[:characters]) if characters else 0.0


def _upright(baseline: float, size: float, width: float) -> tuple[float, float, float]:
    """The top of letters of this size, and the width and height of what they cover."""
    return baseline - _RISE * size, width, (_RISE + _DROP) * size


def _goes_on(area: Area, other: Area) -> bool:
    """Whether an area goes on with another on its line."""
    joins = abs(area.x + area.width - other.x) < _ROUNDING
    return area.page == other.page and joins and area.y < other.y + other.height and other.y < area.y + area.height


def _joined(area: Area, other: Area) -> Area:
    top, bottom = min(area.y, other.y), max(area.y + area.height, other.y + other.height)
    return Area(area.page, area.x, top, other.x + other.width - area.x, bottom - top)


def _stretches(page: Page, frames: Iterable[PlacedFrame]) -> Iterator[_Stretch]:
    """The runs of some frames of a page in reading order; neither page numbers nor list signs: no one's words."""
    for placed in frames:
        for line in placed.frame.lines:
            place = line.place
            if place.component == PAGE_NUMBER:
                continue
            for item in line.line.items:
                if isinstance(item.ink, GlyphRun) and item.ink.offset >= 0:
                    spot = Spot(place.component, place.entry, placed.block, page.appendix, item.ink.offset)
                    yield _Stretch(placed.x + line.x + item.x, placed.y + line.y + item.y, item.ink, spot)


def _nearest(stretch: _Stretch, x: float, fonts: FontBook) -> Spot:
    """The place between two characters of a run that is nearest to an x."""
    ends = list(accumulate(_advances(stretch.run, fonts)))
    middles = [(before + after) / 2 for before, after in zip([0.0, *ends], ends, strict=False)]
    return stretch.spot._replace(offset=stretch.spot.offset + bisect_left(middles, x - stretch.x))


def _distance(stretch: _Stretch, x: float, y: float) -> tuple[float, float]:
    """How far a point is from a run: from its line first, then along it."""
    rise, drop = _RISE * stretch.run.size, _DROP * stretch.run.size
    beside = max(stretch.baseline - rise - y, y - stretch.baseline - drop, 0.0)
    along = max(stretch.x - x, x - stretch.x - stretch.run.width, 0.0)
    return beside, along


def _advances(run: GlyphRun, fonts: FontBook) -> list[float]:
    """How far each character moves the pen, in points."""
    scale = run.size / fonts.units_per_em
    advances = fonts.advances(run.text, run.face)
    return [
        advance * scale + (run.word_gap if character == " " else 0.0)
        for character, advance in zip(run.text, advances, strict=True)
    ]
