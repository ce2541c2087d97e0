"""Days of the office, and dates as the guidance writes them on paper. The screen writes them by locale instead."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

LOCAL = timezone(timedelta(hours=7))
"""Vietnam's time, which knows no summer time."""


def local_day(moment: datetime) -> date:
    """The day of a moment at the office."""
    return moment.astimezone(LOCAL).date()


def two_digits_below_ten(day: int) -> str:
    """A day of the month: days 1 to 9 carry a zero (HD36, samples)."""
    return f"{day:02d}"


def written_month(month: int) -> str:
    """A month: January and February carry a zero, the others never do (HD36, samples)."""
    return f"{month:02d}" if month < 3 else str(month)


def written_date(day: date) -> str:
    """The long form, `ngày 03 tháng 4 năm 2018`."""
    return f"ngày {two_digits_below_ten(day.day)} tháng {written_month(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """The short form, `09/6/2025`."""
    return f"{two_digits_below_ten(day.day)}/{written_month(day.month)}/{day.year}"


def undated(gap: str) -> str:
    """The long form with gaps to be filled in by hand."""
    return f"ngày{gap}tháng{gap}năm{gap}"
