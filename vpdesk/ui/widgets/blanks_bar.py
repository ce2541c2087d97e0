"""The bar that counts what a draft still waits for: blanks to fill in, old values to confirm."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vpdesk.domain.blanks import Blank
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.labels import IconLabel, key_cap, label
from vpdesk.words.catalogue import format_number, ngettext

_HEIGHT = 40


class BlanksBar(QWidget):
    """Shown as long as there are blanks; its acts walk them and confirm the one in hand."""

    def __init__(self, icons: Icons, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setMinimumHeight(_HEIGHT)
        self._count = label("", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel(icons, "circle-help", "amber", 16))
        row.addWidget(self._count)
        row.addStretch(1)
        self._confirm = _offer(actions["confirm_blank"])
        row.addWidget(_offer(actions["next_blank"]))
        row.addWidget(self._confirm)
        self.hide()

    def show_blanks(self, blanks: tuple[Blank, ...]) -> None:
        """Say how many there are of each kind."""
        waiting = sum(blank.to_confirm for blank in blanks)
        empty = len(blanks) - waiting
        parts = []
        if empty:
            words = ngettext("{count} place to fill in", "{count} places to fill in", empty)
            parts.append(words.format(count=format_number(empty)))
        if waiting:
            words = ngettext("{count} old value to confirm", "{count} old values to confirm", waiting)
            parts.append(words.format(count=format_number(waiting)))
        self._count.setText(" · ".join(parts))
        self._confirm.setVisible(bool(waiting))
        self.setVisible(bool(blanks))


def _offer(action: QAction) -> QWidget:
    """An act with its key before it."""
    offered = QWidget()
    row = QHBoxLayout(offered)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(8)
    row.addWidget(key_cap(action.shortcut().toString()))
    button = QPushButton(action.text())
    button.setProperty("role", "link")
    button.clicked.connect(action.trigger)
    row.addWidget(button)
    return offered
