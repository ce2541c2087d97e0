"""The desk of an officer: what waits for him, section by section, the most pressing first, each row with its act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final
from uuid import UUID

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.deadlines import Deadline, DeadlineState
from vpdesk.domain.roles import Role

SHOWN: Final = 6
"""Rows of a section that are shown; its place shows the others."""
MOST_COUNTED: Final = 1000
"""Where counting stops: as many or more."""
WAITS_FOR_SIGNATURE: Final = 30
"""Days back in which arrivals that were handed on are asked for whoever never signed for them."""


class SectionKind(Enum):
    """A section of a desk. They stand in this order, whatever roles are joined."""

    TO_SIGN = "to_sign"
    """Dispatches that wait for the officer's signature."""
    TO_DIRECT = "to_direct"
    """Arrivals that wait for his directive."""
    SENT_BACK = "sent_back"
    """His own dispatches that came back with remarks."""
    ASSIGNED = "assigned"
    """Arrivals that he was given."""
    TO_NUMBER = "to_number"
    """Dispatches that were signed off and wait for their numbers."""
    TO_CHECK = "to_check"
    """Dispatches whose form waits to be checked, where the office does that first."""
    TO_HAND_ON = "to_hand_on"
    """Arrivals of which nobody was asked yet."""
    UNSIGNED = "unsigned"
    """Arrivals that were handed on, and nobody has signed for them."""
    SET_UP = "set_up"
    """What of the office is not set up."""
    DRAFTS = "drafts"
    """What he is writing."""
    DEADLINES = "deadlines"
    """Arrivals that are late or due soon."""
    LATE_PEOPLE = "late_people"
    """Who has how many of those that are late."""
    SUBMITTED = "submitted"
    """His own dispatches that others have in hand."""
    HELD = "held"
    """Numbers that are held."""
    UNSENT = "unsent"
    """Issued papers of which some recipient waits for his copies."""
    ODDITIES = "oddities"
    """What was unusual in the outgoing register this week."""
    KEEPING = "keeping"
    """The last backup, and the pages of the books that were printed and not locked."""


class DeskAct(Enum):
    """What Enter does on a row."""

    WRITE = "write"
    FOLLOW_REMARKS = "follow_remarks"
    READ = "read"
    """Read it where it is signed."""
    FOLLOW = "follow"
    """See in whose hands it is."""
    CHECK = "check"
    NUMBER = "number"
    SUBMIT = "submit"
    """Submit it to the head."""
    HAND_ON = "hand_on"
    SIGN_FOR = "sign_for"
    DIRECT = "direct"
    OPEN_ARRIVAL = "open_arrival"
    OPEN_LINE = "open_line"
    SEE_LATE = "see_late"
    SEE_BOOKS = "see_books"
    SET_UP = "set_up"
    NOTHING = "nothing"
    """The row only tells."""


class Topic(Enum):
    """What a row is about that is no document."""

    VOIDED = "voided"
    DATED_BACK = "dated_back"
    HOLD_OVER = "hold_over"
    BACKUP = "backup"
    NO_BACKUP = "no_backup"
    PAGES = "pages"
    BODY = "body"
    TERM = "term"
    SIGNATORIES = "signatories"
    CLERK = "clerk"
    HEAD = "head"
    SECRETS = "secrets"
    HOLIDAYS = "holidays"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A row of a desk: a record, or something of the office. What is not said of it is None.

    `person` is whose it is or from whom it came, `people` those it waits for; `quote` what somebody said of it,
    `number` the reference that would come next. `deadline` is how its day stands, `at` the moment it is told of,
    `count` how many it stands for.
    """

    act: DeskAct
    record: UUID | None = None
    document_type: str | None = None
    reference: str | None = None
    subject: str | None = None
    person: str | None = None
    people: tuple[str, ...] = ()
    quote: str | None = None
    number: str | None = None
    urgency: str | None = None
    deadline: Deadline | None = None
    at: datetime | None = None
    count: int = 0
    topic: Topic | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the other rows of its section."""
        return self.act, self.record, self.topic, self.person if self.record is None else None

    @property
    def is_late(self) -> bool:
        """Whether its day is over."""
        return self.deadline is not None and self.deadline.state is DeadlineState.LATE

    @property
    def last_day(self) -> date:
        """Its last day in time, for the order of rows; of what has none, one behind all others."""
        return self.deadline.last_day if self.deadline else date.max


