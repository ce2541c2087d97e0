"""What the window says of the books; what stands on their paper is in `resources/books.toml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vpdesk.domain.book import Book
from vpdesk.domain.book_pages import BookPage
from vpdesk.domain.register import NUMBERED, BookKind, Oddity
from vpdesk.domain.register_account import Fate
from vpdesk.words.catalogue import N_, _, format_number, ngettext

_BOOKS: Final = {
    BookKind.OUTGOING: N_("Outgoing register"),
    BookKind.INCOMING: N_("Register of arrivals"),
    BookKind.FOLLOW_UP: N_("How arrivals are worked"),
    BookKind.POST: N_("Sent by post"),
    BookKind.HAND_OVER: N_("Handed over outside"),
    BookKind.HAND_OVER_IN: N_("Handed over inside"),
    BookKind.FILE_COPIES: N_("Use of file copies"),
}


def book_name(kind: BookKind) -> str:
    """What a book is called in the window."""
    return _(_BOOKS[kind])


def account_words(book: Book) -> Iterator[tuple[str, str]]:
    """What a book accounts for: a tone and a sentence for each thing worth saying, the first always."""
    rows = _counted(ngettext("{count} row", "{count} rows", book.count), book.count)
    missing = sum(one.account.counts.get(Fate.MISSING, 0) for one in book.sections if one.account)
    if missing:
        gaps = ngettext("{count} number has no line", "{count} numbers have no line", missing)
        yield "amber", f"{rows}, {_counted(gaps, missing)}"
    elif book.scope.kind in NUMBERED:
        yield "green", _("{rows}, no number is missing").format(rows=rows)
    else:
        yield "green", rows
    for oddity, words in _ODDITIES.items():
        if count := book.odd(oddity):
            yield "", _counted(words(count), count)


_ODDITIES: Final[Mapping[Oddity, Callable[[int], str]]] = {
    Oddity.VOID: lambda count: ngettext("{count} is void", "{count} are void", count),
    Oddity.HELD: lambda count: ngettext("{count} is held", "{count} are held", count),
    Oddity.BACKDATED: lambda count: ngettext(
        "{count} is dated before the number before", "{count} are dated before the number before", count
    ),
    Oddity.CORRECTED: lambda count: ngettext(
        "{count} correction of a locked row", "{count} corrections of locked rows", count
    ),
}


def print_words(pages: tuple[BookPage, ...]) -> Iterator[str]:
    """How far a book was printed and locked."""
    locked = [page for page in pages if page.locked_at]
    waiting = waiting_pages(pages)
    if locked:
        yield _("Locked up to page {page}.").format(page=format_number(locked[-1].number))
    if waiting:
        first, last = (format_number(page.number) for page in (waiting[0], waiting[-1]))
        yield _("Printed, not locked: pages {first} to {last}.").format(first=first, last=last)
    if not pages:
        yield _("Not printed yet.")


def waiting_pages(pages: tuple[BookPage, ...]) -> tuple[BookPage, ...]:
    """The pages that were printed and may be locked once they are signed."""
    return tuple(page for page in pages if page.locked_at is None)


def _counted(words: str, count: int) -> str:
    return words.format(count=format_number(count))
