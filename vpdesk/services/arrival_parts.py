"""Parts of the acts on arrivals, each within the unit of work of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.arrival_work import HANDLING
from vpdesk.domain.arriving import FIRST_BOOK, SECRET_ARRIVALS, ArrivalEntry, changes_between
from vpdesk.domain.attachments import Attachment, FileRole, NewFile
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import ArrivalIsVoid, DateInFuture, FileLost, NoSuchRecord
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import Correction
from vpdesk.domain.text import entered
from vpdesk.services.book_locks import is_locked
from vpdesk.services.desk import Desk

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

KIND: Final = "incoming"
"""What the history calls an arrival, and corrections its book."""

Changes = tuple[tuple[str, str | None, str | None], ...]
"""What fields said before and say now."""
_ERASED: Final = frozenset({"document_type", "subject", "urgency", "pages", "due_on", "answer", "notes", HANDLING})


def correct(work: UnitOfWork, arrival: UUID, officer: Officer, changes: Changes, reason: str | None) -> None:
    """Set down what a line said before; where its page is locked, that prints as a line of its own."""
    late = is_locked(work, arrival)
    why = entered(reason or "")
    work.numbers.add_correction(
        Correction(new_id(work.now), arrival, KIND, work.now, officer.id, changes, why, after_lock=late)
    )


def put_line(
    work: UnitOfWork, officer: Officer, before: IncomingDocument, after: IncomingDocument, reason: str | None = None
) -> IncomingDocument:
    """Keep a line on which something came to stand; on a page that is locked it is a correction."""
    kept = work.arrivals.put(after)
    if is_locked(work, before.id) and (changes := changes_between(before, kept)):
        correct(work, before.id, officer, changes, reason)
    return kept


def erase_secrets(work: UnitOfWork, files: Iterable[Attachment], changes: Changes, arrival: UUID) -> Changes:
    """Erase what a secret said in its files, in the work on it, and in what was corrected; the changes without it."""
    work.handlings.erase(arrival)
    for one in files:
        work.attachments.put(replace(one, removed_at=work.now))
        work.attachments.drop_text(one.digest)
    for correction in work.numbers.corrections(arrival):
        work.numbers.put_correction(replace(correction, changes=_bare(correction.changes)))
    return _bare(changes)


def _bare(changes: Changes) -> Changes:
    return tuple((name, None, None) if name in _ERASED else (name, was, now) for name, was, now in changes)


def attach(
    desk: Desk, work: UnitOfWork, record: UUID, files: Iterable[NewFile], officer: UUID, role: FileRole = FileRole.SCAN
) -> tuple[Attachment, ...]:
    """Put files to a record, behind those it has; whoever asks tells the history.

    Raises FileLost where the bytes are not there any more.
    """
    first = work.attachments.count(record)
    added = []
    for place, one in enumerate(files, start=first):
        if not desk.store.files.has(one.digest):
            raise FileLost(one.name)
        row = Attachment(
            new_id(work.now),
            record,
            place,
            role,
            one.name,
            one.media_type,
            one.size,
            one.digest,
            work.now,
            officer,
            one.pages,
        )
        work.attachments.put(row)
        if one.text:
            work.attachments.put_text(one.digest, one.text)
        added.append(row)
    return tuple(added)


def takes_secrets(work: UnitOfWork) -> bool:
    """Whether the office has decided that secret papers are registered here."""
    return bool((work.organisation.setting("office", SECRET_ARRIVALS) or "").strip())


def not_in_future(entry: ArrivalEntry, today: date) -> None:
    """Raise DateInFuture where something is said to have happened later than today."""
    for day in (entry.arrived_on, entry.handed_on):
        if day is not None and day > today:
            raise DateInFuture(day)


def living(work: UnitOfWork, arrival: UUID) -> IncomingDocument:
    """An arrival whose line may still change. Raises ArrivalIsVoid, NoSuchRecord."""
    found = work.arrivals.get(arrival)
    if found.state is ArrivalState.VOID:
        raise ArrivalIsVoid(str(found.arrival_number))
    return found


def twins_by(work: UnitOfWork, key: str | None) -> tuple[IncomingDocument, ...]:
    """The arrivals of a key (`twin_key`) that are not void, the newest first."""
    found = work.arrivals.twins(key) if key else ()
    return tuple(one for one in found if one.state is not ArrivalState.VOID)


def books_of(work: UnitOfWork) -> tuple[ArrivalBook, ...]:
    """Every book, the first before it has a line too."""
    return work.arrivals.books() or (FIRST_BOOK,)


def books_in_use(work: UnitOfWork) -> tuple[ArrivalBook, ...]:
    """The books that take lines today."""
    today = local_day(work.now)
    return tuple(one for one in books_of(work) if one.retired_on is None or one.retired_on > today)


def find_book(work: UnitOfWork, book: UUID | None) -> ArrivalBook:
    """A book, or the first in use. Raises NoSuchRecord."""
    known = books_in_use(work) if book is None else books_of(work)
    found = next((one for one in known if book in {None, one.id}), None)
    if found is None:
        raise NoSuchRecord("arrival_book", str(book))
    return found


def kept_book(work: UnitOfWork, book: ArrivalBook) -> ArrivalBook:
    """A book that is surely in the store. Raises NoSuchRecord for one that takes no lines any more."""
    if book not in books_in_use(work):
        raise NoSuchRecord("arrival_book", str(book.id))
    if not work.arrivals.books():
        work.arrivals.put_book(book)
    return book
