"""The office as a whole, and how one begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Officer, Signatory, Spelling, Term
from vpdesk.domain.roles import Role
from vpdesk.domain.signing import Authority


@dataclass(frozen=True, slots=True)
class Office:
    """The office: its bodies in the order of their first days, its officers, officer 1 first.

    `unusual_types` says whether types are offered that a body does not usually issue.
    """

    bodies: tuple[IssuingBody, ...]
    officers: tuple[Officer, ...]
    is_sample: bool
    unusual_types: bool = False


@dataclass(frozen=True, slots=True)
class WayOfWorking:
    """How the office works: whether the clerk checks the form first, whether a sign-off asks for the secret again.

    After `idle_minutes` without a key or the mouse a desk is locked; 0 is never.
    """

    form_check: bool = False
    pin_at_sign_off: bool = False
    idle_minutes: int = 15


@dataclass(frozen=True, slots=True)
class Founding:
    """A founded office, and the code by which its administrator comes in who has forgotten everything.

    The code is told once; None where somebody else had founded the office before.
    """

    office: Office
    recovery_code: str | None


@dataclass(frozen=True, slots=True)
class OfficeBeginning:
    """What an office says of itself at the first run; the rest can follow later."""

    name_line: str
    symbol: str
    place: str
    officer_name: str
    parent_line: str | None = None
    in_text: str | None = None
    committee_in_text: str | None = None
    spelling: Spelling = Spelling.FIRST_VOWEL
    officer_position: str | None = None
    head_name: str | None = None
    head_position: str | None = None
    head_authority: Authority = Authority.NONE
    head_principal: str | None = None
    term_name: str | None = None
    term_first: date | None = None
    term_last: date | None = None


def begin_office(beginning: OfficeBeginning, moment: datetime) -> tuple[IssuingBody, Officer]:
    """The body and officer 1 of an office that begins."""

    def made() -> UUID:
        return new_id(moment)

    version = BodyVersion(
        id=made(),
        parent_line=beginning.parent_line or None,
        name_line=beginning.name_line,
        symbol=beginning.symbol,
        place=beginning.place,
        in_text=beginning.in_text,
        committee_in_text=beginning.committee_in_text,
        spelling=beginning.spelling,
    )
    head = Signatory(
        made(),
        beginning.head_name or "",
        beginning.head_position,
        beginning.head_authority,
        beginning.head_principal,
    )
    term = Term(made(), beginning.term_name or "", Days(beginning.term_first, beginning.term_last))
    body = IssuingBody(
        id=made(),
        versions=(version,),
        signatories=(head,) if beginning.head_name else (),
        terms=(term,) if beginning.term_name else (),
    )
    return body, Officer(made(), beginning.officer_name, beginning.officer_position, roles=frozenset(Role))
