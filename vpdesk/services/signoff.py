"""The way of a dispatch from its drafter to the signatory: submitted, checked, read, remarked, signed off, sent back.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from vpdesk.domain import workflow
from vpdesk.domain.access import may_write, steps_for
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dates import local_day
from vpdesk.domain.drafts import Draft, DraftVersion
from vpdesk.domain.errors import (
    IncompleteDispatch,
    NoSuchRecord,
    NothingRemarked,
    NotPermitted,
    NotRead,
    NotSignatory,
    StaleEdit,
    WrongStatus,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import IssuingBody, Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.signoff import (
    Detail,
    Happening,
    NewRemark,
    QueueRow,
    Reading,
    Remark,
    Signature,
    Signed,
    Submitted,
    blocks_of,
    gaps,
    is_outside,
    may_sign,
    missing_blocks,
)
from vpdesk.domain.text import entered
from vpdesk.domain.workflow import WAITING, Progress, Status, Step
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import join, put, readable, reader_at, tell_step
from vpdesk.services.entrance import prove
from vpdesk.services.happenings import happenings
from vpdesk.services.office import checks_form, way_of_working
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.queries import SubmittedRow
    from vpdesk.db.store import UnitOfWork
    from vpdesk.domain.dispatch import Dispatch

_DISPATCH: Final = "dispatch"


# --- the drafter ----------------------------------------------------------------------------------------------------


def submit(desk: Desk, draft: UUID) -> Draft:
    """Hand a draft to the head, by way of the clerk where he checks the form; what was typed and not saved goes along.

    Raises IncompleteDispatch, WrongStatus, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.DRAFT), readable(desk, work, draft)
        if found.deleted_at is not None:
            raise NoSuchRecord(_DISPATCH, str(draft))
        if not may_write(officer, found.owner, found.progress):
            raise NotPermitted(Permission.CORRECT)
        progress = workflow.submit(found.progress, check_first=checks_form(work))
        if copy := work.working_copies.find(draft, officer.id, desk.desk_name):
            found = join(desk, work, found, copy.dispatch, officer)
        if missing := gaps(found.dispatch):
            raise IncompleteDispatch(missing)
        return _moved(desk, work, replace(found, submitted_at=work.now), progress, Step.SUBMIT, officer)


def take_back(desk: Desk, draft: UUID) -> Draft:
    """Take the last step back: the drafter what he submitted, the signatory what he signed.

    Raises WrongStatus, NotPermitted where the step was another's, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer, found = officer_at(desk, work), readable(desk, work, draft)
        if found.progress.status is Status.SIGNED_OFF or _signed_by(work, found, officer):
            _take_signature_back(work, found, officer)
            if found.progress.status is not Status.SIGNED_OFF:
                work.tell(officer.id, "unsign", _DISPATCH, draft)
                return put(desk, work, found)
        elif found.owner != officer.id or not officer.may(Permission.DRAFT):
            raise NotPermitted(Permission.DRAFT)
        return _moved(desk, work, found, workflow.take_back(found.progress), Step.TAKE_BACK, officer)


def withdraw(desk: Desk, draft: UUID) -> Draft:
    """Give a dispatch up before it was signed off; it stays in the list of what was withdrawn.

    Raises WrongStatus, NotPermitted for another's, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.DRAFT), readable(desk, work, draft)
        if found.owner != officer.id:
            raise NotPermitted(Permission.DRAFT)
        return _moved(desk, work, found, workflow.withdraw(found.progress), Step.WITHDRAW, officer)


def mark_done(desk: Desk, remark: UUID, *, done: bool = True) -> Remark:
    """Say that a remark was followed, or after all not. Raises NotPermitted for who may not write it, NoSuchRecord."""
    with desk.store.writing() as work:
        officer, found = officer_at(desk, work), work.sign_offs.remark(remark)
        draft = work.drafts.get(found.dispatch)
        if not may_write(officer, draft.owner, draft.progress):
            raise NotPermitted(Permission.CORRECT)
        marked = replace(found, done_at=work.now if done else None, done_by=officer.id if done else None)
        work.sign_offs.put_remark(marked)
        work.tell(officer.id, "follow" if done else "reopen", _DISPATCH, draft.id, remark=remark)
        return marked


# --- the clerk and the head -----------------------------------------------------------------------------------------


