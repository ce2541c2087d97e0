"""Old books as offices have them, made up: workbooks and CSV files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

OUTGOING_HEAD = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
INCOMING_HEAD = (
    "Ngày đến",
    "Số đến",
    "Tác giả",
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Đơn vị hoặc người nhận",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
FIRST_DAY = date(2021, 1, 4)


def outgoing_rows(numbers: Iterable[int], first_day: date = FIRST_DAY) -> list[tuple[object, ...]]:
    """Lines of an outgoing register, some a day."""
    return [
        (
            f"{number:02d}-CV/BTGHU",
            first_day + timedelta(number // 20),
            f"Công văn về việc triển khai nội dung {number}",
            "Trần Minh Khôi",
            "Các chi bộ; Huyện ủy",
            "Văn thư",
            12,
            None,
            None,
            None,
        )
        for number in numbers
    ]


def incoming_rows(numbers: Iterable[int], first_day: date = FIRST_DAY) -> list[tuple[object, ...]]:
    """Lines of a book of arrivals, some a day."""
    return [
        (
            first_day + timedelta(number // 40),
            number,
            "Huyện ủy",
            f"{number + 100}-CV/HU",
            first_day,
            f"Công văn về việc chuẩn bị nội dung {number}",
            "Đ/c Ngọc",
            None,
            None,
            None,
        )
        for number in numbers
    ]


def a_workbook(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[object]]],
    merged: Sequence[str] = (),
    font: str | None = None,
) -> Path:
    """A workbook with these sheets; cells of the first that are joined; the font of every cell."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    if font:
        for row in book.worksheets[0].iter_rows():
            for cell in row:
                cell.font = Font(name=font)
    book.save(path)
    return path


def old_book(path: Path, rows: Sequence[Sequence[object]], head: Sequence[str] = OUTGOING_HEAD) -> Path:
    """A workbook with one register in it."""
    return a_workbook(path, {"Sổ": [head, *rows]})
