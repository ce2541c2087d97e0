"""Who sits at the desk for a command: named by `--as`, let in by a secret that is never an argument."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING, Final

from vpdesk.domain.credentials import Asked, Entrant
from vpdesk.domain.errors import OfficerNotNamed, SecretMissing, UnknownOfficer
from vpdesk.domain.text import folded
from vpdesk.services import entrance

if TYPE_CHECKING:
    from vpdesk.services.desk import Desk

SECRET: Final = "VPDESK_PIN"
"""The variable of the environment that holds the PIN or password."""


def sit_down(desk: Desk, login: str | None) -> None:
    """Let the officer of this name sit at the desk: his whole name or the end of it, with or without its marks.

    Raises OfficerNotNamed, UnknownOfficer where none has the name, or more than one, SecretMissing where there is no
    secret to be had, and as `entrance.sign_in`.
    """
    plate = entrance.door_plate(desk)
    if login is None:
        raise OfficerNotNamed(_names(plate))
    wanted = folded(login).split()
    meant = [one for one in plate if wanted and folded(one.name).split()[-len(wanted) :] == wanted]
    if len(meant) != 1:
        raise UnknownOfficer(login, _names(meant or plate))
    entrance.sign_in(desk, meant[0].officer, _secret(meant[0]))


def _names(entrants: tuple[Entrant, ...] | list[Entrant]) -> tuple[str, ...]:
    return tuple(one.name for one in entrants)


def _secret(entrant: Entrant) -> str:
    """The secret of an officer: out of the environment, or asked for where somebody sits before a terminal."""
    if entrant.asked is Asked.NOTHING:
        return ""
    if (given := os.environ.get(SECRET)) is not None:
        return given
    if not sys.stdin.isatty():
        raise SecretMissing(entrant.name, SECRET)
    return getpass.getpass(f"{entrant.name}: ")
