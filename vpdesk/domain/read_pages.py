"""What was read in a file made elsewhere: its words, on the first page with their places, and what they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points from its left and its upper edge as it is shown."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """How tall it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half its height, from the page's upper edge."""
        return (self.top + self.bottom) / 2

    def joined(self, other: Box) -> Box:
        """The place that has both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands on a page."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page with its words, in the order in which the file has them. Sizes are in points."""

    width: float
    height: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read: how many pages there are, the first with its words, and the text of all."""

    pages: int | None = None
    first: ReadPage | None = None
    text: str = ""


class ProposedField(Enum):
    """A field of an arrival that its first page may fill."""

    SENDER = "sender"
    REFERENCE = "reference"
    DOCUMENT_DATE = "document_date"
    DOCUMENT_TYPE = "document_type"
    SUBJECT = "subject"
    URGENCY = "urgency"
    DUE_ON = "due_on"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a field may say by the words of a page, and where they stand. `words` are as they were read."""

    field: ProposedField
    value: str | date
    words: str
    box: Box
    page: int = 0


@dataclass(frozen=True, slots=True)
class LookedInto:
    """A file as it was looked into before it is kept: its name, kind (media type) and size, and what was read in it.

    `proposals` are what the fields of an arrival may say by it.
    """

    name: str
    media_type: str
    size: int
    read: ReadFile = ReadFile()
    proposals: tuple[Proposal, ...] = ()
