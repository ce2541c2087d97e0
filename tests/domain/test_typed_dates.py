"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.typed_dates import days_later, months_later, read_day

TODAY = date(2024, 12, 18)  # a Wednesday

TYPED = {
    "24": date(2024, 12, 24),
    "5": date(2024, 12, 5),
    "24/12": date(2024, 12, 24),
    "1/2": date(2024, 2, 1),
    "2412": date(2024, 12, 24),
    "241224": date(2024, 12, 24),
    "24122024": date(2024, 12, 24),
    "24/12/2024": date(2024, 12, 24),
    "24.12.24": date(2024, 12, 24),
    "24-12-2025": date(2025, 12, 24),
    "24 12 2025": date(2025, 12, 24),
    "29/2/2024": date(2024, 2, 29),
    "3/2/30": date(2030, 2, 3),
    "03/02/1930": date(1930, 2, 3),
    " 24/12 ": date(2024, 12, 24),
    "hn": TODAY,
    "HN": TODAY,
    "hq": date(2024, 12, 17),
    "mai": date(2024, 12, 19),
    "Mái": date(2024, 12, 19),  # what an input method may make of it
    "hôm nay": TODAY,
    "hôm qua": date(2024, 12, 17),
    "Hom  qua": date(2024, 12, 17),
    "ngày mai": date(2024, 12, 19),
    "+3": date(2024, 12, 21),
    "-1": date(2024, 12, 17),
    "+14": date(2025, 1, 1),
    "t2": date(2024, 12, 23),
    "t4": TODAY,
    "T6": date(2024, 12, 20),
    "cn": date(2024, 12, 22),
}
NO_DAYS = (
    "",
    "32",
    "0",
    "30/2",
    "3002",
    "29/2/2023",
    "24/13",
    "24/12/024",
    "24/12/0000",
    "hôm",
    "t1",
    "t8",
    "+",
    "--1",
    "24/12/2024/1",
    "２４",
    "1 2 3 4",
    "-99999999",
)


@pytest.mark.parametrize(("text", "day"), TYPED.items(), ids=list(TYPED))
def test_a_day_is_read_as_it_was_meant(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_names_no_day_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


PAST = {
    "17": date(2024, 12, 17),
    "18": TODAY,
    "24": date(2024, 11, 24),
    "31": date(2024, 10, 31),
    "24/12": date(2023, 12, 24),
    "2412": date(2023, 12, 24),
    "29/2": date(2024, 2, 29),
    "24/12/24": date(2024, 12, 24),
    "hq": date(2024, 12, 17),
}


@pytest.mark.parametrize(("text", "day"), PAST.items(), ids=list(PAST))
def test_the_day_of_a_paper_that_came_is_read_as_the_last_such_day(text: str, day: date) -> None:
    assert read_day(text, TODAY, is_past=True) == day


@given(st.text(max_size=12), st.dates())
def test_any_text_is_a_day_or_none(text: str, today: date) -> None:
    for is_past in (False, True):
        day = read_day(text, today, is_past=is_past)
        assert day is None or isinstance(day, date)


@given(st.dates())
def test_a_day_shown_in_full_is_read_back(day: date) -> None:
    shown = f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
    assert read_day(shown, TODAY) == day


def test_a_month_later_keeps_the_day_or_ends_with_the_month() -> None:
    assert months_later(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert months_later(date(2025, 1, 31), -1) == date(2024, 12, 31)
    assert months_later(date(2024, 11, 24), 2) == date(2025, 1, 24)


@given(st.dates(), st.integers(-30, 30))
def test_a_step_never_leaves_the_calendar(day: date, step: int) -> None:
    assert date.min <= days_later(day, step) <= date.max
    assert date.min <= months_later(day, step) <= date.max


def test_the_calendar_has_two_ends() -> None:
    assert days_later(date.min, -1) == date.min
    assert days_later(date.max, 1) == date.max
    assert days_later(date(2024, 12, 31), 1) == date(2025, 1, 1)
    assert months_later(date.min, -1) == date.min
    assert months_later(date.max, 1) == date.max
