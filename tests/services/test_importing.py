"""Old books are taken in whole or not at all, and taken back whole."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.papers_out import first_body, issued, signed_off
from support.seats import sit
from support.sheets import FIRST_DAY, INCOMING_HEAD, a_workbook, incoming_rows, old_book, outgoing_rows
from support.stores import TickingClock

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.case_views import CaseEntry, NewPaper
from vpdesk.domain.errors import (
    ColumnsMissing,
    ImportBuiltOn,
    ImportStale,
    ImportTooOld,
    ImportUndone,
    NoRegisterFound,
    NotPermitted,
)
from vpdesk.domain.import_fields import BookField, ImportPlan
from vpdesk.domain.importing import Counts, ImportBatch, Reason, Report, Verdict
from vpdesk.domain.issuing import ExternalLetter
from vpdesk.domain.outgoing import LineState, LinkKind, RegisterLine
from vpdesk.domain.register import BookKind
from vpdesk.services import case_contents, case_files, importing, numbers, outgoing
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store


def at_office(desk: Desk) -> Desk:
    """A desk of the sample office, where Hạnh sits, its clerk."""
    found_sample(desk)
    sit(desk, "Hạnh")
    return desk


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """A desk of the sample office."""
    return at_office(file_desk)


@pytest.fixture
def any_desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, on each engine."""
    return at_office(store_desk)


def tried(desk: Desk, path: Path, **changes: object) -> Report:
    plan = importing.look(desk, path)[0].plan
    return importing.dry_run(desk, path, replace(plan, **changes))  # type: ignore[arg-type]


def taken_in(desk: Desk, path: Path) -> tuple[Report, ImportBatch]:
    report = tried(desk, path)
    return report, importing.apply(desk, path, report)


def lines(desk: Desk) -> list[RegisterLine]:
    with desk.store.reading() as work:
        return [line for row in work.numbers.all_series() for line in work.numbers.lines(row.id)]


def reasons(report: Report) -> list[tuple[int, Reason]]:
    return [(one.line, one.fault.reason) for one in report.to_look_at if one.fault]


def test_a_dry_run_counts_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    report = tried(desk, old_book(tmp_path / "di.xlsx", outgoing_rows([1, 2, 3, 6])))

    assert report.counts == Counts(new=4, gaps=2)
    assert lines(desk) == []


def test_the_lines_of_an_old_book_stand_in_the_row_of_their_term(any_desk: Desk, tmp_path: Path) -> None:
    taken_in(any_desk, old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 13))))

    (row,) = [tally.series for tally in numbers.rows(any_desk)]
    first, *_others = lines(any_desk)
    assert (row.opening_number, row.last) == (1, 12)
    assert (first.reference, first.state, first.document_type) == ("01-CV/BTGHU", LineState.EXTERNAL, "CV")
    assert first.recipients == ("Các chi bộ", "Huyện ủy")
    assert first.copies == 12
    assert verify_store(any_desk).fault is None


def test_a_file_that_is_taken_in_twice_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 30)))
    taken_in(desk, path)
    before = lines(desk)

    report, _batch = taken_in(desk, path)

    assert report.counts == Counts(same=29)
    assert lines(desk) == before


def test_a_line_that_the_file_changes_is_corrected_with_its_history(desk: Desk, tmp_path: Path) -> None:
    rows = outgoing_rows(range(1, 4))
    taken_in(desk, old_book(tmp_path / "di.xlsx", rows))
    rows[1] = (*rows[1][:3], "Đỗ Khánh Linh", *rows[1][4:])

    report, _batch = taken_in(desk, old_book(tmp_path / "di.xlsx", rows))

    assert report.counts == Counts(same=2, changed=1)
    line = lines(desk)[1]
    assert line.signer == "Đỗ Khánh Linh"
    (correction,) = outgoing.detail(desk, line.id).corrections
    assert correction.changes == (("signer", "Trần Minh Khôi", "Đỗ Khánh Linh"),)


