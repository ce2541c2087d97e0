"""Symbols of case files and the places of what lies in them: 01.TT, sheets 1 to 12."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from vpdesk.domain.case_files import CaseFile, CasePaper, CaseState


def written_symbol(number: int, letters: str | None) -> str:
    """A symbol as it is written: the running number and the letters of the heading, 01.TT; clerical rules, 6.1."""
    return f"{number:02d}.{letters}" if letters else f"{number:02d}"


def renumbered(files: Sequence[CaseFile], letters: str | None) -> tuple[CaseFile, ...]:
    """The files of a heading that change where they are numbered anew in this order.

    What was begun keeps its number, since papers bear its symbol by now; so does what was opened beside the list.
    """
    free = _free_numbers(files)
    changed = []
    for one in files:
        if is_numbered_anew(one):
            number = next(free)
            now = replace(one, number=number, symbol=written_symbol(number, letters))
            changed += [now] if now != one else []
    return tuple(changed)


def is_numbered_anew(case_file: CaseFile) -> bool:
    """Whether a file takes another number where its list changes."""
    return case_file.is_listed and case_file.state is CaseState.LISTED


def _free_numbers(files: Iterable[CaseFile]) -> Iterator[int]:
    taken = {one.number for one in files if not is_numbered_anew(one)}
    number = 0
    while True:
        number += 1
        if number not in taken:
            yield number


def in_new_year(title: str, earlier: int, year: int) -> str:
    """A title of an earlier year's list for a year: the year in it becomes the new one, and so those beside it.

    A span of more than two years, as of a term, stays: 2020 - 2025.
    """
    moved = {str(earlier + step): str(year + step) for step in (-1, 0, 1)}

    def renewed(found: re.Match[str]) -> str:
        first, between, last = found.groups()
        if last is not None and int(last) - int(first) > 1:
            return found.group()
        return "".join(moved.get(part, part) for part in (first, between or "", last or ""))

    return _YEARS.sub(renewed, title)


_YEARS: Final = re.compile(r"(?<!\d)(\d{4})(?:(\s*[-–]\s*)(\d{4}))?(?!\d)")


# --- what lies in a file ------------------------------------------------------------------------------------------


def numbered(papers: Sequence[CasePaper]) -> tuple[CasePaper, ...]:
    """Documents in their order, each with its place and the sheet it begins on.

    Behind one whose sheets were not counted nobody knows where the next begins.
    """
    first: int | None = 1
    placed = []
    for place, one in enumerate(papers):
        placed.append(replace(one, place=place, first_sheet=first if one.sheets else None))
        first = first + one.sheets if first is not None and one.sheets else None
    return tuple(placed)


def sheets_of(papers: Iterable[CasePaper]) -> int | None:
    """How many sheets documents have together; None where they were not counted to the last."""
    counts = [one.sheets for one in papers]
    return sum(count for count in counts if count) if all(counts) else None


def written_sheets(paper: CasePaper) -> str:
    """Which sheets of its file a document has: 7, 7–12; nothing where they were not counted."""
    if paper.first_sheet is None or not paper.sheets:
        return ""
    last = paper.first_sheet + paper.sheets - 1
    return str(last) if paper.sheets == 1 else f"{paper.first_sheet}–{last}"


def place_in_time(days: Sequence[date | None], day: date | None) -> int:
    """Where a document of a day comes among documents of these days: behind those of its day and before later ones.

    One without a day comes last.
    """
    if day is None:
        return len(days)
    return next((place for place, other in enumerate(days) if other is None or other > day), len(days))


def span(days: Iterable[date | None]) -> tuple[date | None, date | None]:
    """The first and the last of these days."""
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else (None, None)
