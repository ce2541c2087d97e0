"""Every list and count of the window in the office of `bench.three_years`: `python -m bench.lists FOLDER [--quick]`.

The floor of each is the bare keyset read of a hundred rows of the table it shows, newest first, by SQLite's module
alone. Against it stands the list as the window asks for it, through its service: with the seat asked, the transaction,
the values. The least time of the thread in all rounds counts: the office lies in memory, and what else the machine
does is left out.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import thread_time
from typing import Any, Final

from bench.measure import Row, p95, table
from bench.years.calendar import LAST_DAY, NOW, YEARS
from vpdesk.domain.arriving import ArrivalQuery, ArrivalView
from vpdesk.domain.case_views import CaseQuery
from vpdesk.domain.drafts import DraftQuery, SortKey
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing_list import OutgoingQuery, OutgoingView
from vpdesk.domain.periods import PeriodKind, period_on
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.domain.reports import OF_A_DAY, ReportKind, ReportScope
from vpdesk.domain.roles import Role
from vpdesk.domain.search_query import Search
from vpdesk.domain.workflow import Status
from vpdesk.paths import Places
from vpdesk.services import (
    books,
    case_closing,
    case_files,
    case_handovers,
    case_lists,
    desks,
    drafting,
    finding,
    numbers,
    outgoing,
    receiving,
    reports,
    signoff,
    work_in_hand,
)
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

Act = Callable[[], object]
_PAGE: Final = 100
_LIST, _COUNT, _DESK = "≤ 10", "≤ 40", ""
_FLOORS: Final = {
    "arrivals": "SELECT * FROM incoming ORDER BY entered_at DESC, year DESC, number DESC, id DESC LIMIT 100",
    "lines": "SELECT * FROM outgoing ORDER BY document_date DESC, id DESC LIMIT 100",
    "found": "SELECT * FROM findable ORDER BY id DESC LIMIT 100",
    "case files": "SELECT * FROM case_file ORDER BY state, closed_on DESC, id LIMIT 100",
    "drafts": "SELECT * FROM dispatch ORDER BY updated_at DESC LIMIT 100",
}
"""What is read of each table by its key, and nothing else."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A list or a count, who asks for it, and the floor it stands against."""

    name: str
    floor: str
    officer: Officer
    act: Act
    target: str = _LIST


