"""WordprocessingML in a few words: elements, lengths, runs of text. With `export.docx` the home of python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement as Element

__all__ = ["Element", "half_points", "rule_at", "shares_in_twips", "text_run", "twips", "w"]

_NAMESPACES = {prefix: nsmap[prefix] for prefix in ("w", "r")}


def w(name: str, /, *children: Element | None, reference: str | None = None, **attributes: object) -> Element:
    """An element of Word's own namespace with these children and attributes; what is None is left out.

    `reference` is the id of a relationship to another part.
    """
    given = {qn(f"w:{key}"): str(value) for key, value in attributes.items() if value is not None}
    if reference is not None:
        given[qn("r:id")] = reference
    element = cast("Element", OxmlElement(f"w:{name}", given, _NAMESPACES))
    element.extend([child for child in children if child is not None])
    return element


def twips(points: float) -> int:
    """Twentieths of a point, in which Word counts lengths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """The unit of sizes of type."""
    return round(points * 2)


def rule_at(side: str, thickness: float, gap: float = 0.0) -> Element:
    """A rule at a side of a paragraph or table, so far from its text (whole points)."""
    return w(side, val="single", sz=max(2, round(thickness * 8)), space=round(gap), color="auto")


def shares_in_twips(shares: tuple[float, ...], width: float) -> list[int]:
    """A width divided by shares, none of them nothing, so that the parts make up the whole."""
    whole, room = sum(shares), twips(width) - len(shares)
    ends = [round(room * end / whole) for end in accumulate(shares, initial=0.0)]
    return [1 + end - start for start, end in pairwise(ends)]


def text_run(text: str, look: Element | None = None) -> Element:
    """A run of text in this look (an rPr); line feeds become line breaks."""
    return w("r", look, *_pieces(text))


def _pieces(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield w("br")
        if line:
            piece = w("t")
            piece.set(qn("xml:space"), "preserve")
            piece.text = line
            yield piece
