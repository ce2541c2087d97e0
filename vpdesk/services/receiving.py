"""What arrives: registered in a book under its number, corrected, handed on, looked up.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from vpdesk.domain.arriving import (
    FIRST_BOOK,
    ArrivalDetail,
    ArrivalEntry,
    ArrivalPage,
    ArrivalQuery,
    ArrivalRow,
    ArrivalValues,
    ArrivalView,
    EntryBeginning,
    SenderValues,
    ValueKind,
    changes_between,
    cleaned,
    with_entry,
)
from vpdesk.domain.attachments import Attachment, NewFile
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import (
    DateInFuture,
    IncompleteArrival,
    ReasonMissing,
    RowInUse,
    SecretFile,
    SecretsNotDecided,
    StaleEdit,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, ArrivalYear, IncomingDocument, twin_key
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.arrival_parts import (
    KIND,
    attach,
    books_in_use,
    books_of,
    correct,
    erase_secrets,
    find_book,
    kept_book,
    living,
    not_in_future,
    put_line,
    takes_secrets,
    twins_by,
)
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_arrival
from vpdesk.services.handling_parts import asker_at, lead_signed, receiver_of
from vpdesk.services.happenings import happenings
from vpdesk.services.row_work import with_work
from vpdesk.services.seat import require

_LAST_LINES: Final = 5


# --- entering -----------------------------------------------------------------------------------------------------


def begin_entry(desk: Desk, book: UUID | None = None) -> EntryBeginning:
    """What an empty form begins with, for a book or the first. Raises NoSuchRecord, and as `seat.require`."""
    with desk.store.reading() as work:
        require(desk, work, Permission.REGISTER_ARRIVALS)
        chosen, today = find_book(work, book), local_day(work.now)
        last = work.arrival_lists.newest(chosen.id, _LAST_LINES)
        return EntryBeginning(
            books=books_in_use(work),
            book=chosen,
            year=today.year,
            next_number=work.arrivals.year(chosen.id, today.year).last + 1,
            today=today,
            receiver=next((one.receiver for one in last if one.receiver), None),
            last=last,
            workdays=work.calendar.workdays(),
            takes_secrets=takes_secrets(work),
        )


def register(desk: Desk, entry: ArrivalEntry, files: Sequence[NewFile] = ()) -> IncomingDocument:
    """Enter an arrival under the next number of its book, with the files that `files.take_in` has kept.

    Of a secret paper nothing is kept that must not be. Raises IncompleteArrival without a sender, DateInFuture,
    SecretsNotDecided, SecretFile, NoSuchRecord, and as `seat.require`.
    """
    typed = cleaned(entry)
    if not typed.sender:
        raise IncompleteArrival
    if typed.secrecy is not None and files:
        raise SecretFile(typed.secrecy)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.REGISTER_ARRIVALS)
        if typed.secrecy is not None and not takes_secrets(work):
            raise SecretsNotDecided(typed.secrecy)
        today = local_day(work.now)
        not_in_future(typed, today)
        book = kept_book(work, find_book(work, typed.book))
        numbers = work.arrivals.year(book.id, today.year)
        number = numbers.last + 1
        work.arrivals.put_year(replace(numbers, last=number))
        blank = IncomingDocument(
            new_id(work.now), book.id, today.year, number, work.now, officer.id, typed.arrived_on or today, typed.sender
        )
        arrival = work.arrivals.put(with_entry(blank, typed))
        attach(desk, work, arrival.id, files, officer.id)
        index_arrival(desk, work, arrival)
        work.tell(officer.id, "register", KIND, arrival.id, year=today.year, number=number, files=len(files))
        return arrival


def twins(desk: Desk, sender: str, reference: str | None, document_date: date | None) -> tuple[IncomingDocument, ...]:
    """The arrivals that are the same paper by sender, number, symbol and year, the newest first."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return twins_by(work, twin_key(sender, reference, document_date))


