"""The books of the registers as content: the cover, the rows in their columns, the closing page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from vpdesk.domain.body import Alignment, Run
from vpdesk.domain.book import Book, BookSection, Keeper
from vpdesk.domain.dates import written_date
from vpdesk.domain.dispatch import Orientation, PageSetup
from vpdesk.domain.register import COLUMNS, BookKind, BookRow, BookWords, Cell
from vpdesk.domain.register_account import Account, Fate
from vpdesk.domain.series import written_number
from vpdesk.layout import content
from vpdesk.layout.content import Closing, Content, Item, Running, Section, Signature, Table, Text, plain
from vpdesk.layout.frame import Page
from vpdesk.layout.norms import Role

ROWS: Final = "book"
"""The component of what stands in the rows of a book."""
_CLOSING: Final = "closing"

_STEP: Final = 16
"""By how much the entries of two rows differ: more than any book has columns."""

_ROOM_TO_SIGN: Final = "\n"
"""Two lines: what is left to be signed by hand must not be lower."""

_SHORT: Final = frozenset({"date", "copies", "covers", "number", "due_on"})
"""The columns whose cells are centred beside those that hold days."""

_FATES: Final[Mapping[BookKind, tuple[Fate, ...]]] = {
    BookKind.OUTGOING: (
        Fate.ISSUED,
        Fate.EXTERNAL,
        Fate.VOID,
        Fate.HELD,
        Fate.WITHHELD,
        Fate.ELSEWHERE,
        Fate.MISSING,
    ),
    BookKind.INCOMING: (Fate.REGISTERED, Fate.VOID, Fate.ELSEWHERE, Fate.MISSING),
}


def day_in_book(day: date) -> str:
    """A day as the books write it: 05/03/2025."""
    return day.strftime("%d/%m/%Y")


def cell_words(cell: Cell, column: str) -> str:
    """What is printed of a cell of a column."""
    match cell:
        case None:
            return ""
        case date():
            return day_in_book(cell)
        case int() if column == "number":
            return written_number(cell)
        case _:
            return str(cell)


def compose_rows(book: Book, words: BookWords) -> Content:
    """The cover, where the book begins, and the rows of a book in their columns.

    Behind its locked pages a book without a row has no page.
    """
    kind = book.scope.kind
    items: list[Item] = []
    number = 0
    if book.first_page > 1 and not book.count:
        return _content((), book, words)
    shown = [section for section in book.sections if section.rows]
    for section in shown or (BookSection("", ()),):
        if section.title:
            items.append(plain(Role.HEADING_1, ROWS, section.title))
        items.append(_table(kind, section.rows, number, words))
        number += len(section.rows)
    pages = _section(items, _running(book, words, words.filled("running.folio", page="{page}")))
    cover = [_section(list(_cover(book, words)), Running())] if book.first_page == 1 else []
    return _content((*cover, pages), book, words)


def compose_closing(book: Book, words: BookWords, last_page: int) -> Content:
    """The closing page of a book whose rows end on a page."""
    items: list[Item] = [
        plain(Role.APPENDIX_TITLE, _CLOSING, words.filled("closing.title").upper()),
        plain(
            Role.PARAGRAPH,
            _CLOSING,
            words.filled("closing.rows", count=str(book.locked_rows + book.count), page=str(last_page)),
        ),
    ]
    accounted = [(one.title or words.title(book.scope.kind), one.account) for one in book.sections if one.account]
    if accounted:
        items += [
            plain(Role.HEADING_1, _CLOSING, words.filled("closing.numbers")),
            _numbers(book.scope.kind, accounted, words),
            *_opened(accounted, words),
            *_reasons(accounted, words),
        ]
    items += _signed(book.keeper, words)
    return _content((_section(items, _running(book, words, "")),), book, words)


def rows_on(page: Page) -> tuple[int, ...]:
    """The rows that stand on a page, or on it in part, as numbers from 0."""
    entries = (line.place.entry for _, _, line in page.lines() if line.place.component == ROWS)
    return tuple(sorted({entry // _STEP for entry in entries if entry is not None}))


def _section(items: Sequence[Item], running: Running) -> Section:
    page = PageSetup(orientation=Orientation.LANDSCAPE)
    return Section(tuple(items), (None,) * len(items), page, running=running)


def _content(sections: tuple[Section, ...], book: Book, words: BookWords) -> Content:
    return Content(sections, None, words.title(book.scope.kind), " ".join(book.keeper.body.split()), "")


def _running(book: Book, words: BookWords, folio: str) -> Running:
    named = words.filled("running.head", title=words.title(book.scope.kind), body=" ".join(book.keeper.body.split()))
    period, *_ = _period(book, words)
    head = f"{named}, {period[:1].lower()}{period[1:]}"
    return Running(
        plain(Role.CONTACT_LINE, "running", head),
        plain(Role.CONTACT_LINE, "running", book.head_value),
        folio,
        book.first_page,
    )


# --- rows -----------------------------------------------------------------------------------------------------------


def _table(kind: BookKind, rows: Sequence[BookRow], first: int, words: BookWords) -> Table:
    heads = words.heads(kind)
    numbers = tuple(f"({number})" for number in range(1, len(heads) + 1))
    shown = (_row(kind, row, number) for number, row in enumerate(rows, first))
    return Table(words.widths(kind), 2, (_header(heads), _header(numbers), *shown))


def _header(texts: Sequence[str]) -> tuple[content.Cell, ...]:
    return tuple(content.Cell((plain(Role.TABLE_HEADER, "heads", text),)) for text in texts)


def _row(kind: BookKind, row: BookRow, number: int) -> tuple[content.Cell, ...]:
    named = zip(COLUMNS[kind], row.cells, strict=True)
    return tuple(
        content.Cell(
            (
                Text(
                    Role.TABLE_CELL,
                    ROWS,
                    (Run(_ROOM_TO_SIGN if column == "received" and cell is None else cell_words(cell, column)),),
                    entry=number * _STEP + place,
                    align=Alignment.CENTRED if column in _SHORT or isinstance(cell, date) else None,
                    # What says why it is void is to be read.
                    is_struck=row.is_struck and column != "notes",
                ),
            )
        )
        for place, (column, cell) in enumerate(named)
    )


# --- cover ----------------------------------------------------------------------------------------------------------


def _cover(book: Book, words: BookWords) -> Iterator[Item]:
    keeper = book.keeper
    if keeper.parent_body:
        yield plain(Role.PARENT_BODY, "1", keeper.parent_body)
    yield plain(Role.ISSUING_BODY, "2", keeper.body)
    yield plain(Role.TYPE_NAME, "cover", words.title(book.scope.kind).upper())
    for line in (*_period(book, words), *_covered(book, words), _volume(words)):
        yield plain(Role.LETTER_SUMMARY, "cover", line)


def _period(book: Book, words: BookWords) -> list[str]:
    """The year of a book, and its days."""
    scope, blank = book.scope, words.filled("cover.blank")
    first, last = (day_in_book(day) if day else blank for day in (scope.days.first, scope.days.last))
    days = words.filled("cover.days", first=first, last=last)
    return [words.filled("cover.year", year=str(scope.year)), days] if scope.is_year else [days]


def _covered(book: Book, words: BookWords) -> Iterator[str]:
    """From which number to which it goes, section by section."""
    accounts = [(section.title, section.account) for section in book.sections if section.account]
    for title, account in accounts:
        numbers = {"first": written_number(account.first), "last": written_number(account.last)}
        if len(accounts) > 1:
            yield words.filled("cover.numbers_of", section=title, **numbers)
        else:
            yield words.filled("cover.numbers", **numbers)


def _volume(words: BookWords) -> str:
    return words.filled("cover.volume", volume=words.filled("cover.blank"))


# --- the closing page -----------------------------------------------------------------------------------------------


def _numbers(kind: BookKind, accounted: Sequence[tuple[str, Account]], words: BookWords) -> Table:
    fates = _FATES[kind]
    heads = ("section", "first", "last", *(fate.value for fate in fates), "sum")
    header = tuple(_closing_cell(words.filled(f"closing.{name}"), Role.TABLE_HEADER) for name in heads)
    rows = (
        (
            _closing_cell(title),
            *(
                _closing_cell(value, align=Alignment.CENTRED)
                for value in (
                    written_number(account.first),
                    written_number(account.last),
                    *(str(account.counts.get(fate, 0)) for fate in fates),
                    str(sum(account.counts.values())),
                )
            ),
        )
        for title, account in accounted
    )
    return Table((4.0, *(1.0 for _ in heads[1:])), 1, (header, *rows))


def _opened(accounted: Sequence[tuple[str, Account]], words: BookWords) -> Iterator[Item]:
    """Why a row of numbers does not begin with 1."""
    for title, account in accounted:
        if account.opening is not None:
            number, reason = account.opening
            said = words.filled(
                "closing.opened", number=str(number), reason=reason or words.filled("closing.no_reason")
            )
            yield plain(Role.PARAGRAPH, _CLOSING, f"{title}: {said}" if title else said)


def _reasons(accounted: Sequence[tuple[str, Account]], words: BookWords) -> Iterator[Item]:
    reasons = [reason for _, account in accounted for reason in account.reasons]
    if reasons:
        yield plain(Role.HEADING_1, _CLOSING, words.filled("closing.reasons"))
        heads = ("number", "reason")
        header = tuple(_closing_cell(words.filled(f"closing.{name}"), Role.TABLE_HEADER) for name in heads)
        rows = ((_closing_cell(number), _closing_cell(reason)) for number, reason in reasons)
        yield Table((1.0, 6.0), 1, (header, *rows))


def _signed(keeper: Keeper, words: BookWords) -> Iterator[Item]:
    day = written_date(keeper.day) if keeper.day else words.filled("closing.day_blank")
    place = keeper.place or words.filled("cover.blank")
    yield plain(Role.PLACE_AND_DATE, "4", words.filled("closing.place_and_date", place=place, day=day))
    people = (
        (words.filled("closing.clerk"), keeper.clerk),
        (keeper.head_position or words.filled("closing.head"), keeper.head),
    )
    signatures = tuple(
        Signature((plain(Role.POSITION, "7b", position),), plain(Role.SIGNATORY, "7b", name) if name else None)
        for position, name in people
    )
    yield Closing(None, (), signatures, None)


def _closing_cell(text: str, role: Role = Role.TABLE_CELL, align: Alignment | None = None) -> content.Cell:
    return content.Cell((Text(role, _CLOSING, (Run(text),), align=align),))
