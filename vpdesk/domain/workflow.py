"""What may happen to a dispatch, and in which order.

    DRAFT ──submit──▶ TO CHECK ──check──▶ SUBMITTED ──sign off──▶ SIGNED OFF ──issue──▶ ISSUED ──void──▶ VOID
      ▲  ◀─take back─┘   │        ▲           │  ▲ ◀─take back, amend─┘  │
      │                  │        │           │  │                       │
      │              send back    │       send back                  send back
      │                  └────────┼──▶ SENT BACK ◀──────────────────────┘
      └────────take back──────────┘        └──submit──▶ as a draft

An office that does not check the form first has no TO CHECK: what is submitted, or amended, waits for the signatory at
once. TO CHECK, SUBMITTED and SENT BACK can be withdrawn, which ends them; a draft that nobody else has seen is deleted.
Whoever took the last step takes it back: the drafter what he submitted, the head what he signed off, as long as the
next has not been taken. A change of the text after the sign-off (amend) takes it back to the signatory. Nothing but a
void follows the issue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from vpdesk.domain.errors import WrongStatus


class Status(Enum):
    """Where a dispatch stands."""

    DRAFT = "draft"
    TO_CHECK = "to_check"
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    SIGNED_OFF = "signed_off"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    VOID = "void"


class Step(Enum):
    """What moves a dispatch on."""

    SUBMIT = "submit"
    CHECK = "check"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    SIGN_OFF = "sign_off"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    ISSUE = "issue"
    VOID = "void"


WRITABLE = frozenset({Status.DRAFT, Status.SENT_BACK})
"""Where the text is still the drafter's."""

AMENDABLE = WRITABLE | {Status.SIGNED_OFF}
"""Where the text can be changed; after the sign-off the change takes it back to the signatory."""

WAITING = frozenset({Status.TO_CHECK, Status.SUBMITTED})
"""Where others have it in hand, and nobody has signed it off."""

_STEPS: dict[tuple[Status, Step], Status] = {
    (Status.DRAFT, Step.SUBMIT): Status.SUBMITTED,
    (Status.SENT_BACK, Step.SUBMIT): Status.SUBMITTED,
    (Status.TO_CHECK, Step.CHECK): Status.SUBMITTED,
    (Status.TO_CHECK, Step.TAKE_BACK): Status.DRAFT,
    (Status.SUBMITTED, Step.TAKE_BACK): Status.DRAFT,
    (Status.SIGNED_OFF, Step.TAKE_BACK): Status.SUBMITTED,
    (Status.TO_CHECK, Step.SEND_BACK): Status.SENT_BACK,
    (Status.SUBMITTED, Step.SEND_BACK): Status.SENT_BACK,
    (Status.SIGNED_OFF, Step.SEND_BACK): Status.SENT_BACK,
    (Status.SUBMITTED, Step.SIGN_OFF): Status.SIGNED_OFF,
    (Status.SIGNED_OFF, Step.AMEND): Status.SUBMITTED,
    (Status.TO_CHECK, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SUBMITTED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SENT_BACK, Step.WITHDRAW): Status.WITHDRAWN,
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
    def may_be_amended(self) -> bool:
        """Whether the text may be changed, be it that it goes back to the signatory then."""
        return self.status in AMENDABLE

    @property
    def may_be_deleted(self) -> bool:
        """Whether it may go to the bin: what was submitted once is never deleted."""
        return self.status is Status.DRAFT and self.rounds == 0


def allows(progress: Progress, step: Step) -> bool:
    """Whether this step may be taken now."""
    return (progress.status, step) in _STEPS


def submit(progress: Progress, *, check_first: bool = False) -> Progress:
    """The drafter gives it to the head, by way of the clerk where he checks the form first.

    Raises WrongStatus where it is not in his hands, as the others do.
    """
    moved = _moved(progress, Step.SUBMIT)
    return replace(moved, status=_first_stop(check_first), rounds=progress.rounds + 1)


def check(progress: Progress) -> Progress:
    """The clerk finds its form right."""
    return _moved(progress, Step.CHECK)


def amend(progress: Progress, *, check_first: bool = False) -> Progress:
    """Its text was changed after the sign-off, which holds no longer: it waits for the signatory again."""
    return replace(_moved(progress, Step.AMEND), status=_first_stop(check_first))


def take_back(progress: Progress) -> Progress:
    """Whoever took the last step takes it back."""
    return _moved(progress, Step.TAKE_BACK)


def send_back(progress: Progress) -> Progress:
    """The head, or the clerk who found a fault in the form, gives it back to the drafter."""
    return _moved(progress, Step.SEND_BACK)


def sign_off(progress: Progress) -> Progress:
    """The signatory signs it, of several the last."""
    return _moved(progress, Step.SIGN_OFF)


def withdraw(progress: Progress) -> Progress:
    """It is given up before it was signed off."""
    return _moved(progress, Step.WITHDRAW)


def issue(progress: Progress) -> Progress:
    """The clerk numbers and issues it."""
    return _moved(progress, Step.ISSUE)


def void(progress: Progress) -> Progress:
    """What was issued no longer holds; its number is not used again."""
    return _moved(progress, Step.VOID)


def _first_stop(check_first: bool) -> Status:  # noqa: FBT001 -- the choice itself
    return Status.TO_CHECK if check_first else Status.SUBMITTED


def _moved(progress: Progress, step: Step) -> Progress:
    status = _STEPS.get((progress.status, step))
    if status is None:
        raise WrongStatus(step, progress.status)
    return replace(progress, status=status)
