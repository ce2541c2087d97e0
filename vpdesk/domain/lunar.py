"""The lunar calendar of Vietnam: months begin with the new moon in Vietnam's time, the eleventh has the solstice.

New moons and the sun's longitude by the series of J. Meeus, Astronomical Algorithms (1998), chapters 25 and 49, good to
a few minutes; the way of counting months by Hồ Ngọc Đức. China's calendar goes by another hour, so its new year falls
otherwise in some years, as in 2030.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Final, NamedTuple


class LunarDay(NamedTuple):
    """A day of the lunar calendar; a leap month bears the number of the month before it."""

    year: int
    month: int
    day: int
    is_leap: bool = False


def new_year(year: int) -> date:
    """The first day of a lunar year, mùng một Tết, in that solar year."""
    return solar(LunarDay(year, 1, 1))


def solar(day: LunarDay) -> date:
    """A lunar day in the solar calendar. Raises ValueError for a leap month that the year does not have."""
    first = _eleventh_month(day.year - 1 if day.month < _ELEVENTH else day.year)
    leap = _leap_month(first)
    months = (day.month - _ELEVENTH) % _MONTHS
    if day.is_leap and months + 1 != leap:
        raise ValueError(f"month {day.month} of {day.year} is no leap month")
    if leap is not None and (day.is_leap or months >= leap):
        months += 1
    return _new_moon_day(_number_near(first) + months) + timedelta(days=day.day - 1)


def _eleventh_month(year: int) -> date:
    """The first day of the eleventh month: the new moon before the winter solstice, or of its day."""
    last = _number_near(date(year, 12, 31))
    first = _new_moon_day(last)
    if first > date(year, 12, 31):
        last, first = last - 1, _new_moon_day(last - 1)
    # A month that begins behind the solstice is the twelfth.
    return _new_moon_day(last - 1) if _sign(first) >= _WINTER else first


def _leap_month(first: date) -> int | None:
    """Which month behind an eleventh is its leap month, the eleventh counted as 0; None for a year of twelve months.

    It is the first in which the sun enters no sign.
    """
    start = _number_near(first)
    if (_eleventh_month(first.year + 1) - first).days < _LONG_YEAR:
        return None
    signs = [_sign(_new_moon_day(start + number)) for number in range(_MONTHS + 2)]
    return next(number for number in range(1, _MONTHS + 1) if signs[number] == signs[number + 1])


_ELEVENTH, _MONTHS, _LONG_YEAR = 11, 12, 365
_WINTER: Final = 9
"""The sign that the sun enters at the winter solstice, of twelve from the spring equinox on."""


# --- the moon and the sun -----------------------------------------------------------------------------------------

_MEAN_MONTH: Final = 29.530588861
_NEW_MOON_2000: Final = 2451550.09766
"""The Julian day of the mean new moon of 6 January 2000."""
_EPOCH: Final = 2451545.0
"""The Julian day of noon of 1 January 2000, Greenwich."""
_ZONE: Final = 7 / 24
_DAY_ZERO: Final = 1721424.5
"""The Julian day of the midnight at which day 0 of `date.toordinal` begins."""


def _number_near(day: date) -> int:
    """The number of the new moon at, or next to, the beginning of a month; that of January 2000 is 0."""
    return round((day.toordinal() + _DAY_ZERO - _ZONE - _NEW_MOON_2000) / _MEAN_MONTH)


def _new_moon_day(number: int) -> date:
    """The day in Vietnam of a new moon."""
    return date.fromordinal(math.floor(_new_moon(number) + _ZONE - _DAY_ZERO))


def _new_moon(number: int) -> float:
    """The Julian day of a new moon, in universal time (Meeus, chapter 49, its larger terms)."""
    century = number / 1236.85
    mean = _NEW_MOON_2000 + _MEAN_MONTH * number + 0.00015437 * century**2
    sun = math.radians(2.5534 + 29.10535670 * number - 0.0000014 * century**2)
    moon = math.radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    latitude = math.radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    node = math.radians(124.7746 - 1.56375588 * number + 0.0020672 * century**2)
    shape = 1 - 0.002516 * century
    terms = (
        -0.40720 * math.sin(moon),
        0.17241 * shape * math.sin(sun),
        0.01608 * math.sin(2 * moon),
        0.01039 * math.sin(2 * latitude),
        0.00739 * shape * math.sin(moon - sun),
        -0.00514 * shape * math.sin(moon + sun),
        0.00208 * shape**2 * math.sin(2 * sun),
        -0.00111 * math.sin(moon - 2 * latitude),
        -0.00057 * math.sin(moon + 2 * latitude),
        0.00056 * shape * math.sin(2 * moon + sun),
        -0.00042 * math.sin(3 * moon),
        0.00042 * shape * math.sin(sun + 2 * latitude),
        0.00038 * shape * math.sin(sun - 2 * latitude),
        -0.00024 * shape * math.sin(2 * moon - sun),
        -0.00017 * math.sin(node),
    )
    return mean + sum(terms) - _lag(century)


def _lag(century: float) -> float:
    """By how many days the clock lags behind the even time of the heavens, in these centuries about a minute."""
    return (63.8 + 64.5 * century) / 86400 if century >= 0 else 63.8 / 86400


def _sign(day: date) -> int:
    """The sign that the sun is in when a day in Vietnam begins, of twelve from the spring equinox on."""
    moment = day.toordinal() + _DAY_ZERO - _ZONE
    return math.floor(_longitude(moment) / 30)


def _longitude(moment: float) -> float:
    """The apparent longitude of the sun at a Julian day, in degrees (Meeus, chapter 25)."""
    century = (moment - _EPOCH) / 36525
    anomaly = math.radians(357.52911 + 35999.05029 * century - 0.0001537 * century**2)
    centre = (
        (1.914602 - 0.004817 * century - 0.000014 * century**2) * math.sin(anomaly)
        + (0.019993 - 0.000101 * century) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * century)
    mean = 280.46646 + 36000.76983 * century + 0.0003032 * century**2
    return (mean + centre - 0.00569 - 0.00478 * math.sin(node)) % 360
