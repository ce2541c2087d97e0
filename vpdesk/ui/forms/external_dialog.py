"""Letters made outside the program, a run of them at once; and numbers of secret documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.issuing import ExternalLetter, NextNumber
from vpdesk.ui.forms.act_dialog import ActDialog, large_number
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.outgoing import before_words, dated_back_words

_FILE_COPY = "Lưu"


class ExternalOrder(NamedTuple):
    """Letters that are to be entered, and why they were made elsewhere."""

    letters: tuple[ExternalLetter, ...]
    reason: str


class _NumberedDialog(ActDialog):
    """Says the number that will be taken for a type and a day."""

    wanted = Signal(str, object)
    """A type by its code and a date: the number that comes next is wanted."""

    def _begin(self, types: Sequence[tuple[str, str]], today: Callable[[], date]) -> None:
        self.document_type = Choice(self.icons, *types)
        self.document_type.show_value(types[0][1])
        self.day = DateField(self.look, self.icons, today)
        self.day.show_value(today())
        self.number, self.before = large_number(), label("", "caption")
        self.next: NextNumber | None = None
        for one in (self.document_type, self.day):
            one.edited.connect(self.ask)

    def ask(self) -> None:
        """Ask for the number that comes next."""
        if (day := self.day.value()) is not None:
            self.wanted.emit(str(self.document_type.value()), day)

    def show_next(self, upcoming: NextNumber) -> None:
        """Say the number that comes next."""
        self.next = upcoming
        self.tell("")
        self.number.setText(upcoming.reference)
        self.before.setText(before_words(upcoming.before))
        self._follow()

    def _follow(self) -> None:
        """Bring the words up to what is typed."""


class _ExternalForm(RecordForm):
    """What the register has of a letter."""

    def gaps(self) -> dict[str, str]:
        missing = {
            "day": _("The document needs a date."),
            "subjects": _("Say what it is about."),
            "reason": _("Say why; the register prints it."),
        }
        return {name: words for name, words in missing.items() if not self.inputs[name].value()}


class ExternalDialog(_NumberedDialog):
    """Each line of the subjects is a letter of its own and takes a number of its own."""

    given = Signal(object)
    """An ExternalOrder."""

    def __init__(
        self,
        types: Sequence[tuple[str, str]],
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        title = _("Enter documents made outside the program")
        super().__init__(title, _("Enter"), "check", look, icons, parent, width=640)
        self._begin(types, today)
        self.subjects, self.recipients = LineList(look, 5), LineList(look, 4)
        self.signer, self.copies, self.reason = LineInput(), NumberInput(), LineInput()
        self.held, self.date_reason = Choice(icons), LineInput()
        inputs: dict[str, Input] = {
            "document_type": self.document_type,
            "day": self.day,
            "held": self.held,
            "date_reason": self.date_reason,
            "subjects": self.subjects,
            "signer": self.signer,
            "copies": self.copies,
            "recipients": self.recipients,
            "reason": self.reason,
        }
        names = {
            "document_type": _("Type"),
            "day": _("Date of the document"),
            "held": _("Number"),
            "date_reason": _("Why it is dated back"),
            "subjects": _("Subject; each line is a document of its own"),
            "signer": _("Signer"),
            "copies": _("Copies"),
            "recipients": _("Recipients"),
            "reason": _("Why it was made outside the program"),
        }
        rows = (
            ("document_type", "day"),
            ("held",),
            ("date_reason",),
            ("subjects",),
            ("signer", "copies"),
            ("recipients",),
            ("reason",),
        )
        self.form = _ExternalForm(inputs, names, rows, icons)
        self.say_number(self.number, self.before)
        self.column.addWidget(self.form)
        self.warn_first(_("A number that was taken does not come back. If it is wrong, it can only be made void."))
        for one in (self.subjects, self.held):
            one.edited.connect(self._follow)
        self.day.edited.connect(self._follow)
        self._follow()
        self.subjects.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        count = len(self.subjects.value())
        holds = self.next.holds if self.next else ()
        upcoming = _("The next one, {reference}").format(reference=self.next.reference if self.next else "…")
        self.held.offer((upcoming, None), *((f"{one.reference} · {one.held_for}", one.id) for one in holds))
        self.form.fields["held"].setVisible(bool(holds) and count < 2)
        before = self.next.before if self.next else None
        day = self.day.value()
        is_back = bool(day and before and before.document_date and day < before.document_date)
        self.form.fields["date_reason"].setVisible(is_back)
        self.form.fields["date_reason"].warn(dated_back_words(before) if is_back and before else "")
        said = ngettext("Enter {count} document", "Enter {count} documents", count)
        self.name_act(said.format(count=format_number(count)) if count else _("Enter"))

    def confirm(self) -> None:
        if not self.form.check() or not self.act.isEnabled():
            return
        day, subjects = self.day.value(), self.subjects.value()
        held = self.held.value() if len(subjects) == 1 else None
        assert day is not None  # noqa: S101 -- the form is whole
        letters = tuple(
            ExternalLetter(
                document_type=str(self.document_type.value()),
                day=day,
                subject=subject,
                signer=self.signer.value(),
                recipients=self.recipients.value(),
                file_copy_holder=_FILE_COPY,
                copies=self.copies.value(),
                date_reason=self.date_reason.value(),
                held=held if isinstance(held, UUID) else None,
            )
            for subject in subjects
        )
        self.wait()
        self.given.emit(ExternalOrder(letters, str(self.reason.value())))


class WithholdDialog(_NumberedDialog):
    """Takes the number of a secret document; the register keeps nothing else of it."""

    given = Signal(str, object)
    """A type by its code, and the date."""

    def __init__(
        self,
        types: Sequence[tuple[str, str]],
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(
            _("Number for a secret document"), _("Take the number"), "lock", look, icons, parent, width=520
        )
        self._begin(types, today)
        names = {"document_type": _("Type"), "day": _("Date of the document")}
        inputs: dict[str, Input] = {"document_type": self.document_type, "day": self.day}
        self.form = RecordForm(inputs, names, (("document_type", "day"),), icons)
        self.say_number(self.number, self.before)
        self.column.addWidget(self.form)
        self.warn_first(
            _("This machine keeps the number alone. Subject, signer and recipients stand in the secret register.")
        )
        self.document_type.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        if self.next is not None:
            self.name_act(_("Take number {number}").format(number=self.next.reference))

    def confirm(self) -> None:
        if self.form.check() and self.day.value() is not None and self.act.isEnabled():
            self.wait()
            self.given.emit(str(self.document_type.value()), self.day.value())
