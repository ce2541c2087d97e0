"""Completion of earlier values while somebody types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from support.windows import compose, part, press, type_text

from vpdesk.ui.forms.completion import Completion, CompletionPopup
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.style import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever something is put on top or takes the keyboard."""

USED = {"Ban Tuyên giáo Thành ủy": 9, "Ban Tổ chức Thành ủy": 5, "Thường trực Huyện ủy": 2}


@pytest.fixture
def line(look: Look, stand: Callable[..., QWidget]) -> LineInput:
    """A line with earlier values, in hand, above another input."""
    made = LineInput()
    Completion(made, made).offer(USED)
    stand(made, QLineEdit())
    return made


def _offered(field: QWidget) -> list[str]:
    popup = part(field, CompletionPopup)
    if not popup.isVisible():
        return []
    return [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_chosen_value_is_taken_by_a_key_and_the_line_stays_in_hand(line: LineInput, key: Qt.Key) -> None:
    told: list[str | None] = []
    type_text(line, "btg")
    line.edited.connect(lambda: told.append(line.value()))
    press(line, key)
    assert told == ["Ban Tuyên giáo Thành ủy"]
    assert line.hasFocus()
    assert not _offered(line)
    type_text(line, ", x")
    assert line.value() == "Ban Tuyên giáo Thành ủy, x"


def test_nothing_is_inserted_unasked(line: LineInput) -> None:
    type_text(line, "ban t")
    assert _offered(line) == ["Ban Tuyên giáo Thành ủy", "Ban Tổ chức Thành ủy"]
    assert line.value() == "ban t"


def test_arrows_choose_round_and_round(line: LineInput) -> None:
    type_text(line, "ban")
    press(line, Qt.Key.Key_Down)
    press(line, Qt.Key.Key_Down)
    press(line, Qt.Key.Key_Up)
    press(line, Qt.Key.Key_Tab)
    assert line.value() == "Ban Tổ chức Thành ủy"


def test_escape_puts_the_list_away_until_the_line_is_another(line: LineInput) -> None:
    type_text(line, "ba")
    press(line, Qt.Key.Key_Escape)
    type_text(line, "n")
    assert not _offered(line)
    for _letter in range(3):
        press(line, Qt.Key.Key_Backspace)
    type_text(line, "th")
    assert _offered(line)


def test_a_click_takes_a_value(line: LineInput) -> None:
    type_text(line, "huyen")
    popup = part(line, CompletionPopup)
    popup.clicked.emit(popup.model().index(0, 0))
    assert line.value() == "Thường trực Huyện ủy"


def test_leaving_the_line_puts_the_list_away(line: LineInput) -> None:
    type_text(line, "ban")
    line.clearFocus()
    assert not _offered(line)


def test_a_list_stands_above_its_line_at_the_foot_of_the_screen(line: LineInput) -> None:
    window = line.window()
    window.move(0, line.screen().availableGeometry().bottom() - line.geometry().bottom())
    type_text(line, "ban")
    assert part(line, CompletionPopup).geometry().bottom() < line.mapToGlobal(line.rect().topLeft()).y()


def test_nothing_is_offered_while_an_input_method_composes(line: LineInput) -> None:
    type_text(line, "ban")
    compose(line, "t")
    assert not _offered(line)
    compose(line, "u", committed=" t")
    assert not _offered(line)
    compose(line, committed="u")
    assert line.text() == "ban tu"
    assert _offered(line)


def test_nothing_is_offered_inside_a_line(line: LineInput) -> None:
    type_text(line, "ban")
    line.setCursorPosition(1)
    type_text(line, "a")
    assert not _offered(line)


def test_an_entry_of_a_list_is_finished_where_it_stands(look: Look, stand: Callable[..., QWidget]) -> None:
    entries = LineList(look)
    Completion(entries, entries).offer(USED)
    entries.show_value(("Như trên", "Lưu"))
    stand(entries)
    entries.choose_entry(0)
    press(entries, Qt.Key.Key_Return)
    type_text(entries, "- thuong tr")
    assert _offered(entries) == ["Thường trực Huyện ủy"]
    press(entries, Qt.Key.Key_Return)
    assert entries.value() == ("Như trên", "Thường trực Huyện ủy", "Lưu")
