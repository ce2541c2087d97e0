"""From what the registers know to the rows of their books, in the words of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from vpdesk.domain.handling import ENDS_WITHOUT_REPLY, Extension, Handling
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.outgoing import Correction, Delivery, FileCopyUse, LineState, LinkKind, RegisterLine
from vpdesk.domain.register import COLUMNS, BookKind, BookRow, BookWords, Cell, Oddity
from vpdesk.domain.series import written_number


@dataclass(frozen=True, slots=True)
class Linked:
    """What a document does to another, or another to it; `other` is the other's number and symbol."""

    kind: LinkKind
    other: str
    is_source: bool


def outgoing_row(
    line: RegisterLine, words: BookWords, deliveries: Sequence[Delivery] = (), links: Sequence[Linked] = ()
) -> BookRow:
    """A row of the outgoing book. Of a secret document it says the number, and where the rest is, and nothing else."""
    if line.state is LineState.WITHHELD:
        return _row(BookKind.OUTGOING, line.id, reference=line.reference, notes=what_became(line, words))
    oddities = {_ODD_STATES[line.state]} if line.state in _ODD_STATES else set()
    if line.date_reason:
        oddities.add(Oddity.BACKDATED)
    joint, sent = words.filled("row.joint"), sending(deliveries)
    return _row(
        BookKind.OUTGOING,
        line.id,
        oddities,
        reference=line.reference,
        date=line.document_date,
        subject=words.named(line.document_type, line.subject),
        signer=line.signer,
        recipients=joint.join(line.recipients),
        file_copy=line.file_copy_holder,
        copies=line.copies,
        sent_on=sent.first_day,
        received=joint.join(sent.received_by),
        notes=joint.join(_outgoing_notes(line, words, links)),
    )


class Sending(NamedTuple):
    """What the row of a line says of its deliveries: the first day, and who signed."""

    first_day: date | None
    received_by: tuple[str, ...]


def sending(deliveries: Iterable[Delivery]) -> Sending:
    """How a document went out, all its deliveries together."""
    sent = tuple(deliveries)
    first = min((one.sent_on for one in sent if one.sent_on), default=None)
    return Sending(first, tuple(dict.fromkeys(one.received_by for one in sent if one.received_by)))


_ODD_STATES: Final = {LineState.VOID: Oddity.VOID, LineState.HELD: Oddity.HELD}


def what_became(line: RegisterLine, words: BookWords) -> str:
    """What the book says of a number that is no document's, or of one from outside; empty for the usual."""
    reason = line.reason or words.filled("closing.no_reason")
    match line.state:
        case LineState.WITHHELD:
            return words.filled("row.withheld")
        case LineState.VOID:
            return words.filled("row.void", reason=reason)
        case LineState.HELD if line.held_for:
            return words.filled("row.held_for", reason=reason, person=line.held_for)
        case LineState.HELD:
            return words.filled("row.held", reason=reason)
        case LineState.EXTERNAL if line.reason:
            return words.filled("row.external", reason=line.reason)
        case _:
            return ""


def _outgoing_notes(line: RegisterLine, words: BookWords, links: Iterable[Linked]) -> Iterator[str]:
    if became := what_became(line, words):
        yield became
    if line.date_reason:
        yield words.filled("row.backdated", reason=line.date_reason)
    yield from link_notes(links, words)
    if line.notes:
        yield line.notes


def link_notes(links: Iterable[Linked], words: BookWords) -> Iterator[str]:
    """What documents do to each other, as a note says it."""
    for one in links:
        yield words.filled(f"{'link' if one.is_source else 'linked'}.{one.kind.value}", other=one.other)


def incoming_row(arrival: IncomingDocument, words: BookWords, links: Sequence[Linked] = ()) -> BookRow:
    """A row of the incoming book. Of a secret document it does not say what it is about."""
    is_void = arrival.state is ArrivalState.VOID
    subject = None if arrival.secrecy else arrival.subject
    return _row(
        BookKind.INCOMING,
        arrival.id,
        {Oddity.VOID} if is_void else (),
        arrived_on=arrival.arrived_on,
        number=number_cell(arrival),
        sender=arrival.sender,
        reference=arrival.reference,
        date=arrival.document_date,
        subject=words.named(arrival.document_type, subject),
        receiver=arrival.receiver,
        handed_on=arrival.handed_on,
        received=arrival.received_by,
        notes=words.filled("row.joint").join(_incoming_notes(arrival, words, links)),
    )


def _incoming_notes(arrival: IncomingDocument, words: BookWords, links: Iterable[Linked]) -> Iterator[str]:
    if arrival.state is ArrivalState.VOID:
        yield words.filled("row.void", reason=arrival.reason or words.filled("closing.no_reason"))
    if arrival.secrecy:
        yield words.filled("row.withheld")
    yield from link_notes(links, words)
    if arrival.notes and not arrival.secrecy:
        yield arrival.notes


def number_cell(arrival: IncomingDocument) -> Cell:
    """The number of an arrival: a number, or a text where it bears a letter."""
    return f"{arrival.arrival_number}{arrival.suffix}" if arrival.suffix else arrival.arrival_number


def follow_up_row(
    arrival: IncomingDocument,
    words: BookWords,
    handling: Handling | None = None,
    extensions: Sequence[Extension] = (),
) -> BookRow:
    """A row of the book that follows how arrivals are worked."""
    day = _day(arrival.document_date)
    document = words.filled(
        "row.arrived",
        type=words.type_name(arrival.document_type),
        reference=arrival.reference or "",
        day=day,
        sender=arrival.sender,
    )
    return _row(
        BookKind.FOLLOW_UP,
        arrival.id,
        number=number_cell(arrival),
        document=" ".join(document.split()),
        receiver=arrival.receiver,
        due_on=arrival.due_on,
        progress=words.filled("row.joint").join(_progress(arrival, words, handling, extensions)),
        answer=arrival.answer,
        notes=arrival.notes,
    )


