"""The page list: live small pictures that know their page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from support.builders import a_long_body

from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.thumbnails import PageDelegate, PageModel, Thumbnails
from vpdesk.ui.style import Look


@pytest.fixture
def thumbnails(look: Look, desk: Desk, qtbot: QtBot) -> Thumbnails:
    thumbnails = Thumbnails(look, Glyphs(desk.fonts))
    qtbot.addWidget(thumbnails)
    thumbnails.resize(thumbnails.width(), 700)
    thumbnails.show()
    return thumbnails


def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, thumbnails: Thumbnails, laid_out: Callable[..., LaidOut]
) -> None:
    model = PageModel(thumbnails)
    check: Callable[[PageModel], None] = qtmodeltester.check
    check(model)
    model.set_document(laid_out(body=a_long_body(900)).document)
    check(model)
    model.set_document(laid_out().document)
    model.set_document(None)
    assert model.rowCount() == 0


def test_a_row_says_its_page_and_the_title(thumbnails: Thumbnails, laid_out: Callable[..., LaidOut]) -> None:
    thumbnails.show_document(laid_out().document)
    row = thumbnails.model().index(0, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Trang 1 trên 1, Công văn số 12-CV/BTGHU"
    assert row.data(Qt.ItemDataRole.DecorationRole) is None


def test_choosing_a_row_by_key_tells_the_page(
    thumbnails: Thumbnails, laid_out: Callable[..., LaidOut], qtbot: QtBot
) -> None:
    thumbnails.show_document(laid_out(body=a_long_body(1500)).document)
    thumbnails.mark(0)
    with qtbot.waitSignal(thumbnails.chosen) as told:
        QTest.keyClick(thumbnails, Qt.Key.Key_Down)
    assert told.args == [1]


def test_marking_a_page_tells_nobody(thumbnails: Thumbnails, laid_out: Callable[..., LaidOut], qtbot: QtBot) -> None:
    thumbnails.show_document(laid_out(body=a_long_body(1500)).document)
    with qtbot.assertNotEmitted(thumbnails.chosen):
        thumbnails.mark(2)
    assert thumbnails.currentIndex().row() == 2


def test_a_change_repaints_only_the_pages_it_touches(thumbnails: Thumbnails, laid_out: Callable[..., LaidOut]) -> None:
    body = a_long_body(1500)
    thumbnails.show_document(laid_out(body=body).document)
    thumbnails.grab()
    delegate = thumbnails.itemDelegate()
    assert isinstance(delegate, PageDelegate)
    before = {row: id(picture) for row, (_, picture) in delegate._pictures.items()}
    thumbnails.show_document(laid_out(body=(*body[:-1], body[0])).document)
    thumbnails.grab()
    after = {row: id(picture) for row, (_, picture) in delegate._pictures.items()}
    assert len(before) > 2
    assert after[0] == before[0]
    assert after[max(after)] != before[max(before)]
