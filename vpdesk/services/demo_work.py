"""The demo goes on: what arrived is submitted and directed, and told of in a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry
from vpdesk.domain.organisation import Officer
from vpdesk.domain.periods import PeriodKind, period_on
from vpdesk.domain.reports import ReportKind, ReportScope
from vpdesk.domain.roles import Role
from vpdesk.services import handling, report_files, reports
from vpdesk.services.demo import sit_as
from vpdesk.services.desk import Desk


def work_on_arrivals(demo: Desk, arrivals: tuple[UUID, ...]) -> None:
    """Let the clerk submit what arrived, the head direct the first to a lead and a supporter; the clerk sits again."""
    sit_as(demo, Role.CLERK)
    handling.submit(demo, arrivals, _first(demo, Role.HEAD).id)
    sit_as(demo, Role.HEAD)
    lead, support = _first(demo, Role.DRAFTER), _first(demo, Role.CLERK)
    handling.direct(
        demo,
        arrivals[0],
        DirectiveEntry(
            "Tham mưu văn bản định hướng tuyên truyền tháng 01/2025.",
            AssigneeEntry(officer=lead.id),
            (AssigneeEntry(officer=support.id),),
        ),
    )
    sit_as(demo, Role.CLERK)


def write_report(demo: Desk, folder: Path) -> Iterator[Path]:
    """Write how the arrivals of the month were worked, as PDF; its path. Raises FileNotWritable."""
    period = period_on(PeriodKind.MONTH, demo.today())
    path = folder / f"arrivals-worked-{demo.today():%Y-%m}.pdf"
    report_files.export(demo, reports.report(demo, ReportScope(ReportKind.HANDLING, period)), path)
    yield path


def _first(demo: Desk, role: Role) -> Officer:
    """The first officer of the sample office with a role."""
    with demo.store.reading() as work:
        return next(one for one in work.organisation.officers() if role in one.roles)