def check_form(desk: Desk, draft: UUID, version: int) -> Draft:
    """The form of this version is right: it goes on to the signatory.

    Raises StaleEdit where there is a later version, WrongStatus, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.CHECK_FORM), readable(desk, work, draft)
        progress = workflow.check(found.progress)
        _only_newest(work, draft, version)
        return _moved(desk, work, found, progress, Step.CHECK, officer, read=version)


def send_back(desk: Desk, draft: UUID, version: int, remarks: tuple[NewRemark, ...]) -> Draft:
    """Give a version back to its drafter with at least one remark; the signatures under it hold no longer.

    Raises NothingRemarked, StaleEdit where there is a later version, WrongStatus, NotPermitted, NoSuchRecord.
    """
    said = [replace(one, text=text) for one in remarks if (text := entered(one.text))]
    if not said:
        raise NothingRemarked
    with desk.store.writing() as work:
        officer, found = officer_at(desk, work), readable(desk, work, draft)
        if not (officer.may(Permission.SIGN_OFF) or officer.may(Permission.CHECK_FORM)):
            raise NotPermitted(Permission.SIGN_OFF)
        progress = workflow.send_back(found.progress)
        _only_newest(work, draft, version)
        for place, one in enumerate(said):
            # Ids of one moment have no order, and remarks are read in theirs.
            work.sign_offs.put_remark(
                Remark(
                    new_id(work.now + timedelta(milliseconds=place)),
                    draft,
                    version,
                    officer.id,
                    officer.name,
                    work.now,
                    one.text,
                    one.place,
                    one.quote,
                )
            )
        _void_signatures(work, found)
        return _moved(desk, work, found, progress, Step.SEND_BACK, officer, read=version, remarks=len(said))


def sign(desk: Desk, draft: UUID, version: int, secret: str = "") -> Draft:
    """Sign a version off, every block of it that is the officer's; with the last block the dispatch is signed off.

    `secret` is the officer's own, where the office asks for it again. Raises NotRead where he was not shown this
    version, StaleEdit where there is a later one, NotSignatory, WrongStatus, NotPermitted, NoSuchRecord, and for the
    secret as `entrance.sign_in`.
    """
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.SIGN_OFF), readable(desk, work, draft)
        asks_again = way_of_working(work).pin_at_sign_off
        refusal = prove(desk, work, officer, secret) if asks_again else None
        if refusal is None:
            return _sign(desk, work, found, version, officer)
    # The failure is kept; nothing was signed.
    raise refusal


def _sign(desk: Desk, work: UnitOfWork, found: Draft, version: int, officer: Officer) -> Draft:
    workflow.sign_off(found.progress)
    _only_newest(work, found.id, version)
    reading = work.sign_offs.reading(found.id, officer.id)
    if reading is None or reading.version != version:
        raise NotRead
    missing = missing_blocks(found.dispatch, work.sign_offs.signatures(found.id), version)
    mine = _blocks_for(work, officer, found, missing)
    if not mine:
        raise NotSignatory(tuple(blocks_of(found.dispatch)[block].name or "" for block in missing))
    signed = [_signature(work, found.id, version, block, officer) for block in mine]
    return _signed(desk, work, found, officer, signed, missing)


def record_signature(desk: Desk, draft: UUID, version: int, block: int) -> Draft:
    """Set down that somebody of another office has signed this block of a joint document on paper.

    Raises NotSignatory for a block that somebody of this office signs himself or that is signed, and as `sign`.
    """
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.RECORD_SIGNATURE), readable(desk, work, draft)
        workflow.sign_off(found.progress)
        _only_newest(work, draft, version)
        missing = missing_blocks(found.dispatch, work.sign_offs.signatures(draft), version)
        if block not in _outside(work, found, missing):
            names = [one.name or "" for one in blocks_of(found.dispatch)[block : block + 1]]
            raise NotSignatory(tuple(names))
        signature = replace(_signature(work, draft, version, block, officer), is_on_paper=True)
        return _signed(desk, work, found, officer, [signature], missing)


def _signed(
    desk: Desk, work: UnitOfWork, draft: Draft, officer: Officer, signatures: list[Signature], missing: tuple[int, ...]
) -> Draft:
    for one in signatures:
        work.sign_offs.put_signature(one)
    read, on_paper = signatures[0].version, signatures[0].is_on_paper
    if {one.block for one in signatures} == set(missing):
        progress = workflow.sign_off(draft.progress)
        return _moved(desk, work, draft, progress, Step.SIGN_OFF, officer, read=read, on_paper=on_paper)
    work.tell(officer.id, "sign", _DISPATCH, draft.id, read=read, blocks=len(signatures), on_paper=on_paper)
    return put(desk, work, replace(draft, updated_at=work.now))


def _signature(work: UnitOfWork, draft: UUID, version: int, block: int, officer: Officer) -> Signature:
    return Signature(new_id(work.now), draft, version, block, officer.id, work.now)


def _signed_by(work: UnitOfWork, draft: Draft, officer: Officer) -> bool:
    """Whether an officer has signed a block of a dispatch that still waits for others."""
    return draft.progress.status is Status.SUBMITTED and bool(_own_signatures(work, draft, officer))


def _own_signatures(work: UnitOfWork, draft: Draft, officer: Officer) -> list[Signature]:
    version = work.versions.submitted(draft.id)
    return [one for one in _valid(work, draft) if one.officer == officer.id and one.version == version]


def _valid(work: UnitOfWork, draft: Draft) -> list[Signature]:
    return [one for one in work.sign_offs.signatures(draft.id) if one.taken_back_at is None]


def _take_signature_back(work: UnitOfWork, draft: Draft, officer: Officer) -> None:
    own = _own_signatures(work, draft, officer)
    if not own:
        raise NotPermitted(Permission.SIGN_OFF)
    for one in own:
        work.sign_offs.put_signature(replace(one, taken_back_at=work.now))


def _void_signatures(work: UnitOfWork, draft: Draft) -> None:
    for one in _valid(work, draft):
        work.sign_offs.put_signature(replace(one, taken_back_at=work.now))


# --- reading --------------------------------------------------------------------------------------------------------


def queue(desk: Desk, statuses: frozenset[Status] = WAITING) -> tuple[QueueRow, ...]:
    """What was submitted and stands in these states: urgent first, then what has waited longest.

    Who may not read the dispatches of others sees his own.
    """
    with desk.store.reading() as work:
        return queue_at(desk, work, statuses)


def queue_at(
    desk: Desk, work: UnitOfWork, statuses: frozenset[Status], among: Collection[UUID] | None = None
) -> tuple[QueueRow, ...]:
    """What `queue` gives, in an act; of some dispatches alone, where they are named."""
    officer, waiting = officer_at(desk, work), work.lists.queue(reader_at(desk, work), statuses, among)
    ids, bodies = [row.draft.id for row in waiting], work.organisation.bodies()
    signatures, readers = work.sign_offs.signatures_of(ids), work.lists.readers_of(ids)
    rows = [
        _queue_row(
            officer,
            row,
            missing_blocks(row.draft.dispatch, signatures.get(row.draft.id, ()), row.version),
            _Seen(bodies, _day(work, row.draft), readers.get(row.draft.id, ())),
        )
        for row in waiting
    ]
    return tuple(sorted(rows, key=lambda row: _URGENCIES.index(row.urgency)))


_URGENCIES: Final = (*(urgency.value for urgency in reversed(Urgency)), None)
"""The most urgent first."""


def look(desk: Desk, draft: UUID) -> Submitted:
    """A dispatch as `read` gives it, without its being read: for whoever goes through a list.

    Raises as `read`.
    """
    with desk.store.reading() as work:
        officer, found = officer_at(desk, work), readable(desk, work, draft)
        return _lying_before(work, officer, found)


def read(desk: Desk, draft: UUID) -> Submitted:
    """A dispatch as whoever signs or checks it reads it; from then on he has read its newest version.

    Raises WrongStatus for one that was never submitted, NotPermitted, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer, found = officer_at(desk, work), readable(desk, work, draft)
        submitted = _lying_before(work, officer, found)
        number, before = submitted.version.number, work.sign_offs.reading(draft, officer.id)
        if before is None or before.version != number:
            work.sign_offs.put_reading(draft, officer.id, Reading(number, work.now))
        return submitted


