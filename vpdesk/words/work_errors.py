"""Sentences of what is refused of arrivals in work."""

from __future__ import annotations

from vpdesk.domain.errors import (
    AlreadyDirected,
    ArrivalFinished,
    ArrivalNotFinished,
    ArrivalSecret,
    ArrivalTakenOver,
    DeskError,
    IncompletePhrase,
    LeadMissing,
    NotGiven,
    NotHead,
    NotLater,
    NotSubmitted,
)
from vpdesk.words.catalogue import N_, _, format_day


def work_sentences(error: DeskError) -> tuple[str, str] | None:
    """What happened, and what to do; None for an error that has nothing to do with arrivals in work."""
    if isinstance(error, NotLater):
        return _not_later(error)
    if (sentences := _ERRORS.get(type(error))) is None:
        return None
    facts = vars(error)
    return _(sentences[0]).format(**facts), _(sentences[1]).format(**facts)


def _not_later(error: NotLater) -> tuple[str, str]:
    if error.before is None:
        return _("There is no deadline that could be moved."), _("Enter one by correcting the line.")
    what = _("The deadline is {before}, and {day} is not later.")
    return what.format(day=format_day(error.day), before=format_day(error.before)), _("Choose a later day.")


_ERRORS: dict[type[DeskError], tuple[str, str]] = {
    ArrivalSecret: (
        N_("Arrival number {number} is secret; nothing of the work on it is kept here."),
        N_("Follow it in the book of secrets on paper."),
    ),
    ArrivalTakenOver: (
        N_("Arrival number {number} was taken over from an old book."),
        N_("The work on it stands in that book."),
    ),
    ArrivalFinished: (
        N_("Arrival number {number} is finished."),
        N_("Open it again first, with the reason."),
    ),
    ArrivalNotFinished: (N_("Arrival number {number} is still open."), N_("Go on with it as it is.")),
    AlreadyDirected: (
        N_("Arrival number {number} has its directive."),
        N_("Have the head write another, or set it down."),
    ),
    NotSubmitted: (N_("Arrival number {number} was not submitted."), N_("There is nothing to take back.")),
    NotGiven: (
        N_("Nobody was named who could acknowledge arrival number {number}."),
        N_("Say who has it first, by a directive or by handing it over."),
    ),
    LeadMissing: (N_("The directive does not say who leads."), N_("Name who leads; others may support.")),
    NotHead: (N_("{name} writes no directives here."), N_("Choose a head or a deputy of today.")),
    IncompletePhrase: (N_("The phrase is empty."), N_("Write what it is to say.")),
}
