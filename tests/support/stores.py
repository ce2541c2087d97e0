"""Stores on both engines, and desks that work with them at moments of the test's choosing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from support.postgres import Cluster, a_cluster
from vpdesk.domain.credentials import Hardness
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

ENGINES = ("sqlite", "postgresql")

CHRISTMAS_EVE = datetime(2024, 12, 24, 1, 30, tzinfo=UTC)
"""A morning at the office."""


CHEAP = Hardness(memory_kib=64, passes=1, lanes=1)
"""Real argon2id that nobody waits for."""


class TickingClock:
    """A clock that goes on by a second each time it is looked at, and further when a test wants it."""

    def __init__(self, moment: datetime = CHRISTMAS_EVE) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server of PostgreSQL for all tests of this process."""
    with a_cluster() as cluster:
        yield cluster


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine that a store may stand on."""
    return str(request.param)


@pytest.fixture
def address(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that does not exist yet, or is empty."""
    if engine == "sqlite":
        return f"sqlite:///{tmp_path / 'vpdesk.sqlite3'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.new_database()


@pytest.fixture
def clock() -> TickingClock:
    """The clock of the desks."""
    return TickingClock()


@pytest.fixture
def store_desk(address: str, clock: TickingClock, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a new store, on each engine."""
    desk = Desk(Places(tmp_path), Settings(database=address), clock, "máy 1", hardness=CHEAP)
    yield desk
    desk.close()


@pytest.fixture
def file_desk(tmp_path: Path, clock: TickingClock) -> Iterator[Desk]:
    """A desk whose store is a file in its own data folder."""
    desk = Desk(Places(tmp_path / "data"), Settings(), clock, "máy 1", hardness=CHEAP)
    yield desk
    desk.close()
