"""The room of case files: the list with the file in hand, the yearly lists, the papers; what was done can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.roles import Permission
from vpdesk.services.beginnings import pack_of_day
from vpdesk.ui.case_acts import CaseActs
from vpdesk.ui.case_archive import CaseArchive
from vpdesk.ui.case_files import count_on_rail
from vpdesk.ui.case_paper_acts import CasePaperActs
from vpdesk.ui.case_prints import CasePrints
from vpdesk.ui.case_year_lists import CaseYearLists
from vpdesk.ui.pages.case_files_page import CaseFilesPage
from vpdesk.ui.pages.case_views import ALL
from vpdesk.ui.rooms import open_record
from vpdesk.words.catalogue import _
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from vpdesk.domain.case_files import CaseFile
    from vpdesk.domain.case_views import CaseDetail, CaseRow, ShownPaper
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.organisation import Officer
    from vpdesk.services.desk import Desk
    from vpdesk.ui.case_files import Waiting
    from vpdesk.ui.forms.act_dialog import ActDialog
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page

T = TypeVar("T")
_UNDOABLE: Final = 20
"""Acts that can be taken back."""
_PLACES: Final = {
    PaperKind.OUTGOING: FoundKind.OUTGOING,
    PaperKind.INCOMING: FoundKind.INCOMING,
    PaperKind.DRAFT: FoundKind.DRAFT,
}


class CaseFilesRoom(QObject):
    """Holds the pages, asks for rows and details, and shows what comes back where it is still wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._cases = window.gateway.case_files
        self._page: CaseFilesPage | None = None
        self._officer: Officer | None = None
        self._wanted: UUID | None = None
        self._asked = 0
        self._undos: list[Callable[[], None]] = []
        self.acts = CaseActs(window, self)
        self.contents = CasePaperActs(window, self)
        self.archive = CaseArchive(window, self)
        self.lists = CaseYearLists(window, self)
        self.prints = CasePrints(window, self)

    # --- the pages --------------------------------------------------------------------------------------------------

    @property
    def page(self) -> CaseFilesPage:
        """The list, made when it is first shown."""
        if self._page is None:
            window, desk = self._window, self._window.gateway.desk
            may_list = window.room is not None and window.room.may(Permission.KEEP_ALL_CASE_FILES)
            page = window.add(CaseFilesPage(window.look, window.icons, window.acts, desk.clock, may_list=may_list))
            page.show_place(str(desk.places.data))
            page.offer_years(())
            page.show_year(desk.today().year)
            page.officer = self._officer
            page.asked.connect(self.renew)
            page.stale.connect(self.renew)
            page.in_hand.connect(self._look)
            page.paper_opened.connect(self.open_paper)
            page.side.put_back_wanted.connect(self.contents.put_back)
            page.side.mend_wanted.connect(self.acts.mend)
            self._page = page
        return self._page

    @property
    def types(self) -> list[tuple[str, str]]:
        """The names of today's types with their codes."""
        desk = self._window.gateway.desk
        return [(one.name, one.code) for one in pack_of_day(desk, desk.today()).types if one.is_valid_on(desk.today())]

    @property
    def officer(self) -> Officer | None:
        """Who sits at the desk."""
        return self._officer

    @property
    def keepers(self) -> tuple[tuple[str, UUID], ...]:
        """Who may keep case files, by name; none where the officer keeps his own alone."""
        office = self._window.room.office if self._window.room else None
        if self._officer is None or office is None or not self._officer.may(Permission.KEEP_ALL_CASE_FILES):
            return ()
        return tuple((one.name, one.id) for one in office.officers if one.may(Permission.KEEP_CASE_FILES))

    def show(self) -> None:
        """Show the list, renewed."""
        self._window.gateway.records.seated(self._show_for, self._window.warn_of)

    def _show_for(self, officer: Officer) -> None:
        self._officer = officer
        self.page.officer = officer
        self._cases.years(self.page.offer_years, self._window.warn_of)
        self.renew()
        self._window.show_page(self.page)

    def begin_elsewhere(self, title: str, then: Callable[[CaseFile], None]) -> None:
        """Open a case file for documents of another place, then go on with it; the list stays out of sight."""

        def begin(officer: Officer) -> None:
            self._officer = officer
            self.acts.begin_with(title, then)

        self._window.gateway.records.seated(begin, self._window.warn_of)

    def open_record(self, record: UUID) -> None:
        """Show a case file that was found elsewhere, in the list of its year."""
        self._cases.detail(record, self._open, self._window.warn_of)

    def _open(self, detail: CaseDetail) -> None:
        self._wanted = detail.row.case_file.id
        self.page.show_year(detail.row.case_file.year)
        if self.page.view is not ALL:
            self.page.choose_view(ALL)
        else:
            self.renew()
        self._window.show_page(self.page)

    def holds(self, page: Page) -> bool:
        """Whether a page is one of its own."""
        return page is self._page or self.lists.holds(page) or self.prints.holds(page)

    def rebuild(self, *, in_sight: bool) -> None:
        """Let its pages go, for the window is built anew; show the list again where it was in sight."""
        in_hand = self.page.row if self._page is not None else None
        self._page = None
        self.lists.forget()
        self.prints.forget()
        if in_sight:
            self._wanted = in_hand.case_file.id if in_hand else None
            self.show()

    def want(self, case_file: UUID) -> None:
        """Take a case file in hand once the rows are read again."""
        self._wanted = case_file

    def go_back(self) -> None:
        """Show the list again, where it was left."""
        self.renew()
        self._window.show_page(self.page)

    # --- rows -------------------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Read the rows of the view again, and what waits; nothing moves."""
        page, warn = self.page, self._window.warn_of
        self._asked += 1
        self._cases.waiting(partial(self._show_waiting, page, self._asked), warn)
        if not page.view.is_due:
            self._cases.files(page.query, partial(self._show_rows, page, self._asked), warn)

    def _show_waiting(self, page: CaseFilesPage, asked: int, waiting: Waiting) -> None:
        if page is not self._page:
            return
        page.show_waiting(waiting)
        count_on_rail(self._window, waiting)
        if page.view.is_due and asked == self._asked:
            page.show_due(waiting.due)

    def _show_rows(self, page: CaseFilesPage, asked: int, rows: tuple[CaseRow, ...]) -> None:
        if page is not self._page or asked != self._asked:
            return
        page.show_rows(rows)
        if self._wanted is not None:
            page.list.go_to(self._wanted)
            self._wanted = None

    def _look(self) -> None:
        """Ask for all there is to know of the case file in hand."""
        page = self.page
        if (row := page.row) is None:
            return

        def show(detail: CaseDetail) -> None:
            if page is self._page:
                page.show_detail(detail)

        self._cases.detail(row.case_file.id, show, self._window.warn_of)

    @property
    def detail(self) -> CaseDetail | None:
        """The case file in hand."""
        return self._page.detail if self._page else None

    def open_paper(self, shown: ShownPaper) -> None:
        """Show a document in its place among the registers."""
        if shown.record is not None and shown.kind in _PLACES and not shown.is_secret:
            open_record(_PLACES[shown.kind], shown.record, self._window)

    # --- acts -------------------------------------------------------------------------------------------------------

    def do(
        self,
        act: Callable[[Desk], T],
        say: Callable[[T], str],
        undo: Callable[[T], Callable[[Desk], object] | None] = lambda _answer: None,
        dialog: ActDialog | None = None,
    ) -> None:
        """Do an act and say what was done; `undo` gives what takes it back.

        Its dialog goes when it was done, and says why when it was not.
        """

        def done(answer: T) -> None:
            if dialog is not None:
                dialog.accept()
            self.after_act()
            self.tell(say(answer), undo(answer))

        self._cases.act(act, done, partial(self.refuse, dialog))

    def refuse(self, dialog: ActDialog | None, error: DeskError) -> None:
        """Say why an act was not done: in its dialog where it has one."""
        if dialog is not None:
            dialog.tell(str(explain(error)))
        else:
            self._window.warn_of(error)

    def after_act(self) -> None:
        """Bring what is in sight up to an act."""
        self._window.settle()
        self.renew()
        if self._window.page is not self._page:
            self.lists.renew_in_sight()

    def tell(self, said: str, undo: Callable[[Desk], object] | None = None) -> None:
        """Say what was done; what takes it back is kept for Ctrl+Z."""
        if undo is None:
            self._window.notices.say(said)
            return
        self._undos = [*self._undos[1 - _UNDOABLE :], partial(self._take_back, undo)]
        self.page.undoable = True
        self._window.follow()
        self._window.notices.say(said, _("&Undo"), self.undo)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._undos:
            take_back = self._undos.pop()
            self.page.undoable = bool(self._undos)
            take_back()

    def _take_back(self, undo: Callable[[Desk], object]) -> None:
        def done(_answer: object) -> None:
            self.after_act()
            self._window.notices.say(_("Undone."))

        self._cases.act(undo, done, self._window.warn_of)
