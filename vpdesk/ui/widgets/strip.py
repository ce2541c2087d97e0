"""The red strip: trouble that stays in sight until it is over or put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.words.wording import Explanation


class Strip(QWidget):
    """One sentence of what happened, one of what to do, a way to put it away."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._what = label("", "strong")
        self._remedy = label("")
        self._about = label("", "caption")
        for words in (self._what, self._remedy):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = QPushButton()
        self._act.clicked.connect(self._do)
        self._call: Callable[[], None] | None = None
        self._close = QToolButton()
        self._close.setIcon(icons.icon("x", "muted"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(_("Put the message away"))
        self._close.setToolTip(_("Put the message away (Esc)"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 12, 8)
        row.setSpacing(12)
        sentences = QVBoxLayout()
        sentences.setSpacing(2)
        sentences.addWidget(self._what)
        sentences.addWidget(self._remedy)
        row.addWidget(IconLabel(icons, "circle-alert", "red", 18))
        row.addLayout(sentences, 1)
        row.addWidget(self._about)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    def tell(self, explanation: Explanation, about: str = "") -> None:
        """Show an explanation in place of the last one; `about` names the file it is about."""
        self._what.setText(explanation.what)
        self._remedy.setText(explanation.remedy)
        self._about.setText(about)
        self._act.hide()
        self.show()
        announce(self, str(explanation))

    def offer(self, act: str, call: Callable[[], None]) -> None:
        """Offer a way out of the trouble that is told."""
        self._act.setText(act)
        self._act.show()
        self._call = call

    def _do(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()
