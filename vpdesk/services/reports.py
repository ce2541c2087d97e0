"""The reports on the registers: read from the store in counts, and set in pages.

Whoever reads what others have submitted is told of the whole office; others of their own documents alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from vpdesk.domain.dates import local_day
from vpdesk.domain.deadlines import near
from vpdesk.domain.organisation import Days, Officer, Term
from vpdesk.domain.pack import read_pack
from vpdesk.domain.periods import Period, PeriodKind, period_before, period_on
from vpdesk.domain.report_figures import RowFigures, TrafficFigures
from vpdesk.domain.report_lists import due_tables, loose_table, rows_table, unsigned_tables, unusual_table
from vpdesk.domain.report_tables import Beside, handling_tables, outgoing_tables, traffic_tables
from vpdesk.domain.reports import OF_A_DAY, Report, ReportKind, ReportScope, ReportTable, ReportWords
from vpdesk.domain.roles import Permission
from vpdesk.layout.compose_report import compose_report
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.norms import read_norms
from vpdesk.paths import resource
from vpdesk.services import books
from vpdesk.services.book_sections import series_title
from vpdesk.services.desk import Desk
from vpdesk.services.keepers import keeper_on
from vpdesk.services.rules import read_tree
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.report_conditions import Own
    from vpdesk.db.store import UnitOfWork


def load_words(desk: Desk) -> ReportWords:
    """The words and figures of the reports.

    Raises FaultyRules with the key that is wrong, FileNotReadable when the file cannot be read.
    """
    return ReportWords(read_pack(read_tree(resource("reports.toml")), desk.packs))


def terms(desk: Desk) -> tuple[Term, ...]:
    """The terms that a report can be of, the earliest first."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return _terms(work)


def report(desk: Desk, scope: ReportScope) -> Report:
    """A report as the registers stand now; without a period it is of this month, where it is of one at all."""
    words = load_words(desk)
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        reader = _Reader(desk, work, officer, words, _whole(scope, local_day(work.now)))
        return reader.read()


def typeset(desk: Desk, made: Report) -> PagedDocument:
    """The pages of a report. It asks no store and may run on any thread."""
    words = load_words(desk)
    return Typesetter(desk.fonts).lay_out(compose_report(made, words), cache(partial(read_norms, words.pack)))


def _whole(scope: ReportScope, today: date) -> ReportScope:
    """What is asked for with its period: this month's where none is named."""
    if scope.kind in OF_A_DAY:
        return replace(scope, period=None)
    return scope if scope.period else replace(scope, period=period_on(PeriodKind.MONTH, today))


def _terms(work: UnitOfWork) -> tuple[Term, ...]:
    """The terms of the bodies, those of the same days once."""
    found = {term.days: term for body in work.organisation.bodies() for term in body.terms}
    return tuple(sorted(found.values(), key=lambda term: term.days.first or date.min))


class _Reader:
    """Reads one report for one officer."""

    def __init__(self, desk: Desk, work: UnitOfWork, officer: Officer, words: ReportWords, scope: ReportScope) -> None:
        self._desk, self._work, self._officer = desk, work, officer
        self._words, self._scope = words, scope
        self._today, self._calendar = local_day(work.now), work.calendar.workdays()
        self._own = _own(officer)

    def read(self) -> Report:
        words, period = self._words, self._scope.period
        standing = words.filled("report.standing", day=self._today.strftime("%d/%m/%Y"))
        days = period.days if period else Days(None, self._today)
        return Report(
            self._scope,
            keeper_on(self._work, self._officer, days, ()),
            words.filled(f"called.{self._scope.kind.value}"),
            _full(period, words) if period else standing,
            standing,
            tuple(self._tables()),
            self._today,
            self._own.name if self._own else None,
            self._officer.name,
        )

    def _tables(self) -> Iterator[ReportTable]:
        period = self._scope.period
        if period is None:
            figures = self._work.arrival_reports.due(near(self._today, self._calendar), self._own)
            return due_tables(figures, self._today, self._calendar, self._words)
        match self._scope.kind:
            case ReportKind.HANDLING:
                return self._handling(self._beside(period))
            case ReportKind.OUTGOING:
                return self._outgoing(self._beside(period))
            case ReportKind.TRAFFIC:
                return self._traffic(self._beside(period))
            case ReportKind.LOOSE:
                return iter((loose_table(self._work.outgoing_reports.loose(period.days, self._own), self._words),))
            case _:
                return self._unsigned(period.days)

    def _beside(self, period: Period) -> Beside:
        return Beside(self._words, period, period_before(period, _terms(self._work)))

    def _handling(self, beside: Beside) -> Iterator[ReportTable]:
        figures = self._work.arrival_reports.handling
        now = figures(beside.period.days, self._calendar, self._today, self._own)
        then = figures(beside.before.days, self._calendar, self._today, self._own) if beside.before else None
        return handling_tables(now, then, beside)

    def _outgoing(self, beside: Beside) -> Iterator[ReportTable]:
        figures, days = self._work.outgoing_reports.issued, beside.period.days
        now = figures(days, self._own)
        then = figures(beside.before.days, self._own) if beside.before else None
        yield from outgoing_tables(now, then, beside, of_one=self._own is not None)
        if self._own is None:
            yield rows_table(self._rows(days), self._words)
        yield unusual_table(self._work.outgoing_reports.unusual(days, self._own), self._words)

    def _rows(self, days: Days) -> tuple[RowFigures, ...]:
        """The rows of numbers with what they are called, in the order of the types."""
        words = books.load_words(self._desk)
        series = {one.id: one for one in self._work.numbers.all_series()}
        order = {code: place for place, code in enumerate(words.types)}
        found = [one for one in self._work.outgoing_reports.rows(days) if one.series in series]
        found.sort(key=lambda one: (order.get(series[one.series].group, len(order)), one.first))
        return tuple(replace(one, title=series_title(self._work, series[one.series], words)) for one in found)

    def _traffic(self, beside: Beside) -> Iterator[ReportTable]:
        then = self._traffic_of(beside.before.days) if beside.before else None
        return traffic_tables(self._traffic_of(beside.period.days), then, beside)

    def _traffic_of(self, days: Days) -> TrafficFigures:
        arrivals, outgoing = self._work.arrival_reports, self._work.outgoing_reports
        return TrafficFigures(arrivals.arrived(days, self._own), outgoing.issued(days, self._own))

    def _unsigned(self, days: Days) -> Iterator[ReportTable]:
        outgoing = self._work.outgoing_reports.unsigned(days, self._own)
        arrivals = self._work.arrival_reports.unsigned(days, self._own)
        return unsigned_tables(outgoing, arrivals, self._today, self._words)


def _full(period: Period, words: ReportWords) -> str:
    """What a period is called, with its days where they are known."""
    name, days = words.period(period), words.days(period.days)
    return words.filled("period.full", period=name, days=days) if days else name


def _own(officer: Officer) -> Own | None:
    """The officer where he is told of his own documents alone."""
    from vpdesk.db.report_conditions import Own

    return None if officer.may(Permission.READ_SUBMITTED) else Own(officer.id, officer.name)
