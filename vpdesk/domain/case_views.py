"""Case files as they are asked for and shown: rows of lists, a file with its documents, the list of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from vpdesk.domain.attachments import Attachment
from vpdesk.domain.case_closing import Checklist
from vpdesk.domain.case_files import CaseFile, CaseHeading, CaseList, CasePaper, CaseState, PaperKind, Retention
from vpdesk.domain.case_terms import Suggestion
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.outgoing import Correction
from vpdesk.domain.signoff import Happening


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """What is said of a case file: its title, the heading it stands under, its term, who keeps it."""

    title: str
    heading: UUID | None = None
    retention: Retention | None = None
    keeper: UUID | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A document that is about to be put in: a record of a register by its id, or another paper by its own fields."""

    kind: PaperKind
    record: UUID | None = None
    is_original: bool = True
    sheets: int | None = None
    reference: str | None = None
    day: date | None = None
    document_type: str | None = None
    subject: str | None = None
    author: str | None = None
    notes: str | None = None


KINDS_FOUND: Final = {
    FoundKind.OUTGOING: PaperKind.OUTGOING,
    FoundKind.INCOMING: PaperKind.INCOMING,
    FoundKind.DRAFT: PaperKind.DRAFT,
}
"""What lies in a case file, of what is found."""


@dataclass(frozen=True, slots=True)
class Twice:
    """A document that lay in a case file already, and was not put in again."""

    case_file: UUID
    symbol: str
    record: UUID | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class PutIn:
    """What came of putting documents in."""

    added: tuple[CasePaper, ...]
    already: tuple[Twice, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which case files are asked for; all that one may read where nothing is said.

    `words` begin words of title or symbol.
    """

    year: int | None = None
    states: frozenset[CaseState] = frozenset()
    keeper: UUID | None = None
    heading: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case file in a list. `papers` counts its documents; `may_keep` where who asks may change it."""

    case_file: CaseFile
    heading: CaseHeading | None
    keeper_name: str | None
    papers: int
    may_keep: bool


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many case files of the officer's are open, wait to be closed, and must soon go to the archive."""

    open: int
    to_close: int
    due: int


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A document of a case file with what its register knows of it.

    `record` is the record as it is now: a draft that was issued is its line. Of a secret document nothing but its
    number is shown. `is_void` where its number was made void, `is_unissued` for a draft that was not issued, `is_open`
    for an arrival on which work goes on. `pages` is what its file or its line says; sheets are counted by people.
    """

    paper: CasePaper
    kind: PaperKind
    record: UUID | None = None
    reference: str | None = None
    day: date | None = None
    document_type: str | None = None
    type_name: str = ""
    subject: str | None = None
    author: str | None = None
    is_secret: bool = False
    is_void: bool = False
    is_unissued: bool = False
    is_open: bool = False
    pages: int | None = None
    files: tuple[Attachment, ...] = ()
    pdf: str | None = None


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """All there is to know of a case file. `taken_out` are documents that lie in it no longer.

    `due_on` is the day by which the archive must have it, where it is to have it.
    """

    row: CaseRow
    papers: tuple[ShownPaper, ...]
    taken_out: tuple[ShownPaper, ...]
    checklist: Checklist
    suggestion: Suggestion
    due_on: date | None
    corrections: tuple[Correction, ...]
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class ListTotals:
    """How many case files of a list are kept for ever, for years, and of how many it is not said."""

    permanent: int
    with_term: int
    unsaid: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.permanent + self.with_term + self.unsaid


@dataclass(frozen=True, slots=True)
class ListSection:
    """A heading of a list with its case files; None for those that stand under none."""

    heading: CaseHeading | None
    rows: tuple[CaseRow, ...]


@dataclass(frozen=True, slots=True)
class YearList:
    """The list of a year's case files (danh mục hồ sơ), with the ones that were opened beside it.

    Totals count what is listed. `earlier` is the last year before that has a list, which can be copied.
    """

    listed: CaseList
    sections: tuple[ListSection, ...]
    totals: ListTotals
    earlier: int | None = None

    @property
    def is_approved(self) -> bool:
        """Whether the head has approved it, so that what it lists stays."""
        return self.listed.approved_on is not None


@dataclass(frozen=True, slots=True)
class DueFile:
    """A closed case file that the archive must have by a day; `is_soon` within 30 days, `is_late` after it."""

    row: CaseRow
    due_on: date
    is_soon: bool
    is_late: bool
