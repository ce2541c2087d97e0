"""The store: opened, brought up to date, and worked with in units that are kept whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, event, func, inspect, select, text
from sqlalchemy.orm import Session

from vpdesk.db import backup, migrations
from vpdesk.db.arrival_lists import ArrivalLists
from vpdesk.db.arrival_reports import ArrivalReports
from vpdesk.db.books import Books
from vpdesk.db.case_files import CaseFiles
from vpdesk.db.case_records import CaseRecords
from vpdesk.db.desk_queries import DeskLists
from vpdesk.db.engine import PATIENCE, Database, connect, may_be_written, obstacle_at
from vpdesk.db.files import Files, files_of
from vpdesk.db.handlings import Handlings
from vpdesk.db.hits import Findings
from vpdesk.db.imports import Imports
from vpdesk.db.network import is_on_network
from vpdesk.db.open_work import OpenWork
from vpdesk.db.outgoing_queries import OutgoingLists
from vpdesk.db.outgoing_reports import OutgoingReports
from vpdesk.db.queries import Lists
from vpdesk.db.register_queries import Registers
from vpdesk.db.registers import Arrivals, Attachments, Calendar, FileCopies, Numbers, SavedViews
from vpdesk.db.repositories import (
    Credentials,
    Drafts,
    History,
    Organisation,
    SignOffs,
    Templates,
    Versions,
    WorkingCopies,
)
from vpdesk.db.sealing import changed_records, seal_everything
from vpdesk.db.search import Finding
from vpdesk.db.tables import Moment
from vpdesk.domain.errors import DatabaseDamaged, DatabaseTooNew, FileNotWritable, Obstacle, StoreOnNetwork
from vpdesk.domain.history import Entry, Fact, is_set_back

Clock = Callable[[], datetime]


_KNOWN = "known"


def _remember(session: Session, row: object) -> None:
    """Let an act read a record once: its session by itself would forget what nobody holds in his hands."""
    session.info.setdefault(_KNOWN, []).append(row)


event.listen(Session, "loaded_as_persistent", _remember)
event.listen(Session, "pending_to_persistent", _remember)


class UnitOfWork:
    """What one act reads and writes, all at one moment."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.now = now
        self._session = session
        self._told: list[Entry] = []
        self.drafts = Drafts(session)
        self.working_copies = WorkingCopies(session)
        self.versions = Versions(session)
        self.sign_offs = SignOffs(session)
        self.templates = Templates(session)
        self.organisation = Organisation(session)
        self.credentials = Credentials(session)
        self.history = History(session)
        self.lists = Lists(session)
        self.numbers = Numbers(session)
        self.outgoing_lists = OutgoingLists(session)
        self.arrivals = Arrivals(session)
        self.file_copies = FileCopies(session)
        self.arrival_lists = ArrivalLists(session)
        self.handlings = Handlings(session)
        self.open_work = OpenWork(session)
        self.case_files = CaseFiles(session)
        self.case_records = CaseRecords(session)
        self.attachments = Attachments(session)
        self.calendar = Calendar(session)
        self.finding = Finding(session)
        self.registers = Registers(session)
        self.books = Books(session)
        self.arrival_reports = ArrivalReports(session)
        self.outgoing_reports = OutgoingReports(session)
        self.findings = Findings(session)
        self.views = SavedViews(session)
        self.imports = Imports(session)
        self.desks = DeskLists(session)

    def tell(
        self, officer: UUID | None, act: str, kind: str, record: UUID | None, after: str | None = None, **facts: Fact
    ) -> None:
        """Tell the history of an act; its line is written when the unit of work is left."""
        self._told.append(Entry(self.now, officer, act, kind, record, after, facts))

    def settle(self) -> None:
        """Write what was changed so far, and the lines of it, and let it go: a part of an act that has very many.

        The unit of work is kept whole or not at all as before.
        """
        self.finish()
        self._told.clear()
        self._session.expunge_all()

    def finish(self) -> None:
        """Write what was changed, and the lines of it."""
        records = changed_records(self._session)
        if self._told:
            self.history.append([*self._of_the_clock(), *self._told], records)
        elif records:
            raise AssertionError(f"the history was not told of {', '.join(records)}")

    def _of_the_clock(self) -> list[Entry]:
        """What the program tells by itself where the clock was set back since the last line."""
        last = self.history.last_moment()
        if not is_set_back(self.now, last):
            return []
        return [Entry(self.now, None, "clock_set_back", "clock", None, None, {"last": last, "now": self.now})]


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. Without a clock of its own it goes by the machine's, on a server by the server's."""

    database: Database
    clock: Clock | None = None

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A unit of work that changes nothing."""
        with self.database.reading() as connection, Session(connection) as session:
            yield UnitOfWork(session, self.now(connection))

    @contextmanager
    def writing(self, *, has_turn: bool = False) -> Iterator[UnitOfWork]:
        """A unit of work that is on the disk when it has been left, or leaves no trace where it failed.

        `has_turn` where it is begun inside a `turn` of the database.
        """
        with self.database.writing(has_turn=has_turn) as connection, Session(connection) as session:
            work = UnitOfWork(session, self.now(connection))
            yield work
            work.finish()

    @property
    def files(self) -> Files:
        """Where the bytes of its files lie."""
        return files_of(self.database)

    def back_up(self, *, once_a_day: bool = False) -> Path | None:
        """Copy the store as it is now, and its files, into the folder of its backups; the copy.

        It may be asked beside the store's own worker. None where the server's own backups do that, or where the one
        copy of the day is made.
        """
        backups = self.database.backups
        if once_a_day and backups and backup.has_copy_of(backups, _machine_clock()):
            return None
        with self.database.trouble():
            return _back_up(self.database)

    def backed_up_at(self) -> datetime | None:
        """When its newest copy was made; None where there is none, or where the server's own backups do that."""
        backups = self.database.backups if self.is_file else None
        return backup.last_copied_at(backups) if backups else None

    @property
    def is_file(self) -> bool:
        """Whether it is a file that the program copies; a server has backups of its own."""
        return self.database.path is not None

    def close(self) -> None:
        """Let go of the store."""
        self.database.close()

    def now(self, connection: Connection) -> datetime:
        """This moment, by the store's clock."""
        if self.clock is None and self.database.path is None:
            return connection.execute(select(func.clock_timestamp(type_=Moment))).scalar_one()
        return (self.clock or _machine_clock)()


