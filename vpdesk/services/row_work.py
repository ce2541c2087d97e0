"""How the work on arrivals stands, put to the rows of a list within the unit of work that read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from vpdesk.domain.arrival_work import RowWork, is_worked_here, steps_for
from vpdesk.domain.arriving import ArrivalRow
from vpdesk.domain.dates import local_day
from vpdesk.domain.deadlines import deadline_on
from vpdesk.domain.handling import AssigneeRole
from vpdesk.domain.organisation import Officer

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def with_work(work: UnitOfWork, officer: Officer, rows: Iterable[ArrivalRow]) -> tuple[ArrivalRow, ...]:
    """Rows with how the work on each arrival stands, and what the officer may do for it."""
    listed = tuple(rows)
    ids = [row.arrival.id for row in listed]
    handlings, assignees = work.handlings.of_all(ids), work.handlings.assignees_of_all(ids)
    today, workdays = local_day(work.now), work.calendar.workdays()
    told = []
    for row in listed:
        arrival, handling, given = row.arrival, handlings.get(row.arrival.id), assignees.get(row.arrival.id, ())
        is_over = arrival.answer is not None or (handling is not None and handling.state.is_finished)
        is_open = is_worked_here(arrival) and not is_over
        stands = RowWork(
            handling.state if handling else None,
            next((one.name for one in given if one.role is AssigneeRole.LEAD), None),
            deadline_on(arrival.due_on, today, workdays) if is_open and arrival.due_on else None,
            steps_for(officer, arrival, handling, given),
        )
        told.append(replace(row, work=stands))
    return tuple(told)
