"""What is known of an arrival, beside its pages or its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal

from vpdesk.domain.arrival_work import ArrivalWork
from vpdesk.domain.arriving import ArrivalDetail
from vpdesk.domain.handling import AssigneeRole
from vpdesk.domain.issuing import LinkedDocument
from vpdesk.ui.arrivals import Case
from vpdesk.ui.forms.field import link
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.case_links import CaseLinks
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.arrival_facts import arrival_facts, correction_words, happened_words
from vpdesk.words.arrival_work import (
    acknowledged_words,
    answer_words,
    assignee_words,
    day_words,
    extension_words,
    work_facts,
)
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.happenings import moment_in_full

_OF_WORK = frozenset({"due_on", "answer"})
"""Facts of the line that stand with the work on it."""


class ArrivalSide(SidePane):
    """The facts in sections: the work, the line, its files, what was corrected, what has happened."""

    file_wanted = Signal(object)
    """The Attachment that is to be shown."""
    case_chosen = Signal(object)
    """The id of a case file."""
    twin_wanted = Signal(object)
    """The id of another arrival."""
    answer_wanted = Signal(object)
    """A LinkedDocument that answers it and is to be opened."""

    def __init__(self, look: Look, icons: Icons, now: Callable[[], datetime]) -> None:
        super().__init__(look, _("Facts of the arrival"))
        self._look, self._icons, self._now = look, icons, now
        self.cases: CaseLinks | None = None
        """The case files that the arrival lies in."""
        self._types: Mapping[str, str] = {}
        self._shown: UUID | None = None

    def name_types(self, types: Mapping[str, str]) -> None:
        """Call the types by these names, by their codes."""
        self._types = types

    def show_case(self, case: Case) -> None:
        """Show an arrival with the work on it."""
        detail = case.detail
        if detail.arrival.id != self._shown:
            self.verticalScrollBar().setValue(0)
        self._shown = detail.arrival.id
        self.clear()
        told = self._tell_work(case.work)
        self.cases = None
        self.section(_("Arrival number {number}").format(number=detail.arrival.written_number))
        self.line(f"{detail.book.name} {detail.arrival.year}", "caption")
        for name, words in arrival_facts(detail, self._types, told):
            self.fact(name, words)
        self._tell_twins(detail)
        self._place_cases()
        self._tell_files(detail)
        self._tell_corrections(detail)
        self.section(_("History"))
        for happening in reversed(detail.happenings):
            self.line(happened_words(happening))
            who = f"{happening.officer_name} · " if happening.officer_name else ""
            self.line(f"{who}{moment_in_full(happening.at, self._now())}", "caption")

    # --- the work -------------------------------------------------------------------------------------------------

    def _tell_work(self, work: ArrivalWork) -> frozenset[str]:
        """Tell how the work stands, where there is anything to tell; the facts of the line that are told with it."""
        if work.handling is None and work.arrival.due_on is None and not work.answers:
            return frozenset()
        self.section(_("Work"))
        self._tell_deadline(work)
        if work.handling is not None and work.handling.directive:
            self.line(f"“{work.handling.directive}”")
        for name, words in work_facts(work):
            self.fact(name, words)
        self._tell_assignees(work)
        self._tell_answers(work.answers)
        return _OF_WORK if work.answers else frozenset({"due_on"})

    def _tell_deadline(self, work: ArrivalWork) -> None:
        if (due_on := work.arrival.due_on) is None:
            return
        self.fact(_("Due on"), day_words(due_on))
        first = work.handling.first_due_on if work.handling else None
        if first is not None and first != due_on:
            self.fact(_("First due on"), day_words(first))
        for one in work.extensions:
            self.fact(_("Extended"), extension_words(one))

    def _tell_assignees(self, work: ArrivalWork) -> None:
        roles = {AssigneeRole.LEAD: _("Lead"), AssigneeRole.SUPPORT: _("Supporting")}
        said = None
        for one in work.assignees:
            told = f"{assignee_words(one)}\n{acknowledged_words(one, work.names)}"
            self.fact("" if one.role is said else roles[one.role], told)
            said = one.role

    def _tell_answers(self, answers: tuple[LinkedDocument, ...]) -> None:
        if answers:
            self.section(_("Answers"))
        for one in answers:
            words, caption = answer_words(one)
            line = SideLine(self._look, self._icons, words, caption, Lead("accent", "file-text"))
            line.clicked.connect(lambda _checked=False, one=one: self.answer_wanted.emit(one))
            self.add(line)

    # --- the line -------------------------------------------------------------------------------------------------

    def _tell_twins(self, detail: ArrivalDetail) -> None:
        for twin in detail.twins:
            words = _("The same paper: arrival number {number} of {day}")
            told = words.format(number=twin.written_number, day=format_day(twin.arrived_on))
            made = link(told, begins_line=True)
            made.clicked.connect(lambda _checked=False, twin=twin: self.twin_wanted.emit(twin.id))
            self.add(made)

    def _place_cases(self) -> None:
        self.cases = CaseLinks(self._look, self._icons)
        self.cases.chosen.connect(self.case_chosen)
        self.add(self.cases)

    def _tell_files(self, detail: ArrivalDetail) -> None:
        if detail.files:
            self.section(_("Files"))
        for file in detail.files:
            made = link(file.name, begins_line=True)
            made.clicked.connect(lambda _checked=False, file=file: self.file_wanted.emit(file))
            self.add(made)

    def _tell_corrections(self, detail: ArrivalDetail) -> None:
        if detail.corrections:
            self.section(_("Corrections"))
        for one in reversed(detail.corrections):
            for member, was, now in one.changes:
                self.line(correction_words(member, was, now, self._types))
            why = f" · {one.reason}" if one.reason else ""
            self.line(f"{moment_in_full(one.made_at, self._now())}{why}", "caption")
