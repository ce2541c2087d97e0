"""`vpdesk verify`: what it says of a store, and with which code it ends."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from vpdesk.app import main
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample, set_unusual_types


@pytest.fixture
def store(file_desk: Desk) -> Path:
    """The file of a store with two acts in it."""
    found_sample(file_desk)
    set_unusual_types(file_desk, True)
    file_desk.close()
    return file_desk.places.database


def verify(store: Path, *options: str, language: str = "en") -> int:
    """Check a store."""
    return main(["--data", str(store.parent), "--lang", language, "verify", *options])


def tamper(store: Path, statement: str) -> None:
    """Change something behind the program's back."""
    with closing(sqlite3.connect(store)) as database, database:
        database.execute(statement)


def test_a_whole_store_is_told_with_its_value(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(store) == 0
    said = capsys.readouterr()
    (value,) = re.findall(r"2-[0-9a-f]{32}", said.out)
    before = store.read_bytes()

    assert said.out == f"The store is whole. Lines of history: 2. Value: {value}\n"
    assert said.err == ""
    assert verify(store, "--anchor", value.upper(), language="vi") == 0
    assert capsys.readouterr().out.startswith("Kho dữ liệu nguyên vẹn.")
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "english", "vietnamese"),
    [
        ("UPDATE setting SET value = 'false'", "The record setting:office:unusual_types was changed", "đã bị sửa"),
        ("DELETE FROM term", "The record term:", "đã bị xóa"),
        ("DROP TRIGGER history_only_grows_no_delete", "The triggers", "Thiếu trigger"),
        ("UPDATE history_index SET number = 2", "The index of the history differs from line 1.", "Bảng tra"),
    ],
)
def test_a_fault_is_told_in_one_sentence_and_what_to_do(
    store: Path, capsys: pytest.CaptureFixture[str], statement: str, english: str, vietnamese: str
) -> None:
    tamper(store, statement)
    for language, sentence in (("en", english), ("vi", vietnamese)):
        assert verify(store, language=language) == 1
        said = capsys.readouterr()

        assert said.out == ""
        assert sentence in said.err
        assert said.err.count("\n") == 1


def test_a_history_that_was_cut_off_is_told_against_what_was_printed(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(store, "--anchor", f"3-{'0' * 32}") == 1
    assert "lacks line 3" in capsys.readouterr().err
    assert verify(store, "--anchor", f"1-{'0' * 32}") == 1
    assert "up to line 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer version"),
        ("DROP TABLE alembic_version", "damaged"),
    ],
)
def test_a_store_that_cannot_be_checked_is_told(
    store: Path, capsys: pytest.CaptureFixture[str], statement: str, sentence: str
) -> None:
    tamper(store, statement)

    assert verify(store) == 2
    assert sentence in capsys.readouterr().err


def test_a_torn_file_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store.write_bytes(store.read_bytes()[:30000])

    assert verify(store) == 2
    assert "damaged" in capsys.readouterr().err


def test_where_there_is_no_store_none_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "new"), "--lang", "en", "verify"]) == 2
    assert "There is no file" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_value_that_is_none_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(store, "--anchor", "229") == 2
    assert "“229” is no value of the history." in capsys.readouterr().err
