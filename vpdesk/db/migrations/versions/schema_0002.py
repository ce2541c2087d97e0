"""People and sign-off: roles, secrets, signatures, remarks; a salt for each record that the history answers for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_MOMENT = sa.DateTime(timezone=True)
_SALTED = ("office", "officer", "issuing_body", "body_version", "term", "signatory", "dispatch", "setting", "template")
_EVERY_ROLE = "administrator clerk drafter head"


def upgrade() -> None:
    """Add the tables and columns; whoever was there before keeps doing everything."""
    for table in _SALTED:
        op.add_column(table, sa.Column("salt", sa.LargeBinary()))
    _make_people()
    _make_sign_off()
    _make_history_index()


def _make_people() -> None:
    op.add_column("officer", sa.Column("roles", sa.Text(), nullable=False, server_default=_EVERY_ROLE))
    op.create_table(
        "credential",
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", _MOMENT),
        sa.Column("locked_at", _MOMENT),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.add_column("signatory", sa.Column("officer_id", sa.Uuid()))
    op.add_column("signatory", sa.Column("types", sa.Text()))
    op.create_table(
        "stand_in",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("body_id", sa.Uuid(), sa.ForeignKey("issuing_body.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("signatory_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("salt", sa.LargeBinary()),
    )


def _make_sign_off() -> None:
    op.add_column("dispatch", sa.Column("urgency", sa.Text()))
    op.add_column("dispatch", sa.Column("submitted_at", _MOMENT))
    op.create_table(
        "signature",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id"), nullable=False, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("is_on_paper", sa.Boolean(), nullable=False),
        sa.Column("taken_back_at", _MOMENT),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "remark",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id"), nullable=False, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done_at", _MOMENT),
        sa.Column("done_by", sa.Uuid(), sa.ForeignKey("officer.id")),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "reading",
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("read_at", _MOMENT, nullable=False),
    )


def _make_history_index() -> None:
    op.create_table(
        "history_index",
        sa.Column("record_id", sa.Uuid(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
    )
    if op.get_context().dialect.name == "postgresql":
        op.execute("REVOKE UPDATE, DELETE, TRUNCATE ON history FROM PUBLIC, CURRENT_USER")
