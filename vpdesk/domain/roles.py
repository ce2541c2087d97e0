"""What an officer may do, by the roles he has. An officer may have several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Final


class Role(Enum):
    """What an officer is at this desk."""

    DRAFTER = "drafter"
    CLERK = "clerk"
    HEAD = "head"
    """The head of the office or a deputy of his; what each may sign stands in the records of the body."""
    ADMINISTRATOR = "administrator"


class Permission(Enum):
    """Something that not everybody may do."""

    DRAFT = auto()
    """Write dispatches of one's own, submit them, take them back, withdraw them."""
    READ_SUBMITTED = auto()
    """Read the dispatches of others once they were submitted."""
    CORRECT = auto()
    """Change the text of another's dispatch that was sent back or signed off."""
    CHECK_FORM = auto()
    """Say that the form of a dispatch is right, or send it back."""
    SIGN_OFF = auto()
    """Sign off what one may sign by the records of the body, or send it back."""
    RECORD_SIGNATURE = auto()
    """Set down that somebody of another office has signed a joint document on paper."""
    PRINT_SLIPS = auto()
    """Print what waits with its slips."""
    ISSUE = auto()
    """Take numbers and issue, hold and void them, follow what was sent."""
    REGISTER_ARRIVALS = auto()
    """Enter arrivals in the register, and their files."""
    READ_REGISTERS = auto()
    """Look things up in the registers, and print their books."""
    KEEP_BOOKS = auto()
    """Lock printed pages, close and open rows of numbers, take old books in."""
    DIRECT = auto()
    """Write the directive on an arrival: who leads, who supports, by when."""
    HANDLE_ARRIVALS = auto()
    """Acknowledge what one was given, ask for more time, answer it or end it."""
    KEEP_CASE_FILES = auto()
    """Open case files, put documents in, close one's own."""
    KEEP_ALL_CASE_FILES = auto()
    """Keep the yearly list and the files of others, hand them over to the archive."""
    MANAGE_OFFICERS = auto()
    """Take officers in, give and take roles, lock and unlock."""
    MANAGE_OFFICE = auto()
    """Change bodies, signatories and the choices of the whole office."""
    VERIFY = auto()
    """Check that nothing was changed behind the office's back."""


_GRANTS: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.DRAFTER: frozenset(
        {Permission.DRAFT, Permission.READ_REGISTERS, Permission.HANDLE_ARRIVALS, Permission.KEEP_CASE_FILES}
    ),
    Role.CLERK: frozenset(
        {
            Permission.DRAFT,
            Permission.READ_SUBMITTED,
            Permission.CORRECT,
            Permission.CHECK_FORM,
            Permission.RECORD_SIGNATURE,
            Permission.PRINT_SLIPS,
            Permission.ISSUE,
            Permission.REGISTER_ARRIVALS,
            Permission.READ_REGISTERS,
            Permission.KEEP_BOOKS,
            Permission.HANDLE_ARRIVALS,
            Permission.KEEP_CASE_FILES,
            Permission.KEEP_ALL_CASE_FILES,
            Permission.VERIFY,
        }
    ),
    Role.HEAD: frozenset(
        {
            Permission.DRAFT,
            Permission.READ_SUBMITTED,
            Permission.CORRECT,
            Permission.SIGN_OFF,
            Permission.PRINT_SLIPS,
            Permission.READ_REGISTERS,
            Permission.DIRECT,
            Permission.HANDLE_ARRIVALS,
            Permission.KEEP_CASE_FILES,
            Permission.VERIFY,
        }
    ),
    Role.ADMINISTRATOR: frozenset({Permission.MANAGE_OFFICERS, Permission.MANAGE_OFFICE, Permission.VERIFY}),
}


def permits(roles: Iterable[Role], permission: Permission) -> bool:
    """Whether one of these roles grants a permission."""
    return any(permission in _GRANTS[role] for role in roles)


def permissions(roles: Iterable[Role]) -> frozenset[Permission]:
    """Everything that these roles grant together."""
    return frozenset().union(*(_GRANTS[role] for role in roles))
