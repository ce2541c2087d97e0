"""What a unit of work changes, and what the history says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import delete, text
from sqlalchemy.exc import DBAPIError
from support.builders import a_dispatch
from support.office_life import OfficeLife
from support.postgres import Cluster
from support.seats import an_officer, sit
from support.stores import TickingClock

from vpdesk.db.store import Store, open_store
from vpdesk.db.tables import MentionRow, OfficerRow
from vpdesk.domain.errors import DatabaseUnavailable, NotAnAnchor, NotPermitted
from vpdesk.domain.history import digest
from vpdesk.domain.roles import Role
from vpdesk.domain.verification import Fault, FaultKind
from vpdesk.paths import Places
from vpdesk.services import drafting, office, verifying
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings


def told(desk: Desk) -> list[dict[str, Any]]:
    """What the lines of the history say."""
    with desk.store.reading() as work:
        return [json.loads(line.text) for line in work.history.lines()]


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office."""
    office.found_sample(store_desk)
    return store_desk


# --- what is told ---------------------------------------------------------------------------------------------------


def test_the_line_of_an_act_says_what_each_record_is_that_it_changed(desk: Desk) -> None:
    with desk.store.reading() as work:
        body = work.organisation.bodies()[0]
    draft = drafting.begin(desk, a_dispatch(), body.id).draft
    drafting.save(desk, draft, replace(draft.dispatch, subject_summary="V/v khác"))
    drafting.delete(desk, draft.id)
    drafting.empty_bin(desk)
    name = f"dispatch:{draft.id}"
    of_draft = [line["records"][name] for line in told(desk)[1:]]

    assert [set(line["records"]) for line in told(desk)[1:]] == [{name}] * 4
    assert of_draft[3] is None
    assert len(set(of_draft)) == 4


def test_a_change_of_which_nothing_is_told_is_refused(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="setting"), desk.store.writing() as work:
        work.organisation.put_setting("office", "key", "value")

    with desk.store.reading() as work:
        assert work.organisation.setting("office", "key") is None


def test_rows_that_are_covered_are_never_written_many_at_once(desk: Desk) -> None:
    with desk.store.writing() as work:
        with pytest.raises(AssertionError, match="OfficerRow"):
            work._session.execute(delete(OfficerRow))
        work._session.execute(delete(MentionRow))


def test_a_record_is_salted_anew_with_each_change(desk: Desk) -> None:
    salts = []
    for value in ("one", "two", "two", "one"):
        with desk.store.writing() as work:
            work.organisation.put_setting("office", "key", value)
            work.tell(None, "choose", "setting", None)
        with desk.store.database.reading() as connection:
            salts.append(connection.scalar(text("SELECT salt FROM setting")))

    assert len({bytes(salt) for salt in salts}) == 3
    assert salts[1] == salts[2]


def test_both_engines_digest_a_record_alike(address: str, clock: TickingClock) -> None:
    store = open_store(address, clock=clock)
    with store.writing() as work:
        work._session.add(
            OfficerRow(
                id=UUID(int=1),
                name="Tri\u0323nh Bảo Ngọc",
                sorted_name="trinh bao ngoc",
                first_day=date(2024, 1, 1),
                roles="clerk",
                salt=bytes(16),
            )
        )
        work.tell(None, "take_in", "officer", None)
    with store.reading() as work:
        (line,) = (json.loads(line.text) for line in work.history.lines())
    store.close()

    columns = (
        '{"first_day":"2024-01-01","id":"00000000-0000-0000-0000-000000000001","last_day":null,'
        '"name":"Tri\u0323nh Bảo Ngọc","position":null,"roles":"clerk","salt":"00000000000000000000000000000000",'
        '"sorted_name":"trinh bao ngoc"}'
    )
    assert line["records"] == {"officer:00000000-0000-0000-0000-000000000001": digest(columns)}


# --- the clock ------------------------------------------------------------------------------------------------------


