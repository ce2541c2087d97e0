"""A draft on its way: submitted, taken back, sent back with remarks, amended after the sign-off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from support.builders import a_paragraph
from support.seats import seated
from support.windows import part, press

from vpdesk.domain.body import Paragraph
from vpdesk.domain.signoff import NewRemark, Place
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, signoff
from vpdesk.services.desk import Desk
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip

Begin = Callable[..., UUID]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
BODY = (a_paragraph("Thực hiện kế hoạch của Huyện ủy, đề nghị các chi bộ làm tốt hai việc sau."),)


def status(desk: Desk, draft: UUID) -> Status:
    """Where a dispatch stands."""
    return drafting.open_draft(desk, draft).draft.progress.status


def sent_back(desk: Desk, draft: UUID, *remarks: NewRemark) -> None:
    """Let the deputy, whose block it is, send a dispatch back."""
    with seated(desk, "Linh"):
        version = signoff.read(desk, draft).version.number
        signoff.send_back(desk, draft, version, remarks)


def signed(desk: Desk, draft: UUID) -> None:
    """Let the deputy sign a dispatch off."""
    with seated(desk, "Linh"):
        signoff.sign(desk, draft, signoff.read(desk, draft).version.number)


@pytest.fixture
def waiting(own_desk: Desk, begun: Begin) -> UUID:
    """A dispatch that waits for its signature."""
    return signoff.submit(own_desk, begun(body=BODY)).id


@pytest.fixture
def window(room: DraftingRoom) -> MainWindow:
    """The window of the room."""
    window = room.parent()
    assert isinstance(window, MainWindow)
    return window


def test_the_main_key_submits_what_is_on_the_screen_and_undo_takes_it_back(
    room: DraftingRoom, window: MainWindow, page: DraftPage, own_desk: Desk
) -> None:
    draft = page.draft
    page.form.place.setFocus()
    page.form.place.selectAll()
    QTest.keyClicks(page.form.place, "An Khe")
    press(page.form.place, Qt.Key.Key_Return, CONTROL)
    submitted = drafting.open_draft(own_desk, draft).draft

    assert (submitted.progress.status, submitted.dispatch.place) == (Status.SUBMITTED, "An Khe")
    assert window.page is room.list
    part(part(window, MessageBar), QPushButton).click()
    assert status(own_desk, draft) is Status.DRAFT
    assert room.draft is not None


def test_what_lacks_something_is_told_and_the_keys_go_there(
    room: DraftingRoom, window: MainWindow, begun: Begin
) -> None:
    room.open_draft(begun(body=BODY, subject_summary=None))
    assert room.draft is not None
    room.draft.editor.setFocus()
    press(room.draft.editor.text, Qt.Key.Key_Return, CONTROL)

    assert "Trích yếu" in " ".join(one.text() for one in part(window, Strip).findChildren(QLabel))
    assert room.draft.form.subject_summary.hasFocus()


def test_a_place_to_fill_in_keeps_it_and_is_selected(room: DraftingRoom, begun: Begin) -> None:
    room.open_draft(begun(body=BODY, subject_summary="V/v mở [tên lớp]"))
    assert room.draft is not None
    room.draft.editor.setFocus()
    press(room.draft.editor.text, Qt.Key.Key_Return, CONTROL)

    assert room.draft.form.subject_summary.textCursor().selectedText() == "[tên lớp]"


def test_what_waits_opens_as_its_pages_with_all_there_is_to_know(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, waiting: UUID
) -> None:
    room.open_draft(waiting)
    page = room.reading.page
    assert window.page is page

    assert page.document is not None
    assert page.detail is not None
    assert page.detail.missing == ("Đỗ Khánh Linh",)
    assert [one.act for one in page.detail.happenings] == ["begin", "submit"]
    press(page.view, Qt.Key.Key_Return, CONTROL)
    assert status(own_desk, waiting) is Status.DRAFT
    assert room.draft is not None


def test_what_is_exported_is_told_in_its_history(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, waiting: UUID, tmp_path: Path
) -> None:
    room.open_draft(waiting)
    window.export(tmp_path / "ra.pdf")

    assert (tmp_path / "ra.pdf").exists()
    assert [one.act for one in signoff.timeline(own_desk, waiting)] == ["begin", "submit", "export"]


def test_it_can_be_withdrawn(room: DraftingRoom, window: MainWindow, own_desk: Desk, waiting: UUID) -> None:
    room.open_draft(waiting)
    window.acts["withdraw"].trigger()

    assert status(own_desk, waiting) is Status.WITHDRAWN
    assert not window.acts["take_back"].isEnabled()


def test_what_came_back_opens_with_its_remarks_and_a_key_leads_to_their_words(
    room: DraftingRoom, own_desk: Desk, waiting: UUID
) -> None:
    sent_back(
        own_desk,
        waiting,
        NewRemark("Thêm căn cứ", Place(("body", 0, "runs"), 10, 18), "kế hoạch"),
        NewRemark("Gọn hơn"),
    )
    room.open_draft(waiting)
    assert room.draft is not None
    press(room.draft.editor.text, Qt.Key.Key_M, CONTROL)
    first = room.draft.remarks.remark
    assert first is not None

    assert first.text == "Thêm căn cứ"
    assert room.draft.editor.text.textCursor().selectedText() == "kế hoạch"
    press(room.draft.editor.text, Qt.Key.Key_T, CONTROL)
    press(room.draft.editor.text, Qt.Key.Key_M, CONTROL)
    second = room.draft.remarks.remark
    assert second is not None
    assert second.text == "Gọn hơn"
    assert [one.done_at is not None for one in signoff.remarks(own_desk, waiting)] == [True, False]


def test_the_words_of_a_remark_are_found_where_they_moved(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, waiting: UUID
) -> None:
    sent_back(own_desk, waiting, NewRemark("Rõ hơn", Place(("body", 0, "runs"), 10, 18), "kế hoạch"))
    opened = drafting.open_draft(own_desk, waiting).draft
    (first,) = opened.dispatch.body
    assert isinstance(first, Paragraph)
    moved = (a_paragraph("Mở đầu."), a_paragraph("Căn cứ kế hoạch."))
    drafting.save(own_desk, opened, replace(opened.dispatch, body=moved))
    room.open_draft(waiting)
    window.acts["next_remark"].trigger()
    assert room.draft is not None

    assert room.draft.editor.text.textCursor().selectedText() == "kế hoạch"
    assert room.draft.editor.place()[0] == 1


def test_after_the_sign_off_a_changed_letter_takes_it_back_to_the_signatory(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, waiting: UUID
) -> None:
    signed(own_desk, waiting)
    room.open_draft(waiting)
    assert not window.acts["take_back"].isEnabled()
    window.acts["amend"].trigger()
    assert room.draft is not None
    room.close_draft()
    assert status(own_desk, waiting) is Status.SIGNED_OFF

    room.open_draft(waiting)
    window.acts["amend"].trigger()
    assert room.draft is not None
    QTest.keyClicks(room.draft.editor.text, "x")
    room.close_draft()
    assert status(own_desk, waiting) is Status.SUBMITTED


def test_the_page_of_a_dispatch_is_there_again_in_another_language(
    room: DraftingRoom, window: MainWindow, waiting: UUID, qtbot: QtBot
) -> None:
    room.open_draft(waiting)
    before = room.reading.page
    window.speak("en")

    qtbot.waitUntil(lambda: room.reading.page is not before and window.page is room.reading.page)
