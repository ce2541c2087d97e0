"""The documents of a case file in their order, in a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from vpdesk.domain.case_views import ShownPaper
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.case_files import paper_kind_name
from vpdesk.words.cases import one_line, paper_notes, paper_summary, sheets_words
from vpdesk.words.catalogue import _, format_day

AUTHOR = 3
"""The column that gives way where room is short."""
_SHEETS, _STATE = 4, 5


class CasePapers(RegisterTable[ShownPaper]):
    """Documents by what their registers say of them."""

    taken_up = Signal()
    """The keys came here."""

    def __init__(self, look: Look) -> None:
        columns: tuple[Column[ShownPaper], ...] = (
            Column("reference", _("Number and symbol"), called),
            Column("day", _("Date"), lambda row: format_day(row.day) if row.day else ""),
            Column("subject", _("Type and subject"), paper_summary),
            Column("author", _("Author"), lambda row: one_line(row.author)),
            Column("sheets", _("Sheet no."), sheets_words),
            Column("state", "", lambda row: paper_notes(row)[0]),
        )
        super().__init__(look, columns, lambda row: row.paper.id, _tone, lambda row: row.is_void)
        self.set_widths(look, 2, {0: 138, 1: 98, 3: 150, 4: 80, 5: 92})
        self.setAccessibleName(_("Documents of the case file"))

    def show_rows(self, rows: tuple[ShownPaper, ...]) -> None:
        super().show_rows(rows)
        self.setColumnHidden(_SHEETS, not any(sheets_words(row) for row in rows))
        self.setColumnHidden(_STATE, not any(paper_notes(row)[0] for row in rows))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.taken_up.emit()


def called(row: ShownPaper) -> str:
    """By what a document is called: its number and symbol, or what kind of document it is."""
    return row.reference or paper_kind_name(row.kind)


def _tone(row: ShownPaper, column: str) -> str:
    return paper_notes(row)[1] if column == "state" else ""
