"""The tables of the store, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, date, datetime
from secrets import token_bytes
from uuid import UUID

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, LargeBinary, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Moment(TypeDecorator[datetime]):
    """A moment in UTC to the microsecond; SQLite keeps it as text without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


SORTED = Text().with_variant(Text(collation="C"), "postgresql")
"""Folded words, which both engines sort alike, by their letters alone."""


def later(column: str) -> ForeignKey:
    """A reference that may come before what it refers to, within one act."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class Row(DeclarativeBase):
    """What every row is. Constraints have names of their own, by which a migration can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, str: Text, bytes: LargeBinary}  # noqa: RUF012 -- SQLAlchemy's own form


def new_salt() -> bytes:
    """A salt by which the digest of a short text cannot be guessed."""
    return token_bytes(16)


class Sealed:
    """What every record has that the history answers for: a salt, without which its digest tells nothing of it.

    Each change brings another, so that what stood there before cannot be guessed either.
    """

    salt: Mapped[bytes | None] = mapped_column(LargeBinary, default=new_salt, onupdate=new_salt)


class OfficeRow(Sealed, Row):
    """The office itself: one row, made at first run."""

    __tablename__ = "office"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    founded_at: Mapped[datetime]
    is_sample: Mapped[bool]


class OfficerRow(Sealed, Row):
    """Somebody who works at the desk; his roles by their names, a space between them."""

    __tablename__ = "officer"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    sorted_name: Mapped[str] = mapped_column(SORTED)
    position: Mapped[str | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    roles: Mapped[str] = mapped_column(server_default="administrator clerk drafter head")


class CredentialRow(Sealed, Row):
    """How an officer proves who he is: the digest of what he knows, and how often it was tried in vain."""

    __tablename__ = "credential"

    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), primary_key=True)
    kind: Mapped[str]
    secret: Mapped[str]
    changed_at: Mapped[datetime]
    failures: Mapped[int]
    failed_at: Mapped[datetime | None]
    locked_at: Mapped[datetime | None]


class RecoveryCodeRow(Sealed, Row):
    """The digest of a printed code by which an administrator comes in who knows nothing else any more."""

    __tablename__ = "recovery_code"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    secret: Mapped[str]
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class IssuingBodyRow(Sealed, Row):
    """A body that issues; what it was called stands in its versions."""

    __tablename__ = "issuing_body"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    versions: Mapped[list[BodyVersionRow]] = relationship(
        cascade="all, delete-orphan",
        lazy="selectin",
        foreign_keys="BodyVersionRow.body_id",
        order_by="BodyVersionRow.place_in_order",
    )
    signatories: Mapped[list[SignatoryRow]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="SignatoryRow.place_in_order"
    )
    terms: Mapped[list[TermRow]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="TermRow.place_in_order"
    )
    stand_ins: Mapped[list[StandInRow]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="StandInRow.place_in_order"
    )


class BodyVersionRow(Sealed, Row):
    """What a body was called in these days."""

    __tablename__ = "body_version"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID] = mapped_column(ForeignKey("issuing_body.id"), index=True)
    place_in_order: Mapped[int]
    parent_line: Mapped[str | None]
    name_line: Mapped[str]
    symbol: Mapped[str]
    place: Mapped[str]
    in_text: Mapped[str | None]
    committee_in_text: Mapped[str | None]
    spelling: Mapped[str]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    successor_id: Mapped[UUID | None] = mapped_column(later("issuing_body.id"))


class TermRow(Sealed, Row):
    """A term of a body's committee."""

    __tablename__ = "term"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID] = mapped_column(ForeignKey("issuing_body.id"), index=True)
    place_in_order: Mapped[int]
    name: Mapped[str]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]


class SignatoryRow(Sealed, Row):
    """A person who signs for a body in these days."""

    __tablename__ = "signatory"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID] = mapped_column(ForeignKey("issuing_body.id"), index=True)
    place_in_order: Mapped[int]
    person: Mapped[str]
    position: Mapped[str | None]
    authority: Mapped[str]
    principal: Mapped[str | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    stands_in_for: Mapped[UUID | None] = mapped_column(later("signatory.id"))
    officer_id: Mapped[UUID | None]
    types: Mapped[str | None]


class StandInRow(Sealed, Row):
    """Days in which a signatory signs in the head's place."""

    __tablename__ = "stand_in"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID] = mapped_column(ForeignKey("issuing_body.id"), index=True)
    place_in_order: Mapped[int]
    signatory_id: Mapped[UUID]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]


