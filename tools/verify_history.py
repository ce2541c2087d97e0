"""Check a copy of a vpdesk store (SQLite) against its own history, with nothing of vpdesk and nothing installed.

    python verify_history.py vpdesk.sqlite3 [--anchor 1234-0123456789abcdef0123456789abcdef] [--files FOLDER]

Exit code 0: whole. 1: a fault, the first of them named. 2: the file could not be checked. Nothing in it is changed.
Copy `vpdesk.sqlite3-wal` along where it stands beside the store: the newest acts may be in it.

What is checked:

1. Each line of the table `history` is JSON written in one way only (sorted keys, no spaces, composed letters), has the
   next number under `n`, and under `before` the SHA-256 of the line before (64 zeros for the first).
2. The anchor is a line's number and the beginning of its SHA-256, as it was printed: that line has that digest.
3. Lines of form 2 (`v`) say under `records` what each record is from then on: its name, `table:key`, and the SHA-256 of
   its columns as JSON. The last word on every record is compared with the record as it is.
4. With `--files`: each file that the table `attachment` speaks of lies in that folder, under the first two letters of
   its digest, and has that SHA-256.
5. The table `history_index` says what the lines say; no row refers to one that is not there; the triggers stand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

SCHEMAS = ("0001", "0002", "0003", "0004")
"""The forms of the store that this program knows."""

COVERED = {
    "arrival_book": ("id",),
    "arrival_year": ("book_id", "year"),
    "assignee": ("id",),
    "attachment": ("id",),
    "body_version": ("id",),
    "book_page": ("id",),
    "case_file": ("id",),
    "case_handover": ("id",),
    "case_heading": ("id",),
    "case_list": ("year",),
    "case_paper": ("id",),
    "correction": ("id",),
    "credential": ("officer_id",),
    "delivery": ("id",),
    "directive_phrase": ("id",),
    "dispatch": ("id",),
    "dispatch_version": ("dispatch_id", "number"),
    "extension": ("id",),
    "file_copy_use": ("id",),
    "handling": ("arrival_id",),
    "holiday": ("day",),
    "import_batch": ("id",),
    "incoming": ("id",),
    "issuing_body": ("id",),
    "link": ("id",),
    "office": ("id",),
    "officer": ("id",),
    "outgoing": ("id",),
    "recovery_code": ("id",),
    "remark": ("id",),
    "retention_rule": ("id",),
    "saved_view": ("id",),
    "series": ("id",),
    "setting": ("owner", "key"),
    "signatory": ("id",),
    "signature": ("id",),
    "stand_in": ("id",),
    "template": ("id",),
    "term": ("id",),
}
"""The tables whose records the history answers for, and of what the names of the records are made."""

KINDS = {
    "id": "acknowledged_by added_by arrival_id body_id body_version_id book_id case_file_id closed_by directed_by"
    " dispatch_id done_by ended_by entered_by finished_by from_id handover_id heading_id id import_id keeper_id"
    " locked_by officer_id outgoing_id owner_id printed_by record_id removed_by series_id set_down_by signatory_id"
    " stands_in_for submitted_by submitted_to successor_id term_id to_id undone_by",
    "moment": "acknowledged_at added_at assigned_at changed_at closed_at created_at deleted_at directed_at done_at"
    " ended_at entered_at failed_at finished_at founded_at held_until locked_at made_at printed_at removed_at"
    " submitted_at taken_back_at undone_at updated_at used_at",
    "day": "approved_on arrived_on closed_on day document_date due_after due_before due_on finished_on first_day"
    " first_due_on handed_on last_day made_on opened_on received_on retired_on returned_on sent_on used_on",
    "yes or no": "after_lock is_listed is_on_paper is_original is_sample is_worked",
    "number": "block copies covers failures first_sheet last_number list_sheets number opening_number pages"
    " place_in_order rounds sheets size version year",
    "bytes": "salt",
}
"""The columns of each kind, in every table; all others hold text."""

KIND_OF = {column: kind for kind, columns in KINDS.items() for column in columns.split()}

_NEVER = "BEGIN SELECT RAISE(ABORT, 'the history only grows'); END"
GUARDS = (
    f"CREATE TRIGGER history_only_grows_no_update BEFORE UPDATE ON history {_NEVER}",
    f"CREATE TRIGGER history_only_grows_no_delete BEFORE DELETE ON history {_NEVER}",
    (
        "CREATE TRIGGER history_only_grows_no_replace BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history"  # noqa: S608 -- compared, never run
        f" WHERE number = NEW.number) {_NEVER}"
    ),
)
"""What keeps the program itself, and whoever does not know better, from touching a line again."""

SENTENCES = {
    "NOT_CANONICAL": (
        "Line {} of the history is not written as the program writes lines.",
        "Dòng {} của lịch sử không đúng cách ghi của chương trình.",
    ),
    "OUT_OF_ORDER": (
        "At line {} of the history a line was taken out, put in or moved.",
        "Ở dòng {} của lịch sử, có dòng bị bỏ, bị chèn hoặc bị đổi chỗ.",
    ),
    "BROKEN": (
        "Line {} of the history does not follow from the one before; one of the two was changed.",
        "Dòng {} của lịch sử không khớp với dòng trước; một trong hai dòng đã bị sửa.",
    ),
    "LINE_CHANGED": ("Line {} of the history was changed.", "Dòng {} của lịch sử đã bị sửa."),
    "ANCHOR_DIFFERS": (
        "The history up to line {} is not the one whose value was printed: a line in it was changed.",
        "Lịch sử đến dòng {} không khớp với mã kiểm tra đã in: có dòng đã bị sửa.",
    ),
    "CUT_OFF": (
        "The history ends before the printed value; it lacks line {} and what follows.",
        "Lịch sử kết thúc trước mã kiểm tra đã in; thiếu từ dòng {} trở đi.",
    ),
    "RECORD_CHANGED": (
        "The record {} was changed behind the history's back.",
        "Bản ghi {} đã bị sửa mà lịch sử không ghi.",
    ),
    "RECORD_REMOVED": (
        "The record {} was removed behind the history's back.",
        "Bản ghi {} đã bị xóa mà lịch sử không ghi.",
    ),
    "RECORD_INSERTED": (
        "The record {} was put in behind the history's back.",
        "Bản ghi {} được chèn vào mà lịch sử không ghi.",
    ),
    "INDEX_DIFFERS": (
        "The index of the history differs from line {}.",
        "Bảng tra của lịch sử không khớp với dòng {}.",
    ),
    "BROKEN_REFERENCE": (
        "A row of the table {} belongs to a record that is not there.",
        "Một dòng của bảng {} thuộc về bản ghi không có.",
    ),
    "FILE_LOST": (
        "The file of the record {} is gone, or its bytes were changed.",
        "Tệp của bản ghi {} không còn, hoặc nội dung đã bị sửa.",
    ),
    "UNGUARDED": (
        "The triggers that protect the history are missing; its lines are whole.",
        "Thiếu trigger bảo vệ lịch sử; các dòng lịch sử còn nguyên.",
    ),
}


class Fault(NamedTuple):
    """The first fault: its kind, and the line, record or table."""

    kind: str
    where: int | str = ""


class Unreadable(Exception):
    """The file cannot be checked."""


def open_copy(path: Path) -> sqlite3.Connection:
    """Open a copy for reading. Without a log beside it SQLite is told that nobody writes, and leaves no files there."""
    if not path.is_file():
        raise Unreadable(f"there is no file {path}")
    log = path.with_name(f"{path.name}-wal")
    alone = "" if log.exists() and log.stat().st_size else "&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{alone}", uri=True)


def check(
    database: sqlite3.Connection, anchor: tuple[int, str] | None, files: Path | None = None
) -> tuple[int, str, Fault | None]:
    """The number of lines, the digest of the last, and the first fault."""
    if database.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise Unreadable("SQLite finds the file damaged")
    if not has(database, "alembic_version"):
        raise Unreadable("the file is no store of vpdesk")
    (schema,) = database.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    if schema not in SCHEMAS:
        raise Unreadable(f"the store has the form {schema}, which this program does not know")
    history = History(anchor)
    fault = history.read(database)
    if fault is None and (history.covers or history.number == 0):
        fault = compare_records(database, history.records) or history.misled
    fault = fault or broken_reference(database) or lost_file(database, files) or unguarded(database)
    return history.number, history.digest, fault


def lost_file(database: sqlite3.Connection, files: Path | None) -> Fault | None:
    """The first file in the folder that is gone or changed."""
    if files is None:
        return None
    for record, digest, removed in rows(database, "attachment", "id, digest, removed_at"):
        path = files / digest[:2] / digest
        if removed is None and not (path.is_file() and file_digest(path) == digest):
            return Fault("FILE_LOST", f"attachment:{plain('id', record)}")
    return None


def file_digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class History:
    """The lines as they are read, one after the other."""

    def __init__(self, anchor: tuple[int, str] | None) -> None:
        self.anchor = anchor
        self.number = 0
        self.digest = "0" * 64
        self.covers = False  # whether a line has said what records are
        self.records: dict[str, str | None] = {}  # None: it is no more
        self.misled: Fault | None = None  # where the index differs first

    def read(self, database: sqlite3.Connection) -> Fault | None:
        """Read every line; the first fault in them."""
        index = rows(database, "history_index", "number, record_id")
        indexed = next(index, None)
        for number, text, kept in rows(database, "history", "number, line, digest"):
            told = told_by(text)
            if (kind := self.fault_of(number, text, kept, told)) is not None:
                return Fault(kind, self.number + 1)
            self.number, self.digest = number, sha256(text)
            self.covers = self.covers or told["v"] == 2
            self.records.update(told.get("records", {}))
            if self.anchor and self.number == self.anchor[0] and not self.digest.startswith(self.anchor[1]):
                return Fault("ANCHOR_DIFFERS", number)
            speaks_of, found = told["record"], []
            while indexed is not None and isinstance(indexed[0], int) and indexed[0] <= number:
                found.append((indexed[0], plain("record_id", indexed[1])))
                indexed = next(index, None)
            if found != ([(number, speaks_of)] if speaks_of else []):
                self.misled = self.misled or Fault("INDEX_DIFFERS", number)
        if self.anchor and self.number < self.anchor[0]:
            return Fault("CUT_OFF", self.number + 1)
        if indexed is not None:
            self.misled = self.misled or Fault("INDEX_DIFFERS", indexed[0] if isinstance(indexed[0], int) else 0)
        return None

    def fault_of(self, number: object, text: str, kept: object, told: dict[str, Any]) -> str | None:
        """What is wrong with the next line."""
        if not told:
            return "NOT_CANONICAL"
        if number != self.number + 1 or told["n"] != self.number + 1:
            return "OUT_OF_ORDER"
        if told["before"] != self.digest:
            return "BROKEN"
        return "LINE_CHANGED" if kept != sha256(text) else None


KEYS = {"v", "n", "at", "officer", "act", "kind", "record", "after", "facts", "before"}


def told_by(text: object) -> dict[str, Any]:
    """What a line says; nothing where it is not written as the program writes lines."""
    try:
        told = json.loads(text) if isinstance(text, str) else None
        again = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(told, dict) or text != again or not is_plain(told):
        return {}
    version = told.get("v")
    keys = {1: KEYS, 2: KEYS | {"records"}}.get(version) if type(version) is int else None
    records = told.get("records", {})
    said = isinstance(records, dict) and all(made is None or isinstance(made, str) for made in records.values())
    return told if keys == told.keys() and said and is_id(told["record"]) else {}


def is_plain(value: object) -> bool:
    """Whether all letters in a value are composed, and no number in it has a fraction."""
    match value:
        case str():
            return unicodedata.is_normalized("NFC", value)
        case dict():
            return all(is_plain(key) and is_plain(inner) for key, inner in value.items())
        case list():
            return all(map(is_plain, value))
        case _:
            return not isinstance(value, float)


def is_id(value: object) -> bool:
    """Whether a value is the id of a record, or nothing."""
    return value is None or (
        isinstance(value, str) and bool(re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value))
    )


def compare_records(database: sqlite3.Connection, told: dict[str, str | None]) -> Fault | None:
    """The first record that is not as the lines say."""
    missing = {name: made for name, made in told.items() if made is not None}
    for table, key in COVERED.items():
        for row in rows(database, table, "*"):
            values = {column: plain(column, row[column]) for column in row.keys()}  # noqa: SIM118 -- a row of SQLite's
            name = f"{table}:{':'.join(str(values.get(column)) for column in key)}"
            if name not in missing:
                return Fault("RECORD_INSERTED", name)
            made = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            if missing.pop(name) != sha256(made):
                return Fault("RECORD_CHANGED", name)
        if gone := sorted(name for name in missing if name.startswith(f"{table}:")):
            return Fault("RECORD_REMOVED", gone[0])
    return Fault("RECORD_REMOVED", min(missing)) if missing else None


def plain(column: str, value: Any) -> Any:
    """A value of a column as it is digested; what the program would never have written is marked as such."""
    match KIND_OF.get(column, "text"), value:
        case _, None:
            return None
        case "id", str() if re.fullmatch("[0-9a-f]{32}", value):
            return "-".join((value[:8], value[8:12], value[12:16], value[16:20], value[20:]))
        case "moment", str() if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}", value, re.ASCII):
            return f"{value[:10]}T{value[11:]}Z"
        case "day", str() if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return value
        case "yes or no", int() if value in {0, 1}:
            return bool(value)
        case ("number", int()) | ("text", str()):
            return value
        case "bytes", bytes():
            return value.hex()
        case _:
            return {"raw": repr(value)}


def broken_reference(database: sqlite3.Connection) -> Fault | None:
    """A row that refers to one that is not there."""
    found = database.execute("PRAGMA foreign_key_check").fetchone()
    return Fault("BROKEN_REFERENCE", found[0]) if found else None


def unguarded(database: sqlite3.Connection) -> Fault | None:
    """Whether a trigger is missing or another than it was."""
    found = database.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'")
    return None if set(GUARDS) <= {sql for (sql,) in found} else Fault("UNGUARDED")


def has(database: sqlite3.Connection, table: str) -> bool:
    """Whether there is a table of this name."""
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return database.execute(asked, (table,)).fetchone() is not None


def rows(database: sqlite3.Connection, table: str, columns: str) -> Iterator[Any]:
    """Columns of a table, of the history in the order of its numbers; nothing where the table was taken away."""
    if not has(database, table):
        return
    cursor = database.cursor()
    cursor.row_factory = sqlite3.Row
    order = " ORDER BY number" if table.startswith("history") else ""
    yield from cursor.execute(f"SELECT {columns} FROM {table}{order}")  # noqa: S608 -- names of this file


def sha256(text: str) -> str:
    """The digest of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_anchor(text: str) -> tuple[int, str]:
    """A printed value, with or without the spaces and dots between its letters."""
    found = re.fullmatch(r"(\d{1,18})[-\u2010-\u2015]([0-9a-f]{16,64})", re.sub(r"[\s.]+", "", text).lower(), re.ASCII)
    if found is None:
        raise Unreadable(f"{text} is no value of a history")
    return int(found[1]), found[2]


def main(arguments: list[str]) -> int:
    """Check the copy that is named, say what was found, in English and in Vietnamese."""
    parser = argparse.ArgumentParser(description="Check a copy of a vpdesk store against its history.")
    parser.add_argument("file", type=Path, help="a copy of vpdesk.sqlite3")
    parser.add_argument("--anchor", metavar="VALUE", help="the value of the history as it was printed")
    parser.add_argument("--files", type=Path, metavar="FOLDER", help="a copy of the folder of its files")
    asked = parser.parse_args(arguments)
    try:
        anchor = read_anchor(asked.anchor) if asked.anchor is not None else None
        with closing(open_copy(asked.file)) as database:
            number, digest, fault = check(database, anchor, asked.files)
    except (Unreadable, sqlite3.Error) as error:
        print(f"Not checked: {error}.\nChưa kiểm tra được: {error}.", file=sys.stderr)
        return 2
    if fault is not None:
        print(*(sentence.format(fault.where) for sentence in SENTENCES[fault.kind]), sep="\n")
        return 1
    print(f"Whole, with {number} lines of history. / Nguyên vẹn, {number} dòng lịch sử.\n{number}-{digest[:32]}")
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
