"""Every report says what a slow, plain recount of all records says: in offices made by chance, on both engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from support.recounting import Counts, Records, records_of, tallied
from support.reported_office import a_reported_office

from bench import three_years
from vpdesk.domain.periods import Period, PeriodKind, period_before, period_on
from vpdesk.domain.register import Cell
from vpdesk.domain.reports import Report, ReportKind, ReportScope, ReportTable
from vpdesk.domain.roles import Role
from vpdesk.services import reports
from vpdesk.services.desk import Desk

PARTS = (
    "Văn bản đến",
    "Đã giải quyết đúng hạn",
    "Đã giải quyết quá hạn",
    "Đang giải quyết",
    "Chưa phân công",
    "Chưa giải quyết, đã quá hạn",
)


@pytest.fixture(params=["by chance", "by another chance", "three years"])
def office(request: pytest.FixtureRequest, store_desk: Desk) -> Desk:
    """An office with records of every kind, at Christmas Eve of 2024."""
    match request.param:
        case "three years":
            three_years.invent(store_desk, arrivals_a_year=60)
        case chance:
            a_reported_office(store_desk, seed=len(chance))
    return store_desk


def readers(desk: Desk) -> Iterator[Records]:
    """The records for whoever is told of everything, then for one who is told of his own; each sits at the desk."""
    with desk.store.reading() as work:
        officers = work.organisation.officers()
    clerk = next(one for one in officers if one.roles == {Role.CLERK})
    drafter = next(one for one in officers if one.roles == {Role.DRAFTER})
    for officer, reader in ((clerk, None), (drafter, drafter)):
        desk.seat.officer = officer.id
        yield records_of(desk, reader)


def periods(desk: Desk) -> list[Period]:
    """A period of each kind, and an earlier one of some."""
    terms = reports.terms(desk)
    kinds = [period_on(kind, date(2024, 12, 24), terms) for kind in PeriodKind]
    return [*kinds, period_on(PeriodKind.WEEK, date(2024, 12, 16)), period_on(PeriodKind.MONTH, date(2024, 11, 5))]


def rows_of(table: ReportTable) -> list[tuple[Cell, ...]]:
    """The rows of a table without its sum, which is held to be one."""
    rows = [row.cells for row in table.rows if not row.is_sum]
    for total in (row.cells for row in table.rows if row.is_sum):
        for column in range(1, len(total)):
            assert total[column] == sum(int(str(cells[column])) for cells in rows)
    return rows


def numbers_in(report: Report, beginning: str) -> int:
    """The number in the sentence of a report that begins so; 0 where none does."""
    said = [sentence for table in report.tables for sentence in table.said if sentence.startswith(beginning)]
    return int(said[0].removeprefix(beginning).split()[0].replace(".", "")) if said else 0


def test_how_arrivals_were_worked(office: Desk) -> None:
    for records in readers(office):
        for period in periods(office):
            report = reports.report(office, ReportScope(ReportKind.HANDLING, period))
            general, by_person, by_sender = report.tables
            before = period_before(period, reports.terms(office))
            now = records.worked(records.counted(period.days))
            then = records.worked(records.counted(before.days)) if before else None
            expected = [
                (part, now[place]) if then is None else (part, now[place], then[place], now[place] - then[place])
                for place, part in enumerate(PARTS)
            ]
            assert rows_of(general) == expected
            for table, key in ((by_person, records.person), (by_sender, lambda one: one.sender)):
                expected_by = with_before(
                    records.worked_by(period.days, key, "Chưa có người chủ trì"),
                    records.worked_by(before.days, key, "Chưa có người chủ trì") if before else None,
                )
                assert {cells[0]: cells[1:] for cells in rows_of(table)} == expected_by
                counts = [cells[1] for cells in rows_of(table)]
                assert counts == sorted(counts, key=lambda count: -int(str(count)))
                assert [row.bar.value for row in table.rows if row.bar] == counts
            secret, imported = records.apart(period.days)
            found = [s for s in general.said if s.startswith("Ngoài ra")]
            assert [int(s.split()[3]) for s in found] == [count for count in (secret, imported) if count]


def with_before(now: Counts, then: Counts | None) -> Counts:
    """What is counted by names, behind the first number that of the period before, where there is one."""
    if then is None:
        return now
    nothing = (0,) * len(PARTS)
    return {
        name: (now.get(name, nothing)[0], then.get(name, nothing)[0], *now.get(name, nothing)[1:])
        for name in {*now, *then}
    }


def test_what_is_late_and_what_is_due_soon(office: Desk) -> None:
    words = reports.load_words(office)
    for records in readers(office):
        report = reports.report(office, ReportScope(ReportKind.DUE))
        for table, waiting in zip(report.tables, records.due(), strict=True):
            plain = [one for one in waiting if one.secrecy is None]
            assert [(cells[0], cells[1], cells[3], cells[4]) for cells in rows_of(table)] == [
                (one.written_number, one.sender, records.person(one), one.due_on) for one in plain
            ]
            for cells, one in zip(rows_of(table), plain, strict=True):
                assert one.due_on is not None
                last = records.last_day(one.due_on)
                left = sum(date.fromordinal(day) in records.calendar for day in _days(records.today, last))
                assert cells[5] == ((records.today - last).days if last < records.today else left)
                moved = sum(extension.arrival == one.id for extension in records.extensions)
                assert str(cells[6]).endswith(f"; đã gia hạn {moved} lần") is bool(moved)
                assert str(cells[2]).endswith(words.named(one.document_type, one.subject))
            secret = len(waiting) - len(plain)
            assert [s for s in table.said if "mật" in s] == (
                [f"Ngoài ra có {secret} văn bản mật, xem sổ mật."] if secret else []
            )


def _days(after: date, last: date) -> range:
    return range(after.toordinal() + 1, last.toordinal() + 1)


def counted(table: ReportTable) -> tuple[Counter[str], Counter[str]]:
    """What a table counts now, and in the period before; the change between them is held to be that."""
    now, then = Counter[str](), Counter[str]()
    for name, *counts in rows_of(table):
        numbers = [int(str(count)) for count in counts]
        now[str(name)] = numbers[0]
        if len(numbers) > 1:
            then[str(name)] = numbers[1]
            assert numbers[2] == numbers[0] - numbers[1]
    return +now, +then


def test_what_went_out(office: Desk) -> None:
    words = reports.load_words(office)
    for records in readers(office):
        for period in periods(office):
            report = reports.report(office, ReportScope(ReportKind.OUTGOING, period))
            before = period_before(period, reports.terms(office))
            now, then = records.issued(period.days), records.issued(before.days) if before else []
            types = [Counter(words.type_name(one.document_type) for one in lines) for lines in (now, then)]
            signers = [tallied([one.signer for one in lines], "Không ghi người ký") for lines in (now, then)]
            assert counted(report.tables[0]) == tuple(types)
            assert counted(report.tables[1]) == tuple(signers)
            if records.reader is None:
                drafters = [tallied([records.drafter(one) for one in lines], _ELSEWHERE) for lines in (now, then)]
                assert counted(report.tables[2]) == tuple(drafters)
                assert Counter(cells[1:] for cells in rows_of(report.tables[3])) == _rows(records, period)
            assert numbers_in(report, "Ngoài ra có ") == records.withheld(period.days)
            assert numbers_in(report, "Trong đó có ") == sum(one.imported_by is not None for one in now)
            unusual = records.unusual(period.days)
            found = rows_of(report.tables[-1])
            assert sorted(str(cells[0]) for cells in found) == sorted(one.reference for one in unusual)
            assert sum("hủy số" in str(cells[2]) for cells in found) == sum(
                one.state.value == "void" for one in unusual
            )


_ELSEWHERE = "Không soạn trong chương trình"


def _rows(records: Records, period: Period) -> Counter[tuple[Cell, ...]]:
    """How far each row of numbers came, and what became of its numbers."""
    taken = records.taken(period.days)
    found: Counter[tuple[Cell, ...]] = Counter()
    for series in {one.series for one in taken}:
        lines = [one for one in taken if one.series == series]
        numbers = [one.number for one in lines]
        states = Counter(one.state.value for one in lines)
        found[
            f"{min(numbers):02d}",
            f"{max(numbers):02d}",
            states["issued"] + states["external"],
            states["void"],
            states["held"],
            states["withheld"],
            sum(bool(one.suffix) for one in lines),
            sum(one.date_reason is not None for one in lines),
        ] += 1
    return found


def test_what_came_and_went(office: Desk) -> None:
    words = reports.load_words(office)
    for records in readers(office):
        for period in periods(office):
            report = reports.report(office, ReportScope(ReportKind.TRAFFIC, period))
            before = period_before(period, reports.terms(office))
            days = [period.days, *([before.days] if before else [])]
            came = [[one for one in records.living(some) if one.secrecy is None] for some in days]
            went = [records.issued(some) for some in days]
            types = [tallied([words.type_name(one.document_type) for one in some], "Không ghi loại") for some in came]
            senders = [Counter(one.sender for one in some) for some in came]
            issued = [Counter(words.type_name(one.document_type) for one in some) for some in went]
            for table, expected in zip(report.tables, (types, senders, issued), strict=True):
                assert [*counted(table)][: len(days)] == expected
            assert numbers_in(report, "Văn bản đến gồm cả ") == records.apart(period.days)[1]
            assert numbers_in(report, "Văn bản đi gồm cả ") == sum(one.imported_by is not None for one in went[0])


def test_what_has_no_copy_or_lies_in_no_file(office: Desk) -> None:
    says = {True: "có", False: "chưa có"}
    for records in readers(office):
        for period in periods(office):
            (table,) = reports.report(office, ReportScope(ReportKind.LOOSE, period)).tables
            expected = [
                (line.reference, line.document_date, records.drafter(line), says[has_copy], says[is_filed])
                for line, has_copy, is_filed in records.loose(period.days)
            ]
            found = [(cells[0], cells[1], cells[3], cells[4], cells[5]) for cells in rows_of(table)]
            assert Counter(found) == Counter(expected)
            assert [cells[1] for cells in found] == sorted(cells[1] for cells in found if isinstance(cells[1], date))


def test_what_nobody_signed_for(office: Desk) -> None:
    for records in readers(office):
        for period in periods(office):
            went, came = reports.report(office, ReportScope(ReportKind.UNSIGNED, period)).tables
            assert Counter((cells[0], cells[1], cells[3]) for cells in rows_of(went)) == Counter(
                (one.sent_on, line.reference, one.recipient) for line, one in records.unsigned(period.days)
            )
            arrivals = records.unsigned_arrivals(period.days)
            assert Counter((cells[0], cells[1], cells[3], cells[4]) for cells in rows_of(came)) == Counter(
                (one.handed_on, one.written_number, one.receiver, (records.today - one.handed_on).days)
                for one in arrivals
                if one.handed_on is not None
            )


def test_the_offices_made_by_chance_have_something_to_tell_in_every_report(office: Desk) -> None:
    next(readers(office))
    for kind in ReportKind:
        period = period_on(PeriodKind.YEAR, date(2024, 12, 24))
        assert any(table.rows for table in reports.report(office, ReportScope(kind, period)).tables), kind
