"""Text at the doors: composed Unicode, and what no document may carry."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls, lone surrogates, and the marks that reorder text behind the reader's back:
# a page must show what the file says.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Marks that print nothing. What they say of breaking is said by the rules of the page instead.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def nfc(text: str) -> str:
    """The composed form, the only one inside the program, without marks that print nothing."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def forbidden_character(text: str) -> str | None:
    """The first character that may not stand in a document, or None. A line feed may."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def printable(text: str) -> str:
    """The text on one plain line: whatever does not print is named by its number."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def excerpt(text: str, limit: int = 40) -> str:
    """The beginning of a text, for showing in a sentence."""
    shown = printable(text[: limit + 1])
    return shown if len(text) <= limit else shown[: limit - 1] + "…"


def folded(text: str) -> str:
    """The letters without accents and capitals, for finding: `Đảng ủy` is `dang uy`."""
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in bare if not unicodedata.combining(c)).replace("đ", "d")


def carried(text: str) -> str:
    """The text as a document may carry it: composed, a space for whatever may not stand there."""
    return _FORBIDDEN.sub(" ", nfc(text))


def entered(text: str) -> str | None:
    """What somebody typed or pasted as a document may carry it, each line bare of space around it; None for nothing."""
    lines = carried(text.replace("\u2028", "\n").replace("\u2029", "\n")).strip().split("\n")
    return "\n".join(line.strip() for line in lines) or None


# A sign that begins an entry of a list, and the marks that close one.
_LIST_SIGN = re.compile(r"\s*(?:[-–—+*•·▪]+\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s+)")
_CLOSING_MARKS = " \t\u00a0,;"


def entry(text: str) -> str:
    """A line of a list without the sign before it and the mark after it: both are set by the rules of the page.

    A full stop that belongs to the words (`v.v.`, `...`) stays.
    """
    line = entered(text.replace("\n", " ")) or ""
    while sign := _LIST_SIGN.match(line):
        line = line[sign.end() :]
    line = line.rstrip(_CLOSING_MARKS)
    last_word = line.rsplit(maxsplit=1)[-1] if line else ""
    return line.rstrip(". ").rstrip(_CLOSING_MARKS) if last_word.count(".") == 1 and last_word.endswith(".") else line


def entries(text: str) -> tuple[str, ...]:
    """The entries of a pasted list: its lines, bare, without the empty ones."""
    return tuple(bare for line in text.splitlines() if (bare := entry(line)))
