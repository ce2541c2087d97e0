"""Deadlines over Tết, weekends, extensions and moved holidays, on the days of real years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.stores import CHRISTMAS_EVE

from vpdesk.domain.deadlines import DeadlineRules, DeadlineState, deadline_on, last_day_of, near, rules_of, rules_value
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.public_holidays import public_holidays
from vpdesk.domain.workdays import Holiday, Workdays

LATER, SOON, DUE_TODAY, LATE = DeadlineState.LATER, DeadlineState.SOON, DeadlineState.TODAY, DeadlineState.LATE


def d(text: str) -> date:
    """A day as the tables write it."""
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


BY_LAW = Workdays(one for year in range(2021, 2027) for one in public_holidays(year))
SWAPPED = Workdays(
    [
        *public_holidays(2024),
        # 29/4/2024, a Monday between days of rest, was swapped for Saturday 4/5/2024.
        Holiday(d("29/4/2024"), "Hoán đổi ngày làm việc"),
        Holiday(d("4/5/2024"), "Làm bù", is_worked=True),
    ]
)
"""The calendar as the Ministry of Home Affairs moved it in April 2024."""


# --- counted from a day on ----------------------------------------------------------------------------------------

COUNTED = [
    # what it shows                                       from          days  until
    ("a plain week",                                      "23/12/2024", 3, "26/12/2024"),
    ("over a weekend",                                    "26/12/2024", 3, "31/12/2024"),
    ("from a Saturday on",                                "28/12/2024", 1, "30/12/2024"),
    ("over the solar new year",                           "31/12/2024", 1, "2/1/2025"),
    ("over Tết 2025, off from Monday to Friday",          "24/1/2025",  1, "3/2/2025"),
    ("five days over Tết 2025",                           "22/1/2025",  5, "5/2/2025"),
    ("over Tết 2024, with days off in lieu",              "7/2/2024",   1, "15/2/2024"),
    ("over Tết 2026, from its last day of the old year",  "13/2/2026",  1, "23/2/2026"),
    ("Giỗ Tổ, 30 April and 1 May 2023 in one row",        "28/4/2023",  1, "4/5/2023"),
    ("Giỗ Tổ on a Sunday, off in lieu on Monday",         "24/4/2026",  1, "28/4/2026"),
    ("over the National Day 2023, off in lieu on Monday", "31/8/2023",  1, "5/9/2023"),
    ("no day at all",                                     "24/12/2024", 0, "24/12/2024"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "first", "days", "last"), COUNTED, ids=[one[0] for one in COUNTED])
def test_workdays_are_counted(shown: str, first: str, days: int, last: str) -> None:
    assert BY_LAW.later(d(first), days) == d(last)
    assert BY_LAW.between(d(first), d(last)) == days


def test_a_day_of_rest_that_is_worked_counts_and_the_day_it_was_swapped_for_does_not() -> None:
    assert SWAPPED.later(d("26/4/2024"), 1) == d("2/5/2024")
    assert SWAPPED.later(d("26/4/2024"), 3) == d("4/5/2024")
    assert BY_LAW.later(d("26/4/2024"), 1) == d("29/4/2024")


# --- how it stands on a day ---------------------------------------------------------------------------------------

STANDS = [
    # what it shows                                          due on        today         state      left late days late
    ("its last day",                                         "27/12/2024", "27/12/2024", DUE_TODAY, 0, 0, 0),
    ("the day before it",                                    "27/12/2024", "26/12/2024", SOON,      1, 0, 0),
    ("three workdays before, over a weekend",                "31/12/2024", "26/12/2024", SOON,      3, 0, 0),
    ("four workdays before",                                 "31/12/2024", "25/12/2024", LATER,     4, 0, 0),
    ("the day after it",                                     "26/12/2024", "27/12/2024", LATE,      0, 1, 1),
    ("late since Friday, looked at on Monday",               "27/12/2024", "30/12/2024", LATE,      0, 1, 3),
    ("late since Friday, looked at on Saturday",             "27/12/2024", "28/12/2024", LATE,      0, 0, 1),
    ("due on a Saturday: in time on Monday",                 "28/12/2024", "30/12/2024", DUE_TODAY, 0, 0, 0),
    ("due on a Saturday: late on Tuesday",                   "28/12/2024", "31/12/2024", LATE,      0, 1, 1),
    ("due on Sunday, looked at on Saturday",                 "29/12/2024", "28/12/2024", SOON,      1, 0, 0),
    ("due within Tết 2025: in time on the first workday",    "30/1/2025",  "3/2/2025",   DUE_TODAY, 0, 0, 0),
    ("due within Tết 2025: late on the second",              "30/1/2025",  "4/2/2025",   LATE,      0, 1, 1),
    ("soon though a week of rest lies between",              "5/2/2025",   "24/1/2025",  SOON,      3, 0, 0),
    ("due before Tết 2025, looked at after it",              "24/1/2025",  "3/2/2025",   LATE,      0, 1, 10),
    ("due before Tết 2025, looked at within it",             "24/1/2025",  "29/1/2025",  LATE,      0, 0, 5),
    ("due on the day of the kings",                          "7/4/2025",   "8/4/2025",   DUE_TODAY, 0, 0, 0),
    ("months away",                                          "28/2/2025",  "24/12/2024", LATER,     42, 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "due_on", "today", "state", "left", "late", "days_late"), STANDS, ids=[one[0] for one in STANDS]
)
def test_a_deadline_stands_so(
    shown: str, due_on: str, today: str, state: DeadlineState, left: int, late: int, days_late: int
) -> None:
    deadline = deadline_on(d(due_on), d(today), BY_LAW)

    assert (deadline.state, deadline.workdays_left) == (state, left)
    assert (deadline.workdays_late, deadline.days_late) == (late, days_late)


def test_a_deadline_that_a_moved_holiday_falls_on_is_the_next_workday() -> None:
    due_on = d("29/4/2024")
    assert last_day_of(due_on, BY_LAW) == due_on
    assert last_day_of(due_on, SWAPPED) == d("2/5/2024")
    assert deadline_on(due_on, d("2/5/2024"), BY_LAW).state is LATE
    assert deadline_on(due_on, d("2/5/2024"), SWAPPED).state is DUE_TODAY


def test_an_extension_moves_the_day_it_is_late_from() -> None:
    first, extended, today = d("24/1/2025"), d("4/2/2025"), d("5/2/2025")
    assert deadline_on(first, today, BY_LAW).workdays_late == 3
    assert deadline_on(extended, today, BY_LAW).workdays_late == 1
    assert deadline_on(extended, d("3/2/2025"), BY_LAW).state is SOON


@pytest.mark.parametrize("calendar", [BY_LAW, SWAPPED], ids=["by law", "moved"])
def test_lists_ask_for_the_same_deadlines_as_are_late_and_soon_one_by_one(calendar: Workdays) -> None:
    for number in range(150):
        today = d("20/12/2023") + timedelta(days=number)
        days = near(today, calendar)
        for distance in range(-20, 20):
            due_on = today + timedelta(days=distance)
            state = deadline_on(due_on, today, calendar).state
            assert (due_on <= days.late) is (state is LATE), f"{due_on} on {today}"
            assert (days.late < due_on <= days.soon) is (state in {DUE_TODAY, SOON}), f"{due_on} on {today}"


# --- what is proposed ---------------------------------------------------------------------------------------------


def arrival(arrived_on: str, document_type: str = "CV", urgency: str | None = None) -> IncomingDocument:
    """An arrival of a day."""
    key = new_id(CHRISTMAS_EVE)
    return IncomingDocument(
        key, key, 2024, 1, CHRISTMAS_EVE, key, d(arrived_on), "Huyện ủy", document_type=document_type, urgency=urgency
    )


RULES = DeadlineRules(usual=7, types={"GM": 2}, urgencies={"KHẨN": 2, "HỎA TỐC": 0})
PROPOSED = [
    # what it shows                       arrival                                    today          proposed
    ("as a rule",                          arrival("24/12/2024"),                     "24/12/2024",  "3/1/2025"),
    ("fewer for its type",                 arrival("24/12/2024", "GM"),               "24/12/2024",  "26/12/2024"),
    ("fewer for its urgency",              arrival("24/12/2024", urgency="KHẨN"),     "24/12/2024",  "26/12/2024"),
    ("the same day",                       arrival("24/12/2024", urgency="HỎA TỐC"),  "24/12/2024",  "24/12/2024"),
    ("the same day, on a Sunday",          arrival("29/12/2024", urgency="HỎA TỐC"),  "29/12/2024",  "30/12/2024"),
    ("over Tết",                           arrival("24/1/2025"),                      "24/1/2025",   "11/2/2025"),
    ("from the day it came, not directed", arrival("16/12/2024"),                     "19/12/2024",  "25/12/2024"),
    ("never a day that is over",           arrival("2/12/2024"),                      "24/12/2024",  "24/12/2024"),
    ("never a day of rest",                arrival("2/12/2024"),                      "28/12/2024",  "30/12/2024"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "arrived", "today", "proposed"), PROPOSED, ids=[one[0] for one in PROPOSED])
def test_a_deadline_is_proposed(shown: str, arrived: IncomingDocument, today: str, proposed: str) -> None:
    assert RULES.proposed(arrived, d(today), BY_LAW) == d(proposed)


def test_where_the_working_rules_say_nothing_nothing_is_proposed() -> None:
    silent = DeadlineRules(usual=None, urgencies={})
    assert silent.proposed(arrival("24/12/2024"), d("24/12/2024"), BY_LAW) is None
    assert DeadlineRules().days_for("CV", "THƯỢNG KHẨN") == 1


def test_the_rules_of_the_office_are_kept_as_they_are() -> None:
    assert rules_of(rules_value(RULES)) == RULES
    assert rules_of(None) == DeadlineRules()


# --- the holidays that are proposed -------------------------------------------------------------------------------

OFF = [
    # the days off at Tết, and at the National Day, as they were said for each year
    (2021, "10/2 11/2 12/2 13/2 14/2 15/2 16/2", "2/9 3/9"),
    (2022, "31/1 1/2 2/2 3/2 4/2", "1/9 2/9"),
    (2023, "20/1 21/1 22/1 23/1 24/1 25/1 26/1", "1/9 2/9 4/9"),
    (2024, "8/2 9/2 10/2 11/2 12/2 13/2 14/2", "2/9 3/9"),
    (2025, "27/1 28/1 29/1 30/1 31/1", "1/9 2/9"),
    (2026, "16/2 17/2 18/2 19/2 20/2", "1/9 2/9"),
]


def days_off(year: int, first: date, last: date) -> str:
    """The days off that are proposed between two days."""
    return " ".join(f"{one.day.day}/{one.day.month}" for one in public_holidays(year) if first <= one.day <= last)


@pytest.mark.parametrize(("year", "tet", "national_day"), OFF, ids=[str(one[0]) for one in OFF])
def test_the_days_off_of_a_year_are_those_that_were_said(year: int, tet: str, national_day: str) -> None:
    assert days_off(year, date(year, 1, 10), date(year, 3, 1)) == tet
    assert days_off(year, date(year, 8, 1), date(year, 9, 30)) == national_day


def test_the_days_off_in_spring_2023_and_their_days_in_lieu() -> None:
    assert days_off(2023, date(2023, 4, 1), date(2023, 6, 1)) == "29/4 30/4 1/5 2/5 3/5"
    assert days_off(2023, date(2023, 1, 1), date(2023, 1, 9)) == "1/1 2/1"
    names = {one.day: one.name for one in public_holidays(2023)}
    assert names[date(2023, 1, 20)] == "29 tháng Chạp"
    assert names[date(2023, 5, 3)] == "Nghỉ bù Ngày Chiến thắng"


def test_every_year_has_eleven_days_off_that_fall_on_workdays_or_are_taken_in_lieu() -> None:
    for year in range(2021, 2050):
        days = [one.day for one in public_holidays(year)]
        assert len(set(days)) == len(days), f"no day twice in {year}"
        assert sum(day.weekday() < 5 for day in days) == 11, f"in {year}"
