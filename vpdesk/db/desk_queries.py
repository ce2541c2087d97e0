"""What a desk asks for: each question walks an index and stops early, however many documents the office has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from vpdesk.db.queries import seen_by
from vpdesk.db.register_records import INCOMING, LINES
from vpdesk.db.register_tables import BookPageRow, IncomingRow, OutgoingRow
from vpdesk.db.tables import DispatchRow, OfficerRow
from vpdesk.db.work_records import OPEN_ARRIVALS
from vpdesk.db.work_tables import OpenArrivalRow
from vpdesk.domain.desks import MOST_COUNTED
from vpdesk.domain.drafts import Reader
from vpdesk.domain.handling import OpenArrival, OpenState
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.workflow import Status

Waiting = tuple[OpenArrival, IncomingDocument]
"""An open arrival with its line."""

_LONGEST_WAY: Final = timedelta(days=400)
"""Days before this week whose papers may still be made void in it; voids of older ones are not looked for."""
_HANDED: Final = (OpenState.HANDED_ON.value, OpenState.ASSIGNED.value)
"""Where an arrival is in somebody's hands who has not said so."""
_PAGES_LOOKED_AT: Final = 200
"""Pages of a book, the last first, among which those that wait to be locked are counted."""


class StandingDispatch(NamedTuple):
    """A dispatch without its text."""

    id: UUID
    document_type: str
    subject: str | None
    urgency: str | None
    owner_name: str
    updated_at: datetime


class DeskLists:
    """What stands on desks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- dispatches -------------------------------------------------------------------------------------------------

    def dispatches(self, wanted: Collection[UUID]) -> tuple[StandingDispatch, ...]:
        """These dispatches but for those in the bin, the last changed first."""
        rows = self._session.execute(
            select(
                DispatchRow.id,
                DispatchRow.document_type,
                DispatchRow.subject,
                DispatchRow.urgency,
                OfficerRow.name,
                DispatchRow.updated_at,
            )
            .join(OfficerRow, OfficerRow.id == DispatchRow.owner_id)
            .where(DispatchRow.id.in_(wanted), DispatchRow.deleted_at.is_(None))
            .order_by(DispatchRow.updated_at.desc(), DispatchRow.id.desc())
        )
        return tuple(StandingDispatch(*row) for row in rows)

    def standing(self, status: Status, reader: Reader) -> tuple[UUID, ...]:
        """The dispatches in a state that a reader may see; every one there is is looked at."""
        asked = select(DispatchRow.id).where(DispatchRow.status == status.value, DispatchRow.deleted_at.is_(None))
        return tuple(self._session.scalars(asked.where(seen_by(reader))))

    # --- arrivals ---------------------------------------------------------------------------------------------------

    def waiting(self, state: OpenState, limit: int) -> tuple[Waiting, ...]:
        """Open arrivals in a state: those with a deadline by their days, then the others, the newest first."""
        in_state = OpenArrivalRow.state == state.value
        dated = self._open(in_state, OpenArrivalRow.due_on.is_not(None), limit=limit)
        rest = self._open(in_state, OpenArrivalRow.due_on.is_(None), limit=limit, newest_first=True)
        return (*dated, *rest)

    def due_until(self, day: date, limit: int) -> tuple[Waiting, ...]:
        """The open arrivals whose deadline is not after a day, the earliest first."""
        return self._open(OpenArrivalRow.due_on <= day, limit=limit)

    def count(self, *, state: OpenState | None = None, until: date | None = None) -> int:
        """How many open arrivals there are in a state, or due not after a day, up to `MOST_COUNTED`."""
        asked = select(OpenArrivalRow.arrival_id)
        if state is not None:
            asked = asked.where(OpenArrivalRow.state == state.value)
        if until is not None:
            asked = asked.where(OpenArrivalRow.due_on <= until)
        return self._session.scalar(select(func.count()).select_from(asked.limit(MOST_COUNTED).subquery())) or 0

    def unsigned(self, since: date, limit: int) -> tuple[IncomingDocument, ...]:
        """Open arrivals that were handed on since a day and signed for by nobody, those that wait longest first."""
        rows = self._session.scalars(
            select(IncomingRow)
            .join(OpenArrivalRow, OpenArrivalRow.arrival_id == IncomingRow.id)
            .where(
                IncomingRow.handed_on >= since,
                IncomingRow.received_on.is_(None),
                OpenArrivalRow.state.in_(_HANDED),
            )
            .order_by(IncomingRow.handed_on, IncomingRow.entered_at, IncomingRow.id)
            .limit(limit)
        )
        return tuple(map(INCOMING.value, rows))

    def _open(self, *asked: ColumnElement[bool], limit: int, newest_first: bool = False) -> tuple[Waiting, ...]:
        order = (
            (OpenArrivalRow.arrival_id.desc(),) if newest_first else (OpenArrivalRow.due_on, OpenArrivalRow.arrival_id)
        )
        rows = self._session.execute(
            select(OpenArrivalRow, IncomingRow)
            .join(IncomingRow, IncomingRow.id == OpenArrivalRow.arrival_id)
            .where(*asked)
            .order_by(*order)
            .limit(limit)
        )
        return tuple((OPEN_ARRIVALS.value(arrival), INCOMING.value(line)) for arrival, line in rows)

    # --- the registers ----------------------------------------------------------------------------------------------

    def voided(self, since: datetime) -> tuple[RegisterLine, ...]:
        """The numbers that were made void since a moment, the last first."""
        day = OutgoingRow.document_date
        return self._lines(
            OutgoingRow.state == LineState.VOID.value,
            or_(day >= since.date() - _LONGEST_WAY, day.is_(None)),
            OutgoingRow.ended_at >= since,
            order=OutgoingRow.ended_at,
        )

    def dated_back(self, since: datetime) -> tuple[RegisterLine, ...]:
        """The numbers given since a moment to papers that were dated before the number before, the last first."""
        return self._lines(
            OutgoingRow.date_reason.is_not(None),
            OutgoingRow.document_date >= since.date() - _LONGEST_WAY,
            or_(OutgoingRow.entered_at >= since, OutgoingRow.ended_at >= since),
            OutgoingRow.state != LineState.VOID.value,
            OutgoingRow.import_id.is_(None),
            order=OutgoingRow.entered_at,
        )

    def _lines(self, *asked: ColumnElement[bool], order: InstrumentedAttribute[Any]) -> tuple[RegisterLine, ...]:
        rows = self._session.scalars(
            select(OutgoingRow).where(*asked).order_by(order.desc(), OutgoingRow.id.desc()).limit(MOST_COUNTED)
        )
        return tuple(map(LINES.value, rows))

    def unlocked_pages(self, since: int) -> int:
        """How many printed pages of the books of a year and later wait to be locked.

        Pages are locked in their order, so those that wait are the last of their book.
        """
        page = BookPageRow
        books = self._session.execute(
            select(page.book_kind, page.book_key, page.year).where(page.year >= since).distinct()
        ).all()
        return sum(self._unlocked_in(kind, key, year) for kind, key, year in books)

    def _unlocked_in(self, kind: str, key: str, year: int) -> int:
        page = BookPageRow
        locked = self._session.scalars(
            select(page.locked_at)
            .where(page.book_kind == kind, page.book_key == key, page.year == year)
            .order_by(page.number.desc())
            .limit(_PAGES_LOOKED_AT)
        ).all()
        return next((place for place, at in enumerate(locked) if at is not None), len(locked))
