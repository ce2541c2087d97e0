"""In how many workdays the office wants arrivals worked, as its working rules say.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpdesk.domain.deadlines import DeadlineRules, rules_of, rules_value
from vpdesk.domain.roles import Permission
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OFFICE, _DEADLINES = "office", "deadlines"


def deadline_rules(desk: Desk) -> DeadlineRules:
    """In how many workdays arrivals are to be worked."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return rules_at(work)


def set_deadline_rules(desk: Desk, rules: DeadlineRules) -> None:
    """Choose in how many workdays arrivals are to be worked; deadlines that stand already stay as they are."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        value = rules_value(rules)
        work.organisation.put_setting(_OFFICE, _DEADLINES, value)
        work.tell(officer.id, "choose", "setting", None, key=_DEADLINES, value=value)


def rules_at(work: UnitOfWork) -> DeadlineRules:
    """In how many workdays arrivals are to be worked."""
    return rules_of(work.organisation.setting(_OFFICE, _DEADLINES))
