"""Periods: their days, what they are counted as, and which one is before or behind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vpdesk.domain.errors import NoTermCovers
from vpdesk.domain.organisation import Days, Term
from vpdesk.domain.periods import Period, PeriodKind, moments_of, period_before, period_behind, period_on

CHRISTMAS_EVE = date(2024, 12, 24)
LAST_TERM = Term(UUID(int=1), "2015 - 2020", Days(date(2015, 8, 1), date(2020, 7, 31)))
THIS_TERM = Term(UUID(int=2), "2020 - 2025", Days(date(2020, 8, 1), date(2025, 6, 30)))
NEXT_TERM = Term(UUID(int=3), "2025 - 2030", Days(date(2025, 7, 1), None))
TERMS = (NEXT_TERM, LAST_TERM, THIS_TERM)
OF_THE_CALENDAR = [kind for kind in PeriodKind if kind is not PeriodKind.TERM]


@pytest.mark.parametrize(
    ("kind", "first", "last", "number", "year"),
    [
        (PeriodKind.WEEK, date(2024, 12, 23), date(2024, 12, 29), 52, 2024),
        (PeriodKind.MONTH, date(2024, 12, 1), date(2024, 12, 31), 12, 2024),
        (PeriodKind.QUARTER, date(2024, 10, 1), date(2024, 12, 31), 4, 2024),
        (PeriodKind.HALF_YEAR, date(2024, 7, 1), date(2024, 12, 31), 2, 2024),
        (PeriodKind.YEAR, date(2024, 1, 1), date(2024, 12, 31), 1, 2024),
        (PeriodKind.TERM, date(2020, 8, 1), date(2025, 6, 30), 1, 2020),
    ],
)
def test_a_period_has_its_days_and_its_number(
    kind: PeriodKind, first: date, last: date, number: int, year: int
) -> None:
    period = period_on(kind, CHRISTMAS_EVE, TERMS)

    assert period.days == Days(first, last)
    assert (period.number, period.year) == (number, year)


def test_a_week_at_the_turn_of_the_year_is_counted_as_iso_8601_counts_it() -> None:
    period = period_on(PeriodKind.WEEK, date(2024, 12, 31))

    assert (period.number, period.year) == (1, 2025)
    assert period.days == Days(date(2024, 12, 30), date(2025, 1, 5))


@pytest.mark.parametrize(("year", "last"), [(2023, 28), (2024, 29)])
def test_february_ends_when_it_ends(year: int, last: int) -> None:
    assert period_on(PeriodKind.MONTH, date(year, 2, 11)).days.last == date(year, 2, last)


@given(some.sampled_from(OF_THE_CALENDAR), some.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_periods_of_a_kind_follow_each_other_without_a_gap(kind: PeriodKind, day: date) -> None:
    period = period_on(kind, day)
    before, behind = period_before(period), period_behind(period)

    assert day in period.days
    assert before is not None
    assert behind is not None
    assert before.days.last is not None
    assert period.days.last is not None
    assert before.days.last + timedelta(days=1) == period.days.first
    assert period.days.last + timedelta(days=1) == behind.days.first
    assert period_behind(before) == period == period_before(behind)


def test_terms_follow_each_other_and_end() -> None:
    this = period_on(PeriodKind.TERM, CHRISTMAS_EVE, TERMS)
    last, later = period_before(this, TERMS), period_behind(this, TERMS)

    assert last == Period(PeriodKind.TERM, LAST_TERM.days, "2015 - 2020")
    assert later == Period(PeriodKind.TERM, NEXT_TERM.days, "2025 - 2030")
    assert last is not None
    assert later is not None
    assert period_before(last, TERMS) is None
    assert period_behind(later, TERMS) is None


def test_a_day_of_no_term_is_told() -> None:
    with pytest.raises(NoTermCovers):
        period_on(PeriodKind.TERM, date(2014, 1, 1), TERMS)


def test_a_term_that_has_no_first_day_is_of_no_year_and_behind_no_other() -> None:
    period = Period(PeriodKind.TERM, Days(None, date(2020, 7, 31)), "cũ")

    assert (period.number, period.year) == (0, 0)
    assert period_before(period, TERMS) is None


def test_nothing_is_before_the_first_day_of_the_calendar_nor_behind_its_last() -> None:
    assert period_before(period_on(PeriodKind.YEAR, date.min)) is None
    assert period_behind(period_on(PeriodKind.YEAR, date.max)) is None


def test_days_begin_and_end_at_midnight_of_the_office() -> None:
    assert moments_of(Days(date(2024, 12, 24), date(2024, 12, 24))) == (
        datetime(2024, 12, 23, 17, tzinfo=UTC),
        datetime(2024, 12, 24, 17, tzinfo=UTC),
    )
    assert moments_of(Days()) == (None, None)