def test_what_was_issued_stays_as_its_paper_says(desk: Desk, tmp_path: Path) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    row = outgoing_rows([1], desk.today())[0]

    report, _batch = taken_in(desk, old_book(tmp_path / "di.xlsx", [row]))

    assert report.counts == Counts(differs=1)
    assert outgoing.detail(desk, one.line.id).line == one.line


def test_a_number_twice_in_the_file_counts_once(desk: Desk, tmp_path: Path) -> None:
    report = tried(desk, old_book(tmp_path / "di.xlsx", [*outgoing_rows([1, 2]), *outgoing_rows([2])]))

    assert report.counts == Counts(new=2, duplicate=1)
    assert [(one.line, one.verdict) for one in report.to_look_at] == [(4, Verdict.DUPLICATE)]


def test_a_line_that_cannot_be_read_says_why(desk: Desk, tmp_path: Path) -> None:
    good = outgoing_rows([1])[0]
    rows = [
        good,
        ("không số", *good[1:]),
        ("02-CV/BTGHU", "hôm nọ", *good[2:]),
        ("03-CV/BTGHU", None, *good[2:]),
        ("04-CV/BTGHU", date(2039, 1, 1), *good[2:]),
        ("05-XYZ", good[1], "Lời hay", *good[3:]),
        ("06-CV/BTGHU", date(1990, 5, 5), *good[2:]),
        (None, *good[1:]),
        ("Tháng 2 năm 2021",),
    ]

    report = tried(desk, old_book(tmp_path / "di.xlsx", rows))

    assert report.counts == Counts(new=1, unreadable=7)
    assert reasons(report) == [
        (3, Reason.NUMBER_NOT_READ),
        (4, Reason.DATE_NOT_READ),
        (5, Reason.NO_DATE),
        (6, Reason.DATE_IN_FUTURE),
        (7, Reason.NO_TYPE),
        (8, Reason.NO_TERM),
        (9, Reason.NO_NUMBER),
    ]


def test_a_secret_paper_leaves_its_number_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    row = (*outgoing_rows([1])[0][:-1], "Mật")

    taken_in(desk, old_book(tmp_path / "di.xlsx", [row]))

    (line,) = lines(desk)
    assert (line.state, line.number, line.subject, line.document_date) == (LineState.WITHHELD, 1, None, None)


def test_the_next_number_comes_after_the_last_of_the_old_book(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 229), desk.today() - timedelta(90))))

    (one,) = issued(desk, [signed_off(desk)])

    assert one.line.reference == "229-CV/BTGHU"


def test_arrivals_stand_in_their_book_and_year(any_desk: Desk, tmp_path: Path) -> None:
    rows = [*incoming_rows([1, 2, 4]), *incoming_rows([1, 2], date(2022, 1, 3))]

    report, _batch = taken_in(any_desk, old_book(tmp_path / "den.xlsx", rows, INCOMING_HEAD))

    assert report.plan.book is BookKind.INCOMING
    assert report.counts == Counts(new=5, gaps=1)
    with any_desk.store.reading() as work:
        (book,) = work.arrivals.books()
        assert [work.arrivals.year(book.id, year).last for year in (2021, 2022)] == [4, 2]
    assert verify_store(any_desk).fault is None


def test_the_columns_are_remembered_for_files_of_the_same_shape(desk: Desk, tmp_path: Path) -> None:
    head = ("Mã", "Khi nào", "Chuyện gì")
    rows = [(f"{n:02d}-CV/BTGHU", "04/01/2021", "v/v nội dung") for n in (1, 2)]
    path = old_book(tmp_path / "la.xlsx", rows, head)
    columns = (BookField.REFERENCE, BookField.DOCUMENT_DATE, BookField.NOTES)
    report = tried(desk, path, head_line=1, columns=columns)
    importing.apply(desk, path, report)

    (proposal,) = importing.look(desk, old_book(tmp_path / "khac.xlsx", rows, head))

    assert proposal.is_remembered
    assert proposal.plan.columns == columns


