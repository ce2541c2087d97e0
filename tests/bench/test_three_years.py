"""The invented office of three years is a whole store, and what is made from its records is what the program makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.stores import CHEAP

from bench import lists, three_years
from bench.measure import table
from bench.years.calendar import NOW, YEARS
from bench.years.records import Office
from vpdesk.db.handlings import Handlings
from vpdesk.db.register_tables import ArrivalValueRow, FindableRow
from vpdesk.db.tables import Row
from vpdesk.db.work_tables import OpenArrivalRow
from vpdesk.domain.arriving import mentioned
from vpdesk.domain.case_files import CaseState
from vpdesk.domain.handling import AssigneeRole, HandlingState, OpenState
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.roles import Role
from vpdesk.paths import Places
from vpdesk.services import finding, numbers
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Office]]:
    """A small office of three years, and what was invented."""
    desk = Desk(Places(tmp_path_factory.mktemp("lived")), Settings(), lambda: NOW, "máy 1", hardness=CHEAP)
    yield desk, three_years.invent(desk, arrivals_a_year=150)
    desk.close()


def _rows(session: Session, kind: type[Row], *but: str) -> set[tuple[Any, ...]]:
    columns = [column for column in kind.__table__.columns if column.name not in but]
    return {tuple(row) for row in session.execute(select(*columns))}


def test_the_history_answers_for_every_record(lived: tuple[Desk, Office]) -> None:
    assert verify_store(lived[0]).fault is None


def test_what_is_open_is_what_the_records_say(lived: tuple[Desk, Office]) -> None:
    desk, _ = lived
    with desk.store.database.writing() as connection, Session(connection) as session:
        invented = _rows(session, OpenArrivalRow)
        Handlings(session).note_all_open()
        assert _rows(session, OpenArrivalRow) == invented


def test_values_are_offered_as_often_as_arrivals_mention_them(lived: tuple[Desk, Office]) -> None:
    desk, office = lived
    with desk.store.database.reading() as connection, Session(connection) as session:
        counted = _rows(session, ArrivalValueRow)
    expected = Counter(mention for one in office.arrivals for mention in mentioned(one.arrival))
    assert counted == {(kind.value, sender, value, uses) for (kind, sender, value), uses in expected.items()}


def test_the_index_is_the_one_that_is_made_from_the_records(lived: tuple[Desk, Office]) -> None:
    desk, _ = lived
    with desk.store.database.reading() as connection, Session(connection) as session:
        invented = _rows(session, FindableRow, "id")
    finding.rebuild(desk)
    with desk.store.database.reading() as connection, Session(connection) as session:
        assert _rows(session, FindableRow, "id") == invented


def test_no_number_is_missing_and_none_is_there_twice(lived: tuple[Desk, Office]) -> None:
    desk, office = lived
    for tally in numbers.rows(desk):
        row, answer = numbers.account_for(desk, tally.series.id)
        assert answer.unexplained == ()
        assert sum(tally.counts.values()) == row.last - row.opening_number + 1
    for year in YEARS:
        of_year = [one.arrival.arrival_number for one in office.arrivals if one.arrival.year == year]
        assert of_year == list(range(1, len(of_year) + 1))


def test_it_has_one_head_two_deputies_two_clerks_and_eight_drafters(lived: tuple[Desk, Office]) -> None:
    desk, _ = lived
    with desk.store.reading() as work:
        officers = work.organisation.officers()
    assert Counter(role for one in officers for role in one.roles) == {
        Role.HEAD: 3,
        Role.CLERK: 2,
        Role.DRAFTER: 8,
        Role.ADMINISTRATOR: 1,
    }
    assert Role.ADMINISTRATOR in officers[0].roles


def test_arrivals_stand_in_every_state(lived: tuple[Desk, Office]) -> None:
    _, office = lived
    assert {one.handling.state for one in office.arrivals if one.handling} == set(HandlingState)
    assert {ArrivalState.VOID, ArrivalState.REGISTERED} == {one.arrival.state for one in office.arrivals}
    assert any(len(one.extensions) > 0 for one in office.arrivals)
    assert any(one.ended_at for worked in office.arrivals for one in worked.assignees)
    waits = [one for one in office.arrivals if one.open]
    assert len(waits) < len(office.arrivals) / 10
    assert any(one.open and one.open.state is OpenState.NEW for one in waits)


def test_nothing_is_done_before_what_comes_before_it(lived: tuple[Desk, Office]) -> None:
    _, office = lived
    for one in office.arrivals:
        handling = one.handling
        if handling is None:
            continue
        acknowledged = [who.acknowledged_at for who in one.assignees if who.role is AssigneeRole.LEAD]
        steps = [one.arrival.entered_at, handling.submitted_at, handling.directed_at, *acknowledged]
        moments = [step for step in (*steps, handling.finished_at) if step is not None]
        assert moments == sorted(moments)
        assert moments[-1] < NOW + timedelta(seconds=1)


def test_a_reply_stands_on_both_sides(lived: tuple[Desk, Office]) -> None:
    desk, office = lived
    answered = [one for one in office.arrivals if one.reply]
    assert answered
    with desk.store.reading() as work:
        for one in answered:
            (link,) = work.numbers.links(one.arrival.id)
            line = work.numbers.line(link.source)
            assert line.reference == one.arrival.answer
            assert one.handling is not None
            assert one.handling.finished_at == line.entered_at


def test_lines_came_to_every_end(lived: tuple[Desk, Office]) -> None:
    _, office = lived
    assert {LineState.ISSUED, LineState.EXTERNAL, LineState.HELD} <= {one.line.state for one in office.lines}
    assert all(one.line.reason for one in office.lines if one.line.state is LineState.VOID)


def test_the_first_year_lies_with_the_archive(lived: tuple[Desk, Office]) -> None:
    desk, _ = lived
    with desk.store.reading() as work:
        states = {year: {one.state for one in work.case_files.of_year(year)} for year in YEARS}
    assert CaseState.HANDED_OVER in states[2022]
    assert CaseState.CLOSED in states[2023]
    assert CaseState.OPEN in states[2024]


def test_every_list_of_the_window_is_timed_in_it(lived: tuple[Desk, Office]) -> None:
    measured = table(list(lists.rows(lived[0].places.data, rounds=1)))

    for what in (
        "arrivals, mine",
        "outgoing, all",
        "drafts of a clerk",
        "search, all",
        "desk of a head",
        "report, due",
    ):
        assert f"| {what}" in measured
    assert "| every list, p95" in measured
