"""The room of the outgoing register: its list, an issued paper in large, the rows of numbers."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from vpdesk.domain.finding import FoundKind
from vpdesk.domain.organisation import bodies_on
from vpdesk.domain.outgoing_list import OutgoingView
from vpdesk.services.beginnings import pack_of_day
from vpdesk.ui.case_files import show_holding
from vpdesk.ui.issued_printing import IssuedPapers
from vpdesk.ui.outgoing_acts import OutgoingActs
from vpdesk.ui.pages.dispatch_page import DispatchPage
from vpdesk.ui.pages.issued_page import IssuedPage
from vpdesk.ui.pages.outgoing_page import OutgoingPage
from vpdesk.ui.rooms import open_record
from vpdesk.ui.rows_of_numbers import RowsOfNumbers
from vpdesk.ui.stored_paper import StoredPaper, image_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.issuing import LineDetail, LinkedDocument
    from vpdesk.domain.organisation import Officer
    from vpdesk.domain.outgoing_list import OutgoingCounts, OutgoingRow
    from vpdesk.domain.signoff import QueueRow
    from vpdesk.layout.geometry import Picture
    from vpdesk.services.issued_papers import IssuedPaper
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page

_THUMB_SCALE = 1.0
"""Pixels to a point of the picture beside the list, for each pixel of the screen's own."""


