"""Whose books and lists are, and who signs them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.book import Keeper
from vpdesk.domain.dates import local_day
from vpdesk.domain.organisation import Days, Officer, bodies_on, signatories_on, version_on
from vpdesk.domain.roles import Role

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def keeper_on(work: UnitOfWork, officer: Officer, days: Days, bodies: Iterable[UUID]) -> Keeper:
    """Whose book it is, as the office was at its end, and who signs it today."""
    today = local_day(work.now)
    end = min(days.last or today, today)
    everybody = work.organisation.bodies()
    own = frozenset(bodies) or frozenset(one.id for one in everybody)
    there = [one for one in everybody if one.id in own]
    body = next((one for one in there if version_on(one, end)), there[-1] if there else None)
    if body is None:
        return Keeper("", day=today)
    version = version_on(body, end) or body.versions[-1]
    now = next(iter(bodies_on(everybody, today)), body)
    head = next(iter(signatories_on(now, today)), None)
    return Keeper(
        version.name_line,
        version.parent_line,
        version.place,
        today,
        officer.name if Role.CLERK in officer.roles else None,
        head.position if head else None,
        head.person if head else None,
        version.in_text,
    )
