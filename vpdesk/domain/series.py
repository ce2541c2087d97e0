"""Rows of numbers: which number a document takes, in which row, and what a row has to account for.

A row (series) belongs to a body, to a group of types and to the days of a term, or of a year (HD36 II.1; NĐ30 15). The
pack says which types share a group; the office may choose otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID

from vpdesk.domain.errors import NoTermCovers
from vpdesk.domain.history import canonical
from vpdesk.domain.organisation import Days, IssuingBody, Term, term_on

EVERY_TYPE: Final = "*"
"""The group of a body all of whose types share one row, such as a congress."""

COPIES: Final = "BS"
"""The group of certified copies."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What an office chooses about its numbers.

    `groups` are the types, by their codes, whose group is another than the pack's; `yearly` the groups that begin anew
    each year; `one_row` the bodies all of whose types share one row. Where `lettered`, a number may bear a letter.
    """

    groups: Mapping[str, str] = field(default_factory=dict)
    yearly: frozenset[str] = frozenset({"GM", "GGT", "GĐĐ", "GNP"})
    one_row: frozenset[UUID] = frozenset()
    lettered: bool = False

    def group_of(self, body: UUID, code: str, pack_group: str) -> str:
        """The group of a type, whose pack says `pack_group`."""
        if body in self.one_row:
            return EVERY_TYPE
        return self.groups.get(code, pack_group)


def numbering_value(numbering: Numbering) -> str:
    """The choices as a setting keeps them."""
    return canonical(
        {
            "groups": numbering.groups,
            "yearly": sorted(numbering.yearly),
            "one_row": sorted(map(str, numbering.one_row)),
            "lettered": numbering.lettered,
        }
    )


def numbering_of(value: str | None) -> Numbering:
    """The choices of a setting; the usual ones where there is none."""
    if value is None:
        return Numbering()
    kept = json.loads(value)
    return Numbering(kept["groups"], frozenset(kept["yearly"]), frozenset(map(UUID, kept["one_row"])), kept["lettered"])


class SeriesKey(NamedTuple):
    """What makes a row of numbers one: there is never another of the same."""

    body: UUID
    group: str
    days: Days


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers. `last` is the last number taken, one less than `opening_number` while none was.

    `opening_reason` says why a row does not begin with 1. A row that was closed gives no number any more.
    """

    id: UUID
    body: UUID
    group: str
    days: Days
    term: UUID | None = None
    opening_number: int = 1
    opening_reason: str | None = None
    last: int = 0
    closed_at: datetime | None = None
    closed_by: UUID | None = None

    @property
    def next(self) -> int:
        """The number that comes next."""
        return self.last + 1

    @property
    def key(self) -> SeriesKey:
        """What makes it one, whether it is kept yet or not."""
        return SeriesKey(self.body, self.group, self.days)

    @property
    def is_unused(self) -> bool:
        """Whether no number of it was taken."""
        return self.last < self.opening_number


@dataclass(frozen=True, slots=True)
class Span:
    """The days a row runs, and the term they are where it goes by terms."""

    days: Days
    term: Term | None


def span_on(body: IssuingBody, day: date, *, by_year: bool) -> Span:
    """The days of the row that a number of this day belongs to. Raises NoTermCovers where no term has the day."""
    if by_year:
        return Span(Days(date(day.year, 1, 1), date(day.year, 12, 31)), None)
    term = term_on(body, day)
    if term is None:
        raise NoTermCovers(day)
    return Span(term.days, term)


def written_number(number: int, suffix: str = "") -> str:
    """A number as it is written: 07, 229, 12a."""
    return f"{number:02d}{suffix}"


def reference(number: int, suffix: str, symbol: str, joint: str = "-") -> str:
    """A number with its symbol: 07-CV/BTGHU, 63/2025/QĐ-UBND."""
    return f"{written_number(number, suffix)}{joint}{symbol}"
