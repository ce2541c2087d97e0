"""The painter: it puts what the layout measured where the layout says, and prepares each line once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gc import collect

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from support.builders import a_long_body, a_paragraph

from vpdesk.layout.fonts import BOX, Face
from vpdesk.layout.frame import Frame, GlyphRun, Inked, Line, Page, Place, PlacedFrame, PlacedLine, Stroke
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.painter import Glyphs, paint_page

PLACE = Place("6", "paragraph")


@pytest.fixture
def glyphs(desk: Desk, application: QApplication) -> Glyphs:
    return Glyphs(desk.fonts)


def a_run(text: str, *, word_gap: float = 0.0, size: float = 14.0) -> GlyphRun:
    return GlyphRun(text, Face.REGULAR, size, word_gap, 100.0)


def a_line(*items: GlyphRun | Stroke) -> Line:
    return Line(tuple(Inked(10 * number, 0, ink) for number, ink in enumerate(items)), 100.0)


def a_page(line: Line, x: float = 20, y: float = 50) -> Page:
    return Page(200, 100, (PlacedFrame(x, y, Frame(10, (PlacedLine(0, 0, line, PLACE),))),))


def painted(page: Page, glyphs: Glyphs, scale: float, clip: QRectF | None = None) -> QImage:
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, page, glyphs, clip)
    painter.end()
    return image


def ink(image: QImage) -> Iterator[tuple[int, int]]:
    for y in range(image.height()):
        for x in range(image.width()):
            if QColor(image.pixel(x, y)).lightness() < 128:
                yield x, y


def test_letters_stand_at_the_sums_of_their_advances_and_gaps(glyphs: Glyphs, desk: Desk) -> None:
    ((origin, run),) = glyphs.prepared(a_line(a_run("Ủy ban", word_gap=3))).runs
    scale = 14 / desk.fonts.units_per_em
    advances = [advance * scale for advance in desk.fonts.advances("Ủy ban", Face.REGULAR)]
    wanted = [sum(advances[:at]) + (3 if at > 2 else 0) for at in range(6)]
    assert origin == QPointF(0, 0)
    assert [position.x() for position in run.positions()] == pytest.approx(wanted)


@pytest.mark.parametrize(("text", "boxes"), [("Đảng", 0), ("a漢b", 1), ("a😀b", 1), ("😀😀 ễ", 2)])
def test_each_character_is_one_glyph_and_a_missing_one_is_a_box(text: str, boxes: int, glyphs: Glyphs) -> None:
    ((_, run),) = glyphs.prepared(a_line(a_run(text))).runs
    assert len(run.glyphIndexes()) == len(run.positions()) == len(text)
    box = run.rawFont().glyphIndexesForString(BOX)[0]
    assert run.glyphIndexes().count(box) == boxes


def test_a_line_is_prepared_once_and_forgotten_with_it(glyphs: Glyphs) -> None:
    line = a_line(a_run("một"), Stroke(20, 1))
    assert glyphs.prepared(line) is glyphs.prepared(line)
    assert len(glyphs._lines) == 1
    del line
    collect()
    assert len(glyphs._lines) == 0


def test_a_baseline_stands_where_the_layout_put_it_at_any_zoom(glyphs: Glyphs) -> None:
    page = a_page(a_line(a_run("HHH")))
    for scale in (1.0, 1.37, 2.0, 4.0):
        rows = [y for _, y in ink(painted(page, glyphs, scale))]
        assert max(rows) + 1 == pytest.approx(50 * scale, abs=1.0)


@pytest.mark.parametrize("scale", [0.2, 0.5, 0.86, 1.0, 1.15, 1.333, 2.0, 3.7])
@pytest.mark.parametrize("y", [50.0, 50.3, 50.5, 50.77])
def test_a_rule_is_black_on_whole_pixels_at_any_zoom(scale: float, y: float, glyphs: Glyphs) -> None:
    image = painted(a_page(a_line(Stroke(100, 0.75)), y=y), glyphs, scale)
    column = [QColor(image.pixel(round(70 * scale), row)).lightness() for row in range(image.height())]
    dark = [row for row, lightness in enumerate(column) if lightness < 255]
    assert [column[row] for row in dark] == [0] * max(1, round(0.75 * scale))
    assert sum(dark) / len(dark) + 0.5 == pytest.approx(y * scale, abs=1.0)


def test_lines_outside_the_clip_are_left_out(glyphs: Glyphs) -> None:
    page = a_page(a_line(a_run("HHH")))
    painted(page, glyphs, 1, QRectF(0, 0, 200, 5))
    assert len(glyphs._lines) == 0
    painted(page, glyphs, 1, QRectF(0, 40, 200, 20))
    assert len(glyphs._lines) == 1


def test_a_change_in_one_paragraph_prepares_only_its_lines(glyphs: Glyphs, laid_out: Callable[..., LaidOut]) -> None:
    def shown(page: Page) -> set[Line]:
        painted(page, glyphs, 1)
        return set(glyphs._lines)

    body = a_long_body(120)
    before = shown(laid_out(body=body).document.pages[0])
    added = shown(laid_out(body=(*body[:-1], a_paragraph("Khác."))).document.pages[0]) - before
    assert len(before) > 20
    assert 1 <= len(added) < len(before) / 2
