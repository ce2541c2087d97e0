"""The books of the registers: read, set in pages, printed, and locked once their pages were signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from vpdesk.domain.book import Book, BookSection
from vpdesk.domain.book_pages import BookPage
from vpdesk.domain.errors import BookPageChanged, BookPageNotPrinted, BookTooLong, StaleEdit
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook
from vpdesk.domain.organisation import Officer, Term
from vpdesk.domain.pack import read_pack
from vpdesk.domain.register import BookKind, BookRow, BookScope, BookWords
from vpdesk.domain.register_account import Reach
from vpdesk.domain.register_rows import correction_row
from vpdesk.domain.roles import Permission
from vpdesk.layout.compose_register import compose_closing, compose_rows, rows_on
from vpdesk.layout.content import Content
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.norms import read_norms
from vpdesk.paths import resource
from vpdesk.services.book_sections import SectionReading, read_sections, rows_of, series_section
from vpdesk.services.desk import Desk
from vpdesk.services.keepers import keeper_on
from vpdesk.services.rules import read_tree
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

MOST_ROWS: Final = 20_000
"""Rows that a book may have to be set in pages: some 2,000 of them, more than anybody binds."""

_PAGE: Final = "book_page"


@dataclass(frozen=True, slots=True)
class TypesetBook:
    """A book in its pages. `rows` are those on each numbered page, which begin behind so many others (the cover)."""

    book: Book
    document: PagedDocument
    rows: tuple[tuple[BookRow, ...], ...]
    before: int

    @property
    def last_page(self) -> int:
        """The number of its last page of rows."""
        return self.book.first_page + len(self.rows) - 1


class Shelf(NamedTuple):
    """What books can be asked for: the days of the bodies' terms, and the books of arrivals."""

    terms: tuple[Term, ...]
    books: tuple[ArrivalBook, ...]


def load_words(desk: Desk) -> BookWords:
    """The words and figures of the books.

    Raises FaultyRules with the key that is wrong, FileNotReadable when the file cannot be read.
    """
    return BookWords(read_pack(read_tree(resource("books.toml")), desk.packs))


# --- reading --------------------------------------------------------------------------------------------------------


def shelf(desk: Desk) -> Shelf:
    """What books there are to choose from."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        terms = {term.days: term for body in work.organisation.bodies() for term in body.terms}
        return Shelf(tuple(terms.values()), work.arrivals.books())


def rows(desk: Desk, scope: BookScope) -> Iterator[BookRow]:
    """Every row of a book, read as they are asked for, however many they are."""
    words = load_words(desk)
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)

    def read() -> Iterator[BookRow]:
        with desk.store.reading() as work:
            yield from rows_of(read_sections(work, scope, words))

    return read()


def read_book(desk: Desk, scope: BookScope, *, whole: bool = False) -> Book:
    """A book with its account: what comes behind its locked pages, or the `whole` of it.

    Raises BookTooLong.
    """
    words = load_words(desk)
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        return _read(work, officer, scope, words, whole=whole)


def printed(desk: Desk, scope: BookScope) -> tuple[BookPage, ...]:
    """The pages of a book that were printed, in their order, and which of them are locked."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.books.pages(scope)


def _read(work: UnitOfWork, officer: Officer, scope: BookScope, words: BookWords, *, whole: bool) -> Book:
    locked = [] if whole else [page for page in work.books.pages(scope) if page.locked_at]
    known = {row.id: row for page in locked for row in page.rows}
    sections: list[BookSection] = []
    bodies: list[UUID] = []
    room = MOST_ROWS + len(known)
    for reading in read_sections(work, scope, words):
        section = _section(reading, known, room)
        room -= len(section.rows)
        if section.rows or section.account:
            sections.append(section)
        bodies += [reading.series.body] if reading.series else []
    if late := tuple(_late_corrections(work, scope, known, words)):
        sections.append(BookSection(words.filled("section.corrected"), late))
    return Book(
        scope,
        keeper_on(work, officer, scope.days, bodies),
        tuple(sections),
        work.history.head_value(),
        max((page.number for page in locked), default=0) + 1,
        len(known),
    )


def _section(reading: SectionReading, known: dict[UUID, BookRow], room: int) -> BookSection:
    """A section with its rows that stand on no locked page; its account is of all."""
    taken = list(islice(reading.rows, room + 1))
    if len(taken) > room:
        raise BookTooLong(MOST_ROWS)
    behind = tuple(row for row in taken if row.id not in known)
    return BookSection(reading.title, behind, reading.tally.account() if reading.tally else None)


def _late_corrections(
    work: UnitOfWork, scope: BookScope, known: dict[UUID, BookRow], words: BookWords
) -> Iterator[BookRow]:
    """What was changed of rows after their page was locked, and stands on no locked page itself."""
    for correction in work.books.late_corrections(scope) if known else ():
        if correction.id not in known:
            row = correction_row(scope.kind, correction, known[correction.record], words)
            if row is not None:
                yield row


# --- pages ----------------------------------------------------------------------------------------------------------


