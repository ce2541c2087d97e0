"""The days on which the office does not work, and days of rest that are worked in their place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vpdesk.domain.workdays import Holiday
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _, format_day, format_weekday
from vpdesk.words.outgoing import holiday_words

_ROWS = 7


class HolidayTable(RegisterTable[Holiday]):
    """Exceptions to the week, the first first; Del drops the one in hand."""

    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class HolidaysDialog(ActDialog):
    """Each day is set down at once; the dialog stays open."""

    put = Signal(object)
    """A Holiday to be set down."""
    dropped = Signal(object)
    """The day that is to be as its weekday is."""
    proposals_wanted = Signal()
    """The days off by law are to be proposed."""

    def __init__(self, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Days off"), _("Set the day down"), "check", look, icons, parent)
        self.say_about(_("Deadlines and holds skip weekends and these days; Tết and moved days are entered each year."))
        columns: tuple[Column[Holiday], ...] = (
            Column("day", _("Day"), lambda one: format_day(one.day)),
            Column("weekday", _("Weekday"), lambda one: format_weekday(one.day)),
            Column("name", _("Name"), lambda one: one.name),
            Column("kind", "", holiday_words),
        )
        self.table = HolidayTable(look, columns, lambda one: one.day)
        self.table.set_widths(look, 2, {0: 110, 1: 110, 3: 110})
        self.table.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("Days off"))
        self.day, self.name = DateField(look, icons, today), LineInput()
        self.is_worked = CheckBox(_("The office works on this day of rest"), look, icons)
        names = {"day": _("Day"), "name": _("Name")}
        self.form = RecordForm({"day": self.day, "name": self.name}, names, (("day", "name"),), icons)
        self.column.addWidget(self.table)
        self.column.addWidget(label(_("Del drops the day in hand."), "caption"))
        self.column.addWidget(self.form)
        self.column.addWidget(self.is_worked)
        propose = QPushButton(_("&Public holidays of a year…"))
        propose.setAutoDefault(False)
        propose.clicked.connect(self.proposals_wanted)
        self.foot.insertWidget(0, propose)
        self.table.dropped.connect(self._drop)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_holidays(self, holidays: tuple[Holiday, ...]) -> None:
        """Show these days; the form is empty again."""
        self.tell("")
        self.table.show_rows(holidays)
        self.form.show_values({"day": None, "name": None})
        self.is_worked.setChecked(False)

    def _drop(self) -> None:
        if (row := self.table.row) is not None:
            self.dropped.emit(row.day)

    def confirm(self) -> None:
        self.day.settle()
        day, name = self.day.value(), self.name.value()
        if day is None:
            self.form.fields["day"].tell_fault(self.day.fault() or _("Say which day."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.act.isEnabled():
            self.wait()
            self.put.emit(
                Holiday(
                    day, name or holiday_words(Holiday(day, "", self.is_worked.isChecked())), self.is_worked.isChecked()
                )
            )
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
