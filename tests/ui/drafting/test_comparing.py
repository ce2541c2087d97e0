"""Two texts of one dispatch side by side: versions, and what two have written on one draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from support.builders import a_paragraph
from support.seats import sit
from support.windows import part, press

from vpdesk.domain.changes import ChangeKind
from vpdesk.domain.drafts import DraftQuery
from vpdesk.domain.signoff import NewRemark
from vpdesk.services import drafting, signoff
from vpdesk.services.desk import Desk, Seat
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.widgets.strip import Strip

Begin = Callable[..., UUID]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
BODY = (a_paragraph("Đây là nhiệm vụ quan trọng của các chi bộ trong quý này."),)
LATER = (a_paragraph("Đây là nhiệm vụ đặc biệt quan trọng của các chi bộ trong quý này."),)


@pytest.fixture
def window(room: DraftingRoom) -> MainWindow:
    """The window of the room."""
    window = room.parent()
    assert isinstance(window, MainWindow)
    return window


@pytest.fixture
def came_back(own_desk: Desk, begun: Begin) -> UUID:
    """A dispatch that the clerk has sent back."""
    draft = signoff.submit(own_desk, begun(body=BODY)).id
    clerk = clerk_at(own_desk)
    signoff.send_back(clerk, draft, signoff.read(clerk, draft).version.number, (NewRemark("Rõ hơn"),))
    return draft


def clerk_at(desk: Desk) -> Desk:
    """The desk of the clerk, with the same store."""
    other = replace(desk, desk_name="máy 2", seat=Seat())
    other.__dict__["store"] = desk.store
    sit(other, "Hạnh")
    return other


def written_by_both(room: DraftingRoom, desk: Desk, draft: UUID) -> DraftPage:
    """Let the officer type here while the clerk saves elsewhere, and save then; the officer's page."""
    room.open_draft(draft)
    page = room.draft
    assert page is not None
    clerk = clerk_at(desk)
    theirs = drafting.open_draft(clerk, draft).draft
    drafting.save(clerk, theirs, replace(theirs.dispatch, body=LATER))
    page.form.place.setFocus()
    page.form.place.selectAll()
    QTest.keyClicks(page.form.place, "An Khe")
    page.keeper.join()
    return page


def test_versions_are_compared_word_by_word_on_the_page(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, came_back: UUID
) -> None:
    opened = drafting.open_draft(own_desk, came_back).draft
    drafting.save(own_desk, opened, replace(opened.dispatch, body=LATER))
    signoff.submit(own_desk, came_back)
    room.open_draft(came_back)
    versions = room.reading.page.versions
    assert versions.count() == 2
    press(versions, Qt.Key.Key_Return)
    page = room.reading.comparison

    assert window.page is page
    assert [(one.kind, one.after.strip()) for one in page.changes] == [(ChangeKind.ADDED, "đặc biệt")]
    assert page.earlier.page_count == page.view.page_count == 1
    window.acts["back"].trigger()
    assert room.reading.holds(window.page)


def test_who_saves_second_is_told_sees_both_and_keeps_his_own(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, came_back: UUID
) -> None:
    written_by_both(room, own_desk, came_back)
    strip = part(window, Strip)
    assert strip.isVisible()
    assert any("người khác" in one.text().lower() for one in strip.findChildren(QLabel))
    strip.findChildren(QPushButton)[0].click()
    page = room.reading.comparison
    assert window.page is page
    assert {one.after.strip() for one in page.changes} >= {"An Khe"}
    press(page.list, Qt.Key.Key_Return, CONTROL)
    now = drafting.open_draft(own_desk, came_back).dispatch

    assert (now.place, now.body) == ("An Khe", BODY)
    assert room.draft is not None


def test_who_saves_second_may_take_the_other_text(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, came_back: UUID
) -> None:
    written_by_both(room, own_desk, came_back)
    part(window, Strip).findChildren(QPushButton)[0].click()
    window.acts["take_theirs"].trigger()

    assert room.draft is not None
    assert room.draft.dispatch().body == LATER
    assert drafting.open_draft(own_desk, came_back).working_copy is None


def test_who_saves_second_may_keep_his_own_as_another_draft(
    room: DraftingRoom, window: MainWindow, own_desk: Desk, came_back: UUID
) -> None:
    written_by_both(room, own_desk, came_back)
    part(window, Strip).findChildren(QPushButton)[0].click()
    window.acts["keep_apart"].trigger()

    assert room.draft is not None
    assert room.draft.draft != came_back
    assert room.draft.dispatch().place == "An Khe"
    assert drafting.open_draft(own_desk, came_back).dispatch.body == LATER
    assert len(drafting.drafts(own_desk, DraftQuery())) == 2
