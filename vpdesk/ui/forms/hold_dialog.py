"""Holding numbers for somebody until an hour, and holding them longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.issuing import NextNumber
from vpdesk.domain.outgoing import RegisterLine
from vpdesk.ui.forms.act_dialog import ActDialog, large_number
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.outgoing import before_words


@dataclass(frozen=True, slots=True)
class HoldOrder:
    """Which numbers are to be held, for whom, why and until the close of which day."""

    code: str
    person: str
    reason: str
    last_day: date
    count: int


class _HoldForm(RecordForm):
    """Type and count, person and reason, the last day."""

    def gaps(self) -> dict[str, str]:
        missing = {
            "person": _("Say for whom the number is held."),
            "reason": _("Say why; the register prints it."),
            "last_day": _("Say until when."),
            "count": _("Say how many."),
        }
        return {name: words for name, words in missing.items() if name in self.inputs and not self.inputs[name].value()}


class HoldDialog(ActDialog):
    """Says the number that will be held before it is."""

    type_chosen = Signal(str)
    """Another type: the number that comes next for it is wanted."""
    given = Signal(object)
    """A HoldOrder."""

    def __init__(
        self,
        types: Sequence[tuple[str, str]],
        last_day: date,
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`types` are names with their codes, the usual one first."""
        super().__init__(_("Hold a number"), _("Hold the number"), "lock", look, icons, parent)
        self.document_type, self.count = Choice(icons, *types), NumberInput()
        self.person, self.reason = LineInput(), LineInput()
        self.last_day = DateField(look, icons, today)
        self.number, self._before = large_number(), label("", "caption")
        self._next: NextNumber | None = None
        inputs: dict[str, Input] = {
            "document_type": self.document_type,
            "count": self.count,
            "person": self.person,
            "reason": self.reason,
            "last_day": self.last_day,
        }
        names = {
            "document_type": _("Type"),
            "count": _("How many numbers"),
            "person": _("Held for"),
            "reason": _("Reason"),
            "last_day": _("Until 17:00 of"),
        }
        rows = (("document_type", "count"), ("person",), ("reason",), ("last_day",))
        self.form = _HoldForm(inputs, names, rows, icons)
        self.say_number(self.number, self._before)
        self.column.addWidget(self.form)
        self.warn_first(_("A number that is held and not used is made void; it is never given to another document."))
        self.form.show_values({"document_type": types[0][1], "count": 1, "last_day": last_day})
        self.document_type.edited.connect(lambda: self.type_chosen.emit(str(self.document_type.value())))
        self.count.edited.connect(self._follow)
        self._follow()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next(self, upcoming: NextNumber) -> None:
        """Say the number that comes next."""
        self._next = upcoming
        self.tell("")
        self._follow()

    def _follow(self) -> None:
        count = self.count.value() or 1
        self.number.setText(self._next.reference if self._next else "…")
        self._before.setText(before_words(self._next.before) if self._next else "")
        said = ngettext("Hold {count} number", "Hold {count} numbers", count)
        self.name_act(said.format(count=format_number(count)))

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            self.wait()
            self.given.emit(
                HoldOrder(
                    str(values["document_type"]),
                    str(values["person"]),
                    str(values["reason"]),
                    values["last_day"],
                    values["count"],
                )
            )


class ExtendDialog(ActDialog):
    """Holds a number longer: until when, and why."""

    given = Signal(object, str)
    """The last day, and the reason."""

    def __init__(
        self,
        line: RegisterLine,
        last_day: date,
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Hold the number longer"), _("Hold it longer"), "lock", look, icons, parent)
        self.say_about(_("Held for {person}: {reason}").format(person=line.held_for or "", reason=line.reason or ""))
        self.last_day, self.reason = DateField(look, icons, today), LineInput()
        names = {"last_day": _("Until 17:00 of"), "reason": _("Reason")}
        self.form = _HoldForm(
            {"last_day": self.last_day, "reason": self.reason}, names, (("last_day",), ("reason",)), icons
        )
        self.column.addWidget(large_number(line.reference))
        self.column.addWidget(self.form)
        self.form.show_values({"last_day": last_day})
        self.last_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            self.wait()
            self.given.emit(self.last_day.value(), str(self.reason.value()))
