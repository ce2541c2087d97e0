"""The days off of a year by law, as proposals that the office confirms and changes.

Bộ luật Lao động 2019, Điều 112: one day at the solar new year, five at Tết, one for the kings Hùng, one on 30 April,
one on 1 May, two at the National Day; Điều 111: one that falls on a weekly day of rest is taken on the next workday.
Which days of Tết are off, and the day beside the National Day, is said each year: here they are as from 2021 to 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from vpdesk.domain.lunar import LunarDay, new_year, solar
from vpdesk.domain.workdays import Holiday, Workdays

_TWO_DAYS_SINCE: Final = 2021
"""From this year on the National Day is two days long: the Code of 2019 holds since 1 January 2021."""


def public_holidays(year: int) -> tuple[Holiday, ...]:
    """The days off of a year by law, by their day, with those that are taken in lieu of days of rest."""
    days = sorted(_by_law(year), key=_day)
    return tuple(sorted((*days, *_in_lieu(days)), key=_day))


def _day(holiday: Holiday) -> date:
    return holiday.day


def _by_law(year: int) -> Iterator[Holiday]:
    yield Holiday(date(year, 1, 1), "Tết Dương lịch")
    yield from _tet(year)
    yield Holiday(solar(LunarDay(year, 3, 10)), "Giỗ Tổ Hùng Vương")
    yield Holiday(date(year, 4, 30), "Ngày Chiến thắng")
    yield Holiday(date(year, 5, 1), "Quốc tế Lao động")
    national_day = date(year, 9, 2)
    yield Holiday(national_day, "Quốc khánh")
    if year >= _TWO_DAYS_SINCE:
        yield Holiday(_beside(national_day), "Quốc khánh")


def _tet(year: int) -> Iterator[Holiday]:
    """Five days: the last two of the old year and three of the new, or one and four where that fills a week."""
    first = new_year(year)
    last_of_old = (first - solar(LunarDay(year - 1, 12, 1))).days
    before = 1 if first.weekday() == _TUESDAY else 2
    for number in range(-before, _TET_DAYS - before):
        name = f"Mùng {number + 1} Tết" if number >= 0 else f"{last_of_old + 1 + number} tháng Chạp"
        yield Holiday(first + timedelta(days=number), name)


_TUESDAY, _TET_DAYS = 1, 5


def _beside(national_day: date) -> date:
    """The day beside the National Day that is off too: the one that makes the longer rest."""
    before = national_day.weekday() in _DAY_BEFORE
    return national_day + timedelta(days=-1 if before else 1)


_DAY_BEFORE: Final = frozenset({1, 2, 4, 5})
"""Tuesday, Wednesday, Friday and Saturday."""


def _in_lieu(days: Iterable[Holiday]) -> Iterator[Holiday]:
    """A day off on the next workday for each that falls on a weekend."""
    weekends, off = Workdays(), list(days)
    for one in days:
        if one.day not in weekends:
            lieu = Holiday(Workdays(off).later(one.day, 1), f"Nghỉ bù {one.name}")
            off.append(lieu)
            yield lieu