class OutgoingRoom(QObject):
    """Holds the pages, asks for rows and details, and shows what comes back where it is still wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._outgoing = window.gateway.outgoing
        self._page: OutgoingPage | None = None
        self._issued: IssuedPage | None = None
        self._officer: Officer | None = None
        self._stored: StoredPaper | None = None
        self._more_asked: UUID | None = None
        self._enters = False
        self._back: Callable[[], None] | None = None
        self.papers = IssuedPapers(window, lambda: self.detail)
        self.acts = OutgoingActs(window, self)
        self.rows_of_numbers = RowsOfNumbers(window, self)

    # --- the pages --------------------------------------------------------------------------------------------------

    @property
    def types(self) -> dict[str, str]:
        """What the types of documents are called, by their codes."""
        packs = self._window.gateway.desk.packs
        return {one.code: one.name for pack in packs.values() for one in pack.types}

    @property
    def usual_types(self) -> list[tuple[str, str]]:
        """The names of today's types with their codes, the official letter first."""
        desk = self._window.gateway.desk
        day = desk.today()
        there = [one for one in pack_of_day(desk, day).types if one.is_valid_on(day)]
        return [(one.name, one.code) for one in sorted(there, key=lambda one: one.code != "CV")]

    def body_on(self, day: date) -> UUID | None:
        """The body of the office on a day; None where there was none."""
        office = self._window.room.office if self._window.room else None
        bodies = bodies_on(office.bodies, day) if office else ()
        return bodies[0].id if bodies else None

    @property
    def page(self) -> OutgoingPage:
        """The list, made when it is first shown."""
        if self._page is None:
            window, desk = self._window, self._window.gateway.desk
            page = window.add(OutgoingPage(window.look, window.icons, window.acts, desk.clock, self.types))
            page.show_place(str(desk.places.data))
            page.asked.connect(self.renew)
            page.stale.connect(self.renew)
            page.more_wanted.connect(self._load_more)
            page.in_hand.connect(self._look)
            page.opened.connect(self.open_in_hand)
            page.side.link_chosen.connect(self.open_linked)
            page.side.case_chosen.connect(self.open_case_file)
            self._page = page
        return self._page

    @property
    def issued(self) -> IssuedPage:
        """The page of an issued paper, made with the first one."""
        if self._issued is None:
            window = self._window
            page = window.add(IssuedPage(window.look, window.icons, window.acts, window.gateway.desk.clock, self.types))
            page.left.connect(self.go_back)
            page.stale.connect(lambda: self.open_line(page.line.line.id) if page.line else None)
            self._stored = StoredPaper(page.view, self._outgoing, window.warn_of)
            page.side.link_chosen.connect(self.open_linked)
            page.side.case_chosen.connect(self.open_case_file)
            self._issued = page
        return self._issued

    @property
    def detail(self) -> LineDetail | None:
        """The line that acts are on: the one in sight in large, else the one in hand in the list."""
        in_sight = self._window.page
        if isinstance(in_sight, IssuedPage | DispatchPage):
            return in_sight.line
        return self._page.detail if self._page else None

    def show(self) -> None:
        """Show the list, renewed."""
        self._window.gateway.records.seated(self._show_for, self._window.warn_of)

    def _show_for(self, officer: Officer) -> None:
        self._officer = officer
        self._enters = True
        self.page.seat(officer)
        self.renew()
        self._window.show_page(self.page)

    def show_view(self, view: OutgoingView | None) -> None:
        """Show a view of the list, whatever was shown before."""
        self.page.choose_view(view)
        self.show()

    def holds(self, page: Page) -> bool:
        """Whether a page is one of its own."""
        return page in (self._page, self._issued) or self.rows_of_numbers.holds(page)

    def rebuild(self, *, in_sight: bool) -> None:
        """Let its pages go, for the window is built anew; show the list again where it was in sight."""
        self._page = self._issued = None
        self.rows_of_numbers.forget()
        if in_sight:
            self.show()

    def go_back(self) -> None:
        """Go back to the list, to the row that was left."""
        if self._back is not None:
            self._back()
            return
        line = self._issued.line.line.id if self._issued and self._issued.line else None
        self._window.show_page(self.page)
        if line is not None:
            self.page.lines.go_to(line)
        self.renew()

    # --- lists ------------------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Read the list again, and what waits; nothing moves."""
        page, warn = self.page, self._window.warn_of
        self._more_asked = None
        view = page.view
        if view is None:
            self._outgoing.waiting(partial(self._show_waiting, page), warn)
        else:
            self._outgoing.lines(page.query, None, partial(self._show_lines, page, view), warn)
        self._outgoing.counts(self._show_counts, warn)

    def _show_waiting(self, page: OutgoingPage, rows: tuple[QueueRow, ...]) -> None:
        if page is not self._page:
            return
        page.show_waiting(rows)
        # Whoever comes in and finds nothing waiting wants the register.
        if self._enters and not rows and page.view is None:
            page.choose_view(OutgoingView.ALL)
        self._enters = False

    def _show_lines(self, page: OutgoingPage, view: OutgoingView, rows: tuple[OutgoingRow, ...]) -> None:
        if page is self._page and page.view is view:
            page.show_lines(rows)
            self._look()

    def _show_counts(self, counts: OutgoingCounts) -> None:
        self.page.show_counts(counts)
        self._window.rail.items["outgoing"].show_count(counts.waiting, is_urgent=bool(counts.expired))

    def _load_more(self) -> None:
        """Ask for the lines behind the last one, once."""
        page = self.page
        if page.view is None or not page.lines.rows or self._more_asked == page.lines.rows[-1].line.id:
            return
        last, view = page.lines.rows[-1], page.view
        self._more_asked = last.line.id

        def show(rows: tuple[OutgoingRow, ...]) -> None:
            if page is self._page and page.view is view and page.lines.rows and page.lines.rows[-1] == last:
                page.lines.add_rows(rows)

        self._outgoing.lines(page.query, last.cursor, show, self._window.warn_of)

    # --- a line -----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Ask for all there is to know of the line in hand, and for a picture of its first page."""
        page = self.page
        if (line := page.line) is None:
            return

        def show(detail: LineDetail) -> None:
            if page is self._page:
                page.show_detail(detail)
                side, place = page.side, page.side.cases
                show_holding(self._window, line, lambda: place if side.cases is place else None)
                if detail.line.pdf is not None and detail.line.id == page.line:
                    self._picture_beside(page, detail.line.id)

        self._outgoing.detail(line, show, self._window.warn_of)

    def _picture_beside(self, page: OutgoingPage, line: UUID) -> None:
        def draw(paper: IssuedPaper) -> None:
            scale = _THUMB_SCALE * page.devicePixelRatioF()
            self._outgoing.picture(paper, 0, scale, show, self._ignore)

        def show(picture: Picture) -> None:
            if page is self._page and page.line == line:
                page.side.show_picture(image_of(picture))

        self._outgoing.paper(line, draw, self._ignore)

    def _ignore(self, _error: DeskError) -> None:
        """A picture that cannot be made is no trouble of its own: opening the line tells it."""

    def open_in_hand(self) -> None:
        """Open what is in hand: a dispatch that waits, or a line in large."""
        page = self.page
        if page.view is None:
            if (row := page.waiting.row) is not None:
                self._window.open_draft(row.id)
        elif page.line is not None:
            self.open_line(page.line)

    def open_record(self, record: UUID) -> None:
        """Show a line that was found elsewhere."""
        self.open_line(record)

    def open_detail(self) -> None:
        """Open the line that acts are on in large."""
        if (detail := self.detail) is not None:
            self.open_line(detail.line.id)

    def open_line(self, line: UUID, back: Callable[[], None] | None = None) -> None:
        """Show a line in large, with its paper where it has one; Esc goes `back`, or to the list."""
        self._back = back
        self._outgoing.detail(line, self._open, self._window.warn_of)

    def _open(self, detail: LineDetail) -> None:
        self._window.settle()
        page = self.issued
        if self._officer is None:
            self._window.gateway.records.seated(partial(self._take_officer, detail), self._window.warn_of)
            return
        page.officer = self._officer
        page.show_detail(detail)
        side, place = page.side, page.side.cases
        show_holding(self._window, detail.line.id, lambda: place if side.cases is place else None)
        self._window.show_page(page)
        if self._stored is not None:
            self._stored.show(detail.line.id if detail.line.pdf is not None else None)

    def _take_officer(self, detail: LineDetail, officer: Officer) -> None:
        self._officer = officer
        self._open(detail)

    def open_linked(self, linked: LinkedDocument) -> None:
        """Show the document at the other end of a link."""
        if linked.is_draft:
            self._window.open_draft(linked.record)
        elif linked.is_arrival:
            open_record(FoundKind.INCOMING, linked.record, self._window)
        else:
            self.open_line(linked.record)

    def open_case_file(self, case_file: UUID) -> None:
        """Show a case file that a line lies in."""
        open_record(FoundKind.CASE_FILE, case_file, self._window)

    def step(self, direction: int) -> None:
        """Show the next line of the list in large (+1), or the one before (-1)."""
        if self.page.lines.step(direction) and self.page.line is not None:
            self.open_line(self.page.line)

    def after_act(self) -> None:
        """Bring what is in sight up to an act."""
        self._window.settle()
        in_sight = self._window.page
        if in_sight.place == "desk":
            in_sight.stale.emit()
            return
        if isinstance(in_sight, DispatchPage) and self._window.room is not None:
            self._window.room.reading.renew()
        elif isinstance(in_sight, IssuedPage) and in_sight.line is not None:
            self.open_line(in_sight.line.line.id)
        self.renew()
        if self._window.watch is not None:
            self._window.watch.look()

    def show_rows_of_numbers(self) -> None:
        """Show the rows of numbers."""
        self.rows_of_numbers.show()
