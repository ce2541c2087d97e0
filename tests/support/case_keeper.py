"""Somebody at the keyboard of a window, in the place of case files."""

from __future__ import annotations

from PySide6.QtCore import Qt

from support.clerk import Clerk
from vpdesk.ui.case_files_room import CaseFilesRoom
from vpdesk.ui.pages.case_files_page import CaseFilesPage
from vpdesk.ui.pages.case_list_page import CaseListPage

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class CaseKeeper(Clerk):
    """The keys of the place, and what is in sight there."""

    @property
    def cases(self) -> CaseFilesRoom:
        """The room of case files."""
        room = self.window.room_of("case_files")
        assert isinstance(room, CaseFilesRoom)
        return room

    @property
    def files(self) -> CaseFilesPage:
        """The list of case files."""
        return self.cases.page

    def enter(self) -> CaseFilesPage:
        """Go there by Alt+6."""
        self.press(Qt.Key.Key_6, ALT)
        return self.files

    def yearly_list(self) -> CaseListPage:
        """Go to the yearly list by Ctrl+B."""
        self.press(Qt.Key.Key_B, CONTROL)
        page = self.window.page
        assert isinstance(page, CaseListPage)
        return page

    def symbols(self) -> list[str]:
        """The symbols of the case files that are listed."""
        return [row.case_file.symbol for row in self.files.list.rows]

    def references(self) -> list[str | None]:
        """The numbers of the documents that are listed."""
        return [row.reference for row in self.files.papers.rows]

    def take(self, symbol: str) -> None:
        """Go to a case file in the list by the arrows."""
        self.files.list.setFocus()
        self.press(Qt.Key.Key_Home)
        for _step in self.files.list.rows:
            row = self.files.row
            if row is not None and row.case_file.symbol == symbol:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"no case file {symbol}")
