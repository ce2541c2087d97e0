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
