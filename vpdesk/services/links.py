"""What documents do to each other, told on both sides: of lines, of arrivals, and of drafts that wait for a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.access import may_read
from vpdesk.domain.drafts import Draft
from vpdesk.domain.errors import NoSuchRecord
from vpdesk.domain.ids import new_id
from vpdesk.domain.issuing import LinkedDocument, Registered
from vpdesk.domain.outgoing import Link, LinkKind
from vpdesk.domain.roles import Permission
from vpdesk.domain.workflow import Status
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import readable
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def bind(work: UnitOfWork, source: UUID, target: UUID, kind: LinkKind, officer: UUID) -> Link:
    """Keep that a document does something to another; where that is on record already, it stays as it is."""
    known = (one for one in work.numbers.links(source) if (one.source, one.target, one.kind) == (source, target, kind))
    made = next(known, None) or Link(new_id(work.now), source, target, kind, work.now, officer)
    work.numbers.put_link(made)
    return made


def linked_documents(desk: Desk, work: UnitOfWork, record: UUID) -> tuple[LinkedDocument, ...]:
    """What a record does to others and others to it; drafts that the officer may not read are left out."""
    return tuple(_linked(desk, work, record))


def _linked(desk: Desk, work: UnitOfWork, record: UUID) -> Iterator[LinkedDocument]:
    for link in work.numbers.links(record):
        other, is_passive = (link.source, True) if link.target == record else (link.target, False)
        try:
            reference, subject = work.numbers.reference_of(other)
        except NoSuchRecord:
            draft = _draft_behind(desk, work, link)
            if draft is not None:
                yield LinkedDocument(link, other, "", draft.dispatch.subject_summary, is_passive, is_draft=True)
        else:
            is_arrival = not work.numbers.has_line(other)
            yield LinkedDocument(link, other, reference, subject, is_passive, is_arrival=is_arrival)


def _draft_behind(desk: Desk, work: UnitOfWork, link: Link) -> Draft | None:
    """The draft that a link comes from, where it is still on its way and the officer may read it."""
    try:
        draft = work.drafts.get(link.source)
    except NoSuchRecord:
        return None
    is_gone = draft.deleted_at is not None or draft.progress.status is Status.WITHDRAWN
    return None if is_gone or not may_read(officer_at(desk, work), draft.owner, draft.progress) else draft


def registered(desk: Desk, dispatch: UUID) -> Registered:
    """What the register knows of a dispatch. It runs on the store's own worker.

    Raises NotPermitted, NoSuchRecord.
    """
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        readable(desk, work, dispatch)
        line = work.numbers.line_of(dispatch)
        return Registered(line, linked_documents(desk, work, line.id if line else dispatch))
