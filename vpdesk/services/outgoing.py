"""The lines of the outgoing register: numbers held, taken for letters from outside, void; how papers went out.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain import workflow
from vpdesk.domain.errors import DateInFuture, LineEnded, NoSuchRecord, NumberUnavailable, ReasonMissing, StaleEdit
from vpdesk.domain.history import Fact
from vpdesk.domain.ids import new_id
from vpdesk.domain.issuing import ExternalLetter, LineDetail, NextNumber, check_date
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import Correction, Delivery, LineState, Link, LinkKind, RegisterLine, ended
from vpdesk.domain.outgoing_list import Cursor, OutgoingCounts, OutgoingQuery, OutgoingRow
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.domain.workdays import end_of_next_workday
from vpdesk.domain.workflow import Status, Step
from vpdesk.services.answers import answered_by, close_answered, open_unanswered
from vpdesk.services.book_locks import is_locked, put_deliveries, put_line
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import put, reader_at, tell_step
from vpdesk.services.finding import index_line
from vpdesk.services.links import bind, linked_documents
from vpdesk.services.numbers import Counter, counter_for
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OUTGOING: Final = "outgoing"


def hold(
    desk: Desk,
    body: UUID,
    code: str,
    person: str,
    reason: str,
    until: datetime | None = None,
    count: int = 1,
) -> tuple[RegisterLine, ...]:
    """Hold the next numbers of a type for somebody, until 17:00 of the next workday or another hour.

    Raises ReasonMissing without a person or a reason, NumberUnavailable for a count of none, and for the row as
    `issuing.issue`.
    """
    for_whom, why = entered(person), entered(reason)
    if for_whom is None or why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        end = until or end_of_next_workday(work.now, work.calendar.workdays())
        lines = _next_lines(work, counter_for(desk, work, body, code, desk.today()), officer, count)
        return tuple(
            _tell_line(
                desk,
                work,
                work.numbers.put_line(
                    replace(one, state=LineState.HELD, held_for=for_whom, held_until=end, reason=why)
                ),
                "hold",
                officer,
                reason=why,
                person=for_whom,
                until=end,
            )
            for one in lines
        )


def register_external(
    desk: Desk, body: UUID, letters: Sequence[ExternalLetter], reason: str
) -> tuple[RegisterLine, ...]:
    """Enter letters made outside the program, each with the next number of its row or the one that was held for it.

    All of them or none: a run of numbers in one step. Raises ReasonMissing, LineEnded for a hold that is over,
    NumberUnavailable for a day that is none of the held number's row, and for row and date as `issuing.issue`.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        # Ids of one moment have no order, and lines are listed in theirs.
        ids = (new_id(work.now + timedelta(milliseconds=place)) for place in range(len(letters)))
        return tuple(
            _register(desk, work, body, one, why, officer, line) for one, line in zip(letters, ids, strict=True)
        )


def _register(
    desk: Desk, work: UnitOfWork, body: UUID, letter: ExternalLetter, reason: str, officer: Officer, line_id: UUID
) -> RegisterLine:
    if letter.held is not None:
        was = work.numbers.line(letter.held)
        if letter.day not in work.numbers.series(was.series).days:
            raise NumberUnavailable(was.reference)
        begun = ended(was, LineState.EXTERNAL, work.now, officer.id)
    else:
        (taken,) = _next_lines(work, counter_for(desk, work, body, letter.document_type, letter.day), officer, 1)
        was = begun = replace(taken, id=line_id)
    before = work.numbers.newest_before(begun.series, begun.number)
    date_reason = entered(letter.date_reason or "")
    check_date(letter.day, desk.today(), before, date_reason)
    line = put_line(
        work,
        officer.id,
        was,
        replace(
            begun,
            state=LineState.EXTERNAL,
            document_type=letter.document_type,
            document_date=letter.day,
            subject=entered(letter.subject),
            signer=entered(letter.signer or ""),
            recipients=letter.recipients,
            file_copy_holder=letter.file_copy_holder,
            copies=letter.copies,
            notes=entered(letter.notes or ""),
            date_reason=date_reason,
            reason=reason,
        ),
        reason,
    )
    return _tell_line(desk, work, line, "register", officer, reason=reason)


