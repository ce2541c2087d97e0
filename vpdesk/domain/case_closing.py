"""Closing a case file: what it asks for, and what is still missing.

Clerical rules, 6.1 and rule 11 of 8: none is closed without its closing sheet (chứng từ kết thúc), none that is kept
for ever without its list of contents; sheets are numbered from a term of 5 years on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final
from uuid import UUID

from vpdesk.domain.case_files import CaseFile, CaseState, Retention

NUMBERED_FROM_YEARS: Final = 5
"""From this term on the sheets are numbered, and the archive has the file."""


class Gap(Enum):
    """What is missing before a case file can be closed."""

    EMPTY = "empty"
    """No document lies in it."""
    NO_TERM = "no_term"
    """It is not said how long it is kept."""
    DRAFTS = "drafts"
    """Drafts that were not issued."""
    OPEN_ARRIVALS = "open_arrivals"
    """Arrivals on which work goes on."""
    SHEETS = "sheets"
    """Documents whose sheets were not counted."""
    CONTENTS = "contents"
    """The list of contents of a file that is kept for ever."""
    CLOSING_SHEET = "closing_sheet"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing, and of which documents."""

    gap: Gap
    papers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a case file is still asked for. What does not concern it is not in `asked`."""

    asked: tuple[Gap, ...]
    lacks: tuple[Lack, ...]

    @property
    def is_content(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """What the closing sheet says beside the sheets: those with doubled numbers, of the list of contents, the state.

    `condition` is how the documents are (trạng thái vật lý); without it there is no closing sheet.
    """

    condition: str
    list_sheets: int | None = None
    doubled_sheets: str | None = None


def is_long_kept(retention: Retention | None) -> bool:
    """Whether sheets are numbered and the archive has the file: for ever, or from 5 years on."""
    return retention is not None and retention.sort_key >= NUMBERED_FROM_YEARS


def closing_sheet_of(case_file: CaseFile) -> ClosingSheet | None:
    """The closing sheet of a case file, where it was made out."""
    if case_file.condition is None:
        return None
    return ClosingSheet(case_file.condition, case_file.list_sheets, case_file.doubled_sheets)


def waits_to_be_closed(case_file: CaseFile, year: int) -> bool:
    """Whether a file waits to be closed in a year: it was set aside, or is open and of a year that is over."""
    is_over = case_file.state is CaseState.OPEN and case_file.year < year
    return is_over or case_file.state is CaseState.SET_ASIDE


@dataclass(frozen=True, slots=True)
class Examined:
    """A document as closing looks at it."""

    id: UUID
    is_unissued: bool
    is_open: bool
    is_counted: bool


def checklist(retention: Retention | None, sheet: ClosingSheet | None, papers: Iterable[Examined]) -> Checklist:
    """What closing asks of a case file with these documents, and what is missing."""
    there = tuple(papers)
    asked = [Gap.EMPTY, Gap.NO_TERM, Gap.DRAFTS, Gap.OPEN_ARRIVALS]
    asked += [Gap.SHEETS] if is_long_kept(retention) else []
    asked += [Gap.CONTENTS] if retention is not None and retention.is_permanent else []
    asked.append(Gap.CLOSING_SHEET)
    concerned = {
        Gap.DRAFTS: tuple(one.id for one in there if one.is_unissued),
        Gap.OPEN_ARRIVALS: tuple(one.id for one in there if one.is_open),
        Gap.SHEETS: tuple(one.id for one in there if not one.is_counted),
    }
    is_missing = {
        Gap.EMPTY: not there,
        Gap.NO_TERM: retention is None,
        Gap.CONTENTS: sheet is None or not sheet.list_sheets,
        Gap.CLOSING_SHEET: sheet is None,
        **{gap: bool(papers) for gap, papers in concerned.items()},
    }
    return Checklist(tuple(asked), tuple(Lack(gap, concerned.get(gap, ())) for gap in asked if is_missing[gap]))
