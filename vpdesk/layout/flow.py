"""Slices: what the page breaker stacks. A slice is never cut; how it clings to the one above is said here."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """A frame in the stream of the text; `before` is the gap above it, which a page's top swallows."""

    frame: Frame
    before: float = 0.0
    hold: Hold = Hold.FREE
    heading: Heading | None = None
    new_page: bool = False


Slices = tuple[Slice, ...]


class Neighbours(NamedTuple):
    """What the items above and below lay on an item: the gap above it, how its first and last slice cling."""

    gap: float = 0.0
    first: Hold = Hold.FREE
    last: Hold = Hold.FREE


def among(slices: Slices, neighbours: Neighbours) -> Slices:
    """The slices of one item as they stand among their neighbours."""
    if not slices:
        return slices
    first = replace(slices[0], before=neighbours.gap, hold=max(slices[0].hold, neighbours.first))
    joined = (first, *slices[1:])
    return (*joined[:-1], replace(joined[-1], hold=max(joined[-1].hold, neighbours.last)))