def earlier(desk: Desk) -> ArrivalValues:
    """What was typed before, to be offered again."""
    with desk.store.reading() as work:
        require(desk, work, Permission.REGISTER_ARRIVALS)
        values = work.arrival_lists.values()
    types, symbols = values[ValueKind.SENDERS_TYPE], values[ValueKind.SENDERS_SYMBOL]
    return ArrivalValues(
        senders=values[ValueKind.SENDER].get("", {}),
        types=values[ValueKind.TYPE].get("", {}),
        receivers=values[ValueKind.RECEIVER].get("", {}),
        of_sender={
            sender: SenderValues(types.get(sender, {}), symbols.get(sender, {}))
            for sender in types.keys() | symbols.keys()
        },
    )


# --- what becomes of a line ---------------------------------------------------------------------------------------


def amend(desk: Desk, arrival: IncomingDocument, entry: ArrivalEntry, reason: str | None = None) -> IncomingDocument:
    """Correct a line; what each field said before stays on record. `arrival` is the line as one has read it.

    Where a level of secrecy is set, what must not be kept is erased, on record too. Raises StaleEdit where somebody
    has changed it meanwhile, ArrivalIsVoid, IncompleteArrival, DateInFuture, NoSuchRecord, and as `seat.require`.
    """
    typed = cleaned(entry)
    if not typed.sender:
        raise IncompleteArrival
    with desk.store.writing() as work:
        officer, before = require(desk, work, Permission.REGISTER_ARRIVALS), living(work, arrival.id)
        if before.version != arrival.version:
            raise StaleEdit
        not_in_future(typed, local_day(work.now))
        after = with_entry(before, typed)
        changes = changes_between(before, after)
        if not changes:
            return before
        erased: tuple[Attachment, ...] = ()
        if after.secrecy is not None:
            erased = work.attachments.of(before.id)
            after, changes = replace(after, answer=None), erase_secrets(work, erased, changes, before.id)
        kept = work.arrivals.put(after)
        correct(work, kept.id, officer, changes, reason)
        index_arrival(desk, work, kept)
        work.tell(officer.id, "amend", KIND, kept.id, fields=" ".join(name for name, _, _ in changes))
    for one in erased:
        desk.store.files.drop(one.digest)
    return kept


def void(desk: Desk, arrival: UUID, reason: str) -> IncomingDocument:
    """Strike a line that was entered by mistake: it stays, and its number is never used again.

    Raises ReasonMissing, ArrivalIsVoid, NoSuchRecord, and as `seat.require`.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer, before = require(desk, work, Permission.REGISTER_ARRIVALS), living(work, arrival)
        kept = put_line(work, officer, before, replace(before, state=ArrivalState.VOID, reason=why), why)
        index_arrival(desk, work, kept)
        work.tell(officer.id, "void", KIND, arrival)
        return kept


def hand_over(desk: Desk, arrivals: Iterable[UUID], receiver: str | None, day: date) -> tuple[IncomingDocument, ...]:
    """Hand arrivals on to a receiver on a day; None leaves each to the one it has.

    Raises DateInFuture, ArrivalIsVoid, NoSuchRecord, and as `seat.require`; nothing is handed on then.
    """
    to = entered(receiver or "")
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.REGISTER_ARRIVALS)
        if day > local_day(work.now):
            raise DateInFuture(day)
        handed = []
        for one in arrivals:
            before = living(work, one)
            kept = put_line(work, officer, before, replace(before, receiver=to or before.receiver, handed_on=day))
            index_arrival(desk, work, kept)
            work.tell(officer.id, "hand_over", KIND, one, day=day.isoformat())
            handed.append(kept)
        return tuple(handed)


def received(desk: Desk, arrivals: Iterable[UUID], by: str | None, day: date) -> tuple[IncomingDocument, ...]:
    """Set down who signed on a day for arrivals that were handed on; None is each one's lead, or receiver.

    What was not handed on yet was on that day. Who leads has it in work from then on. Raises as `hand_over`.
    """
    signed = entered(by or "")
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.REGISTER_ARRIVALS)
        if day > local_day(work.now):
            raise DateInFuture(day)
        taken = []
        for one in arrivals:
            before = living(work, one)
            on = before.handed_on or day
            after = replace(before, received_by=signed or receiver_of(work, before), received_on=day, handed_on=on)
            kept = put_line(work, officer, before, after)
            lead_signed(work, one, officer.id)
            index_arrival(desk, work, kept)
            work.tell(officer.id, "receive", KIND, one, day=day.isoformat())
            taken.append(kept)
        return tuple(taken)


# --- looking up ---------------------------------------------------------------------------------------------------


def arrivals(desk: Desk, query: ArrivalQuery = ArrivalQuery()) -> ArrivalPage:  # noqa: B008 -- frozen
    """A page of the list of arrivals."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        if query.book is None and len(only := books_of(work)) == 1:
            query = replace(query, book=only[0].id)
        page = work.arrival_lists.page(query, asker_at(work, officer))
        return replace(page, rows=with_work(work, officer, page.rows))


