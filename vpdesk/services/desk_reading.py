"""One look at a desk: the unit of work it is read in, whose desk it is, and the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.arrival_work import Asker
from vpdesk.domain.dates import LOCAL
from vpdesk.domain.deadlines import Deadline, deadline_on
from vpdesk.domain.organisation import Officer
from vpdesk.domain.workdays import Workdays
from vpdesk.services.desk import Desk
from vpdesk.services.handling_parts import asker_at

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


@dataclass(frozen=True)
class DeskReading:
    """What each section is read with."""

    desk: Desk
    work: UnitOfWork
    officer: Officer
    today: date

    @cached_property
    def workdays(self) -> Workdays:
        """The office's calendar."""
        return self.work.calendar.workdays()

    @cached_property
    def asker(self) -> Asker:
        """Who asks what waits."""
        return asker_at(self.work, self.officer)

    def deadline(self, due_on: date | None) -> Deadline | None:
        """How a deadline stands today."""
        return deadline_on(due_on, self.today, self.workdays) if due_on is not None else None

    @cached_property
    def names(self) -> dict[UUID, str]:
        """What the officers are called."""
        return {one.id: one.name for one in self.work.organisation.officers()}

    @property
    def week_begins_at(self) -> datetime:
        """The beginning of this week's Monday."""
        return datetime.combine(self.today - timedelta(days=self.today.weekday()), time(), LOCAL)
