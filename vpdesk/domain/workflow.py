"""What may happen to a dispatch, and in which order.

    DRAFT ──submit──▶ SUBMITTED ──sign off──▶ SIGNED OFF ──issue──▶ ISSUED ──void──▶ VOID
      ▲  ◀──take back──┘   │  ▲  ◀──take back──┘  │
      │                    │  │                   │
      │               send back └─submit─┐        │ send back
      │                    └────▶ SENT BACK ◀─────┘

SUBMITTED, SENT BACK and SIGNED OFF can be withdrawn, which ends them; a draft that nobody else has seen is deleted.
Whoever took the last step takes it back: the drafter what he submitted, the head what he signed off, as long as the
next has not been taken. Nothing but a void follows the issue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from vpdesk.domain.errors import WrongStatus


class Status(Enum):
    """Where a dispatch stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    SIGNED_OFF = "signed_off"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    VOID = "void"


class Step(Enum):
    """What moves a dispatch on."""

    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    SIGN_OFF = "sign_off"
    WITHDRAW = "withdraw"
    ISSUE = "issue"
    VOID = "void"


WRITABLE = frozenset({Status.DRAFT, Status.SENT_BACK})
"""Where the text is still the drafter's."""

_STEPS: dict[tuple[Status, Step], Status] = {
    (Status.DRAFT, Step.SUBMIT): Status.SUBMITTED,
    (Status.SENT_BACK, Step.SUBMIT): Status.SUBMITTED,
    (Status.SUBMITTED, Step.TAKE_BACK): Status.DRAFT,
    (Status.SIGNED_OFF, Step.TAKE_BACK): Status.SUBMITTED,
    (Status.SUBMITTED, Step.SEND_BACK): Status.SENT_BACK,
    (Status.SIGNED_OFF, Step.SEND_BACK): Status.SENT_BACK,
    (Status.SUBMITTED, Step.SIGN_OFF): Status.SIGNED_OFF,
    (Status.SUBMITTED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SENT_BACK, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SIGNED_OFF, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SIGNED_OFF, Step.ISSUE): Status.ISSUED,
    (Status.ISSUED, Step.VOID): Status.VOID,
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a dispatch has come: where it stands, and how often it was submitted."""

    status: Status = Status.DRAFT
    rounds: int = 0

    @property
    def may_be_written(self) -> bool:
        """Whether the drafter may change the text."""
        return self.status in WRITABLE

    @property
    def may_be_deleted(self) -> bool:
        """Whether it may go to the bin: what was submitted once is never deleted."""
        return self.status is Status.DRAFT and self.rounds == 0


def allows(progress: Progress, step: Step) -> bool:
    """Whether this step may be taken now."""
    return (progress.status, step) in _STEPS


def submit(progress: Progress) -> Progress:
    """The drafter gives it to the head. Raises WrongStatus where it is not in his hands, as the others do."""
    return replace(_moved(progress, Step.SUBMIT), rounds=progress.rounds + 1)


def take_back(progress: Progress) -> Progress:
    """Whoever took the last step takes it back."""
    return _moved(progress, Step.TAKE_BACK)


def send_back(progress: Progress) -> Progress:
    """The head, or the clerk who found a fault in the form, gives it back to the drafter."""
    return _moved(progress, Step.SEND_BACK)


def sign_off(progress: Progress) -> Progress:
    """The signatory signs it."""
    return _moved(progress, Step.SIGN_OFF)


def withdraw(progress: Progress) -> Progress:
    """It is given up before it got a number."""
    return _moved(progress, Step.WITHDRAW)


def issue(progress: Progress) -> Progress:
    """The clerk numbers and issues it."""
    return _moved(progress, Step.ISSUE)


def void(progress: Progress) -> Progress:
    """What was issued no longer holds; its number is not used again."""
    return _moved(progress, Step.VOID)


def _moved(progress: Progress, step: Step) -> Progress:
    status = _STEPS.get((progress.status, step))
    if status is None:
        raise WrongStatus(step, progress.status)
    return replace(progress, status=status)
