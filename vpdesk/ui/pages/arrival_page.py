"""An arrival: its files in pages, and beside them all there is to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vpdesk.domain.arriving import ArrivalDetail
from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Heading, Page, Sheets
from vpdesk.ui.scans import Scans, scans_taken
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.arrival_side import ArrivalSide
from vpdesk.ui.widgets.scan_pane import ScanPane
from vpdesk.words.arrival_facts import state_chips
from vpdesk.words.catalogue import _


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
        may_register: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._may_register = may_register
        self.detail: ArrivalDetail | None = None
        self.scans = scans
        self.pane = ScanPane(look, icons, actions, scans, is_kept=True)
        self.pane.changed.connect(self.renewed)
        self.side = ArrivalSide(look, icons, now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane, 1)
        row.addWidget(self.side)

    @property
    def arrival(self) -> IncomingDocument | None:
        """The arrival in sight."""
        return self.detail.arrival if self.detail else None

    @property
    def may_change(self) -> bool:
        """Whether the officer may do anything with it."""
        arrival = self.arrival
        return arrival is not None and arrival.state is ArrivalState.REGISTERED and self._may_register()

    def show_detail(self, detail: ArrivalDetail) -> None:
        """Show an arrival as it stands now."""
        self.detail = detail
        arrival = detail.arrival
        main = () if arrival.received_by else ("sign_for",) if arrival.handed_on else ("hand_over",)
        self.acts = ("print_arrival", *main) if self.may_change else ()
        more = ("hand_over", "sign_for", "amend_arrival", "place_stamp", "add_files", "void_arrival")
        self.more = tuple(name for name in more if name not in main) if self.may_change else ()
        self.side.show_detail(detail)
        self.renewed.emit()

    # --- what the window says -------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        arrival = self.arrival
        if arrival is None:
            return Heading(_("Arrivals"))
        name = _("Arrival number {number}").format(number=arrival.written_number)
        about = " ".join((arrival.subject or arrival.reference or arrival.sender).split())
        return Heading(name, about, tuple(state_chips(arrival)))

    def title(self) -> str:
        return self.heading().name

    def serves(self) -> frozenset[Where]:
        there = {
            Where.ARRIVAL_PAGE: self.may_change,
            Where.LIVING_ARRIVAL: self.may_change,
            Where.LIVING_ARRIVALS: self.may_change,
            Where.PAGES: self.pane.view.page_count > 0,
            Where.STAMPABLE: self.may_change and self.pane.view.page_count > 0,
            Where.SCANS: len(self.scans.waiting) > 1,
        }
        return frozenset(where for where, holds in there.items() if holds)

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
        panes: list[QWidget] = [self.pane.view, self.side]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        (self.pane.view if self.pane.view.page_count else self.side).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        if not self.pane.put_away():
            self.left.emit()
        return True
