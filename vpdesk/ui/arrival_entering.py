"""Entering arrivals: the form with the scans that wait beside it, what is told of a paper, and its registration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpdesk.domain.arriving import ArrivalValues
from vpdesk.domain.errors import DeskError
from vpdesk.ui.scans import Scan, Scans
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.arriving import ArrivalEntry, EntryBeginning
    from vpdesk.domain.attachments import NewFile
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.arrival_entry_page import ArrivalEntryPage
    from vpdesk.ui.pages.page import Page

_PATIENCE = 150
"""Milliseconds that the keys wait for an answer of the store."""


class Entering(QObject):
    """Holds the form of an arrival, and registers what is typed there."""

    def __init__(self, window: MainWindow, room: ArrivalsRoom) -> None:
        super().__init__(room)
        self._window, self._room = window, room
        self._arrivals = window.gateway.arrivals
        self.scans = Scans(window.gateway.desk, window.gateway.runner, self)
        self.scans.failed.connect(window.warn_of)
        self.scans.changed.connect(self._follow_scans)
        self._waits: tuple[Callable[[], None], Scan] | None = None
        self._page: ArrivalEntryPage | None = None
        self._is_registering = False
        self._looked_for: object = None
        self._values: ArrivalValues | None = None

    @property
    def page(self) -> ArrivalEntryPage:
        """The form, made when it is first shown."""
        if self._page is None:
            page = self._page = self._room.make_form(self.scans)
            page.registered.connect(self._register)
            page.identified.connect(self._look_for_twins)
            page.book_chosen.connect(self._begin)
            page.opened.connect(lambda arrival: self._room.in_hand.open(arrival, self.open))
            page.left.connect(self._leave_entry)
            page.stale.connect(self._renew_values)
        return self._page

    @property
    def earlier_receivers(self) -> Mapping[str, int]:
        """Who got arrivals before, each with how many, as far as that was asked for."""
        return self._values.receivers if self._values else {}

    def holds(self, page: Page) -> bool:
        """Whether a page is the form."""
        return page is self._page

    def forget(self) -> ArrivalEntry | None:
        """Let the form go, for the window is built anew; what was typed there."""
        before, self._page = self._page, None
        return before.entry() if before is not None and before.form.is_touched else None

    def open(self) -> None:
        """Show the form: what was begun there, or an empty one."""
        self._window.settle()
        if self._page is not None and self._page.form.is_touched:
            self._window.show_page(self._page)
        else:
            self.begin_with(None)

    def begin_with(self, typed: ArrivalEntry | None) -> None:
        """Show an empty form, or one with what was typed before."""

        def begun(beginning: EntryBeginning) -> None:
            self._begun(beginning)
            if typed is not None:
                self.page.show_typed(typed)
            self._window.show_page(self.page)

        self._arrivals.earlier(self._know, self._window.warn_of)
        self._arrivals.begin_entry(typed.book if typed else None, begun, self._window.warn_of)

    def _begin(self, book: UUID) -> None:
        """Go on with the numbers of another book."""
        self._arrivals.begin_entry(book, self.page.change_book, self._window.warn_of)

    def _begun(self, beginning: EntryBeginning) -> None:
        self._looked_for = None
        self.page.begin(beginning)

    def _know(self, values: ArrivalValues) -> None:
        self._values = values
        self.offer_values(self.page)

    def offer_values(self, form: ArrivalEntryPage) -> None:
        """Offer in a form the types, and what was typed before."""
        values = self._values or ArrivalValues({}, {}, {}, {})
        form.offer(self._room.types(), replace(values, receivers=self._room.people()))

    def _renew_values(self) -> None:
        self._arrivals.earlier(self._know, self._window.warn_of)

    def _look_for_twins(self, entry: ArrivalEntry, then: Callable[[], None] | None = None) -> None:
        """See whether a paper is in the register already, once for each that is typed."""
        asked = entry.sender, entry.reference, entry.document_date
        if asked == self._looked_for or not (entry.sender and entry.reference):
            if then is not None:
                then()
            return
        self._looked_for = asked

        def found(twins: tuple[IncomingDocument, ...]) -> None:
            self.page.show_twins(twins)
            if then is not None and not twins:
                then()

        self._arrivals.twins(entry, found, self._window.warn_of)

    def _register(self, entry: ArrivalEntry, goes_on: bool) -> None:
        if not self._is_registering:
            self._look_for_twins(entry, lambda: self._take_in(entry, goes_on=goes_on))

    def _take_in(self, entry: ArrivalEntry, *, goes_on: bool) -> None:
        """Keep the scan in hand, then register; one that is still being read is waited for."""
        self._is_registering = True
        scan = self.scans.scan if entry.secrecy is None else None
        if scan is None:
            self._enter(entry, (), goes_on=goes_on)
        elif scan.looked is None:
            self._window.work_begins(_("Reading the file…"))
            self._waits = partial(self._take_in, entry, goes_on=goes_on), scan
        else:
            kept: Callable[[NewFile], None] = lambda file: self._enter(entry, (file,), goes_on=goes_on)  # noqa: E731
            self._arrivals.take_in(scan.path, scan.looked, kept, self._not_registered)

    def _follow_scans(self) -> None:
        """Go on with what waits for a scan: it was read, or could not be."""
        if self._waits is None:
            return
        go_on, waited = self._waits
        now = next((one for one in self.scans.waiting if one.identity is waited.identity), None)
        if now is None or now.looked is not None:
            self._waits = None
            self._window.work_ends()
            if now is None:
                self._is_registering = False
            else:
                go_on()

    def _enter(self, entry: ArrivalEntry, files: Sequence[NewFile], *, goes_on: bool) -> None:
        done = partial(self._registered, goes_on=goes_on, with_scan=bool(files))
        self._arrivals.register(entry, files, done, self._not_registered)
        # What is typed meanwhile belongs to the next entry: the keys wait for it, though not for long.
        for _answer in ("registered", "the next number"):
            self._window.gateway.wait_for_store(_PATIENCE)

    def _not_registered(self, error: DeskError) -> None:
        self._is_registering = False
        self._window.warn_of(error)

    def _registered(self, arrival: IncomingDocument, *, goes_on: bool, with_scan: bool) -> None:
        self._window.settle()
        if with_scan:
            self.scans.drop()
        self.page.form.is_touched = False
        if goes_on:
            self._arrivals.earlier(self._know, self._window.warn_of)
            self._arrivals.begin_entry(arrival.book, self._go_on, self._not_registered)
            return
        self._is_registering = False
        self._window.notices.say(_("Registered: arrival number {number}.").format(number=arrival.written_number))
        self._room.show()
        self._room.work_changed()
        self._room.register.choose(arrival.id)

    def _go_on(self, beginning: EntryBeginning) -> None:
        self._is_registering = False
        self._begun(beginning)
        self.page.take_keys()

    def _leave_entry(self) -> None:
        """Back to the register; what was typed can be brought back."""
        typed = self.page.entry() if self.page.form.is_touched else None
        self.page.form.is_touched = False
        self._room.show()
        if typed is not None:
            said = _("Not registered: {sender}.").format(sender=typed.sender or typed.reference or _("the entry"))
            self._window.notices.say(said, _("&Undo"), lambda: self.begin_with(typed))
