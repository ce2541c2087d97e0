"""Rows of numbers: beginning with another number, and closing them, one or all of a body at the end of a term."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.issuing import Tally
from vpdesk.domain.organisation import IssuingBody
from vpdesk.domain.outgoing import RegisterLine
from vpdesk.domain.reorganising import closing_rows
from vpdesk.domain.series import Series
from vpdesk.ui.forms.act_dialog import ActDialog, AmberStrip, large_number
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _, format_day, format_number, ngettext
from vpdesk.words.days import days_words
from vpdesk.words.series import group_words

_MOST_WAYS = 6
"""Holds that are led to; the others come to the place of those that were ended."""


class Opening(NamedTuple):
    """Which row is to begin with which number, and why."""

    code: str
    day: date
    number: int
    reason: str


class _OpeningForm(RecordForm):
    """Type, day, number, reason."""

    def gaps(self) -> dict[str, str]:
        missing = {
            "day": _("Say a day of the row."),
            "number": _("Say the number it begins with."),
            "reason": _("Say why; the register prints it."),
        }
        return {name: words for name, words in missing.items() if not self.inputs[name].value()}


class OpenRowDialog(ActDialog):
    """Lets a row begin with another number than 1: an office that starts in the middle of a term."""

    given = Signal(object)
    """An Opening."""

    def __init__(
        self,
        types: Sequence[tuple[str, str]],
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Begin with another number"), _("Begin the row"), "check", look, icons, parent)
        self.say_about(
            _("For an office that begins in the middle of a term: the next number after the paper book’s last.")
        )
        self.number = NumberInput()
        inputs: dict[str, Input] = {
            "document_type": Choice(icons, *types),
            "day": DateField(look, icons, today),
            "number": self.number,
            "reason": LineInput(),
        }
        names = {
            "document_type": _("Type"),
            "day": _("A day of the row"),
            "number": _("First number"),
            "reason": _("Reason"),
        }
        self.form = _OpeningForm(inputs, names, (("document_type", "day", "number"), ("reason",)), icons)
        self.column.addWidget(self.form)
        self.warn_first(_("Once a row has given a number, where it begins stays."))
        self.form.show_values({"document_type": types[0][1], "day": today()})
        self.number.edited.connect(self._follow)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        if (number := self.number.value()) is not None:
            self.name_act(_("Begin the row with {number}").format(number=format_number(number)))

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            self.wait()
            self.given.emit(
                Opening(str(values["document_type"]), values["day"], values["number"], str(values["reason"]))
            )


class CloseRowDialog(ActDialog):
    """Closes one row for good."""

    given = Signal()

    def __init__(self, row: Series, name: str, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Close the row of numbers"), _("Close the row"), "lock", look, icons, parent, width=520)
        self.say_about(f"{name} · {days_words(row.days)}")
        self.column.addWidget(large_number(_("Last number {number}").format(number=format_number(row.last))))
        self.warn_first(_("A row that was closed gives no number any more, and is not opened again."))

    def confirm(self) -> None:
        if self.act.isEnabled():
            self.wait()
            self.given.emit()


class CloseTermDialog(ActDialog):
    """Leads through the closing of a term or of a body: which rows close, and which holds stand in the way."""

    given = Signal(object, object)
    """The id of a body, and its last day."""
    hold_chosen = Signal(object)
    """The id of a line that is held and stands in the way."""

    def __init__(
        self,
        found: tuple[tuple[Tally, ...], tuple[RegisterLine, ...]],
        bodies: Mapping[UUID, IssuingBody],
        types: Mapping[str, str],
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`found` are the rows of numbers, and what is held."""
        super().__init__(_("Close a term or a body"), "", "lock", look, icons, parent, width=660)
        self.say_about(
            _(
                "The rows of a term close on its last day; those of a year go on, unless the body ends. "
                "New rows begin with the next term."
            )
        )
        self._rows, self._holds = found
        self._bodies = bodies
        names = [(one.versions[-1].name_line, one.id) for one in bodies.values()]
        self.body, self.day = Choice(icons, *names), DateField(look, icons, today)
        fields = {"body": _("Body"), "day": _("Last day")}
        self.form = RecordForm({"body": self.body, "day": self.day}, fields, (("body", "day"),), icons)
        self.table = self._make_table(types)
        self._holding = QVBoxLayout()
        self._holding.setSpacing(0)
        self._strip = AmberStrip("", icons)
        for part in (self.form, self.table, self._strip):
            self.column.addWidget(part)
        self.column.addLayout(self._holding)
        self._ways: list[QPushButton] = []
        self.form.show_values({"body": names[0][1] if names else None, "day": today()})
        for one in (self.body, self.day):
            one.edited.connect(self._follow)
        self._follow()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ended(self, body: UUID, last_day: date) -> None:
        """Show what closes with a body or a term of it that has ended."""
        self.form.show_values({"body": body, "day": last_day})
        self._follow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_table(self, types: Mapping[str, str]) -> RegisterTable[Tally]:
        columns: tuple[Column[Tally], ...] = (
            Column("group", _("Row of numbers"), lambda row: group_words(row.series, types)),
            Column("days", _("Days"), lambda row: days_words(row.series.days)),
            Column("last", _("Last"), lambda row: format_number(row.series.last)),
        )
        made = RegisterTable(self.look, columns, lambda row: row.series.id)
        made.set_widths(self.look, 0, {1: 230, 2: 84})
        made.setFixedHeight(6 * made.verticalHeader().defaultSectionSize())
        made.setAccessibleName(_("Rows that close"))
        return made

    def _follow(self) -> None:
        """Show the rows that close, and what stands in the way."""
        body, day = self.body.value(), self.day.value()
        there = self._bodies.get(body) if isinstance(body, UUID) else None
        ended = closing_rows(there, [row.series for row in self._rows], day) if there and day else ()
        closing = tuple(row for row in self._rows if row.series in ended)
        self.table.show_rows(closing)
        held = [line for line in self._holds if line.series in {row.series.id for row in closing}]
        self._show_ways(held)
        count = len(closing)
        said = ngettext("Close {count} row", "Close {count} rows", count).format(count=format_number(count))
        self.name_act(said)
        if held:
            words = ngettext(
                "{count} number is still held. Issue it or make it void first:",
                "{count} numbers are still held. Issue them or make them void first:",
                len(held),
            )
            self._strip.say(words.format(count=format_number(len(held))))
        else:
            self._strip.say(_("A row that was closed gives no number any more, and is not opened again."))
        self.act.setEnabled(bool(closing) and not held)

    def _show_ways(self, held: list[RegisterLine]) -> None:
        """Offer the way to each hold that stands in the way."""
        for way in self._ways:
            self._holding.removeWidget(way)
            way.hide()
            way.deleteLater()
        self._ways = []
        for line in held[:_MOST_WAYS]:
            way = QPushButton(f"{line.reference} · {line.held_for or ''}")
            way.setProperty("role", "link")
            way.setAutoDefault(False)
            way.clicked.connect(lambda _checked=False, line=line: self._go_to(line))
            self._holding.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
            self._ways.append(way)

    def _go_to(self, line: RegisterLine) -> None:
        self.reject()
        self.hold_chosen.emit(line.id)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            self.wait()
            self.given.emit(self.body.value(), self.day.value())


def closed_words(last_day: date, count: int) -> str:
    """What was closed."""
    said = ngettext("Closed {count} row on {day}.", "Closed {count} rows on {day}.", count)
    return said.format(count=format_number(count), day=format_day(last_day))
