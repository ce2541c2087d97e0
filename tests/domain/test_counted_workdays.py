"""Workdays between two days are counted as one would on a calendar, holidays and days worked in their place too."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.workdays import Holiday, Workdays

DAYS = st.dates(date(2023, 12, 1), date(2025, 3, 1))
HOLIDAYS = st.builds(Holiday, DAYS, st.just("nghỉ"), st.booleans())


@given(DAYS, DAYS, st.lists(HOLIDAYS, max_size=30))
def test_they_are_as_many_as_one_counts_on_the_calendar(first: date, last: date, holidays: list[Holiday]) -> None:
    workdays = Workdays(holidays)
    counted = [first + timedelta(number) for number in range(1, (last - first).days + 1)]

    assert workdays.between(first, last) == sum(day in workdays for day in counted)
