"""The words of a DOCX that was made elsewhere. It runs in a process of its own (`reading.apart`)."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from vpdesk.domain.errors import FileNotUnderstood
from vpdesk.domain.read_pages import ReadFile
from vpdesk.domain.text import carried

MAIN_PART = "word/document.xml"
_MOST_BYTES = 64 * 2**20
_MOST_LETTERS = 1_000_000
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {f"{_WORDS}tab", f"{_WORDS}br", f"{_WORDS}cr"}


def is_docx(path: Path) -> bool:
    """Whether a file is a package of Word's."""
    try:
        with zipfile.ZipFile(path) as package:
            return MAIN_PART in package.namelist()
    except (OSError, zipfile.BadZipFile, ValueError):
        return False


def read_docx(path: Path) -> ReadFile:
    """The text of a DOCX, a line for each paragraph. Raises FileNotUnderstood."""
    try:
        with zipfile.ZipFile(path) as package, package.open(MAIN_PART) as part:
            # What a package says of its sizes need not be true, so no more is taken than is fit.
            text = part.read(_MOST_BYTES + 1)
        if len(text) > _MOST_BYTES:
            raise FileNotUnderstood(path.name)
        paragraphs = ET.fromstring(text).iter(f"{_WORDS}p")  # noqa: S314 -- in a process with bounds
        lines = [carried(_said(paragraph)).strip() for paragraph in paragraphs]
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, ET.ParseError, EOFError):
        raise FileNotUnderstood(path.name) from None
    return ReadFile(text="\n".join(filter(None, lines))[:_MOST_LETTERS])


def _said(paragraph: ET.Element) -> str:
    pieces: list[str] = []
    for element in paragraph.iter():
        if element.tag == f"{_WORDS}t":
            pieces.append(element.text or "")
        elif element.tag in _SPACES:
            pieces.append(" ")
    return "".join(pieces)
