"""The window by its keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from support.windows import part, press

from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.paper_page import read_zoom, write_zoom
from vpdesk.ui.preview.arrangement import Fit
from vpdesk.ui.widgets.key_card import KeyCard

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MakeWindow = Callable[..., MainWindow]
_POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever something is put on top or takes the keyboard."""


def _press(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    press(window.focusWidget(), key, modifier)


def test_plus_minus_and_zero_change_the_zoom_and_fit_it_again(window: MainWindow, qtbot: QtBot) -> None:
    view = window.paper.view
    assert view.zoom is Fit.WIDTH
    fitted = view.factor
    _press(window, qtbot, Key.Key_Plus, Modifier.ControlModifier)
    assert view.factor > fitted
    _press(window, qtbot, Key.Key_Minus, Modifier.ControlModifier)
    _press(window, qtbot, Key.Key_Minus, Modifier.ControlModifier)
    assert view.factor < fitted
    _press(window, qtbot, Key.Key_0, Modifier.ControlModifier)
    assert (view.zoom, view.factor) == (Fit.WIDTH, fitted)


def test_a_fitted_page_is_never_wider_than_its_window_nor_much_larger_than_on_paper(window: MainWindow) -> None:
    for width in (1180, 1440, 2400):
        window.resize(width, 900)
        assert window.paper.view.factor <= 1.1
        assert window.paper.view.horizontalScrollBar().maximum() == 0


def test_the_whole_page_fits_when_it_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    _press(window, qtbot, Key.Key_9, Modifier.ControlModifier)
    view = window.paper.view
    assert view.zoom is Fit.PAGE
    assert view.factor * 96 / 72 * 842 <= view.viewport().height()


def test_page_keys_turn_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    turned = []
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_End, Key.Key_Home):
        _press(window, qtbot, key)
        turned.append(window.paper.view.current_page)
    assert turned == [1, 0, 1, 0]


def test_f6_walks_the_panes_and_back(window: MainWindow, qtbot: QtBot) -> None:
    assert window.focusWidget() is window.paper.view
    _press(window, qtbot, Key.Key_F6)
    assert window.focusWidget() is window.paper.thumbnails
    _press(window, qtbot, Key.Key_F6, Modifier.ShiftModifier)
    assert window.focusWidget() is window.paper.view


def test_f9_folds_the_page_list_and_it_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    _press(window, qtbot, Key.Key_F9)
    assert window.paper.thumbnails.isHidden()
    assert not window.preferences.settings.page_list


def test_f8_shows_each_finding_where_it_stands(window: MainWindow, rewrite: Callable[..., None], qtbot: QtBot) -> None:
    rewrite(document_type="ZZ", issuing_body="BAN TUYÊN GIÁO 漢")
    window.renew()
    panel = window.paper.findings
    assert panel.isVisible()
    with qtbot.waitSignal(panel.chosen) as shown:
        _press(window, qtbot, Key.Key_F8)
    assert shown.args == ["5a"]


def test_escape_puts_the_messages_away(window: MainWindow, qtbot: QtBot) -> None:
    window.notices.say("Xong.")
    _press(window, qtbot, Key.Key_Escape)
    assert not window._message_bar.isVisible()


@_POPUP
def test_f1_shows_the_key_card_and_escape_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    _press(window, qtbot, Key.Key_F1)
    card = part(window, KeyCard)
    assert card.isVisible()
    press(card, Key.Key_Escape)
    assert not card.isVisible()


@_POPUP
@pytest.mark.parametrize(("key", "accepts"), [(Key.Key_O, "Open"), (Key.Key_E, "Save")])
def test_ctrl_o_and_ctrl_e_ask_for_a_file(window: MainWindow, qtbot: QtBot, key: Qt.Key, accepts: str) -> None:
    _press(window, qtbot, key, Modifier.ControlModifier)
    dialog = part(window, QFileDialog)
    assert dialog.acceptMode().name == f"Accept{accepts}"
    dialog.reject()


def test_acts_that_need_pages_wait_for_them(make: MakeWindow) -> None:
    window = make()
    enabled = {action.text() for action in window.actions() if action.isEnabled()}
    assert "Mở" in enabled
    assert "In" not in enabled


def test_the_tab_key_reaches_every_control_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    start = window.focusWidget()
    seen = []
    for _ in range(60):
        press(window.focusWidget(), Key.Key_Tab)
        seen.append(window.focusWidget())
        if window.focusWidget() is start:
            break
    assert seen[-1] is start
    focusable = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {*focusable} - {*seen} == set()


def test_a_zoom_survives_the_settings_file() -> None:
    assert [read_zoom(write_zoom(zoom)) for zoom in (Fit.WIDTH, Fit.PAGE, 1.25)] == [Fit.WIDTH, Fit.PAGE, 1.25]
    assert read_zoom("nonsense") is Fit.WIDTH


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_standard_buttons_of_qt_speak_the_language(
    application: QApplication, make: MakeWindow, qtbot: QtBot, language: str
) -> None:
    make(language)
    kinds = [kind for kind in QDialogButtonBox.StandardButton if kind.value and kind.name not in _NO_BUTTONS]
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    words = {kind.name: box.addButton(kind).text().replace("&", "") for kind in kinds}
    expected = {"vi": {"Cancel": "Thôi", "Close": "Đóng", "Yes": "Có"}, "en": {"Cancel": "Cancel", "Yes": "Yes"}}
    assert expected[language].items() <= words.items()
    if language == "vi":
        assert not [name for name, word in words.items() if word.replace(" ", "") == name]


_NO_BUTTONS = {"FirstButton", "LastButton", "NoButton"}
