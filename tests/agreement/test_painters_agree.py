"""The PDF and the screen put every word at the same place: one page, two painters."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from support.builders import a_dispatch, a_long_body, a_paragraph
from support.pictures import distance, ink_of, picture_of_pdf, word_regions
from support.screen_pictures import on_screen

from vpdesk.domain.body import Bullet, Elevation, Heading, Run
from vpdesk.domain.dispatch import Dispatch
from vpdesk.layout.frame import GlyphRun, Inked, Line, PagedDocument
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch
from vpdesk.ui.preview.painter import Glyphs

LIMIT = 1.5
"""Pixels at 144 dpi that a word may stand apart."""


def styled() -> Dispatch:
    """Every style inside a line, and characters no face has."""
    return a_dispatch(
        body=(
            a_paragraph(
                "Thường ",
                Run("đậm nét", bold=True),
                " rồi ",
                Run("nghiêng nét", italic=True),
                " và ",
                Run("cả hai nét", bold=True, italic=True),
                ", ",
                Run("gạch chân cả câu này", underline=True),
                ", 25 m",
                Run("2", elevation=Elevation.RAISED),
                " đất, H",
                Run("2", elevation=Elevation.LOWERED),
                "O trong ống, tên riêng 漢字 của bạn, mặt cười \U0001f600 sau cùng; ",
                "Ελλάδα và Россия cũng có chữ riêng.",
            ),
            *a_long_body(120),
        ),
        subject_summary="V/v mở lớp bồi dưỡng nghiệp vụ công tác tuyên giáo cho cán bộ cơ sở năm 2025",
    )


def plan() -> Dispatch:
    """A plan of two pages with headings and bullets, its head of long names."""
    return a_dispatch(
        "KH",
        issuing_body="BAN CHỈ ĐẠO CÔNG TÁC TUYÊN TRUYỀN CÁC NGÀY LỄ LỚN",
        subject_summary="tổ chức các hoạt động chào mừng",
        body=(
            Heading(1, (Run("I- MỤC ĐÍCH, YÊU CẦU"),)),
            *a_long_body(240),
            Heading(2, (Run("1. Nội dung"),)),
            Bullet(1, (Run("Sinh hoạt chi bộ, ôn lại "), Run("truyền thống", italic=True), Run(" của quê hương;"))),
            Bullet(2, (Run("Treo cờ, trang trí cổng chào."),)),
            *a_long_body(320),
        ),
        urgency=None,
        typist_mark="VTH",
        copies=45,
    )


class Apart(NamedTuple):
    """A word and how far its two pictures stand apart, in pixels."""

    page: int
    word: str
    pixels: float


def apart(desk: Desk, printed: PagedDocument, shown: PagedDocument) -> list[Apart]:
    """How far every word of two documents of the same words stands apart, the one as PDF, the other on the screen."""
    pdf, glyphs = desk.press.pdf(printed), Glyphs(desk.fonts)
    found = []
    for number, page in enumerate(shown.pages):
        paper, screen = picture_of_pdf(pdf, number), on_screen(page, glyphs)
        for region in word_regions(page, desk.fonts):
            inks = ink_of(paper, region), ink_of(screen, region)
            found.append(Apart(number, region.text, distance(*inks)))
    return found


def moved(document: PagedDocument, word: str, *, right: float = 0, down: float = 0) -> PagedDocument:
    """The same document with the first line that ends in this word moved apart from it."""
    first, *others = document.pages
    frames = list(first.frames)
    for at, placed in enumerate(frames):
        for index, line in enumerate(placed.frame.lines):
            texts = [item.ink.text.strip() for item in line.line.items if isinstance(item.ink, GlyphRun)]
            if word in texts:
                items = tuple(_shifted(item, word, right, down) for item in line.line.items)
                lines = list(placed.frame.lines)
                lines[index] = line._replace(line=Line(items, line.line.width))
                frames[at] = placed._replace(frame=replace(placed.frame, lines=tuple(lines)))
                return replace(document, pages=(replace(first, frames=tuple(frames)), *others))
    raise AssertionError(f"no run {word!r} on the first page")


def _shifted(item: Inked, word: str, right: float, down: float) -> Inked:
    if isinstance(item.ink, GlyphRun) and item.ink.text.strip() == word:
        return item._replace(x=item.x + right, y=item.y + down)
    return item


@pytest.fixture(scope="module", params=["the sample", "every style", "a plan of several pages"])
def document(request: pytest.FixtureRequest, qapp: QApplication, desk: Desk) -> PagedDocument:
    dispatches = {
        "the sample": lambda: read_dispatch(sample_path()),
        "every style": styled,
        "a plan of several pages": plan,
    }
    return lay_out(desk, dispatches[request.param]()).document


def test_every_word_stands_at_the_same_place_on_paper_and_on_the_screen(desk: Desk, document: PagedDocument) -> None:
    found = apart(desk, document, document)

    assert len(found) > 100
    assert [word for word in found if word.pixels >= LIMIT] == []


def test_no_word_is_without_ink(desk: Desk, document: PagedDocument) -> None:
    pdf, glyphs = desk.press.pdf(document), Glyphs(desk.fonts)
    for number, page in enumerate(document.pages):
        pictures = picture_of_pdf(pdf, number), on_screen(page, glyphs)
        bare = [
            region.text
            for region in word_regions(page, desk.fonts)
            for picture in pictures
            if ink_of(picture, region) is None
        ]
        assert bare == []


@pytest.mark.parametrize(("right", "down"), [(2, 0), (-2, 0), (0, 2), (0, -2)], ids=["right", "left", "down", "up"])
@pytest.mark.parametrize("painter", ["the PDF", "the screen"])
def test_a_word_moved_by_two_points_is_caught(
    qapp: QApplication, desk: Desk, painter: str, right: float, down: float
) -> None:
    body = (a_paragraph("Đề nghị các đồng chí ", Run("đúng", bold=True), " giờ, đủ quân số."),)
    straight = lay_out(desk, a_dispatch(body=body)).document
    crooked = moved(straight, "đúng", right=right, down=down)
    found = apart(desk, crooked, straight) if painter == "the PDF" else apart(desk, straight, crooked)

    assert {word.word for word in found if word.pixels >= LIMIT} == {"đúng"}


def test_the_region_of_a_word_is_where_its_run_begins(desk: Desk) -> None:
    page = lay_out(desk, a_dispatch()).document.pages[0]
    regions = word_regions(page, desk.fonts)
    starts = {round(x, 3) for x, _, ink, _ in page.inks() if isinstance(ink, GlyphRun) and ink.text[0] != " "}

    assert starts <= {round(region.left, 3) for region in regions}
    assert all(region.left < region.right <= page.width for region in regions)
