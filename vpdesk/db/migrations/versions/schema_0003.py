"""Numbers and books: what was numbered and issued, what arrived, the files of both, the books that are printed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SORTED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_PLACE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables."""
    _make_numbers()
    _make_arrivals()
    _make_files()
    _make_finding()
    _make_books()


def _make_numbers() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("body_id", sa.Uuid(), sa.ForeignKey("issuing_body.id"), nullable=False),
        sa.Column("type_group", sa.Text(), nullable=False),
        sa.Column("term_id", sa.Uuid()),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("opening_number", sa.Integer(), nullable=False),
        sa.Column("opening_reason", sa.Text()),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("closed_at", _MOMENT),
        sa.Column("closed_by", sa.Uuid()),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("body_id", "type_group", "first_day"),
    )
    op.create_table(
        "outgoing",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("series_id", sa.Uuid(), sa.ForeignKey("series.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("entered_at", _MOMENT, nullable=False, index=True),
        sa.Column("entered_by", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document_type", sa.Text(), nullable=False),
        sa.Column("document_date", sa.Date()),
        sa.Column("subject", sa.Text()),
        sa.Column("signer", sa.Text()),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("file_copy_holder", sa.Text()),
        sa.Column("copies", sa.Integer()),
        sa.Column("notes", sa.Text()),
        sa.Column("urgency", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("date_reason", sa.Text()),
        sa.Column("held_for", sa.Text()),
        sa.Column("held_until", _MOMENT),
        sa.Column("ended_at", _MOMENT),
        sa.Column("ended_by", sa.Uuid()),
        sa.Column("dispatch_id", sa.Uuid(), sa.ForeignKey("dispatch.id"), index=True),
        sa.Column("pdf", sa.Text()),
        sa.Column("import_id", sa.Uuid(), index=True),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("series_id", "number", "suffix"),
    )
    op.create_index("ix_outgoing_document_date", "outgoing", ["document_date", "id"])
    op.create_index("ix_outgoing_state", "outgoing", ["state", "document_date", "id"])
    op.create_index("ix_outgoing_document_type", "outgoing", ["document_type", "document_date", "id"])
    _index_some("ix_outgoing_date_reason", "outgoing", ["document_date", "id"], "date_reason IS NOT NULL")
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("outgoing_id", sa.Uuid(), sa.ForeignKey("outgoing.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date()),
        sa.Column("covers", sa.Integer()),
        sa.Column("received_by", sa.Text()),
        sa.Column("received_on", sa.Date()),
        sa.Column("returned_on", sa.Date()),
        sa.Column("notes", sa.Text()),
        sa.Column("salt", sa.LargeBinary()),
    )
    _index_some("ix_delivery_sent_on", "delivery", ["sent_on"], "sent_on IS NOT NULL")
    _index_some("ix_delivery_unsent", "delivery", ["sent_on", "outgoing_id"], "sent_on IS NULL AND method <> 'file'")
    op.create_table(
        "link",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("notes", sa.Text()),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("from_id", "to_id", "kind"),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("record_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("book_kind", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("after_lock", sa.Boolean(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )


def _index_some(name: str, table: str, columns: list[str], where: str) -> None:
    """An index of those rows alone of which a condition holds."""
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _make_arrivals() -> None:
    op.create_table(
        "arrival_book",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("retired_on", sa.Date()),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "arrival_year",
        sa.Column("book_id", sa.Uuid(), sa.ForeignKey("arrival_book.id"), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("opening_number", sa.Integer(), nullable=False),
        sa.Column("opening_reason", sa.Text()),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "incoming",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("book_id", sa.Uuid(), sa.ForeignKey("arrival_book.id"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("entered_at", _MOMENT, nullable=False),
        sa.Column("entered_by", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text()),
        sa.Column("document_type", sa.Text()),
        sa.Column("document_date", sa.Date()),
        sa.Column("subject", sa.Text()),
        sa.Column("urgency", sa.Text()),
        sa.Column("secrecy", sa.Text()),
        sa.Column("pages", sa.Integer()),
        sa.Column("copies", sa.Integer()),
        sa.Column("receiver", sa.Text()),
        sa.Column("handed_on", sa.Date()),
        sa.Column("received_by", sa.Text()),
        sa.Column("received_on", sa.Date()),
        sa.Column("due_on", sa.Date()),
        sa.Column("answer", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("twin_key", _SORTED, index=True),
        sa.Column("import_id", sa.Uuid(), index=True),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("book_id", "year", "number", "suffix"),
    )
    op.create_index("ix_incoming_arrived_on", "incoming", ["arrived_on", "id"])
    entry = ["entered_at", "year", "number", "id"]
    op.create_index("ix_incoming_entered_at", "incoming", entry)
    op.create_index("ix_incoming_receiver", "incoming", ["receiver", *entry])
    op.create_index("ix_incoming_answer", "incoming", ["answer", "due_on", "id"])
    op.create_index("ix_incoming_handed_on", "incoming", ["handed_on", *entry])
    op.create_table(
        "arrival_value",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("sender", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
        sa.Column("uses", sa.Integer(), nullable=False),
    )


def _make_files() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("record_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer()),
        sa.Column("digest", sa.Text(), nullable=False, index=True),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("removed_at", _MOMENT),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "file_chunk",
        sa.Column("digest", sa.Text(), primary_key=True),
        sa.Column("place", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "file_text",
        sa.Column("digest", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
    )


def _make_finding() -> None:
    op.create_table(
        "findable",
        sa.Column("id", _PLACE, primary_key=True, autoincrement=False),
        sa.Column("record_id", sa.Uuid(), nullable=False, unique=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("book", sa.Text()),
        sa.Column("document_type", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("due_on", sa.Date()),
        sa.Column("owner_id", sa.Uuid()),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("reference", sa.Text()),
        sa.Column("party", sa.Text()),
        sa.Column("person", sa.Text()),
        sa.Column("subject", sa.Text()),
        sa.Column("folded", _SORTED, nullable=False),
    )
    op.create_table("known_word", sa.Column("word", _SORTED, primary_key=True))
    _index_words()
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("owner_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False, index=True),
        sa.Column("place_in_order", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )


def _index_words() -> None:
    """Let the engine index the words of what is found. They come folded, a space between them."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in _FTS5:
            op.execute(statement)
    else:
        op.execute(
            "ALTER TABLE findable ADD COLUMN words tsvector NOT NULL"
            " GENERATED ALWAYS AS (array_to_tsvector(string_to_array(folded, ' '))) STORED"
        )
        op.execute("CREATE INDEX ix_findable_words ON findable USING gin (words)")


_PUT_WORDS = "INSERT INTO findable_words (rowid, folded) VALUES (new.id, new.folded);"
_DROP_WORDS = "INSERT INTO findable_words (findable_words, rowid, folded) VALUES ('delete', old.id, old.folded);"
# No folded syllable is longer than seven letters; what is typed is their beginnings.
_FTS5 = (
    """CREATE VIRTUAL TABLE findable_words USING fts5(folded, content='', detail=none, columnsize=0,
    tokenize="ascii tokenchars '-/'", prefix='1 2 3 4 5 6')""",
    f"CREATE TRIGGER findable_words_put AFTER INSERT ON findable BEGIN {_PUT_WORDS} END",
    f"CREATE TRIGGER findable_words_drop AFTER DELETE ON findable BEGIN {_DROP_WORDS} END",
    f"CREATE TRIGGER findable_words_change AFTER UPDATE OF id, folded ON findable BEGIN {_DROP_WORDS} {_PUT_WORDS} END",
)


def _make_books() -> None:
    op.create_table(
        "book_page",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("book_kind", sa.Text(), nullable=False),
        sa.Column("book_key", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("pdf", sa.Text(), nullable=False),
        sa.Column("head_value", sa.Text(), nullable=False),
        sa.Column("printed_at", _MOMENT, nullable=False),
        sa.Column("printed_by", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("locked_at", _MOMENT),
        sa.Column("locked_by", sa.Uuid()),
        sa.Column("salt", sa.LargeBinary()),
        sa.UniqueConstraint("book_kind", "book_key", "year", "number"),
    )
    op.create_table(
        "locked_row",
        sa.Column("row_id", sa.Uuid(), primary_key=True),
        sa.Column("page_id", sa.Uuid(), sa.ForeignKey("book_page.id"), primary_key=True, index=True),
    )
    op.create_table(
        "file_copy_use",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("outgoing_id", sa.Uuid(), sa.ForeignKey("outgoing.id"), nullable=False, index=True),
        sa.Column("used_on", sa.Date(), nullable=False, index=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("file_symbol", sa.Text()),
        sa.Column("received_by", sa.Text()),
        sa.Column("returned_on", sa.Date()),
        sa.Column("allowed_by", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("book_kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("officer_id", sa.Uuid(), sa.ForeignKey("officer.id"), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("undone_at", _MOMENT),
        sa.Column("undone_by", sa.Uuid()),
        sa.Column("salt", sa.LargeBinary()),
    )
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_worked", sa.Boolean(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
    )
