"""Whether a row may still be changed on its own line, or stands on a page that was signed and locked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def is_locked(work: UnitOfWork, record: UUID) -> bool:
    """Whether a record stands on a locked page: what is changed of it from then on is a correction `after_lock`."""
    return work.books.is_locked(record)
