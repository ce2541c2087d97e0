"""This machine's settings while the window is open: changed by the window, kept by the services."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from vpdesk.domain.errors import DeskError
from vpdesk.settings import Settings
from vpdesk.ui.gateway import Gateway

_RECENT = 6


class Preferences(QObject):
    """Holds the settings of now. A change is kept at once; what could not be kept is told once."""

    failed = Signal(object)
    """A DeskError: the settings could not be written."""

    def __init__(self, settings: Settings, gateway: Gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._told = False
        self.settings = settings

    def change(self, **values: Any) -> None:
        """Replace some settings and keep them."""
        changed = replace(self.settings, **values)
        if changed != self.settings:
            self.settings = changed
            self._gateway.save_settings(changed, self._tell)

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = [one for one in self.settings.recent if one != str(path)]
        self.change(recent=(str(path), *others[: _RECENT - 1]), last_folder=str(path.parent))

    def forget(self, path: Path) -> None:
        """Take a file out of the recent ones."""
        self.change(recent=tuple(one for one in self.settings.recent if one != str(path)))

    def _tell(self, error: DeskError) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(error)
