"""Case files handed over to the archive: which are due, the plan, the hand-over, and that it was received.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.case_files import CaseHandover, CaseState
from vpdesk.domain.case_handing import (
    HandoverDetail,
    HandoverEntry,
    HandoverPlan,
    due_for_archive,
    is_soon,
    planned,
)
from vpdesk.domain.case_rights import may_read, reads_all
from vpdesk.domain.case_views import DueFile
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import (
    ArchiveMissing,
    DateInFuture,
    HandoverOnPaper,
    NotForArchive,
    NotPermitted,
    ReasonMissing,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.case_parts import keep, rows_of
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

KIND: Final = "case_handover"
"""What the history calls a handing over."""
PRINTED: Final = "print"
"""What the history calls that one of its papers was printed."""


def due_for_handover(desk: Desk) -> tuple[DueFile, ...]:
    """The closed files that the archive must have, those whose day comes first first; of those that one may read."""
    with desk.store.reading() as work:
        officer, today = require(desk, work, Permission.KEEP_CASE_FILES), local_day(work.now)
        there = [one for one in work.case_files.in_states((CaseState.CLOSED,)) if may_read(officer, one)]
        rows = rows_of(work, officer, [one for one in there if due_for_archive(one)])
        due = [(row, day) for row in rows if (day := due_for_archive(row.case_file)) is not None]
        files = (DueFile(row, day, is_soon(day, today), day < today) for row, day in due)
        return tuple(sorted(files, key=lambda one: one.due_on))


def plan(desk: Desk, files: Sequence[UUID]) -> HandoverPlan:
    """What would go of these files, what stays behind and why, and where copies lie among originals."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        return _planned(work, files)


def hand_over(desk: Desk, entry: HandoverEntry) -> CaseHandover:
    """Hand files over to the archive.

    Raises NotForArchive where one of them does not go or there is none, ArchiveMissing without the archive or who
    gives, DateInFuture, NoSuchRecord; nothing is handed over then.
    """
    archive, given_by = entered(entry.archive), entered(entry.given_by)
    if archive is None or given_by is None:
        raise ArchiveMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        if entry.made_on > local_day(work.now):
            raise DateInFuture(entry.made_on)
        going = _planned(work, entry.files)
        if going.refused or not going.files:
            raise NotForArchive(tuple(one.case_file.symbol for one in going.refused))
        handed = CaseHandover(
            new_id(work.now),
            entry.made_on,
            archive,
            given_by,
            work.now,
            officer.id,
            entered(entry.received_by or ""),
            entered(entry.notes or ""),
        )
        work.case_files.put_handover(handed)
        for one in going.files:
            gone = replace(one, state=CaseState.HANDED_OVER, handover=handed.id)
            keep(work, officer, gone, "hand_over", handover=handed.id)
        work.tell(officer.id, "hand_over", KIND, handed.id, files=len(going.files))
        return handed


def receive(desk: Desk, handover: UUID, by: str) -> CaseHandover:
    """Set down who received the files at the archive. Raises ReasonMissing without a name, NoSuchRecord."""
    name = entered(by)
    if name is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        received = replace(work.case_files.handover(handover), received_by=name)
        work.case_files.put_handover(received)
        work.tell(officer.id, "receive", KIND, handover)
        return received


def take_back(desk: Desk, handover: UUID) -> CaseHandover:
    """Undo a handing over of which nobody holds a paper; its files are closed ones again, and what it was.

    Raises HandoverOnPaper, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        found = _detail(work, work.case_files.handover(handover))
        if not found.may_be_undone:
            raise HandoverOnPaper
        for one in found.files:
            keep(work, officer, replace(one, state=CaseState.CLOSED, handover=None), "take_back")
        work.case_files.drop_handover(handover)
        work.tell(officer.id, "take_back", KIND, handover)
        return found.handover


def handovers(desk: Desk) -> tuple[HandoverDetail, ...]:
    """What was handed over, the last first. For whoever reads the files of all: raises NotPermitted."""
    with desk.store.reading() as work:
        reader_of_all(desk, work)
        return tuple(_detail(work, one) for one in work.case_files.handovers())


def handover(desk: Desk, handover: UUID) -> HandoverDetail:
    """A handing over with its files. For whoever reads the files of all. Raises NotPermitted, NoSuchRecord."""
    with desk.store.reading() as work:
        reader_of_all(desk, work)
        return _detail(work, work.case_files.handover(handover))


def reader_of_all(desk: Desk, work: UnitOfWork) -> Officer:
    """The officer, who reads the case files of others. Raises NotPermitted."""
    officer = require(desk, work, Permission.KEEP_CASE_FILES)
    if not reads_all(officer):
        raise NotPermitted(Permission.KEEP_ALL_CASE_FILES)
    return officer


def _detail(work: UnitOfWork, handed: CaseHandover) -> HandoverDetail:
    is_printed = any(json.loads(line)["act"] == PRINTED for line in work.history.of(handed.id))
    return HandoverDetail(handed, work.case_files.of_handover(handed.id), is_printed)


def _planned(work: UnitOfWork, files: Sequence[UUID]) -> HandoverPlan:
    def counted(case_file: UUID) -> tuple[int, int]:
        papers = work.case_files.papers(case_file)
        originals = sum(one.is_original for one in papers)
        return originals, len(papers) - originals

    chosen = (work.case_files.get(one) for one in dict.fromkeys(files))
    return planned((one, *counted(one.id)) for one in chosen)
