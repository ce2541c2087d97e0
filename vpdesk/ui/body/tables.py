"""Acts on the table that the caret stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vpdesk.ui.body.body_text import BodyText


def go_to_next_cell(text: BodyText, step: int) -> None:
    """Put the caret into the next cell or the one before."""
