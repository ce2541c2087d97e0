"""The desk: the first page of each role, walked and worked by the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from support.desk_life import arrive, given, live_a_morning
from support.seats import officer_named, sit, with_roles
from support.windows import is_at_desk, press, type_text

from vpdesk.domain.arriving import ArrivalView
from vpdesk.domain.desks import DeskAct, SectionKind, Topic
from vpdesk.domain.roles import Role
from vpdesk.domain.workflow import Status
from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui import commands
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.forms.handing_dialog import HandingDialog
from vpdesk.ui.forms.holidays_dialog import HolidaysDialog
from vpdesk.ui.forms.issue_dialog import IssueDialog
from vpdesk.ui.forms.work_dialogs import SubmitDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.models.desk_rows import Part
from vpdesk.ui.pages.arrival_page import ArrivalPage
from vpdesk.ui.pages.arrivals_page import ArrivalsPage
from vpdesk.ui.pages.desk_page import DeskPage
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.issued_page import IssuedPage
from vpdesk.ui.pages.officers_page import OfficersPage
from vpdesk.ui.pages.signing_page import SigningPage
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.message_bar import MessageBar

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of the sample office; each look at its clock finds it a second later."""
    seconds = count()
    own = replace(
        desk,
        places=Places(tmp_path / "data"),
        settings=Settings(),
        clock=lambda: CHRISTMAS_EVE + timedelta(seconds=next(seconds)),
        seat=Seat(),
    )
    office.found_sample(own)
    sit(own, "Hạnh")
    yield own
    own.close()


