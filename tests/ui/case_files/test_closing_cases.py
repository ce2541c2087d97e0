"""Closing case files in the window, the papers of them, the archive, and the yearly list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QLabel
from support.case_keeper import ALT, CONTROL, CaseKeeper
from support.case_office import ANSWERED, IN_WORK, MINUTES, CaseOffice, incoming, outgoing
from support.seats import sit
from support.windows import part

from vpdesk.domain.case_closing import ClosingSheet, Gap
from vpdesk.domain.case_files import CaseState, Retention
from vpdesk.domain.case_forms import CaseForm
from vpdesk.domain.case_views import CaseEntry
from vpdesk.services import (
    case_closing,
    case_contents,
    case_files,
    case_handovers,
    case_lists,
    case_prints,
    case_terms,
)
from vpdesk.services.desk import Desk
from vpdesk.ui.forms.archive_dialogs import HandoverDialog, HandoversDialog
from vpdesk.ui.forms.case_list_dialogs import RetentionDialog
from vpdesk.ui.forms.closing_dialog import ClosingDialog
from vpdesk.ui.forms.sheets_dialog import SheetsDialog
from vpdesk.ui.pages.case_paper_page import CasePaperPage
from vpdesk.ui.pages.case_views import DUE

GOOD = ClosingSheet("Tài liệu đầy đủ, còn tốt", 1)
Open = Callable[..., CaseKeeper]


def closed(desk: Desk, at: CaseOffice) -> None:
    """Fill the file of surveys and close it."""
    case_contents.put_in(desk, [outgoing(at.lines[1], 2), MINUTES], [at.surveys.id])
    case_closing.close(desk, at.surveys.id, GOOD)


def test_closing_names_what_is_missing_and_leads_to_where_it_is_mended(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    case_contents.put_in(own_desk, [outgoing(at_office.lines[1]), incoming(ANSWERED, 4)], [at_office.surveys.id])
    at = keeper()
    at.take("02.TT")
    at.confirm()
    dialog = at.dialog()
    assert isinstance(dialog, ClosingDialog)
    assert [lack.gap for lack in dialog.lacks] == [Gap.SHEETS]
    assert not dialog.act.isEnabled()
    at.press(Qt.Key.Key_Space)  # the keys are on the first way
    assert isinstance(at.dialog(), SheetsDialog)
    at.type("2")
    at.confirm()
    at.files.list.setFocus()
    at.confirm()
    dialog = at.dialog()
    assert isinstance(dialog, ClosingDialog)
    assert dialog.act.text() == "Đóng với 2 văn bản, 6 tờ"
    at.confirm()
    kept = case_files.file(own_desk, at_office.surveys.id).row.case_file

    assert (kept.state, kept.sheets, kept.closed_on) == (CaseState.CLOSED, 6, date(2024, 12, 24))
    assert at.said() == "Đã đóng 02.TT."


def test_an_empty_condition_is_missing_until_it_is_typed(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    case_contents.put_in(own_desk, [outgoing(at_office.lines[1], 2)], [at_office.surveys.id])
    at = keeper()
    at.take("02.TT")
    at.confirm()
    dialog = at.dialog()
    assert isinstance(dialog, ClosingDialog)
    dialog.form.inputs["condition"].setFocus()  # type: ignore[attr-defined] # every input is a widget
    at.press(Qt.Key.Key_A, CONTROL)
    at.press(Qt.Key.Key_Backspace)
    assert [lack.gap for lack in dialog.lacks] == [Gap.CLOSING_SHEET]
    at.type("Con tot")

    assert dialog.act.isEnabled()


def test_a_file_whose_work_is_done_is_set_aside_and_opened_again(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    case_contents.put_in(own_desk, [incoming(IN_WORK, 1)], [at_office.surveys.id])
    at = keeper()
    at.take("02.TT")
    at.confirm()
    dialog = at.dialog()
    assert isinstance(dialog, ClosingDialog)
    dialog._set_aside()
    assert case_files.file(own_desk, at_office.surveys.id).row.case_file.state is CaseState.SET_ASIDE
    at.press(Qt.Key.Key_T, CONTROL)

    assert case_files.file(own_desk, at_office.surveys.id).row.case_file.state is CaseState.OPEN


def test_a_closed_file_is_opened_again_for_a_reason(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    closed(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_T, CONTROL)
    at.type("con thieu mot bao cao")
    at.press(Qt.Key.Key_Return)
    detail = case_files.file(own_desk, at_office.surveys.id)

    assert detail.row.case_file.state is CaseState.OPEN
    assert [one.reason for one in detail.corrections] == ["con thieu mot bao cao"]


def test_the_papers_of_a_file_are_shown_printed_and_written(
    keeper: Open, own_desk: Desk, at_office: CaseOffice, tmp_path: Path
) -> None:
    closed(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_P, CONTROL)
    page = at.window.page
    assert isinstance(page, CasePaperPage)
    shown = []
    for button in page._choices.buttons():
        button.click()
        assert page.document is not None
        shown.append(page.ask.form)
    assert shown == [CaseForm.CONTENTS, CaseForm.CONTENTS_PARTY, CaseForm.CLOSING_SHEET, CaseForm.COVER]
    at.press(Qt.Key.Key_P, CONTROL)
    part(at.window, QPrintDialog).reject()
    at.press(Qt.Key.Key_E, CONTROL)
    dialog = part(at.window, QFileDialog)
    out = tmp_path / "bia.pdf"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    assert len(pypdfium2.PdfDocument(out)) == 1
    at.press(Qt.Key.Key_Escape)  # the message
    at.press(Qt.Key.Key_Escape)

    assert at.window.page is at.files


def test_the_list_of_contents_is_a_workbook_too(
    keeper: Open, own_desk: Desk, at_office: CaseOffice, tmp_path: Path
) -> None:
    closed(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_E, CONTROL)
    dialog = part(at.window, QFileDialog)
    assert len(dialog.nameFilters()) == 2
    dialog.fileSelected.emit(str(tmp_path / "muc-luc.xlsx"))
    dialog.reject()

    assert (tmp_path / "muc-luc.xlsx").exists()


def test_files_are_handed_over_with_their_number_on_the_button_and_it_can_be_undone(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    closed(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_A, CONTROL)
    at.press(Qt.Key.Key_G, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, HandoverDialog)
    assert dialog.act.text() == "Giao nộp 1 hồ sơ, 5 tờ"
    assert any("01.LLCT" in label.text() for label in dialog.findChildren(QLabel))  # it stays, and why
    at.confirm()
    assert at.has_dialog()  # which archive is not said
    at.type("Lưu trữ Huyện ủy")
    at.confirm()
    (handed,) = case_handovers.handovers(own_desk)
    assert (handed.handover.archive, len(handed.files)) == ("Lưu trữ Huyện ủy", 1)
    at.take_up()

    assert case_handovers.handovers(own_desk) == ()


def test_what_the_archive_has_is_received_there_and_its_papers_are_shown(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    closed(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_G, CONTROL)
    at.type("Lưu trữ Huyện ủy")
    at.confirm()
    at.window.acts["case_handovers"].trigger()
    dialog = at.dialog()
    assert isinstance(dialog, HandoversDialog)
    dialog.by.setFocus()
    at.type("Phạm Thị Tâm")
    at.confirm()
    (handed,) = case_handovers.handovers(own_desk)
    assert handed.handover.received_by == "Phạm Thị Tâm"
    dialog.table.setFocus()
    at.press(Qt.Key.Key_Return)
    page = at.window.page

    assert isinstance(page, CasePaperPage)
    assert page.ask.form is CaseForm.ARCHIVE_LIST
    assert page.document is not None


def test_what_is_due_at_the_archive_is_told_on_the_rail_and_above_the_list(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    old = case_files.begin_file(own_desk, 2023, CaseEntry("Chuyển đổi số", retention=Retention(20)))
    case_contents.put_in(own_desk, [outgoing(at_office.lines[1], 2)], [old.id])
    case_contents.take_out(own_desk, [case_files.file(own_desk, old.id).papers[0].paper.id])
    minutes = MINUTES.__class__(MINUTES.kind, reference="Biên bản 1", day=date(2023, 5, 4), sheets=3)
    case_contents.put_in(own_desk, [minutes], [old.id])
    case_closing.close(own_desk, old.id, GOOD)
    at = keeper()

    assert at.window.rail.items["case_files"].accessibleName() == "Hồ sơ, 1"
    assert at.files._strip.words.text() == "1 hồ sơ phải nộp lưu chậm nhất ngày 31/12/2024: 01/2023."
    at.files.choose_view(DUE)
    assert at.symbols() == ["01"]
    assert not at.files._strip.isVisible()


def test_the_yearly_list_is_copied_changed_and_approved(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    page = at.yearly_list()
    page.choose_the_year(2025)
    page.asked.emit()
    assert page.empty.isVisible()
    at.press(Qt.Key.Key_D, CONTROL)
    listed = case_lists.year_list(own_desk, 2025)
    assert [row.case_file.title for section in listed.sections for row in section.rows] == [
        "Tuyên truyền các ngày lễ lớn năm 2025",
        "Nắm bắt dư luận xã hội năm 2025",
        "Các lớp bồi dưỡng lý luận chính trị năm 2025",
    ]
    page.take_keys()
    at.press(Qt.Key.Key_Home)
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Down, ALT)
    assert page.line is not None
    assert page.line.row is not None
    assert page.line.row.case_file.symbol == "02.TT"
    at.press(Qt.Key.Key_Insert)
    at.type("Bao chi, xuat ban")
    at.confirm()
    at.press(Qt.Key.Key_I, CONTROL)
    at.type("To chuc can bo")
    at.press(Qt.Key.Key_Tab)
    at.type("tccb")
    at.confirm()
    at.confirm()
    assert at.has_dialog()
    at.confirm()
    listed = case_lists.year_list(own_desk, 2025)

    assert listed.is_approved
    assert listed.totals.all == 4
    assert [section.heading.symbol for section in listed.sections if section.heading] == ["TT", "LLCT", "TCCB"]
    assert not at.window.acts["list_case_file"].isEnabled()


def test_lines_of_the_list_are_taken_out(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    page = at.yearly_list()
    at.press(Qt.Key.Key_Home)
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Delete)

    assert [line.row.case_file.symbol for line in page.table.rows if line.row] == ["01.TT", "01.LLCT"]


def test_the_yearly_list_is_shown_as_it_is_printed(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    page = at.yearly_list()
    at.press(Qt.Key.Key_P, CONTROL)
    shown = at.window.page
    assert isinstance(shown, CasePaperPage)
    assert shown.document is not None
    at.press(Qt.Key.Key_Escape)

    assert at.window.page is page


def test_terms_are_set_down_changed_and_dropped(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    at.window.acts["retention_table"].trigger()
    dialog = at.dialog()
    assert isinstance(dialog, RetentionDialog)
    at.type("du luan xa hoi")
    at.press(Qt.Key.Key_Return)
    at.type("10")
    at.confirm()
    (rule,) = case_terms.rules(own_desk)
    assert (rule.kinds, rule.retention) == ("du luan xa hoi", Retention(10))
    dialog.take.click()
    assert len(case_terms.rules(own_desk)) > 1
    dialog.table.setFocus()
    dialog.table.go_to(rule.id)
    at.press(Qt.Key.Key_Delete)

    assert rule.id not in {one.id for one in case_terms.rules(own_desk)}


def test_who_keeps_no_lists_reads_the_terms(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    sit(own_desk, "Ngọc")
    at = keeper()
    at.window.acts["retention_table"].trigger()
    dialog = at.dialog()
    assert isinstance(dialog, RetentionDialog)

    assert not dialog.main_button.isVisible()


def test_the_office_chooses_its_list_of_contents(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    closed(own_desk, at_office)
    usual = case_prints.contents_form(own_desk)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_P, CONTROL)
    page = at.window.page
    assert isinstance(page, CasePaperPage)
    assert page.ask.form is usual
    assert not page._use.isVisible()
    other = next(number for number, ask in enumerate(page._asks[:2]) if ask.form is not usual)
    page._choices.button(other).click()
    page._use.click()

    assert case_prints.contents_form(own_desk) is page.ask.form
    assert not page._use.isVisible()


def test_a_year_that_has_a_list_is_not_copied_into_by_a_slip(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    at = keeper()

    assert not at.window.acts["copy_case_list"].isEnabled()
