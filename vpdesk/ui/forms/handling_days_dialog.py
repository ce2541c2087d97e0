"""In how many workdays the office wants arrivals worked: as a rule, by urgency, by type."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.deadlines import DeadlineRules
from vpdesk.domain.text import folded
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import NumberInput
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _, format_number
from vpdesk.words.wording import urgency_name

_LINE = re.compile(r"(?P<name>.*?)\s*:\s*(?P<days>\d{1,2})\s*\Z")


class DaysInput(NumberInput):
    """Workdays from 0 up, or none; 0 is the same day."""

    most = 99

    def fault(self) -> str:
        if not self.text().strip() or self._typed() is not None:
            return ""
        return _("Write a number from 0 to {most}.").format(most=format_number(self.most))

    def _typed(self) -> int | None:
        text = self.text().strip()
        return int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(self.most)) else None


class TypeDays(LineList):
    """Types with their workdays, one a line: `Công văn: 5`."""

    def __init__(self, look: Look, types: Mapping[str, str]) -> None:
        """`types` are names by their codes."""
        self._names = dict(types)
        self._codes = {folded(name): code for code, name in types.items()}
        super().__init__(look, 5)

    def show_days(self, days: Mapping[str, int]) -> None:
        """Show the workdays of types, by their codes."""
        self.show_value(tuple(f"{self._names.get(code, code)}: {count}" for code, count in days.items()))

    def days(self) -> dict[str, int]:
        """The workdays of types, by their codes."""
        read = (_LINE.match(line) for line in self.value())
        return {self._code(found["name"]): int(found["days"]) for found in read if found}

    def _code(self, name: str) -> str:
        return self._codes.get(folded(name), name)

    def fault(self) -> str:
        for line in self.value():
            found = _LINE.match(line)
            if found is None or self._code(found["name"]) not in self._names:
                return _("“{line}” names no type with its days. Write it as {example}.").format(
                    line=line, example=f"{next(iter(self._names.values()), '')}: 5"
                )
        return ""


class HandlingDaysDialog(ActDialog):
    """What is chosen is proposed for arrivals from then on; deadlines that stand already stay."""

    given = Signal(object)
    """The DeadlineRules."""

    def __init__(
        self, rules: DeadlineRules, types: Mapping[str, str], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(_("Days for handling"), _("Propose these days"), "check", look, icons, parent)
        self.say_about(_("Workdays from the day an arrival came. The deadline is only proposed."))
        self.usual, self.types = DaysInput(), TypeDays(look, types)
        self.urgencies = {one: DaysInput() for one in Urgency}
        of_urgency: dict[str, Input] = {one.name.lower(): control for one, control in self.urgencies.items()}
        inputs: dict[str, Input] = {"usual": self.usual, **of_urgency, "types": self.types}
        names = {
            "usual": _("As a &rule"),
            **{one.name.lower(): urgency_name(one) for one in Urgency},
            "types": _("By &type, one a line: name, colon, days"),
        }
        self.form = RecordForm(inputs, names, (("usual",), tuple(of_urgency), ("types",)), icons)
        completion = Completion(self.types, self.types)
        completion.offer({f"{name}: ": 0 for name in types.values()})
        self.column.addWidget(self.form)
        shown: dict[str, object] = {"usual": rules.usual}
        shown |= {one.name.lower(): rules.urgencies.get(one.value) for one in Urgency}
        self.form.show_values(shown)
        self.types.show_days(rules.types)
        self.usual.selectAll()
        self.usual.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            urgencies = {
                one.value: days for one, control in self.urgencies.items() if (days := control.value()) is not None
            }
            self.wait()
            self.given.emit(DeadlineRules(self.usual.value(), self.types.days(), urgencies))
