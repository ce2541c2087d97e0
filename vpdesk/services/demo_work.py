"""The demo goes on: what arrived is submitted, directed and taken in work; what was done lies in a case file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from uuid import UUID

from vpdesk.domain.case_files import PaperKind, Retention
from vpdesk.domain.case_views import CaseEntry, NewPaper
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry
from vpdesk.domain.issuing import Issued
from vpdesk.domain.organisation import Officer
from vpdesk.domain.periods import PeriodKind, period_on
from vpdesk.domain.reports import ReportKind, ReportScope
from vpdesk.domain.roles import Role
from vpdesk.services import case_contents, case_lists, handling, report_files, reports
from vpdesk.services.demo import sit_as
from vpdesk.services.desk import Desk

_HEADINGS: Final = (("Tuyên truyền", "TT"), ("Tổng hợp", "TH"))
_FILES: Final = (
    ("Tuyên truyền kỷ niệm 95 năm Ngày thành lập Đảng", 0, Retention(10)),
    ("Định hướng tuyên truyền hằng tháng năm 2024", 0, Retention(5)),
    ("Giao ban, hội nghị năm 2024", 1, Retention(5)),
)
"""The case files of the year, each with the place of its heading and its term."""


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


def keep_case_files(demo: Desk, issued: Issued, arrivals: tuple[UUID, ...]) -> None:
    """Let the clerk at the desk list the case files of the year, and put what was issued and what arrived in."""
    year = demo.today().year
    headings = [case_lists.put_heading(demo, year, name, symbol).id for name, symbol in _HEADINGS]
    listed = [
        case_lists.list_file(demo, year, CaseEntry(title, headings[heading], retention)).id
        for title, heading, retention in _FILES
    ]
    arrived = [NewPaper(PaperKind.INCOMING, one) for one in arrivals]
    case_contents.put_in(demo, [NewPaper(PaperKind.OUTGOING, issued.line.id), arrived[0]], listed[:1])
    case_contents.put_in(demo, arrived[:1], listed[1:2])
    case_contents.put_in(demo, arrived[1:], listed[2:])


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
