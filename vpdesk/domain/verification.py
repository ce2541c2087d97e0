"""Whether a store is as its history says: the chain of its lines, the records they speak of, and an anchor.

A chain alone proves little: whoever owns the store can write its last lines anew. An anchor is what was printed of it
at some time, `number-digest`; up to that number every change is found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, NamedTuple
from uuid import UUID

from vpdesk.domain.errors import NotAnAnchor
from vpdesk.domain.history import START, canonical, digest


class FaultKind(Enum):
    """What is wrong with a history, or with a record it speaks of."""

    NOT_CANONICAL = auto()
    """A line is not written as every line is."""
    OUT_OF_ORDER = auto()
    """A line has not the next number: one was taken out, put in or moved."""
    BROKEN = auto()
    """A line does not follow from the one before: one of the two was changed."""
    LINE_CHANGED = auto()
    """A line has not the digest that stands beside it."""
    ANCHOR_DIFFERS = auto()
    """The line of the anchor has another digest: it or one before it was changed, and the rest chained anew."""
    CUT_OFF = auto()
    """The history ends before the line of the anchor; the number is that of the first line missing."""
    RECORD_CHANGED = auto()
    RECORD_REMOVED = auto()
    RECORD_INSERTED = auto()
    """A record of which no line speaks, or which a line says is no more."""
    INDEX_DIFFERS = auto()
    """The index says of this line what it does not say, or does not say what it does."""
    BROKEN_REFERENCE = auto()
    """A row of this table, which no line covers, belongs to a record that is not there."""
    FILE_LOST = auto()
    """The file that this record speaks of is gone, or its bytes are others."""
    UNGUARDED = auto()
    """What lets the history only grow is switched off; its lines are whole."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first fault: at a line, counted from 1, or in a record, named `table:key`, or of a table."""

    kind: FaultKind
    line: int | None = None
    record: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The beginning of the digest of a line, as it was set down outside the store."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many lines were read, the head value of the last, and the first fault; None where all is whole."""

    lines: int
    head_value: str
    fault: Fault | None = None


class KeptLine(NamedTuple):
    """A line as it stands in the store, beside its number and digest."""

    number: int
    text: str
    digest: str


class Indexed(NamedTuple):
    """What the index says: this line speaks of this record."""

    number: int
    record: str


_SHOWN: Final = 32
"""Letters of a digest in a head value: 128 bits."""

_ANCHOR = re.compile(r"(\d{1,18})[-\u2010-\u2015]([0-9a-f]{16,64})")
_SPACING = re.compile(r"[\s.]+")


def head_value(number: int, line_digest: str) -> str:
    """What is printed of a history whose last line has this number and digest."""
    return f"{number}-{line_digest[:_SHOWN]}"


def parse_anchor(text: str) -> Anchor:
    """The anchor of a head value as somebody copied it, spaces and dots between its letters or not.

    Raises NotAnAnchor.
    """
    found = _ANCHOR.fullmatch(_SPACING.sub("", text).lower())
    if found is None:
        raise NotAnAnchor(text)
    return Anchor(int(found[1]), found[2])


