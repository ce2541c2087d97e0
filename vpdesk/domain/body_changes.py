"""What changed in a body: its blocks side by side, the words of each, how they look, and their notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vpdesk.domain.alignment import aligned
from vpdesk.domain.body import Block, Body, Cell, Division, PageBreak, Run, Runs, Table, plain_text
from vpdesk.domain.changes import (
    Change,
    ChangeKind,
    alike,
    change_at,
    line_changes,
    look_changed,
    row_changes,
    text_of,
    word_change,
)
from vpdesk.domain.differences import Difference, compare_words, compared_pairs, likeness
from vpdesk.domain.passages import Path


def body_changes(before: Body, after: Body, path: Path) -> Iterator[Change]:
    """What makes the body at a path another than it was, in reading order."""
    yield from row_changes(before, after, path, _alike_blocks, _block)


def _alike_blocks(before: Block, after: Block) -> float:
    """Paragraphs, headings and the like become each other; tables, divisions and page breaks never others."""
    apart = (Table, Division, PageBreak)
    if type(before) is not type(after) and (isinstance(before, apart) or isinstance(after, apart)):
        return -1.0
    return alike(before, after)


def _block(before: Block, after: Block, path: Path) -> Iterator[Change]:
    match before, after:
        case Table(), Table():
            if replace(before, rows=()) != replace(after, rows=()):
                yield look_changed(path, text_of(after))
            yield from row_changes(before.rows, after.rows, (*path, "rows"), alike, _cells)
        case Division(), Division():
            if before.kind is not after.kind:
                yield look_changed(path, text_of(after))
            yield from line_changes(before.number, after.number, (*path, "number"))
            yield from line_changes(before.title, after.title, (*path, "title"))
        case (Table() | Division() | PageBreak(), _) | (_, Table() | Division() | PageBreak()):
            return
        case _:
            if type(before) is not type(after) or replace(before, runs=()) != replace(after, runs=()):
                yield look_changed((*path, "runs"), plain_text(after.runs))
            yield from _runs(before.runs, after.runs, (*path, "runs"))


def _cells(before: tuple[Cell, ...], after: tuple[Cell, ...], path: Path) -> Iterator[Change]:
    """The cells of a row: as long as they are as many, each is what it was."""
    if len(before) != len(after):
        yield from row_changes(before, after, path, alike, _cell)
        return
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            yield from _cell(old, new, (*path, number))


def _cell(before: Cell, after: Cell, path: Path) -> Iterator[Change]:
    if replace(before, runs=()) != replace(after, runs=()):
        yield look_changed((*path, "runs"), plain_text(after.runs))
    yield from _runs(before.runs, after.runs, (*path, "runs"))


def _runs(before: Runs, after: Runs, path: Path) -> Iterator[Change]:
    """Words, their looks and their notes."""
    old, new = plain_text(before), plain_text(after)
    differences = compare_words(old, new)
    changes = [word_change(one, path, old, new) for one in differences]
    changes += _restyled(before, after, differences, path)
    yield from sorted(changes, key=lambda change: (change.start, change.end))
    yield from _notes(before, after, differences, path)


def _restyled(before: Runs, after: Runs, differences: Sequence[Difference], path: Path) -> Iterator[Change]:
    """Words that stayed and look otherwise, as many as stand together."""
    old, new = _looks(before), _looks(after)
    if len({*old, *new}) < 2:
        return
    text = plain_text(after)
    pairs = compared_pairs(plain_text(before), text, differences)
    others = [
        (number, now.start, now.end)
        for number, (then, now) in enumerate(pairs)
        if old[then.start : then.end] != new[now.start : now.end]
    ]
    parted = [k for k, (one, other) in enumerate(pairwise(others), 1) if other[0] != one[0] + 1]
    for first, last in pairwise([0, *parted, len(others)] if others else []):
        start, end = others[first][1], others[last - 1][2]
        yield look_changed(path, text[start:end], start)


def _looks(runs: Runs) -> list[Run]:
    """Of each character how it looks."""
    return [look for run in runs for look in [replace(run, text="", note=None)] * len(run.text)]


# --- notes ------------------------------------------------------------------------------------------------------------


def _notes(before: Runs, after: Runs, differences: Sequence[Difference], path: Path) -> Iterator[Change]:
    """What came into the notes of some runs, what went, and what changed in them."""
    old, new = _called(before), _called(after)
    for one, other in aligned([note for _, _, note in old], [note for _, _, note in new], likeness):
        if other is None:
            _, call, note = old[one or 0]
            at = min(_carried(call, differences), len(plain_text(after)))
            yield replace(change_at(path, at, at, note, ""), component="note", kind=ChangeKind.REMOVED)
        else:
            run, _, note = new[other]
            yield from line_changes(None if one is None else old[one][2], note, (*path, run, "note"))


def _called(runs: Runs) -> list[tuple[int, int, str]]:
    """The notes of some runs: which run calls each, and where."""
    called, offset = [], 0
    for number, run in enumerate(runs):
        offset += len(run.text)
        if run.note is not None:
            called.append((number, offset, run.note))
    return called


def _carried(offset: int, differences: Sequence[Difference]) -> int:
    """Where a place of the old text lies in the new one."""
    moved = offset
    for one in differences:
        if one.old_end <= offset:
            moved = offset + one.end - one.old_end
        elif one.old_start < offset:
            moved = one.end
    return moved
