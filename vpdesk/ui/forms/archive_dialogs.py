"""Handing case files over to the archive: which go and which stay, to whom; what the archive was given before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vpdesk.domain.case_files import CaseFile
from vpdesk.domain.case_handing import HandoverDetail, HandoverEntry, HandoverPlan
from vpdesk.ui.forms.act_dialog import ActDialog, AmberStrip
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field, Input
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.case_files import hindrance_words
from vpdesk.words.cases import case_files_words, one_line, sheet_count_words, term_words
from vpdesk.words.catalogue import _, format_day, format_number, ngettext

_ROWS = 6
_TOLD = 5
"""Case files that stay behind and are named with the reason."""


class Known(NamedTuple):
    """What is proposed for a hand-over: the archive, and who gives."""

    archive: str | None
    given_by: str


class _Form(RecordForm):
    """Day, archive, who gives and who receives."""

    def gaps(self) -> dict[str, str]:
        missing = {
            "made_on": _("Say on which day."),
            "archive": _("Say which archive."),
            "given_by": _("Say who hands over."),
        }
        return {name: words for name, words in missing.items() if not self.inputs[name].value()}


class HandoverDialog(ActDialog):
    """Tells which case files are handed over, on which day, to which archive."""

    given = Signal(object)
    """A HandoverEntry."""

    def __init__(
        self, plan: HandoverPlan, known: Known, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(_("Hand over to the archive"), "", "send", look, icons, parent, width=760)
        self._plan = plan
        self.table = _files_table(look)
        self.table.show_rows(plan.files)
        self.column.addWidget(self.table)
        self._tell_staying(plan)
        inputs: dict[str, Input] = {
            "made_on": DateField(look, icons, today, is_past=True),
            "archive": LineInput(),
            "given_by": LineInput(),
            "received_by": LineInput(),
            "notes": LineInput(),
        }
        names = {
            "made_on": _("Day"),
            "archive": _("Archive"),
            "given_by": _("Handed over by"),
            "received_by": _("Received by, once known"),
            "notes": _("Notes"),
        }
        self.form = _Form(inputs, names, (("made_on", "archive"), ("given_by", "received_by"), ("notes",)), icons)
        self.column.addWidget(self.form)
        self.form.show_values({"made_on": today(), "archive": known.archive, "given_by": known.given_by})
        count, sheets = case_files_words(len(plan.files)), sheet_count_words(plan.sheets)
        self.name_act(_("Hand over {files}, {sheets}").format(files=count, sheets=sheets))
        self.act.setEnabled(bool(plan.files))
        self.warn_first(_("Can be undone until its papers are printed or somebody has received the files."))
        self.form.fields["archive"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_staying(self, plan: HandoverPlan) -> None:
        lines = [f"{one.case_file.symbol} · {hindrance_words(one.hindrance)}" for one in plan.refused]
        for words in lines[:_TOLD]:
            self.column.addWidget(AmberStrip(words, self.icons))
        if more := len(lines) - _TOLD if len(lines) > _TOLD else 0:
            said = ngettext("and {count} more", "and {count} more", more)
            self.column.addWidget(label(said.format(count=format_number(more)), "muted"))
        if plan.with_copies:
            named = ", ".join(one.case_file.symbol for one in plan.with_copies)
            said = _("Copies lie among the originals of {symbols}; the archive asks for originals.")
            told = label(said.format(symbols=named), "muted")
            told.setWordWrap(True)
            self.column.addWidget(told)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            self.wait()
            self.given.emit(HandoverEntry(tuple(one.id for one in self._plan.files), **values))


def _files_table(look: Look) -> RegisterTable[CaseFile]:
    columns: tuple[Column[CaseFile], ...] = (
        Column("symbol", _("Symbol"), lambda one: f"{one.symbol}/{one.year}"),
        Column("title", _("Title"), lambda one: one_line(one.title)),
        Column("retention", _("Kept for"), lambda one: term_words(one.retention)),
        Column("sheets", _("Number of sheets"), lambda one: format_number(one.sheets) if one.sheets else ""),
    )
    made: RegisterTable[CaseFile] = RegisterTable(look, columns, lambda one: one.id)
    made.set_widths(look, 1, {0: 120, 2: 138, 3: 90})
    made.setFixedHeight((_ROWS + 1) * made.verticalHeader().defaultSectionSize())
    made.setAccessibleName(_("Case files that are handed over"))
    return made


class HandoverTable(RegisterTable[HandoverDetail]):
    """What was handed over, the last first; Del undoes the one in hand."""

    undone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.undone.emit()
        else:
            super().keyPressEvent(event)


class HandoversDialog(ActDialog):
    """Tells who received what is in hand; its papers are printed from here."""

    received = Signal(object, str)
    """The id of a hand-over, and who received its files."""
    undone = Signal(object)
    """The id of a hand-over that is to be undone."""
    papers_wanted = Signal(object)
    """The HandoverDetail whose papers are wanted."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("What the archive has"), _("Set down who received"), "check", look, icons, parent, width=820)
        columns: tuple[Column[HandoverDetail], ...] = (
            Column("day", _("Day"), lambda one: format_day(one.handover.made_on)),
            Column("archive", _("Archive"), lambda one: one.handover.archive),
            Column("files", _("Case files"), lambda one: format_number(len(one.files))),
            Column(
                "sheets", _("Number of sheets"), lambda one: format_number(sum(file.sheets or 0 for file in one.files))
            ),
            Column("received", _("Received by"), lambda one: one.handover.received_by or ""),
        )
        self.table = HandoverTable(look, columns, lambda one: one.handover.id)
        self.table.set_widths(look, 1, {0: 112, 2: 90, 3: 90, 4: 190})
        self.table.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight((_ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("What was handed over"))
        self.by = LineInput()
        self.field = Field(_("Received by"), self.by, icons)
        for part in (self.table, label(_("Del undoes the hand-over in hand."), "caption"), self.field):
            self.column.addWidget(part)
        self.papers = QPushButton(_("Its &papers…"))
        self.papers.setAutoDefault(False)
        self.papers.clicked.connect(self._want_papers)
        self.foot.insertWidget(0, self.papers)
        self.table.changed.connect(self._follow)
        self.table.undone.connect(self._undo)
        self.table.opened.connect(self._want_papers)
        self.by.edited.connect(lambda: self.field.tell_fault(""))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_handovers(self, handovers: Sequence[HandoverDetail]) -> None:
        """Show these hand-overs."""
        self.tell("")
        self.table.show_rows(tuple(handovers))
        self._follow()

    def _follow(self) -> None:
        row = self.table.row if self.table.rows else None
        self.by.show_value(row.handover.received_by if row else None)
        self.papers.setEnabled(row is not None)
        self.act.setEnabled(row is not None)

    def _undo(self) -> None:
        if (row := self.table.row) is not None:
            self.undone.emit(row.handover.id)

    def _want_papers(self) -> None:
        if (row := self.table.row) is not None:
            self.reject()
            self.papers_wanted.emit(row)

    def confirm(self) -> None:
        row, by = self.table.row, self.by.value()
        if by is None:
            self.field.tell_fault(_("Say who received the files."))
            self.by.setFocus(Qt.FocusReason.OtherFocusReason)
        elif row is not None and self.act.isEnabled():
            self.wait()
            self.received.emit(row.handover.id, by)
