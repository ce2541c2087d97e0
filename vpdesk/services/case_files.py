"""Case files: looked up, opened from the list or on one's own, changed, given to another keeper.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_closing import waits_to_be_closed
from vpdesk.domain.case_files import CaseFile, CaseHeading, CaseState
from vpdesk.domain.case_handing import REMIND_BEFORE, due_for_archive
from vpdesk.domain.case_numbers import written_symbol
from vpdesk.domain.case_rights import may_keep, may_read
from vpdesk.domain.case_views import CaseCounts, CaseDetail, CaseEntry, CaseQuery, CaseRow
from vpdesk.domain.dates import local_day
from vpdesk.domain.drafts import folded_words
from vpdesk.domain.errors import CaseFileInState, CaseListApproved, CaseNotReady, NoSuchRecord, NotPermitted, StaleEdit
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.case_papers import examined, same_records, shown, suggestion_for
from vpdesk.services.case_parts import (
    AT_THE_OFFICE,
    begun,
    correct,
    keep,
    kept_by,
    readable,
    retention_text,
    rows_of,
    title_of,
)
from vpdesk.services.desk import Desk
from vpdesk.services.happenings import happenings
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def files(desk: Desk, query: CaseQuery = CaseQuery()) -> tuple[CaseRow, ...]:  # noqa: B008 -- frozen
    """The case files that are asked for and that one may read, by year (the last first), heading and number."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        there = work.case_files.all() if query.year is None else work.case_files.of_year(query.year)
        return rows_of(work, officer, [one for one in there if may_read(officer, one) and _fits(one, query)])


def _fits(case_file: CaseFile, query: CaseQuery) -> bool:
    said = f" {folded_words(f'{case_file.symbol} {case_file.title}')}"
    return (
        (not query.states or case_file.state in query.states)
        and query.keeper in (None, case_file.keeper)
        and query.heading in (None, case_file.heading)
        and all(f" {word}" in said for word in folded_words(query.words).split())
    )


def counts(desk: Desk) -> CaseCounts:
    """How many of one's case files are open, wait to be closed and must soon go to the archive, or should have gone.

    Of all files for whoever keeps all.
    """
    with desk.store.reading() as work:
        officer, today = require(desk, work, Permission.KEEP_CASE_FILES), local_day(work.now)
        there = work.case_files.in_states((CaseState.OPEN, CaseState.SET_ASIDE, CaseState.CLOSED))
        own = [one for one in there if may_keep(officer, one)]
        due = [day for one in own if (day := due_for_archive(one)) is not None]
        return CaseCounts(
            sum(one.state is CaseState.OPEN for one in own),
            sum(waits_to_be_closed(one, today.year) for one in own),
            sum(day <= today + REMIND_BEFORE for day in due),
        )


def file(desk: Desk, case_file: UUID) -> CaseDetail:
    """All there is to know of a case file. Raises NotPermitted for another's, NoSuchRecord."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        found = readable(work, officer, case_file)
        papers = shown(desk, work, officer, work.case_files.papers(case_file, with_removed=True))
        there = tuple(one for one in papers if one.paper.removed_at is None)
        (row,) = rows_of(work, officer, [found])
        return CaseDetail(
            row=row,
            papers=there,
            taken_out=tuple(one for one in papers if one.paper.removed_at is not None),
            checklist=examined(found, there),
            suggestion=suggestion_for(work, found, there),
            due_on=due_for_archive(found),
            corrections=work.numbers.corrections(case_file),
            happenings=happenings(work, case_file),
        )


def holding(desk: Desk, record: UUID) -> tuple[CaseRow, ...]:
    """The case files that a line, an arrival or a draft lies in, of those that one may read."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        there = work.case_files.holding(same_records(work, record))
        return rows_of(work, officer, [one for one in there if may_read(officer, one)])


