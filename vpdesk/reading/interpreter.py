"""How a module of ours is started in a process of its own, for the sake of a foreign file.

The process is the interpreter that runs the program. A program packed into one file has none to call, and must be
given another way in.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import vpdesk


def command(module: str, arguments: Sequence[str]) -> list[str]:
    """What starts a module with arguments."""
    return [sys.executable, "-m", module, *arguments]


def surroundings() -> dict[str, Any]:
    """What its process is given, for `subprocess`: no input, no window, our environment and where the program lies."""
    home = str(Path(vpdesk.__file__).parents[1])
    others = os.environ.get("PYTHONPATH")
    return {
        "stdin": subprocess.DEVNULL,
        "env": {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (home, others)))},
        "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),
    }