def test_the_sheet_with_the_register_comes_first(desk: Desk, tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "hai.xlsx",
        {"Hướng dẫn": [["Cách ghi sổ"], ["Ghi đủ cột"]], "VB đi": [("Số", "Ngày", "Trích yếu"), (1, "4/1/2021", "x")]},
    )

    first, other = importing.look(desk, path)

    assert (first.name, other.name) == ("VB đi", "Hướng dẫn")


def test_a_file_without_lines_and_a_plan_without_columns_are_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NoRegisterFound):
        importing.look(desk, a_workbook(tmp_path / "trong.xlsx", {"A": []}))
    path = old_book(tmp_path / "di.xlsx", outgoing_rows([1]))
    with pytest.raises(ColumnsMissing):
        importing.dry_run(desk, path, ImportPlan(BookKind.OUTGOING, 0, 1, (BookField.SUBJECT,)))


def test_a_file_or_a_register_that_changed_since_is_tried_again(desk: Desk, tmp_path: Path) -> None:
    path = old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 4)))
    report = tried(desk, path)
    importing.apply(desk, path, report)
    with pytest.raises(ImportStale):
        importing.apply(desk, path, report)

    report = tried(desk, path)
    old_book(path, outgoing_rows(range(1, 5)))
    with pytest.raises(ImportStale):
        importing.apply(desk, path, report)


def test_the_sheet_of_corrections_has_what_could_not_be_read_and_can_be_taken_in(desk: Desk, tmp_path: Path) -> None:
    good = outgoing_rows([1])[0]
    rows = [good, ("02-CV/BTGHU", "ngày nào", *good[2:]), ("=1+1", good[1], *good[2:])]
    path, out = old_book(tmp_path / "di.xlsx", rows), tmp_path / "sua.xlsx"

    number = importing.correction_sheet(desk, path, tried(desk, path), out)

    workbook = load_workbook(out)
    (sheet,) = workbook.worksheets
    written = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert number == len(written) - 1 == 2
    assert [(row[0], *row[-2:]) for row in written[1:]] == [
        ("02-CV/BTGHU", 3, "“ngày nào” is no date."),
        (None, 4, "The number is missing."),
    ]
    sheet["B2"] = "05/01/2021"
    workbook.save(out)
    assert tried(desk, out).counts == Counts(new=1, unreadable=1)


class Stopped(Exception):
    """Somebody stopped it."""


def test_an_import_that_is_stopped_leaves_nothing(any_desk: Desk, tmp_path: Path) -> None:
    path = old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 1200)))
    report = tried(any_desk, path)

    def stop(done: int) -> None:
        if done >= 1000:
            raise Stopped

    with pytest.raises(Stopped):
        importing.apply(any_desk, path, report, stop)

    assert lines(any_desk) == []
    assert numbers.rows(any_desk) == ()
    assert importing.imports(any_desk) == ()


# --- taking back --------------------------------------------------------------------------------------------------


def test_an_import_is_taken_back_as_if_it_had_never_been(any_desk: Desk, tmp_path: Path) -> None:
    rows = outgoing_rows(range(1, 8))
    taken_in(any_desk, old_book(tmp_path / "mot.xlsx", rows[:4]))
    before, before_rows = lines(any_desk), [tally.series for tally in numbers.rows(any_desk)]
    changed = [(*rows[0][:3], "Đỗ Khánh Linh", *rows[0][4:]), *rows[1:]]
    _report, batch = taken_in(any_desk, old_book(tmp_path / "hai.xlsx", changed))

    importing.undo(any_desk, batch.id)

    assert [replace(line, version=1) for line in lines(any_desk)] == before
    assert [tally.series for tally in numbers.rows(any_desk)] == before_rows
    assert [one.undone_at is None for one in importing.imports(any_desk)] == [False, True]
    assert verify_store(any_desk).fault is None
    with pytest.raises(ImportUndone):
        importing.undo(any_desk, batch.id)


