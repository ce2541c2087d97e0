"""What the registers keep: rows of numbers and their lines, arrivals, files, the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, or_, select, union
from sqlalchemy.orm import Session

from vpdesk.db.arrival_lists import recount
from vpdesk.db.handlings import note_open
from vpdesk.db.register_records import (
    ARRIVAL_BOOKS,
    ARRIVAL_YEARS,
    ATTACHMENTS,
    CORRECTIONS,
    DELIVERIES,
    FILE_COPY_USES,
    HOLIDAYS,
    INCOMING,
    LINES,
    LINKS,
    SAVED_VIEWS,
    SERIES,
)
from vpdesk.db.register_tables import (
    ArrivalBookRow,
    ArrivalYearRow,
    AttachmentRow,
    BookPageRow,
    CorrectionRow,
    DeliveryRow,
    FileCopyUseRow,
    FileTextRow,
    HolidayRow,
    IncomingRow,
    LinkRow,
    OutgoingRow,
    SavedViewRow,
    SeriesRow,
)
from vpdesk.domain.attachments import Attachment, FileRole
from vpdesk.domain.errors import NoSuchRecord, StaleEdit
from vpdesk.domain.incoming import ArrivalBook, ArrivalYear, IncomingDocument, twin_key
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import Correction, Delivery, FileCopyUse, LineState, Link, RegisterLine
from vpdesk.domain.search_query import SavedView
from vpdesk.domain.series import Series
from vpdesk.domain.workdays import Holiday, Workdays


class Numbers:
    """The rows of numbers, and the lines of the outgoing register."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all_series(self) -> tuple[Series, ...]:
        """Every row of numbers, by its first day."""
        rows = self._session.scalars(select(SeriesRow).order_by(SeriesRow.first_day, SeriesRow.type_group))
        return tuple(map(SERIES.value, rows))

    def series(self, series: UUID) -> Series:
        """A row of numbers. Raises NoSuchRecord."""
        row = self._session.get(SeriesRow, series)
        if row is None:
            raise NoSuchRecord("series", str(series))
        return SERIES.value(row)

    def find_series(self, body: UUID, group: str, day: date) -> Series | None:
        """The row of a body and a group of types that has a day; None where there is none yet."""
        asked = select(SeriesRow).where(
            SeriesRow.body_id == body,
            SeriesRow.type_group == group,
            or_(SeriesRow.first_day.is_(None), SeriesRow.first_day <= day),
            or_(SeriesRow.last_day.is_(None), SeriesRow.last_day >= day),
        )
        row = self._session.scalars(asked.order_by(SeriesRow.first_day.desc())).first()
        return SERIES.value(row) if row else None

    def put_series(self, series: Series) -> None:
        """Keep a row of numbers."""
        self._session.merge(SERIES.row(series))
        self._session.flush()

    def line(self, line: UUID) -> RegisterLine:
        """A line. Raises NoSuchRecord."""
        row = self._session.get(OutgoingRow, line)
        if row is None:
            raise NoSuchRecord("outgoing", str(line))
        return LINES.value(row)

    def has_line(self, record: UUID) -> bool:
        """Whether a record is a line of the outgoing register."""
        return self._session.get(OutgoingRow, record) is not None

    def line_of(self, dispatch: UUID) -> RegisterLine | None:
        """The line of a dispatch."""
        row = self._session.scalars(select(OutgoingRow).where(OutgoingRow.dispatch_id == dispatch)).first()
        return LINES.value(row) if row else None

    def lines(self, series: UUID) -> tuple[RegisterLine, ...]:
        """The lines of a row, in the order of its numbers."""
        rows = self._session.scalars(
            select(OutgoingRow).where(OutgoingRow.series_id == series).order_by(OutgoingRow.number, OutgoingRow.suffix)
        )
        return tuple(map(LINES.value, rows))

    def is_taken(self, series: UUID, number: int, suffix: str) -> bool:
        """Whether a number of a row has its line."""
        asked = select(OutgoingRow.id).where(
            OutgoingRow.series_id == series, OutgoingRow.number == number, OutgoingRow.suffix == suffix
        )
        return self._session.scalar(asked) is not None

    def dated_outside(self, series: UUID, days: Days, limit: int) -> tuple[str, ...]:
        """Numbers of a row, as they are written, whose documents are dated before or after these days; no void ones."""
        outside = [
            OutgoingRow.document_date < days.first if days.first else None,
            OutgoingRow.document_date > days.last if days.last else None,
        ]
        asked = select(OutgoingRow.reference).where(
            OutgoingRow.series_id == series,
            OutgoingRow.state != LineState.VOID.value,
            or_(false(), *(one for one in outside if one is not None)),
        )
        return tuple(self._session.scalars(asked.order_by(OutgoingRow.number, OutgoingRow.suffix).limit(limit)))

    def tallies(self) -> dict[UUID, dict[LineState, int]]:
        """How many lines of each row stand how."""
        counts: dict[UUID, dict[LineState, int]] = {}
        asked = select(OutgoingRow.series_id, OutgoingRow.state, func.count()).group_by(
            OutgoingRow.series_id, OutgoingRow.state
        )
        for series, state, number in self._session.execute(asked):
            counts.setdefault(series, {})[LineState(state)] = number
        return counts

    def held(self) -> tuple[RegisterLine, ...]:
        """The numbers that are held, those whose hour comes first first."""
        rows = self._session.scalars(
            select(OutgoingRow).where(OutgoingRow.state == "held").order_by(OutgoingRow.held_until, OutgoingRow.id)
        )
        return tuple(map(LINES.value, rows))

    def newest_before(self, series: UUID, number: int) -> RegisterLine | None:
        """The dated line with the largest number below a number of its row."""
        row = self._session.scalars(
            select(OutgoingRow)
            .where(
                OutgoingRow.series_id == series,
                OutgoingRow.number < number,
                OutgoingRow.document_date.is_not(None),
            )
            .order_by(OutgoingRow.number.desc(), OutgoingRow.suffix.desc())
            .limit(1)
        ).first()
        return LINES.value(row) if row else None

    def put_line(self, line: RegisterLine) -> RegisterLine:
        """Keep a line; it comes back with its next version. Raises StaleEdit where a later one is there already."""
        there = self._session.get(OutgoingRow, line.id)
        if (there.version if there else 0) != line.version:
            raise StaleEdit
        kept = replace(line, version=line.version + 1)
        (self._session.merge if there else self._session.add)(LINES.row(kept))
        self._session.flush()
        return kept

    def deliveries(self, line: UUID) -> tuple[Delivery, ...]:
        """How a document was sent, recipient by recipient."""
        rows = self._session.scalars(
            select(DeliveryRow).where(DeliveryRow.outgoing_id == line).order_by(DeliveryRow.place_in_order)
        )
        return tuple(map(DELIVERIES.value, rows))

    def delivery(self, delivery: UUID) -> Delivery:
        """A delivery. Raises NoSuchRecord."""
        row = self._session.get(DeliveryRow, delivery)
        if row is None:
            raise NoSuchRecord("delivery", str(delivery))
        return DELIVERIES.value(row)

    def add_deliveries(self, deliveries: Iterable[Delivery]) -> None:
        """Keep the deliveries of what has none yet."""
        self._session.add_all(map(DELIVERIES.row, deliveries))
        self._session.flush()

    def put_deliveries(self, deliveries: Iterable[Delivery]) -> None:
        """Keep deliveries."""
        for one in deliveries:
            self._session.merge(DELIVERIES.row(one))
        self._session.flush()

    def links(self, record: UUID) -> tuple[Link, ...]:
        """What a document does to others, and others to it."""
        rows = self._session.scalars(
            select(LinkRow).where(or_(LinkRow.from_id == record, LinkRow.to_id == record)).order_by(LinkRow.made_at)
        )
        return tuple(map(LINKS.value, rows))

    def reference_of(self, record: UUID) -> tuple[str, str | None]:
        """The number and symbol of a line or an arrival, and its subject. Raises NoSuchRecord."""
        for kind in (OutgoingRow, IncomingRow):
            columns = kind.__table__.columns
            asked = select(columns.reference, columns.subject).where(columns.id == record)
            found = self._session.execute(asked).first()
            if found is not None:
                return found.reference or "", found.subject
        raise NoSuchRecord("outgoing", str(record))

    def put_link(self, link: Link) -> None:
        """Keep a link."""
        self._session.merge(LINKS.row(link))
        self._session.flush()

    def drop_link(self, link: UUID) -> None:
        """Drop a link."""
        if (row := self._session.get(LinkRow, link)) is not None:
            self._session.delete(row)

    def corrections(self, record: UUID) -> tuple[Correction, ...]:
        """The changes to a line, the first first."""
        rows = self._session.scalars(
            select(CorrectionRow)
            .where(CorrectionRow.record_id == record)
            .order_by(CorrectionRow.made_at, CorrectionRow.id)
        )
        return tuple(map(CORRECTIONS.value, rows))

    def add_correction(self, correction: Correction) -> None:
        """Keep a change to a line."""
        self._session.add(CORRECTIONS.row(correction))
        self._session.flush()

    def put_correction(self, correction: Correction) -> None:
        """Keep a change to a line that says less than it did."""
        self._session.merge(CORRECTIONS.row(correction))
        self._session.flush()


