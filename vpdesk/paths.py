"""Where things are: the program's resources, and this person's data."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """A file or folder of the program's own, such as `rules` or `fonts`.

    Beside the package in a checkout, inside it in an installed wheel.
    """
    inside = _HERE / "resources"
    return (inside if inside.is_dir() else _HERE.parent / "resources") / name


@dataclass(frozen=True, slots=True)
class Places:
    """This machine's folders: local, never roaming."""

    data: Path

    @property
    def settings(self) -> Path:
        """The file of this machine's settings."""
        return self.data / "settings.toml"

    @property
    def database(self) -> Path:
        """The store, where it is a file."""
        return self.data / "vpdesk.sqlite3"

    @property
    def backups(self) -> Path:
        """The folder of the store's copies."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.data / "vpdesk.log"


def default_places() -> Places:
    """The platform's place for a program's local data."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Places(Path(base) / "vpdesk")
