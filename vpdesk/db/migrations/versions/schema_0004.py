"""Work in hand: how arrivals are worked, the case files they end in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables."""
    # What waits is found among the dispatches of years.
    op.create_index("ix_dispatch_status", "dispatch", ["status", "submitted_at"])
    _make_handling()
    _make_case_files()
    _open_what_waits()


def _make_handling() -> None:
    op.create_table(
        "handling",
        sa.Column("arrival_id", sa.Uuid(), sa.ForeignKey("incoming.id"), primary_key=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("submitted_at", _MOMENT),
        sa.Column("submitted_by", sa.Uuid()),
        sa.Column("submitted_to", sa.Uuid(), sa.ForeignKey("officer.id")),
        sa.Column("directive", sa.Text()),
        sa.Column("directed_at", _MOMENT),
        sa.Column("directed_by", sa.Uuid(), sa.ForeignKey("officer.id")),
        sa.Column("set_down_by", sa.Uuid()),
        sa.Column("first_due_on", sa.Date()),
        sa.Column("finished_at", _MOMENT),
        sa.Column("finished_on", sa.Date()),
        sa.Column("finished_by", sa.Uuid()),
        sa.Column("outcome", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_index("ix_handling_finished_on", "handling", ["finished_on", "arrival_id"])
    op.create_table(
        "assignee",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("arrival_id", sa.Uuid(), sa.ForeignKey("incoming.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id")),
        sa.Column("due_on", sa.Date()),
        sa.Column("assigned_at", _MOMENT, nullable=False),
        sa.Column("acknowledged_at", _MOMENT),
        sa.Column("acknowledged_by", sa.Uuid()),
        sa.Column("ended_at", _MOMENT),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_index("ix_assignee_officer_id", "assignee", ["officer_id", "ended_at"])
    op.create_table(
        "extension",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("arrival_id", sa.Uuid(), sa.ForeignKey("incoming.id"), nullable=False, index=True),
        sa.Column("due_before", sa.Date()),
        sa.Column("due_after", sa.Date(), nullable=False),
        sa.Column("agreed_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "open_arrival",
        sa.Column("arrival_id", sa.Uuid(), sa.ForeignKey("incoming.id"), primary_key=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("receiver", sa.Text()),
    )
    op.create_index("ix_open_arrival_due_on", "open_arrival", ["due_on", "arrival_id"])
    op.create_index("ix_open_arrival_state", "open_arrival", ["state", "due_on", "arrival_id"])
    op.create_table(
        "directive_phrase",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("owner_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )


def _make_case_files() -> None:
    op.create_table(
        "case_list",
        sa.Column("year", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("approved_on", sa.Date()),
        sa.Column("approved_by", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "case_heading",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("year", "symbol"),
    )
    op.create_table(
        "case_handover",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("archive", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("received_by", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "case_file",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("heading_id", sa.Uuid(), sa.ForeignKey("case_heading.id"), index=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("retention", sa.Text()),
        sa.Column("keeper_id", sa.Uuid(), sa.ForeignKey("officer.id"), index=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("opened_on", sa.Date()),
        sa.Column("closed_on", sa.Date()),
        sa.Column("closed_by", sa.Uuid()),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("sheets", sa.Integer()),
        sa.Column("doubled_sheets", sa.Text()),
        sa.Column("list_sheets", sa.Integer()),
        sa.Column("condition", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.Column("handover_id", sa.Uuid(), sa.ForeignKey("case_handover.id"), index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("year", "symbol"),
    )
    op.create_index("ix_case_file_state", "case_file", ["state", "closed_on", "id"])
    op.create_table(
        "case_paper",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_file_id", sa.Uuid(), sa.ForeignKey("case_file.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Uuid(), index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text()),
        sa.Column("day", sa.Date()),
        sa.Column("document_type", sa.Text()),
        sa.Column("subject", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("is_original", sa.Boolean(), nullable=False),
        sa.Column("first_sheet", sa.Integer()),
        sa.Column("sheets", sa.Integer()),
        sa.Column("notes", sa.Text()),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("added_by", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("removed_at", _MOMENT),
        sa.Column("removed_by", sa.Uuid()),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "retention_rule",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("retention", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.Column("salt", sa.LargeBinary()),
    )


def _open_what_waits() -> None:
    """Whatever arrived, was not taken over from old books and has no answer is still in work."""
    op.execute(
        """INSERT INTO open_arrival (arrival_id, state, due_on, receiver)
           SELECT id, CASE WHEN handed_on IS NULL THEN 'new' ELSE 'handed_on' END, due_on, receiver FROM incoming
           WHERE state = 'registered' AND import_id IS NULL AND answer IS NULL"""
    )
