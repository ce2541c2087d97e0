"""A printed page of a book: its rows as they stood, so that what was signed can be held against what is there now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vpdesk.domain.history import canonical
from vpdesk.domain.register import BookKind, BookRow, Cell, Oddity


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page as it was printed. `pdf` is the SHA-256 of its print, `head_value` what stood at its foot."""

    id: UUID
    kind: BookKind
    key: str
    year: int
    number: int
    rows: tuple[BookRow, ...]
    pdf: str
    head_value: str
    printed_at: datetime
    printed_by: UUID
    locked_at: datetime | None = None
    locked_by: UUID | None = None


def page_content(rows: Iterable[BookRow]) -> str:
    """The rows of a page as the store keeps them."""
    return canonical(
        [
            {
                "id": row.id,
                "cells": [{"day": cell} if isinstance(cell, date) else cell for cell in row.cells],
                "struck": row.is_struck,
                "odd": sorted(one.value for one in row.oddities),
            }
            for row in rows
        ]
    )


def page_rows(content: str) -> tuple[BookRow, ...]:
    """The rows of a page that was kept."""
    return tuple(
        BookRow(
            UUID(row["id"]),
            tuple(map(_cell, row["cells"])),
            row["struck"],
            frozenset(map(Oddity, row["odd"])),
        )
        for row in json.loads(content)
    )


def _cell(kept: Any) -> Cell:
    return date.fromisoformat(kept["day"]) if isinstance(kept, dict) else kept
