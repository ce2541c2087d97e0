"""What the officer at the desk may do with a dispatch that was submitted, as his window offers it."""

from __future__ import annotations

from vpdesk.domain.access import steps_for
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.signoff import Submitted
from vpdesk.domain.workflow import Status, Step
from vpdesk.ui.acts.kinds import Where


def served_steps(officer: Officer, lying: Submitted, *, has_new_remarks: bool) -> set[Where]:
    """The kinds of acts that are offered; the service has the last word on each."""
    number = lying.version.number
    has_signed = any(
        one.officer == officer.id and one.version == number and one.taken_back_at is None for one in lying.signatures
    )
    steps = steps_for(officer, lying.draft.owner, lying.draft.progress, has_signed=has_signed)
    served = {Where.COMPARABLE} if lying.seen is not None else set()
    if Step.SEND_BACK in steps:
        served.add(Where.RETURNABLE)
    if Step.WITHDRAW in steps:
        served.add(Where.WITHDRAWABLE)
    takes_back = Step.TAKE_BACK in steps or has_signed
    main = _main_step(officer, lying, takes_back=takes_back, has_new_remarks=has_new_remarks)
    return served | ({main} if main else set())


def _main_step(officer: Officer, lying: Submitted, *, takes_back: bool, has_new_remarks: bool) -> Where | None:
    """The one act of Ctrl+Enter. What was remarked is sent back or taken away before anything is signed."""
    is_submitted = lying.draft.progress.status is Status.SUBMITTED
    if lying.waits_for_me:
        main = Where.SIGNABLE if is_submitted else Where.CHECKABLE
        return None if has_new_remarks else main
    if lying.outside and is_submitted and officer.may(Permission.RECORD_SIGNATURE):
        return Where.RECORDABLE
    return Where.TAKABLE_BACK if takes_back else None