def versions(desk: Desk, draft: UUID) -> tuple[DraftVersion, ...]:
    """The kept versions of a dispatch, the first first. Raises NotPermitted, NoSuchRecord."""
    with desk.store.reading() as work:
        readable(desk, work, draft)
        return work.versions.of(draft)


def remarks(desk: Desk, draft: UUID) -> tuple[Remark, ...]:
    """The remarks on a dispatch, the first first. Raises NotPermitted, NoSuchRecord."""
    with desk.store.reading() as work:
        readable(desk, work, draft)
        return work.sign_offs.remarks(draft)


def detail(desk: Desk, draft: UUID) -> Detail:
    """All there is to know of a dispatch. Raises NotPermitted, NoSuchRecord."""
    with desk.store.reading() as work:
        officer, found = officer_at(desk, work), readable(desk, work, draft)
        names = {one.id: one.name for one in work.organisation.officers()}
        number, blocks = work.versions.submitted(draft), blocks_of(found.dispatch)
        signatures = [one for one in _valid(work, found) if one.version == number]
        return Detail(
            draft=found,
            owner_name=names[found.owner],
            versions=work.versions.of(draft),
            signed=tuple(
                Signed(blocks[one.block].name or "", names[one.officer], one.made_at, one.is_on_paper)
                for one in signatures
            ),
            missing=tuple(blocks[block].name or "" for block in missing_blocks(found.dispatch, signatures, number)),
            readers=work.lists.readers(draft, number),
            remarks=work.sign_offs.remarks(draft),
            happenings=happenings(work, draft),
            steps=steps_for(
                officer, found.owner, found.progress, has_signed=any(one.officer == officer.id for one in signatures)
            ),
        )


