"""Sheets of foreign files, read in a process apart, within bounds: a crash there is only a sentence here."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import Timer
from typing import IO, Any, Final, cast

from vpdesk.domain.errors import DeskError, FileNotReadable, Obstacle, SheetBroken, SheetLocked, SheetTooOld
from vpdesk.domain.sheets import Cell, CellFault, SheetLook, SheetRow
from vpdesk.reading.interpreter import command, surroundings

PATIENCE: Final = 90.0
"""Seconds without a word after which reading a file is given up."""
_TROUBLES: Final = {"SheetLocked": SheetLocked, "SheetTooOld": SheetTooOld}


def look_at_sheets(path: Path) -> tuple[SheetLook, ...]:
    """What is seen of the sheets of a file. Raises FileNotReadable, SheetBroken, SheetLocked, SheetTooOld."""
    return tuple(
        SheetLook(told["name"], tuple(map(_row, told["rows"])), told["writing"], told["uncomputed"])
        for told in _told(path, "look")
    )


def sheet_rows(path: Path, sheet: int) -> Iterator[SheetRow]:
    """Every row of a sheet that is not empty. Raises as `look_at_sheets`; the process ends with the iteration."""
    for together in _told(path, "rows", str(sheet)):
        yield from map(_row, together)


def _row(told: Sequence[Any]) -> SheetRow:
    line, cells = told
    return SheetRow(line, tuple([_cell(cell) if type(cell) is dict else cell for cell in cells]))


def _cell(told: dict[str, str]) -> Cell:
    return date.fromisoformat(told["d"]) if "d" in told else CellFault(told["e"])


def _told(path: Path, act: str, *rest: str) -> Iterator[Any]:
    try:
        path.open("rb").close()
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    with _started(act, str(path.resolve()), *rest) as process:
        try:
            yield from _lines(process, path.name)
        finally:
            process.kill()


def _started(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 -- our own interpreter, our own module
        command("vpdesk.reading.sheets", arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        **surroundings(),
    )


def _lines(process: subprocess.Popen[bytes], name: str) -> Iterator[Any]:
    while True:
        match _next(process):
            case {"told": told}:
                yield told
            case {"end": _}:
                return
            case {"trouble": str(trouble)}:
                raise _error(trouble, name)
            case _:
                raise SheetBroken(name)


def _next(process: subprocess.Popen[bytes]) -> Any:
    """The next line; None where the process died or said nothing for too long."""
    watch = Timer(PATIENCE, process.kill)
    watch.daemon = True
    watch.start()
    try:
        return json.loads(cast("IO[bytes]", process.stdout).readline())
    except ValueError:
        return None
    finally:
        watch.cancel()


def _error(trouble: str, name: str) -> DeskError:
    return _TROUBLES.get(trouble, SheetBroken)(name)
