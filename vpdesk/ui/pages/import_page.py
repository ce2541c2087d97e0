"""An old book before it is taken in: its columns and what they mean at the left, what would come of it beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from vpdesk.domain.import_fields import FIELDS, BookField, ImportPlan, Proposal, missing
from vpdesk.domain.importing import Counts, ImportBatch, Judged, Report, Verdict
from vpdesk.domain.sheets import cell_text
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.pages.page import Facts, Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.importing import book_name, counts_lines, field_name, gap_words, judged_words, verdict_name

_EDGE = 24
_SAMPLES = 3
_GAPS_SHOWN = 6
_ENDINGS = frozenset({".xlsx", ".csv"})
_TONES = {Verdict.CHANGED: "amber", Verdict.UNREADABLE: "red"}


class ImportPage(Page):
    """Shows a file, its plan and its report; tells which plan is wanted."""

    place: ClassVar[str] = "books"
    dropped = Signal(object)
    """The path of a file that somebody brought."""
    book_chosen = Signal(object)
    """The BookKind that the file is said to be."""
    planned = Signal(object)
    """The ImportPlan as it is wanted now."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], place: str) -> None:
        super().__init__()
        self._look, self._icons, self._actions, self._data = look, icons, actions, place
        self._name = ""
        self._proposals: tuple[Proposal, ...] = ()
        self._plan: ImportPlan | None = None
        self._runs = False
        self._batches: tuple[ImportBatch, ...] = ()
        self.report: Report | None = None
        self.sheet, self.book = Choice(icons), Choice(icons)
        self.fields: list[Choice] = []
        self.side = SidePane(look, _("Columns of the file"))
        self.said = QVBoxLayout()
        self.table: RegisterTable[Judged] = RegisterTable(
            look,
            (
                Column("line", _("Line"), lambda row: format_number(row.line)),
                Column("verdict", _("What it is"), lambda row: verdict_name(row.verdict)),
                Column("reference", _("Number"), lambda row: row.reference),
                Column("why", _("To be looked at"), judged_words),
            ),
            lambda row: row.line,
            lambda row, column: _TONES.get(row.verdict, "muted") if column == "verdict" else "",
        )
        self.table.set_widths(look, 3, {0: 80, 1: 150, 2: 190})
        self.table.setAccessibleName(_("Lines to be looked at"))
        self.progress = label("", "muted")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._empty = EmptyState(
            self._icons,
            "table",
            _("Take an old book in"),
            _("Drop an XLSX or CSV file here, or choose it. It is tried first; nothing changes before you say so."),
        )
        self._empty.offer(self._actions["undo_import"], "undo-2", self._look, "plain")
        self._empty.offer(self._actions["choose_old_book"], "folder-open", self._look)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(_EDGE, 16, _EDGE, 16)
        column.setSpacing(12)
        self.said.setSpacing(2)
        column.addLayout(self.said)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addStretch()
        column.addLayout(self._buttons())
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(beside, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, icon in (("write_corrections", "file-down"), ("undo_import", "undo-2"), ("stop_import", "x")):
            row.addWidget(ActButton(self._actions[name], icon, self._look, self._icons))
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.sheet.edited.connect(self._choose_sheet)
        self.book.edited.connect(lambda: self.book_chosen.emit(self.book.value()))

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_file(self, name: str) -> None:
        """Show that a file is looked at."""
        self._name, self._proposals, self._plan, self.report = name, (), None, None
        self._renew()

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show what the sheets seem to be, the likeliest in hand; it is tried."""
        self._proposals = proposals
        self.sheet.offer(*((one.name, one.plan.sheet) for one in proposals))
        self.book.offer(*((book_name(kind), kind) for kind in FIELDS))
        self._take(proposals[0])

    def _choose_sheet(self) -> None:
        chosen = next((one for one in self._proposals if one.plan.sheet == self.sheet.value()), None)
        if chosen is not None:
            self._take(chosen)

    def _take(self, proposal: Proposal) -> None:
        self._plan, self.report = proposal.plan, None
        self.sheet.show_value(proposal.plan.sheet)
        self.book.show_value(proposal.plan.book)
        self._show_columns(proposal)
        self._renew()
        self.planned.emit(self._plan)

    def _show_columns(self, proposal: Proposal) -> None:
        for kept in (self.sheet, self.book):
            kept.setParent(None)
        self.side.clear()
        self.side.section(_("Sheet"))
        self.side.add(self.sheet)
        self.side.section(_("Register"))
        self.side.add(self.book)
        self.side.section(_("Columns"))
        for words in _notes(proposal):
            self.side.line(words, "muted")
        self.fields = []
        offered = [("–", None), *((field_name(one), one) for one in BookField if one in FIELDS[proposal.plan.book])]
        for place, column in enumerate(proposal.plan.columns):
            head = proposal.heads[place] or _("Column {number}").format(number=place + 1)
            self.side.line(head, "strong")
            choice = Choice(self._icons, *offered)
            choice.show_value(column)
            choice.setAccessibleName(head)
            choice.edited.connect(self._choose_fields)
            self.side.add(choice)
            self.side.line(_samples(proposal, place), "muted")
            self.fields.append(choice)

    def _choose_fields(self) -> None:
        assert self._plan is not None  # noqa: S101 -- there are choices only where there is a plan
        columns = tuple(one if isinstance(one := choice.value(), BookField) else None for choice in self.fields)
        self._plan, self.report = replace(self._plan, columns=columns), None
        self._renew()
        self.planned.emit(self._plan)

    def show_report(self, report: Report) -> None:
        """Show what the import would do."""
        self.report, self._runs = report, False
        self.table.show_rows(report.to_look_at)
        self._renew()

    def show_running(self) -> None:
        """Show that the register is being changed: only stopping is left to do."""
        self._runs = True
        self._renew()

    def show_done(self) -> None:
        """Show that it is done: the file has nothing more to give."""
        self._name, self._proposals, self._plan, self.report, self._runs = "", (), None, None, False
        self._renew()
        self.take_keys()

    def show_stopped(self) -> None:
        """Show that what ran came to no end."""
        self._runs = False
        self._renew()

    def show_progress(self, lines: int) -> None:
        """Say how many lines are done."""
        words = ngettext("{count} line read…", "{count} lines read…", lines)
        self.progress.setText(words.format(count=format_number(lines)) if lines else "")

    def show_batches(self, batches: tuple[ImportBatch, ...]) -> None:
        """Know which imports may be taken back."""
        self._batches = batches
        self.renewed.emit()

    @property
    def undoable(self) -> ImportBatch | None:
        """The last import that may be taken back."""
        return next((one for one in self._batches if one.undone_at is None), None)

    def _renew(self) -> None:
        self._stack.setCurrentIndex(1 if self._name else 0)
        self.progress.setVisible(self.report is None or self._runs)
        self.table.setVisible(self.report is not None and bool(self.report.to_look_at))
        while (item := self.said.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for words, kind in self._sentences():
            line = label(words, kind)
            line.setWordWrap(True)
            self.said.addWidget(line)
        self.acts = ("choose_old_book", "take_book_in") if self._name else ()
        self.renewed.emit()

    def _sentences(self) -> list[tuple[str, str]]:
        if self.report is not None:
            first, *others = counts_lines(self.report.counts)
            gaps = [gap_words(gap) for gap in self.report.gaps[:_GAPS_SHOWN]]
            return [(first, "title"), *((line, "") for line in others), *((line, "muted") for line in gaps)]
        if self._plan is not None and (lacking := missing(self._plan.book, self._plan.columns)):
            names = ", ".join(map(field_name, lacking))
            return [(_("No column is chosen for: {fields}.").format(fields=names), "strong")]
        return []

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Old books"), self._name or _("Take an old book in"))

    def title(self) -> str:
        return self.heading().subject

    def facts(self) -> Facts:
        return Facts(_("This machine"), self._data)

    def takes(self, paths: Sequence[Path]) -> str:
        if len(paths) == 1 and paths[0].suffix.lower() in _ENDINGS and not self._runs:
            return _("Let go to look at “{name}”").format(name=paths[0].name)
        return ""

    def take(self, paths: Sequence[Path]) -> None:
        self.dropped.emit(paths[0])

    def serves(self) -> frozenset[Where]:
        counts = self.report.counts if self.report else Counts()
        served = {
            Where.OLD_BOOKS: not self._runs,
            Where.TRIED_BOOK: not self._runs and bool(counts.new or counts.changed),
            Where.UNREAD_LINES: not self._runs and bool(counts.unreadable),
            Where.UNDOABLE_IMPORT: not self._runs and self.undoable is not None,
            Where.RUNNING_IMPORT: self._runs,
        }
        return frozenset(where for where, holds in served.items() if holds)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.sheet, self.table]
        return [pane for pane in panes if pane.isVisible()]

    def put_away(self) -> bool:
        if self._runs:
            self._actions["stop_import"].trigger()
        return self._runs

    def take_keys(self) -> None:
        (self.sheet if self._name else self._empty).setFocus()


def _notes(proposal: Proposal) -> list[str]:
    """What is to be known of a sheet before its columns are read."""
    notes = []
    if proposal.is_remembered:
        notes.append(_("As you chose for a file of this shape before."))
    if proposal.writing:
        notes.append(_("Written in an old font ({name}); the letters were made right.").format(name=proposal.writing))
    if proposal.uncomputed:
        words = ngettext(
            "{count} formula has no value: open the file in its program and save it again.",
            "{count} formulas have no value: open the file in its program and save it again.",
            proposal.uncomputed,
        )
        notes.append(words.format(count=format_number(proposal.uncomputed)))
    return notes


def _samples(proposal: Proposal, place: int) -> str:
    said = dict.fromkeys(cell_text(row.cells[place]) for row in proposal.rows if place < len(row.cells))
    return " · ".join(list(filter(None, said))[:_SAMPLES])
