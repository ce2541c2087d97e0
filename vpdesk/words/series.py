"""What is said of rows of numbers."""

from __future__ import annotations

from collections.abc import Mapping

from vpdesk.domain.series import COPIES, EVERY_TYPE, Series
from vpdesk.words.catalogue import _


def group_words(series: Series, types: Mapping[str, str]) -> str:
    """What a row numbers: documents of a type or a group, copies, or every type."""
    if series.group == EVERY_TYPE:
        return _("Every type")
    if series.group == COPIES:
        return _("Certified copies")
    return types.get(series.group, series.group)


def standing_words(series: Series) -> tuple[str, str]:
    """Whether a row is open, and its tone."""
    return (_("Closed"), "muted") if series.closed_at is not None else (_("Open"), "green")
