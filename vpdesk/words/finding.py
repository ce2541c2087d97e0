"""Names and sentences of finding."""

from __future__ import annotations

from datetime import date

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.finding import FoundKind, Hit
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.search_query import Counts, Deadline
from vpdesk.domain.workflow import Status
from vpdesk.words.case_files import case_state_name
from vpdesk.words.catalogue import N_, _, format_day, format_number, ngettext
from vpdesk.words.registers import line_state_name
from vpdesk.words.wording import status_name


def found_kind_name(kind: FoundKind) -> str:
    """What kind of document was found."""
    return _(_KINDS[kind])


def found_kinds_name(kind: FoundKind) -> str:
    """What kind of documents are found."""
    return _(_MANY[kind])


def due_words(day: date) -> str:
    """By when something is to be done."""
    return _("Due {day}").format(day=format_day(day))


def deadline_name(deadline: Deadline) -> str:
    """Which deadlines."""
    return _(_DEADLINES[deadline])


def found_state_name(kind: FoundKind, state: str) -> str:
    """How a document stands, in a word or two."""
    match kind:
        case FoundKind.OUTGOING:
            return line_state_name(LineState(state))
        case FoundKind.INCOMING:
            return _(_ARRIVAL_STATES[ArrivalState(state)])
        case FoundKind.DRAFT:
            return status_name(Status(state))
        case FoundKind.CASE_FILE:
            return case_state_name(CaseState(state))


def hit_title(hit: Hit) -> str:
    """By what a document is called: its number and symbol, or that it is a draft."""
    return hit.reference or (
        _("Arrival {number}").format(number=hit.number) if hit.number else found_kind_name(hit.kind)
    )


def hit_subject(hit: Hit) -> str:
    """What a document is about, in one line."""
    return " ".join((hit.subject or "").split())


def hit_parties(hit: Hit) -> str:
    """Whom a document came from or goes to, in one line."""
    return ", ".join((hit.party or "").split("\n")) if hit.party else ""


def hit_line(hit: Hit) -> str:
    """A document in one line of a list."""
    day = format_day(hit.day) if hit.day else ""
    state = found_state_name(hit.kind, hit.state)
    parts = (day, found_kind_name(hit.kind), hit_title(hit), hit_subject(hit), hit_parties(hit), state)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def counted(counts: Counts) -> str:
    """How many documents were found; a `+` says that there are more than were counted."""
    if counts.is_capped:
        return _("{number}+ documents").format(number=format_number(counts.total))
    words = ngettext("{number} document", "{number} documents", counts.total)
    return words.format(number=format_number(counts.total))


_KINDS = {
    FoundKind.OUTGOING: N_("Outgoing"),
    FoundKind.INCOMING: N_("Arrival"),
    FoundKind.DRAFT: N_("Draft"),
    FoundKind.CASE_FILE: N_("Case file"),
}
_MANY = {
    FoundKind.OUTGOING: N_("Outgoing"),
    FoundKind.INCOMING: N_("Arrivals"),
    FoundKind.DRAFT: N_("Drafts"),
    FoundKind.CASE_FILE: N_("Case files"),
}
_ARRIVAL_STATES = {ArrivalState.REGISTERED: N_("Registered"), ArrivalState.VOID: N_("Void")}
_DEADLINES = {
    Deadline.ANY: N_("With a deadline"),
    Deadline.LATE: N_("Late"),
    Deadline.TODAY: N_("Due today"),
    Deadline.WEEK: N_("Due within a week"),
}
