"""Documents of every kind in the registers of the sample office, put in as the services do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from support.builders import a_dispatch, a_paragraph
from support.seats import sit
from vpdesk.db.store import UnitOfWork
from vpdesk.domain.drafts import Draft
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, IncomingDocument
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_arrival, index_line

ENTERED = datetime(2024, 12, 24, 2, tzinfo=UTC)
SERIES, BOOK = UUID(int=21), UUID(int=22)


class Registers:
    """The sample office with a row of numbers and a book of arrivals; the clerk sits at the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.body = office.found_sample(desk).bodies[0].id
        self.clerk = sit(desk, "Hạnh")
        with desk.store.writing() as work:
            work.numbers.put_series(Series(SERIES, self.body, "CV", Days(date(2024, 1, 1), date(2024, 12, 31))))
            work.arrivals.put_book(ArrivalBook(BOOK, "Văn bản đến"))
            work.tell(self.clerk.id, "open", "series", SERIES)

    def issue(self, number: int, subject: str = "Việc chung", **changes: object) -> RegisterLine:
        """Put a letter into the register."""
        line = RegisterLine(
            id=new_id(ENTERED),
            series=SERIES,
            number=number,
            reference=f"{number:02d}-CV/BTGHU",
            state=LineState.EXTERNAL,
            entered_at=ENTERED,
            entered_by=self.clerk.id,
            document_type="CV",
            document_date=date(2024, 12, 24),
            subject=subject,
        )
        with self.desk.store.writing() as work:
            return self.keep_line(work, replace(line, **changes))  # type: ignore[arg-type] # whatever a line has

    def keep_line(self, work: UnitOfWork, line: RegisterLine) -> RegisterLine:
        """Keep a line, and let it be found."""
        kept = work.numbers.put_line(line)
        index_line(self.desk, work, kept)
        work.tell(self.clerk.id, "register", "outgoing", kept.id)
        return kept

    def arrive(self, number: int, subject: str = "Việc chung", **changes: object) -> IncomingDocument:
        """Enter an arrival."""
        arrival = IncomingDocument(
            id=new_id(ENTERED),
            book=BOOK,
            year=2024,
            arrival_number=number,
            entered_at=ENTERED,
            entered_by=self.clerk.id,
            arrived_on=date(2024, 12, 24),
            sender="Ủy ban nhân dân xã Tân Liên",
            reference=f"Số: {number}/CV-UBND",
            subject=subject,
        )
        with self.desk.store.writing() as work:
            kept = work.arrivals.put(replace(arrival, **changes))  # type: ignore[arg-type] # whatever an arrival has
            index_arrival(self.desk, work, kept)
            work.tell(self.clerk.id, "register", "incoming", kept.id)
            return kept

    def draft(self, subject: str, *words: str) -> Draft:
        """Begin a draft."""
        body = tuple(map(a_paragraph, words or ("Nội dung.",)))
        dispatch = a_dispatch(subject_summary=subject, number=None, body=body)
        return drafting.begin(self.desk, dispatch, self.body).draft