def typeset(desk: Desk, book: Book, *, closing: bool = True) -> TypesetBook:
    """The pages of a book, with its closing page where that is wanted. It asks no store and may run on any thread."""
    words = load_words(desk)
    document = _lay_out(desk, compose_rows(book, words), words)
    before = 1 if book.first_page == 1 else 0
    all_rows = list(book.rows())
    on_pages = tuple(tuple(all_rows[place] for place in rows_on(page)) for page in document.pages[before:])
    done = TypesetBook(book, document, on_pages, before)
    if not closing:
        return done
    last = _lay_out(desk, compose_closing(book, words, done.last_page), words)
    return replace(done, document=replace(document, pages=(*document.pages, *last.pages)))


def closing_page(desk: Desk, series: UUID) -> PagedDocument:
    """The closing page of a row of numbers: its first, its last, and what became of those between."""
    words = load_words(desk)
    scope = BookScope(BookKind.OUTGOING)
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        found = work.numbers.series(series)
        reading = series_section(work, found, scope, Reach(found.opening_number, found.last), words)
        section = BookSection(reading.title, tuple(reading.rows), reading.tally.account() if reading.tally else None)
        keeper = keeper_on(work, officer, found.days, [found.body])
        book = Book(replace(scope, days=found.days), keeper, (section,), work.history.head_value())
    last_page = typeset(desk, book, closing=False).last_page
    return _lay_out(desk, compose_closing(book, words, last_page), words)


def _lay_out(desk: Desk, content: Content, words: BookWords) -> PagedDocument:
    return Typesetter(desk.fonts).lay_out(content, cache(partial(read_norms, words.pack)))


# --- printing and locking -------------------------------------------------------------------------------------------


def print_pages(desk: Desk, pages: TypesetBook) -> tuple[BookPage, ...]:
    """Keep what is printed of a book: the rows of each page as they stand on it, and its PDF.

    Pages of an earlier print that were not locked give way. Raises StaleEdit where other pages were locked meanwhile.
    Of a closing page alone nothing is kept.
    """
    from vpdesk.db.files import keep_bytes

    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_BOOKS)
    if not pages.rows:
        return ()
    book, pdf = pages.book, desk.press.pdf(pages.document)
    kept = keep_bytes(desk.store.files, pdf)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        earlier = work.books.pages(book.scope)
        if max((one.number for one in earlier if one.locked_at), default=0) + 1 != book.first_page:
            raise StaleEdit
        work.books.drop(one.id for one in earlier if one.locked_at is None)
        made = tuple(
            BookPage(
                new_id(work.now),
                book.scope.kind,
                book.scope.key,
                book.scope.year,
                number,
                shown,
                kept.digest,
                book.head_value,
                work.now,
                officer.id,
            )
            for number, shown in enumerate(pages.rows, book.first_page)
        )
        for page in made:
            work.books.put(page)
        _tell(work, officer, "print_book", made)
    return made


def lock(desk: Desk, scope: BookScope, last: int) -> tuple[BookPage, ...]:
    """Lock the printed pages of a book up to the one numbered `last`, for they were signed. Nothing unlocks them.

    A page whose last row goes on takes the next along. Raises BookPageNotPrinted, and BookPageChanged for the first
    page of which a row is another by now.
    """
    words = load_words(desk)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        waiting = [page for page in work.books.pages(scope) if page.locked_at is None]
        pages = _signed(waiting, last)
        now = _read(work, officer, scope, words, whole=False)
        _check_unchanged(pages, now)
        locked = tuple(replace(page, locked_at=work.now, locked_by=officer.id) for page in pages)
        for page in locked:
            work.books.put(page)
        _tell(work, officer, "lock_pages", locked)
    return locked


def _tell(work: UnitOfWork, officer: Officer, act: str, pages: Sequence[BookPage]) -> None:
    first, last = pages[0], pages[-1]
    work.tell(
        officer.id, act, _PAGE, first.id, book=first.kind.value, first=first.number, last=last.number, pdf=first.pdf
    )


def _signed(waiting: list[BookPage], last: int) -> list[BookPage]:
    """The pages up to the last that was signed, and further while a row goes on."""
    pages = [page for page in waiting if page.number <= last]
    if not pages or pages[-1].number < last:
        raise BookPageNotPrinted(last)
    for page in waiting[len(pages) :]:
        if not (page.rows and pages[-1].rows and page.rows[0].id == pages[-1].rows[-1].id):
            break
        pages.append(page)
    return pages


def _check_unchanged(pages: list[BookPage], now: Book) -> None:
    """Hold what was printed against the rows as they are now, in their order."""
    rest = list(now.rows())
    place = 0
    last: BookRow | None = None
    for page in pages:
        for row in page.rows:
            if row != last:
                if place >= len(rest) or row != rest[place]:
                    raise BookPageChanged(page.number)
                place += 1
            last = row


def locked_print(desk: Desk, page: BookPage) -> bytes:
    """The PDF that a page was printed from: what was signed is shown as it was. Raises FileLost."""
    from vpdesk.db.files import read_file

    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
    return read_file(desk.store.files, page.pdf)
