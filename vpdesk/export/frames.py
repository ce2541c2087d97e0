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
        return {
            "kind": "rule",
            "x1": _points(placed.x),
            "y1": _points(placed.y),
            "x2": _points(placed.x + ink.width),
            "y2": _points(placed.y),
            "thickness": _points(ink.thickness),
            "component": component,
        }
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


def _points(length: float) -> float:
    return round(length, 3)
