"""The tabs of the drafts that are open, shown from the second on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar

from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from uuid import UUID

_LONGEST = 36


class Tab(NamedTuple):
    """A draft that is open, and what it is about."""

    draft: UUID
    words: str


class DraftTabs(QTabBar):
    """One tab for each open draft; a change by hand is told."""

    chosen = Signal(object)
    """The id of the draft whose tab was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._tabs: tuple[Tab, ...] = ()
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(_("Open drafts"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabBarClicked.connect(lambda place: self.chosen.emit(self._tabs[place].draft) if place >= 0 else None)
        self.hide()

    def show_drafts(self, tabs: Iterable[Tab], current: UUID | None) -> None:
        """Show these drafts, the one in sight marked; with fewer than two there is nothing to choose."""
        self._tabs = tuple(tabs)
        while self.count() > len(self._tabs):
            self.removeTab(self.count() - 1)
        for place, tab in enumerate(self._tabs):
            words = tab.words if len(tab.words) <= _LONGEST else tab.words[: _LONGEST - 1] + "…"
            if place == self.count():
                self.addTab(words)
            self.setTabText(place, words)
            self.setTabToolTip(place, tab.words)
            if tab.draft == current:
                self.setCurrentIndex(place)
        self.setVisible(len(self._tabs) > 1 and current is not None)
