"""Old papers as files: what their names and first pages say of the line they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from vpdesk.domain.import_values import read_reference
from vpdesk.domain.text import folded, nfc


class Clue(NamedTuple):
    """What a file says of its line: the number, the letters of the symbol (folded), the day; as far as it says it."""

    number: int
    suffix: str = ""
    letters: frozenset[str] = frozenset()
    day: date | None = None


class Candidate(NamedTuple):
    """A line or an arrival that a file may belong to."""

    record: UUID
    reference: str
    day: date | None


class FileVerdict(Enum):
    """What a file of a folder is to the registers."""

    MATCHED = "matched"
    ATTACHED = "attached"
    """Its line has it already."""
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"
    UNREADABLE = "unreadable"
    """It cannot be kept: broken, too large, of no known kind, or secret."""


@dataclass(frozen=True, slots=True)
class FileMatch:
    """A file and the lines it may belong to: one where it is matched."""

    path: Path
    verdict: FileVerdict
    candidates: tuple[Candidate, ...] = ()


_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})[-._ ](\d{1,2})[-._ ](\d{4})(?!\d)", re.ASCII)
_DAY_RUNNING: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-._]?(\d\d)[-._]?(\d\d)(?!\d)", re.ASCII)
_TOKEN: Final = re.compile(r"[0-9a-z]+")
_NUMBER: Final = re.compile(r"(\d{1,6})([a-e]?)", re.ASCII)
_JOINED: Final = re.compile(r"(\d{1,6})([a-z]{2,})", re.ASCII)
_FILLING: Final = frozenset({"so", "ngay", "thang", "nam", "van", "ban", "file", "scan", "ky", "signed"})


def clue_in_name(name: str) -> Clue | None:
    """What the name of a file says: `229-CV-BTGHU.pdf`, `CV 229 ngay 24-12-2024.pdf`; None without a number."""
    said = folded(nfc(name.rpartition(".")[0] or name))
    day, rest = _without_day(said)
    number: tuple[int, str] | None = None
    letters = set[str]()
    for word in _TOKEN.findall(rest):
        joined = _JOINED.fullmatch(word)
        token = joined[1] if joined else word
        letters |= {joined[2]} if joined else set()
        found = _NUMBER.fullmatch(token)
        if found and number is None:
            number = int(found[1]), found[2]
        elif not found and token not in _FILLING:
            letters.add(token)
    return Clue(*number, frozenset(letters), day) if number else None


def _without_day(said: str) -> tuple[date | None, str]:
    for form, order in ((_DAY, (3, 2, 1)), (_DAY_RUNNING, (1, 2, 3))):
        if found := form.search(said):
            try:
                day = date(*(int(found[place]) for place in order))
            except ValueError:
                continue
            return day, f"{said[: found.start()]} {said[found.end() :]}"
    return None, said


def clue_in_words(reference: str, day: date | None) -> Clue | None:
    """What the reference and the date on a page say."""
    found = read_reference(reference)
    if found is None:
        return None
    return Clue(found.number, found.suffix, frozenset(_TOKEN.findall(folded(found.symbol or ""))), day)


def fitting(clue: Clue, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The lines that a clue fits: the same number, nothing against it; of these those with the most for it."""
    scored = [(score, one) for one in candidates if (score := _score(clue, one)) is not None]
    best = max((score for score, _one in scored), default=0)
    return tuple(one for score, one in scored if score == best)


def _score(clue: Clue, candidate: Candidate) -> int | None:
    """How much speaks for a line; None where something speaks against it."""
    found = read_reference(candidate.reference)
    if found is None or (found.number, found.suffix) != (clue.number, clue.suffix):
        return None
    if clue.day is not None and candidate.day is not None and clue.day != candidate.day:
        return None
    shared = len(clue.letters & set(_TOKEN.findall(folded(found.symbol or ""))))
    return shared + (2 if clue.day is not None and clue.day == candidate.day else 0)
