"""The office as a whole, and how one begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Officer, Signatory, Spelling, Term


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
class OfficeBeginning:
    """What an office says of itself at first run; a body without a head of its own has no name for him."""

    parent_line: str | None
    name_line: str
    symbol: str
    place: str
    officer_name: str
    spelling: Spelling = Spelling.FIRST_VOWEL
    head_name: str = ""
    head_position: str = "TRƯỞNG BAN"
    term_name: str = ""
    term_days: Days = field(default_factory=Days)


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
        spelling=beginning.spelling,
    )
    head = Signatory(made(), beginning.head_name, beginning.head_position or None)
    term = Term(made(), beginning.term_name, beginning.term_days)
    body = IssuingBody(
        id=made(),
        versions=(version,),
        signatories=(head,) if beginning.head_name else (),
        terms=(term,) if beginning.term_name else (),
    )
    return body, Officer(made(), beginning.officer_name)
