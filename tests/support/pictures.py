"""Where the words of a page stand in a picture of it, by their ink."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import GlyphRun, Page

DPI = 144
SCALE = DPI / 72
_FAINT = 0.04
"""The share of a full black column below which ink is the grey of an edge."""


class Region(NamedTuple):
    """Where a word of a page stands, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Ink(NamedTuple):
    """The ink of a word, in pixels: its centre of weight and its outermost columns."""

    x: float
    y: float
    left: float
    right: float


def word_regions(page: Page, fonts: FontBook) -> list[Region]:
    """Every word of a page as the frames place it."""
    return [
        region for x, y, ink, _ in page.inks() if isinstance(ink, GlyphRun) for region in _regions(x, y, ink, fonts)
    ]


def _regions(x: float, y: float, run: GlyphRun, fonts: FontBook) -> Iterator[Region]:
    scale = run.size / fonts.units_per_em
    word, start = "", x
    for character, advance in zip(f"{run.text} ", [*fonts.advances(run.text, run.face), 0], strict=True):
        if character.isspace():
            if word:
                yield Region(word, start, y - run.size * 0.9, x, y + run.size * 0.26)
            word = ""
            x += advance * scale + (run.word_gap if character == " " else 0)
            start = x
        else:
            word += character
            x += advance * scale


def picture_of_pdf(pdf: bytes, page: int) -> Image.Image:
    """A page of a PDF in greys, the darker the more ink: black is 255."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return ImageOps.invert(document[page].render(scale=SCALE).to_pil().convert("L"))
    finally:
        document.close()


def ink_of(picture: Image.Image, region: Region, margin: int = 3) -> Ink | None:
    """The ink of a word in a picture, `margin` pixels around its region included; None where there is none."""
    left, top = math.floor(region.left * SCALE) - margin, math.floor(region.top * SCALE) - margin
    right, bottom = math.ceil(region.right * SCALE) + margin, math.ceil(region.bottom * SCALE) + margin
    cut = picture.crop((left, top, right, bottom)).convert("F")
    columns = array("f", cut.resize((cut.width, 1), Image.Resampling.BOX).tobytes())
    rows = array("f", cut.resize((1, cut.height), Image.Resampling.BOX).tobytes())
    dark = [column for column, weight in enumerate(columns) if weight * cut.height > 255 * _FAINT]
    if not dark:
        return None
    return Ink(left + _centre(columns), top + _centre(rows), left + dark[0], left + dark[-1])


def _centre(weights: array[float]) -> float:
    return sum(place * weight for place, weight in enumerate(weights)) / sum(weights)


def distance(one: Ink | None, other: Ink | None) -> float:
    """How far apart, in pixels, two pictures of a word have its centre."""
    if one is None or other is None:
        return 0 if one is other else math.inf
    return max(abs(one.x - other.x), abs(one.y - other.y))
