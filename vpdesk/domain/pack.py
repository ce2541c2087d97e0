"""A rule pack: dated values of one guidance, each with its source."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vpdesk.domain.catalog import BodyKind, DocumentType, SubjectPlace
from vpdesk.domain.errors import FaultyRules

Scalar = str | int | float | bool
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ruling:
    """One value with its source: a clause, `practice` or `guess`; and the limits it may move in."""

    value: Scalar
    source: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class RulePack:
    """All values of one guidance by dotted key, such as `style.party_title.size`."""

    name: str
    title: str
    revision: int
    valid_from: date
    valid_until: date | None
    rulings: Mapping[str, Ruling]
    types: tuple[DocumentType, ...]
    chosen_by_date: bool = True
    """Whether a document that names no rules may follow this pack by its date."""

    def covers(self, day: date) -> bool:
        """Whether a document of this day follows this pack."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def digest(self) -> str:
        """SHA-256 of everything that decides a page, for the record of an issued document."""
        values = {key: [ruling.value, ruling.low, ruling.high] for key, ruling in self.rulings.items()}
        types = [
            {
                "code": one.code,
                "name": one.name,
                "symbol": one.symbol,
                "group": one.group,
                "subject": one.subject.value,
                "issuers": sorted(kind.value for kind in one.issuers),
                "days": [str(one.valid_from), str(one.valid_until)],
                "addressed": one.addressed,
            }
            for one in self.types
        ]
        days = [str(self.valid_from), str(self.valid_until)]
        everything = [self.revision, days, values, types]
        canonical = json.dumps(everything, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def ruling(self, key: str) -> Ruling:
        """The value and source at `key`. Raises FaultyRules when the pack lacks it."""
        try:
            return self.rulings[key]
        except KeyError:
            raise FaultyRules(self.name, key, "missing") from None

    def text(self, key: str) -> str:
        """The words at `key`."""
        value = self.ruling(key).value
        if not isinstance(value, str):
            raise FaultyRules(self.name, key, "not a text")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """The figure at `key`, or `default` where the pack may be silent."""
        if default is not None and key not in self.rulings:
            return default
        value = self.ruling(key).value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FaultyRules(self.name, key, "not a number")
        return float(value)

    def flag(self, key: str) -> bool:
        """Whether `key` is set; silence means no."""
        if key not in self.rulings:
            return False
        value = self.rulings[key].value
        if not isinstance(value, bool):
            raise FaultyRules(self.name, key, "not true or false")
        return value


_KEYS = frozenset({"name", "title", "base", "revision", "valid_from", "valid_until", "chosen_by_date", "types"})


def read_pack(tree: Mapping[str, object], bases: Mapping[str, RulePack]) -> RulePack:
    """A pack from its TOML tree, standing on its base where it names one.

    Raises FaultyRules with the key of the first thing that is not as it should be.
    """
    top = _Tree(tree, str(tree.get("name", "?")), "")
    base = _base(top, bases)
    rulings = dict(base.rulings) if base else {}
    types = {one.code: one for one in base.types} if base else {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            _collect(_Tree(value, top.pack, key), rulings)
        elif key not in _KEYS:
            raise top.fault(key, "not known")
    for entry in top.a(list, "types") if "types" in tree else []:
        one = _document_type(top, entry)
        types[one.code] = one
    return RulePack(
        name=top.a(str, "name"),
        title=top.a(str, "title"),
        revision=top.a(int, "revision"),
        valid_from=top.a(date, "valid_from"),
        valid_until=top.maybe(date, "valid_until"),
        rulings=rulings,
        types=tuple(types.values()),
        chosen_by_date=top.a(bool, "chosen_by_date") if "chosen_by_date" in tree else True,
    )


def _base(top: _Tree, bases: Mapping[str, RulePack]) -> RulePack | None:
    name = top.maybe(str, "base")
    if name is not None and name not in bases:
        raise top.fault("base", f"there is no pack {name}")
    return bases[name] if name is not None else None


@dataclass(frozen=True, slots=True)
class _Tree:
    """A table of the file with its place, read by asking for what should be there."""

    values: Mapping[str, object]
    pack: str
    where: str

    def fault(self, key: str, problem: str) -> FaultyRules:
        return FaultyRules(self.pack, f"{self.where}.{key}".strip("."), problem)

    def a(self, kind: type[T], key: str) -> T:
        """The value at a key, which must be there and of this kind."""
        value = self.values.get(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.fault(key, f"not a {kind.__name__}")
        return value

    def maybe(self, kind: type[T], key: str) -> T | None:
        """The value at a key, or None where the key is not there."""
        return self.a(kind, key) if key in self.values else None

    def limit(self, key: str) -> float | None:
        """A figure that a value may not pass, or None."""
        limit = self.values.get(key)
        if limit is None:
            return None
        if isinstance(limit, bool) or not isinstance(limit, int | float):
            raise self.fault(key, "not a number")
        return float(limit)


def _collect(tree: _Tree, rulings: dict[str, Ruling]) -> None:
    if "value" in tree.values:
        rulings[tree.where] = _ruling(tree)
        return
    for key, value in tree.values.items():
        if not isinstance(value, Mapping):
            raise tree.fault(key, "a value without its source")
        _collect(_Tree(value, tree.pack, f"{tree.where}.{key}"), rulings)


def _ruling(tree: _Tree) -> Ruling:
    if unknown := tree.values.keys() - {"value", "source", "min", "max"}:
        raise tree.fault("", f"unknown {', '.join(sorted(unknown))}")
    value, source = tree.values["value"], tree.values.get("source")
    if not isinstance(value, str | int | float | bool):
        raise tree.fault("", "not a plain value")
    if not isinstance(source, str) or not source:
        raise tree.fault("", "no source")
    low, high = tree.limit("min"), tree.limit("max")
    if isinstance(value, int | float) and not isinstance(value, bool):
        within = (low is None or low <= value) and (high is None or value <= high)
        if not (math.isfinite(value) and within):
            raise tree.fault("", f"{value} is outside its limits")
    return Ruling(value, source, low, high)


def _document_type(top: _Tree, entry: object) -> DocumentType:
    if not isinstance(entry, Mapping):
        raise top.fault("types", "not a table")
    code = _Tree(entry, top.pack, "types").a(str, "code")
    tree = _Tree(entry, top.pack, f"types.{code}")
    tree.a(str, "source")
    try:
        return DocumentType(
            code=code,
            name=tree.a(str, "name"),
            symbol=tree.a(str, "symbol"),
            group=tree.a(str, "group"),
            subject=SubjectPlace(tree.a(str, "subject")),
            issuers=frozenset(BodyKind(kind) for kind in tree.maybe(list, "issuers") or BodyKind),
            valid_from=tree.maybe(date, "valid_from"),
            valid_until=tree.maybe(date, "valid_until"),
            addressed=tree.maybe(bool, "addressed") or False,
        )
    except ValueError as error:
        raise tree.fault("", str(error)) from None
