"""The words of a page put together to lines, each within its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from statistics import median

from vpdesk.domain.read_pages import Box, ReadPage, Word

_SAME_LINE = 0.55
"""Of the usual height of a word: how far the middles of two words of a line may lie apart."""
_SAME_COLUMN = 1.15
"""Of the usual height of a word: the widest space inside a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What they say."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Where they stand."""
        return box_of(self.words)

    @property
    def centre(self) -> float:
        """Half way between its ends, from the page's left edge."""
        return (self.box.left + self.box.right) / 2


def box_of(words: Sequence[Word]) -> Box:
    """The place of words that follow one another."""
    return reduce(Box.joined, (word.box for word in words))


def words_between(words: Sequence[Word], start: int, end: int) -> tuple[Word, ...]:
    """The words that stand between two letters of what words say, a space between each two of them."""
    return tuple(word for word, at in _places(words) if at < end and at + len(word.text) > start)


def _places(words: Sequence[Word]) -> Iterator[tuple[Word, int]]:
    at = 0
    for word in words:
        yield word, at
        at += len(word.text) + 1


def lines_of(page: ReadPage) -> tuple[Line, ...]:
    """The lines of a page, from its top to its foot, those of one height from left to right."""
    if not page.words:
        return ()
    usual = median(word.box.height for word in page.words)
    chains: list[list[Word]] = []
    for word in sorted(page.words, key=lambda one: one.box.left):
        before = [chain for chain in chains if _follows(word, chain[-1], usual)]
        if before:
            min(before, key=lambda chain: abs(chain[-1].box.middle - word.box.middle)).append(word)
        else:
            chains.append([word])
    lines = [Line(tuple(chain)) for chain in chains]
    return tuple(sorted(lines, key=lambda line: (round(line.box.middle / usual), line.box.left)))


def _follows(word: Word, last: Word, usual: float) -> bool:
    apart = word.box.left - last.box.right
    return (
        abs(word.box.middle - last.box.middle) <= _SAME_LINE * usual
        and -_SAME_LINE * usual <= apart <= _SAME_COLUMN * usual
    )
