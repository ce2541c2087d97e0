"""Correcting a line of the register: what the issued paper says stays, the rest is changed with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import LineInput, NumberInput, TextInput
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _


class _CorrectionForm(RecordForm):
    """The columns of a line, and why they are changed."""

    def gaps(self) -> dict[str, str]:
        return {} if self.inputs["reason"].value() else {"reason": _("Say why; the register prints it.")}


class CorrectDialog(ActDialog):
    """Tells the line as it is to be, and the reason."""

    given = Signal(object, str)
    """A RegisterLine, and the reason."""

    def __init__(
        self, line: RegisterLine, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(
            _("Correct the line"),
            _("Correct {reference}").format(reference=line.reference),
            "check",
            look,
            icons,
            parent,
        )
        self._line = line
        outside = line.state is LineState.EXTERNAL
        said = _("What stood there before stays in the history of the line.")
        stays = _("What the paper says stays as the paper says it.")
        self.say_about(said if outside else f"{said} {stays}")
        inputs: dict[str, Input] = {}
        names = {}
        if outside:
            inputs = {"document_date": DateField(look, icons, today), "subject": TextInput(3), "signer": LineInput()}
            names = {"document_date": _("Date of the document"), "subject": _("Subject"), "signer": _("Signer")}
        inputs |= {
            "recipients": LineList(look, 5),
            "file_copy_holder": LineInput(),
            "copies": NumberInput(),
            "notes": LineInput(),
            "reason": LineInput(),
        }
        names |= {
            "recipients": _("Recipients"),
            "file_copy_holder": _("Holder of the file copy"),
            "copies": _("Copies"),
            "notes": _("Notes"),
            "reason": _("Reason of the correction"),
        }
        rows = (("file_copy_holder", "copies"), ("notes",), ("reason",))
        first = (("document_date", "signer"), ("subject",)) if outside else ()
        self.form = _CorrectionForm(inputs, names, (*first, ("recipients",), *rows), icons)
        self.column.addWidget(self.form)
        self.form.show_values({name: getattr(line, name) for name in inputs if name != "reason"})
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            reason = str(values.pop("reason"))
            self.wait()
            self.given.emit(replace(self._line, **values), reason)
