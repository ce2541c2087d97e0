"""What reports count and list, asked of the engine in groups: however many documents there are, few rows come back.

Whether an arrival is open is what `open_arrival` says of it; who leads it, its first assignee as lead, or else its
receiver. Whoever may see his own documents alone is asked about with his id and his name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, exists, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from vpdesk.db.open_work import waits
from vpdesk.db.register_tables import AttachmentRow, DeliveryRow, IncomingRow, OutgoingRow
from vpdesk.db.tables import DispatchRow, OfficerRow
from vpdesk.db.work_tables import AssigneeRow, CasePaperRow, ExtensionRow, HandlingRow, OpenArrivalRow
from vpdesk.domain.arrival_work import Asker, Waiting
from vpdesk.domain.deadlines import Near, last_day_of, near
from vpdesk.domain.handling import UNASSIGNED, AssigneeRole, OpenState
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, Method
from vpdesk.domain.periods import moments_of
from vpdesk.domain.report_figures import (
    NONE_WORKED,
    Apart,
    DueArrival,
    DueFigures,
    HandlingFigures,
    LooseLine,
    OutgoingFigures,
    RowFigures,
    TrafficFigures,
    Unsigned,
    UnusualLine,
    Worked,
)
from vpdesk.domain.workdays import Workdays

Condition = ColumnElement[bool]

_LIVING: Final = IncomingRow.state == ArrivalState.REGISTERED.value
_OPEN_HERE: Final = IncomingRow.import_id.is_(None)
_PLAIN: Final = IncomingRow.secrecy.is_(None)
_WITH_PAPER: Final = OutgoingRow.state.in_([LineState.ISSUED.value, LineState.EXTERNAL.value])
_SIGNED_FOR: Final = frozenset({Method.BY_HAND.value, Method.POST.value})
"""The ways in which a recipient signs for what he was given."""


_Both = tuple[str | None, str]
"""Who leads an arrival, and who sent it."""


class Own(NamedTuple):
    """An officer who is told of his own documents alone."""

    id: UUID
    name: str


class Reports:
    """What reports ask for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- how arrivals are worked ------------------------------------------------------------------------------------

    def handling(self, days: Days, calendar: Workdays, today: date, own: Own | None = None) -> HandlingFigures:
        """How the arrivals of some days were worked, as it stands today."""
        lead = _leads(days)
        asked = [_LIVING, _OPEN_HERE, _PLAIN, *_on_days(IncomingRow.arrived_on, days), *_of_lead(lead, own)]
        by_both = self._worked(lead, asked, near(today, calendar).late)
        for both, count in self._finished_late(lead, asked, calendar).items():
            by_both[both] += Worked(on_time=-count, finished_late=count)
        by_person: dict[str | None, Worked] = {}
        by_sender: dict[str, Worked] = {}
        for (person, sender), worked in by_both.items():
            by_person[person] = by_person.get(person, NONE_WORKED) + worked
            by_sender[sender] = by_sender.get(sender, NONE_WORKED) + worked
        return HandlingFigures(by_person, by_sender, self._apart(days, lead, own))

    def _worked(self, lead: Subquery, asked: list[Condition], late: date) -> dict[_Both, Worked]:
        """The arrivals by who leads and by sender, what is finished as if on time; `late` is the last day gone by."""
        person = func.coalesce(lead.c.name, IncomingRow.receiver)
        is_open = OpenArrivalRow.arrival_id.is_not(None)
        unassigned = OpenArrivalRow.state.in_([one.value for one in UNASSIGNED])
        rows = self._session.execute(
            _with_lead(
                lead,
                person,
                IncomingRow.sender,
                _count(~is_open),
                _count(and_(is_open, ~unassigned)),
                _count(and_(is_open, unassigned)),
                _count(and_(is_open, IncomingRow.due_on <= late)),
            )
            .where(*asked)
            .group_by(person, IncomingRow.sender)
        )
        return {
            (name, sender): Worked(finished, in_work=in_work, unassigned=unassigned, late=late)
            for name, sender, finished, in_work, unassigned, late in rows
        }

    def _finished_late(self, lead: Subquery, asked: list[Condition], calendar: Workdays) -> Counter[_Both]:
        """How many were finished late: behind the last day in time, which for a day off is the next workday."""
        person, due_on, finished_on = (
            func.coalesce(lead.c.name, IncomingRow.receiver),
            IncomingRow.due_on,
            HandlingRow.finished_on,
        )
        rows = self._session.execute(
            _with_lead(lead, person, IncomingRow.sender, due_on, finished_on, func.count())
            .join(HandlingRow, HandlingRow.arrival_id == IncomingRow.id)
            .where(*asked, OpenArrivalRow.arrival_id.is_(None), finished_on > due_on)
            .group_by(person, IncomingRow.sender, due_on, finished_on)
        )
        late: Counter[_Both] = Counter()
        last_day = cache(partial(last_day_of, workdays=calendar))
        for name, sender, due, finished, count in rows:
            if finished > last_day(due):
                late[name, sender] += count
        return late

    def _apart(self, days: Days, lead: Subquery, own: Own | None) -> Apart:
        """The secret arrivals of some days, and those of old books."""
        asked = (
            select(_count(and_(~_PLAIN, _OPEN_HERE)), _count(~_OPEN_HERE))
            .select_from(IncomingRow)
            .where(_LIVING, *_on_days(IncomingRow.arrived_on, days))
        )
        if own is not None:
            asked = asked.outerjoin(lead, lead.c.arrival_id == IncomingRow.id).where(*_of_lead(lead, own))
        return Apart(*(count or 0 for count in self._session.execute(asked).one()))

    def due(self, days: Near, own: Own | None = None) -> DueFigures:
        """The open arrivals that are late or due soon, the longest late first."""
        lead = _leads()
        moved = (
            select(func.count())
            .select_from(ExtensionRow)
            .where(ExtensionRow.arrival_id == IncomingRow.id)
            .scalar_subquery()
        )
        row = IncomingRow
        person = func.coalesce(lead.c.name, row.receiver)
        asked = (
            select(
                row.id,
                row.number,
                row.suffix,
                row.arrived_on,
                row.sender,
                row.reference,
                row.document_type,
                row.subject,
                row.secrecy,
                row.due_on,
                OpenArrivalRow.state.label("open_state"),
                person.label("person"),
                moved.label("extensions"),
            )
            .select_from(OpenArrivalRow)
            .join(row, row.id == OpenArrivalRow.arrival_id)
            .outerjoin(lead, lead.c.arrival_id == row.id)
            .where(OpenArrivalRow.due_on <= days.soon, *_in_hand(days, own))
            .order_by(OpenArrivalRow.due_on, row.year, row.number, row.suffix, row.id)
        )
        shown: list[DueArrival] = []
        secret = [0, 0]
        for one in self._session.execute(asked):
            if one.secrecy is not None:
                secret[one.due_on > days.late] += 1
                continue
            shown.append(
                DueArrival(
                    one.id,
                    f"{one.number:02d}{one.suffix}",
                    one.arrived_on,
                    one.sender,
                    one.reference,
                    one.document_type,
                    one.subject,
                    one.person,
                    one.due_on,
                    OpenState(one.open_state),
                    one.extensions,
                )
            )
        return DueFigures(tuple(shown), (secret[0], secret[1]))

    # --- what went out ----------------------------------------------------------------------------------------------

    def outgoing(self, days: Days, own: Own | None = None) -> OutgoingFigures:
        """What was issued on some days, by type, by who signed and by who drafted."""
        asked = [_WITH_PAPER, *_on_days(OutgoingRow.document_date, days)]
        return OutgoingFigures(
            self._issued(OutgoingRow.document_type, asked, own),
            self._issued(OutgoingRow.signer, asked, own),
            self._issued(OfficerRow.name, asked, own),
            Apart(
                0 if own else self._withheld(days), self._issued_sum([*asked, OutgoingRow.import_id.is_not(None)], own)
            ),
        )

    def _issued(self, key: InstrumentedAttribute[Any], asked: Iterable[Condition], own: Own | None) -> dict[Any, int]:
        rows = self._session.execute(_with_drafter(own, key, func.count()).where(*asked).group_by(key))
        return dict(tuple(row) for row in rows)

    def _issued_sum(self, asked: Iterable[Condition], own: Own | None) -> int:
        return self._session.scalar(_with_drafter(own, func.count()).where(*asked)) or 0

    def _withheld(self, days: Days) -> int:
        asked = select(func.count()).select_from(OutgoingRow)
        return self._session.scalar(asked.where(OutgoingRow.state == LineState.WITHHELD.value, _of_days(days))) or 0

    def rows(self, days: Days) -> tuple[RowFigures, ...]:
        """How far each row of numbers came on some days. Its title is the caller's to give."""
        state = OutgoingRow.state
        rows = self._session.execute(
            select(
                OutgoingRow.series_id,
                func.min(OutgoingRow.number),
                func.max(OutgoingRow.number),
                _count(_WITH_PAPER),
                _count(state == LineState.VOID.value),
                _count(state == LineState.HELD.value),
                _count(state == LineState.WITHHELD.value),
                _count(OutgoingRow.suffix != ""),
                _count(OutgoingRow.date_reason.is_not(None)),
            )
            .where(_of_days(days))
            .group_by(OutgoingRow.series_id)
        )
        return tuple(RowFigures(*row) for row in rows)

    def unusual(self, days: Days, own: Own | None = None) -> tuple[UnusualLine, ...]:
        """The numbers of some days that are no usual ones, in the order of their rows."""
        row = OutgoingRow
        is_odd = or_(
            row.state.in_([LineState.VOID.value, LineState.HELD.value]),
            and_(row.state == LineState.EXTERNAL.value, row.import_id.is_(None)),
            and_(row.suffix != "", row.state != LineState.WITHHELD.value),
            row.date_reason.is_not(None),
        )
        columns = (
            row.id,
            row.reference,
            row.state,
            row.suffix,
            row.document_date,
            row.reason,
            row.date_reason,
            row.held_for,
        )
        asked = (
            _with_drafter(own, *columns).where(_of_days(days), is_odd).order_by(row.series_id, row.number, row.suffix)
        )
        return tuple(
            UnusualLine(
                one.id,
                one.reference,
                LineState(one.state),
                one.suffix,
                one.document_date,
                one.reason,
                one.date_reason,
                one.held_for,
            )
            for one in self._session.execute(asked)
        )

    def loose(self, days: Days, own: Own | None = None) -> tuple[LooseLine, ...]:
        """What went out on some days and has no file copy in the store, or lies in no case file."""
        row = OutgoingRow
        has_file = exists().where(AttachmentRow.record_id == row.id, AttachmentRow.removed_at.is_(None))
        has_copy = or_(row.pdf.is_not(None), has_file)
        is_filed = exists().where(
            or_(CasePaperRow.record_id == row.id, CasePaperRow.record_id == row.dispatch_id),
            CasePaperRow.removed_at.is_(None),
        )
        columns = (
            row.id,
            row.reference,
            row.document_date,
            row.document_type,
            row.subject,
            OfficerRow.name,
            has_copy,
            is_filed,
        )
        asked = (
            _with_drafter(own, *columns)
            .where(
                _WITH_PAPER,
                row.import_id.is_(None),
                *_on_days(row.document_date, days),
                or_(~has_copy, ~is_filed),
            )
            .order_by(row.document_date, row.series_id, row.number, row.suffix)
        )
        return tuple(LooseLine(*one) for one in self._session.execute(asked))

    # --- what came and went -----------------------------------------------------------------------------------------

    def traffic(self, days: Days, own: Own | None = None) -> TrafficFigures:
        """How many documents came and went on some days, by type and by sender."""
        lead = _leads(days)
        asked = [_LIVING, _PLAIN, *_on_days(IncomingRow.arrived_on, days), *_of_lead(lead, own)]
        issued = [_WITH_PAPER, *_on_days(OutgoingRow.document_date, days)]
        apart = self._apart(days, lead, own)
        return TrafficFigures(
            self._arrived(IncomingRow.document_type, lead, asked, own),
            self._arrived(IncomingRow.sender, lead, asked, own),
            self._issued(OutgoingRow.document_type, issued, own),
            apart,
            Apart(
                0 if own else self._withheld(days), self._issued_sum([*issued, OutgoingRow.import_id.is_not(None)], own)
            ),
        )

    def _arrived(
        self, key: InstrumentedAttribute[Any], lead: Subquery, asked: Iterable[Condition], own: Own | None
    ) -> dict[Any, int]:
        counted = select(key, func.count()).select_from(IncomingRow)
        if own is not None:
            counted = counted.outerjoin(lead, lead.c.arrival_id == IncomingRow.id)
        rows = self._session.execute(counted.where(*asked).group_by(key))
        return dict(tuple(row) for row in rows)

    # --- what was handed over ---------------------------------------------------------------------------------------

    def unsigned_outgoing(self, days: Days, own: Own | None = None) -> tuple[Unsigned, ...]:
        """What was sent on some days in a way that is signed for, and nobody did."""
        row, sent = OutgoingRow, DeliveryRow
        columns = (row.id, sent.sent_on, row.reference, row.document_type, row.subject, sent.recipient)
        asked = (
            _with_drafter(own, *columns)
            .join(sent, sent.outgoing_id == row.id)
            .where(
                _WITH_PAPER,
                sent.method.in_(_SIGNED_FOR),
                sent.sent_on.is_not(None),
                sent.received_by.is_(None),
                sent.received_on.is_(None),
                sent.returned_on.is_(None),
                *_on_days(sent.sent_on, days),
            )
            .order_by(sent.sent_on, row.series_id, row.number, row.suffix, sent.place_in_order)
        )
        return tuple(Unsigned(*one) for one in self._session.execute(asked))

    def unsigned_arrivals(self, days: Days, own: Own | None = None) -> tuple[Unsigned, ...]:
        """The arrivals that were handed on on some days, and nobody signed for them."""
        row = IncomingRow
        asked = select(
            row.id, row.handed_on, row.number, row.suffix, row.document_type, row.subject, row.receiver
        ).where(
            _LIVING,
            _OPEN_HERE,
            _PLAIN,
            row.handed_on.is_not(None),
            row.received_by.is_(None),
            row.received_on.is_(None),
            *_on_days(row.handed_on, days),
        )
        if own is not None:
            asked = asked.where(row.receiver == own.name)
        rows = self._session.execute(asked.order_by(row.handed_on, row.year, row.number, row.suffix, row.id))
        return tuple(
            Unsigned(
                one.id, one.handed_on, f"{one.number:02d}{one.suffix}", one.document_type, one.subject, one.receiver
            )
            for one in rows
        )


