"""An arrival in hand: its page, its correction, and what is done with it, each act with what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QTemporaryDir
from PySide6.QtWidgets import QMenu

from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.read_pages import LookedInto
from vpdesk.layout.geometry import POINTS_PER_MM, mm
from vpdesk.ui.forms.handing_dialog import Asked, HandingDialog
from vpdesk.ui.forms.name_dialog import NameDialog
from vpdesk.ui.preview.stamp_mark import StampMark
from vpdesk.ui.scans import Scan, Scans, sheets_of
from vpdesk.words.catalogue import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from vpdesk.domain.arriving import ArrivalDetail, EntryBeginning
    from vpdesk.domain.attachments import Attachment, NewFile
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.arrival_entry_page import ArrivalEntryPage
    from vpdesk.ui.pages.arrival_page import ArrivalPage
    from vpdesk.ui.pages.page import Page

_UNDER_BAR = 54
"""Pixels from the top of the window to where a menu hangs."""
_LEFT, _TOP = 30.0, 62.0
"""Millimetres from the upper left corner of a sheet to where the stamp is laid: under number and symbol."""


class ArrivalInHand(QObject):
    """Holds the page of an arrival and the form that corrects it."""

    def __init__(self, window: MainWindow, room: ArrivalsRoom) -> None:
        super().__init__(room)
        self._window, self._room = window, room
        self._arrivals = window.gateway.arrivals
        self._folder = QTemporaryDir()
        self.scans = Scans(window.gateway.desk, window.gateway.runner, self)
        self._brought = Scans(window.gateway.desk, window.gateway.runner, self)
        self._brought.changed.connect(self._keep_brought)
        self._brought.failed.connect(window.warn_of)
        self._wanted: Attachment | None = None
        self._page: ArrivalPage | None = None
        self._amendment: ArrivalEntryPage | None = None
        self._back: Callable[[], None] = room.show

    # --- its pages ------------------------------------------------------------------------------------------------

    @property
    def page(self) -> ArrivalPage:
        """The page of an arrival, made with the first one."""
        if self._page is None:
            from vpdesk.ui.pages.arrival_page import ArrivalPage

            window, may = self._window, self._room.may_register
            page = ArrivalPage(window.look, window.icons, window.acts, window.gateway.desk.clock, self.scans, may)
            page.side.name_types(self._room.type_names())
            page.side.twin_wanted.connect(lambda twin: self.open(twin, self._back))
            page.side.file_wanted.connect(self._show_file)
            page.left.connect(self._go_back)
            page.stale.connect(self.renew)
            page.brought.connect(self._brought.add)
            page.pane.view.stamped.connect(self._stamp)
            self._page = window.add(page)
        return self._page

    @property
    def amendment(self) -> ArrivalEntryPage:
        """The form that corrects a line, made with the first one."""
        if self._amendment is None:
            page = self._amendment = self._room.make_form(self.scans, amends=True)
            page.registered.connect(lambda entry, _goes_on: self._amend(entry))
            page.left.connect(self._leave_amendment)
        return self._amendment

    def holds(self, page: Page) -> bool:
        """Whether a page is one of its own."""
        return page in (self._page, self._amendment)

    def forget(self) -> UUID | None:
        """Let the pages go, for the window is built anew; the arrival that was shown."""
        shown = self._page.arrival if self._page is not None else None
        self._page = self._amendment = None
        return shown.id if shown else None

    def open(self, arrival: UUID, back: Callable[[], None] | None = None) -> None:
        """Show an arrival with all there is to know of it; Esc goes `back`."""
        self._back = back or self._room.show
        self._arrivals.detail(arrival, self._show, self._window.warn_of)

    def _go_back(self) -> None:
        self._back()

    def _show(self, detail: ArrivalDetail) -> None:
        self._window.settle()
        self._take_over(detail)
        self._window.show_page(self.page)

    def renew(self) -> None:
        """Read the arrival in sight again."""
        if (arrival := self.page.arrival) is not None:
            self._arrivals.detail(arrival.id, self._take_over, self._window.warn_of)

    def _take_over(self, detail: ArrivalDetail) -> None:
        self.page.show_detail(detail)
        self._arrivals.copies(detail.files, Path(self._folder.path()), self._show_files, self._window.warn_of)

    def _show_files(self, copies: Sequence[tuple[Attachment, Path]]) -> None:
        def look() -> list[Scan]:
            looked = ((path, LookedInto(file.name, file.media_type, file.size)) for file, path in copies)
            return [Scan(path, one, sheets_of(path, one.media_type)) for path, one in looked]

        self._window.gateway.runner.run(look, self._put_on_shelf, self._window.warn_of)

    def _put_on_shelf(self, scans: list[Scan]) -> None:
        self.scans.show(scans)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._show_file(wanted)

    def _show_file(self, file: Attachment) -> None:
        places = [place for place, one in enumerate(self.scans.waiting) if one.path.parent.name == str(file.id)]
        if places:
            self.scans.take_in_hand(places[0])

    # --- correcting -----------------------------------------------------------------------------------------------

    def amend(self, arrival: UUID) -> None:
        """Show the line of an arrival in the form."""

        def show(detail: ArrivalDetail) -> None:
            self._take_over(detail)
            begun: Callable[[EntryBeginning], None] = partial(self._begin_amendment, detail)
            self._arrivals.begin_entry(detail.arrival.book, begun, self._window.warn_of)

        self._arrivals.detail(arrival, show, self._window.warn_of)

    def _begin_amendment(self, detail: ArrivalDetail, beginning: EntryBeginning) -> None:
        self._window.settle()
        self._room.offer_values(self.amendment)
        self.amendment.show_line(detail, beginning)
        self._window.show_page(self.amendment)

    def _amend(self, entry: ArrivalEntry) -> None:
        if (arrival := self.page.arrival) is not None:
            self._arrivals.amend(arrival, entry, self._amended, self._window.warn_of)

    def _amended(self, arrival: IncomingDocument) -> None:
        self.amendment.form.is_touched = False
        said = _("Corrected: arrival number {number}. What stood there before is kept.")
        self._window.notices.say(said.format(number=arrival.written_number))
        self.open(arrival.id, self._back)

    def _leave_amendment(self) -> None:
        typed = self.amendment.entry() if self.amendment.form.is_touched else None
        self._window.show_page(self.page)
        if typed is not None:

            def undo() -> None:
                self.amendment.show_typed(typed)
                self._window.show_page(self.amendment)

            self._window.notices.say(_("The correction was not saved."), _("&Undo"), undo)

    # --- handing on -----------------------------------------------------------------------------------------------

    def ask_to_hand_over(self, arrivals: Sequence[IncomingDocument]) -> None:
        """Ask to whom arrivals go, and on which day."""
        one, count = _("Hand number {number} on"), len(arrivals)
        several = ngettext("Hand {count} arrival on", "Hand {count} arrivals on", count)
        act = (one if count == 1 else several).format(number=arrivals[0].written_number, count=count)
        asked = Asked(_("Hand on"), _("&Receiver"), _("&Day"), act)
        receivers = {one.receiver for one in arrivals}
        dialog = self._make_dialog(asked)
        dialog.show_person(receivers.pop() if len(receivers) == 1 else None, needs_one=None in receivers)
        dialog.answered.connect(lambda person, day: self._hand_over(arrivals, person, day))
        dialog.open()

    def _hand_over(self, arrivals: Sequence[IncomingDocument], person: str | None, day: date) -> None:
        ids = [one.id for one in arrivals]
        self._arrivals.hand_over(ids, person, day, self._handed, self._window.warn_of)

    def _handed(self, arrivals: Sequence[IncomingDocument]) -> None:
        said = ngettext("Handed {count} arrival on.", "Handed {count} arrivals on.", len(arrivals))
        self._done(said.format(count=len(arrivals)))

    def ask_who_signed(self, arrivals: Sequence[IncomingDocument]) -> None:
        """Ask who signed for arrivals, and on which day."""
        asked = Asked(_("Signed for"), _("&Signed by"), _("&Day"), _("Set down"))
        receivers = {one.receiver for one in arrivals}
        dialog = self._make_dialog(asked)
        dialog.show_person(receivers.pop() if len(receivers) == 1 else None, needs_one=None in receivers)
        dialog.answered.connect(lambda person, day: self._sign_for(arrivals, person, day))
        dialog.open()

    def _sign_for(self, arrivals: Sequence[IncomingDocument], person: str | None, day: date) -> None:
        ids = [one.id for one in arrivals]
        self._arrivals.received(ids, person, day, self._signed_for, self._window.warn_of)

    def _signed_for(self, arrivals: Sequence[IncomingDocument]) -> None:
        said = ngettext("{count} arrival is signed for.", "{count} arrivals are signed for.", len(arrivals))
        self._done(said.format(count=len(arrivals)))

    def _make_dialog(self, asked: Asked) -> HandingDialog:
        window = self._window
        today = window.gateway.desk.today
        return HandingDialog(asked, self._room.people(), window.look, window.icons, today, window)

    def _done(self, said: str) -> None:
        self._window.settle()
        self._window.notices.say(said)
        if self._page is not None and self._window.page is self._page:
            self.renew()
        elif self._window.page.place == "desk":
            self._window.page.stale.emit()
        else:
            self._room.renew()

    # --- making void ----------------------------------------------------------------------------------------------

    def ask_to_void(self, arrival: IncomingDocument) -> None:
        """Ask why a line is to be void."""
        act = _("Make number {number} void").format(number=arrival.written_number)
        asked = _("Why? The register prints it. The number is never used again.")
        dialog = NameDialog(act, asked, act, "", self._window.icons, self._window, _("Say why."))
        dialog.named.connect(lambda reason: self._arrivals.void(arrival.id, reason, self._voided, self._window.warn_of))
        dialog.open()

    def _voided(self, arrival: IncomingDocument) -> None:
        self._done(_("Arrival number {number} is void.").format(number=arrival.written_number))

    # --- files ----------------------------------------------------------------------------------------------------

    def _keep_brought(self) -> None:
        """Keep each file that was brought once it was looked into, and give it to the arrival in sight."""
        arrival = self.page.arrival
        for scan in self._brought.waiting:
            if arrival is not None and scan.looked is not None:
                self._brought.drop(scan)
                attach: Callable[[NewFile], None] = partial(self._attach, arrival.id)
                self._arrivals.take_in(scan.path, scan.looked, attach, self._window.warn_of)
                return

    def _attach(self, arrival: UUID, file: NewFile) -> None:
        self._arrivals.attach(arrival, (file,), lambda _files: self._done(_("File added.")), self._window.warn_of)

    def ask_for_files(self) -> None:
        """Ask for files that belong to the arrival in sight."""
        self._room.ask_for_paths(_("Add files"), self._brought.add)

    # --- papers ---------------------------------------------------------------------------------------------------

    def offer_papers(self) -> None:
        """Offer the papers of the arrival in sight, to be printed."""
        arrival, window = self.page.arrival, self._window
        if arrival is None:
            return
        menu = QMenu(window)
        for words, make in (
            (_("Arrival stamp on a label"), self._arrivals.label),
            (_("Handling slip"), self._arrivals.handling_slip),
        ):
            act = menu.addAction(words)
            act.triggered.connect(lambda _checked=False, make=make: make(arrival.id, self._print, window.warn_of))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(window.mapToGlobal(QPoint(window.width() - menu.sizeHint().width() - 24, _UNDER_BAR)))

    def _print(self, document: PagedDocument) -> None:
        from vpdesk.ui.commands import ask_printer

        ask_printer(self._window, document, lambda out: self._export(document, out))

    def _export(self, document: PagedDocument, out: Path) -> None:
        self._window.gateway.export_pile(document, out, self._window.exported, self._window.warn_of_export)

    # --- the stamp on a copy --------------------------------------------------------------------------------------

    def place_stamp(self) -> None:
        """Lay the stamp on the first page; it waits there to be moved and put down."""
        if (arrival := self.page.arrival) is not None:
            self._arrivals.label(arrival.id, self._hold_stamp, self._window.warn_of)

    def _hold_stamp(self, label: PagedDocument) -> None:
        view = self.page.pane.view
        if view.page_count:
            view.hold_stamp(StampMark(label, 0, mm(_LEFT), mm(_TOP)), self._window.glyphs)
            view.setFocus()
            said = _("Arrows move the stamp by 1 mm, with Ctrl by 5 mm. Enter puts it on a copy, Esc takes it away.")
            self._window.notices.say(said)

    def _stamp(self, mark: StampMark) -> None:
        """Put the stamp on a copy; the file itself is never altered."""
        if (scan := self.scans.scan) is not None:
            self.page.pane.view.drop_stamp()
            self._window.work_begins(_("Stamping a copy…"))
            file = UUID(scan.path.parent.name)
            self._arrivals.stamp(
                file, mark.left / POINTS_PER_MM, mark.top / POINTS_PER_MM, self._stamped, self._window.warn_of
            )

    def _stamped(self, copy: Attachment) -> None:
        self._wanted = copy
        self._done(_("A stamped copy is kept with the arrival; the scan stays as it was."))
