"""The laid-out page: the only thing a painter sees. Coordinates, no rules.

A page holds frames at points, a frame holds lines at points, a line holds glyph runs and strokes. Lines and frames
are made once and shared between successive layouts, so a painter may keep what it prepared for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vpdesk.domain.dispatch import PageSetup
from vpdesk.layout.fonts import Face


class GlyphRun(NamedTuple):
    """A stretch of one line in one face.

    `text` is NFC, with the space that parts it from the next run of its line; `size` is in points;
    `word_gap` is added at each space (U+0020) to justify; `width` includes it;
    `offset` is the place of the first character in its text; -1 where it is a sign that the rules set before it.
    """

    text: str
    face: Face
    size: float
    word_gap: float
    width: float
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule, `width` wide and `thickness` high, centred on its y; an upright one is higher than wide."""

    width: float
    thickness: float


class Inked(NamedTuple):
    """A run (at its baseline) or a stroke, from its line's left end and baseline."""

    x: float
    y: float
    ink: GlyphRun | Stroke


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Line:
    """One line of type. Compared by identity: a painter may prepare it once."""

    items: tuple[Inked, ...]
    width: float


class Place(NamedTuple):
    """Where a line belongs: the numbered cell of the form, the role, the entry of a list (counted from 0)."""

    component: str
    role: str
    entry: int | None = None


class PlacedLine(NamedTuple):
    """A line in a frame: `x` from the left of the text, `y` of the baseline from the frame's top."""

    x: float
    y: float
    line: Line
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A slice of the page that is never cut."""

    height: float
    lines: tuple[PlacedLine, ...]


class PlacedFrame(NamedTuple):
    """A frame on a page, from the page's top left; `block` is its place in the dispatch's body, if it has one."""

    x: float
    y: float
    frame: Frame
    block: int | None = None


class PlacedInk(NamedTuple):
    """A run or stroke at its place on the page, with what it belongs to."""

    x: float
    y: float
    ink: GlyphRun | Stroke
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page; sizes in points."""

    width: float
    height: float
    frames: tuple[PlacedFrame, ...]
    appendix: int | None = None
    """Which appendix of the dispatch it belongs to, counted from 0; None for the dispatch itself."""

    def lines(self) -> Iterator[tuple[float, float, PlacedLine]]:
        """Every line in reading order, with the place of its left end and baseline."""
        for placed in self.frames:
            for line in placed.frame.lines:
                yield placed.x + line.x, placed.y + line.y, line

    def inks(self) -> Iterator[PlacedInk]:
        """Every run and stroke in reading order, in page coordinates."""
        for x, y, placed in self.lines():
            for item in placed.line.items:
                yield PlacedInk(x + item.x, y + item.y, item.ink, placed.place)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the outline of the document; `page` counts from 0, `y` from the page's top."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Description:
    """What a document says of itself to other programs."""

    title: str
    author: str
    subject: str
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Fitting:
    """What the fit did to the pages of a dispatch or of an appendix.

    `after` is None where no figures would mend a last page, or where more pages are left than were asked for;
    `moved_along` tells that a line more was moved to a last page instead.
    """

    appendix: int | None
    before: PageSetup
    after: PageSetup | None
    most_pages: int | None
    moved_along: bool = False


@dataclass(frozen=True, slots=True)
class PagedDocument:
    """A finished layout."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    description: Description
    missing: Mapping[str, frozenset[str]]
    """Characters a face does not have, by component; they stand on the page as boxes."""
    fittings: tuple[Fitting, ...] = ()


def joined(documents: Iterable[PagedDocument]) -> PagedDocument:
    """The pages of several documents, at least one, as one document; it is described as the first is."""
    parts = list(documents)
    return PagedDocument(tuple(page for part in parts for page in part.pages), (), parts[0].description, {})
