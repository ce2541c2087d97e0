"""Entering arrivals: the form at the left, the scan at the right, the lines entered last below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vpdesk.domain.arriving import ArrivalDetail, ArrivalEntry, ArrivalValues, EntryBeginning, entry_of
from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.arrival_form import ArrivalForm
from vpdesk.ui.forms.field import link
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.forms.proposals import Proposals
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Heading, Page, Sheets
from vpdesk.ui.scans import Scans, scans_taken
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.newest_lines import NewestLines
from vpdesk.ui.widgets.scan_pane import ScanPane
from vpdesk.words.catalogue import _, format_day

_FORM = 520
_EDGE = 24
_SHOWN = 5
_BESIDE = 400
"""Pixels that the form leaves to the scan where it can."""
_SCROLL_BAR = 12
_MORE = ("repeat_row", "take_proposals", "add_scans", "next_scan", "previous_scan", "drop_scan")


class ArrivalEntryPage(Page):
    """Takes an entry in hand and tells when it is to be registered; what comes of it is shown by its room."""

    place: ClassVar[str] = "arrivals"
    registered = Signal(object, bool)
    """An ArrivalEntry that is whole, and whether the next one follows."""
    identified = Signal(object)
    """An ArrivalEntry that may be known already."""
    book_chosen = Signal(object)
    """The id of another book."""
    opened = Signal(object)
    """The id of an arrival that is to be shown."""
    left = Signal()
    """Esc: the list is wanted."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        today: Callable[[], date],
        now: Callable[[], datetime],
        scans: Scans,
        *,
        amends: bool = False,
    ) -> None:
        """Where it `amends`, a line is corrected that is in the register already."""
        super().__init__()
        self.amends = amends
        self.more = () if amends else _MORE
        self._look = look
        self._last: IncomingDocument | None = None
        self._twin: IncomingDocument | None = None
        self._book: object = None
        self.form = ArrivalForm(look, icons, today)
        self.proposals = Proposals(self.form)
        self.scans = scans
        self.pane = ScanPane(look, icons, actions, scans, is_kept=amends)
        self._number_name = label("", "field")
        self._number_name.setIndent(0)
        self.number = label("")
        self.number.setIndent(0)
        self.number.setFont(look.scale.font(22, QFont.Weight.DemiBold))
        self.book = Choice(icons)
        self.book.setAccessibleName(_("Book"))
        again = link(_("Repeat the row before"))
        again.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        again.setToolTip(actions["repeat_row"].toolTip())
        again.clicked.connect(actions["repeat_row"].trigger)
        self.newest = NewestLines(look, now, again)
        main = "save_amendment" if amends else "register_next"
        self.next = ActButton(actions[main], "check", look, icons, "primary")
        self.only = ActButton(actions["register_only"], "inbox", look, icons)
        if amends:
            self.only.hide()
        self._arrange()
        self._connect()
        self._follow_scan()

    # --- building -------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.form)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.next)
        acts.addWidget(self.only)
        acts.addStretch(1)
        column.addLayout(acts)
        if not self.amends:
            column.addWidget(self._hairline())
            column.addWidget(self.newest)
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.row.addWidget(self.area)
        self.row.addWidget(self._hairline(upright=True))
        self.row.addWidget(self.pane, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _head(self) -> QHBoxLayout:
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(self._number_name)
        number.addWidget(self.number)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(number)
        row.addStretch(1)
        row.addWidget(self.book, 0, Qt.AlignmentFlag.AlignBottom)
        day = self.form.fields["arrived_on"]
        day.setFixedWidth(round(170 * max(1.0, self._look.scale.body / 10)))
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _hairline(self, *, upright: bool = False) -> QFrame:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedWidth(1) if upright else line.setFixedHeight(1)
        line.setProperty("type", "edge")
        return line

    def _connect(self) -> None:
        form = self.form
        form.identified.connect(lambda: self.identified.emit(form.entry()))
        form.ended.connect(lambda: self.next.setFocus(Qt.FocusReason.TabFocusReason))
        form.edited.connect(self.renewed)
        form.in_hand.connect(lambda _member: self._keep_in_sight())
        self.proposals.outlined.connect(self.pane.view.outline)
        self.proposals.changed.connect(self.renewed)
        self.pane.changed.connect(self._follow_scan)
        self.book.edited.connect(lambda: self.book_chosen.emit(self.book.value()))
        self.newest.chosen.connect(self.opened)

    def _follow_scan(self) -> None:
        scan = self.scans.scan
        self.proposals.show(scan.looked.proposals if scan is not None and scan.looked is not None else ())
        self.renewed.emit()

    def _keep_in_sight(self) -> None:
        focus = self.focusWidget()
        if self.area.isAncestorOf(focus):
            self.area.ensureWidgetVisible(focus, 0, 48)

    # --- an entry -------------------------------------------------------------------------------------------------

    def offer(self, types: tuple[DocumentType, ...], values: ArrivalValues) -> None:
        """Offer the types of a catalogue, and what was typed before."""
        self.form.offer(types, values)

    def begin(self, beginning: EntryBeginning) -> None:
        """Begin with the next number of a book."""
        self._last = beginning.last[0] if beginning.last else None
        self._book = beginning.book.id
        self.book.offer(*((one.name, one.id) for one in beginning.books))
        self.book.show_value(beginning.book.id)
        self.book.setVisible(len(beginning.books) > 1)
        named = _("Arrival number · {book} {year}").format(book=beginning.book.name, year=beginning.year)
        self._number_name.setText(named)
        self.number.setText(f"{beginning.next_number:02d}")
        self.number.setAccessibleName(f"{named}: {self.number.text()}")
        if not self.amends:
            self.newest.show_lines(beginning.last[:_SHOWN])
        self.form.begin(beginning)
        self.proposals.follow()
        self.show_twins(())

    def show_line(self, detail: ArrivalDetail, beginning: EntryBeginning) -> None:
        """Show a line that is to be corrected; its number stays."""
        self.begin(replace(beginning, book=detail.book, year=detail.arrival.year, last=()))
        self.number.setText(detail.arrival.written_number)
        self.book.hide()
        self.form.show_entry(entry_of(detail.arrival))
        self.form.is_touched = False

    def change_book(self, beginning: EntryBeginning) -> None:
        """Go on with the next number of another book; what was typed stays."""
        typed, was_touched = self.form.entry(), self.form.is_touched
        self.begin(beginning)
        self.form.show_entry(typed)
        self.form.is_touched = was_touched

    def show_typed(self, entry: ArrivalEntry) -> None:
        """Show what was typed before, to go on with it."""
        self.form.show_entry(entry)
        self.form.is_touched = True
        self.proposals.follow()

    def entry(self) -> ArrivalEntry:
        """The entry in hand."""
        return replace(self.form.entry(), book=self._book)  # type: ignore[arg-type] # the id of a book

    def register(self, *, goes_on: bool) -> None:
        """Have the entry registered, or what is missing told."""
        if self.form.check():
            self.registered.emit(self.entry(), goes_on)

    def repeat(self) -> None:
        """Repeat of the line before what the field in hand has there; in the first field all of it."""
        if self._last is not None:
            member = self.form.member_in_hand()
            self.form.repeat(entry_of(self._last), None if member in (None, "sender") else member)

    def show_twins(self, twins: tuple[IncomingDocument, ...]) -> None:
        """Say that the paper is in the register already."""
        self._twin = twins[0] if twins else None
        words = ""
        if self._twin is not None:
            told = _("Already there: arrival number {number} of {day}, same number and sender. F4 shows it.")
            words = told.format(number=self._twin.written_number, day=format_day(self._twin.arrived_on))
        self.form.warn_of_twin(words)
        self.renewed.emit()

    @property
    def twin(self) -> IncomingDocument | None:
        """The arrival that is the same paper."""
        return self._twin

    # --- what the window says -------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        about = _("Correct number {number}").format(number=self.number.text())
        return Heading(_("Arrivals"), about if self.amends else _("Enter in the register"))

    def title(self) -> str:
        return _("Enter an arrival")

    def serves(self) -> frozenset[Where]:
        there = {
            Where.ENTRY: not self.amends,
            Where.AMENDING: self.amends,
            Where.TWIN: self._twin is not None,
            Where.REPEATABLE: self._last is not None,
            Where.PROPOSED: self.proposals.is_any,
            Where.SCAN: self.scans.scan is not None and not self.amends,
            Where.SCANS: len(self.scans.waiting) > 1,
            Where.PAGES: self.pane.view.page_count > 0,
        }
        return frozenset(where for where, is_there in there.items() if is_there)

    def panes(self) -> list[QWidget]:
        return [self.form, self.pane.view] if self.pane.view.isVisible() else [self.form]

    def enter(self) -> None:
        self.pane.enter()

    def sheets(self) -> Sheets:
        return self.pane.view

    def takes(self, paths: Sequence[Path]) -> str:
        return "" if self.amends else scans_taken(paths)

    def take(self, paths: Sequence[Path]) -> None:
        self.scans.add(paths)

    def take_keys(self) -> None:
        self.form.sender_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        self.left.emit()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = round(_FORM * max(1.0, self._look.scale.body / 10))
        inside = self.area.widget()
        least = inside.minimumSizeHint().width() + _SCROLL_BAR if inside is not None else wanted
        self.area.setFixedWidth(min(max(min(wanted, self.width() - _BESIDE), least), self.width()))
