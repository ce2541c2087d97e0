"""What lies in case files: documents put in, taken out, put in order, their sheets counted.

Like every act on the store, these run on the store's own worker. A file that was closed is opened again first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.access import may_read
from vpdesk.domain.case_files import CaseFile, CasePaper, CaseState, PaperKind
from vpdesk.domain.case_numbers import place_in_time
from vpdesk.domain.case_views import NewPaper, PutIn, Twice
from vpdesk.domain.errors import NoSuchRecord, NotPermitted, TitleMissing
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.case_papers import same_records, shown
from vpdesk.services.case_parts import FILLED, KIND, begun, keep, kept_by, put_in_order
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_PAPER: Final = "case_paper"


def put_in(desk: Desk, papers: Sequence[NewPaper], files: Sequence[UUID]) -> PutIn:
    """Put documents into case files, each into each, where their days place them; a listed file is opened by it.

    What lies in a file already is told and not put in again. Raises CaseFileInState for a file that is not open,
    NoSuchRecord, NotPermitted, TitleMissing for another paper that says nothing; nothing is put in then.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        for paper in papers:
            _check(work, officer, paper)
        added: list[CasePaper] = []
        already: list[Twice] = []
        for file_id in files:
            case_file = kept_by(work, officer, file_id, FILLED)
            there = work.case_files.papers(file_id)
            known = {one.record for one in there if one.record}
            new: list[CasePaper] = []
            for paper in papers:
                if paper.record and known & same_records(work, paper.record):
                    already.append(_twice(desk, work, officer, case_file, paper))
                    continue
                # Ids of one moment have no order, and documents of one day stand in theirs.
                moment = work.now + timedelta(milliseconds=len(added) + len(new))
                new.append(_taken(work, officer, case_file, paper, new_id(moment)))
                known |= {paper.record} if paper.record else set()
            if new:
                added += _placed(desk, work, officer, case_file, there, new)
        return PutIn(tuple(added), tuple(already))


def take_out(desk: Desk, papers: Sequence[UUID]) -> tuple[CasePaper, ...]:
    """Take documents out of their files; that they lay there stays on record.

    Raises CaseFileInState, NotPermitted, NoSuchRecord; nothing is taken out then.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        there = [_of_kept_file(work, officer, one) for one in dict.fromkeys(papers)]
        taken = [replace(one, removed_at=work.now, removed_by=officer.id, first_sheet=None) for one in there]
        work.case_files.put_papers(taken)
        for case_file in dict.fromkeys(one.case_file for one in taken):
            put_in_order(work, case_file, work.case_files.papers(case_file))
            out = sum(one.case_file == case_file for one in taken)
            work.tell(officer.id, "take_out", KIND, case_file, papers=out)
        return tuple(taken)


def put_back(desk: Desk, papers: Sequence[UUID]) -> tuple[CasePaper, ...]:
    """Put documents back that were taken out, where they were; one that was put in anew since is left out.

    Raises CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        back = []
        for one in papers:
            paper = _of_kept_file(work, officer, one, is_out=True)
            there = work.case_files.papers(paper.case_file)
            records = same_records(work, paper.record) if paper.record else frozenset()
            if any(other.record in records for other in there):
                continue
            paper = replace(paper, removed_at=None, removed_by=None)
            back.append(paper)
            put_in_order(work, paper.case_file, [*there[: paper.place], paper, *there[paper.place :]])
            work.tell(officer.id, "put_back", KIND, paper.case_file, paper=one)
        return tuple(work.case_files.paper(one.id) for one in back)


def amend_paper(desk: Desk, paper: CasePaper) -> CasePaper:
    """Change what a file says of a document, as it is given: original or copy, notes, sheets.

    Of a paper that stands in no register, its own fields too. Raises TitleMissing where it says nothing,
    CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        before = _of_kept_file(work, officer, paper.id)
        after = replace(before, is_original=paper.is_original, notes=entered(paper.notes or ""), sheets=paper.sheets)
        if before.kind is PaperKind.OTHER:
            after = replace(
                after,
                reference=entered(paper.reference or ""),
                day=paper.day,
                document_type=paper.document_type,
                subject=entered(paper.subject or ""),
                author=entered(paper.author or ""),
            )
            _says_something(after.subject, after.reference)
        if after == before:
            return before
        there = work.case_files.papers(before.case_file)
        put_in_order(work, before.case_file, [after if one.id == after.id else one for one in there])
        work.tell(officer.id, "amend_paper", KIND, before.case_file, paper=before.id)
        return work.case_files.paper(paper.id)


def count_sheets(desk: Desk, case_file: UUID, sheets: Mapping[UUID, int | None]) -> tuple[CasePaper, ...]:
    """Set down how many sheets documents of a file have; where each begins follows. All documents, in their order.

    Raises CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        kept_by(work, officer, case_file, FILLED)
        there = work.case_files.papers(case_file)
        if strange := sheets.keys() - {one.id for one in there}:
            raise NoSuchRecord(_PAPER, str(next(iter(strange))))
        counted = (replace(one, sheets=sheets.get(one.id, one.sheets) or None) for one in there)
        placed = put_in_order(work, case_file, counted)
        work.tell(officer.id, "count_sheets", KIND, case_file, papers=len(sheets))
        return placed


