"""Results kept from one round of work to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """What the last round made, by key.

    A round keeps what it used and drops the rest, so memory follows the document in hand.
    """

    def __init__(self) -> None:
        self._last: dict[K, V] = {}
        self._now: dict[K, V] = {}

    def begin_round(self) -> None:
        """Forget what the round before this one did not use."""
        self._last, self._now = self._now, {}

    def recall(self, key: K, make: Callable[[], V]) -> V:
        """What was made for this key, now or in the last round; otherwise made now."""
        value = self._now.get(key)
        if value is None:
            value = self._last.get(key)
            if value is None:
                value = make()
            self._now[key] = value
        return value


class IdentityMemory(Generic[K, V]):
    """The same for values that are told apart by being the very same object, which costs no comparison.

    The object is kept with its result, so that no other can come to have its identity.
    """

    def __init__(self) -> None:
        self._memory: Memory[tuple[int, K], tuple[object, V]] = Memory()

    def begin_round(self) -> None:
        """Forget what the round before this one did not use."""
        self._memory.begin_round()

    def recall(self, thing: object, circumstances: K, make: Callable[[], V]) -> V:
        """What was made of this very object in these circumstances; otherwise made now."""
        return self._memory.recall((id(thing), circumstances), lambda: (thing, make()))[1]