class Chain:
    """The lines of a history, held one after the other against those before and the anchor.

    `records` is what its lines say the records are, by their names.
    """

    def __init__(self, anchor: Anchor | None = None) -> None:
        self.number = 0
        self.digest = START
        self.records: dict[str, str] = {}
        self.speaks_of: str | None = None
        self.covers_records = False
        self._anchor = anchor

    def add(self, line: KeptLine) -> Fault | None:
        """What is wrong with the next line."""
        number = self.number + 1
        told = _told(line.text)
        if told is None:
            return Fault(FaultKind.NOT_CANONICAL, number)
        if line.number != number or told["n"] != number:
            return Fault(FaultKind.OUT_OF_ORDER, number)
        if told["before"] != self.digest:
            return Fault(FaultKind.BROKEN, number)
        if line.digest != (made := digest(line.text)):
            return Fault(FaultKind.LINE_CHANGED, number)
        self.number, self.digest, self.speaks_of = number, made, told["record"]
        self._take(told)
        return self._against_anchor()

    def end(self) -> Fault | None:
        """What is wrong with where the lines end."""
        if self._anchor is None or self._anchor.number <= self.number:
            return self._against_anchor()
        return Fault(FaultKind.CUT_OFF, self.number + 1)

    def _take(self, told: Mapping[str, Any]) -> None:
        for name, made in told.get("records", {}).items():
            if made is None:
                self.records.pop(name, None)
            else:
                self.records[name] = made
        self.covers_records = self.covers_records or "records" in told

    def _against_anchor(self) -> Fault | None:
        if self._anchor is None or self._anchor.number != self.number:
            return None
        same = self.digest.startswith(self._anchor.digest)
        return None if same else Fault(FaultKind.ANCHOR_DIFFERS, self.number)


def replay(chain: Chain, lines: Iterable[KeptLine], index: Iterable[Indexed]) -> Fault | None:
    """The first fault of the lines, or else of the index beside them, which is in their order; the chain has them then.

    Lines and index are read once, side by side.
    """
    pairs, misled = _Pairs(index), None
    for line in lines:
        if fault := chain.add(line):
            return fault
        if misled is None and not pairs.agree(chain):
            misled = Fault(FaultKind.INDEX_DIFFERS, chain.number)
    if fault := chain.end():
        return fault
    if misled is None and (left := pairs.next):
        misled = Fault(FaultKind.INDEX_DIFFERS, left.number)
    return misled


class _Pairs:
    def __init__(self, index: Iterable[Indexed]) -> None:
        self._pairs: Iterator[Indexed] = iter(index)
        self.next = next(self._pairs, None)

    def agree(self, chain: Chain) -> bool:
        """Whether the index says of the chain's last line what the line says."""
        found = []
        while self.next is not None and self.next.number <= chain.number:
            found.append(self.next)
            self.next = next(self._pairs, None)
        return found == ([Indexed(chain.number, chain.speaks_of)] if chain.speaks_of else [])


def compare(expected: Mapping[str, str], tables: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> Fault | None:
    """The first record that is not as the lines say, of records given table by table with their digests."""
    missing = dict(expected)
    for table, records in tables:
        for name, made in records:
            if name not in missing:
                return Fault(FaultKind.RECORD_INSERTED, record=name)
            if missing.pop(name) != made:
                return Fault(FaultKind.RECORD_CHANGED, record=name)
        if gone := sorted(name for name in missing if name.startswith(f"{table}:")):
            return Fault(FaultKind.RECORD_REMOVED, record=gone[0])
    return Fault(FaultKind.RECORD_REMOVED, record=min(missing)) if missing else None


_KEYS_OF_1 = frozenset({"v", "n", "at", "officer", "act", "kind", "record", "after", "facts", "before"})
_KEYS: Final[Mapping[int, frozenset[str]]] = {1: _KEYS_OF_1, 2: _KEYS_OF_1 | {"records"}}
"""What a line of each form says."""


def _told(text: str) -> dict[str, Any] | None:
    """What a line says; None where it is not written as every line is."""
    try:
        told = json.loads(text)
        if not isinstance(told, dict) or canonical(told) != text:
            return None
    except (ValueError, TypeError, RecursionError):
        return None
    version = told.get("v")
    known = type(version) is int and _KEYS.get(version) == told.keys()
    return told if known and _is_record(told["record"]) and _are_records(told.get("records", {})) else None


def _is_record(value: object) -> bool:
    try:
        return value is None or (isinstance(value, str) and str(UUID(value)) == value)
    except ValueError:
        return False


def _are_records(value: object) -> bool:
    return isinstance(value, dict) and all(made is None or isinstance(made, str) for made in value.values())
