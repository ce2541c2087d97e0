"""How the records of who signs for a body change: each change has a day, and the days before it stay as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from vpdesk.domain.errors import EndsBeforeBeginning, NoSuchRecord, NotSigningThen
from vpdesk.domain.organisation import Days, IssuingBody, Signatory, StandIn
from vpdesk.domain.signing import Authority
from vpdesk.domain.text import folded

_DAY = timedelta(days=1)
_FOR_SOMEBODY = (Authority.DEPUTY, Authority.DELEGATE)


def signatory_in(body: IssuingBody, signatory: UUID) -> Signatory:
    """A signatory of a body. Raises NoSuchRecord."""
    found = next((one for one in body.signatories if one.id == signatory), None)
    if found is None:
        raise NoSuchRecord("signatory", str(signatory))
    return found


def with_signatory(body: IssuingBody, signatory: Signatory) -> IssuingBody:
    """A body with a signatory taken in, or a slip in his record corrected.

    Raises EndsBeforeBeginning, and NoSuchRecord where he stands in for nobody of this body.
    """
    _check(signatory.days)
    if signatory.stands_in_for is not None:
        signatory_in(body, signatory.stands_in_for)
    others = body.signatories
    if any(one.id == signatory.id for one in others):
        changed = tuple(signatory if one.id == signatory.id else one for one in others)
    else:
        changed = (*others, signatory)
    return _trimmed(replace(body, signatories=changed))


def succeeded(body: IssuingBody, old: UUID, new: Signatory, first_day: date) -> IssuingBody:
    """A body in which somebody new signs from a day on, and the old signatory until the day before.

    Raises NoSuchRecord, and EndsBeforeBeginning where the old one begins no earlier or the new one ends before.
    """
    before = signatory_in(body, old)
    # Who ended earlier left his place empty for a while.
    ended = ending(body, old, min(first_day - _DAY, before.days.last or date.max))
    return with_signatory(ended, replace(new, days=Days(first_day, new.days.last)))


def ending(body: IssuingBody, signatory: UUID, last_day: date) -> IssuingBody:
    """A body in which a signatory signs for the last time on a day. Raises NoSuchRecord and EndsBeforeBeginning."""
    record = signatory_in(body, signatory)
    return with_signatory(body, replace(record, days=Days(record.days.first, last_day)))


def with_stand_in(body: IssuingBody, stand_in: StandIn) -> IssuingBody:
    """A body with days in which a signatory stands in, taken in or corrected.

    Raises EndsBeforeBeginning, NoSuchRecord, and NotSigningThen where he does not sign on each of these days.
    """
    _check(stand_in.days)
    record = signatory_in(body, stand_in.signatory)
    if _common(stand_in.days, record.days) != stand_in.days:
        raise NotSigningThen(record.person)
    others = tuple(one for one in body.stand_ins if one.id != stand_in.id)
    return replace(body, stand_ins=tuple(sorted((*others, stand_in), key=lambda one: one.days.first or date.min)))


def without_stand_in(body: IssuingBody, stand_in: UUID) -> IssuingBody:
    """A body without these days of standing in. Raises NoSuchRecord."""
    left = tuple(one for one in body.stand_ins if one.id != stand_in)
    if left == body.stand_ins:
        raise NoSuchRecord("stand_in", str(stand_in))
    return replace(body, stand_ins=left)


def represented(body: IssuingBody, signatory: Signatory) -> UUID | None:
    """For whom of his body a signatory signs K/T or T/L: who has the position that he names, in his days first."""
    if signatory.authority not in _FOR_SOMEBODY:
        return None
    named = folded(signatory.principal or "")
    there = [one for one in body.signatories if one.id != signatory.id and folded(one.position or "") == named]
    kept = [one for one in there if one.id == signatory.stands_in_for]
    together = [one for one in there if _common(one.days, signatory.days)]
    return next((one.id for one in (*kept, *together, *there)), None)


def other_head(body: IssuingBody, signatory: Signatory) -> Signatory | None:
    """Who has the same position by nobody's order on one of the days of a signatory; a body has one head on a day."""
    if signatory.authority is not Authority.NONE:
        return None
    position = folded(signatory.position or "")
    return next(
        (
            one
            for one in body.signatories
            if one.id != signatory.id
            and one.authority is Authority.NONE
            and folded(one.position or "") == position
            and _common(one.days, signatory.days)
        ),
        None,
    )


def _check(days: Days) -> None:
    if days.first and days.last and days.last < days.first:
        raise EndsBeforeBeginning(days.first, days.last)


def _common(one: Days, other: Days) -> Days | None:
    """The days that are in both."""
    first = max(filter(None, (one.first, other.first)), default=None)
    last = min(filter(None, (one.last, other.last)), default=None)
    return None if first and last and last < first else Days(first, last)


def _trimmed(body: IssuingBody) -> IssuingBody:
    """A body where nobody stands in on a day on which he does not sign any more."""
    terms = {one.id: one.days for one in body.signatories}
    cut = [(one, _common(one.days, terms[one.signatory])) for one in body.stand_ins]
    return replace(body, stand_ins=tuple(replace(one, days=days) for one, days in cut if days))
