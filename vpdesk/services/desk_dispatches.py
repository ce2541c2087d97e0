"""The sections of a desk that are about dispatches: to be written, signed, checked, numbered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.desks import MOST_COUNTED, SHOWN, DeskAct, DeskRow, DeskSection, SectionKind, most_pressing, section
from vpdesk.domain.drafts import Reader
from vpdesk.domain.errors import NoTermCovers, SeriesClosed, UnknownRules
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.finding_words import Mark, mark_word
from vpdesk.domain.search_query import Inquiry, Term
from vpdesk.domain.workflow import WAITING, Status
from vpdesk.services.desk_reading import DeskReading
from vpdesk.services.drafting import reader_at
from vpdesk.services.issuing import proposal
from vpdesk.services.signoff import queue_at

if TYPE_CHECKING:
    from vpdesk.db.desk_queries import StandingDispatch
    from vpdesk.domain.series import SeriesKey
    from vpdesk.domain.signoff import QueueRow, Remark


def to_sign(reading: DeskReading) -> DeskSection:
    """What waits for the officer's signature, urgent first, then what waits longest."""
    mine = [row for row in _queue(reading, Status.SUBMITTED) if row.waits_for_me]
    return section(SectionKind.TO_SIGN, [_queued(row, DeskAct.READ) for row in mine])


def to_check(reading: DeskReading) -> DeskSection:
    """What waits for its form to be checked."""
    return section(SectionKind.TO_CHECK, [_queued(row, DeskAct.CHECK) for row in _queue(reading, Status.TO_CHECK)])


def submitted(reading: DeskReading) -> DeskSection:
    """The officer's own dispatches that others have in hand, with whom they wait for."""
    found = _standing(reading, *sorted(WAITING, key=lambda one: one.value), only_own=True)
    rows = queue_at(reading.desk, reading.work, WAITING, found)
    return section(SectionKind.SUBMITTED, [_queued(row, DeskAct.FOLLOW) for row in rows])


def _queue(reading: DeskReading, status: Status) -> tuple[QueueRow, ...]:
    return queue_at(reading.desk, reading.work, frozenset({status}), _standing(reading, status))


def _queued(row: QueueRow, act: DeskAct) -> DeskRow:
    return DeskRow(
        act,
        row.id,
        document_type=row.document_type,
        subject=row.subject,
        person=row.owner_name,
        people=row.signers,
        urgency=row.urgency,
        at=row.submitted_at,
        count=row.rounds,
    )


def sent_back(reading: DeskReading) -> DeskSection:
    """The officer's own dispatches that came back, each with what was remarked and not followed yet."""
    found = _own(reading, Status.SENT_BACK)
    rows = [_written(one, DeskAct.FOLLOW_REMARKS) for one in found]
    return section(SectionKind.SENT_BACK, [_remarked(reading, row) for row in rows[:SHOWN]], len(rows))


def _remarked(reading: DeskReading, row: DeskRow) -> DeskRow:
    assert row.record is not None  # noqa: S101 -- rows of dispatches have theirs
    remarks: tuple[Remark, ...] = reading.work.sign_offs.remarks(row.record)
    left = [one for one in remarks if one.done_at is None] or list(remarks)
    if not left:
        return row
    return replace(row, quote=left[0].text, person=left[0].officer_name, at=left[-1].made_at, count=len(left))


def drafts(reading: DeskReading) -> DeskSection:
    """What the officer is writing, the last changed first."""
    return section(SectionKind.DRAFTS, [_written(one, DeskAct.WRITE) for one in _own(reading, Status.DRAFT)])


def to_number(reading: DeskReading) -> DeskSection:
    """What was signed off, urgent first, then what waits longest; each with the number that would come."""
    found = reading.work.desks.dispatches(_standing(reading, Status.SIGNED_OFF))
    rows = most_pressing(_written(one, DeskAct.NUMBER) for one in reversed(found))
    taken: dict[SeriesKey, int] = {}
    return section(SectionKind.TO_NUMBER, [_numbered(reading, row, taken) for row in rows[:SHOWN]], len(rows))


def _numbered(reading: DeskReading, row: DeskRow, taken: dict[SeriesKey, int]) -> DeskRow:
    """A row with its signatories, its copies, and the number that would come where there is one."""
    assert row.record is not None  # noqa: S101
    signatures = [one for one in reading.work.sign_offs.signatures(row.record) if one.taken_back_at is None]
    signed = replace(
        row,
        people=tuple(dict.fromkeys(reading.names[one.officer] for one in signatures)),
        at=max((one.made_at for one in signatures), default=row.at),
    )
    with suppress(NoTermCovers, SeriesClosed, UnknownRules):
        would_be = proposal(reading.desk, reading.work, row.record, reading.today, taken)
        return replace(signed, number=would_be.reference, count=would_be.copies)
    return signed


def _written(one: StandingDispatch, act: DeskAct) -> DeskRow:
    return DeskRow(
        act,
        one.id,
        document_type=one.document_type,
        subject=one.subject,
        person=one.owner_name,
        urgency=one.urgency,
        at=one.updated_at,
    )


# --- where dispatches stand ---------------------------------------------------------------------------------------


def _own(reading: DeskReading, status: Status) -> tuple[StandingDispatch, ...]:
    """The officer's own dispatches in a state, the last changed first."""
    return reading.work.desks.dispatches(_standing(reading, status, only_own=True))


def _standing(reading: DeskReading, *statuses: Status, only_own: bool = False) -> tuple[UUID, ...]:
    """The dispatches that stand so, found by their marks in the index: what is done is never read.

    The index has no secret ones: a machine that may handle them reads where each stands.
    """
    work, own = reading.work, Reader(reading.officer.id)
    if reading.desk.settings.stand_alone_decision.strip():
        reader = own if only_own else reader_at(reading.desk, work)
        return tuple(one for status in statuses for one in work.desks.standing(status, reader))
    states = tuple(Term(mark_word(Mark.STATE, status.value)) for status in statuses)
    inquiry = Inquiry((_IS_DRAFT, states))
    found = work.findings.page(inquiry, own if only_own else reader_at(reading.desk, work), None, MOST_COUNTED)
    return tuple(hit.record for hit in found.rows)


_IS_DRAFT: Final = (Term(mark_word(Mark.KIND, FoundKind.DRAFT.value)),)
