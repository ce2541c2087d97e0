"""Changes of a dispatch: what each says, and those of texts, of lines and of rows of anything."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeVar

from vpdesk.domain.alignment import Likeness, aligned
from vpdesk.domain.differences import Difference, compare_words, likeness
from vpdesk.domain.passages import Path, passages_in

T = TypeVar("T", bound=Hashable)


class ChangeKind(Enum):
    """What happened to some words."""

    ADDED = auto()
    CHANGED = auto()
    """Also where only the look of the words changed: they are the same before and after."""
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One change, from `start` to `end` of the text at a path of the new dispatch (`text_at`).

    Words that are gone are pinned to the end of what stood before them, or to the beginning of what stood behind.
    `component` is the numbered cell of the form, empty for the page as such; `block` the block of the body (of the
    appendix, where it is in one), counted from 0.
    """

    kind: ChangeKind
    path: Path
    start: int
    end: int
    before: str
    after: str
    component: str
    block: int | None = None
    appendix: int | None = None

    @property
    def is_of_look(self) -> bool:
        """Whether the words are the same and only look otherwise."""
        return self.kind is ChangeKind.CHANGED and self.before == self.after


Inside = Callable[[T, T, Path], Iterator[Change]]
"""Finds what changed inside of a thing: as it was, as it is, and where it is."""

COMPONENTS = {
    "parent_body": "2",
    "issuing_body": "2",
    "number": "3",
    "symbol": "3",
    "secrecy": "10a",
    "urgency": "10b",
    "place": "4",
    "date": "4",
    "document_type": "5a",
    "subject_summary": "5a",
    "circulation_notice": "11a",
    "draft_notice": "11b",
    "addressees": "9a",
    "body": "6",
    "signing": "7",
    "distribution": "9b",
    "typist_mark": "12",
    "copies": "12",
    "contact_line": "13",
    "appendices": "appendix",
    "certified_copy": "copy",
    "rules": "",
    "page": "",
}
"""The members of a dispatch in the order of the form, with the numbered cell that each makes."""
SIGNATURE = {"authority": "7a", "position": "7b", "name": "7c"}


def text_of(value: object) -> str:
    """The words of a part of a dispatch, each passage on a line."""
    return "\n".join(passage.text for passage in passages_in(value, ()))


def change_at(path: Path, start: int, end: int, before: str, after: str) -> Change:
    """A change with what its path says of it."""
    kind = ChangeKind.CHANGED
    if not before or not after:
        kind = ChangeKind.ADDED if after else ChangeKind.REMOVED
    return Change(kind, path, start, end, before, after, *_whereabouts(path))


def _whereabouts(path: Path) -> tuple[str, int | None, int | None]:
    """The cell of a path, its block and its appendix."""
    member, *rest = path
    component, block, appendix = COMPONENTS[str(member)], None, None
    if member == "appendices" and rest:
        appendix, rest = int(rest[0]), rest[2:] if rest[1:2] == ["body"] else []
    if member in ("body", "appendices") and rest:
        block = int(rest[0])
    if member == "signing" and len(path) > 2:
        component = SIGNATURE[str(path[2])]
    return "note" if path[-1] == "note" and block is not None else component, block, appendix


def line_changes(before: str | None, after: str | None, path: Path) -> Iterator[Change]:
    """What changed in a text without styles; None is one that is missing."""
    old, new = before or "", after or ""
    for one in compare_words(old, new):
        yield word_change(one, path, old, new)


def word_change(one: Difference, path: Path, before: str, after: str) -> Change:
    """A difference between two texts as a change at the path of the new one."""
    return change_at(path, one.start, one.end, before[one.old_start : one.old_end], after[one.start : one.end])


def whole_changed(path: Path, before: str, after: str) -> Change:
    """These words, all of them, instead of those before."""
    return change_at(path, 0, len(after), before, after)


def look_changed(path: Path, words: str, start: int = 0) -> Change:
    """These words look otherwise than before."""
    return replace(change_at(path, start, start + len(words), words, words), kind=ChangeKind.CHANGED)


def row_changes(
    before: Sequence[T], after: Sequence[T], path: Path, how_alike: Likeness[T], inside: Inside[T]
) -> Iterator[Change]:
    """What came into a row, what went, and what changed inside of what stayed, which `inside` finds."""
    behind = 0
    for old, new in aligned(before, after, how_alike):
        if new is None:
            yield _removed(text_of(before[old or 0]), after, behind, path)
            continue
        behind = new + 1
        if old is None:
            words = text_of(after[new])
            yield replace(change_at((*path, new), 0, len(words), "", words), kind=ChangeKind.ADDED)
        elif before[old] != after[new]:
            yield from inside(before[old], after[new], (*path, new))


def _removed(words: str, after: Sequence[object], place: int, path: Path) -> Change:
    """What stood before the thing at a place of a row is gone."""
    at, offset = next(_ends_before(after, place), None) or next(_beginnings(after, place), ((), 0))
    change = change_at((*path, *at), offset, offset, words, "")
    return replace(change, kind=ChangeKind.REMOVED, component=change_at(path, 0, 0, "", "").component)


def _ends_before(row: Sequence[object], place: int) -> Iterator[tuple[Path, int]]:
    """The ends of the texts before a place of a row, the nearest first."""
    for number in range(place - 1, -1, -1):
        for passage in reversed(tuple(passages_in(row[number], (number,)))):
            if passage.path[-1] != "note":
                yield passage.path, len(passage.text)


def _beginnings(row: Sequence[object], place: int) -> Iterator[tuple[Path, int]]:
    """The beginnings of the texts from a place of a row on."""
    for number in range(place, len(row)):
        for passage in passages_in(row[number], (number,)):
            yield passage.path, 0


def alike(before: Hashable, after: Hashable) -> float:
    """How alike two parts of a dispatch are, by their words."""
    return likeness(text_of(before), text_of(after))
