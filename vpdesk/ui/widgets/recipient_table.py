"""Who gets a paper, how many copies and how they go: digits set the copies, the space bar the way."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from vpdesk.domain.issuing import Recipient
from vpdesk.domain.outgoing import Method
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _, format_number
from vpdesk.words.registers import method_name

WAYS = (Method.BY_HAND, Method.POST, Method.ELECTRONIC)
"""How papers go out; a file copy stays."""


class Addressed(NamedTuple):
    """A recipient, and how his copies go to him."""

    place: int
    recipient: Recipient
    method: Method


class RecipientTable(RegisterTable[Addressed]):
    """Recipients, one a row."""

    edited = Signal()
    """Copies or ways were changed by hand."""

    def __init__(self, look: Look) -> None:
        columns: tuple[Column[Addressed], ...] = (
            Column("name", _("Recipient"), lambda one: one.recipient.name),
            Column("copies", _("Copies"), lambda one: format_number(one.recipient.copies), is_number=True),
            Column("method", _("Way"), lambda one: method_name(one.method)),
        )
        super().__init__(look, columns, lambda one: one.place)
        self.set_widths(look, 0, {1: 84, 2: 130})
        self.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.setAccessibleName(_("Recipients and copies"))

    @property
    def addressed(self) -> tuple[tuple[Recipient, Method], ...]:
        """Who gets how many, and how."""
        return tuple((one.recipient, one.method) for one in self.rows)

    def show_recipients(self, addressed: tuple[tuple[Recipient, Method], ...]) -> None:
        """Show these recipients."""
        self.show_rows(tuple(Addressed(place, *one) for place, one in enumerate(addressed)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and not row.recipient.is_file_copy:
            place = WAYS.index(row.method) if row.method in WAYS else -1
            self._put(row._replace(method=WAYS[(place + 1) % len(WAYS)]))
        elif event.text().isdecimal() and event.text() != "0":
            self._put(row._replace(recipient=replace(row.recipient, copies=int(event.text()))))
        elif event.text() in ("+", "-"):
            copies = max(1, row.recipient.copies + (1 if event.text() == "+" else -1))
            self._put(row._replace(recipient=replace(row.recipient, copies=copies)))
        else:
            super().keyPressEvent(event)

    def _put(self, row: Addressed) -> None:
        self.show_rows(tuple(row if one.place == row.place else one for one in self.rows))
        self.edited.emit()