def timeline(desk: Desk, draft: UUID) -> tuple[Happening, ...]:
    """What has happened to a dispatch, the first first, as the history has it. Raises NotPermitted, NoSuchRecord."""
    with desk.store.reading() as work:
        readable(desk, work, draft)
        return happenings(work, draft)


def _lying_before(work: UnitOfWork, officer: Officer, draft: Draft) -> Submitted:
    """A dispatch as it lies before an officer. Raises WrongStatus for one that was never submitted."""
    number = work.versions.submitted(draft.id)
    if number == 0:
        raise WrongStatus(Step.CHECK, draft.progress.status)
    before = work.sign_offs.reading(draft.id, officer.id)
    signatures = work.sign_offs.signatures(draft.id)
    missing = missing_blocks(draft.dispatch, signatures, number)
    mine = _blocks_for(work, officer, draft, missing)
    seen = before if before is not None and before.version != number else None
    return Submitted(
        draft=draft,
        owner_name=work.organisation.officer(draft.owner).name,
        version=work.versions.get(draft.id, number),
        seen=work.versions.get(draft.id, seen.version) if seen else None,
        seen_at=seen.read_at if seen else None,
        remarks=work.sign_offs.remarks(draft.id),
        signatures=signatures,
        missing=missing,
        mine=mine,
        outside=_outside(work, draft, missing),
        waits_for_me=_waits_for(officer, draft.progress, mine),
    )


class _Seen(NamedTuple):
    """What a row of the queue is seen by: the bodies and the day that say who signs, and who has read which version."""

    bodies: tuple[IssuingBody, ...]
    day: date
    readers: Sequence[tuple[str, int]]


def _queue_row(officer: Officer, waiting: SubmittedRow, missing: tuple[int, ...], seen: _Seen) -> QueueRow:
    draft, version = waiting.draft, waiting.version
    dispatch = draft.dispatch
    mine = _blocks_of(officer, dispatch, missing, seen.bodies, seen.day)
    return QueueRow(
        id=draft.id,
        document_type=dispatch.document_type,
        subject=dispatch.subject_summary,
        urgency=dispatch.urgency.value if dispatch.urgency else None,
        status=draft.progress.status,
        rounds=draft.progress.rounds,
        owner=draft.owner,
        owner_name=waiting.owner_name,
        submitted_at=draft.submitted_at or draft.updated_at,
        version=version,
        signers=tuple(blocks_of(dispatch)[block].name or "" for block in missing),
        waits_for_me=_waits_for(officer, draft.progress, mine),
        read_version=waiting.read_version,
        readers=tuple(name for name, read in seen.readers if read >= version),
    )


def _waits_for(officer: Officer, progress: Progress, mine: tuple[int, ...]) -> bool:
    match progress.status:
        case Status.TO_CHECK:
            return officer.may(Permission.CHECK_FORM)
        case Status.SUBMITTED:
            return bool(mine)
        case _:
            return False


def _blocks_for(work: UnitOfWork, officer: Officer, draft: Draft, missing: Iterable[int]) -> tuple[int, ...]:
    return _blocks_of(officer, draft.dispatch, missing, work.organisation.bodies(), _day(work, draft))


def _blocks_of(
    officer: Officer, dispatch: Dispatch, missing: Iterable[int], bodies: tuple[IssuingBody, ...], day: date
) -> tuple[int, ...]:
    """The blocks without a signature that an officer may sign."""
    blocks, code = blocks_of(dispatch), dispatch.document_type
    return tuple(block for block in missing if may_sign(officer, blocks[block], bodies, code, day))


def _outside(work: UnitOfWork, draft: Draft, missing: Iterable[int]) -> tuple[int, ...]:
    bodies, blocks = work.organisation.bodies(), blocks_of(draft.dispatch)
    return tuple(block for block in missing if is_outside(blocks[block], bodies))


def _day(work: UnitOfWork, draft: Draft) -> date:
    """The day whose records say who signs: that of the paper, or today."""
    return draft.dispatch.date or local_day(work.now)


def _only_newest(work: UnitOfWork, draft: UUID, version: int) -> None:
    if work.versions.submitted(draft) != version:
        raise StaleEdit


def _moved(
    desk: Desk, work: UnitOfWork, draft: Draft, progress: Progress, step: Step, officer: Officer, **facts: int
) -> Draft:
    moved = put(desk, work, replace(draft, progress=progress, updated_at=work.now))
    tell_step(work, moved, step, officer, **facts)
    return moved
