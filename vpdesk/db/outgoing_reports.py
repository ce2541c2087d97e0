"""What reports count and list of what went out, asked of the engine in groups.

Whoever may see his own documents alone is asked about with his id: his are those that he drafted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from vpdesk.db.register_tables import AttachmentRow, DeliveryRow, OutgoingRow, SeriesRow
from vpdesk.db.report_conditions import Condition, Own, count_of, on_days
from vpdesk.db.tables import DispatchRow, OfficerRow
from vpdesk.db.work_tables import CasePaperRow
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, Method
from vpdesk.domain.periods import moments_of
from vpdesk.domain.report_figures import Apart, LooseLine, OutgoingFigures, RowFigures, Unsigned, UnusualLine

_WITH_PAPER: Final = OutgoingRow.state.in_([LineState.ISSUED.value, LineState.EXTERNAL.value])
_SIGNED_FOR: Final = frozenset({Method.BY_HAND.value, Method.POST.value})
"""The ways in which a recipient signs for what he was given."""


class OutgoingReports:
    """What reports ask of the outgoing register."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def issued(self, days: Days, own: Own | None = None) -> OutgoingFigures:
        """What was issued on some days, by type, by who signed and by who drafted."""
        asked = [_WITH_PAPER, *on_days(OutgoingRow.document_date, days)]
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
                count_of(_WITH_PAPER),
                count_of(state == LineState.VOID.value),
                count_of(state == LineState.HELD.value),
                count_of(state == LineState.WITHHELD.value),
                count_of(OutgoingRow.suffix != ""),
                count_of(OutgoingRow.date_reason.is_not(None)),
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
            _with_drafter(own, *columns)
            .join(SeriesRow, SeriesRow.id == row.series_id)
            .where(_of_days(days), is_odd)
            .order_by(SeriesRow.type_group, SeriesRow.first_day, row.number, row.suffix, row.id)
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
                *on_days(row.document_date, days),
                or_(~has_copy, ~is_filed),
            )
            .order_by(row.document_date, row.document_type, row.number, row.suffix, row.id)
        )
        return tuple(LooseLine(*one) for one in self._session.execute(asked))

    def unsigned(self, days: Days, own: Own | None = None) -> tuple[Unsigned, ...]:
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
                *on_days(sent.sent_on, days),
            )
            .order_by(sent.sent_on, row.document_type, row.number, row.suffix, sent.place_in_order, sent.id)
        )
        return tuple(Unsigned(*one) for one in self._session.execute(asked))


# --- conditions -------------------------------------------------------------------------------------------------------


def _with_drafter(own: Own | None, *columns: Any) -> Select[Any]:
    """Columns of lines with who drafted them; those of an officer alone where he is named."""
    joined = (
        select(*columns)
        .select_from(OutgoingRow)
        .outerjoin(DispatchRow, DispatchRow.id == OutgoingRow.dispatch_id)
        .outerjoin(OfficerRow, OfficerRow.id == DispatchRow.owner_id)
    )
    return joined.where(DispatchRow.owner_id == own.id) if own is not None else joined


def _of_days(days: Days) -> Condition:
    """That a line is of some days: by its date, or, without one, by when its number was taken."""
    first, behind = moments_of(days)
    taken: list[Condition] = [OutgoingRow.entered_at >= first] if first else []
    taken += [OutgoingRow.entered_at < behind] if behind else []
    dated = on_days(OutgoingRow.document_date, days)
    return or_(and_(OutgoingRow.document_date.is_not(None), *dated), and_(OutgoingRow.document_date.is_(None), *taken))
