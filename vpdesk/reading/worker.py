"""The process in which a foreign file is read: `python -m vpdesk.reading.worker KIND PATH` writes JSON and ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from vpdesk.domain.errors import FileNotUnderstood, PdfBroken, PdfLocked
from vpdesk.domain.read_pages import ReadFile
from vpdesk.reading.docx import read_docx
from vpdesk.reading.pdf import read_pdf

if sys.platform != "win32":
    import resource

MEMORY = 2 * 2**30
"""Bytes that reading a file may take."""


_READERS: Final[Mapping[str, Callable[[Path], ReadFile]]] = {"pdf": read_pdf, "docx": read_docx}


def main(arguments: Sequence[str]) -> int:
    """Read a file and tell what was found in it, or what is wrong with it."""
    kind, path = arguments
    bound_memory()
    return tell(lambda: {"read": asdict(_READERS[kind](Path(path)))})


def tell(do: Callable[[], Mapping[str, object]]) -> int:
    """Do something with a file, and write what comes of it, or what is wrong with the file, as JSON."""
    try:
        told = do()
    except (PdfLocked, PdfBroken, FileNotUnderstood) as error:
        told = {"trouble": type(error).__name__}
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode())
    return 0


def bound_memory() -> None:
    """Take no more memory than is fit, where the system knows such bounds."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
