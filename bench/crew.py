"""Programs whose workers take numbers at once, each worker with a desk and a connection of its own.

`python -m bench.crew ACT ADDRESS FOLDER OFFICER BODY` is one of these programs. It reads what its workers are to do,
a line of JSON, says when they are ready, begins at the next line, and says what each of them got.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.db.engine import PATIENCE, connect

if TYPE_CHECKING:
    from vpdesk.services.desk import Desk

_ROOT = Path(__file__).resolve().parents[1]

Take = Callable[[str], int]
"""Takes a number, for what is named; the number."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a crew works, and for whom: the clerk and the body of an office."""

    address: str
    folder: Path
    officer: UUID | None = None
    body: UUID | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """What a worker did: the numbers he got and how long he waited for each, in seconds, between two moments."""

    began: float
    ended: float
    numbers: tuple[int, ...]
    waits: tuple[float, ...]


def work(act: str, site: Site, tasks: Sequence[Sequence[Sequence[str]]]) -> tuple[Shift, ...]:
    """Let programs work at once: of each, what each of its workers is to do. The shift of every worker."""
    place = [act, site.address, site.folder, site.officer, site.body]
    command = [sys.executable, "-m", "bench.crew", *map(str, place)]
    with ExitStack() as stack:
        programs = [
            stack.enter_context(
                subprocess.Popen(
                    command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
                )
            )
            for _ in tasks
        ]
        for program in programs:
            stack.callback(program.kill)
        for program, own in zip(programs, tasks, strict=True):
            _say(program, json.dumps(own))
        for program in programs:
            _hear(program)
        for program in programs:
            _say(program, "go")
        return tuple(Shift(*shift) for program in programs for shift in json.loads(_hear(program)))


def rate(shifts: Sequence[Shift]) -> float:
    """Numbers in a second, of all together."""
    began, ended = min(one.began for one in shifts), max(one.ended for one in shifts)
    return sum(len(one.numbers) for one in shifts) / (ended - began)


def longest_wait(shifts: Sequence[Shift]) -> float:
    """The longest that anybody waited for a number, in milliseconds."""
    return max(wait for one in shifts for wait in one.waits) * 1000


def _say(program: subprocess.Popen[str], line: str) -> None:
    assert program.stdin is not None  # noqa: S101 -- it was asked for
    program.stdin.write(f"{line}\n")
    program.stdin.flush()


