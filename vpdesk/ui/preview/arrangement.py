"""Where the pages lie on their desk at a scale. Sums only; device-independent pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from vpdesk.layout.geometry import Size

MARGIN = 24
"""Desk left free round the pages."""
GAP = 16
"""Desk between two pages."""
FULL_SCALE = 96 / 72
"""Pixels to a point at 100 %: a page on screen is as large as on paper where the screen has 96 dots an inch."""
SMALLEST, LARGEST = 0.1, 8.0
_WIDEST_FIT = 1.1
"""A page fitted into a wide window stops here: it reads well, and two thirds of it are in sight."""
_STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)


class Fit(Enum):
    """A zoom that follows the window. The value is its name in the settings."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float
"""A fit, or a factor where 1 is the size on paper."""


class Sheet(NamedTuple):
    """A page on the desk."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Pages below one another, centred, at `factor` times their size on paper."""

    factor: float
    sheets: tuple[Sheet, ...]
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels to a point."""
        return self.factor * FULL_SCALE

    def between(self, top: float, bottom: float) -> range:
        """The pages that show between two heights."""
        first = bisect_right(self.sheets, top, key=lambda sheet: sheet.y + sheet.height)
        last = bisect_left(self.sheets, bottom, key=lambda sheet: sheet.y)
        return range(first, last)

    def nearest(self, y: float) -> int:
        """The page at a height; in a gap the one below it, under the last page the last."""
        at = bisect_right(self.sheets, y, key=lambda sheet: sheet.y + sheet.height)
        return min(at, len(self.sheets) - 1)


def arrange(pages: Sequence[Size], factor: float, room: Size, grid: float) -> Arrangement:
    """Lay pages out on a desk at least as large as `room`; their edges on whole pixels of `grid` to a unit."""
    scale = factor * FULL_SCALE
    widest = max((page.width for page in pages), default=0) * scale
    width = max(room.width, widest + 2 * MARGIN)
    tall = sum(page.height for page in pages) * scale + GAP * (len(pages) - 1) + 2 * MARGIN
    sheets, y = [], max(MARGIN, (room.height - tall) / 2 + MARGIN)
    for page in pages:
        x = (width - page.width * scale) / 2
        corner = _snap(x, grid), _snap(y, grid)
        sheets.append(Sheet(*corner, _snap(page.width * scale, grid), _snap(page.height * scale, grid)))
        y += page.height * scale + GAP
    return Arrangement(factor, tuple(sheets), width, y - GAP + MARGIN)


def fitted(pages: Sequence[Size], zoom: Zoom, room: Size) -> float:
    """The factor a zoom means for these pages in this room."""
    if not isinstance(zoom, Fit):
        return min(max(zoom, SMALLEST), LARGEST)
    across = (room.width - 2 * MARGIN) / (max(page.width for page in pages) * FULL_SCALE)
    if zoom is Fit.PAGE:
        down = (room.height - 2 * MARGIN) / (max(page.height for page in pages) * FULL_SCALE)
        across = min(across, down)
    return min(max(across, SMALLEST), _WIDEST_FIT)


def stepped(factor: float, direction: int) -> float:
    """The next usual zoom above (+1) or below (-1) a factor."""
    larger = [step for step in _STEPS if step > factor * 1.001]
    smaller = [step for step in _STEPS if step < factor / 1.001]
    if direction > 0:
        return larger[0] if larger else LARGEST
    return smaller[-1] if smaller else SMALLEST


def _snap(length: float, grid: float) -> float:
    return round(length * grid) / grid