class Person:
    """Somebody at the keyboard of a window that begins with his desk."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> DeskPage:
        page = self.window.page
        assert isinstance(page, DeskPage)
        return page

    @property
    def subject(self) -> str | None:
        """What the row in hand is about."""
        item = self.page.item
        return item.row.subject if item and item.row else None

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        if not any(one.isVisible() for one in self.window.findChildren(QDialog)):
            self.window.activateWindow()
        QApplication.processEvents()
        focus = QApplication.focusWidget() or self.window.focusWidget()
        assert focus is not None, "the keys go nowhere"
        press(focus, key, modifier)
        QApplication.processEvents()

    def go_to(self, kind: SectionKind, subject: str | None = None) -> None:
        """Press the arrow down until a row of a section is in hand."""
        for _press in range(60):
            item = self.page.item
            if item and item.section.kind is kind and (subject is None or self.subject == subject):
                return
            self.press(Key.Key_Down)
        raise AssertionError(f"the keys do not lead to {kind.value}")

    def said(self) -> str:
        bar = self.window.findChild(MessageBar)
        assert bar is not None
        return bar._words.accessibleName()

    def dialog(self) -> QDialog:
        return next(one for one in self.window.findChildren(QDialog) if one.isVisible())


@pytest.fixture
def at_desk(make: Callable[..., MainWindow], own_desk: Desk) -> Callable[..., Person]:
    """Opens a window at the desk of an officer, after a morning at the office."""

    def open_it(name: str, *, morning: bool = True, language: str = "vi", **settings: object) -> Person:
        if morning:
            live_a_morning(own_desk)
        sit(own_desk, name)
        window = make(language, desk=own_desk, **settings)
        window.begin()
        assert is_at_desk(window)
        return Person(window)

    return open_it


# --- what it says -----------------------------------------------------------------------------------------------------


def test_the_window_begins_with_the_day_and_all_that_waits_in_one_sentence(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")

    assert clerk.page.day.text() == "Thứ Ba, ngày 24 tháng 12 năm 2024"
    assert clerk.page.sentence.text() == "2 văn bản chờ cấp số, 3 văn bản đến chưa chuyển, 1 quá hạn."
    assert clerk.page.hint.isHidden()
    assert clerk.window.rail.items["desk"].accessibleName() == "Bàn làm việc, 5, khẩn"


@pytest.mark.parametrize(
    ("name", "language", "sentence", "hint"),
    [
        ("Hạnh", "vi", "Không có việc nào chờ.", "Ctrl+N để soạn, F3 để vào sổ."),
        ("Bách", "vi", "Không có việc nào chờ.", "Ctrl+N để soạn."),
        ("Khôi", "en", "Nothing is waiting.", "Ctrl+N to write."),
    ],
)
def test_an_empty_desk_says_so_and_what_to_do(
    at_desk: Callable[..., Person], name: str, language: str, sentence: str, hint: str
) -> None:
    person = at_desk(name, morning=False, language=language)

    assert (person.page.sentence.text(), person.page.hint.text()) == (sentence, hint)
    person.press(Key.Key_N, Modifier.ControlModifier)
    assert person.window.room is not None
    assert person.window.page is person.window.room.beginnings


@pytest.mark.parametrize("name", ["Ngọc", "Hạnh", "Khôi"])
def test_every_row_is_read_out_with_its_act(at_desk: Callable[..., Person], name: str) -> None:
    page = at_desk(name).page
    for one in page.lists:
        for place, item in enumerate(one.items):
            heard = one.rows_model.data(one.rows_model.index(place, 0), Qt.ItemDataRole.AccessibleTextRole)
            assert isinstance(heard, str)
            assert heard
            assert item.does in heard


def test_the_act_of_the_row_in_hand_is_the_one_filled_button(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    QApplication.processEvents()
    shown = [one for one in clerk.window.findChildren(ActButton) if one.isVisible()]

    assert {one.accessibleName() for one in shown} >= {"Vào sổ đến", "Soạn văn bản"}
    assert {one.property("role") for one in shown} == {"plain"}
    assert clerk.page.item is not None
    assert clerk.page.item.does == "Cấp số"


def test_only_whoever_registers_arrivals_is_offered_to(at_desk: Callable[..., Person]) -> None:
    assert at_desk("Khôi").page.acts == ("new",)


# --- the keys ---------------------------------------------------------------------------------------------------------


def test_the_arrows_walk_all_sections_as_one_list(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    every = [(item.section.kind, item.key) for one in clerk.page.lists for item in one.items if item.can_be_chosen]
    walked = []
    for _row in every:
        assert clerk.page.item is not None
        walked.append((clerk.page.item.section.kind, clerk.page.item.key))
        clerk.press(Key.Key_Down)
    assert walked == every

    for _row in every:
        clerk.press(Key.Key_Up)
    assert clerk.page.item is not None
    assert clerk.page.item.key == every[0][1]


def test_only_one_row_is_in_hand_whatever_column_it_stands_in(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")

    def in_hand() -> list[bool]:
        return [one.item is not None for one in clerk.page.lists]

    clerk.press(Key.Key_Right)
    assert in_hand() == [False, True]
    assert clerk.page.beside.hasFocus()

    clerk.press(Key.Key_Left)
    assert in_hand() == [True, False]
    assert clerk.page.main.hasFocus()


def test_letters_move_nothing(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    before = clerk.page.item
    type_text(clerk.page.main, "văn ")
    clerk.press(Key.Key_Escape)

    assert clerk.page.item == before


def test_what_is_in_hand_and_in_sight_stays_when_the_desk_is_read_again(
    at_desk: Callable[..., Person], own_desk: Desk
) -> None:
    clerk = at_desk("Hạnh")
    clerk.window.resize(1180, 480)
    clerk.go_to(SectionKind.UNSIGNED)
    before, bar = clerk.page.item, clerk.page._area.verticalScrollBar()
    bar.setValue(bar.value() - 30)
    shown = bar.value()
    arrive(own_desk, "vừa đến")
    clerk.press(Key.Key_F5)

    assert before is not None
    assert clerk.page.item is not None
    assert clerk.page.item.key == before.key
    assert bar.value() == shown
    assert "4 văn bản đến chưa chuyển" in clerk.page.sentence.text()


def test_another_place_leads_back_by_alt_1_to_the_row_that_was_left(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.go_to(SectionKind.TO_HAND_ON, "Đẩy mạnh tuyên truyền")
    clerk.press(Key.Key_8, Modifier.AltModifier)
    assert not is_at_desk(clerk.window)
    clerk.press(Key.Key_1, Modifier.AltModifier)

    assert is_at_desk(clerk.window)
    assert clerk.subject == "Đẩy mạnh tuyên truyền"
    assert clerk.page.main.hasFocus()


def test_in_another_language_the_desk_is_the_same(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    commands.choose_language(clerk.window, "en")
    QTest.qWait(10)

    assert is_at_desk(clerk.window)
    assert clerk.page.sentence.text() == "2 dispatches await their numbers, 3 arrivals not handed on, 1 late."


def test_where_room_is_short_the_second_column_stands_below_the_first(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    page = clerk.page
    assert page.beside.mapTo(page, page.beside.rect().topLeft()).y() < page.main.height()
    clerk.window.resize(900, 700)
    QTest.qWait(10)

    assert (
        page.beside.mapTo(page, page.beside.rect().topLeft()).x()
        == page.main.mapTo(page, page.main.rect().topLeft()).x()
    )


# --- the clerk --------------------------------------------------------------------------------------------------------


def test_the_clerk_numbers_the_first_that_waits_by_enter(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.dialog(), IssueDialog)
    clerk.press(Key.Key_Return, Modifier.ControlModifier)

    assert "03-CV/BTGHU" in clerk.said()
    assert is_at_desk(clerk.window)
    assert clerk.page.sentence.text().startswith("1 văn bản chờ cấp số")
    assert clerk.page.item is not None
    assert clerk.page.item.section.kind is SectionKind.TO_NUMBER


def test_all_that_wait_are_numbered_in_one_act(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.go_to(SectionKind.TO_HAND_ON)
    clerk.press(Key.Key_Return, Modifier.ControlModifier)
    assert isinstance(clerk.dialog(), IssueDialog)
    clerk.press(Key.Key_Return, Modifier.ControlModifier)

    assert "03-CV/BTGHU, 04-CV/BTGHU" in clerk.said()
    assert "chờ cấp số" not in clerk.page.sentence.text()


def test_a_new_arrival_is_submitted_to_the_head_by_enter(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.go_to(SectionKind.TO_HAND_ON, "Họp giao ban")
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.dialog(), SubmitDialog)
    clerk.press(Key.Key_Return, Modifier.ControlModifier)

    assert "Trần Minh Khôi" in clerk.said()
    assert "2 văn bản đến chưa chuyển" in clerk.page.sentence.text()
    assert clerk.subject == "Đẩy mạnh tuyên truyền"


def test_what_was_directed_is_handed_to_its_lead_by_enter(at_desk: Callable[..., Person], own_desk: Desk) -> None:
    given(own_desk, arrive(own_desk, "đã bút phê"), "Bách", "Giao đ/c Bách.", handed=False)
    clerk = at_desk("Hạnh", morning=False)
    assert clerk.subject == "đã bút phê"
    clerk.press(Key.Key_Return)
    dialog = clerk.dialog()
    assert isinstance(dialog, HandingDialog)
    dialog.answered.emit("Lương Gia Bách", CHRISTMAS_EVE.date())
    dialog.reject()
    QApplication.processEvents()

    assert clerk.page.sentence.text() == "Không có việc nào chờ."
    assert clerk.page.item is not None
    assert clerk.page.item.section.kind is SectionKind.UNSIGNED


def test_what_nobody_signed_for_asks_who_did(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.go_to(SectionKind.UNSIGNED)
    clerk.press(Key.Key_Return)

    assert isinstance(clerk.dialog(), HandingDialog)


def test_a_deadline_opens_its_arrival_and_esc_comes_back(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.go_to(SectionKind.DEADLINES, "Đại hội chi bộ")
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.window.page, ArrivalPage)
    clerk.press(Key.Key_Escape)

    assert is_at_desk(clerk.window)
    assert clerk.subject == "Đại hội chi bộ"


def test_a_held_number_opens_its_line_and_esc_comes_back(at_desk: Callable[..., Person]) -> None:
    clerk = at_desk("Hạnh")
    clerk.go_to(SectionKind.HELD)
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.window.page, IssuedPage)
    clerk.press(Key.Key_Escape)

    assert is_at_desk(clerk.window)


def test_the_rows_that_are_not_shown_are_behind_the_last_one(at_desk: Callable[..., Person], own_desk: Desk) -> None:
    for number in range(9):
        arrive(own_desk, f"việc {number}")
    clerk = at_desk("Hạnh", morning=False)
    for _row in range(6):
        clerk.press(Key.Key_Down)
    assert clerk.page.item is not None
    assert clerk.page.item.part is Part.MORE
    clerk.press(Key.Key_Return)

    page = clerk.window.page
    assert isinstance(page, ArrivalsPage)
    assert page.view is ArrivalView.WAITING
    assert len(page.model.rows) == 9


# --- the drafter ------------------------------------------------------------------------------------------------------


def test_what_came_back_opens_at_its_first_remark(at_desk: Callable[..., Person]) -> None:
    drafter = at_desk("Ngọc")
    assert drafter.subject == "V/v lịch tiếp dân"
    drafter.press(Key.Key_Return)

    page = drafter.window.page
    assert isinstance(page, DraftPage)
    assert page.remarks.remark is not None
    assert page.remarks.remark.text == "Nhấn mạnh hơn mức độ quan trọng."


def test_a_draft_is_written_on_and_leads_back_to_the_desk(at_desk: Callable[..., Person]) -> None:
    drafter = at_desk("Ngọc")
    drafter.go_to(SectionKind.DRAFTS)
    drafter.press(Key.Key_Return)
    assert isinstance(drafter.window.page, DraftPage)
    drafter.press(Key.Key_Left, Modifier.AltModifier)

    assert is_at_desk(drafter.window)
    assert drafter.page.item is not None
    assert drafter.page.item.section.kind is SectionKind.DRAFTS


def test_what_was_submitted_is_followed(at_desk: Callable[..., Person]) -> None:
    drafter = at_desk("Ngọc")
    drafter.go_to(SectionKind.SUBMITTED)
    wanted = drafter.page.item
    drafter.press(Key.Key_Return)
    page = drafter.window.page
    assert isinstance(page, SigningPage)
    assert wanted is not None
    assert wanted.row is not None
    assert page.queue.row is not None
    assert page.queue.row.id == wanted.row.record


def test_what_he_was_given_opens_with_its_day(at_desk: Callable[..., Person]) -> None:
    drafter = at_desk("Ngọc")
    drafter.go_to(SectionKind.ASSIGNED, "Báo cáo dư luận xã hội")
    item = drafter.page.item
    assert item is not None
    assert drafter.page.main.words(item).chips == (("Quá 1 ngày", "red"),)
    drafter.press(Key.Key_Return)

    assert isinstance(drafter.window.page, ArrivalPage)


# --- the head ---------------------------------------------------------------------------------------------------------


def test_the_head_reads_and_signs_from_his_desk(at_desk: Callable[..., Person]) -> None:
    head = at_desk("Khôi")
    assert head.page.sentence.text() == "2 văn bản chờ ký, 2 văn bản đến chờ bút phê, 1 quá hạn."
    assert head.subject == "V/v giao ban dư luận xã hội tháng 12"
    head.press(Key.Key_Return)
    page = head.window.page
    assert isinstance(page, SigningPage)
    assert page.queue.row is not None
    assert page.queue.row.subject == "V/v giao ban dư luận xã hội tháng 12"
    assert page.queue.row.status is Status.SUBMITTED
    page.looked_at.emit(page.queue.row.id)
    head.press(Key.Key_Return, Modifier.ControlModifier)
    head.press(Key.Key_1, Modifier.AltModifier)

    assert head.page.sentence.text().startswith("1 văn bản chờ ký")


def test_what_is_to_be_signed_shows_its_first_page(at_desk: Callable[..., Person]) -> None:
    head = at_desk("Khôi")
    rows = next(one.rows for one in head.page.contents.sections if one.kind is SectionKind.TO_SIGN)  # type: ignore[union-attr]

    assert {row.record for row in rows} == head.page.pictures.keys()
    assert all(not picture.isNull() for picture in head.page.pictures.values())


def test_an_arrival_to_be_directed_opens_and_esc_comes_back(at_desk: Callable[..., Person]) -> None:
    head = at_desk("Khôi")
    head.go_to(SectionKind.TO_DIRECT)
    head.press(Key.Key_Return)
    assert isinstance(head.window.page, ArrivalPage)
    head.press(Key.Key_Escape)

    assert is_at_desk(head.window)


def test_who_is_late_leads_to_what_is_late(at_desk: Callable[..., Person]) -> None:
    head = at_desk("Khôi")
    head.go_to(SectionKind.LATE_PEOPLE)
    head.press(Key.Key_Return)

    page = head.window.page
    assert isinstance(page, ArrivalsPage)
    assert page.view is ArrivalView.OVERDUE


# --- the administrator ------------------------------------------------------------------------------------------------


def test_each_step_leads_to_where_it_is_set(at_desk: Callable[..., Person], own_desk: Desk) -> None:
    with_roles(own_desk, officer_named(own_desk, "Hạnh"), Role.DRAFTER)
    administrator = at_desk("Ngọc", morning=False)
    administrator.go_to(SectionKind.SET_UP)
    item = administrator.page.item
    assert item is not None
    assert item.row is not None
    assert (item.row.act, item.row.topic) == (DeskAct.SET_UP, Topic.CLERK)
    administrator.press(Key.Key_Return)

    assert isinstance(administrator.window.page, OfficersPage)


def test_a_step_that_is_anothers_says_whose(at_desk: Callable[..., Person]) -> None:
    administrator = at_desk("Ngọc", morning=False)
    administrator.go_to(SectionKind.SET_UP)
    while (
        administrator.page.item is None
        or administrator.page.item.row is None
        or (administrator.page.item.row.topic is not Topic.HOLIDAYS)
    ):
        administrator.press(Key.Key_Down)
    administrator.press(Key.Key_Return)

    assert administrator.said().startswith("Văn thư nhập ngày nghỉ")


def test_a_step_that_is_ones_own_is_shown(at_desk: Callable[..., Person], own_desk: Desk) -> None:
    with_roles(own_desk, officer_named(own_desk, "Hạnh"), Role.CLERK, Role.ADMINISTRATOR)
    both = at_desk("Hạnh", morning=False)
    both.go_to(SectionKind.SET_UP)
    while both.page.item is None or both.page.item.row is None or both.page.item.row.topic is not Topic.HOLIDAYS:
        both.press(Key.Key_Down)
    both.press(Key.Key_Return)

    assert isinstance(QApplication.activeModalWidget(), HolidaysDialog)


# --- others work too --------------------------------------------------------------------------------------------------


def test_the_rail_follows_what_is_done_elsewhere(at_desk: Callable[..., Person], own_desk: Desk) -> None:
    clerk = at_desk("Hạnh")
    clerk.press(Key.Key_5, Modifier.AltModifier)
    room = clerk.window.room_of("arrivals")
    assert isinstance(room, ArrivalsRoom)
    arrive(own_desk, "vừa đến")
    clerk.window.settle()
    QTest.qWait(500)

    assert clerk.window.rail.items["desk"].accessibleName() == "Bàn làm việc, 6, khẩn"
