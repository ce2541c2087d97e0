"""The papers of case files in the window: shown as they are printed, printed, written to files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.domain.case_forms import LISTS, CaseAsk, CaseForm
from vpdesk.domain.roles import Permission
from vpdesk.services import case_prints
from vpdesk.ui.commands import ask_printer
from vpdesk.words.case_files import case_form_name
from vpdesk.words.catalogue import _, format_day

if TYPE_CHECKING:
    from vpdesk.domain.case_handing import HandoverDetail
    from vpdesk.domain.errors import DeskError
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.case_paper_page import CasePaperPage
    from vpdesk.ui.pages.page import Page

_OF_FILE = (CaseForm.CONTENTS, CaseForm.CONTENTS_PARTY, CaseForm.CLOSING_SHEET, CaseForm.COVER)
_OF_HANDOVER = (CaseForm.ARCHIVE_LIST, CaseForm.MINUTES)


class CasePrints:
    """Holds the page of the papers."""

    def __init__(self, window: MainWindow, room: CaseFilesRoom) -> None:
        self._window, self._room = window, room
        self._cases = window.gateway.case_files
        self._page: CasePaperPage | None = None
        self._back: Callable[[], None] = room.go_back
        self._asked = 0

    @property
    def page(self) -> CasePaperPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.case_paper_page import CasePaperPage

            window = self._window
            page = window.add(CasePaperPage(window.look, window.icons, window.glyphs, window.acts))
            page.asked.connect(self._typeset)
            page.stale.connect(lambda: self._typeset(page.ask))
            page.left.connect(self._leave)
            page.usual_chosen.connect(self._choose_usual)
            self._page = page
            window.prepare(page)
        return self._page

    def _leave(self) -> None:
        self._back()

    def holds(self, page: Page) -> bool:
        """Whether a page is that of the papers."""
        return page is self._page

    def forget(self) -> None:
        """Let the page go: the window is built anew."""
        self._page = None

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_file(self) -> None:
        """Show the papers of the case file in hand."""
        if (detail := self._room.detail) is None:
            return
        one = detail.row.case_file
        asks = [CaseAsk(form, record=one.id) for form in _OF_FILE]

        def show(usual: CaseForm) -> None:
            chosen = CaseAsk(usual, record=one.id)
            self.show(f"{one.symbol}/{one.year}", asks, chosen, self._room.go_back)
            self._offer_usual(usual)

        self._cases.act(case_prints.contents_form, show, self._window.warn_of)

    def _offer_usual(self, usual: CaseForm) -> None:
        """Let whoever keeps the lists say which list of contents the office uses."""
        officer = self._room.officer
        may_choose = officer is not None and officer.may(Permission.KEEP_ALL_CASE_FILES)
        self.page.show_usual(usual if may_choose else None)

    def _choose_usual(self, form: CaseForm) -> None:
        def chosen(_nothing: None) -> None:
            self._offer_usual(form)
            said = _("The office uses this from now on: {form}.")
            self._window.notices.say(said.format(form=case_form_name(form)))

        self._cases.act(partial(case_prints.choose_contents_form, form=form), chosen, self._window.warn_of)

    def show_handover(self, handed: HandoverDetail) -> None:
        """Show the papers of a hand-over."""
        asks = [CaseAsk(form, record=handed.handover.id) for form in _OF_HANDOVER]
        self.show(format_day(handed.handover.made_on), asks, asks[0], self._room.go_back)

    def show(self, about: str, asks: Sequence[CaseAsk], chosen: CaseAsk, back: Callable[[], None]) -> None:
        """Show papers, one of them first; Esc goes `back`."""
        self._back = back
        self.page.offer(about, asks, chosen)
        self._window.show_page(self.page)

    def _typeset(self, ask: CaseAsk) -> None:
        page = self.page
        self._asked += 1
        asked = self._asked
        self._window.work_begins(_("Laying the pages out…"))

        def show(document: PagedDocument) -> None:
            if asked == self._asked and page is self._page:
                self._window.settle()
                page.show_pages(document)

        def fail(error: DeskError) -> None:
            if asked == self._asked and page is self._page:
                page.show_pages(None)
                self._window.warn_of(error)

        self._cases.typeset(ask, show, fail)

    # --- out --------------------------------------------------------------------------------------------------------

    def print(self) -> None:
        """Ask for the printer, and print the paper in sight."""
        page = self.page
        if (document := page.document) is not None:
            ask = page.ask
            ask_printer(self._window, document, partial(self.export, ask), partial(self._printed, ask))

    def _printed(self, ask: CaseAsk) -> None:
        self._cases.printed(ask, lambda _nothing: None, self._window.warn_of)

    def export_in_sight(self) -> None:
        """Ask for a place and write the paper in sight there."""
        self.ask_for_place(self.page.ask, self.page.heading().subject)

    def export_contents(self) -> None:
        """Ask for a place and write the list of contents of the case file in hand there."""
        if (detail := self._room.detail) is None:
            return
        one = detail.row.case_file

        def ask(usual: CaseForm) -> None:
            self.ask_for_place(CaseAsk(usual, record=one.id), f"{one.symbol}/{one.year}")

        self._cases.act(case_prints.contents_form, ask, self._window.warn_of)

    def ask_for_place(self, ask: CaseAsk, about: str) -> None:
        """Ask for a place and write a paper there; the ending decides what the file becomes."""
        from PySide6.QtWidgets import QFileDialog

        window = self._window
        formats = [("pdf", _("PDF document"))]
        formats += [("xlsx", _("Excel workbook"))] if ask.form in LISTS else []
        endings = {f"{words} (*.{ending})": ending for ending, words in formats}
        dialog = QFileDialog(window, _("Export this paper"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(endings))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(window.preferences.settings.last_folder)
        dialog.selectFile(f"{_file_name(ask, about)}.pdf")
        dialog.fileSelected.connect(lambda name: self.export(ask, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, ask: CaseAsk, out: Path) -> None:
        """Write a paper to a file."""
        self._window.work_begins(_("Exporting…"))
        self._cases.export(ask, out, self._window.exported, self._window.warn_of_export)


def _file_name(ask: CaseAsk, about: str) -> str:
    return "-".join(f"{case_form_name(ask.form)} {about}".replace("/", "-").replace(",", "").split())
