"""Numbers are taken and documents issued: predicted, laid out and put on the disk, then numbered in one short act.

A number is taken in the transaction that issues, and nowhere else (decisions 20 to 23). Where another desk was faster,
the papers are laid out again with the numbers that come then.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain import workflow
from vpdesk.domain.attachments import Attachment, FileRole
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft
from vpdesk.domain.errors import (
    DatabaseBusy,
    LettersNotUsed,
    NumberUnavailable,
    ReasonMissing,
    StaleEdit,
    UnknownRules,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.issuing import (
    Issued,
    IssueOrder,
    Lettered,
    Proposal,
    Recipient,
    check_date,
    copies_of,
    recipients_of,
)
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import Delivery, LineState, Method, RegisterLine, ended
from vpdesk.domain.pack import RulePack
from vpdesk.domain.roles import Permission
from vpdesk.domain.series import Series, SeriesKey
from vpdesk.domain.signoff import blocks_of
from vpdesk.domain.text import entered
from vpdesk.domain.workflow import Step
from vpdesk.services.answers import close_answered
from vpdesk.services.book_locks import put_line
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import put, readable, tell_step
from vpdesk.services.finding import index_line
from vpdesk.services.followups import check_copy, pass_links_on
from vpdesk.services.numbers import COPY_TYPE, numbering_at, row_for, written
from vpdesk.services.seat import require
from vpdesk.services.typesetting import file_name, lay_out

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_TRIES: Final = 1000
"""How often papers are laid out again because others were faster, before a server is called busy.

Of eight that take numbers of one row without a pause each is the first in one of eight tries; fifty would now and then
be too few.
"""
_PDF: Final = "application/pdf"


# --- what would be ------------------------------------------------------------------------------------------------


def propose(desk: Desk, dispatches: Sequence[UUID], day: date | None = None) -> tuple[Proposal, ...]:
    """What the issue of dispatches that are signed off would be, in this order, today or on a day.

    Raises WrongStatus for one that may not be issued, NoTermCovers, SeriesClosed, NotPermitted, NoSuchRecord.
    """
    with desk.store.reading() as work:
        require(desk, work, Permission.ISSUE)
        taken: dict[SeriesKey, int] = {}
        return tuple(proposal(desk, work, one, day or desk.today(), taken) for one in dispatches)


def proposal(desk: Desk, work: UnitOfWork, dispatch: UUID, day: date, taken: dict[SeriesKey, int]) -> Proposal:
    """What the issue of a dispatch would be on a day, behind the numbers `taken` for others. Raises as `propose`."""
    draft = readable(desk, work, dispatch)
    workflow.issue(draft.progress)
    row = row_for(work, draft.body, _code(draft.dispatch), _pack(desk, draft), day)
    number = taken[row.key] = taken.get(row.key, row.last) + 1
    return Proposal(
        dispatch=draft.dispatch,
        id=draft.id,
        version=draft.version,
        day=day,
        number=number,
        reference=written(_pack(desk, draft), number, "", _symbol(draft.dispatch)),
        before=work.numbers.newest_before(row.id, number),
        recipients=recipients_of(draft.dispatch),
        holds=tuple(one for one in work.numbers.held() if one.series == row.id),
        lettered=_lettered(desk, work, row, draft),
    )


def _lettered(desk: Desk, work: UnitOfWork, row: Series, draft: Draft) -> Lettered | None:
    if row.is_unused or not numbering_at(work).lettered:
        return None
    suffix = next((one for one in ascii_lowercase if not work.numbers.is_taken(row.id, row.last, one)), None)
    if suffix is None:
        return None
    return Lettered(suffix, written(_pack(desk, draft), row.last, suffix, _symbol(draft.dispatch)))


def _code(dispatch: Dispatch) -> str:
    return COPY_TYPE if dispatch.certified_copy else dispatch.document_type


def _symbol(dispatch: Dispatch) -> str:
    symbol = dispatch.certified_copy.symbol if dispatch.certified_copy else dispatch.symbol
    return symbol or _code(dispatch)


def _pack(desk: Desk, draft: Draft) -> RulePack:
    pack = desk.packs.get(draft.rules)
    if pack is None:
        raise UnknownRules(draft.rules, tuple(desk.packs))
    return pack


# --- issuing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A paper that lies ready on the disk under the number it was laid out with."""

    order: IssueOrder
    draft: Draft
    numbered: Dispatch
    number: int
    reference: str
    pdf: str
    size: int
    pages: int


