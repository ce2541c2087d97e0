"""What to do while there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.words.catalogue import _

_WIDTH = 420
_CAPTION_INDENT = 12
"""Where the icons of the rows below begin."""


class RecentButton(QPushButton):
    """A file that was open before."""


class EmptyState(QWidget):
    """An icon, a sentence, what to do, the papers of last time."""

    chosen = Signal(Path)

    def __init__(self, icons: Icons, icon: str, title: str, hint: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addStretch(2)
        self._column.addWidget(IconLabel(icons, icon, "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(16)
        self._column.addWidget(label(title, "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(4)
        self._column.addWidget(label(hint, "muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    def offer(self, act: QAction, icon: str, look: Look, role: str = "primary") -> None:
        """Offer an act as the button of this state; `plain` where the same act stands filled elsewhere in sight."""
        button = ActButton(act, icon, look, self._icons, role)
        self.setFocusProxy(button)
        self._add(button, 20)

    def list_recent(self, paths: Iterable[Path]) -> None:
        """Offer files that were open before."""
        group = QWidget()
        group.setFixedWidth(_WIDTH)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        caption = label(_("Opened before"), "caption")
        caption.setIndent(_CAPTION_INDENT)
        column.addWidget(caption)
        column.addSpacing(4)
        for path in paths:
            button = RecentButton(self._icons.icon("file-text", "muted"), "")
            button.setIconSize(QSize(16, 16))
            words = f"{path.name}   {path.parent}"
            button.setText(button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _WIDTH - 56))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            column.addWidget(button)
        self._add(group, 32)

    def _add(self, part: QWidget, gap: int) -> None:
        end = self._column.count() - 1
        self._column.insertSpacing(end, gap)
        self._column.insertWidget(end + 1, part, 0, Qt.AlignmentFlag.AlignHCenter)
