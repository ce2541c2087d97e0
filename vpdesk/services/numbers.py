"""The rows of numbers: which one a document belongs to, how it begins, what it accounts for, how it is closed.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from vpdesk.domain.errors import NumberUnavailable, ReasonMissing, RowInUse, SeriesClosed, StillHeld
from vpdesk.domain.ids import new_id
from vpdesk.domain.issuing import Account, Closing, Tally, account
from vpdesk.domain.organisation import IssuingBody, version_on
from vpdesk.domain.pack import RulePack
from vpdesk.domain.public_holidays import public_holidays
from vpdesk.domain.reorganising import closing_rows
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.series import COPIES, Numbering, Series, numbering_of, numbering_value, reference, span_on
from vpdesk.domain.text import entered
from vpdesk.domain.workdays import Holiday
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OFFICE, _NUMBERING, _SERIES = "office", "numbering", "series"
_YEAR: Final = "year"


# --- the choices of the office ------------------------------------------------------------------------------------


def numbering(desk: Desk) -> Numbering:
    """What the office chose about its numbers."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return numbering_at(work)


def set_numbering(desk: Desk, chosen: Numbering) -> None:
    """Choose about the numbers of rows that are yet to begin; those that were begun go on as they are."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        work.organisation.put_setting(_OFFICE, _NUMBERING, numbering_value(chosen))
        work.tell(officer.id, "choose", "setting", None, key=_NUMBERING, value=numbering_value(chosen))


def numbering_at(work: UnitOfWork) -> Numbering:
    """What the office chose about its numbers."""
    return numbering_of(work.organisation.setting(_OFFICE, _NUMBERING))


def holidays(desk: Desk) -> tuple[Holiday, ...]:
    """The days off, and the days of rest that are worked."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.calendar.holidays()


def put_holiday(desk: Desk, holiday: Holiday) -> None:
    """Set a day off down, or a day of rest that is worked."""
    put_holidays(desk, [holiday])


def propose_holidays(desk: Desk, year: int) -> tuple[Holiday, ...]:
    """The days off of a year by law that the calendar does not have, for the office to confirm or change."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_BOOKS)
        known = {one.day for one in work.calendar.holidays()}
        return tuple(one for one in public_holidays(year) if one.day not in known)


def put_holidays(desk: Desk, holidays: Sequence[Holiday]) -> None:
    """Set days off down, or days of rest that are worked, all at once."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        for one in holidays:
            work.calendar.put(one)
            work.tell(officer.id, "put", "holiday", None, day=one.day, name=one.name, is_worked=one.is_worked)