def order_papers(desk: Desk, case_file: UUID, papers: Sequence[UUID]) -> tuple[CasePaper, ...]:
    """Put the documents of a file into an order.

    Raises CaseFileInState, NotPermitted, NoSuchRecord where one is left out.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        kept_by(work, officer, case_file, FILLED)
        there = {one.id: one for one in work.case_files.papers(case_file)}
        if strange := there.keys() ^ set(papers):
            raise NoSuchRecord(_PAPER, str(next(iter(strange))))
        placed = put_in_order(work, case_file, [there[one] for one in dict.fromkeys(papers)])
        work.tell(officer.id, "order_papers", KIND, case_file)
        return placed


def order_in_time(desk: Desk, case_file: UUID) -> tuple[CasePaper, ...]:
    """Put the documents of a file into the order of their days, those without one last.

    Raises CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        kept_by(work, officer, case_file, FILLED)
        there = shown(desk, work, officer, work.case_files.papers(case_file))
        in_time = sorted(there, key=lambda one: (one.day is None, one.day))
        placed = put_in_order(work, case_file, [one.paper for one in in_time])
        work.tell(officer.id, "order_papers", KIND, case_file)
        return placed


# --- parts --------------------------------------------------------------------------------------------------------


def _check(work: UnitOfWork, officer: Officer, paper: NewPaper) -> None:
    """Refuse a document that is in no register, or that the officer may not read."""
    match paper.kind:
        case PaperKind.OTHER:
            _says_something(entered(paper.subject or ""), entered(paper.reference or ""))
        case _ if paper.record is None:
            raise NoSuchRecord(paper.kind.value, "")
        case PaperKind.OUTGOING:
            work.numbers.line(paper.record)
        case PaperKind.INCOMING:
            work.arrivals.get(paper.record)
        case PaperKind.DRAFT:
            draft = work.drafts.get(paper.record)
            if not may_read(officer, draft.owner, draft.progress):
                raise NotPermitted(Permission.READ_SUBMITTED)


def _says_something(subject: str | None, reference: str | None) -> None:
    if subject is None and reference is None:
        raise TitleMissing


def _of_kept_file(work: UnitOfWork, officer: Officer, paper: UUID, *, is_out: bool = False) -> CasePaper:
    """A document of a file that an officer may change now, where it lies in it, or was taken out. Raises as `kept_by`.

    One that was taken out is not there, nor one that lies there to be put back: NoSuchRecord.
    """
    found = work.case_files.paper(paper)
    kept_by(work, officer, found.case_file, FILLED)
    if (found.removed_at is not None) != is_out:
        raise NoSuchRecord(_PAPER, str(paper))
    return found


def _taken(work: UnitOfWork, officer: Officer, case_file: CaseFile, paper: NewPaper, paper_id: UUID) -> CasePaper:
    """A document as it is about to lie in a file."""
    begun_paper = CasePaper(
        paper_id,
        case_file.id,
        0,
        paper.kind,
        work.now,
        officer.id,
        paper.record,
        is_original=paper.is_original,
        sheets=paper.sheets or None,
        notes=entered(paper.notes or ""),
    )
    if paper.kind is not PaperKind.OTHER:
        return begun_paper
    return replace(
        begun_paper,
        record=None,
        reference=entered(paper.reference or ""),
        day=paper.day,
        document_type=paper.document_type,
        subject=entered(paper.subject or ""),
        author=entered(paper.author or ""),
    )


def _twice(desk: Desk, work: UnitOfWork, officer: Officer, case_file: CaseFile, paper: NewPaper) -> Twice:
    taken = _taken(work, officer, case_file, paper, new_id(work.now))
    (known,) = shown(desk, work, officer, [taken])
    return Twice(case_file.id, case_file.symbol, paper.record, known.reference)


def _placed(
    desk: Desk,
    work: UnitOfWork,
    officer: Officer,
    case_file: CaseFile,
    there: Sequence[CasePaper],
    new: Sequence[CasePaper],
) -> list[CasePaper]:
    """Put documents where their days place them among those of a file, and open it where it was only listed."""
    days = {one.paper.id: one.day for one in shown(desk, work, officer, [*there, *new])}
    ordered = list(there)
    for one in new:
        ordered.insert(place_in_time([days[other.id] for other in ordered], days[one.id]), one)
    placed = put_in_order(work, case_file.id, ordered)
    if case_file.state is CaseState.LISTED:
        keep(work, officer, begun(work, officer, case_file), "open")
    work.tell(officer.id, "put_in", KIND, case_file.id, papers=len(new))
    ids = {one.id for one in new}
    return [one for one in placed if one.id in ids]
