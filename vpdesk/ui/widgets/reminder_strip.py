"""The amber strip: what is late or soon due, with the way there; put away, it stays away for the day."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import ElidedLabel, IconLabel
from vpdesk.words.catalogue import _


class ReminderStrip(QWidget):
    """One sentence, one act, a way to put it away. It takes no keys and moves no focus when it comes."""

    wanted = Signal()
    """What it reminds of is to be shown."""
    put_away = Signal()
    """It is to stay away today."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = ElidedLabel()
        self._steps_back = False
        self._act = QPushButton(_("Sho&w them"))
        self._act.setProperty("role", "quiet")
        self._act.clicked.connect(self.wanted)
        self._close = QToolButton()
        self._close.setIcon(icons.icon("x", "muted"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(_("Put the reminder away for today"))
        self._close.setToolTip(_("Put the reminder away for today"))
        self._close.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(IconLabel(icons, "triangle-alert", "amber", 16))
        row.addWidget(self._words)
        row.addWidget(self._act)
        row.addStretch(1)
        row.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._words.accessibleName()

    def remind(self, words: str) -> None:
        """Show a sentence; nothing hides the strip. The same sentence is not announced twice."""
        is_new = bool(words) and words != self.words
        self._words.say(words)
        self.setVisible(bool(words) and not self._steps_back)
        if is_new and not self._steps_back:
            announce(self, words)

    def step_back(self, *, steps_back: bool) -> None:
        """Stay out of sight while the page itself says what the strip would."""
        self._steps_back = steps_back
        self.setVisible(bool(self.words) and not steps_back)

    def _put_away(self) -> None:
        self._words.say("")
        self.hide()
        self.put_away.emit()
