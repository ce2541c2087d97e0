"""Days as people type them: in figures, as a word, as a step from today."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from vpdesk.domain.text import folded

_WORDS = {"hn": 0, "hq": -1, "mai": 1}
_STEP = re.compile(r"[+-]\d{1,5}", re.ASCII)
_WEEKDAY = re.compile(r"t([2-7])|cn", re.ASCII)
_PARTED = re.compile(r"(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?", re.ASCII)
_RUNNING = re.compile(r"(\d\d)(\d\d)(\d{2}|\d{4})?", re.ASCII)


def read_day(text: str, today: date) -> date | None:
    """The day a text names, or None where it names none.

    What the text leaves out is today's: `24` is of this month, `24/12` of this year; a year of two digits is of this
    century. `hn`, `hq` and `mai` are today, yesterday and tomorrow, `+3` and `-1` steps from today, `t2` to `t7` and
    `cn` the next such weekday, today counted.
    """
    typed = folded(text).strip()
    try:
        if typed in _WORDS:
            return today + timedelta(_WORDS[typed])
        if _STEP.fullmatch(typed):
            return today + timedelta(int(typed))
        if weekday := _WEEKDAY.fullmatch(typed):
            wanted = int(weekday[1]) - 2 if weekday[1] else 6
            return today + timedelta((wanted - today.weekday()) % 7)
        figures = _RUNNING.fullmatch(typed) or _PARTED.fullmatch(typed)
        return _in_figures(figures, today) if figures else None
    except (ValueError, OverflowError):
        return None


def _in_figures(figures: re.Match[str], today: date) -> date:
    day, month, year = figures.groups()
    whole_year = today.year if year is None else int(year)
    if year is not None and len(year) == 2:
        whole_year += today.year // 100 * 100
    return date(whole_year, int(month) if month else today.month, int(day))


def days_later(day: date, days: int) -> date:
    """The day so many days later, or earlier below zero; it stops at the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is too short for it."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), date.max.year * 12 + 11)
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
