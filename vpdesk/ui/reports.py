"""What the window asks of the services of reports: the store's worker reads, the other sets the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from vpdesk.domain.drafts import OpenDraft
from vpdesk.domain.errors import DeskError
from vpdesk.domain.organisation import Term
from vpdesk.domain.reports import Report, ReportScope
from vpdesk.layout.frame import PagedDocument
from vpdesk.services import report_drafts, report_files, reports
from vpdesk.services.desk import Desk
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class Reports:
    """The reports on the registers."""

    def __init__(self, desk: Desk, store: Runner, beside: Runner) -> None:
        self._desk = desk
        self._store = store
        self._beside = beside

    def terms(self, done: Done[tuple[Term, ...]], failed: Failed) -> None:
        """The terms that a report can be of."""
        self._store.run(lambda: reports.terms(self._desk), done, failed)

    def read(self, scope: ReportScope, done: Done[Report], failed: Failed) -> None:
        """A report as the registers stand now."""
        self._store.run(lambda: reports.report(self._desk, scope), done, failed)

    def typeset(self, report: Report, done: Done[PagedDocument], failed: Failed) -> None:
        """The pages of a report."""
        self._beside.run(lambda: reports.typeset(self._desk, report), done, failed)

    def export(self, report: Report, out: Path, done: Done[Path], failed: Failed) -> None:
        """Write a report to a file."""

        def write() -> Path:
            report_files.export(self._desk, report, out)
            return out

        self._store.run(write, done, failed)

    def begin_draft(self, report: Report, done: Done[OpenDraft], failed: Failed) -> None:
        """Begin the paper that sends a report."""
        self._store.run(lambda: report_drafts.begin_report_draft(self._desk, report), done, failed)
