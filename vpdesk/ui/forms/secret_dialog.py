"""Choosing another secret for oneself: the one of now, then the new one twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from vpdesk.domain.errors import DeskError
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.secret_form import SecretForm, SecretLine
from vpdesk.ui.icons import Icons
from vpdesk.ui.people import People
from vpdesk.words.catalogue import _
from vpdesk.words.wording import explain

_WIDTH = 420


class SecretDialog(QDialog):
    """It stays open until the old secret was right and the new one is none that others guess."""

    chosen = Signal()

    def __init__(self, name: str, people: People, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._people = people
        self.setWindowTitle(_("My PIN or password"))
        self.old, self.form = SecretLine(), SecretForm(icons)
        self._old = Field(_("The one of now; nothing where there is none"), self.old, icons)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(_("Change it"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("role", "primary")
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.old.textEdited.connect(lambda _text: self._old.tell_fault(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        for part in (self._old, self.form, buttons):
            part.setMinimumWidth(_WIDTH)
            column.addWidget(part)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        if fault := self.form.fault(self._name):
            self.form.tell_fault(fault)
            self.form.first.setFocus()
            return
        self._people.choose_secret(self.old.text(), (self.form.secret(), self.form.kind()), self._take, self._refuse)

    def _take(self, _nothing: None) -> None:
        super().accept()
        self.chosen.emit()

    def _refuse(self, error: DeskError) -> None:
        self._old.tell_fault(str(explain(error)))
        self.old.setFocus()
