"""Bodies and terms as rows of timelines: what is to come, what holds now, what is past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody
from vpdesk.ui.widgets.timeline import TimelineRow
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.days import days_words


def body_name(version: BodyVersion) -> str:
    """What a body is called, as running text has it where that is known."""
    return version.in_text or version.name_line


def version_rows(bodies: Iterable[IssuingBody], today: date) -> tuple[TimelineRow, ...]:
    """What the bodies were, are and will be called, the latest first."""
    versions = [one for body in bodies for one in body.versions]
    versions.sort(key=lambda one: one.days.first or date.min, reverse=True)
    return tuple(
        TimelineRow(one.id, body_name(one), one.symbol, days_words(one.days), *_standing(one.days, today))
        for one in versions
    )


def term_rows(body: IssuingBody, today: date, open_rows: Mapping[UUID, int]) -> tuple[TimelineRow, ...]:
    """The terms of a body, the latest first; of an ended one, how many of its rows of numbers are still open."""
    terms = sorted(body.terms, key=lambda one: one.days.first or date.min, reverse=True)
    rows = []
    for term in terms:
        count = open_rows.get(term.id, 0) if has_ended(term.days, today) else 0
        left = ngettext("{count} row open", "{count} rows open", count) if count else ""
        detail = left.format(count=format_number(count))
        rows.append(TimelineRow(term.id, term.name, detail, days_words(term.days), *_standing(term.days, today)))
    return tuple(rows)


def has_ended(days: Days, today: date) -> bool:
    """Whether days are over."""
    return days.last is not None and days.last < today


def _standing(days: Days, today: date) -> tuple[str, bool]:
    return _("Now") if today in days else "", has_ended(days, today)
