"""Lengths and sheets. Everything is in points; the origin is the page's top left."""

from __future__ import annotations

from typing import NamedTuple

from vpdesk.domain.dispatch import Orientation, PaperSize

POINTS_PER_MM = 72 / 25.4

_MILLIMETRES = {PaperSize.A4: (210.0, 297.0), PaperSize.A5: (148.0, 210.0)}


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


class Picture(NamedTuple):
    """A page in pixels, row by row without a gap, three bytes to a pixel: red, green, blue."""

    width: int
    height: int
    pixels: bytes


def mm(length: float) -> float:
    """Millimetres in points."""
    return length * POINTS_PER_MM


def sheet(paper: PaperSize, orientation: Orientation) -> Size:
    """The sheet of this size (ISO 216), held this way."""
    width, height = (mm(side) for side in _MILLIMETRES[paper])
    return Size(height, width) if orientation is Orientation.LANDSCAPE else Size(width, height)
