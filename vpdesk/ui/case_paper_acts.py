"""The acts on what lies in case files: put in, changed, taken out and put back, put in order, counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_files import CaseState
from vpdesk.services import case_contents
from vpdesk.ui.forms.paper_dialogs import PaperDialog, PutPaperDialog
from vpdesk.words.cases import papers_words, put_in_words
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.domain.case_files import CaseFile, CasePaper
    from vpdesk.domain.case_views import NewPaper, PutIn, ShownPaper
    from vpdesk.domain.search_query import Counts, Search
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.main_window import MainWindow


class CasePaperActs:
    """Opens the dialogs of the acts and hands what they are given to the services."""

    def __init__(self, window: MainWindow, room: CaseFilesRoom) -> None:
        self._window, self._room = window, room
        self._cases = window.gateway.case_files

    # --- putting in -------------------------------------------------------------------------------------------------

    def put_in(self) -> None:
        """Ask which documents lie in the case file in hand."""
        if (detail := self._room.detail) is None:
            return
        window, case_file = self._window, detail.row.case_file
        types = {code: name for name, code in self._room.types}
        dialog = PutPaperDialog(
            case_file, lambda code: types.get(code, code), window.gateway.desk.today, window.look, window.icons, window
        )

        def find(search: Search) -> None:
            window.gateway.finder.find(search, dialog.show_found, _ignore, window.warn_of)

        def put(paper: NewPaper) -> None:
            def done(put: PutIn) -> None:
                self._room.after_act()
                dialog.say_done(put_in_words(put, (case_file,)))

            self._cases.put_in((paper,), (case_file.id,), done, partial(self._room.refuse, dialog))

        dialog.asked.connect(find)
        dialog.given.connect(put)
        dialog.other_wanted.connect(partial(self._ask_for_other, case_file))
        dialog.open()
        dialog.ask()

    def _ask_for_other(self, case_file: CaseFile) -> None:
        window = self._window
        today = window.gateway.desk.today
        dialog = PaperDialog(None, self._room.types, today, window.look, window.icons, window)

        def put(paper: NewPaper) -> None:
            act = partial(case_contents.put_in, papers=(paper,), files=(case_file.id,))
            self._room.do(act, lambda put: put_in_words(put, (case_file,)), undo_of, dialog)

        dialog.given.connect(put)
        dialog.open()

    # --- a document -------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the document in hand in its register."""
        if (shown := self._room.page.paper) is not None:
            self._room.open_paper(shown)

    def edit(self) -> None:
        """Ask what the case file is to say of the document in hand."""
        if (shown := self._room.page.paper) is None:
            return
        window = self._window
        today = window.gateway.desk.today
        dialog = PaperDialog(shown, self._room.types, today, window.look, window.icons, window)

        def keep(paper: CasePaper) -> None:
            act = partial(case_contents.amend_paper, paper=paper)
            self._room.do(act, lambda _paper: _("Kept."), dialog=dialog)

        dialog.given.connect(keep)
        dialog.open()

    def take_out(self) -> None:
        """Take the documents that are chosen out of the case file; they can be put back."""
        papers = [shown.paper.id for shown in self._room.page.papers.chosen]
        if papers:
            said = _("Taken out: {papers}.").format(papers=papers_words(len(papers)))
            act = partial(case_contents.take_out, papers=papers)
            back = partial(case_contents.put_back, papers=papers)
            self._room.do(act, lambda _taken: said, lambda _taken: back)

    def put_back(self, shown: ShownPaper) -> None:
        """Put a document back that was taken out."""
        act = partial(case_contents.put_back, papers=(shown.paper.id,))
        self._room.do(act, lambda papers: _("Put back: {papers}.").format(papers=papers_words(len(papers))))

    # --- order and sheets -------------------------------------------------------------------------------------------

    def move(self, direction: int) -> None:
        """Put the document in hand a place up (-1) or down (+1)."""
        shown, detail = self._room.page.paper, self._room.detail
        if shown is None or detail is None:
            return
        order = [one.paper.id for one in detail.papers]
        at = order.index(shown.paper.id)
        to = at + direction
        if 0 <= to < len(order):
            order[at], order[to] = order[to], order[at]
            act = partial(case_contents.order_papers, case_file=detail.row.case_file.id, papers=order)
            self._cases.act(act, lambda _papers: self._room.after_act(), self._window.warn_of)

    def order_in_time(self) -> None:
        """Put the documents of the case file in hand into the order of their days."""
        if (detail := self._room.detail) is not None:
            before = [one.paper.id for one in detail.papers]
            case_file = detail.row.case_file.id
            self._room.do(
                partial(case_contents.order_in_time, case_file=case_file),
                lambda _papers: _("In the order of their days."),
                lambda _papers: partial(case_contents.order_papers, case_file=case_file, papers=before),
            )

    def count_sheets(self) -> None:
        """Ask how many sheets each document of the case file in hand has."""
        from vpdesk.ui.forms.sheets_dialog import SheetsDialog

        if (detail := self._room.detail) is None or detail.row.case_file.state is CaseState.CLOSED:
            return
        window, case_file = self._window, detail.row.case_file
        dialog = SheetsDialog(case_file, detail.papers, window.look, window.icons, window)

        def count(sheets: Mapping[UUID, int | None]) -> None:
            act = partial(case_contents.count_sheets, case_file=case_file.id, sheets=sheets)
            self._room.do(act, lambda _papers: _("The sheets are numbered."), dialog=dialog)

        dialog.given.connect(count)
        dialog.open()


def undo_of(put: PutIn) -> partial[tuple[CasePaper, ...]] | None:
    """What takes documents out again that were put in; None where none was."""
    return partial(case_contents.take_out, papers=[one.id for one in put.added]) if put.added else None


def _ignore(_counts: Counts) -> None:
    """How many there are is not said here."""
