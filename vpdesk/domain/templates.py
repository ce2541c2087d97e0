"""Templates: dispatches to start from, with blanks where the office, the day and the matter come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from vpdesk.domain.catalog import BodyKind, SubjectPlace, body_kind
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.errors import FaultyRules
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook

NO_BODY = "[TÊN CƠ QUAN]"
"""The issuing body of a shipped template: a file must name one, and the desk sets the office's own."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A few words in both languages."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in a language."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Template:
    """A dispatch to start from.

    `issuers` are the kinds of body its text is written for; which may issue the type is the pack's to say. `own` is
    the record of a template that an officer saved; a shipped one has none.
    """

    key: str
    group: Caption
    name: Caption
    description: Caption
    dispatch: Dispatch
    issuers: frozenset[BodyKind] = frozenset(BodyKind)
    own: UUID | None = None

    @property
    def document_type(self) -> str:
        """The code of its type."""
        return self.dispatch.document_type


@dataclass(frozen=True, slots=True)
class Entry:
    """What an index says of a template's file, in the order the gallery shows."""

    key: str
    group: Caption
    name: Caption
    description: Caption
    issuers: frozenset[BodyKind]

    def with_dispatch(self, dispatch: Dispatch) -> Template:
        """The template whose text this is."""
        return Template(self.key, self.group, self.name, self.description, dispatch, self.issuers)


def read_index(tree: Mapping[str, object]) -> tuple[Entry, ...]:
    """The entries of an index from its TOML tree. Raises FaultyRules with the first thing that is not right."""
    groups = {name: _caption(group, f"groups.{name}") for name, group in _table(tree, "groups").items()}
    return tuple(_entry(key, entry, groups) for key, entry in _table(tree, "templates").items())


def offered(
    templates: Iterable[Template], issuing_body: str, pack: RulePack, *, unusual: bool = False
) -> tuple[Template, ...]:
    """The templates that a body of this name may issue; with `unusual` also those of types it does not issue.

    A name that does not tell what the body is may issue every one.
    """
    kind = body_kind(issuing_body)
    return tuple(one for one in templates if kind is None or unusual or _issues(kind, one, pack))


def with_prefix(dispatch: Dispatch, pack: RulePack, earlier: Iterable[str] = ()) -> Dispatch:
    """The dispatch with its summary begun as the pack begins it, instead of one of the `earlier` prefixes."""
    one = Rulebook(pack).document_type(dispatch.document_type)
    if one is None or one.subject is not SubjectPlace.UNDER_NUMBER or dispatch.subject_summary is None:
        return dispatch
    summary, prefix = dispatch.subject_summary, pack.text("words.letter_prefix")
    for known in (*earlier, prefix):
        summary = summary.removeprefix(known)
    return replace(dispatch, subject_summary=prefix + summary)


def _issues(kind: BodyKind, template: Template, pack: RulePack) -> bool:
    one = Rulebook(pack).document_type(template.document_type)
    return kind in template.issuers and (one is None or kind in one.issuers)


def _entry(key: str, value: object, groups: Mapping[str, Caption]) -> Entry:
    entry = _mapping(value, key)
    group = entry.get("group")
    if not isinstance(group, str) or group not in groups:
        raise _fault(f"{key}.group", f"not one of {', '.join(groups)}")
    try:
        issuers = frozenset(BodyKind(kind) for kind in _list(entry, key, "issuers")) or frozenset(BodyKind)
    except ValueError as error:
        raise _fault(f"{key}.issuers", str(error)) from None
    name, description = (_caption(entry.get(part), f"{key}.{part}") for part in ("name", "description"))
    return Entry(key, groups[group], name, description, issuers)


def _caption(value: object, where: str) -> Caption:
    words = [_mapping(value, where).get(language) for language in ("vi", "en")]
    if not all(isinstance(text, str) and text.strip() for text in words):
        raise _fault(where, "not in both languages")
    return Caption(*map(str, words))


def _table(tree: Mapping[str, object], key: str) -> Mapping[str, object]:
    return _mapping(tree.get(key), key)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _fault(where, "not a table")
    return value


def _list(entry: Mapping[str, object], key: str, member: str) -> list[object]:
    value = entry.get(member, [])
    if not isinstance(value, list):
        raise _fault(f"{key}.{member}", "not a list")
    return value


def _fault(key: str, problem: str) -> FaultyRules:
    return FaultyRules("templates", key, problem)
