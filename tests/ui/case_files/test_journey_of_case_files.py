"""A year of case files by the keyboard: listed and approved, filled, closed, printed, handed over, received."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from support.books import a_small_register, a_small_register_of_arrivals
from support.case_keeper import ALT, CONTROL, CaseKeeper
from support.case_office import IN_WORK
from support.windows import part

from vpdesk.domain.case_closing import Gap
from vpdesk.domain.case_files import CaseState, Retention
from vpdesk.domain.case_handing import HandoverDetail
from vpdesk.services import case_files, case_handovers, case_lists
from vpdesk.services.desk import Desk
from vpdesk.services.finding import rebuild
from vpdesk.services.verifying import verify_store
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.forms.archive_dialogs import HandoverDialog, HandoversDialog
from vpdesk.ui.forms.case_choice import CaseChoice
from vpdesk.ui.forms.closing_dialog import ClosingDialog
from vpdesk.ui.pages.case_paper_page import CasePaperPage

Key = Qt.Key


def test_a_year_of_case_files_from_the_list_to_the_archive(
    keeper: Callable[..., CaseKeeper], own_desk: Desk, tmp_path: Path
) -> None:
    a_small_register(own_desk)
    a_small_register_of_arrivals(own_desk)
    rebuild(own_desk)
    at = keeper()
    _list_the_year(at)
    (opened,) = _files(own_desk)
    _put_in(at)
    _close(at)
    closed = case_files.file(own_desk, opened).row.case_file
    assert (closed.state, closed.list_sheets) == (CaseState.CLOSED, 1)
    _print_the_contents(at, tmp_path)
    handed = _hand_over(at, own_desk)
    assert [one.id for one in handed.files] == [opened]
    _print_the_minutes(at, tmp_path)
    at.window.acts["case_handovers"].trigger()
    at.press(Key.Key_Delete)  # a paper speaks of it by now

    assert at.has_dialog()
    assert case_files.file(own_desk, opened).row.case_file.state is CaseState.HANDED_OVER
    assert verify_store(own_desk).fault is None


def _list_the_year(at: CaseKeeper) -> None:
    """A heading, a file under it that is kept for twenty years, the head's approval."""
    at.yearly_list()
    at.press(Key.Key_I, CONTROL)
    at.type("Tuyen truyen")
    at.press(Key.Key_Return)
    at.type("tt")
    at.confirm()
    at.press(Key.Key_Insert)
    at.type("Chi dao tuyen truyen nam 2024")
    at.press(Key.Key_Tab)
    at.press(Key.Key_Tab)
    at.type("20")
    at.confirm()
    at.confirm()
    at.confirm()
    at.press(Key.Key_Escape)  # the message
    at.press(Key.Key_Escape)
    assert at.window.page is at.files


def _files(desk: Desk) -> list[UUID]:
    listed = case_lists.year_list(desk, 2024)
    assert listed.is_approved
    files = [row.case_file for section in listed.sections for row in section.rows]
    assert [(one.symbol, one.retention) for one in files] == [("01.TT", Retention(20))]
    return [one.id for one in files]


def _put_in(at: CaseKeeper) -> None:
    """A line of the register and an arrival, from their lists by Ctrl+H; another line by its number."""
    at.press(Key.Key_4, ALT)
    at.page.lines.go_to(next(row.line.id for row in at.page.lines.rows if row.line.reference == "01-CV/BTGHU"))
    _put_in_what_is_chosen(at)
    at.press(Key.Key_5, ALT)
    arrivals = at.window.room_of("arrivals")
    assert isinstance(arrivals, ArrivalsRoom)
    arrivals.register.choose(IN_WORK)
    _put_in_what_is_chosen(at)
    at.enter()
    at.press(Key.Key_I, CONTROL)
    at.type("01kh")
    at.press(Key.Key_Return)
    at.press(Key.Key_Escape)
    assert len(at.references()) == 3


def _put_in_what_is_chosen(at: CaseKeeper) -> None:
    at.press(Key.Key_H, CONTROL)
    assert isinstance(at.dialog(), CaseChoice)
    at.confirm()


def _close(at: CaseKeeper) -> None:
    """The checklist names an arrival on which work goes on, which is taken out, and sheets, which are counted."""
    at.take("01.TT")
    at.confirm()
    dialog = at.dialog()
    assert isinstance(dialog, ClosingDialog)
    assert [lack.gap for lack in dialog.lacks] == [Gap.OPEN_ARRIVALS, Gap.SHEETS]
    at.press(Key.Key_Space)
    at.press(Key.Key_Delete)
    at.press(Key.Key_M, CONTROL)
    for _paper in at.files.papers.rows:
        at.type("3")
        at.press(Key.Key_Return)
    at.confirm()
    at.confirm()
    asked = at.dialog()
    assert isinstance(asked, ClosingDialog)
    assert asked.act.text() == "Đóng với 2 văn bản, 6 tờ"
    at.confirm()


def _print_the_contents(at: CaseKeeper, folder: Path) -> None:
    at.press(Key.Key_P, CONTROL)
    page = at.window.page
    assert isinstance(page, CasePaperPage)
    at.press(Key.Key_E, CONTROL)
    dialog = part(at.window, QFileDialog)
    dialog.fileSelected.emit(str(folder / "muc-luc.pdf"))
    dialog.reject()
    assert "MỤC LỤC" in _text_of(folder / "muc-luc.pdf")
    at.press(Key.Key_Escape)
    at.press(Key.Key_Escape)


def _hand_over(at: CaseKeeper, desk: Desk) -> HandoverDetail:
    at.files.list.setFocus()
    at.press(Key.Key_G, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, HandoverDialog)
    at.type("Lưu trữ Huyện ủy")
    at.confirm()
    (handed,) = case_handovers.handovers(desk)
    return handed


def _print_the_minutes(at: CaseKeeper, folder: Path) -> None:
    """The list of what is handed over and the minutes, which let it be undone no more."""
    at.window.acts["case_handovers"].trigger()
    assert isinstance(at.dialog(), HandoversDialog)
    at.press(Key.Key_Return)
    page = at.window.page
    assert isinstance(page, CasePaperPage)
    page._choices.buttons()[-1].click()
    at.press(Key.Key_P, CONTROL)
    dialog = part(at.window, QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "bien-ban.pdf"))
    # What the button does before it closes the dialog is Qt's own; what it closes with is ours.
    QDialog.done(dialog, QDialog.DialogCode.Accepted)
    assert "BIÊN BẢN" in _text_of(folder / "bien-ban.pdf")
    at.press(Key.Key_Escape)
    at.press(Key.Key_Escape)


def _text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    words = str(document[0].get_textpage().get_text_range())
    document.close()
    return words
