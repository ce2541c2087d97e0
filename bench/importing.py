"""An old book tried: every line read, put to its row of numbers and held against the register."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook

from bench.measure import Row, medians
from vpdesk.paths import Places
from vpdesk.services import importing, office
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

_HEAD = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
)


def rows(*, lines: int, rounds: int) -> Iterator[Row]:
    """The trial of a workbook of so many lines, against openpyxl reading it row by row."""
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Places(Path(place) / "data"), Settings())
        found = office.found_sample(desk)
        desk.seat.officer = next(one.id for one in found.officers if one.name.endswith("Hạnh"))
        path = _old_book(Path(place) / "old.xlsx", lines)
        plan = importing.look(desk, path)[0].plan
        ours, peer = medians(
            rounds, lambda: lambda: importing.dry_run(desk, path, plan), lambda: lambda: _merely_read(path)
        )
        desk.close()
    yield Row(f"an old book of {lines:,} lines tried", ours, "openpyxl reading it", peer, "≤ 2")


def _old_book(path: Path, lines: int) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(_HEAD)
    for number in range(1, lines + 1):
        day = date(2021, 1, 4) + timedelta(number * 1200 // lines)
        words = f"Công văn về việc triển khai nội dung số {number} của huyện"
        sheet.append((f"{number}-CV/BTGHU", day, words, "Trần Minh Khôi", "Các chi bộ; Huyện ủy", "Văn thư", 12))
    book.save(path)
    return path


def _merely_read(path: Path) -> int:
    book = load_workbook(path, read_only=True, data_only=True)
    count = sum(1 for _row in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return count
