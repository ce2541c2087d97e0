"""An arrival: its files in pages, and beside them all there is to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.arrivals import Case
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.arrival_steps import WORK_ACTS, served_works, usual_act, where_of
from vpdesk.ui.pages.page import Heading, Page, Sheets
from vpdesk.ui.scans import Scans, scans_taken
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.arrival_side import ArrivalSide
from vpdesk.ui.widgets.directive_pane import DirectivePane
from vpdesk.ui.widgets.scan_pane import ScanPane
from vpdesk.words.arrival_facts import state_chips
from vpdesk.words.arrival_work import work_chips
from vpdesk.words.catalogue import _

_DIRECTING = 392
"""Pixels of what stands beside the scan while a directive is written."""
_LEAST_SCAN = 360
"""Pixels that the scan keeps beside it."""
_ALWAYS = ("amend_arrival", "place_stamp", "add_files", "void_arrival")
"""Acts of whoever keeps the register, whatever the work on an arrival."""


class ArrivalPage(Page):
    """Shows one arrival at a time; what may be done with it is offered by its acts."""

    place: ClassVar[str] = "arrivals"
    left = Signal()
    """Esc: back to where it was opened from."""
    brought = Signal(object)
    """Paths of files that are to be added to it."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        now: Callable[[], datetime],
        scans: Scans,
        officer: Callable[[], Officer | None],
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._officer, self._look = officer, look
        self.case: Case | None = None
        self.may_undo = False
        self.scans = scans
        self.pane = ScanPane(look, icons, actions, scans, is_kept=True)
        self.pane.changed.connect(self.renewed)
        self.side = ArrivalSide(look, icons, now)
        self._side_width = self.side.width()
        self.directive: DirectivePane | None = None
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self.side, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane, 1)
        row.addLayout(self._beside)

    @property
    def arrival(self) -> IncomingDocument | None:
        """The arrival in sight."""
        return self.case.detail.arrival if self.case else None

    @property
    def may_change(self) -> bool:
        """Whether the officer may correct its line."""
        arrival, officer = self.arrival, self._officer()
        if arrival is None or officer is None:
            return False
        return arrival.state is ArrivalState.REGISTERED and officer.may(Permission.REGISTER_ARRIVALS)

    def show_case(self, case: Case) -> None:
        """Show an arrival as it stands now."""
        self.case = case
        self.side.show_case(case)
        self._offer()
        self.renewed.emit()

    def _offer(self) -> None:
        """Offer the act that is next as a rule as the main one, the others in the menu."""
        officer = self._officer()
        if self.case is None or officer is None:
            return
        served, usual = self.serves(), usual_act(self.case.work, officer)
        main = () if self.directs or not usual else (usual,)
        others = [name for name in (*WORK_ACTS, *_ALWAYS) if where_of(name) in served and name not in main]
        prints = Where.ARRIVAL_PAGE in served
        self.acts = (*(("print_arrival",) if main and prints else ()), *main)
        self.more = (*(("print_arrival",) if prints and not main else ()), *others)

    # --- the directive --------------------------------------------------------------------------------------------

    @property
    def directs(self) -> bool:
        """Whether the form of a directive is in sight."""
        return self.directive is not None and not self.directive.isHidden()

    def show_directive(self, make: Callable[[], DirectivePane]) -> DirectivePane:
        """Show the form of a directive beside the scan; it is made when it is first wanted."""
        if self.directive is None:
            self.directive = make()
            self._beside.insertWidget(0, self.directive)
        self.directive.show()
        self._fit()
        self._offer()
        self.renewed.emit()
        return self.directive

    def leave_directive(self) -> None:
        """Put the form away; the facts alone stand beside the scan."""
        if self.directive is not None and self.directs:
            self.directive.hide()
            self._fit()
            self._offer()
            self.renewed.emit()

    def _fit(self) -> None:
        wanted = round((_DIRECTING if self.directs else 0) * max(1.0, self._look.scale.body / 10))
        width = max(min(wanted, self.width() - _LEAST_SCAN), self._side_width)
        self.side.setFixedWidth(width)
        if self.directive is not None:
            self.directive.setFixedWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- what the window says -------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        arrival = self.arrival
        if self.case is None or arrival is None:
            return Heading(_("Arrivals"))
        name = _("Arrival number {number}").format(number=arrival.written_number)
        about = " ".join((arrival.subject or arrival.reference or arrival.sender).split())
        return Heading(name, about, (*state_chips(arrival), *work_chips(self.case.work)))

    def title(self) -> str:
        return self.heading().name

    def serves(self) -> frozenset[Where]:
        works = served_works([self.case.work.steps]) if self.case else frozenset()
        if self.directs:
            works -= {Where.SUBMITTABLE_ARRIVALS, Where.DIRECTABLE_ARRIVAL}
        there = {
            Where.ARRIVAL_PAGE: self.may_change,
            Where.LIVING_ARRIVAL: self.may_change,
            Where.LIVING_ARRIVALS: self.may_change,
            Where.RECEIVABLE_ARRIVALS: self.may_change or Where.RECEIVABLE_ARRIVALS in works,
            Where.DIRECTING: self.directs,
            Where.UNDOABLE_WORK: self.may_undo and not self.directs,
            Where.PAGES: self.pane.view.page_count > 0,
            Where.STAMPABLE: self.may_change and self.pane.view.page_count > 0,
            Where.SCANS: len(self.scans.waiting) > 1,
        }
        return works | {where for where, holds in there.items() if holds}

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        return ((PaperKind.INCOMING, self.arrival.id),) if self.arrival is not None else ()

    def enter(self) -> None:
        self.pane.enter()

    def sheets(self) -> Sheets:
        return self.pane.view

    def takes(self, paths: Sequence[Path]) -> str:
        if not (self.may_change and scans_taken(paths)):
            return ""
        return _("Let go to add to arrival number {number}").format(number=self._in_sight().written_number)

    def take(self, paths: Sequence[Path]) -> None:
        self.brought.emit(paths)

    def _in_sight(self) -> IncomingDocument:
        assert self.arrival is not None  # noqa: S101 -- asked only while one is in sight
        return self.arrival

    def panes(self) -> list[QWidget]:
        form = [self.directive.form] if self.directive is not None else []
        panes: list[QWidget] = [*form, self.pane.view, self.side]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        if self.directive is not None and self.directs:
            self.directive.form.take_keys()
        else:
            (self.pane.view if self.pane.view.page_count else self.side).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        if not self.pane.put_away():
            self.left.emit()
        return True
