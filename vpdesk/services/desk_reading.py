"""One look at a desk: the unit of work it is read in, whose desk it is, and the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.dates import LOCAL
from vpdesk.domain.organisation import Officer
from vpdesk.services.desk import Desk

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
    def names(self) -> dict[UUID, str]:
        """What the officers are called."""
        return {one.id: one.name for one in self.work.organisation.officers()}

    @property
    def week_begins_at(self) -> datetime:
        """The beginning of this week's Monday."""
        return datetime.combine(self.today - timedelta(days=self.today.weekday()), time(), LOCAL)
