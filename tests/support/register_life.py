"""What registers hold: a record of every kind, kept as its service keeps it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from uuid import UUID

from support.work_life import keep_work
from vpdesk.db.register_tables import BookPageRow, ImportBatchRow, LockedRow, SavedViewRow
from vpdesk.db.store import UnitOfWork
from vpdesk.domain.attachments import Attachment, FileRole, file_digest
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, ArrivalYear, IncomingDocument
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import Correction, Delivery, FileCopyUse, LineState, Link, LinkKind, Method, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.domain.workdays import Holiday

SOME_FILE = b"a file of the office"
SOME_DIGEST = file_digest(SOME_FILE)


def keep_registers(work: UnitOfWork, officer: UUID, words: str, chance: random.Random, dispatch: UUID | None) -> None:
    """Keep a record of every table of the registers, and tell of them."""
    line = keep_line(work, officer, words, chance, dispatch)
    arrival = keep_arrival(work, officer, words, chance)
    work.numbers.put_link(Link(new_id(work.now), line, arrival, LinkKind.ANSWERS, work.now, officer, words))
    for record in (line, arrival):
        work.attachments.put(
            Attachment(
                id=new_id(work.now),
                record=record,
                place=0,
                role=FileRole.SCAN,
                name=f"{words}.pdf",
                media_type="application/pdf",
                size=chance.randrange(9999),
                digest=SOME_DIGEST,
                added_at=work.now,
                officer=officer,
                pages=2,
            )
        )
    work.attachments.put_text(SOME_DIGEST, words)
    work.calendar.put(Holiday(date(2025, 1, 1) + timedelta(chance.randrange(365)), words, chance.random() < 0.2))
    _keep_the_rest(work, officer, words, line)
    keep_work(work, officer, words, arrival)
    work.tell(officer, "keep", "registers", None)


def keep_line(work: UnitOfWork, officer: UUID, words: str, chance: random.Random, dispatch: UUID | None) -> UUID:
    """Keep a line of the outgoing register in a row of numbers of its own, sent and corrected."""
    body = work.organisation.bodies()[0]
    row = Series(
        new_id(work.now), body.id, f"{words} {chance.random()}", Days(date(2024, 1, 1), date(2024, 12, 31)), last=1
    )
    work.numbers.put_series(row)
    line = RegisterLine(
        id=new_id(work.now),
        series=row.id,
        number=1,
        reference="01-CV/BTGHU",
        state=LineState.ISSUED,
        entered_at=work.now,
        entered_by=officer,
        document_type="CV",
        document_date=date(2024, 12, 24),
        subject=words,
        signer="Trần Minh Khôi",
        recipients=("Các chi bộ", words),
        copies=4,
        held_until=work.now,
        dispatch=dispatch,
    )
    work.numbers.put_line(line)
    work.numbers.put_deliveries(
        [Delivery(new_id(work.now), line.id, 0, words, method=Method.POST, sent_on=date(2024, 12, 24), covers=1)]
    )
    work.numbers.add_correction(
        Correction(new_id(work.now), line.id, "outgoing", work.now, officer, (("copies", "3", "4"),), words)
    )
    return line.id


def keep_arrival(work: UnitOfWork, officer: UUID, words: str, chance: random.Random) -> UUID:
    """Keep an arrival in a book of its own."""
    book = ArrivalBook(new_id(work.now), words)
    work.arrivals.put_book(book)
    work.arrivals.put_year(ArrivalYear(book.id, 2024, last=1))
    arrival = IncomingDocument(
        id=new_id(work.now),
        book=book.id,
        year=2024,
        arrival_number=1,
        entered_at=work.now,
        entered_by=officer,
        arrived_on=date(2024, 12, 24),
        sender=words,
        reference=f"{chance.randrange(1, 999)}-CV/HU",
        document_date=date(2024, 12, 23),
        subject=words,
        pages=2,
        due_on=date(2025, 1, 5),
    )
    work.arrivals.put(arrival)
    return arrival.id


def _keep_the_rest(work: UnitOfWork, officer: UUID, words: str, line: UUID) -> None:
    session, at = work._session, work.now
    page = new_id(at)
    session.add(
        BookPageRow(
            id=page,
            book_kind="outgoing",
            book_key=str(new_id(at)),
            year=2024,
            number=1,
            content="[]",
            pdf=SOME_DIGEST,
            head_value=words,
            printed_at=at,
            printed_by=officer,
        )
    )
    session.flush()
    session.add(LockedRow(row_id=line, page_id=page))
    work.file_copies.put(FileCopyUse(new_id(at), line, date(2024, 12, 24), words, notes=words))
    session.add(
        ImportBatchRow(
            id=new_id(at),
            book_kind="outgoing",
            file_name=words,
            digest=SOME_DIGEST,
            made_at=at,
            officer_id=officer,
            before="{}",
            counts="{}",
        )
    )
    session.add(SavedViewRow(id=new_id(at), owner_id=officer, place_in_order=0, name=words, query="{}"))
