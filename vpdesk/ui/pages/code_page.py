"""The recovery code, shown once: to be printed or written down, and put away, before anything else is done."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_WIDTH = 560
_SIZE = 22


class CodePage(Page):
    """Shows a recovery code. It leads on once somebody says that the code is put away."""

    stands_alone: ClassVar[bool] = True
    printing = Signal(str)
    """The code is to be printed."""
    done = Signal()

    def __init__(self, look: Look, icons: Icons, code: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._code = code
        self._shown = label(code)
        self._shown.setIndent(0)
        self._shown.setFont(look.scale.font(_SIZE, QFont.Weight.DemiBold))
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The style sheet gives labels the size of the body.
        self._shown.setStyleSheet(f"font-size: {look.scale.size(_SIZE):g}pt; font-weight: 600")
        self._shown.setAccessibleName(_("Recovery code"))
        # Spelt out, for a reader would make words of its groups.
        self._shown.setAccessibleDescription(" ".join(code))
        self.print = QPushButton(icons.icon("printer"), _("Print"))
        self.copy = QPushButton(icons.icon("copy"), _("Copy"))
        self.put_by = CheckBox(_("I have put the code away in a safe place."), look, icons)
        self.go_on = QPushButton(_("Begin to work"))
        self.go_on.setProperty("role", "primary")
        self.go_on.setEnabled(False)
        self.print.clicked.connect(lambda: self.printing.emit(self._code))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._code))
        self.put_by.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.done)
        self._arrange()
        self.setFocusProxy(self.print)

    def _arrange(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.print)
        acts.addWidget(self.copy)
        acts.addStretch(1)
        onward = QHBoxLayout()
        onward.addWidget(self.go_on)
        onward.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(_said(_("The recovery code"), "title"))
        column.addWidget(
            _said(
                _(
                    "An administrator who has forgotten PIN or password comes in with this code, once. It is shown now"
                    " and never again: print it or write it down, and keep it locked away, not beside this machine."
                ),
                "muted",
            )
        )
        column.addWidget(self._shown)
        column.addLayout(acts)
        column.addWidget(self.put_by)
        column.addLayout(onward)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(round(_WIDTH * max(1.0, self._look.scale.body / 10)) + 48)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def title(self) -> str:
        return _("The recovery code")

    def take_keys(self) -> None:
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)


def _said(words: str, kind: str) -> QLabel:
    made = label(words, kind)
    made.setWordWrap(True)
    made.setIndent(0)
    return made
