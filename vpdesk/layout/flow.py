"""Slices: what the page breaker stacks. A slice is never cut; how it clings to the one above is said here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from vpdesk.layout.frame import Frame


class Hold(IntEnum):
    """How strongly a slice clings to the one above it. The weakest gives way first."""

    FREE = 0
    LINES = 1
    """No widow, no orphan: two lines of a paragraph stay together on either side."""
    HEADING = 2
    """A heading goes with what it heads."""
    CLOSING = 3
    """The signature block goes with at least two lines of the text."""


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """What a slice puts into the outline."""

    title: str
    level: int


NoteLines = tuple[Frame, ...]
"""A footnote, a frame for each of its lines."""


class Slice(NamedTuple):
    """A frame in the stream of the text; `before` is the gap above it, which a page's top swallows.

    `notes` are called in it and stand at the foot of its page. `above` is set above it again where it begins a page
    (the head of its table), `below` under it where it ends one (a rule that closes a row which goes on).
    `strip_of` is the row of a table that it is a strip of, where that is parted: strips that come to stand on one page
    are joined again, so that each cell's text stays together.
    """

    frame: Frame
    before: float = 0.0
    hold: Hold = Hold.FREE
    heading: Heading | None = None
    new_page: bool = False
    notes: tuple[NoteLines, ...] = ()
    above: Frame | None = None
    below: Frame | None = None
    strip_of: object = None


Slices = tuple[Slice, ...]


def foot_of(piece: Slice, y: float, *, first: bool) -> float:
    """Where a slice ends that is set at y, from the page's top."""
    if first:
        return piece.frame.height + (piece.above.height if piece.above else 0.0)
    # The gap above what stands first on a page is swallowed, also below a page break, which has no height.
    return y + (piece.before if y else 0.0) + piece.frame.height


def height_of(slices: Sequence[Slice]) -> float:
    """The height of a page's slices, with what closes the last."""
    y = 0.0
    for number, piece in enumerate(slices):
        y = foot_of(piece, y, first=number == 0)
    return y + (slices[-1].below.height if slices and slices[-1].below else 0.0)


class Neighbours(NamedTuple):
    """What the items above and below lay on an item: the gap above it, how its first and last slice cling."""

    gap: float = 0.0
    first: Hold = Hold.FREE
    last: Hold = Hold.FREE


def among(slices: Slices, neighbours: Neighbours) -> Slices:
    """The slices of one item as they stand among their neighbours."""
    if not slices:
        return slices
    first = _joined(slices[0], neighbours.gap, neighbours.first)
    if len(slices) == 1:
        return (_joined(first, neighbours.gap, neighbours.last),)
    return (first, *slices[1:-1], _joined(slices[-1], slices[-1].before, neighbours.last))


def _joined(piece: Slice, before: float, hold: Hold) -> Slice:
    """The slice with this gap above it, clinging at least so strongly."""
    if piece.before == before and piece.hold >= hold:
        return piece
    return Slice(piece.frame, before, max(piece.hold, hold), *piece[3:])
