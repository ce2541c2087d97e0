"""Arrivals in work: submitted to the head, directed, acknowledged, given more time, finished, opened again.

Clerical rules, 3.1 and 3.5. Nothing of this is kept of a secret arrival. Like every act on the store, these run on the
store's own worker.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from vpdesk.domain.arrival_work import HANDLING
from vpdesk.domain.arriving import changes_between
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import (
    AlreadyDirected,
    ArrivalNotFinished,
    DateInFuture,
    LineEnded,
    NotGiven,
    NotLater,
    NotPermitted,
    NotSubmitted,
    ReasonMissing,
)
from vpdesk.domain.handling import (
    ENDS_WITHOUT_REPLY,
    Assignee,
    AssigneeRole,
    DirectiveEntry,
    Extension,
    HandlingState,
    unfinished_state,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import LineState, LinkKind
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.answers import settle_answers
from vpdesk.services.arrival_parts import KIND, correct
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_arrival
from vpdesk.services.handling_parts import (
    acknowledge_for,
    assign,
    begun,
    check_end,
    given_to,
    head_named,
    head_of_today,
    put,
    put_state,
    require_directing,
    signed_for,
    unfinish,
    unfinished,
    workable,
)
from vpdesk.services.links import bind
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


# --- before the head ----------------------------------------------------------------------------------------------


def submit(desk: Desk, arrivals: Iterable[UUID], to: UUID) -> tuple[IncomingDocument, ...]:
    """Submit arrivals to a head for his directive; those that are before one already go to this one.

    Raises NotHead, AlreadyDirected, ArrivalFinished, ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid, NoSuchRecord, and
    as `seat.require`; none is submitted then.
    """
    with desk.store.writing() as work:
        officer, head = require(desk, work, Permission.REGISTER_ARRIVALS), head_of_today(work, to)
        return tuple(_submit(work, one, officer, head) for one in arrivals)


def _submit(work: UnitOfWork, arrival: UUID, officer: Officer, head: Officer) -> IncomingDocument:
    found, handling = unfinished(work, arrival)
    if handling is not None and handling.state is not HandlingState.SUBMITTED:
        raise AlreadyDirected(found.written_number)
    work.handlings.put(
        replace(
            begun(handling, arrival, HandlingState.SUBMITTED),
            submitted_at=work.now,
            submitted_by=officer.id,
            submitted_to=head.id,
        )
    )
    work.tell(officer.id, "submit", KIND, arrival, to=head.id)
    return found


def take_back(desk: Desk, arrivals: Iterable[UUID]) -> tuple[IncomingDocument, ...]:
    """Take the submission of arrivals back, on which the head has not written.

    Raises NotSubmitted, AlreadyDirected, and as `submit`; none is taken back then.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.REGISTER_ARRIVALS)
        return tuple(_take_back(work, one, officer) for one in arrivals)


def _take_back(work: UnitOfWork, arrival: UUID, officer: Officer) -> IncomingDocument:
    found, handling = unfinished(work, arrival)
    if handling is None:
        raise NotSubmitted(found.written_number)
    if handling.state is not HandlingState.SUBMITTED:
        raise AlreadyDirected(found.written_number)
    work.handlings.drop(arrival)
    work.tell(officer.id, "take_back", KIND, arrival)
    return found


def direct(desk: Desk, arrival: UUID, directive: DirectiveEntry) -> IncomingDocument:
    """Write the directive on an arrival: a head his own, a clerk one that a head wrote on paper.

    It may follow on another: those it leaves out have it no longer, those who stay keep what they acknowledged; where
    another leads than has it in his hands, it is to be handed over again. The register says of receiver and deadline
    what it says. Raises LeadMissing, NotHead, ArrivalFinished,
    ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid, NoSuchRecord, and as `seat.require`.
    """
    with desk.store.writing() as work:
        officer, head = _director(desk, work, directive)
        before, handling = unfinished(work, arrival)
        former = work.handlings.assignees(arrival)
        assignees = assign(work, arrival, directive)
        given = given_to(before, former, assignees, local_day(work.now))
        due_on = directive.due_on or before.due_on
        kept = _put_given(work, officer, before, replace(given, due_on=due_on))
        written = replace(
            begun(handling, arrival, HandlingState.ASSIGNED),
            directive=entered(directive.text),
            directed_at=work.now,
            directed_by=head.id,
            set_down_by=officer.id if directive.directed_by is not None else None,
            first_due_on=(handling and handling.first_due_on) or before.due_on or due_on,
        )
        work.handlings.put(replace(written, state=unfinished_state(written, assignees) or HandlingState.ASSIGNED))
        index_arrival(desk, work, kept)
        work.tell(officer.id, "direct", KIND, arrival, by=head.id, assignees=len(assignees), due_on=due_on)
        return kept


