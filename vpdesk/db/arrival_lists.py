"""What is asked of arrivals: pages of lists, how many wait, and the values that can be offered again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from vpdesk.db.open_work import IS_ITS, waits
from vpdesk.db.register_records import INCOMING
from vpdesk.db.register_tables import ArrivalValueRow, AttachmentRow, IncomingRow
from vpdesk.db.work_tables import OpenArrivalRow
from vpdesk.domain.arrival_work import Asker, Waiting
from vpdesk.domain.arriving import (
    MOST_COUNTED,
    ArrivalPage,
    ArrivalQuery,
    ArrivalRow,
    ArrivalView,
    Mentioned,
    ValueKind,
    mentioned,
)
from vpdesk.domain.handling import IN_WORK, UNASSIGNED, OpenState
from vpdesk.domain.incoming import IncomingDocument

# Lists are read as columns, which bear the names of the entity's: making entities would cost twice as much.
_FILES = (
    select(func.count())
    .where(AttachmentRow.record_id == IncomingRow.id, AttachmentRow.removed_at.is_(None))
    .scalar_subquery()
)
_LISTED = select(*IncomingRow.__table__.columns, _FILES.label("files"))
_ENTRY = (IncomingRow.entered_at, IncomingRow.year, IncomingRow.number, IncomingRow.id)
_NUMBERS = (IncomingRow.year, IncomingRow.number, IncomingRow.suffix)
_DEADLINE = (IncomingRow.due_on, IncomingRow.id)
_BOOK = func.coalesce(IncomingRow.book_id, IncomingRow.id)
"""The book, not by its index: what is open is little, and the years of a book are long."""
_BY_DAY = (OpenArrivalRow.due_on, OpenArrivalRow.arrival_id)
"""The same order, of what is open."""


class ArrivalLists:
    """Lists of arrivals."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, query: ArrivalQuery, asker: Asker) -> ArrivalPage:
        """Some arrivals of a list, from behind the last row one has."""
        by_deadline = query.view in {ArrivalView.DUE_SOON, ArrivalView.OVERDUE}
        in_book = query.view is ArrivalView.ALL and query.book is not None
        key = _DEADLINE if by_deadline else _NUMBERS if in_book else _ENTRY
        asked = _LISTED
        if query.view is not ArrivalView.ALL:
            asked = asked.join(OpenArrivalRow, IS_ITS).where(_shown(query.view, asker))
        if query.book is not None:
            asked = asked.where((IncomingRow.book_id if query.view is ArrivalView.ALL else _BOOK) == query.book)
        if query.year is not None:
            asked = asked.where(IncomingRow.year == query.year)
        if query.after is not None:
            asked = asked.where(self._behind(query.after, key, descending=not by_deadline))
        order = _BY_DAY if by_deadline else tuple(column.desc() for column in key)
        rows = self._session.execute(asked.order_by(*order).limit(query.limit + 1)).all()
        return ArrivalPage(tuple(map(_row, rows[: query.limit])), len(rows) > query.limit)

    def rows(self, arrivals: Sequence[UUID]) -> tuple[ArrivalRow, ...]:
        """These arrivals in the order they are named in, without those that are gone."""
        found = self._session.execute(_LISTED.where(IncomingRow.id.in_(arrivals)))
        by_id = {row.id: row for row in found}
        return tuple(_row(by_id[one]) for one in arrivals if one in by_id)

    def _behind(
        self, last: UUID, key: tuple[InstrumentedAttribute[Any], ...], *, descending: bool
    ) -> ColumnElement[bool]:
        there = self._session.get(IncomingRow, last)
        values = tuple(getattr(there, column.key) for column in key) if there else ()
        if there is None:
            return IncomingRow.id.is_(None)
        return tuple_(*key) < values if descending else tuple_(*key) > values

    def counts(self, asker: Asker) -> dict[ArrivalView, int]:
        """How many arrivals each view shows, but for that of all; `MOST_COUNTED` stands for as many or more."""

        def count(view: ArrivalView) -> int:
            shown = select(OpenArrivalRow.arrival_id).join(IncomingRow, IS_ITS).where(_shown(view, asker))
            shown = shown.limit(MOST_COUNTED)
            return self._session.scalar(select(func.count()).select_from(shown.subquery())) or 0

        return {view: count(view) for view in ArrivalView if view is not ArrivalView.ALL}

    def newest(self, book: UUID, count: int) -> tuple[IncomingDocument, ...]:
        """The last numbers of a book, the newest first."""
        asked = select(IncomingRow).where(IncomingRow.book_id == book)
        rows = self._session.scalars(asked.order_by(*(column.desc() for column in _NUMBERS)).limit(count))
        return tuple(map(INCOMING.value, rows))

    def values(self) -> dict[ValueKind, dict[str, dict[str, int]]]:
        """What arrivals mention: by kind and by the sender it belongs to the values, each with its uses, most first."""
        rows = self._session.execute(
            select(ArrivalValueRow.kind, ArrivalValueRow.sender, ArrivalValueRow.value, ArrivalValueRow.uses).order_by(
                ArrivalValueRow.uses.desc(), ArrivalValueRow.value
            )
        )
        found: dict[ValueKind, dict[str, dict[str, int]]] = {kind: defaultdict(dict) for kind in ValueKind}
        for kind, sender, value, uses in rows:
            found[ValueKind(kind)][sender][value] = uses
        return found


def _row(row: Any) -> ArrivalRow:
    return ArrivalRow(INCOMING.value(row), row.files)


def _shown(view: ArrivalView, asker: Asker) -> ColumnElement[bool]:
    """Which open arrivals a view shows."""
    match view:
        case ArrivalView.ALL:
            return true()
        case ArrivalView.WAITING:
            return IncomingRow.handed_on.is_(None)
        case ArrivalView.SUBMITTED:
            return OpenArrivalRow.state == OpenState.SUBMITTED.value
        case ArrivalView.UNASSIGNED:
            return OpenArrivalRow.state.in_([one.value for one in UNASSIGNED])
        case ArrivalView.UNDER_WAY:
            return OpenArrivalRow.state.in_([one.value for one in IN_WORK])
        case ArrivalView.MINE:
            return waits(Waiting.MINE, asker)
        case ArrivalView.DUE_SOON:
            return waits(Waiting.SOON, asker)
        case ArrivalView.OVERDUE:
            return waits(Waiting.LATE, asker)


def recount(session: Session, before: IncomingDocument | None, after: IncomingDocument | None) -> None:
    """Count the values of an arrival that was changed, so that they are offered again."""
    was, now = mentioned(before), mentioned(after)
    for mention in sorted(was - now, key=_named):
        _count(session, mention, -1)
    for mention in sorted(now - was, key=_named):
        _count(session, mention, 1)


def _named(mention: Mentioned) -> tuple[str, str, str]:
    kind, sender, value = mention
    return kind.value, sender, value


def _count(session: Session, mention: Mentioned, more: int) -> None:
    key = _named(mention)
    row = session.get(ArrivalValueRow, key)
    if row is None:
        row = ArrivalValueRow(kind=key[0], sender=key[1], value=key[2], uses=0)
        session.add(row)
    row.uses += more
    if row.uses <= 0:
        session.delete(row)
    session.flush()
