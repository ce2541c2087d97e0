"""The smallest window with the largest type: nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch

from vpdesk.paths import Places
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import key_name

MakeWindow = Callable[..., MainWindow]


def _narrow(make: MakeWindow, desk: Desk, place: Path, *, founded: bool) -> MainWindow:
    own = replace(desk, places=Places(place))
    if founded:
        body = office.found_sample(own).bodies[0]
        drafting.begin(own, replace(a_dispatch(), number=None), body.id)
    own.close()
    window = make(desk=own, language="en", font_size=14)
    window.resize(window.minimumSize())
    window.begin()
    QTest.qWait(20)
    return window


def _area(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def test_the_questions_of_the_first_run_leave_the_page_its_room(make: MakeWindow, desk: Desk, tmp_path: Path) -> None:
    window = _narrow(make, desk, tmp_path / "data", founded=False)
    assert window.room is not None
    page = window.room.first_run
    assert page is not None

    assert not _area(window, page.own).intersects(_area(window, page.view))
    assert page.view.width() >= 300


def test_the_form_of_a_draft_gives_the_text_its_room(make: MakeWindow, desk: Desk, tmp_path: Path) -> None:
    window = _narrow(make, desk, tmp_path / "data", founded=True)
    assert window.room is not None
    window.room.list.open_chosen()
    QTest.qWait(20)
    page = window.room.draft
    assert page is not None

    form, text = _area(window, page.form), _area(window, page.editor)
    assert not form.intersects(text)
    assert window.rect().contains(text)


def test_text_and_page_take_turns_where_the_rail_or_the_page_list_takes_their_room(
    make: MakeWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = _narrow(make, desk, tmp_path / "data", founded=True)
    window.resize(1440, 900)
    assert window.room is not None
    window.room.list.open_chosen()
    page = window.room.draft
    assert page is not None

    def lie_apart() -> bool:
        shown = [one for one in (page.form, page.editor, page.view, page.thumbnails) if one.isVisible()]
        areas = [_area(window, one) for one in shown]
        apart = not any(one.intersects(other) for one, other in combinations(areas, 2))
        return apart and all(window.rect().contains(area) for area in areas)

    for act in ("page_list", "fold_rail"):
        window.acts[act].trigger()
        qtbot.waitUntil(lie_apart)


def test_buttons_leave_their_keys_out_rather_than_paint_over_their_words(
    make: MakeWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = _narrow(make, desk, tmp_path / "data", founded=True)
    buttons = [button for button in window.findChildren(ActButton) if button.isVisible()]

    assert buttons
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))


def test_the_enter_key_is_called_what_keyboards_call_it() -> None:
    assert key_name("Alt+Return") == "Alt+Enter"
