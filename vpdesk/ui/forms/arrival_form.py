"""What is typed of an arrival, in the order in which the eye finds it on the paper; made for a hand on the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from vpdesk.domain.arriving import (
    KEPT_OF_SECRETS,
    ArrivalEntry,
    ArrivalValues,
    EntryBeginning,
    Oddity,
    SenderValues,
    oddities,
)
from vpdesk.domain.catalog import DocumentType, Secrecy, Urgency
from vpdesk.domain.references import completed, type_code
from vpdesk.domain.text import folded
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input, Message
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput, TextInput
from vpdesk.ui.forms.record_form import RecordForm, widget_of
from vpdesk.ui.forms.segments import Segments
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.proposal_chip import ProposalChip
from vpdesk.words.arrivals import oddity_words
from vpdesk.words.catalogue import _
from vpdesk.words.wording import urgency_name

ORDER = (
    "sender",
    "reference",
    "document_date",
    "document_type",
    "subject",
    "urgency",
    "pages",
    "copies",
    "receiver",
    "due_on",
    "notes",
)
"""The way of the Enter key. The day of arrival and the level of secrecy lie beside it: they seldom change."""
_ROWS = (
    ("sender",),
    ("reference", "document_date"),
    ("document_type", "secrecy"),
    ("subject",),
    ("urgency", "pages", "copies"),
    ("receiver", "due_on"),
    ("notes",),
)
_TOLD_AT = {
    Oddity.REGISTERED_LATE: "arrived_on",
    Oddity.DATED_AFTER_ARRIVAL: "document_date",
    Oddity.DUE_BEFORE_ARRIVAL: "due_on",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ArrivalForm(RecordForm):
    """The form of an arrival. Enter goes to the next field that waits for a hand; Shift+Enter begins a line."""

    ended = Signal()
    """Enter in the last field."""
    in_hand = Signal(str)
    """The field that the keys are in, by its member."""
    identified = Signal()
    """Sender, reference or date were typed: the paper may be known already."""
    gap: ClassVar[int] = 9
    widths: ClassVar[Mapping[str, int]] = {
        "reference": 3, "document_date": 2, "document_type": 3, "secrecy": 2, "urgency": 7, "receiver": 3, "due_on": 2,
    }  # fmt: skip

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._today = today
        self._types: tuple[DocumentType, ...] = ()
        self._values = ArrivalValues({}, {}, {}, {})
        self._beginning: EntryBeginning | None = None
        self._type_follows = True
        self._make_inputs(look, icons, today)
        self.chips = {name: ProposalChip(look, icons) for name in ("arrived_on", *ORDER, "secrecy")}
        names = {
            "arrived_on": _("&Arrived on"),
            "sender": _("&Sender"),
            "reference": _("Number and s&ymbol"),
            "document_date": _("&Date of the document"),
            "document_type": _("&Type"),
            "secrecy": _("Se&crecy"),
            "subject": _("Su&bject"),
            "urgency": _("Ur&gency"),
            "pages": _("&Pages"),
            "copies": _("C&opies"),
            "receiver": _("&Receiver"),
            "due_on": _("Du&e on"),
            "notes": _("&Notes"),
        }
        super().__init__(self._inputs(), names, _ROWS, icons, self.chips)
        self._twin, self._secret = Message(icons), Message(icons)
        for message, member in ((self._twin, "reference"), (self._secret, "secrecy")):
            self.say_under(member, message)
        self._complete()
        self._connect()

    def _make_inputs(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self.arrived_on = DateField(look, icons, today, is_past=True)
        self.sender_line, self.reference, self.document_type = LineInput(), LineInput(), LineInput()
        self.document_date = DateField(look, icons, today, is_past=True)
        self.secrecy = Choice(icons, (_("None"), None), *((one.value.capitalize(), one.value) for one in Secrecy))
        self.subject, self.notes = TextInput(4), TextInput(3)
        self.urgency = Segments((_("Ordinary"), None), *((_short_name(one), one.value) for one in Urgency))
        self.pages, self.copies = NumberInput(), NumberInput()
        self.receiver = LineInput()
        self.due_on = DateField(look, icons, today)

    def _inputs(self) -> dict[str, Input]:
        others = ("arrived_on", *ORDER[1:], "secrecy")
        return {"sender": self.sender_line, **{name: getattr(self, name) for name in others}}

    def _complete(self) -> None:
        """Made behind the form's own watch over the keys, so that an open list of proposals has them first."""
        self._senders = Completion(self.sender_line, self.sender_line)
        self._references = Completion(self.reference, self.reference, completed)
        self._type_names = Completion(self.document_type, self.document_type)
        self._receivers = Completion(self.receiver, self.receiver)
        for name, one in (
            ("sender", self._senders),
            ("reference", self._references),
            ("document_type", self._type_names),
            ("receiver", self._receivers),
        ):
            one.taken.connect(lambda name=name: self.go_on_from(name))

    def _connect(self) -> None:
        self.sender_line.edited.connect(self._follow_sender)
        self.reference.edited.connect(self._follow_reference)
        self.document_type.edited.connect(self._own_type)
        self.secrecy.edited.connect(self._follow_secrecy)
        for day in (self.arrived_on, self.document_date, self.due_on):
            day.edited.connect(self._tell_oddities)

    # --- what is offered ------------------------------------------------------------------------------------------

    def offer(self, types: tuple[DocumentType, ...], values: ArrivalValues) -> None:
        """Offer the types of a catalogue, and what was typed before."""
        self._types, self._values = types, values
        self._senders.offer(values.senders)
        self._receivers.offer(values.receivers)
        self._follow_sender()

    def _of_sender(self) -> SenderValues:
        return self._values.of_sender.get(self.sender_line.value() or "", SenderValues())

    def _follow_sender(self) -> None:
        of_sender = self._of_sender()
        self._references.offer(of_sender.symbols)
        usual = {self.type_name(code): uses for code, uses in of_sender.types.items()}
        self._type_names.offer({one.name: 0 for one in self._types} | usual)

    def _follow_reference(self) -> None:
        """Let the type follow from the symbol, unless somebody chose it."""
        if self._type_follows:
            code = type_code(self.reference.value() or "", (one.code for one in self._types))
            self.document_type.show_value(self.type_name(code) if code else None)

    def _own_type(self) -> None:
        self._type_follows = self.document_type.value() is None

    def type_name(self, code: str) -> str:
        """What a type is called, by its code; one that the catalogue does not have, as it is written."""
        return next((one.name for one in self._types if one.code == code), code)

    def _type_code(self) -> str | None:
        typed = self.document_type.value()
        wanted = folded(typed or "").split()
        named = next((one.code for one in self._types if folded(one.name).split() == wanted), typed)
        return next((one.code for one in self._types if one.code == typed), named)

    # --- the entry ------------------------------------------------------------------------------------------------

    def begin(self, beginning: EntryBeginning) -> None:
        """Begin with an empty form; day of arrival and receiver are there already."""
        self._beginning = beginning
        self.show_entry(ArrivalEntry(arrived_on=beginning.today, receiver=beginning.receiver))
        self.is_touched = False

    def show_entry(self, entry: ArrivalEntry) -> None:
        """Show an entry."""
        shown = {name: getattr(entry, name) for name in self.inputs}
        shown |= {"sender": entry.sender or None, "document_type": self._shown_type(entry.document_type)}
        self.show_values(shown)
        self._type_follows = entry.document_type is None
        self._follow_sender()
        self._follow_secrecy()

    def _shown_type(self, code: str | None) -> str | None:
        return self.type_name(code) if code else None

    def entry(self) -> ArrivalEntry:
        """The entry as it stands in the form; of a secret paper, what may be kept."""
        self.settle()
        values = {name: one.value() for name, one in self.inputs.items() if widget_of(one).isEnabled()}
        values |= {"sender": self.sender_line.value() or "", "document_type": self._type_code()}
        if not self.document_type.isEnabled():
            values["document_type"] = None
        return ArrivalEntry(**values)

    def repeat(self, entry: ArrivalEntry, name: str | None) -> None:
        """Repeat what an earlier entry has in one field, or in all of them."""
        names = [name] if name else [one for one in ORDER if one != "reference"]
        for one in names:
            value = getattr(entry, one)
            self.inputs[one].show_value(self._shown_type(value) if one == "document_type" else value)
        self._type_follows = self._type_follows and "document_type" not in names
        self.is_touched = True
        self._follow_sender()
        self.edited.emit()

    # --- what a scan proposes -------------------------------------------------------------------------------------

    def shown(self, member: str) -> object:
        """What a field shows, None for nothing; a type by its name."""
        return self.inputs[member].value()

    def may_take(self, member: str) -> bool:
        """Whether a field may be filled."""
        return member in self.inputs and self.fields[member].isEnabled()

    def words_of(self, member: str, value: object) -> str:
        """A value as a field of its kind shows it."""
        return urgency_name(Urgency(value)) if member == "urgency" else str(value)

    def take(self, member: str, value: object) -> None:
        """Put a value into a field, as if it were typed: it can be undone there."""
        control = self.inputs[member]
        if member == "document_type":
            value = self.type_name(str(value))
        if isinstance(control, LineInput):
            control.take(str(value))
        else:
            control.show_value(value)
            control.edited.emit()

    def take_keys_to(self, member: str) -> None:
        """Take the keys to a field."""
        widget_of(self.inputs[member]).setFocus(Qt.FocusReason.TabFocusReason)

    def member_in_hand(self) -> str | None:
        """The field that the keys are in."""
        return next((name for name, one in self.inputs.items() if widget_of(one).hasFocus()), None)

    # --- what is wrong, and what is worth a look ------------------------------------------------------------------

    def gaps(self) -> dict[str, str]:
        return {} if self.sender_line.value() else {"sender": _("Say who sent it.")}

    def contradictions(self) -> dict[str, str]:
        days = {"arrived_on": self.arrived_on.value(), "document_date": self.document_date.value()}
        late = _("This day is yet to come.")
        return {name: late for name, day in days.items() if day is not None and day > self._today()}

    @property
    def twin_words(self) -> str:
        """What is said of a paper that is known already."""
        return self._twin.words

    def warn_of_twin(self, words: str) -> None:
        """Say under the reference that the paper is known already; nothing takes it back."""
        if words != self._twin.words:
            self._twin.say(words, "amber" if words else "")
            announce(self.reference, words)

    def _tell_oddities(self) -> None:
        if self._beginning is not None:
            odd = oddities(self.entry(), self._today(), self._beginning.workdays)
            told = {_TOLD_AT[one]: oddity_words(one) for one in odd if one in _TOLD_AT}
            for name in _TOLD_AT.values():
                self.fields[name].warn(told.get(name, ""))

    def _follow_secrecy(self) -> None:
        """Leave of a secret paper only what may be written down, and say why."""
        is_secret = self.secrecy.value() is not None
        for name, field in self.fields.items():
            field.setEnabled(not is_secret or name in KEPT_OF_SECRETS)
        takes = self._beginning is not None and self._beginning.takes_secrets
        told = _("This machine is not for secret papers. Enter number, date and sender only.")
        refused = _("The head has not decided that secret papers are registered here. Use the secret book.")
        said = (told if takes else refused) if is_secret else ""
        self._secret.say(said, "amber" if said else "")

    # --- the way of the keys --------------------------------------------------------------------------------------

    def go_on_from(self, name: str) -> None:
        """Take the keys to the next field that waits for a hand; a type that follows from the symbol does not."""
        place = ORDER.index(name) + 1 if name in ORDER else 0
        for one in ORDER[place:]:
            is_known = one == "document_type" and self._type_follows and self.document_type.value()
            if self.fields[one].isEnabled() and not is_known:
                widget_of(self.inputs[one]).setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = str(watched.property("member"))
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_plain_enter(event):
            self.go_on_from(name)
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.in_hand.emit(name)
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and name in {"sender", "reference", "document_date"}:
            self.identified.emit()
        return handled


def _is_plain_enter(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _short_name(urgency: Urgency) -> str:
    """A degree of urgency where five of them stand side by side."""
    return _("By the hour") if urgency is Urgency.EXPRESS_AT_TIME else urgency_name(urgency)
