"""The desk of those who sign and check, by its keys."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from support.builders import a_long_body, a_paragraph
from support.seats import seated, sit
from support.waiting import BY_THE_HEAD, a_waiting_dispatch, comes_back
from support.windows import part, type_text

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, office, signoff
from vpdesk.services.desk import Desk
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.signing_page import SigningPage
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.side_line import SideLine
from vpdesk.ui.widgets.strip import Strip

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Ctrl, Shift = Modifier.ControlModifier, Modifier.ShiftModifier
Open = Callable[..., SigningPage]
Keys = Callable[..., None]


def window_of(page: SigningPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def subjects(page: SigningPage) -> list[str | None]:
    return [row.subject for row in page.queue.rows]


def status(desk: Desk, draft: UUID) -> Status:
    return drafting.open_draft(desk, draft).draft.progress.status


def told(page: SigningPage) -> str:
    """What the message bar says."""
    bar = part(window_of(page), MessageBar)
    return "" if bar.isHidden() else bar.findChildren(QLabel)[0].accessibleName()


def said_beside(page: SigningPage) -> list[str]:
    """The lines of the pane beside the page."""
    return [one.accessibleName() for one in page.side.findChildren(SideLine) if one.isVisible()]


def enabled(page: SigningPage, *names: str) -> list[bool]:
    return [window_of(page).acts[name].isEnabled() for name in names]


# --- the list -------------------------------------------------------------------------------------------------------


def test_what_is_urgent_is_first_then_what_has_waited_longest(own_desk: Desk, signing: Open) -> None:
    for subject, urgency in (("một", None), ("hai", Urgency.URGENT), ("ba", None)):
        a_waiting_dispatch(own_desk, subject_summary=f"V/v {subject}", urgency=urgency)
    page = signing()

    assert subjects(page) == ["V/v hai", "V/v một", "V/v ba"]
    assert page.view.page_count == 1
    item = window_of(page).rail.items["signing"]
    assert item.accessibleName() == "Trình ký, 3, khẩn"


def test_nothing_waits_and_what_to_do_is_said(signing: Open) -> None:
    page = signing()

    assert page.empty.isVisible()
    assert not page.side.isVisible()


def test_a_dispatch_counts_as_read_once_it_was_looked_at_for_a_while(
    own_desk: Desk, signing: Open, keys: Keys, qtbot: QtBot
) -> None:
    for subject in ("một", "hai", "ba"):
        a_waiting_dispatch(own_desk, subject_summary=f"V/v {subject}")
    page = signing()
    keys(page, Key.Key_Down)
    keys(page, Key.Key_Down)
    qtbot.waitUntil(lambda: page.queue.rows[2].read_version is not None)

    assert [row.read_version is not None for row in signoff.queue(own_desk)] == [True, False, True]


def test_the_space_bar_reads_on_and_goes_to_the_next_dispatch_behind_the_last_page(
    own_desk: Desk, signing: Open, keys: Keys
) -> None:
    a_waiting_dispatch(own_desk, subject_summary="V/v dài", body=a_long_body(900))
    a_waiting_dispatch(own_desk, subject_summary="V/v ngắn")
    page = signing()
    seen = []
    for _press in range(20):
        keys(page, Key.Key_Space)
        assert page.submitted is not None
        seen.append((page.submitted.draft.dispatch.subject_summary, page.view.current_page))
        if seen[-1][0] == "V/v ngắn":
            break

    assert seen[-1] == ("V/v ngắn", 0)
    assert ("V/v dài", 2) in seen
    assert page.queue.hasFocus()


def test_ctrl_and_arrows_change_the_dispatch_and_the_keys_stay_on_the_page(
    own_desk: Desk, signing: Open, keys: Keys
) -> None:
    for subject in ("một", "hai"):
        a_waiting_dispatch(own_desk, subject_summary=f"V/v {subject}")
    page = signing()
    keys(page, Key.Key_Return)
    assert page.view.hasFocus()
    keys(page, Key.Key_Down, Ctrl)

    assert page.submitted is not None
    assert page.submitted.draft.dispatch.subject_summary == "V/v hai"
    assert page.view.hasFocus()
    keys(page, Key.Key_Escape)
    assert page.queue.hasFocus()


def test_a_renewed_list_stays_where_it_is(own_desk: Desk, signing: Open, keys: Keys) -> None:
    for number in range(12):
        a_waiting_dispatch(own_desk, subject_summary=f"V/v {number}")
    page = signing()
    for _press in range(9):
        keys(page, Key.Key_Down)
    shown, row = page.queue.verticalScrollBar().value(), page.queue.row
    assert shown > 0
    assert row is not None
    a_waiting_dispatch(own_desk, subject_summary="V/v khẩn", urgency=Urgency.URGENT)
    keys(page, Key.Key_F5)

    assert subjects(page)[0] == "V/v khẩn"
    assert page.queue.row is not None
    assert page.queue.row.id == row.id
    assert page.queue.verticalScrollBar().value() == shown


def test_what_waits_for_somebody_else_stands_behind_and_says_for_whom(
    own_desk: Desk, signing: Open, keys: Keys
) -> None:
    deputy = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
    a_waiting_dispatch(own_desk, subject_summary="V/v của chị Linh", signing=(deputy,))
    a_waiting_dispatch(own_desk, subject_summary="V/v của tôi")
    page = signing()
    assert subjects(page) == ["V/v của tôi"]
    page.queue_pane._views.button(1).click()
    assert subjects(page) == ["V/v của tôi", "V/v của chị Linh"]
    page.take_keys()
    keys(page, Key.Key_Down)

    assert enabled(page, "sign") == [False]
    assert "Chờ Đỗ Khánh Linh ký." in [one.text() for one in page.side.findChildren(QLabel)]


# --- signing --------------------------------------------------------------------------------------------------------


def test_a_sign_off_is_told_the_next_opens_and_ctrl_z_takes_it_back(own_desk: Desk, signing: Open, keys: Keys) -> None:
    first = a_waiting_dispatch(own_desk, subject_summary="V/v một")
    a_waiting_dispatch(own_desk, subject_summary="V/v hai")
    page = signing()
    keys(page, Key.Key_Return, Ctrl)

    assert status(own_desk, first) is Status.SIGNED_OFF
    assert told(page) == "Đã ký duyệt “V/v một”. Văn thư đã nhận."
    assert page.submitted is not None
    assert page.submitted.draft.dispatch.subject_summary == "V/v hai"
    keys(page, Key.Key_Z, Ctrl)
    assert status(own_desk, first) is Status.SUBMITTED
    assert subjects(page) == ["V/v một", "V/v hai"]
    assert page.queue.row is not None
    assert page.queue.row.id == first
    assert enabled(page, "undo_signature") == [False]


def test_what_was_not_in_sight_for_a_while_is_not_signed(own_desk: Desk, signing: Open, keys: Keys) -> None:
    for subject in ("một", "hai"):
        a_waiting_dispatch(own_desk, subject_summary=f"V/v {subject}")
    page = signing()
    keys(page, Key.Key_Return, Ctrl)
    keys(page, Key.Key_Return, Ctrl)

    assert subjects(page) == ["V/v hai"]
    assert part(window_of(page), Strip).isVisible()


def test_the_last_signature_leaves_nothing_to_sign(own_desk: Desk, signing: Open, keys: Keys) -> None:
    a_waiting_dispatch(own_desk)
    page = signing()
    keys(page, Key.Key_Return, Ctrl)

    assert page.empty.isVisible()
    assert enabled(page, "sign", "undo_signature") == [False, True]


def test_of_two_signatures_the_first_leaves_the_other_missing(own_desk: Desk, signing: Open, keys: Keys) -> None:
    outside = Signing(None, "CHỦ TỊCH", "Ngô Văn Ngoài")
    draft = a_waiting_dispatch(own_desk, subject_summary="V/v liên tịch", signing=(*BY_THE_HEAD, outside))
    page = signing()
    keys(page, Key.Key_Return, Ctrl)

    assert status(own_desk, draft) is Status.SUBMITTED
    assert told(page) == "Đã ký “V/v liên tịch”; còn thiếu chữ ký khác."


def test_the_clerk_records_the_signature_of_another_office_as_the_next_step(
    own_desk: Desk, signing: Open, keys: Keys
) -> None:
    outside = Signing(None, "CHỦ TỊCH", "Ngô Văn Ngoài")
    draft = a_waiting_dispatch(own_desk, signing=(*BY_THE_HEAD, outside))
    with seated(own_desk, "Khôi"):
        signoff.sign(own_desk, draft, signoff.read(own_desk, draft).version.number)
    sit(own_desk, "Hạnh")
    page = signing()
    page.queue_pane._views.button(1).click()
    page.take_keys()
    assert enabled(page, "record_signature", "sign") == [True, False]
    keys(page, Key.Key_Return, Ctrl)

    assert status(own_desk, draft) is Status.SIGNED_OFF
    assert told(page) == "Đã ghi nhận chữ ký trên giấy của Ngô Văn Ngoài."


def test_the_clerk_passes_a_right_form_on(own_desk: Desk, signing: Open, keys: Keys) -> None:
    with seated(own_desk, "Ngọc"):
        office.set_office_setting(own_desk, "form_check", "true")
    draft = a_waiting_dispatch(own_desk, subject_summary="V/v một")
    sit(own_desk, "Hạnh")
    page = signing()
    assert enabled(page, "check_form", "sign", "send_back") == [True, False, True]
    keys(page, Key.Key_Return, Ctrl)

    assert status(own_desk, draft) is Status.SUBMITTED
    assert told(page) == "Đã chuyển “V/v một” để ký duyệt."


# --- remarks --------------------------------------------------------------------------------------------------------


def test_sending_back_without_a_remark_asks_for_one_first(own_desk: Desk, signing: Open, keys: Keys) -> None:
    draft = a_waiting_dispatch(own_desk, subject_summary="V/v một")
    page = signing()
    keys(page, Key.Key_T, Ctrl)
    assert status(own_desk, draft) is Status.SUBMITTED
    assert page.side.field.input.hasFocus()
    type_text(page.side.field.input, "Nêu rõ thời gian.")
    keys(page, Key.Key_T, Ctrl)

    assert status(own_desk, draft) is Status.SENT_BACK
    assert [one.text for one in signoff.remarks(own_desk, draft)] == ["Nêu rõ thời gian."]
    assert told(page) == "Đã trả lại “V/v một” kèm 1 ý kiến."


def test_a_remark_is_pinned_to_the_text_that_was_clicked(own_desk: Desk, signing: Open, keys: Keys) -> None:
    draft = a_waiting_dispatch(own_desk, body=(a_paragraph("Đoạn thứ nhất."), a_paragraph("Đoạn thứ hai.")))
    page = signing()
    assert page.document is not None
    frame = next(one for one in page.document.pages[0].frames if one.block == 1)
    page.view.clicked.emit(0, frame.x + 60, frame.y + 8)
    keys(page, Key.Key_M, Ctrl)
    type_text(page.side.field.input, "Bỏ đoạn này.")
    keys(page, Key.Key_Return)
    keys(page, Key.Key_T, Ctrl)

    (remark,) = signoff.remarks(own_desk, draft)
    assert remark.quote == "Đoạn thứ hai."
    assert remark.place is not None
    assert remark.place.path == ("body", 1, "runs")


def test_remarks_outlive_another_dispatch_and_are_told_before_anything_is_signed(
    own_desk: Desk, signing: Open, keys: Keys
) -> None:
    for subject in ("một", "hai"):
        a_waiting_dispatch(own_desk, subject_summary=f"V/v {subject}")
    page = signing()
    keys(page, Key.Key_M, Ctrl)
    type_text(page.side.field.input, "Viết gọn.")
    keys(page, Key.Key_Return)
    assert page.queue.hasFocus()
    keys(page, Key.Key_Down)
    assert page.remarking.new == []
    assert enabled(page, "sign") == [True]
    keys(page, Key.Key_Up)

    assert [one.text for one in page.remarking.new] == ["Viết gọn."]
    assert enabled(page, "sign", "send_back") == [False, True]
    assert "1. Viết gọn." in said_beside(page)


def test_a_remark_that_was_not_sent_can_be_removed(own_desk: Desk, signing: Open, keys: Keys) -> None:
    a_waiting_dispatch(own_desk)
    page = signing()
    keys(page, Key.Key_M, Ctrl)
    type_text(page.side.field.input, "Viết gọn.")
    keys(page, Key.Key_Return)
    next(one for one in page.side.findChildren(SideLine) if one.accessibleName() == "1. Viết gọn.").setFocus()
    keys(page, Key.Key_Delete)

    assert page.remarking.new == []
    assert enabled(page, "sign") == [True]
    assert page.queue.hasFocus()


def test_escape_leaves_a_remark_unwritten(own_desk: Desk, signing: Open, keys: Keys) -> None:
    a_waiting_dispatch(own_desk)
    page = signing()
    keys(page, Key.Key_M, Ctrl)
    type_text(page.side.field.input, "Viết")
    keys(page, Key.Key_Escape)

    assert page.remarking.new == []
    assert not page.side.field.isVisible()
    assert page.queue.hasFocus()


# --- what changed ---------------------------------------------------------------------------------------------------


@pytest.fixture
def came_back(own_desk: Desk) -> UUID:
    """A dispatch that the head had read, remarked and sent back, and that was submitted again."""
    draft = a_waiting_dispatch(own_desk, subject_summary="V/v một", body=(a_paragraph("Nhiệm vụ quan trọng."),))
    body = (a_paragraph("Nhiệm vụ đặc biệt quan trọng."),)
    comes_back(own_desk, draft, "Nhấn mạnh hơn.", body=body)
    return draft


def test_what_comes_back_opens_on_what_changed(came_back: UUID, signing: Open, keys: Keys) -> None:
    page = signing()

    assert page.remarking.turn[True].isChecked()
    assert any("đặc biệt" in one for one in said_beside(page))
    assert "1. Nhấn mạnh hơn." in said_beside(page)
    keys(page, Key.Key_3, Ctrl)
    assert page.remarking.turn[False].isChecked()
    assert page.view.hasFocus()
    keys(page, Key.Key_F4)
    assert page.remarking.turn[True].isChecked()


def test_what_changed_is_still_shown_after_another_dispatch_was_looked_at(
    own_desk: Desk, came_back: UUID, signing: Open, keys: Keys
) -> None:
    a_waiting_dispatch(own_desk, subject_summary="V/v hai")
    page = signing()
    keys(page, Key.Key_Down)
    assert not page.remarking.turns.isVisible()
    keys(page, Key.Key_Up)

    assert page.remarking.turn[True].isChecked()
    assert any("đặc biệt" in one for one in said_beside(page))


def test_a_new_dispatch_has_nothing_to_compare(own_desk: Desk, signing: Open) -> None:
    a_waiting_dispatch(own_desk)
    page = signing()

    assert not page.remarking.turns.isVisible()
    assert enabled(page, "compare", "next_change") == [False, False]


# --- the drafter ----------------------------------------------------------------------------------------------------


def test_a_drafter_sees_his_own_whether_it_was_opened_and_takes_it_back(
    own_desk: Desk, signing: Open, keys: Keys
) -> None:
    draft = a_waiting_dispatch(own_desk, drafter="Bách", subject_summary="V/v của tôi")
    a_waiting_dispatch(own_desk, drafter="Ngọc")
    with seated(own_desk, "Khôi"):
        signoff.read(own_desk, draft)
    sit(own_desk, "Bách")
    page = signing()

    assert subjects(page) == ["V/v của tôi"]
    assert enabled(page, "sign", "send_back", "print_pile", "take_back") == [False, False, False, True]
    assert any("Trần Minh Khôi" in one.text() and "xem" in one.text().lower() for one in page.side.findChildren(QLabel))
    keys(page, Key.Key_Return, Ctrl)
    assert status(own_desk, draft) is Status.DRAFT
    assert "V/v của tôi" in told(page)


def test_reading_his_own_does_not_count_as_reading(own_desk: Desk, signing: Open, qtbot: QtBot) -> None:
    a_waiting_dispatch(own_desk, drafter="Bách")
    sit(own_desk, "Bách")
    signing()
    qtbot.wait(350)

    (row,) = signoff.queue(own_desk)
    assert row.readers == ()


def test_the_words_of_the_page_are_there_in_english(own_desk: Desk, signing: Open) -> None:
    a_waiting_dispatch(own_desk)
    page = signing("en")

    assert page.title() == "For signature"
    assert "Sign off" in [one.accessibleName() for one in page.side.findChildren(QPushButton)]


def test_a_change_of_language_leaves_the_page_in_sight(own_desk: Desk, signing: Open, qtbot: QtBot) -> None:
    a_waiting_dispatch(own_desk, subject_summary="V/v một")
    window = window_of(signing())
    window.speak("en")
    qtbot.waitUntil(lambda: window.page.title() == "For signature")

    assert window.signing is not None
    assert subjects(window.signing.page) == ["V/v một"]


def test_list_page_and_pane_lie_apart_in_the_smallest_window_with_the_largest_type(
    own_desk: Desk, came_back: UUID, make: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make("en", desk=own_desk, font_size=14)
    window.resize(window.minimumSize())
    window.begin()
    assert window.signing is not None
    window.signing.show()
    page = window.signing.page

    def lie_apart() -> bool:
        parts = (page.queue_pane, page.bar, page.side)
        areas = [QRect(one.mapTo(window, QPoint()), one.size()) for one in parts]
        apart = not any(one.intersects(other) for one, other in combinations(areas, 2))
        return apart and all(window.rect().contains(area) for area in areas)

    qtbot.waitUntil(lambda: lie_apart() and page.view.width() >= 300)


def test_what_others_submit_meanwhile_comes_by_itself_and_what_is_in_hand_stays(
    own_desk: Desk, signing: Callable[..., SigningPage]
) -> None:
    first = a_waiting_dispatch(own_desk, subject_summary="V/v trước")
    page = signing()
    a_waiting_dispatch(own_desk, subject_summary="V/v sau")
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.signing is not None
    window.signing.follow_others()

    assert [row.subject for row in page.queue.rows] == ["V/v trước", "V/v sau"]
    assert page.queue.row is not None
    assert page.queue.row.id == first
