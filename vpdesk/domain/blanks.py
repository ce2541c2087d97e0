"""Blanks: the places of a dispatch that wait for the officer.

A blank is a pair of square brackets in the text itself, so it shows on the page, lives through every file and is
typed on any keyboard. There are two kinds:

- `[tên hội nghị]` is to be filled in; the words in it are the hint, `[…]` gives none;
- `[10/02/2025?]`, with a question mark at its end, holds a value from elsewhere, to be confirmed or replaced.

Brackets around figures alone, such as `[1]`, are the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.passages import MEMBERS, Passage, Path, Splice, passages_in, revised

BODY = "tên cơ quan"
"""The hint where the running text names the issuing body, as in `Ban Tuyên giáo Huyện ủy`."""
COMMITTEE = "cấp ủy"
"""The hint where the running text names the committee the body answers to, as in `Huyện ủy`."""

BLANK = re.compile(r"\[(?P<words>[^\[\]\n]*(?:[^\W\d_]|…)[^\[\]\n]*|[^\[\]\n]+\?)\]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank from `start` to `end` of the passage at a path; `words` are its hint, or the value to be confirmed."""

    path: Path
    start: int
    end: int
    words: str
    to_confirm: bool = False


def marked(value: str) -> str:
    """A value from elsewhere as a blank to be confirmed."""
    return f"[{value}?]"


def find_blanks(dispatch: Dispatch) -> tuple[Blank, ...]:
    """Every blank, in the order of the form."""
    return BlankFinder().find(dispatch)


class BlankFinder:
    """Finds the blanks of a dispatch again and again. In what is the same object as before it does not look again."""

    def __init__(self) -> None:
        self._known: dict[int, _Found] = {}

    def find(self, dispatch: Dispatch) -> tuple[Blank, ...]:
        """Every blank, in the order of the form."""
        known, self._known = self._known, {}
        blanks: list[Blank] = []
        for member in MEMBERS:
            value = getattr(dispatch, member)
            parts = value if isinstance(value, tuple) else (value,)
            for number, part in enumerate(parts):
                found = self._known[id(part)] = known.get(id(part)) or _Found(part, tuple(_blanks_in(part)))
                if found.blanks:
                    way = (member, number) if parts is value else (member,)
                    blanks += [replace(blank, path=(*way, *blank.path)) for blank in found.blanks]
        return tuple(blanks)


class _Found(NamedTuple):
    """The blanks of a part of a dispatch, their paths beginning in it. While it is held nothing else has its id."""

    part: object
    blanks: tuple[Blank, ...]


def _blanks_in(part: object) -> Iterator[Blank]:
    return (blank for passage in passages_in(part, ()) for blank in _blanks(passage))


def blank_behind(blanks: Sequence[Blank], other: Blank | None) -> Blank | None:
    """The first of some blanks behind the place of another, which may be filled by now; from the last the first.

    None where there are no blanks.
    """
    behind = (blank for blank in blanks if other is None or _order(blank) > _order(other))
    return next(behind, next(iter(blanks), None))


def _order(blank: Blank) -> tuple[tuple[int, str], ...]:
    """Where a blank stands in the order of the form."""
    member, *rest = blank.path
    steps = [MEMBERS.index(str(member)), *rest, blank.start]
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in steps)


def fill(dispatch: Dispatch, blank: Blank, words: str) -> Dispatch:
    """The dispatch with these words instead of one of its blanks."""
    return revised(
        dispatch, lambda passage: [Splice(blank.start, blank.end, words)] if passage.path == blank.path else []
    )


def confirm(dispatch: Dispatch, blank: Blank) -> Dispatch:
    """The dispatch with the value of a blank left as it was."""
    return fill(dispatch, blank, blank.words)


def fill_known(dispatch: Dispatch, known: Mapping[str, str]) -> Dispatch:
    """The dispatch with every blank filled whose hint is known; a hint in capitals is filled in capitals."""

    def known_words(passage: Passage) -> list[Splice]:
        return [
            Splice(blank.start, blank.end, words.upper() if blank.words.isupper() else words)
            for blank in _blanks(passage)
            if not blank.to_confirm and (words := known.get(blank.words.lower())) is not None
        ]

    return revised(dispatch, known_words)


def _blanks(passage: Passage) -> Iterator[Blank]:
    for found in BLANK.finditer(passage.text):
        words = found["words"]
        to_confirm = words.endswith("?")
        hint = words.removesuffix("?") if to_confirm else words.strip("… ")
        yield Blank(passage.path, found.start(), found.end(), hint, to_confirm)
