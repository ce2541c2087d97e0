"""The log: one file beside the data, for the person who helps when something went wrong."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

_LARGE = 2**20


def start_log(path: Path | None, *, verbose: bool = False) -> None:
    """Log to a file (from 1 MB on a new one is begun, the old one kept) and, when `verbose`, to standard error too.

    A folder that cannot be written leaves the log out: it must never keep the desk from opening.
    """
    root = logging.getLogger("vpdesk")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    if verbose:
        _add(root, logging.StreamHandler(sys.stderr), form)
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _make_room(path)
            _add(root, logging.FileHandler(path, encoding="utf-8"), form)
        except OSError as error:
            root.warning("no log file: %s", error)


def _make_room(path: Path) -> None:
    if path.exists() and path.stat().st_size > _LARGE:
        path.replace(path.with_name(f"{path.name}.old"))


def _add(root: logging.Logger, handler: logging.Handler, form: logging.Formatter) -> None:
    handler.setFormatter(form)
    root.addHandler(handler)
