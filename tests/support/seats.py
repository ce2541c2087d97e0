"""Who sits at a desk of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Role
from vpdesk.services.desk import Desk


def officer_named(desk: Desk, name: str) -> Officer:
    """The officer of the sample office whose name ends so."""
    with desk.store.reading() as work:
        return next(one for one in work.organisation.officers() if one.name.endswith(name))


def sit(desk: Desk, name: str) -> Officer:
    """Let the officer whose name ends so sit at a desk, as if he had signed in."""
    officer = officer_named(desk, name)
    desk.seat.officer = officer.id
    return officer


@contextmanager
def seated(desk: Desk, name: str) -> Iterator[Officer]:
    """Let another officer sit at a desk for a while."""
    before = desk.seat.officer
    yield sit(desk, name)
    desk.seat.officer = before


def an_officer(desk: Desk, *roles: Role, name: str = "Người Mới") -> Officer:
    """A new officer of the office, in these roles."""
    with desk.store.writing() as work:
        officer = Officer(new_id(work.now), name, roles=frozenset(roles))
        work.organisation.put_officer(officer)
        work.tell(None, "take_in", "officer", officer.id)
    return officer


def with_roles(desk: Desk, officer: Officer, *roles: Role) -> Officer:
    """The officer in other roles from now on."""
    changed = replace(officer, roles=frozenset(roles))
    with desk.store.writing() as work:
        work.organisation.put_officer(changed)
        work.tell(None, "change", "officer", officer.id)
    return changed
