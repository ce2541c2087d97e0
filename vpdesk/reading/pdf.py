"""The words of a PDF that was made elsewhere, with their places. Home of pypdfium2 for reading.

It runs in a process of its own (`reading.apart`): whatever a broken file does to it, the desk lives.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from vpdesk.domain.errors import PdfBroken, PdfLocked
from vpdesk.domain.read_pages import Box, ReadFile, ReadPage, Word
from vpdesk.domain.text import carried

MOST_LETTERS = 1_000_000
"""Letters of a file that are worth finding it by."""
PATIENCE = 20.0
"""Seconds after which what was read until then has to do."""
_FINENESS = 100
"""Parts of a point in which places are asked for."""


def read_pdf(path: Path, patience: float = PATIENCE) -> ReadFile:
    """The pages, the words of the first and the text of all. Raises PdfLocked, PdfBroken."""
    until = time.monotonic() + patience
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise (PdfLocked if locked else PdfBroken)(path.name) from None
    try:
        count = len(document)
        if count == 0:
            raise PdfBroken(path.name)
        first = _read_page(document, 0)
        if first is None:
            raise PdfBroken(path.name)
        return ReadFile(count, first, _text(document, until))
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, until: float) -> str:
    """The text of the pages that can be read, as far as time and room go."""
    texts: list[str] = []
    room = MOST_LETTERS
    for number in range(len(document)):
        if room <= 0 or time.monotonic() > until:
            break
        try:
            said = document[number].get_textpage().get_text_range()
        except pypdfium2.PdfiumError:
            continue
        lines = (carried(line).strip() for line in said.replace("\ufffe", "").splitlines())
        texts.append("\n".join(line for line in lines if line)[:room])
        room -= len(texts[-1])
    return "\n".join(filter(None, texts))


def _read_page(document: pypdfium2.PdfDocument, number: int) -> ReadPage | None:
    try:
        page = document[number]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    width, height = page.get_size()
    return ReadPage(width, height, tuple(_words(page, textpage)))


def _words(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> Iterator[Word]:
    letters: list[str] = []
    place: Box | None = None
    for index in range(textpage.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if not letter.isspace() and letter.isprintable():
            here = _place(page, textpage, index)
            place = here if place is None else place.joined(here)
            letters.append(letter)
        elif letter.isspace() and letters and place is not None:
            yield Word(carried("".join(letters)), place)
            letters, place = [], None
    if letters and place is not None:
        yield Word(carried("".join(letters)), place)


def _place(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, index: int) -> Box:
    """Where a letter stands on the page as it is shown, turned and cut as the file says."""
    left, bottom, right, top = textpage.get_charbox(index)
    x1, y1 = _shown(page, left, top)
    x2, y2 = _shown(page, right, bottom)
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _shown(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    size = round(width * _FINENESS), round(height * _FINENESS)
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value / _FINENESS, down.value / _FINENESS
