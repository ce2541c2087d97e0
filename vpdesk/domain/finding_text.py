"""Where words stand in a text, as people look for them: without accents and capitals unless they typed accents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vpdesk.domain.text import folded, nfc


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words begin and end in a text, from first to last, none over another."""
    wanted = nfc(words).lower()
    plain = _letter_by_letter_folded(wanted)
    if not wanted:
        return
    searched, sought = (_letter_by_letter_folded(text), plain) if plain == wanted else (_lower(text), wanted)
    start = searched.find(sought)
    while start >= 0:
        yield start, start + len(sought)
        start = searched.find(sought, start + len(sought))


@lru_cache(maxsize=1 << 13)
def _letter_by_letter_folded(text: str) -> str:
    """The text folded so that every letter keeps its place."""
    return "".join(map(_folded_letter, text))


@lru_cache(maxsize=1 << 12)
def _folded_letter(letter: str) -> str:
    return folded(letter)[:1] or letter


def _lower(text: str) -> str:
    return "".join(letter.lower()[:1] for letter in text)