def test_arrivals_are_taken_back(any_desk: Desk, tmp_path: Path) -> None:
    _report, batch = taken_in(any_desk, old_book(tmp_path / "den.xlsx", incoming_rows(range(1, 9)), INCOMING_HEAD))

    importing.undo(any_desk, batch.id)

    with any_desk.store.reading() as work:
        (book,) = work.arrivals.books()
        assert work.arrival_lists.newest(book.id, 1) == ()
        assert work.arrivals.year(book.id, 2021).last == 0


def test_an_import_on_which_a_later_number_stands_stays(desk: Desk, tmp_path: Path) -> None:
    path = old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 4), desk.today() - timedelta(1)))
    _report, batch = taken_in(desk, path)
    letter = ExternalLetter("CV", desk.today(), "Trả lời")
    outgoing.register_external(desk, first_body(desk), [letter], "làm ở máy khác")

    with pytest.raises(ImportBuiltOn):
        importing.undo(desk, batch.id)

    assert len(lines(desk)) == 4


def test_an_import_on_which_a_link_stands_stays(desk: Desk, tmp_path: Path) -> None:
    _report, batch = taken_in(desk, old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 4))))
    first, second, _third = lines(desk)
    outgoing.link(desk, second.id, first.id, LinkKind.REPLACES)

    with pytest.raises(ImportBuiltOn):
        importing.undo(desk, batch.id)

    assert len(lines(desk)) == 3


def test_an_import_of_which_a_line_lies_in_a_case_file_stays(desk: Desk, tmp_path: Path) -> None:
    _report, batch = taken_in(desk, old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 4))))
    file = case_files.begin_file(desk, 2024, CaseEntry("Văn bản cũ"))
    case_contents.put_in(desk, [NewPaper(PaperKind.OUTGOING, lines(desk)[0].id)], [file.id])

    with pytest.raises(ImportBuiltOn):
        importing.undo(desk, batch.id)


def test_an_import_can_be_taken_back_for_30_days(desk: Desk, clock: TickingClock, tmp_path: Path) -> None:
    _report, batch = taken_in(desk, old_book(tmp_path / "di.xlsx", outgoing_rows(range(1, 4))))
    clock.moment += timedelta(days=31)

    with pytest.raises(ImportTooOld):
        importing.undo(desk, batch.id)


def test_only_who_keeps_the_books_imports(desk: Desk, tmp_path: Path) -> None:
    path = old_book(tmp_path / "di.xlsx", outgoing_rows([1]))
    sit(desk, "Ngọc")

    with pytest.raises(NotPermitted):
        importing.look(desk, path)


# --- whatever the file ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_an_import_does_what_its_dry_run_counted(file_desk: Desk, tmp_path: Path, seed: int) -> None:
    at_office(file_desk)
    chance = random.Random(seed)
    for step in range(2):
        path = old_book(tmp_path / f"{step}.xlsx", _any_rows(chance))
        report = tried(file_desk, path)
        before = lines(file_desk)
        importing.apply(file_desk, path, report)
        after = lines(file_desk)

        assert len(after) == len(before) + report.counts.new
        changed = {line.id: line for line in before}
        assert sum(changed.get(line.id, line) != line for line in after) == report.counts.changed
        again = tried(file_desk, path).counts
        assert (again.new, again.changed) == (0, 0)
    assert verify_store(file_desk).fault is None


def _any_rows(chance: random.Random) -> Sequence[Sequence[object]]:
    """Lines as chance has them: some twice, some spoilt, some of another type or term."""
    rows = []
    for number in chance.sample(range(1, 60), 30):
        row = list(outgoing_rows([number], FIRST_DAY + timedelta(chance.choice((0, 30, 1600))))[0])
        row[0] = f"{number}{chance.choice(('a', '', '', '', ''))}-{chance.choice(('CV', 'KH', 'QĐ'))}/BTGHU"
        row[3] = chance.choice(("Trần Minh Khôi", "Đỗ Khánh Linh"))
        if chance.random() < 0.15:
            row[chance.randrange(2)] = chance.choice((None, "#REF!", "không rõ", "32/13/2021"))
        rows += [row] * chance.choice((1, 1, 1, 1, 2))
    return rows
