"""What stands where on a page: the area of a component, and the page as text for those who hear it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QRectF

from vpdesk.layout.frame import GlyphRun, Line, Page
from vpdesk.words.wording import cell_name

_ASCENT, _DESCENT = 0.89, 0.22
"""Of the size, above and below a baseline."""


def extent_of(page: Page, component: str) -> QRectF | None:
    """The area of a component on a page, in points; None where it does not stand."""
    extent = QRectF()
    for ink in page.inks():
        if ink.place.component == component and isinstance(ink.ink, GlyphRun):
            size = ink.ink.size
            extent |= QRectF(ink.x, ink.y - _ASCENT * size, ink.ink.width, (_ASCENT + _DESCENT) * size)
    return None if extent.isEmpty() else extent


def page_text(page: Page) -> str:
    """The words of a page, each component after its name, in the order of reading."""
    lines = [(placed.place.component, line_text(placed.line)) for _, _, placed in page.lines()]
    return "\n".join(
        f"{cell_name(component)}: " + " ".join(text for _, text in of_it if text)
        for component, of_it in groupby(lines, key=lambda line: line[0])
    )


def line_text(line: Line) -> str:
    """The words of a line."""
    return "".join(ink.text for _, _, ink in line.items if isinstance(ink, GlyphRun)).strip()
