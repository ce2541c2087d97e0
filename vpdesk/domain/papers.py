"""The papers of an office beside its dispatches: slips, envelopes, the stamp of arrival.

What is not known yet is None; the paper leaves room to write it by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from vpdesk.domain.dispatch import Dispatch, Signing


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who sends a paper: the two lines of the body, number and symbol where the paper has them, place and date."""

    issuing_body: str
    parent_body: str | None = None
    number: int | None = None
    symbol: str | None = None
    place: str | None = None
    date: date | None = None
    rules: str | None = None

    def cover(
        self,
        document_type: str,
        *,
        subject_summary: str | None = None,
        addressees: tuple[str, ...] = (),
        signing: Signing | None = None,
    ) -> Dispatch:
        """A dispatch of this type under this head, without a text."""
        return Dispatch(
            document_type=document_type,
            issuing_body=self.issuing_body,
            parent_body=self.parent_body,
            rules=self.rules,
            number=self.number,
            symbol=self.symbol,
            place=self.place,
            date=self.date,
            subject_summary=subject_summary,
            addressees=addressees,
            signing=(signing,) if signing else (),
        )


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document that goes with a slip; `reference` is its number, symbol and date as printed."""

    reference: str
    summary: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class IntroductionLetter:
    """Giấy giới thiệu: who is sent where, and until when it holds. `sender` is the body as the text names it."""

    letterhead: Letterhead
    sender: str
    bearer: str | None = None
    position: str | None = None
    visited: str | None = None
    purpose: str | None = None
    valid_until: date | None = None
    signing: Signing | None = None


@dataclass(frozen=True, slots=True)
class TransmittalSlip:
    """Phiếu gửi: goes with documents and comes back signed by who received them."""

    letterhead: Letterhead
    sender: str
    addressees: tuple[str, ...]
    enclosures: tuple[Enclosure, ...]
    signing: Signing | None = None


@dataclass(frozen=True, slots=True)
class ForwardingSlip:
    """Phiếu chuyển: passes documents or a petition to the body that decides."""

    letterhead: Letterhead
    sender: str
    addressees: tuple[str, ...]
    enclosures: tuple[Enclosure, ...]
    subject_summary: str | None = None
    reason: str | None = None
    signing: Signing | None = None


@dataclass(frozen=True, slots=True)
class SubmissionSlip:
    """Phiếu trình: a draft on its way to the head, with room for the clerk's check and the decision."""

    letterhead: Letterhead
    addressee: str
    content: str
    subject_summary: str | None = None
    opinions: str | None = None
    proposal: str | None = None
    drafter: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """An incoming document as the register has it; `document` is its type with number and symbol."""

    document: str
    day: date | None
    issuer: str
    summary: str
    number: str | None = None
    arrived: date | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """What a head has written on an arrival: who leads, who supports, by when; on which day, and who he is."""

    text: str | None
    lead: str
    support: tuple[str, ...] = ()
    due_on: date | None = None
    day: date | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class HandlingSlip:
    """Phiếu giải quyết văn bản đến: the head's directive, or room for it; a small office has no unit between."""

    letterhead: Letterhead
    arrival: Arrival
    has_units: bool = False
    directive: Directive | None = None


@dataclass(frozen=True, slots=True)
class ArrivalStamp:
    """The stamp ĐẾN."""

    body: str
    number: str | None = None
    day: date | None = None
    forwarded_to: str | None = None
    file_symbol: str | None = None


class EnvelopeSize(Enum):
    """Envelopes of ISO 269, by their address side."""

    C5 = "c5"
    DL = "dl"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The address side of an envelope: who sends it, what is in it, for whom."""

    size: EnvelopeSize
    issuing_body: str
    addressee: str
    parent_body: str | None = None
    contact_line: str | None = None
    references: tuple[str, ...] = ()
    address: str | None = None
