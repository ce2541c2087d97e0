"""The documents in case files with what their registers know of them, each within the unit of work of an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.access import may_read
from vpdesk.domain.attachments import Attachment
from vpdesk.domain.case_closing import Checklist, Examined, checklist, closing_sheet_of
from vpdesk.domain.case_files import CaseFile, CasePaper, PaperKind
from vpdesk.domain.case_terms import Suggestion, suggested
from vpdesk.domain.case_views import ShownPaper
from vpdesk.domain.dates import local_day
from vpdesk.domain.drafts import Draft
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.organisation import Officer, version_on
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.services.desk import Desk
from vpdesk.services.finding import type_name

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def shown(desk: Desk, work: UnitOfWork, officer: Officer, papers: Sequence[CasePaper]) -> tuple[ShownPaper, ...]:
    """Documents of case files as an officer sees them: what the registers say of them now."""
    found = _Records(desk, work, officer, papers)
    return tuple(found.shown(paper) for paper in papers)


def examined(case_file: CaseFile, papers: Sequence[ShownPaper]) -> Checklist:
    """What closing asks of a case file with these documents."""
    looked_at = (Examined(one.paper.id, one.is_unissued, one.is_open, bool(one.paper.sheets)) for one in papers)
    return checklist(case_file.retention, closing_sheet_of(case_file), looked_at)


def suggestion_for(work: UnitOfWork, case_file: CaseFile, papers: Sequence[ShownPaper]) -> Suggestion:
    """What the office's table of terms says of a case file with these documents."""
    heading = work.case_files.heading(case_file.heading).name if case_file.heading else ""
    subjects = (f"{one.type_name} {one.subject or ''}" for one in papers)
    return suggested(work.case_files.retention_rules(), (case_file.title, heading, *subjects))


def same_records(work: UnitOfWork, record: UUID) -> frozenset[UUID]:
    """The ids under which a document may lie in a file: a line and the dispatch that was issued with it."""
    lines = {**work.case_records.lines([record]), **work.case_records.lines_of([record])}
    others = {other for line in lines.values() for other in (line.id, line.dispatch) if other}
    return frozenset({record, *others})


class _Records:
    """What the registers know of some documents, read at once."""

    def __init__(self, desk: Desk, work: UnitOfWork, officer: Officer, papers: Sequence[CasePaper]) -> None:
        self._desk, self._officer, read = desk, officer, work.case_records
        wanted = {kind: [one.record for one in papers if one.kind is kind and one.record] for kind in PaperKind}
        self._issued = read.lines_of(wanted[PaperKind.DRAFT])
        self._lines = read.lines(wanted[PaperKind.OUTGOING]) | {line.id: line for line in self._issued.values()}
        self._arrivals = read.arrivals(wanted[PaperKind.INCOMING])
        self._unfinished = read.unfinished(wanted[PaperKind.INCOMING])
        texts = [line.dispatch for line in self._lines.values() if line.dispatch]
        self._drafts = read.drafts([*wanted[PaperKind.DRAFT], *texts])
        self._files = read.files([*self._lines, *self._arrivals])
        self._series = read.bodies_of({line.series for line in self._lines.values()})
        self._bodies = {one.id: one for one in work.organisation.bodies()}

    def shown(self, paper: CasePaper) -> ShownPaper:
        """A document as its register knows it."""
        record = paper.record
        if record is not None and (line := self._line_of(paper.kind, record)) is not None:
            return self._line(paper, line)
        if record is not None and (arrival := self._arrivals.get(record)) is not None:
            return self._arrival(paper, arrival)
        if record is not None and (draft := self._drafts.get(record)) is not None:
            return self._draft(paper, draft)
        return ShownPaper(
            paper,
            paper.kind,
            record,
            paper.reference,
            paper.day,
            paper.document_type,
            type_name(self._desk, paper.document_type),
            paper.subject,
            paper.author,
            # A draft that is gone was never issued.
            is_unissued=paper.kind is PaperKind.DRAFT,
        )

    def _line_of(self, kind: PaperKind, record: UUID) -> RegisterLine | None:
        return self._issued.get(record) if kind is PaperKind.DRAFT else self._lines.get(record)

    def _line(self, paper: CasePaper, line: RegisterLine) -> ShownPaper:
        draft = self._drafts.get(line.dispatch) if line.dispatch else None
        is_secret = line.state is LineState.WITHHELD or (draft is not None and draft.dispatch.secrecy is not None)
        begun = ShownPaper(paper, PaperKind.OUTGOING, line.id, line.reference, is_secret=is_secret)
        if is_secret:
            return begun
        files = self._files.get(line.id, ())
        return replace(
            begun,
            day=line.document_date,
            document_type=line.document_type,
            type_name=type_name(self._desk, line.document_type),
            subject=line.subject,
            author=self._body_of(line),
            is_void=line.state is LineState.VOID,
            pages=_pages(files),
            files=files,
            pdf=line.pdf,
        )

    def _body_of(self, line: RegisterLine) -> str | None:
        body = self._bodies.get(self._series[line.series])
        if body is None:
            return None
        version = version_on(body, line.document_date or local_day(line.entered_at)) or body.versions[-1]
        return version.in_text or " ".join(version.name_line.split())

    def _arrival(self, paper: CasePaper, arrival: IncomingDocument) -> ShownPaper:
        is_secret = arrival.secrecy is not None
        begun = ShownPaper(
            paper,
            PaperKind.INCOMING,
            arrival.id,
            arrival.reference,
            is_secret=is_secret,
            is_void=arrival.state is ArrivalState.VOID,
            is_open=arrival.id in self._unfinished,
        )
        if is_secret:
            return begun
        files = self._files.get(arrival.id, ())
        return replace(
            begun,
            day=arrival.document_date or arrival.arrived_on,
            document_type=arrival.document_type,
            type_name=type_name(self._desk, arrival.document_type),
            subject=arrival.subject,
            author=arrival.sender,
            pages=arrival.pages or _pages(files),
            files=files,
        )

    def _draft(self, paper: CasePaper, draft: Draft) -> ShownPaper:
        dispatch = draft.dispatch
        begun = ShownPaper(paper, PaperKind.DRAFT, draft.id, is_secret=dispatch.secrecy is not None, is_unissued=True)
        if begun.is_secret or not may_read(self._officer, draft.owner, draft.progress):
            return begun
        return replace(
            begun,
            day=dispatch.date or local_day(draft.created_at),
            document_type=dispatch.document_type,
            type_name=type_name(self._desk, dispatch.document_type),
            subject=dispatch.subject_summary,
            author=" ".join(dispatch.issuing_body.split()),
        )


def _pages(files: Sequence[Attachment]) -> int | None:
    """How many pages the first of these files has that says it."""
    return next((one.pages for one in files if one.pages), None)
