"""The type of a document: chosen from the catalogue, or found by typing a part of its name."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox

from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.text import folded
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.inputs import Choice, LineInput, leaves
from vpdesk.ui.icons import Icons
from vpdesk.words.catalogue import _


class TypeChoice(Choice):
    """A choice whose name can be typed; it is made when the whole name stands there, with or without accents."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons)
        self._line = LineInput()
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Qt's own completer would finish names unasked; only a name that is whole is taken.
        self._line.completer().setModel(None)  # type: ignore[arg-type]
        self.completion = Completion(self, self._line)
        self._line.typed.connect(self._follow)

    def offer_types(self, types: tuple[DocumentType, ...]) -> None:
        """Offer the types of a catalogue, in its order."""
        self.offer(*((one.name, one.code) for one in types))
        self.completion.offer({one.name: 0 for one in types})

    def fault(self) -> str:
        return "" if self._named() >= 0 else _("There is no such type. Choose one of the list.")

    def _named(self) -> int:
        """The place of the choice whose name is typed, or -1."""
        typed = folded(self.currentText()).split()
        return next((place for place in range(self.count()) if folded(self.itemText(place)).split() == typed), -1)

    def _follow(self) -> None:
        place = self._named()
        if place >= 0 and self.itemData(place) != self.value():
            typed = self.currentText()
            self.setCurrentIndex(place)
            self.setEditText(typed)
            self._choose(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event) and not self.fault():
            self.setEditText(self.itemText(self._named()))
