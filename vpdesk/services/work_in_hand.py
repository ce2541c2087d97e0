"""What waits: the work on an arrival, how much is open, and what the officer at the desk is reminded of.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.arrival_work import (
    ArrivalWork,
    OpenCounts,
    Reminder,
    ReminderKind,
    Waiting,
    by_urgency,
    is_worked_here,
    steps_for,
)
from vpdesk.domain.dates import local_day
from vpdesk.domain.deadlines import deadline_on
from vpdesk.domain.handling import OpenArrival
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import LinkKind
from vpdesk.domain.roles import Permission
from vpdesk.services.deadlines import rules_at
from vpdesk.services.desk import Desk
from vpdesk.services.handling_parts import asker_at
from vpdesk.services.links import linked_documents
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def work_of(desk: Desk, arrival: UUID) -> ArrivalWork:
    """All there is to know of the work on an arrival. Raises NoSuchRecord, and as `seat.require`."""
    with desk.store.reading() as work:
        officer, found = require(desk, work, Permission.READ_REGISTERS), work.arrivals.get(arrival)
        handling, everybody = work.handlings.of(arrival), work.handlings.assignees(arrival, with_former=True)
        assignees = tuple(one for one in everybody if one.ended_at is None)
        today, workdays = local_day(work.now), work.calendar.workdays()
        is_open = is_worked_here(found) and found.answer is None and not (handling and handling.state.is_finished)
        names = {one.id: one.name for one in work.organisation.officers()}
        return ArrivalWork(
            arrival=found,
            handling=handling,
            assignees=assignees,
            former=tuple(one for one in everybody if one.ended_at is not None),
            extensions=work.handlings.extensions(arrival),
            answers=tuple(one for one in linked_documents(desk, work, arrival) if one.link.kind is LinkKind.ANSWERS),
            names=names,
            steps=steps_for(officer, found, handling, assignees),
            deadline=deadline_on(found.due_on, today, workdays) if is_open and found.due_on else None,
            proposed_due_on=rules_at(work).proposed(found, today, workdays) if is_open else None,
        )


def heads(desk: Desk) -> tuple[Officer, ...]:
    """Who writes directives today: to whom arrivals are submitted."""
    return tuple(one for one in handlers(desk) if one.may(Permission.DIRECT))


def handlers(desk: Desk) -> tuple[Officer, ...]:
    """The officers who may be given an arrival today, by name."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        today = local_day(work.now)
        there = [one for one in work.organisation.officers() if today in one.days]
        return tuple(one for one in there if one.may(Permission.HANDLE_ARRIVALS))


def open_counts(desk: Desk) -> OpenCounts:
    """What waits for the officer at the desk, and what is late."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        registers, directs = officer.may(Permission.REGISTER_ARRIVALS), officer.may(Permission.DIRECT)
        asked = {
            "mine": (Waiting.MINE,),
            "not_acknowledged": (Waiting.NOT_ACKNOWLEDGED,),
            "soon": (Waiting.MINE, Waiting.SOON),
            "late": (Waiting.MINE, Waiting.LATE),
        }
        if registers:
            asked |= {"to_submit": (Waiting.TO_SUBMIT,), "to_hand_over": (Waiting.TO_HAND_OVER,)}
        if directs:
            asked |= {"to_direct": (Waiting.TO_DIRECT,)}
        if registers or directs:
            asked |= {"all_soon": (Waiting.SOON,), "all_late": (Waiting.LATE,)}
        counts = work.open_work.counts(asker_at(work, officer), *asked.values())
        return OpenCounts(**dict(zip(asked, counts, strict=True)))


def reminders(desk: Desk, limit: int = 200) -> tuple[Reminder, ...]:
    """What the officer at the desk is reminded of, the most urgent first; each arrival once, by what he does next."""
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        today, workdays = local_day(work.now), work.calendar.workdays()
        found = dict[UUID, tuple[ReminderKind, OpenArrival, IncomingDocument]]()
        for kind, is_open, arrival in _waiting(work, officer, limit):
            found.setdefault(arrival.id, (kind, is_open, arrival))
        leads = work.open_work.leads(frozenset(found))
        told = (
            Reminder(
                arrival,
                is_open,
                kind,
                deadline_on(is_open.due_on, today, workdays) if is_open.due_on else None,
                leads.get(arrival.id),
            )
            for kind, is_open, arrival in found.values()
        )
        return tuple(sorted(told, key=by_urgency)[:limit])


def _waiting(
    work: UnitOfWork, officer: Officer, limit: int
) -> Iterator[tuple[ReminderKind, OpenArrival, IncomingDocument]]:
    """What waits for an officer: what is his to do next first, then what he works, then what others are to work."""
    registers, directs = officer.may(Permission.REGISTER_ARRIVALS), officer.may(Permission.DIRECT)
    asked = {
        (ReminderKind.DIRECT, Waiting.TO_DIRECT): directs,
        (ReminderKind.SUBMIT, Waiting.TO_SUBMIT): registers,
        (ReminderKind.HAND_OVER, Waiting.TO_HAND_OVER): registers,
        (ReminderKind.ACKNOWLEDGE, Waiting.NOT_ACKNOWLEDGED): True,
        (ReminderKind.WORK, Waiting.MINE): True,
        (ReminderKind.FOLLOW, Waiting.LATE): registers or directs,
        (ReminderKind.FOLLOW, Waiting.SOON): registers or directs,
    }
    asker = asker_at(work, officer)
    for (kind, waiting), may in asked.items():
        for is_open, arrival in work.open_work.arrivals(asker, waiting, limit) if may else ():
            yield kind, is_open, arrival
