"""The log: one rotating file beside the data, for the person who helps when something went wrong."""

from __future__ import annotations

import logging
import sys
from pathlib import Path


def start_log(path: Path | None, *, verbose: bool = False) -> None:
    """Log to a file (1 MB, three kept) and, when `verbose`, to standard error too.

    A folder that cannot be written leaves the log out: it must never keep the desk from opening.
    """
    root = logging.getLogger("vpdesk")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    if verbose:
        _add(root, logging.StreamHandler(sys.stderr), form)
    if path is not None:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 -- commands without a log file start sooner

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _add(root, RotatingFileHandler(path, maxBytes=2**20, backupCount=3, encoding="utf-8"), form)
        except OSError as error:
            root.warning("no log file: %s", error)


def _add(root: logging.Logger, handler: logging.Handler, form: logging.Formatter) -> None:
    handler.setFormatter(form)
    root.addHandler(handler)
