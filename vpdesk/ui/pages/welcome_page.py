"""The page of a window without a store: files can still be opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.words.catalogue import _


class WelcomePage(Page):
    """Offers dispatch files while drafts cannot be reached."""

    chosen = Signal(Path)

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], recent: tuple[str, ...]) -> None:
        super().__init__()
        hint = _("Choose a .dispatch.json file, or drop one here.")
        self._empty = EmptyState(icons, "file-text", _("No dispatch open"), hint)
        self._empty.offer(actions["open"], "folder-open", look)
        if recent:
            self._empty.list_recent(Path(one) for one in recent)
        self._empty.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)

    def take_keys(self) -> None:
        self._empty.setFocus()
