"""How the numbers of an office run: which groups begin anew each year, which types share a row, whether letters are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.organisation import IssuingBody
from vpdesk.domain.series import COPIES, Numbering
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _

_ROWS: Final = 9


class NumberingTable(RegisterTable[DocumentType]):
    """Types of documents: the space bar lets their row begin anew each year, + gives one the row of that above."""

    turned = Signal()
    """The space bar: by the year, or by the term."""
    joined = Signal()
    """+: with the type above, or by itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit()
        elif event.text() == "+":
            self.joined.emit()
        else:
            super().keyPressEvent(event)


class NumberingDialog(ActDialog):
    """Shows each type with its row; what is chosen holds for rows that are yet to begin."""

    given = Signal(object)
    """A Numbering."""

    def __init__(
        self,
        numbering: Numbering,
        types: tuple[DocumentType, ...],
        bodies: Mapping[UUID, IssuingBody],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(_("How numbers run"), _("Let them run so"), "check", look, icons, parent, width=640)
        self.say_about(
            _("What is chosen holds for rows that are yet to begin; those that were begun go on as they are.")
        )
        self._numbering = numbering
        self._names = {one.code: one.name for one in types} | {COPIES: _("Certified copies")}
        columns: tuple[Column[DocumentType], ...] = (
            Column("name", _("Type"), lambda one: one.name),
            Column("row", _("Row of numbers"), self._row_words),
            Column("days", _("Begins anew"), self._days_words),
        )
        self.table = NumberingTable(look, columns, lambda one: one.code)
        self.table.set_widths(look, 0, {1: 200, 2: 130})
        self.table.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("Types and their rows"))
        self.lettered = CheckBox(_("Numbers may bear a letter (12a)"), look, icons)
        self.lettered.setChecked(numbering.lettered)
        self._bodies = {
            body: CheckBox(_("One row for every type: {body}").format(body=one.versions[-1].name_line), look, icons)
            for body, one in bodies.items()
        }
        self.column.addWidget(self.table)
        self.column.addWidget(
            label(_("The space bar: by the year or by the term. +: the row of the type above."), "caption")
        )
        for body, box in self._bodies.items():
            box.setChecked(body in numbering.one_row)
            self.column.addWidget(box)
        self.column.addWidget(self.lettered)
        self.table.show_rows(types)
        self.table.turned.connect(self._turn)
        self.table.joined.connect(self._join)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(self, one: DocumentType) -> str:
        return self._numbering.groups.get(one.code, one.group)

    def _row_words(self, one: DocumentType) -> str:
        group = self._group(one)
        return _("its own") if group == one.code else _("with {type}").format(type=self._names.get(group, group))

    def _days_words(self, one: DocumentType) -> str:
        return _("each year") if self._group(one) in self._numbering.yearly else _("each term")

    def _turn(self) -> None:
        if (one := self.table.row) is not None:
            yearly = self._numbering.yearly ^ {self._group(one)}
            self._numbering = replace(self._numbering, yearly=yearly)
            self.table.viewport().update()

    def _join(self) -> None:
        """Give the type in hand the row of the one above; where it shares one already, a row of its own."""
        one, place = self.table.row, self.table.currentIndex().row()
        if one is None:
            return
        shares = self._group(one) != one.code
        if not shares and place == 0:
            return
        group = one.code if shares else self._group(self.table.rows[place - 1])
        self._numbering = replace(self._numbering, groups={**self._numbering.groups, one.code: group})
        self.table.viewport().update()

    def confirm(self) -> None:
        if self.act.isEnabled():
            self.wait()
            one_row = frozenset(body for body, box in self._bodies.items() if box.isChecked())
            self.given.emit(replace(self._numbering, one_row=one_row, lettered=self.lettered.isChecked()))
