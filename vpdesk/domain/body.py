"""What stands between the head and the signature: blocks of styled runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum


class Elevation(Enum):
    """Whether a run stands on the line, above it or below it."""

    NORMAL = "normal"
    RAISED = "super"
    LOWERED = "sub"


class Alignment(Enum):
    """How the lines of a paragraph meet its edges."""

    JUSTIFIED = "justify"
    LEFT = "left"
    CENTRED = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `note` is a footnote called after it."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    elevation: Elevation = Elevation.NORMAL
    note: str | None = None


Runs = tuple[Run, ...]


def plain_text(runs: Runs) -> str:
    """The words of some runs without their styles."""
    return "".join(run.text for run in runs)


def split_lines(runs: Runs) -> tuple[Runs, ...]:
    """The runs between line feeds; a note stays with the text before it."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        *ended, last = run.text.split("\n")
        for text in ended:
            lines[-1].append(replace(run, text=text, note=None))
            lines.append([])
        lines[-1].append(replace(run, text=last))
    return tuple(tuple(line) for line in lines)


def joined(runs: Iterable[Run]) -> Runs:
    """The same words in as few runs as can be."""
    tidied: list[Run] = []
    for run in runs:
        if not run.text and run.note is None:
            continue
        last = tidied[-1] if tidied else None
        if last is not None and last.note is None and same_marks(last, run):
            tidied[-1] = replace(run, text=last.text + run.text)
        else:
            tidied.append(run)
    return tuple(tidied)


def same_marks(one: Run, other: Run) -> bool:
    """Whether two runs look alike."""
    return replace(one, text="", note=None) == replace(other, text="", note=None)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `indent` is the first line's, in millimetres, None for the pack's own."""

    runs: Runs
    align: Alignment | None = None
    indent: float | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """One legal basis (căn cứ); its list sign and closing mark are the rule pack's."""

    runs: Runs
    align: Alignment | None = None
    indent: float | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is the depth of its numbering, 1 for `I-`; the number is in the text."""

    level: int
    runs: Runs


class DivisionKind(Enum):
    """The large divisions of a regulation, by the word printed."""

    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"


@dataclass(frozen=True, slots=True)
class Division:
    """A part, chapter or section with its number and title, each on its own centred line."""

    kind: DivisionKind
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """The heading line of an article (Điều), its number in the text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item; the sign is the rule pack's, the closing mark its own."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell that may span columns and rows."""

    runs: Runs
    columns: int = 1
    rows: int = 1
    align: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` are relative widths. Cells covered by a span are left out of later rows."""

    columns: tuple[float, ...]
    header_rows: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | Basis | Heading | Division | Article | Bullet | Table | PageBreak
Body = tuple[Block, ...]
