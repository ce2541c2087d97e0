"""What reports count and list of arrivals, asked of the engine in groups: however many there are, few rows come back.

Whether an arrival is open is what `open_arrival` says of it; who leads it, its first assignee as lead, or else its
receiver. Whoever may see his own documents alone is asked about with his id and his name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from typing import Any, Final

from sqlalchemy import Select, Subquery, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from vpdesk.db.open_work import waits
from vpdesk.db.register_tables import IncomingRow
from vpdesk.db.report_conditions import Condition, Own, count_of, on_days
from vpdesk.db.work_tables import AssigneeRow, ExtensionRow, HandlingRow, OpenArrivalRow
from vpdesk.domain.arrival_work import Asker, Waiting
from vpdesk.domain.deadlines import Near, last_day_of, near
from vpdesk.domain.handling import UNASSIGNED, AssigneeRole, OpenState
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.organisation import Days
from vpdesk.domain.report_figures import (
    NONE_WORKED,
    Apart,
    ArrivedFigures,
    DueArrival,
    DueFigures,
    HandlingFigures,
    Unsigned,
    Worked,
)
from vpdesk.domain.workdays import Workdays

_LIVING: Final = IncomingRow.state == ArrivalState.REGISTERED.value
_OPEN_HERE: Final = IncomingRow.import_id.is_(None)
_PLAIN: Final = IncomingRow.secrecy.is_(None)
_Both = tuple[str | None, str]
"""Who leads an arrival, and who sent it."""


class ArrivalReports:
    """What reports ask of arrivals."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def handling(self, days: Days, calendar: Workdays, today: date, own: Own | None = None) -> HandlingFigures:
        """How the arrivals of some days were worked, as it stands today."""
        lead = _leads(days)
        asked = [_LIVING, _OPEN_HERE, _PLAIN, *on_days(IncomingRow.arrived_on, days), *_of_lead(lead, own)]
        by_both = self._worked(lead, asked, near(today, calendar).late)
        for both, count in self._finished_late(lead, asked, calendar).items():
            by_both[both] += Worked(on_time=-count, finished_late=count)
        by_person: dict[str | None, Worked] = {}
        by_sender: dict[str, Worked] = {}
        for (person, sender), worked in by_both.items():
            by_person[person] = by_person.get(person, NONE_WORKED) + worked
            by_sender[sender] = by_sender.get(sender, NONE_WORKED) + worked
        return HandlingFigures(by_person, by_sender, self._apart(days, lead, own))

    def _worked(self, lead: Subquery, asked: list[Condition], late: date) -> dict[_Both, Worked]:
        """The arrivals by who leads and by sender, what is finished as if on time; `late` is the last day gone by."""
        person = func.coalesce(lead.c.name, IncomingRow.receiver)
        is_open = OpenArrivalRow.arrival_id.is_not(None)
        unassigned = OpenArrivalRow.state.in_([one.value for one in UNASSIGNED])
        rows = self._session.execute(
            _with_lead(
                lead,
                person,
                IncomingRow.sender,
                count_of(~is_open),
                count_of(and_(is_open, ~unassigned)),
                count_of(and_(is_open, unassigned)),
                count_of(and_(is_open, IncomingRow.due_on <= late)),
            )
            .where(*asked)
            .group_by(person, IncomingRow.sender)
        )
        return {
            (name, sender): Worked(finished, in_work=in_work, unassigned=unassigned, late=late)
            for name, sender, finished, in_work, unassigned, late in rows
        }

    def _finished_late(self, lead: Subquery, asked: list[Condition], calendar: Workdays) -> Counter[_Both]:
        """How many were finished late: behind the last day in time, which for a day off is the next workday."""
        person, due_on, finished_on = (
            func.coalesce(lead.c.name, IncomingRow.receiver),
            IncomingRow.due_on,
            HandlingRow.finished_on,
        )
        rows = self._session.execute(
            _with_lead(lead, person, IncomingRow.sender, due_on, finished_on, func.count())
            .join(HandlingRow, HandlingRow.arrival_id == IncomingRow.id)
            .where(*asked, OpenArrivalRow.arrival_id.is_(None), finished_on > due_on)
            .group_by(person, IncomingRow.sender, due_on, finished_on)
        )
        late: Counter[_Both] = Counter()
        last_day = cache(partial(last_day_of, workdays=calendar))
        for name, sender, due, finished, count in rows:
            if finished > last_day(due):
                late[name, sender] += count
        return late

    def _apart(self, days: Days, lead: Subquery, own: Own | None) -> Apart:
        """The secret arrivals of some days, and those of old books."""
        asked = (
            select(count_of(and_(~_PLAIN, _OPEN_HERE)), count_of(~_OPEN_HERE))
            .select_from(IncomingRow)
            .where(_LIVING, *on_days(IncomingRow.arrived_on, days))
        )
        if own is not None:
            asked = asked.outerjoin(lead, lead.c.arrival_id == IncomingRow.id).where(*_of_lead(lead, own))
        return Apart(*(count or 0 for count in self._session.execute(asked).one()))

    def due(self, days: Near, own: Own | None = None) -> DueFigures:
        """The open arrivals that are late or due soon, the longest late first."""
        lead = _leads(is_open=True)
        moved = (
            select(func.count())
            .select_from(ExtensionRow)
            .where(ExtensionRow.arrival_id == IncomingRow.id)
            .scalar_subquery()
        )
        row = IncomingRow
        person = func.coalesce(lead.c.name, row.receiver)
        asked = (
            select(
                row.id,
                row.number,
                row.suffix,
                row.arrived_on,
                row.sender,
                row.reference,
                row.document_type,
                row.subject,
                row.secrecy,
                row.due_on,
                OpenArrivalRow.state.label("open_state"),
                person.label("person"),
                moved.label("extensions"),
            )
            .select_from(OpenArrivalRow)
            .join(row, row.id == OpenArrivalRow.arrival_id)
            .outerjoin(lead, lead.c.arrival_id == row.id)
            .where(OpenArrivalRow.due_on <= days.soon, *_in_hand(days, own))
            .order_by(OpenArrivalRow.due_on, row.year, row.number, row.suffix, row.id)
        )
        shown: list[DueArrival] = []
        secret = [0, 0]
        for one in self._session.execute(asked):
            if one.secrecy is not None:
                secret[one.due_on > days.late] += 1
                continue
            shown.append(
                DueArrival(
                    one.id,
                    f"{one.number:02d}{one.suffix}",
                    one.arrived_on,
                    one.sender,
                    one.reference,
                    one.document_type,
                    one.subject,
                    one.person,
                    one.due_on,
                    OpenState(one.open_state),
                    one.extensions,
                )
            )
        return DueFigures(tuple(shown), (secret[0], secret[1]))

    def arrived(self, days: Days, own: Own | None = None) -> ArrivedFigures:
        """How many documents came on some days, by type and by sender."""
        lead = _leads(days)
        asked = [_LIVING, _PLAIN, *on_days(IncomingRow.arrived_on, days), *_of_lead(lead, own)]
        return ArrivedFigures(
            self._arrived(IncomingRow.document_type, lead, asked, own),
            self._arrived(IncomingRow.sender, lead, asked, own),
            self._apart(days, lead, own),
        )

    def _arrived(
        self, key: InstrumentedAttribute[Any], lead: Subquery, asked: Iterable[Condition], own: Own | None
    ) -> dict[Any, int]:
        counted = select(key, func.count()).select_from(IncomingRow)
        if own is not None:
            counted = counted.outerjoin(lead, lead.c.arrival_id == IncomingRow.id)
        rows = self._session.execute(counted.where(*asked).group_by(key))
        return dict(tuple(row) for row in rows)

    def unsigned(self, days: Days, own: Own | None = None) -> tuple[Unsigned, ...]:
        """The arrivals that were handed on on some days, and nobody signed for them."""
        row = IncomingRow
        asked = select(
            row.id, row.handed_on, row.number, row.suffix, row.document_type, row.subject, row.receiver
        ).where(
            _LIVING,
            _OPEN_HERE,
            _PLAIN,
            row.handed_on.is_not(None),
            row.received_by.is_(None),
            row.received_on.is_(None),
            *on_days(row.handed_on, days),
        )
        if own is not None:
            asked = asked.where(row.receiver == own.name)
        rows = self._session.execute(asked.order_by(row.handed_on, row.year, row.number, row.suffix, row.id))
        return tuple(
            Unsigned(
                one.id, one.handed_on, f"{one.number:02d}{one.suffix}", one.document_type, one.subject, one.receiver
            )
            for one in rows
        )


