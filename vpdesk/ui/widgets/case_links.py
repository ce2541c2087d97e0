"""In which case files a document lies: lines of the pane beside it that lead there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.domain.case_views import CaseRow
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.words.cases import case_title, row_caption
from vpdesk.words.catalogue import _


class CaseLinks(QWidget):
    """Stands in its place from the beginning, and says nothing until something is known."""

    chosen = Signal(object)
    """The id of a case file."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these case files."""
        if not rows:
            return
        head = label(_("Case files"), "section")
        head.setContentsMargins(0, 14, 0, 0)
        self._column.addWidget(head)
        for row in rows:
            made = SideLine(
                self._look, self._icons, case_title(row.case_file), row_caption(row), Lead("accent", "folder")
            )
            made.clicked.connect(lambda _checked=False, row=row: self.chosen.emit(row.case_file.id))
            self._column.addWidget(made)
        self.show()
