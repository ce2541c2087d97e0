"""A store that was damaged: said so, and the newest backup is one key away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton
from support.windows import is_at_desk, part

from vpdesk.services.desk import Desk
from vpdesk.services.store import back_up
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_backup_brings_the_drafts_back_and_the_damaged_store_is_kept(
    make: Callable[..., MainWindow], own_desk: Desk, begun: Callable[..., UUID], language: str
) -> None:
    draft = begun()
    back_up(own_desk)
    own_desk.close()
    own_desk.places.database.write_bytes(b"damaged" * 5000)
    window = make(desk=replace(own_desk), language=language)
    window.begin()
    strip = part(window, Strip)
    assert strip.isVisible()
    assert str(own_desk.places.database) in strip._what.text()
    part(strip, QPushButton).click()

    assert window.room is not None
    assert is_at_desk(window)
    assert [row.id for row in window.room.list.model.rows] == [draft]
    (copy,) = own_desk.places.backups.iterdir()
    assert copy.name in part(window, MessageBar)._words.accessibleName()
    kept = [path for path in own_desk.places.data.iterdir() if "damaged" in path.name]
    assert [path.read_bytes()[:7] for path in kept] == [b"damaged"]
