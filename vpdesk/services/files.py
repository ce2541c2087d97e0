"""The files of records: looked into, kept, opened again, taken off; and swept where nobody speaks of them.

A file is looked into beside the store (`look_into`, on any thread), then its bytes are kept (`take_in`), then a record
gets it (`receiving.register`, `attach`). Each step may fail and leaves nothing half done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.attachments import Attachment, FileRole, NewFile
from vpdesk.domain.errors import (
    ArrivalIsVoid,
    FileLost,
    FileNotReadable,
    FileNotWritable,
    FileTooLarge,
    NoSuchRecord,
    NotPermitted,
    Obstacle,
    SecretFile,
)
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.organisation import Officer
from vpdesk.domain.read_pages import LookedInto, ReadFile
from vpdesk.domain.roles import Permission
from vpdesk.services.arrival_parts import attach as put_to
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_arrival, index_line
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

LARGEST: Final = 200 * 2**20
"""Bytes of the largest file that is kept."""
ORPHANS_STAY: Final = timedelta(days=30)
"""How long the bytes stay of a file that no record has any more."""
ARRIVAL, LINE = "incoming", "outgoing"


# --- before a record has it ---------------------------------------------------------------------------------------


def look_at(path: Path) -> LookedInto:
    """What a file is, without reading the words in it.

    Raises FileTooLarge, UnknownFileKind, FileNotReadable, and SecretFile where its name bears a mark of secrecy.
    """
    from vpdesk.reading.kinds import kind_of
    from vpdesk.reading.proposals import secrecy_in_name

    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    if size > LARGEST:
        raise FileTooLarge(path.name, size, LARGEST)
    kind = kind_of(path)
    if (level := secrecy_in_name(path.name)) is not None:
        raise SecretFile(level)
    return LookedInto(path.name, kind.value, size, ReadFile(pages=_pages_of_picture(kind.value)))


def look_into(desk: Desk, path: Path) -> LookedInto:
    """What a file is and says, read in a process apart, and what the fields of an arrival may say by its first page.

    Raises as `look_at`, PdfLocked, PdfBroken, FileNotUnderstood, and SecretFile where the first page bears a mark. A
    file in which nothing can be read is kept as `look_at` gives it.
    """
    from vpdesk.reading.apart import read_apart
    from vpdesk.reading.kinds import FileKind
    from vpdesk.reading.proposals import proposals, secrecy_on

    looked = look_at(path)
    readers = {FileKind.PDF.value: "pdf", FileKind.DOCX.value: "docx"}
    if looked.media_type not in readers:
        return looked
    read = read_apart(path, readers[looked.media_type])
    if read.first is None:
        return replace(looked, read=read)
    if (level := secrecy_on(read.first)) is not None:
        raise SecretFile(level)
    return replace(looked, read=read, proposals=proposals(read.first, _types(desk)))


def _types(desk: Desk) -> dict[str, str]:
    """The codes of the types of all rules, by their names."""
    return {one.name: one.code for pack in desk.packs.values() for one in pack.types}


def take_in(desk: Desk, path: Path, looked: LookedInto) -> NewFile:
    """Keep the bytes of a file that was looked into; they are on the disk when this comes back.

    Raises FileNotReadable, FileNotWritable, and as `seat.require`.
    """
    with desk.store.reading() as work:
        _may_add(desk, work)
    with _Source(path) as source:
        kept = desk.store.files.keep(source)
    return NewFile(looked.name, looked.media_type, kept.size, kept.digest, looked.read.pages, looked.read.text)


class _Source(FileIO):
    """A file that is read to be kept. What it cannot give is told as its own trouble, not as that of the store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            super().__init__(path)

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes. Raises FileNotReadable."""
        with self._told():
            return super().read(size)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FileNotReadable(self._path, Obstacle.of(error), error.strerror or "") from None


def _may_add(desk: Desk, work: UnitOfWork) -> Officer:
    officer = officer_at(desk, work)
    if not (officer.may(Permission.REGISTER_ARRIVALS) or officer.may(Permission.ISSUE)):
        raise NotPermitted(Permission.REGISTER_ARRIVALS)
    return officer


def _pages_of_picture(media_type: str) -> int | None:
    return 1 if media_type in {"image/jpeg", "image/png"} else None


# --- of a record --------------------------------------------------------------------------------------------------


def attach(
    desk: Desk, record: UUID, files: Sequence[NewFile], role: FileRole = FileRole.SCAN
) -> tuple[Attachment, ...]:
    """Put files to an arrival or to a line of the outgoing register; what they say is found from now on.

    Raises SecretFile, ArrivalIsVoid, FileLost, NoSuchRecord, and as `seat.require`.
    """
    with desk.store.writing() as work:
        officer, kind = _keeper(desk, work, record)
        added = put_to(desk, work, record, files, officer.id, role)
        _find_again(desk, work, record, kind)
        work.tell(officer.id, "attach", kind, record, files=len(added))
        return added


def remove(desk: Desk, attachment: UUID) -> Attachment:
    """Take a file off its record; its line stays, its bytes for 30 days.

    Raises NotPermitted for what was issued, NoSuchRecord, and as `seat.require`.
    """
    with desk.store.writing() as work:
        found = work.attachments.get(attachment)
        officer, kind = _keeper(desk, work, found.record)
        if found.role is FileRole.ISSUED:
            raise NotPermitted(Permission.ISSUE)
        removed = replace(found, removed_at=work.now)
        work.attachments.put(removed)
        _find_again(desk, work, found.record, kind)
        work.tell(officer.id, "remove", kind, found.record, file=str(attachment))
        return removed


def restore(desk: Desk, attachment: UUID) -> Attachment:
    """Give a record back a file that was taken off it. Raises FileLost where it was swept, and as `remove`."""
    with desk.store.writing() as work:
        found = work.attachments.get(attachment)
        officer, kind = _keeper(desk, work, found.record)
        if not desk.store.files.has(found.digest):
            raise FileLost(found.name)
        restored = replace(found, removed_at=None)
        work.attachments.put(restored)
        _find_again(desk, work, found.record, kind)
        work.tell(officer.id, "restore", kind, found.record, file=str(attachment))
        return restored


def files_of(desk: Desk, record: UUID) -> tuple[Attachment, ...]:
    """The files of a record, in order."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.attachments.of(record)


