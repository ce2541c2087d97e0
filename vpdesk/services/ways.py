"""How the office works: looked up, and chosen by its administrator.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from vpdesk.domain import workflow
from vpdesk.domain.arriving import SECRET_ARRIVALS
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.domain.workflow import Status, Step
from vpdesk.services import office
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import put, tell_step
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OFFICE: Final = "office"
_MOST_IDLE: Final = 240
"""Minutes; a desk that nobody leaves for longer is not left at all."""


def way_of_working(desk: Desk) -> WayOfWorking:
    """How the office works."""
    with desk.store.reading() as work:
        return office.way_of_working(work)


def set_way_of_working(desk: Desk, way: WayOfWorking) -> WayOfWorking:
    """Choose how the office works; the way it works then, and the one before it stays in the history.

    What waited for a check of its form goes on to the signatory when forms are checked no longer. Raises NotPermitted.
    """
    chosen = replace(way, idle_minutes=min(max(0, way.idle_minutes), _MOST_IDLE))
    with desk.store.writing() as work:
        officer, before = require(desk, work, Permission.MANAGE_OFFICE), office.way_of_working(work)
        office.put_way_of_working(work, chosen)
        work.tell(
            officer.id,
            "choose",
            "way_of_working",
            None,
            form_check=chosen.form_check,
            pin_at_sign_off=chosen.pin_at_sign_off,
            idle_minutes=chosen.idle_minutes,
        )
        if before.form_check and not chosen.form_check:
            _pass_on(desk, work, officer)
        return chosen


def secret_arrivals(desk: Desk) -> str | None:
    """The number of the head's decision that secret papers are registered here; None where there is none."""
    with desk.store.reading() as work:
        require(desk, work, Permission.MANAGE_OFFICE)
        return entered(work.organisation.setting(_OFFICE, SECRET_ARRIVALS) or "")


def set_secret_arrivals(desk: Desk, decision: str) -> str | None:
    """Let secret papers be registered by this decision of the head, or by none; the one before (clerical rules, 5.3).

    What was registered before stays.
    """
    number = entered(decision) or ""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.MANAGE_OFFICE)
        before = entered(work.organisation.setting(_OFFICE, SECRET_ARRIVALS) or "")
        work.organisation.put_setting(_OFFICE, SECRET_ARRIVALS, number)
        work.tell(officer.id, "choose", "setting", None, key=SECRET_ARRIVALS, value=number)
        return before


def _pass_on(desk: Desk, work: UnitOfWork, officer: Officer) -> None:
    for waiting in work.drafts.at(Status.TO_CHECK):
        draft = work.drafts.get(waiting)
        moved = put(desk, work, replace(draft, progress=workflow.check(draft.progress), updated_at=work.now))
        tell_step(work, moved, Step.CHECK, officer, unchecked=True)
