"""The sections of a desk that are about arrivals: to be handed on, directed, worked, and those that are late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vpdesk.domain.arriving import SOON
from vpdesk.domain.desks import (
    MOST_COUNTED,
    SHOWN,
    WAITS_FOR_SIGNATURE,
    DeskAct,
    DeskRow,
    DeskSection,
    SectionKind,
    late_by_person,
    most_pressing,
    section,
)
from vpdesk.domain.handling import Assignee, OpenArrival, OpenState
from vpdesk.services.desk_reading import DeskReading

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.incoming import IncomingDocument

_LOOKED_AT: Final = 200
"""Arrivals that wait longest or came last, among which the urgent ones are put in front."""


def to_hand_on(reading: DeskReading) -> DeskSection:
    """The arrivals of which nobody was asked yet: urgent first, then by their deadlines, then the newest."""
    waiting = reading.work.desks.waiting(OpenState.NEW, _LOOKED_AT)
    rows = most_pressing(_arrival(line, DeskAct.HAND_ON) for _open, line in waiting)
    return section(SectionKind.TO_HAND_ON, rows, reading.work.desks.count(state=OpenState.NEW))


def to_direct(reading: DeskReading) -> DeskSection:
    """The arrivals that wait for the officer's directive."""
    waiting = reading.work.desks.submitted_to(reading.officer.id, MOST_COUNTED)
    return section(SectionKind.TO_DIRECT, most_pressing(_arrival(line, DeskAct.DIRECT) for _open, line in waiting))


def unsigned(reading: DeskReading) -> DeskSection:
    """The arrivals that were handed on or directed to somebody who never signed for them, the oldest first."""
    work = reading.work
    handed = work.desks.unsigned(reading.today - timedelta(days=WAITS_FOR_SIGNATURE), MOST_COUNTED)
    directed = [line for _open, line in work.desks.waiting(OpenState.ASSIGNED, MOST_COUNTED)]
    lines = {line.id: line for line in (*handed, *directed)}
    leads = work.desks.leads(line.id for line in directed)
    rows = [replace(_arrival(line, DeskAct.SIGN_FOR), people=_who(line, leads)) for line in lines.values()]
    return section(SectionKind.UNSIGNED, rows)


def assigned(reading: DeskReading) -> DeskSection:
    """What the officer was given to work on: by a directive, or handed on to him with a deadline."""
    work = reading.work
    directed = work.handlings.open_of(reading.officer.id)
    handed = work.desks.given_to(reading.officer.name, _LOOKED_AT)
    known = {arrival.arrival for arrival, _assignee in directed}
    rows = [_assigned(reading, arrival, assignee) for arrival, assignee in directed]
    rows += [_arrival(line, DeskAct.OPEN_ARRIVAL) for arrival, line in handed if arrival.arrival not in known]
    return section(SectionKind.ASSIGNED, most_pressing(rows))


def _assigned(reading: DeskReading, arrival: OpenArrival, assignee: Assignee) -> DeskRow:
    line = reading.work.arrivals.get(arrival.arrival)
    handling = reading.work.handlings.of(arrival.arrival)
    row = _arrival(line, DeskAct.OPEN_ARRIVAL)
    return replace(row, quote=handling.directive if handling else None, due_on=assignee.due_on or line.due_on)


def deadlines(reading: DeskReading) -> DeskSection:
    """The open arrivals that are late or due within the next workdays, the earliest day first, each with its lead."""
    work = reading.work
    soon = work.calendar.workdays().later(reading.today, SOON)
    waiting = work.desks.due_until(soon, SHOWN)
    leads = work.desks.leads(line.id for _open, line in waiting)
    rows = [replace(_arrival(line, DeskAct.OPEN_ARRIVAL), people=_who(line, leads)) for _open, line in waiting]
    return section(SectionKind.DEADLINES, rows, work.desks.count(until=soon))


def late_people(reading: DeskReading) -> DeskSection:
    """Who has how many arrivals that are late; those that nobody has are nobody's."""
    late = reading.work.desks.due_until(reading.today - timedelta(days=1), MOST_COUNTED)
    leads = reading.work.desks.leads(line.id for _open, line in late)
    pairs = [(next(iter(_who(line, leads)), ""), line.due_on) for _open, line in late]
    return section(SectionKind.LATE_PEOPLE, late_by_person((who, due) for who, due in pairs if due is not None))


def late(reading: DeskReading, sections: Mapping[SectionKind, DeskSection]) -> int:
    """How many arrivals are late: for whoever watches over all of them every one, for the others their own."""
    if sections.keys() & {SectionKind.DEADLINES, SectionKind.LATE_PEOPLE}:
        return reading.work.desks.count(until=reading.today - timedelta(days=1))
    given = sections.get(SectionKind.ASSIGNED)
    return sum(row.is_late(reading.today) for row in given.rows) if given else 0


def _who(line: IncomingDocument, leads: Mapping[UUID, str]) -> tuple[str, ...]:
    """Who has an arrival: its lead, or else its receiver."""
    return tuple(filter(None, (leads.get(line.id) or line.receiver,)))


def _arrival(line: IncomingDocument, act: DeskAct) -> DeskRow:
    """A row of an arrival; of a secret one the register itself has no more."""
    return DeskRow(
        act,
        line.id,
        document_type=line.document_type,
        reference=line.reference,
        subject=line.subject,
        person=line.sender,
        people=_who(line, {}),
        number=line.written_number,
        urgency=line.urgency,
        due_on=line.due_on,
        at=line.entered_at,
    )
