"""What somebody does to a store who knows how it is made: he writes the whole history anew, as the program would."""
# ruff: noqa: S608 -- the names of tables and columns are ours

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from support.tampering import (
    KEYS,
    TABLES,
    Change,
    Hand,
    changed_cells,
    changed_lines,
    changed_rows,
    columns,
    other_value,
)
from tools import verify_history
from vpdesk.domain.history import START, canonical, digest
from vpdesk.domain.verification import FaultKind


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


def blaming(place: int) -> Hand:
    """A line names another officer, all chained anew."""
    return lambda database: chained_anew(database, lambda told: told[place].update(officer=None))


def all_changes(store: Path) -> list[Change]:
    """Every change of every kind, the same each time."""
    chance = random.Random(20241224)
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as database:
        lines = database.execute("SELECT number, line, digest FROM history ORDER BY number").fetchall()
        found = [change for table in TABLES for change in changed_cells(database, table, chance)]
        found += [change for table in TABLES for change in changed_rows(database, table, chance)]
    found += changed_lines(lines, chance)
    found += rewritten(len(lines), chance)
    found += [change for table in TABLES if table != "issuing_body" for change in forged(2, chance, table)]
    return found
