"""Asking who has arrivals from a day on: to whom they are handed, or who signed for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _

_WIDTH = 460


class Asked(NamedTuple):
    """What a dialog says: its title, the name of the person's field, that of the day's, and the act."""

    title: str
    person: str
    day: str
    act: str


class HandingDialog(QDialog):
    """A person and a day; nobody stands for the one each arrival has."""

    answered = Signal(object, object)
    """The person or None, and the day."""

    def __init__(
        self, asked: Asked, people: Mapping[str, int], look: Look, icons: Icons, today: Callable[[], date],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        self._today, self._needs_one = today, False
        self.person, self.day = LineInput(), DateField(look, icons, today, is_past=True)
        self.day.show_value(today())
        self._person, self._day = Field(asked.person, self.person, icons), Field(asked.day, self.day, icons)
        self._day.setFixedWidth(170)
        self._completion = Completion(self.person, self.person)
        self._completion.offer(people)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(asked.act, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("role", "primary")
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._person, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(20)
        column.addLayout(row)
        column.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    def show_person(self, person: str | None, *, needs_one: bool) -> None:
        """Show who has the arrivals now; where they have several, the line is left for each one's own."""
        self.person.show_value(person)
        self.person.selectAll()
        self.person.setPlaceholderText("" if needs_one else _("as each of them says"))
        self._needs_one = needs_one

    def accept(self) -> None:
        self.day.settle()
        day = self.day.value()
        late = _("This day is yet to come.") if day is not None and day > self._today() else ""
        self._day.tell_fault(self.day.fault() or late or ("" if day else _("Say on which day.")))
        missing = self._needs_one and self.person.value() is None
        self._person.tell_fault(_("Say who.") if missing else "")
        if not (self._day.message or self._person.message):
            super().accept()
            self.answered.emit(self.person.value(), day)
