"""From a point of the page to the words that stand there, and back.

A window asks with this what was clicked, and where the caret of its editor stands on the page.
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

    `component` is the numbered cell of the form, `entry` the place in its list (in a table, the cell), `block` the
    block of the body, `appendix` the appendix it belongs to, if to one. `offset` counts the characters of that text.
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


class _Stretch(NamedTuple):
    """A glyph run where it stands, with the place of its first character."""

    x: float
    baseline: float
    run: GlyphRun
    spot: Spot


_REACH = 24.0
"""Points beside the ink where a click still means it."""


def spot_at(page: Page, x: float, y: float, fonts: FontBook) -> Spot | None:
    """The words nearest to a point (from the page's top left, in points); None where none are near.

    A point beside a line means its beginning or its end.
    """
    near = min(_stretches(page, page.frames), key=lambda stretch: _distance(stretch, x, y), default=None)
    if near is None or _distance(near, x, y)[0] > _REACH:
        return None
    ends = list(accumulate(_advances(near.run, fonts)))
    middles = [(before + after) / 2 for before, after in zip([0.0, *ends], ends, strict=False)]
    return near.spot._replace(offset=near.spot.offset + bisect_left(middles, x - near.x))


def caret_at(document: PagedDocument, spot: Spot, fonts: FontBook) -> Caret | None:
    """Where a caret before this character stands; None where its text is on no page."""
    text = spot._replace(offset=0)
    caret = None
    for number, page in enumerate(document.pages):
        for stretch in _stretches(page, [placed for placed in page.frames if placed.block == spot.block]):
            if stretch.spot._replace(offset=0) == text and stretch.spot.offset <= spot.offset:
                characters = min(spot.offset - stretch.spot.offset, len(stretch.run.text))
                x = stretch.x + sum(_advances(stretch.run, fonts)[:characters])
                caret = Caret(number, x, stretch.baseline, stretch.run.size)
    return caret


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


def _distance(stretch: _Stretch, x: float, y: float) -> tuple[float, float]:
    """How far a point is from a run: from its line first, then along it."""
    rise, drop = 0.9 * stretch.run.size, 0.3 * stretch.run.size
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
