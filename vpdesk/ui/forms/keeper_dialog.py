"""Giving case files to another keeper, as somebody who leaves does."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.cases import case_files_words
from vpdesk.words.catalogue import _


class KeeperDialog(ActDialog):
    """Tells who keeps the files from now on."""

    given = Signal(object)
    """The id of an officer."""

    def __init__(
        self, count: int, keepers: Sequence[tuple[str, UUID]], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        act = _("Give {files}").format(files=case_files_words(count))
        super().__init__(_("Give to another keeper"), act, "users", look, icons, parent, width=480)
        self.keeper = Choice(icons, *keepers)
        self.keeper.show_value(keepers[0][1])
        self.column.addWidget(Field(_("Kept by"), self.keeper, icons))
        self.keeper.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.act.isEnabled():
            self.wait()
            self.given.emit(self.keeper.value())
