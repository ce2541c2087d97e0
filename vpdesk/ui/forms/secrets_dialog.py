"""Whether secret papers that arrive are registered here: by which decision of the head, or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _


class SecretsDialog(ActDialog):
    """Asks for the number of the head's decision; without one secret papers are refused."""

    given = Signal(str)

    def __init__(self, decision: str | None, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Secret arrivals"), "", "check", look, icons, parent)
        self.say_about(
            _(
                "Where the head has decided so, number, date, sender, level, receiver and copies of a secret paper are "
                "registered on this machine. Its subject and its files never are."
            )
        )
        self.decision = LineInput()
        self.column.addWidget(Field(_("Number and symbol of the head’s decision"), self.decision, icons))
        self.warn_first(_("Leave it empty where there is none: secret papers are refused then."))
        self.decision.edited.connect(self._follow)
        self.decision.show_value(decision)
        self._follow()
        self.decision.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Say what the act comes to."""
        self.name_act(_("Register secret arrivals") if self.decision.value() else _("Refuse secret arrivals"))

    def confirm(self) -> None:
        if self.act.isEnabled():
            self.wait()
            self.given.emit(self.decision.value() or "")
