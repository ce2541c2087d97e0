"""What is told of an arrival: its facts by their names, what was corrected, what has happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from vpdesk.domain.arrival_work import HANDLING
from vpdesk.domain.arriving import ArrivalDetail
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.handling import HandlingState
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.signoff import Happening
from vpdesk.words.catalogue import N_, _, format_day, format_number
from vpdesk.words.wording import urgency_name


def field_name(member: str) -> str:
    """What a field of an arrival is called."""
    return _(_FIELDS.get(member, member))


def arrival_facts(
    detail: ArrivalDetail, types: Mapping[str, str], left_out: frozenset[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Each fact that is known, by its name, but for those that are `left_out`; types are called by `types`."""
    arrival = detail.arrival
    yield field_name("arrived_on"), format_day(arrival.arrived_on)
    for member in _TOLD:
        value = getattr(arrival, member)
        if value is not None and member not in left_out:
            yield field_name(member), value_words(member, value, types)


def value_words(member: str, value: object, types: Mapping[str, str]) -> str:
    """A value of a field as it is told."""
    match value:
        case date():
            return format_day(value)
        case int():
            return format_number(value)
    written = str(value)
    if member == "document_type":
        return types.get(written, written)
    if member == "urgency" and written in _URGENCIES:
        return urgency_name(Urgency(written))
    return written.capitalize() if member == "secrecy" else written


def correction_words(member: str, was: str | None, now: str | None, types: Mapping[str, str]) -> str:
    """What was corrected in a field, in a line."""
    return _("{field}: {was} → {now}").format(
        field=field_name(member), was=_told(member, was, types), now=_told(member, now, types)
    )


def _told(member: str, written: str | None, types: Mapping[str, str]) -> str:
    if written is None:
        return "–"
    if member == HANDLING:
        return _(_STATES[written])
    if member in _DAYS:
        return format_day(datetime.fromisoformat(written).date())
    return value_words(member, written, types)


def happened_words(happening: Happening) -> str:
    """What was done with an arrival: one short line without who and when."""
    if happening.act == "finish":
        return _(_STATES[str(happening.facts["state"])])
    if happening.act == "extend":
        before, due_on = (format_day(date.fromisoformat(str(happening.facts[day]))) for day in ("before", "due_on"))
        return _("Deadline extended from {before} to {due_on}").format(before=before, due_on=due_on)
    return _(_ACTS.get(happening.act, happening.act))


def state_chips(arrival: IncomingDocument) -> Iterator[tuple[str, str]]:
    """What stands out of an arrival, each with its tone."""
    if arrival.state is ArrivalState.VOID:
        yield _("Void"), "red"
    if arrival.urgency in _URGENCIES:
        yield urgency_name(Urgency(arrival.urgency)), "red"
    if arrival.secrecy is not None:
        yield arrival.secrecy.capitalize(), "red"


_URGENCIES = frozenset(one.value for one in Urgency)
_TOLD = (
    "sender", "reference", "document_date", "document_type", "subject", "urgency", "secrecy", "pages", "copies",
    "receiver", "handed_on", "received_by", "received_on", "due_on", "answer", "notes", "reason",
)  # fmt: skip
_DAYS = frozenset({"arrived_on", "document_date", "handed_on", "received_on", "due_on"})
_FIELDS = {
    "arrived_on": N_("Arrived on"),
    "sender": N_("Sent by"),
    "reference": N_("Number and symbol"),
    "document_date": N_("Date of the document"),
    "document_type": N_("Type"),
    "subject": N_("Subject"),
    "urgency": N_("Urgency"),
    "secrecy": N_("Secrecy"),
    "pages": N_("Pages"),
    "copies": N_("Copies"),
    "receiver": N_("Receiver"),
    "handed_on": N_("Handed on"),
    "received_by": N_("Signed for by"),
    "received_on": N_("Signed for on"),
    "due_on": N_("Due on"),
    "answer": N_("Answer"),
    HANDLING: N_("Work"),
    "notes": N_("Notes"),
    "reason": N_("Why it is void"),
}
_STATES = {
    HandlingState.SUBMITTED.value: N_("Before the head"),
    HandlingState.ASSIGNED.value: N_("Assigned"),
    HandlingState.UNDER_WAY.value: N_("Under way"),
    HandlingState.ANSWERED.value: N_("Answered"),
    HandlingState.DONE.value: N_("Done"),
    HandlingState.PASSED_ON.value: N_("Passed on"),
    HandlingState.SENT_BACK.value: N_("Returned to its sender"),
}
_ACTS = {
    "register": N_("Registered"),
    "amend": N_("Corrected"),
    "void": N_("Declared void"),
    "hand_over": N_("Handed over"),
    "receive": N_("Signed for"),
    "submit": N_("Submitted to the head"),
    "take_back": N_("Submission taken back"),
    "direct": N_("Directive written"),
    "acknowledge": N_("Acknowledged"),
    "begin_reply": N_("Reply begun"),
    "answer": N_("Answered"),
    "unanswer": N_("Reply fell away; open again"),
    "reopen": N_("Opened again"),
    "attach": N_("File added"),
    "remove": N_("File taken off"),
    "restore": N_("File given back"),
    "stamp": N_("Stamped copy made"),
    "print": N_("Printed"),
}
