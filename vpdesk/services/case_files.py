"""Case files: looked up, opened from the list or on one's own, changed, given to another keeper.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from vpdesk.domain.case_files import CaseFile
from vpdesk.domain.case_views import CaseCounts, CaseDetail, CaseEntry, CaseQuery, CaseRow
from vpdesk.services.desk import Desk


def files(desk: Desk, query: CaseQuery = CaseQuery()) -> tuple[CaseRow, ...]:  # noqa: B008 -- frozen
    """The case files that are asked for and that one may read, by year (the last first), heading and number."""
    raise NotImplementedError


def counts(desk: Desk) -> CaseCounts:
    """How many case files are open, wait to be closed and must soon go to the archive; of all for whoever keeps all."""
    raise NotImplementedError


def file(desk: Desk, case_file: UUID) -> CaseDetail:
    """All there is to know of a case file. Raises NoSuchRecord for one that one may not read too."""
    raise NotImplementedError


def holding(desk: Desk, record: UUID) -> tuple[CaseRow, ...]:
    """The case files that a line, an arrival or a draft lies in, of those that one may read."""
    raise NotImplementedError


def open_file(desk: Desk, case_file: UUID) -> CaseFile:
    """Open a listed file; who opens one that nobody keeps becomes its keeper.

    Putting the first document in opens it too. Raises CaseFileInState, NoSuchRecord.
    """
    raise NotImplementedError


def begin_file(desk: Desk, year: int, entry: CaseEntry) -> CaseFile:
    """Open a file that is not in the list of its year; its keeper is the officer where no other is named.

    Whoever does not keep all files names no other. Raises TitleMissing, NotPermitted, NoSuchRecord.
    """
    raise NotImplementedError


def amend(desk: Desk, case_file: CaseFile, entry: CaseEntry, reason: str = "") -> CaseFile:
    """Change title, term, keeper, heading or notes; what each said before stays on record.

    `case_file` is the file as one has read it. Under another heading it gets that one's next number, which a listed
    file of an approved list does not. Raises StaleEdit, TitleMissing, CaseFileInState for one the archive has,
    CaseListApproved, NotPermitted, NoSuchRecord.
    """
    raise NotImplementedError


def give_to(desk: Desk, case_files: Sequence[UUID], keeper: UUID) -> tuple[CaseFile, ...]:
    """Give case files to another keeper, as somebody who leaves does.

    Raises NoSuchRecord, CaseFileInState for one the archive has; nothing is given then.
    """
    raise NotImplementedError
