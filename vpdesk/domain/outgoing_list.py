"""The list of the outgoing register: what may be asked for, and what a row of it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple
from uuid import UUID

from vpdesk.domain.dates import local_day
from vpdesk.domain.outgoing import LineState, RegisterLine


class OutgoingView(Enum):
    """A choice of lines."""

    ALL = "all"
    HELD = "held"
    UNSENT = "unsent"
    """Issued, and some recipient was not sent his copies."""
    VOID = "void"
    UNUSUAL = "unusual"
    """Void, made outside the program, or dated before the number before."""


@dataclass(frozen=True, slots=True)
class OutgoingQuery:
    """Which lines are wanted: of a view, of a type of documents by its code, of a year."""

    view: OutgoingView = OutgoingView.ALL
    document_type: str | None = None
    year: int | None = None


class Cursor(NamedTuple):
    """Where a list goes on: behind this line of this day. The newest day stands first, in it the newest line."""

    day: date
    line: UUID


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """A line in the list; `unsent` recipients wait for their copies, the last that went out did so on `sent_on`."""

    line: RegisterLine
    unsent: int = 0
    sent_on: date | None = None

    @property
    def cursor(self) -> Cursor:
        """Its place in the list; a line without a date stands on the day on which it was entered."""
        return Cursor(day_of(self.line), self.line.id)

    @property
    def is_void(self) -> bool:
        """Whether its number is void."""
        return self.line.state is LineState.VOID


@dataclass(frozen=True, slots=True)
class OutgoingCounts:
    """How much waits: dispatches for their numbers, holds and those of them whose hour is over, papers to be sent.

    `years` are those of the register, the newest first.
    """

    waiting: int
    held: int
    expired: int
    unsent: int
    years: tuple[int, ...] = ()


def day_of(line: RegisterLine) -> date:
    """The day of a line in the list."""
    return line.document_date or local_day(line.entered_at)
