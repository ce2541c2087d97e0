"""A window with the sample office behind it, its clerk at the desk, each call made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.clerk import Clerk
from support.seats import sit
from support.windows import press

from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow

CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of the sample office, its clerk at it; each look at its clock finds it a second later."""
    seconds = count()
    own = replace(
        desk,
        places=Places(tmp_path / "data"),
        settings=Settings(),
        clock=lambda: CHRISTMAS_EVE + timedelta(seconds=next(seconds)),
        seat=Seat(),
    )
    office.found_sample(own)
    sit(own, "Hạnh")
    yield own
    own.close()


@pytest.fixture
def clerk(make: Callable[..., MainWindow], own_desk: Desk, application: QApplication) -> Callable[..., Clerk]:
    """Opens the outgoing register by Alt+4."""

    def open_it(language: str = "vi", theme: str = "light") -> Clerk:
        window = make(language, theme, desk=own_desk)
        window.begin()
        press(window.focusWidget(), Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        one = Clerk(window, application)
        assert window.page is one.page
        return one

    return open_it
