"""Handing case files over to the archive: which, by when, and what stands against it.

Clerical rules, 6.2: to the current archive within a year, counted from the year in which the work ends; only files kept
5 years or longer go there, and only originals in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final
from uuid import UUID

from vpdesk.domain.case_closing import is_long_kept
from vpdesk.domain.case_files import CaseFile, CaseHandover, CaseState

REMIND_BEFORE: Final = timedelta(days=30)


class Hindrance(Enum):
    """Why a case file does not go to the archive."""

    NOT_CLOSED = "not_closed"
    HANDED_OVER = "handed_over"
    SHORT_TERM = "short_term"
    """It is kept less than 5 years, and stays at the office until then."""
    NO_ORIGINALS = "no_originals"
    """Nothing but copies lies in it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A case file that is left behind, and why."""

    case_file: CaseFile
    hindrance: Hindrance


@dataclass(frozen=True, slots=True)
class WithCopies:
    """A case file that goes, and how many copies lie among its originals: the archive asks for originals."""

    case_file: CaseFile
    copies: int


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """What would be handed over of the chosen case files."""

    files: tuple[CaseFile, ...]
    refused: tuple[Refused, ...] = ()
    with_copies: tuple[WithCopies, ...] = ()

    @property
    def sheets(self) -> int:
        """How many sheets are handed over."""
        return sum(one.sheets or 0 for one in self.files)


@dataclass(frozen=True, slots=True)
class HandoverEntry:
    """What is said of a handing over: which files, on which day, to which archive, by and to whom."""

    files: tuple[UUID, ...]
    made_on: date
    archive: str
    given_by: str
    received_by: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class HandoverDetail:
    """A handing over with its files. It can be undone until its papers were printed or somebody has received them."""

    handover: CaseHandover
    files: tuple[CaseFile, ...]
    is_printed: bool

    @property
    def may_be_undone(self) -> bool:
        """Whether nobody holds a paper that speaks of it."""
        return not self.is_printed and self.handover.received_by is None


def due_for_archive(case_file: CaseFile) -> date | None:
    """The day by which the archive must have a closed case file; None where it stays at the office."""
    if case_file.state is not CaseState.CLOSED or not is_long_kept(case_file.retention):
        return None
    ended = max(case_file.year, case_file.last_day.year if case_file.last_day else case_file.year)
    return date(ended + 1, 12, 31)


def is_soon(due_on: date, today: date) -> bool:
    """Whether the archive must have a file within the days of the reminder."""
    return today <= due_on <= today + REMIND_BEFORE


def planned(files: Iterable[tuple[CaseFile, int, int]]) -> HandoverPlan:
    """What goes of these case files, each with how many originals and how many copies lie in it."""
    going: list[CaseFile] = []
    refused: list[Refused] = []
    with_copies: list[WithCopies] = []
    for case_file, originals, copies in files:
        if (hindrance := _hindrance(case_file, originals)) is not None:
            refused.append(Refused(case_file, hindrance))
            continue
        going.append(case_file)
        with_copies += [WithCopies(case_file, copies)] if copies else []
    return HandoverPlan(tuple(going), tuple(refused), tuple(with_copies))


def _hindrance(case_file: CaseFile, originals: int) -> Hindrance | None:
    if case_file.state is CaseState.HANDED_OVER:
        return Hindrance.HANDED_OVER
    if case_file.state is not CaseState.CLOSED:
        return Hindrance.NOT_CLOSED
    if not is_long_kept(case_file.retention):
        return Hindrance.SHORT_TERM
    return None if originals else Hindrance.NO_ORIGINALS
