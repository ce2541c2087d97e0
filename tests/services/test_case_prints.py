"""The papers of case files: what stands on them, page by page, and what they become as files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from support.books import a_series, keep_lines, many_lines, readable, words_of
from support.case_office import ANSWERED, MINUTES, YEAR, CaseOffice, a_case_office, incoming, outgoing
from support.golden import assert_golden
from support.readers import text_by_pdfium
from support.seats import seated, sit

from vpdesk.domain.case_closing import ClosingSheet
from vpdesk.domain.case_forms import COLUMNS, LISTS, CaseAsk, CaseForm
from vpdesk.domain.case_handing import HandoverEntry
from vpdesk.domain.case_views import CaseEntry
from vpdesk.domain.errors import NoSuchRecord, NotPermitted, UnknownEnding
from vpdesk.services import case_closing, case_contents, case_files, case_handovers, case_lists, case_prints
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample

GOOD = ClosingSheet("Tài liệu đầy đủ, còn tốt", 1, "03, 03a")


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """A desk of the sample office, where its clerk sits."""
    found_sample(file_desk)
    sit(file_desk, "Hạnh")
    return file_desk


@pytest.fixture
def office(desk: Desk) -> CaseOffice:
    """The office with a year's list."""
    return a_case_office(desk)


def filled(desk: Desk, office: CaseOffice) -> UUID:
    """A file with a document of every kind, a copy, a void and a secret number among them."""
    papers = [outgoing(office.lines[number], 2) for number in (1, 2, 4, 5)]
    case_contents.put_in(desk, [*papers, incoming(ANSWERED, 4), MINUTES], [office.anniversaries.id])
    first = case_files.file(desk, office.anniversaries.id).papers[0].paper
    case_contents.amend_paper(desk, replace(first, is_original=False, notes="bút phê"))
    return office.anniversaries.id


def handed(desk: Desk, office: CaseOffice) -> UUID:
    """Two files that the archive has."""
    files = (filled(desk, office), office.surveys.id)
    case_contents.put_in(desk, [outgoing(office.plan, 6)], [office.surveys.id])
    for one in files:
        case_closing.close(desk, one, GOOD)
    entry = HandoverEntry(files, date(2024, 12, 24), "Văn phòng Huyện ủy", "Vũ Thị Hạnh", notes="chờ bản số hóa")
    return case_handovers.hand_over(desk, entry).id


def ask(desk: Desk, office: CaseOffice, form: CaseForm) -> CaseAsk:
    """A paper of the small office."""
    if form is CaseForm.YEAR_LIST:
        case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2024, 1, 5), "Quyết định số 02-QĐ/BTGHU")
        return CaseAsk(form, YEAR)
    if form in (CaseForm.ARCHIVE_LIST, CaseForm.MINUTES, CaseForm.HANDOVER_SET):
        return CaseAsk(form, record=handed(desk, office))
    return CaseAsk(form, record=filled(desk, office))


@pytest.mark.parametrize("form", CaseForm, ids=lambda form: form.value)
def test_each_paper_reads_as_the_reference_has_it(desk: Desk, office: CaseOffice, form: CaseForm) -> None:
    document = case_prints.typeset(desk, ask(desk, office, form))

    assert document.missing == {}
    assert_golden(f"case_files/{form.value}.txt", readable(document))


@pytest.mark.parametrize("form", [form for form in CaseForm if form in LISTS], ids=lambda form: form.value)
def test_a_list_has_the_columns_of_the_rule(desk: Desk, office: CaseOffice, form: CaseForm) -> None:
    numbers = {CaseForm.YEAR_LIST: 5, CaseForm.CONTENTS: 7, CaseForm.CONTENTS_PARTY: 9, CaseForm.ARCHIVE_LIST: 7}
    words = words_of(case_prints.typeset(desk, ask(desk, office, form)))

    assert len(COLUMNS[form]) == numbers[form]
    assert f"({numbers[form]})" in words


def test_the_closing_sheet_says_the_sheets_in_figures_and_in_words(desk: Desk, office: CaseOffice) -> None:
    file = filled(desk, office)
    open_sheet = words_of(case_prints.typeset(desk, CaseAsk(CaseForm.CLOSING_SHEET, record=file)))
    case_closing.close(desk, file, GOOD)
    closed_sheet = words_of(case_prints.typeset(desk, CaseAsk(CaseForm.CLOSING_SHEET, record=file)))

    assert "15 tờ (bằng chữ: mười lăm tờ)" in closed_sheet
    assert "Được đánh số từ 01 đến 15." in closed_sheet
    assert "Tờ trùng số: 03, 03a." in closed_sheet
    assert "6. Trạng thái tài liệu: …" in open_sheet, "what is not said is left to be written by hand"


