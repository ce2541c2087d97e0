"""The papers of case files as content: lists in their columns, closing sheet and minutes in paragraphs, the cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from vpdesk.domain.body import Alignment, Run
from vpdesk.domain.book import Keeper
from vpdesk.domain.case_forms import COLUMNS, CaseForm, CasePage, CaseWords, PaperRow
from vpdesk.domain.dispatch import Dispatch, Orientation, PageSetup
from vpdesk.domain.register import Cell
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout import components, content
from vpdesk.layout.compose_register import day_in_book
from vpdesk.layout.content import Closing, Content, Head, Item, Running, Section, Signature, Table, Text, plain
from vpdesk.layout.norms import Role

ROWS: Final = "case_rows"
"""The component of what stands in the rows of a list."""
_TEXT: Final = "6"

_LANDSCAPE: Final = frozenset({CaseForm.CONTENTS, CaseForm.CONTENTS_PARTY, CaseForm.ARCHIVE_LIST})
_CENTRED: Final = frozenset({"number", "date", "original", "copy", "sheets", "retention", "time"})
"""The columns whose cells are centred."""


def compose(page: CasePage, keeper: Keeper, words: CaseWords) -> Content:
    """A paper of case files of a body, dated on the keeper's day; without one, room to date it by hand."""
    items: list[Item] = [_head(keeper, words), plain(Role.TYPE_NAME, "5a", words.title(page.form).upper())]
    items += [plain(Role.SUBJECT, "5a", line) for line in page.below_title[:1]]
    items += [plain(Role.APPENDIX_NOTE, "5a", line) for line in page.below_title[1:]]
    items += [plain(Role.PARAGRAPH, _TEXT, line) for line in page.opening]
    if page.form in COLUMNS:
        items.append(_table(page.form, page.rows, words))
    items += [plain(Role.PARAGRAPH, _TEXT, line) for line in page.foot]
    items += _signed(page.signatures)
    running = _running(page, words) if page.form in COLUMNS else None
    return _content(page, items, keeper, words, running)


def compose_cover(page: CasePage, keeper: Keeper, words: CaseWords) -> Content:
    """The cover of a case file: whose it is at the top, its title in the middle, what it holds below."""
    items: list[Item] = [_centred(Role.PARENT_BODY, keeper.parent_body)] if keeper.parent_body else []
    items.append(_centred(Role.ISSUING_BODY, keeper.body))
    items.append(plain(Role.COPY_TITLE, "5a", words.title(page.form).upper()))
    items += [plain(Role.DIVISION, "5a", line) for line in page.below_title]
    items += [plain(Role.LETTER_SUMMARY, _TEXT, line) for line in page.opening]
    return _content(page, items, keeper, words, Running())


def _centred(role: Role, text: str) -> Text:
    return replace(plain(role, "2", text), align=Alignment.CENTRED)


def _content(
    page: CasePage, items: Sequence[Item], keeper: Keeper, words: CaseWords, running: Running | None
) -> Content:
    setup = PageSetup(orientation=Orientation.LANDSCAPE) if page.form in _LANDSCAPE else PageSetup()
    section = Section(tuple(items), (None,) * len(items), setup, running=running)
    return Content((section,), None, words.title(page.form), " ".join(keeper.body.split()), " ".join(page.below_title))


def _head(keeper: Keeper, words: CaseWords) -> Head:
    """The head of a dispatch without number and symbol."""
    cover = Dispatch("", keeper.body, keeper.parent_body, place=keeper.place, date=keeper.day)
    return replace(components.head(cover, Rulebook(words.pack)), reference=plain(Role.REFERENCE, "3", ""))


def _running(page: CasePage, words: CaseWords) -> Running:
    """What stands in the margins of a list, so that a loose sheet is told from others."""
    what = " ".join(page.below_title[:1])
    line = words.filled("form.running", title=words.title(page.form), what=f"{what[:1].lower()}{what[1:]}")
    return Running(None, plain(Role.CONTACT_LINE, "running", line), words.filled("form.folio", page="{page}"))


def _table(form: CaseForm, rows: Sequence[PaperRow], words: CaseWords) -> Table:
    heads = words.heads(form)
    numbers = tuple(f"({number})" for number in range(1, len(heads) + 1))
    shown = (_row(form, row) for row in rows)
    return Table(words.widths(form), 2, (_header(heads), _header(numbers), *shown))


def _header(texts: Sequence[str]) -> tuple[content.Cell, ...]:
    return tuple(content.Cell((plain(Role.TABLE_HEADER, "heads", text),)) for text in texts)


def _row(form: CaseForm, row: PaperRow) -> tuple[content.Cell, ...]:
    if row.is_heading:
        named = " ".join(str(cell) for cell in row.cells if cell)
        return (content.Cell((Text(Role.TABLE_CELL, ROWS, (Run(named, bold=True),)),), columns=len(row.cells)),)
    return tuple(_cell(column, cell, row) for column, cell in zip(COLUMNS[form], row.cells, strict=True))


def _cell(column: str, cell: Cell, row: PaperRow) -> content.Cell:
    align = Alignment.CENTRED if column in _CENTRED else None
    # What says why it is void is to be read.
    struck = row.is_struck and column != "notes"
    return content.Cell((Text(Role.TABLE_CELL, ROWS, (Run(_words(cell)),), align=align, is_struck=struck),))


def _words(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return day_in_book(cell)
        case _:
            return " ".join(str(cell).split())


def _signed(signatures: Sequence[tuple[str, str | None]]) -> Iterator[Item]:
    blocks = tuple(
        Signature((plain(Role.AUTHORITY, "7b", position),), plain(Role.SIGNATORY, "7b", name) if name else None)
        for position, name in signatures
    )
    if blocks:
        yield Closing(None, (), blocks, None)