def open_file(desk: Desk, case_file: UUID) -> CaseFile:
    """Open a listed file; who opens one that nobody keeps becomes its keeper.

    Putting the first document in opens it too. Raises CaseFileInState, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        there = kept_by(work, officer, case_file, (CaseState.LISTED,))
        return keep(work, officer, begun(work, officer, there), "open")


def begin_file(desk: Desk, year: int, entry: CaseEntry) -> CaseFile:
    """Open a file that is not in the list of its year; its keeper is the officer where no other is named.

    Whoever does not keep all files names no other. Raises TitleMissing, NotPermitted, NoSuchRecord.
    """
    title = title_of(entry.title)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        number, symbol = _next_symbol(work, year, _heading(work, year, entry.heading))
        opened = CaseFile(
            id=new_id(work.now),
            year=year,
            number=number,
            symbol=symbol,
            title=title,
            heading=entry.heading,
            retention=entry.retention,
            keeper=_named(work, officer, entry.keeper) or officer.id,
            state=CaseState.OPEN,
            is_listed=False,
            opened_on=local_day(work.now),
            notes=entered(entry.notes or ""),
        )
        return keep(work, officer, opened, "begin", year=year)


def amend(desk: Desk, case_file: CaseFile, entry: CaseEntry, reason: str = "") -> CaseFile:
    """Change title, term, keeper, heading or notes; what each said before stays on record.

    `case_file` is the file as one has read it. Under another heading it gets that one's next number, which a listed
    file of an approved list does not. Raises StaleEdit, TitleMissing, CaseFileInState for one the archive has,
    CaseListApproved, CaseNotReady where a closed file lacks what its new term asks, NotPermitted, NoSuchRecord.
    """
    title = title_of(entry.title)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        before = kept_by(work, officer, case_file.id, AT_THE_OFFICE)
        if before.version != case_file.version:
            raise StaleEdit
        if entry.keeper != before.keeper:
            _named(work, officer, entry.keeper)
        after = replace(
            _moved(work, before, entry.heading),
            title=title,
            retention=entry.retention,
            keeper=entry.keeper,
            notes=entered(entry.notes or ""),
        )
        changes = tuple(_changes(work, before, after))
        if not changes:
            return before
        _check_closed(desk, work, officer, before, after)
        correct(work, officer, before.id, changes, entered(reason))
        return keep(work, officer, after, "amend", fields=" ".join(name for name, _, _ in changes))


def give_to(desk: Desk, case_files: Sequence[UUID], keeper: UUID) -> tuple[CaseFile, ...]:
    """Give case files to another keeper, as somebody who leaves does.

    Raises NoSuchRecord, NotPermitted, CaseFileInState for one the archive has; nothing is given then.
    """
    with desk.store.writing() as work:
        officer, to = require(desk, work, Permission.KEEP_CASE_FILES), work.organisation.officer(keeper)
        if not to.may(Permission.KEEP_CASE_FILES):
            raise NotPermitted(Permission.KEEP_CASE_FILES)
        given = []
        for one in case_files:
            before = kept_by(work, officer, one, AT_THE_OFFICE)
            after = replace(before, keeper=keeper)
            correct(work, officer, one, tuple(_changes(work, before, after)), None)
            given.append(keep(work, officer, after, "give", keeper=keeper))
        return tuple(given)


# --- parts --------------------------------------------------------------------------------------------------------


def _named(work: UnitOfWork, officer: Officer, keeper: UUID | None) -> UUID | None:
    """A keeper whom an officer may name: himself, or anybody where he keeps all. Raises NotPermitted, NoSuchRecord."""
    if keeper not in (None, officer.id):
        if not officer.may(Permission.KEEP_ALL_CASE_FILES):
            raise NotPermitted(Permission.KEEP_ALL_CASE_FILES)
        work.organisation.officer(keeper)
    return keeper


def _heading(work: UnitOfWork, year: int, heading: UUID | None) -> CaseHeading | None:
    if heading is None:
        return None
    found = work.case_files.heading(heading)
    if found.year != year:
        raise NoSuchRecord("case_heading", str(heading))
    return found


def _next_symbol(work: UnitOfWork, year: int, heading: CaseHeading | None) -> tuple[int, str]:
    """The next number under a heading, and the symbol of it."""
    number = work.case_files.next_number(year, heading.id if heading else None)
    return number, written_symbol(number, heading.symbol if heading else None)


def _moved(work: UnitOfWork, case_file: CaseFile, heading: UUID | None) -> CaseFile:
    """A case file under a heading; under another than before with that one's next number.

    Raises CaseListApproved, CaseFileInState, NoSuchRecord.
    """
    if heading == case_file.heading:
        return case_file
    if case_file.state is CaseState.CLOSED:
        raise CaseFileInState(case_file.symbol, case_file.state)
    if case_file.is_listed and work.case_files.list_of(case_file.year).approved_on is not None:
        raise CaseListApproved(case_file.year)
    number, symbol = _next_symbol(work, case_file.year, _heading(work, case_file.year, heading))
    return replace(case_file, heading=heading, number=number, symbol=symbol)


def _check_closed(desk: Desk, work: UnitOfWork, officer: Officer, before: CaseFile, after: CaseFile) -> None:
    """Refuse another term for a closed file that would not have been closed with it. Raises CaseNotReady."""
    if before.state is CaseState.CLOSED and before.retention != after.retention:
        papers = shown(desk, work, officer, work.case_files.papers(before.id))
        if lacks := examined(after, papers).lacks:
            raise CaseNotReady(before.symbol, tuple(lack.gap for lack in lacks))


def _changes(work: UnitOfWork, before: CaseFile, after: CaseFile) -> Iterator[tuple[str, str | None, str | None]]:
    """What a case file says otherwise, each as it was and as it is."""

    def of_name(keeper: UUID | None) -> str | None:
        return work.organisation.officer(keeper).name if keeper else None

    said = (
        ("title", before.title, after.title),
        ("symbol", before.symbol, after.symbol),
        ("retention", retention_text(before.retention), retention_text(after.retention)),
        ("keeper", of_name(before.keeper), of_name(after.keeper)),
        ("notes", before.notes, after.notes),
    )
    yield from ((name, was, now) for name, was, now in said if was != now)
