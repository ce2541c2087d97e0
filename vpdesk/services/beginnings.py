"""What a new draft begins with: a template or an earlier dispatch, in the name of a body as it is on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from vpdesk.domain.blanks import BODY, COMMITTEE
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import DraftQuery, DraftRow
from vpdesk.domain.organisation import IssuingBody, begin_draft, version_on
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.templates import Template
from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.services.rules import choose_pack
from vpdesk.services.templates import as_template, start_from

_EARLIER = 200
"""The newest dispatches offered to follow; the list of drafts finds the others."""


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What a new draft can begin with: the shipped templates, then the office's own; and earlier dispatches."""

    templates: tuple[Template, ...]
    earlier: tuple[DraftRow, ...]


def beginnings(desk: Desk) -> Beginnings:
    """What a new draft can begin with now. Runs on the store's worker."""
    own = map(as_template, drafting.templates(desk))
    return Beginnings((*desk.templates, *own), drafting.drafts(desk, DraftQuery(first=_EARLIER)))


def pack_of_day(desk: Desk, day: date) -> RulePack:
    """The rules that a dispatch of a day follows by itself."""
    return choose_pack(desk.packs, Dispatch("", "", date=day), None)[0]


def begin_from(desk: Desk, source: Template | Dispatch, body: IssuingBody, day: date) -> Dispatch:
    """A draft from a template or an earlier dispatch, with what the records of a body give on a day.

    Its own date stays open until the issue. What a template says of signatures stays: minutes are signed by two.
    """
    pack = pack_of_day(desk, day)
    version = version_on(body, day) or body.versions[-1]
    known = {BODY: version.in_text, COMMITTEE: version.committee_in_text}
    draft = start_from(source, desk.packs, pack, {hint: words for hint, words in known.items() if words})
    begun = begin_draft(body, draft.document_type, day, Rulebook(pack))
    own_signing = isinstance(source, Template) and draft.signing
    return replace(
        draft,
        issuing_body=begun.issuing_body,
        parent_body=begun.parent_body,
        symbol=begun.symbol,
        place=begun.place,
        signing=draft.signing if own_signing else begun.signing,
    )
