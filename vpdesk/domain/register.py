"""The books of the registers: which there are, their columns, what is asked of them, and a row of one.

The columns are the least that the rule wants, in its order (clerical rules, 2.3). Their heads are words of the paper
and stand with the other words of the books in `resources/books.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final
from uuid import UUID

from vpdesk.domain.dates import LOCAL
from vpdesk.domain.organisation import Days
from vpdesk.domain.pack import RulePack


class BookKind(Enum):
    """A book of the clerk's desk."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    FOLLOW_UP = "follow_up"
    """How arrivals are worked."""
    POST = "post"
    HAND_OVER = "hand_over"
    """What left the office by hand."""
    HAND_OVER_IN = "hand_over_in"
    """Arrivals handed over inside the office."""
    FILE_COPIES = "file_copies"
    """Who used the file copy of what."""


COLUMNS: Final[Mapping[BookKind, tuple[str, ...]]] = {
    BookKind.OUTGOING: (
        "reference",
        "date",
        "subject",
        "signer",
        "recipients",
        "file_copy",
        "copies",
        "sent_on",
        "received",
        "notes",
    ),
    BookKind.INCOMING: (
        "arrived_on",
        "number",
        "sender",
        "reference",
        "date",
        "subject",
        "receiver",
        "handed_on",
        "received",
        "notes",
    ),
    BookKind.FOLLOW_UP: ("number", "document", "receiver", "due_on", "progress", "answer", "notes"),
    BookKind.POST: ("sent_on", "reference", "recipient", "covers", "received", "notes"),
    BookKind.HAND_OVER: ("sent_on", "reference", "recipient", "received", "notes"),
    BookKind.HAND_OVER_IN: ("handed_on", "number", "receiver", "received", "notes"),
    BookKind.FILE_COPIES: (
        "used_on",
        "person",
        "document",
        "subject",
        "file",
        "received",
        "returned_on",
        "allowed_by",
        "notes",
    ),
}
"""The columns of each book, in their order."""

NUMBERED: Final = frozenset({BookKind.OUTGOING, BookKind.INCOMING})
"""The books whose rows are numbers that run on, so that each has to be accounted for."""

Cell = str | date | int | None


class Oddity(Enum):
    """What is worth looking at in a row."""

    VOID = "void"
    HELD = "held"
    BACKDATED = "backdated"
    MISSING = "missing"
    """A number, or a run of them, of which no line speaks."""
    CORRECTED = "corrected"
    """What was changed of a row whose page was locked."""


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row as it stands on paper. `id` tells it from every other row of its book."""

    id: UUID
    cells: tuple[Cell, ...]
    is_struck: bool = False
    oddities: frozenset[Oddity] = frozenset()


@dataclass(frozen=True, slots=True)
class BookScope:
    """What is asked of a book: the days of its rows, types by their codes, and which book of arrivals; all if none."""

    kind: BookKind
    days: Days = field(default_factory=Days)
    types: frozenset[str] = frozenset()
    book: UUID | None = None

    @property
    def year(self) -> int:
        """The year of its first day; 0 where the beginning is open."""
        return self.days.first.year if self.days.first else 0

    @property
    def is_year(self) -> bool:
        """Whether it has the days of one year."""
        return self.year > 0 and self.days == year_days(self.year)

    @property
    def key(self) -> str:
        """What tells this book from others of its kind and year."""
        first, last = (str(day or "") for day in (self.days.first, self.days.last))
        days = "" if self.is_year else f"{first}..{last}"
        return "|".join([days, ",".join(sorted(self.types)), str(self.book or "")])

    @property
    def moments(self) -> tuple[datetime | None, datetime | None]:
        """Its first moment at the office, and the first after its last; None where that end is open."""
        first, last = self.days.first, self.days.last
        return (
            datetime.combine(first, time(), LOCAL) if first else None,
            datetime.combine(last + timedelta(days=1), time(), LOCAL) if last else None,
        )


def year_days(year: int) -> Days:
    """The days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


@dataclass(frozen=True, slots=True)
class BookWords:
    """The words of the books as they stand on paper, Vietnamese whatever the window speaks."""

    pack: RulePack = field(repr=False)
    types: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "types", {one.code: one.name for one in self.pack.types})

    def filled(self, key: str, **values: str) -> str:
        """The words at a key with these values."""
        return self.pack.text(key).format(**values)

    def title(self, kind: BookKind) -> str:
        """What a book is called."""
        return self.pack.text(f"{kind.value}.title")

    def heads(self, kind: BookKind) -> tuple[str, ...]:
        """The heads of a book's columns."""
        return tuple(self.pack.text(f"{kind.value}.head.{column}") for column in COLUMNS[kind])

    def widths(self, kind: BookKind) -> tuple[float, ...]:
        """How wide the columns of a book are, in millimetres."""
        return tuple(self.pack.number(f"{kind.value}.width_mm.{column}") for column in COLUMNS[kind])

    def type_name(self, code: str | None) -> str:
        """The name of a type by its code; what is no code stands for itself."""
        return self.types.get(code or "", code or "")

    def named(self, code: str | None, subject: str | None) -> str:
        """A document by its type and what it is about."""
        words = self.filled("row.named", type=self.type_name(code), subject=subject or "")
        return " ".join(words.split())
