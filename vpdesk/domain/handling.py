"""Work on arrivals: submitted to the head, directed to a lead and others, extended, finished with an answer or without.

Clerical rules, 3.1 and 3.5. The deadline in force is `IncomingDocument.due_on`; what it was first is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final
from uuid import UUID


class HandlingState(Enum):
    """How far the work on an arrival has come. One of which nobody was asked has no state yet."""

    SUBMITTED = "submitted"
    """Before the head, for his directive."""
    ASSIGNED = "assigned"
    """Directed to a lead, who has not acknowledged it."""
    UNDER_WAY = "under_way"
    """Acknowledged by its lead."""
    ANSWERED = "answered"
    """A reply was issued."""
    DONE = "done"
    """Finished, and no reply was called for."""
    PASSED_ON = "passed_on"
    """It was another body's to handle."""
    SENT_BACK = "sent_back"
    """Returned to its sender."""

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to be done."""
        return self in FINISHED


FINISHED: Final = frozenset(
    {HandlingState.ANSWERED, HandlingState.DONE, HandlingState.PASSED_ON, HandlingState.SENT_BACK}
)
ENDS_WITHOUT_REPLY: Final = FINISHED - {HandlingState.ANSWERED}


@dataclass(frozen=True, slots=True)
class Handling:
    """The work on an arrival. `version` counts its changes; one of 0 was never kept.

    `submitted_to` is the officer whose directive is asked; `directed_by` who wrote it, `set_down_by` the clerk who
    entered one that stands on paper. `outcome` says how it ended where no reply does.
    """

    arrival: UUID
    state: HandlingState
    submitted_at: datetime | None = None
    submitted_by: UUID | None = None
    submitted_to: UUID | None = None
    directive: str | None = None
    directed_at: datetime | None = None
    directed_by: UUID | None = None
    set_down_by: UUID | None = None
    first_due_on: date | None = None
    finished_at: datetime | None = None
    finished_on: date | None = None
    finished_by: UUID | None = None
    outcome: str | None = None
    version: int = 0


class AssigneeRole(Enum):
    """What somebody does for an arrival."""

    LEAD = "lead"
    """Chủ trì."""
    SUPPORT = "support"
    """Phối hợp."""


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody an arrival was given to: an officer, or a unit or person by name alone.

    `due_on` is his own day where it is not the arrival's. `ended_at` is set where a later directive left him out.
    """

    id: UUID
    arrival: UUID
    place: int
    role: AssigneeRole
    name: str
    assigned_at: datetime
    officer: UUID | None = None
    due_on: date | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: UUID | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A deadline that was moved. `agreed_by` is the name of who agreed."""

    id: UUID
    arrival: UUID
    due_before: date | None
    due_after: date
    agreed_by: str
    reason: str
    made_at: datetime
    officer: UUID


@dataclass(frozen=True, slots=True)
class DirectivePhrase:
    """Words that a head often writes on an arrival; the first nine of his have a key."""

    id: UUID
    owner: UUID
    place: int
    text: str


@dataclass(frozen=True, slots=True)
class AssigneeEntry:
    """Somebody whom a directive names: an officer, or a unit or person by name alone; an officer's name is his own.

    `due_on` is his own day where it is not the arrival's.
    """

    name: str = ""
    officer: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class DirectiveEntry:
    """A directive as it is written: who leads, who supports, by when; none of `due_on` leaves the deadline as it is.

    `directed_by` is the head whose directive stands on paper, where a clerk sets it down; None for whoever writes it.
    """

    text: str
    lead: AssigneeEntry
    support: tuple[AssigneeEntry, ...] = ()
    due_on: date | None = None
    directed_by: UUID | None = None


def unfinished_state(handling: Handling, assignees: Iterable[Assignee]) -> HandlingState | None:
    """How far work has come that is not finished, by what was done; None where nobody is asked any more."""
    leads = [one for one in assignees if one.role is AssigneeRole.LEAD and one.ended_at is None]
    if any(one.acknowledged_at is not None for one in leads):
        return HandlingState.UNDER_WAY
    if leads:
        return HandlingState.ASSIGNED
    return HandlingState.SUBMITTED if handling.submitted_to is not None else None


class OpenState(Enum):
    """Where an unfinished arrival waits."""

    NEW = "new"
    """Neither submitted nor handed on."""
    HANDED_ON = "handed_on"
    """Given to its receiver without asking the head."""
    SUBMITTED = "submitted"
    ASSIGNED = "assigned"
    UNDER_WAY = "under_way"


UNASSIGNED: Final = frozenset({OpenState.NEW, OpenState.SUBMITTED})
"""Where nobody has it in work yet."""
IN_WORK: Final = frozenset(OpenState) - UNASSIGNED
"""Where somebody has it."""


@dataclass(frozen=True, slots=True)
class OpenArrival:
    """An unfinished arrival, as lists and counts ask for it; made from its record and its handling."""

    arrival: UUID
    state: OpenState
    due_on: date | None = None
    receiver: str | None = None
