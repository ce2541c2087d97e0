"""Entering arrivals by the keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from support.arrivals import ALT, CONTROL, LETTER, PROVINCE, SHIFT, Register, has_keys, log, shows
from support.keyboard import Key, Keyboard
from support.seats import officer_named, with_roles
from support.windows import part

from vpdesk.domain.arriving import ArrivalEntry, entry_of
from vpdesk.domain.roles import Role
from vpdesk.services import receiving
from vpdesk.services.desk import Desk
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.newest_lines import NewestLine
from vpdesk.ui.widgets.strip import Strip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever a list of proposals is put on top."""


def lines(desk: Desk) -> list[ArrivalEntry]:
    """What the register holds, the newest first."""
    return [entry_of(row.arrival) for row in receiving.arrivals(desk).rows]


def test_f3_shows_a_form_with_number_and_day_the_sender_in_hand(
    registered: Register, in_form: Keyboard, room: ArrivalsRoom
) -> None:
    page = room.entry
    assert page.isVisible()
    assert page.number.text() == "01"
    assert page.form.arrived_on.value() == date(2024, 12, 24)
    assert has_keys(in_form, page.form.sender_line)


def test_enter_goes_on_as_the_eye_does_and_passes_a_type_that_the_symbol_tells(
    in_form: Keyboard, room: ArrivalsRoom
) -> None:
    form = room.entry.form
    log(in_form, "Huyện đoàn", "88-BC/HĐ", "20/12")
    assert has_keys(in_form, form.subject)
    assert form.document_type.value() == "Báo cáo"
    log(in_form, "kết quả", "", "2", "1", "Trần Minh Khôi", "+5", "gấp")
    assert has_keys(in_form, room.entry.next)
    in_form.press(Key.Key_Return)
    assert room.entry.number.text() == "02"


def test_a_type_that_nothing_tells_is_asked_for_and_found_by_a_part_of_its_name(
    in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk
) -> None:
    log(in_form, "Huyện đoàn", "", "")
    assert has_keys(in_form, room.entry.form.document_type)
    in_form.type("thong ba")
    in_form.press(Key.Key_Return)
    assert has_keys(in_form, room.entry.form.subject)
    in_form.press(Key.Key_Return, CONTROL)
    assert lines(own_desk)[0].document_type == "TB"


def test_a_sender_is_found_by_initials_and_his_symbol_completed(
    registered: Register, in_form: Keyboard, own_desk: Desk
) -> None:
    registered()
    in_form.press(Key.Key_Escape)
    in_form.press(Key.Key_F3)
    log(in_form, "btgtu", "2497", "hôm qua", "V/v tập huấn")
    in_form.press(Key.Key_Return, CONTROL)
    arrival = receiving.arrivals(own_desk).rows[0].arrival
    assert (arrival.sender, arrival.reference) == (PROVINCE, "2497-CV/BTGTU")
    assert arrival.document_date == date(2024, 12, 23)
    assert arrival.receiver == LETTER.receiver


def test_shift_and_enter_begin_a_line_in_the_subject(in_form: Keyboard, room: ArrivalsRoom) -> None:
    log(in_form, "Huyện đoàn", "88-BC/HĐ", "20/12")
    in_form.type("kết quả")
    in_form.press(Key.Key_Return, SHIFT)
    in_form.type("quý IV")
    in_form.press(Key.Key_Return)
    assert room.entry.form.subject.value() == "kết quả\nquý IV"
    assert has_keys(in_form, room.entry.form.urgency)


def test_control_and_s_registers_and_shows_the_line(in_form: Keyboard, room: ArrivalsRoom) -> None:
    log(in_form, "Huyện đoàn")
    in_form.press(Key.Key_S, CONTROL)
    assert room.register.isVisible()
    assert [row.arrival.sender for row in room.register.chosen_rows()] == ["Huyện đoàn"]


def test_without_a_sender_nothing_is_registered_and_the_gap_is_in_hand(
    in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk
) -> None:
    log(in_form, "", "88-BC/HĐ", "20/12")
    in_form.press(Key.Key_Return, CONTROL)
    assert has_keys(in_form, room.entry.form.sender_line)
    assert room.entry.form.fields["sender"].message
    assert not lines(own_desk)


def test_a_day_to_come_is_refused_where_it_was_typed(in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk) -> None:
    log(in_form, "Huyện đoàn", "88-BC/HĐ", "25/12/2024")
    in_form.press(Key.Key_Return, CONTROL)
    assert has_keys(in_form, room.entry.form.document_date)
    assert not lines(own_desk)


def test_control_and_d_repeats_the_field_in_hand_and_in_the_first_the_whole_row(
    registered: Register, in_form: Keyboard, room: ArrivalsRoom
) -> None:
    registered()
    in_form.press(Key.Key_Escape)
    in_form.press(Key.Key_F3)
    form = room.entry.form
    log(in_form, "Huyện đoàn", "88-BC/HĐ", "20/12")
    in_form.press(Key.Key_D, CONTROL)
    assert (form.subject.value(), form.sender_line.value()) == (LETTER.subject, "Huyện đoàn")
    in_form.press(Key.Key_C, ALT)
    assert has_keys(in_form, form.sender_line)
    in_form.press(Key.Key_D, CONTROL)
    assert (form.sender_line.value(), form.reference.value()) == (PROVINCE, "88-BC/HĐ")


