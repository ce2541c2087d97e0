"""A window with the sample office behind it, its clerk at the desk, each call made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from support.seats import sit
from support.windows import press

from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.outgoing_room import OutgoingRoom
from vpdesk.ui.pages.outgoing_page import OutgoingPage

CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)


class Clerk:
    """Somebody at the keyboard of a window, in the place of the outgoing register."""

    def __init__(self, window: MainWindow, application: QApplication) -> None:
        self.window, self._application = window, application

    @property
    def room(self) -> OutgoingRoom:
        """The room of the register."""
        room = self.window.room_of("outgoing")
        assert isinstance(room, OutgoingRoom)
        return room

    @property
    def page(self) -> OutgoingPage:
        """The list."""
        return self.room.page

    @property
    def dialog(self) -> QDialog:
        """The dialog that is open."""
        open_now = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        assert open_now, "no dialog is open"
        return open_now[-1]

    @property
    def has_dialog(self) -> bool:
        """Whether a dialog is open."""
        return any(one.isVisible() for one in self.window.findChildren(QDialog))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        if not self.has_dialog:
            self.window.activateWindow()  # without a window manager nobody does when a dialog goes
            self._application.processEvents()
        focus = self._application.focusWidget() or self.window.focusWidget()
        assert focus is not None, "the keys go nowhere"
        press(focus, key, modifier)
        self._application.processEvents()

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        from support.windows import type_text

        focus = self._application.focusWidget()
        assert focus is not None
        type_text(focus, words)
        self._application.processEvents()

    def said(self) -> str:
        """What the message bar says."""
        return self.window._message_bar._words.accessibleName()


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
