"""Reference files: text that a person can read, with a diff when it no longer holds.

`VPDESK_GOLDEN=renew` writes them anew; their diff is then read before it is kept.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from vpdesk.export.frames import frames_json
from vpdesk.layout.frame import PagedDocument

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


def dump(document: PagedDocument) -> str:
    """The pages of a document as text that a person can read: a line for each run and each rule."""
    return "".join(_dump(document))


def _dump(document: PagedDocument) -> Iterator[str]:
    for number, page in enumerate(json.loads(frames_json(document))["pages"], 1):
        for item in page["items"]:
            if item["kind"] == "rule":
                down = f" {item['y2']:.2f}" if item["y2"] != item["y1"] else ""
                place = f"{item['x1']:.2f} {item['y1']:.2f} to {item['x2']:.2f}{down}"
                yield f"p{number} {place} rule {item['thickness']:g} {item['component']}\n"
                continue
            style = "-".join(word for word in ("bold", "italic") if item[word]) or "regular"
            text = item["text"].replace("\u00a0", "~")
            yield (
                f"p{number} {item['x']:.2f} {item['y']:.2f} {item['size']:g} {style} {item['component']}"
                f' "{text}" {item["width"]:.2f}\n'
            )
