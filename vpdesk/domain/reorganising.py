"""How the records of a body change: its names, its end, the body that comes after it, its terms.

Each change has a day, and the days before it stay as they were. Days of one body follow one another: where a name or a
term begins, the one before it has ended the day before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from vpdesk.domain.errors import (
    EndsBeforeBeginning,
    MeetingAfterCongress,
    NoBodyThen,
    NoSuchRecord,
    TermInUse,
    TermsOverlap,
    TermUnnamed,
)
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Term, version_on
from vpdesk.domain.series import Series
from vpdesk.domain.text import entered

_DAY = timedelta(days=1)

Dated = TypeVar("Dated", BodyVersion, Term)


@dataclass(frozen=True, slots=True)
class Reorganised:
    """What a change of a body can be undone with: the body before, and the body that it founded, where it did."""

    before: IssuingBody
    founded: UUID | None = None


# --- what a body is called ----------------------------------------------------------------------------------------


def with_version(body: IssuingBody, version: BodyVersion) -> IssuingBody:
    """A body with a slip in one of its names corrected; where its days move, the names beside it give way.

    A day that has a name on its other side stays where it is left open. Raises NoSuchRecord and EndsBeforeBeginning.
    """
    _found(body.versions, version.id, "body_version")
    return replace(body, versions=_moved(body.versions, version))


def changed_from(body: IssuingBody, version: BodyVersion, first_day: date) -> IssuingBody:
    """A body that is called otherwise from a day on; what it was called on that day ends the day before.

    A name that follows later stays. Raises NoBodyThen, and EndsBeforeBeginning where the name before would have no day.
    """
    there = version_on(body, first_day)
    if there is None:
        raise NoBodyThen(first_day)
    ended_before = replace(there, days=_days(there.days.first, first_day - _DAY), successor=None)
    new = replace(version, days=Days(first_day, there.days.last), successor=there.successor)
    place = body.versions.index(there)
    return replace(body, versions=(*body.versions[:place], ended_before, new, *body.versions[place + 1 :]))


def body_ended(body: IssuingBody, last_day: date, successor: UUID | None = None) -> IssuingBody:
    """A body that ends with a day; so does the term that runs then, and no term begins later.

    Raises EndsBeforeBeginning where the name that it has last begins later.
    """
    last = body.versions[-1]
    ended = replace(last, days=_days(last.days.first, last_day), successor=successor or last.successor)
    terms = tuple(
        replace(one, days=Days(one.days.first, _earlier(one.days.last, last_day)))
        for one in body.terms
        if _begins(one.days) <= last_day
    )
    return replace(body, versions=(*body.versions[:-1], ended), terms=terms)


def succeeded_by(body: IssuingBody, new: IssuingBody, first_day: date) -> tuple[IssuingBody, IssuingBody]:
    """A body that ends, and the new one that takes its place from a day on (decision 20: its numbers begin anew).

    The one name and the terms of the new body begin with that day. A body that ended earlier left its place empty for
    a while. Raises EndsBeforeBeginning.
    """
    last_day = _earlier(body.versions[-1].days.last, first_day - _DAY)
    ended = body_ended(body, last_day, new.id)
    days = Days(first_day)
    begun = replace(
        new,
        versions=tuple(replace(one, days=days, successor=None) for one in new.versions),
        terms=tuple(_named(replace(one, days=days)) for one in new.terms),
    )
    return ended, begun


def ends_on(body: IssuingBody, day: date) -> bool:
    """Whether a day is the last of a body."""
    return body.versions[-1].days.last == day


# --- terms --------------------------------------------------------------------------------------------------------


def first_day_of_term(closed_on: date, met_on: date | None = None) -> date:
    """The first day of a term: the one after the congress closes.

    Where the new committee opened its first meeting during the congress, it is the day of that (clerical rules, 2.5).
    Raises MeetingAfterCongress for a meeting that opened later.
    """
    if met_on is not None and met_on > closed_on:
        raise MeetingAfterCongress(closed_on)
    return met_on or closed_on + _DAY


def with_new_term(body: IssuingBody, term: UUID, name: str, first_day: date) -> IssuingBody:
    """A body whose new term begins on a day; the one before ends the day before, so that no day is without a term.

    Raises TermUnnamed, TermsOverlap where a term begins on that day or later, and EndsBeforeBeginning.
    """
    later = next((one for one in body.terms if _begins(one.days) >= first_day), None)
    if later is not None:
        raise TermsOverlap(later.name)
    before = running_before(body, first_day)
    terms = tuple(
        replace(one, days=_days(one.days.first, first_day - _DAY)) if one == before else one for one in body.terms
    )
    return replace(body, terms=(*terms, _named(Term(term, name, Days(first_day)))))


def with_term(body: IssuingBody, term: Term) -> IssuingBody:
    """A body with a slip in one of its terms corrected; a term that met it day by day goes on meeting it.

    Raises NoSuchRecord, TermUnnamed, EndsBeforeBeginning, and TermsOverlap with a term that did not meet it.
    """
    _found(body.terms, term.id, "term")
    terms = _moved(body.terms, _named(term))
    changed = next(one for one in terms if one.id == term.id)
    for other in terms:
        if other.id != term.id and _share_a_day(other.days, changed.days):
            raise TermsOverlap(other.name)
    return replace(body, terms=terms)


def without_term(body: IssuingBody, term: UUID) -> IssuingBody:
    """A body without a term: the one before it, where they met, goes on until its last day. Raises NoSuchRecord."""
    gone = _found(body.terms, term, "term")
    left = tuple(
        replace(one, days=Days(one.days.first, gone.days.last)) if _meet(one.days, gone.days) else one
        for one in body.terms
        if one.id != term
    )
    return replace(body, terms=left)


def running_before(body: IssuingBody, first_day: date) -> Term | None:
    """The term that a new one of this day takes the place of: the last that begins earlier."""
    earlier = [one for one in body.terms if _begins(one.days) < first_day]
    return max(earlier, key=lambda one: _begins(one.days), default=None)


def newly_ended(before: IssuingBody, after: IssuingBody) -> date | None:
    """The last day that a change gave to the body, or to a term of it; None where it gave none."""
    was, now = map(_last_days, (before, after))
    return max((last for one, last in now.items() if last is not None and was.get(one, last) != last), default=None)


def _last_days(body: IssuingBody) -> dict[UUID, date | None]:
    name = body.versions[-1]
    return {name.id: name.days.last} | {one.id: one.days.last for one in body.terms}


# --- the rows of numbers ------------------------------------------------------------------------------------------


def moved_rows(before: IssuingBody, after: IssuingBody, rows: Iterable[Series]) -> Iterator[Series]:
    """The rows of numbers of terms that have other days now, with these days; they follow their term, closed or not.

    Raises TermInUse where the term of a row is no more.
    """
    old, new = ({one.id: one for one in body.terms} for body in (before, after))
    for row in rows:
        term = old.get(row.term) if row.term is not None else None
        if term is None:
            continue
        if term.id not in new:
            raise TermInUse(term.name)
        if new[term.id].days != term.days:
            yield replace(row, days=new[term.id].days)


def closing_rows(body: IssuingBody, rows: Iterable[Series], last_day: date) -> tuple[Series, ...]:
    """The open rows of a body that close with its last day, or with that of its term.

    A row that goes by years outlives a term; it closes with its own last day, or with the body.
    """
    is_end = ends_on(body, last_day)
    return tuple(
        row
        for row in rows
        if row.body == body.id
        and last_day in row.days
        and row.closed_at is None
        and (row.term is not None or is_end or row.days.last == last_day)
    )


# --- days that follow one another ---------------------------------------------------------------------------------


def _found(records: Iterable[Dated], wanted: UUID, kind: str) -> Dated:
    found = next((one for one in records if one.id == wanted), None)
    if found is None:
        raise NoSuchRecord(kind, str(wanted))
    return found


def _moved(records: tuple[Dated, ...], changed: Dated) -> tuple[Dated, ...]:
    """Records with one in other days; those that met it go on meeting it."""
    old = next(one for one in records if one.id == changed.id)
    meets_before = any(_meet(one.days, old.days) for one in records)
    meets_after = any(_meet(old.days, one.days) for one in records)
    days = _days(
        changed.days.first or (old.days.first if meets_before else None),
        changed.days.last or (old.days.last if meets_after else None),
    )

    def moved(one: Dated) -> Dated:
        if one.id == changed.id:
            return replace(changed, days=days)
        if days.first is not None and _meet(one.days, old.days):
            return replace(one, days=_days(one.days.first, days.first - _DAY))
        if days.last is not None and _meet(old.days, one.days):
            return replace(one, days=_days(days.last + _DAY, one.days.last))
        return one

    return tuple(map(moved, records))


def _named(term: Term) -> Term:
    name = entered(term.name)
    if name is None:
        raise TermUnnamed
    return replace(term, name=name)


def _days(first: date | None, last: date | None) -> Days:
    """Days from one to the other. Raises EndsBeforeBeginning."""
    if first and last and last < first:
        raise EndsBeforeBeginning(first, last)
    return Days(first, last)


def _begins(days: Days) -> date:
    return days.first or date.min


def _earlier(last: date | None, day: date) -> date:
    return min(last or date.max, day)


def _meet(one: Days, other: Days) -> bool:
    """Whether the other begins the day after the one has ended."""
    return one.last is not None and other.first is not None and one.last + _DAY == other.first


def _share_a_day(one: Days, other: Days) -> bool:
    return _begins(one) <= (other.last or date.max) and _begins(other) <= (one.last or date.max)
