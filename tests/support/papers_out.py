"""Dispatches on their way out: signed off, and issued."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from support.builders import a_dispatch
from support.seats import seated
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import Draft
from vpdesk.domain.issuing import Issued, IssueOrder
from vpdesk.services import drafting, issuing, signoff
from vpdesk.services.desk import Desk

HEAD = Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi")
TEXT = a_dispatch(number=None, date=None, signing=(HEAD,))


def first_body(desk: Desk) -> UUID:
    """The first body of the office."""
    with desk.store.reading() as work:
        return work.organisation.bodies()[0].id


def submitted(desk: Desk, text: Dispatch = TEXT, body: UUID | None = None) -> UUID:
    """A dispatch that waits for its signature."""
    with seated(desk, "Ngọc"):
        draft = drafting.begin(desk, text, body or first_body(desk)).draft.id
        signoff.submit(desk, draft)
    return draft


def signed_off(desk: Desk, text: Dispatch = TEXT, body: UUID | None = None, head: str = "Khôi") -> Draft:
    """A dispatch that its head has signed off."""
    draft = submitted(desk, text, body)
    with seated(desk, head):
        return signoff.sign(desk, draft, signoff.read(desk, draft).version.number)


def issued(desk: Desk, drafts: Sequence[Draft]) -> tuple[Issued, ...]:
    """Dispatches issued by the clerk today."""
    with seated(desk, "Hạnh"):
        return issuing.issue(desk, [IssueOrder(one.id, one.version, desk.today()) for one in drafts])
