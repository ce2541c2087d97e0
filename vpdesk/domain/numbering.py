"""The numbers that headings, articles, divisions and numbered paragraphs carry in their text.

What number comes next, and what a body reads after something was put in or taken out: the numbers behind it that went
on in sequence go on so, all others stay as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from itertools import takewhile
from operator import eq
from typing import Final

from vpdesk.domain.body import (
    Article,
    Block,
    Body,
    Division,
    DivisionKind,
    Heading,
    Paragraph,
    Runs,
    plain_text,
)

_ROMAN: Final = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters that points are counted with; Vietnamese leaves out f, j, w, z and those with marks, but not đ."""


class Ordinal(Enum):
    """What a number is written with."""

    ROMAN = "I"
    FIGURE = "1"
    LETTER = "a"
    CAPITAL = "A"

    def spell(self, parts: tuple[int, ...]) -> str:
        """The ordinal in letters or figures."""
        last = parts[-1]
        match self:
            case Ordinal.ROMAN:
                return roman(last)
            case Ordinal.FIGURE:
                return ".".join(map(str, parts))
            case _:
                letter = _LETTERS[(last - 1) % len(_LETTERS)]
                return letter.upper() if self is Ordinal.CAPITAL else letter


class Rank(IntEnum):
    """The depth of a kind of number: each closes the rows of all below it."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    CAPITAL = 4
    ROMAN = 5
    FIGURE = 6  # 1., and as many below it as 1.1. has points
    LETTER = 20


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: `head` stands before the ordinal, `mark` behind it, as in `Điều 1. `."""

    rank: int
    ordinal: Ordinal
    parts: tuple[int, ...]
    head: str = ""
    mark: str = ""

    def __str__(self) -> str:
        return self.head + self.spelt + self.mark

    @property
    def spelt(self) -> str:
        """The ordinal alone."""
        return self.ordinal.spell(self.parts)

    @property
    def next(self) -> Number:
        """The number that comes after this one."""
        return self.counting(self.parts[-1] + 1)

    def counting(self, last: int) -> Number:
        """This number with another last part."""
        return replace(self, parts=(*self.parts[:-1], last))

    @property
    def row(self) -> tuple[int, Ordinal, str]:
        """What the numbers of one row have in common."""
        return self.rank, self.ordinal, self.mark.strip()


# --- reading and writing ------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"(Điều\s+)(\d{1,4})([.:]?(?:\s+|$)|[.:])", re.IGNORECASE)
_TEXT_FORMS: Final = (
    (re.compile(r"()([IVXL]+)(\s?[-–]\s*|[.)](?:\s+|$))"), Ordinal.ROMAN, Rank.ROMAN),
    (re.compile(r"()([A-EGHKM-UXYĐ])([.)-](?:\s+|$))"), Ordinal.CAPITAL, Rank.CAPITAL),
    (re.compile(r"()(\d{1,3}(?:\.\d{1,3})+)([.)]?(?:\s+|$))"), Ordinal.FIGURE, Rank.FIGURE),
    (re.compile(r"()(\d{1,3})([.)](?:\s+|$)|-\s+)"), Ordinal.FIGURE, Rank.FIGURE),
    (re.compile(r"()([a-eghik-vxyđ])(\)(?:\s+|$)|\.\s+)"), Ordinal.LETTER, Rank.LETTER),
)
_DIVISION_RANKS: Final = {
    DivisionKind.PART: Rank.PART,
    DivisionKind.CHAPTER: Rank.CHAPTER,
    DivisionKind.SECTION: Rank.SECTION,
}


def number_in(text: str) -> Number | None:
    """The number that a line of text begins with."""
    if article := _ARTICLE.match(text):
        return Number(Rank.ARTICLE, Ordinal.FIGURE, (int(article[2]),), article[1], article[3])
    for form, ordinal, rank in _TEXT_FORMS:
        if found := form.match(text):
            parts = _parts(ordinal, found[2])
            if parts is not None:
                return Number(rank + len(parts) - 1, ordinal, parts, mark=found[3])
    return None


def number_of(block: Block) -> Number | None:
    """The number a block carries; lists, bases and tables have none of their own."""
    match block:
        case Paragraph(runs) | Heading(_, runs) | Article(runs):
            return number_in(plain_text(runs))
        case Division(kind, number):
            for ordinal in (Ordinal.ROMAN, Ordinal.FIGURE):
                parts = _parts(ordinal, number)
                if parts is not None:
                    return Number(_DIVISION_RANKS[kind], ordinal, parts)
            return None
        case _:
            return None


def with_number(block: Block, number: Number) -> Block:
    """A block that carries a number, with another in its place."""
    before = number_of(block)
    if before is None or before == number:
        return block
    match block:
        case Paragraph(runs) | Heading(_, runs) | Article(runs):
            start = len(before.head)
            return replace(block, runs=_respelt(runs, start, start + len(before.spelt), number.spelt))
        case Division():
            return replace(block, number=number.spelt)
        case _:
            return block


