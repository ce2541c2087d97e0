"""The office's table of terms: how long files of which kinds are kept. It ships empty; the office fills it.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from vpdesk.domain.case_files import Retention, RetentionRule
from vpdesk.domain.case_terms import ProposedRule, Suggestion
from vpdesk.services.desk import Desk


def rules(desk: Desk) -> tuple[RetentionRule, ...]:
    """The office's table of terms, in its order."""
    raise NotImplementedError


def put_rule(
    desk: Desk, kinds: str, retention: Retention | None, source: str = "", rule: UUID | None = None
) -> RetentionRule:
    """Keep a line of the table: a new one behind the others, or one that is there. Raises TitleMissing, NoSuchRecord."""
    raise NotImplementedError


def order_rules(desk: Desk, rules: Sequence[UUID]) -> tuple[RetentionRule, ...]:
    """Put the table into an order. Raises NoSuchRecord where a line is left out."""
    raise NotImplementedError


def drop_rule(desk: Desk, rule: UUID) -> RetentionRule:
    """Drop a line of the table; what it was, so that `restore_rule` brings it back. Raises NoSuchRecord."""
    raise NotImplementedError


def restore_rule(desk: Desk, rule: RetentionRule) -> None:
    """Bring a line of the table back."""
    raise NotImplementedError


def proposals(desk: Desk) -> tuple[ProposedRule, ...]:
    """Kinds of files that the rule itself says are kept for ever, of those that the table does not have."""
    raise NotImplementedError


def take_proposals(desk: Desk) -> tuple[RetentionRule, ...]:
    """Take what is proposed into the table; what was added."""
    raise NotImplementedError


def suggestion(desk: Desk, case_file: UUID) -> Suggestion:
    """What the table says of a case file: the rules that fit it, and the longest term. Raises NoSuchRecord."""
    raise NotImplementedError
