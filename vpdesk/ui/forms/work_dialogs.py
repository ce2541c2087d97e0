"""What is asked of an arrival in work: which head, how much more time, how it ended, which document answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.handling import HandlingState
from vpdesk.domain.organisation import Officer
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field, Input
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.arrival_work import END_ORDER, end_name
from vpdesk.words.catalogue import _

_NARROW = 520


class SubmitDialog(ActDialog):
    """Asks whose directive is wanted, where there are several heads."""

    given = Signal(object)
    """The id of a head."""

    def __init__(
        self,
        act: str,
        about: str,
        heads: Iterable[Officer],
        first: UUID,
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`first` is the head that is chosen to begin with."""
        super().__init__(_("Submit to the head"), act, "send", look, icons, parent, width=_NARROW)
        self.say_about(about)
        self.head = Choice(icons, *((_named(one), one.id) for one in heads))
        self.head.show_value(first)
        self.column.addWidget(Field(_("&Head"), self.head, icons))
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.act.isEnabled() and isinstance(head := self.head.value(), UUID):
            self.wait()
            self.given.emit(head)


def _named(officer: Officer) -> str:
    return f"{officer.name}, {officer.position}" if officer.position else officer.name


class MoreTime(NamedTuple):
    """Another deadline: the day, who agreed, and why."""

    day: date
    agreed_by: str
    reason: str


class _TimeForm(RecordForm):
    def gaps(self) -> dict[str, str]:
        missing = {
            "day": _("Say until when."),
            "agreed_by": _("Say who agreed."),
            "reason": _("Say why; the register keeps it."),
        }
        return {name: words for name, words in missing.items() if not self.inputs[name].value()}


class MoreTimeDialog(ActDialog):
    """Asks until when an arrival is to be worked now; what the deadline was before is kept."""

    given = Signal(object)
    """A MoreTime."""

    def __init__(
        self,
        about: str,
        proposed: date | None,
        heads: Mapping[str, int],
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(
            _("Extend the deadline"), _("Extend the deadline"), "check", look, icons, parent, width=_NARROW
        )
        self.say_about(about)
        self.day, self.agreed_by, self.reason = DateField(look, icons, today), LineInput(), LineInput()
        inputs: dict[str, Input] = {"day": self.day, "agreed_by": self.agreed_by, "reason": self.reason}
        names = {"day": _("New &deadline"), "agreed_by": _("&Agreed by"), "reason": _("&Reason")}
        self.form = _TimeForm(inputs, names, (("day", "agreed_by"), ("reason",)), icons)
        completion = Completion(self.agreed_by, self.agreed_by)
        completion.offer(heads)
        self.column.addWidget(self.form)
        only = next(iter(heads)) if len(heads) == 1 else None
        self.form.show_values({"day": proposed, "agreed_by": only, "reason": None})
        self.day.selectAll()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled() and (day := self.day.value()) is not None:
            self.wait()
            self.given.emit(MoreTime(day, self.agreed_by.value() or "", self.reason.value() or ""))


class Ending(NamedTuple):
    """How an arrival ended without a reply, on which day, and what is to be said of it."""

    state: HandlingState
    day: date
    outcome: str | None


class _EndForm(RecordForm):
    def gaps(self) -> dict[str, str]:
        missing = {"day": _("Say on which day.")} if self.inputs["day"].value() is None else {}
        if self.inputs["state"].value() is not HandlingState.DONE and not self.inputs["outcome"].value():
            missing["outcome"] = _("Say where it went and why.")
        return missing


class FinishDialog(ActDialog):
    """Asks how an arrival ended that no reply was called for."""

    given = Signal(object)
    """An Ending."""

    def __init__(
        self, act: str, about: str, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(_("Finish without a reply"), act, "circle-check", look, icons, parent, width=_NARROW)
        self.say_about(about)
        self.state = Choice(icons, *((end_name(one), one) for one in END_ORDER))
        self.day, self.outcome = DateField(look, icons, today, is_past=True), TextInput(4)
        inputs: dict[str, Input] = {"state": self.state, "day": self.day, "outcome": self.outcome}
        names = {"state": _("&How it ended"), "day": _("&Day"), "outcome": _("&Remark")}
        self.form = _EndForm(inputs, names, (("state", "day"), ("outcome",)), icons)
        self.column.addWidget(self.form)
        self.form.show_values({"state": HandlingState.DONE, "day": today(), "outcome": None})
        self.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        state, day = self.state.value(), self.day.value()
        if self.form.check() and self.act.isEnabled() and isinstance(state, HandlingState) and day is not None:
            self.wait()
            self.given.emit(Ending(state, day, self.outcome.value()))


class AnswerDialog(ActDialog):
    """Asks for the number and symbol of the document that answers an arrival."""

    given = Signal(str)
    """What was typed."""

    def __init__(self, about: str, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Answered by a document"), _("Close with it"), "check", look, icons, parent, width=_NARROW)
        self.say_about(about)
        self.reference = LineInput()
        self._field = Field(_("&Number and symbol of the reply"), self.reference, icons)
        self.reference.edited.connect(lambda: self._field.tell_fault(""))
        self.column.addWidget(self._field)
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        written = self.reference.value()
        self._field.tell_fault("" if written else _("Write the number and symbol, such as 229-CV/BTGHU."))
        if written and self.act.isEnabled():
            self.wait()
            self.given.emit(written)