class _Overtaken(Exception):
    """Somebody else has taken a number that was laid out here."""


def issue(desk: Desk, orders: Sequence[IssueOrder]) -> tuple[Issued, ...]:
    """Number and issue dispatches that were signed off, in this order: all of them, or none.

    Raises WrongStatus, StaleEdit where one was changed since it was looked at, DateInFuture, DateNeedsReason,
    NoTermCovers, SeriesClosed, LettersNotUsed, NumberUnavailable where the newest number has the letter already or
    there is none yet, CopyDiffers for a copy of the whole text that is none, LineEnded for a hold that is over,
    NotPermitted, NoSuchRecord, DatabaseBusy where others keep taking the numbers, and as the files of the store where
    a PDF cannot be kept.
    """
    try:
        return _issue_now(desk, orders)
    except _Overtaken:
        return _issue_in_turn(desk, orders)


def _issue_in_turn(desk: Desk, orders: Sequence[IssueOrder]) -> tuple[Issued, ...]:
    """Lay the papers out again while nobody else begins to write; on a server, as often as others are faster."""
    for _ in range(_TRIES):
        with desk.store.database.turn(), contextlib.suppress(_Overtaken):
            return _issue_now(desk, orders, has_turn=True)
    raise DatabaseBusy(desk.store.database.place)


def _issue_now(desk: Desk, orders: Sequence[IssueOrder], *, has_turn: bool = False) -> tuple[Issued, ...]:
    prepared = _prepare(desk, orders)
    with desk.store.writing(has_turn=has_turn) as work:
        return _issue(desk, work, prepared)


def _prepare(desk: Desk, orders: Sequence[IssueOrder]) -> tuple[_Prepared, ...]:
    """Predict the numbers, lay the papers out with them, and put their PDFs on the disk."""
    with desk.store.reading() as work:
        require(desk, work, Permission.ISSUE)
        taken: dict[SeriesKey, int] = {}
        planned = [_planned(desk, work, order, taken) for order in orders]
    return tuple(_typeset(desk, order, draft, number, pack) for order, draft, number, pack in planned)


def _planned(
    desk: Desk, work: UnitOfWork, order: IssueOrder, taken: dict[SeriesKey, int]
) -> tuple[IssueOrder, Draft, int, RulePack]:
    draft = _signed_off(desk, work, order)
    pack = _pack(desk, draft)
    row = row_for(work, draft.body, _code(draft.dispatch), pack, order.day)
    if order.held is not None:
        number = work.numbers.line(order.held).number
    elif order.suffix:
        number = taken.get(row.key, row.last)
    else:
        number = taken[row.key] = taken.get(row.key, row.last) + 1
    return order, draft, number, pack


def _signed_off(desk: Desk, work: UnitOfWork, order: IssueOrder) -> Draft:
    draft = readable(desk, work, order.dispatch)
    workflow.issue(draft.progress)
    if draft.version != order.version:
        raise StaleEdit
    check_copy(work, draft.id, draft.dispatch)
    if order.suffix and not numbering_at(work).lettered:
        raise LettersNotUsed
    if order.suffix and entered(order.notes or "") is None:
        raise ReasonMissing
    return draft


def _typeset(desk: Desk, order: IssueOrder, draft: Draft, number: int, pack: RulePack) -> _Prepared:
    from vpdesk.db.files import keep_bytes

    numbered = _numbered(draft.dispatch, number, order)
    document = lay_out(desk, numbered, draft.rules, compositor=desk.issuing.compositor).document
    kept = keep_bytes(desk.store.files, desk.issuing.press.pdf(document))
    reference = written(pack, number, order.suffix, _symbol(draft.dispatch))
    return _Prepared(order, draft, numbered, number, reference, kept.digest, kept.size, len(document.pages))


def _numbered(dispatch: Dispatch, number: int, order: IssueOrder) -> Dispatch:
    """A dispatch with its number and date; of a certified copy, the copy's."""
    if dispatch.certified_copy:
        return replace(dispatch, certified_copy=replace(dispatch.certified_copy, number=number, date=order.day))
    return replace(dispatch, number=number, number_suffix=order.suffix or None, date=order.day)


def _issue(desk: Desk, work: UnitOfWork, prepared: Sequence[_Prepared]) -> tuple[Issued, ...]:
    officer = require(desk, work, Permission.ISSUE)
    # Ids of one moment have no order, and lines are listed in theirs.
    moments = (work.now + timedelta(milliseconds=place) for place in range(len(prepared)))
    return tuple(
        _issue_one(desk, work, one, officer, new_id(moment)) for one, moment in zip(prepared, moments, strict=True)
    )


