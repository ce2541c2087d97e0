"""Start: the process to its first painted window and its memory there, and what `--version` costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.measure import Row, again, medians

_ROOT = Path(__file__).resolve().parent.parent


def rows(*, rounds: int) -> Iterator[Row]:
    """Every row about starting."""
    memory: dict[str, list[int]] = {"desk": [], "bare": []}
    with tempfile.TemporaryDirectory() as data:

        def first_paint(kind: str) -> Callable[[], None]:
            return lambda: memory[kind].append(int(_run("-m", "bench.first_paint", kind, data)))

        ours, bare = medians(rounds, again(first_paint("desk")), again(first_paint("bare")))
        version, empty = medians(rounds, again(lambda: _run("main.py", "--version")), again(lambda: _run("-c", "pass")))
    yield Row("start → first painted window", ours, "bare window", bare, "≤ 1.5")
    yield Row(
        "memory there", median(memory["desk"]) / 1000, "bare window", median(memory["bare"]) / 1000, "≤ 1.3", "MB"
    )
    yield Row("vpdesk --version", version, "python -c pass", empty, "≤ 2.0")


def _run(*arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=_ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout
