"""What can be wrong with a store: said as what it is, and nothing of it overwritten."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from support.accounts import an_open_folder, an_ordinary_account
from support.builders import a_dispatch
from support.papers_out import TEXT
from support.postgres import Cluster

from bench.signed_off import an_office, put_signed_off
from vpdesk.db.engine import PASSWORD
from vpdesk.db.store import open_store
from vpdesk.domain.drafts import Draft, DraftQuery
from vpdesk.domain.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseTooNew,
    DatabaseUnavailable,
    FileNotWritable,
    NoSuchRecord,
    Obstacle,
    PasswordInAddress,
)
from vpdesk.domain.issuing import Issued, IssueOrder
from vpdesk.paths import Places
from vpdesk.services import drafting, issuing, outgoing
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample, office
from vpdesk.services.store import back_up, restore_backup
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings
from vpdesk.words.wording import explain


@pytest.fixture
def path(file_desk: Desk) -> Path:
    """A closed store with the sample office in it."""
    found_sample(file_desk)
    file_desk.close()
    return file_desk.places.database


def one_draft(desk: Desk) -> Draft:
    """A draft at a desk."""
    with desk.store.reading() as work:
        body = work.organisation.bodies()[0].id
    return drafting.begin(desk, a_dispatch(), body).draft


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, byte for byte."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- of a newer program -------------------------------------------------------------------------------------------


def test_the_store_of_a_newer_program_is_refused(address: str) -> None:
    store = open_store(address)
    with store.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()

    with pytest.raises(DatabaseTooNew) as caught:
        open_store(address)

    assert caught.value.revision == "9999"


def test_the_file_of_a_newer_program_is_left_as_it_is(file_desk: Desk, path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
        # As another program might have left it.
        database.execute("PRAGMA journal_mode = DELETE")
    before = files(path.parent)

    with pytest.raises(DatabaseTooNew):
        office(file_desk)

    assert files(path.parent) == before


# --- damaged ------------------------------------------------------------------------------------------------------


def truncate(path: Path) -> None:
    """Lose the end of a file."""
    path.write_bytes(path.read_bytes()[:20_000])


def spoil_head(path: Path) -> None:
    """Write over the beginning of a file."""
    path.write_bytes(b"\x5a" * 200 + path.read_bytes()[200:])


def spoil_middle(path: Path) -> None:
    """Write over everything behind the first page of a file."""
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))


def replace_by_words(path: Path) -> None:
    """Put something else in the place of a file."""
    path.write_text("Kính gửi: các chi bộ\n" * 500, encoding="utf-8")


def empty(path: Path) -> None:
    """Lose everything."""
    path.write_bytes(b"")


def replace_by_another(path: Path) -> None:
    """Put the database of some other program in the place of a file."""
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE songs (title TEXT)")


DAMAGE = [truncate, spoil_head, spoil_middle, replace_by_words, empty, replace_by_another]


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_a_damaged_store_is_told_with_its_newest_backup_and_left_as_it_is(
    file_desk: Desk, path: Path, damage: Callable[[Path], None]
) -> None:
    copy = back_up(file_desk)
    file_desk.close()
    damage(path)
    before = files(path.parent)

    with pytest.raises(DatabaseDamaged) as caught:
        office(file_desk)

    assert (caught.value.place, caught.value.backup) == (str(path), copy)
    assert str(copy) in str(explain(caught.value))
    assert files(path.parent) == before


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_the_newest_whole_backup_can_be_put_in_its_place(
    file_desk: Desk, path: Path, damage: Callable[[Path], None]
) -> None:
    draft = one_draft(file_desk)
    copy = back_up(file_desk)
    file_desk.close()
    damage(path)
    damaged = path.read_bytes()
    # A later copy that did not come out whole is passed over.
    (file_desk.places.backups / "vpdesk-99991231T000000Z.sqlite3").write_bytes(b"half")

    assert restore_backup(file_desk) == copy
    assert drafting.open_draft(file_desk, draft.id).draft == draft
    aside = [one for one in path.parent.glob("vpdesk-damaged-*.sqlite3") if one.read_bytes() == damaged]
    assert len(aside) == 1


def test_a_store_that_is_damaged_while_it_is_open_is_told(file_desk: Desk, path: Path) -> None:
    assert office(file_desk)
    spoil_middle(path)

    # SQLite lets go of the pages it remembers when another connection has written.
    file_desk.store.database.engine.dispose()
    with pytest.raises(DatabaseDamaged):
        office(file_desk)


def test_letters_that_are_none_are_damage(file_desk: Desk, path: Path) -> None:
    one_draft(file_desk)
    with file_desk.store.database.writing() as connection:
        connection.execute(text("UPDATE dispatch SET subject = CAST(x'ff' AS TEXT)"))

    with pytest.raises(DatabaseDamaged):
        drafting.drafts(file_desk, DraftQuery())


def test_without_a_backup_a_damaged_store_stays_where_it_is(file_desk: Desk, path: Path) -> None:
    spoil_head(path)
    before = files(path.parent)

    with pytest.raises(DatabaseDamaged) as caught:
        office(file_desk)
    with pytest.raises(NoSuchRecord):
        restore_backup(file_desk)

    assert caught.value.backup is None
    assert files(path.parent) == before


# --- the disk -----------------------------------------------------------------------------------------------------


@contextmanager
def a_desk_of_an_ordinary_account() -> Iterator[Desk]:
    """A desk whose data folder belongs to whoever works there."""
    with an_open_folder() as folder:
        folder.chmod(0o777)
        with an_ordinary_account():
            desk = Desk(Places(folder / "data"), Settings())
            yield desk
            desk.close()


def test_a_folder_that_may_not_be_written_is_told_by_the_file() -> None:
    with a_desk_of_an_ordinary_account() as desk:
        found_sample(desk)
        desk.close()
        desk.places.data.chmod(0o555)
        with pytest.raises(FileNotWritable) as caught:
            found_sample(desk)
        desk.places.data.chmod(0o755)

        assert (caught.value.path, caught.value.obstacle) == (desk.places.database, Obstacle.NO_PERMISSION)
        assert office(desk)


def test_a_file_that_may_not_be_written_is_told() -> None:
    with a_desk_of_an_ordinary_account() as desk:
        found_sample(desk)
        desk.close()
        desk.places.database.chmod(0o444)
        with pytest.raises(FileNotWritable) as caught:
            one_draft(desk)
        desk.places.database.chmod(0o644)
        desk.close()

        assert (caught.value.path, caught.value.obstacle) == (desk.places.database, Obstacle.NO_PERMISSION)
        assert one_draft(desk).version == 1


def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    with pytest.raises(FileNotWritable):
        office(Desk(Places(tmp_path / "data"), Settings()))


def test_a_store_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "vpdesk.sqlite3").mkdir()

    with pytest.raises(FileNotWritable) as caught:
        office(Desk(Places(tmp_path), Settings()))

    assert caught.value.obstacle is Obstacle.IS_FOLDER


@contextmanager
def a_small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own with little room; the test is left out where none can be made."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("no disk can be made here: that takes root's rights")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told_and_what_was_kept_before_is_there(tmp_path: Path) -> None:
    with a_small_disk(tmp_path / "disk", "1m") as disk:
        desk = Desk(Places(disk), Settings())
        found_sample(desk)
        draft = one_draft(desk)
        fill = disk / "others"
        fill.write_bytes(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - 4096))
        texts = [draft.dispatch]

        def type_on() -> None:
            while True:
                texts.append(replace(draft.dispatch, subject_summary=f"Lần {len(texts)}", contact_line="x" * 3000))
                drafting.keep(desk, draft.id, texts[-1])

        with pytest.raises(FileNotWritable) as caught:
            type_on()
        kept = texts[-2]

        assert caught.value.obstacle is Obstacle.DISK_FULL
        assert drafting.open_draft(desk, draft.id).dispatch == kept
        fill.unlink()
        drafting.keep(desk, draft.id, replace(kept, subject_summary="Có chỗ lại"))
        assert drafting.open_draft(desk, draft.id).dispatch.subject_summary == "Có chỗ lại"
        desk.close()


def registers(desk: Desk) -> tuple[object, ...]:
    """All rows of numbers and all their lines."""
    with desk.store.reading() as work:
        rows = work.numbers.all_series()
        return rows, tuple(work.numbers.lines(row.id) for row in rows)


@pytest.mark.parametrize(("files_lie_elsewhere", "room"), [(False, 2**13), (True, 2**16)], ids=["PDF", "store"])
def test_a_number_that_finds_no_room_is_not_taken(tmp_path: Path, files_lie_elsewhere: bool, room: int) -> None:
    with a_small_disk(tmp_path / "disk", "3m") as disk:
        desk = Desk(Places(disk), Settings())
        if files_lie_elsewhere:  # so that the store is the first that wants more room
            (tmp_path / "files").mkdir()
            (disk / "files").symlink_to(tmp_path / "files")
        dispatches = iter(put_signed_off(desk, an_office(desk), 60, TEXT))
        kept: list[tuple[object, ...]] = []

        def issue_next() -> Issued:
            (issued,) = issuing.issue(desk, [IssueOrder(next(dispatches), 1, desk.today())])
            kept.append(registers(desk))
            return issued

        def issue_on() -> None:
            while True:
                issue_next()

        issue_next()
        fill = disk / "others"
        fill.write_bytes(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - room))
        with pytest.raises(FileNotWritable) as caught:
            issue_on()

        assert caught.value.path == (desk.places.database if files_lie_elsewhere else disk / "files")
        assert caught.value.obstacle is Obstacle.DISK_FULL
        assert registers(desk) == kept[-1]
        fill.unlink()
        after = issue_next()
        assert after.line.number == len(kept)
        assert outgoing.issued_pdf(desk, after.line.id).startswith(b"%PDF-")
        assert verify_store(desk).fault is None
        desk.close()


def test_a_store_that_may_grow_no_more_says_that_the_disk_is_full(file_desk: Desk, path: Path) -> None:
    draft = one_draft(file_desk)

    def grow() -> None:
        with file_desk.store.database.writing() as connection:
            connection.execute(text("PRAGMA max_page_count = 1"))
            connection.execute(text("UPDATE dispatch SET text = :text"), {"text": "x" * 1_000_000})

    with pytest.raises(FileNotWritable) as caught:
        grow()

    assert caught.value.obstacle is Obstacle.DISK_FULL
    assert drafting.open_draft(file_desk, draft.id).draft == draft


def test_a_backup_that_finds_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    with a_small_disk(tmp_path / "disk", "900k") as disk:
        desk = Desk(Places(disk), Settings())
        found_sample(desk)
        with pytest.raises(FileNotWritable):
            back_up(desk)

        assert files(desk.places.backups) == {}
        assert office(desk)
        desk.close()


# --- two programs -------------------------------------------------------------------------------------------------


def test_a_store_that_another_program_does_not_let_go_of_is_told(file_desk: Desk, path: Path) -> None:
    store = open_store(path, patience=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy), store.writing():
            pass
        with store.reading() as work:
            assert work.organisation.is_sample
        other.execute("ROLLBACK")
    with store.writing() as work:
        assert work.organisation.is_sample
    store.close()


def test_a_writer_that_waits_leaves_the_patience_of_readers_as_it_is(path: Path) -> None:
    store = open_store(path, patience=0.05)

    def patience() -> int:
        with store.database.reading() as connection:
            return int(connection.execute(text("PRAGMA busy_timeout")).scalar_one())

    with store.writing():
        pass
    after_writing = patience()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy), store.writing():
            pass
    assert (after_writing, patience()) == (50, 50)
    store.close()


def test_a_writer_gets_its_turn_as_soon_as_the_other_is_through(path: Path) -> None:
    store = open_store(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.1, lambda: other.execute("ROLLBACK"))
    timer.start()
    with store.writing() as work:
        assert work.organisation.is_sample
    timer.join()
    other.close()
    store.close()


def test_a_server_that_another_desk_does_not_let_go_of_is_told(cluster: Cluster) -> None:
    address = cluster.new_database()
    one, other = open_store(address), open_store(address, patience=0.05)
    with one.writing(), pytest.raises(DatabaseBusy), other.writing():
        pass
    with one.writing(), other.reading() as work:
        assert work.organisation.is_sample is None
    one.close()
    other.close()


# --- servers and addresses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["postgresql://an:matkhau@may-chu/vanphong", "postgresql://may-chu/vanphong?password=matkhau"]
)
def test_a_password_in_an_address_is_refused_and_not_repeated(tmp_path: Path, address: str) -> None:
    with pytest.raises(PasswordInAddress) as caught:
        office(Desk(Places(tmp_path), Settings(database=address)))

    assert "matkhau" not in f"{caught.value!r} {explain(caught.value)}"


@pytest.mark.parametrize(
    "address", ["postgresql://?host=/nowhere", "postgresql://127.0.0.1:1/vanphong", "mysql://may-chu/x", "vanphong"]
)
def test_a_server_that_cannot_be_reached_is_told(tmp_path: Path, address: str) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        office(Desk(Places(tmp_path), Settings(database=address)))

    assert explain(caught.value).remedy


def test_a_database_that_is_not_there_is_told(cluster: Cluster) -> None:
    address = cluster.new_database().replace("/office", "/nothing")

    with pytest.raises(DatabaseUnavailable, match="nothing"):
        open_store(address)


def test_a_password_comes_from_the_environment(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests' server asks for none; that it is handed over is seen where the connection is made.
    monkeypatch.setenv(PASSWORD, "matkhau")
    store = open_store(cluster.new_database())
    with store.database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        assert driver.info.password == "matkhau"
    assert "matkhau" not in repr(store)
    store.close()


_TERMINATE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name = 'vpdesk' AND pid <> pg_backend_pid()
"""


def test_a_connection_that_was_lost_is_made_again(cluster: Cluster) -> None:
    store = open_store(cluster.new_database())
    killer = open_store(cluster.new_database())

    def lose_it() -> None:
        with store.reading() as work:
            with killer.database.engine.connect() as connection:
                connection.execute(text(_TERMINATE))
            assert work.organisation.is_sample is None

    with pytest.raises(DatabaseUnavailable):
        lose_it()
    with store.reading() as work:
        assert work.organisation.is_sample is None
    store.close()
    killer.close()


def test_a_fault_of_ours_is_not_told_as_trouble(address: str) -> None:
    store = open_store(address)
    with pytest.raises(DBAPIError), store.database.reading() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))
    store.close()


def test_moments_on_a_server_are_the_servers(cluster: Cluster) -> None:
    store = open_store(cluster.new_database())
    with store.reading() as work, store.database.reading() as connection:
        theirs = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        assert abs((work.now - theirs).total_seconds()) < 60
        assert work.now.utcoffset() is not None
    store.close()