class FileCopies:
    """Who used the file copies."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, use: UUID) -> FileCopyUse:
        """A use of a file copy. Raises NoSuchRecord."""
        row = self._session.get(FileCopyUseRow, use)
        if row is None:
            raise NoSuchRecord("file_copy_use", str(use))
        return FILE_COPY_USES.value(row)

    def put(self, use: FileCopyUse) -> None:
        """Keep a use of a file copy."""
        self._session.merge(FILE_COPY_USES.row(use))
        self._session.flush()

    def of(self, line: UUID) -> tuple[FileCopyUse, ...]:
        """Who used the file copy of a line, the first first."""
        return self._listed(FileCopyUseRow.outgoing_id == line)

    def out(self) -> tuple[FileCopyUse, ...]:
        """The file copies that were not given back, the longest out first."""
        return self._listed(FileCopyUseRow.returned_on.is_(None))

    def _listed(self, asked: ColumnElement[bool]) -> tuple[FileCopyUse, ...]:
        rows = self._session.scalars(
            select(FileCopyUseRow).where(asked).order_by(FileCopyUseRow.used_on, FileCopyUseRow.id)
        )
        return tuple(map(FILE_COPY_USES.value, rows))


class Arrivals:
    """The books of arrivals."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def books(self) -> tuple[ArrivalBook, ...]:
        """Every book, in the office's order."""
        rows = self._session.scalars(select(ArrivalBookRow).order_by(ArrivalBookRow.place_in_order, ArrivalBookRow.id))
        return tuple(map(ARRIVAL_BOOKS.value, rows))

    def put_book(self, book: ArrivalBook) -> None:
        """Keep a book."""
        self._session.merge(ARRIVAL_BOOKS.row(book))
        self._session.flush()

    def year(self, book: UUID, year: int) -> ArrivalYear:
        """How far the numbers of a book have come in a year; a year that has not begun begins with 1."""
        row = self._session.get(ArrivalYearRow, (book, year))
        return ARRIVAL_YEARS.value(row) if row else ArrivalYear(book, year)

    def put_year(self, year: ArrivalYear) -> None:
        """Keep how far the numbers of a book have come."""
        self._session.merge(ARRIVAL_YEARS.row(year))
        self._session.flush()

    def get(self, arrival: UUID) -> IncomingDocument:
        """An arrival. Raises NoSuchRecord."""
        found = self.find(arrival)
        if found is None:
            raise NoSuchRecord("incoming", str(arrival))
        return found

    def find(self, arrival: UUID) -> IncomingDocument | None:
        """An arrival; None where the record is none."""
        row = self._session.get(IncomingRow, arrival)
        return INCOMING.value(row) if row else None

    def put(self, arrival: IncomingDocument) -> IncomingDocument:
        """Keep an arrival; it comes back with its next version. Raises StaleEdit where a later one is there already."""
        there = self._session.get(IncomingRow, arrival.id)
        if (there.version if there else 0) != arrival.version:
            raise StaleEdit
        kept = replace(arrival, version=arrival.version + 1)
        recount(self._session, INCOMING.value(there) if there else None, kept)
        key = twin_key(kept.sender, kept.reference, kept.document_date)
        self._session.merge(INCOMING.row(kept, twin_key=key))
        self._session.flush()
        note_open(self._session, kept.id)
        return kept

    def twins(self, key: str) -> tuple[IncomingDocument, ...]:
        """The arrivals of the same sender, number, symbol and year, the newest first."""
        rows = self._session.scalars(
            select(IncomingRow).where(IncomingRow.twin_key == key).order_by(IncomingRow.entered_at.desc())
        )
        return tuple(map(INCOMING.value, rows))


