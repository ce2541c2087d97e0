"""Periods that reports are about: a week, a month, a quarter, six months, a year, a term, and the one before each."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final

from vpdesk.domain.dates import LOCAL
from vpdesk.domain.errors import NoTermCovers
from vpdesk.domain.organisation import Days, Term
from vpdesk.domain.typed_dates import days_later


class PeriodKind(Enum):
    """How long a period is."""

    WEEK = "week"
    """From Monday to Sunday."""
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TERM = "term"


_MONTHS: Final = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a period. Those of a term may be open at an end; `name` is the term's."""

    kind: PeriodKind
    days: Days
    name: str = ""

    @property
    def number(self) -> int:
        """Which of its year it is, from 1; a week by ISO 8601. 0 for a term that has no first day."""
        if self.days.first is None:
            return 0
        if self.kind is PeriodKind.WEEK:
            return self.days.first.isocalendar().week
        return (self.days.first.month - 1) // _MONTHS.get(self.kind, 12) + 1

    @property
    def year(self) -> int:
        """The year it is counted in, a week by ISO 8601; 0 for a term that has no first day."""
        if self.days.first is None:
            return 0
        return self.days.first.isocalendar().year if self.kind is PeriodKind.WEEK else self.days.first.year


def period_on(kind: PeriodKind, day: date, terms: Iterable[Term] = ()) -> Period:
    """The period of a kind that has a day. Raises NoTermCovers where it is to be a term and none has it."""
    if kind is PeriodKind.TERM:
        term = next((one for one in terms if day in one.days), None)
        if term is None:
            raise NoTermCovers(day)
        return Period(kind, term.days, term.name)
    if kind is PeriodKind.WEEK:
        monday = days_later(day, -day.weekday())
        return Period(kind, Days(monday, days_later(monday, 6)))
    months = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    last_month = first.month + months - 1
    return Period(kind, Days(first, date(day.year, last_month, monthrange(day.year, last_month)[1])))


def period_before(period: Period, terms: Iterable[Term] = ()) -> Period | None:
    """The whole period before one; None where there is none, as before the first term."""
    if period.kind is PeriodKind.TERM:
        earlier = [one for one in terms if _ends_before(one, period.days.first)]
        last = max(earlier, key=lambda one: one.days.last or date.min, default=None)
        return Period(period.kind, last.days, last.name) if last else None
    return _beside(period, period.days.first, -1)


def period_behind(period: Period, terms: Iterable[Term] = ()) -> Period | None:
    """The whole period behind one; None where there is none, as behind the last term."""
    if period.kind is PeriodKind.TERM:
        later = [one for one in terms if _begins_behind(one, period.days.last)]
        first = min(later, key=lambda one: one.days.first or date.max, default=None)
        return Period(period.kind, first.days, first.name) if first else None
    return _beside(period, period.days.last, 1)


def _beside(period: Period, edge: date | None, step: int) -> Period | None:
    if edge is None or (day := days_later(edge, step)) == edge:
        return None
    return period_on(period.kind, day)


def _ends_before(term: Term, day: date | None) -> bool:
    return day is not None and term.days.last is not None and term.days.last < day


def _begins_behind(term: Term, day: date | None) -> bool:
    return day is not None and term.days.first is not None and term.days.first > day


def moments_of(days: Days) -> tuple[datetime | None, datetime | None]:
    """The first moment of some days at the office, and the first behind their last; None where that end is open."""
    return (
        datetime.combine(days.first, time(), LOCAL) if days.first else None,
        datetime.combine(days.last + timedelta(days=1), time(), LOCAL) if days.last else None,
    )
