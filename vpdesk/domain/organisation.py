"""The office as it was on a day: bodies, who signs for them, their terms, the officers.

A change has a day and never overwrites: an old paper is printed with the body of its day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.domain.roles import Permission, Role, permits
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signing import Authority, Signer, signing_of


class Spelling(Enum):
    """How a body writes the tone of uy: on the first vowel or on the second."""

    FIRST_VOWEL = "ủy"
    SECOND_VOWEL = "uỷ"


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class BodyVersion:
    """What a body was called in these days; `successor` is the body that took its place after the last.

    The lines are those of the head, in capitals; `in_text` and `committee_in_text` are how running text names the body
    and the committee it answers to, as in `Ban Tuyên giáo Huyện ủy` and `Huyện ủy`.
    """

    id: UUID
    parent_line: str | None
    name_line: str
    symbol: str
    place: str
    days: Days = Days()
    spelling: Spelling = Spelling.FIRST_VOWEL
    successor: UUID | None = None
    in_text: str | None = None
    committee_in_text: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who signs in these days. `principal` is whom T/M, K/T and T/L are said of: BAN THƯỜNG VỤ, TRƯỞNG BAN.

    `stands_in_for` is the signatory for whom this one signs. `officer` is who he is at this desk; where that is not
    recorded, the officer of his name. `types` are the codes of what he may sign; none means every type.
    """

    id: UUID
    person: str
    position: str | None
    authority: Authority = Authority.NONE
    principal: str | None = None
    days: Days = Days()
    stands_in_for: UUID | None = None
    officer: UUID | None = None
    types: frozenset[str] = frozenset()

    def may_sign(self, document_type: str, day: date) -> bool:
        """Whether he signs dispatches of this type on this day."""
        return day in self.days and (not self.types or document_type in self.types)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Days in which the head is away and this signatory signs in his place."""

    id: UUID
    signatory: UUID
    days: Days


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the committee: the days in which the numbers of each type run on."""

    id: UUID
    name: str
    days: Days


@dataclass(frozen=True, slots=True)
class IssuingBody:
    """A body that issues: what it was called, who signed, who stood in when, in which terms."""

    id: UUID
    versions: tuple[BodyVersion, ...]
    signatories: tuple[Signatory, ...] = ()
    terms: tuple[Term, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who works at the desk in these days, in these roles."""

    id: UUID
    name: str
    position: str | None = None
    days: Days = Days()
    roles: frozenset[Role] = frozenset()

    def may(self, permission: Permission) -> bool:
        """Whether his roles grant a permission."""
        return permits(self.roles, permission)


def version_on(body: IssuingBody, day: date) -> BodyVersion | None:
    """What a body was called on a day, or None where it did not exist."""
    return next((one for one in body.versions if day in one.days), None)


def find_body_not_of_date(body: IssuingBody, version: UUID, dispatch: Dispatch) -> tuple[Finding, ...]:
    """A finding where a dispatch with this version of its body has a date on which the body was called otherwise."""
    if dispatch.date is None:
        return ()
    that_day = version_on(body, dispatch.date)
    if that_day is not None and that_day.id == version:
        return ()
    return (Finding(FindingKind.BODY_NOT_OF_DATE, "2", dispatch.date.isoformat()),)


def term_on(body: IssuingBody, day: date) -> Term | None:
    """The term that covers a day."""
    return next((one for one in body.terms if day in one.days), None)


def bodies_on(bodies: tuple[IssuingBody, ...], day: date) -> tuple[IssuingBody, ...]:
    """The bodies that existed on a day."""
    return tuple(body for body in bodies if version_on(body, day))


def signatories_on(body: IssuingBody, day: date) -> tuple[Signatory, ...]:
    """Who could sign for a body on a day: who stands in on that day, the head, then those who sign for him."""
    there = [one for one in body.signatories if day in one.days]
    standing_in = {one.signatory for one in body.stand_ins if day in one.days}
    return tuple(sorted(there, key=lambda one: (one.id not in standing_in, one.stands_in_for is not None)))


def stand_ins_on(body: IssuingBody, day: date, signatory: Signatory) -> tuple[Signatory, ...]:
    """Who signs on a day when this signatory is away."""
    return tuple(one for one in signatories_on(body, day) if one.stands_in_for == signatory.id)


def signing_on(body: IssuingBody, day: date, signatory: Signatory | None = None) -> Signing:
    """The signature block of a signatory, or of the first who could sign on that day; empty where there is none.

    A signatory whose days were others leaves the block to the first of that day.
    """
    if signatory is None or day not in signatory.days:
        signatory = next(iter(signatories_on(body, day)), None)
    version = version_on(body, day)
    if signatory is None:
        return Signing()
    spelling = version.spelling if version else Spelling.FIRST_VOWEL
    return block_of(signatory, spelling)


def block_of(signatory: Signatory, spelling: Spelling) -> Signing:
    """The signature block of a signatory, as his body writes."""
    principal, position = (spelt(part or "", spelling) for part in (signatory.principal, signatory.position))
    return signing_of(Signer(signatory.authority, principal, position, signatory.person))


def begin_draft(
    body: IssuingBody, code: str, day: date, rulebook: Rulebook, signatory: Signatory | None = None
) -> Dispatch:
    """A dispatch of this type as the body of that day begins it; its own date stays open until the issue.

    A day on which the body did not exist takes its last version before.
    """
    version = version_on(body, day) or body.versions[-1]
    signing = signing_on(body, day, signatory)
    return Dispatch(
        document_type=code,
        issuing_body=spelt(version.name_line, version.spelling),
        parent_body=spelt(version.parent_line, version.spelling) if version.parent_line else None,
        symbol=rulebook.symbol(code, version.symbol),
        place=spelt(version.place, version.spelling),
        signing=(signing,) if signing != Signing() else (),
    )


_FIRST = "úy ùy ủy ũy ụy Úy Ùy Ủy Ũy Ụy ÚY ÙY ỦY ŨY ỤY".split()
_SECOND = "uý uỳ uỷ uỹ uỵ Uý Uỳ Uỷ Uỹ Uỵ UÝ UỲ UỶ UỸ UỴ".split()
_SPELLINGS = {
    Spelling.FIRST_VOWEL: dict(zip(_SECOND, _FIRST, strict=True)),
    Spelling.SECOND_VOWEL: dict(zip(_FIRST, _SECOND, strict=True)),
}


def spelt(text: str, spelling: Spelling) -> str:
    """A text with every open uy written in one way; after q the u is no vowel, and before a letter nothing changes."""
    others = _SPELLINGS[spelling]
    pattern = rf"(?<![qQ])(?:{'|'.join(others)})(?!\w)"
    return re.sub(pattern, lambda found: others[found.group()], text)
