"""A form of one record: while it is typed errors only go, on leaving a field they come, gaps are told on saving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field, Input
from vpdesk.ui.forms.inputs import leaves
from vpdesk.ui.icons import Icons

_GAP = 12


class RecordForm(QWidget):
    """Inputs by the members of a record; each row of `rows` names one, or several side by side."""

    edited = Signal()
    """A value was changed by hand."""

    widths: ClassVar[Mapping[str, int]] = {}
    """What share of its row a member takes, where it is not 1."""
    gap: ClassVar[int] = _GAP
    """Pixels between two rows."""

    def __init__(
        self,
        inputs: Mapping[str, Input],
        names: Mapping[str, str],
        rows: tuple[tuple[str, ...], ...],
        icons: Icons,
        beside: Mapping[str, QWidget] | None = None,
    ) -> None:
        """`beside` stands at the right of the name of a member."""
        super().__init__()
        self.inputs = dict(inputs)
        near = beside or {}
        self.fields = {
            name: Field(words, widget_of(inputs[name]), icons, *([near[name]] if name in near else []))
            for name, words in names.items()
        }
        self.is_touched = False
        """Whether something was changed by hand since a record was shown."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.gap)
        self._under: dict[str, QVBoxLayout] = {}
        for row in rows:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addLayout(self._row(row))
            self._under |= dict.fromkeys(row, part)
            column.addLayout(part)
        self.setFocusProxy(widget_of(inputs[rows[0][0]]))
        for name, one in self.inputs.items():
            one.edited.connect(self._follow)
            widget_of(one).setProperty("member", name)
            widget_of(one).installEventFilter(self)

    def _row(self, names: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for name in names:
            row.addWidget(self.fields[name], self.widths.get(name, 1), Qt.AlignmentFlag.AlignTop)
        return row

    def say_under(self, member: str, words: QWidget) -> None:
        """Put words as wide as the form under the row of a member."""
        self._under[member].addWidget(words)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show a record; nothing is wrong with it yet."""
        for name, value in values.items():
            self.inputs[name].show_value(value)
        for field in self.fields.values():
            field.tell_fault("")
            field.warn("")
        self.is_touched = False

    def contradictions(self) -> dict[str, str]:
        """What does not go together, by the member that tells it."""
        return {}

    def gaps(self) -> dict[str, str]:
        """What must still be said, by the member."""
        return {}

    def settle(self) -> None:
        """Let the days that are being typed count."""
        for one in self.inputs.values():
            if isinstance(one, DateField):
                one.settle()

    def is_whole(self) -> bool:
        """Whether the record can be kept; nothing is told."""
        self.settle()
        return not (self.gaps() | self._faults())

    def check(self) -> bool:
        """Whether the record can be kept; where not, what is wrong is told and the first of it in hand."""
        self.settle()
        wrong = self.gaps() | self._faults()
        for name, field in self.fields.items():
            field.tell_fault(wrong.get(name, ""))
        first = next((name for name in self.fields if name in wrong), None)
        if first is not None:
            self.fields[first].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is None

    def _faults(self) -> dict[str, str]:
        typed = {name: fault for name, one in self.inputs.items() if (fault := one.fault())}
        return self.contradictions() | typed

    def _follow(self) -> None:
        self.is_touched = True
        wrong = self.gaps() | self._faults()
        for name in self.fields.keys() - wrong.keys():
            self.fields[name].tell_fault("")
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_left = event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and leaves(event)
        if is_left and isinstance(watched, DateField):
            watched.settle()
        if is_left and (fault := self._faults().get(str(watched.property("member")))):
            self.fields[str(watched.property("member"))].tell_fault(fault)
        return super().eventFilter(watched, event)


def widget_of(control: Input) -> QWidget:
    """An input as the widget that it is."""
    assert isinstance(control, QWidget)  # noqa: S101 -- every input is one
    return control
