"""Lists of entries, one a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from support.strategies import lines
from support.windows import compose, paste, press, type_text

from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.style import Look

ENTRIES = ("Như trên", "Ban Tổ chức Huyện ủy", "Lưu Văn phòng")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def entries(look: Look, stand: Callable[..., QWidget]) -> LineList:
    """A list of three, in hand, the caret at the end of the first."""
    made = LineList(look)
    made.show_value(ENTRIES)
    stand(made, QLineEdit())
    made.choose_entry(0)
    return made


def test_enter_begins_an_entry(entries: LineList) -> None:
    press(entries, Qt.Key.Key_Return)
    type_text(entries, "Mặt trận")
    assert entries.value() == ("Như trên", "Mặt trận", *ENTRIES[1:])


def test_enter_in_an_empty_entry_begins_no_second_one(entries: LineList) -> None:
    for _again in range(3):
        press(entries, Qt.Key.Key_Return)
    assert entries.document().blockCount() == 4


def test_ctrl_enter_is_the_main_act_of_the_page(entries: LineList) -> None:
    press(entries, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entries.document().blockCount() == 3


def test_alt_with_an_arrow_moves_an_entry_with_its_caret(entries: LineList) -> None:
    press(entries, Qt.Key.Key_Down, ALT)
    assert entries.value() == ("Ban Tổ chức Huyện ủy", "Như trên", "Lưu Văn phòng")
    type_text(entries, "!")
    assert entries.value()[1] == "Như trên!"
    press(entries, Qt.Key.Key_Up, ALT)
    press(entries, Qt.Key.Key_Up, ALT)
    assert entries.value() == ("Như trên!", *ENTRIES[1:])


def test_a_move_is_one_change_and_one_undo(entries: LineList) -> None:
    told: list[tuple[str, ...]] = []
    entries.edited.connect(lambda: told.append(entries.value()))
    press(entries, Qt.Key.Key_Down, ALT)
    assert len(told) == 1
    press(entries, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entries.value() is told[-1] or entries.value() == ENTRIES


def test_signs_and_marks_are_the_programs(entries: LineList) -> None:
    press(entries, Qt.Key.Key_Return)
    type_text(entries, "- Các xã, thị trấn;")
    assert entries.value()[1] == "Các xã, thị trấn"
    press(entries, Qt.Key.Key_Return)
    assert entries.document().findBlockByNumber(1).text() == "Các xã, thị trấn"
    type_text(entries, "+ Lưu.")
    press(entries, Qt.Key.Key_Tab)
    assert entries.toPlainText().split("\n") == ["Như trên", "Các xã, thị trấn", "Lưu", *ENTRIES[1:]]


def test_a_mark_alone_is_no_change(entries: LineList) -> None:
    told: list[None] = []
    entries.edited.connect(lambda: told.append(None))
    type_text(entries, ";")
    assert not told


def test_pasted_lines_become_entries_of_their_own(entries: LineList) -> None:
    paste(entries, "- Đảng ủy xã A,\n\n- Đảng ủy xã B;\n")
    assert entries.value() == ("Như trên", "Đảng ủy xã A", "Đảng ủy xã B", *ENTRIES[1:])
    press(entries, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entries.value() == ENTRIES


def test_lines_pasted_into_an_entry_part_it(entries: LineList) -> None:
    cursor = entries.textCursor()
    cursor.setPosition(3)
    entries.setTextCursor(cursor)
    paste(entries, "A\nB")
    assert entries.value()[:4] == ("Như", "A", "B", "trên")


def test_a_word_pasted_goes_into_the_entry(entries: LineList) -> None:
    paste(entries, " (để báo cáo)")
    assert entries.value()[0] == "Như trên(để báo cáo)"


def test_backspace_in_an_empty_entry_removes_it(entries: LineList) -> None:
    press(entries, Qt.Key.Key_Return)
    press(entries, Qt.Key.Key_Backspace)
    assert entries.document().blockCount() == 3
    for _letter in range(9):
        press(entries, Qt.Key.Key_Backspace)
    assert entries.value() == ENTRIES[1:]
    assert entries.document().blockCount() == 2


def test_what_an_input_method_proposes_is_no_change_until_it_is_given_over(entries: LineList) -> None:
    told: list[tuple[str, ...]] = []
    entries.edited.connect(lambda: told.append(entries.value()))
    press(entries, Qt.Key.Key_Return)
    for proposed in ("x", "xa", "xã"):
        compose(entries, proposed)
    assert not told
    compose(entries, committed="xã")
    assert told == [("Như trên", "xã", *ENTRIES[1:])]


def test_a_new_entry_begins_at_the_end(entries: LineList) -> None:
    entries.begin_entry()
    type_text(entries, "Lưu")
    assert entries.value() == (*ENTRIES, "Lưu")


def test_the_list_grows_with_its_lines_and_then_scrolls(entries: LineList) -> None:
    heights = []
    for count in (1, 3, 8, 9, 30):
        entries.show_value(tuple(f"Chi bộ {number}" for number in range(count)))
        heights.append(entries.height())
    assert heights[0] < heights[1] < heights[2] <= heights[3] == heights[4]
    assert entries.verticalScrollBar().maximum() > 0


def test_entries_in_hand_keep_caret_and_undo_when_they_are_shown_again(entries: LineList) -> None:
    type_text(entries, " x,")
    place = entries.textCursor().position()
    entries.show_value(entries.value())
    assert entries.textCursor().position() == place
    assert entries.document().isUndoAvailable()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lines, max_size=4).map(tuple))
def test_entries_nobody_changed_come_back_as_they_were(entries: LineList, given_entries: tuple[str, ...]) -> None:
    entries.show_value(given_entries)
    assert entries.value() == given_entries
    press(entries, Qt.Key.Key_Tab)
    assert entries.value() == given_entries


def test_an_entry_beside_a_changed_one_stays_as_it_was_given(entries: LineList) -> None:
    entries.show_value(("- Như trên;", "Lưu"))
    entries.begin_entry()
    type_text(entries, "- A;")
    assert entries.value() == ("- Như trên;", "Lưu", "A")
