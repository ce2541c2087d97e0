"""Independent readers of our PDFs: PDFium and poppler for words, pdfplumber for places.

Positions are points from the page's top left, pages count from 0.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from support.needs import need_program


class Word(NamedTuple):
    """A word as a reader found it; `x` and `y` lie in its middle, on the baseline or a little above."""

    page: int
    x: float
    y: float
    text: str


def words_by_pdfium(pdf: bytes) -> list[Word]:
    """The words of a PDF in the order PDFium gives them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [word for number in range(len(document)) for word in _pdfium_page(document[number], number)]
    finally:
        document.close()


def _pdfium_page(page: Any, number: int) -> Iterator[Word]:
    height = page.get_height()
    text = page.get_textpage()
    # Characters beyond the basic plane stand as two code units at one place.
    units = [pdfium.FPDFText_GetUnicode(text.raw, index) for index in range(text.count_chars())]
    start = 0
    for end in [*(index for index, unit in enumerate(units) if chr(unit).isspace()), len(units)]:
        if start < end:
            boxes = [text.get_charbox(index) for index in (start, end - 1)]
            x = (boxes[0][0] + boxes[1][2]) / 2
            y = height - (boxes[0][1] + boxes[0][3]) / 2
            yield Word(number, x, y, _joined(units[start:end]))
        start = end + 1


def _joined(units: Iterable[int]) -> str:
    return "".join(map(chr, units)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', re.DOTALL)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


def words_by_poppler(pdf: bytes) -> list[Word]:
    """The words of a PDF with their places, as poppler's pdftotext finds them."""
    pages = _pdftotext(pdf, "-bbox").split("<page ")[1:]
    return [
        Word(number, (float(x1) + float(x2)) / 2, (float(y1) + float(y2)) / 2, _unescaped(text))
        for number, page in enumerate(pages)
        for x1, y1, x2, y2, text in _WORD.findall(page)
    ]


def _unescaped(text: str) -> str:
    for entity, sign in _ENTITIES.items():
        text = text.replace(entity, sign)
    return text


def text_by_pdfium(pdf: bytes) -> str:
    """The text of a PDF in the order of its content, page after page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document)
    finally:
        document.close()


def text_by_poppler(pdf: bytes) -> str:
    """The text of a PDF in the order of its content, as poppler's pdftotext reads it."""
    return _pdftotext(pdf, "-raw")


READERS = {"PDFium": text_by_pdfium, "poppler": text_by_poppler}
"""Two readers that know nothing of each other, by name."""

WORD_READERS = {"PDFium": words_by_pdfium, "poppler": words_by_poppler}
"""The same, telling where each word stands."""


def _pdftotext(pdf: bytes, *options: str) -> str:
    done = subprocess.run(
        [need_program("pdftotext"), *options, "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


class Glyph(NamedTuple):
    """A character as pdfplumber finds it: its left end on the baseline, the width it takes, its face."""

    page: int
    x: float
    y: float
    width: float
    size: float
    bold: bool
    italic: bool
    text: str


def glyphs(pdf: bytes) -> list[Glyph]:
    """Every character of a PDF in the order of its content."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [
            Glyph(
                number,
                char["matrix"][4],
                float(page.height) - char["matrix"][5],
                char["width"],
                char["size"],
                "Bold" in char["fontname"],
                "Italic" in char["fontname"],
                char["text"],
            )
            for number, page in enumerate(document.pages)
            for char in page.chars
        ]


class Stroke(NamedTuple):
    """A filled bar as pdfplumber finds it: ends, middle and thickness."""

    page: int
    x1: float
    x2: float
    y: float
    thickness: float


def strokes(pdf: bytes) -> list[Stroke]:
    """Every filled bar of a PDF."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [
            Stroke(number, rect["x0"], rect["x1"], (rect["top"] + rect["bottom"]) / 2, rect["height"])
            for number, page in enumerate(document.pages)
            for rect in page.rects
        ]


def frame_lines(frames: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """The lines of a frame dump as page, component and text, in its order."""
    for number, page in enumerate(frames["pages"]):
        items = [item for item in page["items"] if item["kind"] == "text"]
        line = ""
        for item, following in pairwise([*items, None]):
            assert item is not None
            line += item["text"]
            if following is None or not _goes_on(item, following):
                yield number, item["component"], line
                line = ""


def _goes_on(item: dict[str, Any], following: dict[str, Any]) -> bool:
    """Whether the next run continues the line of this one: where it ends, on about its baseline."""
    return bool(
        item["component"] == following["component"]
        and abs(item["x"] + item["width"] - following["x"]) < 0.5
        and abs(item["y"] - following["y"]) < item["size"]
    )


def component_at(frames: dict[str, Any], word: Word) -> str:
    """The component of the frame dump in which a word was found: that of the nearest run around it."""
    around = [
        (abs(item["y"] - item["size"] * 0.3 - word.y), item["component"])
        for item in frames["pages"][word.page]["items"]
        if item["kind"] == "text" and item["x"] - 1 <= word.x <= item["x"] + item["width"] + 1
    ]
    return min(around)[1] if around else "nowhere"


def by_component(frames: dict[str, Any], words: Sequence[Word]) -> dict[str, list[str]]:
    """Words by the component they were found in, in the reader's order."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(component_at(frames, word), []).append(word.text)
    return found


def plain_words(text: str) -> list[str]:
    """The words of a text for comparison: composed, without the signs and separators of lists."""
    words = (word.rstrip(",;.") for word in unicodedata.normalize("NFC", text).split())
    return [word for word in words if word not in {"", "-", "+", "•"}]


class EmbeddedFont(NamedTuple):
    """A font of a PDF: its names, its program if it is embedded, its map of codes to text if it has one."""

    base_font: str
    subtype: str
    program: bytes | None
    to_unicode: str | None


def fonts_of(pdf: bytes) -> dict[str, EmbeddedFont]:
    """Every font that a page of the PDF names, by that name, whether the page uses it or not."""
    document = PDFDocument(PDFParser(BytesIO(pdf)))
    found = {}
    for page in resolve1(resolve1(document.catalog["Pages"])["Kids"]):
        for name, reference in resolve1(resolve1(resolve1(page)["Resources"])["Font"]).items():
            font = resolve1(reference)
            descriptor = resolve1(font.get("FontDescriptor")) or {}
            program, to_unicode = resolve1(descriptor.get("FontFile2")), resolve1(font.get("ToUnicode"))
            found[name] = EmbeddedFont(
                font["BaseFont"].name,
                font["Subtype"].name,
                program.get_data() if program else None,
                to_unicode.get_data().decode("ascii") if to_unicode else None,
            )
    return found


def catalog_of(pdf: bytes) -> dict[str, Any]:
    """The document catalogue of a PDF, its entries resolved."""
    document = PDFDocument(PDFParser(BytesIO(pdf)))
    return {key: resolve1(value) for key, value in document.catalog.items()}
