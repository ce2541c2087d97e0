"""The schema: made by the migrations alone, the same on both engines as the tables say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from vpdesk.db import migrations
from vpdesk.db.store import Store, open_store
from vpdesk.db.tables import Row


def test_every_schema_has_its_module_and_the_last_is_the_present_one() -> None:
    files = (Path(migrations.__file__).parent / "versions").glob("schema_*.py")

    assert tuple(sorted(re.findall(r"schema_(\d+)", " ".join(path.name for path in files)))) == migrations.SCHEMAS


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    with store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _is_no_index})

        assert compare_metadata(context, Row.metadata) == []


_INDEXES = {
    *("findable_words", "findable_words_config", "findable_words_data", "findable_words_idx"),
    "words",
    "ix_findable_words",
}
"""What each engine indexes the words of `findable` with: FTS5's tables, or PostgreSQL's column and its index."""


def _is_no_index(name: str | None, _kind: str, _parents: object) -> bool:
    return name not in _INDEXES


def test_the_engine_indexes_the_words_of_what_is_found(store: Store) -> None:
    with store.database.reading() as connection:
        there = inspect(connection)
        found = {*there.get_table_names(), *(column["name"] for column in there.get_columns("findable"))}

        assert found & _INDEXES == (
            {"words"} if store.database.path is None else _INDEXES - {"words", "ix_findable_words"}
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET line = 'other'",
        "DELETE FROM history",
        "INSERT INTO history (number, line, digest) VALUES (1, 'other', '')",
    ],
    ids=["change", "delete", "replace"],
)
def test_no_line_of_the_history_can_be_touched_again(store: Store, statement: str) -> None:
    with store.database.writing() as connection:
        connection.execute(text("INSERT INTO history (number, line, digest) VALUES (1, 'line', '')"))

    with pytest.raises(DBAPIError), store.database.writing() as connection:
        connection.execute(text(statement))
    with store.database.reading() as connection:
        assert connection.execute(text("SELECT line FROM history")).scalars().all() == ["line"]


def test_a_line_of_the_history_cannot_be_replaced_in_a_file(tmp_path: Path) -> None:
    store = open_store(tmp_path / "vpdesk.sqlite3")
    with store.database.writing() as connection:
        connection.execute(text("INSERT INTO history (number, line, digest) VALUES (1, 'line', '')"))

    with pytest.raises(DBAPIError), store.database.writing() as connection:
        connection.execute(text("REPLACE INTO history (number, line, digest) VALUES (1, 'other', '')"))
    store.close()


def test_opening_a_store_twice_makes_it_once(address: str) -> None:
    open_store(address).close()
    store = open_store(address)
    with store.database.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [
            migrations.CURRENT
        ]
    store.close()
