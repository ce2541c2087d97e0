"""The faces of the page in a PDF: embedded, subset, extractable.

One fixed code page of 8 bits holds all of Vietnamese and the usual marks. A face is cut to it and compressed once
and serves every document after that. Other characters go into further code pages, made for the document that
needs them. A character the face lacks gets a code too: a box is drawn, and the character itself can still be
copied out of the document.
"""

from __future__ import annotations

import codecs
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from vpdesk.export.truetype import FaceFacts, TrueTypeFace
from vpdesk.layout.fonts import BOX, Face, FontBook

_VIETNAMESE = (
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
    "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
)
_MARKS = "“”‘’–—…•·°§±×½«»₫²"
_UNUSED = "\ufffe"
_SPACE = 32

_SYMBOLIC, _ITALIC, _FORCE_BOLD = 1 << 2, 1 << 6, 1 << 18
"""Flags of a font descriptor (PDF reference, 9.8.2)."""
_BOLD = 600


def _fixed_page() -> str:
    """Code to character in the fixed code page: ASCII at its own place (the space must have code 32), the rest around.

    Codes 10 and 13 stay free: a line end inside a string would be read as another one.
    """
    page = [_UNUSED] * 256
    for code in range(_SPACE, 127):
        page[code] = chr(code)
    free = (code for code in range(1, 256) if page[code] == _UNUSED and code not in (10, 13))
    for character, code in zip(_VIETNAMESE + _MARKS, free, strict=False):
        page[code] = character
    return "".join(page)


class Written(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is not typed
    """A PDF object in its final form, save for the numbers of those it refers to."""

    def __init__(self, *parts: Any) -> None:
        self._parts = parts

    def format(self, document: Any) -> bytes:
        """The object as it stands in the file."""
        return b"".join([part if isinstance(part, bytes) else part.format(document) for part in self._parts])


def deflated(content: bytes, level: int, entries: bytes = b"") -> bytes:
    """A compressed stream as it stands in the file; `entries` are further ones of its dictionary."""
    packed = zlib.compress(content, level)
    return b"<< /Filter /FlateDecode%b /Length %d >>\nstream\n%b\nendstream\n" % (entries, len(packed), packed)


class PaperFonts:
    """The faces in the fixed code page, each made when it is first used and kept for every document."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._faces: dict[Face, TrueTypeFace] = {}
        self._fixed: dict[Face, _Subset] = {}
        self._page = _fixed_page()
        self.code_map = codecs.charmap_build(self._page)
        self.to_unicode = _to_unicode(_tag(0), self._page)

    def fixed(self, face: Face) -> _Subset:
        """A face in the fixed code page."""
        if face not in self._fixed:
            self._fixed[face] = self.subset(face, self._page, 0)
        return self._fixed[face]

    def subset(self, face: Face, page: str, number: int) -> _Subset:
        """A face in a code page."""
        if face not in self._faces:
            self._faces[face] = TrueTypeFace(self._fonts.path(face).read_bytes())
        return _Subset(self._faces[face], page, _tag(number))


class _Subset:
    """What a face in one code page puts into a PDF, written out once."""

    def __init__(self, face: TrueTypeFace, page: str, tag: str) -> None:
        box = face.glyph(BOX)
        glyphs = [0 if character == _UNUSED else face.glyph(character) or box for character in page]
        program = face.subset(glyphs)
        facts = face.facts()
        name = f"{tag}+{facts.name}"
        self.program = deflated(program, 9, b" /Length1 %d" % len(program))
        self.descriptor = _descriptor(facts, name).encode("ascii")
        self.font = (
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 0 /LastChar {len(page) - 1}\n"
            f"/Widths [{' '.join(f'{face.advance(glyph):.2f}' for glyph in glyphs)}]\n"
        ).encode("ascii")


def _descriptor(facts: FaceFacts, name: str) -> str:
    """What readers want to know of a face; nobody measured its stems, so their width is guessed from its weight."""
    slanted, bold = facts.italic_angle != 0, facts.weight >= _BOLD
    flags = _SYMBOLIC | _ITALIC * slanted | _FORCE_BOLD * bold
    box = " ".join(f"{side:.2f}" for side in facts.box)
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [{box}]"
        f" /ItalicAngle {facts.italic_angle:.2f} /Ascent {facts.ascent:.2f} /Descent {facts.descent:.2f}"
        f" /CapHeight {facts.cap_height:.2f} /StemV {50 + int((facts.weight / 65) ** 2)}"
    )


def _tag(number: int) -> str:
    """The six letters that mark a subset, AAAAAA for the first."""
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(5, -1, -1))


class DocumentFonts:
    """The faces and code pages of one document, in the order it met them."""

    def __init__(self, fonts: PaperFonts) -> None:
        self._fonts = fonts
        self._names: dict[tuple[Face, int], bytes] = {}
        self._codes: dict[str, tuple[int, int]] = {}
        self._pages: list[list[str]] = []

    def stretches(self, text: str) -> list[tuple[int, bytes]]:
        """The text as stretches of codes, each in one code page."""
        try:
            return [(0, codecs.charmap_encode(text, "strict", self._fonts.code_map)[0])]
        except UnicodeEncodeError:
            return self._split(text)

    def _split(self, text: str) -> list[tuple[int, bytes]]:
        stretches: list[tuple[int, bytearray]] = []
        for character in text:
            try:
                page, code = 0, codecs.charmap_encode(character, "strict", self._fonts.code_map)[0][0]
            except UnicodeEncodeError:
                page, code = self._place(character)
            if not stretches or stretches[-1][0] != page:
                stretches.append((page, bytearray()))
            stretches[-1][1].append(code)
        return [(page, bytes(codes)) for page, codes in stretches]

    def _place(self, character: str) -> tuple[int, int]:
        """Code page and code of a character beyond the fixed ones. Every page has its own space."""
        if character not in self._codes:
            if not self._pages or len(self._pages[-1]) == 256:
                self._pages.append([_UNUSED] * _SPACE + [" "])
            self._codes[character] = (len(self._pages), len(self._pages[-1]))
            self._pages[-1].append(character)
        return self._codes[character]

    def name(self, face: Face, page: int) -> bytes:
        """What the document calls a face in a code page."""
        return self._names.setdefault((face, page), b"F%d" % (len(self._names) + 1))

    def add_to(self, doc: Any) -> None:
        """Put the faces this document used into it."""
        further = ["".join(page) for page in self._pages]
        maps = [self._fonts.to_unicode, *(_to_unicode(_tag(at), page) for at, page in enumerate(further, start=1))]
        to_unicode = [doc.Reference(Written(each)) for each in maps]
        fonts = doc.idToObject[pdfdoc.BasicFonts]
        for (face, page), name in self._names.items():
            subset = self._fonts.subset(face, further[page - 1], page) if page else self._fonts.fixed(face)
            program = doc.Reference(Written(subset.program))
            descriptor = doc.Reference(Written(subset.descriptor, b" /FontFile2 ", program, b" >>"))
            font = Written(subset.font, b"/FontDescriptor ", descriptor, b" /ToUnicode ", to_unicode[page], b" >>")
            fonts[name.decode("ascii")] = doc.Reference(font)


def _to_unicode(name: str, page: str) -> bytes:
    """The stream that lets the text be read out again (PDF reference, 9.10.3)."""
    used = [(code, character) for code, character in enumerate(page) if character != _UNUSED]
    lines = [f"<{code:02X}> <{character.encode('utf-16-be').hex().upper()}>" for code, character in used]
    groups = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    table = "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for group in groups for line in (f"{len(group)} beginbfchar", *group, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
    return deflated(table.encode("ascii"), 9)
