"""The file copy of a document: lent to somebody, and taken in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.outgoing import FileCopyUse, RegisterLine
from vpdesk.ui.forms.act_dialog import ActDialog, large_number
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _, format_day


@dataclass(frozen=True, slots=True)
class Lending:
    """Who has a file copy from a day on, who allowed it, and the case file that it lies in."""

    person: str
    day: date
    allowed_by: str
    file_symbol: str


class _LendingForm(RecordForm):
    """Who, from when, allowed by whom, out of which case file."""

    def gaps(self) -> dict[str, str]:
        missing = {"person": _("Say who uses it."), "day": _("Say on which day.")}
        return {name: words for name, words in missing.items() if name in self.inputs and not self.inputs[name].value()}


class LendDialog(ActDialog):
    """Asks who uses the file copy."""

    given = Signal(object)
    """A Lending."""

    def __init__(
        self, line: RegisterLine, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(_("Lend the file copy"), _("Lend it"), "folder-open", look, icons, parent)
        self.person, self.allowed_by, self.file_symbol = LineInput(), LineInput(), LineInput()
        self.day = DateField(look, icons, today)
        inputs: dict[str, Input] = {
            "person": self.person,
            "day": self.day,
            "allowed_by": self.allowed_by,
            "file_symbol": self.file_symbol,
        }
        names = {
            "person": _("Used by"),
            "day": _("From"),
            "allowed_by": _("Allowed by"),
            "file_symbol": _("Case file"),
        }
        self.form = _LendingForm(inputs, names, (("person", "day"), ("allowed_by", "file_symbol")), icons)
        self.column.addWidget(large_number(line.reference))
        self.column.addWidget(self.form)
        self.form.show_values({"day": today()})
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            day = self.day.value()
            assert isinstance(day, date)  # noqa: S101 -- the form asks for it
            texts = (str(one.value() or "") for one in (self.person, self.allowed_by, self.file_symbol))
            person, allowed_by, file_symbol = texts
            self.wait()
            self.given.emit(Lending(person, day, allowed_by, file_symbol))


class TakeInDialog(ActDialog):
    """Asks when the file copy came back, and who took it in."""

    given = Signal(object, str)
    """The day, and who took it in."""

    def __init__(
        self,
        line: RegisterLine,
        use: FileCopyUse,
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Take the file copy in"), _("It is back"), "check", look, icons, parent)
        self.say_about(_("With {person} since {day}.").format(person=use.person, day=format_day(use.used_on)))
        self.day, self.received_by = DateField(look, icons, today), LineInput()
        names = {"day": _("Came back on"), "received_by": _("Taken in by")}
        self.form = _LendingForm(
            {"day": self.day, "received_by": self.received_by}, names, (("day", "received_by"),), icons
        )
        self.column.addWidget(large_number(line.reference))
        self.column.addWidget(self.form)
        self.form.show_values({"day": today()})
        self.received_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            self.wait()
            self.given.emit(self.day.value(), str(self.received_by.value() or ""))
