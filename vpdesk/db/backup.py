"""Copies of a store that is a file: made whole beside the others, and put in its place when it is damaged.

The files of its records are copied once, for they never change; one that is lost on either side comes from the other.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from vpdesk.domain.errors import FileNotWritable, NoSuchRecord, Obstacle

KEPT = 7
"""How many copies are kept."""

_NAME = "vpdesk-{at:%Y%m%dT%H%M%SZ}.sqlite3"
_NAMED = "vpdesk-%Y%m%dT%H%M%SZ.sqlite3"
_COPIES = "vpdesk-*.sqlite3"
FILES = "files"
"""The folder of the files of records, beside a store and beside its copies."""
COMPANIONS = ("", "-wal", "-shm", "-journal")
"""The endings of what SQLite writes: the file itself and what stands beside it while it is open."""


def back_up(path: Path, backups: Path, at: datetime) -> Path:
    """Copy a store as it is at this moment, whatever is being written to it, and drop the oldest copies.

    Raises FileNotWritable when the folder will not have it, sqlite3.Error when the store cannot be read.
    """
    with _blaming(backups):
        backups.mkdir(parents=True, exist_ok=True)
        copy = backups / _NAME.format(at=at)
        beside = copy.with_suffix(".partial")
        try:
            _copy(path, beside)
            _sync(beside)
            beside.replace(copy)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(backups)
        for old in _newest_first(backups)[KEPT:]:
            old.unlink(missing_ok=True)
    return copy


def level_files(folder: Path, backups: Path) -> None:
    """Copy the files that lie in one of two places to the other: new ones to the backups, lost ones back.

    What is not what its name says is left where it is. Raises FileNotWritable.
    """
    copies = backups / FILES
    with _blaming(copies):
        here, there = _digests(folder), _digests(copies)
        for digests, source, target in ((here - there, folder, copies), (there - here, copies, folder)):
            for digest in sorted(digests):
                _copy_file(source / digest[:2] / digest, target / digest[:2] / digest)


def _digests(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("??/*") if path.suffix != ".partial"}


def _copy_file(source: Path, target: Path) -> None:
    try:
        with source.open("rb") as file:
            is_whole = hashlib.file_digest(file, "sha256").hexdigest() == source.name
    except FileNotFoundError:
        return  # it was let go of meanwhile
    if is_whole:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_suffix(".partial")
        try:
            shutil.copy2(source, beside)
            _sync(beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(target.parent)


def has_copy_of(backups: Path, day: datetime) -> bool:
    """Whether a copy was made on this day."""
    return any(copy.name.startswith(f"vpdesk-{day:%Y%m%d}T") for copy in _newest_first(backups))


def last_copied_at(backups: Path) -> datetime | None:
    """When the newest copy was made, by its name; None where there is none."""
    for copy in _newest_first(backups):
        with suppress(ValueError):
            return datetime.strptime(copy.name, _NAMED).replace(tzinfo=UTC)
    return None


def newest_backup(backups: Path) -> Path | None:
    """The newest copy that is whole, or None."""
    return next((copy for copy in _newest_first(backups) if _is_whole(copy)), None)


def restore_backup(path: Path, backups: Path, at: datetime) -> Path:
    """Set a damaged store aside and put the newest whole copy in its place; the copy.

    The store must be closed. Raises NoSuchRecord where there is no copy, FileNotWritable when the folder will not
    have it; then the damaged store is where it was.
    """
    copy = newest_backup(backups)
    if copy is None:
        raise NoSuchRecord("backup", str(backups))
    with _blaming(path):
        beside = path.with_name(f"{path.name}.partial")
        try:
            shutil.copyfile(copy, beside)
            _sync(beside)
            aside = path.with_name(f"{path.stem}-damaged-{at:%Y%m%dT%H%M%SZ}{path.suffix}")
            for companion in COMPANIONS:
                with suppress(FileNotFoundError):
                    path.with_name(path.name + companion).replace(aside.with_name(aside.name + companion))
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(path.parent)
    level_files(path.parent / FILES, backups)
    return copy


def _newest_first(backups: Path) -> list[Path]:
    return sorted(backups.glob(_COPIES), reverse=True)


def _copy(path: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        # One file, without companions that could be left behind.
        copy.execute("PRAGMA journal_mode = DELETE")


def _is_whole(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Have the folder's entries on the disk too; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileNotWritable(path, Obstacle.of(error), error.strerror or "") from None
