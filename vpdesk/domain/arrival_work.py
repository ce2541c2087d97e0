"""What is known of the work on an arrival, what may be done next and by whom, and what an officer is reminded of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final
from uuid import UUID

from vpdesk.domain.deadlines import Deadline, DeadlineState, Near
from vpdesk.domain.handling import Assignee, AssigneeRole, Extension, Handling, HandlingState, OpenArrival
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.issuing import LinkedDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission

HANDLING: Final = "handling"
"""What the correction of an arrival calls the state of its work, where that was finished and opened again."""


class WorkStep(Enum):
    """Something that may be done for an arrival."""

    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    """Take the submission back, before the head has written."""
    DIRECT = "direct"
    """Write a directive of one's own."""
    SET_DOWN = "set_down"
    """Set down a directive that a head wrote on paper."""
    HAND_OVER = "hand_over"
    ACKNOWLEDGE = "acknowledge"
    EXTEND = "extend"
    REPLY = "reply"
    """Begin the draft of a reply."""
    FINISH = "finish"
    FINISH_WITH = "finish_with"
    """Name the document that answers it."""
    REOPEN = "reopen"


def is_given_to(officer: Officer, arrival: IncomingDocument, assignees: Iterable[Assignee]) -> bool:
    """Whether an officer has an arrival in work as its lead; where nobody was directed, as its receiver by name."""
    leads = [one for one in assignees if one.role is AssigneeRole.LEAD and one.ended_at is None]
    return any(one.officer == officer.id for one in leads) if leads else arrival.receiver == officer.name


def may_end(officer: Officer, arrival: IncomingDocument, assignees: Iterable[Assignee]) -> bool:
    """Whether an officer may say that an arrival is finished, or is not: its lead, the clerk, a head."""
    everywhere = officer.may(Permission.REGISTER_ARRIVALS) or officer.may(Permission.DIRECT)
    return everywhere or (officer.may(Permission.HANDLE_ARRIVALS) and is_given_to(officer, arrival, assignees))


def is_worked_here(arrival: IncomingDocument) -> bool:
    """Whether work on an arrival is kept: not of a secret, a void one, or one taken over from an old book."""
    return arrival.state is ArrivalState.REGISTERED and arrival.secrecy is None and arrival.imported_by is None


def steps_for(
    officer: Officer, arrival: IncomingDocument, handling: Handling | None, assignees: tuple[Assignee, ...]
) -> frozenset[WorkStep]:
    """What an officer may do for an arrival as it stands."""
    if not is_worked_here(arrival):
        return frozenset()
    state = handling.state if handling else None
    ends = may_end(officer, arrival, assignees)
    if (state is not None and state.is_finished) or arrival.answer is not None:
        return frozenset({WorkStep.REOPEN} if ends else ())
    registers, directs = officer.may(Permission.REGISTER_ARRIVALS), officer.may(Permission.DIRECT)
    own = [one for one in assignees if one.officer == officer.id]
    waiting = [one for one in assignees if one.acknowledged_at is None]
    steps = {
        WorkStep.SUBMIT: registers and state in {None, HandlingState.SUBMITTED},
        WorkStep.TAKE_BACK: registers and state is HandlingState.SUBMITTED,
        WorkStep.DIRECT: directs,
        WorkStep.SET_DOWN: registers,
        WorkStep.HAND_OVER: registers,
        WorkStep.ACKNOWLEDGE: officer.may(Permission.HANDLE_ARRIVALS)
        and (
            any(one in waiting for one in own)
            or (registers and bool(waiting))
            or _signs_by_name(officer, arrival, assignees)
        ),
        WorkStep.EXTEND: (registers or directs) and arrival.due_on is not None,
        WorkStep.REPLY: officer.may(Permission.DRAFT),
        WorkStep.FINISH: ends,
        WorkStep.FINISH_WITH: ends,
    }
    return frozenset(step for step, may in steps.items() if may)


def _signs_by_name(officer: Officer, arrival: IncomingDocument, assignees: tuple[Assignee, ...]) -> bool:
    """Whether an arrival that nobody directed was handed to an officer by his name, and waits for his signature."""
    return not assignees and arrival.receiver == officer.name and arrival.received_on is None