def drop_holiday(desk: Desk, day: date) -> None:
    """Let a day be as its weekday is."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        work.calendar.drop(day)
        work.tell(officer.id, "drop", "holiday", None, day=day)


# --- the row a document belongs to --------------------------------------------------------------------------------


def row_for(work: UnitOfWork, body: UUID, code: str, pack: RulePack, day: date) -> Series:
    """The row that a document of this type and day takes its number in; one that begins with it is not kept yet.

    Raises NoTermCovers, SeriesClosed, NoSuchRecord.
    """
    chosen = numbering_at(work)
    group = chosen.group_of(body, code, _pack_group(pack, code))
    found = work.numbers.find_series(body, group, day)
    if found is None:
        by_year = group in chosen.yearly or pack.text("numbering.period") == _YEAR
        span = span_on(work.organisation.body(body), day, by_year=by_year)
        return Series(new_id(work.now), body, group, span.days, span.term.id if span.term else None)
    if found.closed_at is not None:
        raise SeriesClosed(found.group)
    return found


def _pack_group(pack: RulePack, code: str) -> str:
    known = Rulebook(pack).document_type(code)
    return known.group if known else code


class Counter(NamedTuple):
    """The row that the next numbers of a type are taken in, and how they are written."""

    row: Series
    pack: RulePack
    symbol: str
    document_type: str

    def written(self, number: int) -> str:
        """A number of it with its symbol."""
        return written(self.pack, number, "", self.symbol)


def counter_for(desk: Desk, work: UnitOfWork, body: UUID, code: str, day: date) -> Counter:
    """Where a number of a type and day comes from, by the rules of that day. Raises as `row_for`."""
    pack = pack_of_day(desk, day)
    row = row_for(work, body, code, pack, day)
    return Counter(row, pack, symbol_of(pack, work.organisation.body(body), code, day), code)


def symbol_of(pack: RulePack, body: IssuingBody, code: str, day: date) -> str:
    """The symbol that a document of a type bears on a day."""
    version = version_on(body, day) or body.versions[-1]
    return Rulebook(pack).symbol(code, version.symbol)


def written(pack: RulePack, number: int, suffix: str, symbol: str) -> str:
    """A number with its symbol, as the pack joins them."""
    return reference(number, suffix, symbol, pack.text("words.number_joint"))


# --- beginning and closing a row ----------------------------------------------------------------------------------


def open_row(desk: Desk, body: UUID, code: str, day: date, number: int, reason: str) -> Series:
    """Let the row of a type and day begin with this number: an office that starts in the middle of a term.

    Raises ReasonMissing, NumberUnavailable for a number below 1, RowInUse where it has given a number already, and as
    `row_for`.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        counter = counter_for(desk, work, body, code, day)
        row = counter.row
        if number < 1:
            raise NumberUnavailable(counter.written(number))
        if not row.is_unused:
            raise RowInUse(counter.written(row.last))
        opened = replace(row, opening_number=number, opening_reason=why, last=number - 1)
        work.numbers.put_series(opened)
        work.tell(officer.id, "open", _SERIES, row.id, group=row.group, number=number, reason=why)
        return opened


def rows(desk: Desk) -> tuple[Tally, ...]:
    """Every row of numbers with how many lines it has of each kind, by its first day."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        counts = work.numbers.tallies()
        return tuple(Tally(one, counts.get(one.id, {})) for one in work.numbers.all_series())


def account_for(desk: Desk, series: UUID) -> tuple[Series, Account]:
    """A row of numbers, and what it accounts for. Raises NoSuchRecord."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        row = work.numbers.series(series)
        return row, account(row, work.numbers.lines(series))


def close_row(desk: Desk, series: UUID) -> Closing:
    """Close a row for good: no number is taken in it from then on. Raises StillHeld, SeriesClosed, NoSuchRecord."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        return _close(work, work.numbers.series(series), officer.id)


def close_body(desk: Desk, body: UUID, last_day: date) -> tuple[Closing, ...]:
    """Close the rows of a body that end with its last day: that of a term, or of the body itself.

    All of them or none; which, `closing_rows` says. Raises StillHeld with every number that is still held, and
    NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        running = closing_rows(work.organisation.body(body), work.numbers.all_series(), last_day)
        held = [line.reference for one in running for line in account(one, work.numbers.lines(one.id)).held]
        if held:
            raise StillHeld(tuple(held))
        return tuple(_close(work, one, officer.id) for one in running)


def _close(work: UnitOfWork, row: Series, officer: UUID) -> Closing:
    if row.closed_at is not None:
        raise SeriesClosed(row.group)
    answer = account(row, work.numbers.lines(row.id))
    if answer.held:
        raise StillHeld(tuple(line.reference for line in answer.held))
    closed = replace(row, closed_at=work.now, closed_by=officer)
    work.numbers.put_series(closed)
    work.tell(
        officer,
        "close",
        _SERIES,
        row.id,
        group=row.group,
        first=answer.first,
        last=answer.last,
        issued=answer.issued + answer.external + answer.withheld,
        void=len(answer.void),
    )
    return Closing(closed, answer, work.now)


COPY_TYPE: Final = COPIES
"""The type by whose row certified copies are numbered."""