def _progress(
    arrival: IncomingDocument, words: BookWords, handling: Handling | None, extensions: Iterable[Extension]
) -> Iterator[str]:
    """How far an arrival has come, and how its deadline was moved."""
    if handling is not None:
        said = words.filled(f"handling.{handling.state.value}")
        is_ended = handling.state in ENDS_WITHOUT_REPLY
        if is_ended and handling.outcome:
            said = words.filled("handling.with_outcome", state=said, outcome=handling.outcome)
        if handling.state.is_finished and handling.finished_on:
            said = words.filled("handling.finished_on", state=said, day=_day(handling.finished_on))
        yield said
    elif arrival.answer:
        yield words.filled("handling.answered")
    for one in extensions:
        before, after = _day(one.due_before), _day(one.due_after)
        key = "handling.extended" if before else "handling.extended_to"
        yield words.filled(key, before=before, after=after)


def hand_over_in_row(arrival: IncomingDocument) -> BookRow:
    """A row of the book of what is handed over inside the office."""
    return _row(
        BookKind.HAND_OVER_IN,
        arrival.id,
        handed_on=arrival.handed_on,
        number=number_cell(arrival),
        receiver=arrival.receiver,
        received=arrival.received_by,
    )


def sent_row(kind: BookKind, delivery: Delivery, reference: str) -> BookRow:
    """A row of the book of what was sent by post, or by hand."""
    return _row(
        kind,
        delivery.id,
        sent_on=delivery.sent_on,
        reference=reference,
        recipient=delivery.recipient,
        covers=delivery.covers,
        received=delivery.received_by,
        notes=delivery.notes,
    )


def file_copy_row(use: FileCopyUse, line: RegisterLine, words: BookWords) -> BookRow:
    """A row of the book of who used file copies."""
    day = _day(line.document_date)
    return _row(
        BookKind.FILE_COPIES,
        use.id,
        used_on=use.used_on,
        person=use.person,
        document=words.filled("row.dated", reference=line.reference, day=day) if day else line.reference,
        subject=words.named(line.document_type, line.subject),
        file=use.file_symbol,
        received=use.received_by,
        returned_on=use.returned_on,
        allowed_by=use.allowed_by,
        notes=use.notes,
    )


def gap_row(kind: BookKind, key: UUID, first: int, last: int, words: BookWords) -> BookRow:
    """A row for numbers of which no line speaks."""
    written = written_number if kind is BookKind.OUTGOING else str
    run = words.filled("row.gap_run", first=written(first), last=written(last))
    column = "reference" if kind is BookKind.OUTGOING else "number"
    number: Cell = run if last > first else written(first)
    return _row(kind, key, {Oddity.MISSING}, notes=words.filled("row.gap"), **{column: number})


def correction_row(kind: BookKind, correction: Correction, row: BookRow, words: BookWords) -> BookRow | None:
    """A row of its own for what was changed of a row on a locked page; None where the book has none of it."""
    heads = dict(zip(COLUMNS[kind], words.heads(kind), strict=True))
    said = [
        words.filled(
            "row.change",
            column=heads[column],
            before=_said(member, before, words),
            now=_said(member, now, words),
        )
        for member, before, now in correction.changes
        if (column := _SHOWN[kind].get(member, member)) in heads
    ]
    if not said:
        return None
    columns = words.filled("row.joint").join(said)
    notes = (
        words.filled("row.corrected", columns=columns, reason=correction.reason)
        if correction.reason
        else words.filled("row.corrected_without", columns=columns)
    )
    named = {column: cell for column, cell in zip(heads, row.cells, strict=True) if column in _NAMING}
    return _row(kind, correction.id, {Oddity.CORRECTED}, **{**named, "notes": notes})


def _said(member: str, kept: str | None, words: BookWords) -> str:
    """What a correction has kept of a member, as the book writes it."""
    if not kept:
        return words.filled("row.nothing")
    if member == "state":
        return words.filled(f"state.{kept}")
    if member == "document_type":
        return words.type_name(kept)
    if _DAY.fullmatch(kept):
        return _day(date.fromisoformat(kept))
    return words.filled("row.joint").join(kept.split("\n"))


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_NAMING: Final = frozenset({"reference", "number", "document"})
"""The columns that say which row it is."""

_OUTGOING: Final = {
    "document_date": "date",
    "document_type": "subject",
    "file_copy_holder": "file_copy",
    "state": "notes",
    "reason": "notes",
    "date_reason": "notes",
}
_INCOMING: Final = {
    "arrival_number": "number",
    "document_date": "date",
    "document_type": "subject",
    "received_by": "received",
    "state": "notes",
    "reason": "notes",
}
_SENT: Final = {"received_by": "received"}
_SHOWN: Final[Mapping[BookKind, Mapping[str, str]]] = {
    BookKind.OUTGOING: _OUTGOING,
    BookKind.INCOMING: _INCOMING,
    BookKind.FOLLOW_UP: {"document_date": "document", "reference": "document", "sender": "document"},
    BookKind.HAND_OVER_IN: _SENT,
    BookKind.POST: _SENT,
    BookKind.HAND_OVER: _SENT,
    BookKind.FILE_COPIES: {**_SENT, "file_symbol": "file"},
}
"""In which column a member of a record is seen where that bears another name."""


def _row(kind: BookKind, key: UUID, oddities: Iterable[Oddity] = (), **cells: Cell) -> BookRow:
    odd = frozenset(oddities)
    values = tuple(cells.get(column) or None for column in COLUMNS[kind])
    return BookRow(key, values, Oddity.VOID in odd, odd)


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
