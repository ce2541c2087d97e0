"""What the cells of a foreign register say: references, numbers, days, counts, names; None where they do not."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from vpdesk.domain.sheets import Cell, cell_text
from vpdesk.domain.text import entries, folded


class Reference(NamedTuple):
    """The number of a document, its letter, and its symbol with whatever stands behind the number."""

    number: int
    suffix: str
    symbol: str | None


_LABEL: Final = re.compile(r"(?:số|số|so|no)\b\s*[:.]?\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(\d{1,7})(?:\.0+)?\s?([a-eA-Eđ])?(?=$|[\s/.\-–—])", re.ASCII)
_JOINT: Final = re.compile(r"[\s/.\-–—]*")
_FIGURES: Final = re.compile(r"\d{1,2}[/.\-]\d{2,4}", re.ASCII)


def read_reference(text: str) -> Reference | None:
    """Number and symbol as written: `229-CV/BTGHU`, `Số 229`, `63/2025/QĐ-UBND`, `12a`, `229CV`."""
    bare = bare_reference(text)
    found = _NUMBER.match(bare) or _JOINED.match(bare)
    if found is None:
        return None
    rest = bare[found.end() :]
    symbol = rest[_JOINT.match(rest).end() :].strip()  # type: ignore[union-attr] # it matches nothing as well
    if _FIGURES.fullmatch(symbol):  # A day, not a reference.
        return None
    return Reference(int(found[1]), (found[2] or "").lower(), symbol or None)


_JOINED: Final = re.compile(r"(\d{1,7})()(?=[A-ZĐ]{2})")


def bare_reference(text: str) -> str:
    """A reference without the word before it."""
    bare = text.strip()
    label = _LABEL.match(bare)
    return bare[label.end() :] if label else bare


def read_number(text: str) -> tuple[int, str] | None:
    """A number with its letter, if it has one: `15`, `15a`, `15.0`, `Số 15`."""
    found = read_reference(text)
    return (found.number, found.suffix) if found and found.symbol is None else None


_DAY: Final = re.compile(
    r"(?:ngày\s*)?(\d{1,2})\s*(?:[/.\-\s]|tháng)\s*(\d{1,2})(?:\s*(?:[/.\-\s,]|năm)\s*(\d{4}|\d{2}))?"
    r"(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?",
    re.IGNORECASE | re.ASCII,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?", re.ASCII)
_SERIAL_ZERO: Final = date(1899, 12, 30)
_SERIALS: Final = range(20000, 80000)
"""The numbers under which programs keep days from 1954 on."""


def read_day(cell: Cell, today: date, year: int | None = None) -> date | None:
    """A day as a day, as words (`24/12/2024`, `24.12.24`, `ngày 24 tháng 12 năm 2024`), or as programs count them.

    A year of two digits is the last such year up to the next; one that is left out is `year`.
    """
    match cell:
        case date():
            return cell
        case int() | float():
            return _SERIAL_ZERO + timedelta(int(cell)) if int(cell) in _SERIALS else None
        case str():
            return _day_in(cell, today, year)
        case _:
            return None


@lru_cache(maxsize=4096)
def _day_in(text: str, today: date, year: int | None) -> date | None:
    words = text.strip()
    if words.isdecimal() and len(words) == 5:
        return read_day(int(words), today)
    try:
        if found := _YEAR_FIRST.fullmatch(words):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY.fullmatch(words):
            whole = year if found[3] is None else _whole_year(found[3], today)
            return date(whole, int(found[2]), int(found[1])) if whole is not None else None
    except ValueError:
        return None
    return None


def _whole_year(written: str, today: date) -> int:
    if len(written) == 4:
        return int(written)
    near = today.year // 100 * 100 + int(written)
    return near if near <= today.year + 1 else near - 100


_COUNT: Final = re.compile(r"0*(\d{1,4})(?:\.0+)?\s*(?:bản|tờ|trang|b|t)?", re.IGNORECASE | re.ASCII)


def read_count(cell: Cell) -> int | None:
    """How many: `5`, `05`, `5 bản`."""
    found = _COUNT.fullmatch(cell_text(cell))
    return int(found[1]) if found else None


def read_names(cell: Cell) -> tuple[str, ...]:
    """The entries of a list: one a line, or parted by semicolons."""
    if not isinstance(cell, str):
        return (cell_text(cell),) if cell is not None else ()
    return _names_in(cell)


@lru_cache(maxsize=4096)
def _names_in(text: str) -> tuple[str, ...]:
    return entries(text.replace(";", "\n"))


def is_secret(text: str) -> bool:
    """Whether a word is a level of secrecy."""
    return folded(text).strip(" .") in {"mat", "toi mat", "tuyet mat", "m", "tm", "a", "b", "c"}
