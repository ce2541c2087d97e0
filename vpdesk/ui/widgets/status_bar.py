"""The status bar: where the paper comes from, whose rules it follows; at the right the keys of this page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.labels import ElidedLabel, IconLabel, key_cap, label

if TYPE_CHECKING:
    from vpdesk.ui.acts.kinds import Hint, Where
    from vpdesk.ui.pages.page import Facts

_HEIGHT = 30
_EDGE = 16
_GAP = 20
_PATIENCE = 400
"""Milliseconds before work in progress is mentioned."""


class StatusBar(QWidget):
    """Facts at the left, keys at the right, work in progress between."""

    def __init__(self, icons: Icons, hints: tuple[Hint, ...]) -> None:
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
        row.setContentsMargins(_EDGE, 1, _EDGE, 0)
        row.setSpacing(_GAP)
        for fact in self._facts:
            row.addWidget(fact)
        row.addWidget(self._busy)
        row.addStretch(1)
        self._hints = [(hint, _hint(hint)) for hint in hints]
        for _of, shown in self._hints:
            row.addWidget(shown)
        self._busy.hide()
        self._serves: frozenset[Where] = frozenset()
        self._fit()

    def show_facts(self, facts: Facts) -> None:
        """Show where the data lie, the rule pack and when it was kept; an empty one is left out."""
        self._place.say(facts.place, facts.tip)
        self._rules.setText(facts.rules)
        self._read.setText(facts.kept)
        for fact, text in zip(self._facts, (facts.place, facts.rules, facts.kept), strict=True):
            fact.setVisible(bool(text))
        self._fit()

    def show_hints(self, serves: frozenset[Where]) -> None:
        """Show the keys that do something now."""
        self._serves = serves
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many keys as the facts leave room for, the last ones first: F1 shows them all."""
        facts = [fact.sizeHint().width() + _GAP for fact in self._facts if not fact.isHidden()]
        room = self.width() - 2 * _EDGE - sum(facts)
        for hint, shown in reversed(self._hints):
            if hint.where not in self._serves:
                shown.hide()
                continue
            room -= shown.sizeHint().width() + _GAP
            shown.setVisible(room >= 0 or hint is self._hints[-1][0])

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


def _hint(hint: Hint) -> QWidget:
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in hint.keys:
        row.addWidget(key_cap(key))
    row.addSpacing(2)
    row.addWidget(label(hint.word, "caption"))
    return shown
