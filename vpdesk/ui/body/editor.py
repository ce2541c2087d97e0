"""The editor of a body: the bar, the text, and the bar for finding."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.domain.body import Body
from vpdesk.ui.body.body_bar import BodyBar
from vpdesk.ui.body.body_text import BodyText, Place
from vpdesk.ui.body.find_bar import FindBar
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look


class BodyEditor(QWidget):
    """Edits the body of a dispatch."""

    edited = Signal()
    """The body is another than before."""

    caret_moved = Signal()
    said = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.text = BodyText(look)
        self.find_bar = FindBar(self.text, icons)
        self.bar = BodyBar(self.text, self.find_bar.ask, icons)
        self.setFocusProxy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)
        column.addWidget(self.find_bar)
        self.text.edited.connect(self.edited)
        self.text.caret_moved.connect(self.caret_moved)
        self.text.said.connect(self.said)

    def show_body(self, blocks: Body) -> None:
        """Show a body in place of the last one. An equal one changes nothing; another cannot be undone."""
        self.text.show_body(blocks)

    def body(self) -> Body:
        """The body as it is now. What did not change since the last call stays the same objects."""
        return self.text.body()

    def place(self) -> Place:
        """Where the caret stands, as the page counts."""
        return self.text.place()

    def go_to(self, block: int, offset: int, cell: int | None = None) -> None:
        """Put the caret at a place of the body and bring it into sight."""
        self.text.go_to(block, offset, cell)

    def put_away(self) -> bool:
        """Close the bar for finding; whether it was open."""
        was_open = self.find_bar.isVisible()
        if was_open:
            self.find_bar.leave()
        return was_open

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the body be read and taken along, not changed."""
        self.text.set_read_only(read_only=read_only)
