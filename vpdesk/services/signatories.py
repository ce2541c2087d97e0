"""Who signs for a body: taken in, succeeded, ended; who stands in from when to when.

Each act is one change with its line in the history, and gives the body as it was before, which `restore` brings back.
Papers keep the signatures that they have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from vpdesk.domain.organisation import Days, IssuingBody, Signatory, StandIn
from vpdesk.domain.roles import Permission
from vpdesk.domain.signing_rights import (
    ending,
    succeeded,
    with_signatory,
    with_stand_in,
    without_stand_in,
)
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require


def bodies(desk: Desk) -> tuple[IssuingBody, ...]:
    """The bodies with those who sign for them. Raises as `seat.require`, like every act here."""
    with desk.store.reading() as work:
        require(desk, work, Permission.MANAGE_OFFICE)
        return work.organisation.bodies()


def put_signatory(desk: Desk, body: UUID, signatory: Signatory) -> IssuingBody:
    """Take a signatory in, or correct a slip in his record; the body before. Raises as `with_signatory`."""
    facts = {"signatory": str(signatory.id), **_days(signatory.days)}
    return _change(desk, body, "put_signatory", facts, lambda before: with_signatory(before, signatory))


def succeed(desk: Desk, body: UUID, old: UUID, new: Signatory, first_day: date) -> IssuingBody:
    """Let somebody new sign from a day on, and the old one until the day before; the body before.

    Raises as `succeeded`.
    """
    facts = {"old": str(old), "new": str(new.id), "first": first_day.isoformat()}
    return _change(desk, body, "succeed", facts, lambda before: succeeded(before, old, new, first_day))


def end(desk: Desk, body: UUID, signatory: UUID, last_day: date) -> IssuingBody:
    """Let a signatory sign for the last time on a day; the body before. Raises as `ending`."""
    facts = {"signatory": str(signatory), "last": last_day.isoformat()}
    return _change(desk, body, "end", facts, lambda before: ending(before, signatory, last_day))


def put_stand_in(desk: Desk, body: UUID, stand_in: StandIn) -> IssuingBody:
    """Let a signatory stand in in these days, or correct them; the body before. Raises as `with_stand_in`."""
    facts = {"stand_in": str(stand_in.id), "signatory": str(stand_in.signatory), **_days(stand_in.days)}
    return _change(desk, body, "put_stand_in", facts, lambda before: with_stand_in(before, stand_in))


def drop_stand_in(desk: Desk, body: UUID, stand_in: UUID) -> IssuingBody:
    """Let nobody stand in in these days after all; the body before. Raises NoSuchRecord."""
    facts = {"stand_in": str(stand_in)}
    return _change(desk, body, "drop_stand_in", facts, lambda before: without_stand_in(before, stand_in))


def restore(desk: Desk, body_before: IssuingBody) -> IssuingBody:
    """Let the same people sign as before a change; the body that was. What it is called and its terms stay."""
    people, absences = body_before.signatories, body_before.stand_ins
    return _change(
        desk, body_before.id, "restore", {}, lambda now: replace(now, signatories=people, stand_ins=absences)
    )


def _change(
    desk: Desk, body: UUID, act: str, facts: Mapping[str, str | None], change: Callable[[IssuingBody], IssuingBody]
) -> IssuingBody:
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.MANAGE_OFFICE)
        before = work.organisation.body(body)
        work.organisation.put_body(change(before))
        work.tell(officer.id, act, "body", body, **facts)
        return before


def _days(days: Days) -> dict[str, str | None]:
    return {name: day.isoformat() if day else None for name, day in (("first", days.first), ("last", days.last))}
