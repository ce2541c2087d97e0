"""The places of a new draft that wait for the officer, walked by their key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot
from support.windows import type_text

from vpdesk.domain.blanks import find_blanks
from vpdesk.domain.body import Cell, Paragraph, Run, Table
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.text import nfc
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def waiting(page: DraftPage) -> DraftPage:
    """A draft with a blank in each kind of place, the first of them an old value."""
    table = Table((1, 1), 1, ((Cell((Run("STT"),)), Cell((Run("Việc"),))), (Cell((Run("1"),)), Cell((Run("[việc]"),)))))
    waiting = replace(
        page.dispatch(),
        place="[Hà Ninh?]",
        subject_summary="V/v [việc gì]",
        addressees=("Các chi bộ", "[nơi nhận khác]"),
        body=(Paragraph((Run("Ngày [05/01/2024?] và số 18-NQ/TW của [ai]."),)), table),
        distribution=("Như trên", "Lưu [đâu]"),
    )
    page.replace(waiting)
    return page


def in_hand(page: DraftPage) -> str:
    focus = page.window().focusWidget()
    if isinstance(focus, QLineEdit):
        return focus.selectedText()
    assert isinstance(focus, QTextEdit)
    return nfc(focus.textCursor().selectedText())


def acts(page: DraftPage, name: str) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.acts[name].trigger()


def test_each_blank_comes_in_hand_in_the_order_of_the_form_and_then_the_first_again(waiting: DraftPage) -> None:
    found = []
    for _blank in range(8):
        acts(waiting, "next_blank")
        found.append(in_hand(waiting))

    all_of_them = [
        "[Hà Ninh?]",
        "[việc gì]",
        "[nơi nhận khác]",
        "[05/01/2024?]",
        "[ai]",
        "[việc]",
        "[đâu]",
        "[Hà Ninh?]",
    ]
    assert found == all_of_them


def test_what_is_typed_takes_the_place_of_the_blank_in_hand(waiting: DraftPage) -> None:
    for words in ("An Khe", "tập huấn"):
        acts(waiting, "next_blank")
        focus = waiting.window().focusWidget()
        assert focus is not None
        type_text(focus, words)
    dispatch = waiting.dispatch()

    assert (dispatch.place, dispatch.subject_summary) == ("An Khe", "V/v tập huấn")
    acts(waiting, "next_blank")
    assert in_hand(waiting) == "[nơi nhận khác]"


def test_an_old_value_that_still_holds_loses_its_brackets_and_the_next_is_in_hand(waiting: DraftPage) -> None:
    acts(waiting, "next_blank")
    acts(waiting, "confirm_blank")

    assert waiting.dispatch().place == "Hà Ninh"
    assert in_hand(waiting) == "[việc gì]"


def test_a_value_in_the_text_is_confirmed_too(waiting: DraftPage) -> None:
    for _blank in range(4):
        acts(waiting, "next_blank")
    acts(waiting, "confirm_blank")

    first = waiting.dispatch().body[0]
    assert isinstance(first, Paragraph)
    assert first.runs[0].text == "Ngày 05/01/2024 và số 18-NQ/TW của [ai]."
    assert in_hand(waiting) == "[ai]"


def test_a_hint_is_never_confirmed_as_words(waiting: DraftPage) -> None:
    acts(waiting, "next_blank")
    acts(waiting, "next_blank")
    before = waiting.dispatch()
    acts(waiting, "confirm_blank")
    assert waiting.dispatch() == before


def test_the_bar_counts_them_and_goes_with_the_last(waiting: DraftPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(waiting.blanks.isVisible)
    assert waiting.blanks._count.text() == "5 chỗ cần điền · 2 giá trị cũ cần xác nhận"
    empty: Dispatch = replace(
        waiting.dispatch(), place="Hà Ninh", subject_summary="V/v một việc", addressees=(), body=(), distribution=()
    )
    waiting.replace(empty)
    qtbot.waitUntil(waiting.blanks.isHidden)


def test_a_draft_after_an_earlier_one_marks_what_belonged_to_its_day(page: DraftPage, room: DraftingRoom) -> None:
    words = "Thực hiện Kế hoạch số 12-KH/HU, ngày 05/01/2024 của Ban Thường vụ Huyện ủy."
    page.replace(replace(page.dispatch(), body=(Paragraph((Run(words),)),)))
    room.close_draft()
    room.start_from_chosen()
    assert room.draft is not None
    marked = [blank.words for blank in find_blanks(room.draft.dispatch()) if blank.to_confirm]
    assert any("05/01/2024" in one for one in marked)
