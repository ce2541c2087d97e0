"""A program that dies while somebody types."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.typist import typing_run

RUNS = int(os.environ.get("VPDESK_KILLS", "5"))


@pytest.mark.parametrize("seed", range(RUNS))
def test_nothing_older_than_a_second_is_missing_after_a_kill(seed: int, tmp_path: Path) -> None:
    killed = typing_run(seed, tmp_path)

    assert killed.typed
    assert not killed.lost, killed
