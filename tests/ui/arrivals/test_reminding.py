"""What waits is counted on the rail, and deadlines that press are told in the strip, once for an officer and day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.arrivals import CONTROL, Register, Sits, dialog_of, has_keys, shows
from support.keyboard import Key
from support.seats import officer_named, seated
from support.windows import press, type_text

from vpdesk.domain.arriving import ArrivalQuery, ArrivalView
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry
from vpdesk.services import deadlines, handling, numbers, receiving
from vpdesk.services.desk import Desk
from vpdesk.ui.forms.handling_days_dialog import HandlingDaysDialog
from vpdesk.ui.forms.holidays_dialog import HolidaysDialog
from vpdesk.ui.forms.public_holidays_dialog import PublicHolidaysDialog
from vpdesk.ui.handling_days import ask_handling_days
from vpdesk.ui.main_window import MainWindow

TODAY = date(2024, 12, 24)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def count(window: MainWindow) -> tuple[int, bool]:
    """What the rail says of the arrivals: how many wait, and whether something is late."""
    item = window.rail.items["arrivals"]
    return item._count, item._is_urgent


@pytest.fixture
def late(own_desk: Desk, registered: Register) -> None:
    """Khôi has given one to Ngọc that is late, and one to Bách that is due tomorrow; a third waits for him."""
    days = (TODAY - timedelta(days=4), TODAY + timedelta(days=1))
    arrivals = [registered(receiver=None, due_on=day, reference=f"{day:%d}-CV/BTGTU") for day in days]
    waits = registered(receiver=None, reference="9-CV/BTGTU")
    handling.submit(own_desk, [waits.id], officer_named(own_desk, "Khôi").id)
    with seated(own_desk, "Khôi"):
        for arrival, lead in zip(arrivals, ("Ngọc", "Bách"), strict=True):
            entry = AssigneeEntry(officer=officer_named(own_desk, lead).id)
            handling.direct(own_desk, arrival.id, DirectiveEntry("", entry))


@pytest.mark.parametrize(
    ("name", "waits", "is_late", "words"),
    [
        ("Khôi", 1, True, "1 văn bản quá hạn, 1 đến hạn trong 3 ngày làm việc."),
        ("Hạnh", 2, True, "1 văn bản quá hạn, 1 đến hạn trong 3 ngày làm việc."),
        ("Ngọc", 1, True, "1 văn bản quá hạn."),
        ("Bách", 1, False, "1 văn bản đến hạn trong 3 ngày làm việc."),
    ],
)
def test_each_role_is_told_what_waits_for_it_and_what_presses(
    late: None, sits: Sits, name: str, waits: int, *, is_late: bool, words: str
) -> None:
    window = sits(name).window
    assert count(window) == (waits, is_late)
    assert window.reminder.isVisible()
    assert window.reminder.words == words


def test_the_count_follows_an_act_and_nothing_moves(late: None, sits: Sits) -> None:
    lead = sits("Bách")
    lead.room.register.views.button(tuple(ArrivalView).index(ArrivalView.MINE)).click()
    lead.room.register.table.setFocus()
    focus = lead.keyboard.focus
    lead.keyboard.press(Key.Key_M, CONTROL)
    assert count(lead.window) == (1, False)
    assert has_keys(lead.keyboard, focus)
    lead.keyboard.press(Key.Key_J, CONTROL)
    lead.keyboard.press(Key.Key_Return, CONTROL)
    assert count(lead.window) == (0, False)
    assert not lead.window.reminder.isVisible()


def test_what_others_do_is_counted_at_the_next_look(late: None, own_desk: Desk, sits: Sits) -> None:
    head = sits("Khôi")
    with seated(own_desk, "Hạnh"):
        (waits,) = receiving.arrivals(own_desk, ArrivalQuery(ArrivalView.SUBMITTED)).rows
        handling.take_back(own_desk, [waits.arrival.id])
    assert head.window.watch is not None
    head.window.watch.look()
    assert count(head.window) == (0, True)
    assert shows(head.window, head.room.register)


def test_the_strip_leads_to_what_is_late(late: None, sits: Sits) -> None:
    head = sits("Khôi")
    head.window.room_of("arrivals").show()
    head.window.reminder._act.click()
    assert shows(head.window, head.room.register)
    assert head.room.register.view is ArrivalView.OVERDUE
    assert len(head.room.register.model.rows) == 1


def test_put_away_it_stays_away_for_this_officer_today_and_comes_for_others(
    late: None, own_desk: Desk, sits: Sits
) -> None:
    head = sits("Khôi").window
    head.reminder._close.click()
    assert head.watch is not None
    head.watch.look()
    assert not head.reminder.isVisible()
    (kept,) = head.preferences.settings.reminders_away
    assert kept.startswith("2024-12-24 ")
    head.preferences.change(reminders_away=(kept.replace("2024-12-24", "2024-12-23"),))
    head.watch.look()
    assert head.reminder.isVisible(), "it comes again on the next day"


def test_over_a_scan_there_is_no_strip_and_back_in_the_list_there_is(late: None, sits: Sits) -> None:
    head = sits("Khôi")
    head.keyboard.press(Key.Key_Return)
    assert shows(head.window, head.room.in_hand.page)
    assert not head.window.reminder.isVisible()
    head.keyboard.press(Key.Key_Escape)
    assert head.window.reminder.isVisible()


def test_a_look_of_the_clock_brings_no_strip_that_would_move_the_rows(
    registered: Register, own_desk: Desk, sits: Sits
) -> None:
    clerk = sits("Hạnh")
    assert not clerk.window.reminder.isVisible()
    registered(due_on=TODAY)
    watch = clerk.window.watch
    assert watch is not None
    watch.look(moves=False)
    assert not clerk.window.reminder.isVisible()
    clerk.window.acts["outgoing"].trigger()
    assert clerk.window.reminder.isVisible()


def test_nothing_of_it_is_in_sight_while_the_door_is_shut(late: None, sits: Sits) -> None:
    window = sits("Khôi").window
    window.acts["lock"].trigger()
    assert not window.reminder.isVisible()


def test_the_public_holidays_of_a_year_are_proposed_changed_and_set_down(own_desk: Desk, sits: Sits) -> None:
    clerk = sits("Hạnh")
    clerk.window.acts["outgoing"].trigger()
    clerk.window.acts["rows_of_numbers"].trigger()
    clerk.window.acts["holidays"].trigger()
    days = dialog_of(clerk.window, HolidaysDialog)
    days.proposals_wanted.emit()
    dialog = dialog_of(clerk.window, PublicHolidaysDialog)
    assert dialog.year.value() == 2025
    proposed = [one.day for one in dialog.table.rows]
    assert date(2025, 1, 29) in proposed
    dialog.table.go_to(date(2025, 1, 1))
    dialog.table.dropped.emit()
    dialog.table.go_to(date(2025, 9, 2))
    clerk.keyboard.wait("the dialog", dialog.isActiveWindow)
    dialog.name.selectAll()
    type_text(dialog.name, "Quốc khánh 2/9")
    press(dialog.name, Key.Key_Return, CONTROL)
    kept = {one.day: one.name for one in numbers.holidays(own_desk)}
    assert set(kept) == set(proposed) - {date(2025, 1, 1)}
    assert kept[date(2025, 9, 2)] == "Quốc khánh 2/9"
    assert len(days.table.rows) == len(kept)
    days.reject()


def test_the_days_for_handling_are_chosen_by_rule_urgency_and_type(own_desk: Desk, sits: Sits) -> None:
    clerk = sits("Hạnh")
    ask_handling_days(clerk.window, {"CV": "Công văn", "BC": "Báo cáo"})
    dialog = dialog_of(clerk.window, HandlingDaysDialog)
    clerk.keyboard.replace("7")
    dialog.types.setFocus()
    clerk.keyboard.type("Nghị sự: 3")
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    assert dialog.form.fields["types"].message
    clerk.keyboard.replace("báo cáo: 10")
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    rules = deadlines.deadline_rules(own_desk)
    assert (rules.usual, dict(rules.types)) == (7, {"BC": 10})
    assert rules.urgencies["HỎA TỐC"] == 0
