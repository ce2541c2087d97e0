"""What the store keeps of work on arrivals, and which of them are open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vpdesk.db.register_tables import IncomingRow
from vpdesk.db.work_records import ASSIGNEES, EXTENSIONS, HANDLINGS, OPEN_ARRIVALS, PHRASES
from vpdesk.db.work_tables import AssigneeRow, DirectivePhraseRow, ExtensionRow, HandlingRow, OpenArrivalRow
from vpdesk.domain.errors import StaleEdit
from vpdesk.domain.handling import Assignee, DirectivePhrase, Extension, Handling, HandlingState, OpenArrival, OpenState
from vpdesk.domain.incoming import ArrivalState


class Handlings:
    """The work on arrivals."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, arrival: UUID) -> Handling | None:
        """The work on an arrival; None where nobody was asked yet."""
        row = self._session.get(HandlingRow, arrival)
        return HANDLINGS.value(row) if row else None

    def put(self, handling: Handling) -> Handling:
        """Keep the work on an arrival; it comes back with its next version. Raises StaleEdit."""
        there = self._session.get(HandlingRow, handling.arrival)
        if (there.version if there else 0) != handling.version:
            raise StaleEdit
        kept = replace(handling, version=handling.version + 1)
        self._session.merge(HANDLINGS.row(kept))
        self._session.flush()
        note_open(self._session, handling.arrival)
        return kept

    def drop(self, arrival: UUID) -> None:
        """Forget the work on an arrival: nobody is asked any more."""
        if (row := self._session.get(HandlingRow, arrival)) is not None:
            self._session.delete(row)
            self._session.flush()
            note_open(self._session, arrival)

    def erase(self, arrival: UUID) -> None:
        """Erase all that was ever kept of the work on an arrival."""
        for kind in (AssigneeRow, ExtensionRow):
            for row in self._session.scalars(select(kind).where(kind.arrival_id == arrival)):
                self._session.delete(row)
        self._session.flush()
        self.drop(arrival)

    def assignees(self, arrival: UUID, *, with_former: bool = False) -> tuple[Assignee, ...]:
        """Who has an arrival, the lead first; where they are asked for, behind them those who were left out later."""
        asked = select(AssigneeRow).where(AssigneeRow.arrival_id == arrival)
        if not with_former:
            asked = asked.where(AssigneeRow.ended_at.is_(None))
        row = AssigneeRow
        rows = self._session.scalars(asked.order_by(row.ended_at.is_not(None), row.ended_at, row.place_in_order))
        return tuple(map(ASSIGNEES.value, rows))

    def of_all(self, arrivals: Collection[UUID]) -> Mapping[UUID, Handling]:
        """The work on those of some arrivals for which somebody was asked."""
        rows = self._session.scalars(select(HandlingRow).where(HandlingRow.arrival_id.in_(arrivals)))
        return {one.arrival: one for one in map(HANDLINGS.value, rows)}

    def assignees_of_all(self, arrivals: Collection[UUID]) -> Mapping[UUID, tuple[Assignee, ...]]:
        """Who has each of some arrivals, the lead first."""
        rows = self._session.scalars(
            select(AssigneeRow)
            .where(AssigneeRow.arrival_id.in_(arrivals), AssigneeRow.ended_at.is_(None))
            .order_by(AssigneeRow.assigned_at, AssigneeRow.place_in_order)
        )
        found = defaultdict[UUID, tuple[Assignee, ...]](tuple)
        for one in map(ASSIGNEES.value, rows):
            found[one.arrival] += (one,)
        return found

    def put_assignees(self, assignees: Iterable[Assignee]) -> None:
        """Keep who has an arrival."""
        for one in assignees:
            self._session.merge(ASSIGNEES.row(one))
        self._session.flush()

    def extensions(self, arrival: UUID) -> tuple[Extension, ...]:
        """How the deadline of an arrival was moved, the first time first."""
        rows = self._session.scalars(
            select(ExtensionRow)
            .where(ExtensionRow.arrival_id == arrival)
            .order_by(ExtensionRow.made_at, ExtensionRow.id)
        )
        return tuple(map(EXTENSIONS.value, rows))

    def add_extension(self, extension: Extension) -> None:
        """Keep that a deadline was moved."""
        self._session.add(EXTENSIONS.row(extension))
        self._session.flush()

    def open(
        self, states: Collection[OpenState] = frozenset(OpenState), due_by: date | None = None
    ) -> tuple[OpenArrival, ...]:
        """The arrivals that wait in these states, by their days; only those due by a day where one is named."""
        asked = select(OpenArrivalRow).where(OpenArrivalRow.state.in_([one.value for one in states]))
        if due_by is not None:
            asked = asked.where(OpenArrivalRow.due_on <= due_by)
        rows = self._session.scalars(
            asked.order_by(OpenArrivalRow.due_on.is_(None), OpenArrivalRow.due_on, OpenArrivalRow.arrival_id)
        )
        return tuple(map(OPEN_ARRIVALS.value, rows))

    def phrases(self, officer: UUID) -> tuple[DirectivePhrase, ...]:
        """The phrases of an officer, in his order."""
        rows = self._session.scalars(
            select(DirectivePhraseRow)
            .where(DirectivePhraseRow.owner_id == officer)
            .order_by(DirectivePhraseRow.place_in_order, DirectivePhraseRow.id)
        )
        return tuple(map(PHRASES.value, rows))

    def put_phrase(self, phrase: DirectivePhrase) -> None:
        """Keep a phrase."""
        self._session.merge(PHRASES.row(phrase))
        self._session.flush()

    def drop_phrase(self, phrase: UUID) -> None:
        """Drop a phrase."""
        if (row := self._session.get(DirectivePhraseRow, phrase)) is not None:
            self._session.delete(row)
            self._session.flush()

    def note_all_open(self) -> None:
        """Make the table of what is open anew from the records."""
        for row in self._session.scalars(select(OpenArrivalRow)):
            self._session.delete(row)
        self._session.flush()
        living = select(IncomingRow.id).where(
            IncomingRow.state == ArrivalState.REGISTERED.value,
            IncomingRow.import_id.is_(None),
            IncomingRow.answer.is_(None),
        )
        for arrival in self._session.scalars(living).all():
            note_open(self._session, arrival)


def note_open(session: Session, arrival: UUID) -> None:
    """Keep whether an arrival is open, and where it waits, as its record and its handling say now."""
    line, handling = session.get_one(IncomingRow, arrival), session.get(HandlingRow, arrival)
    there = session.get(OpenArrivalRow, arrival)
    state = _open_state(line, HandlingState(handling.state) if handling else None)
    if state is not None:
        now = OpenArrival(arrival, state, line.due_on, line.receiver)
        session.merge(OPEN_ARRIVALS.row(now))
    elif there is not None:
        session.delete(there)
    session.flush()


def _open_state(line: IncomingRow, state: HandlingState | None) -> OpenState | None:
    """Where an arrival waits; None for one that is finished, void, or was taken over from old books.

    Of a secret nothing is kept but that it was handed on.
    """
    is_living = line.state == ArrivalState.REGISTERED.value and line.import_id is None
    if not is_living or line.answer is not None or (state is not None and state.is_finished):
        return None
    if line.secrecy is not None and line.handed_on is not None:
        return None
    if state is None:
        return OpenState.NEW if line.handed_on is None else OpenState.HANDED_ON
    return OpenState(state.value)
