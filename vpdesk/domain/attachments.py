"""The files that belong to records: scans, issued papers, stamped copies; each known by the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID


class FileRole(Enum):
    """What a file is to its record."""

    SCAN = "scan"
    """What came in, or was scanned; never altered."""
    ISSUED = "issued"
    """The paper as it was issued."""
    STAMPED = "stamped"
    """A copy of a scan with the stamp ĐẾN."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a record: what it was called, its kind (IANA media type), its size in bytes, its digest."""

    id: UUID
    record: UUID
    place: int
    role: FileRole
    name: str
    media_type: str
    size: int
    digest: str
    added_at: datetime
    officer: UUID
    pages: int | None = None
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file whose bytes are kept already, and that is about to be put to a record. `text` are the words in it."""

    name: str
    media_type: str
    size: int
    digest: str
    pages: int | None = None
    text: str = ""


def file_digest(content: bytes) -> str:
    """SHA-256 of the bytes of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
