"""Start: the process to its first painted window, its memory there, to what waits on the desk; and `--version`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench import dispatches
from bench.measure import Round, Row, again, medians
from vpdesk.paths import Places
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

_ROOT = Path(__file__).resolve().parent.parent
_DRAFTS = 1000


def rows(*, rounds: int) -> Iterator[Row]:
    """Every row about starting."""
    memory: dict[str, list[int]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        nobody_waits, somebody = _found(Path(empty), drafts=0), _found(Path(full), drafts=_DRAFTS)

        def painted(kind: str, data: str = "", officer: str = "") -> Round:
            return again(lambda: memory[kind].append(int(_run("-m", "bench.first_paint", kind, data, officer))))

        bare, ours, filled, filled_empty = medians(
            rounds,
            painted("bare"),
            painted("desk", full),
            painted("filled", full, somebody),
            painted("filled", empty, nobody_waits),
        )
    version, nothing = medians(rounds, again(lambda: _run("main.py", "--version")), again(lambda: _run("-c", "pass")))
    megabytes = {kind: median(all_of_it) / 1000 for kind, all_of_it in memory.items()}
    yield Row("start → first painted window", ours, "bare window", bare, "≤ 1.5")
    yield Row("memory there", megabytes["desk"], "bare window", megabytes["bare"], "≤ 1.3", "MB")
    yield Row("start → the desk, 1,000 drafts", filled, "bare window", bare, "≤ 3.2")
    yield Row("start → the desk, 1,000 drafts", filled, "none in the store", filled_empty, "≤ 1.05")
    yield Row("vpdesk --version", version, "python -c pass", nothing, "≤ 2.0")


def started(kind: str, data: str = "", officer: str = "") -> Round:
    """A contestant: a process of `bench.first_paint` to its end."""
    return again(lambda: _run("-m", "bench.first_paint", kind, data, officer))


def _found(data: Path, *, drafts: int) -> str:
    """An office with so many drafts in its store, no subject like another; the id of their officer."""
    desk = Desk(Places(data), Settings())
    founded = office.found_sample(desk)
    body, sample = founded.bodies[0], replace(dispatches.sample(), number=None)
    for number in range(drafts):
        drafting.begin(desk, replace(sample, subject_summary=f"{sample.subject_summary} đợt {number}"), body.id)
    desk.close()
    return str(founded.officers[0].id)


def _run(*arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=_ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout
