"""What a line of a dispatch is by its first words and its last mark: a basis, a heading, an article, a list item."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from vpdesk.domain.body import (
    Article,
    Basis,
    Block,
    Bullet,
    Division,
    DivisionKind,
    Heading,
    Paragraph,
    Runs,
    joined,
    plain_text,
)
from vpdesk.domain.numbering import Number, Ordinal, Rank, number_in

_BASIS = re.compile(r"(?:[-–]\s*)?(?=Căn cứ\s)")
_BASIS_END = re.compile(r"\s*[;,]\s*$")
_SIGNS: Final = ((re.compile(r"[-–•▪*]\s+"), 1), (re.compile(r"[+o]\s+"), 2))
_DIVISION = re.compile(
    rf"({'|'.join(kind.value for kind in DivisionKind)})\s+([IVXL]+|\d{{1,3}}|thứ\s+\w+)(?:\s*[.:–-]\s*(\S.*))?",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", ";", ":")


def recognised(runs: Runs) -> Block:
    """The block that a line of text is."""
    text = plain_text(runs)
    if (sign := _BASIS.match(text)) and (end := _BASIS_END.search(text)):
        return Basis(cut(runs, sign.end(), end.start()))
    for sign_form, level in _SIGNS:
        if sign := sign_form.match(text):
            return Bullet(level, cut(runs, sign.end()))
    if division := division_in(text):
        return division
    number = number_in(text)
    return Paragraph(runs) if number is None else _numbered(runs, text.rstrip(), number)


def _numbered(runs: Runs, text: str, number: Number) -> Block:
    is_sentence = text.endswith(_SENTENCE_ENDS) and len(text) > len(str(number))
    if number.rank == Rank.ARTICLE:
        return article_sentence(runs, number) if is_sentence else Article(unbold(runs))
    if is_sentence or len(text) <= len(str(number)):
        return Paragraph(runs)
    return Heading(heading_level(number), unbold(runs))


def article_sentence(runs: Runs, number: Number) -> Paragraph:
    """An article whose words stand in the line of its number: the number alone is bold."""
    end = len(str(number).rstrip())
    return Paragraph((*(replace(run, bold=True) for run in cut(runs, 0, end)), *cut(runs, end)))


def heading_level(number: Number) -> int:
    """The level of the heading that carries a number: `I-` 1, `1.` 2, `1.1.` and `a)` 3."""
    if number.ordinal is Ordinal.FIGURE:
        return min(len(number.parts) + 1, 6)
    return 3 if number.ordinal is Ordinal.LETTER else 1


def division_in(text: str) -> Division | None:
    """The division that a line names; its title may stand in the same line."""
    found = _DIVISION.fullmatch(text.strip())
    if found is None:
        return None
    kind = next(kind for kind in DivisionKind if kind.value == found[1].lower())
    return Division(kind, found[2], found[3] or "")


def cut(runs: Runs, start: int, stop: int | None = None) -> Runs:
    """The runs between two places of their text; a note stays with the last letter before it."""
    kept, at = [], 0
    for run in runs:
        end = at + len(run.text)
        left, right = max(start - at, 0), len(run.text) if stop is None else max(stop - at, 0)
        text = run.text[left:right]
        inside = end > start and (stop is None or end <= stop)
        if text or (run.note is not None and inside):
            kept.append(replace(run, text=text, note=run.note if inside else None))
        at = end
    return tuple(kept)


def unbold(runs: Runs) -> Runs:
    """The runs without bold where all of them are: the page sets a heading bold by itself."""
    if all(run.bold for run in runs if run.text.strip()):
        return joined(tuple(replace(run, bold=False) for run in runs))
    return runs
