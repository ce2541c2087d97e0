"""The laid-out pages as PDF. A painter: it places what the frames say and measures nothing.

ReportLab numbers the objects, keeps their places and writes what frames the file. What stands in the pages is written
here, for its canvas would measure every string again and format anew what never changes.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from vpdesk.export.pdf_fonts import DocumentFonts, PaperFonts, Written, deflated
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import Bookmark, Description, Page, PagedDocument, Stroke

_DAY = b"D:20000101000000+00'00'"


class PdfWriter:
    """Writes document after document with the same embedded faces."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = PaperFonts(fonts)

    def write(self, document: PagedDocument) -> bytes:
        """The PDF of a document. The same document gives the same bytes."""
        doc = pdfdoc.PDFDocument(invariant=1, pdfVersion=(1, 4), lang=document.description.language)
        doc.info = _info(document.description)
        doc.Catalog.ViewerPreferences = Written(b"<< /DisplayDocTitle true >>")
        fonts = DocumentFonts(self._fonts)
        pages = [_add_page(doc, page, fonts) for page in document.pages]
        fonts.add_to(doc)
        doc.Catalog.Outlines = _outline(document, pages, doc)
        doc.updateSignature(doc.info.format(doc))
        data: bytes = doc.format()
        return data


def _add_page(doc: Any, page: Page, fonts: DocumentFonts) -> Any:
    """Put a page into the document; the reference to it."""
    content = _content(page, fonts)
    doc.updateSignature(content)
    written = Written(
        b"<< /Type /Page /MediaBox [0 0 %.4f %.4f] /Parent " % (page.width, page.height),
        doc.Reference(doc.Pages),
        b" /Resources << /ProcSet [/PDF /Text] /Font ",
        pdfdoc.PDFObjectReference(pdfdoc.BasicFonts),
        b" >> /Contents ",
        doc.Reference(Written(deflated(content, 6))),
        b" >>",
    )
    doc.addPage(written)
    return doc.Reference(written)


def _content(page: Page, fonts: DocumentFonts) -> bytes:
    """The page in PDF's own words: the text in reading order, then the rules."""
    operators, strokes = [b"BT"], []
    font: tuple[Face, int, float] | None = None
    gap = 0.0
    for left, baseline, placed in page.lines():
        for item in placed.line.items:
            ink = item.ink
            x, y = left + item.x, page.height - (baseline + item.y)
            if isinstance(ink, Stroke):
                bottom = y - ink.thickness / 2
                strokes.append(b"%.3f %.3f %.3f %.3f re f" % (x, bottom, ink.width, ink.thickness))
                continue
            if ink.word_gap != gap:
                gap = ink.word_gap
                operators.append(b"%.4f Tw" % gap)
            operators.append(b"1 0 0 1 %.3f %.3f Tm" % (x, y))
            for code_page, codes in fonts.stretches(ink.text):
                if font != (ink.face, code_page, ink.size):
                    font = (ink.face, code_page, ink.size)
                    operators.append(b"/%b %g Tf" % (fonts.name(ink.face, code_page), ink.size))
                operators.append(_string(codes) + b" Tj")
    return b"\n".join([*operators, b"ET", *strokes])


def _info(description: Description) -> Written:
    """What the file says of itself. The same document is to give the same bytes, so its day is always one."""
    return Written(
        b"<< /Title ",
        _text(description.title),
        b" /Author ",
        _text(description.author),
        b" /Subject ",
        _text(description.subject),
        b" /Creator (vpdesk) /Producer (ReportLab) /CreationDate (%b) /ModDate (%b) >>" % (_DAY, _DAY),
    )


def _text(content: str) -> bytes:
    """A PDF string that people read."""
    return _string(codecs.BOM_UTF16_BE + content.encode("utf-16-be"))


def _string(content: bytes) -> bytes:
    """A PDF string. Any byte may stand in it but its own signs, and the line end that readers would make another."""
    signs = content.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)").replace(b"\r", rb"\r")
    return b"(%b)" % signs


class _Entry(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is not typed
    """The outline or one of its headings, with the links by which readers walk it."""

    def __init__(self, content: bytes, level: int, parent: _Entry | None = None) -> None:
        self.level = level
        self.parent = parent
        self._content = content
        self.links: dict[bytes, _Entry] = {}
        self.count = 0
        if parent is not None:
            parent.take_in(self)

    def take_in(self, child: _Entry) -> None:
        """Put a heading behind those it holds already."""
        child.links[b"Parent"] = self
        last = self.links.get(b"Last")
        if last is None:
            self.links[b"First"] = child
        else:
            child.links[b"Prev"], last.links[b"Next"] = last, child
        self.links[b"Last"] = child
        ancestor: _Entry | None = self
        while ancestor is not None:
            ancestor.count += 1
            ancestor = ancestor.parent

    def format(self, document: Any) -> bytes:
        """The entry as it stands in the file."""
        links = [b" /%b %b" % (name, document.Reference(to).format(document)) for name, to in self.links.items()]
        count = b" /Count %d" % self.count if self.count else b""
        return b"<< %b%b%b >>" % (self._content, count, b"".join(links))


def _outline(document: PagedDocument, pages: Sequence[Any], doc: Any) -> _Entry | None:
    """The headings, each under the last one above its level."""
    if not document.bookmarks:
        return None
    outline = latest = _Entry(b"/Type /Outlines", -1)
    for mark in document.bookmarks:
        while latest.parent is not None and latest.level >= mark.level:
            latest = latest.parent
        latest = _Entry(_heading(mark, document.pages[mark.page], pages[mark.page].format(doc)), mark.level, latest)
    return outline


def _heading(mark: Bookmark, page: Page, place: bytes) -> bytes:
    return b"/Title %b /Dest [%b /XYZ 0 %.2f null]" % (_text(mark.title), place, page.height - mark.y)