@dataclass(frozen=True, slots=True)
class DeskSection:
    """A section: its first rows, and how many there are altogether, up to `MOST_COUNTED`."""

    kind: SectionKind
    rows: tuple[DeskRow, ...]
    total: int

    @property
    def has_more(self) -> bool:
        """Whether its place shows rows that the desk does not."""
        return self.total > len(self.rows)


@dataclass(frozen=True, slots=True)
class DeskContents:
    """What stands on a desk today. `late` counts the arrivals whose day is over, as far as they are the officer's."""

    today: date
    sections: tuple[DeskSection, ...]
    late: int = 0

    @property
    def waiting(self) -> tuple[DeskSection, ...]:
        """The sections of what waits for the officer himself."""
        return tuple(one for one in self.sections if one.kind in WAITS_FOR_HIM)

    @property
    def count(self) -> int:
        """How much waits for him."""
        return sum(one.total for one in self.waiting)

    @property
    def is_urgent(self) -> bool:
        """Whether something of it is late or bears an urgency."""
        return self.late > 0 or any(row.urgency for one in self.waiting for row in one.rows)


WAITS_FOR_HIM: Final = frozenset(
    {
        SectionKind.TO_SIGN,
        SectionKind.TO_DIRECT,
        SectionKind.SENT_BACK,
        SectionKind.ASSIGNED,
        SectionKind.TO_NUMBER,
        SectionKind.TO_CHECK,
        SectionKind.TO_HAND_ON,
        SectionKind.SET_UP,
    }
)
"""What the sentence counts: the others are told of, and nobody waits for the officer there."""

BESIDE: Final = frozenset(
    {
        SectionKind.DEADLINES,
        SectionKind.LATE_PEOPLE,
        SectionKind.SUBMITTED,
        SectionKind.HELD,
        SectionKind.UNSENT,
        SectionKind.ODDITIES,
        SectionKind.KEEPING,
    }
)
"""What stands beside the rest where there is room."""

_WRITING: Final = frozenset({SectionKind.SENT_BACK, SectionKind.ASSIGNED, SectionKind.DRAFTS, SectionKind.SUBMITTED})
_OF_ROLE: Final = {
    Role.DRAFTER: _WRITING,
    Role.CLERK: frozenset(
        {
            SectionKind.TO_NUMBER,
            SectionKind.TO_CHECK,
            SectionKind.TO_HAND_ON,
            SectionKind.UNSIGNED,
            SectionKind.DEADLINES,
            SectionKind.HELD,
            SectionKind.UNSENT,
            SectionKind.KEEPING,
        }
    )
    | _WRITING,
    Role.HEAD: frozenset({SectionKind.TO_SIGN, SectionKind.TO_DIRECT, SectionKind.LATE_PEOPLE, SectionKind.ODDITIES})
    | _WRITING,
    Role.ADMINISTRATOR: frozenset({SectionKind.SET_UP}),
}


def sections_for(roles: Iterable[Role]) -> tuple[SectionKind, ...]:
    """The sections of an officer's desk, those of all his roles and none twice."""
    wanted = frozenset[SectionKind]().union(*(_OF_ROLE[role] for role in roles))
    return tuple(kind for kind in SectionKind if kind in wanted)


def section(kind: SectionKind, rows: Iterable[DeskRow], total: int | None = None) -> DeskSection:
    """A section of these rows, as many as are shown; `total` where there are others than these."""
    every = tuple(rows)
    return DeskSection(kind, every[:SHOWN], max(total or 0, len(every)))


def most_pressing(rows: Iterable[DeskRow]) -> list[DeskRow]:
    """Rows in the order of their urgency, then of their deadlines; what is level stays as it was."""
    return sorted(rows, key=lambda row: (_degree(row.urgency), row.last_day))


def late_by_person(late: Iterable[tuple[str, Deadline]]) -> tuple[DeskRow, ...]:
    """Who has how many that are late, with the first deadline of them; whoever has most stands first."""
    theirs: dict[str, list[Deadline]] = {}
    for person, deadline in late:
        theirs.setdefault(person, []).append(deadline)
    rows = [
        DeskRow(DeskAct.SEE_LATE, person=who, deadline=min(of_his, key=lambda one: one.due_on), count=len(of_his))
        for who, of_his in theirs.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.last_day, row.person or "")))


def _degree(urgency: str | None) -> int:
    return _URGENCIES.get(urgency or "", len(_URGENCIES))


_URGENCIES: Final = {urgency.value: place for place, urgency in enumerate(reversed(Urgency))}
"""The most urgent first."""
