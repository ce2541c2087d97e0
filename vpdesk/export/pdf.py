"""The laid-out pages as PDF. A painter: it places what the frames say and measures nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from vpdesk.export.pdf_fonts import PaperFont
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import Bookmark, Page, PagedDocument, Stroke


class PdfWriter:
    """Writes document after document with the same embedded faces."""

    def __init__(self, fonts: FontBook) -> None:
        rl_config.useA85 = 0  # text armour a quarter larger than what it wraps
        self._font_book = fonts
        self._fonts: dict[Face, PaperFont] = {}

    def _font(self, face: Face) -> PaperFont:
        """The face as PDFs embed it, made when it is first used."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = PaperFont(_font_name(face), self._font_book.path(face))
            pdfmetrics.registerFont(font)
        return font

    def write(self, document: PagedDocument) -> bytes:
        """The PDF of a document. The same document gives the same bytes."""
        out = BytesIO()
        self._font(Face.REGULAR)
        first = document.pages[0]
        canvas = Canvas(
            out,
            pagesize=(first.width, first.height),
            pageCompression=1,
            invariant=1,
            initialFontName=_font_name(Face.REGULAR),
            lang=document.description.language,
        )
        canvas.setTitle(document.description.title)
        canvas.setAuthor(document.description.author)
        canvas.setSubject(document.description.subject)
        canvas.setCreator("vpdesk")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        marks = _levelled(document.bookmarks)
        for number, page in enumerate(document.pages):
            canvas.setPageSize((page.width, page.height))
            for key, mark, level in marks:
                if mark.page == number:
                    canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(page.height - mark.y, 2))
                    canvas.addOutlineEntry(mark.title, key, level)
            canvas._code.extend(self._operators(page, canvas._doc))
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _operators(self, page: Page, doc: Any) -> Iterator[str]:
        """The page in PDF's own words: the text in reading order, then the rules.

        Written here rather than through a text object, which would measure each string again.
        """
        strokes = []
        font, gap = "", None
        yield "BT"
        for x, y, ink, _ in page.inks():
            if isinstance(ink, Stroke):
                strokes.append((x, y, ink))
                continue
            if ink.word_gap != gap:
                gap = ink.word_gap
                yield f"{gap:.4f} Tw"
            yield f"1 0 0 1 {x:.3f} {page.height - y:.3f} Tm"
            embedded = self._font(ink.face)
            for subset, codes in embedded.splitString(ink.text, doc):
                wanted = f"{embedded.getSubsetInternalName(subset, doc)} {ink.size:g} Tf"
                if wanted != font:
                    font = wanted
                    yield font
                yield f"({_escaped(codes)}) Tj"
        yield "ET"
        for x, y, stroke in strokes:
            bottom = page.height - y - stroke.thickness / 2
            yield f"{x:.3f} {bottom:.3f} {stroke.width:.3f} {stroke.thickness:.3f} re f"


def _font_name(face: Face) -> str:
    return f"vpdesk-{face.name.lower()}"


_ESCAPES = {code: f"\\{code:03o}" for code in [*range(32), *range(127, 256)]} | {
    ord(sign): f"\\{sign}" for sign in "()\\"
}


def _escaped(codes: bytes) -> str:
    """Codes as the inside of a PDF string."""
    return codes.decode("latin-1").translate(_ESCAPES)


def _levelled(bookmarks: Sequence[Bookmark]) -> list[tuple[str, Bookmark, int]]:
    """Bookmarks with a key and a depth each: an outline may not go down two steps at once."""
    levelled = []
    open_levels: list[int] = []
    for number, mark in enumerate(bookmarks):
        while open_levels and open_levels[-1] >= mark.level:
            open_levels.pop()
        levelled.append((f"heading-{number}", mark, len(open_levels)))
        open_levels.append(mark.level)
    return levelled
