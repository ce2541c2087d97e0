"""What somebody who types may mean, of what was written before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vpdesk.domain.text import folded

MOST = 8


def suggestions(typed: str, used: Mapping[str, int], most: int = MOST) -> tuple[str, ...]:
    """The earlier values that what was typed may stand for, most used first; `used` counts the uses of each.

    Accents and capitals do not matter. A value is found by any part of it, or word by word: each thing typed is the
    beginning of a word or the initials of several (`btg thanh` for Ban Tuyên giáo Thành ủy). A value typed in full
    asks for nothing.
    """
    wanted = folded(typed).split()
    if not wanted or typed.strip() in used:
        return ()
    found = [value for value in used if _may_be_meant(wanted, folded(value))]
    whole = " ".join(wanted)
    found.sort(key=lambda value: (-used[value], not folded(value).startswith(whole), folded(value)))
    return tuple(found[:most])


def _may_be_meant(wanted: Sequence[str], value: str) -> bool:
    words = [word.strip("(),.;:“”\"'-") for word in value.split()]
    words = [word for word in words if word]
    starts = range(len(words))
    return " ".join(wanted) in " ".join(value.split()) or any(_follow(wanted, words[start:]) for start in starts)


def _follow(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words begin with what is wanted, each a word's beginning or the initials of several."""
    if not wanted:
        return True
    first, *rest = wanted
    if words and words[0].startswith(first) and _follow(rest, words[1:]):
        return True
    initials = "".join(word[0] for word in words[: len(first)])
    return initials == first and _follow(rest, words[len(first) :])
