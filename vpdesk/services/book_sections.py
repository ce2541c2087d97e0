"""The rows of a book, section by section, as they are read from the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from vpdesk.domain.dates import local_day
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.outgoing import Method, RegisterLine
from vpdesk.domain.register import BookKind, BookRow, BookScope, BookWords
from vpdesk.domain.register_account import Fate, Numbered, Opening, Reach, Tally, with_gaps
from vpdesk.domain.register_rows import (
    file_copy_row,
    follow_up_row,
    hand_over_in_row,
    incoming_row,
    number_cell,
    outgoing_row,
    sent_row,
    what_became,
)
from vpdesk.domain.series import COPIES, EVERY_TYPE, Series

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


class SectionReading(NamedTuple):
    """A section whose rows are read as they are asked for; its tally is whole behind the last of them."""

    title: str
    rows: Iterator[BookRow]
    tally: Tally | None = None
    series: Series | None = None


def read_sections(work: UnitOfWork, scope: BookScope, words: BookWords) -> Iterator[SectionReading]:
    """The sections of a book in their order, one after the other."""
    match scope.kind:
        case BookKind.OUTGOING:
            yield from _outgoing(work, scope, words)
        case BookKind.INCOMING:
            yield from _incoming(work, scope, words)
        case BookKind.FOLLOW_UP:
            worked = work.registers.worked(scope)
            yield SectionReading(
                "", (follow_up_row(one, words, handling, moved) for some in worked for one, handling, moved in some)
            )
        case BookKind.HAND_OVER_IN:
            yield SectionReading(
                "", (hand_over_in_row(one) for some in work.registers.handed_on(scope) for one in some)
            )
        case BookKind.POST | BookKind.HAND_OVER:
            sent = work.registers.sent(_METHODS[scope.kind], scope)
            yield SectionReading("", (sent_row(scope.kind, *one) for some in sent for one in some))
        case BookKind.FILE_COPIES:
            uses = work.registers.file_copy_uses(scope)
            yield SectionReading("", (file_copy_row(*one, words) for some in uses for one in some))


_METHODS = {BookKind.POST: Method.POST, BookKind.HAND_OVER: Method.BY_HAND}


def series_section(
    work: UnitOfWork, series: Series, scope: BookScope, reach: Reach, words: BookWords
) -> SectionReading:
    """What a book says of a row of numbers: as far as it was asked for, with the gaps that go with it."""
    first, last = _extended(work, series, reach)
    opening = Opening(series.opening_number, series.opening_reason)
    tally = Tally(first, last, opening if first == opening.number > 1 else None)
    numbers = (one for some in work.registers.lines(series.id, reach) for one in _numbered(work, some, scope, words))
    return SectionReading(
        series_title(work, series, words), _rows(numbers, scope.kind, series.id, tally, words), tally, series
    )


def _outgoing(work: UnitOfWork, scope: BookScope, words: BookWords) -> Iterator[SectionReading]:
    reaches = work.registers.reaches(scope)
    codes = list(words.types)
    order = {code: place for place, code in enumerate(codes)}
    found = [one for one in work.numbers.all_series() if one.id in reaches]
    for series in sorted(found, key=lambda one: order.get(one.group, len(order))):
        yield series_section(work, series, scope, reaches[series.id], words)


def _extended(work: UnitOfWork, series: Series, reach: Reach) -> Reach:
    """How far a section accounts for: with the gap in front of it, and the one behind where no other line follows."""
    before = work.registers.before(series.id, reach.first)
    behind = work.registers.behind(series.id, reach.last)
    first = min(series.opening_number, reach.first) if before is None else before + 1
    return Reach(first, reach.last if behind is not None else max(reach.last, series.last))


def series_title(work: UnitOfWork, series: Series, words: BookWords) -> str:
    """What a row of numbers is called on paper, with its term or year."""
    named = {EVERY_TYPE: words.filled("section.every_type"), COPIES: words.filled("section.copies")}
    group = named.get(series.group) or words.type_name(series.group)
    body = work.organisation.body(series.body)
    term = next((one for one in body.terms if one.id == series.term), None)
    if term is not None:
        return words.filled("section.term", group=group, term=term.name)
    return words.filled("section.year", group=group, year=str(series.days.first.year)) if series.days.first else group


def _numbered(
    work: UnitOfWork, lines: tuple[RegisterLine, ...], scope: BookScope, words: BookWords
) -> Iterator[Numbered]:
    asked = [line.id for line in lines if _is_asked(scope, line)]
    deliveries, links = work.registers.deliveries(asked), work.registers.links(asked)
    wanted = frozenset(asked)
    for line in lines:
        if line.id not in wanted:
            yield Numbered(line.number, Fate.ELSEWHERE, None, line.reference, suffix=line.suffix)
            continue
        row = outgoing_row(line, words, deliveries.get(line.id, ()), links.get(line.id, ()))
        yield Numbered(
            line.number,
            Fate(line.state.value),
            row,
            line.reference,
            what_became(line, words),
            suffix=line.suffix,
        )


def _is_asked(scope: BookScope, line: RegisterLine) -> bool:
    """Whether a line is one of a book's: a number without a date has the day it was taken."""
    day = line.document_date or local_day(line.entered_at)
    return day in scope.days and (not scope.types or line.document_type in scope.types)


