"""The acts on case files: opened, changed, given, closed, set aside, opened again; each says what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_closing import Gap, Lack
from vpdesk.domain.case_files import CaseState
from vpdesk.services import case_closing, case_files, case_lists, case_prints
from vpdesk.ui.forms.case_dialog import Asked, CaseDialog, Offered
from vpdesk.words.cases import case_files_words
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from datetime import date

    from vpdesk.domain.case_closing import ClosingSheet
    from vpdesk.domain.case_files import CaseFile, CaseHeading
    from vpdesk.domain.case_views import CaseDetail, CaseEntry, YearList
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.main_window import MainWindow


class CaseActs:
    """Opens the dialogs of the acts and hands what they are given to the services."""

    def __init__(self, window: MainWindow, room: CaseFilesRoom) -> None:
        self._window, self._room = window, room
        self._cases = window.gateway.case_files

    # --- opening ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Ask for a case file that is not in the list of its year, and open it."""
        self.begin_with("", lambda _opened: None)

    def begin_with(self, title: str, then: Callable[[CaseFile], None]) -> None:
        """Ask for a case file with a title, open it, then go on with it."""
        window = self._window
        year = self._room.page.year or window.gateway.desk.today().year

        def ask(listed: YearList) -> None:
            asked = Asked(
                _("New case file"),
                _("Open the case file"),
                "folder",
                _("Opened beside the yearly list of {year}; it gets the next number of its heading.").format(year=year),
            )
            dialog = self._dialog(asked, listed)
            officer = self._room.officer
            in_hand = self._room.detail.row.case_file.heading if self._room.detail else None
            of_year = {one.id for one in headings_of(listed)}
            dialog.begin(in_hand if in_hand in of_year else None, officer.id if officer else None)
            dialog.form.inputs["title"].show_value(title or None)
            dialog.given.connect(lambda entry, _reason: self._begin(dialog, year, entry, then))
            dialog.open()

        self._cases.year_list(year, ask, window.warn_of)

    def _begin(self, dialog: CaseDialog, year: int, entry: CaseEntry, then: Callable[[CaseFile], None]) -> None:
        def done(opened: CaseFile) -> None:
            dialog.accept()
            self._room.want(opened.id)
            self._room.after_act()
            self._room.tell(_("Opened: {symbol}.").format(symbol=opened.symbol))
            then(opened)

        act = partial(case_files.begin_file, year=year, entry=entry)
        self._cases.act(act, done, partial(self._room.refuse, dialog))

    def _dialog(self, asked: Asked, listed: YearList) -> CaseDialog:
        window = self._window
        return CaseDialog(asked, Offered(headings_of(listed), self._room.keepers), window.look, window.icons, window)

    def open(self) -> None:
        """Open the listed case file in hand."""
        if (detail := self._room.detail) is not None:
            act = partial(case_files.open_file, case_file=detail.row.case_file.id)
            self._room.do(act, lambda opened: _("Opened: {symbol}.").format(symbol=opened.symbol))

    # --- changing ---------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Ask what the case file in hand is to say."""
        if (detail := self._room.detail) is not None:
            self.edit_file(detail.row.case_file)

    def edit_file(self, case_file: CaseFile) -> None:
        """Ask what a case file is to say."""

        def ask(listed: YearList) -> None:
            asked = Asked(_("Change the case file"), _("Keep the case file"), "check", case_file.symbol)
            dialog = self._dialog(asked, listed)
            dialog.show_case(case_file)

            def keep(entry: CaseEntry, reason: str) -> None:
                act = partial(case_files.amend, case_file=case_file, entry=entry, reason=reason)
                self._room.do(act, _changed, dialog=dialog)

            dialog.given.connect(keep)
            dialog.open()

        self._cases.year_list(case_file.year, ask, self._window.warn_of)

    def drop(self) -> None:
        """Take the listed case file in hand off its list."""
        if (detail := self._room.detail) is not None:
            self.drop_file(detail.row.case_file)

    def drop_file(self, case_file: CaseFile) -> None:
        """Take a listed case file off its list; it can be listed again."""
        act = partial(case_lists.drop_file, case_file=case_file.id)
        self._room.do(act, lambda dropped: _("Taken off the list: {symbol}.").format(symbol=dropped.symbol))

    def give(self) -> None:
        """Ask who is to keep the case files that are chosen."""
        from vpdesk.ui.forms.keeper_dialog import KeeperDialog

        window = self._window
        chosen = [row for row in self._room.page.list.chosen if row.case_file.state is not CaseState.HANDED_OVER]
        if not (chosen and self._room.keepers):
            return
        dialog = KeeperDialog(len(chosen), self._room.keepers, window.look, window.icons, window)

        def give(keeper: UUID) -> None:
            act = partial(case_files.give_to, case_files=[row.case_file.id for row in chosen], keeper=keeper)
            name = next(name for name, one in self._room.keepers if one == keeper)
            said = _("{files} given to {name}.").format(files=case_files_words(len(chosen)), name=name)
            self._room.do(act, lambda _given: said, dialog=dialog)

        dialog.given.connect(give)
        dialog.open()

    # --- closing ----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Go through what closing asks for, and close the case file in hand."""
        if (detail := self._room.detail) is not None:
            act = partial(case_prints.proposed_sheet, case_file=detail.row.case_file.id)
            self._cases.act(act, partial(self._ask_to_close, detail), self._window.warn_of)

    def _ask_to_close(self, detail: CaseDetail, sheet: ClosingSheet) -> None:
        from vpdesk.ui.forms.closing_dialog import ClosingDialog

        window, case_file = self._window, detail.row.case_file.id
        dialog = ClosingDialog(detail, sheet, window.gateway.desk.today, window.look, window.icons, window)

        def close(said: ClosingSheet, day: date | None) -> None:
            act = partial(case_closing.close, case_file=case_file, sheet=said, on=day)
            reason = _("closed by mistake")
            self._room.do(
                act,
                lambda closed: _("Closed: {symbol}.").format(symbol=closed.symbol),
                lambda _closed: partial(case_closing.reopen, case_file=case_file, reason=reason),
                dialog,
            )

        def set_aside() -> None:
            act = partial(case_closing.set_aside, case_file=case_file)
            self._room.do(
                act,
                lambda put: _("Set aside: {symbol}. It is closed once what is missing is there.").format(
                    symbol=put.symbol
                ),
                lambda _put: partial(case_closing.reopen, case_file=case_file, reason=""),
                dialog,
            )

        dialog.given.connect(close)
        dialog.set_aside_wanted.connect(set_aside)
        dialog.mend_wanted.connect(self.mend)
        dialog.open()

    def mend(self, lack: Lack) -> None:
        """Lead to where something is mended that closing asks for."""
        if lack.gap is Gap.NO_TERM:
            self.edit()
        elif lack.gap is Gap.EMPTY:
            self._room.contents.put_in()
        elif lack.gap is Gap.SHEETS:
            self._room.contents.count_sheets()
        elif lack.papers:
            self._room.page.show_paper(lack.papers[0])
        else:
            self.close()

    def reopen(self) -> None:
        """Open the case file in hand again: one that was closed for a reason."""
        if (detail := self._room.detail) is None:
            return
        one = detail.row.case_file
        if one.state is CaseState.SET_ASIDE:
            self._reopen(one, "")
            return
        from vpdesk.ui.forms.name_dialog import NameDialog

        title = _("Open {symbol} again").format(symbol=one.symbol)
        dialog = NameDialog(title, _("Why?"), title, "", self._window.icons, self._window, _("Say why."))
        dialog.named.connect(partial(self._reopen, one))
        dialog.open()

    def _reopen(self, case_file: CaseFile, reason: str) -> None:
        act = partial(case_closing.reopen, case_file=case_file.id, reason=reason)
        self._room.do(act, lambda opened: _("Open again: {symbol}.").format(symbol=opened.symbol))


def headings_of(listed: YearList) -> tuple[CaseHeading, ...]:
    """The headings of a yearly list."""
    return tuple(section.heading for section in listed.sections if section.heading is not None)


def _changed(case_file: CaseFile) -> str:
    return _("Changed: {symbol}.").format(symbol=case_file.symbol)