def withhold(desk: Desk, body: UUID, code: str, day: date) -> RegisterLine:
    """Take the next number of a type for a secret document: the register keeps the number, and nothing else of it."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        if day > desk.today():
            raise DateInFuture(day)
        (begun,) = _next_lines(work, counter_for(desk, work, body, code, day), officer, 1)
        line = work.numbers.put_line(replace(begun, state=LineState.WITHHELD))
        return _tell_line(desk, work, line, "withhold", officer)


def void(desk: Desk, line: UUID, version: int, reason: str) -> RegisterLine:
    """Make a number void: its line stays, struck through, and the number is never used again.

    The dispatch issued with it holds no longer, and what it answered is open again where nothing else does so.
    Raises ReasonMissing, LineEnded, StaleEdit, NoSuchRecord.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        found = work.numbers.line(line)
        if found.version != version:
            raise StaleEdit
        over = replace(ended(found, LineState.VOID, work.now, officer.id), reason=why)
        voided = put_line(work, officer.id, found, over, why)
        if voided.dispatch is not None:
            draft = work.drafts.get(voided.dispatch)
            moved = put(desk, work, replace(draft, progress=workflow.void(draft.progress), updated_at=work.now))
            tell_step(work, moved, Step.VOID, officer, line=line, reason=why)
        open_unanswered(desk, work, answered_by(work, line), officer)
        return _tell_line(desk, work, voided, "void", officer, reason=why)


def held(desk: Desk) -> tuple[RegisterLine, ...]:
    """The numbers that are held, those whose hour comes first first; some may be over."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.numbers.held()


def extend_hold(desk: Desk, line: UUID, until: datetime, reason: str) -> RegisterLine:
    """Hold a number until a later hour. Raises ReasonMissing, LineEnded where it is held no longer, NoSuchRecord."""
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        found = work.numbers.line(line)
        if found.state is not LineState.HELD:
            raise LineEnded(found.reference, found.state)
        extended = work.numbers.put_line(replace(found, held_until=until, reason=why))
        return _tell_line(desk, work, extended, "extend", officer, reason=why, until=until)


# --- the list ---------------------------------------------------------------------------------------------------------


def lines(desk: Desk, query: OutgoingQuery, after: Cursor | None = None, limit: int = 200) -> tuple[OutgoingRow, ...]:
    """The lines of the register that a query asks for, the newest first, from behind a place on."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.outgoing_lists.lines(query, after, limit)


def counts(desk: Desk) -> OutgoingCounts:
    """How much waits in the register, for its number or to be sent."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        waiting = work.lists.counts(reader_at(desk, work)).statuses
        listed = work.outgoing_lists
        held, expired = listed.held(work.now)
        return OutgoingCounts(waiting.get(Status.SIGNED_OFF, 0), held, expired, listed.unsent(), listed.years())


def next_number(desk: Desk, body: UUID, code: str, day: date) -> NextNumber:
    """The number that comes next for a type and day, and the line before it. Raises NoTermCovers, SeriesClosed."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        counter = counter_for(desk, work, body, code, day)
        number = counter.row.next
        before = work.numbers.newest_before(counter.row.id, number)
        holds = tuple(one for one in work.numbers.held() if one.series == counter.row.id)
        return NextNumber(number, counter.written(number), before, holds)


# --- what is said of a line, and how its paper went out ---------------------------------------------------------------


