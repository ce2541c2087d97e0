"""Sheets of files as offices have them: what is in each cell, and what is wrong with a file that cannot be read."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import pytest
from support.sheets import a_workbook

from vpdesk.domain.errors import FileNotReadable, SheetBroken, SheetLocked, SheetTooOld
from vpdesk.domain.sheets import Cell, CellFault
from vpdesk.reading.process import look_at_sheets, sheet_rows

HEAD = ("Số", "Ngày", "Trích yếu")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)


def cells(path: Path, sheet: int = 0) -> list[tuple[Cell, ...]]:
    return [row.cells for row in sheet_rows(path, sheet)]


def a_csv(path: Path, content: str, encoding: str) -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def test_cells_keep_what_they_are(tmp_path: Path) -> None:
    moment = datetime(2024, 12, 24, 8, 30)  # noqa: DTZ001 -- as a workbook has it
    row = (229, 229.0, 1.5, moment, date(2024, 12, 24), "24/12/2024", None, True, "x")
    path = a_workbook(tmp_path / "a.xlsx", {"A": [row]})

    assert cells(path) == [
        (229, 229, 1.5, date(2024, 12, 24), date(2024, 12, 24), "24/12/2024", None, "TRUE", "x"),
    ]


def test_rows_keep_the_lines_they_have_in_the_file(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [HEAD, [], [None, ""], ("1", "2")]})

    assert [row.line for row in sheet_rows(path, 0)] == [1, 4]


def test_a_formula_is_read_by_its_value_and_a_fault_is_told(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [("=1+1", "=A9", "#REF!")]})
    _compute(path, {"A1": "2", "B1": "229"})

    (look,) = look_at_sheets(path)

    assert cells(path) == [(2, 229, CellFault("#REF!"))]
    assert look.uncomputed == 0


def test_formulas_that_no_program_has_computed_are_counted(tmp_path: Path) -> None:
    (look,) = look_at_sheets(a_workbook(tmp_path / "a.xlsx", {"A": [("=1+1", "=A1", 3)]}))

    assert look.uncomputed == 2


def _compute(path: Path, values: dict[str, str]) -> None:
    """Write values beside the formulas of a workbook, as a program that computes them does."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for cell, value in values.items():
        at = sheet.index(f'r="{cell}"')
        sheet = sheet[:at] + sheet[at:].replace("<v />", f"<v>{value}</v>", 1).replace("<v></v>", f"<v>{value}</v>", 1)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)


def test_every_sheet_is_seen_by_its_name(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"Đi": [HEAD], "Đến": [("a",), ("b",)]})

    assert [(look.name, len(look.rows)) for look in look_at_sheets(path)] == [("Đi", 1), ("Đến", 2)]
    assert cells(path, 1) == [("a",), ("b",)]


def test_words_in_an_old_font_are_made_right(tmp_path: Path) -> None:
    rows = [("Sè, ký hiÖu", "TrÝch yÕu"), ("01-CV/BTGHU", "C«ng v¨n"), ("02-CV/BTGHU", "x·")]
    path = a_workbook(tmp_path / "a.xlsx", {"A": rows}, font=".VnTime")

    assert cells(path) == [("Số, ký hiệu", "Trích yếu"), ("01-CV/BTGHU", "Công văn"), ("02-CV/BTGHU", "xã")]


def test_old_words_without_their_font_are_made_right_and_right_ones_stay(tmp_path: Path) -> None:
    rows = [("Thoâng baùo veà vieäc hoïp", "Thông báo về việc họp"), ("Hoäi nghò toång keát", "xã")]

    (look,) = look_at_sheets(a_workbook(tmp_path / "a.xlsx", {"A": rows}))

    assert look.writing == "vni"
    assert [row.cells for row in look.rows] == [
        ("Thông báo về việc họp", "Thông báo về việc họp"),
        ("Hội nghị tổng kết", "xã"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_of_any_writing_and_sign_is_read(tmp_path: Path, encoding: str, sign: str) -> None:
    text = sign.join(HEAD) + f'\r\n229{sign}24/12/2024{sign}"Công văn, ""mời"" họp\nnăm 2024"\r\n'

    assert cells(a_csv(tmp_path / "a.csv", text, encoding)) == [
        HEAD,
        ("229", "24/12/2024", 'Công văn, "mời" họp\nnăm 2024'),
    ]


def test_a_csv_of_one_byte_a_letter_is_read(tmp_path: Path) -> None:
    old = "Sè;Ngµy;TrÝch yÕu\n229;24/12/2024;C«ng v¨n vÒ viÖc triÓn khai\n"
    assert cells(a_csv(tmp_path / "abc.csv", old, "cp1252")) == [
        HEAD,
        ("229", "24/12/2024", "Công văn về việc triển khai"),
    ]
    windows = "Nội dung;Ghi chú\nCông văn về việc triển khai;Hỏa tốc\n"
    decomposed = "".join(_as_windows(letter) for letter in windows)
    assert cells(a_csv(tmp_path / "1258.csv", decomposed, "cp1258"))[1][0] == "Công văn về việc triển khai"


def _as_windows(letter: str) -> str:
    """A letter as code page 1258 has it: with its tone behind."""
    import unicodedata

    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        bare = unicodedata.normalize("NFD", letter)
        tone = next(one for one in bare if one in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", bare.replace(tone, "")) + tone
    return letter


def test_what_is_wrong_with_a_file_is_told(tmp_path: Path) -> None:
    broken, cut, old, locked = (tmp_path / f"{name}.xlsx" for name in ("broken", "cut", "old", "locked"))
    whole = a_workbook(tmp_path / "whole.xlsx", {"A": [HEAD]}).read_bytes()
    broken.write_bytes(b"PK\x03\x04 nothing of the kind")
    cut.write_bytes(whole[: len(whole) // 2])
    old.write_bytes(OLE)
    locked.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))

    for path, trouble in ((broken, SheetBroken), (cut, SheetBroken), (old, SheetTooOld), (locked, SheetLocked)):
        with pytest.raises(trouble):
            look_at_sheets(path)
    with pytest.raises(FileNotReadable):
        look_at_sheets(tmp_path / "none.xlsx")


def test_a_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<x/>")

    with pytest.raises(SheetBroken):
        look_at_sheets(path)


def test_a_sheet_that_breaks_in_the_middle_is_told_there(tmp_path: Path) -> None:
    whole = a_workbook(tmp_path / "whole.xlsx", {"A": [(number, "Công văn") for number in range(9000)]})
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(path, "w") as spoilt:
        for name in parts.namelist():
            content = parts.read(name)
            spoilt.writestr(name, content[: len(content) * 3 // 4] if name.endswith("sheet1.xml") else content)

    rows = sheet_rows(path, 0)
    assert len(list(islice(rows, 1000))) == 1000
    with pytest.raises(SheetBroken):
        list(rows)


def test_whoever_looks_away_ends_the_process(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [(number,) for number in range(5000)]})
    rows = sheet_rows(path, 0)

    assert next(rows).cells == (0,)
    rows.close()  # type: ignore[attr-defined] # a generator
