"""Templates that an officer saves: named, found in the gallery, renamed and deleted, each with a way back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QPushButton, QWidget
from support.builders import a_dispatch
from support.windows import part, press, type_text

from vpdesk.domain.office import Office
from vpdesk.domain.templates import Template
from vpdesk.services import drafting
from vpdesk.services import office as offices
from vpdesk.services.desk import Desk
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.forms.name_dialog import NameDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.new_dispatch_page import NewDispatchPage
from vpdesk.ui.widgets.gallery import GalleryModel
from vpdesk.ui.widgets.message_bar import MessageBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever something is put on top or takes the keyboard."""

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def gallery(room: DraftingRoom, own_desk: Desk) -> NewDispatchPage:
    """The gallery in sight with two templates of the officer's own, the first of them in hand, the keys in the line."""
    for name in ("Thư mời giao ban", "Đề nghị đăng bài"):
        drafting.save_template(own_desk, name, a_dispatch())
    room.offer_beginnings()
    assert room.beginnings is not None
    _put_in_hand(room.beginnings, "Đề nghị đăng bài")
    room.beginnings.search.setFocus()
    return room.beginnings


@pytest.fixture
def window(gallery: NewDispatchPage) -> MainWindow:
    """The window around the gallery."""
    window = gallery.window()
    assert isinstance(window, MainWindow)
    return window


def _put_in_hand(page: NewDispatchPage, name: str) -> None:
    page.gallery.setCurrentIndex(page.gallery.model().index(_cards(page).index(name), 0))


def _cards(page: NewDispatchPage) -> list[str]:
    model = page.gallery.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _templates(page: NewDispatchPage) -> list[Template]:
    model = page.gallery.model()
    assert isinstance(model, GalleryModel)
    cards = filter(None, map(model.card, range(model.rowCount())))
    return [card.choice for card in cards if isinstance(card.choice, Template)]


def _in_hand(page: NewDispatchPage) -> str:
    card = page.gallery.chosen
    return card.name if card else ""


def _names(desk: Desk) -> list[str]:
    return [one.name for one in drafting.templates(desk)]


def _undo(window: MainWindow) -> None:
    button = part(part(window, MessageBar), QPushButton)
    assert button.text() == "&Hoàn tác"
    button.click()


def _said(window: MainWindow) -> str:
    return part(window, MessageBar)._words.accessibleName()


def _menu_of(widget: QWidget, at: QPoint | None = None) -> list[str]:
    """The acts in the menu of a card, by a key or where the mouse is."""
    reason = QContextMenuEvent.Reason.Mouse if at else QContextMenuEvent.Reason.Keyboard
    place = at or QPoint(1, 1)
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return words


# --- saving -------------------------------------------------------------------------------------------------------