def test_esc_leaves_and_undo_brings_back_what_was_typed(
    in_form: Keyboard, room: ArrivalsRoom, window: MainWindow
) -> None:
    log(in_form, "Huyện đoàn", "88-BC/HĐ")
    in_form.press(Key.Key_Escape)
    assert room.register.isVisible()
    part(window, MessageBar)._do()
    assert room.entry.isVisible()
    assert room.entry.form.entry().reference == "88-BC/HĐ"
    in_form.press(Key.Key_Escape)
    in_form.press(Key.Key_F3)
    assert room.entry.form.entry().reference is None


def test_what_was_begun_is_still_there_behind_another_place(in_form: Keyboard, room: ArrivalsRoom) -> None:
    log(in_form, "Huyện đoàn")
    in_form.press(Key.Key_1, ALT)
    in_form.press(Key.Key_F3)
    assert room.entry.form.entry().sender == "Huyện đoàn"


def test_a_twin_is_told_and_shown_and_registered_all_the_same(
    registered: Register, in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk, window: MainWindow
) -> None:
    registered()
    log(in_form, PROVINCE, "2403-CV/BTGTU", "13/12")
    assert "số đến 01" in room.entry.form.twin_words
    in_form.press(Key.Key_F4)
    assert shows(window, room.in_hand.page)
    assert room.in_hand.page.arrival is not None
    assert room.in_hand.page.arrival.arrival_number == 1
    in_form.press(Key.Key_Escape)
    assert shows(window, room.entry)
    assert room.entry.form.entry().reference == "2403-CV/BTGTU"
    in_form.press(Key.Key_Return, CONTROL)
    assert len(lines(own_desk)) == 2
    assert room.entry.form.twin_words == ""


def test_a_twin_that_was_not_told_yet_is_told_before_it_is_registered(
    registered: Register, in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk
) -> None:
    registered()
    log(in_form, PROVINCE, "", "13/12", "")
    in_form.press(Key.Key_S, ALT)
    in_form.type("2403-CV/BTGTU")
    in_form.press(Key.Key_Return, CONTROL)
    assert room.entry.form.twin_words
    assert len(lines(own_desk)) == 1
    in_form.press(Key.Key_Return, CONTROL)
    assert len(lines(own_desk)) == 2


def test_of_a_secret_paper_only_what_may_be_kept_stays_open(in_form: Keyboard, room: ArrivalsRoom) -> None:
    form = room.entry.form
    in_form.press(Key.Key_M, ALT)
    assert has_keys(in_form, form.secrecy)
    in_form.press(Key.Key_Down)
    assert not form.subject.isEnabled()
    assert form.reference.isEnabled()
    assert any("mật" in one.text() for one in form.findChildren(QLabel) if one.isVisible() and len(one.text()) > 20)
    in_form.press(Key.Key_Up)
    assert form.subject.isEnabled()


def test_a_degree_of_urgency_is_chosen_by_the_arrows(in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk) -> None:
    log(in_form, "Huyện đoàn")
    in_form.press(Key.Key_K, ALT)
    in_form.press(Key.Key_Right)
    in_form.press(Key.Key_Return, CONTROL)
    assert lines(own_desk)[0].urgency == "KHẨN"


def test_the_lines_entered_last_stand_below_and_lead_to_their_arrivals(
    registered: Register, in_form: Keyboard, room: ArrivalsRoom, window: MainWindow
) -> None:
    for sender in ("Huyện đoàn", "Văn phòng Huyện ủy"):
        log(in_form, sender)
        in_form.press(Key.Key_Return, CONTROL)
    newest = room.entry.findChildren(NewestLine)
    assert [one.accessibleName().split(",")[0] for one in newest if one.isVisible()] == ["02", "01"]
    room.entry.newest.lines[1].click()
    assert shows(window, room.in_hand.page)


def test_what_is_typed_outlives_a_change_of_the_language(
    in_form: Keyboard, room: ArrivalsRoom, window: MainWindow, application: QApplication
) -> None:
    log(in_form, "Huyện đoàn", "88-BC/HĐ")
    window.speak("en")
    application.processEvents()
    assert shows(window, room.entry)
    assert room.entry.form.entry().reference == "88-BC/HĐ"


def test_tab_walks_the_form_in_reading_order_and_is_never_trapped(in_form: Keyboard, room: ArrivalsRoom) -> None:
    seen = [in_form.focus]
    for _step in range(14):
        in_form.press(Key.Key_Tab)
        seen.append(in_form.focus)
    wanted = ["sender", "reference", "document_date", "document_type", "secrecy", "subject", "urgency", "pages",
              "copies", "receiver", "due_on", "notes"]  # fmt: skip
    assert [str(one.property("member")) for one in seen[: len(wanted)]] == wanted
    assert room.entry.next in seen


def test_what_the_services_refuse_is_told_and_nothing_is_lost(
    in_form: Keyboard, room: ArrivalsRoom, own_desk: Desk, window: MainWindow
) -> None:
    log(in_form, "Huyện đoàn")
    with_roles(own_desk, officer_named(own_desk, "Hạnh"), Role.DRAFTER)
    in_form.press(Key.Key_Return, CONTROL)
    assert part(window, Strip).isVisible()
    assert room.entry.form.entry().sender == "Huyện đoàn"
    assert not lines(own_desk)
