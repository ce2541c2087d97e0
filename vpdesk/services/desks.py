"""The desk of the officer who sits there: all that waits for him, read at one moment.

Like every act on the store, this runs on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from vpdesk.domain.dates import local_day
from vpdesk.domain.desks import DeskContents, DeskSection, SectionKind, sections_for
from vpdesk.services import desk_arrivals, desk_dispatches, desk_registers
from vpdesk.services.desk import Desk
from vpdesk.services.desk_reading import DeskReading
from vpdesk.services.office import checks_form
from vpdesk.services.seat import officer_at

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork
    from vpdesk.domain.organisation import Officer

_READ: Final[Mapping[SectionKind, Callable[[DeskReading], DeskSection]]] = {
    SectionKind.TO_SIGN: desk_dispatches.to_sign,
    SectionKind.TO_DIRECT: desk_arrivals.to_direct,
    SectionKind.SENT_BACK: desk_dispatches.sent_back,
    SectionKind.ASSIGNED: desk_arrivals.assigned,
    SectionKind.TO_NUMBER: desk_dispatches.to_number,
    SectionKind.TO_CHECK: desk_dispatches.to_check,
    SectionKind.TO_HAND_ON: desk_arrivals.to_hand_on,
    SectionKind.UNSIGNED: desk_arrivals.unsigned,
    SectionKind.SET_UP: desk_registers.set_up,
    SectionKind.DRAFTS: desk_dispatches.drafts,
    SectionKind.DEADLINES: desk_arrivals.deadlines,
    SectionKind.LATE_PEOPLE: desk_arrivals.late_people,
    SectionKind.SUBMITTED: desk_dispatches.submitted,
    SectionKind.HELD: desk_registers.held,
    SectionKind.UNSENT: desk_registers.unsent,
    SectionKind.ODDITIES: desk_registers.oddities,
    SectionKind.KEEPING: desk_registers.keeping,
}


def desk_of(desk: Desk) -> DeskContents:
    """What stands on the desk of the officer who sits there; sections that have nothing to say are left out.

    Raises NotSignedIn.
    """
    with desk.store.reading() as work:
        officer = officer_at(desk, work)
        reading = DeskReading(desk, work, officer, local_day(work.now))
        sections = tuple(_READ[kind](reading) for kind in _wanted(work, officer))
        return DeskContents(
            today=reading.today,
            sections=tuple(one for one in sections if one.rows),
            late=desk_arrivals.late(reading, {one.kind: one for one in sections}),
        )


def _wanted(work: UnitOfWork, officer: Officer) -> tuple[SectionKind, ...]:
    """The sections of an officer; that of forms to be checked where the office checks them first."""
    kinds = sections_for(officer.roles)
    return kinds if checks_form(work) else tuple(kind for kind in kinds if kind is not SectionKind.TO_CHECK)
