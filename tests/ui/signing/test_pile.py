"""A pile of what waits: chosen, signed off in one go, printed with its slips, by the keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from support.seats import seated, sit
from support.waiting import a_waiting_dispatch
from support.windows import part, type_text

from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, entrance, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.ways import set_way_of_working
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.signing_page import SigningPage
from vpdesk.ui.widgets.message_bar import MessageBar

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Ctrl, Shift = Modifier.ControlModifier, Modifier.ShiftModifier
Open = Callable[..., SigningPage]
Keys = Callable[..., None]
_POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def statuses(desk: Desk, drafts: list[UUID]) -> set[Status]:
    return {drafting.open_draft(desk, draft).draft.progress.status for draft in drafts}


def words(page: SigningPage) -> list[str]:
    return [one.text() for one in page.queue_pane.findChildren(QLabel) if one.isVisible()]


def is_enabled(page: SigningPage, name: str) -> bool:
    return window_of(page).acts[name].isEnabled()


def window_of(page: SigningPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def read_all(page: SigningPage, keys: Keys, qtbot: QtBot) -> None:
    """Look at each of the list for a while, from the top."""
    for place in range(len(page.queue.rows)):
        if place:
            keys(page, Key.Key_Down)
        qtbot.waitUntil(lambda: page.queue.row is not None and page.queue.row.read_version is not None)


@pytest.fixture
def three(own_desk: Desk) -> list[UUID]:
    """Three dispatches that wait for the head."""
    return [a_waiting_dispatch(own_desk, subject_summary=f"V/v {number}") for number in range(3)]


def test_ten_are_signed_off_in_one_go_after_each_was_shown_and_taken_back_together(
    own_desk: Desk, signing: Open, keys: Keys, qtbot: QtBot
) -> None:
    drafts = [a_waiting_dispatch(own_desk, subject_summary=f"V/v {number}") for number in range(10)]
    page = signing()
    read_all(page, keys, qtbot)
    keys(page, Key.Key_A, Ctrl)
    assert "10 văn bản đã chọn" in words(page)
    keys(page, Key.Key_Return, Ctrl)

    assert statuses(own_desk, drafts) == {Status.SIGNED_OFF}
    assert part(window_of(page), MessageBar).findChildren(QLabel)[0].accessibleName() == "Đã ký duyệt 10 văn bản."
    assert page.empty.isVisible()
    keys(page, Key.Key_Z, Ctrl)
    assert statuses(own_desk, drafts) == {Status.SUBMITTED}
    assert len(page.queue.rows) == 10


def test_what_was_not_shown_yet_keeps_the_pile_from_being_signed_and_enter_goes_there(
    own_desk: Desk, three: list[UUID], signing: Open, keys: Keys, qtbot: QtBot
) -> None:
    page = signing()
    keys(page, Key.Key_A, Ctrl)
    assert "Còn 2 văn bản chưa xem. Enter để xem." in words(page)
    assert not is_enabled(page, "sign_pile")
    keys(page, Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.queue_pane.unread) == 1)
    keys(page, Key.Key_Return)
    qtbot.waitUntil(lambda: not page.queue_pane.unread)
    assert len(page.queue.chosen) == 3
    keys(page, Key.Key_Return, Ctrl)

    assert statuses(own_desk, three) == {Status.SIGNED_OFF}


def test_shift_and_arrows_choose_some_and_only_those_are_signed(
    own_desk: Desk, three: list[UUID], signing: Open, keys: Keys, qtbot: QtBot
) -> None:
    page = signing()
    keys(page, Key.Key_Down, Shift)
    assert "2 văn bản đã chọn" in words(page)
    qtbot.waitUntil(lambda: not page.queue_pane.unread)
    keys(page, Key.Key_Return, Ctrl)

    assert statuses(own_desk, three[:2]) == {Status.SIGNED_OFF}
    assert [row.id for row in page.queue.rows] == three[2:]


def test_ctrl_and_space_take_one_out_of_the_pile(three: list[UUID], signing: Open, keys: Keys) -> None:
    page = signing()
    keys(page, Key.Key_A, Ctrl)
    keys(page, Key.Key_Down, Ctrl)
    keys(page, Key.Key_Space, Ctrl)

    assert [row.id for row in page.queue.chosen] == [three[0], three[2]]


def test_escape_lets_the_pile_go(three: list[UUID], signing: Open, keys: Keys) -> None:
    page = signing()
    keys(page, Key.Key_A, Ctrl)
    keys(page, Key.Key_Escape)

    assert len(page.queue.chosen) == 1
    assert "3 văn bản đã chọn" not in words(page)


def test_what_waits_for_somebody_else_is_not_signed_with_the_pile(
    own_desk: Desk, three: list[UUID], signing: Open, keys: Keys
) -> None:
    deputy = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
    a_waiting_dispatch(own_desk, signing=(deputy,))
    page = signing()
    page.queue_pane._views.button(1).click()
    page.take_keys()
    keys(page, Key.Key_A, Ctrl)

    assert "1 văn bản không chờ chữ ký này." in words(page)
    assert not page.queue_pane.sign.isVisible()
    assert not is_enabled(page, "sign_pile")


@_POPUP
def test_all_that_waits_becomes_one_pdf_each_behind_its_slip_and_the_history_tells(
    own_desk: Desk, three: list[UUID], signing: Open, keys: Keys, tmp_path: Path
) -> None:
    page = signing()
    keys(page, Key.Key_E, Ctrl)
    dialog = part(window_of(page), QFileDialog)
    out = tmp_path / "pile.pdf"
    dialog.fileSelected.emit(str(out))
    dialog.reject()

    pdf = pypdfium2.PdfDocument(out)
    count = len(pdf)
    pdf.close()
    assert count == 6
    assert {signoff.timeline(own_desk, draft)[-1].act for draft in three} == {"export"}


@_POPUP
def test_what_is_chosen_is_printed_alone(three: list[UUID], signing: Open, keys: Keys) -> None:
    page = signing()
    keys(page, Key.Key_Down, Shift)
    keys(page, Key.Key_P, Ctrl)
    dialog = part(window_of(page), QPrintDialog)

    assert (dialog.minPage(), dialog.maxPage()) == (1, 4)
    dialog.reject()


def test_a_drafter_prints_his_own_paper_without_a_slip(own_desk: Desk, three: list[UUID], signing: Open) -> None:
    sit(own_desk, "Ngọc")
    page = signing()

    assert is_enabled(page, "print")
    assert not is_enabled(page, "print_pile")


# --- where the office wants the secret with each sign-off -------------------------------------------------------------


@pytest.fixture
def asks_again(own_desk: Desk) -> None:
    """The office asks for the secret again, and the head has chosen one."""
    with seated(own_desk, "Ngọc"):
        set_way_of_working(own_desk, WayOfWorking(pin_at_sign_off=True))
    entrance.choose_secret(own_desk, "", "415926", SecretKind.PIN)


def test_the_secret_is_asked_for_once_for_a_whole_pile(
    own_desk: Desk, asks_again: None, three: list[UUID], signing: Open, keys: Keys, qtbot: QtBot
) -> None:
    page = signing()
    read_all(page, keys, qtbot)
    keys(page, Key.Key_A, Ctrl)
    keys(page, Key.Key_Return, Ctrl)
    assert statuses(own_desk, three) == {Status.SUBMITTED}
    assert page.side.secret.input.hasFocus()
    type_text(page.side.secret.input, "415926")
    keys(page, Key.Key_Return)

    assert statuses(own_desk, three) == {Status.SIGNED_OFF}
    assert not page.side.secret.isVisible()
    assert page.side.secret.input.text() == ""


def test_a_wrong_secret_signs_nothing_counts_once_and_is_asked_for_again(
    own_desk: Desk, asks_again: None, three: list[UUID], signing: Open, keys: Keys, qtbot: QtBot
) -> None:
    page = signing()
    read_all(page, keys, qtbot)
    keys(page, Key.Key_A, Ctrl)
    keys(page, Key.Key_Return, Ctrl)
    for secret in ("000000", "415926"):
        assert page.side.secret.input.hasFocus()
        type_text(page.side.secret.input, secret)
        keys(page, Key.Key_Return)
        if secret == "000000":
            assert statuses(own_desk, three) == {Status.SUBMITTED}

    assert statuses(own_desk, three) == {Status.SIGNED_OFF}


def test_escape_signs_nothing(own_desk: Desk, asks_again: None, three: list[UUID], signing: Open, keys: Keys) -> None:
    page = signing()
    keys(page, Key.Key_Return, Ctrl)
    type_text(page.side.secret.input, "4159")
    keys(page, Key.Key_Escape)

    assert statuses(own_desk, three) == {Status.SUBMITTED}
    assert not page.side.secret.isVisible()
    assert page.queue.hasFocus()
