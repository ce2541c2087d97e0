"""The tables of the registers: numbers that were taken, arrivals, the files that go with them, the printed books."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, TextClause, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vpdesk.db.tables import SORTED, Row, Sealed

UNSENT: Final[TextClause] = text("delivery.sent_on IS NULL AND delivery.method <> 'file'")
"""A recipient waits for his copies. The words are those of the index, which an engine knows again by them alone."""


_PLACE = BigInteger().with_variant(Integer(), "sqlite")
"""A whole number of 64 bits; SQLite finds a row by it without an index of its own."""


class SeriesRow(Sealed, Row):
    """A row of numbers: of a body, a group of types, and the days of a term or a year."""

    __tablename__ = "series"
    __table_args__ = (UniqueConstraint("body_id", "type_group", "first_day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID] = mapped_column(ForeignKey("issuing_body.id"))
    type_group: Mapped[str]
    term_id: Mapped[UUID | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    opening_number: Mapped[int]
    opening_reason: Mapped[str | None]
    last_number: Mapped[int]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None]


class OutgoingRow(Sealed, Row):
    """A line of the outgoing register: a number that was taken, and what became of it."""

    __tablename__ = "outgoing"
    __table_args__ = (
        UniqueConstraint("series_id", "number", "suffix"),
        Index("ix_outgoing_document_date", "document_date", "id"),
        Index("ix_outgoing_state", "state", "document_date", "id"),
        Index("ix_outgoing_document_type", "document_type", "document_date", "id"),
        Index(
            "ix_outgoing_date_reason",
            "document_date",
            "id",
            sqlite_where=text("date_reason IS NOT NULL"),
            postgresql_where=text("date_reason IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    series_id: Mapped[UUID] = mapped_column(ForeignKey("series.id"))
    number: Mapped[int]
    suffix: Mapped[str]
    reference: Mapped[str]
    state: Mapped[str]
    entered_at: Mapped[datetime] = mapped_column(index=True)
    entered_by: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    version: Mapped[int]
    document_type: Mapped[str]
    document_date: Mapped[date | None]
    subject: Mapped[str | None]
    signer: Mapped[str | None]
    recipients: Mapped[str]
    file_copy_holder: Mapped[str | None]
    copies: Mapped[int | None]
    notes: Mapped[str | None]
    urgency: Mapped[str | None]
    reason: Mapped[str | None]
    date_reason: Mapped[str | None]
    held_for: Mapped[str | None]
    held_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[UUID | None]
    dispatch_id: Mapped[UUID | None] = mapped_column(ForeignKey("dispatch.id"), index=True)
    pdf: Mapped[str | None]
    import_id: Mapped[UUID | None] = mapped_column(index=True)


class DeliveryRow(Sealed, Row):
    """A recipient of what was issued: how it was sent to him, and that he has it."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "ix_delivery_sent_on",
            "sent_on",
            sqlite_where=text("sent_on IS NOT NULL"),
            postgresql_where=text("sent_on IS NOT NULL"),
        ),
        Index(
            "ix_delivery_unsent",
            "sent_on",
            "outgoing_id",
            sqlite_where=text("sent_on IS NULL AND method <> 'file'"),
            postgresql_where=text("sent_on IS NULL AND method <> 'file'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    outgoing_id: Mapped[UUID] = mapped_column(ForeignKey("outgoing.id"), index=True)
    place_in_order: Mapped[int]
    recipient: Mapped[str]
    copies: Mapped[int]
    method: Mapped[str]
    sent_on: Mapped[date | None]
    covers: Mapped[int | None]
    received_by: Mapped[str | None]
    received_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    notes: Mapped[str | None]


class LinkRow(Sealed, Row):
    """What one document does to another: replaces, amends, corrects, recalls, answers it, is a copy of it."""

    __tablename__ = "link"
    __table_args__ = (UniqueConstraint("from_id", "to_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    from_id: Mapped[UUID]
    to_id: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[str]
    made_at: Mapped[datetime]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    notes: Mapped[str | None]


class CorrectionRow(Sealed, Row):
    """A change to a line of a register. One made after its page was locked prints as a line of its own."""

    __tablename__ = "correction"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    record_id: Mapped[UUID] = mapped_column(index=True)
    book_kind: Mapped[str]
    made_at: Mapped[datetime]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    reason: Mapped[str | None]
    changes: Mapped[str]
    after_lock: Mapped[bool]


class ArrivalBookRow(Sealed, Row):
    """A book of arrivals, with a row of numbers of its own each year."""

    __tablename__ = "arrival_book"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    place_in_order: Mapped[int]
    retired_on: Mapped[date | None]


class ArrivalYearRow(Sealed, Row):
    """How far the numbers of a book of arrivals have come in a year."""

    __tablename__ = "arrival_year"

    book_id: Mapped[UUID] = mapped_column(ForeignKey("arrival_book.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opening_number: Mapped[int]
    opening_reason: Mapped[str | None]
    last_number: Mapped[int]


class IncomingRow(Sealed, Row):
    """An arrival as the register has it."""

    __tablename__ = "incoming"
    __table_args__ = (
        UniqueConstraint("book_id", "year", "number", "suffix"),
        Index("ix_incoming_arrived_on", "arrived_on", "id"),
        Index("ix_incoming_entered_at", "entered_at", "year", "number", "id"),
        Index("ix_incoming_receiver", "receiver", "entered_at", "year", "number", "id"),
        Index("ix_incoming_answer", "answer", "due_on", "id"),
        Index("ix_incoming_handed_on", "handed_on", "entered_at", "year", "number", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("arrival_book.id"))
    year: Mapped[int]
    number: Mapped[int]
    suffix: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    version: Mapped[int]
    state: Mapped[str]
    arrived_on: Mapped[date]
    sender: Mapped[str]
    reference: Mapped[str | None]
    document_type: Mapped[str | None]
    document_date: Mapped[date | None]
    subject: Mapped[str | None]
    urgency: Mapped[str | None]
    secrecy: Mapped[str | None]
    pages: Mapped[int | None]
    copies: Mapped[int | None]
    receiver: Mapped[str | None]
    handed_on: Mapped[date | None]
    received_by: Mapped[str | None]
    received_on: Mapped[date | None]
    due_on: Mapped[date | None]
    answer: Mapped[str | None]
    notes: Mapped[str | None]
    reason: Mapped[str | None]
    twin_key: Mapped[str | None] = mapped_column(SORTED, index=True)
    import_id: Mapped[UUID | None] = mapped_column(index=True)


class ArrivalValueRow(Row):
    """Something that arrivals mention and another may mention again, with its uses; made from them."""

    __tablename__ = "arrival_value"

    kind: Mapped[str] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    uses: Mapped[int]


class AttachmentRow(Sealed, Row):
    """A file that belongs to a record, by the SHA-256 of its bytes. They lie beside the store, on a server in it."""

    __tablename__ = "attachment"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    record_id: Mapped[UUID] = mapped_column(index=True)
    place_in_order: Mapped[int]
    role: Mapped[str]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    pages: Mapped[int | None]
    digest: Mapped[str] = mapped_column(index=True)
    added_at: Mapped[datetime]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    removed_at: Mapped[datetime | None]


class FileChunkRow(Row):
    """A piece of a file kept on a server; its digest is held against the file's."""

    __tablename__ = "file_chunk"

    digest: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes]
    kept_at: Mapped[datetime]


class FileTextRow(Row):
    """The words of a file, by its digest; read from it, and again where they are lost."""

    __tablename__ = "file_text"

    digest: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class FindableRow(Row):
    """What is found of a record: made from it, and again where it is lost.

    `id` is the day of the document shifted left by 20 bits plus a counter, so that newest first is its order. The
    words of `folded` are indexed by the engine: by triggers in `findable_words` (FTS5), on a server in a column `words`
    of its own. It stands last, so that lists need not read past it.
    """

    __tablename__ = "findable"

    id: Mapped[int] = mapped_column(_PLACE, primary_key=True, autoincrement=False)
    record_id: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    book: Mapped[str | None]
    document_type: Mapped[str | None]
    state: Mapped[str]
    day: Mapped[date | None]
    due_on: Mapped[date | None]
    owner_id: Mapped[UUID | None]
    is_private: Mapped[bool]
    number: Mapped[int | None]
    reference: Mapped[str | None]
    party: Mapped[str | None]
    person: Mapped[str | None]
    subject: Mapped[str | None]
    folded: Mapped[str] = mapped_column(SORTED)


class KnownWordRow(Row):
    """A word that some document has, for those who mistype it; made from the documents, and again where it is lost."""

    __tablename__ = "known_word"

    word: Mapped[str] = mapped_column(SORTED, primary_key=True)


class BookPageRow(Sealed, Row):
    """A printed page of a book: the rows as they were, the digest of its PDF, and whether it was signed and locked."""

    __tablename__ = "book_page"
    __table_args__ = (UniqueConstraint("book_kind", "book_key", "year", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    book_kind: Mapped[str]
    book_key: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    content: Mapped[str]
    pdf: Mapped[str]
    head_value: Mapped[str]
    printed_at: Mapped[datetime]
    printed_by: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    locked_at: Mapped[datetime | None]
    locked_by: Mapped[UUID | None]


class LockedRow(Row):
    """That a row of a book stands on a page that was signed and locked; made from the pages, and again where lost."""

    __tablename__ = "locked_row"

    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    page_id: Mapped[UUID] = mapped_column(ForeignKey("book_page.id"), primary_key=True, index=True)


class FileCopyUseRow(Sealed, Row):
    """Somebody used the file copy of a document."""

    __tablename__ = "file_copy_use"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    outgoing_id: Mapped[UUID] = mapped_column(ForeignKey("outgoing.id"), index=True)
    used_on: Mapped[date] = mapped_column(index=True)
    person: Mapped[str]
    file_symbol: Mapped[str | None]
    received_by: Mapped[str | None]
    returned_on: Mapped[date | None]
    allowed_by: Mapped[str | None]
    notes: Mapped[str | None]


class ImportBatchRow(Sealed, Row):
    """Lines that were taken in from another file at once, and can be taken back at once."""

    __tablename__ = "import_batch"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    book_kind: Mapped[str]
    file_name: Mapped[str]
    digest: Mapped[str]
    made_at: Mapped[datetime]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    before: Mapped[str]
    counts: Mapped[str]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None]


class HolidayRow(Sealed, Row):
    """A day on which the office does not work, or a day of rest on which it does."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]
    is_worked: Mapped[bool]


class SavedViewRow(Sealed, Row):
    """A search that an officer has given a name."""

    __tablename__ = "saved_view"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), index=True)
    place_in_order: Mapped[int]
    name: Mapped[str]
    query: Mapped[str]
