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
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.read_pages import LookedInto
from vpdesk.layout.geometry import POINTS_PER_MM, mm
from vpdesk.ui.case_files import show_holding
from vpdesk.ui.directing import Directing
from vpdesk.ui.forms.name_dialog import NameDialog
from vpdesk.ui.preview.stamp_mark import StampMark
from vpdesk.ui.rooms import open_record
from vpdesk.ui.scans import Scan, Scans, sheets_of
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.domain.arriving import EntryBeginning
    from vpdesk.domain.attachments import Attachment, NewFile
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.domain.issuing import LinkedDocument
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.arrivals import Case
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
        self.back: Callable[[], None] = room.show
        """Where Esc leads from the page."""
        self.directing = Directing(window, room, self)

    # --- its pages ------------------------------------------------------------------------------------------------

    @property
    def page(self) -> ArrivalPage:
        """The page of an arrival, made with the first one."""
        if self._page is None:
            from vpdesk.ui.pages.arrival_page import ArrivalPage

            window, clock = self._window, self._window.gateway.desk.clock
            parts = window.look, window.icons, window.acts
            page = ArrivalPage(*parts, clock, self.scans, lambda: self._room.officer)
            page.side.name_types(self._room.type_names())
            page.side.twin_wanted.connect(lambda twin: self.open(twin, self.back))
            page.side.case_chosen.connect(partial(open_record, FoundKind.CASE_FILE, window=window))
            page.side.file_wanted.connect(self._show_file)
            page.side.answer_wanted.connect(self._show_answer)
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

    @property
    def shows_arrival(self) -> bool:
        """Whether the page of an arrival is in sight."""
        return self._page is not None and self._window.page is self._page

    def may_undo(self, *, undoes: bool) -> None:
        """Let the page offer to undo the last act, or not."""
        if self._page is not None:
            self._page.may_undo = undoes

    def forget(self) -> UUID | None:
        """Let the pages go, for the window is built anew; the arrival that was shown."""
        shown = self._page.arrival if self._page is not None else None
        if self._page is not None:
            self.directing.keep_typed()
        self._page = self._amendment = None
        return shown.id if shown else None

    @property
    def case(self) -> Case | None:
        """The arrival whose page was shown last, with the work on it."""
        return self._page.case if self._page is not None else None

    def open(self, arrival: UUID, back: Callable[[], None] | None = None, *, directs: bool = False) -> None:
        """Show an arrival with all there is to know of it; Esc goes `back`.

        Where it waits for the directive of the officer, or he `directs` all the same, the form stands beside it.
        """
        self.back = back or self._room.show
        self._arrivals.case(arrival, partial(self._show, directs=directs), self._window.warn_of)

    def _go_back(self) -> None:
        """Put the form of a directive away that was asked for; else go back to where the page was opened from."""
        page, case = self.page, self.case
        was_asked_for = page.directs and case is not None and not self.directing.waits_for_directive(case)
        self.directing.give_up()
        if was_asked_for:
            page.leave_directive()
            page.take_keys()
        else:
            self.back()

    def _show(self, case: Case, *, directs: bool) -> None:
        self._window.settle()
        self._take_over(case)
        if directs or self.directing.waits_for_directive(case):
            self.directing.begin(case)
        else:
            self.page.leave_directive()
        self._window.show_page(self.page)

    def renew(self) -> None:
        """Read the arrival in sight again."""
        if (arrival := self.page.arrival) is not None:
            self._arrivals.case(arrival.id, self._take_over, self._window.warn_of)

    def _take_over(self, case: Case) -> None:
        self.page.show_case(case)
        side, place = self.page.side, self.page.side.cases
        show_holding(self._window, case.detail.arrival.id, lambda: place if side.cases is place else None)
        self._arrivals.copies(case.detail.files, Path(self._folder.path()), self._show_files, self._window.warn_of)

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

    def _show_answer(self, answer: LinkedDocument) -> None:
        """Show a document that answers the arrival: the draft, or its line in the register."""
        if answer.is_draft:
            self._window.open_draft(answer.record)
        else:
            open_record(FoundKind.OUTGOING, answer.record, self._window)

    # --- correcting -----------------------------------------------------------------------------------------------

    def amend(self, arrival: UUID) -> None:
        """Show the line of an arrival in the form."""

        def show(case: Case) -> None:
            self._take_over(case)
            begun: Callable[[EntryBeginning], None] = partial(self._begin_amendment, case)
            self._arrivals.begin_entry(case.detail.arrival.book, begun, self._window.warn_of)

        self._arrivals.case(arrival, show, self._window.warn_of)

    def _begin_amendment(self, case: Case, beginning: EntryBeginning) -> None:
        self._window.settle()
        self._room.entering.offer_values(self.amendment)
        self.amendment.show_line(case.detail, beginning)
        self._window.show_page(self.amendment)

    def _amend(self, entry: ArrivalEntry) -> None:
        if (arrival := self.page.arrival) is not None:
            self._arrivals.amend(arrival, entry, self._amended, self._window.warn_of)

    def _amended(self, arrival: IncomingDocument) -> None:
        self.amendment.form.is_touched = False
        said = _("Corrected: arrival number {number}. What stood there before is kept.")
        self._window.notices.say(said.format(number=arrival.written_number))
        self.open(arrival.id, self.back)

    def _leave_amendment(self) -> None:
        typed = self.amendment.entry() if self.amendment.form.is_touched else None
        self._window.show_page(self.page)
        if typed is not None:

            def undo() -> None:
                self.amendment.show_typed(typed)
                self._window.show_page(self.amendment)

            self._window.notices.say(_("The correction was not saved."), _("&Undo"), undo)

    # --- making void ----------------------------------------------------------------------------------------------

    def ask_to_void(self, arrival: IncomingDocument) -> None:
        """Ask why a line is to be void."""
        act = _("Make number {number} void").format(number=arrival.written_number)
        asked = _("Why? The register prints it. The number is never used again.")
        dialog = NameDialog(act, asked, act, "", self._window.icons, self._window, _("Say why."))
        dialog.named.connect(lambda reason: self._arrivals.void(arrival.id, reason, self._voided, self._window.warn_of))
        dialog.open()

    def _voided(self, arrival: IncomingDocument) -> None:
        self._room.done(_("Arrival number {number} is void.").format(number=arrival.written_number))

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
        self._arrivals.attach(arrival, (file,), lambda _files: self._room.done(_("File added.")), self._window.warn_of)

    def ask_for_files(self) -> None:
        """Ask for files that belong to the arrival in sight."""
        self._room.ask_for_paths(_("Add files"), self._brought.add)

    # --- papers ---------------------------------------------------------------------------------------------------

    def offer_papers(self) -> None:
        """Offer the papers of the arrival in sight, to be printed."""
        arrival, window = self.page.arrival, self._window
        if arrival is None:
            return
        menu, given = QMenu(window), partial(self._print, arrival.id)
        for words, make in (
            (_("Arrival stamp on a label"), self._arrivals.label),
            (_("Handling slip"), self._arrivals.handling_slip),
        ):
            act = menu.addAction(words)
            act.triggered.connect(lambda _checked=False, make=make: make(arrival.id, given, window.warn_of))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(window.mapToGlobal(QPoint(window.width() - menu.sizeHint().width() - 24, _UNDER_BAR)))

    def _print(self, arrival: UUID, document: PagedDocument) -> None:
        from vpdesk.ui.commands import ask_printer

        told = partial(self._arrivals.tell_printed, arrival, lambda _nothing: self.renew(), self._window.warn_of)
        ask_printer(self._window, document, lambda out: self._export(document, out), told)

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
        self._room.done(_("A stamped copy is kept with the arrival; the scan stays as it was."))
