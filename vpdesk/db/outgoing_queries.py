"""What the list of the outgoing register asks for: a page at a time behind a place, however many lines there are.

A page is made of one or two walks along an index, each from the newest line on. Lines without a date, which are held
or withheld, are walked by their ids: those sort by the moment of their entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, true, tuple_
from sqlalchemy.orm import Session

from vpdesk.db.register_records import LINES
from vpdesk.db.register_tables import UNSENT, DeliveryRow
from vpdesk.db.register_tables import OutgoingRow as LineRow
from vpdesk.domain.dates import LOCAL
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.outgoing_list import Cursor, OutgoingQuery, OutgoingRow, OutgoingView

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
        found: dict[UUID, OutgoingRow] = {}
        for condition in _VIEWS[query.view]:
            asked = [condition, *_filters(query)]
            for line in (*self._dated(asked, query, after, limit), *self._undated(asked, query, after, limit)):
                found[line.id] = OutgoingRow(LINES.value(line))
        rows = sorted(found.values(), key=lambda row: row.cursor, reverse=True)[:limit]
        sent = self._sent([row.line.id for row in rows])
        return tuple(OutgoingRow(row.line, *sent.get(row.line.id, (0, None))) for row in rows)

    def _dated(
        self, asked: Sequence[Condition], query: OutgoingQuery, after: Cursor | None, limit: int
    ) -> Iterable[LineRow]:
        day = LineRow.document_date
        dated = [*asked, day.is_not(None)]
        if query.year is not None:
            dated.append(day.between(date(query.year, 1, 1), date(query.year, 12, 31)))
        if after is not None:
            dated.append(tuple_(day, LineRow.id) < tuple_(after.day, after.line))
        return self._session.scalars(select(LineRow).where(*dated).order_by(day.desc(), LineRow.id.desc()).limit(limit))

    def _undated(
        self, asked: Sequence[Condition], query: OutgoingQuery, after: Cursor | None, limit: int
    ) -> Iterable[LineRow]:
        undated = [*asked, LineRow.document_date.is_(None)]
        if query.year is not None:
            year = query.year
            undated += [LineRow.entered_at >= _begin(date(year, 1, 1)), LineRow.entered_at < _end(date(year, 12, 31))]
        if after is not None:
            that_day = and_(LineRow.entered_at < _end(after.day), LineRow.id < after.line)
            undated.append(or_(LineRow.entered_at < _begin(after.day), that_day))
        return self._session.scalars(select(LineRow).where(*undated).order_by(LineRow.id.desc()).limit(limit))

    def _sent(self, lines: Sequence[UUID]) -> dict[UUID, tuple[int, date | None]]:
        """How many recipients of each line wait, and when the last was sent his copies."""
        if not lines:
            return {}
        rows = self._session.execute(
            select(
                DeliveryRow.outgoing_id,
                func.count().filter(UNSENT),
                func.max(DeliveryRow.sent_on),
            )
            .where(DeliveryRow.outgoing_id.in_(lines))
            .group_by(DeliveryRow.outgoing_id)
        )
        return {line: (unsent, sent_on) for line, unsent, sent_on in rows}

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


def _filters(query: OutgoingQuery) -> list[Condition]:
    return [LineRow.document_type == query.document_type] if query.document_type is not None else []


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)


def _end(day: date) -> datetime:
    return _begin(day + timedelta(days=1))
