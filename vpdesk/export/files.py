"""Writing a file so that an interruption leaves the old one or none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from vpdesk.domain.errors import FileNotWritable, Obstacle


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, then rename it there.

    Raises FileNotWritable when the system will not have it; then nothing is left behind.
    """
    if path.is_dir():
        raise FileNotWritable(path, Obstacle.IS_FOLDER)
    if not path.parent.is_dir():
        raise FileNotWritable(path, Obstacle.NO_FOLDER)
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise FileNotWritable(path, Obstacle.of(error), error.strerror or "") from None


def _mode(path: Path) -> int:
    """The mode of the file replaced, or that of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