# --- conditions -------------------------------------------------------------------------------------------------------


def _leads(days: Days | None = None) -> Subquery:
    """Who leads each arrival, of several the first; of those that came on some days alone where these are named."""
    order = (AssigneeRow.assigned_at, AssigneeRow.place_in_order, AssigneeRow.id)
    place = func.row_number().over(partition_by=AssigneeRow.arrival_id, order_by=order)
    asked = select(AssigneeRow.arrival_id, AssigneeRow.name, AssigneeRow.officer_id, place.label("place")).where(
        AssigneeRow.role == AssigneeRole.LEAD.value, AssigneeRow.ended_at.is_(None)
    )
    if days is not None:
        came = _on_days(IncomingRow.arrived_on, days)
        asked = asked.join(IncomingRow, IncomingRow.id == AssigneeRow.arrival_id).where(*came)
    leads = asked.subquery("leads")
    return select(leads.c.arrival_id, leads.c.name, leads.c.officer_id).where(leads.c.place == 1).subquery("first_lead")


def _with_lead(lead: Subquery, *columns: Any) -> Select[Any]:
    """Columns of arrivals with who leads them, and whether they are open."""
    return (
        select(*columns)
        .select_from(IncomingRow)
        .outerjoin(OpenArrivalRow, OpenArrivalRow.arrival_id == IncomingRow.id)
        .outerjoin(lead, lead.c.arrival_id == IncomingRow.id)
    )


