"""Sheets of XLSX and CSV files, read row by row in a process of its own: `python -m vpdesk.reading.sheets`.

`look PATH` writes what is seen of each sheet, `rows PATH NUMBER` all its rows, some at a time; each line is JSON. A
cell is written as its own value, a day as `{"d": …}`, a fault as `{"e": …}`.
"""

from __future__ import annotations

import contextlib
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final, Protocol

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from vpdesk.domain.text import nfc
from vpdesk.reading.encodings import Legacy, ansi, decode, detect, of_font
from vpdesk.reading.separated import dialect_of, encoding_of

if sys.platform != "win32":
    import resource

MEMORY: Final = 2 * 2**30
"""Bytes that reading a file may take."""
SAMPLE: Final = 60
"""Rows of a sheet that are looked at."""
_TOGETHER: Final = 250
"""Rows that are written in one line."""
_WIDEST: Final = 200
"""Cells of a row that are read; a sheet that was coloured to its end has 16,384."""
_EMPTY_FOR_GOOD: Final = 5000
"""Empty rows after which a sheet is at its end."""
_FAULTS: Final = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

Plain = str | int | float | dict[str, str] | None
RawRow = tuple[object, ...]


class Book(Protocol):
    """A file with sheets."""

    def names(self) -> list[str]:
        """The names of its sheets, in order."""

    def rows(self, sheet: int) -> Iterator[RawRow]:
        """The rows of a sheet."""

    def fonts(self, sheet: int) -> list[Legacy | None]:
        """The writing of each column, as far as its font tells."""

    def uncomputed(self, sheet: int) -> int:
        """How many formulas of the first rows have no value."""


class Trouble(Exception):
    """What is wrong with a file, by the name of the desk's error."""


# --- the two kinds of files ---------------------------------------------------------------------------------------


def ask_no_sizes() -> None:
    """Let openpyxl, in this process, not ask how large a sheet is.

    What a file says may be wrong, and where it says nothing, openpyxl reads all of the sheet to find out.
    """
    setattr(ReadOnlyWorksheet, "_get_size", lambda _sheet: None)  # noqa: B010 -- its types know nothing of it


class Workbook:
    """An XLSX file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = load_workbook(path, read_only=True, data_only=True, keep_links=False)

    def names(self) -> list[str]:
        """The names of its sheets, in order; a chart is none."""
        return [sheet.title for sheet in self._book.worksheets]

    def _sheet(self, sheet: int, book: Any = None) -> Any:
        return (book or self._book).worksheets[sheet]

    def rows(self, sheet: int) -> Iterator[RawRow]:
        """The rows of a sheet."""
        # Nothing is said of columns: openpyxl would fill each row up to the last that is asked for.
        return (row[:_WIDEST] for row in self._sheet(sheet).iter_rows(values_only=True))

    def fonts(self, sheet: int) -> list[Legacy | None]:
        """The writing of each column, by the font of most of its words."""
        counts: list[dict[Legacy | None, int]] = []
        for row in islice(self._sheet(sheet).iter_rows(), SAMPLE):
            counts += [{} for _ in range(min(len(row), _WIDEST) - len(counts))]
            for column, cell in enumerate(row[:_WIDEST]):
                if isinstance(cell.value, str):
                    legacy = of_font(cell.font.name)
                    counts[column][legacy] = counts[column].get(legacy, 0) + 1
        return [max(tally, key=lambda one: tally[one]) if tally else None for tally in counts]

    def uncomputed(self, sheet: int) -> int:
        """How many formulas of the first rows have no value: written by a program that computes none."""
        with contextlib.closing(load_workbook(self._path, read_only=True, keep_links=False)) as other:
            formulas = islice(self._sheet(sheet, other).iter_rows(values_only=True), SAMPLE)
            return sum(
                isinstance(formula, str) and formula.startswith("=") and value is None
                for written, computed in zip(formulas, self.rows(sheet), strict=False)
                for formula, value in zip(written, computed, strict=False)
            )


class Separated:
    """A CSV file: one sheet, named like the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = encoding_of(path)
        with self._open() as file:
            self._dialect = dialect_of(list(islice(file, SAMPLE)))

    def _open(self) -> Any:
        return self._path.open(encoding=self._encoding, errors="replace", newline="")

    def names(self) -> list[str]:
        """The name of its sheet."""
        return [self._path.stem]

    def rows(self, sheet: int) -> Iterator[RawRow]:  # noqa: ARG002 -- there is only one
        """The rows of the file."""
        csv.field_size_limit(2**24)
        with self._open() as file:
            lines = map(ansi, file) if self._encoding == "latin-1" else file
            for cells in csv.reader((line.replace("\0", "") for line in lines), self._dialect):
                yield tuple(cell if cell.strip() else None for cell in cells[:_WIDEST])

    def fonts(self, sheet: int) -> list[Legacy | None]:  # noqa: ARG002 -- there is only one
        """Nothing: a CSV file has no fonts."""
        return []

    def uncomputed(self, sheet: int) -> int:  # noqa: ARG002 -- there is only one
        """None: a CSV file has no formulas."""
        return 0


