"""The key card: every act of the window with its keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

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
        rows = QWidget()
        columns = QHBoxLayout(rows)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(40)
        for title, acts in groups:
            columns.addWidget(_group(title, acts), 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(rows)
        area.setWidgetResizable(True)
        area.setAccessibleName(_("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(label(f"vpdesk {__version__}", "caption"))
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(20)
        column.addWidget(area)
        column.addLayout(foot)
        # As large as the card is, where the screen has the room: more acts may be there than fit.
        needed = rows.sizeHint() + QSize(48, 72 + buttons.sizeHint().height())
        self.resize(needed.boundedTo(self.screen().availableSize() - QSize(40, 60)))


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
