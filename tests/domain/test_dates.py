"""Dates as the paper writes them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.dates import short_date, undated, written_date

# HD36: days 1 to 9 and months 1 and 2 carry a zero, months 3 to 12 never do.
DATES = [
    (date(2018, 4, 3), "ngày 03 tháng 4 năm 2018"),
    (date(2018, 2, 20), "ngày 20 tháng 02 năm 2018"),
    (date(2025, 1, 9), "ngày 09 tháng 01 năm 2025"),
    (date(2025, 1, 10), "ngày 10 tháng 01 năm 2025"),
    (date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
    (date(2025, 3, 1), "ngày 01 tháng 3 năm 2025"),
    (date(2025, 6, 9), "ngày 09 tháng 6 năm 2025"),
    (date(2025, 9, 30), "ngày 30 tháng 9 năm 2025"),
    (date(2025, 10, 1), "ngày 01 tháng 10 năm 2025"),
    (date(2024, 12, 24), "ngày 24 tháng 12 năm 2024"),
]


@pytest.mark.parametrize(("day", "written"), DATES, ids=[str(day) for day, _ in DATES])
def test_a_day_is_written_with_the_zeros_of_the_guidance(day: date, written: str) -> None:
    assert written_date(day) == written


# spec/format.md, 1.6: short days as they are seen in papers.
@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2025, 6, 9), "09/6/2025"), (date(2025, 6, 13), "13/6/2025"), (date(2026, 2, 3), "03/02/2026")],
    ids=str,
)
def test_a_short_day_follows_the_same_zeros(day: date, written: str) -> None:
    assert short_date(day) == written


@given(st.dates(date(1930, 2, 3)))
def test_a_written_day_means_the_same_day(day: date) -> None:
    figures = re.fullmatch(r"ngày (\d\d) tháng (0[12]|[3-9]|1[0-2]) năm (\d{4})", written_date(day))

    assert figures is not None
    assert date(int(figures[3]), int(figures[2]), int(figures[1])) == day


def test_a_day_not_yet_known_leaves_gaps() -> None:
    assert undated("___") == "ngày___tháng___năm___"
