"""The composition root: the only module that knows both the command line and the window."""

from __future__ import annotations

import gc
import os
import sys

from vpdesk import __version__

# The name that type checkers know, without `typing`: taking that in costs more than all else that `--version` does.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from vpdesk.domain.errors import DeskError
    from vpdesk.services.desk import Desk


def main(arguments: Sequence[str] | None = None) -> int:
    """Run vpdesk with these arguments (the process's own by default); the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console of another code page must not break on "ế".
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == ["--version"]:
        # What is asked by scripts, and often: it waits for no parser.
        print(f"vpdesk {__version__}")
        return 0
    look_for_cycles_rarely()
    from vpdesk import cli

    try:
        parsed = cli.parse(arguments)
    except cli.UsageError as error:
        print(f"vpdesk: {error} (vpdesk --help)", file=sys.stderr)
        return cli.FAILED
    complain = _complain_in_window if parsed.command == "window" else cli.complain
    return cli.run(parsed, _DRAWN.get(parsed.command), complain)


def look_for_cycles_rarely() -> None:
    """Have Python look for dead objects that hold each other once in 50,000 new ones, not in 700.

    Each look walks the objects that live. Pages are many of them, made at once, and none holds what holds it: they are
    let go of without being looked for.
    """
    gc.set_threshold(50_000)


def _complain_in_window(error: DeskError) -> int:
    """Tell a person who opened the window from the desktop, where nobody reads standard error."""
    from vpdesk.cli import complain
    from vpdesk.words.wording import explain

    code = complain(error)
    if _window_problem() is None:
        from vpdesk.ui.start import show_trouble

        show_trouble(explain(error))
    return code


def _window(arguments: argparse.Namespace, desk: Desk) -> int:
    from vpdesk.cli import FAILED

    if (problem := _window_problem()) is not None:
        return _say(problem, FAILED)
    from vpdesk.ui.start import open_window

    return open_window(desk, arguments.file)


def _demo(arguments: argparse.Namespace, desk: Desk) -> int:
    from vpdesk.services import demo, demo_cases, demo_work

    drafted = demo.draft_sample(desk, arguments.out)
    print(drafted.desk.places.database, flush=True)
    drafted.desk.close()
    # The pictures of the window are drawn without a screen even where there is one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    problem = _qt_problem()
    if problem is None:
        from vpdesk.ui.portrait import picture_window

        _print(picture_window(drafted, arguments.out))
    demo.sign_sample(drafted)
    _print(demo.write_issued(drafted.desk, demo.issue_sample(drafted), arguments.out))
    demo_work.work_on_arrivals(drafted.desk, demo.register_arrivals(drafted.desk))
    demo_cases.list_case_files(drafted.desk)
    _print(demo.write_books(drafted.desk, arguments.out))
    _print(demo_work.write_report(drafted.desk, arguments.out))
    if problem is None:
        from vpdesk.ui.portrait import picture_registers

        _print(picture_registers(drafted.desk, arguments.out))
    drafted.desk.close()
    return 0 if problem is None else _say(problem, 0)


def _print(paths: Iterable[Path]) -> None:
    """Print each path as it is written."""
    for path in paths:
        print(path, flush=True)


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _window_problem() -> str | None:
    """Why no window can be opened here, in a sentence; None when it can."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        return _no_window("DISPLAY")
    return _qt_problem()


def _qt_problem() -> str | None:
    """Why no window can be drawn here, in a sentence; None when it can."""
    if os.environ.get("VPDESK_NO_GUI"):
        return _no_window("VPDESK_NO_GUI")
    try:
        import vpdesk.ui.start  # noqa: F401 -- the import is the question
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        return _no_window(str(error))
    return None


def _no_window(detail: str) -> str:
    from vpdesk.words.catalogue import _

    return _("The window cannot be drawn here ({detail}). Run ./run on a desktop; it installs what Qt needs.").format(
        detail=detail
    )


def _say(sentence: str, code: int) -> int:
    print(f"vpdesk: {sentence}", file=sys.stderr)
    return code


_DRAWN: dict[str, Callable[[argparse.Namespace, Desk], int]] = {"window": _window, "demo": _demo}
