"""Who signs for a body as rows of a timeline: who is to come, who signs now, who did."""

from __future__ import annotations

from datetime import date

from vpdesk.domain.organisation import Days, IssuingBody, Signatory, block_of, signatories_on, version_on
from vpdesk.ui.widgets.timeline import TimelineRow
from vpdesk.words.catalogue import _
from vpdesk.words.days import days_words


def signatory_rows(body: IssuingBody, today: date) -> tuple[TimelineRow, ...]:
    """The signatories, the latest first; those of today as they sign."""
    now = signatories_on(body, today)
    others = [one for one in body.signatories if one not in now]
    others.sort(key=lambda one: _beginning(one.days), reverse=True)
    coming = [one for one in others if _beginning(one.days) > today]
    gone = [one for one in others if one not in coming]
    standing_in = {one.signatory for one in body.stand_ins if today in one.days}
    spelling = (version_on(body, today) or body.versions[-1]).spelling

    def row(one: Signatory) -> TimelineRow:
        block = block_of(one, spelling)
        printed = ", ".join(" ".join(part.split()) for part in (block.authority, block.position) if part)
        chip = _("Stands in now") if one in now and one.id in standing_in else ""
        return TimelineRow(one.id, one.person, printed, days_words(one.days), chip, one in gone)

    return tuple(map(row, (*coming, *now, *gone)))


def stand_in_rows(body: IssuingBody, today: date) -> tuple[TimelineRow, ...]:
    """The days of standing in, the latest first."""
    people = {one.id: one.person for one in body.signatories}
    return tuple(
        TimelineRow(
            one.id,
            people.get(one.signatory, ""),
            "",
            days_words(one.days),
            _("Now") if today in one.days else "",
            one.days.last is not None and one.days.last < today,
        )
        for one in reversed(body.stand_ins)
    )


def _beginning(days: Days) -> date:
    return days.first or date.min
