"""What the window says of reports; what stands on their paper is in `resources/reports.toml`."""

from __future__ import annotations

from typing import Final

from vpdesk.domain.periods import Period, PeriodKind
from vpdesk.domain.reports import Report, ReportKind
from vpdesk.words.catalogue import N_, _, format_day

_REPORTS: Final = {
    ReportKind.DUE: N_("Late and soon due"),
    ReportKind.HANDLING: N_("How arrivals were worked"),
    ReportKind.OUTGOING: N_("What went out"),
    ReportKind.TRAFFIC: N_("By type and sender"),
    ReportKind.LOOSE: N_("Without a file copy or case file"),
    ReportKind.UNSIGNED: N_("Handed over, not signed for"),
}
_LENGTHS: Final = {
    PeriodKind.WEEK: N_("Week"),
    PeriodKind.MONTH: N_("Month"),
    PeriodKind.QUARTER: N_("Quarter"),
    PeriodKind.HALF_YEAR: N_("Six months"),
    PeriodKind.YEAR: N_("Year"),
    PeriodKind.TERM: N_("Term"),
}
_PERIODS: Final = {
    PeriodKind.WEEK: N_("Week {number} of {year}"),
    PeriodKind.MONTH: N_("Month {number}/{year}"),
    PeriodKind.QUARTER: N_("Quarter {number} of {year}"),
    PeriodKind.YEAR: N_("Year {year}"),
    PeriodKind.TERM: N_("Term {name}"),
}
_HALVES: Final = {1: N_("First half of {year}"), 2: N_("Second half of {year}")}


def report_name(kind: ReportKind) -> str:
    """What a report is called in the window."""
    return _(_REPORTS[kind])


def length_name(kind: PeriodKind) -> str:
    """How long a period is, in a word or two."""
    return _(_LENGTHS[kind])


def period_name(period: Period) -> str:
    """What a period is called in the window."""
    words = _HALVES[period.number] if period.kind is PeriodKind.HALF_YEAR else _PERIODS[period.kind]
    return _(words).format(number=period.number, year=period.year, name=period.name)


def standing_words(report: Report) -> tuple[str, str]:
    """Whose documents a report tells of, and as of which day."""
    of_own, of_all = _("Of one’s own documents alone."), _("Of the whole office.")
    day = _("As it stood on {day}.").format(day=format_day(report.day))
    return of_own if report.person else of_all, day
