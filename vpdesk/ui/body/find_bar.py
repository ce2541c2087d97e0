"""Finding words in a body, and putting others in their place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QTextEdit, QToolButton, QWidget

from vpdesk.domain.finding_text import occurrences
from vpdesk.domain.text import carried
from vpdesk.ui.body.body_text import BodyText
from vpdesk.ui.body.codec import JOINER, LINE_END, shown
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _, format_number, ngettext

_MOST_SHOWN = 500
"""So many finds are marked at once: more cost time and tell nothing."""


class FindBar(QWidget):
    """What to find, how often it is there, what to put in its place."""

    def __init__(self, text: BodyText, icons: Icons) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self._icons = icons
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find"))
        self.words.setAccessibleName(_("Find"))
        self.others = QLineEdit()
        self.others.setPlaceholderText(_("Replace with"))
        self.others.setAccessibleName(_("Replace with"))
        self.count = label("", "muted")
        self.replace = QPushButton(_("Replace"))
        self.replace_all = QPushButton(_("Replace all"))
        self._lay_out()
        self.words.textChanged.connect(self._look_from_here)
        self.words.returnPressed.connect(lambda: self.step(1))
        self.others.returnPressed.connect(self.replace_this)
        self.replace.clicked.connect(self.replace_this)
        self.replace_all.clicked.connect(self.replace_every)
        text.edited.connect(self._renew)
        text.caret_moved.connect(self._tell)
        text.look.changed.connect(self._renew)
        self._finds: list[tuple[int, int]] = []
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(2)
        below.setSpacing(8)
        above.addWidget(self._button("chevron-up", _("Previous find (Shift+F3)"), lambda: self.step(-1)))
        above.addWidget(self._button("chevron-down", _("Next find (Enter)"), lambda: self.step(1)))
        above.addWidget(self.count, 1)
        above.addWidget(self._button("x", _("Close (Esc)"), self.leave))
        below.addWidget(self.replace)
        below.addWidget(self.replace_all)
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(above, 0, 1)
        grid.addWidget(self.others, 1, 0)
        grid.addLayout(below, 1, 1)
        grid.setColumnStretch(0, 1)

    def _button(self, icon: str, words: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._icons.icon(icon, "muted"))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(do)
        return button

    def ask(self) -> None:
        """Show the bar with what is selected as what to find."""
        selected = self._text.textCursor().selectedText().replace(JOINER, "")
        if selected and "\u2029" not in selected and LINE_END not in selected:
            self.words.setText(selected)
        writable = not self._text.isReadOnly()
        for part in (self.others, self.replace, self.replace_all):
            part.setVisible(writable)
        self.show()
        self._renew()
        self.words.selectAll()
        self.words.setFocus()

    def leave(self) -> None:
        """Close the bar; the caret is where the last find was."""
        self.hide()
        self._text.setExtraSelections([])
        self._text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F3:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # --- finding --------------------------------------------------------------------------------------------------

    def step(self, direction: int) -> None:
        """Select the next find (+1) or the one before (-1), round and round."""
        if not self._finds:
            return
        cursor = self._text.textCursor()
        if direction > 0:
            place = next((n for n, (start, _stop) in enumerate(self._finds) if start >= cursor.selectionEnd()), 0)
        else:
            earlier = [n for n, (_start, stop) in enumerate(self._finds) if stop <= cursor.selectionStart()]
            place = earlier[-1] if earlier else len(self._finds) - 1
        self._select(place)

    def _look_from_here(self) -> None:
        """While words are typed: stay at the find in hand as long as it fits."""
        self._renew()
        start = self._text.textCursor().selectionStart()
        place = next((n for n, find in enumerate(self._finds) if find[0] >= start), 0)
        if self._finds:
            self._select(place)

    def _select(self, place: int) -> None:
        start, stop = self._finds[place]
        cursor = self._text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        announce(self, self.count.text())

    def _renew(self) -> None:
        if self.isHidden():
            return
        words = carried(self.words.text())
        self._finds = [find for block in _blocks(self._text) for find in _finds_in(block, words)]
        self._mark()
        self._tell()

    def _mark(self) -> None:
        marks = []
        for start, stop in self._finds[:_MOST_SHOWN]:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(start)
            cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(self._text.look.colour("amber_soft"))
            marks.append(mark)
        self._text.setExtraSelections(marks)

    def _tell(self) -> None:
        if self.isHidden():
            return
        count, cursor = len(self._finds), self._text.textCursor()
        for part in (self.replace, self.replace_all):
            part.setEnabled(bool(count))
        if not self.words.text():
            self.count.setText("")
        elif not count:
            self.count.setText(_("Not found"))
        else:
            here = (cursor.selectionStart(), cursor.selectionEnd())
            place = f"{format_number(self._finds.index(here) + 1)}/" if here in self._finds else ""
            self.count.setText(
                place + ngettext("{count} find", "{count} finds", count).format(count=format_number(count))
            )

    # --- replacing ------------------------------------------------------------------------------------------------

    def replace_this(self) -> None:
        """Put the other words in place of the find in hand, and go to the next."""
        cursor = self._text.textCursor()
        if (cursor.selectionStart(), cursor.selectionEnd()) in self._finds:
            with self._text.step() as step:
                _put(step, self._others())
        self.step(1)

    def replace_every(self) -> None:
        """Put the other words in place of every find, as one step of undo."""
        count = len(self._finds)
        with self._text.step() as step:
            for start, stop in reversed(self._finds):
                step.setPosition(start)
                step.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
                _put(step, self._others())
        done = ngettext("{count} place changed.", "{count} places changed.", count)
        self._text.said.emit(done.format(count=format_number(count)))

    def _others(self) -> str:
        return shown(carried(self.others.text()))


def _put(cursor: QTextCursor, words: str) -> None:
    """Put words in place of what is selected, in the style of its first letter."""
    first = QTextCursor(cursor.document())
    first.setPosition(cursor.selectionStart() + 1)
    cursor.insertText(words, first.charFormat())


def _blocks(text: BodyText) -> Iterator[QTextBlock]:
    block = text.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _finds_in(block: QTextBlock, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a block, counted as the document does, over its joiners."""
    text = block.text()
    finds = list(occurrences(text.replace(JOINER, ""), words))
    if not finds:
        return
    places = [at for at, size in _places(text) if size]
    places.append(block.length() - 1)
    for start, stop in finds:
        yield block.position() + places[start], block.position() + places[stop]


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each character of a block begins in the document; of no size is a joiner."""
    at = 0
    for character in text:
        yield at, int(character != JOINER)
        at += 2 if character > "\uffff" else 1
