"""Where what was typed stands in a text that was found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vpdesk.domain.finding_words import text_words
from vpdesk.domain.search_query import Term

Span = tuple[int, int]
"""Where a mark begins and ends in a text."""


def marked(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """The stretches of a text that answer to what was typed, from first to last, none over another."""
    wanted = tuple(terms)
    found = [
        (word.start(), word.start() + letters)
        for word in _WORD.finditer(text)
        if (letters := max((_answer(word[0], term) for term in wanted), default=0))
    ]
    found += [span for term in wanted if (span := _number(text, term)) is not None]
    return _joined(sorted(found))


_WORD = re.compile(r"[^\W_]+")


def _answer(word: str, term: Term) -> int:
    """How many letters of a word answer to a term; none where it is another word."""
    folded = "".join(text_words(word))
    if folded == term.word:
        return len(word)
    return len(term.word) if term.is_prefix and folded.startswith(term.word) else 0


def _number(text: str, term: Term) -> Span | None:
    """The stretch of a reference, with its signs, that a number typed with its symbol means."""
    if not (term.word[:1].isdigit() and term.word[-1:].isalpha()):
        return None
    letters = [(place, "".join(text_words(letter))) for place, letter in enumerate(text) if letter.isalnum()]
    plain = "".join(letter for _place, letter in letters)
    start = plain.find(term.word)
    if start < 0 or len(plain) != len(letters) or (start and plain[start - 1] != "0" and plain[start - 1].isdigit()):
        return None
    return letters[start][0], letters[start + len(term.word) - 1][0] + 1


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def around(text: str, spans: tuple[Span, ...], letters: int) -> tuple[str, tuple[Span, ...]]:
    """A text that is too long for its place, cut so that its first mark is among the first letters; with its marks."""
    if not spans or spans[0][1] <= letters:
        return text, spans
    start = max(0, spans[0][0] - letters // 3)
    start = text.find(" ", start, spans[0][0]) + 1 or start
    return f"…{text[start:]}", tuple((one - start + 1, other - start + 1) for one, other in spans)
