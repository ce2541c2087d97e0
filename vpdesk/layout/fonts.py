"""The faces of the page and their widths.

Widths are read from the font files once, by `python -m vpdesk.layout.fonts`, into a small table beside them,
so that starting up reads one short file and parses no font. A test holds the table against the files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any


class Face(Enum):
    """The four styles of Liberation Serif, metrically Times New Roman. The value is its file."""

    REGULAR = "LiberationSerif-Regular.ttf"
    BOLD = "LiberationSerif-Bold.ttf"
    ITALIC = "LiberationSerif-Italic.ttf"
    BOLD_ITALIC = "LiberationSerif-BoldItalic.ttf"

    # Members are looked up by the thousand; they are single objects, so identity will do.
    __hash__ = object.__hash__

    @classmethod
    def of(cls, *, bold: bool, italic: bool) -> Face:
        """The face in this weight and slant."""
        if bold:
            return cls.BOLD_ITALIC if italic else cls.BOLD
        return cls.ITALIC if italic else cls.REGULAR

    @property
    def is_bold(self) -> bool:
        """Whether this is one of the two bold faces."""
        return self in (Face.BOLD, Face.BOLD_ITALIC)

    @property
    def is_italic(self) -> bool:
        """Whether this is one of the two slanted faces."""
        return self in (Face.ITALIC, Face.BOLD_ITALIC)


WIDTH_TABLE = "LiberationSerif.widths.json"
BOX = "□"
"""What is drawn for a character that a face does not have; every face has this one."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical measures of the family, as parts of the size."""

    ascent: float
    descent: float
    underline_drop: float
    underline_thickness: float
    digit_height: float


class Advances(dict[str, int]):
    """The advance of each character in one face, in units of the em.

    A missing one has that of the box, and is noted among those that were met.
    """

    def __init__(self, advances: Iterable[tuple[str, int]], missing: set[str]) -> None:
        super().__init__(advances)
        self._missing = missing

    def __missing__(self, character: str) -> int:
        self._missing.add(character)
        return self[BOX]


class WordWidths(dict[str, float]):
    """The widths of words in one face and size, in points: sums of advances, no kerning (as Word sets it).

    Each is summed once and kept: Vietnamese has few syllables.
    """

    def __init__(self, advances: Advances, points_per_unit: float) -> None:
        super().__init__()
        self._advances = advances
        self._points_per_unit = points_per_unit

    def __missing__(self, word: str) -> float:
        width = self[word] = sum(map(self._advances.__getitem__, word)) * self._points_per_unit
        return width


class FontBook:
    """Widths and measures of the four faces, in units of the em. Read once, never changed after."""

    def __init__(self, folder: Path) -> None:
        table: dict[str, Any] = json.loads((folder / WIDTH_TABLE).read_text(encoding="utf-8"))
        self.folder = folder
        self.units_per_em: int = table["units_per_em"]
        self.metrics = Metrics(**{key: value / self.units_per_em for key, value in table["metrics"].items()})
        self._met_missing: set[str] = set()
        self._advances = {face: Advances(_unpacked(table["faces"][face.name]), self._met_missing) for face in Face}
        self._characters = {face: frozenset(advances) for face, advances in self._advances.items()}
        self._widths: dict[tuple[Face, float], WordWidths] = {}

    def widths(self, face: Face, size: float) -> WordWidths:
        """The widths of words in a face and size."""
        widths = self._widths.get((face, size))
        if widths is None:
            widths = self._widths[face, size] = WordWidths(self._advances[face], size / self.units_per_em)
        return widths

    def width(self, text: str, face: Face) -> int:
        """The width of a text in units of the em."""
        return sum(self.advances(text, face))

    def advances(self, text: str, face: Face) -> list[int]:
        """The advance of each character in units of the em."""
        return list(map(self._advances[face].__getitem__, text))

    def drawn(self, text: str, face: Face) -> str:
        """The characters whose glyphs are drawn for this text: its own, or the box."""
        missing = self.missing(text, face)
        return "".join(BOX if character in missing else character for character in text) if missing else text

    def missing(self, text: str, face: Face) -> frozenset[str]:
        """The characters of `text` this face does not have; they are drawn as boxes."""
        characters = self._characters[face]
        return frozenset() if characters.issuperset(text) else frozenset(text) - characters

    @property
    def met_missing(self) -> bool:
        """Whether any text was measured so far that has a character its face does not have."""
        return bool(self._met_missing)

    def path(self, face: Face) -> Path:
        """The font file of a face."""
        return self.folder / face.value


def _unpacked(ranges: Mapping[str, list[int]]) -> Iterator[tuple[str, int]]:
    """Character and advance, from stretches of consecutive characters."""
    for first, advances in ranges.items():
        start = int(first, 16)
        yield from zip(map(chr, range(start, start + len(advances))), advances, strict=True)


def read_widths(folder: Path) -> str:
    """The width table of the font files in `folder`, as the text of its file."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- a tool for making the table, never needed to lay out

    faces: dict[str, dict[str, list[int]]] = {}
    metrics: dict[str, int] = {}
    units_per_em = 0
    for face in Face:
        font = TTFont(folder / face.value)
        glyphs, advances = font.getBestCmap(), font["hmtx"].metrics
        faces[face.name] = _packed({code: advances[glyph][0] for code, glyph in glyphs.items()})
        if face is Face.REGULAR:
            units_per_em = font["head"].unitsPerEm
            metrics = {
                "ascent": font["hhea"].ascent,
                "descent": -font["hhea"].descent,
                "underline_drop": -font["post"].underlinePosition,
                "underline_thickness": font["post"].underlineThickness,
                "digit_height": font["glyf"][glyphs[ord("0")]].yMax,
            }
    table = {"units_per_em": units_per_em, "metrics": metrics, "faces": faces}
    return json.dumps(table, separators=(",", ":")).replace('"},"', '"},\n"').replace("],", "],\n") + "\n"


def _packed(advances: Mapping[int, int]) -> dict[str, list[int]]:
    stretches: dict[str, list[int]] = {}
    first = last = -2
    for code in sorted(advances):
        if code != last + 1:
            first = code
            stretches[f"{first:X}"] = []
        stretches[f"{first:X}"].append(advances[code])
        last = code
    return stretches


if __name__ == "__main__":
    target = Path(sys.argv[1])
    (target / WIDTH_TABLE).write_text(read_widths(target), encoding="utf-8")
