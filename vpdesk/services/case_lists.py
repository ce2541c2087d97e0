"""The yearly list of case files (danh mục hồ sơ): headings, files under them, copied, approved.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import UUID

from vpdesk.domain.case_files import CaseFile, CaseHeading, CaseList, CaseState
from vpdesk.domain.case_numbers import in_new_year, renumbered, written_symbol
from vpdesk.domain.case_rights import may_read
from vpdesk.domain.case_views import CaseEntry, ListSection, ListTotals, YearList
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import (
    CaseFileInState,
    CaseListApproved,
    DateInFuture,
    HeadingInUse,
    NoSuchRecord,
    NothingListed,
    ReasonMissing,
    SymbolTaken,
    TitleMissing,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered, folded
from vpdesk.services.case_parts import keep, rows_of, title_of
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_case_file
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

T = TypeVar("T")

_LIST: Final = "case_list"
_HEADING: Final = "case_heading"


def years(desk: Desk) -> tuple[int, ...]:
    """The years that have case files or headings, the last first; this one always."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_CASE_FILES)
        return tuple(sorted({*work.case_files.years(), local_day(work.now).year}, reverse=True))


def year_list(desk: Desk, year: int) -> YearList:
    """The list of a year, with the files that were opened beside it.

    What is listed is told to everybody, as the list on paper is; what was opened beside it, to whoever may read it.
    """
    with desk.store.reading() as work:
        return list_of_year(work, require(desk, work, Permission.KEEP_CASE_FILES), year)


def put_heading(desk: Desk, year: int, name: str, symbol: str, heading: UUID | None = None) -> CaseHeading:
    """Keep a heading: a new one behind the others, or another name or other letters for one that is there.

    The symbols of files that were not begun follow its letters. Raises TitleMissing, SymbolTaken, CaseListApproved,
    NoSuchRecord.
    """
    called, letters = title_of(name), "".join(symbol.split())
    if not letters:
        raise TitleMissing
    with desk.store.writing() as work:
        officer = _keeper_of_list(desk, work, year)
        headings = work.case_files.headings(year)
        if any(one.symbol.casefold() == letters.casefold() and one.id != heading for one in headings):
            raise SymbolTaken(letters)
        place = max((one.place for one in headings), default=-1) + 1
        there = _among(headings, heading) if heading else CaseHeading(new_id(work.now), year, place, letters, called)
        put = replace(there, symbol=letters, name=called)
        work.case_files.put_heading(put)
        work.tell(officer.id, "put_heading", _HEADING, put.id, year=year)
        _number_anew(work, officer, put, work.case_files.under(year, put.id))
        for one in work.case_files.under(year, put.id):
            index_case_file(work, one)
        return put


def order_headings(desk: Desk, year: int, headings: Sequence[UUID]) -> tuple[CaseHeading, ...]:
    """Put the headings of a year into an order. Raises CaseListApproved, NoSuchRecord where one is left out."""
    with desk.store.writing() as work:
        officer = _keeper_of_list(desk, work, year)
        there = {one.id: one for one in work.case_files.headings(year)}
        ordered = tuple(replace(one, place=place) for place, one in enumerate(_ordered(there, headings, _HEADING)))
        for one in ordered:
            if one != there[one.id]:
                work.case_files.put_heading(one)
        work.tell(officer.id, "order_headings", _LIST, None, year=year)
        return ordered


def drop_heading(desk: Desk, heading: UUID) -> CaseHeading:
    """Drop a heading that no file stands under; what it was. Raises HeadingInUse, CaseListApproved, NoSuchRecord."""
    with desk.store.writing() as work:
        require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        there = work.case_files.heading(heading)
        officer = _keeper_of_list(desk, work, there.year)
        if work.case_files.under(there.year, heading):
            raise HeadingInUse(there.name)
        work.case_files.drop_heading(heading)
        work.tell(officer.id, "drop_heading", _HEADING, heading, year=there.year)
        return there


def list_file(desk: Desk, year: int, entry: CaseEntry) -> CaseFile:
    """List a file with the next number of its heading. Raises TitleMissing, CaseListApproved, NoSuchRecord."""
    title = title_of(entry.title)
    with desk.store.writing() as work:
        officer = _keeper_of_list(desk, work, year)
        return _listed(work, officer, year, replace(entry, title=title), new_id(work.now))


