"""The pages on their desk: zoom, turning, keeping the place, outlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.builders import a_long_body, a_paragraph

from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.arrangement import Fit
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look


@pytest.fixture
def view(look: Look, desk: Desk, qtbot: QtBot) -> PreviewView:
    view = PreviewView(look, Glyphs(desk.fonts))
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def shown(view: PreviewView, laid_out: Callable[..., LaidOut]) -> PreviewView:
    """A view with a document of several pages in it."""
    view.show_document(laid_out(body=a_long_body(2500)).document)
    assert view.page_count > 3
    return view


def wheel(view: PreviewView, at: QPointF, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    place = view.viewport().mapToGlobal(at)
    turn = QPoint(0, 120 * notches)
    event = QWheelEvent(
        at, place, QPoint(), turn, Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)


def test_nothing_is_shown_before_a_document_is(view: PreviewView) -> None:
    assert (view.page_count, view.current_page, view.accessibleDescription()) == (0, 0, "")
    view.turn_to(3)
    view.outline("6")
    assert view.current_page == 0


def test_turning_goes_to_the_top_of_a_page_and_stops_at_the_ends(shown: PreviewView) -> None:
    shown.turn_to(2)
    assert shown.current_page == 2
    assert shown.top.page == 2
    assert shown.top.y == pytest.approx(0, abs=20)
    shown.turn_to(99)
    assert shown.current_page == shown.page_count - 1
    shown.turn_to(-5)
    assert shown.current_page == 0


def test_the_last_page_is_the_current_one_even_where_it_cannot_come_to_the_top(shown: PreviewView) -> None:
    shown.set_zoom(0.25)
    last = shown.page_count - 1
    shown.turn_to(last)
    assert shown.current_page == last


def test_scrolling_makes_the_page_in_the_middle_the_current_one(shown: PreviewView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.turned):
        shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    assert shown.current_page == shown.page_count - 1


def test_each_page_has_an_accessible_text_with_its_components_in_order(shown: PreviewView) -> None:
    first = shown.accessibleDescription().splitlines()
    assert [line.split(":")[0] for line in first[:3]] == ["Cơ quan ban hành", "Số và ký hiệu", "Trích yếu"]
    shown.turn_to(1)
    assert shown.accessibleDescription().splitlines() != first


def test_the_wheel_with_ctrl_zooms_about_the_mouse(shown: PreviewView) -> None:
    shown.set_zoom(1.0)
    shown.turn_to(1)
    at = QPointF(400, 300)
    before = shown._spot(at)
    wheel(shown, at, 2, Qt.KeyboardModifier.ControlModifier)
    after = shown._spot(at)
    assert shown.factor == pytest.approx(1.21)
    assert after.page == before.page
    assert after.y == pytest.approx(before.y, abs=1)


def test_the_wheel_alone_scrolls(shown: PreviewView) -> None:
    factor = shown.factor
    wheel(shown, QPointF(400, 300), -3, Qt.KeyboardModifier.NoModifier)
    assert shown.factor == factor
    assert shown.verticalScrollBar().value() > 0


def test_zooming_keeps_the_middle_of_the_window(shown: PreviewView) -> None:
    shown.turn_to(2)
    shown.set_zoom(1.0)
    middle = QPointF(shown.viewport().rect().center())
    before = shown._spot(middle)
    for direction in (+1, +1, -1):
        shown.zoom_step(direction)
        after = shown._spot(middle)
        assert after.page == before.page
        assert after.y == pytest.approx(before.y, abs=2)


def test_a_fit_follows_the_window_and_a_chosen_size_does_not(shown: PreviewView) -> None:
    shown.resize(700, 600)
    narrow = shown.factor
    shown.resize(800, 600)
    assert shown.factor > narrow
    shown.set_zoom(1.5)
    shown.resize(700, 600)
    assert shown.factor == 1.5


def test_a_page_fitted_whole_is_wholly_in_sight(shown: PreviewView) -> None:
    shown.turn_to(1)
    shown.set_zoom(Fit.PAGE)
    sheet = shown._arrangement.sheets[1]
    top = shown.verticalScrollBar().value()
    assert top <= sheet.y
    assert sheet.y + sheet.height <= top + shown.viewport().height()


def test_a_new_document_is_shown_at_the_same_place(shown: PreviewView, laid_out: Callable[..., LaidOut]) -> None:
    shown.set_zoom(1.25)
    shown.turn_to(2)
    shown.scroll_screen(1)
    before = shown.top
    shown.show_document(laid_out(place="Nơi khác", body=a_long_body(2500)).document)
    assert shown.top == before
    assert shown.factor == 1.25


def test_a_shorter_document_is_shown_at_its_end(shown: PreviewView, laid_out: Callable[..., LaidOut]) -> None:
    shown.turn_to(3)
    shown.show_document(laid_out().document)
    assert (shown.page_count, shown.current_page) == (1, 0)


def test_the_space_bar_reads_on_and_back(shown: PreviewView) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Space)
    moved = shown.verticalScrollBar().value()
    assert 0 < moved < shown.viewport().height()
    QTest.keyClick(shown, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert shown.verticalScrollBar().value() == 0


def test_an_outlined_component_comes_into_sight_with_a_frame(
    view: PreviewView, laid_out: Callable[..., LaidOut], look: Look
) -> None:
    view.show_document(laid_out(body=a_long_body(900)).document)
    view.outline("7c")
    assert view.current_page == view.page_count - 1
    framed = view.viewport().grab().toImage()
    view.outline(None)
    bare = view.viewport().grab().toImage()
    frame = look.colour("focus")

    def near(colour: QColor) -> bool:
        apart = colour.red() - frame.red(), colour.green() - frame.green(), colour.blue() - frame.blue()
        return all(abs(part) < 40 for part in apart)

    columns, rows = range(framed.width()), range(framed.height())
    tinted = [(x, y) for y in rows for x in columns if near(QColor(framed.pixel(x, y)))]
    assert len(tinted) > 100
    assert not any(near(QColor(bare.pixel(x, y))) for x, y in tinted)


def test_only_pages_in_sight_are_prepared(
    look: Look, desk: Desk, qtbot: QtBot, laid_out: Callable[..., LaidOut]
) -> None:
    glyphs = Glyphs(desk.fonts)
    view = PreviewView(look, glyphs)
    qtbot.addWidget(view)
    view.resize(900, 600)
    document = laid_out(body=a_long_body(6000)).document
    view.show_document(document)
    view.grab()
    assert 0 < len(glyphs._lines) < sum(1 for page in document.pages for _ in page.lines()) / 4


def _settled(view: PreviewView) -> QImage:
    """What the view shows once it has pictured all it wants to."""
    while view._idle.isActive():
        QApplication.processEvents()
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("zoom", [0.37, 1.0, 1.73])
def test_a_page_shown_from_its_picture_is_the_page_painted_anew(shown: PreviewView, zoom: float) -> None:
    shown.set_zoom(zoom)
    _settled(shown)
    shown.turn_to(1)
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().value() + 37)
    shown._pictures.forget()
    painted = shown.viewport().grab().toImage()
    assert _settled(shown) == painted
    assert shown._pictures._pictures


def test_the_pages_in_sight_and_one_on_either_side_are_pictured(shown: PreviewView) -> None:
    shown.set_zoom(1.0)
    shown.turn_to(2)
    shown.scroll_screen(1)
    _settled(shown)
    assert [page in shown._pictures._pictures for page in shown._pages[:5]] == [False, True, True, True, False]


def test_a_page_that_stays_keeps_its_picture_and_a_changed_one_gets_another(
    shown: PreviewView, laid_out: Callable[..., LaidOut]
) -> None:
    shown.set_zoom(0.25)
    shown.turn_to(shown.page_count - 1)
    _settled(shown)
    before = dict(shown._pictures._pictures)
    other = laid_out().document
    pages = (*shown._pages[:-1], other.pages[0])
    shown.show_document(replace(other, pages=pages))
    _settled(shown)
    after = shown._pictures._pictures
    stayed = [page for page in pages[:-1] if page in after and page in before]

    assert stayed
    assert all(after[page] is before[page] for page in stayed)
    assert pages[-1] in after


def test_pictures_stay_within_their_bound_however_large_the_zoom(shown: PreviewView) -> None:
    for zoom in (0.5, 2.0, 8.0):
        shown.set_zoom(zoom)
        _settled(shown)
        pixels = sum(one.width() * one.height() for one in shown._pictures._pictures.values())
        assert pixels < 17_000_000
    assert not shown._pictures._pictures


def test_pictures_follow_a_change_of_look(shown: PreviewView, look: Look) -> None:
    _settled(shown)
    look.wear("dark", 10)
    shown._pictures.forget()
    painted = shown.viewport().grab().toImage()
    look.wear("light", 10)
    _settled(shown)
    look.wear("dark", 10)
    assert _settled(shown) == painted


def test_the_ring_shows_for_the_keys_and_not_for_the_mouse(shown: PreviewView, qtbot: QtBot) -> None:
    for reason, ring in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        shown.clearFocus()
        assert shown.property("ring") is False
        shown.setFocus(reason)
        qtbot.waitUntil(shown.hasFocus)
        assert shown.property("ring") is ring


def test_the_page_is_white_in_both_themes(shown: PreviewView, look: Look) -> None:
    for theme in ("light", "dark"):
        look.wear(theme, 10)
        image = shown.viewport().grab().toImage()
        assert QColor(image.pixel(image.width() // 2, 40)) == QColor("white")
        assert QColor(image.pixel(3, 3)) == look.colour("sunken")


def test_a_bare_document_has_text_but_no_numbers_invented(view: PreviewView, laid_out: Callable[..., LaidOut]) -> None:
    view.show_document(laid_out(body=(a_paragraph("Một đoạn."),), addressees=()).document)
    assert "Nội dung: Một đoạn." in view.accessibleDescription()
    assert "Kính gửi" not in view.accessibleDescription()
