"""The officers of the office: taken in, given and taken roles, invited, locked and unlocked.

Like every act on the store, these run on the store's own worker. Each holds from the next act of the officer on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.credentials import Credential, SecretKind
from vpdesk.domain.errors import LastAdministrator, NamelessOfficer
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Days, Officer
from vpdesk.domain.roles import Permission, Role
from vpdesk.domain.text import entered
from vpdesk.services import digests
from vpdesk.services.desk import Desk
from vpdesk.services.entrance import administrators
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OFFICER: Final = "officer"


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """An officer as the list of officers shows him.

    `kind` is what he proves himself by, None while he has no secret.
    """

    officer: Officer
    kind: SecretKind | None
    locked_at: datetime | None
    last_sign_in: datetime | None


def officers(desk: Desk) -> tuple[StaffEntry, ...]:
    """Every officer, officer 1 first. Raises NotPermitted."""
    with desk.store.reading() as work:
        require(desk, work, Permission.MANAGE_OFFICERS)
        credentials = work.credentials.all()
        return tuple(_entry(work, one, credentials.get(one.id)) for one in work.organisation.officers())


def add_officer(desk: Desk, name: str, position: str | None, roles: Iterable[Role], days: Days) -> tuple[Officer, str]:
    """Take an officer in; the code he comes in with for the first time is told once and never again.

    Raises NamelessOfficer, NotPermitted.
    """
    with desk.store.writing() as work:
        administrator = require(desk, work, Permission.MANAGE_OFFICERS)
        officer = _entered(Officer(new_id(work.now), name, position, days, frozenset(roles)))
        work.organisation.put_officer(officer)
        work.tell(administrator.id, "take_in", _OFFICER, officer.id, roles=_named(officer))
        return officer, _invite(desk, work, administrator, officer)


def change_officer(desk: Desk, officer: Officer) -> Officer:
    """Give an officer another name, position, other roles or days.

    Raises NamelessOfficer, LastAdministrator where nobody could manage the office any more, NoSuchRecord, NotPermitted.
    """
    with desk.store.writing() as work:
        administrator = require(desk, work, Permission.MANAGE_OFFICERS)
        work.organisation.officer(officer.id)
        changed = _entered(officer)
        with _an_administrator_stays(work):
            work.organisation.put_officer(changed)
        work.tell(administrator.id, "change", _OFFICER, officer.id, roles=_named(changed))
        return changed


def invite_anew(desk: Desk, officer: UUID) -> str:
    """Give an officer who has forgotten his secret a code for once; what he knew before holds no longer.

    Raises LastAdministrator, NoSuchRecord, NotPermitted.
    """
    with desk.store.writing() as work:
        administrator = require(desk, work, Permission.MANAGE_OFFICERS)
        with _an_administrator_stays(work):
            return _invite(desk, work, administrator, work.organisation.officer(officer))


def lock(desk: Desk, officer: UUID) -> None:
    """Shut an officer out until he is unlocked. Raises LastAdministrator, NoSuchRecord, NotPermitted."""
    _turn_key(desk, officer, "lock", lambda credential, now: replace(credential, locked_at=now))


def unlock(desk: Desk, officer: UUID) -> None:
    """Let an officer in again, with all his tries. Raises NoSuchRecord, NotPermitted."""
    _turn_key(
        desk,
        officer,
        "unlock",
        lambda credential, _now: replace(credential, locked_at=None, failures=0, failed_at=None),
    )


def _turn_key(desk: Desk, officer: UUID, act: str, turn: Callable[[Credential, datetime], Credential]) -> None:
    with desk.store.writing() as work:
        administrator, found = require(desk, work, Permission.MANAGE_OFFICERS), work.organisation.officer(officer)
        credential = work.credentials.find(found.id) or Credential(found.id, None, "", work.now)
        with _an_administrator_stays(work):
            work.credentials.put(turn(credential, work.now))
        work.tell(administrator.id, act, _OFFICER, found.id)


def _invite(desk: Desk, work: UnitOfWork, administrator: Officer, officer: Officer) -> str:
    code = digests.new_invitation()
    digest = digests.digest_of(code, desk.hardness)
    work.credentials.put(Credential(officer.id, SecretKind.INVITATION, digest, work.now))
    work.tell(administrator.id, "invite", _OFFICER, officer.id)
    return code


@contextmanager
def _an_administrator_stays(work: UnitOfWork) -> Iterator[None]:
    """Refuse a change after which nobody would be left to manage the office for good."""
    before = _lasting(work)
    yield
    if before and not _lasting(work):
        raise LastAdministrator


def _lasting(work: UnitOfWork) -> list[Officer]:
    return [one for one in administrators(work) if one.days.last is None]


def _entered(officer: Officer) -> Officer:
    name = entered(officer.name.replace("\n", " "))
    if name is None:
        raise NamelessOfficer
    return replace(officer, name=name, position=entered(officer.position or ""))


def _named(officer: Officer) -> str:
    return " ".join(sorted(role.value for role in officer.roles))


def _entry(work: UnitOfWork, officer: Officer, credential: Credential | None) -> StaffEntry:
    return StaffEntry(
        officer,
        credential.kind if credential else None,
        credential.locked_at if credential else None,
        _last_sign_in(work, officer.id),
    )


def _last_sign_in(work: UnitOfWork, officer: UUID) -> datetime | None:
    told = (json.loads(line) for line in work.history.newest_of(officer))
    return next((datetime.fromisoformat(one["at"]) for one in told if one["act"] in _COMING_IN), None)


_COMING_IN: Final = frozenset({"sign_in", "recover"})
