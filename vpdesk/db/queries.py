"""What lists ask for: rows without the texts behind them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from vpdesk.db.records import draft_of, signing_of_value
from vpdesk.db.repositories import SIGNATORY
from vpdesk.db.tables import DispatchRow, DispatchVersionRow, MentionRow, OfficerRow, ReadingRow
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.drafts import Draft, DraftCounts, DraftQuery, DraftRow, Reader, SortKey, folded_words
from vpdesk.domain.workflow import Status, Step

_COLUMNS = (
    DispatchRow.id,
    DispatchRow.document_type,
    DispatchRow.subject,
    DispatchRow.issuing_body,
    DispatchRow.status,
    DispatchRow.rounds,
    DispatchRow.owner_id.label("owner"),
    OfficerRow.name.label("owner_name"),
    DispatchRow.updated_at,
    DispatchRow.deleted_at,
)
_ORDER = case({status.value: place for place, status in enumerate(Status)}, value=DispatchRow.status)
_SORTED = {
    SortKey.UPDATED: DispatchRow.updated_at,
    SortKey.SUBJECT: DispatchRow.findable,
    SortKey.TYPE: DispatchRow.sorted_type,
    SortKey.STATUS: _ORDER,
    SortKey.OWNER: OfficerRow.sorted_name,
}


_SUBMITTING = tuple(step.value for step in (Step.SUBMIT, Step.AMEND))
"""The steps whose versions others read."""


class SubmittedRow(NamedTuple):
    """A dispatch that was submitted, its owner's name, the number of its newest version, and the one read last."""

    draft: Draft
    owner_name: str
    version: int
    read_version: int | None


class Lists:
    """The lists of the desk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def drafts(self, query: DraftQuery, reader: Reader) -> tuple[DraftRow, ...]:
        """The drafts that a query asks for and the reader may see; of those level in order the last changed first."""
        key = _SORTED[query.sort]
        # Named once, so that the index of what was changed last gives the rows in their order.
        newest = [] if query.sort is SortKey.UPDATED else [DispatchRow.updated_at.desc()]
        rows = self._session.execute(
            select(*_COLUMNS)
            .join(OfficerRow, OfficerRow.id == DispatchRow.owner_id)
            .where(*_asked(query), seen_by(reader))
            .order_by(key.desc() if query.descending else key.asc(), *newest, DispatchRow.id.desc())
            .limit(query.first)
        )
        return tuple(DraftRow(**{**row, "status": Status(row["status"])}) for row in rows.mappings())

    def counts(self, reader: Reader) -> DraftCounts:
        """How many drafts there are that the reader may see; in the bin his own."""
        in_bin = DispatchRow.deleted_at.is_not(None)
        rows = self._session.execute(
            select(DispatchRow.status, in_bin, func.count()).where(seen_by(reader)).group_by(DispatchRow.status, in_bin)
        ).all()
        return DraftCounts(
            statuses={Status(status): number for status, deleted, number in rows if not deleted},
            in_bin=sum(number for _, deleted, number in rows if deleted),
        )

    def queue(
        self, reader: Reader, statuses: frozenset[Status], among: Collection[UUID] | None = None
    ) -> tuple[SubmittedRow, ...]:
        """The dispatches in these states that the reader may see, the first submitted first; of some, where named."""
        version = (
            select(func.max(DispatchVersionRow.number))
            .where(DispatchVersionRow.dispatch_id == DispatchRow.id, DispatchVersionRow.step.in_(_SUBMITTING))
            .scalar_subquery()
        )
        asked = [DispatchRow.status.in_(sorted(status.value for status in statuses)), seen_by(reader)]
        if among is not None:
            asked.append(DispatchRow.id.in_(among))
        rows = self._session.execute(
            select(DispatchRow, OfficerRow.name, version, ReadingRow.version)
            .join(OfficerRow, OfficerRow.id == DispatchRow.owner_id)
            .outerjoin(
                ReadingRow, and_(ReadingRow.dispatch_id == DispatchRow.id, ReadingRow.officer_id == reader.officer)
            )
            .where(*asked, version.is_not(None))
            .order_by(DispatchRow.submitted_at, DispatchRow.id)
        )
        return tuple(SubmittedRow(draft_of(row), name, version, read) for row, name, version, read in rows)

    def readers(self, draft: UUID, version: int) -> tuple[str, ...]:
        """The names of those who have read a version of a dispatch, or a later one."""
        return tuple(
            self._session.scalars(
                select(OfficerRow.name)
                .join(ReadingRow, ReadingRow.officer_id == OfficerRow.id)
                .where(ReadingRow.dispatch_id == draft, ReadingRow.version >= version)
                .order_by(ReadingRow.read_at)
            )
        )

    def readers_of(self, drafts: Collection[UUID]) -> dict[UUID, list[tuple[str, int]]]:
        """Who has read each of some dispatches, the first first, and which version he read last."""
        rows = self._session.execute(
            select(ReadingRow.dispatch_id, OfficerRow.name, ReadingRow.version)
            .join(OfficerRow, OfficerRow.id == ReadingRow.officer_id)
            .where(ReadingRow.dispatch_id.in_(drafts))
            .order_by(ReadingRow.read_at)
        )
        found: dict[UUID, list[tuple[str, int]]] = {}
        for draft, name, version in rows:
            found.setdefault(draft, []).append((name, version))
        return found

    def uses(self, kind: str) -> dict[str, int]:
        """What dispatches outside the bin mention of a kind, each with the number of those that do, most first."""
        rows = self._session.execute(
            select(MentionRow.value, func.count().label("number"))
            .join(DispatchRow, DispatchRow.id == MentionRow.dispatch_id)
            .where(MentionRow.kind == kind, DispatchRow.deleted_at.is_(None))
            .group_by(MentionRow.value)
        )
        return dict(sorted(((row.value, row.number) for row in rows), key=lambda use: (-use[1], use[0])))

    def signings(self) -> dict[Signing, int]:
        """The signatures under dispatches outside the bin, each with its uses, most first."""
        return {signing_of_value(value): number for value, number in self.uses(SIGNATORY).items()}


def seen_by(reader: Reader) -> ColumnElement[bool]:
    """Which dispatches a reader may see."""
    own = DispatchRow.owner_id == reader.officer
    return or_(own, DispatchRow.rounds > 0) if reader.reads_submitted else own


def _asked(query: DraftQuery) -> list[ColumnElement[bool]]:
    deleted_at = DispatchRow.deleted_at
    asked: list[ColumnElement[bool]] = [deleted_at.is_not(None) if query.in_bin else deleted_at.is_(None)]
    asked += [DispatchRow.findable.contains(f" {word}") for word in folded_words(query.text).split()]
    if query.statuses:
        asked.append(DispatchRow.status.in_(sorted(status.value for status in query.statuses)))
    if query.owner is not None:
        asked.append(DispatchRow.owner_id == query.owner)
    return asked
