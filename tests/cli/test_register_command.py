"""`vpdesk register`: a book as a file, by whom it is asked for."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from support.books import a_line, a_series, a_small_register, a_small_register_of_arrivals, keep_lines
from support.readers import text_by_pdfium
from support.seats import officer_named, sit

from vpdesk.app import main
from vpdesk.domain.credentials import SecretKind
from vpdesk.services import books, entrance, office
from vpdesk.services.desk import Desk


@pytest.fixture
def data(file_desk: Desk) -> Path:
    """The data folder of an office with a small register."""
    office.found_sample(file_desk)
    sit(file_desk, "Hạnh")
    a_small_register(file_desk)
    a_small_register_of_arrivals(file_desk)
    file_desk.close()
    return file_desk.places.data


def register(data: Path, *options: str, login: str = "Hạnh", language: str = "en") -> int:
    """Write a register."""
    return main(["--data", str(data), "--lang", language, "--as", login, "register", *options])


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_each_format_has_the_same_rows(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / f"sổ{ending}" for ending in (".pdf", ".xlsx", ".csv")]
    for file in files:
        assert register(data, "outgoing", "-o", str(file)) == 0
    assert capsys.readouterr().out.split() == [str(file) for file in files]
    (sheet,) = openpyxl.load_workbook(files[1]).worksheets
    written = [row[0] for row in rows(files[2])[1:]]
    text = text_by_pdfium(files[0].read_bytes())

    assert written == [
        *("01-KH/BTGHU", "01-CV/BTGHU", "02-CV/BTGHU", "03-CV/BTGHU", "04-CV/BTGHU", "05-CV/BTGHU", "06", "07-CV/BTGHU")
    ]
    assert [cell.value for cell in sheet["A"][1:]] == written
    place = 0
    for one in written:
        place = text.index(f"\n{one}", place)


def test_arrivals_by_their_days_and_type(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "den.csv"

    assert register(data, "incoming", "--from", "1/12/2024", "--to", "2024-12-31", "--type", "CV", "-o", str(out)) == 0
    assert [row[1] for row in rows(out)[1:]] == ["1", "2", "3", "4", "5"]
    assert register(data, "incoming", "--to", "30/11/2024", "-o", str(out)) == 0
    assert rows(out)[1:] == []


def test_an_ending_that_names_no_format_is_refused_first(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert register(data, "outgoing", "-o", str(tmp_path / "book.txt"), login="Nobody") == 2
    assert ".xlsx" in capsys.readouterr().err


@pytest.mark.parametrize("login", ["hanh", "Vũ Thị Hạnh", "vu thi hanh"])
def test_an_officer_is_named_by_the_end_of_his_name(data: Path, tmp_path: Path, login: str) -> None:
    assert register(data, "outgoing", "-o", str(tmp_path / "book.csv"), login=login) == 0


@pytest.mark.parametrize("login", ["", "Nobody", "h"])
def test_a_name_that_nobody_has_is_told_with_those_there_are(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], login: str
) -> None:
    assert register(data, "outgoing", "-o", str(tmp_path / "book.csv"), login=login) == 2
    assert "Vũ Thị Hạnh" in capsys.readouterr().err
    assert not (tmp_path / "book.csv").exists()


def test_without_a_name_nothing_is_written(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "register", "outgoing", "-o", str(tmp_path / "book.csv")]) == 2
    assert "--as" in capsys.readouterr().err


def test_a_pin_comes_from_the_environment_and_never_from_an_argument(
    data: Path, file_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sit(file_desk, "Hạnh")
    entrance.choose_secret(file_desk, "", "730519", SecretKind.PIN)
    file_desk.close()
    out = tmp_path / "book.csv"

    assert register(data, "outgoing", "-o", str(out)) == 2
    assert "VPDESK_PIN" in capsys.readouterr().err
    monkeypatch.setenv("VPDESK_PIN", "000000")
    assert register(data, "outgoing", "-o", str(out)) == 2
    assert not out.exists()
    monkeypatch.setenv("VPDESK_PIN", "730519")
    assert register(data, "outgoing", "-o", str(out)) == 0
    assert rows(out)


def test_who_may_not_read_the_registers_is_refused(data: Path, tmp_path: Path, file_desk: Desk) -> None:
    from support.seats import with_roles

    from vpdesk.domain.roles import Role

    with_roles(file_desk, officer_named(file_desk, "Hạnh"), Role.ADMINISTRATOR)
    file_desk.close()

    assert register(data, "outgoing", "-o", str(tmp_path / "book.csv")) == 2
    assert not (tmp_path / "book.csv").exists()


def test_a_formula_of_somebody_elses_is_a_text_in_each_format(data: Path, file_desk: Desk, tmp_path: Path) -> None:
    sit(file_desk, "Hạnh")
    series = a_series(file_desk, "TB")
    keep_lines(file_desk, series, [a_line(file_desk, series, 1, signer="=1+1", subject="x")])
    file_desk.close()
    for ending in (".xlsx", ".csv"):
        assert register(data, "outgoing", "--type", "TB", "-o", str(tmp_path / f"book{ending}")) == 0
    (sheet,) = openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets

    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")
    assert rows(tmp_path / "book.csv")[1][3] == "'=1+1"


def test_a_register_too_long_for_paper_is_refused_in_a_sentence_and_written_as_text(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(books, "MOST_ROWS", 5)

    assert register(data, "outgoing", "-o", str(tmp_path / "book.pdf")) == 2
    assert capsys.readouterr().err == (
        "vpdesk: The book has more than 5 rows. Choose a shorter period, or write it as CSV.\n"
    )
    assert not (tmp_path / "book.pdf").exists()
    assert register(data, "outgoing", "-o", str(tmp_path / "book.csv")) == 0


def test_the_history_tells_of_the_file(data: Path, tmp_path: Path, file_desk: Desk) -> None:
    register(data, "outgoing", "-o", str(tmp_path / "book.csv"))
    with file_desk.store.reading() as work:
        told = [line.text for line in work.history.lines() if '"act":"export_book"' in line.text]

    assert len(told) == 1
    assert '"form":".csv"' in told[0]
