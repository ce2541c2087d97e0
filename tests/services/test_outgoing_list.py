"""The list of the outgoing register: its views, page by page, however many lines there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session
from support.papers_out import first_body, issued, signed_off
from support.seats import sit
from support.stores import TickingClock

from vpdesk.db.outgoing_queries import OutgoingLists
from vpdesk.domain.ids import new_id
from vpdesk.domain.issuing import ExternalLetter, IssueOrder
from vpdesk.domain.outgoing import Method
from vpdesk.domain.outgoing_list import Cursor, OutgoingQuery, OutgoingRow, OutgoingView
from vpdesk.services import issuing, outgoing
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample

TODAY = date(2024, 12, 24)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where Hạnh sits, its clerk."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def references(desk: Desk, **asked: object) -> list[str]:
    return [row.line.reference for row in outgoing.lines(desk, OutgoingQuery(**asked))]  # type: ignore[arg-type]


def external(desk: Desk, day: date, code: str = "CV", **more: str) -> None:
    outgoing.register_external(desk, first_body(desk), [ExternalLetter(code, day, "việc cũ", **more)], "làm bằng Word")  # type: ignore[arg-type]


def test_the_newest_day_stands_first_and_lines_without_a_date_on_the_day_of_their_entry(
    desk: Desk, clock: TickingClock
) -> None:
    external(desk, TODAY - timedelta(days=3))
    outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    external(desk, TODAY - timedelta(days=1))
    clock.moment += timedelta(days=1)
    outgoing.withhold(desk, first_body(desk), "CV", TODAY)

    assert references(desk) == ["04-CV/BTGHU", "02-CV/BTGHU", "03-CV/BTGHU", "01-CV/BTGHU"]


def test_what_was_taken_at_one_moment_stands_in_the_order_of_its_numbers(desk: Desk) -> None:
    issued(desk, [signed_off(desk) for _ in range(5)])
    letters = [ExternalLetter("QĐ", TODAY, f"việc {n}") for n in range(5)]
    outgoing.register_external(desk, first_body(desk), letters, "theo lô")

    assert references(desk) == [f"0{n}-{code}/BTGHU" for code in ("QĐ", "CV") for n in range(5, 0, -1)]


def test_page_by_page_comes_the_same_list(desk: Desk) -> None:
    for place in range(7):
        external(desk, TODAY - timedelta(days=place // 2), date_reason="nhập bù")
        outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    whole = outgoing.lines(desk, OutgoingQuery())
    paged: list[OutgoingRow] = []
    after: Cursor | None = None
    while page := outgoing.lines(desk, OutgoingQuery(), after, limit=3):
        paged += page
        after = page[-1].cursor

    assert [row.line.id for row in paged] == [row.line.id for row in whole]
    assert len(whole) == 14


def test_a_type_and_a_year_narrow_the_list(desk: Desk) -> None:
    external(desk, date(2023, 11, 5))
    external(desk, TODAY)
    external(desk, TODAY, "BC")

    assert references(desk, document_type="BC") == ["01-BC/BTGHU"]
    assert references(desk, year=2023) == ["01-CV/BTGHU"]
    assert references(desk, year=2024, document_type="CV") == ["02-CV/BTGHU"]
    assert outgoing.counts(desk).years == (2024, 2023)


def test_each_view_shows_its_lines(desk: Desk) -> None:
    first, second = issued(desk, [signed_off(desk), signed_off(desk)])
    outgoing.void(desk, second.line.id, second.line.version, "in sai")
    outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    external(desk, TODAY)
    late = signed_off(desk)
    issuing.issue(desk, [IssueOrder(late.id, late.version, TODAY - timedelta(days=1), date_reason="ký hôm qua")])

    assert references(desk, view=OutgoingView.HELD) == ["03-CV/BTGHU"]
    assert references(desk, view=OutgoingView.VOID) == ["02-CV/BTGHU"]
    assert references(desk, view=OutgoingView.UNUSUAL) == ["04-CV/BTGHU", "02-CV/BTGHU", "05-CV/BTGHU"]
    assert references(desk, view=OutgoingView.UNSENT) == [first.line.reference, "05-CV/BTGHU"]


def test_what_was_sent_is_no_longer_listed_as_waiting(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    deliveries = outgoing.detail(desk, one.line.id).deliveries
    assert [row.unsent for row in outgoing.lines(desk, OutgoingQuery())] == [1]
    sent = [replace(each, sent_on=TODAY) for each in deliveries if each.method is not Method.FILE]
    outgoing.deliver(desk, one.line.id, sent)

    (row,) = outgoing.lines(desk, OutgoingQuery())
    assert (row.unsent, row.sent_on) == (0, TODAY)
    assert references(desk, view=OutgoingView.UNSENT) == []


def test_the_counts_say_what_waits(desk: Desk, clock: TickingClock) -> None:
    issued(desk, [signed_off(desk)])
    signed_off(desk)
    outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký", clock() + timedelta(days=9))
    clock.moment += timedelta(days=4)
    sit(desk, "Hạnh")
    counted = outgoing.counts(desk)

    assert (counted.waiting, counted.held, counted.expired, counted.unsent) == (1, 2, 1, 1)


def test_the_number_that_comes_next_is_told_with_the_one_before(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    held = outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    upcoming = outgoing.next_number(desk, first_body(desk), "CV", TODAY)

    assert (upcoming.number, upcoming.reference) == (3, "03-CV/BTGHU")
    assert upcoming.before is not None
    assert (upcoming.before.id, upcoming.holds) == (one.line.id, held)


@pytest.mark.parametrize("view", [one for one in OutgoingView if one is not OutgoingView.UNSENT])
@pytest.mark.parametrize("document_type", [None, "CV"])
def test_each_view_is_walked_along_an_index_and_never_sorted(
    file_desk: Desk, view: OutgoingView, document_type: str | None
) -> None:
    found_sample(file_desk)
    sit(file_desk, "Hạnh")
    after = Cursor(TODAY, new_id(file_desk.clock()))
    with file_desk.store.database.reading() as connection:
        asked: list[tuple[str, object]] = []
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
        OutgoingLists(Session(connection)).lines(OutgoingQuery(view, document_type), after, 200)
        plans = [
            [row[-1] for row in connection.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for statement, parameters in list(asked)
        ]

    assert plans
    for plan in plans:
        # What belongs to a row is asked along an index too, under a step of its own that reads nothing.
        reading = [step for step in plan if not step.startswith("CORRELATED SCALAR SUBQUERY")]
        assert all("USING INDEX" in step for step in reading), plan


def test_what_waits_to_be_sent_is_counted_by_those_that_wait_alone(file_desk: Desk) -> None:
    found_sample(file_desk)
    with file_desk.store.database.reading() as connection:
        asked: list[tuple[str, object]] = []
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
        lists = OutgoingLists(Session(connection))
        lists.unsent()
        lists.lines(OutgoingQuery(OutgoingView.UNSENT), Cursor(TODAY, new_id(file_desk.clock())), 200)
        plans = [
            [row[-1] for row in connection.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for statement, parameters in list(asked)
        ]

    for plan in plans:
        assert any("ix_delivery_unsent" in step for step in plan), plan
        assert not any(step.startswith("SCAN outgoing") or "document_date<" in step for step in plan), plan
