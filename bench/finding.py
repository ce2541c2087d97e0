"""Finding in an office of many documents: `python -m bench.finding FOLDER [--quick]`, on what `bench.office` made.

The floor is the bare read of the newest hundred rows by the key, with nothing of ours in between. Against it stand the
program's own statements, bare, and the same through its service, with the seat asked and the transaction. The least
time of the thread in all rounds counts: the office lies in memory, and what else the machine does is left out.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter, thread_time
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import text

from bench.measure import Row, again, medians, p95, table
from bench.start import started
from vpdesk.db.hits import COLUMNS
from vpdesk.db.register_tables import FindableRow
from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.drafts import Reader
from vpdesk.domain.errors import CalledOff
from vpdesk.domain.incoming import ArrivalBook
from vpdesk.domain.search_query import Inquiry, Search
from vpdesk.domain.stopping import Stop
from vpdesk.paths import Places
from vpdesk.services import finding, office, receiving
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

TYPED: Final = (
    *("t", "tu", "tuy", "tuyen", "tuyen t", "tuyen truyen", "tinh gon to chuc bo may", "đảng", "uy ban nhan dan xa"),
    *("2", "22", "229", "229c", "229cv", "229-CV/BTGHU", "229/CV-BTGHU", "229 cv btghu", "1187", "btghu", "ubnd 63"),
    *("tháng 12/2024", "báo cáo tháng 12/2023", "quý 4/2019 dai hoi", ">=1/1/2024 ke hoach", "<2015", "2014 bau cu"),
    *("nguyen van nam", "huyen doan chuyen doi so", "tan lien", "vinh phong giam sat", "q", "kh 17", "xyzzyq"),
)
"""What officers type, letter by letter and whole."""
SLIPS: Final = ("tuyn truyen", "tinh gno", "chuyeen doi", "dai hoy dang bo")
PHRASES: Final = ('"tinh gọn tổ chức bộ máy"', '"thanh dan van kheo"')
_PAGE: Final = 100
_NEWEST: Final = f"SELECT {', '.join(one.name for one in COLUMNS)} FROM findable ORDER BY id DESC LIMIT {_PAGE}"  # noqa: S608 -- names of ours


def rows(folder: Path, *, rounds: int, starts: bool = True) -> Iterator[Row]:
    """Every row about finding in the office of a folder."""
    desk = Desk(Places(folder), Settings())
    officer = _clerk(desk)
    desk.seat.officer = officer
    with closing(sqlite3.connect(desk.places.database)) as raw:
        yield from _typed(desk, raw, Reader(officer, reads_submitted=True), rounds)
        yield from _other(desk, raw, rounds)
        yield from _sizes(raw)
        yield from _stopping(desk)
        yield from _registering(desk, raw, rounds)
    desk.close()
    if starts:
        yield from _starting(folder, rounds)


def _clerk(desk: Desk) -> UUID:
    with desk.store.reading() as work:
        return next(one.id for one in work.organisation.officers() if one.name.endswith("Hạnh"))


def _typed(desk: Desk, raw: sqlite3.Connection, reader: Reader, rounds: int) -> Iterator[Row]:
    """Each query as it is typed, the newest hundred rows: bare, and through the service."""
    through, floor = _least(rounds, _find(desk, "")), _least(10 * rounds, _bare(raw, _NEWEST))
    bare, ours = [], []
    for typed in TYPED:
        asked = _statement(desk, finding.inquiry_at(desk, Search(typed)), reader)
        one, other = _least(rounds, _bare(raw, asked)), _least(rounds, _find(desk, typed))
        bare.append(one)
        ours.append(other)
        print(f"{typed:28} {one:8.3f} ms, through the service {other:8.3f} ms")
    newest = "100 newest by the key"
    yield Row("typed query, bare, p95", p95(bare), newest, floor, "≤ 10")
    yield Row("typed query, bare, median", median(bare), newest, floor, "≤ 2")
    yield Row("typed query through the service, p95", p95(ours), "all, through the service", through, "≤ 10")
    yield Row("typed query through the service, median", median(ours), "all, through the service", through, "≤ 2")
    yield Row("100 newest through the service", through, newest, floor)
    with desk.store.reading() as work:
        page = _least(rounds, lambda: work.findings.page(Inquiry(), reader, None, _PAGE))
    yield Row("100 newest through SQLAlchemy Core", page, newest, floor, "≤ 3.5")


def _other(desk: Desk, raw: sqlite3.Connection, rounds: int) -> Iterator[Row]:
    """Counts, slips, phrases, any place of the list."""
    floor = _least(10 * rounds, _bare(raw, _NEWEST))
    searches = ("", "t", "tuyen truyen", "2019")
    counted = [_least(rounds, partial(finding.count, desk, Search(one))) for one in searches]
    newest = "100 newest by the key"
    yield Row("count with its facets, capped, worst", max(counted), newest, floor, "≤ 40")
    for name, several in (("a slip of one letter", SLIPS), ("a phrase", PHRASES)):
        worst = max(_least(rounds, _find(desk, one)) for one in several)
        yield Row(f"{name}, worst", worst, newest, floor)
    best = _least(rounds, partial(finding.find, desk, Search("tuyen truyen", best_first=True)))
    yield Row("best first, of the newest thousand", best, newest, floor)
    asked = "SELECT id FROM findable ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM findable)"
    (middle,) = raw.execute(asked).fetchone()
    (end,) = raw.execute("SELECT id FROM findable ORDER BY id LIMIT 1 OFFSET 150").fetchone()
    for typed in ("", "tuyen truyen"):
        first, *others = (_least(rounds, _find(desk, typed, after)) for after in (None, middle, end))
        for where, taken in zip(("middle", "end"), others, strict=True):
            yield Row(f"{typed or 'all'}: page at the {where}", taken, "first page", first, "≤ 1.2")


def _least(rounds: int, act: Callable[[], object]) -> float:
    """The least milliseconds of this thread that an act takes."""
    taken = []
    for _ in range(rounds + 1):
        began = thread_time()
        act()
        taken.append((thread_time() - began) * 1000)
    return min(taken)


def _find(desk: Desk, typed: str, after: int | None = None) -> Callable[[], object]:
    return lambda: finding.find(desk, Search(typed), after)


def _sizes(raw: sqlite3.Connection) -> Iterator[Row]:
    """How large the index is."""
    (index,) = raw.execute("SELECT sum(length(block)) FROM findable_words_data").fetchone()
    size = dict(raw.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name")) if _has_dbstat(raw) else {}
    documents = sum(size.get(name, 0) for name in ("outgoing", "incoming", "findable"))
    if documents:
        yield Row("index of words", index / 1e6, "tables of documents", documents / 1e6, "≤ 0.4", "MB")
        yield Row("index of words", index / 1e6, "findable alone", size["findable"] / 1e6, "", "MB")


def _has_dbstat(raw: sqlite3.Connection) -> bool:
    try:
        raw.execute("SELECT 1 FROM dbstat LIMIT 1")
    except sqlite3.OperationalError:
        return False
    return True


def _stopping(desk: Desk) -> Iterator[Row]:
    """How long a question goes on after it was called off: one that would read for seconds."""
    taken = []
    for _ in range(5):
        stop, called = Stop(), [0.0]

        def call(stop: Stop = stop, called: list[float] = called) -> None:
            called[0] = perf_counter()
            stop.call()

        Timer(0.05, call).start()
        with suppress(CalledOff), desk.store.database.reading() as connection:
            driver: Any = connection.connection.driver_connection
            with stop.over(driver.interrupt):
                connection.execute(text("SELECT count(*) FROM findable a, findable b WHERE a.folded < b.folded"))
        taken.append((perf_counter() - called[0]) * 1000)
    yield Row("called off → let go", median(taken), "a frame at 60 Hz", 1000 / 60)


def _registering(desk: Desk, raw: sqlite3.Connection, rounds: int) -> Iterator[Row]:
    """An arrival registered, with its entry in the index and its line of the history, against a bare durable write."""
    receiving.put_book(desk, ArrivalBook(UUID(int=2), "Văn bản khác"))
    entry = ArrivalEntry(UUID(int=2), sender="Huyện đoàn", reference="12-CV/HĐ", subject=_SUBJECT)
    with (desk.places.data / "floor").open("wb") as file:

        def write() -> None:
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())

        def index() -> None:
            raw.execute(_ONE_MORE, (uuid4().hex,))
            raw.commit()

        registered, indexed, floor = medians(
            rounds, again(lambda: receiving.register(desk, entry)), again(index), again(write)
        )
    yield Row("a document and its words in the index, durable", indexed, "one fdatasync", floor, "≤ 3.5")
    yield Row("an arrival registered, all of the act", registered, "one fdatasync", floor)


_FINDABLE: Any = FindableRow.__table__
_ONE_MORE: Final = (
    f"INSERT INTO findable ({', '.join(one.name for one in _FINDABLE.columns)})"  # noqa: S608 -- names of ours
    f" SELECT id + 1, ?, {', '.join(one.name for one in list(_FINDABLE.columns)[2:])} FROM findable"
    " ORDER BY id DESC LIMIT 1"
)
"""The newest document once more, under a record of its own."""
_SUBJECT: Final = "V/v cử cán bộ tham gia lớp bồi dưỡng nghiệp vụ công tác văn phòng năm 2025"


def _statement(desk: Desk, inquiry: Inquiry, reader: Reader) -> str:
    """The program's own statement, with its values in it."""
    with desk.store.reading() as work:
        asked = work.findings.statement(inquiry, reader, None, COLUMNS, _PAGE)
    return str(asked.compile(desk.store.database.engine, compile_kwargs={"literal_binds": True}))


