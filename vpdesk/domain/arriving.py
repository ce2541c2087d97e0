"""Registering what arrived: what the clerk types, what is worth telling him, and what a list of arrivals is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from vpdesk.domain.attachments import Attachment
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, IncomingDocument
from vpdesk.domain.outgoing import Correction
from vpdesk.domain.signoff import Happening
from vpdesk.domain.text import entered
from vpdesk.domain.workdays import Workdays

if TYPE_CHECKING:
    from vpdesk.domain.arrival_work import RowWork

FIRST_BOOK: Final = ArrivalBook(UUID("0193f000-0000-7000-8000-000000000001"), "Văn bản đến")
"""The book of an office that has made none. It has this id everywhere, and is kept with its first line."""
SECRET_ARRIVALS: Final = "secret_arrivals"
"""The choice of the office under which the head's decision stands that secret papers are registered here."""
SOON: Final = 3
"""Workdays before its day on which an arrival is said to be due soon."""


@dataclass(frozen=True, slots=True)
class ArrivalEntry:
    """What the clerk types of an arrival. `book` None is the first book, `arrived_on` None is today.

    `document_type` is the code of the catalogue, or the name as it is written where the catalogue has none;
    `urgency` and `secrecy` are the words of the mark.
    """

    book: UUID | None = None
    arrived_on: date | None = None
    sender: str = ""
    reference: str | None = None
    document_date: date | None = None
    document_type: str | None = None
    subject: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    pages: int | None = None
    copies: int | None = None
    receiver: str | None = None
    handed_on: date | None = None
    due_on: date | None = None
    notes: str | None = None


KEPT_OF_SECRETS: Final = frozenset(
    {"book", "arrived_on", "sender", "reference", "document_date", "secrecy", "copies", "receiver", "handed_on"}
)
"""All that may be kept of an arrival with a level of secrecy (clerical rules, 5.3)."""


def cleaned(entry: ArrivalEntry) -> ArrivalEntry:
    """An entry as the register may carry it: texts bare, and nothing of a secret that must not be kept."""
    bare: dict[str, Any] = {
        name: entered(value) if isinstance(value, str) else value for name, value in _values(entry).items()
    }
    if bare["secrecy"] is not None:
        bare = {name: value for name, value in bare.items() if name in KEPT_OF_SECRETS}
    return ArrivalEntry(**{**bare, "sender": bare["sender"] or ""})


def _values(entry: ArrivalEntry) -> dict[str, Any]:
    return {one.name: getattr(entry, one.name) for one in fields(entry)}


def entry_of(arrival: IncomingDocument) -> ArrivalEntry:
    """What would be typed for an arrival as it stands in the register."""
    return ArrivalEntry(**{one.name: getattr(arrival, one.name) for one in fields(ArrivalEntry)})


def with_entry(arrival: IncomingDocument, entry: ArrivalEntry) -> IncomingDocument:
    """An arrival with what was typed; its number, and so its book, stay."""
    typed = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name != "book"}
    return replace(arrival, **{**typed, "arrived_on": entry.arrived_on or arrival.arrived_on})


def changes_between(
    before: IncomingDocument, after: IncomingDocument
) -> tuple[tuple[str, str | None, str | None], ...]:
    """What each field that the register prints said before and says now."""
    return tuple(_changes(before, after))


def _changes(before: IncomingDocument, after: IncomingDocument) -> Iterator[tuple[str, str | None, str | None]]:
    for name in (*(one.name for one in fields(ArrivalEntry)), *_LATER_FIELDS):
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield name, _written(was), _written(now)


def _written(value: object) -> str | None:
    if isinstance(value, Enum):
        return str(value.value)
    return None if value is None else str(value)


_LATER_FIELDS: Final = ("received_by", "received_on", "answer", "state", "reason")
"""What is not typed with the entry, but comes to stand in its line."""


# --- what is worth telling ----------------------------------------------------------------------------------------


class Oddity(Enum):
    """Something about an arrival that is told and refuses nothing."""

    REGISTERED_LATE = "registered_late"
    """Later than the workday after it came."""
    DATED_AFTER_ARRIVAL = "dated_after_arrival"
    DUE_BEFORE_ARRIVAL = "due_before_arrival"
    URGENT_NOT_HANDED_ON = "urgent_not_handed_on"


def oddities(entry: ArrivalEntry, today: date, workdays: Workdays) -> tuple[Oddity, ...]:
    """What is odd about an entry that is made today (clerical rules, 3.1 and 8)."""
    arrived = entry.arrived_on or today
    told = {
        Oddity.REGISTERED_LATE: today > workdays.later(arrived, 1),
        Oddity.DATED_AFTER_ARRIVAL: entry.document_date is not None and entry.document_date > arrived,
        Oddity.DUE_BEFORE_ARRIVAL: entry.due_on is not None and entry.due_on < arrived,
        Oddity.URGENT_NOT_HANDED_ON: entry.urgency in _URGENCIES and entry.handed_on is None,
    }
    return tuple(oddity for oddity, holds in told.items() if holds)


