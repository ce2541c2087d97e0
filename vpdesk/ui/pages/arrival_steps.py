"""What may be done with arrivals in work, by how they stand: the kinds of acts that a page offers, the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vpdesk.domain.arrival_work import WorkStep
from vpdesk.ui.acts.arrivals import ACTS
from vpdesk.ui.acts.kinds import Where

OF_ONE: Final = {
    Where.DIRECTABLE_ARRIVAL: frozenset({WorkStep.DIRECT, WorkStep.SET_DOWN}),
    Where.EXTENDABLE_ARRIVAL: frozenset({WorkStep.EXTEND}),
    Where.ANSWERABLE_ARRIVAL: frozenset({WorkStep.REPLY}),
    Where.ANSWERED_ARRIVAL: frozenset({WorkStep.FINISH_WITH}),
    Where.FINISHED_ARRIVAL: frozenset({WorkStep.REOPEN}),
}
"""The kinds of acts on one arrival, by the steps of which it needs one."""
OF_SEVERAL: Final = {
    Where.SUBMITTABLE_ARRIVALS: frozenset({WorkStep.SUBMIT}),
    Where.SUBMITTED_ARRIVALS: frozenset({WorkStep.TAKE_BACK}),
    Where.RECEIVABLE_ARRIVALS: frozenset({WorkStep.ACKNOWLEDGE}),
    Where.FINISHABLE_ARRIVALS: frozenset({WorkStep.FINISH}),
}
"""The kinds of acts on one arrival or several, all of which need one of these steps."""
WORK_ACTS: Final = (
    "submit_arrivals",
    "direct_arrival",
    "hand_over",
    "sign_for",
    "answer_arrival",
    "extend_deadline",
    "finish_arrivals",
    "answered_by",
    "take_back_arrivals",
    "reopen_arrival",
)
"""The acts on arrivals in work, in the order of their way."""


def served_works(steps: Sequence[frozenset[WorkStep]]) -> frozenset[Where]:
    """The kinds of acts that can be done with arrivals, by what may be done for each; the services ask again."""
    if not steps:
        return frozenset()
    together = {where for where, needed in OF_SEVERAL.items() if all(one & needed for one in steps)}
    alone = {where for where, needed in OF_ONE.items() if len(steps) == 1 and steps[0] & needed}
    return frozenset(together | alone)


def usual_act(steps: frozenset[WorkStep], *, is_submitted: bool, is_directed: bool, is_handed_on: bool) -> str:
    """The act that an officer does next with an arrival as a rule; nothing where it is not his turn."""
    if WorkStep.SUBMIT in steps and not (is_submitted or is_handed_on):
        return "submit_arrivals"
    if WorkStep.DIRECT in steps and is_submitted:
        return "direct_arrival"
    if WorkStep.HAND_OVER in steps and is_directed and not is_handed_on:
        return "hand_over"
    if WorkStep.ACKNOWLEDGE in steps:
        return "sign_for"
    if WorkStep.REPLY in steps and WorkStep.FINISH in steps and (is_directed or is_handed_on):
        return "answer_arrival"
    return ""


def where_of(name: str) -> Where:
    """What an act on arrivals needs, by its name."""
    return next(act.where for act in ACTS if act.name == name)
