"""The program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.needs import ROOT

MODULE = (sys.executable, "-m", "vpdesk")
"""How to start the program without installing it."""


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with these changes; no warning passes unseen."""
    return {**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT), **changes}


def run_program(
    *arguments: str | Path, start: tuple[str, ...] = MODULE, cwd: Path | None = None, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run vpdesk with these arguments and environment changes, and give back what it said."""
    return subprocess.run(
        [*start, *map(str, arguments)],
        env=environment(**changes),
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def run_python(script: str, *arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines of Python that may import the program."""
    return run_program(*arguments, start=(sys.executable, "-c", script), cwd=None, **changes)
