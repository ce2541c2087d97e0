"""What the registers know of the documents in case files, read for many of them at once."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vpdesk.db.records import draft_of
from vpdesk.db.register_records import ATTACHMENTS, INCOMING, LINES
from vpdesk.db.register_tables import AttachmentRow, IncomingRow, OutgoingRow, SeriesRow
from vpdesk.db.tables import DispatchRow
from vpdesk.db.work_tables import OpenArrivalRow
from vpdesk.domain.attachments import Attachment
from vpdesk.domain.drafts import Draft
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.outgoing import RegisterLine


class CaseRecords:
    """The records of documents that lie in case files, by their ids."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lines(self, ids: Collection[UUID]) -> dict[UUID, RegisterLine]:
        """The lines of the outgoing register among these records."""
        rows = self._session.scalars(select(OutgoingRow).where(OutgoingRow.id.in_(list(ids))))
        return {row.id: LINES.value(row) for row in rows}

    def lines_of(self, dispatches: Collection[UUID]) -> dict[UUID, RegisterLine]:
        """The lines of dispatches that were issued, by the ids of the dispatches."""
        wanted = list(dispatches)
        rows = self._session.execute(
            select(OutgoingRow.dispatch_id, OutgoingRow).where(OutgoingRow.dispatch_id.in_(wanted))
        )
        return {row.dispatch_id: LINES.value(row.OutgoingRow) for row in rows}

    def bodies_of(self, series: Collection[UUID]) -> dict[UUID, UUID]:
        """Whose these rows of numbers are."""
        rows = self._session.execute(select(SeriesRow.id, SeriesRow.body_id).where(SeriesRow.id.in_(list(series))))
        return {row.id: row.body_id for row in rows}

    def arrivals(self, ids: Collection[UUID]) -> dict[UUID, IncomingDocument]:
        """The arrivals among these records."""
        rows = self._session.scalars(select(IncomingRow).where(IncomingRow.id.in_(list(ids))))
        return {row.id: INCOMING.value(row) for row in rows}

    def unfinished(self, arrivals: Collection[UUID]) -> frozenset[UUID]:
        """The arrivals among these on which work goes on."""
        asked = select(OpenArrivalRow.arrival_id).where(OpenArrivalRow.arrival_id.in_(list(arrivals)))
        return frozenset(self._session.scalars(asked))

    def drafts(self, ids: Collection[UUID]) -> dict[UUID, Draft]:
        """The dispatches among these records."""
        rows = self._session.scalars(select(DispatchRow).where(DispatchRow.id.in_(list(ids))))
        return {row.id: draft_of(row) for row in rows}

    def files(self, records: Collection[UUID]) -> dict[UUID, tuple[Attachment, ...]]:
        """The files of these records, in order, without those that were removed."""
        rows = self._session.scalars(
            select(AttachmentRow)
            .where(AttachmentRow.record_id.in_(list(records)), AttachmentRow.removed_at.is_(None))
            .order_by(AttachmentRow.record_id, AttachmentRow.place_in_order)
        )
        found: dict[UUID, tuple[Attachment, ...]] = {}
        for row in rows:
            found[row.record_id] = (*found.get(row.record_id, ()), ATTACHMENTS.value(row))
        return found
