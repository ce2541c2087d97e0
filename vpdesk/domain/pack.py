"""A rule pack: dated values of one guidance, each with its source."""

from __future__ import annotations

import hashlib
import json
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

    def covers(self, day: date) -> bool:
        """Whether a document of this day follows this pack."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def digest(self) -> str:
        """SHA-256 of every value, for the record of an issued document."""
        values = {key: [ruling.value, ruling.low, ruling.high] for key, ruling in self.rulings.items()}
        types = [[one.code, one.name, one.symbol, one.group, one.subject.value] for one in self.types]
        canonical = json.dumps([values, types], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
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


def read_pack(tree: Mapping[str, object], bases: Mapping[str, RulePack]) -> RulePack:
    """A pack from its TOML tree, standing on its base where it names one.

    Raises FaultyRules with the key of the first thing that is not as it should be.
    """
    name = _a(str, tree, "name", "?")
    base = bases[_a(str, tree, "base", name)] if "base" in tree else None
    rulings = dict(base.rulings) if base else {}
    types = {one.code: one for one in base.types} if base else {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            _collect(name, key, value, rulings)
    listed = tree.get("types", [])
    if not isinstance(listed, list):
        raise FaultyRules(name, "types", "not a list")
    for entry in listed:
        one = _document_type(name, entry)
        types[one.code] = one
    return RulePack(
        name=name,
        title=_a(str, tree, "title", name),
        revision=_a(int, tree, "revision", name),
        valid_from=_a(date, tree, "valid_from", name),
        valid_until=_a(date, tree, "valid_until", name) if "valid_until" in tree else None,
        rulings=rulings,
        types=tuple(types.values()),
    )


def _a(kind: type[T], tree: Mapping[str, object], key: str, pack: str) -> T:
    value = tree.get(key)
    if not isinstance(value, kind):
        raise FaultyRules(pack, key, f"not a {kind.__name__}")
    return value


def _collect(pack: str, key: str, tree: Mapping[str, object], rulings: dict[str, Ruling]) -> None:
    if "value" not in tree:
        for inner, value in tree.items():
            if not isinstance(value, Mapping):
                raise FaultyRules(pack, f"{key}.{inner}", "a value without its source")
            _collect(pack, f"{key}.{inner}", value, rulings)
        return
    if unknown := tree.keys() - {"value", "source", "min", "max"}:
        raise FaultyRules(pack, key, f"unknown {', '.join(sorted(unknown))}")
    value, source = tree["value"], tree.get("source")
    if not isinstance(value, str | int | float | bool):
        raise FaultyRules(pack, key, "not a plain value")
    if not isinstance(source, str) or not source:
        raise FaultyRules(pack, key, "no source")
    rulings[key] = Ruling(value, source, _limit(pack, key, tree, "min"), _limit(pack, key, tree, "max"))


def _limit(pack: str, key: str, tree: Mapping[str, object], end: str) -> float | None:
    limit = tree.get(end)
    if limit is None:
        return None
    if isinstance(limit, bool) or not isinstance(limit, int | float):
        raise FaultyRules(pack, f"{key}.{end}", "not a number")
    return float(limit)


def _document_type(pack: str, entry: Mapping[str, object]) -> DocumentType:
    code = _a(str, entry, "code", pack)
    _a(str, entry, "source", f"{pack} types.{code}")
    try:
        return DocumentType(
            code=code,
            name=_a(str, entry, "name", pack),
            symbol=_a(str, entry, "symbol", pack),
            group=_a(str, entry, "group", pack),
            subject=SubjectPlace(_a(str, entry, "subject", pack)),
            issuers=frozenset(BodyKind(kind) for kind in _a(list, entry, "issuers", pack)),
            valid_from=_a(date, entry, "valid_from", pack) if "valid_from" in entry else None,
            valid_until=_a(date, entry, "valid_until", pack) if "valid_until" in entry else None,
        )
    except ValueError as error:
        raise FaultyRules(pack, f"types.{code}", str(error)) from None
