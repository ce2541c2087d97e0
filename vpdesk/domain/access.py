"""Whose a dispatch is to read and to write: the drafter's until he submits it, then also the clerk's and the head's."""

from __future__ import annotations

from uuid import UUID

from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.workflow import Progress


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
