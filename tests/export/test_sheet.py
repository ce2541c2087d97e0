"""Books as workbooks and as text with commas, read again by others than who wrote them."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from vpdesk.domain.errors import BookTooLong
from vpdesk.domain.register import BookRow, Cell
from vpdesk.export import sheet
from vpdesk.export.sheet import SheetForm, write_csv, write_workbook

FORM = SheetForm(
    "Sổ đăng ký văn bản đi", ("Số, ký hiệu", "Ngày", "Số bản", "Ghi chú"), (29, 21, 12, 40), "12-abc & def"
)
DANGEROUS = ("=1+1", "+84", "-5", "@SUM(A1)", '=HYPERLINK("http://x")')


def row(*cells: Cell, struck: bool = False) -> BookRow:
    return BookRow(UUID(int=1), cells, struck)


ROWS = (row("229-CV/BTGHU", date(2024, 12, 24), 14, None), row("230-CV/BTGHU", None, 0, "Hủy", struck=True))


def workbook(*rows: BookRow) -> Any:
    out = io.BytesIO()
    write_workbook(FORM, rows, out)
    (read,) = openpyxl.load_workbook(io.BytesIO(out.getvalue())).worksheets
    return read


def test_days_are_days_and_numbers_are_numbers() -> None:
    read = workbook(*ROWS)

    assert [cell.value for cell in read[1]] == list(FORM.heads)
    assert [read["A2"].value, read["C2"].value, read["D2"].value] == ["229-CV/BTGHU", 14, None]
    assert read["B2"].is_date
    assert read["B2"].value.date() == date(2024, 12, 24)
    assert read["B2"].number_format == "dd/mm/yyyy"
    assert read["A3"].font.strike
    assert not read["A2"].font.strike


def test_the_head_stays_in_sight_and_on_each_page_and_the_rows_can_be_filtered() -> None:
    read = workbook(*ROWS)

    assert read.freeze_panes == "A2"
    assert read.print_title_rows == "$1:$1"
    assert read.auto_filter.ref == "A1:D3"
    assert (read.page_setup.orientation, read.page_setup.fitToWidth, read.page_setup.fitToHeight) == ("landscape", 1, 0)
    assert read.sheet_properties.pageSetUpPr.fitToPage
    assert read.column_dimensions["D"].width > read.column_dimensions["C"].width
    assert read.oddFooter.left.text == "12-abc && def"


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_is_a_text(text: str) -> None:
    cell = workbook(row(text, None, None, None))["A2"]

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_signs_that_no_workbook_bears_are_left_out() -> None:
    assert workbook(row("a\x07b", None, None, None))["A2"].value == "a b"


def test_a_sheet_that_is_full_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 1)

    with pytest.raises(BookTooLong):
        workbook(*ROWS)


def text_with_commas(*rows: BookRow) -> list[list[str]]:
    out = io.BytesIO()
    write_csv(FORM.heads, rows, out)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def test_text_with_commas_has_the_same_rows() -> None:
    assert text_with_commas(*ROWS) == [
        list(FORM.heads),
        ["229-CV/BTGHU", "24/12/2024", "14", ""],
        ["230-CV/BTGHU", "", "0", "Hủy"],
    ]


@pytest.mark.parametrize("text", [*DANGEROUS, "\t=1", "\r=1"])
def test_text_with_commas_runs_nothing(text: str) -> None:
    assert text_with_commas(row(text, None, None, None))[1][0] == f"'{text}"


def test_line_ends_and_quotes_come_back_as_they_were() -> None:
    assert text_with_commas(row('nói "thế", rồi\nxuống dòng', None, None, None))[1][0] == 'nói "thế", rồi\nxuống dòng'
