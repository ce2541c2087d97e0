"""Who sits at the desk, and what he may do. Every act asks first, and asks the store: a role may be gone by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpdesk.domain.credentials import Credential, SecretKind
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import NotPermitted, NotSignedIn
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.services.desk import Desk

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def officer_at(desk: Desk, work: UnitOfWork) -> Officer:
    """The officer at this desk, as the records have him now.

    Raises NotSignedIn where nobody sits there, or somebody whose days at the office are over, who was locked, or whose
    secret holds no longer.
    """
    if desk.seat.officer is None:
        raise NotSignedIn
    officer = work.organisation.officer(desk.seat.officer)
    if local_day(work.now) not in officer.days or _is_shut_out(work.credentials.find(officer.id)):
        raise NotSignedIn
    return officer


def _is_shut_out(credential: Credential | None) -> bool:
    return credential is not None and (credential.locked_at is not None or credential.kind is SecretKind.INVITATION)


def seated(desk: Desk) -> Officer:
    """The officer at this desk. Raises NotSignedIn."""
    with desk.store.reading() as work:
        return officer_at(desk, work)


def require(desk: Desk, work: UnitOfWork, permission: Permission, *others: Permission) -> Officer:
    """The officer at this desk, who has one of these permissions. Raises NotPermitted, and as `officer_at`."""
    officer = officer_at(desk, work)
    if not any(map(officer.may, (permission, *others))):
        raise NotPermitted(permission)
    return officer
