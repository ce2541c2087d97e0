"""A period by its name, between the two that lead to the one before and the one behind; the arrows lead there too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from vpdesk.domain.organisation import Term
from vpdesk.domain.periods import Period, period_before, period_behind
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _
from vpdesk.words.reports import period_name

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_ICON: Final = 16


class PeriodField(QFrame):
    """One stop of the Tab key; the terms are those that a step may lead to."""

    edited = Signal()
    """Another period was chosen by hand."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.terms: tuple[Term, ...] = ()
        self._period: Period | None = None
        self._name = label("", "strong")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = self._button(icons, "chevron-left", _("Period before"), lambda: self.step(-1))
        self.behind = self._button(icons, "chevron-right", _("Period behind"), lambda: self.step(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.before)
        row.addWidget(self._name, 1)
        row.addWidget(self.behind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _button(self, icons: Icons, icon: str, words: str, step: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "part")
        button.setIcon(icons.icon(icon, "muted"))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(step)
        return button

    def show_value(self, period: Period | None) -> None:
        """Show a period."""
        self._period = period
        words = period_name(period) if period else ""
        self._name.setText(words)
        self.setAccessibleDescription(words)
        self.before.setEnabled(self._beside(-1) is not None)
        self.behind.setEnabled(self._beside(1) is not None)

    def value(self) -> Period | None:
        """The period in hand."""
        return self._period

    def fault(self) -> str:
        """Nothing can be wrong with it."""
        return ""

    def step(self, direction: int) -> None:
        """Go to the period behind (+1) or the one before (-1), where there is one."""
        if (period := self._beside(direction)) is not None:
            self.show_value(period)
            announce(self, period_name(period))
            self.edited.emit()

    def _beside(self, direction: int) -> Period | None:
        if self._period is None:
            return None
        lead = period_behind if direction > 0 else period_before
        return lead(self._period, self.terms)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.step(step)
