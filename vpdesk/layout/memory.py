"""What was made of a row of things, kept while the row changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Generic, TypeVar

T = TypeVar("T")
V = TypeVar("V")


class Succession(Generic[T, V]):
    """What was made of each thing in a row.

    Things are told apart by being the very same object, which costs no comparison. When the row changes, what lies
    at its unchanged ends is kept as it was; so a keystroke costs what it changes, however long the row.
    """

    def __init__(self) -> None:
        self._things: Sequence[T] = ()
        self._made: list[V] = []

    def follow(self, things: Sequence[T], make: Callable[[int, V | None], V]) -> list[V]:
        """What is made of each of these things.

        `make` is called for those between the unchanged ends, and for one more on either side, which has a new
        neighbour; it gets the place of the thing and what was made of it last time. The list is kept: what the caller
        changes in it is what `make` will be given.
        """
        before, after = _unchanged_ends(self._things, things)
        start, stop = max(before - 1, 0), len(things) - max(after - 1, 0)
        old_stop = stop + len(self._things) - len(things)
        if before < max(len(things), len(self._things)):
            old_things, old_made = self._things[start:old_stop], self._made[start:old_stop]
            known = {id(thing): made for thing, made in zip(old_things, old_made, strict=True)}
            made = [make(place, known.get(id(things[place]))) for place in range(start, stop)]
            self._made = [*self._made[:start], *made, *self._made[old_stop:]]
        self._things = things
        return self._made


def _unchanged_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many at the beginning, and how many of the rest at the end, are the very same objects."""
    shorter = min(len(old), len(new))
    # In one sweep of built-in functions: this is the only work that grows with the whole row.
    before = next(compress(count(), map(is_not, old, new)), shorter)
    after = next(compress(count(), map(is_not, reversed(old), reversed(new))), shorter)
    return before, min(after, shorter - before)
