"""The history of the store: one line for each act, each bound to the one before.

A line is text that never changes once written. It holds no words of a paper, only their salted digests. The last line
of an act says what every record is from then on that the act changed. `domain/verification.py` holds a store against
its lines.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

VERSION = 2
"""The form of a line, in each of them under `v`. Those of form 1 say nothing of `records`."""

CLOCK_SET_BACK = timedelta(seconds=2)
"""By how much a clock must be behind the last line to have been set back; servers are put right by less."""

START = "0" * 64
"""What the first line names as the digest of the one before."""

Fact = str | int | bool | date | datetime | UUID | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: when, who, what, to which record, and the digest of that record after it.

    `officer` is None for what the program did by itself.
    """

    at: datetime
    officer: UUID | None
    act: str
    kind: str
    record: UUID | None
    after: str | None
    facts: Mapping[str, Fact] = field(default_factory=dict)


def canonical(value: object) -> str:
    """The one way to write plain data: sorted keys, composed letters, UTC to the microsecond, null where nothing is.

    Raises TypeError for what has no such way, a float first of all.
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> Any:
    match value:
        case None | bool() | int():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case datetime():
            if value.tzinfo is None:
                raise TypeError("a moment without its zone")
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case Enum():
            return _plain(value.value)
        case Mapping():
            return {_plain(str(key)): _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")


def digest(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def salted_digest(text: str, salt: bytes) -> str:
    """A digest from which a short text cannot be guessed once its salt is erased with it."""
    return hmac.new(salt, text.encode(), hashlib.sha256).hexdigest()


def is_set_back(now: datetime, last: datetime | None) -> bool:
    """Whether a clock was set back since the last line was written."""
    return last is not None and last - now > CLOCK_SET_BACK


def record_digest(values: Mapping[str, str | int | bool | Mapping[str, str] | None]) -> str:
    """The digest of a record by its columns, their texts exactly as they are kept; its salt is one of them."""
    return digest(json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def line(entry: Entry, number: int, before: str, records: Mapping[str, str | None] | None = None) -> str:
    """The line of an act: its number in the history, and the digest of the line before.

    `records` are the digests of the records it changed, by `table:key`; None for one that is no more.
    """
    return canonical(
        {
            "v": VERSION,
            "n": number,
            "at": entry.at,
            "officer": entry.officer,
            "act": entry.act,
            "kind": entry.kind,
            "record": entry.record,
            "after": entry.after,
            "facts": entry.facts,
            "records": records or {},
            "before": before,
        }
    )