def _put_given(
    work: UnitOfWork, officer: Officer, before: IncomingDocument, after: IncomingDocument
) -> IncomingDocument:
    """Keep to whom an arrival was given; that another had it in his hands before stays on record."""
    if before.handed_on is None or (before.handed_on, before.received_by) == (after.handed_on, after.received_by):
        return put(work, officer, before, after)
    kept = work.arrivals.put(after)
    correct(work, kept.id, officer, changes_between(before, kept), None)
    return kept


def _director(desk: Desk, work: UnitOfWork, directive: DirectiveEntry) -> tuple[Officer, Officer]:
    """Who enters a directive, and whose it is."""
    if directive.directed_by is None:
        officer = require(desk, work, Permission.DIRECT)
        return officer, officer
    return require(desk, work, Permission.REGISTER_ARRIVALS), head_named(work, directive.directed_by)


# --- with whom it was given to ------------------------------------------------------------------------------------


def acknowledge(
    desk: Desk, arrivals: Iterable[UUID], day: date | None = None, assignee: UUID | None = None
) -> tuple[IncomingDocument, ...]:
    """Acknowledge arrivals that one was given, as lead or in support; today, or on the day that it was signed for.

    A clerk does so for another, who is named, or else for the lead. Where nobody was directed, the receiver signs for
    it by his name. Raises NotGiven, DateInFuture, ArrivalFinished, ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid,
    NoSuchRecord, and as `seat.require`; none is acknowledged then.
    """
    with desk.store.writing() as work:
        officer, today = require(desk, work, Permission.HANDLE_ARRIVALS), local_day(work.now)
        if day is not None and day > today:
            raise DateInFuture(day)
        return tuple(_acknowledge(desk, work, one, officer, day or today, assignee) for one in arrivals)


def _acknowledge(
    desk: Desk, work: UnitOfWork, arrival: UUID, officer: Officer, day: date, assignee: UUID | None
) -> IncomingDocument:
    before, handling = unfinished(work, arrival)
    assignees = work.handlings.assignees(arrival)
    signing = _signing(officer, before, assignees, assignee)
    leads = [one for one in signing if one.role is AssigneeRole.LEAD]
    acknowledge_for(work, signing, officer.id)
    by = leads[0].name if leads else None if assignees else before.receiver
    kept = put(work, officer, before, signed_for(before, by, day) if by else before)
    if handling is not None and leads:
        put_state(work, handling, HandlingState.UNDER_WAY)
    index_arrival(desk, work, kept)
    work.tell(officer.id, "acknowledge", KIND, arrival, day=day, assignees=len(signing))
    return kept


def _signing(
    officer: Officer, arrival: IncomingDocument, assignees: tuple[Assignee, ...], named: UUID | None
) -> tuple[Assignee, ...]:
    """Whose acknowledgement an officer sets down; nobody's where none was directed and the receiver signs by his name.

    Raises NotPermitted for another's who is no clerk, NotGiven where there is nobody.
    """
    own = tuple(one for one in assignees if one.officer == officer.id and named in {None, one.id})
    if own or (not assignees and arrival.receiver == officer.name):
        return own
    if not officer.may(Permission.REGISTER_ARRIVALS):
        raise NotPermitted(Permission.HANDLE_ARRIVALS)
    found = tuple(one for one in assignees if (one.id == named if named else one.role is AssigneeRole.LEAD))
    if not found and (assignees or arrival.receiver is None):
        raise NotGiven(arrival.written_number)
    return found


