"""The sections of a desk that are about arrivals: to be handed on, directed, worked, and those that are late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vpdesk.domain.arrival_work import Waiting
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
from vpdesk.domain.handling import OpenState
from vpdesk.services.desk_reading import DeskReading

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.incoming import IncomingDocument

_LOOKED_AT: Final = 200
"""Arrivals that are due first or came last, among which the urgent ones are put in front."""


def to_hand_on(reading: DeskReading) -> DeskSection:
    """What the clerk passes on: to the head what is new, to their leads what was directed.

    Urgent first, then by their deadlines, then the newest.
    """
    desks = reading.work.desks
    new = [line for _open, line in desks.waiting(OpenState.NEW, _LOOKED_AT)]
    assigned = desks.waiting(OpenState.ASSIGNED, MOST_COUNTED)
    directed = [line for _open, line in assigned if line.handed_on is None]
    leads = reading.work.open_work.leads(frozenset(line.id for line in directed))
    rows = [replace(_arrival(reading, line, DeskAct.HAND_ON), people=_who(line, leads)) for line in directed]
    rows += [_arrival(reading, line, DeskAct.HAND_ON if line.secrecy else DeskAct.SUBMIT) for line in new]
    return section(SectionKind.TO_HAND_ON, most_pressing(rows), desks.count(state=OpenState.NEW) + len(directed))


def to_direct(reading: DeskReading) -> DeskSection:
    """The arrivals that wait for the officer's directive."""
    waiting = reading.work.open_work.arrivals(reading.asker, Waiting.TO_DIRECT, MOST_COUNTED)
    rows = [_arrival(reading, line, DeskAct.DIRECT) for _open, line in waiting]
    return section(SectionKind.TO_DIRECT, most_pressing(rows))


def unsigned(reading: DeskReading) -> DeskSection:
    """The arrivals that were handed on to somebody who never signed for them, the oldest first."""
    work = reading.work
    lines = work.desks.unsigned(reading.today - timedelta(days=WAITS_FOR_SIGNATURE), MOST_COUNTED)
    leads = work.open_work.leads(frozenset(line.id for line in lines[:SHOWN]))
    rows = [replace(_arrival(reading, line, DeskAct.SIGN_FOR), people=_who(line, leads)) for line in lines]
    return section(SectionKind.UNSIGNED, rows)


def assigned(reading: DeskReading) -> DeskSection:
    """What the officer has in work, with the words of the directive and his own day where he has one."""
    work = reading.work
    waiting = work.open_work.arrivals(reading.asker, Waiting.MINE, _LOOKED_AT)
    rows = most_pressing(_arrival(reading, line, DeskAct.OPEN_ARRIVAL) for _open, line in waiting)
    shown = most_pressing(_directed(reading, row) for row in rows[:SHOWN])
    total = len(rows) if len(rows) < _LOOKED_AT else work.open_work.count(reading.asker, Waiting.MINE)
    return section(SectionKind.ASSIGNED, shown, total)


def _directed(reading: DeskReading, row: DeskRow) -> DeskRow:
    assert row.record is not None  # noqa: S101 -- rows of arrivals have theirs
    handling = reading.work.handlings.of(row.record)
    if handling is None:
        return row
    given = reading.work.handlings.assignees(row.record)
    own = next((one.due_on for one in given if one.officer == reading.officer.id), None)
    return replace(row, quote=handling.directive, deadline=reading.deadline(own) or row.deadline)


def deadlines(reading: DeskReading) -> DeskSection:
    """The open arrivals that are late or due within the next workdays, the earliest day first, each with its lead."""
    work, soon = reading.work, reading.asker.days.soon
    waiting = work.desks.due_until(soon, SHOWN)
    leads = work.open_work.leads(frozenset(line.id for _open, line in waiting))
    rows = [replace(_arrival(reading, line, DeskAct.OPEN_ARRIVAL), people=_who(line, leads)) for _open, line in waiting]
    return section(SectionKind.DEADLINES, rows, work.desks.count(until=soon))


def late_people(reading: DeskReading) -> DeskSection:
    """Who has how many arrivals that are late; those that nobody has are nobody's."""
    late = reading.work.desks.due_until(reading.asker.days.late, MOST_COUNTED)
    leads = reading.work.open_work.leads(frozenset(line.id for _open, line in late))
    pairs = [(next(iter(_who(line, leads)), ""), reading.deadline(line.due_on)) for _open, line in late]
    return section(SectionKind.LATE_PEOPLE, late_by_person((who, due) for who, due in pairs if due is not None))


def late(reading: DeskReading, sections: Mapping[SectionKind, DeskSection]) -> int:
    """How many arrivals are late: for whoever watches over all of them every one, for the others their own."""
    if sections.keys() & {SectionKind.DEADLINES, SectionKind.LATE_PEOPLE}:
        return reading.work.desks.count(until=reading.asker.days.late)
    if SectionKind.ASSIGNED in sections:
        return reading.work.open_work.count(reading.asker, Waiting.MINE, Waiting.LATE)
    return 0


def _who(line: IncomingDocument, leads: Mapping[UUID, str]) -> tuple[str, ...]:
    """Who has an arrival: its lead, or else its receiver."""
    return tuple(filter(None, (leads.get(line.id) or line.receiver,)))


def _arrival(reading: DeskReading, line: IncomingDocument, act: DeskAct) -> DeskRow:
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
        deadline=reading.deadline(line.due_on),
        at=line.entered_at,
    )
