"""What of an office is not set up: the checklist of its administrator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from vpdesk.domain.desks import DeskAct, DeskRow, Topic
from vpdesk.domain.organisation import IssuingBody, Officer, bodies_on, signatories_on
from vpdesk.domain.roles import Role
from vpdesk.domain.workdays import Holiday, Workdays

BACKUP_HOLDS: Final = 2
"""Workdays that the newest backup may be old: nobody is there at weekends to have one made."""
_NEXT_YEAR_FROM: Final = 10
"""The month from which on the holidays of the next year are missed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an office stands today.

    `with_secret` are the officers who have a secret of their own; None where nobody needs one, as in the sample office.
    `backed_up_on` is the day of the newest backup; `is_own_file` whether the store is a file that the program copies.
    """

    bodies: tuple[IssuingBody, ...]
    officers: tuple[Officer, ...]
    with_secret: Collection[UUID] | None
    holidays: tuple[Holiday, ...]
    has_retention: bool
    is_own_file: bool
    backed_up_on: date | None


def left_to_set_up(standing: Standing, today: date) -> tuple[DeskRow, ...]:
    """What is not set up, what the office cannot work without first."""
    return (*_of_bodies(standing, today), *_of_officers(standing, today), *_of_the_rest(standing, today))


def _of_bodies(standing: Standing, today: date) -> Iterator[DeskRow]:
    bodies = bodies_on(standing.bodies, today)
    if not bodies:
        yield _row(Topic.BODY)
        return
    if not any(today in term.days for body in bodies for term in body.terms):
        yield _row(Topic.TERM)
    if not any(signatories_on(body, today) for body in bodies):
        yield _row(Topic.SIGNATORIES)


def _of_officers(standing: Standing, today: date) -> Iterator[DeskRow]:
    here = [one for one in standing.officers if today in one.days]
    for role, topic in ((Role.CLERK, Topic.CLERK), (Role.HEAD, Topic.HEAD)):
        if not any(role in one.roles for one in here):
            yield _row(topic)
    if standing.with_secret is not None:
        without = tuple(one.name for one in here if one.id not in standing.with_secret)
        if without:
            yield _row(Topic.SECRETS, without)


def _of_the_rest(standing: Standing, today: date) -> Iterator[DeskRow]:
    if standing.is_own_file and is_stale(standing.backed_up_on, today, Workdays(standing.holidays)):
        yield _row(Topic.NO_BACKUP)
    known = {one.day.year for one in standing.holidays}
    for year in _years_needed(today):
        if year not in known:
            yield DeskRow(DeskAct.SET_UP, topic=Topic.HOLIDAYS, count=year)
            break
    if not standing.has_retention:
        yield _row(Topic.RETENTION)


def is_stale(backed_up_on: date | None, today: date, workdays: Workdays) -> bool:
    """Whether the newest backup is too old, or there is none."""
    return backed_up_on is None or today > workdays.later(backed_up_on, BACKUP_HOLDS)


def _years_needed(today: date) -> Iterable[int]:
    return (today.year, today.year + 1) if today.month >= _NEXT_YEAR_FROM else (today.year,)


def _row(topic: Topic, people: tuple[str, ...] = ()) -> DeskRow:
    return DeskRow(DeskAct.SET_UP, topic=topic, people=people, count=len(people))