# --- conditions -------------------------------------------------------------------------------------------------------


def _leads(days: Days | None = None, *, is_open: bool = False) -> Subquery:
    """Who leads each arrival, of several the first; of those that came on some days, or are open, where it is asked."""
    order = (AssigneeRow.assigned_at, AssigneeRow.place_in_order, AssigneeRow.id)
    place = func.row_number().over(partition_by=AssigneeRow.arrival_id, order_by=order)
    asked = select(AssigneeRow.arrival_id, AssigneeRow.name, AssigneeRow.officer_id, place.label("place")).where(
        AssigneeRow.role == AssigneeRole.LEAD.value, AssigneeRow.ended_at.is_(None)
    )
    if days is not None:
        came = on_days(IncomingRow.arrived_on, days)
        asked = asked.join(IncomingRow, IncomingRow.id == AssigneeRow.arrival_id).where(*came)
    if is_open:
        asked = asked.where(AssigneeRow.arrival_id.in_(select(OpenArrivalRow.arrival_id)))
    leads = asked.subquery("leads")
    return select(leads.c.arrival_id, leads.c.name, leads.c.officer_id).where(leads.c.place == 1).subquery("first_lead")


def _with_lead(lead: Subquery, *columns: Any) -> Select[Any]:
    """Columns of arrivals with who leads them, and whether they are open."""
    return (
        select(*columns)
        .select_from(IncomingRow)
        .outerjoin(OpenArrivalRow, OpenArrivalRow.arrival_id == IncomingRow.id)
        .outerjoin(lead, lead.c.arrival_id == IncomingRow.id)
    )


def _in_hand(days: Near, own: Own | None) -> Iterator[Condition]:
    """That an open arrival is an officer's to work, as lead, in support, or as its receiver."""
    if own is not None:
        yield waits(Waiting.MINE, Asker(own.id, own.name, days))


def _of_lead(lead: Subquery, own: Own | None) -> Iterator[Condition]:
    """That an arrival is an officer's own: he leads it, or nobody does and he has it."""
    if own is not None:
        yield or_(lead.c.officer_id == own.id, and_(lead.c.arrival_id.is_(None), IncomingRow.receiver == own.name))
