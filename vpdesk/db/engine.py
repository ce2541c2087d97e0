"""A database by its address, and what its engines say of trouble in the words of the desk."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from vpdesk.db.backup import COMPANIONS, newest_backup
from vpdesk.db.turns import in_turn
from vpdesk.domain.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseUnavailable,
    DeskError,
    FileNotReadable,
    FileNotWritable,
    Obstacle,
    PasswordInAddress,
)

PATIENCE = 10.0
"""Seconds that an act waits for another program's."""

PASSWORD = "VPDESK_DATABASE_PASSWORD"
"""The variable of the environment that may hold the password of a server; its own file of passwords does too."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database: a file of SQLite's at `path`, with its copies in `backups`, or one of a PostgreSQL server."""

    engine: Engine
    place: str
    path: Path | None = None
    backups: Path | None = None
    patience: float = PATIENCE

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment and changes nothing."""
        with self.trouble(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, has_turn: bool = False) -> Iterator[Connection]:
        """A transaction that no other program writes beside; nothing of it is kept when it is left by an error.

        `has_turn` where it is begun inside a `turn`.
        """
        with self.trouble(), self.engine.execution_options(writes=True, has_turn=has_turn).begin() as connection:
            yield connection

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let nobody else begin to write to a file in the meantime; readers go on. On a server it keeps nobody out."""
        if self.path is None:
            yield
            return
        with in_turn(self.path, time.monotonic() + self.patience):
            yield

    def damaged(self) -> DatabaseDamaged:
        """What to tell of a database that cannot be read."""
        return DatabaseDamaged(self.place, newest_backup(self.backups) if self.backups else None)

    def close(self) -> None:
        """Let go of the database; SQLite then tidies its file."""
        self.engine.dispose()

    @contextmanager
    def trouble(self) -> Iterator[None]:
        """Tell what the engine has to say as the desk's own errors; a fault of ours is left as it is."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            said = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(said, sqlite3.Error) and self.path is not None:
                expected = _trouble_of_file(said, self, self.path)
            else:
                expected = _trouble_of_server(said, self)
            if expected is None:
                raise
            raise expected from error


def connect(address: str | Path, backups: Path | None = None, patience: float = PATIENCE) -> Database:
    """The database at an address: a file, or a URL of PostgreSQL's or SQLite's. Nothing is opened yet.

    Raises PasswordInAddress for an address that everybody may read with a password in it, DatabaseUnavailable for one
    that leads nowhere.
    """
    if isinstance(address, Path):
        return _file(address, backups, patience)
    try:
        url = make_url(address)
    except ArgumentError:
        # What cannot be understood may hold a password all the same: it is not shown.
        raise DatabaseUnavailable("database", "postgresql://HOST/NAME") from None
    if url.password is not None or "password" in url.query:
        raise PasswordInAddress
    match url.get_backend_name():
        case "sqlite" if url.database:
            return _file(Path(url.database), backups, patience)
        case "postgresql":
            return _server(url, patience)
    raise DatabaseUnavailable(str(url), "postgresql://HOST/NAME")


def connect_to_read(address: str | Path) -> Database:
    """The database at an address, which is changed in nothing, not even made. Raises as `connect`, and FileNotReadable.

    SQLite may set its companions beside a file that had none.
    """
    database = connect(address)
    if database.path is None:
        return database
    if not database.path.exists():
        raise FileNotReadable(database.path, Obstacle.NOT_FOUND)
    url = URL.create("sqlite", database=database.path.absolute().as_uri(), query={"mode": "ro", "uri": "true"})
    return _file(database.path, None, PATIENCE, url)


def _file(path: Path, backups: Path | None, patience: float, url: URL | None = None) -> Database:
    url = url or URL.create("sqlite", database=str(path))
    engine = create_engine(url)

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # Python would begin transactions at moments of its own; ours are begun below.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        _wait_for_others(connection, patience)

    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later would be refused where another has written in between.
        if connection.get_execution_options().get("writes", False):
            own = connection.connection.driver_connection
            assert isinstance(own, sqlite3.Connection)  # noqa: S101 -- no other driver is used for files
            _begin_writing(own, path, patience, has_turn=connection.get_execution_options().get("has_turn", False))
        else:
            connection.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return Database(engine, str(path), path, backups, patience)


def _begin_writing(connection: sqlite3.Connection, path: Path, patience: float, *, has_turn: bool) -> None:
    """Take the lock of all who write, in turn with other programs, until the patience is over.

    SQLite's own waiting is not used for it: that rests the longer the longer it has waited.
    """
    end = time.monotonic() + patience
    _wait_for_others(connection, 0)
    try:
        with contextlib.nullcontext() if has_turn else in_turn(path, end):
            while not _has_begun(connection, is_last_try=time.monotonic() >= end):
                time.sleep(_REST)
    finally:
        _wait_for_others(connection, patience)


def _has_begun(connection: sqlite3.Connection, *, is_last_try: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if is_last_try or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _wait_for_others(connection: sqlite3.Connection, seconds: float) -> None:
    """Let SQLite itself wait so long for what another program holds."""
    connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


_REST = 0.0002
"""Seconds between two tries to write, of the one whose turn it is."""


def _server(url: URL, patience: float) -> Database:
    place = str(url)
    options: dict[str, Any] = {
        "connect_timeout": max(2, round(patience)),
        # A desk that lost its network must not hold the others up for long.
        "options": f"-c lock_timeout={round(patience * 1000)} -c idle_in_transaction_session_timeout=60000"
        " -c timezone=UTC",
        "application_name": "vpdesk",
    }
    if password := os.environ.get(PASSWORD):
        options["password"] = password
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), connect_args=options, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise DatabaseUnavailable(place, str(error)) from None

    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("writes", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    event.listen(engine, "begin", begin)
    return Database(engine, place, patience=patience)


_LOCK = 0x7670_6465_736B
"""What every act that writes holds on a server, as SQLite's lock is held on a file: `vpdesk` in figures."""


