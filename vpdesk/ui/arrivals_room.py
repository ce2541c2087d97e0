"""The room of arrivals: the register, the form, an arrival with all there is to know; each act with what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpdesk.domain.arriving import ArrivalQuery, ArrivalView
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.roles import Permission
from vpdesk.services.rules import choose_pack
from vpdesk.ui.arrival_entering import Entering
from vpdesk.ui.arrival_in_hand import ArrivalInHand
from vpdesk.ui.arrival_works import ArrivalWorks
from vpdesk.ui.scans import PATTERNS, Scans
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.arriving import ArrivalPage
    from vpdesk.domain.catalog import DocumentType
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.domain.organisation import Officer
    from vpdesk.ui.arrivals import FoundPage
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.arrival_entry_page import ArrivalEntryPage
    from vpdesk.ui.pages.arrivals_page import ArrivalsPage
    from vpdesk.ui.pages.page import Page

_STATE_RULES = "state-2020"
_MOST_UNDONE = 20
"""As many acts can be undone, the last first."""


class ArrivalsRoom(QObject):
    """Holds the pages of arrivals."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._arrivals = window.gateway.arrivals
        self.entering = Entering(window, self)
        self.in_hand = ArrivalInHand(window, self)
        self.works = ArrivalWorks(window, self)
        self._register_page: ArrivalsPage | None = None
        self._asked = 0
        self._found_after: int | None = None
        self._undos: list[Callable[[], None]] = []

    # --- its pages ------------------------------------------------------------------------------------------------

    @property
    def register(self) -> ArrivalsPage:
        """The register, made when it is first shown."""
        if self._register_page is None:
            from vpdesk.ui.pages.arrivals_page import ArrivalsPage

            window = self._window
            page = ArrivalsPage(window.look, window.icons, window.acts, self.may)
            page.name_types(self.type_names())
            page.asked.connect(self.renew)
            page.stale.connect(self.renew)
            page.more_wanted.connect(self._fetch_more)
            page.dropped.connect(self.take_scans)
            page.opened.connect(self.in_hand.open)
            page.may_undo = bool(self._undos)
            self._register_page = window.add(page)
        return self._register_page

    @property
    def entry(self) -> ArrivalEntryPage:
        """The form."""
        return self.entering.page

    def make_form(self, scans: Scans, *, amends: bool = False) -> ArrivalEntryPage:
        """A form of an arrival, with these scans beside it."""
        from vpdesk.ui.pages.arrival_entry_page import ArrivalEntryPage

        window, desk = self._window, self._window.gateway.desk
        page = ArrivalEntryPage(window.look, window.icons, window.acts, desk.today, desk.clock, scans, amends=amends)
        return window.add(page)

    @property
    def amendment(self) -> ArrivalEntryPage:
        """The form that corrects a line."""
        return self.in_hand.amendment

    @property
    def scans_in_sight(self) -> Scans:
        """The files beside what is in sight."""
        return self.entering.scans if self.entering.holds(self._window.page) else self.in_hand.scans

    def show(self) -> None:
        """Show the register, renewed."""
        self.renew()
        self._window.show_page(self.register)

    def holds(self, page: Page) -> bool:
        """Whether a page is one of its own."""
        return page is self._register_page or self.entering.holds(page) or self.in_hand.holds(page)

    def rebuild(self, *, in_sight: bool) -> None:
        """Let the pages go, for the window is built anew; what was in sight comes again, with what was typed."""
        shown = self._window.page if in_sight else None
        is_entry = shown is not None and self.entering.holds(shown)
        is_page = shown is not None and self.in_hand.holds(shown)
        self._register_page, typed = None, self.entering.forget()
        arrival = self.in_hand.forget()
        if is_entry or (in_sight and typed is not None):
            self.entering.begin_with(typed)
        elif is_page and arrival is not None:
            self.in_hand.open(arrival)
        elif in_sight:
            self.show()

    def type_names(self) -> dict[str, str]:
        """What the types are called, by their codes."""
        return {one.code: one.name for one in self.types()}

    def people(self) -> dict[str, int]:
        """Who may get an arrival: the officers, and those who got some, each with how many."""
        office = self._window.room.office if self._window.room is not None else None
        officers = dict.fromkeys((one.name for one in office.officers), 0) if office else {}
        return {**officers, **self.entering.earlier_receivers}

    def may(self, permission: Permission) -> bool:
        """Whether the officer may do something, as far as the window knows."""
        return self._window.room is not None and self._window.room.may(permission)

    @property
    def officer(self) -> Officer | None:
        """Who is signed in."""
        return self._window.room.door.officer if self._window.room is not None else None

    def types(self) -> tuple[DocumentType, ...]:
        """The types of documents that may come: the Party's of today, and the State's."""
        packs, today = self._window.gateway.desk.packs, self._window.gateway.desk.today()
        party = choose_pack(packs, Dispatch("", "", date=today), None)[0]
        state = choose_pack(packs, Dispatch("", "", date=today), _STATE_RULES)[0]
        types = {one.code: one for one in (*state.types, *party.types) if one.is_valid_on(today)}
        return tuple(types.values())

    # --- the register ---------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Read the rows of the view and the counts again."""
        self._asked += 1
        if words := self.register.words:
            self._arrivals.find(words, None, partial(self._show_found, self._asked), self._window.warn_of)
        else:
            show = partial(self._show_page, self._asked)
            self._arrivals.page(ArrivalQuery(self.register.view), show, self._window.warn_of)
        self._arrivals.counts(self.register.show_counts, self._window.warn_of)

    def _show_page(self, asked: int, page: ArrivalPage) -> None:
        if asked == self._asked:
            self.register.show_page(page)

    def _show_found(self, asked: int, found: FoundPage) -> None:
        if asked == self._asked:
            self._found_after = found.after
            self.register.show_page(found.page)

    def _fetch_more(self, after: UUID) -> None:
        if words := self.register.words:
            more = partial(self._add_found, self._asked, after)
            self._arrivals.find(words, self._found_after, more, self._window.warn_of)
        else:
            query = ArrivalQuery(self.register.view, after=after)
            add = partial(self._add_page, self._asked, after)
            self._arrivals.page(query, add, self._window.warn_of)

    def _add_page(self, asked: int, after: UUID, page: ArrivalPage) -> None:
        if asked == self._asked:
            self.register.model.add_page(page, after)

    def _add_found(self, asked: int, after: UUID, found: FoundPage) -> None:
        if asked == self._asked:
            self._found_after = found.after
            self.register.model.add_page(found.page, after)

    # --- what is done with what is there ------------------------------------------------------------------------------

    def show_twin(self) -> None:
        """Show the arrival that is the same paper as the entry in hand; Esc comes back to the entry."""
        if self.entry.twin is not None:
            self.in_hand.open(self.entry.twin.id, self.entering.open)

    def open_record(self, record: UUID) -> None:
        """Show an arrival that was found elsewhere."""
        self.in_hand.open(record)

    def open_chosen(self) -> None:
        """Open the arrival in hand."""
        self.register.open_chosen()

    @property
    def chosen(self) -> list[IncomingDocument]:
        """The arrivals in hand: the one whose page is in sight, or those chosen in the register."""
        if self.in_hand.holds(self._window.page):
            return [self.in_hand.page.arrival] if self.in_hand.page.arrival else []
        return [row.arrival for row in self.register.chosen_rows()]

    def amend(self) -> None:
        """Correct the line in hand."""
        self.in_hand.amend(self.chosen[0].id)

    def direct(self) -> None:
        """Show the form of the directive on the arrival in hand, beside its scan."""
        back = self.in_hand.back if self.in_hand.holds(self._window.page) else None
        self.in_hand.open(self.chosen[0].id, back, directs=True)

    def show_view(self, view: ArrivalView) -> None:
        """Show the register with what a view shows."""
        self.register.choose_view(view)
        self.show()

    def done(self, said: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, offer to `undo` it, and read again what is in sight and what waits."""
        self._window.settle()
        if undo is None:
            self._window.notices.say(said)
        else:
            self._undos = [*self._undos[1 - _MOST_UNDONE :], undo]
            self._window.notices.say(said, f"{_('&Undo')} (Ctrl+Z)", self.undo)
        self._follow_undo()
        if self.in_hand.shows_arrival:
            self.in_hand.renew()
        elif self._window.page.place == "desk":
            self._window.page.stale.emit()
        else:
            self.renew()
        self.work_changed()

    def undo(self) -> None:
        """Undo the last act that was not undone yet."""
        if self._undos:
            last = self._undos.pop()
            self._follow_undo()
            last()

    def _follow_undo(self) -> None:
        if self._register_page is not None:
            self._register_page.may_undo = bool(self._undos)
        self.in_hand.may_undo(undoes=bool(self._undos))

    def work_changed(self) -> None:
        """What waits may be another now: the rail counts it again."""
        if self._window.watch is not None:
            self._window.watch.look()

    # --- scans ----------------------------------------------------------------------------------------------------

    def take_scans(self, paths: Sequence[Path]) -> None:
        """Put scans on the shelf and show the form."""
        self.entering.open()
        self.entering.scans.add(paths)

    def ask_for_scans(self) -> None:
        """Ask for scans that are to be entered."""
        self.ask_for_paths(_("Add scans"), self.entering.scans.add)

    def ask_for_paths(self, title: str, done: Callable[[list[Path]], None]) -> None:
        """Ask for files that may be scans."""
        from PySide6.QtWidgets import QFileDialog

        window = self._window
        dialog = QFileDialog(window, title, window.preferences.settings.last_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Scans and Word documents") + f" ({' '.join(PATTERNS)})"])
        dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
