"""The pane beside a page: facts in sections, one under the other, scrolled where they are many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label

_WIDTH = 316
_EDGE = 20


class SidePane(QScrollArea):
    """Sections with a heading each; a section without anything to say is not there."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(round(_WIDTH * max(1.0, look.scale.body / 10)))
        self.setAccessibleName(name)
        self._inside = QWidget()
        self._inside.setObjectName("side")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(_EDGE, 16, _EDGE, 16)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def clear(self) -> None:
        """Take every section away."""
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def section(self, heading: str) -> None:
        """Begin a section."""
        head = label(heading, "section")
        head.setWordWrap(True)
        if self._column.count() > 1:
            head.setContentsMargins(0, 14, 0, 0)
        self.add(head)

    def line(self, words: str, kind: str = "") -> None:
        """Say a line, wrapped where it must be."""
        made = label(words, kind)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(made)

    def fact(self, name: str, words: str) -> None:
        """Say a fact, its name at the left of it."""
        called, said = label(name, "caption"), label(words)
        called.setFixedWidth(self.width() * 3 // 10)
        for part in (called, said):
            part.setWordWrap(True)
            part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setAccessibleName(f"{name}: {words}")
        row = QWidget()
        pair = QHBoxLayout(row)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(8)
        pair.addWidget(called)
        pair.addWidget(said, 1)
        self.add(row)

    def add(self, widget: QWidget) -> None:
        """Put something of its own under the lines."""
        self._column.insertWidget(self._column.count() - 1, widget)
