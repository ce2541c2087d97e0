"""A window on the sample office, the clerk at the desk, some arrivals in the register, each call made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import cast

import pytest
from support.arrivals import CHRISTMAS_EVE, LETTER, Register, Seated
from support.keyboard import Key, Keyboard
from support.seats import sit

from vpdesk.paths import Places
from vpdesk.services import office, receiving
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.main_window import MainWindow


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of the sample office, the clerk at it; each look at its clock finds it a second later."""
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
def registered(own_desk: Desk) -> Register:
    """Registers a letter of the province, with these members in place of its own."""
    return lambda **members: receiving.register(own_desk, replace(LETTER, **members))


@pytest.fixture
def window(make: Callable[..., MainWindow], own_desk: Desk) -> MainWindow:
    """The window, on the register of arrivals."""
    made = make(desk=own_desk)
    made.begin()
    made.enter("arrivals")
    return made


@pytest.fixture
def sits(make: Callable[..., MainWindow], own_desk: Desk, tmp_path: Path) -> Callable[[str], Seated]:
    """Lets an officer sit at a window of his own, on the register of arrivals."""

    def sit_there(name: str) -> Seated:
        sit(own_desk, name)
        made = make(desk=own_desk)
        made.begin()
        made.enter("arrivals")
        return Seated(made, cast("ArrivalsRoom", made.room_of("arrivals")), Keyboard(made, tmp_path))

    return sit_there


@pytest.fixture
def room(window: MainWindow) -> ArrivalsRoom:
    """The room of arrivals."""
    return cast("ArrivalsRoom", window.room_of("arrivals"))


@pytest.fixture
def keyboard(window: MainWindow, tmp_path: Path) -> Keyboard:
    """A keyboard on the window."""
    return Keyboard(window, tmp_path)


@pytest.fixture
def in_form(keyboard: Keyboard) -> Keyboard:
    """A keyboard on the window that shows the form, which was asked for by F3."""
    keyboard.press(Key.Key_F3)
    return keyboard
