"""TrueType faces, read as far as embedding them needs, and cut down to the glyphs a document wants.

A cut face keeps its outlines and advances and loses its hinting, which is most of its bytes: instructions that fit
outlines to a coarse grid of pixels, which a printer's grid is not and smoothed screens have little use for.

It reads what the faces of the page have: characters mapped to glyphs in stretches (format 4, no lists), an advance for
every glyph, long places. Tests hold it against the font files.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from struct import pack, pack_into, unpack, unpack_from
from typing import NamedTuple

_KEEP_THIN_STEMS = bytes.fromhex("B8 01 FF 85 B0 04 8D")
"""The only program left (PUSHW 511 SCANCTRL PUSHB 4 SCANTYPE): black and white printing drops no thin stroke."""

_GRID_FLAGS = 0b11100
"""Bits of `head.flags` that speak of instructions and of whole sizes in pixels."""

_ARGUMENTS_ARE_WORDS = 0x0001
_SCALE_BYTES = {0x0008: 2, 0x0040: 4, 0x0080: 8}
_MORE_COMPONENTS = 0x0020
_HAS_INSTRUCTIONS = 0x0100

_MAP_WANTED = (3, 1)
"""Platform and encoding of the table from characters to glyphs."""
_NAME_WANTED = (3, 6)
"""Platform and kind of the name that PDF and PostScript use."""


class FaceFacts(NamedTuple):
    """What a face says of itself. Measures are thousandths of the em."""

    name: str
    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    weight: int


class TrueTypeFace:
    """One face of a font file."""

    def __init__(self, content: bytes) -> None:
        directory = (unpack_from(">4s4xII", content, 12 + 16 * at) for at in range(*unpack_from(">4xH", content)))
        self._tables = {tag: content[offset : offset + length] for tag, offset, length in directory}
        self._units_per_em: int = unpack_from(">H", self._tables[b"head"], 18)[0]
        self._places = unpack(f">{len(self._tables[b'loca']) // 4}I", self._tables[b"loca"])
        self._read_characters()

    def _read_characters(self) -> None:
        table = self._tables[b"cmap"]
        encodings = (unpack_from(">HHI", table, 4 + 8 * at) for at in range(*unpack_from(">2xH", table)))
        start = next(offset for platform, encoding, offset in encodings if (platform, encoding) == _MAP_WANTED)
        _, length, double = unpack_from(">HH2xH", table, start)
        words: tuple[int, ...] = unpack_from(f">{length // 2}H", table, start)
        count = double // 2
        self._last, self._first, self._shift = (words[at : at + count] for at in (7, 8 + count, 8 + 2 * count))

    def glyph(self, character: str) -> int:
        """The glyph of a character; 0 when the face has none."""
        code = ord(character)
        at = bisect_left(self._last, code)
        if at == len(self._last) or code < self._first[at]:
            return 0
        return (code + self._shift[at]) & 0xFFFF

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen, in thousandths of the em."""
        return self._scaled(unpack_from(">H", self._tables[b"hmtx"], 4 * glyph)[0])

    def facts(self) -> FaceFacts:
        """What the face says of itself."""
        ascent, descent, cap_height = unpack_from(">68xhh16xh", self._tables[b"OS/2"])
        box = unpack_from(">36x4h", self._tables[b"head"])
        (angle,) = unpack_from(">4xi", self._tables[b"post"])
        (weight,) = unpack_from(">4xH", self._tables[b"OS/2"])
        return FaceFacts(
            name=self._name(),
            box=(self._scaled(box[0]), self._scaled(box[1]), self._scaled(box[2]), self._scaled(box[3])),
            ascent=self._scaled(ascent),
            descent=self._scaled(descent),
            cap_height=self._scaled(cap_height),
            italic_angle=angle / 0x10000,
            weight=weight,
        )

    def _scaled(self, units: int) -> float:
        return units * 1000 / self._units_per_em

    def _name(self) -> str:
        table = self._tables[b"name"]
        count, texts = unpack_from(">2xHH", table)
        entries = (unpack_from(">H4xHHH", table, 6 + 12 * at) for at in range(count))
        length, start = next(place for platform, name, *place in entries if (platform, name) == _NAME_WANTED)
        return table[texts + start : texts + start + length].decode("utf-16-be")

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font file without hinting whose codes, from 0 on, draw these glyphs."""
        order = list(dict.fromkeys([0, *glyphs]))
        numbers = {glyph: number for number, glyph in enumerate(order)}

        def number_of(glyph: int) -> int:
            if glyph not in numbers:
                numbers[glyph] = len(order)
                order.append(glyph)
            return numbers[glyph]

        outlines, places = [], [0]
        for glyph in order:  # grows by the parts of composed glyphs
            outlines.append(self._outline(glyph, number_of))
            places.append(places[-1] + len(outlines[-1]))
        metrics = self._tables[b"hmtx"]
        return _font_file(
            {
                b"cmap": _code_table([numbers[glyph] for glyph in glyphs]),
                b"glyf": b"".join(outlines),
                b"head": self._head(),
                b"hhea": self._tables[b"hhea"][:34] + pack(">H", len(order)),
                b"hmtx": b"".join(metrics[4 * glyph : 4 * glyph + 4] for glyph in order),
                b"loca": pack(f">{len(places)}H", *(place // 2 for place in places)),
                b"maxp": self._tables[b"maxp"][:4] + pack(">H", len(order)) + self._tables[b"maxp"][6:],
                b"prep": _KEEP_THIN_STEMS,
            }
        )

    def _head(self) -> bytes:
        """The head of a cut face: no checksum of the whole, no flags of hinting, places in words."""
        head = bytearray(self._tables[b"head"])
        (flags,) = unpack_from(">H", head, 16)
        pack_into(">I", head, 8, 0)
        pack_into(">H", head, 16, flags & ~_GRID_FLAGS)
        pack_into(">H", head, 50, 0)
        return bytes(head)

    def _outline(self, glyph: int, number_of: Callable[[int], int]) -> bytes:
        """The outline of a glyph without its instructions, filled up to an even place."""
        outline = self._tables[b"glyf"][self._places[glyph] : self._places[glyph + 1]]
        if outline:
            (contours,) = unpack_from(">h", outline)
            outline = _simple(outline, contours) if contours >= 0 else _composed(outline, number_of)
        return _filled(outline, 2)


def _code_table(numbers: Sequence[int]) -> bytes:
    """Code to glyph for codes of one byte: one table, for the platform that PDF asks for, in format 6."""
    length = 10 + 2 * len(numbers)
    return pack(f">2H 2HI 5H {len(numbers)}H", 0, 1, 1, 0, 12, 6, length, 0, 0, len(numbers), *numbers)


def _simple(outline: bytes, contours: int) -> bytes:
    end = 10 + 2 * contours
    (length,) = unpack_from(">H", outline, end)
    return outline[:end] + b"\0\0" + outline[end + 2 + length :]


def _composed(outline: bytes, number_of: Callable[[int], int]) -> bytes:
    composed = bytearray(outline)
    end, flags = 10, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags, part = unpack_from(">HH", composed, end)
        pack_into(">HH", composed, end, flags & ~_HAS_INSTRUCTIONS, number_of(part))
        end += 8 if flags & _ARGUMENTS_ARE_WORDS else 6
        end += sum(size for flag, size in _SCALE_BYTES.items() if flags & flag)
    return bytes(composed[:end])


def _font_file(tables: Mapping[bytes, bytes]) -> bytes:
    """A font file of these tables, which stand in the order of their tags."""
    power = len(tables).bit_length() - 1
    directory = [pack(">IHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))]
    content = []
    offset = 12 + 16 * len(tables)
    for tag, table in tables.items():
        filled = _filled(table, 4)
        checksum = sum(unpack(f">{len(filled) // 4}I", filled)) & 0xFFFFFFFF
        directory.append(pack(">4sIII", tag, checksum, offset, len(table)))
        content.append(filled)
        offset += len(filled)
    return b"".join([*directory, *content])


def _filled(content: bytes, unit: int) -> bytes:
    return content + bytes(-len(content) % unit)
