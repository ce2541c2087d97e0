"""Cut faces: the glyphs of the font file, point for point, without what fits them to pixels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from support.builders import a_dispatch, a_paragraph
from support.readers import fonts_of

from vpdesk.domain.body import Run
from vpdesk.export.truetype import TrueTypeFace
from vpdesk.layout.fonts import Face
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

TEXT = "Huyện ủy Hà Ninh, ngày 24/12/2024: “Quyết nghị” – ẦỂỖỬỶ ½ Ω Ж"
COMPOSED = "Ậ"


@pytest.fixture(params=Face, ids=lambda face: face.name)
def face(request: pytest.FixtureRequest) -> Face:
    chosen: Face = request.param
    return chosen


@pytest.fixture
def whole(face: Face) -> Iterator[TTFont]:
    with TTFont(resource("fonts") / face.value) as font:
        yield font


def cut(face: Face, text: str) -> TTFont:
    """The face cut to a text, whose characters get the codes from 0 on."""
    one = TrueTypeFace((resource("fonts") / face.value).read_bytes())
    return TTFont(BytesIO(one.subset([one.glyph(character) for character in text])), checkChecksums=2)


def contours(font: TTFont, glyph: str) -> list[Any]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    drawn: list[Any] = pen.value
    return drawn


def test_every_character_has_the_glyph_that_the_font_file_gives_it(face: Face, whole: TTFont) -> None:
    one = TrueTypeFace((resource("fonts") / face.value).read_bytes())
    given = {chr(code): whole.getGlyphID(name) for code, name in whole.getBestCmap().items()}

    assert {character: one.glyph(character) for character in given} == given
    assert [one.glyph(missing) for missing in "中字😀\uffff"] == [0, 0, 0, 0]


def test_outlines_and_advances_are_those_of_the_font_file(face: Face, whole: TTFont) -> None:
    names, small = whole.getBestCmap(), cut(face, TEXT)
    codes = small["cmap"].getcmap(1, 0).cmap

    for code, character in enumerate(TEXT):
        original = names[ord(character)]
        assert contours(small, codes[code]) == contours(whole, original), character
        assert small["hmtx"][codes[code]] == whole["hmtx"][original], character


def test_the_outlines_in_a_pdf_are_those_of_the_font_file(desk: Desk) -> None:
    styles = [Run(TEXT, bold=bold, italic=italic) for bold in (False, True) for italic in (False, True)]
    pdf = desk.press.pdf(lay_out(desk, a_dispatch(body=(a_paragraph(*styles),))).document)
    originals = {font["name"].getDebugName(6): font for font in (TTFont(desk.fonts.path(face)) for face in Face)}
    fonts = fonts_of(pdf).values()

    assert {font.base_font.partition("+")[2] for font in fonts} == set(originals)
    for embedded in fonts:
        assert embedded.program is not None
        assert embedded.to_unicode is not None
        small, original = TTFont(BytesIO(embedded.program)), originals[embedded.base_font.partition("+")[2]]
        names, codes = original.getBestCmap(), small["cmap"].getcmap(1, 0).cmap
        for code, text in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>", embedded.to_unicode):
            assert contours(small, codes[int(code, 16)]) == contours(original, names[int(text, 16)]), text


def test_nothing_that_fits_outlines_to_pixels_is_left(face: Face) -> None:
    small = cut(face, TEXT)

    assert {"fpgm", "cvt "}.isdisjoint(small.keys())
    programs = [small["glyf"][name].__dict__.get("program") for name in small.getGlyphOrder()]
    assert [program for program in programs if program is not None and program.getBytecode()] == []
    assembly = [line.partition("\t")[0] for line in small["prep"].program.getAssembly()]
    assert assembly == ["PUSHW[ ]", "511", "SCANCTRL[ ]", "PUSHB[ ]", "4", "SCANTYPE[ ]"]


def test_a_composed_letter_brings_its_parts(face: Face) -> None:
    small = cut(face, COMPOSED)
    letter = small["glyf"][small["cmap"].getcmap(1, 0).cmap[0]]

    assert letter.isComposite()
    assert {part.glyphName for part in letter.components} <= set(small.getGlyphOrder())


def test_what_a_face_says_of_itself_is_what_its_file_says(face: Face, whole: TTFont) -> None:
    facts = TrueTypeFace((resource("fonts") / face.value).read_bytes()).facts()
    head, post, windows = whole["head"], whole["post"], whole["OS/2"]
    scale = 1000 / head.unitsPerEm

    assert facts.name == whole["name"].getDebugName(6)
    assert facts.box == tuple(scale * side for side in (head.xMin, head.yMin, head.xMax, head.yMax))
    assert (facts.ascent, facts.descent) == (scale * windows.sTypoAscender, scale * windows.sTypoDescender)
    assert facts.cap_height == scale * windows.sCapHeight
    assert facts.italic_angle == pytest.approx(post.italicAngle)
    assert facts.weight == windows.usWeightClass