def order_files(desk: Desk, year: int, heading: UUID | None, files: Sequence[UUID]) -> tuple[CaseFile, ...]:
    """Number the listed files of a heading anew, in an order. What was begun keeps its number.

    Raises CaseListApproved, NoSuchRecord where one is left out.
    """
    with desk.store.writing() as work:
        officer = _keeper_of_list(desk, work, year)
        there = {one.id: one for one in work.case_files.under(year, heading)}
        named = _heading(work, year, heading)
        _number_anew(work, officer, named, _ordered(there, files, "case_file"))
        work.tell(officer.id, "order_files", _LIST, heading, year=year)
        return work.case_files.under(year, heading)


def drop_file(desk: Desk, case_file: UUID) -> CaseFile:
    """Take a file that was not begun off its list; those behind it move up. Returns what it was.

    Raises CaseFileInState, CaseListApproved, NoSuchRecord.
    """
    with desk.store.writing() as work:
        require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        there = work.case_files.get(case_file)
        officer = _keeper_of_list(desk, work, there.year)
        if there.state is not CaseState.LISTED or work.case_files.papers(case_file, with_removed=True):
            raise CaseFileInState(there.symbol, there.state)
        work.case_files.drop(case_file)
        work.finding.drop(case_file)
        work.tell(officer.id, "drop", "case_file", case_file, year=there.year)
        named = _heading(work, there.year, there.heading)
        _number_anew(work, officer, named, work.case_files.under(there.year, there.heading))
        return there


def copy_list(desk: Desk, year: int, earlier: int | None = None) -> YearList:
    """Copy the list of an earlier year, or of the last before that has one, into a year: headings, titles, terms.

    Keepers stay who are still at the office; the earlier year in a title becomes the new one. What the year has
    already, by heading and title, is not listed twice. Raises NothingListed, CaseListApproved.
    """
    with desk.store.writing() as work:
        officer = _keeper_of_list(desk, work, year)
        source = earlier if earlier is not None else _earlier(work, year)
        listed = [one for one in work.case_files.of_year(source) if one.is_listed] if source is not None else []
        if source is None or not listed:
            raise NothingListed(source if source is not None else year - 1)
        moved = _copied_headings(work, source, year)
        here = {one.id for one in work.organisation.officers() if local_day(work.now) in one.days}
        there = {(one.heading, folded(one.title)) for one in work.case_files.of_year(year)}
        # Ids of one moment have no order, and files are listed in theirs.
        moments = (work.now + timedelta(milliseconds=place) for place in range(len(listed)))
        for one, moment in zip(listed, moments, strict=True):
            heading = moved.get(one.heading) if one.heading else None
            entry = CaseEntry(in_new_year(one.title, source, year), heading, one.retention, one.keeper)
            if (heading, folded(entry.title)) not in there:
                kept = entry if one.keeper in here else replace(entry, keeper=None)
                _listed(work, officer, year, kept, new_id(moment))
        work.tell(officer.id, "copy_list", _LIST, None, year=year, earlier=source)
        return list_of_year(work, officer, year)


def approve(desk: Desk, year: int, by: str, on: date, notes: str = "") -> CaseList:
    """Set down that the head has approved the list of a year: his name, the day, and by which paper in the notes.

    Raises ReasonMissing without a name, DateInFuture, NothingListed, CaseListApproved where it was before.
    """
    name = entered(by)
    if name is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = _keeper_of_list(desk, work, year)
        if on > local_day(work.now):
            raise DateInFuture(on)
        if not any(one.is_listed for one in work.case_files.of_year(year)):
            raise NothingListed(year)
        approved = CaseList(year, on, name, entered(notes))
        work.case_files.put_list(approved)
        work.tell(officer.id, "approve_list", _LIST, None, year=year, day=on)
        return approved


