"""What is found, and how: one table for all documents, whose ids stand in the order of their days."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vpdesk.db.register_tables import FindableRow
from vpdesk.domain.drafts import folded_words
from vpdesk.domain.finding import Findable

_COUNTER_BITS: Final = 20


class Finding:
    """The documents that can be found."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, findable: Findable) -> None:
        """Let a document be found by what it says now."""
        there = self._session.scalars(select(FindableRow).where(FindableRow.record_id == findable.record)).first()
        day = findable.day or date.min
        if there is not None and there.id >> _COUNTER_BITS != day.toordinal():
            self._session.delete(there)
            self._session.flush()
            there = None
        self._session.merge(
            FindableRow(
                id=there.id if there else self._next_id(day),
                record_id=findable.record,
                kind=findable.kind.value,
                book=findable.book,
                document_type=findable.document_type,
                state=findable.state,
                day=findable.day,
                due_on=findable.due_on,
                owner_id=findable.owner,
                number=findable.number,
                reference=findable.reference,
                party=findable.party,
                person=findable.person,
                subject=findable.subject,
                folded=folded_words(findable.words),
            )
        )
        self._session.flush()

    def drop(self, record: UUID) -> None:
        """Let a document be found no longer."""
        there = self._session.scalars(select(FindableRow).where(FindableRow.record_id == record)).first()
        if there is not None:
            self._session.delete(there)
            self._session.flush()

    def _next_id(self, day: date) -> int:
        first = day.toordinal() << _COUNTER_BITS
        last = self._session.scalar(
            select(func.max(FindableRow.id)).where(FindableRow.id >= first, FindableRow.id < first + 2**_COUNTER_BITS)
        )
        return first if last is None else last + 1
