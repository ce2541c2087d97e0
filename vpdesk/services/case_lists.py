"""The yearly list of case files (danh mục hồ sơ): headings, files under them, copied, approved.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from vpdesk.domain.case_files import CaseFile, CaseHeading, CaseList
from vpdesk.domain.case_views import CaseEntry, YearList
from vpdesk.services.desk import Desk


def years(desk: Desk) -> tuple[int, ...]:
    """The years that have case files, the last first; this one always."""
    raise NotImplementedError


def year_list(desk: Desk, year: int) -> YearList:
    """The list of a year, with the files that were opened beside it; those of others for whoever may read them."""
    raise NotImplementedError


def put_heading(desk: Desk, year: int, name: str, symbol: str, heading: UUID | None = None) -> CaseHeading:
    """Keep a heading: a new one behind the others, or another name or other letters for one that is there.

    The symbols of files that were not begun follow its letters. Raises TitleMissing, SymbolTaken, CaseListApproved,
    NoSuchRecord.
    """
    raise NotImplementedError


def order_headings(desk: Desk, year: int, headings: Sequence[UUID]) -> tuple[CaseHeading, ...]:
    """Put the headings of a year into an order. Raises CaseListApproved, NoSuchRecord where one is left out."""
    raise NotImplementedError


def drop_heading(desk: Desk, heading: UUID) -> CaseHeading:
    """Drop a heading that no file stands under; what it was. Raises HeadingInUse, CaseListApproved, NoSuchRecord."""
    raise NotImplementedError


def list_file(desk: Desk, year: int, entry: CaseEntry) -> CaseFile:
    """List a file with the next number of its heading. Raises TitleMissing, CaseListApproved, NoSuchRecord."""
    raise NotImplementedError


def order_files(desk: Desk, year: int, heading: UUID | None, files: Sequence[UUID]) -> tuple[CaseFile, ...]:
    """Number the listed files of a heading anew, in an order. What was begun keeps its number.

    Raises CaseListApproved, NoSuchRecord where one is left out.
    """
    raise NotImplementedError


def drop_file(desk: Desk, case_file: UUID) -> CaseFile:
    """Take a file that was not begun off its list; those behind it move up. Returns what it was.

    Raises CaseFileInState, CaseListApproved, NoSuchRecord.
    """
    raise NotImplementedError


def copy_list(desk: Desk, year: int, earlier: int | None = None) -> YearList:
    """Copy the list of an earlier year, or of the last before that has one, into a year: headings, titles, terms.

    Keepers stay who are still at the office; the earlier year in a title becomes the new one. What the year has
    already, by heading and title, is not listed twice. Raises NothingListed, CaseListApproved.
    """
    raise NotImplementedError


def approve(desk: Desk, year: int, by: str, on: date, notes: str = "") -> CaseList:
    """Set down that the head has approved the list of a year: his name, the day, and by which paper in the notes.

    Raises ReasonMissing without a name, DateInFuture, NothingListed, CaseListApproved where it was before.
    """
    raise NotImplementedError


def withdraw_approval(desk: Desk, year: int) -> CaseList:
    """Take back that the list of a year was approved, so that it can be changed; what it said."""
    raise NotImplementedError
