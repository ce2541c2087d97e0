"""A window on the sample office with the case files of a year, its clerk at the desk, each call made at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.case_keeper import CaseKeeper
from support.case_office import CaseOffice, a_case_office
from support.seats import sit

from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.case_views import ALL, MINE

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
def at_office(own_desk: Desk) -> CaseOffice:
    """The list of a year, and documents that may lie in its files."""
    return a_case_office(own_desk)


@pytest.fixture
def keeper(make: Callable[..., MainWindow], own_desk: Desk, application: QApplication) -> Callable[..., CaseKeeper]:
    """Opens the case files by Alt+6, on those that the officer keeps."""

    def open_it(language: str = "vi", theme: str = "light") -> CaseKeeper:
        window = make(language, theme, desk=own_desk)
        window.begin()
        one = CaseKeeper(window, application)
        one.enter()
        assert window.page is one.files
        if one.files.view is ALL:
            one.files.choose_view(MINE)
        return one

    return open_it
