"""The command of the registers: a book as a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vpdesk.services.desk import Desk


def add_register(add: Callable[..., Any], common: argparse.ArgumentParser) -> None:
    """Let a command line understand `register`."""
    parser = add("register", parents=[common], help="write a register to .pdf, .xlsx or .csv")
    parser.add_argument("book", choices=("outgoing", "incoming"))
    parser.add_argument("--from", dest="first", type=_day, metavar="D", help="its first day, as 24/12/2024")
    parser.add_argument("--to", dest="last", type=_day, metavar="D", help="its last day")
    parser.add_argument("--type", action="append", default=[], metavar="CV", help="only this type; may come again")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help="the ending decides the format")


def register(arguments: argparse.Namespace, desk: Desk) -> int:
    """Write a register to a file."""
    from vpdesk.cli.seat import sit_down
    from vpdesk.domain.organisation import Days
    from vpdesk.domain.register import BookKind, BookScope
    from vpdesk.services import book_files, entrance

    book_files.check_ending(arguments.out)
    sit_down(desk, arguments.login)
    try:
        scope = BookScope(BookKind(arguments.book), Days(arguments.first, arguments.last), frozenset(arguments.type))
        book_files.export(desk, scope, arguments.out)
    finally:
        entrance.sign_out(desk)
        desk.close()
    print(arguments.out)
    return 0


def _day(text: str) -> date:
    """A day as people write it, or as programs do."""
    from vpdesk.domain.typed_dates import read_day

    try:
        return date.fromisoformat(text)
    except ValueError:
        day = read_day(text, date.today())  # noqa: DTZ011 -- what is left out is of the day of who types it
    if day is None:
        raise argparse.ArgumentTypeError(f"{text} is no day")
    return day
