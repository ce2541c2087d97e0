"""Reference files: text that a person can read, with a diff when it no longer holds.

`VPDESK_GOLDEN=renew` writes them anew; their diff is then read before it is kept.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def assert_golden(name: str, text: str) -> None:
    """Hold a text against the reference file of this name under `tests/golden`."""
    path = GOLDEN / name
    if os.environ.get("VPDESK_GOLDEN") == "renew":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    wanted = path.read_text(encoding="utf-8") if path.exists() else ""
    if text != wanted:
        lines = difflib.unified_diff(wanted.splitlines(), text.splitlines(), f"golden/{name}", "now", lineterm="", n=1)
        pytest.fail("\n".join(["no longer as the reference file says (VPDESK_GOLDEN=renew):", *lines]), pytrace=False)
