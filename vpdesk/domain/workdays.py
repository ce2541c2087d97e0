"""Days on which the office works: not at weekends nor on holidays, but on a day of rest that was made a workday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vpdesk.domain.dates import LOCAL, local_day


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off, or a weekend's day on which the office works in its place (`is_worked`)."""

    day: date
    name: str
    is_worked: bool = False


class Workdays:
    """The calendar of an office."""

    def __init__(self, holidays: Iterable[Holiday] = ()) -> None:
        self._exceptions = {one.day: one.is_worked for one in holidays}

    def __contains__(self, day: date) -> bool:
        return self._exceptions.get(day, day.weekday() < _SATURDAY)

    def after(self, day: date) -> Iterator[date]:
        """The workdays after a day, the next first."""
        while day < date.max:
            day += timedelta(days=1)
            if day in self:
                yield day

    def later(self, day: date, count: int) -> date:
        """The day so many workdays after another; the day itself for none."""
        days = self.after(day)
        for _ in range(count):
            day = next(days)
        return day

    def before(self, day: date) -> date:
        """The last workday before a day."""
        day -= timedelta(days=1)
        while day not in self:
            day -= timedelta(days=1)
        return day

    def between(self, first: date, last: date) -> int:
        """The workdays after one day until another, that one too; none where it does not come later."""
        if last <= first:
            return 0
        exceptions = [(day, is_worked) for day, is_worked in self._exceptions.items() if first < day <= last]
        others = sum(is_worked - (day.weekday() < _SATURDAY) for day, is_worked in exceptions)
        return _weekdays_until(last) - _weekdays_until(first) + others


def _weekdays_until(day: date) -> int:
    """The days from Monday to Friday from the first Monday of the calendar on."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * _SATURDAY + min(rest, _SATURDAY)


_SATURDAY = 5
CLOSING_TIME = time(17)
"""When the office closes, and holds of that day end (decisions 22)."""


def end_of_next_workday(moment: datetime, workdays: Workdays) -> datetime:
    """When a hold ends that was made at a moment: at closing time of the next workday."""
    return datetime.combine(workdays.later(local_day(moment), 1), CLOSING_TIME, LOCAL)
