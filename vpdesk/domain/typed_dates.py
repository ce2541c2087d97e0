"""Days as people type them: in figures, as a word, as a step from today."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

from vpdesk.domain.text import folded

_WORDS = {"hn": 0, "hom nay": 0, "hq": -1, "hom qua": -1, "mai": 1, "ngay mai": 1}
_STEP = re.compile(r"[+-]\d{1,5}", re.ASCII)
_WEEKDAY = re.compile(r"t([2-7])|cn", re.ASCII)
_PARTED = re.compile(r"(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?", re.ASCII)
_RUNNING = re.compile(r"(\d\d)(\d\d)(\d{2}|\d{4})?", re.ASCII)


def read_day(text: str, today: date, *, is_past: bool = False) -> date | None:
    """The day a text names, or None where it names none.

    What the text leaves out is today's: `24` is of this month, `24/12` of this year; a year of two digits is of this
    century. `hn`, `hq` and `mai` are today, yesterday and tomorrow, and so are `hôm nay`, `hôm qua` and `ngày mai`;
    `+3` and `-1` are steps from today, `t2` to `t7` and `cn` the next such weekday, today counted. Where the day
    `is_past`, as that of a paper that has come, what is left out is the last month's or the last year's rather than
    name a day that is yet to come.
    """
    typed = " ".join(folded(text).split())
    try:
        if typed in _WORDS:
            return today + timedelta(_WORDS[typed])
        if _STEP.fullmatch(typed):
            return today + timedelta(int(typed))
        if weekday := _WEEKDAY.fullmatch(typed):
            wanted = int(weekday[1]) - 2 if weekday[1] else 6
            return today + timedelta((wanted - today.weekday()) % 7)
        figures = _RUNNING.fullmatch(typed) or _PARTED.fullmatch(typed)
        if figures is None:
            return None
        return _behind(figures, today) if is_past else _in_figures(figures, today)
    except (ValueError, OverflowError):
        return None


def _behind(figures: re.Match[str], today: date) -> date | None:
    """The last day that figures name, today counted; a year that is written counts as it is."""
    if figures[3] is not None:
        return _in_figures(figures, today)
    step = 12 if figures[2] else 1
    # A day may be missing in one month and in the one before it, as the 30th is in no February; or wait four years.
    for back in range(0, 5 * step, step):
        with suppress(ValueError):
            day = _in_figures(figures, months_later(today.replace(day=1), -back))
            if day <= today:
                return day
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
