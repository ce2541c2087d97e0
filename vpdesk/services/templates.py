"""The templates of the desk, and a draft from one of them or from an earlier dispatch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vpdesk.domain.blanks import fill_known
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import OwnTemplate
from vpdesk.domain.pack import RulePack
from vpdesk.domain.renewal import renewed
from vpdesk.domain.templates import Caption, Template, read_index, with_prefix
from vpdesk.services.rules import Packs, read_tree
from vpdesk.services.typesetting import read_dispatch

_ENDING = ".dispatch.json"
_OWN = Caption("Mẫu của cơ quan", "The office's own")
_OWN_DESCRIPTION = Caption("Do cán bộ lưu", "Saved by an officer")


def load_templates(folder: Path) -> tuple[Template, ...]:
    """The templates of a folder: those of its `index.toml` in its order, then the other dispatch files by name.

    An officer's own folder needs no index. Raises FaultyRules for what is wrong in the index, FaultyDispatch in a
    dispatch, FileNotReadable when a file cannot be read.
    """
    index = folder / "index.toml"
    entries = read_index(read_tree(index)) if index.exists() else ()
    listed = [entry.with_dispatch(read_dispatch(folder / f"{entry.key}{_ENDING}")) for entry in entries]
    keys = {entry.key for entry in entries}
    others = [path for path in sorted(folder.glob(f"*{_ENDING}")) if _key(path) not in keys]
    return (*listed, *map(_own, others))


def start_from(
    source: Template | Dispatch, packs: Packs, pack: RulePack, known: Mapping[str, str] | None = None
) -> Dispatch:
    """A draft from a template or from an earlier dispatch, for the rules of `pack`.

    `known` are words for the blanks of a template by their hint, such as the body's name. From an earlier dispatch,
    what belonged to its day is taken out or marked to be confirmed; it keeps the rules it names only where those are
    not chosen by the date.
    """
    if isinstance(source, Template):
        draft = fill_known(source.dispatch, known or {})
    else:
        draft = _without_dated_rules(renewed(source), packs)
    prefixes = [one.text("words.letter_prefix") for one in packs.values()]
    return with_prefix(draft, pack, prefixes)


def _without_dated_rules(dispatch: Dispatch, packs: Packs) -> Dispatch:
    named = packs.get(dispatch.rules or "")
    return replace(dispatch, rules=None) if named is not None and named.chosen_by_date else dispatch


def as_template(own: OwnTemplate) -> Template:
    """A dispatch that an officer keeps in the store as a template."""
    return replace(_own_template(str(own.id), own.name, own.dispatch), own=own.id)


def _own_template(key: str, name: str, dispatch: Dispatch) -> Template:
    return Template(key, _OWN, Caption(name, name), _OWN_DESCRIPTION, dispatch)


def _own(path: Path) -> Template:
    key = _key(path)
    return _own_template(key, key, read_dispatch(path))


def _key(path: Path) -> str:
    return path.name.removesuffix(_ENDING)
