"""What is known of an arrival, beside its pages or its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal

from vpdesk.domain.arriving import ArrivalDetail
from vpdesk.ui.forms.field import link
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.case_links import CaseLinks
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.arrival_facts import arrival_facts, correction_words, happened_words
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.happenings import moment_in_full


class ArrivalSide(SidePane):
    """The facts in sections: the line, its files, what was corrected, what has happened."""

    file_wanted = Signal(object)
    """The Attachment that is to be shown."""
    case_chosen = Signal(object)
    """The id of a case file."""
    twin_wanted = Signal(object)
    """The id of another arrival."""

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

    def show_detail(self, detail: ArrivalDetail | None) -> None:
        """Show an arrival, or none."""
        if detail is None or detail.arrival.id != self._shown:
            self.verticalScrollBar().setValue(0)
        self._shown = detail.arrival.id if detail else None
        self.clear()
        self.cases = None
        if detail is None:
            return
        title = _("Arrival number {number}").format(number=detail.arrival.written_number)
        self.section(title)
        self.line(f"{detail.book.name} {detail.arrival.year}", "caption")
        for name, words in arrival_facts(detail, self._types):
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