def test_a_clock_set_back_is_told_once_and_seen_before(desk: Desk, clock: TickingClock) -> None:
    assert office.clock_set_back(desk) is None
    last = clock.moment - timedelta(seconds=1)
    clock.moment -= timedelta(days=3)

    assert office.clock_set_back(desk) == last
    office.set_unusual_types(desk, True)
    office.set_unusual_types(desk, False)
    lines = told(desk)
    assert [line["act"] for line in lines] == ["found", "clock_set_back", "choose", "choose"]
    assert lines[1]["officer"] is None
    assert lines[1]["facts"]["last"] == lines[0]["at"]
    assert lines[1]["facts"]["now"] == lines[1]["at"] == lines[2]["at"] < lines[0]["at"]
    assert verifying.verify_store(desk).fault is None


def test_a_clock_put_right_by_a_second_is_not_told(desk: Desk, clock: TickingClock) -> None:
    clock.moment -= timedelta(seconds=2.5)

    assert office.clock_set_back(desk) is None
    office.set_unusual_types(desk, True)
    assert [line["act"] for line in told(desk)] == ["found", "choose"]


# --- checking -------------------------------------------------------------------------------------------------------


def test_the_history_holds_on_each_engine_after_many_acts(store_desk: Desk) -> None:
    life = OfficeLife(store_desk, 7)
    life.live(60)
    printed = verifying.head_value(store_desk)
    life.live(60)
    sit(store_desk, "Hạnh")
    found = verifying.verify(store_desk, printed)

    assert found.fault is None
    assert found.head_value == verifying.head_value(store_desk) != printed


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE officer SET position = 'Trưởng phòng' WHERE name = 'Vũ Thị Hạnh'", FaultKind.RECORD_CHANGED),
        ("DELETE FROM term WHERE place_in_order = 1", FaultKind.RECORD_REMOVED),
        (
            "INSERT INTO setting (owner, key, value) VALUES ('office', 'form_check', 'false')",
            FaultKind.RECORD_INSERTED,
        ),
        ("DELETE FROM history_index", FaultKind.INDEX_DIFFERS),
    ],
)
def test_a_change_behind_the_programs_back_is_found_on_each_engine(desk: Desk, statement: str, kind: FaultKind) -> None:
    with desk.store.database.writing() as connection:
        connection.execute(text(statement))
    fault = verifying.verify(desk).fault

    assert fault is not None
    assert fault.kind is kind


def test_triggers_switched_off_on_a_server_are_told(cluster: Cluster) -> None:
    address = cluster.new_database()
    open_store(address).close()
    desk = Desk(Places(Path()), Settings(database=address))
    with psycopg.connect(address) as connection:
        connection.execute("ALTER TABLE history DISABLE TRIGGER ALL")

    assert verifying.verify_store(desk).fault == Fault(FaultKind.UNGUARDED)


def test_only_who_may_checks_and_only_against_a_value(desk: Desk) -> None:
    desk.seat.officer = an_officer(desk, Role.DRAFTER).id
    with pytest.raises(NotPermitted):
        verifying.verify(desk)
    with pytest.raises(NotAnAnchor):
        verifying.verify_store(desk, "không")


# --- the guards of a server -----------------------------------------------------------------------------------------


@pytest.fixture
def owned(cluster: Cluster) -> Iterator[Store]:
    """A store on a server whose owner is an ordinary account."""
    store = open_store(cluster.new_database(owner="van_phong"))
    yield store
    store.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE history SET line = 'x'", "DELETE FROM history", "TRUNCATE history"],
    ids=["update", "delete", "truncate"],
)
def test_the_account_of_the_desk_has_no_right_to_touch_a_line(owned: Store, statement: str) -> None:
    with owned.writing() as work:
        work.tell(None, "found", "office", None)

    with pytest.raises(DatabaseUnavailable, match="permission denied"), owned.database.writing() as connection:
        connection.execute(text(statement))
    with owned.database.writing() as connection:
        # Whoever gives himself the right meets the trigger.
        connection.execute(text("GRANT UPDATE, DELETE, TRUNCATE ON history TO van_phong"))
    with pytest.raises(DBAPIError, match="only grows"), owned.database.writing() as connection:
        connection.execute(text(statement))
