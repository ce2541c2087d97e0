"""What an import asks of the registers and writes to them: many lines at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vpdesk.db.register_records import DELIVERIES, IMPORTS, INCOMING, LINES
from vpdesk.db.register_tables import (
    AttachmentRow,
    BookPageRow,
    CorrectionRow,
    DeliveryRow,
    FindableRow,
    ImportBatchRow,
    IncomingRow,
    LinkRow,
    OutgoingRow,
    SeriesRow,
)
from vpdesk.db.work_tables import CasePaperRow
from vpdesk.domain.errors import NoSuchRecord
from vpdesk.domain.import_files import Candidate
from vpdesk.domain.importing import ImportBatch
from vpdesk.domain.incoming import IncomingDocument, twin_key
from vpdesk.domain.outgoing import Delivery, RegisterLine

T = TypeVar("T")

AT_ONCE: Final = 500
"""Lines that are asked for and written together."""


def some_at_once(things: Iterable[T], number: int = AT_ONCE) -> Iterator[list[T]]:
    """Things in lists of at most this many."""
    rest = iter(things)
    while together := list(islice(rest, number)):
        yield together


class Imports:
    """Lines that came from other files, and what they came with."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- what the registers have ------------------------------------------------------------------------------------

    def lines(self, series: UUID, numbers: Collection[int]) -> dict[tuple[int, str], RegisterLine]:
        """The lines of a row of numbers that have one of these."""
        asked = select(OutgoingRow).where(OutgoingRow.series_id == series, OutgoingRow.number.in_(numbers))
        found = map(LINES.value, self._session.scalars(asked))
        return {(line.number, line.suffix): line for line in found}

    def numbers_between(self, series: UUID, first: int, last: int) -> Sequence[int]:
        """The numbers of a row that have their line, from one to another."""
        return self._session.scalars(
            select(OutgoingRow.number).where(OutgoingRow.series_id == series, OutgoingRow.number.between(first, last))
        ).all()

    def arrivals(self, book: UUID, year: int, numbers: Collection[int]) -> dict[tuple[int, str], IncomingDocument]:
        """The arrivals of a book and a year that have one of these numbers."""
        asked = select(IncomingRow).where(
            IncomingRow.book_id == book, IncomingRow.year == year, IncomingRow.number.in_(numbers)
        )
        found = map(INCOMING.value, self._session.scalars(asked))
        return {(one.arrival_number, one.suffix): one for one in found}

    def arrival_numbers_between(self, book: UUID, year: int, first: int, last: int) -> Sequence[int]:
        """The numbers of a book and a year that have their line, from one to another."""
        return self._session.scalars(
            select(IncomingRow.number).where(
                IncomingRow.book_id == book, IncomingRow.year == year, IncomingRow.number.between(first, last)
            )
        ).all()

    def numbered(self, number: int) -> tuple[Candidate, ...]:
        """The lines with a number, and the arrivals whose own number begins so."""
        lines = select(OutgoingRow.id, OutgoingRow.reference, OutgoingRow.document_date).where(
            OutgoingRow.number == number, OutgoingRow.state.in_(("external", "issued"))
        )
        arrivals = select(IncomingRow.id, IncomingRow.reference, IncomingRow.document_date).where(
            or_(*(IncomingRow.reference.startswith(f"{number:0{width}d}") for width in (1, 2, 3))),
            IncomingRow.state == "registered",
            IncomingRow.secrecy.is_(None),
        )
        found = [*self._session.execute(lines), *self._session.execute(arrivals)]
        return tuple(Candidate(one.id, one.reference, one.document_date) for one in found)

    # --- taking in --------------------------------------------------------------------------------------------------

    def add_lines(self, lines: Iterable[RegisterLine], deliveries: Iterable[Delivery]) -> None:
        """Keep new lines of the outgoing register, as their first version, and how they were sent."""
        self._session.add_all(map(LINES.row, lines))
        self._session.flush()
        self._session.add_all(map(DELIVERIES.row, deliveries))
        self._session.flush()

    def add_arrivals(self, arrivals: Iterable[IncomingDocument]) -> None:
        """Keep new arrivals, as their first version."""
        self._session.add_all(
            INCOMING.row(one, twin_key=twin_key(one.sender, one.reference, one.document_date)) for one in arrivals
        )
        self._session.flush()

    def put(self, batch: ImportBatch) -> None:
        """Keep what is known of an import."""
        self._session.merge(IMPORTS.row(batch))
        self._session.flush()

    # --- taking back ------------------------------------------------------------------------------------------------

    def get(self, batch: UUID) -> ImportBatch:
        """An import. Raises NoSuchRecord."""
        row = self._session.get(ImportBatchRow, batch)
        if row is None:
            raise NoSuchRecord("import_batch", str(batch))
        return IMPORTS.value(row)

    def since(self, moment: datetime) -> tuple[ImportBatch, ...]:
        """The imports from a moment on, the newest first."""
        rows = self._session.scalars(
            select(ImportBatchRow).where(ImportBatchRow.made_at >= moment).order_by(ImportBatchRow.made_at.desc())
        )
        return tuple(map(IMPORTS.value, rows))

    def lines_of(self, batch: UUID) -> Iterator[list[RegisterLine]]:
        """The lines that an import brought, some at a time."""
        keys = self._session.scalars(select(OutgoingRow.id).where(OutgoingRow.import_id == batch)).all()
        for some in some_at_once(keys):
            asked = select(OutgoingRow).where(OutgoingRow.id.in_(some)).order_by(OutgoingRow.id)
            yield [LINES.value(row) for row in self._session.scalars(asked)]

    def arrivals_of(self, batch: UUID) -> Iterator[list[IncomingDocument]]:
        """The arrivals that an import brought, some at a time."""
        keys = self._session.scalars(select(IncomingRow.id).where(IncomingRow.import_id == batch)).all()
        for some in some_at_once(keys):
            asked = select(IncomingRow).where(IncomingRow.id.in_(some)).order_by(IncomingRow.id)
            yield [INCOMING.value(row) for row in self._session.scalars(asked)]

    def built_on(self, records: Collection[UUID]) -> UUID | None:
        """A record of these to which something was added since: a file, a link, a correction, a case file."""
        added_to = (
            AttachmentRow.record_id,
            LinkRow.from_id,
            LinkRow.to_id,
            CorrectionRow.record_id,
            CasePaperRow.record_id,
        )
        for column in added_to:
            found = self._session.scalar(select(column).where(column.in_(records)).limit(1))
            if found is not None:
                return found
        return None

    def has_locked_page_since(self, book_kind: str, moment: datetime) -> bool:
        """Whether a page of a book was printed and signed since."""
        asked = select(BookPageRow.id).where(
            BookPageRow.book_kind == book_kind, BookPageRow.printed_at >= moment, BookPageRow.locked_at.is_not(None)
        )
        return self._session.scalar(asked.limit(1)) is not None

    def remove(self, records: Collection[UUID]) -> None:
        """Take lines or arrivals out of the registers, with how they were sent and what is found of them."""
        for kind, column in (
            (DeliveryRow, DeliveryRow.outgoing_id),
            (FindableRow, FindableRow.record_id),
            (OutgoingRow, OutgoingRow.id),
            (IncomingRow, IncomingRow.id),
        ):
            for row in self._session.scalars(select(kind).where(column.in_(records))):
                self._session.delete(row)
            self._session.flush()

    def drop_corrections(self, corrections: Collection[UUID]) -> None:
        """Drop corrections that an import made."""
        for row in self._session.scalars(select(CorrectionRow).where(CorrectionRow.id.in_(corrections))):
            self._session.delete(row)
        self._session.flush()

    def drop_series(self, series: Collection[UUID]) -> None:
        """Drop rows of numbers that have no line any more."""
        for row in self._session.scalars(select(SeriesRow).where(SeriesRow.id.in_(series))):
            self._session.delete(row)
        self._session.flush()
