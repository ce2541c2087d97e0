"""How an officer proves who he is: secrets, how often they may be tried, and the codes that stand in for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from itertools import pairwise
from typing import Final
from uuid import UUID

from vpdesk.domain.errors import OfficerLocked, WaitForNextTry, WeakSecret
from vpdesk.domain.text import folded, nfc

PIN_DIGITS: Final = 6
PASSWORD_LEAST: Final = 8
"""The letters of the shortest password."""

TRIES: Final = 5
"""From this many failures on, each one is followed by a wait."""
LOCK_AFTER: Final = 15
"""At this many failures the officer is locked until an administrator unlocks him."""
LONGEST_WAIT: Final = timedelta(hours=1)

INVITATION_BYTES: Final = 5
RECOVERY_BYTES: Final = 15
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 signs without those that are read for one another; `read_code` takes what is read all the same."""
_MISREAD: Final = str.maketrans("OIL", "011")
_GROUP: Final = 4


class SecretKind(Enum):
    """What an officer knows."""

    PIN = "pin"
    PASSWORD = "password"
    INVITATION = "invitation"
    """A code for the first time only: he chooses a secret of his own with it."""


class WeakFault(Enum):
    """Why a secret is none."""

    NOT_DIGITS = auto()
    """A PIN that is not six digits."""
    GUESSABLE = auto()
    """A PIN that everybody tries first: one digit over and over, a run, a pair or three digits repeated."""
    TOO_SHORT = auto()
    IS_NAME = auto()
    """A password that is the officer's name, or repeats one letter."""


class Asked(Enum):
    """What an officer is asked for at the door."""

    NOTHING = auto()
    """The sample office: a name is enough."""
    PIN = auto()
    PASSWORD = auto()
    INVITATION = auto()
    CHOICE = auto()
    """The first officer of an office that had no secrets yet: to choose one."""
    CLOSED = auto()
    """He cannot come in before an administrator has invited him."""


@dataclass(frozen=True, slots=True)
class Hardness:
    """What a try costs, as argon2id counts it: RFC 9106's second choice, 64 MiB, three passes, four lanes."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Credential:
    """The digest of what an officer knows, and how often it was tried in vain.

    `kind` is None while he has no secret.
    """

    officer: UUID
    kind: SecretKind | None
    digest: str
    changed_at: datetime
    failures: int = 0
    failed_at: datetime | None = None
    locked_at: datetime | None = None

    @property
    def is_own(self) -> bool:
        """Whether he has a secret of his own choice."""
        return self.kind in (SecretKind.PIN, SecretKind.PASSWORD)


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody on the door plate of the office, and what he is asked for."""

    officer: UUID
    name: str
    position: str | None
    asked: Asked


def check_secret(kind: SecretKind, secret: str, name: str) -> None:
    """Whether this can be the secret of the officer of this name. Raises WeakSecret."""
    fault = _fault_of_pin(secret) if kind is SecretKind.PIN else _fault_of_password(secret, name)
    if fault is not None:
        raise WeakSecret(fault)


def _fault_of_pin(secret: str) -> WeakFault | None:
    if not (secret.isascii() and secret.isdecimal() and len(secret) == PIN_DIGITS):
        return WeakFault.NOT_DIGITS
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(secret)}
    # A run may go round the end: 789012. One that goes nowhere is a digit over and over.
    is_run = len(steps) == 1 and steps <= {0, 1, 9}
    is_repeated = any(secret == secret[:length] * (PIN_DIGITS // length) for length in (1, 2, 3))
    is_doubled = secret[0::2] == secret[1::2]  # 112233
    return WeakFault.GUESSABLE if is_run or is_repeated or is_doubled else None


def _fault_of_password(secret: str, name: str) -> WeakFault | None:
    letters = prepared(secret)
    if len(letters) < PASSWORD_LEAST:
        return WeakFault.TOO_SHORT
    bare = folded(letters).replace(" ", "")
    if bare == folded(name).replace(" ", "") or len(set(bare)) == 1:
        return WeakFault.IS_NAME
    return None


def prepared(secret: str) -> str:
    """A secret as it is digested: the same letters, however the keyboard composes them."""
    return nfc(secret)


# --- tries ----------------------------------------------------------------------------------------------------------


def wait_after(failures: int) -> timedelta:
    """How long the next try has to wait after so many failures: a minute from the fifth on, doubled up to an hour."""
    if failures < TRIES:
        return timedelta(0)
    return min(timedelta(minutes=2 ** min(failures - TRIES, 10)), LONGEST_WAIT)


def tries_left(failures: int) -> int:
    """The tries that are left before the next wait."""
    return max(0, TRIES - failures)


def admit_try(credential: Credential, now: datetime) -> None:
    """Whether a secret may be tried now. Raises OfficerLocked, WaitForNextTry."""
    if credential.locked_at is not None:
        raise OfficerLocked
    if seconds := seconds_to_wait(credential, now):
        raise WaitForNextTry(seconds)


def seconds_to_wait(credential: Credential, now: datetime) -> int:
    """The seconds, rounded up, until a secret may be tried again. A clock set back makes it no longer than it was."""
    if credential.failed_at is None:
        return 0
    whole = wait_after(credential.failures)
    left = min(credential.failed_at + whole - now, whole)
    return max(0, -(-left // timedelta(seconds=1)))


def failed(credential: Credential, now: datetime, *, may_be_locked: bool) -> Credential:
    """A credential after a try in vain; the only administrator is never locked, he waits the longest."""
    failures = credential.failures + 1
    locked_at = now if may_be_locked and failures >= LOCK_AFTER else None
    return replace(credential, failures=failures, failed_at=now, locked_at=locked_at)


def proved(credential: Credential) -> Credential:
    """A credential after the right secret."""
    return replace(credential, failures=0, failed_at=None)


# --- codes ----------------------------------------------------------------------------------------------------------


def code_of(chance: bytes) -> str:
    """Chance as a code to write down, in groups of four: eight signs for 5 bytes, 24 for 15."""
    number, signs = int.from_bytes(chance, "big"), len(chance) * 8 // 5
    digits = "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(signs)))
    return "-".join(digits[start : start + _GROUP] for start in range(0, signs, _GROUP))


def read_code(text: str) -> str:
    """A code as it was typed from paper: small letters, other groups and misread signs are no fault."""
    letters = "".join(letter for letter in nfc(text).upper() if letter.isalnum()).translate(_MISREAD)
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
