"""The laid-out page as data (spec/contract.md, section 3), for checking geometry without a PDF reader."""

from __future__ import annotations

import json
from typing import Any

from vpdesk.layout.frame import Page, PagedDocument, PlacedInk, Stroke


def frames_json(document: PagedDocument) -> str:
    """Every run and rule of every page in reading order; points, origin top left."""
    pages = [_page(page) for page in document.pages]
    return json.dumps({"pages": pages}, ensure_ascii=False, indent=1) + "\n"


def _page(page: Page) -> dict[str, Any]:
    return {
        "width": _points(page.width),
        "height": _points(page.height),
        "items": [_item(ink) for ink in page.inks()],
    }


def _item(placed: PlacedInk) -> dict[str, Any]:
    ink, component = placed.ink, placed.place.component
    if isinstance(ink, Stroke):
        return _rule(placed.x, placed.y, ink) | {"component": component}
    return {
        "kind": "text",
        "x": _points(placed.x),
        "y": _points(placed.y),
        "size": _points(ink.size),
        "bold": ink.face.is_bold,
        "italic": ink.face.is_italic,
        "text": ink.text,
        "width": _points(ink.width),
        "component": component,
    }


def _rule(x: float, y: float, stroke: Stroke) -> dict[str, Any]:
    """A rule from its one end to the other."""
    if stroke.thickness > stroke.width:
        middle, half = x + stroke.width / 2, stroke.thickness / 2
        ends, thickness = (middle, y - half, middle, y + half), stroke.width
    else:
        ends, thickness = (x, y, x + stroke.width, y), stroke.thickness
    return {
        "kind": "rule",
        **{key: _points(end) for key, end in zip(("x1", "y1", "x2", "y2"), ends, strict=True)},
        "thickness": _points(thickness),
    }


def _points(length: float) -> float:
    return round(length, 3)
