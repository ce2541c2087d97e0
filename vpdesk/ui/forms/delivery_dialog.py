"""How the papers of a document went out and came in: a list of its recipients to tick, and the row in hand in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vpdesk.domain.dates import local_day
from vpdesk.domain.issuing import LineDetail
from vpdesk.domain.outgoing import Delivery, Method
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.recipient_table import WAYS
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _, format_day, format_number, ngettext
from vpdesk.words.registers import method_name

_ROWS = 7


class DeliveryTable(RegisterTable[Delivery]):
    """Recipients of what was issued: the space bar ticks the row in hand."""

    ticked = Signal()

    def __init__(self, look: Look) -> None:
        columns: tuple[Column[Delivery], ...] = (
            Column("sent", "", lambda one: "✓" if one.sent_on else ""),
            Column("recipient", _("Recipient"), lambda one: one.recipient),
            Column("copies", _("Copies"), lambda one: format_number(one.copies)),
            Column("method", _("Way"), lambda one: method_name(one.method)),
            Column("sent_on", _("Sent on"), lambda one: _day(one.sent_on)),
            Column("received_by", _("Signed for"), _signed_for),
        )
        super().__init__(look, columns, lambda one: one.id)
        self.set_widths(look, 1, {0: 44, 2: 76, 3: 110, 4: 112, 5: 150})
        self.setAccessibleName(_("Recipients of the document"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.ticked.emit()
        else:
            super().keyPressEvent(event)


def _day(day: date | None) -> str:
    return format_day(day) if day else ""


def _signed_for(one: Delivery) -> str:
    return " · ".join(filter(None, (one.received_by, f"{one.received_on:%d/%m}" if one.received_on else "")))


class DeliveryDialog(ActDialog):
    """Tells what was changed; envelopes and slips are printed from the same list."""

    given = Signal(object)
    """The deliveries as they stand now."""
    papers_wanted = Signal(str, object)
    """`envelopes` or `slips`, and the deliveries they are for."""

    def __init__(
        self, detail: LineDetail, now: Callable[[], datetime], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(_("Delivery"), _("Set it down"), "check", look, icons, parent, width=820)
        self._now = now
        self.say_about(f"{detail.line.reference} · {' '.join((detail.line.subject or '').split())}")
        self.table = DeliveryTable(look)
        self.table.setFixedHeight((_ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.day = DateField(look, icons, self._today)
        self.method = Choice(icons, *((method_name(one), one) for one in (*WAYS, Method.FILE)))
        self.received_by, self.received_on = LineInput(), DateField(look, icons, self._today)
        self.covers, self.notes = NumberInput(), LineInput()
        self.form = self._make_form()
        self._said = label(_("The space bar ticks; what is typed below is of the row in hand."), "caption")
        for part in (self.table, self._said, self.form):
            self.column.addWidget(part)
        self._add_papers()
        self.table.show_rows(detail.deliveries)
        self.table.changed.connect(self._show_row)
        self.table.ticked.connect(self._tick)
        self.form.edited.connect(self._take)
        self._show_row()
        self._follow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_form(self) -> RecordForm:
        inputs: dict[str, Input] = {
            "method": self.method,
            "sent_on": self.day,
            "covers": self.covers,
            "received_by": self.received_by,
            "received_on": self.received_on,
            "notes": self.notes,
        }
        names = {
            "method": _("Way"),
            "sent_on": _("Sent on"),
            "covers": _("Envelopes"),
            "received_by": _("Signed for by"),
            "received_on": _("Signed for on"),
            "notes": _("Notes"),
        }
        return RecordForm(
            inputs, names, (("method", "sent_on", "covers"), ("received_by", "received_on", "notes")), self.icons
        )

    def _add_papers(self) -> None:
        for place, (kind, words) in enumerate((("envelopes", _("&Envelopes…")), ("slips", _("Sli&ps…")))):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, kind=kind: self._want(kind))
            self.foot.insertWidget(place, button)

    # --- the list ---------------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return local_day(self._now())

    def _tick(self) -> None:
        """Tick the chosen rows as sent today, or take the ticks back where all have one."""
        chosen = {one.id for one in self.table.chosen}
        are_sent = all(one.sent_on for one in self.table.chosen)
        day = None if are_sent else (self.day.value() or self._today())
        self._put(
            tuple(
                replace(one, sent_on=day if are_sent else one.sent_on or day) if one.id in chosen else one
                for one in self.table.rows
            )
        )
        self._show_row()

    def _show_row(self) -> None:
        row = self.table.row
        self.form.setEnabled(row is not None)
        if row is not None:
            self.form.show_values({name: getattr(row, name) for name in self.form.inputs})

    def _take(self) -> None:
        """Take what was typed for the row in hand."""
        row = self.table.row
        if row is not None:
            typed = replace(row, **{name: one.value() for name, one in self.form.inputs.items()})
            self._put(tuple(typed if one.id == row.id else one for one in self.table.rows))

    def _put(self, rows: tuple[Delivery, ...]) -> None:
        before = self.table.blockSignals(True)
        self.table.show_rows(rows)
        self.table.blockSignals(before)
        self._follow()

    def _follow(self) -> None:
        sent = sum(one.sent_on is not None for one in self.table.rows)
        said = ngettext("Set {count} delivery down", "Set {count} deliveries down", sent)
        self.name_act(said.format(count=format_number(sent)) if sent else _("Set it down"))

    def _want(self, kind: str) -> None:
        chosen = self.table.chosen if len(self.table.chosen) > 1 else self.table.rows
        wanted = tuple(one for one in chosen if one.method is not Method.FILE)
        if wanted:
            self.papers_wanted.emit(kind, wanted)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            self.wait()
            self.given.emit(self.table.rows)
