"""Marks over the pages: what changed, remarks with their numbers, words chosen with the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.builders import a_long_body

from vpdesk.layout.spots import Area, Spot, areas_of
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.marks import Mark, MarkKind
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look


@pytest.fixture
def paper(laid_out: Callable[..., LaidOut]) -> LaidOut:
    return laid_out(body=a_long_body(2500))


@pytest.fixture
def view(look: Look, desk: Desk, qtbot: QtBot, paper: LaidOut) -> PreviewView:
    view = PreviewView(look, Glyphs(desk.fonts))
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.show_document(paper.document)
    view.set_zoom(1.0)
    view.turn_to(0)
    return view


@pytest.fixture
def words(paper: LaidOut, desk: Desk) -> Callable[[int, int, int], tuple[Area, ...]]:
    def words(block: int, start: int, end: int) -> tuple[Area, ...]:
        return areas_of(paper.document, Spot("6", block=block, offset=start), end, desk.fonts)

    return words


def seen(view: PreviewView) -> QImage:
    return view.viewport().grab().toImage()


def at(view: PreviewView, area: Area, x: float = 0.5, y: float = 0.5) -> QPoint:
    """The point of the viewport at these shares of an area."""
    sheet, scale = view._arrangement.sheets[area.page], view._arrangement.scale
    place = QPointF(sheet.x + (area.x + x * area.width) * scale, sheet.y + (area.y + y * area.height) * scale)
    return (place - view._origin()).toPoint()


def colours(image: QImage, *, left: int, right: int, y: int) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(left, right)}


@pytest.mark.parametrize(
    ("kind", "tint", "bar"),
    [(MarkKind.ADDED, "#ddf1e5", "#1f6b47"), (MarkKind.CHANGED, "#dbe8f8", "#1d4e89")],
)
def test_changed_words_are_tinted_with_a_bar_in_the_margin(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], kind: MarkKind, tint: str, bar: str
) -> None:
    (area,) = words(0, 4, 20)
    before = seen(view)
    view.show_marks((Mark(kind, (area,)),))
    image, middle, top = seen(view), at(view, area), at(view, area, y=0.05)

    assert tint in colours(image, left=top.x() - 10, right=top.x() + 10, y=top.y())
    assert bar in colours(image, left=60, right=at(view, area, x=0).x(), y=middle.y())
    assert bar not in colours(before, left=0, right=before.width(), y=middle.y())
    view.show_marks(())
    assert seen(view) == before


def test_a_tint_leaves_the_letters_black(view: PreviewView, words: Callable[..., tuple[Area, ...]]) -> None:
    view.set_zoom(2.0)
    (area,) = words(0, 4, 20)

    def darkest() -> int:
        image, top, foot = seen(view), at(view, area, 0, 0), at(view, area, 1, 1)
        points = ((x, y) for x in range(top.x(), foot.x()) for y in range(top.y(), foot.y()))
        return min(QColor(image.pixel(*point)).lightness() for point in points)

    before = darkest()
    view.show_marks((Mark(MarkKind.ADDED, (area,)),))
    assert darkest() == before


def test_words_that_are_gone_have_a_red_caret_at_their_place(
    view: PreviewView, words: Callable[..., tuple[Area, ...]]
) -> None:
    (area,) = words(0, 9, 9)
    view.show_marks((Mark(MarkKind.REMOVED, (area,)),))
    image, place, foot = seen(view), at(view, area), at(view, area, y=0.98)

    assert "#b0271f" in colours(image, left=60, right=place.x() - 30, y=place.y())
    assert "#b0271f" in colours(image, left=foot.x() - 4, right=foot.x() + 5, y=foot.y())


def test_a_remark_is_a_numbered_badge_and_its_words_show_while_it_is_chosen(
    view: PreviewView, words: Callable[..., tuple[Area, ...]]
) -> None:
    (area,) = words(0, 4, 20)
    top = at(view, area, y=0.05)
    for chosen in (False, True):
        view.show_marks((Mark(MarkKind.REMARK, (area,), 1, chosen),))
        image = seen(view)
        tinted = "#fce9be" in colours(image, left=top.x() - 10, right=top.x() + 10, y=top.y())
        disc = {False: "#1d4e89", True: "#8a5200"}[chosen]
        assert tinted is chosen
        assert disc in colours(image, left=top.x() + 200, right=image.width(), y=at(view, area).y())


def badge(view: PreviewView, area: Area) -> QPoint:
    """The middle of the badge beside an area."""
    sheet, scale = view._arrangement.sheets[area.page], view._arrangement.scale
    x = sheet.x + sheet.width - 21 * scale - view._origin().x()
    return QPoint(round(x), at(view, area).y())


@pytest.mark.parametrize("zoom", [0.6, 1.0])
def test_a_click_on_a_badge_chooses_its_remark(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], qtbot: QtBot, zoom: float
) -> None:
    view.set_zoom(zoom)
    first, second = words(0, 4, 20), words(2, 4, 20)
    view.show_marks((Mark(MarkKind.REMARK, first, 1), Mark(MarkKind.REMARK, second, 2)))
    with qtbot.assertNotEmitted(view.clicked), qtbot.waitSignal(view.mark_chosen) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=badge(view, second[0]))
    assert told.args == [2]
    with qtbot.assertNotEmitted(view.mark_chosen), qtbot.waitSignal(view.clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, first[0]))


def test_badges_of_one_line_stand_below_one_another(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], qtbot: QtBot
) -> None:
    areas = words(0, 4, 20)
    view.show_marks((Mark(MarkKind.REMARK, areas, 1), Mark(MarkKind.REMARK, areas, 2)))
    with qtbot.waitSignal(view.mark_chosen) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=badge(view, areas[0]) + QPoint(0, 20))
    assert told.args == [2]


def test_marks_go_with_a_new_document_and_leave_the_pictures_alone(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], paper: LaidOut
) -> None:
    while view._idle.isActive():
        QApplication.processEvents()
    bare, pictures = seen(view), dict(view._pictures._pictures)
    view.show_marks((Mark(MarkKind.ADDED, words(0, 4, 20)),))
    assert seen(view) != bare
    assert view._pictures._pictures == pictures
    view.show_document(paper.document)
    assert seen(view) == bare


def test_a_place_is_brought_into_sight(view: PreviewView, words: Callable[..., tuple[Area, ...]]) -> None:
    (area,) = words(55, 4, 20)
    assert area.page > 1
    view.reveal(area)
    assert view.current_page == area.page
    assert view.viewport().rect().contains(at(view, area))
    place = view.top
    view.reveal(area)
    assert view.top == place


def drag(view: PreviewView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_words_are_chosen_whole_by_dragging_over_them(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], paper: LaidOut, qtbot: QtBot
) -> None:
    view.let_choose_words()
    text = " ".join(run.text for run in getattr(paper.dispatch.body[1], "runs", ()))
    start, end = text.index(" ", 6) + 1, text.index(" ", 24)
    (area,) = words(1, start + 1, end - 1)
    for ends in ((0.02, 0.98), (0.98, 0.02)):
        with qtbot.assertNotEmitted(view.clicked), qtbot.waitSignal(view.words_chosen) as told:
            drag(view, at(view, area, ends[0]), at(view, area, ends[1]))
        assert told.args == [Spot("6", block=1, offset=start), Spot("6", block=1, offset=end)]
    top = at(view, area, y=0.05)
    assert "#c4daf5" in colours(seen(view), left=top.x() - 10, right=top.x() + 10, y=top.y())
    view.forget_choice()
    assert "#c4daf5" not in colours(seen(view), left=0, right=800, y=top.y())


def test_words_beyond_their_paragraph_are_not_chosen(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], paper: LaidOut, qtbot: QtBot
) -> None:
    view.let_choose_words()
    text = "".join(run.text for run in getattr(paper.dispatch.body[0], "runs", ()))
    with qtbot.waitSignal(view.words_chosen) as told:
        drag(view, at(view, words(0, 4, 6)[0]), at(view, words(2, 100, 105)[0]))
    assert told.args is not None
    first, last = told.args
    assert (first.block, last.block) == (0, 0)
    assert last.offset == len(text)


def test_nothing_is_chosen_where_it_is_not_asked_for(
    view: PreviewView, words: Callable[..., tuple[Area, ...]], qtbot: QtBot
) -> None:
    (area,) = words(1, 4, 20)
    with qtbot.assertNotEmitted(view.words_chosen), qtbot.waitSignal(view.clicked):
        drag(view, at(view, area, 0.02), at(view, area, 0.98))
