"""Counting the sheets of the documents of a case file: a number for each, Enter goes to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vpdesk.domain.case_files import CaseFile
from vpdesk.domain.case_numbers import numbered
from vpdesk.domain.case_views import ShownPaper
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import NumberInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.case_papers import called
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.cases import case_title, paper_summary, sheet_count_words, sheets_words
from vpdesk.words.catalogue import _, format_day, format_number

_ROWS = 9
_PAGES = 3
"""The column of what the registers say of pages."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Up: -1}


class SheetsDialog(ActDialog):
    """Tells how many sheets each document has; where each begins follows."""

    given = Signal(object)
    """The numbers of sheets by the ids of documents."""

    def __init__(
        self, case_file: CaseFile, papers: Sequence[ShownPaper], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(_("Count the sheets"), "", "check", look, icons, parent, width=760)
        self.say_about(case_title(case_file))
        columns: tuple[Column[ShownPaper], ...] = (
            Column("reference", _("Number and symbol"), called),
            Column("day", _("Date"), lambda row: format_day(row.day) if row.day else ""),
            Column("subject", _("Type and subject"), paper_summary),
            Column("pages", _("Pages"), lambda row: format_number(row.pages) if row.pages else ""),
            Column("count", _("Number of sheets"), _count),
            Column("sheets", _("Sheet no."), sheets_words),
        )
        self.table: RegisterTable[ShownPaper] = RegisterTable(look, columns, lambda row: row.paper.id)
        self.table.set_widths(look, 2, {0: 140, 1: 100, 3: 74, 4: 104, 5: 84})
        self.table.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight((_ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("Documents of the case file"))
        self.number = _Number()
        self.field = Field(_("Sheets of the document in hand"), self.number, icons)
        self.field.setFixedWidth(240)
        for part in (self.table, self.field, label(_("Enter goes to the next document."), "caption")):
            self.column.addWidget(part)
        self.by_pages = QPushButton(_("As many as &pages"))
        self.by_pages.setAutoDefault(False)
        self.by_pages.setToolTip(_("Where a document is printed on both sides, it has fewer sheets."))
        self.by_pages.clicked.connect(self._take_pages)
        self.foot.insertWidget(0, self.by_pages)
        self.table.show_rows(tuple(papers))
        self.table.setColumnHidden(_PAGES, not any(one.pages for one in papers))
        self.by_pages.setVisible(any(one.pages and one.paper.sheets is None for one in papers))
        first = next((one for one in papers if one.paper.sheets is None), None)
        if first is not None:
            self.table.go_to(first.paper.id)
        self.table.changed.connect(self._show_row)
        self.number.edited.connect(self._take)
        self.number.stepped.connect(self._step)
        self._show_row()
        self._follow()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_row(self) -> None:
        if (row := self.table.row) is not None:
            self.number.show_value(row.paper.sheets)
            self.number.selectAll()

    def _take(self) -> None:
        if (row := self.table.row) is not None:
            typed = replace(row, paper=replace(row.paper, sheets=self.number.value()))
            self._put(tuple(typed if one.paper.id == row.paper.id else one for one in self.table.rows))

    def _take_pages(self) -> None:
        """Take the number of pages where no sheets were counted yet."""
        self._put(
            tuple(
                replace(one, paper=replace(one.paper, sheets=one.pages)) if one.paper.sheets is None else one
                for one in self.table.rows
            )
        )
        self._show_row()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, rows: tuple[ShownPaper, ...]) -> None:
        before = self.table.blockSignals(True)
        self.table.show_rows(_numbered(rows))
        self.table.blockSignals(before)
        self._follow()

    def _step(self, direction: int) -> None:
        if not self.number.fault():
            self.table.step(direction)
            self._show_row()

    def _follow(self) -> None:
        count = sum(one.paper.sheets or 0 for one in self.table.rows)
        self.name_act(_("Number {sheets}").format(sheets=sheet_count_words(count)))

    def confirm(self) -> None:
        self.field.tell_fault(self.number.fault())
        if not self.number.fault() and self.act.isEnabled():
            self.wait()
            self.given.emit({one.paper.id: one.paper.sheets for one in self.table.rows})


class _Number(NumberInput):
    """A number; the arrows and Enter go to another document."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


def _count(row: ShownPaper) -> str:
    return format_number(row.paper.sheets) if row.paper.sheets else ""


def _numbered(rows: tuple[ShownPaper, ...]) -> tuple[ShownPaper, ...]:
    """The documents with the sheets on which they begin, as far as all before them are counted."""
    papers = numbered(tuple(row.paper for row in rows))
    return tuple(replace(row, paper=paper) for row, paper in zip(rows, papers, strict=True))
