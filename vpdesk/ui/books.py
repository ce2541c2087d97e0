"""What the window asks of the services of the books: the store's worker reads, the other sets the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from vpdesk.domain.book import Book
from vpdesk.domain.book_pages import BookPage
from vpdesk.domain.errors import DeskError
from vpdesk.domain.register import BookScope
from vpdesk.services import book_files, books
from vpdesk.services.books import Shelf, TypesetBook
from vpdesk.services.desk import Desk
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class ReadBook(NamedTuple):
    """A book as it stands, and its pages that were printed."""

    book: Book
    printed: tuple[BookPage, ...]


class Books:
    """The books of the registers."""

    def __init__(self, desk: Desk, store: Runner, beside: Runner) -> None:
        self._desk = desk
        self._store = store
        self._beside = beside

    def shelf(self, done: Done[Shelf], failed: Failed) -> None:
        """What books there are."""
        self._store.run(lambda: books.shelf(self._desk), done, failed)

    def read(self, scope: BookScope, done: Done[ReadBook], failed: Failed) -> None:
        """A book, as far as it stands on no locked page."""
        desk = self._desk
        self._store.run(
            lambda: ReadBook(books.read_book(desk, scope), books.printed(desk, scope)),
            done,
            failed,
        )

    def typeset(self, book: Book, done: Done[TypesetBook], failed: Failed, *, closing: bool) -> None:
        """The pages of a book."""
        self._beside.run(lambda: books.typeset(self._desk, book, closing=closing), done, failed)

    def keep_print(self, pages: TypesetBook, done: Done[tuple[BookPage, ...]], failed: Failed) -> None:
        """Keep what was printed."""
        self._store.run(lambda: books.print_pages(self._desk, pages), done, failed)

    def lock(self, scope: BookScope, last: int, done: Done[tuple[BookPage, ...]], failed: Failed) -> None:
        """Lock the printed pages up to one."""
        self._store.run(lambda: books.lock(self._desk, scope, last), done, failed)

    def export(self, scope: BookScope, out: Path, done: Done[Path], failed: Failed) -> None:
        """Write the whole of a book to a file."""

        def write() -> Path:
            book_files.export(self._desk, scope, out)
            return out

        self._store.run(write, done, failed)
