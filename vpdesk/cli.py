"""The command line (spec/contract.md, section 1): parse, call a service, say what went wrong.

Whatever a command needs is imported when it runs, so that each starts as fast as it can and none of them asks for Qt.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vpdesk import __version__
from vpdesk.cli_import import add_import, import_register
from vpdesk.cli_registers import add_register, register
from vpdesk.cli_search import add_search, search
from vpdesk.domain.errors import DeskError
from vpdesk.domain.text import printable

if TYPE_CHECKING:
    from vpdesk.services.desk import Desk

FAULTY = 1
"""The exit code of a command that found something wrong in what it was to look at."""

FAILED = 2
"""The exit code of a command that could not do its work."""

_WITH_VALUE = ("--data", "--lang", "--as")


class UsageError(Exception):
    """A command line that cannot be understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand a command line. Raises UsageError.

    Without a command it means the window, on the dispatch file that may be named.
    """
    return _parser().parse_args(_with_command(list(arguments)))


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with the command said where it was left out."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        if arguments[position] in ("-h", "--help", "--version"):
            return arguments
        position += 2 if arguments[position] in _WITH_VALUE else 1
    if position < len(arguments) and arguments[position] in COMMANDS:
        return arguments
    return [*arguments[:position], "window", *arguments[position:]]


def _common(default: str | None) -> _Parser:
    """The options of every command, with this value for those left out."""
    common = _Parser(add_help=False, argument_default=default)
    common.add_argument("--data", type=Path, metavar="DIR", help="where settings, log and data live")
    common.add_argument("--lang", choices=("vi", "en"), help="the language spoken")
    common.add_argument("--as", dest="login", metavar="LOGIN", help="the officer; his PIN comes from VPDESK_PIN")
    common.add_argument("--verbose", action="store_true", default=default, help="log to standard error too")
    return common


def _parser() -> argparse.ArgumentParser:
    # Behind the command an option that is left out must not undo what stood before it.
    common = _common(argparse.SUPPRESS)
    parser = _Parser(prog="vpdesk", parents=[_common(None)], description="The desk of a small Party office.")
    parser.add_argument("--version", action="version", version=f"vpdesk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)

    window = commands.add_parser("window", parents=[common], help="open the window (the default)")
    window.add_argument("file", type=Path, nargs="?", metavar="FILE.dispatch.json", help="a dispatch to show")

    demo = commands.add_parser("demo", parents=[common], help="make the sample dispatch and pictures of the window")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")

    render = commands.add_parser(
        "render", parents=[common], help="lay a dispatch out to .pdf, .docx, .png or .frames.json"
    )
    render.add_argument("file", type=Path, metavar="FILE.dispatch.json")
    render.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help="the ending decides the format")
    render.add_argument("--rules", metavar="NAME", help="the rule pack, in place of the one of the date")
    render.add_argument("--duplex", action="store_true", help="mirror the margins of even pages")
    render.add_argument("--pages", type=_page_count, metavar="N", help="fit to at most N pages")

    verify = commands.add_parser("verify", parents=[common], help="check the database and its history")
    verify.add_argument("--anchor", metavar="VALUE", help="the value of the history as it was printed")

    add_register(commands.add_parser, common)
    add_search(commands.add_parser, common)
    add_import(commands.add_parser, common)
    return parser


def _page_count(text: str) -> int:
    """A number of pages, from 1."""
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text} is no number of pages")
    return int(text)


def run(
    arguments: argparse.Namespace,
    act: Callable[[argparse.Namespace, Desk], int] | None,
    complain: Callable[[DeskError], int],
) -> int:
    """Run a command at the desk: `act`, or the one the arguments name. The exit code."""
    try:
        return (act or COMMANDS[arguments.command])(arguments, _desk(arguments))
    except DeskError as error:
        return complain(error)


def complain(error: DeskError) -> int:
    """Say on standard error what is wrong and what to do; the exit code that goes with it."""
    from vpdesk.words.wording import explain

    print(f"vpdesk: {printable(str(explain(error)))}", file=sys.stderr)
    return FAILED


def speak(language: str) -> None:
    """Choose the language of what is said."""
    from vpdesk.paths import resource
    from vpdesk.words.catalogue import choose_language

    choose_language(language, resource("locale"))


def _desk(arguments: argparse.Namespace) -> Desk:
    from vpdesk.log import start_log
    from vpdesk.paths import Places, default_places
    from vpdesk.services.desk import Desk, load_settings

    places = Places(arguments.data) if arguments.data else default_places()
    speak(arguments.lang or "vi")
    settings = load_settings(places.settings)
    if arguments.lang is None and settings.language != "vi":
        speak(settings.language)
    start_log(places.log if arguments.command == "window" else None, verbose=bool(arguments.verbose))
    return Desk(places, settings)


def _render(arguments: argparse.Namespace, desk: Desk) -> int:
    from vpdesk.services.typesetting import check_ending, export, lay_out, read_dispatch

    check_ending(arguments.out)
    laid_out = lay_out(
        desk, read_dispatch(arguments.file), arguments.rules, duplex=arguments.duplex, pages=arguments.pages
    )
    export(desk, laid_out, arguments.out)
    if laid_out.findings:
        from vpdesk.words.wording import describe

        for finding in laid_out.findings:
            print(f"vpdesk: {describe(finding)}", file=sys.stderr)
    return 0


def _verify(arguments: argparse.Namespace, desk: Desk) -> int:
    from vpdesk.services.verifying import verify_store
    from vpdesk.words.wording import explain_fault, verified

    found = verify_store(desk, arguments.anchor)
    if found.fault is None:
        print(verified(found))
        return 0
    print(f"vpdesk: {explain_fault(found.fault)}", file=sys.stderr)
    return FAULTY


def _drawn_by_app(arguments: argparse.Namespace, _desk: Desk) -> int:
    raise AssertionError(f"{arguments.command} is run by vpdesk.app")


COMMANDS: dict[str, Callable[[argparse.Namespace, Desk], int]] = {
    "window": _drawn_by_app,
    "demo": _drawn_by_app,
    "render": _render,
    "verify": _verify,
    "register": register,
    "search": search,
    "import-register": import_register,
}
"""Every command; those that draw a window are handed over by `vpdesk.app`, which alone knows Qt."""
