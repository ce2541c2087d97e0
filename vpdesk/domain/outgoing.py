"""The outgoing register: the lines of the numbers that were taken, how each was sent, what documents do to each other.

A number is taken once and stays: its line is held, issued, of a letter made elsewhere, void, or withheld.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Final
from uuid import UUID

from vpdesk.domain.errors import LineEnded


class LineState(Enum):
    """What became of a number."""

    HELD = "held"
    """Kept for somebody until an hour."""
    ISSUED = "issued"
    EXTERNAL = "external"
    """Of a letter that was made outside the program."""
    VOID = "void"
    """Its line stays; the number is never used again."""
    WITHHELD = "withheld"
    """Of a secret document: the number, and nothing else (decisions 26)."""


_ENDS: Final = {
    LineState.HELD: frozenset({LineState.ISSUED, LineState.EXTERNAL, LineState.VOID, LineState.WITHHELD}),
    LineState.ISSUED: frozenset({LineState.VOID}),
    LineState.EXTERNAL: frozenset({LineState.VOID}),
}


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the outgoing register. `version` counts its changes; one of 0 was never kept.

    `reason` is why the number was held, made void, or given to a letter from outside; `date_reason` why its date is
    before that of the number before. `ended_at` and `ended_by` say when and by whom a hold ended or the line was made
    void. `pdf` is the SHA-256 of what was issued.
    """

    id: UUID
    series: UUID
    number: int
    reference: str
    state: LineState
    entered_at: datetime
    entered_by: UUID
    document_type: str
    suffix: str = ""
    document_date: date | None = None
    subject: str | None = None
    signer: str | None = None
    recipients: tuple[str, ...] = ()
    file_copy_holder: str | None = None
    copies: int | None = None
    notes: str | None = None
    urgency: str | None = None
    reason: str | None = None
    date_reason: str | None = None
    held_for: str | None = None
    held_until: datetime | None = None
    ended_at: datetime | None = None
    ended_by: UUID | None = None
    dispatch: UUID | None = None
    pdf: str | None = None
    imported_by: UUID | None = None
    version: int = 0

    def has_expired(self, now: datetime) -> bool:
        """Whether it is held and its hour is over."""
        return self.state is LineState.HELD and self.held_until is not None and self.held_until <= now


def ended(line: RegisterLine, state: LineState, at: datetime, by: UUID) -> RegisterLine:
    """A line whose number comes to another end. Raises LineEnded where it cannot any more."""
    if state not in _ENDS.get(line.state, frozenset()):
        raise LineEnded(line.reference, line.state)
    return replace(line, state=state, ended_at=at, ended_by=by)


class Method(Enum):
    """How a document goes to its recipient."""

    BY_HAND = "by_hand"
    POST = "post"
    ELECTRONIC = "electronic"
    FILE = "file"
    """The office's own copy, kept by the clerk or in the case file."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A recipient of what was issued. `covers` is the number of envelopes sent by post."""

    id: UUID
    line: UUID
    place: int
    recipient: str
    copies: int = 1
    method: Method = Method.BY_HAND
    sent_on: date | None = None
    covers: int | None = None
    received_by: str | None = None
    received_on: date | None = None
    returned_on: date | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class FileCopyUse:
    """Somebody used the file copy of a document; `file_symbol` is the case file that it lies in."""

    id: UUID
    line: UUID
    used_on: date
    person: str
    file_symbol: str | None = None
    received_by: str | None = None
    returned_on: date | None = None
    allowed_by: str | None = None
    notes: str | None = None


class LinkKind(Enum):
    """What one document does to another."""

    REPLACES = "replaces"
    AMENDS = "amends"
    CORRECTS = "corrects"
    """Đính chính."""
    RECALLS = "recalls"
    """Thu hồi."""
    ANSWERS = "answers"
    COPY_OF = "copy_of"


@dataclass(frozen=True, slots=True)
class Link:
    """One document does something to another; both are told of it."""

    id: UUID
    source: UUID
    target: UUID
    kind: LinkKind
    made_at: datetime
    officer: UUID
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to a line of a register: what each column said before, and what it says now.

    One made after its page was locked prints as a line of its own.
    """

    id: UUID
    record: UUID
    book_kind: str
    made_at: datetime
    officer: UUID
    changes: tuple[tuple[str, str | None, str | None], ...]
    reason: str | None = None
    after_lock: bool = False