def test_the_office_chooses_its_list_of_contents(desk: Desk, office: CaseOffice) -> None:
    assert case_prints.contents_form(desk) is CaseForm.CONTENTS_PARTY
    case_prints.choose_contents_form(desk, CaseForm.CONTENTS)
    assert case_prints.contents_form(desk) is CaseForm.CONTENTS


def test_the_closing_sheet_is_proposed_with_as_many_sheets_as_the_list_has(desk: Desk, office: CaseOffice) -> None:
    assert case_prints.proposed_sheet(desk, filled(desk, office)).list_sheets == 1
    series = a_series(desk, "TB")
    lines = keep_lines(desk, series, many_lines(desk, series, 60))
    case_contents.put_in(desk, [outgoing(one, 1) for one in lines], [office.anniversaries.id])
    proposed = case_prints.proposed_sheet(desk, office.anniversaries.id)
    pages = case_prints.typeset(desk, CaseAsk(CaseForm.CONTENTS_PARTY, record=office.anniversaries.id)).pages
    assert proposed.list_sheets == len(pages) > 3
    case_closing.put_sheet(desk, office.anniversaries.id, GOOD)
    assert case_prints.proposed_sheet(desk, office.anniversaries.id) == GOOD


def test_a_list_is_written_as_pages_and_as_a_workbook(desk: Desk, office: CaseOffice, tmp_path: Path) -> None:
    contents = CaseAsk(CaseForm.CONTENTS, record=filled(desk, office))
    case_prints.export(desk, contents, tmp_path / "ml.pdf")
    case_prints.export(desk, contents, tmp_path / "ml.xlsx")
    sheet = load_workbook(tmp_path / "ml.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))

    assert "1450-CV/BTGTU" in text_by_pdfium((tmp_path / "ml.pdf").read_bytes())
    assert rows[0][:2] == ("STT", "Số, ký hiệu văn bản")
    assert rows[1][:2] == (1, "1450-CV/BTGTU")
    assert len(rows) == 7


def test_other_papers_are_pages_alone(desk: Desk, office: CaseOffice, tmp_path: Path) -> None:
    cover = CaseAsk(CaseForm.COVER, record=office.surveys.id)
    with pytest.raises(UnknownEnding):
        case_prints.check_ending(cover, tmp_path / "bia.xlsx")
    case_prints.check_ending(cover, tmp_path / "bia.pdf")
    with pytest.raises(UnknownEnding):
        case_prints.export(desk, CaseAsk(CaseForm.YEAR_LIST, YEAR), tmp_path / "dm.csv")


def test_the_papers_of_a_file_are_for_whoever_reads_it(desk: Desk, office: CaseOffice) -> None:
    with seated(desk, "Bách"):
        case_prints.typeset(desk, CaseAsk(CaseForm.YEAR_LIST, YEAR))
        case_prints.typeset(desk, CaseAsk(CaseForm.COVER, record=office.surveys.id))
        for form in (CaseForm.COVER, CaseForm.CONTENTS, CaseForm.CLOSING_SHEET):
            with pytest.raises(NotPermitted):
                case_prints.typeset(desk, CaseAsk(form, record=office.classes.id))
            with pytest.raises(NotPermitted):
                case_prints.printed(desk, CaseAsk(form, record=office.classes.id))


def test_a_paper_of_nothing_is_told(desk: Desk, office: CaseOffice) -> None:
    for nothing in (CaseAsk(CaseForm.YEAR_LIST), CaseAsk(CaseForm.COVER), CaseAsk(CaseForm.MINUTES)):
        with pytest.raises(NoSuchRecord):
            case_prints.typeset(desk, nothing)


def test_what_was_opened_beside_the_list_is_not_printed_with_it(desk: Desk, office: CaseOffice) -> None:
    case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh", office.training.id))
    assert "Việc phát sinh" not in words_of(case_prints.typeset(desk, CaseAsk(CaseForm.YEAR_LIST, YEAR)))
