"""A window with the sample office behind it, each call made at once, and drafts to work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from support.builders import a_dispatch

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.office import Office
from vpdesk.paths import Places
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
from vpdesk.ui.drafting_room import DraftingRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage

CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk that the windows of a test stand at: its data folder is their own."""
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=lambda: CHRISTMAS_EVE)
    yield own
    own.close()


@pytest.fixture
def sample_office(own_desk: Desk) -> Office:
    """The sample office, founded."""
    return office.found_sample(own_desk)


@pytest.fixture
def begun(own_desk: Desk, sample_office: Office) -> Callable[..., UUID]:
    """Begins a draft of the sample office with these members; its id."""

    def begin(**members: Any) -> UUID:
        text: Dispatch = replace(a_dispatch(), number=None, **members)
        return drafting.begin(own_desk, text, sample_office.bodies[0].id).draft.id

    return begin


@pytest.fixture
def room(make: Callable[..., MainWindow], own_desk: Desk, sample_office: Office) -> DraftingRoom:
    """The drafting room of a window at the desk, the list in sight."""
    window = make(desk=own_desk)
    window.begin()
    assert window.room is not None
    window.room.show_list()
    return window.room


@pytest.fixture
def page(room: DraftingRoom, begun: Callable[..., UUID]) -> DraftPage:
    """A draft, open."""
    room.open_draft(begun())
    assert room.draft is not None
    return room.draft
