"""Closing case files: what is missing, set aside, closed, opened again until the archive has them.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from vpdesk.domain.case_closing import Checklist, ClosingSheet
from vpdesk.domain.case_files import CaseFile
from vpdesk.domain.case_views import CaseRow
from vpdesk.services.desk import Desk


def checklist(desk: Desk, case_file: UUID) -> Checklist:
    """What closing asks of a case file, and what is missing. Raises NoSuchRecord."""
    raise NotImplementedError


def proposed_sheet(desk: Desk, case_file: UUID) -> ClosingSheet:
    """The closing sheet as it is kept, or as it would be: the list's sheets as it is laid out, all in good condition.

    Raises NoSuchRecord.
    """
    raise NotImplementedError


def put_sheet(desk: Desk, case_file: UUID, sheet: ClosingSheet) -> CaseFile:
    """Set down what the closing sheet says. Raises CaseFileInState, ReasonMissing without a condition, NoSuchRecord."""
    raise NotImplementedError


def close(desk: Desk, case_file: UUID, sheet: ClosingSheet | None = None, on: date | None = None) -> CaseFile:
    """Close a file, today or on an earlier day, with the closing sheet that is given or was set down before.

    Raises CaseNotReady with what is missing, DateInFuture, CaseFileInState, NoSuchRecord.
    """
    raise NotImplementedError


def set_aside(desk: Desk, case_file: UUID) -> CaseFile:
    """Set a file aside (tạm đóng) whose work is done, and that cannot be closed yet. Raises CaseFileInState."""
    raise NotImplementedError


def reopen(desk: Desk, case_file: UUID, reason: str) -> CaseFile:
    """Open a file again that was closed or set aside, as long as the archive does not have it.

    Raises ReasonMissing for one that was closed, CaseFileInState, NoSuchRecord.
    """
    raise NotImplementedError


def files_to_close(desk: Desk) -> tuple[CaseRow, ...]:
    """The files that wait to be closed: those set aside, and open ones of years that are over. Those one may keep."""
    raise NotImplementedError
