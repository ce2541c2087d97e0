"""Parts of the acts on arrivals in work, each within the unit of work of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.arrival_work import Asker, may_end
from vpdesk.domain.dates import local_day
from vpdesk.domain.deadlines import near
from vpdesk.domain.errors import (
    ArrivalFinished,
    ArrivalSecret,
    ArrivalTakenOver,
    LeadMissing,
    NotHead,
    NotPermitted,
)
from vpdesk.domain.handling import (
    Assignee,
    AssigneeEntry,
    AssigneeRole,
    DirectiveEntry,
    Handling,
    HandlingState,
    unfinished_state,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.arrival_parts import living, put_line
from vpdesk.services.desk import Desk
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

JOINT = "; "
"""What stands between the names in the register, as its book joins them."""


def workable(work: UnitOfWork, arrival: UUID) -> IncomingDocument:
    """An arrival the work on which is kept. Raises ArrivalIsVoid, ArrivalSecret, ArrivalTakenOver, NoSuchRecord."""
    found = living(work, arrival)
    if found.secrecy is not None:
        raise ArrivalSecret(found.written_number)
    if found.imported_by is not None:
        raise ArrivalTakenOver(found.written_number)
    return found


def unfinished(work: UnitOfWork, arrival: UUID) -> tuple[IncomingDocument, Handling | None]:
    """An arrival on which work goes on, and that work. Raises ArrivalFinished, and as `workable`."""
    found, handling = workable(work, arrival), work.handlings.of(arrival)
    if found.answer is not None or (handling is not None and handling.state.is_finished):
        raise ArrivalFinished(found.written_number)
    return found, handling


def asker_at(work: UnitOfWork, officer: Officer) -> Asker:
    """Who asks today what waits."""
    return Asker(officer.id, officer.name, near(local_day(work.now), work.calendar.workdays()))


def require_directing(desk: Desk, work: UnitOfWork) -> Officer:
    """The officer at this desk, who writes directives, or sets down those of others. Raises NotPermitted."""
    officer = officer_at(desk, work)
    return officer if officer.may(Permission.DIRECT) else require(desk, work, Permission.REGISTER_ARRIVALS)


def check_end(work: UnitOfWork, officer: Officer, arrival: IncomingDocument) -> None:
    """Raise NotPermitted where an officer may not say that an arrival is finished, or is not."""
    if not may_end(officer, arrival, work.handlings.assignees(arrival.id)):
        raise NotPermitted(Permission.HANDLE_ARRIVALS)


def head_named(work: UnitOfWork, officer: UUID) -> Officer:
    """An officer who writes directives, today or before. Raises NotHead, NoSuchRecord."""
    found = work.organisation.officer(officer)
    if not found.may(Permission.DIRECT):
        raise NotHead(found.name)
    return found


def head_of_today(work: UnitOfWork, officer: UUID) -> Officer:
    """An officer who writes directives today. Raises NotHead, NoSuchRecord."""
    found = head_named(work, officer)
    if local_day(work.now) not in found.days:
        raise NotHead(found.name)
    return found


def begun(handling: Handling | None, arrival: UUID, state: HandlingState) -> Handling:
    """The work on an arrival in a state, whether or not there was any before."""
    return replace(handling, state=state) if handling else Handling(arrival, state)


def put(work: UnitOfWork, officer: Officer, before: IncomingDocument, after: IncomingDocument) -> IncomingDocument:
    """Keep what came to stand in the line of an arrival, where something did."""
    return before if after == before else put_line(work, officer, before, after)


def given_to(
    arrival: IncomingDocument, former: Iterable[Assignee], assignees: tuple[Assignee, ...], day: date
) -> IncomingDocument:
    """An arrival as a directive gives it away: to be handed over where another leads than has it in his hands."""
    lead, leads = assignees[0], [one.name for one in former if one.role is AssigneeRole.LEAD]
    has_it = arrival.received_by or next(iter(leads), arrival.receiver)
    given = replace(arrival, receiver=JOINT.join(one.name for one in assignees))
    if arrival.handed_on is not None and has_it != lead.name:
        given = replace(given, handed_on=None, received_by=None, received_on=None)
    return signed_for(given, lead.name, day) if lead.acknowledged_at is not None else given


def signed_for(arrival: IncomingDocument, by: str, day: date) -> IncomingDocument:
    """An arrival that was handed over and signed for on a day, where nobody has said so before."""
    return replace(
        arrival,
        handed_on=arrival.handed_on or day,
        received_by=arrival.received_by or by,
        received_on=arrival.received_on or day,
    )


# --- who has it ---------------------------------------------------------------------------------------------------


def assign(work: UnitOfWork, arrival: UUID, directive: DirectiveEntry) -> tuple[Assignee, ...]:
    """Give an arrival to those whom a directive names, the lead first; who stays keeps what he has acknowledged.

    Raises LeadMissing, NoSuchRecord.
    """
    before = work.handlings.assignees(arrival)
    now = tuple(_assigned(work, arrival, directive, before))
    stay = {one.id for one in now}
    work.handlings.put_assignees(replace(one, ended_at=work.now) for one in before if one.id not in stay)
    work.handlings.put_assignees(now)
    return now


def _assigned(
    work: UnitOfWork, arrival: UUID, directive: DirectiveEntry, before: tuple[Assignee, ...]
) -> Iterator[Assignee]:
    known = {_key(one.officer, one.name): one for one in before}
    taken = set()
    for place, (role, entry) in enumerate(_entries(directive)):
        officer, name = _named(work, entry)
        if name is None:
            if role is AssigneeRole.LEAD:
                raise LeadMissing
            continue
        key = _key(officer, name)
        if key in taken:
            continue
        taken.add(key)
        there = known.get(key) or Assignee(new_id(work.now), arrival, place, role, name, work.now, officer)
        yield replace(there, place=place, role=role, name=name, due_on=entry.due_on)


def _named(work: UnitOfWork, entry: AssigneeEntry) -> tuple[UUID | None, str | None]:
    """Whom an entry means: an officer, also where only his name was written and no other of today bears it."""
    if entry.officer is not None:
        return entry.officer, work.organisation.officer(entry.officer).name
    name, today = entered(entry.name), local_day(work.now)
    there = [one for one in work.organisation.officers() if today in one.days and one.may(Permission.HANDLE_ARRIVALS)]
    so_called = [one for one in there if name and one.name.casefold() == name.casefold()]
    return (so_called[0].id, so_called[0].name) if len(so_called) == 1 else (None, name)


def _entries(directive: DirectiveEntry) -> Iterator[tuple[AssigneeRole, AssigneeEntry]]:
    yield AssigneeRole.LEAD, directive.lead
    for one in directive.support:
        yield AssigneeRole.SUPPORT, one


def _key(officer: UUID | None, name: str) -> UUID | str:
    return officer or name.casefold()


def acknowledge_for(work: UnitOfWork, assignees: Iterable[Assignee], by: UUID) -> tuple[Assignee, ...]:
    """Let those who have not acknowledged what they were given do so now; who they were."""
    waiting = tuple(one for one in assignees if one.acknowledged_at is None)
    work.handlings.put_assignees(replace(one, acknowledged_at=work.now, acknowledged_by=by) for one in waiting)
    return waiting


def put_state(work: UnitOfWork, handling: Handling, state: HandlingState) -> None:
    """Keep that work has come so far, where it was not there before."""
    if handling.state is not state:
        work.handlings.put(replace(handling, state=state))


def lead_signed(work: UnitOfWork, arrival: UUID, by: UUID) -> None:
    """Let the lead of an arrival have it in work, in the act that set down that it was signed for."""
    handling = work.handlings.of(arrival)
    if handling is not None and handling.state is HandlingState.ASSIGNED:
        leads = [one for one in work.handlings.assignees(arrival) if one.role is AssigneeRole.LEAD]
        acknowledge_for(work, leads, by)
        put_state(work, handling, HandlingState.UNDER_WAY)


def receiver_of(work: UnitOfWork, arrival: IncomingDocument) -> str | None:
    """Who signs for an arrival: its lead, or whom the register names where nobody was directed."""
    leads = (one.name for one in work.handlings.assignees(arrival.id) if one.role is AssigneeRole.LEAD)
    return next(leads, arrival.receiver)


def unfinish(work: UnitOfWork, arrival: UUID) -> HandlingState | None:
    """Let work that was finished stand where it stood before; how far that is. It was never asked for where None."""
    handling = work.handlings.of(arrival)
    if handling is None:
        return None
    state = unfinished_state(handling, work.handlings.assignees(arrival))
    if state is None:
        work.handlings.drop(arrival)
    else:
        work.handlings.put(
            replace(handling, state=state, finished_at=None, finished_on=None, finished_by=None, outcome=None)
        )
    return state
