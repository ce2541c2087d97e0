"""What is said of a case file: its title, its heading, how long it is kept, who keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.case_files import CaseFile, CaseHeading, CaseState
from vpdesk.domain.case_views import CaseEntry
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.forms.retention_input import RetentionInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _


class Offered(NamedTuple):
    """What a case file can be given: the headings of its year, and the keepers; none where one keeps his own alone."""

    headings: tuple[CaseHeading, ...]
    keepers: tuple[tuple[str, UUID], ...] = ()


class Asked(NamedTuple):
    """What a dialog says: its title, its act with the icon, and what it is about."""

    title: str
    act: str
    icon: str
    about: str = ""


class _Form(RecordForm):
    """The members of a case file."""

    def gaps(self) -> dict[str, str]:
        return {} if self.inputs["title"].value() else {"title": _("Say what the file is about.")}


class CaseDialog(ActDialog):
    """Tells what a new case file, or one that is there, says from now on."""

    given = Signal(object, str)
    """A CaseEntry, and why it is changed."""

    def __init__(self, asked: Asked, offered: Offered, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(asked.title, asked.act, asked.icon, look, icons, parent)
        self.say_about(asked.about)
        self._kept: dict[str, object] = {}
        headings = [(f"{one.symbol} · {one.name}", one.id) for one in offered.headings]
        inputs: dict[str, Input] = {"title": TextInput(3), "retention": RetentionInput()}
        names = {"title": _("Title"), "retention": _("Kept for")}
        if headings:
            inputs["heading"] = Choice(icons, *headings, (_("Under no heading"), None))
            names["heading"] = _("Heading")
        if offered.keepers:
            inputs["keeper"] = Choice(icons, (_("nobody yet"), None), *offered.keepers)
            names["keeper"] = _("Kept by")
        inputs["notes"] = LineInput()
        names["notes"] = _("Notes")
        inputs["reason"] = LineInput()
        names["reason"] = _("Reason of the change")
        rows: Sequence[Sequence[str]] = (("title",), ("heading", "retention"), ("keeper", "notes"), ("reason",))
        there = tuple(tuple(name for name in row if name in inputs) for row in rows)
        self.form = _Form(inputs, names, there, icons)
        self.form.fields["reason"].hide()
        self.column.addWidget(self.form)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, heading: UUID | None, keeper: UUID | None) -> None:
        """Begin with a heading and a keeper."""
        self._show({"heading": heading, "keeper": keeper})

    def show_case(self, case_file: CaseFile) -> None:
        """Show a case file that is there; one that was opened is changed for a reason."""
        self._show({name: getattr(case_file, name) for name in _MEMBERS})
        self.form.fields["reason"].setVisible(case_file.state is not CaseState.LISTED)

    def _show(self, values: dict[str, object]) -> None:
        self._kept = values
        self.form.show_values({name: value for name, value in values.items() if name in self.form.inputs})

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            reason = values.pop("reason") or ""
            self.wait()
            self.given.emit(CaseEntry(**{**self._kept, **values}), reason)


_MEMBERS = ("title", "heading", "retention", "keeper", "notes")
