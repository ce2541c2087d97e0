"""The editable copy as LibreOffice opens it: the same words in the same order, the same sizes, about the same pages."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import pdfplumber
import pytest
from support.office import opened
from support.papers import PAPERS, a_joint_paper
from support.readers import Glyph, glyphs, plain_words
from support.word_files import WordFile, every, find, notes, text_of, written

from vpdesk.domain.rulebook import Rulebook
from vpdesk.export.docx import DocxWriter
from vpdesk.layout.compose import compose_dispatch
from vpdesk.layout.norms import Role, read_norms
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch

DISPATCHES = {name.replace(" ", "-"): make() for name, make in PAPERS.items()} | {
    "the-sample": read_dispatch(sample_path())
}


class Opened(NamedTuple):
    """A paper as we wrote it and as LibreOffice opened it: to print, as plain text, saved again."""

    made: WordFile
    pdf: bytes
    text: str
    saved: WordFile


@pytest.fixture(scope="session")
def papers(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Opened]:
    pack = desk.packs["party-2018"]
    writer = DocxWriter(desk.fonts)
    files = {
        name: writer.write(compose_dispatch(dispatch, Rulebook(pack)), partial(read_norms, pack))
        for name, dispatch in DISPATCHES.items()
    }
    folder = tmp_path_factory.mktemp("office")
    pdfs = opened(files, "pdf", "pdf", folder)
    texts = opened(files, "txt:Text (encoded):UTF8", "txt", folder)
    saved = opened(files, "docx", "docx", folder)
    return {
        name: Opened(WordFile.read(data), pdfs[name], texts[name].decode("utf-8-sig"), WordFile.read(saved[name]))
        for name, data in files.items()
    }


@pytest.mark.parametrize("name", DISPATCHES)
def test_the_same_words_stand_in_the_same_order(papers: dict[str, Opened], name: str) -> None:
    paper = papers[name]
    found = plain_words(paper.text)
    wanted = plain_words(" ".join(word for one in written(paper.made) for word in one.words))

    assert found[: len(wanted)] == wanted


@pytest.mark.parametrize("name", DISPATCHES)
def test_every_word_is_printed(papers: dict[str, Opened], name: str) -> None:
    printed = "".join(glyph.text for glyph in glyphs(papers[name].pdf))
    letters = printed.replace(" ", "").replace("\u00a0", "")

    for one in written(papers[name].made):
        assert "".join(one.words) in letters
    for note in notes(papers[name].made):
        assert note.replace(" ", "") in letters


@pytest.mark.parametrize("name", DISPATCHES)
def test_about_as_many_pages_are_filled_as_by_our_own_typesetter(
    desk: Desk, papers: dict[str, Opened], name: str
) -> None:
    ours = len(lay_out(desk, DISPATCHES[name], "party-2018").document.pages)
    with pdfplumber.open(BytesIO(papers[name].pdf)) as document:
        theirs = len(document.pages)

    assert abs(theirs - ours) <= 1


def glyphs_of(pdf: bytes, text: str) -> list[Glyph]:
    """The glyphs of the first place where these letters stand in a row."""
    found = [glyph for glyph in glyphs(pdf) if glyph.text.strip()]
    letters = "".join(glyph.text for glyph in found)
    start = letters.index("".join(text.split()))
    return found[start : start + len("".join(text.split()))]


LOOKS = {
    "ĐẢNG CỘNG SẢN VIỆT NAM": Role.PARTY_TITLE,
    "HUYỆN ỦY HÀ NINH": Role.PARENT_BODY,
    "Hà Ninh, ngày 24 tháng 12 năm 2024": Role.PLACE_AND_DATE,
    "Kính gửi:": Role.SALUTATION,
    "TỜ TRÌNH": Role.TYPE_NAME,
    "Trước bảng.": Role.PARAGRAPH,
    "Nội dung": Role.TABLE_HEADER,
    "Việc hai": Role.TABLE_CELL,
    "Nơi nhận:": Role.DISTRIBUTION_LABEL,
    "Như trên": Role.RECIPIENT,
    "T/M ỦY BAN KIỂM TRA": Role.AUTHORITY,
    "PHÓ TRƯỞNG BAN": Role.POSITION,
    "Đỗ Khánh Linh": Role.SIGNATORY,
    "Chú thích đầu.": Role.NOTE,
    "(Kèm theo Tờ trình)": Role.APPENDIX_NOTE,
}


@pytest.mark.parametrize("text", LOOKS)
def test_every_part_has_the_size_weight_and_slant_of_the_rules(
    desk: Desk, papers: dict[str, Opened], text: str
) -> None:
    style = read_norms(desk.packs["party-2018"], a_joint_paper().page).styles[LOOKS[text]]
    looks = {(round(glyph.size, 1), glyph.bold, glyph.italic) for glyph in glyphs_of(papers["a-joint-paper"].pdf, text)}

    assert looks == {(style.size, style.bold, style.italic)}


def test_lines_have_the_pitch_of_the_rules_and_paragraphs_their_gap(papers: dict[str, Opened]) -> None:
    lines = sorted({round(glyph.y, 1) for glyph in glyphs(papers["the-sample"].pdf) if glyph.page == 1})
    steps = {round(below - above) for above, below in pairwise(lines)}

    assert {18, 24} <= steps


def test_the_page_number_stands_where_the_rules_want_it_but_not_on_the_first_page(
    desk: Desk, papers: dict[str, Opened]
) -> None:
    norms = read_norms(desk.packs["party-2018"], DISPATCHES["the-sample"].page)
    number = [glyph for glyph in glyphs(papers["the-sample"].pdf) if glyph.y < norms.top]
    digit_height = desk.fonts.metrics.digit_height * norms.styles[Role.PAGE_NUMBER].size

    assert [(glyph.page, glyph.text) for glyph in number] == [(1, "2")]
    assert number[0].y - digit_height == pytest.approx(norms.page_number_top, abs=1)
    assert number[0].x + number[0].width / 2 == pytest.approx(norms.left + norms.measure / 2, abs=1)


def test_an_appendix_in_landscape_lies_on_a_sheet_of_its_own(papers: dict[str, Opened]) -> None:
    with pdfplumber.open(BytesIO(papers["a-joint-paper"].pdf)) as document:
        wide = [page.width > page.height for page in document.pages]

    assert True in wide
    assert not wide[0]
    assert not wide[-1]


def test_tables_and_notes_are_still_there_when_it_is_saved_again(papers: dict[str, Opened]) -> None:
    made, saved = papers["a-joint-paper"].made, papers["a-joint-paper"].saved
    tables = every(saved.xml("document"), "tbl")

    assert len(tables) == len(every(made.xml("document"), "tbl"))
    assert [len(every(table, "tc")) for table in tables] == [
        len(every(table, "tc")) for table in every(made.xml("document"), "tbl")
    ]
    assert sum(find(row, "trPr", "tblHeader") is not None for table in tables for row in every(table, "tr")) == 4
    calls = every(saved.xml("document"), "footnoteReference")
    texts = [text_of(note).strip() for note in every(saved.xml("footnotes"), "footnote")]
    assert len(calls) == 4
    assert [text for text in texts if text] == notes(made)
