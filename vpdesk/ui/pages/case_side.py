"""The pane beside case files: what is known of the one in hand, what closing still asks, what has happened to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_views import CaseDetail
from vpdesk.domain.dates import local_day
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.case_papers import called
from vpdesk.ui.widgets.labels import chip
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.case_files import case_state_name, gap_remedy, retention_words
from vpdesk.words.case_history import corrected_words, happened_words
from vpdesk.words.cases import case_facts, case_state_tone, due_chip, lack_words, one_line, paper_summary
from vpdesk.words.catalogue import _
from vpdesk.words.happenings import moment_in_full

FOOT = (("put_paper_in", "file-plus"), ("count_sheets", "list"), ("print_case_papers", "printer"))
"""The acts at the foot of the pane, each with its icon."""
_IN_WORK = (CaseState.OPEN, CaseState.SET_ASIDE)


class CaseSide(QWidget):
    """Shows one case file; its acts stand at the foot."""

    put_back_wanted = Signal(object)
    """A ShownPaper that was taken out and is to lie in the file again."""
    mend_wanted = Signal(object)
    """A Lack that is to be mended."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._now = look, icons, now
        self.pane = SidePane(look, _("Facts of the case file"))
        self._buttons = {name: ActButton(actions[name], icon, look, icons) for name, icon in FOOT}
        acts = QVBoxLayout()
        acts.setContentsMargins(16, 10, 16, 14)
        acts.setSpacing(8)
        for button in self._buttons.values():
            button.fill_width()
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addLayout(acts)
        self.setFixedWidth(self.pane.width())

    def offer(self, names: frozenset[str]) -> None:
        """Show the buttons of these acts."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def show_detail(self, detail: CaseDetail | None) -> None:
        """Show a case file, or none."""
        pane = self.pane
        pane.clear()
        if detail is None:
            return
        one = detail.row.case_file
        pane.line(one.symbol, "detail")
        pane.line(one_line(one.title))
        pane.add(self._chips(detail))
        for name, words in case_facts(detail):
            pane.fact(name, words)
        self._tell_suggestion(detail)
        self._tell_lacks(detail)
        self._tell_taken_out(detail)
        self._tell_history(detail)

    def _chips(self, detail: CaseDetail) -> QWidget:
        state = detail.row.case_file.state
        chips = [(case_state_name(state), case_state_tone(state))]
        if (due := due_chip(detail.due_on, local_day(self._now()))) is not None:
            chips.append(due)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(3, 2, 0, 6)
        row.setSpacing(6)
        for words, tone in chips:
            row.addWidget(chip(words, tone))
        row.addStretch(1)
        return made

    def _tell_suggestion(self, detail: CaseDetail) -> None:
        said, one = detail.suggestion.retention, detail.row.case_file
        if said is None or one.state not in (CaseState.LISTED, *_IN_WORK):
            return
        if one.retention is None or said.sort_key > one.retention.sort_key:
            words = _("The office’s table says {term}.").format(term=retention_words(said))
            self.pane.line(words, "caption")

    def _tell_lacks(self, detail: CaseDetail) -> None:
        if detail.row.case_file.state not in _IN_WORK or detail.checklist.is_content:
            return
        self.pane.section(_("Before it is closed"))
        for lack in detail.checklist.lacks:
            made = SideLine(
                self._look,
                self._icons,
                lack_words(lack),
                gap_remedy(lack.gap),
                Lead("amber", "triangle-alert"),
            )
            made.clicked.connect(lambda _checked=False, lack=lack: self.mend_wanted.emit(lack))
            made.setEnabled(detail.row.may_keep)
            self.pane.add(made)

    def _tell_taken_out(self, detail: CaseDetail) -> None:
        if not detail.taken_out:
            return
        self.pane.section(_("Taken out"))
        for shown in detail.taken_out:
            made = SideLine(self._look, self._icons, called(shown), paper_summary(shown), Lead("muted", "undo-2"))
            made.setToolTip(_("Put it back"))
            made.clicked.connect(lambda _checked=False, shown=shown: self.put_back_wanted.emit(shown))
            made.setEnabled(detail.row.may_keep and detail.row.case_file.state is CaseState.OPEN)
            self.pane.add(made)

    def _tell_history(self, detail: CaseDetail) -> None:
        now = self._now()
        if detail.corrections:
            self.pane.section(_("Corrections"))
        for one in reversed(detail.corrections):
            for change in one.changes:
                self.pane.line(corrected_words(*change))
            why = f" · {one.reason}" if one.reason else ""
            self.pane.line(f"{moment_in_full(one.made_at, now)}{why}", "caption")
        self.pane.section(_("History"))
        for happening in reversed(detail.happenings):
            self.pane.line(happened_words(happening))
            who = f"{happening.officer_name} · " if happening.officer_name else ""
            self.pane.line(f"{who}{moment_in_full(happening.at, now)}", "caption")
