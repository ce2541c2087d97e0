"""Number and issue: the one true dialog. It says the number that will come, for one dispatch or for each of several.

What it says is what is proposed; the number that is really taken is told afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.dates import local_day
from vpdesk.domain.issuing import IssueOrder, Lettered, Proposal, Recipient, copies_of
from vpdesk.domain.outgoing import Method
from vpdesk.domain.series import written_number
from vpdesk.ui.forms.act_dialog import ActDialog, large_number
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.rows import Column
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.recipient_table import RecipientTable
from vpdesk.ui.widgets.register_table import RegisterTable
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.outgoing import before_words, copies_words, dated_back_words, document_words, hold_words

_WITH_LETTER: Final = "letter"
"""The choice of the newest number again, with a letter behind it."""


class Ordered(NamedTuple):
    """What is to be issued, and what is done with the papers then."""

    orders: tuple[IssueOrder, ...]
    prints: bool
    saves: bool


@dataclass
class _Paper:
    """A dispatch as it is to be issued."""

    proposal: Proposal
    addressed: tuple[tuple[Recipient, Method], ...]
    copies: int | None = None

    @property
    def count(self) -> int:
        """How many copies are made."""
        return copies_of(one for one, _way in self.addressed) if self.copies is None else self.copies


class IssueDialog(ActDialog):
    """Asks for day, copies and, where the day is before that of the number before, the reason."""

    day_chosen = Signal(object)
    """Another date: what would come then is wanted."""
    ordered = Signal(object)
    """An Ordered."""

    def __init__(
        self,
        proposals: tuple[Proposal, ...],
        types: Mapping[str, str],
        now: Callable[[], datetime],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Number and issue"), "", "stamp", look, icons, parent)
        self._types, self._now = types, now
        self._papers = [_Paper(one, _usual(one)) for one in proposals]
        self._is_single = len(proposals) == 1
        self.day = DateField(look, icons, lambda: local_day(now()))
        self.reason, self.held = LineInput(), Choice(icons)
        self.copies, self.recipients = NumberInput(), RecipientTable(look)
        self.number, self._before = large_number(), label("", "caption")
        self._counted = label("")
        self.list = self._make_list()
        self.prints = CheckBox(_("Print now"), look, icons)
        self.saves = CheckBox(_("Save a PDF file too"), look, icons)
        self.prints.setChecked(True)
        self._arrange()
        self._connect()
        self.day.show_value(proposals[0].day)
        self.list.show_rows(proposals)
        self.show_proposals(proposals)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_list(self) -> RegisterTable[Proposal]:
        columns: tuple[Column[Proposal], ...] = (
            Column("number", _("Number"), lambda one: one.reference),
            Column("subject", _("Dispatch"), self._named),
            Column("copies", _("Copies"), lambda one: format_number(self._paper_of(one).count)),
        )
        made = RegisterTable(self.look, columns, lambda one: one.id)
        made.set_widths(self.look, 1, {0: 140, 2: 80})
        made.setSelectionMode(RegisterTable.SelectionMode.SingleSelection)
        made.setAccessibleName(_("What is to be issued"))
        return made

    def _arrange(self) -> None:
        self.day_field = Field(_("Date of the document"), self.day, self.icons)
        self.day_field.setFixedWidth(196)
        self.reason_field = Field(_("Reason"), self.reason, self.icons)
        self.held_field = Field(_("Number"), self.held, self.icons)
        taken = QVBoxLayout()
        taken.setSpacing(0)
        for line in (label(_("Number to be taken"), "field"), self.number, self._before):
            line.setIndent(0)
            taken.addWidget(line)
        taken.addStretch(1)
        head = QHBoxLayout()
        head.addLayout(taken, 1)
        head.addWidget(self.day_field, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        for part in (self.list, self.reason_field, self.held_field):
            self.column.addWidget(part)
        rows = min(len(self._papers), 6)
        self.list.setFixedHeight((rows + 1) * self.list.verticalHeader().defaultSectionSize() + 4)
        self.list.setVisible(not self._is_single)
        self.hairline()
        self._arrange_copies()
        boxes = QVBoxLayout()
        boxes.setSpacing(2)
        for box in (self.prints, self.saves):
            boxes.addWidget(box)
        self.column.addLayout(boxes)
        self.warn_first(_("A number that was taken does not come back. If it is wrong, it can only be made void."))

    def _arrange_copies(self) -> None:
        self.copies.setFixedWidth(72)
        self._each = QPushButton(_("Each &recipient…"))
        self._each.setProperty("role", "link")
        self._each.setCheckable(True)
        self._each.setAutoDefault(False)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._counted)
        said.addWidget(label(_("Counted from the recipients; may be changed"), "caption"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field(_("Copies to print"), self.copies, self.icons))
        row.addLayout(said)
        row.addStretch(1)
        row.addWidget(self._each, 0, Qt.AlignmentFlag.AlignBottom)
        self._hint = label(_("1–9, + and − change the copies, the space bar the way."), "caption")
        self.column.addLayout(row)
        self.column.addWidget(self.recipients)
        self.column.addWidget(self._hint)
        self.recipients.setFixedHeight(5 * self.recipients.verticalHeader().defaultSectionSize())
        self._show_recipients(shown=False)

    def _connect(self) -> None:
        self.day.edited.connect(lambda: self.day_chosen.emit(self.day.value()))
        self.held.edited.connect(self._follow)
        self.copies.edited.connect(self._take_copies)
        self.recipients.edited.connect(self._take_recipients)
        self.list.changed.connect(self._show_paper)
        self.prints.toggled.connect(self._follow)
        self._each.toggled.connect(lambda shown: self._show_recipients(shown=shown))
        self.reason.edited.connect(lambda: self.reason_field.tell_fault(""))

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show what would come, on the day in hand."""
        for paper, proposal in zip(self._papers, proposals, strict=True):
            paper.proposal = proposal
        self.day_field.tell_fault("")
        self.offer("")
        self.act.setEnabled(True)
        self.list.show_rows(proposals)
        holds = proposals[0].holds if self._is_single else ()
        upcoming = _("The next one, {reference}").format(reference=proposals[0].reference)
        choices: list[tuple[str, object]] = [(hold_words(one, self._now()), one.id) for one in holds]
        if self._is_single and (lettered := proposals[0].lettered) is not None:
            choices.append((_("With a letter, {reference}").format(reference=lettered.reference), _WITH_LETTER))
        self.held.offer((upcoming, None), *choices)
        self.held_field.setVisible(bool(choices))
        self._show_paper()

    def refuse_day(self, fault: str) -> None:
        """Say why nothing can be issued on the day in hand."""
        self.day_field.tell_fault(fault)
        self.act.setEnabled(False)

    @property
    def _paper(self) -> _Paper:
        row = self.list.row
        return self._papers[0] if row is None else self._paper_of(row)

    def _paper_of(self, proposal: Proposal) -> _Paper:
        return next(one for one in self._papers if one.proposal.id == proposal.id)

    def _show_paper(self) -> None:
        self.recipients.show_recipients(self._paper.addressed)
        self.copies.show_value(self._paper.count)
        self._follow()

    def _follow(self) -> None:
        """Bring every word up to what is chosen."""
        paper = self._paper
        hold = next((one for one in paper.proposal.holds if one.id == self.held.value()), None)
        lettered = self._lettered()
        self.number.setText(hold.reference if hold else lettered.reference if lettered else paper.proposal.reference)
        self._before.setText(before_words(paper.proposal.before))
        self._counted.setText(copies_words(one for one, _way in paper.addressed))
        self.say_about(self._about())
        dated_back = self._dated_back()
        self.reason_field.setVisible(dated_back is not None or lettered is not None)
        self.reason_field.warn(dated_back_words(dated_back.before) if dated_back and dated_back.before else "")
        number = written_number(hold.number if hold else paper.proposal.number)
        self.name_act(self._act_words(self._written_with_letter() if lettered else number))

    def _about(self) -> str:
        if self._is_single:
            return self._named(self._paper.proposal)
        count = len(self._papers)
        return ngettext("{count} dispatch", "{count} dispatches", count).format(count=format_number(count))

    def _lettered(self) -> Lettered | None:
        """The number with a letter, where that was chosen."""
        return self._paper.proposal.lettered if self.held.value() == _WITH_LETTER else None

    def _written_with_letter(self) -> str:
        proposal = self._paper.proposal
        return f"{written_number(proposal.number - 1)}{proposal.lettered.suffix if proposal.lettered else ''}"

    def _act_words(self, number: str) -> str:
        copies, count = format_number(sum(one.count for one in self._papers)), len(self._papers)
        if self._is_single:
            taken = _("Take number {number}, print {copies}") if self.prints.isChecked() else _("Take number {number}")
            return taken.format(number=number, copies=copies)
        if self.prints.isChecked():
            said = ngettext("Take {count} number, print {copies}", "Take {count} numbers, print {copies}", count)
        else:
            said = ngettext("Take {count} number", "Take {count} numbers", count)
        return said.format(count=format_number(count), copies=copies)

    def _dated_back(self) -> Proposal | None:
        """What is dated before the number before it, if anything is."""
        day = self.day.value()
        for one in (paper.proposal for paper in self._papers):
            before = one.before
            if day is not None and before and before.document_date and day < before.document_date:
                return one
        return None

    def _named(self, proposal: Proposal) -> str:
        code = proposal.dispatch.document_type
        return document_words(self._types.get(code, code), proposal.dispatch.subject_summary)

    # --- what is chosen ---------------------------------------------------------------------------------------------

    def _take_copies(self) -> None:
        self._paper.copies = self.copies.value()
        self._follow()

    def _take_recipients(self) -> None:
        self._paper.addressed, self._paper.copies = self.recipients.addressed, None
        self.copies.show_value(self._paper.count)
        self._follow()

    def _show_recipients(self, *, shown: bool) -> None:
        self.recipients.setVisible(shown)
        self._hint.setVisible(shown)
        if shown:
            self.recipients.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_reason(self) -> None:
        """Say that the day, or the letter, needs a reason."""
        self.reason_field.setVisible(True)
        self.reason_field.tell_fault(_("Say why; the register prints it."))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.act.setEnabled(True)

    def confirm(self) -> None:
        self.day.settle()
        day, reason = self.day.value(), self.reason.value()
        if fault := self.day.fault() or ("" if day else _("The document needs a date.")):
            self.day_field.tell_fault(fault)
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (self._dated_back() is not None or self._lettered() is not None) and reason is None:
            self.ask_for_reason()
        elif day is not None and self.act.isEnabled():
            self.wait()
            orders = tuple(self._order(one, day, reason) for one in self._papers)
            self.ordered.emit(Ordered(orders, self.prints.isChecked(), self.saves.isChecked()))

    def _order(self, paper: _Paper, day: date, reason: str | None) -> IssueOrder:
        held = next((one.id for one in paper.proposal.holds if one.id == self.held.value()), None)
        lettered = self._lettered()
        return IssueOrder(
            dispatch=paper.proposal.id,
            version=paper.proposal.version,
            day=day,
            recipients=paper.addressed,
            copies=paper.copies,
            held=held if self._is_single else None,
            date_reason=reason if self._dated_back() is not None else None,
            suffix=lettered.suffix if lettered else "",
            notes=reason if lettered else None,
        )


def _usual(proposal: Proposal) -> tuple[tuple[Recipient, Method], ...]:
    """Recipients as papers usually go to them."""
    return tuple((one, Method.FILE if one.is_file_copy else Method.BY_HAND) for one in proposal.recipients)