def open_store(
    address: str | Path, backups: Path | None = None, clock: Clock | None = None, patience: float = PATIENCE
) -> Store:
    """Open a store, made where there is none yet and brought up to date where an earlier program made it.

    A copy of it lies in `backups` before it is changed. Raises PasswordInAddress, DatabaseTooNew for the store of a
    later program, DatabaseDamaged for one that cannot be read, DatabaseBusy for one that another program does not let
    go of, StoreOnNetwork, FileNotWritable and DatabaseUnavailable for one that cannot be had; none of these is touched.
    """
    database = connect(address, backups, patience)
    try:
        if database.path is not None:
            _look_at(database.path, backups)
        _bring_up_to_date(database, clock)
    except BaseException:
        database.close()
        raise
    return Store(database, clock)


def restore_backup(path: Path, backups: Path) -> Path:
    """Set a damaged store aside and put its newest whole copy in its place; the copy. Raises as `backup` does."""
    return backup.restore_backup(path, backups, _machine_clock())


def _look_at(path: Path, backups: Path | None) -> None:
    """Refuse a file before SQLite opens it, which would leave companions that nobody may write either.

    A file of no length is what a failing disk leaves: nothing new is begun in it while there are copies.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_empty = path.exists() and path.stat().st_size == 0
    except OSError as error:
        raise FileNotWritable(path, Obstacle.of(error), error.strerror or "") from None
    if is_on_network(path):
        raise StoreOnNetwork(str(path))
    if path.is_dir() or not may_be_written(path):
        raise FileNotWritable(path, obstacle_at(path))
    if is_empty and backups is not None and (copy := backup.newest_backup(backups)):
        raise DatabaseDamaged(str(path), copy)


def _bring_up_to_date(database: Database, clock: Clock | None) -> None:
    with database.reading() as connection:
        found = schema_of(connection, database)
    if found not in (None, *migrations.SCHEMAS):
        raise DatabaseTooNew(database.place, str(found))
    if database.path is not None:
        _keep_a_log(database)
    if found == migrations.CURRENT:
        return
    if found is not None:
        with database.trouble():
            _back_up(database)
    with database.writing() as connection:
        # Another program may have come first.
        if (found := schema_of(connection, database)) == migrations.CURRENT:
            return
        migrations.upgrade(connection)
        if found in migrations.UNSEALED:
            _seal(connection, Store(database, clock))
        if found in migrations.UNFINDABLE:
            with Session(connection) as session:
                # They have no registers, whose types would have no names here.
                Finding(session).rebuild(lambda code: code or "")


def schema_of(connection: Connection, database: Database) -> str | None:
    """The schema of a store; None for a new one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables and database.path is not None:
            raise database.damaged()
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _seal(connection: Connection, store: Store) -> None:
    """Let the history answer for records of which no line speaks yet."""
    with Session(connection) as session:
        work = UnitOfWork(session, store.now(connection))
        work.history.index()
        work.history.append([Entry(work.now, None, "seal", "store", None, None)], seal_everything(connection))


def _keep_a_log(database: Database) -> None:
    """Let readers and a writer go beside each other (WAL); where the disk bears no such log, they take turns."""
    with database.trouble(), contextlib.closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL").close()


def _back_up(database: Database) -> Path | None:
    if database.path is None or database.backups is None:
        return None
    copy = backup.back_up(database.path, database.backups, _machine_clock())
    backup.level_files(database.path.parent / backup.FILES, database.backups)
    return copy


def _machine_clock() -> datetime:
    return datetime.now(UTC)
