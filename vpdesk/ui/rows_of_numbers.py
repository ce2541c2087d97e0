"""The rows of numbers in the room of the outgoing register: shown, begun with another number, closed; their rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from vpdesk.domain.errors import NoTermCovers
from vpdesk.domain.reorganising import closing_rows
from vpdesk.layout.frame import PagedDocument, joined
from vpdesk.services import books, numbers, outgoing
from vpdesk.services import office as offices
from vpdesk.services.beginnings import pack_of_day
from vpdesk.ui.commands import ask_printer
from vpdesk.ui.forms.holidays_dialog import HolidaysDialog
from vpdesk.ui.forms.numbering_dialog import NumberingDialog
from vpdesk.ui.forms.row_dialogs import CloseRowDialog, CloseTermDialog, OpenRowDialog, closed_words
from vpdesk.ui.handling_days import propose_holidays
from vpdesk.ui.way_to_terms import offer_term
from vpdesk.words.catalogue import _, format_number
from vpdesk.words.series import group_words
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.issuing import Account, Closing, Tally
    from vpdesk.domain.office import Office
    from vpdesk.domain.organisation import IssuingBody, Officer
    from vpdesk.domain.outgoing import RegisterLine
    from vpdesk.domain.series import Numbering, Series
    from vpdesk.domain.workdays import Holiday
    from vpdesk.services.desk import Desk
    from vpdesk.ui.forms.act_dialog import ActDialog
    from vpdesk.ui.forms.row_dialogs import Opening
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.outgoing_room import OutgoingRoom
    from vpdesk.ui.pages.page import Page
    from vpdesk.ui.pages.rows_page import RowsPage

    _RowsAndHolds = tuple[tuple[Tally, ...], tuple[RegisterLine, ...]]

T = TypeVar("T")


class RowsOfNumbers:
    """Holds the page of the rows, and does the acts on them."""

    def __init__(self, window: MainWindow, room: OutgoingRoom) -> None:
        self._window, self._room = window, room
        self._outgoing = window.gateway.outgoing
        self._page: RowsPage | None = None

    @property
    def page(self) -> RowsPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.rows_page import RowsPage

            window, desk = self._window, self._window.gateway.desk
            page = window.add(RowsPage(window.look, window.icons, window.acts, desk.clock, self._room.types))
            page.show_place(str(desk.places.data))
            page.left.connect(self._room.show)
            page.stale.connect(self.renew)
            page.in_hand.connect(self._account)
            page.line_chosen.connect(self._room.open_line)
            self._page = page
        return self._page

    def holds(self, page: Page) -> bool:
        """Whether a page is that of the rows."""
        return page is self._page

    def forget(self) -> None:
        """Let the page go: the window is built anew."""
        self._page = None

    def show(self) -> None:
        """Show the rows, renewed."""
        self._window.gateway.records.seated(self._show_for, self._window.warn_of)

    def _show_for(self, officer: Officer) -> None:
        self.page.officer = officer
        self.renew()
        self._window.show_page(self.page)

    def renew(self) -> None:
        """Read the rows again."""
        page = self.page
        self._outgoing.rows(lambda rows: page.show_rows(rows, self._bodies), self._window.warn_of)

    @property
    def _bodies(self) -> tuple[IssuingBody, ...]:
        office = self._window.room.office if self._window.room else None
        return office.bodies if office else ()

    def _account(self, series: UUID) -> None:
        page = self.page

        def show(answer: tuple[Series, Account]) -> None:
            page.show_account(*answer)

        self._outgoing.act(lambda desk: numbers.account_for(desk, series), show, self._window.warn_of)

    # --- beginning and closing --------------------------------------------------------------------------------------

    def open_row(self) -> None:
        """Ask with which number a row is to begin."""
        window, today = self._window, self._window.gateway.desk.today
        dialog = OpenRowDialog(self._room.usual_types, today, window.look, window.icons, window)

        def begin(opening: Opening) -> None:
            if (body := self._room.body_on(opening.day)) is None:
                self._refuse(dialog, NoTermCovers(opening.day))
                return
            act = partial(numbers.open_row, body=body, **opening._asdict())
            self._do(dialog, act, self._say_begun)

        dialog.given.connect(begin)
        dialog.open()

    def _say_begun(self, row: Series) -> None:
        said = _("{row} begins with {number}.")
        named = group_words(row, self._room.types)
        self._window.notices.say(said.format(row=named, number=format_number(row.opening_number)))

    def close_row(self) -> None:
        """Ask whether the row in hand is to be closed for good."""
        if (row := self.page.row) is None:
            return
        window, name = self._window, group_words(row, self._room.types)
        dialog = CloseRowDialog(row, name, window.look, window.icons, window)

        def close() -> None:
            act = partial(numbers.close_row, series=row.id)
            said = _("{row} is closed.").format(row=name)
            self._do(dialog, act, lambda closing: self._say_closed(said, (closing,)))

        dialog.given.connect(close)
        dialog.open()

    def close_term(self) -> None:
        """Lead through the closing of a term or a body."""
        self._outgoing.act(_rows_and_holds, self._ask_term, self._window.warn_of)

    def close_ended(self, body: UUID, last_day: date, closed: Callable[[], None]) -> None:
        """Lead through the closing of the rows that ended with a day, where any is open; `closed` once they are."""

        def ask(found: tuple[Office | None, _RowsAndHolds]) -> None:
            office, rows = found
            bodies = office.bodies if office else ()
            there = next((one for one in bodies if one.id == body), None)
            if there is not None and closing_rows(there, [row.series for row in rows[0]], last_day):
                self._show_closing(rows, bodies, closed).show_ended(body, last_day)

        self._outgoing.act(lambda desk: (offices.office(desk), _rows_and_holds(desk)), ask, self._window.warn_of)

    def _ask_term(self, found: _RowsAndHolds) -> None:
        self._show_closing(found, self._bodies, lambda: None)

    def _show_closing(
        self, found: _RowsAndHolds, of: tuple[IssuingBody, ...], closed: Callable[[], None]
    ) -> CloseTermDialog:
        window = self._window
        bodies = {one.id: one for one in of}
        dialog = CloseTermDialog(
            found,
            bodies,
            self._room.types,
            window.gateway.desk.today,
            window.look,
            window.icons,
            window,
        )

        def close(body: UUID, last_day: date) -> None:
            def say(closings: tuple[Closing, ...]) -> None:
                closed()
                self._say_closed(closed_words(last_day, len(closings)), closings)

            self._do(dialog, partial(numbers.close_body, body=body, last_day=last_day), say)

        dialog.given.connect(close)
        dialog.hold_chosen.connect(self._room.open_line)
        dialog.open()
        return dialog

    def _say_closed(self, said: str, closings: tuple[Closing, ...]) -> None:
        """Say what was closed, and offer its closing pages."""
        series = [one.series.id for one in closings]
        self._window.notices.say(said, _("&Print the closing pages"), lambda: self._print(series))

    def print_closing(self) -> None:
        """Print what the row in hand accounts for, closed or not."""
        if (row := self.page.row) is not None:
            self._print([row.id])

    def _print(self, series: Sequence[UUID]) -> None:
        window = self._window

        def lay_out(desk: Desk) -> PagedDocument:
            return joined(books.closing_page(desk, one) for one in series)

        def ask(document: PagedDocument) -> None:
            export = partial(window.gateway.export_pile, document, done=window.exported, failed=window.warn_of_export)
            ask_printer(window, document, export)

        self._outgoing.act(lay_out, ask, window.warn_of)

    # --- rules ------------------------------------------------------------------------------------------------------

    def show_numbering(self) -> None:
        """Show how the numbers of the office run."""
        self._outgoing.numbering(self._ask_numbering, self._window.warn_of)

    def _ask_numbering(self, numbering: Numbering) -> None:
        window, desk = self._window, self._window.gateway.desk
        day = desk.today()
        types = tuple(one for one in pack_of_day(desk, day).types if one.is_valid_on(day))
        bodies = {one.id: one for one in self._bodies}
        dialog = NumberingDialog(numbering, types, bodies, window.look, window.icons, window)

        def choose(chosen: Numbering) -> None:
            act = partial(numbers.set_numbering, chosen=chosen)
            said = _("Rows that are yet to begin run so.")
            self._do(dialog, act, lambda _nothing: self._window.notices.say(said))

        dialog.given.connect(choose)
        dialog.open()

    def show_holidays(self) -> None:
        """Show the days off, to be set down and dropped."""
        window = self._window
        dialog = HolidaysDialog(window.gateway.desk.today, window.look, window.icons, window)

        def renew(_nothing: None = None) -> None:
            self._outgoing.holidays(dialog.show_holidays, window.warn_of)

        def put(holiday: Holiday) -> None:
            self._outgoing.act(lambda desk: numbers.put_holiday(desk, holiday), renew, window.warn_of)

        def drop(day: date) -> None:
            self._outgoing.act(lambda desk: numbers.drop_holiday(desk, day), renew, window.warn_of)

        dialog.put.connect(put)
        dialog.dropped.connect(drop)
        dialog.proposals_wanted.connect(lambda: propose_holidays(window, dialog, renew))
        renew()
        dialog.open()

    def _do(self, dialog: ActDialog, act: Callable[[Desk], T], say: Callable[[T], None]) -> None:
        """Do an act; its dialog goes when it was done, and says why when it was not."""

        def done(answer: T) -> None:
            dialog.accept()
            self._window.settle()
            if self._page is not None:
                self.renew()
            say(answer)

        self._outgoing.act(act, done, partial(self._refuse, dialog))

    def _refuse(self, dialog: ActDialog, error: DeskError) -> None:
        dialog.tell(str(explain(error)))
        offer_term(self._window, dialog, error)


def _rows_and_holds(desk: Desk) -> _RowsAndHolds:
    return numbers.rows(desk), outgoing.held(desk)
