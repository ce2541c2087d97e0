"""The reports on the registers: how they are printed, exported and begun as a paper, and whom they tell of what."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from support.books import readable, words_of
from support.golden import assert_golden
from support.readers import text_by_pdfium
from support.reported_office import a_reported_office
from support.seats import sit

from vpdesk.domain.blanks import BlankFinder
from vpdesk.domain.body import Heading, Paragraph, Table, plain_text
from vpdesk.domain.errors import UnknownEnding
from vpdesk.domain.organisation import Days
from vpdesk.domain.periods import Period, PeriodKind, period_on
from vpdesk.domain.report_body import MOST_ROWS
from vpdesk.domain.reports import WIDE, Bar, Column, Ground, ReportKind, ReportRow, ReportScope, ReportTable
from vpdesk.layout.geometry import mm
from vpdesk.services import report_drafts, report_files, reports
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

DECEMBER = period_on(PeriodKind.MONTH, date(2024, 12, 24))
HANDLING = ReportScope(ReportKind.HANDLING, DECEMBER)


@pytest.fixture
def clerk(file_desk: Desk) -> Desk:
    """The desk of an office with registers of a quarter, at which the clerk sits."""
    a_reported_office(file_desk, seed=3, arrivals=48, lines=30)
    return file_desk


# --- on paper -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ReportKind, ids=lambda kind: kind.value)
def test_each_report_reads_as_the_reference_has_it(clerk: Desk, kind: ReportKind) -> None:
    document = reports.typeset(clerk, reports.report(clerk, ReportScope(kind, DECEMBER)))

    assert document.missing == {}
    assert_golden(f"reports/{kind.value}.txt", readable(document))


@pytest.mark.parametrize("kind", ReportKind, ids=lambda kind: kind.value)
def test_screen_print_and_pdf_have_the_same_words(clerk: Desk, kind: ReportKind) -> None:
    document = reports.typeset(clerk, reports.report(clerk, ReportScope(kind, DECEMBER)))

    assert sorted(text_by_pdfium(clerk.press.pdf(document)).split()) == sorted(words_of(document).split())


@pytest.mark.parametrize("kind", ReportKind, ids=lambda kind: kind.value)
def test_a_page_is_a4_and_lies_across_where_the_report_is_wide(clerk: Desk, kind: ReportKind) -> None:
    page = reports.typeset(clerk, reports.report(clerk, ReportScope(kind, DECEMBER))).pages[0]

    sides = (mm(297), mm(210)) if kind in WIDE else (mm(210), mm(297))
    assert (page.width, page.height) == sides


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind is not PeriodKind.TERM])
def test_a_report_is_of_its_period_and_names_the_one_before(clerk: Desk, kind: PeriodKind) -> None:
    period = period_on(kind, date(2024, 12, 24))
    report = reports.report(clerk, ReportScope(ReportKind.HANDLING, period))
    now, before = (column.head for column in report.tables[0].columns[1:3])

    expected = {
        PeriodKind.WEEK: ("Tuần 52 năm 2024", "Tuần 51 năm 2024"),
        PeriodKind.MONTH: ("Tháng 12 năm 2024", "Tháng 11 năm 2024"),
        PeriodKind.QUARTER: ("Quý IV năm 2024", "Quý III năm 2024"),
        PeriodKind.HALF_YEAR: ("6 tháng cuối năm 2024", "6 tháng đầu năm 2024"),
        PeriodKind.YEAR: ("Năm 2024", "Năm 2023"),
    }
    assert (now, before) == expected[kind]
    assert report.period.startswith(f"{now} (từ ngày ")


def test_a_first_term_is_compared_with_nothing(clerk: Desk) -> None:
    term = period_on(PeriodKind.TERM, date(2024, 12, 24), reports.terms(clerk))
    first = replace(term, days=Days(None, term.days.last))
    for period in (first, Period(PeriodKind.TERM, Days(date(1990, 1, 1), date(2100, 1, 1)), "cả đời")):
        report = reports.report(clerk, ReportScope(ReportKind.OUTGOING, period))

        assert [len(table.columns) for table in report.tables[:3]] == [2, 2, 2]
        assert all(row.bar is None or row.bar.before is None for table in report.tables for row in table.rows)
        assert reports.typeset(clerk, report).pages


def test_without_a_period_a_report_is_of_this_month_and_that_of_a_day_of_none(clerk: Desk) -> None:
    assert reports.report(clerk, ReportScope(ReportKind.HANDLING)).scope == HANDLING
    assert reports.report(clerk, ReportScope(ReportKind.DUE, DECEMBER)).scope == ReportScope(ReportKind.DUE)


def test_a_month_without_anything_says_so_in_words(clerk: Desk) -> None:
    quiet = period_on(PeriodKind.MONTH, date(2019, 5, 5))
    said = words_of(reports.typeset(clerk, reports.report(clerk, ReportScope(ReportKind.OUTGOING, quiet))))

    assert "Không có trường hợp bất thường." in said
    assert "Tháng 5 năm 2019, đã phát hành 0 văn bản." in said


def test_a_secret_document_is_nothing_but_a_number(clerk: Desk) -> None:
    with clerk.store.writing() as work:
        waiting = work.handlings.open()
        late = next(one for one in waiting if one.due_on and one.due_on < date(2024, 12, 20))
        found = work.arrivals.get(late.arrival)
        secret = replace(found, secrecy="MẬT", sender="Không Được In", subject="không được in", handed_on=None)
        work.arrivals.put(secret)
        work.tell(clerk.seat.officer, "amend", "incoming", found.id)
    for kind in ReportKind:
        report = reports.report(clerk, ReportScope(kind, period_on(PeriodKind.YEAR, date(2024, 1, 1))))
        assert "Không Được In" not in words_of(reports.typeset(clerk, report))
        assert "không được in" not in words_of(reports.typeset(clerk, report))
    late_table = reports.report(clerk, ReportScope(ReportKind.DUE)).tables[0]
    assert any("văn bản mật, xem sổ mật" in sentence for sentence in late_table.said)


# --- whose --------------------------------------------------------------------------------------------------------


def test_a_drafter_is_told_of_his_own_and_the_paper_says_so(clerk: Desk) -> None:
    of_all = reports.report(clerk, HANDLING)
    drafter = sit(clerk, "Bách")
    own = reports.report(clerk, HANDLING)

    assert of_all.person is None
    assert own.person == drafter.name
    assert {row.cells[0] for row in own.tables[1].rows if not row.is_sum} <= {drafter.name}
    assert f"Văn bản của {drafter.name}" in words_of(reports.typeset(clerk, own))


def test_the_head_is_told_of_the_whole_office(clerk: Desk) -> None:
    of_all = reports.report(clerk, HANDLING)
    sit(clerk, "Khôi")

    assert reports.report(clerk, HANDLING).tables == of_all.tables


# --- as a file ------------------------------------------------------------------------------------------------------


def test_a_workbook_has_a_sheet_for_each_table_with_real_days_and_numbers(clerk: Desk, tmp_path: Path) -> None:
    for kind in ReportKind:
        report = reports.report(clerk, ReportScope(kind, DECEMBER))
        report_files.export(clerk, report, tmp_path / "báo cáo.xlsx")
        book = openpyxl.load_workbook(io.BytesIO((tmp_path / "báo cáo.xlsx").read_bytes()))
        for sheet, table in zip(book.worksheets, report.tables, strict=True):
            head, *rows = sheet.iter_rows()
            assert [cell.value for cell in head] == [column.full_head for column in table.columns]
            assert sheet.freeze_panes == "A2"
            assert sheet.print_title_rows == "$1:$1"
            assert sheet.page_setup.orientation == ("landscape" if kind in WIDE else "portrait")
            assert len(rows) == len(table.rows)
            for cells, row in zip(rows, table.rows, strict=True):
                for cell, value in zip(cells, row.cells, strict=True):
                    if isinstance(value, date):
                        assert (cell.number_format, cell.value) == ("dd/mm/yyyy", datetime.combine(value, time()))
                    elif isinstance(value, int):
                        assert (cell.data_type, cell.value) == ("n", value)
                    else:
                        assert cell.value == (value or None)


def test_two_tables_of_one_name_have_sheets_of_their_own(clerk: Desk, tmp_path: Path) -> None:
    report = reports.report(clerk, ReportScope(ReportKind.LOOSE, DECEMBER))
    twice = replace(report, tables=report.tables * 2)
    report_files.export(clerk, twice, tmp_path / "hai.xlsx")

    assert len(openpyxl.load_workbook(tmp_path / "hai.xlsx").sheetnames) == 2


def test_a_report_as_pdf_is_what_is_shown(clerk: Desk, tmp_path: Path) -> None:
    report = reports.report(clerk, HANDLING)
    report_files.export(clerk, report, tmp_path / "báo cáo.pdf")

    assert (tmp_path / "báo cáo.pdf").read_bytes() == clerk.press.pdf(reports.typeset(clerk, report))


def test_another_ending_is_refused(clerk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnknownEnding):
        report_files.export(clerk, reports.report(clerk, HANDLING), tmp_path / "báo cáo.docx")


def test_the_history_tells_that_a_report_left_the_office(clerk: Desk, tmp_path: Path) -> None:
    report_files.export(clerk, reports.report(clerk, HANDLING), tmp_path / "báo cáo.pdf")
    with clerk.store.reading() as work:
        last = list(work.history.lines())[-1].text

    assert "export_report" in last
    assert "2024-12-01..2024-12-31" in last


# --- as the beginning of a paper ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ReportKind, ids=lambda kind: kind.value)
def test_one_act_begins_a_paper_with_all_that_the_report_says(clerk: Desk, kind: ReportKind) -> None:
    report = reports.report(clerk, ReportScope(kind, DECEMBER))
    dispatch = report_drafts.begin_report_draft(clerk, report).dispatch
    texts = [plain_text(one.runs) for one in dispatch.body if isinstance(one, Paragraph)]
    headings = [plain_text(one.runs) for one in dispatch.body if isinstance(one, Heading)]
    tables = [one for one in dispatch.body if isinstance(one, Table)]
    filled = [table for table in report.tables if table.rows]

    assert (dispatch.document_type, dispatch.symbol) == ("BC", "BC/BTGHU")
    assert texts[0].startswith("Thực hiện chế độ thông tin, báo cáo, Ban Tuyên giáo Huyện ủy báo cáo ")
    assert set(texts) >= {sentence for table in report.tables for sentence in table.said}
    assert [heading.partition("- ")[2] for heading in headings[:-1]] == [one.title.upper() for one in report.tables]
    assert headings[0].startswith("I- ")
    assert [len(table.rows) - table.header_rows for table in tables] == [len(one.rows) for one in filled]
    assert len(BlankFinder().find(dispatch)) == 1
    assert lay_out(clerk, dispatch).document.missing == {}


def test_the_paper_stands_among_the_drafts_of_who_began_it(clerk: Desk) -> None:
    opened = report_drafts.begin_report_draft(clerk, reports.report(clerk, HANDLING))

    assert opened.draft.owner == clerk.seat.officer
    assert opened.dispatch.subject_summary == "tình hình giải quyết văn bản đến, tháng 12 năm 2024"


def test_a_list_too_long_for_a_text_is_told_to_be_enclosed(clerk: Desk) -> None:
    rows = tuple(ReportRow((f"số {number}",)) for number in range(MOST_ROWS + 1))
    long = ReportTable("Danh sách", (Column("Số", 1),), rows)
    report = replace(reports.report(clerk, HANDLING), tables=(long,))
    dispatch = report_drafts.begin_report_draft(clerk, report).dispatch
    (table,) = (one for one in dispatch.body if isinstance(one, Table))
    texts = [plain_text(one.runs) for one in dispatch.body if isinstance(one, Paragraph)]

    assert len(table.rows) == MOST_ROWS
    assert "Còn 2 văn bản khác, có danh sách kèm theo." in texts


# --- small things ---------------------------------------------------------------------------------------------------


def test_large_numbers_have_a_dot_after_the_thousands_and_names_have_none(clerk: Desk) -> None:
    columns = (Column("Tên", 2), Column("Số", 1, Ground.COUNT), Column("Tăng, giảm", 1, Ground.CHANGE))
    rows = (ReportRow(("Công văn 1312", 12345, -1204), Bar(12345, 13549)),)
    report = replace(reports.report(clerk, HANDLING), tables=(ReportTable("Bảng", columns, rows, chart="Biểu đồ"),))
    said = words_of(reports.typeset(clerk, report))

    assert "Công văn 1312 12.345 −1.204 12.345 13.549" in said
