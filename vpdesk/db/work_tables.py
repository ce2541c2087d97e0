"""The tables of work in hand: how arrivals are worked, the case files, the phrases of directives."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vpdesk.db.tables import Row, Sealed


class HandlingRow(Sealed, Row):
    """How an arrival is worked: submitted to the head, directed, under way, finished. Its deadline is the arrival's."""

    __tablename__ = "handling"
    __table_args__ = (Index("ix_handling_finished_on", "finished_on", "arrival_id"),)

    arrival_id: Mapped[UUID] = mapped_column(ForeignKey("incoming.id"), primary_key=True)
    state: Mapped[str]
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    submitted_to: Mapped[UUID | None] = mapped_column(ForeignKey("officer.id"))
    directive: Mapped[str | None]
    directed_at: Mapped[datetime | None]
    directed_by: Mapped[UUID | None] = mapped_column(ForeignKey("officer.id"))
    set_down_by: Mapped[UUID | None]
    first_due_on: Mapped[date | None]
    finished_at: Mapped[datetime | None]
    finished_on: Mapped[date | None]
    finished_by: Mapped[UUID | None]
    outcome: Mapped[str | None]
    version: Mapped[int]


class AssigneeRow(Sealed, Row):
    """Somebody an arrival was given to, as lead or in support; one whom a later directive left out has ended."""

    __tablename__ = "assignee"
    __table_args__ = (Index("ix_assignee_officer_id", "officer_id", "ended_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    arrival_id: Mapped[UUID] = mapped_column(ForeignKey("incoming.id"), index=True)
    place_in_order: Mapped[int]
    role: Mapped[str]
    name: Mapped[str]
    officer_id: Mapped[UUID | None] = mapped_column(ForeignKey("officer.id"))
    due_on: Mapped[date | None]
    assigned_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]


class ExtensionRow(Sealed, Row):
    """A deadline that was moved: what it was, what it is, who agreed and why."""

    __tablename__ = "extension"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    arrival_id: Mapped[UUID] = mapped_column(ForeignKey("incoming.id"), index=True)
    due_before: Mapped[date | None]
    due_after: Mapped[date]
    agreed_by: Mapped[str]
    reason: Mapped[str]
    made_at: Mapped[datetime]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))


class OpenArrivalRow(Row):
    """An arrival that is not finished, so that what waits is found without reading the years; made from the records.

    `state` is that of its handling; `new` or `handed_on` where the head was not asked.
    """

    __tablename__ = "open_arrival"
    __table_args__ = (
        Index("ix_open_arrival_due_on", "due_on", "arrival_id"),
        Index("ix_open_arrival_state", "state", "due_on", "arrival_id"),
    )

    arrival_id: Mapped[UUID] = mapped_column(ForeignKey("incoming.id"), primary_key=True)
    state: Mapped[str]
    due_on: Mapped[date | None]
    receiver: Mapped[str | None]


class DirectivePhraseRow(Sealed, Row):
    """Words that a head often writes on an arrival, in his order."""

    __tablename__ = "directive_phrase"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"), index=True)
    place_in_order: Mapped[int]
    text: Mapped[str]


class CaseListRow(Sealed, Row):
    """The list of a year's case files, and that the head has approved it."""

    __tablename__ = "case_list"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    approved_on: Mapped[date | None]
    approved_by: Mapped[str | None]
    notes: Mapped[str | None]


class CaseHeadingRow(Sealed, Row):
    """A heading of a year's list, with the letters that the symbols of its files end in."""

    __tablename__ = "case_heading"
    __table_args__ = (UniqueConstraint("year", "symbol"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int]
    place_in_order: Mapped[int]
    symbol: Mapped[str]
    name: Mapped[str]


class CaseFileRow(Sealed, Row):
    """A case file, from the yearly list or opened on one's own, until the archive has it."""

    __tablename__ = "case_file"
    __table_args__ = (
        UniqueConstraint("year", "symbol"),
        Index("ix_case_file_state", "state", "closed_on", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int]
    heading_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_heading.id"), index=True)
    number: Mapped[int]
    symbol: Mapped[str]
    title: Mapped[str]
    retention: Mapped[str | None]
    keeper_id: Mapped[UUID | None] = mapped_column(ForeignKey("officer.id"), index=True)
    state: Mapped[str]
    is_listed: Mapped[bool]
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    closed_by: Mapped[UUID | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    sheets: Mapped[int | None]
    doubled_sheets: Mapped[str | None]
    list_sheets: Mapped[int | None]
    condition: Mapped[str | None]
    notes: Mapped[str | None]
    handover_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_handover.id"), index=True)
    version: Mapped[int]


class CasePaperRow(Sealed, Row):
    """A document in a case file: of a register, a draft, or one that stands in none. It may lie in many files."""

    __tablename__ = "case_paper"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_file_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    place_in_order: Mapped[int]
    record_id: Mapped[UUID | None] = mapped_column(index=True)
    kind: Mapped[str]
    reference: Mapped[str | None]
    day: Mapped[date | None]
    document_type: Mapped[str | None]
    subject: Mapped[str | None]
    author: Mapped[str | None]
    is_original: Mapped[bool]
    first_sheet: Mapped[int | None]
    sheets: Mapped[int | None]
    notes: Mapped[str | None]
    added_at: Mapped[datetime]
    added_by: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[UUID | None]


class RetentionRuleRow(Sealed, Row):
    """How long files of a kind are kept, by the office's own table."""

    __tablename__ = "retention_rule"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    place_in_order: Mapped[int]
    kinds: Mapped[str]
    retention: Mapped[str | None]
    source: Mapped[str | None]


class CaseHandoverRow(Sealed, Row):
    """Case files that were handed over to the archive together."""

    __tablename__ = "case_handover"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    made_on: Mapped[date]
    archive: Mapped[str]
    given_by: Mapped[str]
    received_by: Mapped[str | None]
    notes: Mapped[str | None]
    made_at: Mapped[datetime]
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("officer.id"))
