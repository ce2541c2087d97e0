"""What lists ask for: rows without the texts behind them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from vpdesk.db.records import signing_of_value
from vpdesk.db.repositories import SIGNATORY
from vpdesk.db.tables import DispatchRow, MentionRow, OfficerRow
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.drafts import DraftCounts, DraftQuery, DraftRow, SortKey, folded_words
from vpdesk.domain.workflow import Status

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


class Lists:
    """The lists of the desk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def drafts(self, query: DraftQuery) -> tuple[DraftRow, ...]:
        """The drafts that a query asks for; those that its order leaves level, the one last changed first."""
        key = _SORTED[query.sort]
        newest_first = DispatchRow.updated_at.desc(), DispatchRow.id.desc()
        rows = self._session.execute(
            select(*_COLUMNS)
            .join(OfficerRow, OfficerRow.id == DispatchRow.owner_id)
            .where(*_asked(query))
            .order_by(key.desc() if query.descending else key.asc(), *newest_first)
        )
        return tuple(DraftRow(**{**row, "status": Status(row["status"])}) for row in rows.mappings())

    def counts(self) -> DraftCounts:
        """How many drafts there are."""
        in_bin = DispatchRow.deleted_at.is_not(None)
        rows = self._session.execute(
            select(DispatchRow.status, in_bin, func.count()).group_by(DispatchRow.status, in_bin)
        ).all()
        return DraftCounts(
            statuses={Status(status): number for status, deleted, number in rows if not deleted},
            in_bin=sum(number for _, deleted, number in rows if deleted),
        )

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


def _asked(query: DraftQuery) -> list[ColumnElement[bool]]:
    deleted_at = DispatchRow.deleted_at
    asked: list[ColumnElement[bool]] = [deleted_at.is_not(None) if query.in_bin else deleted_at.is_(None)]
    asked += [DispatchRow.findable.contains(f" {word}") for word in folded_words(query.text).split()]
    if query.statuses:
        asked.append(DispatchRow.status.in_(sorted(status.value for status in query.statuses)))
    if query.owner is not None:
        asked.append(DispatchRow.owner_id == query.owner)
    return asked
