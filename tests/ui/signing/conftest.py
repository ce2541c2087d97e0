"""A window with the sample office behind it, the head at the desk, each call made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.seats import sit
from support.windows import press

from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.signing_page import SigningPage

CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)
Keys = Callable[..., None]


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of the sample office, the head at it; each look at its clock finds it a second later."""
    seconds = count()
    own = replace(
        desk,
        places=Places(tmp_path / "data"),
        settings=Settings(),
        clock=lambda: CHRISTMAS_EVE + timedelta(seconds=next(seconds)),
        seat=Seat(),
    )
    office.found_sample(own)
    sit(own, "Khôi")
    yield own
    own.close()


@pytest.fixture
def signing(make: Callable[..., MainWindow], own_desk: Desk, qtbot: QtBot) -> Callable[..., SigningPage]:
    """Opens the page of what waits, by Alt+3, and waits until the first of it counts as read."""

    def open_it(language: str = "vi") -> SigningPage:
        window = make(language, desk=own_desk)
        window.begin()
        press(window.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        assert window.signing is not None
        page = window.signing.page
        assert window.page is page
        row = page.queue.row
        if row is not None and row.waits_for_me:
            qtbot.waitUntil(lambda: (page.queue.row or row).read_version is not None)
        return page

    return open_it


@pytest.fixture
def keys(application: QApplication) -> Keys:
    """Presses a key where the focus is."""

    def press_it(
        page: SigningPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focus = page.window().focusWidget()
        assert focus is not None, "the keys go nowhere"
        press(focus, key, modifier)
        application.processEvents()

    return press_it
