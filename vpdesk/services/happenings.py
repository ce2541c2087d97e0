"""Lines of the history as people are told of them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.signoff import Happening

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def happenings(work: UnitOfWork, record: UUID) -> tuple[Happening, ...]:
    """What has happened to a record, the first first."""
    names = {one.id: one.name for one in work.organisation.officers()}
    return tuple(_happening(line, names) for line in work.history.of(record))


def _happening(line: str, names: dict[UUID, str]) -> Happening:
    told = json.loads(line)
    officer = UUID(told["officer"]) if told["officer"] else None
    at = datetime.fromisoformat(told["at"])
    return Happening(told["n"], at, names.get(officer) if officer else None, told["act"], told["facts"])