_URGENCIES: Final = frozenset(urgency.value for urgency in Urgency)


# --- beginning, and completing ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EntryBeginning:
    """What an empty form begins with: the books in use, the one chosen and its next number, whom the last went to.

    `last` are the newest lines of the book, the newest first.
    """

    books: tuple[ArrivalBook, ...]
    book: ArrivalBook
    year: int
    next_number: int
    today: date
    receiver: str | None
    last: tuple[IncomingDocument, ...]
    workdays: Workdays
    takes_secrets: bool = False


@dataclass(frozen=True, slots=True)
class SenderValues:
    """What came from a sender before, each with its uses: types, and symbols as `symbol_of` gives them."""

    types: Mapping[str, int] = field(default_factory=dict)
    symbols: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArrivalValues:
    """What was typed before, each value with its uses, most first."""

    senders: Mapping[str, int]
    types: Mapping[str, int]
    receivers: Mapping[str, int]
    of_sender: Mapping[str, SenderValues]

    def usual_type(self, sender: str) -> str | None:
        """The type that comes from a sender most often."""
        return next(iter(self.of_sender.get(sender, SenderValues()).types), None)


class ValueKind(Enum):
    """What is counted of arrivals, so that it can be offered again."""

    SENDER = "sender"
    TYPE = "type"
    RECEIVER = "receiver"
    SENDERS_TYPE = "senders_type"
    SENDERS_SYMBOL = "senders_symbol"


Mentioned = tuple[ValueKind, str, str]
"""A kind, the sender it belongs to where it belongs to one, and the value."""
LONGEST_VALUE: Final = 300


def mentioned(arrival: IncomingDocument | None) -> frozenset[Mentioned]:
    """What an arrival mentions that another may mention again; nothing for a void or a secret one."""
    if arrival is None or arrival.state is ArrivalState.VOID or arrival.secrecy is not None:
        return frozenset()
    sender, symbol = arrival.sender, symbol_of(arrival.reference)
    found = (
        (ValueKind.SENDER, "", sender),
        (ValueKind.TYPE, "", arrival.document_type),
        (ValueKind.RECEIVER, "", arrival.receiver),
        (ValueKind.SENDERS_TYPE, sender, arrival.document_type),
        (ValueKind.SENDERS_SYMBOL, sender, symbol),
    )
    return frozenset((kind, of, value) for kind, of, value in found if value and len(of) + len(value) <= LONGEST_VALUE)


def symbol_of(reference: str | None) -> str | None:
    """What stands behind the number of a paper, `{year}` where it names one: `-CV/BTGHU`, `/{year}/QĐ-UBND`."""
    found = _NUMBER.match(reference or "")
    return (f"/{{year}}{found['rest']}" if found["year"] else found["rest"]) if found else None


_NUMBER = re.compile(r"\s*\d+\w?\s*(?:/(?P<year>(?:19|20)\d\d)(?=/))?(?P<rest>[-/].*\S)\s*\Z", re.DOTALL)


# --- lists --------------------------------------------------------------------------------------------------------


class ArrivalView(Enum):
    """Which arrivals a list shows: all, or open ones. What an import took in is old, and nobody's work."""

    ALL = "all"
    WAITING = "waiting"
    """Not handed on yet."""
    SUBMITTED = "submitted"
    """Before a head, for his directive."""
    UNASSIGNED = "unassigned"
    """Nobody has it in work: new, or before a head."""
    UNDER_WAY = "under_way"
    """Somebody has it in work: directed, or handed on without asking."""
    MINE = "mine"
    """What the officer at the desk has in work, as lead or in support; where nobody was directed, by his name."""
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


MOST_COUNTED: Final = 1000
"""As many arrivals of a view are counted, and no more."""


@dataclass(frozen=True, slots=True)
class ArrivalQuery:
    """Which arrivals to list: by their entry, the newest first; of one book by number; those with a deadline by it.

    `after` is the last row that one has.
    """

    view: ArrivalView = ArrivalView.ALL
    book: UUID | None = None
    year: int | None = None
    after: UUID | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """An arrival in a list, how many files it has, and how the work on it stands."""

    arrival: IncomingDocument
    files: int
    work: RowWork | None = None


@dataclass(frozen=True, slots=True)
class ArrivalPage:
    """Some rows of a list; `has_more` where others follow."""

    rows: tuple[ArrivalRow, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class ArrivalDetail:
    """All there is to know of an arrival."""

    arrival: IncomingDocument
    book: ArrivalBook
    entered_by_name: str
    files: tuple[Attachment, ...]
    corrections: tuple[Correction, ...]
    happenings: tuple[Happening, ...]
    twins: tuple[IncomingDocument, ...]