def _in_hand(days: Near, own: Own | None) -> Iterator[Condition]:
    """That an open arrival is an officer's to work, as lead, in support, or as its receiver."""
    if own is not None:
        yield waits(Waiting.MINE, Asker(own.id, own.name, days))


def _of_lead(lead: Subquery, own: Own | None) -> Iterator[Condition]:
    """That an arrival is an officer's own: he leads it, or nobody does and he has it."""
    if own is not None:
        yield or_(lead.c.officer_id == own.id, and_(lead.c.arrival_id.is_(None), IncomingRow.receiver == own.name))


def _with_drafter(own: Own | None, *columns: Any) -> Select[Any]:
    """Columns of lines with who drafted them; those of an officer alone where he is named."""
    joined = (
        select(*columns)
        .select_from(OutgoingRow)
        .outerjoin(DispatchRow, DispatchRow.id == OutgoingRow.dispatch_id)
        .outerjoin(OfficerRow, OfficerRow.id == DispatchRow.owner_id)
    )
    return joined.where(DispatchRow.owner_id == own.id) if own is not None else joined


def _count(condition: Condition) -> ColumnElement[int]:
    """How many rows of a group a condition holds of; what is unknown does not hold."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _on_days(column: InstrumentedAttribute[Any], days: Days) -> list[Condition]:
    return [*([column >= days.first] if days.first else []), *([column <= days.last] if days.last else [])]


def _of_days(days: Days) -> Condition:
    """That a line is of some days: by its date, or, without one, by when its number was taken."""
    first, behind = moments_of(days)
    taken: list[Condition] = [OutgoingRow.entered_at >= first] if first else []
    taken += [OutgoingRow.entered_at < behind] if behind else []
    dated = _on_days(OutgoingRow.document_date, days)
    return or_(
        and_(OutgoingRow.document_date.is_not(None), *dated), and_(true(), OutgoingRow.document_date.is_(None), *taken)
    )
