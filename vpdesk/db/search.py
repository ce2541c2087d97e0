"""What can be found: one table for all documents, whose ids stand in the order of their days.

It is made from the records, and again where it was lost; the engines index its words by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.orm import Session

from vpdesk.db.records import draft_of
from vpdesk.db.register_records import INCOMING, LINES
from vpdesk.db.register_tables import (
    AttachmentRow,
    FileTextRow,
    FindableRow,
    IncomingRow,
    KnownWordRow,
    OutgoingRow,
    SeriesRow,
)
from vpdesk.db.tables import DispatchRow, OfficerRow
from vpdesk.db.work_records import CASE_FILES, HANDLINGS
from vpdesk.db.work_tables import CaseFileRow, CaseHeadingRow, HandlingRow
from vpdesk.domain.finding import Findable, of_arrival, of_case_file, of_draft, of_line
from vpdesk.domain.finding_words import index_text, is_plain_word

R = TypeVar("R", OutgoingRow, IncomingRow, DispatchRow, CaseFileRow)

COUNTER_BITS: Final = 20
"""Bits of an id that count the documents of a day."""


def first_place(day: date) -> int:
    """Where the documents of a day begin in the order of all."""
    return day.toordinal() << COUNTER_BITS


class Finding:
    """The documents that can be found."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, findable: Findable) -> None:
        """Let a document be found by what it says now."""
        there = self._session.scalars(select(FindableRow).where(FindableRow.record_id == findable.record)).first()
        first = first_place(findable.day or date.min)
        if there is not None and there.id >> COUNTER_BITS != first >> COUNTER_BITS:
            self._session.delete(there)
            self._session.flush()
            there = None
        columns = _columns(findable)
        self._session.merge(FindableRow(id=there.id if there else self._next_id(first), **columns))
        self._session.flush()
        self._know(set(columns["folded"].split()))

    def drop(self, record: UUID) -> None:
        """Let a document be found no longer."""
        there = self._session.scalars(select(FindableRow).where(FindableRow.record_id == record)).first()
        if there is not None:
            self._session.delete(there)
            self._session.flush()

    def keep(self, record: UUID, findable: Findable | None) -> None:
        """Let a document be found as it is now, or no longer where there is nothing to be found of it."""
        if findable is None:
            self.drop(record)
        else:
            self.put(findable)

    def words_of_files(self, record: UUID) -> str:
        """The text of the files of a record, as far as it was read."""
        texts = self._session.scalars(
            select(FileTextRow.text)
            .join(AttachmentRow, AttachmentRow.digest == FileTextRow.digest)
            .where(AttachmentRow.record_id == record, AttachmentRow.removed_at.is_(None))
            .order_by(AttachmentRow.place_in_order)
        )
        return "\n".join(texts)

    def rebuild(self, type_name: Callable[[str | None], str]) -> int:
        """Make everything that is found anew from the records; how many documents there are.

        `type_name` says what a type of the registers is called; a draft knows that itself.
        """
        self._session.flush()
        self._session.execute(delete(FindableRow))
        self._session.execute(delete(KnownWordRow))
        if self._session.connection().dialect.name == "sqlite":
            # Whatever was wrong in the index goes with the rest.
            self._session.execute(text("INSERT INTO findable_words (findable_words) VALUES ('delete-all')"))
        return self.fill(self._all(type_name))

    def fill(self, findables: Iterable[Findable]) -> int:
        """Take in many documents of which none is there yet; how many they are."""
        next_id, known, number, rest = dict[int, int](), set[str](), 0, iter(findables)
        while batch := list(islice(rest, _BATCH)):
            rows = []
            for findable in batch:
                first = first_place(findable.day or date.min)
                place = next_id.get(first) or self._next_id(first)
                next_id[first] = place + 1
                rows.append({"id": place, **_columns(findable)})
                known.update(rows[-1]["folded"].split())
            self._session.execute(insert(FindableRow), rows)
            number += len(rows)
        self._know(known)
        return number

    def _all(self, type_name: Callable[[str | None], str]) -> Iterator[Findable]:
        """Every document as its record has it."""
        groups = {row.id: row.type_group for row in self._session.execute(select(SeriesRow.id, SeriesRow.type_group))}
        for line in map(LINES.value, self._every(OutgoingRow)):
            row = self._session.get(DispatchRow, line.dispatch) if line.dispatch else None
            dispatch, of_files = draft_of(row).dispatch if row else None, self.words_of_files(line.id)
            called = type_name(line.document_type)
            found = of_line(line, groups[line.series], called, dispatch=dispatch, of_files=of_files)
            if found is not None:
                yield found
        worked = frozenset(self._session.scalars(select(HandlingRow.arrival_id)))
        for arrival in map(INCOMING.value, self._every(IncomingRow)):
            called, of_files = type_name(arrival.document_type), self.words_of_files(arrival.id)
            row_of_work = self._session.get(HandlingRow, arrival.id) if arrival.id in worked else None
            handling = HANDLINGS.value(row_of_work) if row_of_work else None
            found = of_arrival(arrival, called, handling, of_files=of_files)
            if found is not None:
                yield found
        for kept in self._every(DispatchRow):
            if (found := of_draft(draft_of(kept), kept.sorted_type)) is not None:
                yield found
        yield from self._case_files()

    def _case_files(self) -> Iterator[Findable]:
        headings = {row.id: row.name for row in self._session.execute(select(CaseHeadingRow.id, CaseHeadingRow.name))}
        keepers = {row.id: row.name for row in self._session.execute(select(OfficerRow.id, OfficerRow.name))}
        for one in map(CASE_FILES.value, self._every(CaseFileRow)):
            heading = headings.get(one.heading) if one.heading else None
            yield of_case_file(one, heading, keepers.get(one.keeper) if one.keeper else None)

    def _every(self, kind: type[R]) -> Iterator[R]:
        """Every row of a table, none of them kept in hand."""
        for key in self._session.scalars(select(kind.id)).all():
            row = self._session.get_one(kind, key)
            yield row
            self._session.expunge(row)

    def _know(self, words: set[str]) -> None:
        """Take in the words that no document had before."""
        rest = iter(sorted(filter(is_plain_word, words)))
        while batch := list(islice(rest, _BATCH)):
            there = set(self._session.scalars(select(KnownWordRow.word).where(KnownWordRow.word.in_(batch))))
            if new := [{"word": word} for word in batch if word not in there]:
                self._session.execute(insert(KnownWordRow), new)

    def _next_id(self, first: int) -> int:
        last = self._session.scalar(
            select(func.max(FindableRow.id)).where(FindableRow.id >= first, FindableRow.id < first + 2**COUNTER_BITS)
        )
        return first if last is None else last + 1


_BATCH: Final = 500


def _columns(findable: Findable) -> dict[str, Any]:
    return {
        "record_id": findable.record,
        "kind": findable.kind.value,
        "book": findable.book,
        "document_type": findable.document_type,
        "state": findable.state,
        "day": findable.day,
        "due_on": findable.due_on,
        "owner_id": findable.owner,
        "is_private": findable.is_private,
        "number": findable.number,
        "reference": findable.reference,
        "party": findable.party,
        "person": findable.person,
        "subject": findable.subject,
        "folded": index_text(findable),
    }
