"""From one day to another, in words."""

from __future__ import annotations

from vpdesk.domain.organisation import Days
from vpdesk.words.catalogue import _, format_day


def days_words(days: Days) -> str:
    """The days between two others, as `from 01/03/2025 to 15/05/2025`; an open end is left out."""
    first = format_day(days.first) if days.first else ""
    last = format_day(days.last) if days.last else ""
    if first and last:
        return _("from {first} to {last}").format(first=first, last=last)
    if first:
        return _("from {first}").format(first=first)
    return _("to {last}").format(last=last) if last else _("no days set")
