"""A dispatch as the peers get it: bare texts, with nothing of vpdesk in it, so that a cold peer loads only itself."""

from __future__ import annotations

import json
from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str = ""
    """A footnote called behind it."""


class Grid(NamedTuple):
    """A table: relative widths, rows of texts, of which the first is its head."""

    columns: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


class Piece(NamedTuple):
    """A paragraph of the body; `sign` is the list sign before it."""

    sign: str
    stretches: tuple[Stretch, ...]


class Manuscript(NamedTuple):
    """The texts of a dispatch; no-break spaces stand where a line may not end."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    addressees: tuple[str, ...]
    body: tuple[Piece | Grid, ...]
    recipients: tuple[str, ...]
    signing: tuple[str, ...]

    def to_json(self) -> str:
        """The manuscript as a file for another process."""
        return json.dumps(self)


def from_json(text: str) -> Manuscript:
    """The manuscript of such a file; it has no tables."""
    left, right, addressees, body, recipients, signing = json.loads(text)
    pieces = tuple(Piece(sign, tuple(Stretch(*one) for one in stretches)) for sign, stretches in body)
    return Manuscript(tuple(left), tuple(right), tuple(addressees), pieces, tuple(recipients), tuple(signing))
