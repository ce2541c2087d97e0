"""What may happen to a dispatch, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vpdesk.domain import workflow
from vpdesk.domain.errors import WrongStatus
from vpdesk.domain.workflow import Progress, Status, Step, allows

STEPS: dict[Step, Callable[[Progress], Progress]] = {
    Step.SUBMIT: workflow.submit,
    Step.CHECK: workflow.check,
    Step.TAKE_BACK: workflow.take_back,
    Step.SEND_BACK: workflow.send_back,
    Step.SIGN_OFF: workflow.sign_off,
    Step.AMEND: workflow.amend,
    Step.WITHDRAW: workflow.withdraw,
    Step.ISSUE: workflow.issue,
    Step.VOID: workflow.void,
}

ALLOWED = {
    (Status.DRAFT, Status.SUBMITTED): {Step.SUBMIT},
    (Status.SENT_BACK, Status.SUBMITTED): {Step.SUBMIT},
    (Status.TO_CHECK, Status.SUBMITTED): {Step.CHECK},
    (Status.TO_CHECK, Status.DRAFT): {Step.TAKE_BACK},
    (Status.SUBMITTED, Status.DRAFT): {Step.TAKE_BACK},
    (Status.SIGNED_OFF, Status.SUBMITTED): {Step.TAKE_BACK, Step.AMEND},
    (Status.TO_CHECK, Status.SENT_BACK): {Step.SEND_BACK},
    (Status.SUBMITTED, Status.SENT_BACK): {Step.SEND_BACK},
    (Status.SIGNED_OFF, Status.SENT_BACK): {Step.SEND_BACK},
    (Status.SUBMITTED, Status.SIGNED_OFF): {Step.SIGN_OFF},
    (Status.TO_CHECK, Status.WITHDRAWN): {Step.WITHDRAW},
    (Status.SUBMITTED, Status.WITHDRAWN): {Step.WITHDRAW},
    (Status.SENT_BACK, Status.WITHDRAWN): {Step.WITHDRAW},
    (Status.SIGNED_OFF, Status.ISSUED): {Step.ISSUE},
    (Status.ISSUED, Status.VOID): {Step.VOID},
}


def reached(before: Status, step: Step) -> Status | None:
    """Where a step leads from here, or None where it is refused."""
    try:
        return STEPS[step](Progress(before, rounds=1)).status
    except WrongStatus:
        return None


@pytest.mark.parametrize("after", Status, ids=lambda status: f"to {status.value}")
@pytest.mark.parametrize("before", Status, ids=lambda status: status.value)
def test_each_pair_of_states_is_joined_by_its_own_steps_or_by_none(before: Status, after: Status) -> None:
    steps = {step for step in Step if reached(before, step) is after}

    assert steps == ALLOWED.get((before, after), set())


@pytest.mark.parametrize("before", Status, ids=lambda status: status.value)
def test_where_the_form_is_checked_first_only_what_is_submitted_or_amended_goes_another_way(before: Status) -> None:
    for step, call in ((Step.SUBMIT, workflow.submit), (Step.AMEND, workflow.amend)):
        if allows(Progress(before), step):
            assert call(Progress(before), check_first=True).status is Status.TO_CHECK


@pytest.mark.parametrize("step", Step, ids=lambda step: step.value)
@pytest.mark.parametrize("status", Status, ids=lambda status: status.value)
def test_a_step_is_offered_exactly_where_it_may_be_taken(status: Status, step: Step) -> None:
    assert allows(Progress(status), step) is (reached(status, step) is not None)


def test_a_refusal_names_the_step_and_where_the_dispatch_stands() -> None:
    with pytest.raises(WrongStatus) as refused:
        workflow.sign_off(Progress(Status.VOID))

    assert (refused.value.step, refused.value.status) == (Step.SIGN_OFF, Status.VOID)


def test_the_rounds_count_how_often_it_was_submitted() -> None:
    once = workflow.submit(Progress())
    twice = workflow.submit(workflow.send_back(once))

    assert (once.rounds, twice.rounds) == (1, 2)


def test_the_text_is_the_drafters_until_he_submits_and_when_it_comes_back() -> None:
    writable = {status for status in Status if Progress(status).may_be_written}

    assert writable == {Status.DRAFT, Status.SENT_BACK}


def test_only_what_was_never_submitted_may_be_deleted() -> None:
    draft = Progress()
    returned = workflow.take_back(workflow.submit(draft))

    assert draft.may_be_deleted
    assert returned.status is Status.DRAFT
    assert not returned.may_be_deleted


def test_after_the_sign_off_the_text_can_be_amended_until_the_issue() -> None:
    assert {status for status in Status if Progress(status).may_be_amended} == {
        Status.DRAFT,
        Status.SENT_BACK,
        Status.SIGNED_OFF,
    }
