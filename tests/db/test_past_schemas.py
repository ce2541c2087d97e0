"""A store of every past schema is brought up to date with all that was in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from support.needs import ROOT

from vpdesk.db import migrations
from vpdesk.domain.drafts import DraftQuery, SortKey
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.services.office import office, officer_setting
from vpdesk.services.verifying import verify_store

STORES = ROOT / "tests/golden/stores"


def test_there_is_a_store_of_every_schema() -> None:
    assert sorted(path.stem for path in STORES.glob("*.sql")) == [f"schema-{name}" for name in migrations.SCHEMAS]


@pytest.mark.parametrize("schema", migrations.SCHEMAS)
def test_what_an_earlier_program_kept_is_there(file_desk: Desk, schema: str) -> None:
    file_desk.places.data.mkdir()
    with closing(sqlite3.connect(file_desk.places.database)) as database:
        database.executescript((STORES / f"schema-{schema}.sql").read_text(encoding="utf-8"))
    founded = office(file_desk)
    assert founded is not None
    file_desk.seat.officer = founded.officers[0].id
    plan, letter = drafting.drafts(file_desk, DraftQuery(sort=SortKey.UPDATED))
    (in_bin,) = drafting.drafts(file_desk, DraftQuery(in_bin=True))
    with file_desk.store.reading() as work:
        versions = work.versions.of(plan.id)
        lines = [line.text for line in work.history.lines()]

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
