"""Deadlines by workdays: proposed by the office's working rules, counted, and told when they are over.

Clerical rules, 3.5. A deadline is always typed or confirmed by a person; what stands here only proposes and counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from vpdesk.domain.arriving import SOON
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.history import canonical
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.workdays import Workdays


class DeadlineState(Enum):
    """How near a deadline is."""

    LATER = "later"
    SOON = "soon"
    """Within `SOON` workdays."""
    TODAY = "today"
    """Its last day is today."""
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as it stands on a day.

    `last_day` is the last day in time: of a deadline on a day off, the next workday. `days_late` and `workdays_late`
    count the days since, today too; `workdays_left` the workdays until then, today not.
    """

    due_on: date
    last_day: date
    state: DeadlineState
    days_late: int = 0
    workdays_late: int = 0
    workdays_left: int = 0


def last_day_of(due_on: date, workdays: Workdays) -> date:
    """The last day in time: one that is off gives way to the next workday (Bộ luật Dân sự 2015, Điều 148)."""
    return due_on if due_on in workdays else workdays.later(due_on, 1)


def deadline_on(due_on: date, today: date, workdays: Workdays) -> Deadline:
    """A deadline as it stands today."""
    last = last_day_of(due_on, workdays)
    if last < today:
        late = workdays.between(last, today)
        return Deadline(due_on, last, DeadlineState.LATE, (today - last).days, late)
    if last == today:
        return Deadline(due_on, last, DeadlineState.TODAY)
    left = workdays.between(today, last)
    return Deadline(due_on, last, DeadlineState.SOON if left <= SOON else DeadlineState.LATER, workdays_left=left)


@dataclass(frozen=True, slots=True)
class Near:
    """Which deadlines are late today, and which come soon: those until `late`, and those behind it until `soon`."""

    late: date
    soon: date


def near(today: date, workdays: Workdays) -> Near:
    """Which deadlines are late today and which come soon, as lists and counts ask for them."""
    return Near(workdays.before(today), workdays.later(today, SOON))


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """In how many workdays the office's working rules want an arrival worked: as a rule, by type, by urgency.

    Types are called by their codes, urgencies by the words of the mark. None proposes nothing.
    """

    usual: int | None = 5
    types: Mapping[str, int] = field(default_factory=dict)
    urgencies: Mapping[str, int] = field(default_factory=lambda: URGENT_DAYS)

    def days_for(self, document_type: str | None, urgency: str | None) -> int | None:
        """The workdays for an arrival: those of its type, fewer where its urgency says so."""
        said = (self.types.get(document_type or "", self.usual), self.urgencies.get(urgency or ""))
        return min((days for days in said if days is not None), default=None)

    def proposed(self, arrival: IncomingDocument, today: date, workdays: Workdays) -> date | None:
        """The deadline to be proposed for an arrival: counted from the day it came, and never a day that is over."""
        days = self.days_for(arrival.document_type, arrival.urgency)
        if days is None:
            return None
        return last_day_of(max(workdays.later(arrival.arrived_on, days), today), workdays)


URGENT_DAYS: Final[Mapping[str, int]] = MappingProxyType(
    {
        Urgency.URGENT.value: 2,
        Urgency.VERY_URGENT.value: 1,
        Urgency.EXPRESS.value: 0,
        Urgency.EXPRESS_AT_TIME.value: 0,
    }
)
"""Workdays by urgency where the office says nothing else: practice, no law."""


def rules_value(rules: DeadlineRules) -> str:
    """Rules as a setting keeps them."""
    return canonical({"usual": rules.usual, "types": rules.types, "urgencies": rules.urgencies})


def rules_of(value: str | None) -> DeadlineRules:
    """The rules of a setting; the usual ones where there is none."""
    if value is None:
        return DeadlineRules()
    kept = json.loads(value)
    return DeadlineRules(kept["usual"], kept["types"], kept["urgencies"])
