"""The days off of a year by law, proposed: each may be changed or left out before all are set down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.workdays import Holiday
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.holidays_dialog import HolidayTable
from vpdesk.ui.forms.inputs import LineInput, NumberInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _, format_day, format_number, format_weekday, ngettext
from vpdesk.words.outgoing import holiday_words

_ROWS = 9
_TURN = 11
"""The month from which the days of the next year are proposed first."""


class PublicHolidaysDialog(ActDialog):
    """Asks for the days of a year, and tells those that are to be set down."""

    year_wanted = Signal(int)
    """The days off of this year are to be proposed."""
    given = Signal(object)
    """The Holidays that are to be set down."""

    def __init__(self, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Public holidays"), _("Set the days down"), "check", look, icons, parent)
        said = _("Proposed by the law; the Government announces each year which days are moved. Change what differs.")
        self.say_about(said)
        self.year = NumberInput()
        self.year.most = 9998
        year = Field(_("&Year"), self.year, icons)
        year.setFixedWidth(120)
        columns: tuple[Column[Holiday], ...] = (
            Column("day", _("Day"), lambda one: format_day(one.day)),
            Column("weekday", _("Weekday"), lambda one: format_weekday(one.day)),
            Column("name", _("Name"), lambda one: one.name),
            Column("kind", "", holiday_words),
        )
        self.table = HolidayTable(look, columns, lambda one: one.day)
        self.table.set_widths(look, 2, {0: 110, 1: 110, 3: 110})
        self.table.setSelectionMode(HolidayTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("Public holidays"))
        self.day, self.name = DateField(look, icons, today), LineInput()
        names = {"day": _("Day"), "name": _("Name")}
        self.form = RecordForm({"day": self.day, "name": self.name}, names, (("day", "name"),), icons)
        self.column.addWidget(year)
        self.column.addWidget(self.table)
        self.column.addWidget(label(_("Del leaves the day in hand out; below it can be changed."), "caption"))
        self.column.addWidget(self.form)
        now = today()
        self.year.show_value(now.year + (now.month >= _TURN))
        self.year.edited.connect(self._ask)
        self.table.changed.connect(self._show_row)
        self.table.dropped.connect(self._leave_out)
        self.form.edited.connect(self._take)
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the days of the year that stands there."""
        self._ask()

    def _ask(self) -> None:
        if (year := self.year.value()) is not None and year >= _FIRST:
            self.year_wanted.emit(year)

    def show_proposed(self, holidays: tuple[Holiday, ...]) -> None:
        """Show the days of a year that the calendar does not have yet."""
        self.tell("")
        self._put(holidays)
        self._show_row()

    def _show_row(self) -> None:
        row = self.table.row
        self.form.setEnabled(row is not None)
        self.form.show_values({"day": row.day if row else None, "name": row.name if row else None})

    def _take(self) -> None:
        """Take what was typed for the day in hand."""
        row, day = self.table.row, self.day.value()
        if row is not None and day is not None:
            changed = replace(row, day=day, name=self.name.value() or row.name)
            others = [one for one in self.table.rows if one.day not in {row.day, day}]
            self._put(tuple(sorted((*others, changed), key=lambda one: one.day)))
            self.table.go_to(changed.day)

    def _leave_out(self) -> None:
        row = self.table.row
        self._put(tuple(one for one in self.table.rows if one != row))
        self._show_row()

    def _put(self, rows: tuple[Holiday, ...]) -> None:
        before = self.table.blockSignals(True)
        self.table.show_rows(rows)
        self.table.blockSignals(before)
        said = ngettext("Set {count} day down", "Set {count} days down", len(rows))
        self.name_act(said.format(count=format_number(len(rows))) if rows else _("Set the days down"))
        self.act.setEnabled(bool(rows))

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            self.wait()
            self.given.emit(self.table.rows)


_FIRST = 1990
"""The first year whose days are proposed."""
