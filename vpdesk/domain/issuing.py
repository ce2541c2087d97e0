"""What belongs to an issue: how many copies go where, what a date asks for, what a row of numbers accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from vpdesk.domain.attachments import Attachment
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.errors import DateInFuture, DateNeedsReason
from vpdesk.domain.outgoing import Correction, Delivery, LineState, Link, Method, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.domain.text import folded

_FILE_COPIES: Final = 2
"""The original with the clerk and a copy in the work file (clerical rules, 4.1)."""
_AS_ABOVE: Final = ("nhu tren", "nhu kinh gui")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets copies of a dispatch, and how many; a file copy stays at the office."""

    name: str
    copies: int = 1
    is_file_copy: bool = False


def recipients_of(dispatch: Dispatch) -> tuple[Recipient, ...]:
    """Who gets a dispatch by its own words: whom it addresses, whom its distribution names, the file.

    `Như trên` stands for the addressees. Where nothing is said of a file copy, one is kept all the same.
    """
    distribution = _copy_of(dispatch)
    addressees = () if dispatch.certified_copy else dispatch.addressees
    named = [*addressees, *(one for one in distribution if folded(one).strip(" .") not in _AS_ABOVE)]
    kept = [one for one in named if _is_file_copy(one)]
    sent = dict.fromkeys(one for one in named if not _is_file_copy(one))
    file_copies = Recipient(", ".join(kept) or "Lưu", _FILE_COPIES, is_file_copy=True)
    return (*map(Recipient, sent), file_copies)


def _copy_of(dispatch: Dispatch) -> tuple[str, ...]:
    return dispatch.certified_copy.distribution if dispatch.certified_copy else dispatch.distribution


def _is_file_copy(name: str) -> bool:
    return folded(name).startswith("luu")


def copies_of(recipients: Iterable[Recipient]) -> int:
    """How many copies are made."""
    return sum(one.copies for one in recipients)


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """How a dispatch is to be issued: the version that was signed off, its date, who gets it how.

    `held` is the line of a number that was held for it; `date_reason` why its date is before that of the number before;
    `suffix` a letter behind the number, where the office has them. No `copies` are as many as the recipients get.
    """

    dispatch: UUID
    version: int
    day: date
    recipients: tuple[tuple[Recipient, Method], ...] = ()
    copies: int | None = None
    held: UUID | None = None
    date_reason: str | None = None
    suffix: str = ""
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Lettered:
    """The newest number of a row again, behind it the first letter that is free: 12a."""

    suffix: str
    reference: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the next issue of a dispatch would be: told before the number is taken, and true if nobody comes first.

    `before` is the line before it in its row; `holds` are the numbers held in the row. `lettered` is there where the
    office lets numbers bear letters and the row has a number.
    """

    dispatch: Dispatch
    id: UUID
    version: int
    day: date
    number: int
    reference: str
    before: RegisterLine | None
    recipients: tuple[Recipient, ...]
    holds: tuple[RegisterLine, ...] = ()
    lettered: Lettered | None = None

    @property
    def copies(self) -> int:
        """How many copies are made."""
        return copies_of(self.recipients)


@dataclass(frozen=True, slots=True)
class Issued:
    """A dispatch that was issued: its line, and the dispatch with its number and date."""

    line: RegisterLine
    dispatch: Dispatch


@dataclass(frozen=True, slots=True)
class NextNumber:
    """The number that comes next in a row, as it is written; the dated line before it; what is held in the row."""

    number: int
    reference: str
    before: RegisterLine | None
    holds: tuple[RegisterLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document that does something to the one in hand, or has something done to it (`is_passive`).

    One that has no number yet is a draft, and without a reference; an arrival stands in a register of its own.
    """

    link: Link
    record: UUID
    reference: str
    subject: str | None
    is_passive: bool
    is_draft: bool = False
    is_arrival: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register knows of a dispatch: its line once it was issued, and what it does to other documents."""

    line: RegisterLine | None
    links: tuple[LinkedDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class LineDetail:
    """All there is to know of a line of the register."""

    line: RegisterLine
    series: Series
    deliveries: tuple[Delivery, ...]
    links: tuple[LinkedDocument, ...]
    files: tuple[Attachment, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class ExternalLetter:
    """A letter that was made outside the program and takes a number of its row; `held` the line of one held for it."""

    document_type: str
    day: date
    subject: str
    signer: str | None = None
    recipients: tuple[str, ...] = ()
    file_copy_holder: str | None = None
    copies: int | None = None
    notes: str | None = None
    date_reason: str | None = None
    held: UUID | None = None


def check_date(day: date, today: date, before: RegisterLine | None, reason: str | None) -> None:
    """Refuse a date that a number may not have.

    Raises DateInFuture, and DateNeedsReason where the number before is later and no reason is given (clerical rules,
    2.7).
    """
    if day > today:
        raise DateInFuture(day)
    if before is not None and before.document_date is not None and day < before.document_date and not reason:
        raise DateNeedsReason(before.reference, before.document_date)


@dataclass(frozen=True, slots=True)
class Account:
    """What a row of numbers has to answer for: every number from the first to the last is in one of these.

    `unexplained` are numbers of which no line speaks: none, as long as the store is whole.
    """

    first: int
    last: int
    issued: int
    external: int
    withheld: int
    held: tuple[RegisterLine, ...]
    void: tuple[RegisterLine, ...]
    backdated: tuple[RegisterLine, ...]
    unexplained: tuple[int, ...]

    @property
    def is_unused(self) -> bool:
        """Whether no number was taken."""
        return self.last < self.first


def account(series: Series, lines: Sequence[RegisterLine]) -> Account:
    """Account for the numbers of a row by its lines."""
    taken = {line.number for line in lines}
    of = {state: [line for line in lines if line.state is state] for state in LineState}
    return Account(
        first=series.opening_number,
        last=series.last,
        issued=len(of[LineState.ISSUED]),
        external=len(of[LineState.EXTERNAL]),
        withheld=len(of[LineState.WITHHELD]),
        held=tuple(of[LineState.HELD]),
        void=tuple(of[LineState.VOID]),
        backdated=tuple(line for line in lines if line.date_reason),
        unexplained=tuple(n for n in range(series.opening_number, series.last + 1) if n not in taken),
    )


@dataclass(frozen=True, slots=True)
class Closing:
    """A row of numbers that was closed, and what it accounts for."""

    series: Series
    account: Account
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Tally:
    """A row of numbers, and how many of its lines stand how."""

    series: Series
    counts: Mapping[LineState, int]
