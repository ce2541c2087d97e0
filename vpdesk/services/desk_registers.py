"""The sections of a desk that are about the registers, what is kept of them, and how the office is set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpdesk.domain.dates import local_day
from vpdesk.domain.desks import SHOWN, DeskAct, DeskRow, DeskSection, SectionKind, Topic, section
from vpdesk.domain.outgoing_list import OutgoingQuery, OutgoingRow, OutgoingView
from vpdesk.domain.setting_up import Standing, is_stale, left_to_set_up
from vpdesk.services.desk_reading import DeskReading

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from vpdesk.domain.outgoing import RegisterLine


def held(reading: DeskReading) -> DeskSection:
    """The numbers that are held, those whose hour comes first first."""
    return section(SectionKind.HELD, [_held(reading, line) for line in reading.work.numbers.held()])


def _held(reading: DeskReading, line: RegisterLine) -> DeskRow:
    is_over = line.has_expired(reading.work.now)
    return DeskRow(
        DeskAct.OPEN_LINE,
        line.id,
        reference=line.reference,
        person=line.held_for,
        quote=line.reason,
        at=line.held_until,
        topic=Topic.HOLD_OVER if is_over else None,
    )


def unsent(reading: DeskReading) -> DeskSection:
    """The issued papers of which some recipient waits for his copies, the newest first."""
    lists = reading.work.outgoing_lists
    rows = lists.lines(OutgoingQuery(OutgoingView.UNSENT), None, SHOWN)
    return section(SectionKind.UNSENT, map(_unsent, rows), lists.unsent())


def _unsent(row: OutgoingRow) -> DeskRow:
    return DeskRow(
        DeskAct.OPEN_LINE,
        row.line.id,
        document_type=row.line.document_type,
        reference=row.line.reference,
        subject=row.line.subject,
        urgency=row.line.urgency,
        count=row.unsent,
    )


def oddities(reading: DeskReading) -> DeskSection:
    """What was unusual this week: numbers made void, papers dated back, holds whose hour is over."""
    work, since = reading.work, reading.week_begins_at
    over = [one for one in work.numbers.held() if one.has_expired(work.now)]
    found = (
        *((Topic.VOIDED, line, line.reason) for line in work.desks.voided(since)),
        *((Topic.DATED_BACK, line, line.date_reason) for line in work.desks.dated_back(since)),
        *((Topic.HOLD_OVER, line, line.reason) for line in over),
    )
    return section(SectionKind.ODDITIES, [_odd(reading, *one) for one in found])


def _odd(reading: DeskReading, topic: Topic, line: RegisterLine, reason: str | None) -> DeskRow:
    who = line.held_for if topic is Topic.HOLD_OVER else reading.names.get(line.ended_by or line.entered_by)
    return DeskRow(
        DeskAct.OPEN_LINE, line.id, reference=line.reference, person=who, quote=reason, at=line.ended_at, topic=topic
    )


def keeping(reading: DeskReading) -> DeskSection:
    """The last backup of the store, where the program makes them, and the printed pages that wait to be locked."""
    store, rows = reading.desk.store, list[DeskRow]()
    if store.is_file:
        at = store.backed_up_at()
        is_old = is_stale(local_day(at) if at else None, reading.today, reading.workdays)
        rows.append(DeskRow(DeskAct.NOTHING, at=at, topic=Topic.NO_BACKUP if is_old else Topic.BACKUP))
    pages = reading.work.desks.unlocked_pages(reading.today.year - 1)
    rows.append(DeskRow(DeskAct.SEE_BOOKS, count=pages, topic=Topic.PAGES))
    return section(SectionKind.KEEPING, rows)


def set_up(reading: DeskReading) -> DeskSection:
    """What of the office is not set up."""
    work, store = reading.work, reading.desk.store
    at = store.backed_up_at()
    standing = Standing(
        bodies=work.organisation.bodies(),
        officers=work.organisation.officers(),
        with_secret=_with_secret(reading),
        holidays=work.calendar.holidays(),
        has_retention=bool(work.case_files.retention_rules()),
        is_own_file=store.is_file,
        backed_up_on=local_day(at) if at else None,
    )
    return section(SectionKind.SET_UP, left_to_set_up(standing, reading.today))


def _with_secret(reading: DeskReading) -> Collection[UUID] | None:
    """The officers who have a secret of their own; in the sample office nobody needs one."""
    if reading.work.organisation.is_sample:
        return None
    return frozenset(officer for officer, one in reading.work.credentials.all().items() if one.is_own)
