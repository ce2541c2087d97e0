"""Those who want to write take turns, and nothing but their waiting hangs on it."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Thread

import pytest

from vpdesk.db.turns import in_turn

LONG = 30.0


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store would be."""
    return tmp_path / "vpdesk.sqlite3"


def test_whoever_comes_second_passes_when_the_first_has_passed(store: Path) -> None:
    order: list[str] = []

    def come_second() -> None:
        with in_turn(store, time.monotonic() + LONG):
            order.append("second")

    second = Thread(target=come_second)
    with in_turn(store, time.monotonic() + LONG):
        second.start()
        second.join(0.05)
        order.append("first")
    second.join()

    assert order == ["first", "second"]


def test_nobody_waits_longer_than_his_patience(store: Path) -> None:
    with in_turn(store, time.monotonic() + LONG):
        began = time.monotonic()
        with in_turn(store, began + 0.02):
            assert time.monotonic() - began < LONG


def test_where_no_turnstile_can_be_had_everybody_passes(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "vpdesk.sqlite3"
    with in_turn(nowhere, time.monotonic() + LONG), in_turn(nowhere, time.monotonic() + LONG):
        assert not nowhere.parent.exists()
