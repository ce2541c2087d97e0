"""Whoever has the file of a store and no part in the office changes nothing in it unnoticed.

Hundreds of changes to copies of a store, each by SQL behind the program's back, are found by both checkers: ours, and
the one that stands alone. The program's own acts are never taken for one of them.
"""

from __future__ import annotations

import ast
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Date, Integer, LargeBinary, Uuid
from support.needs import ROOT
from support.office_life import OfficeLife
from support.stores import TickingClock

from tools import verify_history
from vpdesk.db import migrations
from vpdesk.db.checking import check_address
from vpdesk.db.sealing import covered
from vpdesk.db.tables import Moment, Row
from vpdesk.domain.history import START, canonical, digest
from vpdesk.domain.verification import Fault, FaultKind, Verification, head_value, parse_anchor
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

ACTS = int(os.environ.get("VPDESK_ACTS", "400"))
"""How many honest acts are done; a soak asks for more."""

STAGES = 8
"""How often the honest store is checked on its way, each time against all that was printed before."""

ENOUGH = 200
"""How many changes there are at least."""

TABLES = tuple(table.name for table in covered())
KEYS = {table.name: [column.name for column in table.primary_key] for table in covered()}


@dataclass(frozen=True)
class HonestStore:
    """A store with rows in every table, closed, and what was printed of it at two times."""

    path: Path
    halfway: str
    head: str


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> HonestStore:
    """An office after many acts. No act of the program's own is ever taken for a change behind its back."""
    places = Places(tmp_path_factory.mktemp("honest"))
    desk = Desk(places, Settings(), TickingClock(), "máy 1")
    life, printed = OfficeLife(desk, 1), []
    for _ in range(STAGES):
        life.live(ACTS // STAGES)
        for anchor in (None, *printed):
            assert verify_store(desk, anchor).fault is None
        printed.append(verify_store(desk).head_value)
    desk.close()
    return HonestStore(places.database, printed[STAGES // 2], printed[-1])


# --- what is done to a copy -----------------------------------------------------------------------------------------

Hand = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True)
class Change:
    """A change behind the program's back, and where it must be found: a table, a line, or anywhere."""

    name: str
    hand: Hand
    table: str | None = None
    lines: range | None = None
    kinds: frozenset[FaultKind] = field(default_factory=lambda: frozenset(FaultKind))


def run(statement: str, *values: object) -> Hand:
    """One statement of SQL."""
    return lambda database: database.execute(statement, values) and None


def columns(database: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table with their kinds."""
    return {row[1]: row[2] for row in database.execute(f"PRAGMA table_info({table})")}


def other_value(value: Any, kind: str, chance: random.Random) -> Any:
    """Another value that might stand in a column of this kind."""
    match value, kind:
        case None, "CHAR(32)":
            return "%032x" % chance.getrandbits(128)
        case None, "DATE":
            return "2024-02-29"
        case None, "DATETIME":
            return "2024-12-24 01:30:01.000000"
        case None, _:
            return b"\0" if kind == "BLOB" else "x"
        case int(), _:
            return 1 - value if kind == "BOOLEAN" else value + 70
        case bytes(), _:
            return value[::-1] + b"\1"
        case str(), "CHAR(32)":
            return value[:-1] + ("0" if value[-1] != "0" else "1")
        case str(), "DATETIME":
            return value[:-1] + ("1" if value[-1] != "1" else "2")
        case str(), "DATE":
            return value[:-2] + ("02" if value[-2:] != "02" else "03")
        case _:
            return value + chance.choice((" ", ".", "ạ"))


def odd_values(value: Any, kind: str) -> Iterator[Any]:
    """The same value in another guise."""
    match value, kind:
        case str(), "CHAR(32)":
            yield value.upper() if value.upper() != value else f"{value} "
            yield f"{value[:8]}-{value[8:]}"
        case str(), "DATETIME":
            yield value.replace(" ", "T")
            yield value[:19]
        case str(), "TEXT" if value:
            yield value.encode()
        case int(), "BOOLEAN" | "INTEGER":
            yield value + 0.5
            yield str(value).encode()
        case bytes(), "BLOB":
            yield value.hex()
        case _:
            pass


def changed_cells(database: sqlite3.Connection, table: str, chance: random.Random) -> Iterator[Change]:
    """Each column of a row changed, its kind changed, emptied and filled."""
    kinds = columns(database, table)
    rows = database.execute(f"SELECT rowid, * FROM {table}").fetchall()
    for place, (column, kind) in enumerate(kinds.items(), 1):
        row = chance.choice(rows)
        set_cell = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
        for value in (other_value(row[place], kind, chance), *odd_values(row[place], kind)):
            yield Change(f"{table}.{column} = {value!r:.40}", run(set_cell, value, row[0]), table)
        if (filled := [one for one in rows if one[place] is not None]) and not _is_required(database, table, column):
            emptied = run(set_cell, None, chance.choice(filled)[0])
            yield Change(f"{table}.{column} = NULL", emptied, table, kinds=frozenset({FaultKind.RECORD_CHANGED}))


def _is_required(database: sqlite3.Connection, table: str, column: str) -> bool:
    return any(row[1] == column and row[3] for row in database.execute(f"PRAGMA table_info({table})"))


def changed_rows(database: sqlite3.Connection, table: str, chance: random.Random) -> Iterator[Change]:
    """A row taken out, one put in, two exchanged, all taken out, the whole table taken away."""
    rows = database.execute(f"SELECT rowid, * FROM {table}").fetchall()
    names, marks = list(columns(database, table)), ", ".join("?" * (len(rows[0]) - 1))
    key = names.index(KEYS[table][-1]) + 1
    copy = list(chance.choice(rows))
    copy[key] = copy[key] + 90 if isinstance(copy[key], int) else copy[key][::-1]
    removed, inserted = frozenset({FaultKind.RECORD_REMOVED}), frozenset({FaultKind.RECORD_INSERTED})
    yield Change(
        f"{table}: row out", run(f"DELETE FROM {table} WHERE rowid = ?", chance.choice(rows)[0]), table, kinds=removed
    )
    yield Change(f"{table}: row in", run(f"INSERT INTO {table} VALUES ({marks})", *copy[1:]), table, kinds=inserted)
    yield Change(f"{table}: emptied", run(f"DELETE FROM {table}"), table, kinds=removed)
    yield Change(f"{table}: taken away", run(f"DROP TABLE {table}"), table, kinds=removed)
    yield Change(f"{table}: a column more", run(f"ALTER TABLE {table} ADD COLUMN more TEXT"), table)
    others = [name for name in names if name not in KEYS[table]]
    if len(rows) > 1 and others:
        yield Change(f"{table}: rows exchanged", _exchanged(table, others, chance.sample(rows, 2)), table)


def _exchanged(table: str, names: list[str], rows: list[Any]) -> Hand:
    """Two rows exchange all that they hold but their keys."""

    def hand(database: sqlite3.Connection) -> None:
        one, other = (row[0] for row in rows)
        asked = f"SELECT {', '.join(names)} FROM {table} WHERE rowid = ?"
        held = {rowid: database.execute(asked, (rowid,)).fetchone() for rowid in (one, other)}
        for rowid, values in ((one, held[other]), (other, held[one])):
            sets = ", ".join(f"{name} = ?" for name in names)
            database.execute(f"UPDATE {table} SET {sets} WHERE rowid = ?", (*values, rowid))

    return hand


def changed_lines(lines: list[tuple[int, str, str]], chance: random.Random) -> Iterator[Change]:
    """A line changed in each key, its digest, its number; lines out, in, exchanged; the end cut off."""
    middle = range(2, len(lines) - 1)
    for key in json.loads(lines[0][1]):
        number = chance.choice(middle)
        text = _with(lines[number - 1][1], key)
        yield Change(
            f"line {number}: {key}",
            run("UPDATE history SET line = ? WHERE number = ?", text, number),
            lines=range(number, number + 1),
        )
        both = run("UPDATE history SET line = ?, digest = ? WHERE number = ?", text, digest(text), number)
        yield Change(f"line {number}: {key} with its digest", both, lines=range(number, number + 2))
    number = chance.choice(middle)
    here = range(number, number + 1)
    spaced = lines[number - 1][1].replace(":", ": ", 1)
    yield Change("digest", run("UPDATE history SET digest = ? WHERE number = ?", digest("x"), number), lines=here)
    yield Change("a space", run("UPDATE history SET line = ? WHERE number = ?", spaced, number), lines=here)
    yield Change("bytes", run("UPDATE history SET line = CAST(line AS BLOB) WHERE number = ?", number), lines=here)
    yield Change("nothing", run("UPDATE history SET line = '' WHERE number = ?", number), lines=here)
    yield Change("a number", run("UPDATE history SET number = -1 WHERE number = ?", number), lines=range(1, 2))
    for _ in range(6):
        number = chance.choice(middle)
        yield Change(
            f"line {number} out", run("DELETE FROM history WHERE number = ?", number), lines=range(number, number + 1)
        )
        yield Change(f"line {number} in", _moved(number, lines[number - 1][1]), lines=range(number + 1, number + 2))
        yield Change(
            f"line {number} exchanged",
            _exchanged("history", ["line", "digest"], [(number,), (number + 1,)]),
            lines=range(number, number + 1),
        )
    for cut in (1, 2, 5, 20, len(lines)):
        first = len(lines) - cut + 1
        yield Change(
            f"{cut} cut off", run("DELETE FROM history WHERE number >= ?", first), lines=range(first, first + 1)
        )
    yield Change("no history", run("DROP TABLE history"), lines=range(1, 2))
    yield Change("no index", run("DROP TABLE history_index"), lines=range(1, len(lines)))
    yield Change(
        "index", run("UPDATE history_index SET number = number + 1 WHERE rowid = 5"), lines=range(1, len(lines))
    )
    yield Change("index out", run("DELETE FROM history_index WHERE rowid = 7"), lines=range(1, len(lines)))
    yield Change("a trigger", run("SELECT 1"), kinds=frozenset({FaultKind.UNGUARDED}))


def _with(text: str, key: str) -> str:
    told = json.loads(text)
    match told[key]:
        case int():
            told[key] += 1
        case dict():
            told[key] = {**told[key], "more": None}
        case str() if key == "record":
            told[key] = told[key][:-1] + ("0" if told[key][-1] != "0" else "1")
        case str():
            told[key] = told[key][::-1]
        case _:
            told[key] = "0193f649-05a8-710c-ba14-6d04fe8a777c"
    return canonical(told)


def _moved(number: int, text: str) -> Hand:
    """A line once more, all behind it one further."""

    def hand(database: sqlite3.Connection) -> None:
        database.execute("UPDATE history SET number = -number - 1 WHERE number > ?", (number,))
        database.execute("UPDATE history SET number = -number WHERE number < 0")
        database.execute("INSERT INTO history VALUES (?, ?, ?)", (number + 1, text, digest(text)))

    return hand


# --- by somebody who knows how it is made ---------------------------------------------------------------------------


def chained_anew(database: sqlite3.Connection, change: Callable[[list[dict[str, Any]]], None]) -> None:
    """Write the whole history anew after a change, with numbers, digests and index as they must be."""
    told = [json.loads(text) for (text,) in database.execute("SELECT line FROM history ORDER BY number")]
    change(told)
    database.execute("DELETE FROM history")
    database.execute("DELETE FROM history_index")
    before = START
    for number, keys in enumerate(told, 1):
        text = canonical({**keys, "n": number, "before": before})
        before = digest(text)
        database.execute("INSERT INTO history VALUES (?, ?, ?)", (number, text, before))
        if keys["record"]:
            database.execute("INSERT INTO history_index VALUES (?, ?)", (keys["record"].replace("-", ""), number))


def forged(changes: int, chance: random.Random, table: str) -> Iterator[Change]:
    """A record changed, and a line made to say so, all chained anew."""
    for number in range(changes):

        def hand(database: sqlite3.Connection, seed: int = chance.getrandbits(32)) -> None:
            def say_so(told: list[dict[str, Any]]) -> None:
                for name, made in _records(database, table).items():
                    last = [keys for keys in told if name in keys["records"]][-1]
                    last["records"][name] = made

            names = [name for name in columns(database, table) if name not in KEYS[table]]
            name = random.Random(seed).choice(names)
            rowid, value = database.execute(f"SELECT rowid, {name} FROM {table} ORDER BY random()").fetchone()
            value = other_value(value, columns(database, table)[name], random.Random(seed))
            database.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (value, rowid))
            chained_anew(database, say_so)

        yield Change(f"{table} forged {number}", hand, kinds=frozenset({FaultKind.ANCHOR_DIFFERS}))


def _records(database: sqlite3.Connection, table: str) -> dict[str, str]:
    """The digests of the records of a table, as the program that stands alone makes them."""
    made = {}
    for row in verify_history.rows(database, table, "*"):
        values = {column: verify_history.plain(column, row[column]) for column in row.keys()}  # noqa: SIM118 -- a row of SQLite's
        name = f"{table}:{':'.join(str(values[column]) for column in KEYS[table])}"
        made[name] = verify_history.sha256(
            json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        )
    return made


def rewritten(lines: int, chance: random.Random) -> Iterator[Change]:
    """Lines changed, taken out, put in, exchanged, and all chained anew."""

    def changing(told: list[dict[str, Any]], place: int) -> None:
        told[place]["act"] = "withdraw"

    def erasing(told: list[dict[str, Any]], place: int) -> None:
        records = told.pop(place)["records"]
        told[-1]["records"] = {**records, **told[-1]["records"]} if place < len(told) else records

    def adding(told: list[dict[str, Any]], place: int) -> None:
        told.insert(place, {**told[place], "records": {}})

    def exchanging(told: list[dict[str, Any]], place: int) -> None:
        told[place - 1], told[place] = told[place], told[place - 1]

    def lengthening(told: list[dict[str, Any]], place: int) -> None:
        told[place]["officer"] = None
        told.append({**told[place], "records": {}})

    for way in (changing, erasing, adding, exchanging, lengthening):
        for place in (lines - 1, *(chance.randrange(2, lines - 2) for _ in range(4))):

            def hand(database: sqlite3.Connection, way: Any = way, place: int = place) -> None:
                chained_anew(database, lambda told: way(told, place))

            yield Change(f"{way.__name__} {place}, chained anew", hand)


def all_changes(honest: HonestStore) -> list[Change]:
    """Every change of every kind, the same each time."""
    chance = random.Random(20241224)
    with closing(sqlite3.connect(f"{honest.path.as_uri()}?mode=ro", uri=True)) as database:
        lines = database.execute("SELECT number, line, digest FROM history ORDER BY number").fetchall()
        found = [change for table in TABLES for change in changed_cells(database, table, chance)]
        found += [change for table in TABLES for change in changed_rows(database, table, chance)]
    found += changed_lines(lines, chance)
    found += rewritten(len(lines), chance)
    found += [change for table in TABLES if table != "issuing_body" for change in forged(2, chance, table)]
    return found


# --- what is found --------------------------------------------------------------------------------------------------


def tampered(honest: HonestStore, change: Change, path: Path) -> Path:
    """A copy of a store with a change made to it, and the triggers taken off."""
    shutil.copyfile(honest.path, path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        change.hand(database)
    return path


def by_itself(path: Path, anchor: str | None) -> Verification:
    """What the program that stands alone finds."""
    known = verify_history.read_anchor(anchor) if anchor else None
    with closing(verify_history.open_copy(path)) as database:
        number, made, fault = verify_history.check(database, known)
    if fault is None:
        return Verification(number, head_value(number, made))
    of_line = isinstance(fault.where, int)
    found = Fault(FaultKind[fault.kind], int(fault.where) if of_line else None, "" if of_line else str(fault.where))
    return Verification(number, head_value(number, made), found)


def is_in_place(fault: Fault, change: Change) -> bool:
    """Whether a fault is told where the change was made."""
    if change.table is not None and not fault.record.startswith(change.table):
        return False
    if change.lines is not None and fault.line not in change.lines:
        return False
    return fault.kind in change.kinds


def test_every_change_behind_the_programs_back_is_found_in_its_place(honest: HonestStore, tmp_path: Path) -> None:
    changes, unfound, misplaced, disagreeing = all_changes(honest), [], [], []
    for change in changes:
        path = tampered(honest, change, tmp_path / "copy.sqlite3")
        ours, alone = check_address(path, parse_anchor(honest.head)), by_itself(path, honest.head)
        if ours != alone:
            disagreeing.append((change.name, ours, alone))
        if ours.fault is None or (ours.fault.kind is FaultKind.UNGUARDED) is not (change.name == "a trigger"):
            unfound.append(change.name)
        elif not is_in_place(ours.fault, change):
            misplaced.append((change.name, ours.fault))

    assert unfound == []
    assert disagreeing == []
    assert misplaced == []
    assert len(changes) >= ENOUGH
    assert {change.table for change in changes} == {None, *TABLES}


def test_honest_acts_are_not_taken_for_changes(honest: HonestStore) -> None:
    for anchor in (None, honest.halfway, honest.head):
        ours = check_address(honest.path, parse_anchor(anchor) if anchor else None)

        assert (ours.fault, ours.head_value) == (None, honest.head)
        assert by_itself(honest.path, anchor) == ours


def test_an_end_written_anew_is_found_only_where_it_was_printed_before(honest: HonestStore, tmp_path: Path) -> None:
    last = int(honest.head.partition("-")[0])
    change = Change("another officer", lambda database: chained_anew(database, _blame(last - 1)))
    path = tampered(honest, change, tmp_path / "copy.sqlite3")

    for anchor, found in ((honest.head, FaultKind.ANCHOR_DIFFERS), (honest.halfway, FaultKind.UNGUARDED)):
        for verification in (check_address(path, parse_anchor(anchor)), by_itself(path, anchor)):
            assert verification.fault is not None
            assert verification.fault.kind is found


def _blame(place: int) -> Callable[[list[dict[str, Any]]], None]:
    return lambda told: told[place].update(officer=None)


def test_what_stands_in_the_log_beside_the_store_is_checked_too(honest: HonestStore, tmp_path: Path) -> None:
    path = shutil.copyfile(honest.path, tmp_path / "vpdesk.sqlite3")
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE office SET is_sample = 0")
        database.commit()
        assert path.with_name("vpdesk.sqlite3-wal").stat().st_size
        found = [check_address(path, None).fault, by_itself(path, None).fault]

    assert [fault.kind for fault in found if fault] == [FaultKind.RECORD_CHANGED] * 2


def test_a_check_changes_nothing_in_the_file(honest: HonestStore, tmp_path: Path) -> None:
    path = shutil.copyfile(honest.path, tmp_path / "vpdesk.sqlite3")
    path.chmod(0o444)
    by_itself(path, None)
    assert [one.name for one in tmp_path.iterdir()] == ["vpdesk.sqlite3"]
    check_address(path, None)

    assert path.read_bytes() == honest.path.read_bytes()


# --- the program that stands alone --------------------------------------------------------------------------------


def alone(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it as an auditor would, with nothing of ours in sight."""
    script = ROOT / "tools/verify_history.py"
    return subprocess.run(
        [sys.executable, "-I", script, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_it_says_what_it_found_in_both_languages(honest: HonestStore, tmp_path: Path) -> None:
    change = Change("", run("UPDATE officer SET name = 'Ai Đó' WHERE rowid = 1"))
    path = tampered(honest, change, tmp_path / "copy.sqlite3")
    whole, spoilt = alone(honest.path, "--anchor", honest.halfway), alone(path, "--anchor", honest.head)

    assert (whole.returncode, whole.stderr) == (0, "")
    assert "Nguyên vẹn" in whole.stdout
    assert honest.head in whole.stdout
    assert (spoilt.returncode, spoilt.stderr) == (1, "")
    assert spoilt.stdout.startswith("The record officer:")
    assert "đã bị sửa" in spoilt.stdout


def test_it_says_what_it_cannot_check(honest: HonestStore, tmp_path: Path) -> None:
    torn, newer, other = (tmp_path / name for name in ("torn", "newer", "other"))
    torn.write_bytes(honest.path.read_bytes()[:20000])
    tampered(honest, Change("", run("UPDATE alembic_version SET version_num = '9999'")), newer)
    other.write_text("no store")
    for arguments in ([tmp_path / "none"], [torn], [newer], [other], [honest.path, "--anchor", "12"]):
        done = alone(*arguments)

        assert (done.returncode, done.stdout) == (2, "")
        assert "Chưa kiểm tra được" in done.stderr


def test_it_stands_on_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "tools/verify_history.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_it_knows_every_covered_table_and_the_kind_of_every_column() -> None:
    kinds = {Uuid: "id", Moment: "moment", Date: "day", Boolean: "yes or no", Integer: "number", LargeBinary: "bytes"}
    columns = {column.name: kinds.get(type(column.type)) for table in covered() for column in table.columns}

    assert verify_history.COVERED == {table: tuple(key) for table, key in KEYS.items()}
    assert verify_history.KIND_OF == {name: kind for name, kind in columns.items() if kind}
    assert verify_history.SCHEMAS == migrations.SCHEMAS
    assert set(verify_history.SENTENCES) == set(FaultKind.__members__)


def test_the_documents_list_what_is_covered_and_what_is_not() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.partition("## The history")[2].partition("\n## ")[0]
    told, untold = (set(re.findall(r"`(\w+)`", one)) for one in re.findall(r"\*\*(?:Not c|C)overed\*\* (.*)", section))

    assert told >= set(TABLES)
    assert untold >= set(Row.metadata.tables) - set(TABLES) - {"history"}
