"""The bodies of the office: what each is called from when on, what comes after it, its terms.

Each act is one change with its line in the history, and gives what `restore` brings back. The rows of numbers of a term
have its days: where these move, the rows move with them, and no number that was taken is ever left outside its row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.errors import NumbersTaken, TermInUse, VersionInUse
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import BodyVersion, IssuingBody, Term
from vpdesk.domain.reorganising import (
    Reorganised,
    body_ended,
    changed_from,
    first_day_of_term,
    moved_rows,
    succeeded_by,
    with_new_term,
    with_term,
    with_version,
    without_term,
)
from vpdesk.domain.roles import Permission
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork
    from vpdesk.domain.history import Fact

_BODIES: Final = (Permission.MANAGE_OFFICE,)
_TERMS: Final = (Permission.MANAGE_OFFICE, Permission.KEEP_BOOKS)
"""Who changes bodies, and who terms: the administrator, and the clerk who keeps the rows of numbers."""
_MOST_TOLD: Final = 4
"""Numbers that stand in the way of a change and are named."""

# --- what a body is called ----------------------------------------------------------------------------------------


def put_version(desk: Desk, body: UUID, version: BodyVersion) -> Reorganised:
    """Correct a slip in what a body is called, or in its days. Raises as `with_version`, and as every act here.

    Papers that were issued stay as they are; drafts keep the name that they were begun with.
    """
    facts: Mapping[str, Fact] = {"version": version.id, "first": version.days.first, "last": version.days.last}
    return _change(desk, body, "put_version", _BODIES, facts, lambda before: with_version(before, version))


def change_from(desk: Desk, body: UUID, version: BodyVersion, first_day: date) -> Reorganised:
    """Let a body be called otherwise from a day on; its numbers run on (decision 20). Raises as `changed_from`."""
    facts: Mapping[str, Fact] = {"version": version.id, "first": first_day}
    return _change(desk, body, "change_from", _BODIES, facts, lambda before: changed_from(before, version, first_day))


def end_body(desk: Desk, body: UUID, last_day: date) -> Reorganised:
    """Let a body end with a day, and its term with it. Raises as `body_ended`, and NumbersTaken."""
    return _change(desk, body, "end_body", _BODIES, {"last": last_day}, lambda before: body_ended(before, last_day))


def found_successor(desk: Desk, body: UUID, version: BodyVersion, first_day: date, term: str | None) -> Reorganised:
    """Let a new body take the place of one from a day on, with a first term of this name, or with none yet.

    A reorganisation is a new body with rows of numbers of its own (decision 20). Raises as `succeeded_by`, and
    NumbersTaken where the old one took numbers from that day on.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, *_BODIES)
        before = work.organisation.body(body)
        terms = () if term is None else (Term(new_id(work.now), term, version.days),)
        ended, founded = succeeded_by(before, IssuingBody(new_id(work.now), (version,), terms=terms), first_day)
        work.organisation.put_body(founded)
        _put(work, officer.id, before, ended)
        work.tell(officer.id, "found_successor", "body", founded.id, old=body, first=first_day)
        return Reorganised(before, founded.id)


# --- terms --------------------------------------------------------------------------------------------------------


def open_term(desk: Desk, body: UUID, name: str, closed_on: date, met_on: date | None = None) -> Reorganised:
    """Open the term that begins after a congress, and end the one before it (clerical rules, 2.5).

    `closed_on` is the day on which the congress closed, `met_on` that of the opening of the first meeting of the new
    committee, where that was during the congress. The rows of the term before end with it and are closed by
    `numbers.close_body`; the first number of each type in the new one is 01. Raises as `first_day_of_term` and
    `with_new_term`, and NumbersTaken.
    """
    first_day = first_day_of_term(closed_on, met_on)
    facts: Mapping[str, Fact] = {"first": first_day, "closed": closed_on, "met": met_on}

    def opened(before: IssuingBody, work: UnitOfWork) -> IssuingBody:
        return with_new_term(before, new_id(work.now), name, first_day)

    return _change_with(desk, body, "open_term", _TERMS, facts, opened)


