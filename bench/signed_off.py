"""Dispatches that wait for their number: what is issued by the thousand."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from bench import dispatches
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import IssuingBody, version_on
from vpdesk.domain.workflow import Progress, Status
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import put
from vpdesk.services.office import found_sample

_AT_ONCE = 200


def an_office(desk: Desk) -> IssuingBody:
    """Found the sample office; its clerk sits at the desk. The body that issues today."""
    office = found_sample(desk)
    desk.seat.officer = next(one.id for one in office.officers if one.position == "Văn thư")
    return next(one for one in office.bodies if version_on(one, desk.today()))


def put_signed_off(desk: Desk, body: IssuingBody, count: int, one: Dispatch | None = None) -> tuple[UUID, ...]:
    """Put dispatches into the store that stand as signed off: the sample, or one.

    Their way there is short: nobody has read or signed them, and the store knows nothing else of them.
    """
    one = replace(one or dispatches.sample(), number=None, date=None)
    made: list[UUID] = []
    while len(made) < count:
        made += _put(desk, body, min(_AT_ONCE, count - len(made)), one)
    return tuple(made)


def _put(desk: Desk, body: IssuingBody, count: int, one: Dispatch) -> list[UUID]:
    today = desk.today()
    rules, version = pack_of_day(desk, today).name, version_on(body, today) or body.versions[-1]
    made: list[UUID] = []
    with desk.store.writing() as work:
        owner = work.organisation.officers()[0].id
        for _ in range(count):
            draft = Draft(
                id=new_id(work.now),
                body=body.id,
                body_version=version.id,
                rules=rules,
                dispatch=one,
                owner=owner,
                created_at=work.now,
                updated_at=work.now,
                progress=Progress(Status.SIGNED_OFF, 1),
            )
            put(desk, work, draft)
            work.tell(owner, "begin", "dispatch", draft.id)
            made.append(draft.id)
    return made
