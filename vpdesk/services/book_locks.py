"""What becomes of a row that stands on a page which was signed and locked: it is changed by a line of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.ids import new_id
from vpdesk.domain.outgoing import Correction, RegisterLine

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
