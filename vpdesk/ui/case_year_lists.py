"""The yearly lists in the room of case files: copied, headings and files put down and put in order, approved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_forms import CaseAsk, CaseForm
from vpdesk.domain.case_numbers import is_numbered_anew
from vpdesk.domain.roles import Role
from vpdesk.services import case_lists
from vpdesk.ui.case_acts import headings_of
from vpdesk.ui.forms.case_dialog import Asked, CaseDialog, Offered
from vpdesk.words.cases import case_files_words
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from datetime import date

    from vpdesk.domain.case_files import CaseHeading
    from vpdesk.domain.case_views import CaseEntry, YearList
    from vpdesk.services.desk import Desk
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.case_list_page import CaseListPage, ListLine
    from vpdesk.ui.pages.page import Page


class CaseYearLists:
    """Holds the page of the yearly lists, and does the acts on them."""

    def __init__(self, window: MainWindow, room: CaseFilesRoom) -> None:
        self._window, self._room = window, room
        self._cases = window.gateway.case_files
        self._page: CaseListPage | None = None

    @property
    def page(self) -> CaseListPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.case_list_page import CaseListPage

            window = self._window
            page = window.add(CaseListPage(window.look, window.icons, window.acts, window.gateway.desk.today))
            page.asked.connect(self.renew)
            page.stale.connect(self.renew)
            page.left.connect(self._room.go_back)
            page.opened.connect(self._room.open_record)
            self._page = page
        return self._page

    def holds(self, page: Page) -> bool:
        """Whether a page is that of the yearly lists."""
        return page is self._page

    def forget(self) -> None:
        """Let the page go: the window is built anew."""
        self._page = None

    def show(self) -> None:
        """Show the list of the year that the case files are shown of."""
        page = self.page
        page.officer = self._room.officer
        self._cases.years(page.offer_years, self._window.warn_of)
        if (year := self._room.page.year) is not None:
            page.choose_the_year(year)
        self.renew()
        self._window.show_page(page)

    def renew(self) -> None:
        """Read the list again."""
        page = self.page

        def show(listed: YearList) -> None:
            if page is self._page and listed.listed.year == page.year:
                page.show_list(listed)

        self._cases.year_list(page.year, show, self._window.warn_of)

    def renew_in_sight(self) -> None:
        """Read the list again where it is in sight."""
        if self._page is not None and self._window.page is self._page:
            self.renew()

    @property
    def _year(self) -> int:
        """The year in sight: that of the list, or of the case files."""
        if self._page is not None and self._window.page is self._page:
            return self._page.year
        return self._room.page.year or self._window.gateway.desk.today().year

    # --- the list ---------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the list of the last year before that has one."""
        year = self._year

        def said(listed: YearList) -> str:
            words = _("Copied into {year}: {files}. Look through titles and terms, then have it approved.")
            return words.format(year=year, files=case_files_words(listed.totals.all))

        self._room.do(partial(case_lists.copy_list, year=year), said)

    def approve(self) -> None:
        """Ask who has approved the list, and when."""
        from vpdesk.ui.forms.case_list_dialogs import ApprovalDialog

        window, listed = self._window, self.page.listed
        if listed is None or not listed.totals.all:
            return
        today = window.gateway.desk.today
        dialog = ApprovalDialog(listed, self._head(), today, window.look, window.icons, window)
        year = listed.listed.year

        def approve(by: str, on: date, notes: str) -> None:
            self._room.do(
                partial(case_lists.approve, year=year, by=by, on=on, notes=notes),
                lambda _listed: _("The list of {year} is approved.").format(year=year),
                lambda _listed: partial(case_lists.withdraw_approval, year=year),
                dialog,
            )

        dialog.given.connect(approve)
        dialog.open()

    def _head(self) -> str:
        office = self._window.room.office if self._window.room else None
        return next((one.name for one in office.officers if Role.HEAD in one.roles), "") if office else ""

    def withdraw_approval(self) -> None:
        """Take back that the list was approved."""
        year = self.page.year
        said = _("The list of {year} can be changed again.").format(year=year)
        self._room.do(partial(case_lists.withdraw_approval, year=year), lambda _listed: said)

    # --- lines ------------------------------------------------------------------------------------------------------

    def new_heading(self) -> None:
        """Ask for a heading."""
        self._ask_heading(None)

    def _ask_heading(self, heading: CaseHeading | None) -> None:
        from vpdesk.ui.forms.case_list_dialogs import HeadingDialog

        window, year = self._window, self.page.year
        dialog = HeadingDialog(heading, window.look, window.icons, window)

        def keep(name: str, symbol: str) -> None:
            there = heading.id if heading else None
            act = partial(case_lists.put_heading, year=year, name=name, symbol=symbol, heading=there)
            self._room.do(act, lambda kept: _("Kept: {name}.").format(name=kept.name), dialog=dialog)

        dialog.given.connect(keep)
        dialog.open()

    def list_file(self) -> None:
        """Ask for a case file that is to be listed."""
        listed = self.page.listed
        if listed is None:
            return
        window, year = self._window, listed.listed.year
        asked = Asked(_("List a case file"), _("List the case file"), "file-plus")
        offered = Offered(headings_of(listed), self._room.keepers)
        dialog = CaseDialog(asked, offered, window.look, window.icons, window)
        dialog.begin(self.page.heading_in_hand, None)

        def keep(entry: CaseEntry, _reason: str) -> None:
            self._room.do(
                partial(case_lists.list_file, year=year, entry=entry),
                lambda kept: _("Listed: {symbol}.").format(symbol=kept.symbol),
                lambda kept: partial(case_lists.drop_file, case_file=kept.id),
                dialog,
            )

        dialog.given.connect(keep)
        dialog.open()

    def edit(self) -> None:
        """Ask what the line in hand is to say."""
        line = self.page.line
        if line is not None and line.row is not None:
            self._room.acts.edit_file(line.row.case_file)
        elif line is not None and line.heading is not None:
            self._ask_heading(line.heading)

    def drop(self) -> None:
        """Take the line in hand out of the list."""
        line = self.page.line
        if line is not None and line.row is not None:
            self._room.acts.drop_file(line.row.case_file)
        elif line is not None and line.heading is not None:
            act = partial(case_lists.drop_heading, heading=line.heading.id)
            self._room.do(act, lambda dropped: _("Dropped: {name}.").format(name=dropped.name))

    def move(self, direction: int) -> None:
        """Put the line in hand a place up (-1) or down (+1) among its like."""
        line, listed = self.page.line, self.page.listed
        if line is None or listed is None:
            return
        order, movable = _like(line, listed)
        at = movable.index(_id_of(line))
        if not 0 <= at + direction < len(movable):
            return
        here, there = order.index(movable[at]), order.index(movable[at + direction])
        order[here], order[there] = order[there], order[here]
        year, heading, is_heading = listed.listed.year, self.page.heading_in_hand, line.row is None

        def put_in_order(desk: Desk) -> None:
            if is_heading:
                case_lists.order_headings(desk, year, order)
            else:
                case_lists.order_files(desk, year, heading, order)

        self._cases.act(put_in_order, lambda _moved: self._room.after_act(), self._window.warn_of)

    # --- on paper ---------------------------------------------------------------------------------------------------

    def print(self) -> None:
        """Show the list of the year as it is printed."""
        year = self.page.year
        ask = CaseAsk(CaseForm.YEAR_LIST, year)
        self._room.prints.show(str(year), (ask,), ask, self.show)

    def export(self) -> None:
        """Ask for a place and write the list of the year there."""
        year = self.page.year
        self._room.prints.ask_for_place(CaseAsk(CaseForm.YEAR_LIST, year), str(year))


def _id_of(line: ListLine) -> UUID:
    if line.row is not None:
        return line.row.case_file.id
    assert line.heading is not None  # noqa: S101 -- what stands over those without a heading is not moved
    return line.heading.id


def _like(line: ListLine, listed: YearList) -> tuple[list[UUID], list[UUID]]:
    """All headings of the list, or all case files under a heading, in their order; and those of them that can move."""
    if line.row is None:
        headings = [one.id for one in headings_of(listed)]
        return headings, headings.copy()
    rows = next(section.rows for section in listed.sections if section.heading == line.heading)
    files = [row.case_file for row in rows]
    return [one.id for one in files], [one.id for one in files if is_numbered_anew(one)]