def listed(desk: Desk, arrivals: Sequence[UUID]) -> tuple[ArrivalRow, ...]:
    """These arrivals as rows of a list, in the order they are named in; those that are gone are left out."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        return with_work(work, officer, work.arrival_lists.rows(arrivals))


def counts(desk: Desk) -> Mapping[ArrivalView, int]:
    """How many arrivals each view shows, up to `MOST_COUNTED`; not that of all."""
    with desk.store.reading() as work:
        return work.arrival_lists.counts(asker_at(work, require(desk, work, Permission.READ_REGISTERS)))


def detail(desk: Desk, arrival: UUID) -> ArrivalDetail:
    """All there is to know of an arrival. Raises NoSuchRecord, and as `seat.require`."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        found = work.arrivals.get(arrival)
        key = twin_key(found.sender, found.reference, found.document_date)
        return ArrivalDetail(
            arrival=found,
            book=find_book(work, found.book),
            entered_by_name=work.organisation.officer(found.entered_by).name,
            files=work.attachments.of(arrival),
            corrections=work.numbers.corrections(arrival),
            happenings=happenings(work, arrival),
            twins=tuple(one for one in twins_by(work, key) if one.id != arrival),
        )


# --- the books ----------------------------------------------------------------------------------------------------


def books(desk: Desk) -> tuple[ArrivalBook, ...]:
    """Every book of arrivals, in the office's order; the first stands there before it has a line."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return books_of(work)


def put_book(desk: Desk, book: ArrivalBook) -> None:
    """Keep a book: a new one, another name or place, or the day from which it takes no lines."""
    named = replace(book, name=entered(book.name) or FIRST_BOOK.name)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        if not work.arrivals.books() and book.id != FIRST_BOOK.id:
            work.arrivals.put_book(FIRST_BOOK)
        work.arrivals.put_book(named)
        work.tell(officer.id, "put_book", "arrival_book", book.id)


def open_year(desk: Desk, book: UUID, first_number: int, reason: str) -> ArrivalYear:
    """Let the numbers of this year begin with another than 1, for an office that starts in mid-year.

    Raises RowInUse where a number was taken already, ReasonMissing, NoSuchRecord, and as `seat.require`.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer, kept = require(desk, work, Permission.KEEP_BOOKS), kept_book(work, find_book(work, book))
        before = work.arrivals.year(book, local_day(work.now).year)
        if before.last >= before.opening_number:
            raise RowInUse(str(before.last))
        first = max(first_number, 1)
        opened = replace(before, opening_number=first, opening_reason=why, last=first - 1)
        work.arrivals.put_year(opened)
        work.tell(officer.id, "open_year", "arrival_book", kept.id, year=opened.year, first=first)
        return opened
