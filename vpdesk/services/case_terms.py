"""The office's table of terms: how long files of which kinds are kept. It ships empty; the office fills it.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.case_files import Retention, RetentionRule
from vpdesk.domain.case_terms import ProposedRule, Suggestion, read_proposals
from vpdesk.domain.errors import NoSuchRecord
from vpdesk.domain.ids import new_id
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered, folded
from vpdesk.paths import resource
from vpdesk.services.case_papers import shown, suggestion_for
from vpdesk.services.case_parts import readable, title_of
from vpdesk.services.desk import Desk
from vpdesk.services.rules import read_tree
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_RULE: Final = "retention_rule"


def rules(desk: Desk) -> tuple[RetentionRule, ...]:
    """The office's table of terms, in its order."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_CASE_FILES)
        return work.case_files.retention_rules()


def put_rule(
    desk: Desk, kinds: str, retention: Retention | None, source: str = "", rule: UUID | None = None
) -> RetentionRule:
    """Keep a line of the table: a new one behind the others, or one that is there.

    Raises TitleMissing without kinds, NoSuchRecord.
    """
    named = title_of(kinds)
    with desk.store.writing() as work:
        officer, there = require(desk, work, Permission.KEEP_ALL_CASE_FILES), work.case_files.retention_rules()
        known = _among(there, rule) if rule else RetentionRule(new_id(work.now), _next_place(there), named)
        put = replace(known, kinds=named, retention=retention, source=entered(source))
        work.case_files.put_retention_rule(put)
        work.tell(officer.id, "put", _RULE, put.id)
        return put


def order_rules(desk: Desk, rules: Sequence[UUID]) -> tuple[RetentionRule, ...]:
    """Put the table into an order. Raises NoSuchRecord where a line is left out."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        there = {one.id: one for one in work.case_files.retention_rules()}
        if strange := there.keys() ^ set(rules):
            raise NoSuchRecord(_RULE, str(next(iter(strange))))
        ordered = tuple(replace(there[one], place=place) for place, one in enumerate(dict.fromkeys(rules)))
        for one in ordered:
            if one != there[one.id]:
                work.case_files.put_retention_rule(one)
        work.tell(officer.id, "order", _RULE, None)
        return ordered


def drop_rule(desk: Desk, rule: UUID) -> RetentionRule:
    """Drop a line of the table; what it was, so that `restore_rule` brings it back. Raises NoSuchRecord."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        dropped = _among(work.case_files.retention_rules(), rule)
        work.case_files.drop_retention_rule(rule)
        work.tell(officer.id, "drop", _RULE, rule)
        return dropped


def restore_rule(desk: Desk, rule: RetentionRule) -> None:
    """Bring a line of the table back."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        work.case_files.put_retention_rule(rule)
        work.tell(officer.id, "restore", _RULE, rule.id)


def proposals(desk: Desk) -> tuple[ProposedRule, ...]:
    """Kinds of files that the rule itself says are kept for ever, of those that the table does not have."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_CASE_FILES)
        return _proposed(work)


def take_proposals(desk: Desk) -> tuple[RetentionRule, ...]:
    """Take what is proposed into the table; what was added."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        first, added = _next_place(work.case_files.retention_rules()), []
        for number, one in enumerate(_proposed(work)):
            # Ids of one moment have no order.
            rule_id = new_id(work.now + timedelta(milliseconds=number))
            added.append(RetentionRule(rule_id, first + number, one.kinds, one.retention, one.source))
            work.case_files.put_retention_rule(added[-1])
        work.tell(officer.id, "take_proposals", _RULE, None, rules=len(added))
        return tuple(added)


def suggestion(desk: Desk, case_file: UUID) -> Suggestion:
    """What the table says of a case file: the rules that fit it, and the longest term.

    Raises NotPermitted for another's, NoSuchRecord.
    """
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        found = readable(work, officer, case_file)
        return suggestion_for(work, found, shown(desk, work, officer, work.case_files.papers(case_file)))


def _proposed(work: UnitOfWork) -> tuple[ProposedRule, ...]:
    known = {folded(one.kinds) for one in work.case_files.retention_rules()}
    shipped = read_proposals(read_tree(resource("retention.toml")))
    return tuple(one for one in shipped if folded(one.kinds) not in known)


def _among(there: Sequence[RetentionRule], rule: UUID) -> RetentionRule:
    found = next((one for one in there if one.id == rule), None)
    if found is None:
        raise NoSuchRecord(_RULE, str(rule))
    return found


def _next_place(there: Sequence[RetentionRule]) -> int:
    return max((one.place for one in there), default=-1) + 1
