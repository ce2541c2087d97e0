"""What every test stands on: the rules, the desk, and chance that is the same each time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from vpdesk.paths import Places, resource
from vpdesk.services.desk import Desk
from vpdesk.services.rules import Packs, load_packs
from vpdesk.settings import Settings

pytest_plugins = ["support.stores"]

# Where no window can be drawn the tests that draw are left out; where one can be, it need not be seen.
collect_ignore = ["agreement", "ui"] if os.environ.get("VPDESK_NO_GUI") else []
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("vpdesk", derandomize=True, deadline=None, database=None)
settings.load_profile("vpdesk")


@pytest.fixture(scope="session")
def packs() -> Packs:
    """The rule packs of the program."""
    return load_packs(resource("rules"))


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with the usual settings and an empty data folder."""
    from support.stores import CHEAP  # a plugin: pytest wants to be the first to import it

    return Desk(Places(tmp_path_factory.mktemp("data")), Settings(), hardness=CHEAP)
