"""Dispatches that wait for their signature, in the sample office."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from support.builders import a_dispatch
from support.seats import seated
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.signoff import NewRemark
from vpdesk.services import drafting, office, signoff
from vpdesk.services.desk import Desk

BY_THE_HEAD = (Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi"),)
"""The signature block of the head of the sample office."""


def a_waiting_dispatch(desk: Desk, *, drafter: str = "Ngọc", **members: Any) -> UUID:
    """A dispatch of a drafter of the sample office, submitted; the head is to sign it."""
    founded = office.office(desk)
    assert founded is not None
    text: Dispatch = replace(a_dispatch(), **{"number": None, "signing": BY_THE_HEAD, **members})
    with seated(desk, drafter):
        draft = drafting.begin(desk, text, founded.bodies[0].id).draft.id
        signoff.submit(desk, draft)
    return draft


def comes_back(desk: Desk, draft: UUID, *remarks: str, drafter: str = "Ngọc", **members: Any) -> None:
    """Let the head send a dispatch back with these remarks, and its drafter submit it again, changed."""
    with seated(desk, "Khôi"):
        version = signoff.read(desk, draft).version.number
        signoff.send_back(desk, draft, version, tuple(map(NewRemark, remarks or ("Viết lại.",))))
    with seated(desk, drafter):
        opened = drafting.open_draft(desk, draft)
        drafting.save(desk, opened.draft, replace(opened.dispatch, **members))
        for one in signoff.remarks(desk, draft):
            signoff.mark_done(desk, one.id)
        signoff.submit(desk, draft)