def correct_term(desk: Desk, body: UUID, term: Term) -> Reorganised:
    """Correct the name or a mistaken day of a term; a term beside it gives way.

    A day may move only where no number was taken in it. Raises as `with_term`, and NumbersTaken.
    """
    facts: Mapping[str, Fact] = {"term": term.id, "first": term.days.first, "last": term.days.last}
    return _change(desk, body, "correct_term", _TERMS, facts, lambda before: with_term(before, term))


def drop_term(desk: Desk, body: UUID, term: UUID) -> Reorganised:
    """Let a term be none after all; the one before it goes on. Raises NoSuchRecord, and TermInUse."""
    return _change(desk, body, "drop_term", _TERMS, {"term": term}, lambda before: without_term(before, term))


# --- the way back -------------------------------------------------------------------------------------------------


def restore(desk: Desk, change: Reorganised) -> Reorganised:
    """Let a body be called as before a change, with the same terms; a body that it founded is none.

    Who signs stays. Raises VersionInUse where dispatches were begun in a name that goes, TermInUse and NumbersTaken.
    """
    with desk.store.writing() as work:
        # The body may have been changed by whoever keeps its terms only; its names then are what they were.
        now = work.organisation.body(change.before.id)
        is_of_terms = change.founded is None and change.before.versions == now.versions
        officer = require(desk, work, *(_TERMS if is_of_terms else _BODIES))
        after = replace(now, versions=change.before.versions, terms=change.before.terms)
        _check_names(work, now, after)
        _put(work, officer.id, now, after)
        if change.founded is not None:
            _drop(work, work.organisation.body(change.founded))
        work.tell(officer.id, "restore", "body", after.id)
        return Reorganised(now)


def _drop(work: UnitOfWork, founded: IssuingBody) -> None:
    """Drop a body on which nothing hangs yet."""
    _check_names(work, founded, replace(founded, versions=()))
    if founded.signatories:
        raise VersionInUse(_name(founded))
    if any(row.body == founded.id for row in work.numbers.all_series()):
        raise TermInUse(_name(founded))
    work.organisation.drop_body(founded.id)


def _check_names(work: UnitOfWork, before: IssuingBody, after: IssuingBody) -> None:
    """Raise VersionInUse where a name that goes is that of a draft or of a dispatch."""
    gone = {one.id for one in before.versions} - {one.id for one in after.versions}
    if gone and work.drafts.speak_of(gone):
        raise VersionInUse(_name(before))


def _name(body: IssuingBody) -> str:
    last = body.versions[-1]
    return last.in_text or last.name_line


# --- by what it is done -------------------------------------------------------------------------------------------


def _change(
    desk: Desk,
    body: UUID,
    act: str,
    permissions: tuple[Permission, ...],
    facts: Mapping[str, Fact],
    change: Callable[[IssuingBody], IssuingBody],
) -> Reorganised:
    return _change_with(desk, body, act, permissions, facts, lambda before, _work: change(before))


def _change_with(
    desk: Desk,
    body: UUID,
    act: str,
    permissions: tuple[Permission, ...],
    facts: Mapping[str, Fact],
    change: Callable[[IssuingBody, UnitOfWork], IssuingBody],
) -> Reorganised:
    with desk.store.writing() as work:
        officer = require(desk, work, *permissions)
        before = work.organisation.body(body)
        _put(work, officer.id, before, change(before, work))
        work.tell(officer.id, act, "body", body, None, **facts)
        return Reorganised(before)


def _put(work: UnitOfWork, officer: UUID, before: IssuingBody, after: IssuingBody) -> None:
    """Keep a body, and let the rows of numbers of its terms have the days that these have now."""
    work.organisation.put_body(after)
    for row in moved_rows(before, after, work.numbers.all_series()):
        if taken := work.numbers.dated_outside(row.id, row.days, _MOST_TOLD):
            raise NumbersTaken(taken)
        work.numbers.put_series(row)
        work.tell(officer, "move", "series", row.id, group=row.group, first=row.days.first, last=row.days.last)
