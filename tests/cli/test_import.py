"""`vpdesk import-register`: tried unless it is told to apply."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.seats import sit
from support.sheets import outgoing_rows

from vpdesk.app import main
from vpdesk.services import numbers, office
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """The sample office, left alone."""
    office.found_sample(file_desk)
    file_desk.close()
    return file_desk


def import_register(desk: Desk, *arguments: str, officer: str = "Hạnh") -> int:
    return main(["--data", str(desk.places.data), "--lang", "en", "--as", officer, "import-register", *arguments])


def a_csv(path: Path, *more: str) -> Path:
    rows = [f"{row[0]};{row[1]};{row[2]}" for row in outgoing_rows((1, 2, 4))]
    path.write_text("\n".join(["Số, ký hiệu;Ngày tháng;Trích yếu", *rows, *more]), encoding="utf-8")
    return path


def lines(desk: Desk) -> int:
    sit(desk, "Hạnh")
    return sum(sum(tally.counts.values()) for tally in numbers.rows(desk))


def test_an_import_is_only_tried(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert import_register(desk, str(a_csv(tmp_path / "sổ.csv"))) == 0

    said = capsys.readouterr()
    assert said.out == (
        "Outgoing register · sổ\n  3 new lines\n  1 number missing\nNothing was changed; this was a trial.\n"
    )
    assert said.err == "CV: 3 missing\n"
    assert lines(desk) == 0


def test_an_import_is_done_where_it_is_told_to(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = a_csv(tmp_path / "sổ.csv", "05-CV/BTGHU;ngày nào;Công văn")

    assert import_register(desk, str(path), "--book", "outgoing", "--apply") == 1

    assert capsys.readouterr().err == "CV: 3 missing\n5: Not read: “ngày nào” is no date.\n"
    assert lines(desk) == 3


def test_a_folder_of_papers_is_put_to_its_lines(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_register(desk, str(a_csv(tmp_path / "sổ.csv")), "--apply")
    folder = tmp_path / "giấy"
    folder.mkdir()
    (folder / "02-CV-BTGHU.pdf").write_bytes(sample_pdf(desk))
    (folder / "quet.pdf").write_bytes(b"nothing")
    capsys.readouterr()

    assert import_register(desk, str(folder)) == 1
    assert capsys.readouterr().out == "02-CV-BTGHU.pdf: belongs to 02-CV/BTGHU\nquet.pdf: cannot be kept\n"
    assert import_register(desk, str(folder), "--apply") == 1
    assert capsys.readouterr().out.startswith("02-CV-BTGHU.pdf: stands by 02-CV/BTGHU\n")


def sample_pdf(desk: Desk) -> bytes:
    return desk.press.pdf(lay_out(desk, read_dispatch(sample_path())).document)


def test_what_is_wrong_is_one_sentence(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(b"PK\x03\x04")

    assert import_register(desk, str(path)) == 2
    assert capsys.readouterr().err.startswith("vpdesk: The file “sổ.xlsx” cannot be read as a sheet.")
    assert import_register(desk, str(a_csv(tmp_path / "a.csv")), officer="Ngọc") == 2
