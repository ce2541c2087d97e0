"""The phrases that a head often writes on arrivals: added, changed, put in another order, dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vpdesk.domain.handling import DirectivePhrase
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.forms.phrase_list import KEYED
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _

_ROWS = 9
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PhraseTable(RegisterTable[DirectivePhrase]):
    """Phrases in their order: Alt with an arrow moves the one in hand, F2 changes it, Del drops it."""

    moved = Signal(int)
    """Up (-1) or down (+1)."""
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class PhrasesDialog(ActDialog):
    """Each change is kept at once; the dialog stays open."""

    put = Signal(object, str)
    """The phrase that is changed, None for a new one; and the words."""
    moved = Signal(object, int)
    """A phrase, and where it goes: up (-1) or down (+1)."""
    dropped = Signal(object)
    """A phrase that is wanted no longer."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Phrases for directives"), _("Add the phrase"), "check", look, icons, parent)
        self.say_about(_("The first nine have a key, Ctrl+1 to Ctrl+9, while a directive is written."))
        columns: tuple[Column[DirectivePhrase], ...] = (
            Column("key", _("Key"), self._key),
            Column("text", _("Phrase"), lambda one: one.text),
        )
        self.table = PhraseTable(look, columns, lambda one: one.id)
        self.table.set_widths(look, 1, {0: 84})
        self.table.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("Phrases for directives"))
        self.line = LineInput()
        self._field = Field(_("&Phrase"), self.line, icons)
        self._changed: DirectivePhrase | None = None
        self.column.addWidget(self.table)
        keys = _("F2 changes the phrase in hand, Alt with an arrow moves it, Del drops it.")
        self.column.addWidget(label(keys, "caption"))
        self.column.addWidget(self._field)
        self.table.opened.connect(self._change)
        self.table.moved.connect(self._move)
        self.table.dropped.connect(self._drop)
        self.line.edited.connect(lambda: self._field.tell_fault(""))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key(self, phrase: DirectivePhrase) -> str:
        place = next((place for place, one in enumerate(self.table.rows, 1) if one.id == phrase.id), KEYED + 1)
        return f"Ctrl+{place}" if place <= KEYED else ""

    def show_phrases(self, phrases: tuple[DirectivePhrase, ...]) -> None:
        """Show these phrases; what is being typed stays."""
        self.tell("")
        self.table.show_rows(phrases)

    def _change(self) -> None:
        """Take the words of the phrase in hand into the line, to be changed."""
        if (row := self.table.row) is not None:
            self._take(row, row.text)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()

    def _take(self, changed: DirectivePhrase | None, words: str | None) -> None:
        self._changed = changed
        self.line.show_value(words)
        self.name_act(_("Add the phrase") if changed is None else _("Change the phrase"))

    def _move(self, direction: int) -> None:
        if (row := self.table.row) is not None:
            self.moved.emit(row, direction)

    def _drop(self) -> None:
        """Drop the phrase in hand; its words stay in the line, so that it can be added again."""
        if (row := self.table.row) is not None:
            self._take(None, row.text)
            self.dropped.emit(row)

    def confirm(self) -> None:
        words = self.line.value()
        if words is None:
            self._field.tell_fault(_("Write the phrase."))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.act.isEnabled():
            self.wait()
            changed = self._changed
            self._take(None, None)
            self.put.emit(changed, words)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