def _respelt(runs: Runs, start: int, stop: int, words: str) -> Runs:
    """The runs with other words between two places, in the style of the first letter they replace."""
    respelt, at = [], 0
    for run in runs:
        left, right = max(start - at, 0), max(stop - at, 0)
        put = words if at <= start < at + len(run.text) else ""
        respelt.append(replace(run, text=run.text[:left] + put + run.text[right:]) if left < len(run.text) else run)
        at += len(run.text)
    return tuple(run for run in respelt if run.text or run.note is not None)


def _parts(ordinal: Ordinal, spelt: str) -> tuple[int, ...] | None:
    """The parts of an ordinal; None where it is not spelt as it should be."""
    match ordinal:
        case Ordinal.ROMAN:
            value = next((value for value in range(1, 90) if roman(value) == spelt), None)
            return None if value is None else (value,)
        case Ordinal.FIGURE:
            figures = spelt.split(".")
            return tuple(map(int, figures)) if all(figure.isdecimal() for figure in figures) else None
        case _:
            place = _LETTERS.find(spelt.lower())
            return None if place < 0 else (place + 1,)


def roman(value: int) -> str:
    """A number as Romans wrote it: IV."""
    spelt = ""
    for worth, sign in _ROMAN:
        spelt += sign * (value // worth)
        value %= worth
    return spelt


# --- rows of numbers ----------------------------------------------------------------------------------------------


class _Scope:
    """The last number of each row that is still open at a place of a body."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, Ordinal, str], Number] = {}

    def before(self, number: Number) -> Number | None:
        """The number before this one in its row."""
        return self._last.get(number.row)

    def parent(self, number: Number) -> Number | None:
        """The number whose part this one is, as 1. is of 1.1."""
        if len(number.parts) < 2:
            return None
        return self.open_at(number.rank - 1)

    def open_at(self, rank: int) -> Number | None:
        """The last number of a rank."""
        return next((last for row, last in self._last.items() if row[0] == rank), None)

    def enter(self, number: Number) -> None:
        """Go on behind a number."""
        # Chapters count on through parts, and articles through everything, unless they were typed otherwise.
        kept = {Rank.CHAPTER, Rank.ARTICLE}
        self._last = {
            row: last
            for row, last in self._last.items()
            if row[0] <= number.rank or (row[0] in kept and number.rank < Rank.ARTICLE)
        }
        self._last[number.row] = number


def _numbers(body: Body) -> Iterator[tuple[int, Number]]:
    for place, block in enumerate(body):
        number = number_of(block)
        if number is not None:
            yield place, number


def renumbered(before: Body, after: Body) -> Body:
    """The body after an edit with the numbers behind it going on in sequence where they did so before.

    Blocks whose number does not change stay the same objects.
    """
    tail = _alike_at_the_end(before, after)
    shift = len(after) - len(before)
    links = dict(_links(before))
    scope, blocks = _Scope(), list(after)
    for place, number in _numbers(after):
        follows, belongs = links.get(place - shift, (False, False)) if place >= len(after) - tail else (False, False)
        last, parent = scope.before(number), scope.parent(number)
        if belongs and parent is not None:
            number = replace(number, parts=(*parent.parts, number.parts[-1]))  # noqa: PLW2901 -- the number it has now
        if follows:
            number = number.counting(last.parts[-1] + 1 if last else 1)  # noqa: PLW2901 -- the same
        blocks[place] = with_number(blocks[place], number)
        scope.enter(number)
    return tuple(blocks)


def _links(body: Body) -> Iterator[tuple[int, tuple[bool, bool]]]:
    """Of each number: whether it goes on from the one before, and whether it begins with its parent's."""
    scope = _Scope()
    for place, number in _numbers(body):
        last, parent = scope.before(number), scope.parent(number)
        follows = number.parts[-1] == (last.parts[-1] + 1 if last else 1)
        yield place, (follows, parent is not None and parent.parts == number.parts[:-1])
        scope.enter(number)


def _alike_at_the_end(before: Body, after: Body) -> int:
    """How many blocks at the end are as before; what lies before them is as typed."""
    head = sum(1 for _ in takewhile(bool, map(eq, before, after)))
    tail = sum(1 for _ in takewhile(bool, map(eq, reversed(before), reversed(after))))
    return min(tail, min(len(before), len(after)) - head)


def number_at_level(body: Body, place: int, level: int) -> Number:
    """The number that a heading of this level has at a place of a body, counted on from those before it."""
    scope = _Scope()
    for at, number in _numbers(body):
        if at >= place:
            break
        scope.enter(number)
    first = _first_at_level(level, scope)
    last = scope.before(first)
    return last.next if last else first


def _first_at_level(level: int, scope: _Scope) -> Number:
    if level == 1:
        return Number(Rank.ROMAN, Ordinal.ROMAN, (1,), mark="- ")
    depth = level - 1
    parent = scope.open_at(Rank.FIGURE + depth - 2) if depth > 1 else None
    if depth == 1 or parent is not None:
        parts = (*(parent.parts if parent else ()), 1)
        return Number(Rank.FIGURE + depth - 1, Ordinal.FIGURE, parts, mark=". ")
    return Number(Rank.LETTER, Ordinal.LETTER, (1,), mark=") ")
