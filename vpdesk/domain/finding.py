"""What is found: of each document the words and facts by which somebody looks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID


class FoundKind(Enum):
    """What was found."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Findable:
    """A document as it is found. `day` is its date, `party` whom it came from or goes to, `person` who signs or has it.

    `book` is the group of types of a number, or the book of an arrival by its id; `owner` whose draft it is. `words`
    are all the texts it is found by, as they are written; the text of its files among them.
    """

    record: UUID
    kind: FoundKind
    state: str
    words: str
    day: date | None = None
    book: str | None = None
    document_type: str | None = None
    due_on: date | None = None
    owner: UUID | None = None
    number: int | None = None
    reference: str | None = None
    party: str | None = None
    person: str | None = None
    subject: str | None = None
