"""Closing case files: what is missing, set aside, closed, opened again until the archive has them.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_closing import Checklist, ClosingSheet, waits_to_be_closed
from vpdesk.domain.case_files import CaseFile, CaseState
from vpdesk.domain.case_numbers import sheets_of, span
from vpdesk.domain.case_rights import may_keep
from vpdesk.domain.case_views import CaseRow, ShownPaper
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import CaseNotReady, DateInFuture, ReasonMissing
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.case_papers import examined, shown
from vpdesk.services.case_parts import BEGUN, FILLED, correct, keep, kept_by, readable, rows_of
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork
    from vpdesk.domain.organisation import Officer


def checklist(desk: Desk, case_file: UUID) -> Checklist:
    """What closing asks of a case file, and what is missing. Raises NotPermitted for another's, NoSuchRecord."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        found = readable(work, officer, case_file)
        return examined(found, _papers(desk, work, officer, case_file))


def put_sheet(desk: Desk, case_file: UUID, sheet: ClosingSheet) -> CaseFile:
    """Set down what the closing sheet says, so that it can be printed.

    Raises ReasonMissing without a condition, CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        return keep(work, officer, _with_sheet(kept_by(work, officer, case_file, FILLED), sheet), "put_sheet")


def close(desk: Desk, case_file: UUID, sheet: ClosingSheet | None = None, on: date | None = None) -> CaseFile:
    """Close a file, today or on an earlier day, with the closing sheet that is given or was set down before.

    Raises CaseNotReady with what is missing, DateInFuture, CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        today = local_day(work.now)
        if on is not None and on > today:
            raise DateInFuture(on)
        before = kept_by(work, officer, case_file, FILLED)
        described = _with_sheet(before, sheet) if sheet and entered(sheet.condition) else before
        papers = _papers(desk, work, officer, case_file)
        if lacks := examined(described, papers).lacks:
            raise CaseNotReady(before.symbol, tuple(lack.gap for lack in lacks))
        first, last = span(one.day for one in papers)
        closed = replace(
            described,
            state=CaseState.CLOSED,
            closed_on=on or today,
            closed_by=officer.id,
            first_day=first,
            last_day=last,
            sheets=sheets_of(one.paper for one in papers),
        )
        return keep(work, officer, closed, "close", papers=len(papers), sheets=closed.sheets)


def set_aside(desk: Desk, case_file: UUID) -> CaseFile:
    """Set a file aside (tạm đóng) whose work is done, and that cannot be closed yet.

    Raises CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        before = kept_by(work, officer, case_file, (CaseState.OPEN,))
        return keep(work, officer, replace(before, state=CaseState.SET_ASIDE), "set_aside")


def reopen(desk: Desk, case_file: UUID, reason: str = "") -> CaseFile:
    """Open a file again that was closed or set aside, as long as the archive does not have it.

    Raises ReasonMissing for one that was closed, CaseFileInState, NotPermitted, NoSuchRecord.
    """
    why = entered(reason)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        before = kept_by(work, officer, case_file, (CaseState.CLOSED, CaseState.SET_ASIDE))
        if before.state is CaseState.CLOSED and why is None:
            raise ReasonMissing
        correct(work, officer, case_file, (("state", before.state.value, CaseState.OPEN.value),), why)
        # The day on which it began stays, what closing counted is counted again.
        opened = replace(
            before,
            state=CaseState.OPEN,
            closed_on=None,
            closed_by=None,
            first_day=None,
            last_day=None,
            sheets=None,
        )
        return keep(work, officer, opened, "reopen")


def files_to_close(desk: Desk) -> tuple[CaseRow, ...]:
    """The files that wait to be closed: those set aside, and open ones of years that are over. Those one may keep."""
    with desk.store.reading() as work:
        officer, year = require(desk, work, Permission.KEEP_CASE_FILES), local_day(work.now).year
        there = work.case_files.in_states(BEGUN)
        return rows_of(
            work, officer, [one for one in there if may_keep(officer, one) and waits_to_be_closed(one, year)]
        )


def _papers(desk: Desk, work: UnitOfWork, officer: Officer, case_file: UUID) -> tuple[ShownPaper, ...]:
    return shown(desk, work, officer, work.case_files.papers(case_file))


def _with_sheet(case_file: CaseFile, sheet: ClosingSheet) -> CaseFile:
    """A case file with what its closing sheet says. Raises ReasonMissing without a condition."""
    condition = entered(sheet.condition)
    if condition is None:
        raise ReasonMissing
    return replace(
        case_file,
        condition=condition,
        list_sheets=sheet.list_sheets or None,
        doubled_sheets=entered(sheet.doubled_sheets or ""),
    )
