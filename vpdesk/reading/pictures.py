"""Pages of a PDF that was made elsewhere, as pictures: drawn in a process apart, as all that reads foreign files is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import vpdesk
from vpdesk.domain.errors import FileNotUnderstood

PATIENCE: Final = 30.0
"""Seconds after which drawing is given up."""


def sizes_of(path: Path) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points. Raises FileNotUnderstood."""
    return tuple((width, height) for width, height in json.loads(_drawn(path, "sheets", str(path.resolve()))))


def picture_of(path: Path, page: int, scale: float) -> bytes:
    """A page as PPM, so many pixels to a point, fewer where it is very large. Raises FileNotUnderstood."""
    return _drawn(path, "picture", str(path.resolve()), str(page), str(scale))


def _drawn(path: Path, *asked: str) -> bytes:
    home = str(Path(vpdesk.__file__).parents[1])
    known = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    try:
        return subprocess.run(  # noqa: S603 -- our own interpreter, our own module
            [sys.executable, "-m", "vpdesk.reading.drawing", *asked],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
            env={**os.environ, "PYTHONPATH": known},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).stdout
    except (OSError, subprocess.SubprocessError):
        raise FileNotUnderstood(path.name) from None