def open_book(path: Path) -> Book:
    """A file with sheets, by what it is and not by what it is called. Raises Trouble."""
    with path.open("rb") as file:
        head = file.read(8)
        if head == _OLE:
            raise Trouble("SheetLocked" if _ENCRYPTED in file.read(2**22) else "SheetTooOld")
    try:
        return Workbook(path) if head.startswith(b"PK") else Separated(path)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- a broken file makes a parser fail in every way there is
        raise Trouble("SheetBroken") from None


# --- words and rows -----------------------------------------------------------------------------------------------


def writings(book: Book, sheet: int) -> list[Legacy | None]:
    """How the words of each column were written, by its fonts and by what its words say."""
    by_font = book.fonts(sheet)
    texts: list[list[str]] = []
    for row in islice(book.rows(sheet), SAMPLE):
        texts += [[] for _ in range(len(row) - len(texts))]
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                texts[column].append(cell)
    by_font += [None] * (len(texts) - len(by_font))
    of_all = detect(" ".join(word for column in texts for word in column))
    return [
        font or (detect(" ".join(words)) if words else None) or of_all
        for font, words in zip(by_font, texts, strict=False)
    ]


def plain_rows(rows: Iterable[RawRow], legacies: Sequence[Legacy | None]) -> Iterator[tuple[int, list[Plain]]]:
    """Every row that is not empty, with its line."""
    ways = [_way(legacy) for legacy in legacies]
    usual, empty = _way(next(filter(None, legacies), None)), 0
    for line, row in enumerate(rows, 1):
        cells = [
            None if value is None else (ways[column] if column < len(ways) else usual)(value)
            for column, value in enumerate(row)
        ]
        while cells and cells[-1] is None:
            cells.pop()
        empty = 0 if cells else empty + 1
        if empty > _EMPTY_FOR_GOOD:
            return
        if cells:
            yield line, cells


def _way(legacy: Legacy | None) -> Callable[[object], Plain]:
    def plain(value: object) -> Plain:
        match value:
            case str():
                if value in _FAULTS:
                    return {"e": value}
                return (nfc(value) if legacy is None else decode(value, legacy)) if value.strip() else None
            case bool():
                return str(value).upper()
            case int() | float():
                return value
            case datetime():
                return {"d": value.date().isoformat()}
            case date():
                return {"d": value.isoformat()}
            case timedelta():
                return str(value)
            case _:
                return str(value)

    return plain


def _look(book: Book) -> Iterator[object]:
    for sheet, name in enumerate(book.names()):
        legacies = writings(book, sheet)
        rows = islice(plain_rows(book.rows(sheet), legacies), SAMPLE)
        writing = next(filter(None, legacies), None)
        yield {
            "name": name,
            "rows": list(rows),
            "writing": writing.value if writing else None,
            "uncomputed": book.uncomputed(sheet),
        }


def _rows(book: Book, sheet: int) -> Iterator[object]:
    rows = plain_rows(book.rows(sheet), writings(book, sheet))
    while together := list(islice(rows, _TOGETHER)):
        yield together


def main(arguments: Sequence[str]) -> int:
    """Tell what a file holds, line by line, and at the end that it was all, or what is wrong with it."""
    act, path, *rest = arguments
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    ask_no_sizes()
    try:
        book = open_book(Path(path))
        for told in _look(book) if act == "look" else _rows(book, int(rest[0])):
            _write({"told": told})
        _write({"end": None})
    except Trouble as trouble:
        _write({"trouble": str(trouble)})
    except Exception:  # noqa: BLE001 -- as in `open_book`: what is wrong may only show in the middle
        _write({"trouble": "SheetBroken"})
    return 0


def _write(told: object) -> None:
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
