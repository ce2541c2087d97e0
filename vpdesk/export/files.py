"""Writing a file so that an interruption leaves the old one or none."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from vpdesk.domain.errors import FileNotWritable, Obstacle


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, then rename it there. Raises as `replace_with`."""
    replace_with(path, lambda out: out.write(content))


def replace_with(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Let a file be written beside `path`, then rename it there; a link goes on leading where it led.

    Raises FileNotWritable when the system will not have it, and whatever `write` raises; nothing is left behind then.
    """
    beside: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:20]}.", dir=target.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except OSError as error:
        obstacle = Obstacle.of(error)
        # A file that is not there yet is no obstacle; its folder is.
        obstacle = Obstacle.NO_FOLDER if obstacle is Obstacle.NOT_FOUND else obstacle
        raise FileNotWritable(path, obstacle, error.strerror or "") from None
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _mode_of(target: Path) -> int:
    """The mode of the file replaced, or that of a new file. Raises OSError for a folder."""
    try:
        found = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return stat.S_IMODE(found.st_mode)
