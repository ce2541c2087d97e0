"""Words of arrivals in work: how far each has come, how near its deadline is, who has it, what waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from vpdesk.domain.arrival_work import ArrivalWork, OpenCounts
from vpdesk.domain.deadlines import Deadline, DeadlineState
from vpdesk.domain.handling import Assignee, Extension, HandlingState
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.issuing import LinkedDocument
from vpdesk.words.catalogue import N_, _, format_day, format_number, format_weekday, ngettext

END_ORDER: Final = (HandlingState.DONE, HandlingState.PASSED_ON, HandlingState.SENT_BACK)
"""How an arrival ends without a reply, the usual way first."""


def handling_words(state: HandlingState) -> tuple[str, str]:
    """How far the work on an arrival has come, in a word or two, and their tone."""
    words, tone = _STATES[state]
    return _(words), tone


def progress_words(arrival: IncomingDocument, state: HandlingState | None) -> tuple[str, str]:
    """Where an arrival stands, in a word or two, and their tone."""
    if arrival.state is ArrivalState.VOID:
        return _("Void"), "red"
    if state is not None:
        return handling_words(state)
    if arrival.answer:
        return handling_words(HandlingState.ANSWERED)
    if arrival.received_by:
        return _("Signed for"), "green"
    if arrival.handed_on:
        return _("Handed over"), "muted"
    return _("Not handed on"), "red" if arrival.urgency else "amber"


def work_chips(work: ArrivalWork) -> Iterator[tuple[str, str]]:
    """What stands out of the work on an arrival: how far it has come, how near its deadline is; each with its tone."""
    if work.arrival.state is not ArrivalState.VOID:
        yield progress_words(work.arrival, work.handling.state if work.handling else None)
    if work.deadline is not None:
        yield deadline_words(work.deadline)


def deadline_words(deadline: Deadline) -> tuple[str, str]:
    """How near a deadline is, in a few words, and their tone."""
    match deadline.state:
        case DeadlineState.LATE:
            late = deadline.days_late
            return ngettext("{count} day late", "{count} days late", late).format(count=format_number(late)), "red"
        case DeadlineState.TODAY:
            return _("Due today"), "amber"
        case DeadlineState.SOON:
            return left_words(deadline.workdays_left), "amber"
        case DeadlineState.LATER:
            return left_words(deadline.workdays_left), "muted"


def left_words(workdays: int) -> str:
    """How many workdays are left."""
    words = ngettext("{count} workday left", "{count} workdays left", workdays)
    return words.format(count=format_number(workdays))


def day_words(day: date) -> str:
    """A day with its weekday."""
    return f"{format_day(day)}, {format_weekday(day)}"


def end_name(state: HandlingState) -> str:
    """How an arrival ends without a reply, as it is chosen."""
    return _(_ENDS[state])


def assignee_words(assignee: Assignee) -> str:
    """Somebody who has an arrival, with his own day where he has one."""
    own = _("{name}, due {day}")
    return own.format(name=assignee.name, day=format_day(assignee.due_on)) if assignee.due_on else assignee.name


def acknowledged_words(assignee: Assignee, names: Mapping[UUID, str]) -> str:
    """Whether somebody has acknowledged an arrival, when, and who did so for him."""
    if assignee.acknowledged_at is None:
        return _("not acknowledged yet")
    day = format_day(assignee.acknowledged_at.date())
    by = names.get(assignee.acknowledged_by) if assignee.acknowledged_by else None
    if by is None or by == assignee.name:
        return _("acknowledged on {day}").format(day=day)
    return _("acknowledged on {day}, set down by {name}").format(day=day, name=by)


def extension_words(extension: Extension) -> str:
    """How a deadline was moved, who agreed and why, in lines."""
    moved = _("to {day}").format(day=format_day(extension.due_after))
    agreed = _("{reason}; agreed by {name}").format(reason=extension.reason, name=extension.agreed_by)
    return f"{moved}\n{agreed}"


def work_facts(work: ArrivalWork) -> Iterator[tuple[str, str]]:
    """Facts of the work on an arrival by their names, but for who has it and by when."""
    handling = work.handling
    if handling is None:
        return
    if handling.submitted_to is not None and handling.directed_at is None:
        yield _("Before"), work.names.get(handling.submitted_to, "–")
    if handling.directed_by is not None:
        said = work.names.get(handling.directed_by, "–")
        if handling.directed_at is not None:
            said = _("{name}, {day}").format(name=said, day=format_day(handling.directed_at.date()))
        yield _("Directed by"), said
    if handling.set_down_by is not None:
        yield _("Set down by"), work.names.get(handling.set_down_by, "–")
    if handling.finished_on is not None:
        yield _("Finished on"), format_day(handling.finished_on)
    if handling.outcome:
        yield _("Remark"), handling.outcome


def answer_words(answer: LinkedDocument) -> tuple[str, str]:
    """A document that answers an arrival, and a caption: its subject, or that it is a draft yet."""
    subject = " ".join((answer.subject or "").split())
    return (subject or _("Draft"), _("Draft")) if answer.is_draft else (answer.reference, subject)


def reminder_words(late: int, soon: int) -> str:
    """What is late and what soon due, in one sentence; nothing where nothing is."""
    of_late = ngettext("{count} arrival is late", "{count} arrivals are late", late).format(count=format_number(late))
    of_soon = ngettext("{count} is due within 3 workdays", "{count} are due within 3 workdays", soon)
    of_soon = of_soon.format(count=format_number(soon))
    if late and soon:
        return _("{late}, {soon}.").format(late=of_late, soon=of_soon)
    if late:
        return _("{late}.").format(late=of_late)
    alone = ngettext("{count} arrival is due within 3 workdays.", "{count} arrivals are due within 3 workdays.", soon)
    return alone.format(count=format_number(soon)) if soon else ""


def waits_for(counts: OpenCounts) -> int:
    """How many arrivals wait for the officer at the desk."""
    return counts.to_submit + counts.to_direct + counts.to_hand_over + counts.mine


_STATES: Final = {
    HandlingState.SUBMITTED: (N_("Before the head"), "amber"),
    HandlingState.ASSIGNED: (N_("Assigned"), "accent"),
    HandlingState.UNDER_WAY: (N_("Under way"), "accent"),
    HandlingState.ANSWERED: (N_("Answered"), "green"),
    HandlingState.DONE: (N_("Done"), "green"),
    HandlingState.PASSED_ON: (N_("Passed on"), "muted"),
    HandlingState.SENT_BACK: (N_("Returned to its sender"), "muted"),
}
_ENDS: Final = {
    HandlingState.DONE: N_("Done, no reply needed"),
    HandlingState.PASSED_ON: N_("Passed on to another body"),
    HandlingState.SENT_BACK: N_("Returned to its sender"),
}
