"""What becomes of a row that stands on a page which was signed and locked: it is changed by a line of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.ids import new_id
from vpdesk.domain.outgoing import Correction, Delivery, RegisterLine
from vpdesk.domain.register_rows import sending

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_PRINTED: Final = (
    "state",
    "document_type",
    "document_date",
    "subject",
    "signer",
    "recipients",
    "file_copy_holder",
    "copies",
    "reason",
    "date_reason",
    "notes",
)
"""The members of a line that its row shows."""


_DELIVERED: Final = ("sent_on", "recipient", "covers", "received_by", "notes")
"""The members of a delivery that its row shows."""


def is_locked(work: UnitOfWork, record: UUID) -> bool:
    """Whether a record stands on a locked page: what is changed of it from then on is a correction `after_lock`."""
    return work.books.is_locked(record)


def put_line(
    work: UnitOfWork, officer: UUID, before: RegisterLine, after: RegisterLine, reason: str | None = None
) -> RegisterLine:
    """Keep what an act made of a line; where its page is locked, that prints as a line of its own further on."""
    kept = work.numbers.put_line(after)
    changes = tuple(
        (name, _written(was), _written(now))
        for name in _PRINTED
        if (was := getattr(before, name)) != (now := getattr(kept, name))
    )
    if changes and is_locked(work, before.id):
        work.numbers.add_correction(
            Correction(new_id(work.now), before.id, "outgoing", work.now, officer, changes, reason, after_lock=True)
        )
    return kept


def put_deliveries(work: UnitOfWork, officer: UUID, line: UUID, deliveries: Iterable[Delivery]) -> None:
    """Keep how the papers of a line went out; where a page that shows it is locked, that prints as a line of its own.

    The outgoing book shows all deliveries of a line together, the books of post and hand-over each by itself.
    """
    before = work.numbers.deliveries(line)
    work.numbers.put_deliveries(deliveries)
    kept = work.numbers.deliveries(line)
    was, now = sending(before), sending(kept)
    _correct(
        work,
        officer,
        line,
        "outgoing",
        (("sent_on", was.first_day, now.first_day), ("received", was.received_by, now.received_by)),
    )
    known = {one.id: one for one in before}
    for one in kept:
        if one.id in known:
            members = ((name, getattr(known[one.id], name), getattr(one, name)) for name in _DELIVERED)
            _correct(work, officer, one.id, "delivery", members)


def _correct(
    work: UnitOfWork, officer: UUID, record: UUID, book: str, members: Iterable[tuple[str, object, object]]
) -> None:
    """Set down what a record on a locked page said before and says now, where that differs."""
    changes = tuple((name, _written(was), _written(now)) for name, was, now in members if was != now)
    if changes and is_locked(work, record):
        work.numbers.add_correction(
            Correction(new_id(work.now), record, book, work.now, officer, changes, after_lock=True)
        )


def _written(value: object) -> str | None:
    """A member as a correction keeps it."""
    match value:
        case None:
            return None
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(value)
        case _:
            return str(getattr(value, "value", value))
