"""What somebody does to the file of a store behind the program's back: hundreds of changes, the same each time."""
# ruff: noqa: S608 -- the names of tables and columns are ours

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import verify_history
from vpdesk.db.sealing import covered
from vpdesk.domain.history import canonical, digest
from vpdesk.domain.verification import Fault, FaultKind, Verification, head_value

TABLES = tuple(table.name for table in covered())
"""The tables whose records the history answers for."""

KEYS = {table.name: tuple(column.name for column in table.primary_key) for table in covered()}
"""The columns that name a record of theirs."""


# --- what is done to a copy -----------------------------------------------------------------------------------------

Hand = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True)
class Change:
    """A change behind the program's back, and where it must be found: a table, a line, or anywhere."""

    name: str
    hand: Hand
    table: str | None = None
    lines: range | None = None
    kinds: frozenset[FaultKind] = frozenset(FaultKind)


def run(statement: str, *values: object) -> Hand:
    """One statement of SQL."""

    def hand(database: sqlite3.Connection) -> None:
        database.execute(statement, values)

    return hand


def columns(database: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table with their kinds."""
    return {row[1]: row[2] for row in database.execute(f"PRAGMA table_info({table})")}


def other_value(value: Any, kind: str, chance: random.Random) -> Any:
    """Another value that might stand in a column of this kind."""
    match value, kind:
        case None, "CHAR(32)":
            return f"{chance.getrandbits(128):032x}"
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
        # A number that is SQLite's own of the row is a whole number or nothing.
        odd = () if kind == "INTEGER" and KEYS[table] == (column,) else odd_values(row[place], kind)
        for value in (other_value(row[place], kind, chance), *odd):
            yield Change(f"{table}.{column} = {value!r:.40}", run(set_cell, value, row[0]), table)
        if (filled := [one for one in rows if one[place] is not None]) and not _is_required(database, table, column):
            emptied = run(set_cell, None, chance.choice(filled)[0])
            yield Change(f"{table}.{column} = NULL", emptied, table, kinds=frozenset({FaultKind.RECORD_CHANGED}))


def _is_required(database: sqlite3.Connection, table: str, column: str) -> bool:
    return any(row[1] == column and row[3] for row in database.execute(f"PRAGMA table_info({table})"))


def _unique(database: sqlite3.Connection, table: str) -> list[list[str]]:
    """The columns of which there may be no two rows alike, beside the key."""
    indexes = [row[1] for row in database.execute(f"PRAGMA index_list({table})") if row[2] and row[3] == "u"]
    return [[row[2] for row in database.execute(f"PRAGMA index_info({index})")] for index in indexes]


def changed_rows(database: sqlite3.Connection, table: str, chance: random.Random) -> Iterator[Change]:
    """A row taken out, one put in, two exchanged, all taken out, the whole table taken away."""
    rows = database.execute(f"SELECT rowid, * FROM {table}").fetchall()
    names, marks = list(columns(database, table)), ", ".join("?" * (len(rows[0]) - 1))
    key = names.index(KEYS[table][-1]) + 1
    copy = list(chance.choice(rows))
    copy[key] = copy[key] + 90 if isinstance(copy[key], int) else copy[key][::-1]
    unique = _unique(database, table)
    for name in {index[-1] for index in unique}:
        copy[names.index(name) + 1] = other_value(copy[names.index(name) + 1], columns(database, table)[name], chance)
    removed, inserted = frozenset({FaultKind.RECORD_REMOVED}), frozenset({FaultKind.RECORD_INSERTED})
    yield Change(
        f"{table}: row out", run(f"DELETE FROM {table} WHERE rowid = ?", chance.choice(rows)[0]), table, kinds=removed
    )
    yield Change(f"{table}: row in", run(f"INSERT INTO {table} VALUES ({marks})", *copy[1:]), table, kinds=inserted)
    yield Change(f"{table}: emptied", run(f"DELETE FROM {table}"), table, kinds=removed)
    yield Change(f"{table}: taken away", run(f"DROP TABLE {table}"), table, kinds=removed)
    yield Change(f"{table}: a column more", run(f"ALTER TABLE {table} ADD COLUMN more TEXT"), table)
    others = [name for name in names if name not in {*KEYS[table], *(name for index in unique for name in index)}]
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


# --- copies and what is found in them ----------------------------------------------------------------------------


def tampered(store: Path, change: Change, path: Path) -> Path:
    """A copy of a store with a change made to it, and the triggers taken off."""
    shutil.copyfile(store, path)
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
