"""The yearly list of case files: its headings, its approval; the office's table of terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vpdesk.domain.case_files import CaseHeading, RetentionRule
from vpdesk.domain.case_terms import ProposedRule
from vpdesk.domain.case_views import YearList
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.forms.retention_input import RetentionInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.cases import case_files_words, term_words, totals_words
from vpdesk.words.catalogue import _, format_number, ngettext

_ROWS = 8


class _HeadingForm(RecordForm):
    """Name and letters of a heading."""

    def gaps(self) -> dict[str, str]:
        missing = {"name": _("Say what the heading is called."), "symbol": _("Say its letters.")}
        return {name: words for name, words in missing.items() if not self.inputs[name].value()}


class HeadingDialog(ActDialog):
    """Tells name and letters of a heading."""

    given = Signal(str, str)

    def __init__(self, heading: CaseHeading | None, look: Look, icons: Icons, parent: QWidget) -> None:
        title = _("Change the heading") if heading else _("New heading")
        super().__init__(title, _("Keep the heading"), "check", look, icons, parent, width=520)
        self.say_about(_("The letters end the symbols of its case files: TT gives 01.TT, 02.TT."))
        names = {"name": _("Name of the heading"), "symbol": _("Letters")}
        self.form = _HeadingForm({"name": LineInput(), "symbol": LineInput()}, names, (("name", "symbol"),), icons)
        self.form.fields["symbol"].setFixedWidth(110)
        self.column.addWidget(self.form)
        if heading is not None:
            self.form.show_values({"name": heading.name, "symbol": heading.symbol})
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            self.wait()
            self.given.emit(self.form.inputs["name"].value(), self.form.inputs["symbol"].value().upper())


class _ApprovalForm(RecordForm):
    """Who approved, on which day."""

    def gaps(self) -> dict[str, str]:
        missing = {"by": _("Say who approved it."), "on": _("Say on which day.")}
        return {name: words for name, words in missing.items() if not self.inputs[name].value()}


class ApprovalDialog(ActDialog):
    """Tells that the head has approved the list of a year."""

    given = Signal(str, object, str)
    """The head's name, the day, the notes."""

    def __init__(
        self, listed: YearList, head: str, today: Callable[[], date], look: Look, icons: Icons, parent: QWidget
    ) -> None:
        act = _("Approve with {files}").format(files=case_files_words(listed.totals.all))
        title = _("Approve the list of {year}").format(year=listed.listed.year)
        super().__init__(title, act, "check", look, icons, parent, width=560)
        self.say_about(totals_words(listed.totals))
        names = {"by": _("Approved by"), "on": _("Approved on"), "notes": _("By which paper")}
        inputs: dict[str, Input] = {
            "by": LineInput(),
            "on": DateField(look, icons, today, is_past=True),
            "notes": LineInput(),
        }
        self.form = _ApprovalForm(inputs, names, (("by", "on"), ("notes",)), icons)
        self.column.addWidget(self.form)
        self.form.show_values({"by": head, "on": today()})
        self.warn_first(_("What an approved list has stays; other case files are opened beside it."))
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            self.wait()
            self.given.emit(values["by"], values["on"], values["notes"] or "")


class RuleTable(RegisterTable[RetentionRule]):
    """The office's terms in their order; Del drops the one in hand."""

    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class _RuleForm(RecordForm):
    """Kinds, term and source of a line."""

    def gaps(self) -> dict[str, str]:
        return {} if self.inputs["kinds"].value() else {"kinds": _("Say which files are kept so long.")}


class RetentionDialog(ActDialog):
    """Each line is set down at once; the dialog stays open."""

    put = Signal(object, object)
    """What is typed, by the members of a line, and the RetentionRule that it changes, or None."""
    dropped = Signal(object)
    """The id of a line."""
    proposals_wanted = Signal()
    """What the rule itself names is to be taken into the table."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget, *, may_change: bool) -> None:
        super().__init__(_("Retention terms"), _("Set the line down"), "check", look, icons, parent, width=760)
        self.say_about(_("How long files of which kinds are kept, as the office says. A file takes the longest term."))
        columns: tuple[Column[RetentionRule], ...] = (
            Column("kinds", _("Kinds of files"), lambda one: one.kinds),
            Column("retention", _("Kept for"), lambda one: term_words(one.retention) or _("not said yet")),
            Column("source", _("By which rule"), lambda one: one.source or ""),
        )
        self.table = RuleTable(look, columns, lambda one: one.id)
        self.table.set_widths(look, 0, {1: 138, 2: 210})
        self.table.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight((_ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.table.setAccessibleName(_("Retention terms"))
        self._changed: RetentionRule | None = None
        inputs: dict[str, Input] = {"kinds": LineInput(), "retention": RetentionInput(), "source": LineInput()}
        names = {"kinds": _("Kinds of files, parted by ;"), "retention": _("Kept for"), "source": _("By which rule")}
        self.form = _RuleForm(inputs, names, (("kinds",), ("retention", "source")), icons)
        self.take = QPushButton()
        self.take.setAutoDefault(False)
        self.take.hide()
        self.foot.insertWidget(0, self.take)
        self.column.addWidget(self.table)
        self.may_change = may_change
        if may_change:
            self.column.addWidget(label(_("Enter changes the line in hand, Del drops it."), "caption"))
            self.column.addWidget(self.form)
            self.table.opened.connect(self._change)
            self.table.dropped.connect(self._drop)
            self.take.clicked.connect(self.proposals_wanted)
        self.act.setEnabled(may_change)
        self.main_button.setVisible(may_change)
        (self.form if may_change else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rules(self, rules: Sequence[RetentionRule], proposed: Sequence[ProposedRule]) -> None:
        """Show these lines; the form is empty again. `proposed` are lines that can be taken in."""
        self.tell("")
        self.act.setEnabled(self.may_change)
        self.table.show_rows(tuple(rules))
        self._changed = None
        self.form.show_values({"kinds": None, "retention": None, "source": None})
        words = ngettext("&Take {count} line of the rule", "&Take {count} lines of the rule", len(proposed))
        self.take.setText(words.format(count=format_number(len(proposed))))
        self.take.setVisible(self.may_change and bool(proposed))

    def _change(self) -> None:
        if (row := self.table.row) is not None:
            self._changed = row
            self.form.show_values({name: getattr(row, name) for name in self.form.inputs})
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        if (row := self.table.row) is not None:
            self.dropped.emit(row.id)

    def confirm(self) -> None:
        if self.may_change and self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            self.wait()
            self.put.emit(values, self._changed)