def _hear(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None  # noqa: S101 -- it was asked for
    if not (line := program.stdout.readline()):
        raise RuntimeError(f"a program of the crew ended with {program.wait()}")
    return line


# --- one of the programs ------------------------------------------------------------------------------------------


def main() -> None:
    """Work as one of the programs."""
    act, address, folder, officer, body = sys.argv[1:]
    who = (None, None) if officer == "None" else (UUID(officer), UUID(body))
    site = Site(address, Path(folder), *who)
    workers = [_Worker(_ACTS[act], site, tasks) for tasks in json.loads(sys.stdin.readline())]
    for worker in workers:
        worker.start()
    while not all(worker.is_ready for worker in workers):
        time.sleep(0.01)
    print("ready", flush=True)
    sys.stdin.readline()
    for worker in workers:
        worker.may_begin = True
    for worker in workers:
        worker.join()
    print(json.dumps([worker.shift for worker in workers]))


class _Worker(Thread):
    """A worker on a thread of his own."""

    def __init__(self, act: Callable[[Site, ExitStack], Take], site: Site, tasks: Sequence[str]) -> None:
        super().__init__()
        self._act, self._site, self._tasks = act, site, tasks
        self.is_ready = self.may_begin = False
        self.shift: tuple[float, float, list[int], list[float]] | None = None

    def run(self) -> None:
        with ExitStack() as stack:
            take = self._act(self._site, stack)
            self.is_ready = True
            while not self.may_begin:
                time.sleep(0.001)
            numbers, waits, began = [], [], time.time()
            for task in self._tasks:
                before = time.perf_counter()
                numbers.append(take(task))
                waits.append(time.perf_counter() - before)
            self.shift = began, time.time(), numbers, waits


BARE = """CREATE TABLE bare_row (id INTEGER PRIMARY KEY, last INTEGER, opened TEXT, words TEXT)
CREATE TABLE bare_line (number INTEGER PRIMARY KEY, series INTEGER, entered TEXT, words TEXT)
INSERT INTO bare_row VALUES (1, 0, '', 'CV')"""
"""The tables of what takes numbers and does nothing else."""
_TAKE = "UPDATE bare_row SET last = last + 1 WHERE id = 1 RETURNING last"
_KEEP = "INSERT INTO bare_line VALUES ({}, 1, '2026-01-01', 'CV')"


def _bare(site: Site, stack: ExitStack) -> Take:
    """Take bare numbers in the desk's transactions."""
    database = connect(site.address)
    stack.callback(database.close)

    def take(_task: str) -> int:
        with database.writing() as connection:
            number = int(connection.exec_driver_sql(_TAKE).scalar_one())
            connection.exec_driver_sql(_KEEP.format(number))
            return number

    return take


def _sqlite(site: Site, stack: ExitStack) -> Take:
    """Take bare numbers with SQLite alone, which waits in its own way."""
    connection = sqlite3.connect(site.address.removeprefix("sqlite:///"), timeout=60, isolation_level=None)
    stack.enter_context(closing(connection))
    connection.execute("PRAGMA synchronous = FULL")

    def take(_task: str) -> int:
        connection.execute("BEGIN IMMEDIATE")
        number = int(connection.execute(_TAKE).fetchall()[0][0])
        connection.execute(_KEEP.format(number))
        connection.execute("COMMIT")
        return number

    return take


def _postgresql(site: Site, stack: ExitStack) -> Take:
    """Take bare numbers with PostgreSQL alone."""
    import psycopg  # noqa: PLC0415 -- only where there is a server

    connection = stack.enter_context(psycopg.connect(site.address, connect_timeout=round(PATIENCE)))

    def take(_task: str) -> int:
        row = connection.execute(_TAKE).fetchone()
        assert row is not None  # noqa: S101 -- it was made with the table
        connection.execute(_KEEP.format(row[0]).encode())
        connection.commit()
        return int(row[0])

    return take


def _desk(site: Site, stack: ExitStack) -> Desk:
    from vpdesk.paths import Places  # noqa: PLC0415 -- bare numbers need no desk
    from vpdesk.services import outgoing  # noqa: PLC0415
    from vpdesk.services.desk import Desk  # noqa: PLC0415
    from vpdesk.settings import Settings  # noqa: PLC0415

    desk = Desk(Places(site.folder), Settings(database=site.address))
    desk.seat.officer = site.officer
    stack.callback(desk.close)
    outgoing.held(desk)
    return desk


def _hold(site: Site, stack: ExitStack) -> Take:
    """Hold numbers: the least that takes one, with its line and its history."""
    from vpdesk.services import outgoing  # noqa: PLC0415 -- bare numbers need no desk

    desk, body = _desk(site, stack), site.body
    assert body is not None  # noqa: S101 -- there is an office
    return lambda _task: outgoing.hold(desk, body, "BC", "Đ/c Toàn", "chờ ký")[0].number


def _issue(site: Site, stack: ExitStack) -> Take:
    """Issue dispatches."""
    from vpdesk.domain.issuing import IssueOrder  # noqa: PLC0415 -- bare numbers need no desk
    from vpdesk.services import issuing  # noqa: PLC0415

    desk = _desk(site, stack)
    return lambda task: issuing.issue(desk, [IssueOrder(UUID(task), 1, desk.today())])[0].line.number


_ACTS = {"bare": _bare, "sqlite": _sqlite, "postgresql": _postgresql, "hold": _hold, "issue": _issue}

if __name__ == "__main__":
    main()
