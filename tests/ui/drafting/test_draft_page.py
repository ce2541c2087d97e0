"""A draft in hand: what is typed is on the page and in the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch
from support.windows import part

from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.findings import FindingKind
from vpdesk.services import drafting
from vpdesk.services.asides import asides
from vpdesk.services.desk import Desk
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.preview.reading import page_text
from vpdesk.ui.widgets.strip import Strip
from vpdesk.ui.widgets.top_bar import TopBar

Begin = Callable[..., UUID]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def text_of(desk: Desk, draft: UUID) -> Dispatch:
    """What the store has of a draft now."""
    return drafting.open_draft(desk, draft).dispatch


def on_paper(page: DraftPage) -> str:
    assert page.document is not None
    return "".join(page_text(sheet) for sheet in page.document.pages)


def type_text(page: DraftPage, words: str) -> None:
    page.editor.setFocus()
    QTest.keyClicks(page.editor.text, words)


def test_what_is_typed_is_on_the_page_in_the_next_turn(page: DraftPage, qtbot: QtBot) -> None:
    type_text(page, "Kinh bao. ")
    qtbot.waitUntil(lambda: "Kinh bao." in on_paper(page))


def test_a_field_that_changes_is_on_the_page_too(page: DraftPage, qtbot: QtBot) -> None:
    page.form.place.setFocus()
    page.form.place.selectAll()
    QTest.keyClicks(page.form.place, "An Khe")
    qtbot.waitUntil(lambda: "An Khe, ngày" in on_paper(page))


def test_what_is_typed_is_kept_by_itself(page: DraftPage, own_desk: Desk, qtbot: QtBot) -> None:
    type_text(page, "Kinh bao. ")
    qtbot.waitUntil(lambda: page.keeper.is_kept)

    (first, *_) = text_of(own_desk, page.draft).body
    assert isinstance(first, Paragraph)
    assert first.runs[0].text.startswith("Kinh bao. ")
    assert page.keeper.draft.version == 1


def test_typing_that_never_pauses_is_kept_all_the_same(page: DraftPage, own_desk: Desk, qtbot: QtBot) -> None:
    def is_kept() -> bool:
        type_text(page, "a")
        return bool(drafting.open_draft(own_desk, page.draft).working_copy)

    qtbot.waitUntil(is_kept)


def test_a_closed_draft_holds_what_was_typed_and_its_row_is_in_hand(
    page: DraftPage, room: DraftingRoom, own_desk: Desk
) -> None:
    type_text(page, "Kinh bao. ")
    draft = page.draft
    room.close_draft()
    opened = drafting.open_draft(own_desk, draft)

    assert opened.working_copy is None
    assert opened.draft.version == 2
    assert room.draft is None
    assert [row.id for row in room.list.chosen_rows()] == [draft]


def test_closing_the_window_joins_every_open_draft(
    page: DraftPage, room: DraftingRoom, begun: Begin, own_desk: Desk
) -> None:
    type_text(page, "Kinh bao. ")
    other = begun()
    room.open_draft(other)
    assert room.draft is not None
    type_text(room.draft, "Tran trong. ")
    _window(room).close()

    for draft, words in ((page.draft, "Kinh bao."), (other, "Tran trong.")):
        opened = drafting.open_draft(own_desk, draft)
        assert opened.working_copy is None
        assert words in str(opened.draft.dispatch.body[0])


def test_a_draft_that_changes_nothing_keeps_its_version(page: DraftPage, room: DraftingRoom, own_desk: Desk) -> None:
    draft = page.draft
    room.close_draft()
    assert drafting.open_draft(own_desk, draft).draft.version == 1


def test_the_bar_says_when_it_was_saved(page: DraftPage, room: DraftingRoom, qtbot: QtBot) -> None:
    type_text(page, "a")
    qtbot.waitUntil(lambda: page.keeper.is_kept)
    words = [
        label.text() for label in part(_window(room), TopBar).findChildren(type(part(_window(room), TopBar)._saving))
    ]
    assert "Đã lưu 10:42" in words


def test_the_caret_in_the_text_stands_on_the_page(page: DraftPage, qtbot: QtBot) -> None:
    page.editor.setFocus()
    page.editor.go_to(0, 3)
    qtbot.waitUntil(lambda: page.view._caret is not None)
    before = page.view._caret
    page.editor.go_to(0, 9)
    qtbot.waitUntil(lambda: page.view._caret not in (None, before))


def test_a_click_on_words_of_the_page_puts_the_caret_there(page: DraftPage) -> None:
    page.editor.setFocus()
    page.editor.go_to(0, 5)
    caret = page.view._caret
    assert caret is not None
    page.editor.go_to(0, 0)
    page.form.place.setFocus()
    page.view.clicked.emit(caret.page, caret.x, caret.baseline - 2)
    assert page.editor.text.hasFocus()
    assert tuple(page.editor.place()) == (0, 5, None)


def test_a_click_on_the_subject_leads_to_its_field(page: DraftPage) -> None:
    assert page.document is not None
    for placed in page.document.pages[0].frames:
        for line in placed.frame.lines:
            if line.place.component == "5b":
                page.view.clicked.emit(0, placed.x + line.x + 40, placed.y + line.y + 10)
    assert page.form.subject_summary.hasFocus()


def test_a_field_in_hand_is_outlined_on_the_page(page: DraftPage) -> None:
    page.form.place.setFocus()
    assert page.view.is_outlined
    page.editor.setFocus()


def test_where_room_is_short_text_and_page_take_turns(page: DraftPage, room: DraftingRoom) -> None:
    window = _window(room)
    window.resize(1000, 700)
    window.acts["pages"].trigger()
    assert page.view.isVisible()
    assert not page.editor.isVisible()
    window.acts["text"].trigger()
    assert page.editor.isVisible()
    assert not page.view.isVisible()


def test_a_full_disk_leaves_the_text_on_the_screen_and_in_a_side_file_and_says_so_until_it_is_saved(
    page: DraftPage, room: DraftingRoom, own_desk: Desk, qtbot: QtBot
) -> None:
    _let_grow(_window(room).gateway.desk, 0)
    body = tuple(Paragraph((Run(f"Đoạn {number}. " * 400),)) for number in range(40))
    page.replace(replace(page.dispatch(), body=body))
    page.keeper.keep()

    assert page.saving().is_trouble
    assert part(_window(room), Strip).isVisible()
    (aside,) = asides(own_desk.places)
    assert "Đoạn 39" in aside.read_text(encoding="utf-8")
    assert "Đoạn 39" in str(page.dispatch().body)

    _let_grow(_window(room).gateway.desk, 1_000_000)
    page.keeper.keep()
    assert not page.saving().is_trouble
    assert not part(_window(room), Strip).isVisible()
    assert list(asides(own_desk.places)) == []
    assert "Đoạn 39" in str(text_of(own_desk, page.draft).body)


def test_text_that_somebody_else_changed_meanwhile_can_be_kept_as_another_draft(
    page: DraftPage, room: DraftingRoom, own_desk: Desk
) -> None:
    draft = page.draft
    theirs = drafting.open_draft(own_desk, draft).draft
    drafting.save(own_desk, theirs, replace(theirs.dispatch, place="Của người kia"))
    type_text(page, "Rieng minh. ")
    room.close_draft()
    strip = part(_window(room), Strip)
    assert strip.isVisible()
    part(strip, QPushButton).click()
    _window(room).acts["keep_apart"].trigger()

    assert drafting.open_draft(own_desk, draft).draft.dispatch.place == "Của người kia"
    assert room.draft is not None
    assert room.draft.draft != draft
    assert "Rieng minh." in str(room.draft.dispatch().body[0])


@pytest.mark.parametrize("language", ["en"])
def test_another_language_leaves_what_was_typed(
    page: DraftPage, room: DraftingRoom, qtbot: QtBot, language: str
) -> None:
    type_text(page, "Kinh bao. ")
    old = page
    _window(room).speak(language)
    qtbot.waitUntil(lambda: room.draft is not None and room.draft is not old)
    assert room.draft is not None
    assert "Kinh bao." in str(room.draft.dispatch().body[0])


def test_f6_leads_back_to_the_field_that_was_left(page: DraftPage, room: DraftingRoom) -> None:
    panes = [page.form, page.editor, page.view]
    window = room.parent()
    assert isinstance(window, MainWindow)
    page.form.subject_summary.setFocus()
    for _pane in panes:
        window.step_pane(+1)
    assert page.form.subject_summary.hasFocus()


def test_f6_leads_to_the_first_field_of_a_form_nobody_was_in(page: DraftPage, room: DraftingRoom) -> None:
    window = room.parent()
    assert isinstance(window, MainWindow)
    window.step_pane(-1)
    assert page.form.document_type.hasFocus()


def test_escape_closes_the_bar_for_finding_before_it_leads_back(page: DraftPage, room: DraftingRoom) -> None:
    page.editor.find_bar.ask()
    QTest.keyClick(page.editor.find_bar.words, Qt.Key.Key_Escape)
    assert not page.editor.find_bar.isVisible()
    assert room.draft is page
    QTest.keyClick(page.editor.text, Qt.Key.Key_Escape)
    assert room.draft is None


def test_the_act_that_marks_a_draft_is_ticked_while_the_mark_is_printed(page: DraftPage, room: DraftingRoom) -> None:
    window = room.parent()
    assert isinstance(window, MainWindow)
    page.mark_as_draft()
    QTest.qWait(10)
    assert window.acts["draft_mark"].isChecked()
    room.show_list()
    page.mark_as_draft()
    room.open_draft(page.draft)
    assert not window.acts["draft_mark"].isChecked()


def test_two_open_drafts_have_tabs_and_a_key_that_turns_them(page: DraftPage, room: DraftingRoom, begun: Begin) -> None:
    other = begun(subject_summary="V/v việc khác")
    room.open_draft(other)
    assert [tab.draft for tab in room.tabs()] == [page.draft, other]
    _window(room).acts["next_draft"].trigger()
    assert room.draft is page


def test_the_mark_of_a_draft_is_printed_by_choice(page: DraftPage, room: DraftingRoom, qtbot: QtBot) -> None:
    _window(room).acts["draft_mark"].trigger()
    qtbot.waitUntil(lambda: "DỰ THẢO" in on_paper(page))
    _window(room).acts["draft_mark"].trigger()
    qtbot.waitUntil(lambda: "DỰ THẢO" not in on_paper(page))


def test_a_file_is_written_on_as_a_draft_without_its_number(room: DraftingRoom, make: object) -> None:
    room.begin(replace(a_dispatch(), number=229))
    assert room.draft is not None
    assert room.draft.dispatch().number is None


def _window(room: DraftingRoom) -> MainWindow:
    window = room.parent()
    assert isinstance(window, MainWindow)
    return window


def _let_grow(desk: Desk, pages: int) -> None:
    """Let the store grow by so many pages and no more, as on a full disk."""
    with desk.store.database.engine.connect() as connection:
        most = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + pages
        connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")


def test_a_date_on_which_the_body_was_called_otherwise_and_another_signed_is_told(
    page: DraftPage, qtbot: QtBot
) -> None:
    page.replace(replace(page.dispatch(), date=date(2025, 3, 4)))
    qtbot.waitUntil(lambda: _kinds(page) == {FindingKind.BODY_NOT_OF_DATE, FindingKind.SIGNATORY_NOT_OF_DATE})
    page.replace(replace(page.dispatch(), date=date(2024, 12, 24)))
    qtbot.waitUntil(lambda: _kinds(page) == set())


def _kinds(page: DraftPage) -> set[FindingKind]:
    assert page.laid_out is not None
    return {finding.kind for finding in page.laid_out.findings}
