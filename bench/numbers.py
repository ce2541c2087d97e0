"""`python -m bench.numbers [--quick] [--server ADDRESS]`: numbers taken by many at once. Nothing is asserted.

The address is that of an empty database on a PostgreSQL server; without one its rows are left out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.crew import BARE, Shift, Site, longest_wait, rate, work
from bench.measure import Row, table
from bench.signed_off import an_office, put_signed_off
from vpdesk.db.engine import connect
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

_PROGRAMS, _WORKERS = 2, 4
_ALL = _PROGRAMS * _WORKERS
_A_SECOND = "/s"
_NO_SECOND = "ours < 1 s"


@dataclass(frozen=True, slots=True)
class Amounts:
    """How often each thing is done: bare numbers, held ones, dispatches issued; and by how many programs at once."""

    bare: int = 800
    held: int = 400
    issued: int = 10_000
    rounds: int = 3
    programs: int = 8


QUICK = Amounts(bare=80, held=16, issued=16, rounds=1)
THOROUGH = Amounts()


def rows(folder: Path, amounts: Amounts, server: str | None = None) -> Iterator[Row]:
    """Every row about numbers, measured in a folder and on an empty database of a server."""
    sync = _seconds_of_a_sync(folder)
    yield from _bare(folder, amounts, 1 / sync)
    yield from _acts(folder, amounts)
    if server is not None:
        yield from _on_a_server(folder, amounts, server)


def _seconds_of_a_sync(folder: Path, times: int = 200) -> float:
    """How long the disk takes until a page that was added to a file is on it; the median."""
    taken = []
    with (folder / "synced").open("wb", buffering=0) as file:
        for _ in range(times):
            file.write(bytes(4096))
            began = perf_counter()
            getattr(os, "fdatasync", os.fsync)(file.fileno())
            taken.append(perf_counter() - began)
    return median(taken)


# --- numbers and nothing else -------------------------------------------------------------------------------------


def _bare(folder: Path, amounts: Amounts, syncs: float) -> Iterator[Row]:
    many = amounts.programs
    site = Site(_prepared(f"sqlite:///{folder / 'bare.sqlite3'}"), folder)
    alone, eight, crew, own, own_alone = _in_turn(
        site,
        amounts,
        ("bare", 1, 1),
        ("bare", many, 1),
        ("bare", _PROGRAMS, _WORKERS),
        ("sqlite", many, 1),
        ("sqlite", 1, 1),
    )
    yield Row("a bare number, one program", alone.rate, "fdatasync", syncs, "≥ 0.4", _A_SECOND)
    yield Row("the same, SQLite alone", own_alone.rate, "fdatasync", syncs, "", _A_SECOND)
    yield Row(f"a bare number, {many} programs", eight.rate, "fdatasync", syncs, "≥ 0.4", _A_SECOND)
    yield Row(f"a bare number, {many} programs", eight.rate, "one program", alone.rate, "≥ 0.8", _A_SECOND)
    yield Row("a bare number, 2 programs of 4 workers", crew.rate, "one program", alone.rate, "", _A_SECOND)
    yield Row(f"the longest wait of {many} programs", eight.wait, "SQLite's own waiting", own.wait, _NO_SECOND)
    yield Row("the longest wait of 2 × 4 workers", crew.wait, "SQLite's own waiting", own.wait, _NO_SECOND)


def _prepared(address: str) -> str:
    """An address, with the tables of what takes bare numbers there."""
    with closing(connect(address)) as database:
        if database.path is not None:
            with database.engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
        with database.writing() as connection:
            for statement in BARE.splitlines():
                connection.exec_driver_sql(statement)
    return address


@dataclass(frozen=True, slots=True)
class Measured:
    """Numbers in a second, the median of the rounds; the longest wait of all, in milliseconds."""

    rate: float
    wait: float


def _in_turn(site: Site, amounts: Amounts, *crews: tuple[str, int, int]) -> list[Measured]:
    """Let crews take bare numbers in turn: each an act, so many programs, and so many workers of each."""
    shifts: list[list[tuple[Shift, ...]]] = [[] for _ in crews]
    for _ in range(amounts.rounds):
        for (act, programs, workers), own in zip(crews, shifts, strict=True):
            share = amounts.bare // (programs * workers)
            own.append(work(act, site, [[[""] * share] * workers] * programs))
    return [Measured(median(map(rate, own)), max(longest_wait(one) for one in own)) for own in shifts]


# --- acts of the clerk --------------------------------------------------------------------------------------------


def _acts(folder: Path, amounts: Amounts) -> Iterator[Row]:
    many = amounts.programs
    desk = Desk(Places(folder), Settings())
    body = an_office(desk)
    site = Site(f"sqlite:///{desk.places.database}", folder, desk.seat.officer, body.id)
    bare = Site(f"sqlite:///{folder / 'bare.sqlite3'}", folder)
    (alone,) = _in_turn(bare, amounts, ("bare", 1, 1))
    hold_one = work("hold", site, [[[""] * amounts.held]])
    hold_eight = work("hold", site, [[[""] * (amounts.held // many)]] * many)
    yield Row("a number held, with its line and history", rate(hold_one), "a bare number", alone.rate, "", _A_SECOND)
    yield Row(f"the same, {many} programs", rate(hold_eight), "one program", rate(hold_one), "≥ 0.8", _A_SECOND)
    yield Row(
        f"the longest wait of {many} programs",
        longest_wait(hold_eight),
        "one program",
        longest_wait(hold_one),
        _NO_SECOND,
    )
    few = max(4, amounts.issued // 20)
    waiting = [str(one) for one in put_signed_off(desk, body, amounts.issued + few)]
    print(f"{len(waiting)} dispatches wait", file=sys.stderr)
    alone_issued = work("issue", site, [[waiting[:few]]])
    shares = [waiting[few + place :: _ALL] for place in range(_ALL)]
    issued = work("issue", site, [shares[:_WORKERS], shares[_WORKERS:]])
    yield Row("a dispatch issued, one program", rate(alone_issued), "a bare number", alone.rate, "", _A_SECOND)
    yield Row(
        f"{amounts.issued:,} dispatches issued by 2 × 4 workers",
        rate(issued),
        "one program",
        rate(alone_issued),
        "",
        _A_SECOND,
    )
    yield Row("the longest wait of 2 × 4 workers", longest_wait(issued), "one program", longest_wait(alone_issued), "")
    yield _told_apart(desk, (*alone_issued, *issued))
    desk.close()


def _told_apart(desk: Desk, shifts: Sequence[Shift]) -> Row:
    """How many numbers are there once and no more, of those that were given."""
    given = list(chain.from_iterable(one.numbers for one in shifts))
    with desk.store.reading() as work_done:
        lines = chain.from_iterable(work_done.numbers.lines(row.id) for row in work_done.numbers.all_series())
        kept = [line.number for line in lines if line.dispatch]
    once = len(set(given) & set(kept)) if kept == list(range(1, len(given) + 1)) else 0
    return Row("numbers given once, without a gap", once, "all given", len(given), "1.00", "")


# --- a server -----------------------------------------------------------------------------------------------------


def _on_a_server(folder: Path, amounts: Amounts, address: str) -> Iterator[Row]:
    many = amounts.programs
    site = Site(_prepared(address), folder)
    eight, alone, own = _in_turn(site, amounts, ("bare", many, 1), ("bare", 1, 1), ("postgresql", many, 1))
    yield Row(
        f"PostgreSQL: a bare number, {many} programs", eight.rate, "UPDATE … RETURNING", own.rate, "≥ 0.7", _A_SECOND
    )
    yield Row("PostgreSQL: the same", eight.rate, "one program", alone.rate, "", _A_SECOND)
    yield Row(f"PostgreSQL: the longest wait of {many}", eight.wait, "UPDATE … RETURNING", own.wait, _NO_SECOND)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.numbers", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few of each: under a minute, and rougher")
    parser.add_argument("--server", metavar="ADDRESS", help="an empty database of a PostgreSQL server")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(table(list(rows(Path(folder), QUICK if chosen.quick else THOROUGH, chosen.server))))


if __name__ == "__main__":
    main()
