"""Side files: what is typed while the store would not have it, each draft in a dispatch file of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.dispatch_file import format_dispatch
from vpdesk.domain.errors import FileNotWritable
from vpdesk.export.files import replace_file
from vpdesk.paths import Places

_ENDING = ".dispatch.json"


def keep_aside(places: Places, draft: UUID, dispatch: Dispatch) -> Path | None:
    """Write a draft beside the store, or where the system keeps what is passing; None where neither will have it."""
    text = format_dispatch(dispatch).encode()
    for folder in _folders(places):
        path = folder / f"{draft}{_ENDING}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            replace_file(path, text)
        except (OSError, FileNotWritable):
            continue
        return path
    return None


def forget_aside(path: Path) -> None:
    """Remove a side file: what it held is in the store."""
    path.unlink(missing_ok=True)


def asides(places: Places) -> Iterator[Path]:
    """The side files that are left from another time."""
    for folder in _folders(places):
        if folder.is_dir():
            yield from sorted(folder.glob(f"*{_ENDING}"))


def _folders(places: Places) -> tuple[Path, Path]:
    return places.data / "unsaved", Path(tempfile.gettempdir()) / "vpdesk-unsaved"