def withdraw_approval(desk: Desk, year: int) -> CaseList:
    """Take back that the list of a year was approved, so that it can be changed; what it said."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        before = work.case_files.list_of(year)
        work.case_files.put_list(CaseList(year, notes=before.notes))
        work.tell(officer.id, "withdraw_approval", _LIST, None, year=year)
        return before


# --- parts --------------------------------------------------------------------------------------------------------


def _keeper_of_list(desk: Desk, work: UnitOfWork, year: int) -> Officer:
    """The officer, who may change the list of a year that was not approved. Raises CaseListApproved."""
    officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
    if work.case_files.list_of(year).approved_on is not None:
        raise CaseListApproved(year)
    return officer


def _among(headings: Iterable[CaseHeading], heading: UUID) -> CaseHeading:
    found = next((one for one in headings if one.id == heading), None)
    if found is None:
        raise NoSuchRecord(_HEADING, str(heading))
    return found


def _heading(work: UnitOfWork, year: int, heading: UUID | None) -> CaseHeading | None:
    """A heading of a year; None for no heading. Raises NoSuchRecord."""
    return _among(work.case_files.headings(year), heading) if heading else None


def _ordered(there: dict[UUID, T], wanted: Sequence[UUID], kind: str) -> tuple[T, ...]:
    missing = there.keys() ^ set(wanted)
    if missing or len(wanted) != len(there):
        raise NoSuchRecord(kind, str(next(iter(missing), "")))
    return tuple(there[one] for one in wanted)


def _listed(work: UnitOfWork, officer: Officer, year: int, entry: CaseEntry, file_id: UUID) -> CaseFile:
    """List a file with the next number of its heading."""
    heading = _heading(work, year, entry.heading)
    number = work.case_files.next_number(year, entry.heading)
    listed = CaseFile(
        file_id,
        year,
        number,
        written_symbol(number, heading.symbol if heading else None),
        entry.title,
        entry.heading,
        entry.retention,
        entry.keeper,
        notes=entered(entry.notes or ""),
    )
    return keep(work, officer, listed, "list", year=year)


def _number_anew(work: UnitOfWork, officer: Officer, heading: CaseHeading | None, files: Sequence[CaseFile]) -> None:
    """Number the files of a heading anew, in this order."""
    for one in work.case_files.renumber(renumbered(files, heading.symbol if heading else None)):
        index_case_file(work, one)
        work.tell(officer.id, "number", "case_file", one.id, symbol=one.symbol)


def _earlier(work: UnitOfWork, year: int) -> int | None:
    """The last year before one that has listed files."""
    before = (one for one in work.case_files.years() if one < year)
    return next((one for one in before if any(file.is_listed for file in work.case_files.of_year(one))), None)


def _copied_headings(work: UnitOfWork, source: int, year: int) -> dict[UUID, UUID]:
    """Which headings of a year stand for those of an earlier one, by their letters; what it lacks is added."""
    there = {one.symbol.casefold(): one for one in work.case_files.headings(year)}
    place = max((one.place for one in there.values()), default=-1) + 1
    moved: dict[UUID, UUID] = {}
    for number, one in enumerate(work.case_files.headings(source), place):
        copied = there.get(one.symbol.casefold())
        if copied is None:
            copied = CaseHeading(new_id(work.now), year, number, one.symbol, in_new_year(one.name, source, year))
            work.case_files.put_heading(copied)
        moved[one.id] = copied.id
    return moved


def list_of_year(work: UnitOfWork, officer: Officer, year: int) -> YearList:
    """The list of a year as an officer sees it."""
    files = work.case_files.of_year(year)
    rows = rows_of(work, officer, [one for one in files if one.is_listed or may_read(officer, one)])
    sections = (
        ListSection(heading, tuple(row for row in rows if row.case_file.heading == (heading.id if heading else None)))
        for heading in (*work.case_files.headings(year), None)
    )
    return YearList(
        work.case_files.list_of(year),
        tuple(one for one in sections if one.heading is not None or one.rows),
        _totals(files),
        _earlier(work, year),
    )


def _totals(files: Iterable[CaseFile]) -> ListTotals:
    """How many listed files are kept for ever and how many for years."""
    terms = [one.retention for one in files if one.is_listed]
    permanent = sum(term is not None and term.is_permanent for term in terms)
    unsaid = sum(term is None for term in terms)
    return ListTotals(permanent, len(terms) - permanent - unsaid, unsaid)
