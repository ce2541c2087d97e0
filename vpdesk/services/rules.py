"""The rule packs, and which of them a document follows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.errors import FaultyRules, FileNotReadable, Obstacle, UnknownRules
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.domain.pack import RulePack, read_pack

Packs = Mapping[str, RulePack]


def load_packs(folder: Path) -> Packs:
    """Every rule pack in a folder, by name.

    Raises FaultyRules with the key that is wrong, FileNotReadable when a file cannot be read.
    """
    trees = {path.stem: read_tree(path) for path in sorted(folder.glob("*.toml"))}
    packs: dict[str, RulePack] = {}
    # A pack stands on its base, which therefore is read first.
    for name in sorted(trees, key=lambda name: "base" in trees[name]):
        packs[name] = read_pack(trees[name], packs)
    return packs


def read_tree(path: Path) -> Mapping[str, object]:
    """The TOML of a file. Raises FaultyRules where it is none, FileNotReadable when the file cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    except ValueError as error:
        raise FaultyRules(path.stem, "TOML", str(error)) from None


def choose_pack(packs: Packs, dispatch: Dispatch, override: str | None) -> tuple[RulePack, tuple[Finding, ...]]:
    """The pack a dispatch is laid out by: the override, the one it names, or the one of its date.

    A draft without a date follows the newest. A finding tells when the date would have chosen another.
    Raises UnknownRules for a name that is not there.
    """
    by_date, findings = _pack_of_date(packs, dispatch)
    name = override or dispatch.rules
    if name is None:
        return by_date, findings
    if name not in packs:
        raise UnknownRules(name, tuple(packs))
    chosen = packs[name]
    if dispatch.date is not None and not chosen.covers(dispatch.date):
        return chosen, (Finding(FindingKind.RULES_NOT_OF_DATE, "4", chosen.title),)
    return chosen, ()


def _pack_of_date(packs: Packs, dispatch: Dispatch) -> tuple[RulePack, tuple[Finding, ...]]:
    dated = sorted((pack for pack in packs.values() if pack.chosen_by_date), key=lambda pack: pack.valid_from)
    if dispatch.date is None:
        return dated[-1], ()
    for pack in dated:
        if pack.covers(dispatch.date):
            return pack, ()
    return dated[0], (Finding(FindingKind.NO_RULES_FOR_DATE, "4", dispatch.date.isoformat()),)
