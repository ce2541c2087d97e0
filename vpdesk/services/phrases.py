"""The phrases that a head often writes on arrivals, in his order; the first nine have a key.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from vpdesk.domain.errors import IncompletePhrase, NoSuchRecord
from vpdesk.domain.handling import DirectivePhrase
from vpdesk.domain.ids import new_id
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.desk import Desk
from vpdesk.services.handling_parts import require_directing
from vpdesk.services.seat import require

_PHRASE: Final = "directive_phrase"


def phrases(desk: Desk) -> tuple[DirectivePhrase, ...]:
    """The phrases of the officer at the desk, in his order."""
    with desk.store.reading() as work:
        return work.handlings.phrases(require(desk, work, Permission.READ_REGISTERS).id)


def put_phrase(desk: Desk, text: str, phrase: UUID | None = None) -> tuple[DirectivePhrase, ...]:
    """Keep a phrase behind the others, or let one of them say something else; all of them as they are then.

    One that is not there any more is kept anew. Raises IncompletePhrase, NotPermitted.
    """
    words = entered(text)
    if words is None:
        raise IncompletePhrase
    with desk.store.writing() as work:
        officer = require_directing(desk, work)
        own = work.handlings.phrases(officer.id)
        there = next((one for one in own if one.id == phrase), None)
        last = max((one.place for one in own), default=-1)
        kept = there or DirectivePhrase(new_id(work.now), officer.id, last + 1, words)
        work.handlings.put_phrase(replace(kept, text=words))
        work.tell(officer.id, "put", _PHRASE, kept.id)
        return work.handlings.phrases(officer.id)


def drop_phrase(desk: Desk, phrase: UUID) -> DirectivePhrase:
    """Drop a phrase of one's own; what it was. Raises NoSuchRecord, NotPermitted."""
    with desk.store.writing() as work:
        officer = require_directing(desk, work)
        own = next((one for one in work.handlings.phrases(officer.id) if one.id == phrase), None)
        if own is None:
            raise NoSuchRecord(_PHRASE, str(phrase))
        work.handlings.drop_phrase(phrase)
        work.tell(officer.id, "drop", _PHRASE, phrase)
        return own


def order_phrases(desk: Desk, order: Sequence[UUID]) -> tuple[DirectivePhrase, ...]:
    """Put one's phrases into an order; those that it does not name stand behind it as they stood.

    Raises NotPermitted.
    """
    with desk.store.writing() as work:
        officer = require_directing(desk, work)
        own = work.handlings.phrases(officer.id)
        places = {one: place for place, one in enumerate(order)}
        ordered = sorted(own, key=lambda one: (places.get(one.id, len(places)), one.place))
        for place, one in enumerate(ordered):
            work.handlings.put_phrase(replace(one, place=place))
        work.tell(officer.id, "order", _PHRASE, None, phrases=len(ordered))
        return work.handlings.phrases(officer.id)
