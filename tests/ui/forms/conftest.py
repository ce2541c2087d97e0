"""Forms on a screen nobody sees: shown, active, on a day in December 2024."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vpdesk.paths import resource
from vpdesk.services.rules import Packs
from vpdesk.ui.forms.dispatch_form import DispatchForm
from vpdesk.ui.forms.known import Known
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

TODAY = date(2024, 12, 18)  # a Wednesday


@pytest.fixture
def icons(look: Look) -> Icons:
    """The icons of the look."""
    return Icons(resource("icons"), look)


@pytest.fixture
def today() -> Callable[[], date]:
    """The day on which the tests type."""
    return lambda: TODAY


@pytest.fixture
def stand(qtbot: QtBot) -> Callable[..., QWidget]:
    """Shows inputs under each other in an active window, the first of them in hand."""
    windows = []  # a widget without a Python name is gone

    def stand_up(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(340, 600)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        widgets[0].setFocus()
        return window

    return stand_up


@pytest.fixture
def known(packs: Packs) -> Known:
    """What the form may offer: the Party's types, and what was written before."""
    return Known(
        types=packs["party-2018"].types,
        rules=tuple((pack.title, pack.name) for pack in packs.values()),
        places={"Hà Ninh": 3},
        addressees={"Các chi bộ, đảng bộ trực thuộc": 5, "Ban Tuyên giáo Thành ủy": 2},
        recipients={"Như trên": 9},
        names={"Đỗ Khánh Linh": 4},
    )


@pytest.fixture
def form(look: Look, icons: Icons, today: Callable[[], date], known: Known, qtbot: QtBot) -> DispatchForm:
    """The form with what it may offer, shown and active."""
    made = DispatchForm(look, icons, today)
    qtbot.addWidget(made)
    made.offer(known)
    made.resize(made.width(), 860)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made
