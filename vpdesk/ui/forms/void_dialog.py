"""Making a number void: the number large, a reason chosen from those offered or typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.ui.forms.act_dialog import ActDialog, large_number
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _
from vpdesk.words.outgoing import void_reasons


class VoidDialog(ActDialog):
    """Tells the reason."""

    given = Signal(str)

    def __init__(self, line: RegisterLine, summary: str, look: Look, icons: Icons, parent: QWidget) -> None:
        act = _("Make {reference} void").format(reference=line.reference)
        super().__init__(_("Make the number void"), act, "x", look, icons, parent)
        self.say_about(summary)
        self.reason = LineInput()
        self.field = Field(_("Reason, as the register prints it"), self.reason, icons)
        self.column.addWidget(large_number(line.reference))
        self.column.addWidget(self.field)
        offered = QVBoxLayout()
        offered.setSpacing(0)
        for words in void_reasons(line):
            button = QPushButton(words)
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, words=words: self._take(words))
            offered.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(offered)
        if line.state is LineState.HELD:
            said = _("The number stays in the register as void, and is never used again.")
        else:
            said = _(
                "The line stays, struck through; the number is never used again, and the document holds no longer."
            )
        self.warn_first(said)
        self.reason.edited.connect(lambda: self.field.tell_fault(""))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, words: str) -> None:
        self.reason.show_value(words)
        self.field.tell_fault("")
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        reason = self.reason.value()
        if reason is None:
            self.field.tell_fault(_("Say why; the register prints it."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.act.isEnabled():
            self.wait()
            self.given.emit(reason)
