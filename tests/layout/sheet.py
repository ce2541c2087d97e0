"""A frame dump read back: ink and rules, joined into rows, measured with the font files themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont

from vpdesk.paths import resource

POINTS_PER_MM = 72 / 25.4
SAME_ROW = 8.0
"""Baselines nearer than this are one row: raised and lowered runs leave their line by less."""


@dataclass(frozen=True)
class Ink:
    """A run of text as painted."""

    page: int
    x: float
    y: float
    size: float
    bold: bool
    italic: bool
    text: str
    width: float
    component: str

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def spaces(self) -> int:
        return self.text.count(" ")

    @property
    def natural(self) -> float:
        """The width with the face's own spaces."""
        return text_width(self.text, self.size, bold=self.bold, italic=self.italic)


@dataclass(frozen=True)
class Rule:
    """A rule as painted."""

    page: int
    x1: float
    x2: float
    y: float
    thickness: float
    component: str

    @property
    def width(self) -> float:
        return self.x2 - self.x1


@dataclass(frozen=True)
class Row:
    """Runs of one component on one baseline."""

    inks: tuple[Ink, ...]
    line: tuple[float, float] | None = None
    """Size and baseline of the line it stands on, where its own runs do not tell: all of them may be raised."""

    @property
    def page(self) -> int:
        return self.inks[0].page

    @property
    def component(self) -> str:
        return self.inks[0].component

    @property
    def left(self) -> float:
        return min(ink.x for ink in self.inks)

    @property
    def right(self) -> float:
        return max(ink.right - trailing(ink) for ink in self.inks)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        return self.line[0] if self.line else max(ink.size for ink in self.inks)

    @property
    def baseline(self) -> float:
        """The baseline of the row's largest type."""
        return self.line[1] if self.line else next(ink.y for ink in self.inks if ink.size == self.size)

    @property
    def text(self) -> str:
        return "".join(ink.text for ink in self.inks)

    @property
    def words(self) -> list[str]:
        return self.text.split()

    def top(self, leading: float) -> float:
        """The top of its line box when its pitch is `leading`."""
        return self.baseline - baseline_in_line(self.size, leading)

    def bottom(self, leading: float) -> float:
        """The bottom of its line box."""
        return self.top(leading) + leading


@dataclass(frozen=True)
class Sheets:
    """The pages of a frame dump."""

    sizes: tuple[tuple[float, float], ...]
    inks: tuple[Ink, ...]
    rules: tuple[Rule, ...]
    rows: tuple[Row, ...]

    def of(self, *components: str) -> list[Row]:
        """The rows of these components, in order."""
        return [row for row in self.rows if row.component in components]

    def rules_of(self, component: str) -> list[Rule]:
        return [rule for rule in self.rules if rule.component == component]


def read_sheets(frames: Mapping[str, Any]) -> Sheets:
    """The pages of a `.frames.json`, counted from 1."""
    inks: list[Ink] = []
    rules: list[Rule] = []
    for number, page in enumerate(frames["pages"], start=1):
        for item in page["items"]:
            values = {key: value for key, value in item.items() if key != "kind"}
            if item["kind"] == "text":
                inks.append(Ink(page=number, **values))
            else:
                y = values.pop("y1")
                assert values.pop("y2") == y, "a rule that slopes"
                rules.append(Rule(page=number, y=y, **values))
    sizes = tuple((page["width"], page["height"]) for page in frames["pages"])
    return Sheets(sizes, tuple(inks), tuple(rules), tuple(_rows(inks)))


def _rows(inks: Sequence[Ink]) -> Iterator[Row]:
    row: list[Ink] = []
    for ink in inks:
        if row and not _continues(row, ink):
            yield Row(tuple(row))
            row = []
        row.append(ink)
    if row:
        yield Row(tuple(row))


def _continues(row: Sequence[Ink], ink: Ink) -> bool:
    last = row[-1]
    return (
        (ink.page, ink.component) == (last.page, last.component)
        and abs(ink.y - row[0].y) < SAME_ROW
        and ink.x > last.x - 0.5
    )


def trailing(ink: Ink) -> float:
    """The width of the space at a run's end, which is no ink."""
    if not ink.text.endswith(" "):
        return 0.0
    gap = (ink.width - ink.natural) / ink.spaces
    return text_width(" ", ink.size, bold=ink.bold, italic=ink.italic) + gap


def packed(text: str) -> str:
    """A text without its spaces, its hyphens made alike: what must come out letter by letter."""
    return "".join(text.split()).replace("\u2010", "-").replace("\u2011", "-")


def cut_words(rows: Sequence[Row], words: Sequence[str], limit: float) -> Iterator[str]:
    """The words that a line end cuts though they are no wider than `limit`."""
    shown = [word.replace("\u2010", "-").replace("\u2011", "-") for row in rows for word in row.words]
    place = 0
    for raw in words:
        word = packed(raw)
        pieces = [shown[place]] if place < len(shown) else []
        place += 1
        while sum(map(len, pieces)) < len(word) and place < len(shown):
            pieces.append(shown[place])
            place += 1
        if "".join(pieces) != word:
            yield f"words are joined or parted at {word!r}: {pieces}"
            return
        if len(pieces) > 1 and text_width(word, 14) <= limit:
            yield f"{word!r} is cut into {pieces}"


@lru_cache(maxsize=4)
def _font(bold: bool, italic: bool) -> tuple[dict[int, int], int, int, TTFont]:
    name = ("BoldItalic" if italic else "Bold") if bold else ("Italic" if italic else "Regular")
    font = TTFont(resource("fonts") / f"LiberationSerif-{name}.ttf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    widths = {code: advances[glyph][0] for code, glyph in glyphs.items()}
    return widths, widths[ord("□")], font["head"].unitsPerEm, font


@lru_cache(maxsize=100_000)
def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """The sum of the advances of a text's characters, read from the font file; what it lacks is drawn as a box."""
    widths, missing, em, _ = _font(bold, italic)
    return sum(widths.get(ord(character), missing) for character in text) * size / em


@lru_cache(maxsize=1)
def _vertical() -> tuple[float, float, float]:
    _, _, em, font = _font(bold=False, italic=False)
    digit = font["glyf"][font.getBestCmap()[ord("0")]].yMax
    return font["hhea"].ascent / em, -font["hhea"].descent / em, digit / em


def baseline_in_line(size: float, leading: float) -> float:
    """From the top of a line box to its baseline: the type stands in the middle of its pitch."""
    ascent, descent, _ = _vertical()
    return leading / 2 + size * (ascent - descent) / 2


def digit_height(size: float) -> float:
    """How high the figures stand above their baseline."""
    return _vertical()[2] * size
