"""Rows as a workbook (XLSX) and as text with commas (CSV), written as they come, however many they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any, Final, Protocol

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from vpdesk.domain.errors import BookTooLong
from vpdesk.domain.register import BookRow, Cell

MOST_ROWS: Final = 2**20 - 1
"""Rows that a sheet of a workbook bears below its head."""

_MM_PER_CHARACTER = 1.9
"""How wide a character of a column is on paper, roughly: widths of columns are counted in them."""
_COMMANDS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_DAYS = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class SheetForm:
    """What stands round the rows: the title, the columns' heads and widths on paper (mm), what is at the foot."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    foot: str
    is_wide: bool = True
    """Whether its printed pages lie across."""


class SheetRow(Protocol):
    """A row as a sheet has it."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What stands in its columns."""

    @property
    def is_struck(self) -> bool:
        """Whether a line goes through it."""


def write_workbook(form: SheetForm, rows: Iterable[SheetRow], out: IO[bytes]) -> None:
    """Write a workbook with one sheet: days and numbers as such, the head frozen and repeated on each printed page.

    A text stays a text whatever it begins with. Raises BookTooLong for more rows than a sheet bears.
    """
    write_workbook_of([(form, rows)], out)


def write_workbook_of(sheets: Iterable[tuple[SheetForm, Iterable[SheetRow]]], out: IO[bytes]) -> None:
    """Write a workbook with several sheets, each as that of `write_workbook`. Raises BookTooLong."""
    book = Workbook(write_only=True)
    for number, (form, rows) in enumerate(sheets, 1):
        _write_sheet(book, form, rows, number)
    book.save(out)


def _write_sheet(book: Any, form: SheetForm, rows: Iterable[SheetRow], number: int) -> None:
    name = _NO_NAME.sub(" ", form.title)[:_LONGEST_NAME].strip() or str(number)
    taken = {one.lower() for one in book.sheetnames}
    sheet: Any = book.create_sheet(f"{name[: _LONGEST_NAME - 4]} {number}" if name.lower() in taken else name)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = "landscape" if form.is_wide else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.oddHeader.left.text, sheet.oddFooter.left.text = _in_margin(form.title), _in_margin(form.foot)
    sheet.oddFooter.right.text = "Trang &P"
    for column, width in enumerate(form.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width / _MM_PER_CHARACTER
    try:
        count = _append(sheet, form.heads, rows)
    except BaseException:
        # What was begun lies in a file of openpyxl's, which wants to be closed.
        sheet.close()
        raise
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(form.heads))}{count + 1}"


_LONGEST_NAME: Final = 31
_NO_NAME: Final = re.compile(r"[\\/*?:\[\]]")
"""What the name of a sheet may not have."""


def _append(sheet: Any, heads: Iterable[str], rows: Iterable[SheetRow]) -> int:
    """The head and the rows below it; how many they are."""
    sheet.append([_cell(sheet, head, _HEAD) for head in heads])
    count = 0
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS:
            raise BookTooLong(MOST_ROWS)
        sheet.append([_cell(sheet, cell, _STRUCK if row.is_struck else _PLAIN) for cell in row.cells])
    return count


_HEAD, _PLAIN, _STRUCK = Font(bold=True), Font(), Font(strike=True)
_EDGE = Side("thin")
_EDGES = Border(_EDGE, _EDGE, _EDGE, _EDGE)
_TOP = Alignment(vertical="top", wrap_text=True)


def _cell(sheet: Any, value: Cell, font: Font) -> Any:
    text: Any = ILLEGAL_CHARACTERS_RE.sub(" ", value) if isinstance(value, str) else value
    cell: Any = WriteOnlyCell(sheet, text)
    cell.font, cell.border, cell.alignment = font, _EDGES, _TOP
    if isinstance(value, str):
        # Whatever it looks like: a formula of somebody else's must not run on the reader's desk, nor when he edits it.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_COMMANDS)
    elif isinstance(value, date):
        cell.number_format = _DAYS
    return cell


def _in_margin(text: str) -> str:
    """A text as the margins of a workbook have it, where `&` begins a code."""
    return text.replace("&", "&&")


def write_csv(heads: Iterable[str], rows: Iterable[BookRow], out: IO[bytes]) -> None:
    """Write rows as text: UTF-8 with its mark, so that Excel reads the letters, commas between, days as 24/12/2024.

    A text that begins with `=`, `+`, `-`, `@`, a tab or a line end is written behind an apostrophe: Excel shows it as
    it stands there and runs nothing.
    """
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows(map(_shown, rows))
    text.detach()


def _shown(row: BookRow) -> Iterator[str]:
    for cell in row.cells:
        match cell:
            case None:
                yield ""
            case date():
                yield cell.strftime("%d/%m/%Y")
            case str() if cell.startswith(_COMMANDS):
                yield f"'{cell}"
            case _:
                yield str(cell)
