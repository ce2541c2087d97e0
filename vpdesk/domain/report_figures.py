"""What reports count: arrivals by how they were worked, what went out, and the single documents that lists name.

Arrivals that are void are not counted. Those of old books, and secret documents, are told as numbers beside the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from vpdesk.domain.handling import OpenState
from vpdesk.domain.outgoing import LineState


@dataclass(frozen=True, slots=True)
class Worked:
    """How arrivals were worked.

    Each is finished on time or late, in somebody's work, or unassigned; `late` of the last two are open behind their
    day. What has no deadline is never late, and neither is what was finished on a day that nobody set down.
    """

    on_time: int = 0
    finished_late: int = 0
    in_work: int = 0
    unassigned: int = 0
    late: int = 0

    @property
    def arrived(self) -> int:
        """How many arrived."""
        return self.on_time + self.finished_late + self.in_work + self.unassigned

    @property
    def finished(self) -> int:
        """How many are finished."""
        return self.on_time + self.finished_late

    def __add__(self, other: Worked) -> Worked:
        return Worked(
            self.on_time + other.on_time,
            self.finished_late + other.finished_late,
            self.in_work + other.in_work,
            self.unassigned + other.unassigned,
            self.late + other.late,
        )


NONE_WORKED: Final = Worked()


@dataclass(frozen=True, slots=True)
class Apart:
    """Documents of the same days that the counts leave out, as numbers: secret ones, lines of old books."""

    secret: int = 0
    imported: int = 0


@dataclass(frozen=True, slots=True)
class HandlingFigures:
    """How the arrivals of a period were worked, by who leads them (None where nobody is named) and by sender."""

    by_person: Mapping[str | None, Worked] = field(default_factory=dict)
    by_sender: Mapping[str, Worked] = field(default_factory=dict)
    apart: Apart = Apart()

    @property
    def all(self) -> Worked:
        """All of them together."""
        return sum(self.by_person.values(), NONE_WORKED)


@dataclass(frozen=True, slots=True)
class DueArrival:
    """An open arrival whose day is over or near. `person` leads it, or has it; `extensions` moved its day."""

    id: UUID
    written_number: str
    arrived_on: date
    sender: str
    reference: str | None
    document_type: str | None
    subject: str | None
    person: str | None
    due_on: date
    state: OpenState
    extensions: int = 0


@dataclass(frozen=True, slots=True)
class DueFigures:
    """The open arrivals due by a day, the longest late first. `secret` ones are a number: late, and due soon."""

    arrivals: tuple[DueArrival, ...] = ()
    secret: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class OutgoingFigures:
    """What was issued in a period: by the code of its type, by who signed, by who drafted (None where unknown).

    `apart.secret` numbers were withheld; `apart.imported` of those counted stood in old books.
    """

    by_type: Mapping[str, int] = field(default_factory=dict)
    by_signer: Mapping[str | None, int] = field(default_factory=dict)
    by_drafter: Mapping[str | None, int] = field(default_factory=dict)
    apart: Apart = Apart()

    @property
    def all(self) -> int:
        """All of it together."""
        return sum(self.by_type.values())


@dataclass(frozen=True, slots=True)
class RowFigures:
    """How far a row of numbers came in a period, and what became of its numbers. `title` names it on paper."""

    series: UUID
    first: int
    last: int
    issued: int = 0
    void: int = 0
    held: int = 0
    withheld: int = 0
    lettered: int = 0
    backdated: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class UnusualLine:
    """A number that is no usual one: void, held, made outside the program, with a letter, dated before the last."""

    id: UUID
    reference: str
    state: LineState
    suffix: str
    document_date: date | None
    reason: str | None
    date_reason: str | None
    held_for: str | None


@dataclass(frozen=True, slots=True)
class ArrivedFigures:
    """How many documents came in a period, by the code of their type (None where it was not told) and by sender.

    `apart.secret` are not among them, `apart.imported` of them stood in old books.
    """

    by_type: Mapping[str | None, int] = field(default_factory=dict)
    by_sender: Mapping[str, int] = field(default_factory=dict)
    apart: Apart = Apart()

    @property
    def all(self) -> int:
        """All of them together."""
        return sum(self.by_type.values())


@dataclass(frozen=True, slots=True)
class TrafficFigures:
    """What came and what went in a period."""

    arrived: ArrivedFigures
    issued: OutgoingFigures


@dataclass(frozen=True, slots=True)
class LooseLine:
    """A document that went out of which the file copy, or its place in a case file, is missing."""

    id: UUID
    reference: str
    document_date: date | None
    document_type: str
    subject: str | None
    drafter: str | None
    has_copy: bool
    is_filed: bool


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A document that was handed over and nobody signed for. `record` is its line, or the arrival."""

    record: UUID
    handed_on: date
    reference: str
    document_type: str | None
    subject: str | None
    receiver: str | None
