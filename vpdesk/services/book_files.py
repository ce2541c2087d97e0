"""A whole book as a file: its pages, a workbook, or text with commas. The same rows in each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from vpdesk.domain.errors import UnknownEnding
from vpdesk.domain.register import BookScope, BookWords
from vpdesk.domain.roles import Permission
from vpdesk.services import books
from vpdesk.services.desk import Desk
from vpdesk.services.seat import officer_at, require


def check_ending(out: Path) -> None:
    """Refuse an output file whose ending names no format, before any work is done. Raises UnknownEnding."""
    _format_of(out)


def export(desk: Desk, scope: BookScope, out: Path) -> None:
    """Write a book with all its rows to a file; its ending decides what it becomes.

    Raises UnknownEnding, BookTooLong for more rows than the format bears, FileNotWritable, NotPermitted.
    """
    from vpdesk.export.files import replace_with

    write = _format_of(out)
    words = books.load_words(desk)
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
    replace_with(out, lambda stream: write(desk, scope, words, stream))
    with desk.store.writing() as work:
        officer = officer_at(desk, work)
        work.tell(officer.id, "export_book", "book_page", None, book=scope.kind.value, key=scope.key, form=out.suffix)


def _format_of(out: Path) -> Callable[[Desk, BookScope, BookWords, IO[bytes]], None]:
    for ending, write in _FORMATS.items():
        if out.name.lower().endswith(ending):
            return write
    raise UnknownEnding(out, tuple(_FORMATS))


def _pdf(desk: Desk, scope: BookScope, _words: BookWords, out: IO[bytes]) -> None:
    pages = books.typeset(desk, books.read_book(desk, scope, whole=True))
    out.write(desk.press.pdf(pages.document))


def _workbook(desk: Desk, scope: BookScope, words: BookWords, out: IO[bytes]) -> None:
    from vpdesk.export.sheet import SheetForm, write_workbook
    from vpdesk.services.verifying import head_value

    form = SheetForm(words.title(scope.kind), words.heads(scope.kind), words.widths(scope.kind), head_value(desk))
    write_workbook(form, books.rows(desk, scope), out)


def _csv(desk: Desk, scope: BookScope, words: BookWords, out: IO[bytes]) -> None:
    from vpdesk.export.sheet import write_csv

    write_csv(words.heads(scope.kind), books.rows(desk, scope), out)


_FORMATS: dict[str, Callable[[Desk, BookScope, BookWords, IO[bytes]], None]] = {
    ".pdf": _pdf,
    ".xlsx": _workbook,
    ".csv": _csv,
}
