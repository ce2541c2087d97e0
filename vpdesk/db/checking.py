"""A store held against its history, read once from end to end and changed in nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Uuid, inspect, select, text

from vpdesk.db import migrations
from vpdesk.db.engine import Database, connect_to_read
from vpdesk.db.files import Files, files_of
from vpdesk.db.register_tables import AttachmentRow
from vpdesk.db.sealing import covered, plain, records
from vpdesk.db.store import schema_of
from vpdesk.db.tables import HistoryIndexRow, HistoryRow
from vpdesk.domain.errors import DatabaseTooNew, FileLost
from vpdesk.domain.verification import (
    Anchor,
    Chain,
    Fault,
    FaultKind,
    Indexed,
    KeptLine,
    Verification,
    compare,
    head_value,
    replay,
)


def check_address(address: str | Path, anchor: Anchor | None, *, files: bool = False) -> Verification:
    """Check a store where it lies, whether the program has it open or not; it need not be up to date.

    `files` are those it speaks of, read to their ends too. Raises FileNotReadable where there is no store, and as
    `open_store`.
    """
    database = connect_to_read(address)
    try:
        with database.reading() as connection:
            found = schema_of(connection, database)
            if found not in migrations.SCHEMAS:
                raise DatabaseTooNew(database.place, str(found))
            return check(connection, database, anchor, files=files)
    finally:
        database.close()


def check(connection: Connection, database: Database, anchor: Anchor | None, *, files: bool = False) -> Verification:
    """Hold a store against its history, and its files against their digests.

    Raises DatabaseDamaged for a store that SQLite finds damaged itself.
    """
    if database.path is not None and connection.execute(text("PRAGMA integrity_check(1)")).scalar() != "ok":
        raise database.damaged()
    chain = Chain(anchor)
    fault = _first_fault(connection, chain) or _broken_reference(connection)
    if files and fault is None:
        fault = _lost_file(connection, files_of(database))
    fault = fault or _unguarded(connection)
    return Verification(chain.number, head_value(chain.number, chain.digest), fault)


def _first_fault(connection: Connection, chain: Chain) -> Fault | None:
    fault = replay(chain, _lines(connection), _index(connection))
    if fault is not None and fault.kind is not FaultKind.INDEX_DIFFERS:
        return fault
    if chain.number and not chain.covers_records:
        # A store of before: there was no index, and no line spoke of what the records are.
        return None
    return compare(chain.records, ((table.name, records(connection, table)) for table in covered())) or fault


def _lines(connection: Connection) -> Iterator[KeptLine]:
    for row in _stream(connection, HistoryRow.__tablename__, "number, line, digest"):
        yield KeptLine(*row)


def _index(connection: Connection) -> Iterator[Indexed]:
    for number, record in _stream(connection, HistoryIndexRow.__tablename__, "number, record_id"):
        yield Indexed(number if isinstance(number, int) else 0, str(plain(Uuid(), record)))


def _stream(connection: Connection, table: str, columns: str) -> Iterator[Sequence[Any]]:
    """Columns of a table in the order of its numbers, as they are; nothing where somebody has taken it away."""
    if inspect(connection).has_table(table):
        asked = text(f"SELECT {columns} FROM {table} ORDER BY number")  # noqa: S608 -- names of ours
        with connection.execute(asked, execution_options={"yield_per": 1000}) as rows:
            yield from rows


def _broken_reference(connection: Connection) -> Fault | None:
    """The first row that belongs to a record which is not there. A server sees to that by itself."""
    if connection.dialect.name != "sqlite":
        return None
    found = connection.execute(text("PRAGMA foreign_key_check")).first()
    return Fault(FaultKind.BROKEN_REFERENCE, record=str(found[0])) if found else None


def _lost_file(connection: Connection, files: Files) -> Fault | None:
    """The first file that is gone or changed, of those that were not removed."""
    table = AttachmentRow.__table__
    if not inspect(connection).has_table(AttachmentRow.__tablename__):
        return None
    asked = select(table.c.id, table.c.digest).where(table.c.removed_at.is_(None)).order_by(table.c.id)
    seen: set[str] = set()
    for record, digest in connection.execute(asked).all():
        if digest in seen:
            continue
        seen.add(digest)
        try:
            for _piece in files.pieces(digest):
                pass
        except FileLost:
            return Fault(FaultKind.FILE_LOST, record=f"{AttachmentRow.__tablename__}:{record}")
    return None


def _unguarded(connection: Connection) -> Fault | None:
    """Whether the triggers stand on the history, each as the migration made it."""
    if connection.dialect.name == "sqlite":
        asked = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'"
        guarded = set(_GUARDS) <= set(connection.scalars(text(asked)))
    else:
        asked = "SELECT tgenabled FROM pg_trigger WHERE tgrelid = 'history'::regclass AND tgname = 'history_only_grows'"
        guarded = connection.scalar(text(asked)) in {"O", "A", b"O", b"A"}
    return None if guarded else Fault(FaultKind.UNGUARDED)


_GUARDS: Final = tuple(
    f"CREATE TRIGGER history_only_grows_no_{guard} ON history {when}"
    "BEGIN SELECT RAISE(ABORT, 'the history only grows'); END"
    for guard, when in (
        ("update BEFORE UPDATE", ""),
        ("delete BEFORE DELETE", ""),
        ("replace BEFORE INSERT", "WHEN EXISTS (SELECT 1 FROM history WHERE number = NEW.number) "),
    )
)
"""The triggers of a file, as SQLite keeps them."""
