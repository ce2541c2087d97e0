"""What waits, asked of the table of open arrivals: whose it is, how much there is, what comes first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from vpdesk.db.register_records import INCOMING
from vpdesk.db.register_tables import IncomingRow
from vpdesk.db.work_records import OPEN_ARRIVALS
from vpdesk.db.work_tables import AssigneeRow, HandlingRow, OpenArrivalRow
from vpdesk.domain.arrival_work import Asker, Waiting
from vpdesk.domain.handling import AssigneeRole, OpenArrival, OpenState
from vpdesk.domain.incoming import IncomingDocument

_EVERY = tuple(one.value for one in OpenState)
_DIRECTLY = (OpenState.NEW.value, OpenState.HANDED_ON.value)
"""Where the head was not asked, and the receiver stands in the register alone."""


class OpenWork:
    """What waits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self, asker: Asker, *waiting: Waiting) -> int:
        """How many arrivals wait for all of this."""
        return self.counts(asker, waiting)[0]

    def counts(self, asker: Asker, *asked: tuple[Waiting, ...]) -> tuple[int, ...]:
        """How many arrivals wait for all of each of these, counted in one reading of what is open."""
        columns = [
            func.count(case((and_(*(waits(one, asker) for one in waiting)), OpenArrivalRow.arrival_id)))
            for waiting in asked
        ]
        found = self._session.execute(select(*columns).select_from(OpenArrivalRow).join(IncomingRow, IS_ITS)).one()
        return tuple(found)

    def arrivals(self, asker: Asker, waiting: Waiting, limit: int) -> tuple[tuple[OpenArrival, IncomingDocument], ...]:
        """The arrivals that wait for this, those with a deadline first, by it, then by the day they came."""
        rows = self._session.execute(
            select(OpenArrivalRow, IncomingRow)
            .join(IncomingRow, IS_ITS)
            .where(waits(waiting, asker))
            .order_by(OpenArrivalRow.due_on.is_(None), OpenArrivalRow.due_on, IncomingRow.arrived_on, IncomingRow.id)
            .limit(limit)
        )
        return tuple((OPEN_ARRIVALS.value(row), INCOMING.value(arrival)) for row, arrival in rows)

    def leads(self, arrivals: frozenset[UUID]) -> Mapping[UUID, str]:
        """Who leads, of those of some arrivals that were directed."""
        rows = self._session.execute(
            select(AssigneeRow.arrival_id, AssigneeRow.name).where(
                AssigneeRow.arrival_id.in_(arrivals),
                AssigneeRow.ended_at.is_(None),
                AssigneeRow.role == AssigneeRole.LEAD.value,
            )
        )
        return {row.arrival_id: row.name for row in rows}


IS_ITS: Final = IncomingRow.id == OpenArrivalRow.arrival_id
"""That a record is that of an open arrival."""


def waits(waiting: Waiting, asker: Asker) -> ColumnElement[bool]:
    """The condition on which an open arrival, joined with its record, waits for this."""
    state, due_on, days = OpenArrivalRow.state, OpenArrivalRow.due_on, asker.days
    match waiting:
        case Waiting.TO_SUBMIT:
            return and_(state == OpenState.NEW.value, IncomingRow.secrecy.is_(None))
        case Waiting.TO_DIRECT:
            mine = and_(HandlingRow.arrival_id == OpenArrivalRow.arrival_id, HandlingRow.submitted_to == asker.officer)
            return and_(state == OpenState.SUBMITTED.value, exists().where(mine))
        case Waiting.TO_HAND_OVER:
            is_secret = and_(state == OpenState.NEW.value, IncomingRow.secrecy.is_not(None))
            return and_(IncomingRow.handed_on.is_(None), or_(state == OpenState.ASSIGNED.value, is_secret))
        case Waiting.MINE:
            directly = and_(state.in_(_DIRECTLY), IncomingRow.receiver == asker.name)
            # Every state, so that SQLite begins with what is open and not with the years of arrivals.
            return and_(state.in_(_EVERY), or_(_is_assigned(asker), directly))
        case Waiting.NOT_ACKNOWLEDGED:
            unsigned = and_(
                state == OpenState.HANDED_ON.value,
                IncomingRow.receiver == asker.name,
                IncomingRow.received_on.is_(None),
            )
            return or_(_is_assigned(asker, AssigneeRow.acknowledged_at.is_(None)), unsigned)
        case Waiting.SOON:
            return and_(due_on > days.late, due_on <= days.soon)
        case Waiting.LATE:
            return due_on <= days.late


def _is_assigned(asker: Asker, *others: ColumnElement[bool]) -> ColumnElement[bool]:
    """That an open arrival is one of the asker's.

    He is not found by his index: he has had thousands of arrivals in years, and one that is open has few people.
    """
    assigned = func.coalesce(AssigneeRow.officer_id, AssigneeRow.arrival_id)
    return exists().where(
        AssigneeRow.arrival_id == OpenArrivalRow.arrival_id,
        assigned == asker.officer,
        AssigneeRow.ended_at.is_(None),
        *others,
    )