def _incoming(work: UnitOfWork, scope: BookScope, words: BookWords) -> Iterator[SectionReading]:
    reaches = work.registers.arrival_reaches(scope)
    for book in work.arrivals.books():
        for (key, year), reach in reaches.items():
            if key == book.id:
                title = words.filled("section.book", book=book.name, year=str(year))
                yield _arrival_section(work, (key, year), title, scope, reach, words)


def _arrival_section(
    work: UnitOfWork, book_year: tuple[UUID, int], title: str, scope: BookScope, reach: Reach, words: BookWords
) -> SectionReading:
    known = work.arrivals.year(*book_year)
    before = work.registers.arrival_before(*book_year, reach.first)
    behind = work.registers.arrival_behind(*book_year, reach.last)
    first = min(known.opening_number, reach.first) if before is None else before + 1
    last = reach.last if behind is not None else max(reach.last, known.last)
    opening = Opening(known.opening_number, known.opening_reason)
    tally = Tally(first, last, opening if first == opening.number > 1 else None)
    numbers = (one for some in work.registers.arrivals(*book_year, reach) for one in _arrived(work, some, scope, words))
    return SectionReading(title, _rows(numbers, scope.kind, book_year[0], tally, words), tally)


def _arrived(
    work: UnitOfWork, arrivals: tuple[IncomingDocument, ...], scope: BookScope, words: BookWords
) -> Iterator[Numbered]:
    links = work.registers.links(one.id for one in arrivals)
    for one in arrivals:
        written = str(number_cell(one))
        if one.arrived_on not in scope.days or (scope.types and one.document_type not in scope.types):
            yield Numbered(one.arrival_number, Fate.ELSEWHERE, None, written, suffix=one.suffix)
            continue
        is_void = one.state is ArrivalState.VOID
        reason = one.reason or words.filled("closing.no_reason")
        yield Numbered(
            one.arrival_number,
            Fate(one.state.value),
            incoming_row(one, words, links.get(one.id, ())),
            written,
            words.filled("row.void", reason=reason) if is_void else "",
            suffix=one.suffix,
        )


def _rows(
    numbers: Iterable[Numbered], kind: BookKind, section: UUID, tally: Tally, words: BookWords
) -> Iterator[BookRow]:
    """The rows of the numbers of a section, which are counted as they go by."""
    for one in with_gaps(kind, section, numbers, tally.first, tally.last, words):
        tally.take(one)
        if one.row is not None:
            yield one.row


def rows_of(sections: Iterable[SectionReading]) -> Iterator[BookRow]:
    """The rows of sections, one section after the other."""
    return chain.from_iterable(section.rows for section in sections)
