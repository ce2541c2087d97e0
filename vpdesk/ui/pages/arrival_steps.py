"""What may be done with arrivals in work, by how they stand: the kinds of acts that a page offers, the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vpdesk.domain.arrival_work import ArrivalWork, WorkStep, is_given_to
from vpdesk.domain.handling import HandlingState
from vpdesk.domain.organisation import Officer
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


def usual_act(work: ArrivalWork, officer: Officer) -> str:
    """The act that an officer does next with an arrival as a rule; nothing where it is not his turn."""
    arrival, steps, state = work.arrival, work.steps, work.handling.state if work.handling else None
    has_it = is_given_to(officer, arrival, work.assignees) or any(one.officer == officer.id for one in work.assignees)
    waits = arrival.handed_on is not None and arrival.received_on is None
    turns = {
        "submit_arrivals": WorkStep.SUBMIT in steps and state is None and arrival.handed_on is None,
        "direct_arrival": WorkStep.DIRECT in steps and state is HandlingState.SUBMITTED,
        "hand_over": WorkStep.HAND_OVER in steps and work.lead is not None and arrival.handed_on is None,
        "sign_for": (WorkStep.ACKNOWLEDGE in steps and has_it) or (WorkStep.HAND_OVER in steps and waits),
        "answer_arrival": WorkStep.REPLY in steps and has_it,
    }
    return next((name for name, is_next in turns.items() if is_next), "")


def where_of(name: str) -> Where:
    """What an act on arrivals needs, by its name."""
    return next(act.where for act in ACTS if act.name == name)
