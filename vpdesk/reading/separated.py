"""What a CSV file does not say of itself: how its letters are written, and what parts its cells."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from vpdesk.reading.encodings import is_syllable

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_PIECE: Final = 2**20


def encoding_of(path: Path) -> str:
    """The encoding of a text file by its name in Python; `latin-1` stands for any of one byte a letter.

    A file without a mark is UTF-8 where all of it can be read so: other writings hardly ever can.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if head.count(0) * 4 > len(head):
        return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
    if _is_utf8(path):
        return "utf-8"
    return "cp1258" if _is_windows_vietnamese(head) else "latin-1"


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            while file.read(_PIECE):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _is_windows_vietnamese(head: bytes) -> bool:
    """Whether the words make sense as Windows wrote Vietnamese (code page 1258): its tones follow their vowels."""
    words = [
        word for word in head.decode("cp1258", "replace").split() if any("\u0300" <= one <= "\u0323" for one in word)
    ]
    return bool(words) and sum(is_syllable(word.strip(".,;:()\"'")) for word in words) * 2 > len(words)


class _Form(csv.excel):
    """A CSV as most programs write it."""


def dialect_of(lines: Sequence[str]) -> type[csv.Dialect]:
    """What parts the cells: the sign by which the most lines have the same number of cells, and more than one."""
    return type("_Chosen", (_Form,), {"delimiter": max(",;\t|", key=lambda sign: _evenness(lines, sign))})


def _evenness(lines: Sequence[str], sign: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
    except csv.Error:
        return 0
    return max((count * width for width, count in widths.items()), default=0)
