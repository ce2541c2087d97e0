"""Sentences and names of what arrives."""

from __future__ import annotations

from vpdesk.domain.arriving import ArrivalView, Oddity
from vpdesk.domain.errors import ArrivalIsVoid, DeskError, IncompleteArrival, SecretFile, SecretsNotDecided
from vpdesk.words.catalogue import N_, _


def arrival_sentences(error: DeskError) -> tuple[str, str] | None:
    """What happened, and what to do; None for an error that has nothing to do with arrivals."""
    if (sentences := _ERRORS.get(type(error))) is None:
        return None
    facts = vars(error)
    return _(sentences[0]).format(**facts), _(sentences[1]).format(**facts)


def oddity_words(oddity: Oddity) -> str:
    """What is odd about an arrival, in a sentence."""
    return _(_ODDITIES[oddity])


def arrival_view_name(view: ArrivalView) -> str:
    """What a list of arrivals shows, in a word or two."""
    return _(_VIEWS[view])


_ODDITIES = {
    Oddity.REGISTERED_LATE: N_("Registered later than the workday after it came."),
    Oddity.DATED_AFTER_ARRIVAL: N_("The document is dated after the day it came."),
    Oddity.DUE_BEFORE_ARRIVAL: N_("The deadline is before the day it came."),
    Oddity.URGENT_NOT_HANDED_ON: N_("Urgent: hand it on at once."),
}
_VIEWS = {
    ArrivalView.ALL: N_("All arrivals"),
    ArrivalView.WAITING: N_("Not handed on"),
    ArrivalView.SUBMITTED: N_("Before the head"),
    ArrivalView.UNASSIGNED: N_("Not assigned"),
    ArrivalView.UNDER_WAY: N_("In work"),
    ArrivalView.MINE: N_("For me"),
    ArrivalView.DUE_SOON: N_("Due soon"),
    ArrivalView.OVERDUE: N_("Overdue"),
}
_ERRORS: dict[type[DeskError], tuple[str, str]] = {
    IncompleteArrival: (N_("The sender is missing."), N_("Say who issued the document.")),
    ArrivalIsVoid: (N_("Arrival number {number} is void."), N_("Its line stays as it is; register the document anew.")),
    SecretsNotDecided: (
        N_("{level} documents are not registered on this machine."),
        N_("Use the book of secrets on paper, or have the head decide and an administrator enter the decision."),
    ),
    SecretFile: (
        N_("No file of a {level} document may be kept here."),
        N_("Leave the file out; the register notes only number, date, sender, level, receiver and copies."),
    ),
}
