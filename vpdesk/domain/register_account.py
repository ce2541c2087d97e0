"""What a section of a book accounts for: each number between its first and its last, on a line or as a gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
from uuid import UUID, uuid5

from vpdesk.domain.register import BookKind, BookRow, BookWords
from vpdesk.domain.register_rows import gap_row


class Reach(NamedTuple):
    """From which number to which a section of a book goes."""

    first: int
    last: int


class Fate(Enum):
    """What became of a number, as the closing page counts it."""

    ISSUED = "issued"
    EXTERNAL = "external"
    REGISTERED = "registered"
    VOID = "void"
    HELD = "held"
    WITHHELD = "withheld"
    ELSEWHERE = "elsewhere"
    """Its line stands in another book: it has a day or a type that this one was not asked for."""
    MISSING = "missing"


class Numbered(NamedTuple):
    """A number with its line's row; None where the row stands in another book. `why` is what its row says of it.

    A gap is one of them from `number` to `last`.
    """

    number: int
    fate: Fate
    row: BookRow | None
    written: str
    why: str = ""
    last: int | None = None
    suffix: str = ""

    @property
    def amount(self) -> int:
        """How many numbers of the row it is; one with a letter is none beside its number."""
        return 0 if self.suffix else (self.last or self.number) - self.number + 1


class Opening(NamedTuple):
    """A row of numbers that does not begin with 1, and why."""

    number: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of a section: the first and the last, how many met which fate, and why those that did not go out."""

    first: int
    last: int
    counts: Mapping[Fate, int]
    lettered: int = 0
    reasons: tuple[tuple[str, str], ...] = ()
    """For each void, held, withheld or missing number: how it is written, and what became of it."""
    opening: Opening | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every number from the first to the last is accounted for once, and none is missing."""
        return sum(self.counts.values()) == self.last - self.first + 1 and not self.counts.get(Fate.MISSING)


EXPLAINED = frozenset({Fate.VOID, Fate.HELD, Fate.WITHHELD, Fate.MISSING})
"""What the closing page gives the reason of."""


def with_gaps(
    kind: BookKind, section: UUID, numbers: Iterable[Numbered], first: int, last: int, words: BookWords
) -> Iterator[Numbered]:
    """The numbers of a section in order, with one more for each run of which no line speaks, from first to last."""
    expected = first
    for one in numbers:
        # One with a letter stands behind its own number, which is missing where it is not there.
        before = one.number if one.suffix else one.number - 1
        if before >= expected:
            yield _gap(kind, section, expected, before, words)
        yield one
        expected = max(expected, one.number + 1)
    if expected <= last:
        yield _gap(kind, section, expected, last, words)


def _gap(kind: BookKind, section: UUID, first: int, last: int, words: BookWords) -> Numbered:
    row = gap_row(kind, uuid5(section, f"{first}-{last}"), first, last, words)
    written = next(str(cell) for cell in row.cells if cell)
    return Numbered(first, Fate.MISSING, row, written, words.filled("row.gap"), last)


@dataclass(slots=True)
class Tally:
    """Counts the numbers of a section as they go by."""

    first: int
    last: int
    opening: Opening | None = None
    _counts: Counter[Fate] = field(default_factory=Counter)
    _lettered: int = 0
    _reasons: list[tuple[str, str]] = field(default_factory=list)

    def take(self, one: Numbered) -> Numbered:
        """Count a number; it comes back."""
        if one.amount:
            self._counts[one.fate] += one.amount
        else:
            self._lettered += 1
        if one.fate in EXPLAINED:
            self._reasons.append((one.written, one.why))
        return one

    def account(self) -> Account:
        """What was counted."""
        return Account(self.first, self.last, dict(self._counts), self._lettered, tuple(self._reasons), self.opening)
