"""Digests of secrets, by argon2id: a try takes its time and its memory, for the right one and the wrong one alike."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from vpdesk.domain.credentials import INVITATION_BYTES, RECOVERY_BYTES, Hardness, code_of, prepared

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_NOBODYS: Final = "nobody"


def digest_of(secret: str, hardness: Hardness) -> str:
    """The digest of a secret, with a salt and with what it costs to try."""
    return _hasher(hardness).hash(_letters(secret))


def matches(digest: str, secret: str) -> bool:
    """Whether a secret is the one of a digest."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher(Hardness()).verify(digest, _letters(secret))
    except (VerificationError, InvalidHashError):
        return False


def is_of_other_hardness(digest: str, hardness: Hardness) -> bool:
    """Whether a digest costs another try than it should."""
    return _hasher(hardness).check_needs_rehash(digest)


def try_nobodys(secret: str, hardness: Hardness) -> None:
    """Take as long as a try at a secret, where there is nobody whose secret it could be."""
    digest_of(secret or _NOBODYS, hardness)


def new_invitation() -> str:
    """A code that an officer comes in with for the first time."""
    return code_of(secrets.token_bytes(INVITATION_BYTES))


def new_recovery_code() -> str:
    """A code to print and put away."""
    return code_of(secrets.token_bytes(RECOVERY_BYTES))


def _letters(secret: str) -> bytes:
    return prepared(secret).encode("utf-8", "surrogatepass")


def _hasher(hardness: Hardness) -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(hardness.passes, hardness.memory_kib, hardness.lanes)
