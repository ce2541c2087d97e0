"""Rows of a sheet that was made elsewhere: what each cell holds, without its looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CellFault:
    """What stands in a cell whose formula has no answer, such as `#REF!`."""

    text: str


Cell = str | int | float | date | CellFault | None
"""What a cell holds: words, a number, a day, a fault; None for an empty one."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet. `line` counts from 1, as other programs number them."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What was seen of a sheet: its name, its first rows, how its letters were written.

    `writing` names a writing of before Unicode, from which the words were taken over; `uncomputed` counts formulas of
    the first rows that no program has computed yet.
    """

    name: str
    rows: tuple[SheetRow, ...]
    writing: str | None = None
    uncomputed: int = 0


def cell_text(cell: Cell) -> str:
    """A cell as words on one line; a whole number without a fraction, a day as it is written in figures."""
    match cell:
        case None:
            return ""
        case float() if cell.is_integer():
            return str(int(cell))
        case date():
            return f"{cell.day:02d}/{cell.month:02d}/{cell.year}"
        case CellFault():
            return cell.text
        case str():
            return " ".join(cell.split())
        case _:
            return str(cell)
