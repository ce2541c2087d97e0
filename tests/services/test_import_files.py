"""Old papers find the lines they belong to, by their names or by what their first pages say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.seats import sit
from support.sheets import INCOMING_HEAD, incoming_rows, old_book, outgoing_rows

from vpdesk.domain.errors import NotPermitted
from vpdesk.domain.import_files import Clue, FileMatch, FileVerdict, clue_in_name
from vpdesk.services import import_files, importing
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.typesetting import lay_out, read_dispatch

DAY = date(2024, 12, 24)


@pytest.mark.parametrize(
    ("name", "clue"),
    [
        ("229-CV-BTGHU.pdf", Clue(229, "", frozenset({"cv", "btghu"}))),
        ("CV 229 ngay 24-12-2024.pdf", Clue(229, "", frozenset({"cv"}), DAY)),
        ("Số 229_CV_BTGHU_24.12.2024 (ký).docx", Clue(229, "", frozenset({"cv", "btghu"}), DAY)),
        ("20241224_229cv.pdf", Clue(229, "", frozenset({"cv"}), DAY)),
        ("12a-KH-HU.pdf", Clue(12, "a", frozenset({"kh", "hu"}))),
        ("ảnh chụp.pdf", None),
    ],
)
def test_the_name_of_a_file_tells_number_symbol_and_day(name: str, clue: Clue | None) -> None:
    assert clue_in_name(name) == clue


@pytest.fixture
def desk(file_desk: Desk, tmp_path: Path) -> Desk:
    """An office with an old book of each kind, where its clerk sits."""
    found_sample(file_desk)
    sit(file_desk, "Hạnh")
    rows = outgoing_rows([1, 2, 229], date(2024, 12, 13))
    rows.append(("01-KH/BTGHU", *rows[0][1:]))
    for path in (
        old_book(tmp_path / "di.xlsx", rows),
        old_book(tmp_path / "den.xlsx", incoming_rows([7]), INCOMING_HEAD),
    ):
        report = importing.dry_run(file_desk, path, importing.look(file_desk, path)[0].plan)
        importing.apply(file_desk, path, report)
    return file_desk


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """A folder of papers, one of which says in its text which it is."""
    folder = tmp_path / "giấy tờ"
    (folder / "2024").mkdir(parents=True)
    paper = desk.press.pdf(lay_out(desk, read_dispatch(sample_path())).document)
    for name in ("02-CV-BTGHU.pdf", "2024/quet.pdf", "01.pdf", "107-CV-HU.pdf", "88-CV-HU.pdf"):
        (folder / name).write_bytes(paper)
    (folder / "01-KH.pdf").write_bytes(b"nothing of the kind")
    (folder / "đọc.txt").write_text("x")
    return folder


def by_name(matches: tuple[FileMatch, ...]) -> dict[str, tuple[FileVerdict, list[str]]]:
    return {one.path.name: (one.verdict, [candidate.reference for candidate in one.candidates]) for one in matches}


def test_a_folder_is_tried_then_put_to_its_lines(desk: Desk, folder: Path) -> None:
    matches = import_files.match_folder(desk, folder)

    found = by_name(matches)
    assert found["02-CV-BTGHU.pdf"] == (FileVerdict.MATCHED, ["02-CV/BTGHU"])
    assert found["107-CV-HU.pdf"] == (FileVerdict.MATCHED, ["107-CV/HU"])
    assert found["quet.pdf"] == (FileVerdict.MATCHED, ["229-CV/BTGHU"])
    assert found["01.pdf"][0] is FileVerdict.AMBIGUOUS
    assert found["88-CV-HU.pdf"] == (FileVerdict.MATCHED, ["229-CV/BTGHU"])
    assert found["01-KH.pdf"][0] is FileVerdict.UNREADABLE
    assert "đọc.txt" not in found
    done = import_files.attach_matched(desk, matches)
    assert [one.verdict for one in done].count(FileVerdict.ATTACHED) == sum(
        one.verdict is FileVerdict.MATCHED for one in matches
    )
    again = by_name(import_files.match_folder(desk, folder))
    assert again["quet.pdf"][0] is FileVerdict.ATTACHED
    assert FileVerdict.MATCHED not in {verdict for verdict, _candidates in again.values()}


def test_only_who_keeps_the_books_may(desk: Desk, folder: Path) -> None:
    sit(desk, "Ngọc")

    with pytest.raises(NotPermitted):
        import_files.match_folder(desk, folder)