def extend(desk: Desk, arrival: UUID, due_on: date, agreed_by: str, reason: str) -> IncomingDocument:
    """Move the deadline of an arrival to a later day: who agreed, and why. The days before stay on record.

    A head and a clerk may. Raises ReasonMissing without who or why, NotLater for a day that is not later or where
    there is no deadline, ArrivalFinished, ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid, NoSuchRecord, and as
    `seat.require`.
    """
    agreed, why = entered(agreed_by), entered(reason)
    if agreed is None or why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require_directing(desk, work)
        before, _ = unfinished(work, arrival)
        if before.due_on is None or due_on <= before.due_on:
            raise NotLater(due_on, before.due_on)
        kept = put(work, officer, before, replace(before, due_on=due_on))
        index_arrival(desk, work, kept)
        work.handlings.add_extension(
            Extension(new_id(work.now), arrival, before.due_on, due_on, agreed, why, work.now, officer.id)
        )
        work.tell(officer.id, "extend", KIND, arrival, before=before.due_on, due_on=due_on)
        return kept


# --- how it ends --------------------------------------------------------------------------------------------------


def finish(
    desk: Desk, arrivals: Iterable[UUID], state: HandlingState, on: date, outcome: str | None = None
) -> tuple[IncomingDocument, ...]:
    """Say that arrivals were finished on a day without a reply: done, passed on to another body, or sent back.

    Their lead may, the clerk and a head. Raises ReasonMissing where what was passed on or sent back does not say to
    whom or why, DateInFuture, ArrivalFinished, ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid, NoSuchRecord, and as
    `seat.require`; none is finished then.
    """
    how = entered(outcome or "")
    if state not in ENDS_WITHOUT_REPLY:
        raise ValueError(f"{state} needs its reply")
    if how is None and state is not HandlingState.DONE:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.HANDLE_ARRIVALS)
        if on > local_day(work.now):
            raise DateInFuture(on)
        return tuple(_finish(desk, work, one, officer, _End(state, on, how)) for one in arrivals)


class _End(NamedTuple):
    """How and when arrivals were finished."""

    state: HandlingState
    on: date
    outcome: str | None


def _finish(desk: Desk, work: UnitOfWork, arrival: UUID, officer: Officer, how: _End) -> IncomingDocument:
    found, handling = unfinished(work, arrival)
    check_end(work, officer, found)
    work.handlings.put(
        replace(
            begun(handling, arrival, how.state),
            finished_at=work.now,
            finished_on=how.on,
            finished_by=officer.id,
            outcome=how.outcome,
        )
    )
    index_arrival(desk, work, found)
    work.tell(officer.id, "finish", KIND, arrival, state=how.state.value, on=how.on)
    return found


def finish_with(desk: Desk, arrival: UUID, line: UUID) -> IncomingDocument:
    """Say that a document that was issued answers an arrival: both are told of it, and the arrival is finished by it.

    Its lead may, the clerk and a head. Raises LineEnded for a line of no document in force, ArrivalFinished,
    ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid, NoSuchRecord, and as `seat.require`.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.HANDLE_ARRIVALS)
        (found, _), answer = unfinished(work, arrival), work.numbers.line(line)
        check_end(work, officer, found)
        if answer.state not in (LineState.ISSUED, LineState.EXTERNAL):
            raise LineEnded(answer.reference, answer.state)
        bind(work, line, arrival, LinkKind.ANSWERS, officer.id)
        return settle_answers(desk, work, found, officer)


def reopen(desk: Desk, arrival: UUID, reason: str) -> IncomingDocument:
    """Open an arrival again that was finished: it goes on where it stood, and why is kept with what it said before.

    Its lead may, the clerk and a head. Raises ReasonMissing, ArrivalNotFinished, ArrivalSecret, ArrivalTakenOver,
    ArrivalIsVoid, NoSuchRecord, and as `seat.require`.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer, before = require(desk, work, Permission.HANDLE_ARRIVALS), workable(work, arrival)
        check_end(work, officer, before)
        handling = work.handlings.of(arrival)
        if before.answer is None and (handling is None or not handling.state.is_finished):
            raise ArrivalNotFinished(before.written_number)
        was, now = handling.state if handling else HandlingState.ANSWERED, unfinish(work, arrival)
        kept = before if before.answer is None else work.arrivals.put(replace(before, answer=None))
        changes = (*changes_between(before, kept), (HANDLING, was.value, now.value if now else None))
        correct(work, arrival, officer, changes, why)
        index_arrival(desk, work, kept)
        work.tell(officer.id, "reopen", KIND, arrival)
        return kept
