"""The room of the reports: asks for the report that is wanted, prints it, writes it to a file, begins its paper."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vpdesk.ui.commands import ask_printer
from vpdesk.ui.pages.reports_page import ReportsPage
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.domain.drafts import OpenDraft
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.organisation import Term
    from vpdesk.domain.reports import Report, ReportKind, ReportScope
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page


class ReportsRoom(QObject):
    """Holds the page of the reports, for the room of the books. An answer nobody waits for any more is let go."""

    books_wanted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reports = window.gateway.reports
        self._page: ReportsPage | None = None
        self._requests = count()
        self._newest = -1

    @property
    def page(self) -> ReportsPage:
        """The page, made when it is first shown."""
        if self._page is None:
            window, desk = self._window, self._window.gateway.desk
            parts = window.look, window.icons, window.glyphs, window.acts
            self._page = window.add(ReportsPage(*parts, desk.today, str(desk.places.data)))
            self._page.asked.connect(self._ask)
            self._page.choice.wanted.connect(self.books_wanted)
            self._page.stale.connect(self.renew)
            window.prepare(self._page)
        return self._page

    def show(self, kind: ReportKind | None = None) -> None:
        """Show the report that was in hand, read again, or the one of a kind."""
        self._window.settle()
        if kind is not None:
            self.page.form.kind.show_value(kind)
        self._window.show_page(self.page)
        self._reports.terms(self._offer, self._window.warn_of)

    def holds(self, page: Page) -> bool:
        """Whether a page is its own."""
        return page is self._page

    def rebuild(self, *, in_sight: bool) -> None:
        """Let the page go, for the window is built anew; show what was shown where it was in sight."""
        before, self._page = self._page, None
        if in_sight and before is not None:
            self.show(before.scope.kind)

    def _offer(self, terms: tuple[Term, ...]) -> None:
        self.page.form.offer(terms)
        self.renew()

    def renew(self) -> None:
        """Read the report in hand again."""
        self.page.form.ask_again()

    def _ask(self, scope: ReportScope) -> None:
        request = self._newest = next(self._requests)
        self._window.work_begins(_("Reading the registers…"))
        self._reports.read(scope, partial(self._typeset, request), partial(self._fail, request))

    def _typeset(self, request: int, report: Report) -> None:
        if request == self._newest:
            self._window.work_begins(_("Laying the pages out…"))
            self._reports.typeset(report, partial(self._show, request, report), partial(self._fail, request))

    def _show(self, request: int, report: Report, pages: PagedDocument) -> None:
        if request == self._newest:
            self._window.work_ends()
            self.page.show_report(report, pages)

    def _fail(self, request: int, error: DeskError) -> None:
        if request == self._newest:
            self.page.show_report(None, None)
            self._window.warn_of(error)

    # --- acts -------------------------------------------------------------------------------------------------------

    def step(self, direction: int) -> None:
        """Ask for the period behind (+1) or the one before (-1)."""
        self.page.form.period.step(direction)

    def export(self, out: Path) -> None:
        """Write the report in sight to a file."""
        if (report := self.page.report) is not None:
            self._window.work_begins(_("Exporting…"))
            self._reports.export(report, out, self._window.exported, self._window.warn_of_export)

    def print(self) -> None:
        """Ask for the printer."""
        if (document := self.page.document) is not None:
            ask_printer(self._window, document, self.export)

    def begin_draft(self) -> None:
        """Begin the paper that sends the report in sight, and open it."""
        if (report := self.page.report) is not None:
            self._reports.begin_draft(report, self._begun, self._window.warn_of)

    def _begun(self, opened: OpenDraft) -> None:
        self._window.settle()
        if self._window.room is not None:
            self._window.room.renew()
        self._window.open_draft(opened.draft.id)
