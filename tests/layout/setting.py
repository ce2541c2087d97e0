"""Setting a few lines by hand, for the tests of lines."""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.domain.body import Alignment, Run, Runs
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import GlyphRun, Inked, Line, Stroke
from vpdesk.layout.inline import set_lines
from vpdesk.layout.norms import Style
from vpdesk.paths import resource

FONTS = FontBook(resource("fonts"))
STYLE = Style(size=14, leading=18, align=Alignment.JUSTIFIED)
SPACE = 14 * FONTS.width(" ", Face.REGULAR) / FONTS.units_per_em
MEASURE = 165 * 72 / 25.4
"""The width of the text of an A4 page."""


def width(text: str, face: Face = Face.REGULAR, size: float = 14) -> float:
    """The width of a text, unbroken."""
    return size * FONTS.width(text, face) / FONTS.units_per_em


def runs_of(text: str | Runs) -> Runs:
    return (Run(text),) if isinstance(text, str) else text


def set_text(
    text: str | Runs, measure: float = MEASURE, align: Alignment | None = None, indent: float = 0, style: Style = STYLE
) -> tuple[Line, ...]:
    return set_lines(runs_of(text), style, measure, FONTS, align=align, first_indent=indent)


def glyphs(line: Line) -> list[tuple[Inked, GlyphRun]]:
    """The runs of a line, each with its place."""
    return [(item, item.ink) for item in line.items if isinstance(item.ink, GlyphRun)]


def strokes(line: Line) -> list[tuple[Inked, Stroke]]:
    return [(item, item.ink) for item in line.items if isinstance(item.ink, Stroke)]


def shown(lines: Sequence[Line]) -> list[str]:
    """What stands on each line."""
    return ["".join(run.text for _, run in glyphs(line)) for line in lines]


def broken(text: str | Runs, measure: float = MEASURE, align: Alignment | None = None, indent: float = 0) -> list[str]:
    """The lines of a text as strings."""
    return shown(set_text(text, measure, align, indent))
