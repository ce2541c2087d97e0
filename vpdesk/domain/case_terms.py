"""How long case files are kept: the longest of the terms that the office's table has for what lies in them.

Clerical rules, 6.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vpdesk.domain.case_files import Retention, RetentionRule, retention_of
from vpdesk.domain.errors import FaultyRules
from vpdesk.domain.text import folded


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The rules of the office's table that fit a case file, and the longest term that they name."""

    rules: tuple[RetentionRule, ...] = ()
    retention: Retention | None = None


@dataclass(frozen=True, slots=True)
class ProposedRule:
    """Files of a kind that the rule itself says are kept for ever; the office takes it into its table, or not."""

    kinds: str
    retention: Retention
    source: str


def read_proposals(tree: Mapping[str, object]) -> tuple[ProposedRule, ...]:
    """The proposals of a file. Raises FaultyRules."""
    entries = tree.get("rule")
    if not isinstance(entries, list):
        raise FaultyRules("retention", "rule", "missing")
    return tuple(_proposal(f"rule[{number}]", entry) for number, entry in enumerate(entries))


def _proposal(key: str, entry: object) -> ProposedRule:
    try:
        kinds, retention, source = (str(dict(entry)[name]) for name in ("kinds", "retention", "source"))  # type: ignore[call-overload]
        return ProposedRule(kinds, retention_of(retention), source)
    except (KeyError, TypeError, ValueError) as error:
        raise FaultyRules("retention", key, str(error)) from None


def longest(terms: Iterable[Retention | None]) -> Retention | None:
    """The longest of these terms; None where none is said."""
    return max((term for term in terms if term), key=lambda term: term.sort_key, default=None)


def suggested(rules: Sequence[RetentionRule], texts: Iterable[str]) -> Suggestion:
    """What the table says of a case file with these texts: its title, its heading, what its documents are about.

    A line of the table names kinds, parted by semicolons. It fits where one text has all the words of one of them.
    """
    words = [frozenset(folded(text).split()) for text in texts]
    fitting = tuple(rule for rule in rules if any(_fits(kind, words) for kind in rule.kinds.split(";")))
    return Suggestion(fitting, longest(rule.retention for rule in fitting))


def _fits(kind: str, texts: Sequence[frozenset[str]]) -> bool:
    wanted = frozenset(folded(kind).split())
    return bool(wanted) and any(wanted <= text for text in texts)