class DispatchRow(Sealed, Row):
    """A dispatch: its text as a dispatch file, and beside it what lists ask for."""

    __tablename__ = "dispatch"
    __table_args__ = (Index("ix_dispatch_status", "status", "submitted_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body_id: Mapped[UUID] = mapped_column(ForeignKey("issuing_body.id"))
    body_version_id: Mapped[UUID] = mapped_column(ForeignKey("body_version.id"))
    rules: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), index=True)
    status: Mapped[str]
    rounds: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)
    deleted_at: Mapped[datetime | None]
    version: Mapped[int]
    text: Mapped[str]
    document_type: Mapped[str]
    sorted_type: Mapped[str] = mapped_column(SORTED)
    subject: Mapped[str | None]
    issuing_body: Mapped[str]
    findable: Mapped[str] = mapped_column(SORTED)
    urgency: Mapped[str | None]
    submitted_at: Mapped[datetime | None]


class MentionRow(Row):
    """Something a dispatch mentions that another may mention again."""

    __tablename__ = "mention"
    __table_args__ = (Index("ix_mention_kind_value", "kind", "value"),)

    dispatch_id: Mapped[UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)


class WorkingCopyRow(Row):
    """What an officer has typed at a desk and not saved."""

    __tablename__ = "working_copy"

    dispatch_id: Mapped[UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True)
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), primary_key=True)
    desk: Mapped[str] = mapped_column(primary_key=True)
    based_on: Mapped[int]
    text: Mapped[str]
    saved_at: Mapped[datetime]


class DispatchVersionRow(Sealed, Row):
    """The text of a dispatch as it was at a step. The text and its salt can be erased; the digest stays."""

    __tablename__ = "dispatch_version"

    dispatch_id: Mapped[UUID] = mapped_column(ForeignKey("dispatch.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    step: Mapped[str]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime]
    text: Mapped[str | None]
    salt: Mapped[bytes | None] = mapped_column()
    digest: Mapped[str]


class SignatureRow(Sealed, Row):
    """A block of a version was signed off: by the officer, or on paper by somebody else, as the officer says."""

    __tablename__ = "signature"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    dispatch_id: Mapped[UUID] = mapped_column(ForeignKey("dispatch.id"), index=True)
    version: Mapped[int]
    block: Mapped[int]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime]
    is_on_paper: Mapped[bool]
    taken_back_at: Mapped[datetime | None]


class RemarkRow(Sealed, Row):
    """A remark on a version, pinned to words of it where `place` says which."""

    __tablename__ = "remark"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    dispatch_id: Mapped[UUID] = mapped_column(ForeignKey("dispatch.id"), index=True)
    version: Mapped[int]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime]
    place: Mapped[str | None]
    quote: Mapped[str]
    text: Mapped[str]
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("officer.id"))


class ReadingRow(Row):
    """Which version of a dispatch an officer has read last."""

    __tablename__ = "reading"

    dispatch_id: Mapped[UUID] = mapped_column(ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True)
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), primary_key=True)
    version: Mapped[int]
    read_at: Mapped[datetime]


class HistoryRow(Row):
    """A line of the history, exactly as it was written."""

    __tablename__ = "history"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    line: Mapped[str]
    digest: Mapped[str]


class HistoryIndexRow(Row):
    """Which lines of the history speak of a record; made from the lines, and again where it is lost."""

    __tablename__ = "history_index"

    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class SettingRow(Sealed, Row):
    """A choice of the office, or of an officer by his id."""

    __tablename__ = "setting"

    owner: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class TemplateRow(Sealed, Row):
    """An officer's own template."""

    __tablename__ = "template"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), index=True)
    text: Mapped[str]
    updated_at: Mapped[datetime]
