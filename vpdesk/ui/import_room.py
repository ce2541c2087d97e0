"""The room of old books: looks at a file, tries it anew with each change of its plan, takes it in, takes it back."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpdesk.domain.errors import CalledOff
from vpdesk.domain.import_fields import missing
from vpdesk.ui.pages.import_page import ImportPage
from vpdesk.words.catalogue import _, format_number, ngettext

if TYPE_CHECKING:
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.import_fields import ImportPlan, Proposal
    from vpdesk.domain.importing import ImportBatch, Report
    from vpdesk.domain.register import BookKind
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page


class ImportRoom(QObject):
    """Holds the page of old books. An answer that nobody waits for any more is let go."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._imports = window.gateway.imports
        self._page: ImportPage | None = None
        self._path: Path | None = None
        self._requests = count()
        self._newest = -1
        self._imports.advanced.connect(self._advance)

    @property
    def page(self) -> ImportPage:
        """The page, made when it is first shown."""
        if self._page is None:
            window = self._window
            page = ImportPage(window.look, window.icons, window.acts, str(window.gateway.desk.places.data))
            page.dropped.connect(self.open)
            page.book_chosen.connect(self._look)
            page.planned.connect(self._try)
            self._page = window.add(page)
        return self._page

    def show(self) -> None:
        """Show the file in hand, or what to do while there is none."""
        self._window.settle()
        self._window.show_page(self.page)
        self._renew()

    def holds(self, page: Page) -> bool:
        return page is self._page

    def rebuild(self, *, in_sight: bool) -> None:
        self._imports.stop()
        self._page = self._path = None
        if in_sight:
            self.show()

    def _renew(self) -> None:
        self._imports.recent(self.page.show_batches, self._window.warn_of)

    # --- looking and trying -----------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Look at a file."""
        self._path = path
        self.page.show_file(path.name)
        self._look(None)

    def _look(self, book: BookKind | None) -> None:
        if self._path is not None:
            self._begins(_("Reading the file…"))
            self._imports.look(self._path, book, partial(self._looked, self._newest), partial(self._fail, self._newest))

    def _looked(self, request: int, proposals: tuple[Proposal, ...]) -> None:
        if request == self._newest:
            self._window.settle()
            self.page.show_proposals(proposals)

    def _try(self, plan: ImportPlan) -> None:
        if self._path is None or missing(plan.book, plan.columns):
            return
        self._begins(_("Trying the import…"))
        self._imports.dry_run(self._path, plan, partial(self._tried, self._newest), partial(self._fail, self._newest))

    def _tried(self, request: int, report: Report) -> None:
        if request == self._newest:
            self._window.settle()
            self.page.show_report(report)

    # --- acts -------------------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Take the file in as it was tried."""
        if self._path is not None and (report := self.page.report) is not None:
            self._begins(_("Taking the lines in…"))
            self.page.show_running()
            self._imports.apply(
                self._path, report, partial(self._applied, self._newest, report), partial(self._fail, self._newest)
            )

    def _applied(self, request: int, report: Report, batch: ImportBatch) -> None:
        if request == self._newest:
            self._window.settle()
            self.page.show_done()
            self._renew()
            said = ngettext("Took in {count} line.", "Took in {count} lines.", report.counts.new)
            said = said.format(count=format_number(report.counts.new))
            self._window.notices.say(said, _("&Undo"), partial(self._undo, batch))

    def undo(self) -> None:
        """Take the last import back."""
        if (batch := self.page.undoable) is not None:
            self._undo(batch)

    def _undo(self, batch: ImportBatch) -> None:
        self._begins(_("Taking the import back…"))
        self.page.show_running()
        self._imports.undo(batch.id, partial(self._undone, self._newest), partial(self._fail, self._newest))

    def _undone(self, request: int, batch: ImportBatch) -> None:
        if request == self._newest:
            self._window.settle()
            self.page.show_done()
            self._renew()
            self._window.notices.say(_("The import of “{name}” was taken back.").format(name=batch.file_name))

    def stop(self) -> None:
        """Stop what runs; nothing of it stays."""
        self._imports.stop()

    def write_corrections(self, out: Path) -> None:
        """Write what could not be read into a sheet."""
        if self._path is not None and (report := self.page.report) is not None:
            self._begins(_("Exporting…"))
            self._imports.correction_sheet(
                self._path, report, out, lambda _count: self._window.exported(out), self._window.warn_of_export
            )

    # --- what runs --------------------------------------------------------------------------------------------------

    def _begins(self, words: str) -> None:
        self._newest = next(self._requests)
        self._window.work_begins(words)
        self.page.show_progress(0)

    def _advance(self, lines: int) -> None:
        if self._page is not None:
            self._page.show_progress(lines)

    def _fail(self, request: int, error: DeskError) -> None:
        if request != self._newest:
            return
        self.page.show_stopped()
        if isinstance(error, CalledOff):
            self._window.settle()
            self._window.notices.say(_("Stopped; nothing was changed."))
        else:
            self._window.warn_of(error)
