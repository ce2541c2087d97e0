"""Choosing the case files that documents are put in: typed to be found, ticked with the space bar."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from vpdesk.domain.case_views import CaseRow
from vpdesk.domain.text import folded
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.cases import case_files_words, one_line, papers_words
from vpdesk.words.catalogue import _, format_number

_ROWS = 8


class CaseTable(RegisterTable[CaseRow]):
    """Case files to be ticked with the space bar."""

    ticked = Signal()

    def __init__(self, look: Look, chosen: set[UUID]) -> None:
        columns: tuple[Column[CaseRow], ...] = (
            Column("tick", "", lambda row: "✓" if row.case_file.id in chosen else ""),
            Column("symbol", _("Symbol"), lambda row: f"{row.case_file.symbol}/{row.case_file.year}"),
            Column("title", _("Title"), lambda row: one_line(row.case_file.title)),
            Column("keeper", _("Kept by"), lambda row: row.keeper_name or ""),
            Column("papers", _("Documents"), lambda row: format_number(row.papers)),
        )
        super().__init__(look, columns, lambda row: row.case_file.id)
        self.set_widths(look, 2, {0: 40, 1: 112, 3: 140, 4: 84})
        self.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.setAccessibleName(_("Case files that take documents"))
        self.doubleClicked.connect(lambda _index: self.ticked.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.ticked.emit()
        else:
            super().keyPressEvent(event)


class CaseChoice(ActDialog):
    """Tells the case files that were ticked; where none was, the one in hand."""

    given = Signal(object)
    """The CaseRows that were chosen."""
    new_wanted = Signal(str)
    """None of these: another one is to be opened, by what was typed."""

    def __init__(self, rows: Sequence[CaseRow], papers: int, look: Look, icons: Icons, parent: QWidget) -> None:
        """`rows` are those that take documents, the likeliest first; `papers` how many documents are put in."""
        super().__init__(_("Put in a case file"), "", "folder", look, icons, parent, width=720)
        self._all, self._papers = tuple(rows), papers
        self._chosen: set[UUID] = set()
        self.filter = _Filter()
        self.table = CaseTable(look, self._chosen)
        self.table.setFixedHeight((_ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.none = label(_("No case file takes documents. Open one first."), "muted")
        self.column.addWidget(self.filter)
        self.column.addWidget(self.table)
        self.column.addWidget(label(_("The space bar ticks; several may be ticked."), "caption"))
        self.column.addWidget(self.none)
        self.none.setVisible(not rows)
        begin = QPushButton(_("&New case file…"))
        begin.setAutoDefault(False)
        begin.clicked.connect(self._begin)
        self.foot.insertWidget(0, begin)
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.filter.went_down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.filter.entered.connect(self._tick)
        self.table.ticked.connect(self._tick)
        self.table.opened.connect(self._tick)
        self.table.changed.connect(self._follow)
        self._narrow()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> tuple[CaseRow, ...]:
        """The case files that documents would be put in now."""
        ticked = tuple(row for row in self._all if row.case_file.id in self._chosen)
        return ticked or ((self.table.row,) if self.table.row is not None and self.table.rows else ())

    def _narrow(self) -> None:
        words = folded(self.filter.text()).split()
        fitting = tuple(row for row in self._all if all(word in _searched(row) for word in words))
        self.table.show_rows(fitting)
        if fitting:
            self.table.go_to(fitting[0].case_file.id)
        self._follow()

    def _tick(self) -> None:
        if (row := self.table.row) is not None and self.table.rows:
            self._chosen ^= {row.case_file.id}
            self.table.viewport().update()
            self._follow()

    def _follow(self) -> None:
        chosen = self.chosen
        self.act.setEnabled(bool(chosen))
        papers = papers_words(self._papers)
        if len(chosen) == 1:
            words = _("Put {papers} into {symbol}").format(papers=papers, symbol=chosen[0].case_file.symbol)
        else:
            words = _("Put {papers} into {files}").format(papers=papers, files=case_files_words(len(chosen)))
        self.name_act(words)

    def _begin(self) -> None:
        self.reject()
        self.new_wanted.emit(self.filter.text().strip())

    def confirm(self) -> None:
        if self.chosen and self.act.isEnabled():
            self.wait()
            self.given.emit(self.chosen)


class _Filter(QLineEdit):
    """The field: the key down goes to the table, Enter ticks what is in hand there."""

    went_down = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Symbol or words of the title"))
        self.setAccessibleName(_("Find among the case files"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _searched(row: CaseRow) -> str:
    one = row.case_file
    heading = row.heading.name if row.heading else ""
    return folded(f"{one.symbol}/{one.year} {one.title} {heading} {row.keeper_name or ''}")
