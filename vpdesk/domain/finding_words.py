"""The words of the index: texts folded, references in one spelling, and the marks by which a list is narrowed.

A reference is one word without its signs, `229cvbtghu`, whatever signs somebody writes between its parts; with the
year, where it has one, and without. A mark begins with a stroke, which no word that is typed has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from vpdesk.domain.drafts import folded_words
from vpdesk.domain.finding import Findable

LONGEST_WORD: Final = 40
"""Letters of a word that are looked at."""

_LETTERS_OF_WORDS: Final = 900_000
"""Letters of all different words of a document: PostgreSQL bears a megabyte."""


class Mark(Enum):
    """By what a list of documents is narrowed."""

    KIND = "k"
    BOOK = "b"
    TYPE = "t"
    STATE = "s"
    PARTY = "p"
    PERSON = "n"
    DUE = "d"


def index_text(findable: Findable) -> str:
    """All words by which a document is found, a space between them: its marks, its references, its texts in order."""
    words = [*_marks(findable), *reference_words(findable.reference or ""), *_glued(findable.words)]
    return " ".join(_borne((*words, *text_words(findable.words))))


def text_words(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [word for piece in text.split() for word in _words_of(piece)]


@lru_cache(maxsize=1 << 14)
def _words_of(piece: str) -> tuple[str, ...]:
    # Vietnamese has few syllables: most pieces were folded before.
    return tuple(word[:LONGEST_WORD] for word in folded_words(piece).split())


def mark_word(mark: Mark, value: str = "") -> str:
    """The word that stands in the index for a value by which a list is narrowed."""
    return f"/{mark.value}-{glued(value)[:LONGEST_WORD]}"


@lru_cache(maxsize=1 << 12)
def glued(text: str) -> str:
    """The letters and figures of a text, folded, with nothing between them."""
    return folded_words(text).replace(" ", "")


def reference_words(reference: str) -> list[str]:
    """A reference of a document: whole in its spellings, and in its parts; the number with and without noughts."""
    parts = text_words(reference)
    return [*_glued(reference), *(part.lstrip("0") or part for part in parts[:1]), *parts]


def _glued(text: str) -> Iterator[str]:
    """Every reference that a text names, each as one word, without repeating any."""
    seen = dict[str, None]()
    for number, letter, year, rest in _REFERENCE.findall(text):
        symbol, bare = glued(rest), (number.lstrip("0") or number)
        seen[f"{bare}{letter.lower()}{symbol}"[:LONGEST_WORD]] = None
        if year:
            seen[f"{bare}{letter.lower()}{year}{symbol}"[:LONGEST_WORD]] = None
    yield from seen


_REFERENCE = re.compile(
    r"(?<![^\W_])(?<![/-])([0-9]{1,6})([a-zA-Z]?)\s?[-/]\s?"
    r"(?:([0-9]{4})\s?[-/]\s?)?([^\W\d_]+(?:\s?[-/]\s?[^\W_]+)*)"
)


def _marks(findable: Findable) -> Iterator[str]:
    yield mark_word(Mark.KIND, findable.kind.value)
    yield mark_word(Mark.STATE, findable.state)
    for mark, value in ((Mark.BOOK, findable.book), (Mark.TYPE, findable.document_type)):
        if value:
            yield mark_word(mark, value)
    yield from (mark_word(Mark.PARTY, party) for party in (findable.party or "").split("\n") if party)
    if findable.person:
        yield mark_word(Mark.PERSON, findable.person)
    if findable.due_on is not None:
        yield mark_word(Mark.DUE)


def _borne(words: Iterable[str]) -> Iterator[str]:
    """The words up to what the engines bear."""
    seen, letters = set[str](), 0
    for word in words:
        if word not in seen:
            seen.add(word)
            letters += len(word)
            if letters > _LETTERS_OF_WORDS:
                return
        yield word


# --- a letter that slipped ----------------------------------------------------------------------------------------

SHORTEST_SLIP: Final = 3
"""Letters of a word below which any other word would be one letter away."""

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def is_plain_word(word: str) -> bool:
    """Whether a word is worth keeping for those who mistype it: Latin letters, and not too few."""
    return len(word) >= SHORTEST_SLIP and word.isascii() and word.isalpha()


def one_letter_away(word: str) -> set[str]:
    """Every row of letters that a slip of one letter makes of a word: missing, too many, another, two exchanged."""
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    missing = {before + after[1:] for before, after in halves if after}
    exchanged = {before + after[1] + after[0] + after[2:] for before, after in halves if len(after) > 1}
    other = {before + letter + after[1:] for before, after in halves if after for letter in _LETTERS}
    more = {before + letter + after for before, after in halves for letter in _LETTERS}
    return (missing | exchanged | other | more) - {word, ""}
