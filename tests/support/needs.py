"""What a test needs from outside the checkout. At home it may be missing, in CI it may not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""

SHARED = ROOT.parent / "shared"
"""The material shared with the checkout: the specification and the cases."""


def need_shared(name: str) -> Path:
    """A file or folder of the shared material; the test is skipped where it is missing, and fails in CI."""
    path = SHARED / name
    if not path.exists():
        missing(f"../shared/{name} is missing beside the checkout")
    return path


def need_program(name: str) -> str:
    """The path of a program; the test is skipped where it is missing, and fails in CI."""
    path = shutil.which(name)
    if path is None:
        missing(f"the program {name} is not installed")
    return path or ""


def missing(what: str) -> None:
    """Leave the test out because something is missing, and say what; in CI it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}; in CI it has to be there")
    pytest.skip(what)
