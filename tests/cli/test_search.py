"""`vpdesk search`: what is found from the command line, by whom."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from support.builders import a_dispatch
from support.seats import sit

from vpdesk.app import main
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """The sample office with three drafts of Trịnh Bảo Ngọc's."""
    body = office.found_sample(file_desk).bodies[0].id
    sit(file_desk, "Ngọc")
    for number, subject in enumerate(("Tinh gọn bộ máy", "Mời họp", "Tinh gọn tổ chức"), 1):
        dispatch = replace(a_dispatch(subject_summary=subject, number=None), date=date(2024, 12, number))
        drafting.begin(file_desk, dispatch, body)
    file_desk.seat.officer = None
    file_desk.close()
    return file_desk


def search(desk: Desk, *arguments: str, officer: str = "Ngọc", language: str = "en") -> int:
    """Search in the store of a desk."""
    return main(["--data", str(desk.places.data), "--lang", language, "--as", officer, "search", *arguments])


def test_what_is_found_is_printed_a_document_a_line_the_newest_first(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert search(desk, "tinh", "gọn") == 0
    assert capsys.readouterr().out == (
        "03/12/2024 · Draft · Tinh gọn tổ chức · Các chi bộ, đảng bộ trực thuộc\n"
        "01/12/2024 · Draft · Tinh gọn bộ máy · Các chi bộ, đảng bộ trực thuộc\n"
    )
    assert search(desk, "tinh gon", "--limit", "1", language="vi") == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_other_programs_get_plain_data(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert search(desk, "moi", "hop", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)

    assert (found["kind"], found["date"], found["subject"]) == ("draft", "2024-12-02", "Mời họp")
    assert found["party"] == ["Các chi bộ, đảng bộ trực thuộc"]


def test_drafts_of_others_are_not_found(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert search(desk, "tinh", officer="Hạnh") == 0
    assert capsys.readouterr().out == ""


def test_nobody_searches_without_a_name(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(desk.places.data), "--lang", "en", "search", "tinh"]) == 2
    assert "--as" in capsys.readouterr().err
