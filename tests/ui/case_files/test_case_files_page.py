"""Case files in the window: found, opened, filled, changed, put in order, counted; who may do what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.case_keeper import ALT, CONTROL, CaseKeeper
from support.case_office import ANSWERED, IN_WORK, MINUTES, SECRET, CaseOffice, incoming, outgoing
from support.seats import sit

from vpdesk.domain.case_files import CaseState, PaperKind, Retention
from vpdesk.domain.case_views import CaseEntry
from vpdesk.services import case_contents, case_files
from vpdesk.services.desk import Desk
from vpdesk.services.finding import rebuild
from vpdesk.ui.forms.case_dialog import CaseDialog
from vpdesk.ui.forms.paper_dialogs import PaperDialog, PutPaperDialog
from vpdesk.ui.forms.sheets_dialog import SheetsDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.arrival_page import ArrivalPage
from vpdesk.ui.pages.case_views import ALL, OPEN
from vpdesk.ui.pages.issued_page import IssuedPage

Open = Callable[..., CaseKeeper]


def filled(desk: Desk, at: CaseOffice) -> None:
    """Put a letter, an arrival and minutes into the file of surveys."""
    case_contents.put_in(desk, [outgoing(at.lines[1], 2), incoming(ANSWERED, 4), MINUTES], [at.surveys.id])


def test_the_list_shows_the_year_under_its_headings(keeper: Open, at_office: CaseOffice) -> None:
    at = keeper()
    assert at.symbols() == ["01.LLCT"]
    at.files.choose_view(ALL)

    assert at.symbols() == ["01.TT", "02.TT", "01.LLCT"]
    assert at.window.rail.items["case_files"].isChecked()


def test_whoever_keeps_all_files_begins_with_those_of_all(
    own_desk: Desk, at_office: CaseOffice, make: Callable[..., MainWindow], application: QApplication
) -> None:
    for name, symbols in (("Hạnh", ["01.TT", "02.TT", "01.LLCT"]), ("Ngọc", ["01.TT"])):
        sit(own_desk, name)
        window = make(desk=own_desk)
        window.begin()
        at = CaseKeeper(window, application)
        at.enter()
        assert at.symbols() == symbols


def test_a_year_without_a_list_offers_the_one_before(keeper: Open) -> None:
    at = keeper()

    assert at.files.empty.isVisible()
    assert at.files.focusWidget() is at.files.empty.focusProxy()


def test_what_is_typed_narrows_the_list_and_esc_widens_it(keeper: Open, at_office: CaseOffice) -> None:
    at = keeper()
    at.files.choose_view(ALL)
    at.press(Qt.Key.Key_F, CONTROL)
    at.type("nam bat")
    at.press(Qt.Key.Key_Return)
    assert at.symbols() == ["02.TT"]
    at.press(Qt.Key.Key_Escape)

    assert len(at.symbols()) == 3


def test_a_listed_file_is_opened_by_ctrl_enter(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    at.confirm()
    opened = case_files.file(own_desk, at_office.classes.id).row.case_file

    assert opened.state is CaseState.OPEN
    assert at.said() == "Đã mở 01.LLCT."
    at.files.choose_view(OPEN)
    assert at.symbols() == ["01.LLCT"]


def test_a_file_beside_the_list_takes_the_next_number_of_its_heading(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    at = keeper()
    at.press(Qt.Key.Key_Insert)
    dialog = at.dialog()
    assert isinstance(dialog, CaseDialog)
    at.type("Hoi thi bao cao vien gioi")
    dialog.form.inputs["retention"].setFocus()  # type: ignore[attr-defined] # every input is a widget
    at.type("20 nam")
    at.confirm()
    row = at.files.row

    assert row is not None
    assert (row.case_file.symbol, row.case_file.retention) == ("02.LLCT", Retention(20))
    assert not row.case_file.is_listed


def test_the_keys_go_into_the_documents_and_back(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    filled(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_Return)
    assert at.files.papers.hasFocus()
    assert at.references() == ["1450-CV/BTGTU", "01-CV/BTGHU", "Biên bản số 2"]
    at.press(Qt.Key.Key_Escape)

    assert at.files.list.hasFocus()


def test_enter_on_a_document_shows_it_in_its_register(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    filled(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_Return)
    page = at.window.page
    assert isinstance(page, ArrivalPage)
    assert page.arrival is not None
    assert page.arrival.id == ANSWERED
    at.enter()
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)

    assert isinstance(at.window.page, IssuedPage)


def test_a_document_that_is_taken_out_comes_back_by_ctrl_z(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    filled(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_Delete)
    assert at.references() == ["01-CV/BTGHU", "Biên bản số 2"]
    assert at.said() == "Đã rút 1 văn bản."
    at.press(Qt.Key.Key_Z, CONTROL)

    assert at.references() == ["1450-CV/BTGTU", "01-CV/BTGHU", "Biên bản số 2"]
    assert not at.window.acts["undo_case_act"].isEnabled()


def test_documents_move_by_alt_and_the_arrows_and_go_back_into_time(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    filled(own_desk, at_office)
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_Return)
    at.press(Qt.Key.Key_Down, ALT)
    assert at.references() == ["01-CV/BTGHU", "1450-CV/BTGTU", "Biên bản số 2"]
    assert at.files.paper is not None
    assert at.files.paper.reference == "1450-CV/BTGTU"
    at.window.acts["order_papers"].trigger()

    assert at.references() == ["1450-CV/BTGTU", "01-CV/BTGHU", "Biên bản số 2"]


def test_a_document_is_found_by_its_number_and_put_in(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    rebuild(own_desk)
    at = keeper()
    at.press(Qt.Key.Key_I, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, PutPaperDialog)
    at.type("02cv")
    at.press(Qt.Key.Key_Return)
    at.type("01cv")
    at.press(Qt.Key.Key_Return)
    assert at.has_dialog()  # for the next one
    at.press(Qt.Key.Key_Escape)

    assert set(at.references()) == {"01-CV/BTGHU", "02-CV/BTGHU"}


def test_a_paper_in_no_register_is_put_in_by_its_own_fields(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    at = keeper()
    at.press(Qt.Key.Key_I, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, PutPaperDialog)
    dialog._want_other()
    asked = at.dialog()
    assert isinstance(asked, PaperDialog)
    at.confirm()
    assert at.has_dialog()  # it says nothing yet
    asked.form.inputs["reference"].setFocus()  # type: ignore[attr-defined] # every input is a widget
    at.type("Bien ban so 3")
    asked.is_original.click()
    at.confirm()
    (shown,) = case_files.file(own_desk, at_office.classes.id).papers

    assert (shown.paper.kind, shown.reference, shown.paper.is_original) == (PaperKind.OTHER, "Bien ban so 3", False)


def test_sheets_are_counted_with_enter_behind_each(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    case_contents.put_in(own_desk, [outgoing(at_office.lines[1]), incoming(ANSWERED), MINUTES], [at_office.surveys.id])
    at = keeper()
    at.take("02.TT")
    at.press(Qt.Key.Key_M, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, SheetsDialog)
    at.type("4")
    at.press(Qt.Key.Key_Return)
    at.type("2")
    assert dialog.act.text() == "Đánh số 9 tờ"
    at.confirm()

    assert [row.paper.first_sheet for row in at.files.papers.rows] == [1, 5, 7]


def test_what_is_changed_of_a_file_stays_on_record(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    case_files.open_file(own_desk, at_office.classes.id)
    at = keeper()
    at.press(Qt.Key.Key_F2)
    dialog = at.dialog()
    assert isinstance(dialog, CaseDialog)
    dialog.form.inputs["retention"].setFocus()  # type: ignore[attr-defined] # every input is a widget
    at.type("vv")
    at.confirm()
    detail = case_files.file(own_desk, at_office.classes.id)

    assert detail.row.case_file.retention == Retention()
    assert [change[0] for one in detail.corrections for change in one.changes] == ["retention"]


@pytest.mark.parametrize("typed", ["muoi nam", "0", "12 thang"])
def test_a_term_that_is_none_is_told_and_not_kept(
    keeper: Open, own_desk: Desk, at_office: CaseOffice, typed: str
) -> None:
    at = keeper()
    at.press(Qt.Key.Key_F2)
    dialog = at.dialog()
    assert isinstance(dialog, CaseDialog)
    dialog.form.inputs["retention"].setFocus()  # type: ignore[attr-defined] # every input is a widget
    at.type(typed)
    at.confirm()

    assert at.has_dialog()
    assert dialog.form.fields["retention"].message


def test_of_a_secret_document_nothing_but_its_number_is_shown(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    case_contents.put_in(own_desk, [incoming(SECRET), incoming(IN_WORK)], [at_office.surveys.id])
    at = keeper()
    at.take("02.TT")
    said = [at.files.papers.rows_model.index(row, 2).data() for row in range(2)]

    assert "văn bản mật – xem sổ mật" in said


def test_a_drafter_keeps_his_own_and_those_that_nobody_keeps(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    sit(own_desk, "Ngọc")
    at = keeper()
    assert at.symbols() == ["01.TT"]
    at.files.choose_view(ALL)
    assert at.symbols() == ["01.TT", "02.TT"]

    assert at.window.acts["begin_case_file"].isEnabled()
    assert not any(
        at.window.acts[name].isEnabled() for name in ("give_case_files", "hand_over_cases", "drop_case_file")
    )


def test_files_are_given_to_another_keeper(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    at.window.acts["give_case_files"].trigger()
    at.confirm()
    kept = case_files.file(own_desk, at_office.classes.id).row

    assert at.cases.keepers[0][0] == kept.keeper_name


def test_the_list_stays_where_it_was_in_another_language(
    keeper: Open, own_desk: Desk, at_office: CaseOffice, qtbot: QtBot, application: QApplication
) -> None:
    case_files.begin_file(own_desk, 2024, CaseEntry("Việc phát sinh"))
    at = keeper()
    at.take("01")
    before = at.files
    at.window.speak("en")
    qtbot.waitUntil(lambda: at.window.page is not before)

    assert at.files.row is not None
    assert at.files.row.case_file.symbol == "01"
    assert at.files.row.case_file.opened_on == date(2024, 12, 24)
