"""Whose a dispatch is to read and to write: the drafter's until he submits it, then also the clerk's and the head's."""

from __future__ import annotations

from uuid import UUID

from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.workflow import WAITING, Progress, Status, Step, allows


def was_submitted(progress: Progress) -> bool:
    """Whether others have seen it."""
    return progress.rounds > 0


def may_read(officer: Officer, owner: UUID, progress: Progress) -> bool:
    """Whether an officer may read a dispatch of this owner."""
    return officer.id == owner or (officer.may(Permission.READ_SUBMITTED) and was_submitted(progress))


def may_write(officer: Officer, owner: UUID, progress: Progress) -> bool:
    """Whether an officer may change a dispatch of this owner, where its text can be changed at all."""
    if officer.id == owner:
        return officer.may(Permission.DRAFT)
    return officer.may(Permission.CORRECT) and was_submitted(progress)


def steps_for(officer: Officer, owner: UUID, progress: Progress, *, has_signed: bool = False) -> frozenset[Step]:
    """The steps that an officer may take with a dispatch of this owner now, but for the sign-off.

    Who signs is said by the records of the body; `has_signed` where the officer has, and nobody has taken it back.
    """
    writes, owns = may_write(officer, owner, progress), officer.id == owner and officer.may(Permission.DRAFT)
    granted = {
        Step.SUBMIT: writes,
        Step.AMEND: writes,
        Step.CHECK: officer.may(Permission.CHECK_FORM),
        Step.SEND_BACK: officer.may(Permission.CHECK_FORM) or officer.may(Permission.SIGN_OFF),
        Step.WITHDRAW: owns,
        Step.ISSUE: officer.may(Permission.ISSUE),
        Step.VOID: officer.may(Permission.ISSUE),
        Step.TAKE_BACK: has_signed if progress.status is Status.SIGNED_OFF else owns and progress.status in WAITING,
    }
    return frozenset(step for step, is_granted in granted.items() if is_granted and allows(progress, step))
