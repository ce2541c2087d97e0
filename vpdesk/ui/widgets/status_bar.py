"""The status bar: where the paper comes from, whose rules it follows; at the right the keys of this page."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.labels import ElidedLabel, IconLabel, key_cap, label

_HEIGHT = 30
_PATIENCE = 400
"""Milliseconds before work in progress is mentioned."""


class StatusBar(QWidget):
    """Facts at the left, keys at the right, work in progress between."""

    def __init__(self, icons: Icons, hints: tuple[tuple[tuple[str, ...], str], ...]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._place = ElidedLabel("caption", Qt.TextElideMode.ElideMiddle)
        self._rules = label("", "caption")
        self._read = label("", "caption")
        self._busy = label("", "caption")
        self._facts = [
            _fact(icons, "folder", self._place),
            _fact(icons, "book-open", self._rules),
            _fact(icons, "check", self._read, "green"),
        ]
        self._timer = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._timer.timeout.connect(self._busy.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(20)
        for fact in self._facts:
            row.addWidget(fact)
        row.addWidget(self._busy)
        row.addStretch(1)
        for keys, word in hints:
            row.addLayout(_hint(keys, word))
        self._busy.hide()
        self.show_facts("", "", "")

    def show_facts(self, place: str, rules: str, read: str) -> None:
        """Show the file, the rule pack and when the file was read; an empty one is left out."""
        self._place.say(place)
        self._rules.setText(rules)
        self._read.setText(read)
        for fact, text in zip(self._facts, (place, rules, read), strict=True):
            fact.setVisible(bool(text))

    def begin(self, text: str) -> None:
        """Mention work in progress, if it takes long enough to be noticed."""
        self._busy.setText(text)
        self._timer.start()

    def end(self) -> None:
        """The work is done."""
        self._timer.stop()
        self._busy.hide()


def _fact(icons: Icons, icon: str, words: QLabel, tone: str = "muted") -> QWidget:
    fact = QWidget()
    row = QHBoxLayout(fact)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(icons, icon, tone, 14))
    row.addWidget(words)
    return fact


def _hint(keys: tuple[str, ...], word: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for key in keys:
        row.addWidget(key_cap(key))
    row.addSpacing(2)
    row.addWidget(label(word, "caption"))
    return row
