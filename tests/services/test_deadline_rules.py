"""What the office chose about its deadlines, and the days off that are proposed to it."""

from __future__ import annotations

from datetime import date

import pytest
from support.seats import sit

from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.deadlines import DeadlineRules
from vpdesk.domain.workdays import Holiday
from vpdesk.services import deadlines, numbers, office, receiving, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine, with its clerk at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def test_what_the_office_chose_is_what_is_proposed(desk: Desk) -> None:
    arrival = receiving.register(desk, ArrivalEntry(sender="Huyện ủy", document_type="GM"))
    assert deadlines.deadline_rules(desk) == DeadlineRules()
    chosen = DeadlineRules(usual=None, types={"GM": 2}, urgencies={"KHẨN": 1})
    deadlines.set_deadline_rules(desk, chosen)

    assert deadlines.deadline_rules(desk) == chosen
    assert work_in_hand.work_of(desk, arrival.id).proposed_due_on == date(2024, 12, 26)
    assert verify_store(desk).fault is None


def test_the_days_off_of_a_year_are_proposed_but_for_those_that_are_there(desk: Desk) -> None:
    numbers.put_holiday(desk, Holiday(date(2025, 1, 1), "Tết Tây"))
    proposed = numbers.propose_holidays(desk, 2025)
    assert [one.day for one in proposed][:2] == [date(2025, 1, 27), date(2025, 1, 28)]
    assert len(numbers.holidays(desk)) == 1, "nothing is kept that nobody confirmed"
    numbers.put_holidays(desk, proposed)

    assert numbers.propose_holidays(desk, 2025) == ()
    assert len(numbers.holidays(desk)) == 1 + len(proposed)
    assert verify_store(desk).fault is None


def test_deadlines_go_by_the_days_off_of_the_office(desk: Desk) -> None:
    arrival = receiving.register(desk, ArrivalEntry(sender="Huyện ủy", due_on=date(2024, 12, 25)))
    numbers.put_holidays(desk, [Holiday(date(2024, 12, day), "Nghỉ") for day in (25, 26, 27)])
    deadline = work_in_hand.work_of(desk, arrival.id).deadline

    assert deadline is not None
    assert (deadline.last_day, deadline.workdays_left) == (date(2024, 12, 30), 1)
