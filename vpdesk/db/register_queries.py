"""What the books ask for: the lines of whole registers, read as they go by and never as entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy import Row as Result
from sqlalchemy.orm import InstrumentedAttribute, Session

from vpdesk.db.register_records import DELIVERIES, INCOMING, LINES, Form
from vpdesk.db.register_tables import DeliveryRow, FileCopyUseRow, IncomingRow, LinkRow, OutgoingRow
from vpdesk.db.work_records import EXTENSIONS, HANDLINGS
from vpdesk.db.work_tables import ExtensionRow, HandlingRow
from vpdesk.domain.handling import Extension, Handling
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.outgoing import Delivery, FileCopyUse, LinkKind, Method, RegisterLine
from vpdesk.domain.register import BookScope
from vpdesk.domain.register_account import Reach
from vpdesk.domain.register_rows import Linked


class WorkedArrival(NamedTuple):
    """An arrival that somebody works, how far it has come, and how its deadline was moved."""

    arrival: IncomingDocument
    handling: Handling | None
    extensions: Sequence[Extension]


AT_ONCE: Final = 500
"""Lines that are read, and asked about, together."""


class Registers:
    """The registers as their books show them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- what went out ----------------------------------------------------------------------------------------------

    def reaches(self, scope: BookScope) -> dict[UUID, Reach]:
        """The rows of numbers with lines that a book asks for, and how far each goes."""
        number, asked = OutgoingRow.number, _outgoing_asked(scope)
        found: dict[UUID, Reach] = {}
        # Two ways into the table, each by its own index, where one condition for both would read all of it.
        for condition in asked:
            rows = self._session.execute(
                select(OutgoingRow.series_id, func.min(number), func.max(number))
                .where(condition)
                .group_by(OutgoingRow.series_id)
            )
            for series, first, last in rows:
                known = found.get(series, Reach(first, last))
                found[series] = Reach(min(first, known.first), max(last, known.last))
        return found

    def before(self, series: UUID, number: int) -> int | None:
        """The number of the line before a number; None where it is the first."""
        return self._session.scalar(
            select(func.max(OutgoingRow.number)).where(OutgoingRow.series_id == series, OutgoingRow.number < number)
        )

    def behind(self, series: UUID, number: int) -> int | None:
        """The number of the line behind a number; None where it is the last."""
        return self._session.scalar(
            select(func.min(OutgoingRow.number)).where(OutgoingRow.series_id == series, OutgoingRow.number > number)
        )

    def lines(self, series: UUID, reach: Reach) -> Iterator[tuple[RegisterLine, ...]]:
        """The lines of a row of numbers from the first until the last, in the order of their numbers, some at once."""
        asked = (
            select(*OutgoingRow.__table__.columns)
            .where(OutgoingRow.series_id == series, OutgoingRow.number.between(*reach))
            .order_by(OutgoingRow.number, OutgoingRow.suffix)
        )
        return self._some_at_once(asked, LINES)

    def deliveries(self, lines: Iterable[UUID]) -> Mapping[UUID, Sequence[Delivery]]:
        """How each of some lines was sent, recipient by recipient."""
        asked = (
            select(*DeliveryRow.__table__.columns)
            .where(DeliveryRow.outgoing_id.in_(list(lines)))
            .order_by(DeliveryRow.outgoing_id, DeliveryRow.place_in_order)
        )
        found: dict[UUID, list[Delivery]] = {}
        for row in self._session.execute(asked):
            found.setdefault(row.outgoing_id, []).append(_value(DELIVERIES, row))
        return found

    def links(self, records: Iterable[UUID]) -> Mapping[UUID, Sequence[Linked]]:
        """What each of some documents does to others, and others to it, with the others' numbers and symbols."""
        own = frozenset(records)
        rows = self._session.execute(
            select(LinkRow.from_id, LinkRow.to_id, LinkRow.kind)
            .where(or_(LinkRow.from_id.in_(own), LinkRow.to_id.in_(own)))
            .order_by(LinkRow.made_at, LinkRow.id)
        ).all()
        named = self._references({one for row in rows for one in (row.from_id, row.to_id)})
        found: dict[UUID, list[Linked]] = {}
        for source, target, kind in rows:
            for record, other, is_source in ((source, target, True), (target, source, False)):
                if record in own and named.get(other):
                    found.setdefault(record, []).append(Linked(LinkKind(kind), named[other], is_source))
        return found

    def _references(self, records: set[UUID]) -> Mapping[UUID, str]:
        columns = ((OutgoingRow.id, OutgoingRow.reference), (IncomingRow.id, IncomingRow.reference))
        found = (self._session.execute(select(*both).where(both[0].in_(records))).all() for both in columns)
        return {key: reference for key, reference in chain.from_iterable(found) if reference}

    def sent(self, method: Method, scope: BookScope) -> Iterator[tuple[tuple[Delivery, str], ...]]:
        """What was sent in one way, by the day it was sent, with the number and symbol of each document."""
        asked = (
            select(*DeliveryRow.__table__.columns, OutgoingRow.reference)
            .join(OutgoingRow, OutgoingRow.id == DeliveryRow.outgoing_id)
            .where(
                DeliveryRow.method == method.value,
                DeliveryRow.sent_on.is_not(None),
                OutgoingRow.state != "withheld",
                *_on_days(DeliveryRow.sent_on, scope),
                *_of_types(OutgoingRow.document_type, scope),
            )
            .order_by(DeliveryRow.sent_on, DeliveryRow.outgoing_id, DeliveryRow.place_in_order)
        )
        for some in self._partitions(asked):
            yield tuple((_value(DELIVERIES, row), row.reference) for row in some)

    def file_copy_uses(self, scope: BookScope) -> Iterator[tuple[tuple[FileCopyUse, RegisterLine], ...]]:
        """Who used the file copy of what, by the day."""
        uses = tuple(column.label(f"use_{column.name}") for column in FileCopyUseRow.__table__.columns)
        asked = (
            select(*uses, *OutgoingRow.__table__.columns)
            .join_from(FileCopyUseRow, OutgoingRow, OutgoingRow.id == FileCopyUseRow.outgoing_id)
            .where(*_on_days(FileCopyUseRow.used_on, scope), *_of_types(OutgoingRow.document_type, scope))
            .order_by(FileCopyUseRow.used_on, FileCopyUseRow.id)
        )
        for some in self._partitions(asked):
            yield tuple((_use(row), _value(LINES, row)) for row in some)

    # --- what came in -----------------------------------------------------------------------------------------------

    def arrival_reaches(self, scope: BookScope) -> dict[tuple[UUID, int], Reach]:
        """The books of arrivals and their years with arrivals that a book asks for, and how far each goes."""
        book, year, number = IncomingRow.book_id, IncomingRow.year, IncomingRow.number
        rows = self._session.execute(
            select(book, year, func.min(number), func.max(number))
            .where(*_incoming_asked(scope), *_on_days(IncomingRow.arrived_on, scope))
            .group_by(book, year)
            .order_by(year)
        )
        return {(key, of_year): Reach(first, last) for key, of_year, first, last in rows}

    def arrival_before(self, book: UUID, year: int, number: int) -> int | None:
        """The number of the arrival before a number; None where it is the first."""
        row = IncomingRow
        return self._session.scalar(
            select(func.max(row.number)).where(row.book_id == book, row.year == year, row.number < number)
        )

    def arrival_behind(self, book: UUID, year: int, number: int) -> int | None:
        """The number of the arrival behind a number; None where it is the last."""
        row = IncomingRow
        return self._session.scalar(
            select(func.min(row.number)).where(row.book_id == book, row.year == year, row.number > number)
        )

    def arrivals(self, book: UUID, year: int, reach: Reach) -> Iterator[tuple[IncomingDocument, ...]]:
        """The arrivals of a book and a year from the first number until the last, some at once."""
        asked = (
            _arrivals()
            .where(IncomingRow.book_id == book, IncomingRow.year == year, IncomingRow.number.between(*reach))
            .order_by(IncomingRow.number, IncomingRow.suffix)
        )
        return self._some_at_once(asked, INCOMING)

    def worked(self, scope: BookScope) -> Iterator[tuple[WorkedArrival, ...]]:
        """The arrivals that somebody is to work, by year and number: with a deadline, an answer, or work on them."""
        is_worked = exists().where(HandlingRow.arrival_id == IncomingRow.id)
        asked = _arrivals().where(
            *_incoming_asked(scope),
            *_on_days(IncomingRow.arrived_on, scope),
            IncomingRow.state == "registered",
            or_(IncomingRow.due_on.is_not(None), IncomingRow.answer.is_not(None), is_worked),
        )
        for some in self._some_at_once(asked.order_by(*_IN_ORDER), INCOMING):
            ids = [one.id for one in some]
            handlings, extensions = self._handlings(ids), self._extensions(ids)
            yield tuple(WorkedArrival(one, handlings.get(one.id), extensions.get(one.id, ())) for one in some)

    def _handlings(self, arrivals: list[UUID]) -> Mapping[UUID, Handling]:
        asked = select(*HandlingRow.__table__.columns).where(HandlingRow.arrival_id.in_(arrivals))
        return {row.arrival_id: _value(HANDLINGS, row) for row in self._session.execute(asked)}

    def _extensions(self, arrivals: list[UUID]) -> Mapping[UUID, Sequence[Extension]]:
        asked = select(*ExtensionRow.__table__.columns).where(ExtensionRow.arrival_id.in_(arrivals))
        found: dict[UUID, list[Extension]] = {}
        for row in self._session.execute(asked.order_by(ExtensionRow.made_at, ExtensionRow.id)):
            found.setdefault(row.arrival_id, []).append(_value(EXTENSIONS, row))
        return found

    def handed_on(self, scope: BookScope) -> Iterator[tuple[IncomingDocument, ...]]:
        """The arrivals that were handed over inside the office, by the day."""
        asked = _arrivals().where(
            *_incoming_asked(scope),
            *_on_days(IncomingRow.handed_on, scope),
            IncomingRow.state == "registered",
            IncomingRow.handed_on.is_not(None),
        )
        return self._some_at_once(asked.order_by(IncomingRow.handed_on, *_IN_ORDER), INCOMING)

    # --- how it is read ---------------------------------------------------------------------------------------------

    def _some_at_once(self, asked: Select[Any], form: Form[Any, Any]) -> Iterator[tuple[Any, ...]]:
        for some in self._partitions(asked):
            yield tuple(_value(form, row) for row in some)

    def _partitions(self, asked: Select[Any]) -> Iterator[Sequence[Result[Any]]]:
        """What is asked for, from one reading of the store, so that no page of it is missing another's lines."""
        with self._session.execute(asked, execution_options={"yield_per": AT_ONCE}) as rows:
            yield from rows.partitions()


