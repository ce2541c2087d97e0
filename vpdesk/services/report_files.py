"""A report as a file: its pages, or a workbook with a sheet for each of its tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from vpdesk.domain.errors import UnknownEnding
from vpdesk.domain.reports import WIDE, Report
from vpdesk.domain.roles import Permission
from vpdesk.services.desk import Desk
from vpdesk.services.reports import typeset
from vpdesk.services.seat import require


def export(desk: Desk, report: Report, out: Path) -> None:
    """Write a report to a file; its ending decides what it becomes.

    Raises UnknownEnding, FileNotWritable, NotPermitted.
    """
    from vpdesk.export.files import replace_with

    write = _format_of(out)
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
    replace_with(out, lambda stream: write(desk, report, stream))
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        period = report.scope.period
        days = f"{period.days.first}..{period.days.last}" if period else str(report.day)
        work.tell(
            officer.id, "export_report", "report", None, report=report.scope.kind.value, days=days, form=out.suffix
        )


def _format_of(out: Path) -> Callable[[Desk, Report, IO[bytes]], None]:
    for ending, write in _FORMATS.items():
        if out.name.lower().endswith(ending):
            return write
    raise UnknownEnding(out, tuple(_FORMATS))


def _pdf(desk: Desk, report: Report, out: IO[bytes]) -> None:
    out.write(desk.press.pdf(typeset(desk, report)))


def _workbook(_desk: Desk, report: Report, out: IO[bytes]) -> None:
    from vpdesk.export.sheet import SheetForm, write_workbook_of

    is_wide = report.scope.kind in WIDE
    room = _WIDE_MM if is_wide else _TALL_MM
    sheets = []
    for table in report.tables:
        shares = sum(column.share for column in table.columns)
        form = SheetForm(
            table.title,
            tuple(column.full_head for column in table.columns),
            tuple(room * column.share / shares for column in table.columns),
            f"{report.title}, {report.period}",
            is_wide=is_wide,
        )
        sheets.append((form, table.rows))
    write_workbook_of(sheets, out)


_WIDE_MM, _TALL_MM = 265.0, 180.0
"""How wide the columns of a sheet are together, in millimetres of a page that lies across or stands."""
_FORMATS: dict[str, Callable[[Desk, Report, IO[bytes]], None]] = {".pdf": _pdf, ".xlsx": _workbook}
