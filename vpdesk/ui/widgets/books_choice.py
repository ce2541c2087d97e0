"""What stands over both pages of the books: the books themselves, or the reports on the registers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.ui.forms.segments import Segments
from vpdesk.words.catalogue import _


class BooksChoice(QWidget):
    """Books or reports; each page shows what it is, and tells when the other one is wanted."""

    wanted = Signal()

    def __init__(self, *, is_reports: bool) -> None:
        super().__init__()
        self._is_reports = is_reports
        self.segments = Segments((_("Books"), False), (_("Reports"), True))
        self.segments.setAccessibleName(_("Books and reports"))
        self.segments.show_value(is_reports)
        self.segments.edited.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.addWidget(self.segments)
        self.setFocusProxy(self.segments)

    def _choose(self) -> None:
        # The page stays what it is: the other one is another page.
        self.segments.show_value(self._is_reports)
        self.wanted.emit()
