"""Foreign files are read in a process apart, bound in time and memory: a crash there is only a sentence here."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from vpdesk.domain.errors import FileNotUnderstood, PdfBroken, PdfLocked
from vpdesk.domain.read_pages import Box, ReadFile, ReadPage, Word
from vpdesk.reading.interpreter import command, surroundings

PATIENCE: Final = 45.0
"""Seconds after which reading a file is given up."""
_TROUBLES: Final[dict[str, type[PdfLocked | PdfBroken]]] = {"PdfLocked": PdfLocked, "PdfBroken": PdfBroken}


def read_apart(path: Path, kind: str, patience: float = PATIENCE) -> ReadFile:
    """What a PDF or a DOCX says (`kind` is `pdf` or `docx`).

    Raises PdfLocked, PdfBroken, and FileNotUnderstood where reading it fails, crashes or takes too long.
    """
    return _read_file(run_apart("vpdesk.reading.worker", (kind, str(path.resolve())), path.name, patience)["read"])


def run_apart(module: str, arguments: Sequence[str], name: str, patience: float = PATIENCE) -> dict[str, Any]:
    """What a module of ours tells, run in a process of its own for the sake of a file of this name.

    Raises the trouble that it tells: PdfLocked, PdfBroken, and FileNotUnderstood for all else.
    """
    try:
        ended = subprocess.run(  # noqa: S603 -- our own interpreter, our own module
            command(module, arguments),
            capture_output=True,
            check=True,
            timeout=patience,
            **surroundings(),
        )
        told: dict[str, Any] = json.loads(ended.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        raise FileNotUnderstood(name) from None
    if (trouble := told.get("trouble")) is not None:
        raise _TROUBLES.get(trouble, FileNotUnderstood)(name)
    return told


def _read_file(told: dict[str, Any]) -> ReadFile:
    first = told["first"]
    return ReadFile(told["pages"], _read_page(first) if first else None, told["text"])


def _read_page(told: dict[str, Any]) -> ReadPage:
    words = (Word(word["text"], Box(**word["box"])) for word in told["words"])
    return ReadPage(told["width"], told["height"], tuple(words))
