"""What a file is by its content; its name may say anything."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Final

from vpdesk.domain.errors import FileNotReadable, Obstacle, UnknownFileKind
from vpdesk.reading.docx import is_docx


class FileKind(Enum):
    """The kinds of files that belong to a record, by their media types."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_BEGINNINGS: Final = {
    b"\xff\xd8\xff": FileKind.JPEG,
    b"\x89PNG\r\n\x1a\n": FileKind.PNG,
    b"II*\x00": FileKind.TIFF,
    b"MM\x00*": FileKind.TIFF,
}
_PDF_WITHIN: Final = 1024
"""Bytes within which a PDF says that it is one: others may stand before (ISO 32000, annex H)."""


def kind_of(path: Path) -> FileKind:
    """What a file is. Raises UnknownFileKind, FileNotReadable."""
    try:
        with path.open("rb") as file:
            head = file.read(_PDF_WITHIN)
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    for beginning, kind in _BEGINNINGS.items():
        if head.startswith(beginning):
            return kind
    if b"%PDF-" in head:
        return FileKind.PDF
    if head.startswith(b"PK") and is_docx(path):
        return FileKind.DOCX
    raise UnknownFileKind(path.name)
