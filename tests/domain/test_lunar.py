"""The lunar calendar of Vietnam against days that are known."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from vpdesk.domain.lunar import LunarDay, new_year, solar

NEW_YEARS = (
    "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01",
    "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02",
    "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08",
)  # fmt: skip
OTHER_THAN_IN_CHINA = ("1968-01-29", "1985-01-21", "2007-02-17")
"""Years before in which Tết fell on another day than the new year of China, as it will in 2030."""
KINGS = (
    "2015-04-28", "2016-04-16", "2017-04-06", "2018-04-25", "2019-04-14", "2020-04-02", "2021-04-21", "2022-04-10",
    "2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16", "2028-04-04",
)  # fmt: skip


@pytest.mark.parametrize("day", NEW_YEARS + OTHER_THAN_IN_CHINA)
def test_tet_falls_on_its_day(day: str) -> None:
    assert new_year(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("day", KINGS)
def test_the_day_of_the_kings_is_the_tenth_of_the_third_month(day: str) -> None:
    assert solar(LunarDay(int(day[:4]), 3, 10)).isoformat() == day


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        (LunarDay(2024, 8, 15), date(2024, 9, 17)),
        (LunarDay(2025, 6, 1, is_leap=True), date(2025, 7, 25)),
        (LunarDay(2025, 7, 15), date(2025, 9, 6)),
        (LunarDay(2023, 2, 1, is_leap=True), date(2023, 3, 22)),
        (LunarDay(2024, 12, 1), date(2024, 12, 31)),
        (LunarDay(2033, 11, 1, is_leap=True), date(2033, 12, 22)),
    ],
)
def test_other_days_and_those_of_leap_months(lunar: LunarDay, day: date) -> None:
    assert solar(lunar) == day


def test_a_leap_month_that_a_year_lacks_has_no_days() -> None:
    with pytest.raises(ValueError, match="no leap month"):
        solar(LunarDay(2024, 5, 1, is_leap=True))


def test_months_follow_on_each_other_without_a_gap() -> None:
    for year in range(1990, 2060):
        firsts = [solar(LunarDay(year, month, 1)) for month in range(1, 13)] + [new_year(year + 1)]
        lengths = [later - first for first, later in pairwise(firsts)]
        assert sum(length > timedelta(days=30) for length in lengths) <= 1, "one leap month at most"
        assert {length.days for length in lengths} <= {29, 30, 58, 59, 60}
