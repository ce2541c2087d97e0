"""An arrival with all there is to know of it, and what is done with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from support.arrivals import CONTROL, LETTER, Register, asked, shows
from support.foreign import grey_png
from support.keyboard import Key, Keyboard
from support.windows import part

from vpdesk.domain.attachments import FileRole
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.services import files, receiving
from vpdesk.services.desk import Desk
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.forms.name_dialog import NameDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.arrival_page import ArrivalPage

TODAY = date(2024, 12, 24)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def opened(registered: Register, room: ArrivalsRoom, keyboard: Keyboard, own_desk: Desk, tmp_path: Path) -> ArrivalPage:
    """The page of an arrival with a picture, opened from the register."""
    picture = tmp_path / "scan_0412.png"
    picture.write_bytes(grey_png(600, 800))
    kept = files.take_in(own_desk, picture, files.look_into(own_desk, picture))
    receiving.register(own_desk, LETTER, [kept])
    keyboard.press(Key.Key_F5)
    keyboard.press(Key.Key_Return)
    return room.in_hand.page


def now(desk: Desk) -> IncomingDocument:
    """The arrival as the register has it."""
    return receiving.arrivals(desk).rows[0].arrival


def said(page: ArrivalPage) -> list[str]:
    """What stands beside the pages."""
    return [one.text() for one in page.side.findChildren(QLabel) if one.isVisible()]


def test_its_facts_its_file_and_its_history_are_shown(opened: ArrivalPage) -> None:
    words = said(opened)
    assert {"2403-CV/BTGTU", "Công văn", "Ban Tuyên giáo Tỉnh ủy", "13/12/2024", "Lịch sử", "Tệp"} <= set(words)
    assert opened.pane.view.page_count == 1


def test_a_correction_is_shown_with_what_stood_there_before(
    opened: ArrivalPage, keyboard: Keyboard, room: ArrivalsRoom, own_desk: Desk, window: MainWindow
) -> None:
    keyboard.press(Key.Key_F2)
    assert shows(window, room.amendment)
    assert room.amendment.number.text() == "01"
    for _field in range(5):
        keyboard.press(Key.Key_Tab)
    keyboard.replace("V/v tập huấn nghiệp vụ")
    keyboard.press(Key.Key_Return, CONTROL)
    assert shows(window, opened)
    assert now(own_desk).subject == "V/v tập huấn nghiệp vụ"
    assert "Trích yếu: V/v sắp xếp tổ chức bộ máy → V/v tập huấn nghiệp vụ" in said(opened)


def test_a_correction_that_was_left_can_be_brought_back(
    opened: ArrivalPage, keyboard: Keyboard, room: ArrivalsRoom, own_desk: Desk, window: MainWindow
) -> None:
    keyboard.press(Key.Key_F2)
    keyboard.replace("Ban Dân vận Tỉnh ủy")
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_Escape)
    assert shows(window, opened)
    assert now(own_desk).sender == LETTER.sender


def test_it_is_handed_on_and_signed_for(
    opened: ArrivalPage, keyboard: Keyboard, own_desk: Desk, window: MainWindow
) -> None:
    keyboard.press(Key.Key_T, CONTROL)
    asked(window).accept()
    assert now(own_desk).handed_on == TODAY
    assert opened.acts[-1] == "sign_for"
    window.acts["sign_for"].trigger()
    dialog = asked(window)
    dialog.day.setText("hq")
    dialog.accept()
    assert (now(own_desk).received_by, now(own_desk).received_on) == (LETTER.receiver, date(2024, 12, 23))


def test_a_line_is_void_only_with_a_reason(
    opened: ArrivalPage, keyboard: Keyboard, own_desk: Desk, window: MainWindow
) -> None:
    keyboard.press(Key.Key_Delete)
    dialog = part(window, NameDialog)
    assert "01" in dialog.windowTitle()
    dialog.accept()
    assert now(own_desk).state is ArrivalState.REGISTERED
    dialog.line.setText("vào nhầm")
    dialog.accept()
    assert now(own_desk).state is ArrivalState.VOID
    assert not window.acts["amend_arrival"].isEnabled()


def test_the_stamp_is_moved_by_the_arrows_and_put_on_a_copy(
    opened: ArrivalPage, keyboard: Keyboard, own_desk: Desk
) -> None:
    keyboard.press(Key.Key_E, CONTROL)
    before = opened.pane.view.stamp
    assert before is not None
    keyboard.press(Key.Key_Right)
    keyboard.press(Key.Key_Down, CONTROL)
    after = opened.pane.view.stamp
    assert after is not None
    in_mm = 25.4 / 72
    assert ((after.left - before.left) * in_mm, (after.top - before.top) * in_mm) == pytest.approx((1, 5))
    keyboard.press(Key.Key_Return)
    kept = files.files_of(own_desk, now(own_desk).id)
    assert [one.role for one in kept] == [FileRole.SCAN, FileRole.STAMPED]
    assert opened.pane.view.stamp is None


def test_esc_takes_the_stamp_away_first(opened: ArrivalPage, keyboard: Keyboard, window: MainWindow) -> None:
    keyboard.press(Key.Key_E, CONTROL)
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_Escape)
    assert opened.pane.view.stamp is None
    assert shows(window, opened)


def test_label_and_slip_are_offered_to_be_printed(
    opened: ArrivalPage, keyboard: Keyboard, window: MainWindow, application: QApplication
) -> None:
    keyboard.press(Key.Key_P, CONTROL)
    menu = application.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Dấu đến trên nhãn", "Phiếu giải quyết văn bản đến"]
    menu.actions()[1].trigger()
    menu.close()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    dialog.reject()


def test_files_are_added_by_letting_them_go_over_it(opened: ArrivalPage, own_desk: Desk, tmp_path: Path) -> None:
    more = tmp_path / "phu-luc.png"
    more.write_bytes(grey_png(60, 80))
    assert "01" in opened.takes([more])
    opened.take([more])
    assert len(files.files_of(own_desk, now(own_desk).id)) == 2
