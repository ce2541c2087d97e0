"""The bytes of files, by their SHA-256: in a folder beside a SQLite store, in pieces in a server's.

They are written and synced before the row that speaks of them; a file that no row speaks of is an orphan.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from vpdesk.db.backup import FILES
from vpdesk.db.engine import Database
from vpdesk.db.register_tables import FileChunkRow
from vpdesk.domain.errors import FileLost, FileNotWritable, Obstacle

PIECE = 2**20
"""Bytes that are read and kept at once."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept: the digest of its bytes, and how many they are."""

    digest: str
    size: int


class Files(Protocol):
    """Where the bytes of files lie."""

    def keep(self, source: BinaryIO) -> Kept:
        """Keep the bytes of a source; they are on the disk when this comes back. What is there stays as it is."""

    def pieces(self, digest: str) -> Iterator[bytes]:
        """The bytes of a file, piece by piece. Raises FileLost where they are gone or others."""

    def has(self, digest: str) -> bool:
        """Whether there is a file of this digest, without reading it."""

    def kept_before(self, moment: datetime) -> tuple[str, ...]:
        """The files that nobody has kept, or kept again, since a moment."""

    def drop(self, digest: str) -> None:
        """Let go of the bytes of a file."""


def keep_bytes(files: Files, content: bytes) -> Kept:
    """Keep bytes. Raises FileNotWritable."""
    return files.keep(BytesIO(content))


def read_file(files: Files, digest: str) -> bytes:
    """The bytes of a file. Raises FileLost where they are gone or others."""
    return b"".join(files.pieces(digest))


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """Files in a folder, each in a file of its digest's name."""

    folder: Path
    copies: Path | None = None
    """Where the backups have them; what is let go of goes there too."""

    def path(self, digest: str) -> Path:
        """Where a file lies."""
        return self.folder / digest[:2] / digest

    def keep(self, source: BinaryIO) -> Kept:
        """Keep the bytes of a source. Raises FileNotWritable; nothing is left behind then."""
        beside: Path | None = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".new-", dir=self.folder)
            beside = Path(name)
            with os.fdopen(handle, "wb") as out:
                kept = _copied(source, out)
            target = self.path(kept.digest)
            if target.exists():
                # It may be an orphan that is about to be swept.
                os.utime(target)
            else:
                target.parent.mkdir(exist_ok=True)
                beside.replace(target)
                _sync_folder(target.parent)
                _sync_folder(self.folder)
        except OSError as error:
            raise FileNotWritable(self.folder, Obstacle.of(error), error.strerror or "") from None
        finally:
            if beside is not None:
                with contextlib.suppress(OSError):
                    beside.unlink(missing_ok=True)
        return kept

    def pieces(self, digest: str) -> Iterator[bytes]:
        """The bytes of a file. Raises FileLost."""
        seen = hashlib.sha256()
        try:
            with self.path(digest).open("rb") as file:
                while piece := file.read(PIECE):
                    seen.update(piece)
                    yield piece
        except OSError:
            raise FileLost(digest) from None
        if seen.hexdigest() != digest:
            raise FileLost(digest)

    def has(self, digest: str) -> bool:
        """Whether there is a file of this digest."""
        return self.path(digest).is_file()

    def kept_before(self, moment: datetime) -> tuple[str, ...]:
        """The files that lie there since before a moment; what a killed program left half written is taken away."""
        for half in _older(self.folder.glob(".new-*"), moment):
            with contextlib.suppress(OSError):
                half.unlink(missing_ok=True)
        return tuple(sorted(path.name for path in _older(self.folder.glob("??/*"), moment)))

    def drop(self, digest: str) -> None:
        """Let go of the bytes of a file."""
        for folder in filter(None, (self.folder, self.copies)):
            with contextlib.suppress(OSError):
                (folder / digest[:2] / digest).unlink(missing_ok=True)


def _older(paths: Iterable[Path], moment: datetime) -> Iterator[Path]:
    """Those that lie there since before a moment; what cannot be looked at is left alone."""
    for path in paths:
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < moment.timestamp():
                yield path


def _copied(source: BinaryIO, out: BinaryIO) -> Kept:
    seen, size = hashlib.sha256(), 0
    while piece := source.read(PIECE):
        seen.update(piece)
        size += out.write(piece)
    out.flush()
    os.fsync(out.fileno())
    return Kept(seen.hexdigest(), size)


def _sync_folder(folder: Path) -> None:
    """Let a name that was given in a folder be on the disk. Windows does so by itself, and knows no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class ChunkFiles:
    """Files in pieces in the database itself."""

    database: Database

    def keep(self, source: BinaryIO) -> Kept:
        """Keep the bytes of a source, in a transaction of their own."""
        with tempfile.TemporaryFile() as spooled:
            kept = _copied(source, spooled)
            spooled.seek(0)
            if self.has(kept.digest):
                self._keep_again(kept.digest)
            else:
                self._write(kept.digest, spooled)
        return kept

    def _keep_again(self, digest: str) -> None:
        """It may be an orphan that is about to be swept."""
        with self.database.writing() as connection:
            again = update(FileChunkRow).where(FileChunkRow.digest == digest, FileChunkRow.place == 0)
            connection.execute(again.values(kept_at=func.now()))

    def _write(self, digest: str, spooled: BinaryIO) -> None:
        with self.database.writing() as connection:
            place = 0
            while piece := spooled.read(PIECE):
                row = insert(FileChunkRow).values(digest=digest, place=place, content=piece, kept_at=func.now())
                connection.execute(row.on_conflict_do_nothing())
                place += 1
            if place == 0:
                row = insert(FileChunkRow).values(digest=digest, place=0, content=b"", kept_at=func.now())
                connection.execute(row.on_conflict_do_nothing())

    def pieces(self, digest: str) -> Iterator[bytes]:
        """The bytes of a file. Raises FileLost."""
        seen = hashlib.sha256()
        with self.database.reading() as connection:
            asked = select(FileChunkRow.content).where(FileChunkRow.digest == digest).order_by(FileChunkRow.place)
            for piece in connection.execute(asked, execution_options={"yield_per": 4}).scalars():
                seen.update(piece)
                yield piece
        if seen.hexdigest() != digest:
            raise FileLost(digest)

    def has(self, digest: str) -> bool:
        """Whether there is a file of this digest."""
        with self.database.reading() as connection:
            asked = select(func.count()).select_from(FileChunkRow).where(FileChunkRow.digest == digest)
            return bool(connection.scalar(asked))

    def kept_before(self, moment: datetime) -> tuple[str, ...]:
        """The files that nobody has kept since a moment, by the server's clock."""
        with self.database.reading() as connection:
            asked = select(FileChunkRow.digest).where(FileChunkRow.place == 0, FileChunkRow.kept_at < moment)
            return tuple(connection.execute(asked.order_by(FileChunkRow.digest)).scalars())

    def drop(self, digest: str) -> None:
        """Let go of the bytes of a file."""
        with self.database.writing() as connection:
            connection.execute(delete(FileChunkRow).where(FileChunkRow.digest == digest))


def files_of(database: Database) -> Files:
    """Where the files of a store lie."""
    if database.path is None:
        return ChunkFiles(database)
    return FolderFiles(database.path.parent / FILES, database.backups / FILES if database.backups else None)
