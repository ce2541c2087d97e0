"""The three years: their holidays as they were kept, and moments of the working day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final
from uuid import UUID

from vpdesk.domain.workdays import Holiday, Workdays

FIRST_DAY, LAST_DAY = date(2022, 1, 4), date(2024, 12, 24)
NOW: Final = datetime(2024, 12, 24, 1, 25, tzinfo=UTC)
"""The morning up to which the office was invented."""
YEARS: Final = (2022, 2023, 2024)

_REST: Final = (
    ("Tết Dương lịch", date(2022, 1, 1), 3),
    ("Tết Nguyên đán", date(2022, 1, 31), 5),
    ("Giỗ Tổ Hùng Vương", date(2022, 4, 10), 2),
    ("Ngày Chiến thắng và Quốc tế Lao động", date(2022, 4, 30), 4),
    ("Quốc khánh", date(2022, 9, 1), 2),
    ("Tết Dương lịch", date(2023, 1, 1), 2),
    ("Tết Nguyên đán", date(2023, 1, 20), 7),
    ("Giỗ Tổ Hùng Vương, Ngày Chiến thắng và Quốc tế Lao động", date(2023, 4, 29), 5),
    ("Quốc khánh", date(2023, 9, 1), 4),
    ("Tết Dương lịch", date(2024, 1, 1), 1),
    ("Tết Nguyên đán", date(2024, 2, 8), 7),
    ("Giỗ Tổ Hùng Vương", date(2024, 4, 18), 1),
    ("Ngày Chiến thắng và Quốc tế Lao động", date(2024, 4, 29), 3),
    ("Quốc khánh", date(2024, 8, 31), 4),
)
DAYS_OFF: Final = (
    *(Holiday(first + timedelta(place), name) for name, first, days in _REST for place in range(days)),
    Holiday(date(2024, 5, 4), "Làm bù ngày 29/4", is_worked=True),
)
WORKDAYS: Final = Workdays(DAYS_OFF)

_OPENS, _CLOSES = time(0, 30), time(9, 30)
"""When the office opens and closes, in UTC."""


def workdays_of(year: int) -> list[date]:
    """The workdays of one of the years, up to the last day."""
    first = max(FIRST_DAY, date(year, 1, 1)) - timedelta(1)
    return list(_until(WORKDAYS.after(first), min(LAST_DAY, date(year, 12, 31))))


def _until(days: Iterator[date], last: date) -> Iterator[date]:
    for day in days:
        if day > last:
            return
        yield day


def workdays_before(day: date, count: int) -> date:
    """The day so many workdays before another."""
    while count:
        day -= timedelta(1)
        count -= day in WORKDAYS
    return day


class Chance(Random):  # noqa: S311 -- the same office each time, no secret
    """Chance that is the same of the same seed, and knows the hours of an office."""

    def moment(self, day: date, *, since: datetime | None = None) -> datetime:
        """A moment of a workday; of the last day one before the office was looked at."""
        first = max(_at(day, _OPENS), since or _at(day, _OPENS))
        last = NOW if day == LAST_DAY else _at(day, _CLOSES)
        return first + timedelta(seconds=self.randrange(max(1, int((last - first).total_seconds()))))

    def later(self, moment: datetime, workdays: int) -> datetime:
        """A moment so many workdays later, or later on the same day."""
        if workdays == 0:
            return min(moment + timedelta(minutes=self.randrange(2, 60)), max(moment, _at(moment.date(), _CLOSES)))
        return self._worked(WORKDAYS.later(moment.date(), workdays))

    def _worked(self, day: date) -> datetime:
        return _at(day, _OPENS) + timedelta(seconds=self.randrange(9 * 3600))

    def happens(self, share: float) -> bool:
        """Whether something of this share happens."""
        return self.random() < share

    def new_id(self, moment: datetime) -> UUID:
        """An id of a moment, as the program makes them."""
        milliseconds = int(moment.timestamp() * 1000)
        high, low = self.getrandbits(12), self.getrandbits(62)
        return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, UTC)
