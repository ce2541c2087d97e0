"""The room of the books: asks for the book that is wanted, prints it, keeps the print, locks its signed pages."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpdesk.domain.roles import Permission
from vpdesk.services.beginnings import pack_of_day
from vpdesk.ui.commands import ask_printer
from vpdesk.ui.pages.books_page import BooksPage
from vpdesk.ui.reports_room import ReportsRoom
from vpdesk.words.books import book_name, waiting_pages
from vpdesk.words.catalogue import _, format_number
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from vpdesk.domain.book_pages import BookPage
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.register import BookScope
    from vpdesk.domain.reports import ReportKind
    from vpdesk.services.books import Shelf, TypesetBook
    from vpdesk.ui.books import ReadBook
    from vpdesk.ui.forms.lock_dialog import LockDialog
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page


class BooksRoom(QObject):
    """Holds the page of the books, beside it that of the reports. An answer nobody waits for any more is let go."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._books = window.gateway.books
        self._page: BooksPage | None = None
        self._read_book: ReadBook | None = None
        self._requests = count()
        self._newest = -1
        self._shows_reports = False
        self.reports = ReportsRoom(window)
        self.reports.books_wanted.connect(self.show_books)

    @property
    def page(self) -> BooksPage:
        """The page, made when it is first shown."""
        if self._page is None:
            window, desk = self._window, self._window.gateway.desk
            parts = window.look, window.icons, window.glyphs, window.acts
            self._page = window.add(BooksPage(*parts, desk.today, str(desk.places.data)))
            self._page.asked.connect(self._ask)
            self._page.redone.connect(self._typeset)
            self._page.choice.wanted.connect(self.show_reports)
            self._page.stale.connect(self.renew)
            window.prepare(self._page)
        return self._page

    def show(self) -> None:
        """Show the books or the reports, what was in hand of them; at first the outgoing register of this year."""
        if self._shows_reports:
            self.show_reports()
        else:
            self.show_books()

    def show_reports(self, kind: ReportKind | None = None) -> None:
        """Show the reports: the one that was in hand, or that of a kind."""
        self._shows_reports = True
        self.reports.show(kind)

    def show_books(self) -> None:
        """Show the book that was in hand, or the outgoing register of this year."""
        self._shows_reports = False
        self._window.settle()
        self.page.may_keep = self._window.room is not None and self._window.room.may(Permission.KEEP_BOOKS)
        self._window.show_page(self.page)
        self._books.shelf(self._offer, self._window.warn_of)

    def holds(self, page: Page) -> bool:
        return page is self._page or self.reports.holds(page)

    def rebuild(self, *, in_sight: bool) -> None:
        self._page = self._read_book = None
        self.reports.rebuild(in_sight=in_sight and self._shows_reports)
        if in_sight and not self._shows_reports:
            self.show_books()

    def _offer(self, shelf: Shelf) -> None:
        desk = self._window.gateway.desk
        types = ((one.name, one.code) for one in pack_of_day(desk, desk.today()).types)
        before = self._newest
        self.page.form.offer(shelf, types)
        if self._newest == before:
            self.page.form.ask_again()

    # --- reading ----------------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Read the book in hand again."""
        self.page.form.ask_again()

    def _ask(self, scope: BookScope) -> None:
        request = self._newest = next(self._requests)
        self._window.work_begins(_("Reading the book…"))
        self._books.read(scope, partial(self._take, request), partial(self._fail, request))

    def _take(self, request: int, read: ReadBook) -> None:
        if request == self._newest:
            self._read_book = read
            self._typeset()

    def _typeset(self) -> None:
        if (read := self._read_book) is not None:
            request = self._newest = next(self._requests)
            self._window.work_begins(_("Laying the pages out…"))
            self._books.typeset(
                read.book,
                partial(self._show, request),
                partial(self._fail, request),
                closing=self.page.closing.isChecked(),
            )

    def _show(self, request: int, pages: TypesetBook) -> None:
        if request == self._newest and self._read_book is not None:
            self._window.work_ends()
            self.page.show_book(pages, self._read_book.printed)

    def _fail(self, request: int, error: DeskError) -> None:
        if request == self._newest:
            self._read_book = None
            self.page.show_book(None, ())
            self._window.warn_of(error)

    # --- acts -------------------------------------------------------------------------------------------------------

    def export(self, out: Path) -> None:
        """Write the whole book, its locked pages too, to a file."""
        self._window.work_begins(_("Exporting…"))
        self._books.export(self.page.scope, out, self._window.exported, self._window.warn_of_export)

    def print(self) -> None:
        """Ask for the printer; what was printed is kept as it stands on paper."""
        if (pages := self.page.pages) is not None:
            ask_printer(self._window, pages.document, self.export, partial(self._keep, pages))

    def _keep(self, pages: TypesetBook) -> None:
        self._books.keep_print(pages, self._kept, self._window.warn_of)

    def _kept(self, pages: tuple[BookPage, ...]) -> None:
        if not pages:
            return
        locked = tuple(page for page in self.page.printed if page.locked_at)
        self.page.show_printed((*locked, *pages))
        first, last = (format_number(page.number) for page in (pages[0], pages[-1]))
        said = _("Pages {first} to {last} are kept as printed. Lock them once they are signed.")
        self._window.notices.say(said.format(first=first, last=last))

    def lock(self) -> None:
        """Ask up to which page the print was signed, and lock it."""
        from vpdesk.ui.forms.lock_dialog import LockDialog

        scope, window = self.page.scope, self._window
        if waiting := waiting_pages(self.page.printed):
            dialog = LockDialog(book_name(scope.kind), waiting, window.look, window.icons, window)
            dialog.given.connect(lambda last: self._lock(dialog, scope, last))
            dialog.open()

    def _lock(self, dialog: LockDialog, scope: BookScope, last: int) -> None:
        def locked(pages: tuple[BookPage, ...]) -> None:
            dialog.accept()
            said = _("Locked up to page {page}.").format(page=format_number(pages[-1].number))
            self._window.notices.say(said)
            self.renew()

        self._books.lock(scope, last, locked, lambda error: dialog.tell(str(explain(error))))
