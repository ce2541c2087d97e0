"""Where two texts differ, word by word.

A word is what stands between spaces, without the punctuation around it: `18-NQ/TW` and `25/10/2017` are one. How
many spaces part two words does not count, since the page sets one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:[^\w\s]+\w+)*|\n|[^\w\s]")
_MOST_PAIRS = 4_000_000
"""Words of one text times those of the other beyond which they are not compared one by one."""


class Difference(NamedTuple):
    """What stood from `old_start` to `old_end` of a text, and now stands from `start` to `end`; either may be nothing.

    Where nothing stands now, both are the end of the word before.
    """

    old_start: int
    old_end: int
    start: int
    end: int


class Word(NamedTuple):
    """A word or mark from `start` to `end`; `key` is what it is compared by."""

    start: int
    end: int
    key: str


def words_of(text: str) -> list[Word]:
    """The words and marks of a text. One that stands close behind another is another than one behind a space."""
    words, last = [], -1
    for found in _WORD.finditer(text):
        start, end = found.span()
        words.append(Word(start, end, f"+{found[0]}" if start == last else found[0]))
        # What begins a line stands close to nothing.
        last = -1 if found[0] == "\n" else end
    return words


def compare_words(before: str, after: str) -> tuple[Difference, ...]:
    """Where a text differs from what it was, in reading order, with as little noise as can be."""
    if before == after:
        return ()
    old, new = words_of(before), words_of(after)
    stretches = _joined(_stretches([word.key for word in old], [word.key for word in new]), new)
    return tuple(Difference(*_span(old, *one[:2]), *_span(new, *one[2:])) for one in stretches)


def compared_pairs(before: str, after: str, differences: Sequence[Difference]) -> Iterator[tuple[Word, Word]]:
    """The words that stayed, each as it stood and as it stands."""
    old = _outside(words_of(before), [one[:2] for one in differences])
    new = _outside(words_of(after), [one[2:] for one in differences])
    return zip(old, new, strict=True)


def likeness(before: str, after: str) -> float:
    """The share of their different words that two texts have in common: 1 where they say the same in any order."""
    one, other = _vocabulary(before), _vocabulary(after)
    count = len(one) + len(other)
    return 2 * len(one & other) / count if count else 1.0


@lru_cache(maxsize=1 << 12)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(text.split())


class _Stretch(NamedTuple):
    """The words from `first` up to `last` of the old text, instead of which stand those from `start` up to `end`."""

    first: int
    last: int
    start: int
    end: int

    @property
    def size(self) -> int:
        return max(self.last - self.first, self.end - self.start)

    def is_like(self, other: _Stretch) -> bool:
        """Whether both only add, or both only take away."""
        adds = self.first == self.last and other.first == other.last
        return adds or (self.start == self.end and other.start == other.end)


def _stretches(old: Sequence[str], new: Sequence[str]) -> list[_Stretch]:
    shorter = min(len(old), len(new))
    head = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    tail = next((k for k in range(shorter - head) if old[-1 - k] != new[-1 - k]), shorter - head)
    rest, others = old[head : len(old) - tail], new[head : len(new) - tail]
    if not rest and not others:
        return []
    if len(rest) * len(others) > _MOST_PAIRS:
        return [_Stretch(head, len(old) - tail, head, len(new) - tail)]
    steps = SequenceMatcher(None, rest, others, autojunk=False).get_opcodes()
    return [
        _Stretch(head + first, head + last, head + start, head + end)
        for step, first, last, start, end in steps
        if step != "equal"
    ]


def _joined(stretches: Sequence[_Stretch], new: Sequence[Word]) -> list[_Stretch]:
    """Neighbours that little parts as one: a word, or few beside what changed on both sides."""
    joined: list[_Stretch] = []
    for one in stretches:
        if joined and not joined[-1].is_like(one):
            last = joined[-1]
            between = sum(word.key[-1].isalnum() for word in new[last.end : one.start])
            if between <= max(1, min(last.size, one.size) // 3):
                joined[-1] = _Stretch(last.first, one.last, last.start, one.end)
                continue
        joined.append(one)
    return joined


def _span(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """From where to where some words stand in their text."""
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[first - 1].end if first else 0
    return at, at


def _outside(words: Sequence[Word], spans: Sequence[Sequence[int]]) -> Iterator[Word]:
    """The words that stand in none of some spans, which are in order."""
    number = 0
    for word in words:
        while number < len(spans) and spans[number][1] <= word.start:
            number += 1
        if number == len(spans) or word.end <= spans[number][0]:
            yield word
