"""Case files (hồ sơ công việc): listed for the year, opened, filled, closed, handed over to the archive.

Clerical rules, 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID


class CaseState(Enum):
    """Where a case file stands."""

    LISTED = "listed"
    """In the list of its year, and nothing in it yet."""
    OPEN = "open"
    SET_ASIDE = "set_aside"
    """Its work is done, but something that closing asks for is missing (tạm đóng)."""
    CLOSED = "closed"
    HANDED_OVER = "handed_over"
    """The archive has it."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something is kept: so many years, or for ever (vĩnh viễn) where `years` is None.

    Where the office has not said it yet, there is no Retention.
    """

    years: int | None = None

    @property
    def is_permanent(self) -> bool:
        return self.years is None

    @property
    def sort_key(self) -> float:
        """Longer terms are larger; a file takes the longest of its documents."""
        return float("inf") if self.years is None else self.years


PERMANENT = Retention()


def retention_value(retention: Retention) -> str:
    """A term as it is kept: `permanent`, or the number of years."""
    return "permanent" if retention.years is None else str(retention.years)


def retention_of(kept: str) -> Retention:
    """A term from what was kept of it. Raises ValueError."""
    return PERMANENT if kept == "permanent" else Retention(int(kept))


@dataclass(frozen=True, slots=True)
class CaseList:
    """The list of a year's case files (danh mục hồ sơ): approved on a day by the head, whose name is kept."""

    year: int
    approved_on: date | None = None
    approved_by: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """A heading of a year's list (đề mục), with the letters that the symbols of its files end in: TT, TCCB."""

    id: UUID
    year: int
    place: int
    symbol: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file. `version` counts its changes; one of 0 was never kept.

    `symbol` is the running number and the heading's letters: 01.TT. `keeper` is the officer who makes it up (người
    lập). `is_listed` where it came with the yearly list. `first_day` and `last_day` span its documents, `sheets` counts
    them, from closing on. `doubled_sheets`, `list_sheets` and `condition` are said by the closing sheet (chứng từ kết
    thúc): sheets with doubled numbers, sheets of the list of contents, the condition of the whole.
    """

    id: UUID
    year: int
    number: int
    symbol: str
    title: str
    heading: UUID | None = None
    retention: Retention | None = None
    keeper: UUID | None = None
    state: CaseState = CaseState.LISTED
    is_listed: bool = True
    opened_on: date | None = None
    closed_on: date | None = None
    closed_by: UUID | None = None
    first_day: date | None = None
    last_day: date | None = None
    sheets: int | None = None
    doubled_sheets: str | None = None
    list_sheets: int | None = None
    condition: str | None = None
    notes: str | None = None
    handover: UUID | None = None
    version: int = 0


class PaperKind(Enum):
    """What lies in a case file."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    DRAFT = "draft"
    OTHER = "other"
    """A paper that stands in no register: described by its own fields."""


@dataclass(frozen=True, slots=True)
class CasePaper:
    """A document in a case file. What a register knows of it is read there; `OTHER` has fields of its own.

    `first_sheet` and `sheets` say where it lies in the numbered file. One that was taken out has `removed_at`.
    """

    id: UUID
    case_file: UUID
    place: int
    kind: PaperKind
    added_at: datetime
    added_by: UUID
    record: UUID | None = None
    reference: str | None = None
    day: date | None = None
    document_type: str | None = None
    subject: str | None = None
    author: str | None = None
    is_original: bool = True
    first_sheet: int | None = None
    sheets: int | None = None
    notes: str | None = None
    removed_at: datetime | None = None
    removed_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long files of a kind are kept, by the office's own table; `retention` None where it has not said so yet."""

    id: UUID
    place: int
    kinds: str
    retention: Retention | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class CaseHandover:
    """Case files that were handed over to the archive together (biên bản giao nhận)."""

    id: UUID
    made_on: date
    archive: str
    given_by: str
    made_at: datetime
    officer: UUID
    received_by: str | None = None
    notes: str | None = None
