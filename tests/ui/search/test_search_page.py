"""The page that finds, in a real window: what is typed is shown at once, marked, counted, opened, saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from support.found_documents import Registers
from support.windows import press, type_text

from vpdesk.domain.finding import FoundKind
from vpdesk.domain.search_query import Deadline, Search
from vpdesk.paths import Places
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.finder import Finder
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.search_page import SearchPage
from vpdesk.ui.runner import ThreadRunner
from vpdesk.ui.search_room import SearchRoom

Open = Callable[..., SearchPage]


@pytest.fixture
def registers(tmp_path: Path, desk: Desk) -> Iterator[Registers]:
    """Registers with a few documents, the clerk at the desk."""
    seconds = count()
    own = replace(
        desk,
        places=Places(tmp_path / "data"),
        settings=Settings(),
        clock=lambda: datetime(2024, 12, 24, 3, 42, tzinfo=UTC) + timedelta(seconds=next(seconds)),
        seat=Seat(),
    )
    filled = Registers(own)
    filled.issue(229, "Đẩy mạnh tuyên truyền chủ trương sắp xếp, tinh gọn tổ chức bộ máy của hệ thống chính trị")
    filled.issue(228, "Mời họp giao ban", document_date=date(2024, 11, 4), signer="Trần Minh Khôi")
    filled.arrive(1187, "Góp ý dự thảo đề án tinh gọn bộ máy cấp xã", due_on=date(2024, 12, 20), receiver="Lê Mai")
    filled.draft("Báo cáo kết quả quý IV", "Thực hiện Công văn 229-CV/BTGHU của Ban Tuyên giáo.")
    yield filled
    own.close()


@pytest.fixture
def search_page(make: Callable[..., MainWindow], registers: Registers) -> Open:
    """Opens the page by Ctrl+K."""

    def open_it(language: str = "vi", **settings: Any) -> SearchPage:
        window = make(language, desk=registers.desk, **settings)
        window.begin()
        press(window.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        page = window.page
        assert isinstance(page, SearchPage)
        return page

    return open_it


def typed(page: SearchPage, text: str) -> list[str]:
    """Type into the field; the references that are listed then."""
    page.field.clear()
    type_text(page.field, text)
    page.ask()
    return [hit.reference or hit.kind.value for hit in page.list.hits.rows]


def shown(page: SearchPage) -> int:
    """How many documents are listed."""
    return len(page.list.hits.rows)


def test_ctrl_k_gives_the_keys_to_the_field_and_lists_the_newest(search_page: Open) -> None:
    page = search_page()

    assert page.field.hasFocus()
    assert len(page.list.hits.rows) == 4
    assert page.count.text() == "4 văn bản"


@pytest.mark.parametrize("text", ["229cv", "229-CV/BTGHU", "229/cv-btghu"])
def test_a_number_in_any_spelling_finds_the_letter_and_what_cites_it(search_page: Open, text: str) -> None:
    assert typed(search_page(), text) == ["draft", "229-CV/BTGHU"]


def test_a_slip_is_told_with_what_was_read(search_page: Open) -> None:
    page = search_page()

    assert typed(page, "tihn gon") == ["Số: 1187/CV-UBND", "229-CV/BTGHU"]
    assert page.spelled.isVisible()
    assert "tinh" in page.spelled.text()
    assert page.count.text() == "2 văn bản"
    typed(page, "tinh gon")
    assert not page.spelled.isVisible()


def test_kinds_and_values_narrow_the_list_and_one_key_widens_it(search_page: Open) -> None:
    page = search_page()
    typed(page, "tinh gon")
    next(button for button in page.findChildren(QPushButton) if button.text() == "Văn bản đến").click()
    assert [hit.kind for hit in page.list.hits.rows] == [FoundKind.INCOMING]

    page.show_search(replace(page.search, deadline=Deadline.TODAY))
    assert shown(page) == 0
    assert page.widen.isVisible()
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "Không tìm thấy “tinh gon”." in said
    assert "Đã tìm trong" in said
    press(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == 2
    assert page.search == Search(page.field.text())


def test_widening_leaves_the_words_and_lets_go_of_the_days(search_page: Open) -> None:
    page = search_page()

    assert typed(page, "tinh gọn tháng 1/2020") == []
    page.widen.click()
    assert page.field.text() == "tinh gọn"
    assert len(page.list.hits.rows) == 2


def test_enter_opens_the_document_in_hand(search_page: Open, registers: Registers, qtbot: QtBot) -> None:
    page = search_page()
    typed(page, "bao cao quy")
    with qtbot.waitSignal(page.opened) as opened:
        press(page.field, Qt.Key.Key_Return)
    window = page.window()

    assert opened.args == [page.list.hits.rows[0]]
    assert isinstance(window, MainWindow)
    assert window.page is not page


def test_the_keys_go_down_into_the_list_and_back_up(search_page: Open) -> None:
    page = search_page()
    press(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    press(page.list, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Up)
    press(page.list, Qt.Key.Key_Up)

    assert page.field.hasFocus()


def test_more_comes_as_the_list_is_scrolled_and_none_twice(search_page: Open, registers: Registers) -> None:
    for number in range(230, 460):
        registers.issue(number)
    page = search_page()
    model = page.list.hits
    typed(page, "viec chung")
    page.list.scrollToBottom()
    while model.canFetchMore(model.index(-1, 0)):
        model.fetchMore(model.index(-1, 0))

    assert len(model.rows) == len({hit.record for hit in model.rows}) == 230
    assert [hit.place for hit in model.rows] == sorted((hit.place for hit in model.rows), reverse=True)


def test_a_search_is_saved_counted_and_forgotten_with_a_way_back(search_page: Open) -> None:
    page = search_page()
    typed(page, "tinh gon")
    page.save_wanted.emit(page.search)
    dialog = page.window().findChild(QDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "tinh gon"
    press(line, Qt.Key.Key_Return)
    views = [button for button in page.findChildren(QPushButton) if button.accessibleName() == "tinh gon, 2"]
    assert views

    typed(page, "mời họp")
    views[0].click()
    assert page.field.text() == "tinh gon"
    assert len(page.list.hits.rows) == 2


def test_what_the_window_is_built_anew_for_leaves_the_search_where_it_was(search_page: Open, qtbot: QtBot) -> None:
    page = search_page()
    typed(page, "229cv")
    window = page.window()
    assert isinstance(window, MainWindow)
    window.speak("en")
    qtbot.waitUntil(lambda: window.page is not page)
    room = window.rooms["search"]
    assert isinstance(room, SearchRoom)

    assert room.page.field.text() == "229cv"
    assert room.page.count.text() == "2 documents"


def test_the_newest_question_wins_and_older_answers_are_dropped(registers: Registers, qtbot: QtBot) -> None:
    runner = ThreadRunner()
    finder, seen = Finder(registers.desk, runner, runner), list[str]()

    def ask(text: str) -> None:
        finder.find(
            Search(text),
            lambda found: seen.append(f"{text} {len(found.hits)}"),
            lambda counts: seen.append(f"{text} {counts.total} counted"),
            lambda error: pytest.fail(str(error)),
        )

    for text in ("t", "ti", "tin", "tinh gon"):
        ask(text)
    qtbot.waitUntil(lambda: len(seen) == 2)
    finder.finish()

    assert seen == ["tinh gon 2", "tinh gon 2 counted"]
