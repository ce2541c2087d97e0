"""The door of the office: signing in and out, secrets of one's own, the codes that help where one is forgotten.

Like every act on the store, these run on the store's own worker. A failure is kept, and then refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import UUID

from vpdesk.domain.credentials import (
    Asked,
    Credential,
    Entrant,
    SecretKind,
    admit_try,
    check_secret,
    failed,
    proved,
    read_code,
    tries_left,
)
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import DeskError, MustChooseSecret, NotSignedIn, OfficerLocked, WaitForNextTry, WrongSecret
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission, Role
from vpdesk.services import digests
from vpdesk.services.desk import Desk
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

T = TypeVar("T")

_OFFICER: Final = "officer"


# --- coming and going -----------------------------------------------------------------------------------------------


def door_plate(desk: Desk) -> tuple[Entrant, ...]:
    """Who works at the office today, and what each is asked for; it can be read by whoever stands before the desk."""
    with desk.store.reading() as work:
        return tuple(
            Entrant(one.id, one.name, one.position, _asked(work, one))
            for one in work.organisation.officers()
            if local_day(work.now) in one.days
        )


def seated(desk: Desk) -> Officer | None:
    """Who sits at this desk; None where nobody does, or nobody who still may."""
    with desk.store.reading() as work:
        try:
            return officer_at(desk, work)
        except NotSignedIn:
            return None


def sign_in(desk: Desk, officer: UUID, secret: str = "") -> Officer:
    """Let an officer sit down at this desk.

    Raises WrongSecret for whatever does not fit, WaitForNextTry, OfficerLocked, and MustChooseSecret where he has to
    choose one of his own before: with `sign_in_with_code`, or `begin_with` where the office has none yet.
    """

    def attempt(work: UnitOfWork) -> Officer | DeskError:
        found = _present(work, officer)
        asked = _asked(work, found) if found else Asked.CLOSED
        if asked is Asked.CHOICE:
            return MustChooseSecret()
        refusal = (
            _refusal_without_secret(work, officer) if asked is Asked.NOTHING else _try(desk, work, officer, secret)
        )
        if refusal or found is None:
            return refusal or WrongSecret(tries_left(1))
        if asked is Asked.INVITATION:
            return MustChooseSecret()
        work.tell(found.id, "sign_in", _OFFICER, found.id)
        return found

    return _seated(desk, _kept(desk, attempt))


def sign_out(desk: Desk) -> None:
    """Leave the desk: nobody sits there from now on, whatever becomes of the store."""
    officer, desk.seat.officer = desk.seat.officer, None
    if officer is not None:
        with desk.store.writing() as work:
            work.tell(officer, "sign_out", _OFFICER, officer)


def prove(desk: Desk, work: UnitOfWork, officer: Officer, secret: str) -> DeskError | None:
    """What speaks against it that this is the officer's secret, to be raised once the unit of work is kept; or None.

    An officer of the sample office who has no secret need not prove anything.
    """
    if _asked(work, officer) is Asked.NOTHING:
        return None
    return _try(desk, work, officer.id, secret)


# --- secrets --------------------------------------------------------------------------------------------------------


def choose_secret(desk: Desk, old: str, new: str, kind: SecretKind) -> None:
    """Choose another secret for oneself. Raises WeakSecret, NotSignedIn, and for the old one as `sign_in`."""

    def attempt(work: UnitOfWork) -> DeskError | None:
        officer = officer_at(desk, work)
        check_secret(kind, new, officer.name)
        refusal = prove(desk, work, officer, old)
        if refusal is None:
            give_secret(desk, work, officer, new, kind)
        return refusal

    _kept(desk, attempt)


def sign_in_with_code(desk: Desk, officer: UUID, code: str, new: str, kind: SecretKind) -> Officer:
    """Let an officer sit down who was invited, with a secret of his own from now on.

    Raises WeakSecret, and for the code as `sign_in`.
    """

    def attempt(work: UnitOfWork) -> Officer | DeskError:
        found = _present(work, officer)
        if found is not None:
            check_secret(kind, new, found.name)
        is_invited = found is not None and _asked(work, found) is Asked.INVITATION
        refusal = _try(desk, work, officer if is_invited else None, code)
        if refusal or found is None:
            return refusal or WrongSecret(tries_left(1))
        give_secret(desk, work, found, new, kind)
        work.tell(found.id, "sign_in", _OFFICER, found.id)
        return found

    return _seated(desk, _kept(desk, attempt))


def begin_with(desk: Desk, officer: UUID, new: str, kind: SecretKind) -> str:
    """Let the first officer sit down in an office that had no secrets, with one of his own; the recovery code.

    Raises WeakSecret, and WrongSecret for everybody else.
    """

    def attempt(work: UnitOfWork) -> str | DeskError:
        found = _present(work, officer)
        if found is None or _asked(work, found) is not Asked.CHOICE:
            return WrongSecret(tries_left(1))
        check_secret(kind, new, found.name)
        give_secret(desk, work, found, new, kind)
        work.tell(found.id, "sign_in", _OFFICER, found.id)
        return make_recovery_code(desk, work, found)

    code = _kept(desk, attempt)
    desk.seat.officer = officer
    return code


def recover(desk: Desk, officer: UUID, code: str, new: str, kind: SecretKind) -> str:
    """Let an administrator sit down who has nothing but the recovery code; the next code, for this one is spent.

    Raises WeakSecret, OfficerLocked, and WrongSecret for a code that does not hold and for whoever is no administrator.
    """

    def attempt(work: UnitOfWork) -> str | DeskError:
        found = _present(work, officer)
        if found is not None:
            check_secret(kind, new, found.name)
        is_right = _holds(desk, work, code)
        if not is_right or found is None or Role.ADMINISTRATOR not in found.roles:
            if found is not None:
                work.tell(None, "fail_recovery", _OFFICER, found.id)
            return WrongSecret(None)
        if refusal := _refusal_without_secret(work, officer):
            return refusal
        give_secret(desk, work, found, new, kind)
        work.tell(found.id, "recover", _OFFICER, found.id)
        return make_recovery_code(desk, work, found)

    next_code = _kept(desk, attempt)
    desk.seat.officer = officer
    return next_code


def renew_recovery_code(desk: Desk) -> str:
    """Make another recovery code; the one before holds no longer. Raises NotPermitted."""
    with desk.store.writing() as work:
        return make_recovery_code(desk, work, require(desk, work, Permission.MANAGE_OFFICERS))


def give_secret(desk: Desk, work: UnitOfWork, officer: Officer, secret: str, kind: SecretKind) -> None:
    """Set down what an officer has chosen; whoever has chosen is not locked. Raises WeakSecret."""
    check_secret(kind, secret, officer.name)
    digest = digests.digest_of(secret, desk.hardness)
    work.credentials.put(Credential(officer.id, kind, digest, changed_at=work.now))
    work.tell(officer.id, "choose_secret", _OFFICER, officer.id, secret_kind=kind.value)


def make_recovery_code(desk: Desk, work: UnitOfWork, officer: Officer) -> str:
    """A recovery code in the place of those before."""
    for spent in work.credentials.recovery_codes():
        work.credentials.spend_recovery_code(spent, work.now)
    code, made = digests.new_recovery_code(), new_id(work.now)
    work.credentials.add_recovery_code(made, digests.digest_of(code, desk.hardness), work.now)
    work.tell(officer.id, "make_recovery_code", "recovery_code", made)
    return code


def administrators(work: UnitOfWork) -> tuple[Officer, ...]:
    """The administrators who can come in today."""
    return tuple(
        one
        for one in work.organisation.officers()
        if Role.ADMINISTRATOR in one.roles and local_day(work.now) in one.days and _comes_in(work, one)
    )


# --- what stands at the door ----------------------------------------------------------------------------------------


def _kept(desk: Desk, attempt: Callable[[UnitOfWork], T | DeskError]) -> T:
    """What an attempt comes to. Its refusal is raised once the failure is on the disk, and not undone with it."""
    with desk.store.writing() as work:
        outcome = attempt(work)
    if isinstance(outcome, DeskError):
        raise outcome
    return outcome


def _seated(desk: Desk, officer: Officer) -> Officer:
    desk.seat.officer = officer.id
    return officer


def _present(work: UnitOfWork, officer: UUID) -> Officer | None:
    """The officer, if there is one whose days are not over."""
    today = local_day(work.now)
    return next((one for one in work.organisation.officers() if one.id == officer and today in one.days), None)


def _asked(work: UnitOfWork, officer: Officer) -> Asked:
    credential = work.credentials.find(officer.id)
    if credential is not None and credential.kind is not None:
        return _ASKED[credential.kind]
    if work.organisation.is_sample:
        return Asked.NOTHING
    return Asked.CHOICE if _is_first(work, officer) else Asked.CLOSED


_ASKED: Final = {
    SecretKind.PIN: Asked.PIN,
    SecretKind.PASSWORD: Asked.PASSWORD,
    SecretKind.INVITATION: Asked.INVITATION,
}


def _is_first(work: UnitOfWork, officer: Officer) -> bool:
    """Whether nobody has a secret yet and this is the first who may give others one."""
    if work.credentials.all():
        return False
    able = (one for one in work.organisation.officers() if Role.ADMINISTRATOR in one.roles and _present(work, one.id))
    return next((one.id for one in able), None) == officer.id


def _comes_in(work: UnitOfWork, officer: Officer) -> bool:
    credential = work.credentials.find(officer.id)
    if credential is None or credential.kind is None:
        is_open = _asked(work, officer) in (Asked.NOTHING, Asked.CHOICE)
        return is_open and not (credential and credential.locked_at)
    return credential.is_own and credential.locked_at is None


def _refusal_without_secret(work: UnitOfWork, officer: UUID) -> DeskError | None:
    credential = work.credentials.find(officer)
    return OfficerLocked() if credential is not None and credential.locked_at is not None else None


def _try(desk: Desk, work: UnitOfWork, officer: UUID | None, secret: str) -> DeskError | None:
    """What speaks against a secret; a failure is counted."""
    credential = work.credentials.find(officer) if officer and _present(work, officer) else None
    if credential is None or credential.kind is None:
        digests.try_nobodys(secret, desk.hardness)
        return WrongSecret(tries_left(1))
    try:
        admit_try(credential, work.now)
    except (OfficerLocked, WaitForNextTry) as refusal:
        return refusal
    typed = read_code(secret) if credential.kind is SecretKind.INVITATION else secret
    if not digests.matches(credential.digest, typed):
        return _count_failure(work, credential)
    if digests.is_of_other_hardness(credential.digest, desk.hardness):
        credential = replace(credential, digest=digests.digest_of(typed, desk.hardness))
    work.credentials.put(proved(credential))
    return None


def _count_failure(work: UnitOfWork, credential: Credential) -> DeskError:
    is_only_administrator = [one.id for one in administrators(work)] == [credential.officer]
    after = failed(credential, work.now, may_be_locked=not is_only_administrator)
    work.credentials.put(after)
    work.tell(None, "fail_sign_in", _OFFICER, after.officer, failures=after.failures)
    if after.locked_at is not None:
        work.tell(None, "lock", _OFFICER, after.officer)
    try:
        admit_try(after, work.now)
    except (OfficerLocked, WaitForNextTry) as refusal:
        return refusal
    return WrongSecret(tries_left(after.failures))


def _holds(desk: Desk, work: UnitOfWork, code: str) -> bool:
    """Whether a recovery code is one that was not used; where there is none the answer takes as long."""
    there = work.credentials.recovery_codes()
    if not there:
        digests.try_nobodys(code, desk.hardness)
    return any(digests.matches(digest, read_code(code)) for digest in there.values())
