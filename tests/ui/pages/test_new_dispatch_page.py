"""What a new dispatch can begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch
from support.windows import compose, press, type_text

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.templates import Template
from vpdesk.layout.frame import PagedDocument
from vpdesk.paths import resource
from vpdesk.services.templates import load_templates
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.new_dispatch_page import EarlierDispatch, NewDispatchPage
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.gallery import Card, Gallery
from vpdesk.words.catalogue import choose_language

LETTER = EarlierDispatch(UUID(int=1), "Công văn 12-CV/BTGHU", "mở lớp bồi dưỡng", date(2024, 12, 24))


@pytest.fixture(scope="module")
def templates() -> tuple[Template, ...]:
    """The shipped templates."""
    return load_templates(resource("templates"))


@pytest.fixture
def asked() -> list[Template | EarlierDispatch]:
    """The choices whose pages were asked for."""
    return []


@pytest.fixture
def page(
    look: Look,
    icons: Icons,
    glyphs: Glyphs,
    pages_of: Callable[[Dispatch], PagedDocument],
    templates: tuple[Template, ...],
    asked: list[Template | EarlierDispatch],
    qtbot: QtBot,
) -> NewDispatchPage:
    """The page with every template and an earlier dispatch, shown and active, each page laid out when it is asked."""

    def give(choice: Template | EarlierDispatch) -> None:
        asked.append(choice)
        made.show_pages(choice, pages_of(choice.dispatch if isinstance(choice, Template) else a_dispatch()))

    made = NewDispatchPage(look, icons, glyphs, {})
    qtbot.addWidget(made)
    made.wanted.connect(give)
    made.offer(templates, (LETTER,))
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.begin()
    return made


@pytest.fixture
def taken(page: NewDispatchPage) -> list[Template | UUID]:
    """What was chosen."""
    told: list[Template | UUID] = []
    page.chosen.connect(told.append)
    return told


def _shown(gallery: Gallery) -> list[str]:
    model = gallery.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _in_hand(page: NewDispatchPage) -> str:
    card = page.gallery.chosen
    assert card is not None
    return card.name


def _settle() -> None:
    for _turn in range(200):
        QApplication.processEvents()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, page: NewDispatchPage) -> None:
    check: Callable[[object], None] = qtmodeltester.check
    check(page.gallery.model())
    type_text(page.search, "bao")


def test_templates_stand_in_their_groups_and_earlier_dispatches_in_theirs(
    page: NewDispatchPage, templates: tuple[Template, ...]
) -> None:
    shown = _shown(page.gallery)
    assert len(shown) == len(templates) + 1 + 6
    assert shown[0] == "Chỉ đạo, hướng dẫn"
    assert shown[-2:] == ["Theo văn bản cũ", LETTER.name]


def test_enter_takes_the_first_one_at_once(page: NewDispatchPage, taken: list[Template | UUID]) -> None:
    press(page.search, Qt.Key.Key_Return)
    assert [one.key for one in taken if isinstance(one, Template)] == ["cong-van"]


def test_typing_finds_without_accents_the_nearest_first(page: NewDispatchPage, taken: list[Template | UUID]) -> None:
    type_text(page.search, "bao cao")
    assert _shown(page.gallery)[:2] == ["Báo cáo, tờ trình", "Báo cáo"]
    press(page.search, Qt.Key.Key_Enter)
    assert [one.document_type for one in taken if isinstance(one, Template)] == ["BC"]


@pytest.mark.parametrize("typed", ["gm", "giay moi", "Giấy mời", "invitation", "moi giay"])
def test_a_template_is_found_by_initials_parts_and_either_language(page: NewDispatchPage, typed: str) -> None:
    type_text(page.search, typed)
    assert _in_hand(page) == "Giấy mời"


def test_an_earlier_dispatch_is_found_and_taken_by_its_id(page: NewDispatchPage, taken: list[Template | UUID]) -> None:
    type_text(page.search, "lop boi duong 12-cv")
    press(page.search, Qt.Key.Key_Return)
    assert taken == [LETTER.id]


def test_nothing_found_is_said_with_what_to_do(page: NewDispatchPage, taken: list[Template | UUID]) -> None:
    blank = page.grab().toImage()
    type_text(page.search, "qqq")
    assert not _shown(page.gallery)
    assert page.grab().toImage() != blank
    press(page.search, Qt.Key.Key_Return)
    assert not taken
    press(page.search, Qt.Key.Key_Backspace)
    for _letter in range(2):
        press(page.search, Qt.Key.Key_Backspace)
    assert _in_hand(page) == "Công văn"


def test_arrows_walk_the_cards_past_the_headings_while_the_line_keeps_the_keys(page: NewDispatchPage) -> None:
    walked = [_in_hand(page)]
    for _step in range(40):
        press(page.search, Qt.Key.Key_Right)
        if _in_hand(page) == walked[-1]:
            break
        walked.append(_in_hand(page))
    groups = {one.group.vi for one in load_templates(resource("templates"))} | {"Theo văn bản cũ"}
    assert walked == [name for name in _shown(page.gallery) if name not in groups]
    assert page.search.hasFocus()
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(page.search, key)
    press(page.search, Qt.Key.Key_Down)
    assert page.gallery.chosen is not None


def test_letters_typed_among_the_cards_go_to_the_line(page: NewDispatchPage) -> None:
    page.gallery.setFocus()
    type_text(page.gallery, "k")
    assert page.search.hasFocus()
    type_text(page.search, "et luan")
    assert _in_hand(page) == "Kết luận"


def test_what_an_input_method_composes_filters_when_it_is_given_over(page: NewDispatchPage) -> None:
    everything = _shown(page.gallery)
    compose(page.search, "biê")
    assert _shown(page.gallery) == everything
    compose(page.search, committed="biên b")
    assert _in_hand(page) == "Biên bản"


def test_escape_leaves_from_anywhere(page: NewDispatchPage) -> None:
    left: list[None] = []
    page.cancelled.connect(lambda: left.append(None))
    type_text(page.search, "x")
    for one in (page.search, page.gallery, page.view):
        one.setFocus()
        press(one, Qt.Key.Key_Escape)
    assert len(left) == 3


def test_two_clicks_take_a_card(page: NewDispatchPage, taken: list[Template | UUID]) -> None:
    place = page.gallery.visualRect(page.gallery.model().index(2, 0)).center()
    QTest.mouseClick(page.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not taken
    QTest.mouseDClick(page.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [one.key for one in taken if isinstance(one, Template)] == ["ke-hoach"]


def test_pages_are_asked_for_once_and_only_of_what_is_in_sight(
    page: NewDispatchPage, asked: list[Template | EarlierDispatch], templates: tuple[Template, ...]
) -> None:
    _settle()
    assert 0 < len(asked) < len(templates)
    page.gallery.scrollToBottom()
    _settle()
    assert asked[-1] is LETTER
    assert len({id(one) for one in asked}) == len(asked)


def test_the_first_page_stands_small_on_its_card_and_large_beside(
    page: NewDispatchPage, templates: tuple[Template, ...]
) -> None:
    page.offer((), ())
    page.offer(templates[:1], ())
    bare = page.gallery.grab().toImage()
    assert page.view.page_count == 0
    _settle()
    assert page.gallery.grab().toImage() != bare
    assert page.view.page_count == 1


def test_a_narrow_page_leaves_the_room_to_the_cards(page: NewDispatchPage) -> None:
    page.resize(900, 560)
    _settle()
    assert not page.view.isVisible()
    assert page.gallery.width() == 900
    assert page.gallery.horizontalScrollBar().maximum() == 0


def test_the_same_offer_again_changes_nothing_and_another_keeps_what_is_in_hand(
    page: NewDispatchPage, templates: tuple[Template, ...], asked: list[Template | EarlierDispatch]
) -> None:
    _settle()
    type_text(page.search, "to")
    in_hand, before = _in_hand(page), len(asked)
    page.offer(templates, (LETTER,))
    assert (_in_hand(page), len(asked)) == (in_hand, before)
    page.offer(templates[::-1], ())
    assert _in_hand(page) == in_hand


def test_what_is_offered_again_keeps_its_pages_and_what_goes_hands_over_to_the_next(
    page: NewDispatchPage, templates: tuple[Template, ...], asked: list[Template | EarlierDispatch]
) -> None:
    _settle()
    press(page.search, Qt.Key.Key_Right)
    shown, before = _shown(page.gallery), len(asked)
    gone = next(one for one in templates if one.name.vi == _in_hand(page))
    page.offer(tuple(replace(one) for one in templates if one is not gone), (LETTER,))
    assert _shown(page.gallery) == [name for name in shown if name != gone.name.vi]
    assert _in_hand(page) == shown[shown.index(gone.name.vi) + 1]
    assert page.view.page_count > 0
    assert not {one.key for one in asked[before:] if isinstance(one, Template)} & {
        one.key for one in asked[:before] if isinstance(one, Template)
    }


def test_a_card_says_what_it_is_for(page: NewDispatchPage) -> None:
    index: QModelIndex = page.gallery.model().index(1, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Công văn. Đề nghị các cơ quan, đơn vị làm một số việc và báo cáo kết quả"
    assert page.gallery.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None


def test_the_page_speaks_english_too(page: NewDispatchPage, templates: tuple[Template, ...]) -> None:
    choose_language("en", resource("locale"))
    page.offer(templates[:3], ())
    assert _shown(page.gallery)[:2] == ["Direction and guidance", "Official letter"]


def test_a_long_name_and_a_long_subject_end_in_their_card(page: NewDispatchPage) -> None:
    page.gallery.offer((Card(1, "g", "Công văn " * 40, "tuyên truyền " * 90, "24/12/2024"),), "")
    assert not page.gallery.grab().isNull()
    assert page.gallery.verticalScrollBar().maximum() == 0
