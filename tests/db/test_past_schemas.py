"""A store of every past schema is brought up to date with all that was in it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from support.needs import ROOT
from support.register_life import SOME_FILE

from vpdesk.db import migrations
from vpdesk.db.files import keep_bytes
from vpdesk.domain.drafts import DraftQuery, SortKey
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.services.office import office, officer_setting
from vpdesk.services.verifying import verify_store

STORES = ROOT / "tests/golden/stores"

KEPT = """SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
          AND name NOT LIKE 'findable_words_%'"""
"""The tables of a store, but for the index of words, which has no rows of its own."""

ELSEWHERE = {"file_chunk"}
"""What only a server's store has rows of."""


def test_there_is_a_store_of_every_schema() -> None:
    assert sorted(path.stem for path in STORES.glob("*.sql")) == [f"schema-{name}" for name in migrations.SCHEMAS]


@pytest.mark.parametrize("schema", migrations.SCHEMAS)
def test_what_an_earlier_program_kept_is_there(file_desk: Desk, schema: str) -> None:
    file_desk.places.data.mkdir()
    with closing(sqlite3.connect(file_desk.places.database)) as database:
        database.executescript((STORES / f"schema-{schema}.sql").read_text(encoding="utf-8"))
    # The files of a store lie beside it.
    keep_bytes(file_desk.store.files, SOME_FILE)
    founded = office(file_desk)
    assert founded is not None
    file_desk.seat.officer = founded.officers[0].id
    plan, letter = drafting.drafts(file_desk, DraftQuery(sort=SortKey.UPDATED))
    (in_bin,) = drafting.drafts(file_desk, DraftQuery(in_bin=True))
    with file_desk.store.reading() as work:
        versions = work.versions.of(plan.id)

    assert founded.unusual_types
    assert [len(body.signatories) for body in founded.bodies] == [2, 3, 2]
    assert (plan.status, plan.subject, in_bin.subject) == (
        Status.SUBMITTED,
        "Tuyên truyền Đại hội",
        "Bản nháp bỏ đi",
    )
    assert drafting.open_draft(file_desk, letter.id).dispatch.subject_summary == "V/v mở lớp bồi dưỡng nghiệp vụ"
    assert [version.dispatch for version in versions] == [drafting.open_draft(file_desk, plan.id).dispatch]
    assert [template.name for template in drafting.templates(file_desk)] == ["Mẫu mời họp"]
    assert officer_setting(file_desk, "columns") == "[]"
    assert verify_store(file_desk).fault is None


@pytest.mark.parametrize("schema", migrations.SCHEMAS)
def test_a_store_of_an_earlier_program_has_a_row_of_every_table(schema: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript((STORES / f"schema-{schema}.sql").read_text(encoding="utf-8"))
        tables = [name for (name,) in database.execute(KEPT) if name not in ELSEWHERE]
        counted = (f"SELECT count(*) FROM {table}" for table in tables)  # noqa: S608 -- names of ours
        rows = [database.execute(statement).fetchone()[0] for statement in counted]

    assert all(rows), dict(zip(tables, rows, strict=True))


def test_a_store_of_before_holds_without_being_brought_up_to_date(file_desk: Desk) -> None:
    file_desk.places.data.mkdir()
    with closing(sqlite3.connect(file_desk.places.database)) as database:
        database.executescript((STORES / "schema-0001.sql").read_text(encoding="utf-8"))
    before = verify_store(file_desk)
    with file_desk.store.reading() as work:
        sealed = json.loads(list(work.history.lines())[-1].text)
    after = verify_store(file_desk, before.head_value)

    assert (before.lines, before.fault, after.lines, after.fault) == (7, None, 8, None)
    assert (sealed["act"], sealed["officer"], sealed["v"]) == ("seal", None, 2)
    assert {name.partition(":")[0] for name in sealed["records"]} == {
        "body_version",
        "dispatch",
        "dispatch_version",
        "issuing_body",
        "office",
        "officer",
        "setting",
        "signatory",
        "template",
        "term",
    }
