"""What changed in a dispatch since somebody saw it last: word by word, each change with its place.

Paragraphs, lines and rows are put side by side first, so that one that was put in changes nothing behind it; then
the words of those that are not equal are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from vpdesk.domain.body_changes import body_changes
from vpdesk.domain.changes import (
    COMPONENTS,
    SIGNATURE,
    Change,
    alike,
    line_changes,
    look_changed,
    row_changes,
    text_of,
    whole_changed,
)
from vpdesk.domain.dates import short_date
from vpdesk.domain.differences import likeness
from vpdesk.domain.dispatch import Appendix, Dispatch, Signing
from vpdesk.domain.passages import Path
from vpdesk.domain.rulebook import Rulebook


def find_changes(before: Dispatch, after: Dispatch, rulebook: Rulebook) -> tuple[Change, ...]:
    """What makes a dispatch another than it was, in the order of the form. The rulebook is that of the new one."""
    if before == after:
        return ()
    subject = "5b" if rulebook.prints_subject_under_number(after.document_type) else "5a"
    changes = (change for member in _MEMBERS for change in _member(member, before, after))
    return tuple(replace(one, component=subject) if one.path == ("subject_summary",) else one for one in changes)


def text_at(dispatch: Dispatch, path: Path) -> str:
    """The words at a path: of a passage its own, of a part with several passages each on a line, else as printed."""
    member = path[0]
    if member in _FACTS:
        return _fact(dispatch, str(member))
    value: Any = dispatch
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return text_of(value)


_MEMBERS = tuple(COMPONENTS)
_FACTS = frozenset({"number", "secrecy", "urgency", "date", "document_type", "copies", "rules", "page"})
"""The members that are no texts, but one word or none."""


def _fact(dispatch: Dispatch, member: str) -> str:
    """A member that is no text, in the words it is printed in."""
    value = getattr(dispatch, member)
    match member:
        case _ if value is None or member == "page":
            return ""
        case "number":
            return f"{value}{dispatch.number_suffix or ''}"
        case "date":
            return short_date(value)
        case "secrecy" | "urgency":
            return str(value.value)
        case _:
            return str(value)


def _member(member: str, before: Dispatch, after: Dispatch) -> Iterator[Change]:
    old, new, path = getattr(before, member), getattr(after, member), (member,)
    match member:
        case "number" if before.number_suffix != after.number_suffix:
            yield _fact_changed(member, before, after)
        case _ if old == new:
            return
        case "body":
            yield from body_changes(old, new, path)
        case "addressees" | "distribution":
            yield from row_changes(old, new, path, likeness, line_changes)
        case "signing":
            yield from row_changes(old, new, path, alike, _signing)
        case "appendices":
            yield from row_changes(old, new, path, alike, _appendix)
        case "certified_copy":
            yield (
                look_changed(path, text_of(new))
                if text_of(old) == text_of(new)
                else whole_changed(path, text_of(old), text_of(new))
            )
        case _ if member in _FACTS:
            yield _fact_changed(member, before, after)
        case _:
            yield from line_changes(old, new, path)


def _fact_changed(member: str, before: Dispatch, after: Dispatch) -> Change:
    old, new = _fact(before, member), _fact(after, member)
    return look_changed((member,), new) if old == new else whole_changed((member,), old, new)


def _signing(before: Signing, after: Signing, path: Path) -> Iterator[Change]:
    for member in SIGNATURE:
        yield from line_changes(getattr(before, member), getattr(after, member), (*path, member))


def _appendix(before: Appendix, after: Appendix, path: Path) -> Iterator[Change]:
    if before.page != after.page:
        yield look_changed((*path, "title"), after.title)
    yield from line_changes(before.title, after.title, (*path, "title"))
    yield from line_changes(before.note, after.note, (*path, "note"))
    yield from body_changes(before.body, after.body, (*path, "body"))