@dataclass(frozen=True, slots=True)
class ArrivalWork:
    """All there is to know of the work on an arrival.

    `former` are those whom a later directive left out; `answers` the drafts and lines that answer it; `names` those of
    the officers of whom it speaks. `proposed_due_on` is what the working rules propose.
    """

    arrival: IncomingDocument
    handling: Handling | None
    assignees: tuple[Assignee, ...]
    former: tuple[Assignee, ...]
    extensions: tuple[Extension, ...]
    answers: tuple[LinkedDocument, ...]
    names: Mapping[UUID, str]
    steps: frozenset[WorkStep]
    deadline: Deadline | None = None
    proposed_due_on: date | None = None

    @property
    def first_due_on(self) -> date | None:
        """The deadline as it was first, where it was moved."""
        if not self.extensions:
            return None
        directed = self.handling.first_due_on if self.handling else None
        return directed or self.extensions[0].due_before

    @property
    def lead(self) -> Assignee | None:
        """Who leads."""
        return next((one for one in self.assignees if one.role is AssigneeRole.LEAD), None)

    @property
    def support(self) -> tuple[Assignee, ...]:
        """Who supports."""
        return tuple(one for one in self.assignees if one.role is AssigneeRole.SUPPORT)


@dataclass(frozen=True, slots=True)
class RowWork:
    """How the work on an arrival stands, as a row of a list tells it; `lead` is the name of who leads."""

    state: HandlingState | None
    lead: str | None
    deadline: Deadline | None
    steps: frozenset[WorkStep]


class Waiting(Enum):
    """For what an open arrival waits."""

    TO_SUBMIT = auto()
    TO_DIRECT = auto()
    """Before the officer who asks."""
    TO_HAND_OVER = auto()
    """Directed, or secret, and nobody has it in his hands."""
    MINE = auto()
    """Given to the officer who asks, as lead or in support; where nobody was directed, by his name."""
    NOT_ACKNOWLEDGED = auto()
    """His, and he has not said that he has it."""
    SOON = auto()
    LATE = auto()


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks what waits, and which days are near."""

    officer: UUID
    name: str
    days: Near


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """What waits, for the officer at the desk. Counts of what is not his to do are 0.

    `soon` and `late` are of what he has in work; `all_soon` and `all_late` of the office, for the clerk and heads.
    `soon` has those of today too.
    """

    to_submit: int = 0
    to_direct: int = 0
    to_hand_over: int = 0
    mine: int = 0
    not_acknowledged: int = 0
    soon: int = 0
    late: int = 0
    all_soon: int = 0
    all_late: int = 0


class ReminderKind(Enum):
    """What an arrival waits for, of the officer at the desk; in the order of the way of an arrival."""

    SUBMIT = "submit"
    DIRECT = "direct"
    HAND_OVER = "hand_over"
    ACKNOWLEDGE = "acknowledge"
    WORK = "work"
    """It is his to work."""
    FOLLOW = "follow"
    """Another's to work, and its day is near or over: the clerk and heads follow it."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """An arrival that waits for the officer at the desk; `lead` is the name of who leads, where somebody does."""

    arrival: IncomingDocument
    open: OpenArrival
    kind: ReminderKind
    deadline: Deadline | None = None
    lead: str | None = None


_URGENCY: Final = {DeadlineState.LATE: 0, DeadlineState.TODAY: 1, DeadlineState.SOON: 2, DeadlineState.LATER: 4}
_MARKED, _UNDATED = 3, 5


def by_urgency(reminder: Reminder) -> tuple[int, date, UUID]:
    """The order of reminders: late ones, the longest first, today's, those soon, marked urgent, then the others."""
    arrival, deadline = reminder.arrival, reminder.deadline
    rank = _URGENCY[deadline.state] if deadline else _UNDATED
    if arrival.urgency is not None:
        rank = min(rank, _MARKED)
    return rank, deadline.due_on if deadline else arrival.arrived_on, arrival.id