class Attachments:
    """The files of records, without their bytes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, record: UUID) -> tuple[Attachment, ...]:
        """The files of a record, in order, without those that were removed."""
        rows = self._session.scalars(
            select(AttachmentRow)
            .where(AttachmentRow.record_id == record, AttachmentRow.removed_at.is_(None))
            .order_by(AttachmentRow.place_in_order)
        )
        return tuple(map(ATTACHMENTS.value, rows))

    def get(self, attachment: UUID) -> Attachment:
        """A file of a record. Raises NoSuchRecord."""
        row = self._session.get(AttachmentRow, attachment)
        if row is None:
            raise NoSuchRecord("attachment", str(attachment))
        return ATTACHMENTS.value(row)

    def add(self, attachment: Attachment) -> None:
        """Keep a new file of a record."""
        self._session.add(ATTACHMENTS.row(attachment))
        self._session.flush()

    def put(self, attachment: Attachment) -> None:
        """Keep a file of a record."""
        self._session.merge(ATTACHMENTS.row(attachment))
        self._session.flush()

    def needed(self, since: datetime) -> frozenset[str]:
        """The digests of the files that a record has, or had after a moment; and of all that was issued or printed."""
        had = select(AttachmentRow.digest).where(
            or_(
                AttachmentRow.removed_at.is_(None),
                AttachmentRow.removed_at >= since,
                AttachmentRow.role == FileRole.ISSUED.value,
            )
        )
        issued = select(OutgoingRow.pdf).where(OutgoingRow.pdf.is_not(None))
        return frozenset(self._session.scalars(union(had, issued, select(BookPageRow.pdf))))

    def text(self, digest: str) -> str:
        """The words of a file; none where it has none, or nobody has read them."""
        row = self._session.get(FileTextRow, digest)
        return row.text if row else ""

    def put_text(self, digest: str, text: str) -> None:
        """Keep the words of a file."""
        self._session.merge(FileTextRow(digest=digest, text=text))
        self._session.flush()

    def drop_text(self, digest: str) -> None:
        """Forget the words of a file."""
        if (row := self._session.get(FileTextRow, digest)) is not None:
            self._session.delete(row)
            self._session.flush()

    def count(self, record: UUID) -> int:
        """How many files a record ever had."""
        asked = select(func.count()).select_from(AttachmentRow).where(AttachmentRow.record_id == record)
        return self._session.scalar(asked) or 0


class Calendar:
    """The holidays."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def holidays(self) -> tuple[Holiday, ...]:
        """Every exception to the week, the first first."""
        rows: Iterable[Any] = self._session.execute(select(*HolidayRow.__table__.columns).order_by(HolidayRow.day))
        return tuple(map(HOLIDAYS.value, rows))

    def workdays(self) -> Workdays:
        """The office's calendar."""
        return Workdays(self.holidays())

    def put(self, holiday: Holiday) -> None:
        """Keep an exception to the week."""
        self._session.merge(HOLIDAYS.row(holiday))
        self._session.flush()

    def drop(self, day: date) -> None:
        """Drop an exception to the week."""
        if (row := self._session.get(HolidayRow, day)) is not None:
            self._session.delete(row)


class SavedViews:
    """The searches that officers have given names."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, officer: UUID) -> tuple[SavedView, ...]:
        """The views of an officer, in his order."""
        rows = self._session.scalars(
            select(SavedViewRow)
            .where(SavedViewRow.owner_id == officer)
            .order_by(SavedViewRow.place_in_order, SavedViewRow.id)
        )
        return tuple(map(SAVED_VIEWS.value, rows))

    def put(self, view: SavedView) -> None:
        """Keep a view."""
        self._session.merge(SAVED_VIEWS.row(view))
        self._session.flush()

    def drop(self, view: UUID) -> None:
        """Drop a view."""
        if (row := self._session.get(SavedViewRow, view)) is not None:
            self._session.delete(row)
            self._session.flush()
