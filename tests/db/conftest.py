"""Stores for the tests of the store itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vpdesk.db.store import Store, open_store


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A new store on each engine."""
    store = open_store(address)
    yield store
    store.close()
