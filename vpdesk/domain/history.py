"""The history of the store: one line for each act, each bound to the one before.

A line is text that never changes once written. It holds no words of a paper, only their salted digests. Whoever owns
the store can write its last lines anew; a change is proved against a digest kept elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, auto
from typing import Any
from uuid import UUID

VERSION = 1
"""The form of a line, in each of them under `v`."""

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


class LineFault(Enum):
    """What is wrong with a line of the history."""

    NOT_CANONICAL = auto()
    """It is not written as every line is."""
    OUT_OF_ORDER = auto()
    """Its number is not the next one: a line was taken out, put in or moved."""
    BROKEN = auto()
    """It does not follow from the line before: one of the two was changed."""


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """The first line at which the history does not hold; lines count from 1."""

    number: int
    fault: LineFault


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


def line(entry: Entry, number: int, before: str) -> str:
    """The line of an act: its number in the history, and the digest of the line before."""
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
            "before": before,
        }
    )


def verify(lines: Iterable[str]) -> FaultyLine | None:
    """The first line at which the history does not hold, or None."""
    before = START
    for number, text in enumerate(lines, 1):
        if fault := _fault(text, number, before):
            return FaultyLine(number, fault)
        before = digest(text)
    return None


def _fault(text: str, number: int, before: str) -> LineFault | None:
    try:
        keys = json.loads(text)
        if not isinstance(keys, dict) or canonical(keys) != text:
            return LineFault.NOT_CANONICAL
    except (ValueError, TypeError):
        return LineFault.NOT_CANONICAL
    if keys.get("n") != number:
        return LineFault.OUT_OF_ORDER
    return None if keys.get("before") == before else LineFault.BROKEN