class _Lists:
    """What the places of the window ask for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        with desk.store.reading() as work:
            officers = work.organisation.officers()
        by_role = {role: [one for one in officers if role in one.roles] for role in Role}
        self._clerk, self._drafter = by_role[Role.CLERK][0], by_role[Role.DRAFTER][0]
        self._head = by_role[Role.HEAD][-1]

    def cases(self) -> Iterator[_Case]:
        """Each of them."""
        yield from self._arrivals()
        yield from self._outgoing()
        yield from self._drafts()
        yield from self._found()
        yield from self._case_files()
        yield from self._desks()
        yield from self._reports()
        yield from self._books()

    def _arrivals(self) -> Iterator[_Case]:
        desk = self._desk
        for view in ArrivalView:
            officer = self._drafter if view is ArrivalView.MINE else self._clerk
            desk.seat.officer = officer.id
            rows = [row.arrival.id for row in receiving.arrivals(desk, ArrivalQuery(view, limit=10**6)).rows]
            for where, after in _places(rows):
                query = ArrivalQuery(view, after=after)
                yield _Case(
                    f"arrivals, {view.value}: {where}", "arrivals", officer, partial(receiving.arrivals, desk, query)
                )
        year = ArrivalQuery(year=YEARS[0])
        yield _Case("arrivals, a year", "arrivals", self._clerk, partial(receiving.arrivals, desk, year))
        yield _Case("arrivals: counts", "arrivals", self._clerk, partial(receiving.counts, desk), _COUNT)

    def _outgoing(self) -> Iterator[_Case]:
        desk, clerk = self._desk, self._clerk
        desk.seat.officer = clerk.id
        for view in OutgoingView:
            query = OutgoingQuery(view)
            rows = [row.cursor for row in outgoing.lines(desk, query, limit=10**6)]
            for where, after in _places(rows):
                act = partial(outgoing.lines, desk, query, after, _PAGE)
                yield _Case(f"outgoing, {view.value}: {where}", "lines", clerk, act)
        for name, query in (
            ("a year", OutgoingQuery(year=YEARS[0])),
            ("a type", OutgoingQuery(document_type="CV")),
            ("a rare type of a year", OutgoingQuery(document_type="TTr", year=YEARS[1])),
        ):
            yield _Case(f"outgoing, {name}", "lines", clerk, partial(outgoing.lines, desk, query, limit=_PAGE))
        yield _Case("outgoing: counts", "lines", clerk, partial(outgoing.counts, desk), _COUNT)
        yield _Case("rows of numbers", "lines", clerk, partial(numbers.rows, desk), _COUNT)

    def _drafts(self) -> Iterator[_Case]:
        desk = self._desk
        for officer, name in ((self._drafter, "a drafter"), (self._clerk, "a clerk")):
            for sort in (SortKey.UPDATED, SortKey.SUBJECT):
                act = partial(drafting.drafts, desk, DraftQuery(sort=sort, first=_PAGE))
                yield _Case(f"drafts of {name}, by {sort.value}", "drafts", officer, act)
        in_hand = DraftQuery(statuses=frozenset({Status.DRAFT, Status.SENT_BACK}), first=_PAGE)
        yield _Case("drafts in hand", "drafts", self._drafter, partial(drafting.drafts, desk, in_hand))
        found = DraftQuery(text="tuyen truyen", first=_PAGE)
        yield _Case("drafts with two words", "drafts", self._clerk, partial(drafting.drafts, desk, found))
        yield _Case("drafts: counts", "drafts", self._clerk, partial(drafting.counts, desk), _COUNT)
        yield _Case("the queue of a head", "drafts", self._head, partial(signoff.queue, desk))
        signed = partial(signoff.queue, desk, frozenset({Status.SIGNED_OFF}))
        yield _Case("what waits for its number", "drafts", self._clerk, signed)

    def _found(self) -> Iterator[_Case]:
        desk, clerk = self._desk, self._clerk
        desk.seat.officer = clerk.id
        searches = {
            "all": Search(""),
            "arrivals": Search("", kind=FoundKind.INCOMING),
            "tuyen truyen": Search("tuyen truyen"),
            "229": Search("229"),
        }
        for name, search in searches.items():
            rows = [hit.place for hit in finding.find(desk, search, limit=10**6).hits]
            for where, after in _places(rows):
                yield _Case(f"search, {name}: {where}", "found", clerk, partial(finding.find, desk, search, after))
            yield _Case(f"search, {name}: count", "found", clerk, partial(finding.count, desk, search), _COUNT)
        yield _Case("search: saved views", "found", clerk, partial(finding.views, desk), _COUNT)

    def _case_files(self) -> Iterator[_Case]:
        desk, clerk = self._desk, self._clerk
        desk.seat.officer = clerk.id
        fullest = max(case_files.files(desk), key=lambda row: row.papers).case_file.id
        for name, act in (
            ("case files of all years", partial(case_files.files, desk)),
            ("case files of a year", partial(case_files.files, desk, CaseQuery(year=YEARS[1]))),
            ("the list of a year", partial(case_lists.year_list, desk, YEARS[1])),
            ("a case file with its documents", partial(case_files.file, desk, fullest)),
            ("case files to be closed", partial(case_closing.files_to_close, desk)),
            ("case files due for the archive", partial(case_handovers.due_for_handover, desk)),
        ):
            yield _Case(name, "case files", clerk, act)
        yield _Case("case files: counts", "case files", clerk, partial(case_files.counts, desk), _COUNT)

    def _desks(self) -> Iterator[_Case]:
        """The first page of each role and what it is reminded of, each ten lists or so; and what the rail counts."""
        desk = self._desk
        for officer, name in ((self._head, "head"), (self._clerk, "clerk"), (self._drafter, "drafter")):
            yield _Case(f"desk of a {name}", "arrivals", officer, partial(desks.desk_of, desk), _DESK)
            yield _Case(f"reminders of a {name}", "arrivals", officer, partial(work_in_hand.reminders, desk), _DESK)
            yield _Case(
                f"open work of a {name}: counts", "arrivals", officer, partial(work_in_hand.open_counts, desk), _COUNT
            )

    def _reports(self) -> Iterator[_Case]:
        """Every report of a month and of a year; they read what they tell of to its end."""
        desk, head = self._desk, self._head
        for kind in ReportKind:
            for unit in (PeriodKind.MONTH, PeriodKind.YEAR):
                scope = ReportScope(kind, None if kind in OF_A_DAY else period_on(unit, LAST_DAY))
                if unit is PeriodKind.YEAR and kind in OF_A_DAY:
                    continue
                yield _Case(
                    f"report, {kind.value}, {unit.value}", "arrivals", head, partial(reports.report, desk, scope), ""
                )

    def _books(self) -> Iterator[_Case]:
        """A whole book of a year against so many bare reads of a hundred rows as it has."""
        desk, clerk = self._desk, self._clerk
        for kind, floor in ((BookKind.OUTGOING, "lines"), (BookKind.INCOMING, "arrivals")):
            scope = BookScope(kind, year_days(YEARS[1]))

            def read(scope: BookScope = scope) -> object:
                return list(books.rows(desk, scope))

            yield _Case(f"book of a year, {kind.value}", floor, clerk, read, "")


def _places(rows: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Where a list is read: at its beginning, and where it has several pages in its middle and at its end."""
    yield "first page", None
    if len(rows) > 3 * _PAGE:
        yield "middle", rows[len(rows) // 2]
        yield "end", rows[-_PAGE - 1]


def rows(folder: Path, *, rounds: int) -> Iterator[Row]:
    """Every list of the office in a folder, and what nineteen of twenty of them keep."""
    desk = Desk(Places(folder), Settings(), lambda: NOW)
    with closing(sqlite3.connect(desk.places.database)) as raw:
        floors = {name: _least(10 * rounds, partial(_read, raw, asked)) for name, asked in _FLOORS.items()}
    measured = list[tuple[_Case, Row]]()
    for case in _Lists(desk).cases():
        desk.seat.officer = case.officer.id
        taken = _least(rounds, case.act)
        measured.append((case, Row(case.name, taken, f"100 {case.floor}", floors[case.floor], case.target)))
    desk.close()
    yield from (row for _, row in measured)
    for name, target in (("every list, p95", _LIST), ("every count, p95", _COUNT)):
        ratios = [row.ratio for case, row in measured if case.target == target]
        yield Row(name, p95(ratios), "its floor", 1, target, "×")


def _read(raw: sqlite3.Connection, asked: str) -> object:
    return raw.execute(asked).fetchall()


def _least(rounds: int, act: Act) -> float:
    """The least milliseconds of this thread that an act takes."""
    taken = []
    for _ in range(rounds + 1):
        began = thread_time()
        act()
        taken.append((thread_time() - began) * 1000)
    return min(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.lists", description=__doc__)
    parser.add_argument("folder", type=Path, help="the data folder that bench.three_years filled")
    parser.add_argument("--quick", action="store_true", help="few rounds, and rougher")
    chosen = parser.parse_args()
    print(table(list(rows(chosen.folder, rounds=3 if chosen.quick else 15))))


if __name__ == "__main__":
    main()
