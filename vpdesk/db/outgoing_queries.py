"""What the list of the outgoing register asks for: a page at a time behind a place, however many lines there are.

A page is made of one or two walks along an index, each from the newest line on. Lines without a date, which are held
or withheld, are walked by their ids: those sort by the moment of their entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, true, tuple_
from sqlalchemy.orm import Session

from vpdesk.db.register_records import LINES
from vpdesk.db.register_tables import UNSENT, DeliveryRow
from vpdesk.db.register_tables import OutgoingRow as LineRow
from vpdesk.domain.dates import LOCAL, local_day
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.outgoing_list import Cursor, OutgoingQuery, OutgoingRow, OutgoingView

# Lists are read as columns, which bear the names of the entity's: making entities would cost twice as much.
_IS_ITS: Final = DeliveryRow.outgoing_id == LineRow.id
_LISTED: Final = select(
    *LineRow.__table__.columns,
    select(func.count()).where(_IS_ITS, UNSENT).scalar_subquery().label("unsent"),
    select(func.max(DeliveryRow.sent_on)).where(_IS_ITS).scalar_subquery().label("sent_on"),
)
Condition = ColumnElement[bool]

# Nearly every line has a paper: were the state looked up by its index, nearly all of them would be walked.
_WITH_PAPER: Final = func.coalesce(LineRow.state, "").in_([LineState.ISSUED.value, LineState.EXTERNAL.value])
_VOID: Final = LineRow.state == LineState.VOID.value
_OUTSIDE: Final = and_(LineRow.state == LineState.EXTERNAL.value, LineRow.import_id.is_(None))
_UNSENT_LINES: Final = LineRow.id.in_(select(DeliveryRow.outgoing_id).where(UNSENT))
_VIEWS: Final[dict[OutgoingView, tuple[Condition, ...]]] = {
    OutgoingView.ALL: (true(),),
    OutgoingView.HELD: (LineRow.state == LineState.HELD.value,),
    OutgoingView.UNSENT: (and_(_UNSENT_LINES, _WITH_PAPER),),
    OutgoingView.VOID: (_VOID,),
    # Apart, for each has an index of its own.
    OutgoingView.UNUSUAL: (_VOID, _OUTSIDE, LineRow.date_reason.is_not(None)),
}


class OutgoingLists:
    """The list of the outgoing register."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lines(self, query: OutgoingQuery, after: Cursor | None, limit: int) -> tuple[OutgoingRow, ...]:
        """The lines that a query asks for, the newest first, from behind a place on."""
        found: dict[UUID, Any] = {}
        for condition in _VIEWS[query.view]:
            asked = [condition, *_filters(query)]
            for line in (*self._dated(asked, query, after, limit), *self._undated(asked, query, after, limit)):
                found[line.id] = line
        rows = sorted(found.values(), key=_place, reverse=True)[:limit]
        return tuple(OutgoingRow(LINES.value(row), row.unsent, row.sent_on) for row in rows)

    def _dated(
        self, asked: Sequence[Condition], query: OutgoingQuery, after: Cursor | None, limit: int
    ) -> Iterable[Any]:
        day = LineRow.document_date
        dated = [*asked, day.is_not(None)]
        if query.year is not None:
            dated.append(day.between(date(query.year, 1, 1), date(query.year, 12, 31)))
        if after is not None:
            dated.append(tuple_(day, LineRow.id) < tuple_(after.day, after.line))
        return self._session.execute(_LISTED.where(*dated).order_by(day.desc(), LineRow.id.desc()).limit(limit))

    def _undated(
        self, asked: Sequence[Condition], query: OutgoingQuery, after: Cursor | None, limit: int
    ) -> Iterable[Any]:
        undated = [*asked, LineRow.document_date.is_(None)]
        if query.year is not None:
            year = query.year
            undated += [LineRow.entered_at >= _begin(date(year, 1, 1)), LineRow.entered_at < _end(date(year, 12, 31))]
        if after is not None:
            that_day = and_(LineRow.entered_at < _end(after.day), LineRow.id < after.line)
            undated.append(or_(LineRow.entered_at < _begin(after.day), that_day))
        return self._session.execute(_LISTED.where(*undated).order_by(LineRow.id.desc()).limit(limit))

    def held(self, now: datetime) -> tuple[int, int]:
        """How many numbers are held, and the hours of how many of them are over."""
        is_over = LineRow.held_until <= now
        asked = select(func.count(), func.count().filter(is_over)).where(LineRow.state == LineState.HELD.value)
        held, expired = self._session.execute(asked).one()
        return held, expired

    def unsent(self) -> int:
        """The papers of how many lines wait to be sent."""
        asked = select(func.count()).select_from(LineRow).where(*_VIEWS[OutgoingView.UNSENT])
        return self._session.scalar(asked) or 0

    def years(self) -> tuple[int, ...]:
        """The years from the newest line with a date to the oldest."""
        first = self._session.scalar(select(func.min(LineRow.document_date)))
        last = self._session.scalar(select(func.max(LineRow.document_date)))
        return tuple(range(last.year, first.year - 1, -1)) if first and last else ()


def _place(row: Any) -> Cursor:
    return Cursor(row.document_date or local_day(row.entered_at), row.id)


def _filters(query: OutgoingQuery) -> list[Condition]:
    return [LineRow.document_type == query.document_type] if query.document_type is not None else []


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)


def _end(day: date) -> datetime:
    return _begin(day + timedelta(days=1))
