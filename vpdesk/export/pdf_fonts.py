"""The faces of the page in a PDF: embedded, subset, extractable.

One fixed encoding of 8 bits holds all of Vietnamese and the usual marks. It is subset and compressed once and serves
every document after that, which is nearly half of what ReportLab would spend on each. Other characters go into further
subsets, made for the document that needs them. A character the face lacks gets a code too: a box is drawn, and
the character itself can still be copied out of the document.
"""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont

from vpdesk.layout.fonts import BOX

_VIETNAMESE = (
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
    "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
)
_MARKS = "“”‘’–—…•·°§±×½«»₫²"
_UNUSED = "\ufffe"
_SPACE = 32


def _code_page() -> str:
    """Code to character for the fixed subset: ASCII at its own place (the space must have code 32), the rest around it.

    Codes 10 and 13 stay free: a line end inside a string would be read as another one.
    """
    page = [_UNUSED] * 256
    for code in range(_SPACE, 127):
        page[code] = chr(code)
    free = (code for code in range(1, 256) if page[code] == _UNUSED and code not in (10, 13))
    for character, code in zip(_VIETNAMESE + _MARKS, free, strict=False):
        page[code] = character
    return "".join(page)


@dataclass(slots=True)
class _Extras:
    """The characters beyond the fixed subset that one document uses, in the order it met them."""

    codes: dict[str, tuple[int, int]] = field(default_factory=dict)
    pages: list[list[str]] = field(default_factory=list)

    def place(self, character: str) -> tuple[int, int]:
        """Subset and code of a character, given when it is first met. Every subset has its own space."""
        if character not in self.codes:
            if not self.pages or len(self.pages[-1]) == 256:
                self.pages.append([_UNUSED] * _SPACE + [" "])
            self.codes[character] = (len(self.pages), len(self.pages[-1]))
            self.pages[-1].append(character)
        return self.codes[character]


@dataclass(frozen=True, slots=True)
class _Subset:
    """What a subset puts into a PDF, compressed once."""

    program: bytes
    program_length: int
    to_unicode: bytes
    widths: _Written
    last_code: int


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is not typed
    """A PDF object in its final form, so that it is written out once and not for each document."""

    def __init__(self, text: str) -> None:
        self._bytes = text.encode("ascii")

    def format(self, document: Any) -> bytes:  # noqa: ARG002 -- ReportLab's
        """The object as it stands in the file."""
        return self._bytes


class PaperFont(TTFont):  # type: ignore[misc]  # ReportLab is not typed
    """A TrueType face in the fixed encoding, with further subsets for what it does not hold."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), shapable=False)
        page = _code_page()
        self._encoding_map = codecs.charmap_build(page)
        self._fixed = self._subset(page, 0)
        self._extras: WeakKeyDictionary[object, _Extras] = WeakKeyDictionary()

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802, ARG002 -- ReportLab's
        """The text as stretches of codes, each in one subset."""
        try:
            return [(0, codecs.charmap_encode(text, "strict", self._encoding_map)[0])]
        except UnicodeEncodeError:
            return self._split(text, self._extras.setdefault(doc, _Extras()))

    def _split(self, text: str, extras: _Extras) -> list[tuple[int, bytes]]:
        stretches: list[tuple[int, bytearray]] = []
        for character in text:
            try:
                subset, code = 0, codecs.charmap_encode(character, "strict", self._encoding_map)[0][0]
            except UnicodeEncodeError:
                subset, code = extras.place(character)
            if not stretches or stretches[-1][0] != subset:
                stretches.append((subset, bytearray()))
            stretches[-1][1].append(code)
        return [(subset, bytes(codes)) for subset, codes in stretches]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 -- ReportLab's
        """The name a page calls this subset by."""
        state = self._assignState(doc)
        if state.internalName is None:
            state.internalName = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = "/" + state.internalName
            doc.delayedFonts.append(self)
        return f"/{state.internalName}+{subset}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 -- ReportLab's
        """Put the subsets this document used into it."""
        pages = self._extras.pop(doc, _Extras()).pages
        further = [self._subset("".join(page), number) for number, page in enumerate(pages, start=1)]
        for number, subset in enumerate([self._fixed, *further]):
            self._add_subset(doc, number, subset)
        del self.state[doc]

    def _subset(self, page: str, number: int) -> _Subset:
        codes = [0 if character == _UNUSED else self._glyph_code(character) for character in page]
        program = self.face.makeSubset(codes)
        return _Subset(
            program=zlib.compress(program, 9),
            program_length=len(program),
            to_unicode=zlib.compress(_to_unicode(self._base_name(number), page).encode("ascii"), 9),
            widths=_Written(f"[ {' '.join(f'{self.face.getCharWidth(code):.2f}' for code in codes)} ]"),
            last_code=len(codes) - 1,
        )

    def _glyph_code(self, character: str) -> int:
        """The character whose glyph is drawn for this one: itself, or the box for one the face lacks."""
        return ord(character) if ord(character) in self.face.charToGlyph else ord(BOX)

    def _base_name(self, number: int) -> str:
        return f"{SUBSETN(number).decode('ascii')}+{self.face.name.decode('ascii')}"

    def _add_subset(self, doc: Any, number: int, subset: _Subset) -> None:
        name = self._base_name(number)
        font = pdfdoc.PDFTrueTypeFont()
        font.Name = self.getSubsetInternalName(number, doc)[1:]
        font.BaseFont = name
        font.FirstChar, font.LastChar = 0, subset.last_code
        font.Widths = subset.widths
        font.ToUnicode = doc.Reference(_compressed(subset.to_unicode), f"toUnicodeCMap:{name}")
        font.FontDescriptor = doc.Reference(self._descriptor(doc, name, subset), f"fontDescriptor:{name}")
        doc.Reference(font, font.Name)
        doc.idToObject["BasicFonts"].dict[font.Name] = font

    def _descriptor(self, doc: Any, name: str, subset: _Subset) -> Any:
        face = self.face
        program = _compressed(subset.program, Length1=subset.program_length)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(name),
                "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(face.bbox),
                "ItalicAngle": face.italicAngle,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "StemV": face.stemV,
                "MissingWidth": face.defaultWidth,
                "FontFile2": doc.Reference(program, f"fontFile:{name}"),
            }
        )


def _compressed(content: bytes, **entries: int) -> Any:
    """A stream whose content is deflated already."""
    dictionary = pdfdoc.PDFDictionary({**entries, "Filter": pdfdoc.PDFName("FlateDecode")})
    return pdfdoc.PDFStream(dictionary, content, [])


def _to_unicode(name: str, page: Sequence[str]) -> str:
    """The table that lets the text be read out again (PDF reference, 9.10.3)."""
    used = [(code, character) for code, character in enumerate(page) if character != _UNUSED]
    lines = [f"<{code:02X}> <{character.encode('utf-16-be').hex().upper()}>" for code, character in used]
    groups = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return "\n".join(
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
