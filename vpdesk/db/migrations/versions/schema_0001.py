"""The office, its drafts and its history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SORTED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables, and the triggers by which the history only grows."""
    _make_office()
    _make_drafts()
    _make_history()


def _make_office() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("founded_at", _MOMENT, nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "officer",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sorted_name", _SORTED, nullable=False),
        sa.Column("position", sa.Text()),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
    )
    op.create_table("issuing_body", sa.Column("id", sa.Uuid(), primary_key=True))
    op.create_table(
        "body_version",
        *_part_of_a_body(),
        sa.Column("parent_line", sa.Text()),
        sa.Column("name_line", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("in_text", sa.Text(), nullable=True),
        sa.Column("committee_in_text", sa.Text(), nullable=True),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), _later("issuing_body.id")),
    )
    op.create_table("term", *_part_of_a_body(), sa.Column("name", sa.Text(), nullable=False))
    op.create_table(
        "signatory",
        *_part_of_a_body(),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("position", sa.Text()),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("principal", sa.Text()),
        sa.Column("stands_in_for", sa.Uuid(), _later("signatory.id")),
    )
    op.create_table(
        "setting",
        sa.Column("owner", sa.Text(), primary_key=True),
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )


def _part_of_a_body() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("body_id", sa.Uuid(), sa.ForeignKey("issuing_body.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
    ]


def _later(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, deferrable=True, initially="DEFERRED")


def _make_drafts() -> None:
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("body_id", sa.Uuid(), sa.ForeignKey("issuing_body.id"), nullable=False),
        sa.Column("body_version_id", sa.Uuid(), sa.ForeignKey("body_version.id"), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False, index=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False, index=True),
        sa.Column("deleted_at", _MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("document_type", sa.Text(), nullable=False),
        sa.Column("sorted_type", _SORTED, nullable=False),
        sa.Column("subject", sa.Text()),
        sa.Column("issuing_body", sa.Text(), nullable=False),
        sa.Column("findable", _SORTED, nullable=False),
    )
    op.create_table(
        "mention",
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
    )
    op.create_index("ix_mention_kind_value", "mention", ["kind", "value"])
    op.create_table(
        "working_copy",
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), primary_key=True),
        sa.Column("desk", sa.Text(), primary_key=True),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "dispatch_version",
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("salt", sa.LargeBinary()),
        sa.Column("digest", sa.Text(), nullable=False),
    )
    op.create_table(
        "template",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False, index=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
    )


def _make_history() -> None:
    op.create_table(
        "history",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
    )
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION history_only_grows() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'the history only grows'; END $$"
        )
        op.execute(
            "CREATE TRIGGER history_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON history"
            " FOR EACH STATEMENT EXECUTE FUNCTION history_only_grows()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER history_only_grows_no_{act.lower()} BEFORE {act} ON history"
            " BEGIN SELECT RAISE(ABORT, 'the history only grows'); END"
        )
    # REPLACE deletes without a trigger.
    op.execute(
        "CREATE TRIGGER history_only_grows_no_replace BEFORE INSERT ON history"
        " WHEN EXISTS (SELECT 1 FROM history WHERE number = NEW.number)"
        " BEGIN SELECT RAISE(ABORT, 'the history only grows'); END"
    )
