"""The key card: every act of the window with its keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vpdesk import __version__
from vpdesk.ui.widgets.labels import key_cap, label
from vpdesk.words.catalogue import _

Row = tuple[str, tuple[str, ...]]
"""What an act is called, and its keys."""


class KeyCard(QDialog):
    """Acts and keys in columns, one for each group."""

    def __init__(self, groups: Iterable[tuple[str, tuple[Row, ...]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for title, rows in groups:
            columns.addWidget(_group(title, rows), 0, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(label(f"vpdesk {__version__}", "caption"))
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(20)
        column.addLayout(columns)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def _group(title: str, rows: tuple[Row, ...]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.addWidget(label(title, "section"), 0, 0, 1, 2)
    for number, (words, keys) in enumerate(rows, start=1):
        grid.addWidget(label(words), number, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(key_cap(key))
        caps.addStretch(1)
        grid.addLayout(caps, number, 1)
    return group