def _bare(raw: sqlite3.Connection, asked: str) -> Callable[[], object]:
    return lambda: raw.execute(asked).fetchall()


def _starting(folder: Path, rounds: int) -> Iterator[Row]:
    """The process to the newest documents, in the office of a folder and in an empty one."""
    with TemporaryDirectory() as empty:
        desk = Desk(Places(Path(empty)), Settings())
        office.found_sample(desk)
        desk.close()
        nobody, clerk = _clerk_of(Path(empty)), _clerk_of(folder)
        bare, full, none = medians(
            rounds, started("bare"), started("found", str(folder), clerk), started("found", empty, nobody)
        )
    yield Row("start → the newest of all documents", full, "bare window", bare, "≤ 3.2")
    yield Row("start → the newest of all documents", full, "in an empty office", none, "≤ 1.05")


def _clerk_of(folder: Path) -> str:
    """The clerk of an office whose copy of the day is made: its first start of a day copies the whole store."""
    desk = Desk(Places(folder), Settings())
    desk.store.back_up(once_a_day=True)
    clerk = _clerk(desk)
    desk.close()
    return str(clerk)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.finding", description=__doc__)
    parser.add_argument("folder", type=Path, help="the data folder that bench.office filled")
    parser.add_argument("--quick", action="store_true", help="few rounds, and rougher")
    chosen = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    print(table(list(rows(chosen.folder, rounds=3 if chosen.quick else 15))))


if __name__ == "__main__":
    main()