def open_file(desk: Desk, attachment: UUID) -> bytes:
    """The bytes of a file. Raises FileLost by its own name where they are gone or others, NoSuchRecord."""
    from vpdesk.db.files import read_file

    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        found = work.attachments.get(attachment)
    try:
        return read_file(desk.store.files, found.digest)
    except FileLost:
        raise FileLost(found.name) from None


def copy_to(desk: Desk, attachment: UUID, folder: Path) -> Path:
    """A copy of a file under its own name in a folder, for another program to show.

    Raises FileNotWritable, and as `open_file`.
    """
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        found = work.attachments.get(attachment)
    out = folder / safe_name(found.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with out.open("wb") as file:
            file.writelines(desk.store.files.pieces(found.digest))
    except FileLost:
        out.unlink(missing_ok=True)
        raise FileLost(found.name) from None
    except OSError as error:
        raise FileNotWritable(out, Obstacle.of(error), error.strerror or "") from None
    return out


def safe_name(name: str) -> str:
    """The name of a file as every system takes it."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", name).strip(". ") or "file"


def sweep(desk: Desk) -> int:
    """Let go of the bytes that no record has had for 30 days, and never of what was issued; how many files went."""
    before = desk.clock() - ORPHANS_STAY
    orphans = desk.store.files.kept_before(before)
    with desk.store.reading() as work:
        needed = work.attachments.needed(before)
    swept = [digest for digest in orphans if digest not in needed]
    for digest in swept:
        desk.store.files.drop(digest)
    return len(swept)


def _keeper(desk: Desk, work: UnitOfWork, record: UUID) -> tuple[Officer, str]:
    """The officer who may change the files of a record, and its kind.

    Raises SecretFile, ArrivalIsVoid, NoSuchRecord, and as `seat.require`.
    """
    try:
        arrival = work.arrivals.get(record)
    except NoSuchRecord:
        officer = require(desk, work, Permission.ISSUE)
        work.numbers.line(record)
        return officer, LINE
    officer = require(desk, work, Permission.REGISTER_ARRIVALS)
    if arrival.state is ArrivalState.VOID:
        raise ArrivalIsVoid(str(arrival.arrival_number))
    if arrival.secrecy is not None:
        raise SecretFile(arrival.secrecy)
    return officer, ARRIVAL


def _find_again(desk: Desk, work: UnitOfWork, record: UUID, kind: str) -> None:
    if kind == ARRIVAL:
        index_arrival(desk, work, work.arrivals.get(record))
    else:
        index_line(desk, work, work.numbers.line(record))
