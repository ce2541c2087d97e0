"""A report as the beginning of the paper that sends it: a draft of a báo cáo with its sentences and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from vpdesk.domain.drafts import OpenDraft
from vpdesk.domain.errors import NoSuchRecord
from vpdesk.domain.organisation import begin_draft, bodies_on, version_on
from vpdesk.domain.report_body import body_of, subject_of
from vpdesk.domain.reports import Report
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import begin_in
from vpdesk.services.reports import load_words
from vpdesk.services.seat import require

_REPORT: Final = "BC"
"""The code of a báo cáo."""


def begin_report_draft(desk: Desk, report: Report) -> OpenDraft:
    """Begin a báo cáo of the office's first body of today with what a report says; what it judges is left blank.

    Raises NoSuchRecord where the office has no body, and as `drafting.begin`.
    """
    words, today = load_words(desk), desk.today()
    rulebook = Rulebook(pack_of_day(desk, today))
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.DRAFT)
        body = next(iter(bodies_on(work.organisation.bodies(), today)), None)
        if body is None:
            raise NoSuchRecord("issuing_body", "")
        version = version_on(body, today) or body.versions[-1]
        begun = replace(
            begin_draft(body, _REPORT, today, rulebook),
            subject_summary=subject_of(report, words),
            body=body_of(report, version.in_text or version.name_line, words),
        )
        opened = begin_in(desk, work, begun, body.id)
        work.tell(officer.id, "draft_report", "dispatch", opened.draft.id, report=report.scope.kind.value)
    return opened
