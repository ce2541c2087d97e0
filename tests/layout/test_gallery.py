"""The gallery: a paper of each type, each rare thing. Its pages are looked at; here they are held as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.golden import GOLDEN, assert_golden, dump
from support.word_files import WordFile, every, faults, find, text_of

from tools.gallery import DISPATCHES, gallery, gallery_desk
from vpdesk.domain.dispatch_file import format_dispatch, parse_dispatch
from vpdesk.export.png import png_of_page
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.rules import Packs
from vpdesk.services.typesetting import export, lay_out, read_dispatch

NAMES = [path.name.removesuffix(".dispatch.json") for path in DISPATCHES]


@pytest.fixture(scope="module")
def show_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return gallery_desk(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def documents(show_desk: Desk) -> dict[str, PagedDocument]:
    return dict(gallery(show_desk))


def test_the_pages_of_the_gallery_are_these(documents: dict[str, PagedDocument]) -> None:
    for name, document in documents.items():
        assert_golden(f"gallery/{name}.txt", dump(document))


def test_no_page_is_kept_that_the_gallery_no_longer_shows(documents: dict[str, PagedDocument]) -> None:
    assert {path.stem for path in (GOLDEN / "gallery").glob("*.txt")} == documents.keys()


def test_every_type_of_the_party_is_shown(packs: Packs) -> None:
    shown = {read_dispatch(path).document_type for path in DISPATCHES if path.name.startswith("type-")}

    assert shown == {one.code for one in packs["party-2026"].types}


@pytest.mark.parametrize("path", DISPATCHES, ids=NAMES)
def test_nothing_is_to_be_told_of_a_paper_that_is_shown(show_desk: Desk, path: Path) -> None:
    assert lay_out(show_desk, read_dispatch(path)).findings == ()


@pytest.mark.parametrize("path", DISPATCHES, ids=NAMES)
def test_the_editable_copy_of_a_paper_that_is_shown_is_whole(show_desk: Desk, path: Path, tmp_path: Path) -> None:
    laid_out = lay_out(show_desk, read_dispatch(path))
    export(show_desk, laid_out, tmp_path / "a.docx")
    file = WordFile.read((tmp_path / "a.docx").read_bytes())
    shown = text_of(file.xml("document"))

    assert faults(file) == []
    assert [one for one in laid_out.dispatch.addressees if one not in shown] == []


def test_marks_in_boxes_are_in_boxes_in_the_editable_copy(show_desk: Desk, tmp_path: Path) -> None:
    (letter,) = [path for path in DISPATCHES if path.name.startswith("state-letter")]
    export(show_desk, lay_out(show_desk, read_dispatch(letter)), tmp_path / "a.docx")
    boxed = [
        style
        for style in every(WordFile.read((tmp_path / "a.docx").read_bytes()).xml("styles"), "style")
        if find(style, "rPr", "bdr") is not None
    ]

    assert len(boxed) == 2


@pytest.mark.parametrize("path", DISPATCHES, ids=NAMES)
def test_a_file_of_the_gallery_comes_back_from_what_was_read(path: Path) -> None:
    dispatch = read_dispatch(path)

    assert parse_dispatch(format_dispatch(dispatch).encode()) == dispatch


def test_a_page_of_the_gallery_can_be_printed(show_desk: Desk, documents: dict[str, PagedDocument]) -> None:
    pdf = show_desk.press.pdf(documents["paper-stamped"])

    assert pdf.startswith(b"%PDF")
    assert png_of_page(pdf, 0, 30).startswith(b"\x89PNG")