_IN_ORDER: Final = (IncomingRow.year, IncomingRow.book_id, IncomingRow.number, IncomingRow.suffix)


def _value(form: Form[Any, Any], row: Result[Any]) -> Any:
    """The value of a row that was read as columns, which bear the names of the entity's."""
    return form.value(row)


def _use(row: Result[Any]) -> FileCopyUse:
    return FileCopyUse(
        row.use_id,
        row.use_outgoing_id,
        row.use_used_on,
        row.use_person,
        row.use_file_symbol,
        row.use_received_by,
        row.use_returned_on,
        row.use_allowed_by,
        row.use_notes,
    )


def _arrivals() -> Select[Any]:
    return select(*IncomingRow.__table__.columns)


def _outgoing_asked(scope: BookScope) -> list[ColumnElement[bool]]:
    """What a book of what went out asks for, one condition for lines with a date and one for those without."""
    if scope.days.first is None and scope.days.last is None:
        return [and_(True, *_of_types(OutgoingRow.document_type, scope))]
    first, behind = scope.moments
    undated: list[ColumnElement[bool]] = [OutgoingRow.document_date.is_(None)]
    undated += [OutgoingRow.entered_at >= first] if first else []
    undated += [OutgoingRow.entered_at < behind] if behind else []
    types = _of_types(OutgoingRow.document_type, scope)
    return [
        and_(OutgoingRow.document_date.is_not(None), *_on_days(OutgoingRow.document_date, scope), *types),
        and_(*undated, *types),
    ]


def _incoming_asked(scope: BookScope) -> list[ColumnElement[bool]]:
    asked = _of_types(IncomingRow.document_type, scope)
    return asked if scope.book is None else [*asked, IncomingRow.book_id == scope.book]


def _of_types(column: InstrumentedAttribute[Any], scope: BookScope) -> list[ColumnElement[bool]]:
    return [column.in_(sorted(scope.types))] if scope.types else []


def _on_days(column: InstrumentedAttribute[Any], scope: BookScope) -> list[ColumnElement[bool]]:
    first: date | None = scope.days.first
    last: date | None = scope.days.last
    return [*([column >= first] if first else []), *([column <= last] if last else [])]
