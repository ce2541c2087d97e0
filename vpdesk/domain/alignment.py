"""Two rows of things, side by side: what stayed, what became what, what came and what went."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

Likeness = Callable[[T, T], float]
"""How alike two things are: 1 for the same, below 0 where one never becomes the other."""
Pair = tuple[int | None, int | None]
"""The place of a thing in the old row and in the new one; None where it is not in that row."""

_ALIKE = 0.5
"""What two things have in common at least where one is taken for the other among several."""
_MOST_STEPS = 300
"""Things that came and went up to which the shortest way between two rows is looked for."""
_MOST_PAIRS = 400_000
"""Things of one row times those of the other beyond which nothing is taken for anything."""


def aligned(before: Sequence[T], after: Sequence[T], likeness: Likeness[T]) -> Iterator[Pair]:
    """The things of two rows in order: equal ones together, then those that are alike.

    A single thing in the place of a single one is taken for it, however little they are alike.
    """
    shorter = min(len(before), len(after))
    head = next((k for k in range(shorter) if before[k] != after[k]), shorter)
    tail = next((k for k in range(shorter - head) if before[-1 - k] != after[-1 - k]), shorter - head)
    yield from ((k, k) for k in range(head))
    yield from _inner(before, after, head, tail, likeness)
    yield from ((len(before) - k, len(after) - k) for k in range(tail, 0, -1))


def _inner(before: Sequence[T], after: Sequence[T], head: int, tail: int, likeness: Likeness[T]) -> Iterator[Pair]:
    """What lies between the equal ends of two rows."""
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    first = start = 0
    for last, end in (*_equal_pairs(old, new), (len(old), len(new))):
        for one, other in _alike(old[first:last], new[start:end], likeness):
            yield None if one is None else head + first + one, None if other is None else head + start + other
        if last < len(old):
            yield head + last, head + end
        first, start = last + 1, end + 1


def _equal_pairs(old: Sequence[T], new: Sequence[T]) -> list[tuple[int, int]]:
    """Which of the old stayed as which of the new, by the shortest way from one row to the other.

    Myers, "An O(ND) difference algorithm" (1986). Where that way is long, by the longest stretches that are equal.
    """
    # reached[k]: how far in the old row a way of so many steps came that is k places ahead of the new row.
    reached, ways = {1: 0}, []
    for steps in range(min(len(old) + len(new), _MOST_STEPS) + 1):
        ways.append(reached.copy())
        for ahead in range(-steps, steps + 1, 2):
            adds = ahead == -steps or (ahead != steps and reached[ahead - 1] < reached[ahead + 1])
            i = reached[ahead + 1] if adds else reached[ahead - 1] + 1
            while i < len(old) and i - ahead < len(new) and old[i] == new[i - ahead]:
                i += 1
            reached[ahead] = i
            if i >= len(old) and i - ahead >= len(new):
                return _traced(ways, len(old), len(new))
    matches = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(one.a + k, one.b + k) for one in matches for k in range(one.size)]


def _traced(ways: Sequence[dict[int, int]], i: int, j: int) -> list[tuple[int, int]]:
    """The equal pairs on the way that led to the end of both rows."""
    pairs = []
    for steps in range(len(ways) - 1, -1, -1):
        ahead, reached = i - j, ways[steps]
        adds = ahead == -steps or (ahead != steps and reached[ahead - 1] < reached[ahead + 1])
        before = ahead + 1 if adds else ahead - 1
        came_from = reached[before]
        stop = came_from if adds else came_from + 1
        while i > max(stop, 0) and j > 0:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        i, j = came_from, came_from - before
    return pairs[::-1]


def _alike(old: Sequence[T], new: Sequence[T], likeness: Likeness[T]) -> Iterator[Pair]:
    """Things of which none are equal, in order; what went stands before what came."""
    pairs = _best_pairs(old, new, likeness)
    first = start = 0
    for last, end in (*pairs, (len(old), len(new))):
        yield from ((k, None) for k in range(first, last))
        yield from ((None, k) for k in range(start, end))
        if last < len(old):
            yield last, end
        first, start = last + 1, end + 1


def _best_pairs(old: Sequence[T], new: Sequence[T], likeness: Likeness[T]) -> list[tuple[int, int]]:
    """Which of the old became which of the new, so that they are as alike as can be on the whole."""
    if len(old) == len(new) == 1:
        return [(0, 0)] if likeness(old[0], new[0]) >= 0 else []
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    # sums[i][j]: how alike those from i and from j on are at best.
    sums = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[likeness(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = sums[i + 1][j + 1] + alike[i][j] if alike[i][j] >= _ALIKE else 0.0
            sums[i][j] = max(paired, sums[i + 1][j], sums[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _ALIKE and sums[i][j] == sums[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif sums[i][j] == sums[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