def _trouble_of_file(error: sqlite3.Error, database: Database, path: Path) -> DeskError | None:
    """What an error of SQLite's means; None for a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlite3.OperationalError):
        # A letter that is no UTF-8 has no code of its own.
        return database.damaged()
    match (code or 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy(database.place)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return database.damaged()
        case sqlite3.SQLITE_FULL:
            return FileNotWritable(path, Obstacle.DISK_FULL, str(error))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PERM:
            return FileNotWritable(path, obstacle_at(path), str(error))
        case _:
            return None


def _trouble_of_server(error: BaseException | None, database: Database) -> DeskError | None:
    """What an error of PostgreSQL's means; None for a fault of ours."""
    state = getattr(error, "sqlstate", None) or ""
    said = str(error).strip().partition("\n")[0]
    match state[:2]:
        case "40" | "55" | "57" if state in _BUSY:
            return DatabaseBusy(database.place)
        case "XX" if state in _DAMAGED:
            return database.damaged()
        case "08" | "25" | "28" | "3D" | "53" | "57" | "58":
            return DatabaseUnavailable(database.place, said)
        case "42" if state == "42501":  # a right is missing
            return DatabaseUnavailable(database.place, said)
        case "" if type(error).__name__ in ("OperationalError", "ConnectionTimeout", "InterfaceError"):
            return DatabaseUnavailable(database.place, said)
        case _:
            return None


_BUSY = frozenset({"40001", "40P01", "55P03", "57014"})
"""Serialization failure, deadlock, a lock not to be had, a statement called off."""
_DAMAGED = frozenset({"XX001", "XX002"})
"""Damaged data, a damaged index."""


def obstacle_at(path: Path) -> Obstacle:
    """Why a file beside others cannot be written, found out by trying."""
    if path.is_dir():
        return Obstacle.IS_FOLDER
    try:
        with tempfile.TemporaryFile(dir=path.parent) as trial:
            trial.write(bytes(_TRIAL))
            trial.flush()
            os.fsync(trial.fileno())
    except OSError as error:
        return Obstacle.of(error)
    return Obstacle.OTHER if may_be_written(path) else Obstacle.NO_PERMISSION


def may_be_written(path: Path) -> bool:
    """Whether this account may write a file and its companions, where they are there.

    The system is asked: to open the file and close it again would let go of the locks that SQLite holds on it.
    """
    files = [path.with_name(path.name + companion) for companion in COMPANIONS]
    by_account = os.access in os.supports_effective_ids
    return all(os.access(file, os.W_OK, effective_ids=by_account) for file in files if file.exists())


_TRIAL = 2**16
