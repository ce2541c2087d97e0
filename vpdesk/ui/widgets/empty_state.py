"""What to do while nothing is open."""

from __future__ import annotations

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
    """One sentence, one button, the papers of last time."""

    chosen = Signal(Path)

    def __init__(self, look: Look, icons: Icons, open_action: QAction, recent: tuple[Path, ...]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(IconLabel(icons, "file-text", "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(label(_("No dispatch open"), "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        hint = label(_("Choose a .dispatch.json file, or drop one here."), "muted")
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        button = ActButton(open_action, "folder-open", look, icons, "primary")
        self.setFocusProxy(button)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        if recent:
            column.addSpacing(32)
            column.addWidget(self._recent(icons, recent), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _recent(self, icons: Icons, paths: tuple[Path, ...]) -> QWidget:
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
            button = RecentButton(icons.icon("file-text", "muted"), "")
            button.setIconSize(QSize(16, 16))
            words = f"{path.name}   {path.parent}"
            button.setText(button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _WIDTH - 56))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            column.addWidget(button)
        return group
