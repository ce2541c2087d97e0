"""The list of drafts, as officers use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from support.windows import part, type_text

from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.drafts_page import DraftsPage
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip

Begin = Callable[..., UUID]
T = TypeVar("T")


def subjects(page: DraftsPage) -> list[str | None]:
    return [row.subject for row in page.model.rows]


def test_an_office_without_drafts_is_told_how_to_begin(room: DraftingRoom) -> None:
    assert room.list.empty.isVisible()
    assert not room.list.table.isVisible()


def test_the_newest_draft_is_first_and_in_hand_with_its_pages_beside_it(room: DraftingRoom, begun: Begin) -> None:
    begun(subject_summary="V/v việc thứ nhất")
    begun(subject_summary="V/v việc thứ hai")
    room.show_list()

    assert len(subjects(room.list)) == 2
    assert [row.id for row in room.list.chosen_rows()] == [room.list.model.rows[0].id]
    assert room.list.view.page_count > 0


def test_words_are_found_without_their_accents(room: DraftingRoom, begun: Begin, qtbot: QtBot) -> None:
    begun(subject_summary="V/v kỷ niệm Ngày thành lập Đảng")
    begun(subject_summary="V/v chuyển đổi số")
    room.show_list()
    QTest.keyClicks(room.list.filter, "thanh lap dang")
    qtbot.waitUntil(lambda: len(room.list.model.rows) == 1)

    assert subjects(room.list) == ["V/v kỷ niệm Ngày thành lập Đảng"]


def test_a_filter_that_finds_nothing_says_so_and_escape_shows_all_again(
    room: DraftingRoom, begun: Begin, qtbot: QtBot
) -> None:
    begun()
    room.show_list()
    QTest.keyClicks(room.list.filter, "zzz")
    QTest.keyClick(room.list.filter, Qt.Key.Key_Return)
    assert subjects(room.list) == []
    assert not room.list.empty.isVisible()
    room.list.put_away()
    assert len(subjects(room.list)) == 1


def test_enter_opens_the_draft_in_hand(room: DraftingRoom, begun: Begin) -> None:
    draft = begun()
    room.show_list()
    QTest.keyClick(room.list.table, Qt.Key.Key_Return)

    assert room.draft is not None
    assert room.draft.draft == draft


def test_a_deleted_draft_is_in_the_bin_and_its_message_takes_it_out_again(room: DraftingRoom, begun: Begin) -> None:
    draft = begun()
    room.show_list()
    room.delete_chosen()
    assert subjects(room.list) == []
    part(part(_window(room), MessageBar), QPushButton).click()
    assert [row.id for row in room.list.model.rows] == [draft]


def test_ctrl_z_takes_back_one_deletion_after_the_other(room: DraftingRoom, begun: Begin) -> None:
    drafts = {begun(subject_summary=f"V/v việc {number}") for number in range(3)}
    room.show_list()
    for _time in range(2):
        QTest.keyClick(room.list.table, Qt.Key.Key_Delete)
    assert len(room.list.model.rows) == 1
    for _time in range(3):
        QTest.keyClick(room.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {row.id for row in room.list.model.rows} == drafts


def test_what_was_typed_a_moment_before_a_draft_was_deleted_comes_back_with_it(
    room: DraftingRoom, begun: Begin
) -> None:
    draft = begun()
    room.open_draft(draft)
    assert room.draft is not None
    type_text(room.draft.editor.text, "Kính thưa ")
    room.show_list()
    room.delete_chosen()
    room.restore_chosen()
    room.open_draft(draft)

    assert room.draft is not None
    assert room.draft.editor.text.toPlainText().startswith("Kính thưa ")


def test_nothing_is_said_to_be_deleted_that_is_gone_already(room: DraftingRoom, begun: Begin) -> None:
    begun()
    room.show_list()
    drafting.delete(_window(room).gateway.desk, room.list.chosen_rows()[0].id)
    room.delete_chosen()

    assert not part(_window(room), MessageBar).isVisible()
    assert part(_window(room), Strip).isVisible()


def test_the_bin_gives_back_what_is_chosen_in_it(room: DraftingRoom, begun: Begin) -> None:
    begun()
    room.show_list()
    room.delete_chosen()
    next(one for one in room.list.findChildren(QPushButton) if one.text() == "Thùng rác").click()
    assert len(room.list.model.rows) == 1
    room.restore_chosen()
    assert subjects(room.list) == []


def test_a_duplicate_is_opened_with_the_same_text(room: DraftingRoom, begun: Begin) -> None:
    draft = begun(subject_summary="V/v việc này")
    room.show_list()
    room.duplicate_chosen()

    assert room.draft is not None
    assert room.draft.draft != draft
    assert room.draft.dispatch().subject_summary == "V/v việc này"


def test_a_column_sorts_and_the_other_way_round(room: DraftingRoom, begun: Begin) -> None:
    for subject in ("V/v b", "V/v a", "V/v c"):
        begun(subject_summary=subject)
    room.show_list()
    room.list._sort_by(0)
    assert subjects(room.list) == ["V/v a", "V/v b", "V/v c"]
    room.list._sort_by(0)
    assert subjects(room.list) == ["V/v c", "V/v b", "V/v a"]


def test_the_columns_stand_the_next_time_as_they_were_left(room: DraftingRoom, make: Callable[..., MainWindow]) -> None:
    room.list.table.horizontalHeader().resizeSection(1, 222)
    room.list._show_column(4, shown=True)
    kept = _window(room).preferences.settings.draft_columns
    other = make(desk=_window(room).gateway.desk, draft_columns=kept)
    other.begin()
    assert other.room is not None
    header = other.room.list.table.horizontalHeader()
    assert header.sectionSize(1) == 222
    assert not header.isSectionHidden(4)


def _window(room: DraftingRoom) -> MainWindow:
    window = room.parent()
    assert isinstance(window, MainWindow)
    return window


def test_a_draft_asked_for_twice_is_opened_once(room: DraftingRoom, begun: Begin) -> None:
    answers: list[Callable[[], None]] = []

    class Slow:
        """A store that answers when it is told to."""

        def run(self, call: Callable[[], T], done: Callable[[T], None], failed: object) -> None:
            answers.append(lambda: done(call()))

        def finish(self, at_most: int = -1) -> None:
            """Nothing is left running."""

        def beside(self) -> Slow:
            return self

    draft = begun()
    room._records._worker = Slow()
    room.open_draft(draft)
    room.open_draft(draft)
    for answer in answers[:2]:
        answer()

    assert [tab.draft for tab in room.tabs()] == [draft]


def test_what_was_typed_before_somebody_else_saved_is_shown_with_a_word_of_it(
    room: DraftingRoom, begun: Begin, own_desk: Desk, qtbot: QtBot
) -> None:
    draft = begun()
    opened = drafting.open_draft(own_desk, draft)
    drafting.keep(own_desk, draft, replace(opened.dispatch, place="Của tôi"))
    there = replace(own_desk, desk_name="another")
    drafting.save(there, opened.draft, replace(opened.dispatch, place="Của người kia"))
    there.close()
    room.open_draft(draft)

    qtbot.waitUntil(part(_window(room), Strip).isVisible)
    assert room.draft is not None
    assert room.draft.dispatch().place == "Của tôi"


def test_more_drafts_are_fetched_when_the_last_of_them_come_into_sight(room: DraftingRoom, begun: Begin) -> None:
    for number in range(210):
        begun(subject_summary=f"V/v việc thứ {number}")
    room.show_list()
    first, told = subjects(room.list), _labels(room.list)
    bar = room.list.table.verticalScrollBar()
    bar.setValue(bar.maximum())

    assert len(first) == 200
    assert any(one.startswith("200+ ") for one in told)
    assert subjects(room.list)[:200] == first
    assert len(subjects(room.list)) == 210
    assert any(one.startswith("210 ") for one in _labels(room.list))


def _labels(page: DraftsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]
