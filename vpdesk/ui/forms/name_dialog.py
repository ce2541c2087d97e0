"""Asking for a name: Enter takes it, Esc leaves, nothing at all is refused with a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from vpdesk.domain.text import entered
from vpdesk.ui.forms.field import Field
from vpdesk.ui.icons import Icons
from vpdesk.words.catalogue import _

_WIDTH = 420


class NameDialog(QDialog):
    """A line that holds the name as it is. `asked` is said above it, `act` is what the name is wanted for.

    `gap` is said where nothing was typed.
    """

    named = Signal(str)

    def __init__(
        self, title: str, asked: str, act: str, name: str, icons: Icons, parent: QWidget, gap: str = ""
    ) -> None:
        super().__init__(parent)
        self._gap = gap or _("Type a name.")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.line = QLineEdit(name)
        self.line.setMinimumWidth(_WIDTH)
        self.line.selectAll()
        self.field = Field(asked, self.line, icons)
        self.line.textChanged.connect(lambda _text: self.field.tell_fault(""))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("role", "primary")
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(20)
        column.addWidget(self.field)
        column.addWidget(buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def accept(self) -> None:
        name = entered(self.line.text())
        if name is None:
            self.field.tell_fault(self._gap)
            self.line.setFocus()
        else:
            super().accept()
            self.named.emit(name)