def _issue_one(desk: Desk, work: UnitOfWork, paper: _Prepared, officer: Officer, line_id: UUID) -> Issued:
    order, pack = paper.order, _pack(desk, paper.draft)
    draft = _signed_off(desk, work, order)
    row = row_for(work, draft.body, _code(draft.dispatch), pack, order.day)
    begun = _begun_line(work, row, paper, officer, line_id)
    check_date(
        order.day, desk.today(), work.numbers.newest_before(row.id, paper.number), entered(order.date_reason or "")
    )
    line = _put_line(work, officer, begun, paper)
    issued = put(
        desk,
        work,
        replace(draft, dispatch=paper.numbered, progress=workflow.issue(draft.progress), updated_at=work.now),
    )
    tell_step(work, issued, Step.ISSUE, officer, line=line.id, reference=line.reference, pdf=paper.pdf)
    pass_links_on(work, draft.id, line)
    close_answered(desk, work, line.id, officer)
    _keep_file(work, line, paper, officer)
    index_line(desk, work, line, issued.dispatch)
    return Issued(line, issued.dispatch)


def _take(work: UnitOfWork, row: Series, paper: _Prepared) -> RegisterLine | None:
    """Take the number a paper was laid out with; the line of the hold where it was held."""
    if paper.order.held is not None:
        held = work.numbers.line(paper.order.held)
        if held.series != row.id or held.number != paper.number:
            raise NumberUnavailable(held.reference)
        return held
    if paper.order.suffix:
        if row.last != paper.number:
            raise _Overtaken
        if row.is_unused or work.numbers.is_taken(row.id, paper.number, paper.order.suffix):
            raise NumberUnavailable(paper.reference)
        return None
    if row.next != paper.number:
        raise _Overtaken
    work.numbers.put_series(replace(row, last=paper.number))
    return None


def _begun_line(work: UnitOfWork, row: Series, paper: _Prepared, officer: Officer, line: UUID) -> RegisterLine:
    """The line of a number, the one of its hold where it was held; what the paper says is yet to come."""
    held = _take(work, row, paper)
    if held is not None:
        return ended(held, LineState.ISSUED, work.now, officer.id)
    return RegisterLine(line, row.id, paper.number, paper.reference, LineState.ISSUED, work.now, officer.id, "")


def _put_line(work: UnitOfWork, officer: Officer, begun: RegisterLine, paper: _Prepared) -> RegisterLine:
    order, dispatch = paper.order, paper.numbered
    recipients = order.recipients or tuple((one, _usual_method(one)) for one in recipients_of(dispatch))
    names = [one for one, _ in recipients]
    line = put_line(
        work,
        officer.id,
        work.numbers.line(order.held) if order.held is not None else begun,
        replace(
            begun,
            suffix=order.suffix,
            reference=paper.reference,
            document_type=dispatch.document_type,
            document_date=order.day,
            subject=dispatch.subject_summary,
            signer=", ".join(one.name or "" for one in blocks_of(dispatch)) or None,
            recipients=tuple(one.name for one in names if not one.is_file_copy),
            file_copy_holder=", ".join(one.name for one in names if one.is_file_copy) or None,
            copies=copies_of(names) if order.copies is None else order.copies,
            notes=entered(order.notes or ""),
            urgency=dispatch.urgency.value if dispatch.urgency else None,
            date_reason=entered(order.date_reason or ""),
            dispatch=paper.draft.id,
            pdf=paper.pdf,
        ),
    )
    work.numbers.add_deliveries(
        Delivery(new_id(work.now), line.id, place, one.name, one.copies, method)
        for place, (one, method) in enumerate(recipients)
    )
    return line


def _usual_method(recipient: Recipient) -> Method:
    return Method.FILE if recipient.is_file_copy else Method.BY_HAND


def _keep_file(work: UnitOfWork, line: RegisterLine, paper: _Prepared, officer: Officer) -> None:
    name = f"{file_name(paper.numbered)}.pdf"
    work.attachments.add(
        Attachment(
            id=new_id(work.now),
            record=line.id,
            place=0,
            role=FileRole.ISSUED,
            name=name,
            media_type=_PDF,
            size=paper.size,
            digest=paper.pdf,
            added_at=work.now,
            officer=officer.id,
            pages=paper.pages,
        )
    )
