"""The register of arrivals in the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from support.arrivals import CONTROL, SHIFT, Register, asked, has_keys, shows
from support.keyboard import Key, Keyboard
from support.seats import sit

from vpdesk.domain.arriving import ArrivalView
from vpdesk.services import receiving
from vpdesk.services.desk import Desk
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.main_window import MainWindow

TODAY = date(2024, 12, 24)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def filled(own_desk: Desk, registered: Register) -> None:
    """Five lines: one handed on, one late, one due soon, one void, one that only came."""
    first = registered(sender="Văn phòng Huyện ủy")
    receiving.hand_over(own_desk, [first.id], None, TODAY)
    registered(sender="Huyện đoàn", due_on=TODAY - timedelta(days=2))
    registered(sender="Ban Tổ chức Huyện ủy", due_on=TODAY + timedelta(days=1))
    receiving.void(own_desk, registered(sender="Hội Nông dân").id, "vào nhầm")
    registered(sender="Ủy ban nhân dân huyện Hà Ninh")


def view(room: ArrivalsRoom, wanted: ArrivalView) -> list[str]:
    """The senders that a view shows."""
    room.register.views.button(tuple(ArrivalView).index(wanted)).click()
    return [row.arrival.sender for row in room.register.model.rows]


def test_each_view_shows_its_rows_and_says_how_many(filled: None, window: MainWindow, room: ArrivalsRoom) -> None:
    words = [button.text() for button in room.register.views.buttons()]
    views = tuple(ArrivalView)
    assert words[views.index(ArrivalView.WAITING)].endswith("3")
    assert words[views.index(ArrivalView.OVERDUE)].endswith("1")
    assert len(view(room, ArrivalView.ALL)) == 5
    assert view(room, ArrivalView.OVERDUE) == ["Huyện đoàn"]
    assert view(room, ArrivalView.DUE_SOON) == ["Ban Tổ chức Huyện ủy"]
    assert "Văn phòng Huyện ủy" not in view(room, ArrivalView.WAITING)


def test_state_and_deadline_are_said_of_each_row(filled: None, window: MainWindow, room: ArrivalsRoom) -> None:
    model = room.register.model
    names = [column.name for column in model.columns]
    states = [str(model.index(row, names.index("state")).data()) for row in range(5)]
    assert states == ["Chưa chuyển", "Đã hủy", "Chưa chuyển", "Chưa chuyển", "Đã chuyển"]
    due = [str(model.index(row, names.index("due")).data()) for row in range(5)]
    assert due == ["", "", "Còn 1 ngày làm việc", "Quá 1 ngày", ""]
    assert model.tone(3, names.index("due")) == "red"
    assert [model.is_struck(row) for row in range(5)] == [False, True, False, False, False]


def test_enter_opens_and_esc_goes_back_to_the_same_row(
    filled: None, window: MainWindow, room: ArrivalsRoom, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Down)
    (chosen,) = room.register.chosen_rows()
    keyboard.press(Key.Key_Return)
    assert shows(window, room.in_hand.page)
    assert room.in_hand.page.arrival == chosen.arrival
    keyboard.press(Key.Key_Escape)
    assert shows(window, room.register)
    assert room.register.chosen_rows() == [chosen]
    assert has_keys(keyboard, room.register.table)


def test_rows_come_in_pages_as_they_are_scrolled_to(
    own_desk: Desk, registered: Register, make: Callable[..., MainWindow]
) -> None:
    for number in range(230):
        registered(reference=f"{number}-CV/BTGTU")
    window = make(desk=own_desk)
    window.begin()
    window.enter("arrivals")
    room = window.room_of("arrivals")
    assert isinstance(room, ArrivalsRoom)
    table, model = room.register.table, room.register.model
    assert model.rowCount() == 100
    while model.has_more:
        table.scrollToBottom()
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == 230
    assert [row.arrival.arrival_number for row in model.rows] == list(range(230, 0, -1))


def test_several_are_handed_on_at_once(
    filled: None, window: MainWindow, room: ArrivalsRoom, keyboard: Keyboard, own_desk: Desk
) -> None:
    view(room, ArrivalView.WAITING)
    room.register.table.setFocus()
    keyboard.press(Key.Key_Home, CONTROL)
    keyboard.press(Key.Key_Down, SHIFT)
    keyboard.press(Key.Key_Down, SHIFT)
    keyboard.press(Key.Key_T, CONTROL)
    dialog = asked(window)
    dialog.person.show_value("Đỗ Khánh Linh")
    dialog.accept()
    assert {row.arrival.receiver for row in receiving.arrivals(own_desk).rows if row.arrival.handed_on} == {
        "Đỗ Khánh Linh",
        "Trần Minh Khôi",
    }
    assert room.register.nothing.isVisible()


def test_without_arrivals_it_says_how_to_begin(window: MainWindow, room: ArrivalsRoom, keyboard: Keyboard) -> None:
    assert room.register.empty.isVisible()
    keyboard.press(Key.Key_Return)
    assert shows(window, room.entry)


def test_who_may_only_read_is_offered_nothing_else(
    filled: None, own_desk: Desk, make: Callable[..., MainWindow]
) -> None:
    sit(own_desk, "Bách")
    window = make(desk=own_desk)
    window.begin()
    window.enter("arrivals")
    offered = {name for name in ("new_arrival", "hand_over", "amend_arrival", "void_arrival") if
               window.acts[name].isEnabled()}  # fmt: skip
    assert not offered
    assert window.acts["open_arrival"].isEnabled()


def test_another_officer_finds_nothing_of_what_the_one_before_typed(
    window: MainWindow, room: ArrivalsRoom, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_F3)
    keyboard.type("Huyện đoàn")
    window.leave_rooms()
    assert window.room_of("arrivals") is not room


def test_words_are_looked_for_in_every_view_without_accents(
    filled: None, window: MainWindow, room: ArrivalsRoom, keyboard: Keyboard
) -> None:
    view(room, ArrivalView.OVERDUE)
    keyboard.press(Key.Key_F, CONTROL)
    keyboard.type("van phong")
    keyboard.press(Key.Key_Return)
    assert [row.arrival.sender for row in room.register.model.rows] == ["Văn phòng Huyện ủy"]
    assert has_keys(keyboard, room.register.table)
    assert room.register.view is ArrivalView.ALL
    keyboard.press(Key.Key_Escape)
    assert len(room.register.model.rows) == 5


def test_a_number_finds_its_arrival_and_what_nobody_wrote_finds_nothing(
    filled: None, registered: Register, window: MainWindow, room: ArrivalsRoom, keyboard: Keyboard
) -> None:
    registered(reference="512/UBND-VP", sender="Ủy ban nhân dân huyện Hà Ninh")
    keyboard.press(Key.Key_F, CONTROL)
    keyboard.type("512ubnd")
    keyboard.press(Key.Key_Return)
    assert [row.arrival.reference for row in room.register.model.rows] == ["512/UBND-VP"]
    keyboard.press(Key.Key_F, CONTROL)
    keyboard.replace("xylophon")
    keyboard.press(Key.Key_Return)
    assert room.register.nothing.isVisible()
