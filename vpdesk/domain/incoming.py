"""Arrivals: the documents that came in, each with its number in a book and a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from vpdesk.domain.text import folded


class ArrivalState(Enum):
    """Where an arrival stands in the register. How it is worked is another matter."""

    REGISTERED = "registered"
    VOID = "void"
    """Entered by mistake: its line stays, its number is never used again."""


@dataclass(frozen=True, slots=True)
class ArrivalBook:
    """A book of arrivals: each year its numbers begin anew."""

    id: UUID
    name: str
    place: int = 0
    retired_on: date | None = None


@dataclass(frozen=True, slots=True)
class ArrivalYear:
    """How far the numbers of a book have come in a year."""

    book: UUID
    year: int
    opening_number: int = 1
    opening_reason: str | None = None
    last: int = 0


@dataclass(frozen=True, slots=True)
class IncomingDocument:
    """An arrival. `arrival_number` belongs to its book and the year of its registration; `version` counts its changes.

    `reference` is the number and symbol of the paper as written on it; `receiver` whom it goes to, `handed_on` when,
    `received_by` who signed for it and `received_on` when; `answer` the reference of the reply.
    """

    id: UUID
    book: UUID
    year: int
    arrival_number: int
    entered_at: datetime
    entered_by: UUID
    arrived_on: date
    sender: str
    suffix: str = ""
    state: ArrivalState = ArrivalState.REGISTERED
    reference: str | None = None
    document_type: str | None = None
    document_date: date | None = None
    subject: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    pages: int | None = None
    copies: int | None = None
    receiver: str | None = None
    handed_on: date | None = None
    received_by: str | None = None
    received_on: date | None = None
    due_on: date | None = None
    answer: str | None = None
    notes: str | None = None
    reason: str | None = None
    imported_by: UUID | None = None
    version: int = 0

    @property
    def written_number(self) -> str:
        """The arrival number as it is written: 07, 1312, 12a."""
        return f"{self.arrival_number:02d}{self.suffix}"


def twin_key(sender: str, reference: str | None, document_date: date | None) -> str | None:
    """By what two arrivals are the same paper: sender, number, symbol and year; None without a number.

    Clerical rules, 2.4.
    """
    written = _LETTERS.sub("", folded(reference or ""))
    if not written:
        return None
    year = document_date.year if document_date else ""
    return f"{_LETTERS.sub('', folded(sender))}|{written.lstrip('0')}|{year}"


_LETTERS = re.compile(r"[^0-9a-z]+")