def detail(desk: Desk, line: UUID) -> LineDetail:
    """All there is to know of a line. Raises NoSuchRecord."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        found = work.numbers.line(line)
        return LineDetail(
            line=found,
            series=work.numbers.series(found.series),
            deliveries=work.numbers.deliveries(line),
            links=linked_documents(desk, work, line),
            files=work.attachments.of(line),
            corrections=work.numbers.corrections(line),
        )


_MAY_CHANGE: Final[Mapping[LineState, frozenset[str]]] = {
    LineState.ISSUED: frozenset({"recipients", "file_copy_holder", "copies", "notes"}),
    LineState.EXTERNAL: frozenset(
        {"recipients", "file_copy_holder", "copies", "notes", "subject", "signer", "document_date"}
    ),
}
"""What may be corrected in a line; what the issued paper says stays as the paper says it."""


def correct(desk: Desk, line: RegisterLine, reason: str) -> RegisterLine:
    """Correct a line, as it is given, with its history: what each column said before.

    What the paper itself says stays. Raises ReasonMissing, StaleEdit, LineEnded for a line that cannot be corrected,
    DateInFuture, NoSuchRecord.
    """
    why = entered(reason)
    if why is None:
        raise ReasonMissing
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        before = work.numbers.line(line.id)
        changed = {name: getattr(line, name) for name in _MAY_CHANGE.get(before.state, ())}
        if before.version != line.version:
            raise StaleEdit
        if not changed:
            raise LineEnded(before.reference, before.state)
        if line.document_date is not None and line.document_date > desk.today():
            raise DateInFuture(line.document_date)
        after = replace(before, **changed)
        changes = tuple(
            (name, _as_text(getattr(before, name)), _as_text(value))
            for name, value in sorted(changed.items())
            if value != getattr(before, name)
        )
        if not changes:
            return before
        work.numbers.add_correction(
            Correction(
                new_id(work.now), line.id, _OUTGOING, work.now, officer.id, changes, why, is_locked(work, line.id)
            )
        )
        kept = work.numbers.put_line(after)
        return _tell_line(desk, work, kept, "correct", officer, reason=why, columns=" ".join(one[0] for one in changes))


def _as_text(value: object) -> str | None:
    match value:
        case None:
            return None
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(value)
        case _:
            return str(value)


def deliver(desk: Desk, line: UUID, deliveries: Sequence[Delivery]) -> tuple[Delivery, ...]:
    """Set down how the papers of a line went out and came in; recipients that are new to it are added.

    Raises LineEnded for a line whose number has no paper, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        found = work.numbers.line(line)
        if found.state not in (LineState.ISSUED, LineState.EXTERNAL):
            raise LineEnded(found.reference, found.state)
        put_deliveries(work, officer.id, line, (replace(one, line=line) for one in deliveries))
        _tell_line(desk, work, found, "deliver", officer, count=len(deliveries))
        return work.numbers.deliveries(line)


def link(desk: Desk, source: UUID, target: UUID, kind: LinkKind, notes: str = "") -> Link:
    """Set down that a line, or an arrival, does something to another; both are told of it.

    An arrival that is answered is finished by it. Raises NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        for one in (source, target):
            work.numbers.reference_of(one)
        bound = bind(work, source, target, kind, officer.id)
        made = replace(bound, notes=entered(notes) or bound.notes)
        work.numbers.put_link(made)
        work.tell(officer.id, "link", _OUTGOING, source, target=target, link=kind.value)
        if kind is LinkKind.ANSWERS:
            close_answered(desk, work, source, officer)
        return made


def unlink(desk: Desk, link: Link) -> None:
    """Take back that a document does something to another; what it alone answered is open again."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.ISSUE)
        answered = answered_by(work, link.source) if link.kind is LinkKind.ANSWERS else ()
        work.numbers.drop_link(link.id)
        open_unanswered(desk, work, (one for one in answered if one.id == link.target), officer)
        work.tell(officer.id, "unlink", _OUTGOING, link.source, target=link.target, link=link.kind.value)


def issued_pdf(desk: Desk, line: UUID) -> bytes:
    """The paper as it was issued: its stored bytes, which are never laid out again.

    Raises NoSuchRecord for a line without one, FileLost where the file is gone or changed.
    """
    from vpdesk.db.files import read_file

    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        found = work.numbers.line(line)
    if found.pdf is None:
        raise NoSuchRecord(_OUTGOING, found.reference)
    return read_file(desk.store.files, found.pdf)


def _next_lines(work: UnitOfWork, counter: Counter, officer: Officer, count: int) -> list[RegisterLine]:
    """Take the next numbers of a row; their lines, which are yet to be kept."""
    row = counter.row
    if count < 1:
        raise NumberUnavailable(counter.written(row.next))
    work.numbers.put_series(replace(row, last=row.last + count))
    return [
        RegisterLine(
            # Ids of one moment have no order, and lines are read in theirs.
            new_id(work.now + timedelta(milliseconds=place)),
            row.id,
            number,
            counter.written(number),
            LineState.HELD,
            work.now,
            officer.id,
            counter.document_type,
        )
        for place, number in enumerate(range(row.next, row.next + count))
    ]


def _tell_line(
    desk: Desk, work: UnitOfWork, line: RegisterLine, act: str, officer: Officer, **facts: Fact
) -> RegisterLine:
    index_line(desk, work, line)
    work.tell(officer.id, act, _OUTGOING, line.id, None, reference=line.reference, **facts)
    return line
