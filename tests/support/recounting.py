"""Reports counted again, slowly and plainly: every record is read, and each is looked at by itself.

Nothing here asks the store for a sum, and nothing of the program's reports is used: what they tell is told again from
the records alone, in Python that can be read beside the clerical rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vpdesk.db.register_records import ATTACHMENTS, DELIVERIES, INCOMING, LINES
from vpdesk.db.register_tables import AttachmentRow, DeliveryRow, IncomingRow, OutgoingRow
from vpdesk.db.tables import DispatchRow
from vpdesk.db.work_records import ASSIGNEES, CASE_PAPERS, EXTENSIONS, HANDLINGS
from vpdesk.db.work_tables import AssigneeRow, CasePaperRow, ExtensionRow, HandlingRow
from vpdesk.domain.attachments import Attachment
from vpdesk.domain.case_files import CasePaper
from vpdesk.domain.dates import local_day
from vpdesk.domain.handling import Assignee, AssigneeRole, Extension, Handling, HandlingState
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.organisation import Days, Officer
from vpdesk.domain.outgoing import Delivery, LineState, Method, RegisterLine
from vpdesk.domain.workdays import Workdays
from vpdesk.services.desk import Desk

Counts = dict[str, tuple[int, ...]]


@dataclass
class Records:
    """Every record of a store that a report may tell of; `reader` is who is told of his own alone."""

    today: date
    calendar: Workdays
    arrivals: list[IncomingDocument]
    handlings: dict[UUID, Handling]
    assignees: list[Assignee]
    extensions: list[Extension]
    lines: list[RegisterLine]
    deliveries: list[Delivery]
    attachments: list[Attachment]
    papers: list[CasePaper]
    owners: dict[UUID, UUID]
    names: dict[UUID, str]
    reader: Officer | None = None

    # --- arrivals ---------------------------------------------------------------------------------------------------

    def lead(self, arrival: IncomingDocument) -> Assignee | None:
        """The first of those who lead it now."""
        leads = [
            one
            for one in self.assignees
            if one.arrival == arrival.id and one.role is AssigneeRole.LEAD and one.ended_at is None
        ]
        return min(leads, key=lambda one: (one.assigned_at, one.place), default=None)

    def person(self, arrival: IncomingDocument) -> str | None:
        """Who leads it, or has it."""
        lead = self.lead(arrival)
        return lead.name if lead else arrival.receiver

    def is_own(self, arrival: IncomingDocument) -> bool:
        """Whether it is told to the reader."""
        if self.reader is None:
            return True
        lead = self.lead(arrival)
        return lead.officer == self.reader.id if lead else arrival.receiver == self.reader.name

    def is_finished(self, arrival: IncomingDocument) -> bool:
        """Whether nothing is left to be done for it."""
        handling = self.handlings.get(arrival.id)
        return arrival.answer is not None or (handling is not None and handling.state.is_finished)

    def last_day(self, day: date) -> date:
        """The last day in time: a day off gives way to the next workday."""
        while day not in self.calendar:
            day += timedelta(days=1)
        return day

    def is_late(self, arrival: IncomingDocument) -> bool:
        """Whether it was finished late, or is open behind its day."""
        if arrival.due_on is None:
            return False
        if not self.is_finished(arrival):
            return self.last_day(arrival.due_on) < self.today
        handling = self.handlings.get(arrival.id)
        return bool(handling and handling.finished_on and handling.finished_on > self.last_day(arrival.due_on))

    def is_unassigned(self, arrival: IncomingDocument) -> bool:
        """Whether it is open, and in nobody's work: new, or before the head."""
        handling = self.handlings.get(arrival.id)
        waits = arrival.handed_on is None if handling is None else handling.state is HandlingState.SUBMITTED
        return waits and not self.is_finished(arrival)

    def living(self, days: Days) -> list[IncomingDocument]:
        """The arrivals of some days that stand, and are told to the reader."""
        there = [one for one in self.arrivals if one.state is ArrivalState.REGISTERED and one.arrived_on in days]
        return [one for one in there if self.is_own(one)]

    def counted(self, days: Days) -> list[IncomingDocument]:
        """Those whose work is counted."""
        return [one for one in self.living(days) if one.secrecy is None and one.imported_by is None]

    def apart(self, days: Days) -> tuple[int, int]:
        """The secret ones, and those of old books."""
        there = self.living(days)
        old = sum(one.imported_by is not None for one in there)
        return sum(one.secrecy is not None and one.imported_by is None for one in there), old

    def worked(self, arrivals: list[IncomingDocument]) -> tuple[int, ...]:
        """How many there are, on time, finished late, in work, unassigned, and late of those that are open."""
        finished = [one for one in arrivals if self.is_finished(one)]
        still = [one for one in arrivals if not self.is_finished(one)]
        return (
            len(arrivals),
            sum(not self.is_late(one) for one in finished),
            sum(self.is_late(one) for one in finished),
            sum(not self.is_unassigned(one) for one in still),
            sum(self.is_unassigned(one) for one in still),
            sum(self.is_late(one) for one in still),
        )

    def worked_by(self, days: Days, key: Callable[[IncomingDocument], str | None], nobody: str = "") -> Counts:
        """The same by a name."""
        groups: dict[str, list[IncomingDocument]] = {}
        for one in self.counted(days):
            groups.setdefault(key(one) or nobody, []).append(one)
        return {name: self.worked(those) for name, those in groups.items()}

    def is_mine(self, arrival: IncomingDocument) -> bool:
        """Whether an open arrival is the reader's to work."""
        if self.reader is None:
            return True
        mine = any(
            one.arrival == arrival.id and one.officer == self.reader.id and one.ended_at is None
            for one in self.assignees
        )
        return mine or (arrival.id not in self.handlings and arrival.receiver == self.reader.name)

    def due(self) -> tuple[list[IncomingDocument], list[IncomingDocument]]:
        """What is late and what is due soon, secret ones among them until they are handed on."""
        waiting = [
            one
            for one in self.arrivals
            if one.state is ArrivalState.REGISTERED
            and one.imported_by is None
            and one.due_on is not None
            and not self.is_finished(one)
            and (one.secrecy is None or one.handed_on is None)
            and self.is_mine(one)
        ]
        soon = self.calendar.later(self.today, 3)
        waiting.sort(key=lambda one: (one.due_on or self.today, one.arrival_number, one.suffix))
        late = [one for one in waiting if self.is_late(one)]
        return late, [one for one in waiting if not self.is_late(one) and one.due_on and one.due_on <= soon]

    # --- what went out ----------------------------------------------------------------------------------------------

    def drafter(self, line: RegisterLine) -> str | None:
        """Who drafted it."""
        owner = self.owners.get(line.dispatch) if line.dispatch else None
        return self.names[owner] if owner else None

    def is_drafted_here(self, line: RegisterLine) -> bool:
        """Whether it is told to the reader."""
        return self.reader is None or (line.dispatch is not None and self.owners.get(line.dispatch) == self.reader.id)

    def issued(self, days: Days) -> list[RegisterLine]:
        """What was issued on some days, and is told to the reader."""
        return [
            one
            for one in self.lines
            if one.state in (LineState.ISSUED, LineState.EXTERNAL)
            and one.document_date is not None
            and one.document_date in days
            and self.is_drafted_here(one)
        ]

    def taken(self, days: Days) -> list[RegisterLine]:
        """The numbers of some days: those without a date by the day on which they were taken."""
        there = [one for one in self.lines if (one.document_date or local_day(one.entered_at)) in days]
        return [one for one in there if self.is_drafted_here(one)]

    def withheld(self, days: Days) -> int:
        """How many numbers secret papers took."""
        if self.reader is not None:
            return 0
        return sum(one.state is LineState.WITHHELD for one in self.taken(days))

    def unusual(self, days: Days) -> list[RegisterLine]:
        """The numbers that are no usual ones."""
        return [one for one in self.taken(days) if self.is_unusual(one)]

    def is_unusual(self, line: RegisterLine) -> bool:
        """Void, held, made outside, with a letter, or dated back."""
        made_outside = line.state is LineState.EXTERNAL and line.imported_by is None
        lettered = bool(line.suffix) and line.state is not LineState.WITHHELD
        ended = line.state in (LineState.VOID, LineState.HELD)
        return ended or made_outside or lettered or line.date_reason is not None

    def loose(self, days: Days) -> list[tuple[RegisterLine, bool, bool]]:
        """What has no file, or lies in no case file: the line, whether it has the one, whether the other."""
        found = []
        for line in self.issued(days):
            files = [one for one in self.attachments if one.record == line.id and one.removed_at is None]
            papers = [
                one
                for one in self.papers
                if one.removed_at is None and one.record is not None and one.record in (line.id, line.dispatch)
            ]
            has_copy = line.pdf is not None or bool(files)
            if line.imported_by is None and not (has_copy and papers):
                found.append((line, has_copy, bool(papers)))
        return found

    def unsigned(self, days: Days) -> list[tuple[RegisterLine, Delivery]]:
        """What was sent in a way that is signed for, and nobody did."""
        lines = {one.id: one for one in self.lines}
        return [
            (lines[one.line], one)
            for one in self.deliveries
            if one.sent_on is not None
            and one.sent_on in days
            and one.method in (Method.BY_HAND, Method.POST)
            and (one.received_by, one.received_on, one.returned_on) == (None, None, None)
            and lines[one.line].state in (LineState.ISSUED, LineState.EXTERNAL)
            and self.is_drafted_here(lines[one.line])
        ]

    def unsigned_arrivals(self, days: Days) -> list[IncomingDocument]:
        """What was handed on, and nobody signed for."""
        return [
            one
            for one in self.arrivals
            if one.state is ArrivalState.REGISTERED
            and one.imported_by is None
            and one.secrecy is None
            and one.handed_on is not None
            and one.handed_on in days
            and (one.received_by, one.received_on) == (None, None)
            and (self.reader is None or one.receiver == self.reader.name)
        ]


def records_of(desk: Desk, reader: Officer | None = None) -> Records:
    """Everything that a store holds."""
    with desk.store.reading() as work:

        def every(row: Any, form: Any) -> list[Any]:
            return [form.value(one) for one in work._session.scalars(select(row))]

        owners = work._session.execute(select(DispatchRow.id, DispatchRow.owner_id)).all()
        return Records(
            local_day(work.now),
            work.calendar.workdays(),
            every(IncomingRow, INCOMING),
            {one.arrival: one for one in every(HandlingRow, HANDLINGS)},
            every(AssigneeRow, ASSIGNEES),
            every(ExtensionRow, EXTENSIONS),
            every(OutgoingRow, LINES),
            every(DeliveryRow, DELIVERIES),
            every(AttachmentRow, ATTACHMENTS),
            every(CasePaperRow, CASE_PAPERS),
            {dispatch: owner for dispatch, owner in owners},  # noqa: C416 -- rows are no pairs to a dict
            {one.id: one.name for one in work.organisation.officers()},
            reader,
        )


def tallied(names: list[str | None], nobody: str) -> Counter[str]:
    """How often each name is there."""
    return Counter(name or nobody for name in names)
