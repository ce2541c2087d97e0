"""Copies of a store: whole, in good time, and only the newest kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from vpdesk.db import backup, migrations
from vpdesk.db.files import keep_bytes, read_file
from vpdesk.db.store import open_store
from vpdesk.domain.errors import FileNotWritable, NoSuchRecord
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample, office
from vpdesk.services.store import back_up, restore_backup


def test_a_copy_of_an_open_store_is_a_whole_store(file_desk: Desk) -> None:
    founded = found_sample(file_desk)
    with file_desk.store.writing() as work:
        # What is being written is not in it.
        work.organisation.put_setting("office", "key", "value")
        work.tell(None, "choose", "setting", None)
        copy = back_up(file_desk)
    assert copy is not None
    store = open_store(copy)
    with store.reading() as work:
        assert work.organisation.bodies() == founded.bodies
        assert work.organisation.setting("office", "key") is None
    store.close()


def test_the_files_of_its_records_are_copied_once_and_put_back_where_they_are_lost(file_desk: Desk) -> None:
    found_sample(file_desk)
    files, copies = file_desk.places.data / "files", file_desk.places.backups / "files"
    kept, spoilt = (keep_bytes(file_desk.store.files, content).digest for content in (b"a scan", b"another"))
    back_up(file_desk)
    copied = copies / kept[:2] / kept
    before = copied.stat()
    (files / kept[:2] / kept).unlink()
    (files / spoilt[:2] / spoilt).unlink()
    (copies / spoilt[:2] / spoilt).write_bytes(b"no longer what it was")
    back_up(file_desk)

    assert read_file(file_desk.store.files, kept) == b"a scan"
    assert not file_desk.store.files.has(spoilt)
    assert (copied.stat().st_ino, copied.stat().st_mtime) == (before.st_ino, before.st_mtime)


def test_a_file_that_is_let_go_of_is_let_go_of_in_the_copies_too(file_desk: Desk) -> None:
    found_sample(file_desk)
    kept = keep_bytes(file_desk.store.files, b"a secret").digest
    back_up(file_desk)
    file_desk.store.files.drop(kept)
    back_up(file_desk)

    assert list(file_desk.places.data.rglob(kept)) == []


def test_a_restored_store_has_its_files(file_desk: Desk) -> None:
    found_sample(file_desk)
    kept = keep_bytes(file_desk.store.files, b"a scan").digest
    back_up(file_desk)
    file_desk.close()
    shutil.rmtree(file_desk.places.data / "files")
    restore_backup(file_desk)

    assert read_file(file_desk.store.files, kept) == b"a scan"


def test_one_copy_a_day_is_made_where_that_is_asked(file_desk: Desk) -> None:
    assert back_up(file_desk, once_a_day=True)
    assert back_up(file_desk, once_a_day=True) is None
    assert back_up(file_desk)


def test_only_the_newest_copies_are_kept(file_desk: Desk) -> None:
    found_sample(file_desk)
    backups, start = file_desk.places.backups, datetime(2024, 12, 24, tzinfo=UTC)
    days = [start + timedelta(days=day) for day in range(backup.KEPT + 3)]
    copies = [backup.back_up(file_desk.places.database, backups, day) for day in days]

    assert sorted(backups.iterdir()) == copies[-backup.KEPT :]


def test_a_folder_that_cannot_be_made_is_told(file_desk: Desk) -> None:
    found_sample(file_desk)
    file_desk.places.backups.touch()

    with pytest.raises(FileNotWritable) as caught:
        back_up(file_desk)

    assert caught.value.path == file_desk.places.backups


def test_a_server_is_backed_up_by_its_own_means(store_desk: Desk, engine: str) -> None:
    assert (back_up(store_desk) is None) == (engine == "postgresql")
    if engine == "postgresql":
        with pytest.raises(NoSuchRecord):
            restore_backup(store_desk)


@pytest.fixture
def old_store(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that the program takes for that of an earlier one."""
    found_sample(file_desk)
    file_desk.close()
    path = file_desk.places.database
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
        database.commit()
    monkeypatch.setattr(migrations, "SCHEMAS", ("0000", *migrations.SCHEMAS))
    return path


def test_a_store_is_copied_before_it_is_brought_up_to_date(
    file_desk: Desk, old_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(connection: object) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))  # type: ignore[attr-defined]

    monkeypatch.setattr(migrations, "upgrade", step)
    with file_desk.store.reading() as work:
        assert work.organisation.is_sample
    (copy,) = file_desk.places.backups.iterdir()
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)


def test_a_store_whose_step_failed_is_as_it_was(
    file_desk: Desk, old_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(Exception):
        """The power went."""

    def step(connection: object) -> None:
        connection.execute(text("DROP TABLE mention"))  # type: ignore[attr-defined]
        raise Cut

    monkeypatch.setattr(migrations, "upgrade", step)
    with pytest.raises(Cut):
        office(file_desk)
    with closing(sqlite3.connect(old_store)) as database:
        assert database.execute("SELECT count(*) FROM mention").fetchone() == (0,)
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