def test_a_draft_is_saved_as_a_template_and_offered_in_the_gallery(
    room: DraftingRoom, page: DraftPage, own_desk: Desk
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.acts["save_template"].trigger()
    dialog = part(window, NameDialog)
    assert dialog.line.selectedText() == page.title()
    type_text(dialog.line, "Mẫu mở lớp")
    press(dialog.line, Key.Key_Return)

    assert _names(own_desk) == ["Mẫu mở lớp"]
    assert _said(window) == "Đã lưu mẫu “Mẫu mở lớp”."
    room.offer_beginnings()
    assert room.beginnings is not None
    assert "Mẫu mở lớp" in _cards(room.beginnings)


def test_a_name_that_is_there_is_replaced_unasked_and_comes_back(page: DraftPage, own_desk: Desk) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    before = drafting.save_template(own_desk, "Mẫu mở lớp", a_dispatch(place="Nơi cũ")).now
    window.acts["save_template"].trigger()
    dialog = part(window, NameDialog)
    type_text(dialog.line, "mẫu mở lớp")
    press(dialog.line, Key.Key_Return)

    assert _said(window) == "Đã thay mẫu “mẫu mở lớp”."
    assert [one.dispatch.place for one in drafting.templates(own_desk)] == [page.dispatch().place]
    _undo(window)
    assert drafting.templates(own_desk) == (before,)
    assert _said(window) == "Đã hoàn tác."


def test_a_template_may_be_called_as_a_shipped_one(room: DraftingRoom, page: DraftPage) -> None:
    room.save_template("Công văn", page.dispatch())
    room.offer_beginnings()
    assert room.beginnings is not None
    (own,) = [template for template in _templates(room.beginnings) if template.own]
    assert [one.key for one in _templates(room.beginnings) if one.name.vi == "Công văn"] == ["cong-van", own.key]


def test_a_name_of_nothing_is_refused_with_a_sentence(page: DraftPage, own_desk: Desk) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.acts["save_template"].trigger()
    dialog = part(window, NameDialog)
    press(dialog.line, Key.Key_Space)
    press(dialog.line, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field.message == "Gõ tên."
    assert dialog.focusWidget() is dialog.line
    type_text(dialog.line, "a")
    assert dialog.field.message == ""
    press(dialog.line, Key.Key_Escape)
    assert not dialog.isVisible()
    assert _names(own_desk) == []


@pytest.mark.parametrize(("language", "words"), [("vi", {"Lưu mẫu", "Thôi"}), ("en", {"Save the template", "Cancel"})])
def test_the_buttons_speak_the_language_of_the_window(
    make: Callable[..., MainWindow], own_desk: Desk, begun: Callable[..., UUID], language: str, words: set[str]
) -> None:
    window = make(language, desk=own_desk)
    window.begin()
    assert window.room is not None
    window.room.open_draft(begun())
    window.acts["save_template"].trigger()
    buttons = part(part(window, NameDialog), QDialogButtonBox).buttons()
    assert {button.text().replace("&", "") for button in buttons} == words


# --- renaming and deleting ----------------------------------------------------------------------------------------


def test_f2_renames_the_template_in_hand_which_stays_in_hand(
    gallery: NewDispatchPage, window: MainWindow, own_desk: Desk
) -> None:
    press(gallery.search, Key.Key_F2)
    dialog = part(window, NameDialog)
    assert dialog.line.selectedText() == "Đề nghị đăng bài"
    type_text(dialog.line, "Đăng bài")
    press(dialog.line, Key.Key_Return)

    assert _names(own_desk) == ["Đăng bài", "Thư mời giao ban"]
    assert _in_hand(gallery) == "Đăng bài"
    assert _said(window) == "Đã đổi tên mẫu thành “Đăng bài”."
    _undo(window)
    assert _in_hand(gallery) == "Đề nghị đăng bài"


def test_the_name_of_another_is_taken_with_its_place_and_both_come_back(
    gallery: NewDispatchPage, window: MainWindow, own_desk: Desk
) -> None:
    before = drafting.templates(own_desk)
    press(gallery.search, Key.Key_F2)
    dialog = part(window, NameDialog)
    type_text(dialog.line, "Thư mời giao ban")
    press(dialog.line, Key.Key_Return)

    assert _names(own_desk) == ["Thư mời giao ban"]
    assert _said(window) == "Đã thay mẫu “Thư mời giao ban”."
    _undo(window)
    assert drafting.templates(own_desk) == before


def test_a_name_left_as_it_was_changes_nothing(gallery: NewDispatchPage, window: MainWindow, own_desk: Desk) -> None:
    before = drafting.templates(own_desk)
    press(gallery.search, Key.Key_F2)
    press(part(window, NameDialog).line, Key.Key_Return)
    assert drafting.templates(own_desk) == before
    assert part(window, MessageBar).isHidden()


@pytest.mark.parametrize("where", ["search", "gallery", "view"])
def test_del_deletes_the_template_in_hand_and_the_message_brings_it_back(
    gallery: NewDispatchPage, window: MainWindow, own_desk: Desk, where: str
) -> None:
    before = drafting.templates(own_desk)
    pane: QWidget = getattr(gallery, where)
    pane.setFocus()
    press(pane, Key.Key_Delete)
    assert _names(own_desk) == ["Thư mời giao ban"]
    assert "Đề nghị đăng bài" not in _cards(gallery)
    assert _in_hand(gallery) == "Thư mời giao ban"
    assert _said(window) == "Đã xóa mẫu “Đề nghị đăng bài”."
    _undo(window)
    assert drafting.templates(own_desk) == before
    assert "Đề nghị đăng bài" in _cards(gallery)


def test_del_edits_what_is_typed_and_deletes_no_template(gallery: NewDispatchPage, own_desk: Desk) -> None:
    type_text(gallery.search, "de nghi dang")
    assert _in_hand(gallery) == "Đề nghị đăng bài"
    press(gallery.search, Key.Key_Delete)
    press(gallery.search, Key.Key_Home)
    press(gallery.search, Key.Key_Delete)
    assert gallery.search.text() == "e nghi dang"
    press(gallery.search, Key.Key_Delete, Modifier.ControlModifier)
    assert len(_names(own_desk)) == 2


def test_what_is_shipped_can_be_neither_renamed_nor_deleted(
    gallery: NewDispatchPage, window: MainWindow, own_desk: Desk
) -> None:
    acts = [window.acts[name] for name in ("rename_template", "delete_template")]
    assert all(act.isEnabled() for act in acts)
    _put_in_hand(gallery, "Công văn")
    assert not any(act.isEnabled() for act in acts)
    press(gallery.search, Key.Key_F2)
    press(gallery.search, Key.Key_Delete)
    assert window.findChild(NameDialog) is None
    assert len(_names(own_desk)) == 2


def test_the_menu_of_a_card_has_the_acts_it_can_do(gallery: NewDispatchPage) -> None:
    own = ["Soạn", "Đổi tên mẫu", "Xóa mẫu"]
    assert _menu_of(gallery.search) == own
    assert _menu_of(gallery.gallery) == own
    _put_in_hand(gallery, "Công văn")
    assert _menu_of(gallery.search) == own[:1]


def test_the_menu_is_of_the_card_under_the_mouse_and_of_nothing_beside_the_cards(gallery: NewDispatchPage) -> None:
    _put_in_hand(gallery, "Công văn")
    index = gallery.gallery.model().index(_cards(gallery).index("Thư mời giao ban"), 0)
    gallery.gallery.scrollTo(index)
    viewport = gallery.gallery.viewport()
    assert len(_menu_of(viewport, gallery.gallery.visualRect(index).center())) == 3
    assert _in_hand(gallery) == "Thư mời giao ban"
    heading = gallery.gallery.visualRect(gallery.gallery.model().index(_cards(gallery).index("Mẫu của cơ quan"), 0))
    assert _menu_of(viewport, heading.center()) == []


def test_the_mouse_gets_the_lines_own_menu_in_the_line(gallery: NewDispatchPage) -> None:
    assert "Đổi tên mẫu" not in _menu_of(gallery.search, gallery.search.rect().center())


# --- types not usually issued -------------------------------------------------------------------------------------


def test_types_the_body_does_not_usually_issue_are_offered_by_choice(
    gallery: NewDispatchPage, window: MainWindow, own_desk: Desk
) -> None:
    choice = _choice(window)
    assert choice.isVisible()
    assert not choice.isChecked()
    assert "Kết luận" not in _cards(gallery)
    choice.trigger()
    assert "Kết luận" in _cards(gallery)
    assert _in_hand(gallery) == "Đề nghị đăng bài"
    office = offices.office(own_desk)
    assert isinstance(office, Office)
    assert office.unusual_types
    assert _choice(window).isChecked()
    choice.trigger()
    assert "Kết luận" not in _cards(gallery)


def test_without_an_office_there_is_no_such_choice(make: Callable[..., MainWindow], own_desk: Desk) -> None:
    window = make(desk=own_desk)
    assert not _choice(window).isVisible()
    window.begin()
    assert not _choice(window).isVisible()


def _choice(window: MainWindow) -> QAction:
    menu = part(window, QMenu)
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.text() == "Loại văn bản ít dùng")
