"""The room of the desk: asks what waits, shows it, and does the act of a row where that belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from vpdesk.domain.arriving import ArrivalView
from vpdesk.domain.desks import DeskAct, SectionKind, Topic
from vpdesk.domain.outgoing_list import OutgoingView
from vpdesk.domain.roles import Permission
from vpdesk.domain.workflow import Status
from vpdesk.ui import case_commands, register_commands
from vpdesk.ui.models.desk_rows import Part
from vpdesk.ui.widgets.desk_delegate import PICTURE
from vpdesk.words.catalogue import N_, _

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from vpdesk.domain.desks import DeskContents, DeskRow, DeskSection
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.domain.signoff import Submitted
    from vpdesk.services.typesetting import LaidOut
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.models.desk_rows import DeskItem
    from vpdesk.ui.outgoing_room import OutgoingRoom
    from vpdesk.ui.pages.desk_page import DeskPage
    from vpdesk.ui.pages.page import Page

_RowAct = Callable[["DeskRow"], None]

_OTHERS_WORK: Final = 60_000
"""Milliseconds between two looks at what others have done."""
_BEHIND_AN_ACT: Final = 400
"""Milliseconds after an act in which others may follow it before the desk is read again."""


class DeskRoom(QObject):
    """Holds the page of the desk, and says at the rail how much waits."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._records = window.gateway.records
        self._page: DeskPage | None = None
        self._asked = 0
        self._drawn: dict[UUID, datetime | None] = {}
        self._behind_an_act = QTimer(self, interval=_BEHIND_AN_ACT, singleShot=True)
        self._now_and_then = QTimer(self, interval=_OTHERS_WORK)
        for timer in (self._behind_an_act, self._now_and_then):
            timer.timeout.connect(self._look_again)
        window.settled.connect(self._behind_an_act.start)
        self._now_and_then.start()

    # --- the page ---------------------------------------------------------------------------------------------------

    @property
    def page(self) -> DeskPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.desk_page import DeskPage

            window, desk = self._window, self._window.gateway.desk
            page = window.add(DeskPage(window.look, window.icons, desk.clock))
            page.name_types({one.code: one.name for pack in desk.packs.values() for one in pack.types})
            page.show_place(str(desk.places.data))
            page.stale.connect(self.renew)
            page.done.connect(self._do)
            page.all_wanted.connect(self._show_all)
            self._page = page
        return self._page

    def show(self) -> None:
        """Show the desk, renewed."""
        if (room := self._window.room) is not None:
            self.page.offer(writes=room.may(Permission.DRAFT), registers=room.may(Permission.REGISTER_ARRIVALS))
        self._window.show_page(self.page)
        self.renew()

    def holds(self, page: Page) -> bool:
        """Whether a page is the one of this room."""
        return page is self._page

    def rebuild(self, *, in_sight: bool) -> None:
        """Let its page go, for the window is built anew; show it again where it was in sight."""
        self._page = None
        self._drawn = {}
        if in_sight:
            self.show()
        else:
            self.renew()

    # --- what waits -------------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Read the desk again."""
        self._behind_an_act.stop()
        self._ask(self._window.warn_of)

    def _ask(self, failed: Callable[[DeskError], None]) -> None:
        self._asked += 1
        self._records.desk(partial(self._show, self._asked), failed)

    def _look_again(self) -> None:
        """Take in what was done meanwhile; what is in hand stays in hand."""
        if self._window.rooms.get("desk") is not self or not self._window.isVisible():
            # Somebody else sits at the desk, with a room of his own; or the window has gone.
            self._now_and_then.stop()
        elif self._window.room is not None and self._window.room.door.is_open:
            self._ask(self._ignore)

    def _show(self, asked: int, contents: DeskContents) -> None:
        if asked != self._asked:
            return
        self._window.rail.items["desk"].show_count(contents.count, is_urgent=contents.is_urgent)
        if self._page is not None:
            self._page.show_contents(contents)
            self._draw_first_pages(self._page, contents)

    def _ignore(self, _error: DeskError) -> None:
        """A look in between that fails is no trouble of its own: the next act tells it."""

    # --- the act of a row -------------------------------------------------------------------------------------------

    def do(self) -> None:
        """Do the act of what is in hand."""
        if self.page.item is not None:
            self._do(self.page.item)

    def number_all(self) -> None:
        """Ask for the numbers of all that wait for theirs."""
        self._outgoing.acts.issue_these(self.page.numberable)

    def _do(self, item: DeskItem) -> None:
        if item.part is Part.MORE:
            self._show_all(item.section)
        elif item.row is not None:
            self._acts[item.row.act](item.row)

    @property
    def _acts(self) -> Mapping[DeskAct, _RowAct]:
        return {
            DeskAct.WRITE: self._of_record(self._write),
            DeskAct.FOLLOW_REMARKS: self._of_record(self._follow_remarks),
            DeskAct.READ: self._of_record(self._read),
            DeskAct.FOLLOW: self._of_record(partial(self._read, waits=False)),
            DeskAct.CHECK: self._of_record(self._read),
            DeskAct.NUMBER: self._of_record(lambda dispatch: self._outgoing.acts.issue_these((dispatch,))),
            DeskAct.SUBMIT: self._of_arrival(lambda room: room.works.submit),
            DeskAct.HAND_ON: self._of_arrival(lambda room: room.works.hand_over),
            DeskAct.SIGN_FOR: self._of_arrival(lambda room: room.works.sign_for),
            DeskAct.DIRECT: self._of_record(self._open_arrival),
            DeskAct.OPEN_ARRIVAL: self._of_record(self._open_arrival),
            DeskAct.OPEN_LINE: self._of_record(self._open_line),
            DeskAct.SEE_LATE: lambda _row: self._show_arrivals(ArrivalView.OVERDUE),
            DeskAct.SEE_BOOKS: lambda _row: self._window.enter("books"),
            DeskAct.SET_UP: self._set_up,
            DeskAct.NOTHING: lambda _row: None,
        }

    def _of_record(self, act: Callable[[UUID], None]) -> _RowAct:
        """An act on the record of a row."""

        def do(row: DeskRow) -> None:
            if row.record is not None:
                act(row.record)

        return do

    def _write(self, dispatch: UUID) -> None:
        """Show a draft; the way back leads to the desk."""
        if self._window.room is not None:
            self._window.room.open_draft(dispatch, from_desk=True)

    def _follow_remarks(self, dispatch: UUID) -> None:
        """Show a draft with the first remark on it in hand."""
        if self._window.room is not None:
            self._window.room.open_at_remark(dispatch)

    def _read(self, dispatch: UUID, *, waits: bool = True) -> None:
        """Show a dispatch where it is signed, checked and followed; `waits` where that is the officer's to do."""
        if self._window.signing is not None:
            self._window.signing.show_dispatch(dispatch, waits=waits)

    def _of_arrival(self, act: Callable[[ArrivalsRoom], Callable[[Sequence[IncomingDocument]], None]]) -> _RowAct:
        """An act on the arrival of a row, which is asked for as it is now."""

        def do(arrival: UUID) -> None:
            done = act(self._arrivals)
            self._window.gateway.arrivals.detail(arrival, lambda found: done([found.arrival]), self._window.warn_of)

        return self._of_record(do)

    def _may(self, permission: Permission) -> bool:
        return self._window.room is not None and self._window.room.may(permission)

    def _open_arrival(self, arrival: UUID) -> None:
        """Show an arrival; Esc comes back to the desk."""
        self._arrivals.in_hand.open(arrival, self.show)

    def _open_line(self, line: UUID) -> None:
        """Show a line of the register; Esc comes back to the desk."""
        self._outgoing.open_line(line, self.show)

    def _set_up(self, row: DeskRow) -> None:
        """Go where the step of a row is set, or say who does that where this officer may not."""
        act = self._window.acts[_WHERE[row.topic]] if row.topic in _WHERE else None
        shown = _SHOWN.get(row.topic) if row.topic is not None else None
        if act is not None and act.isEnabled():
            act.trigger()
        elif shown is not None and self._may(shown.needs):
            shown.show(self._window)
        elif row.topic in _SET_BY:
            self._window.notices.say(_(_SET_BY[row.topic]))

    # --- the places -------------------------------------------------------------------------------------------------

    @property
    def _arrivals(self) -> ArrivalsRoom:
        from vpdesk.ui.arrivals_room import ArrivalsRoom

        room = self._window.room_of("arrivals")
        assert isinstance(room, ArrivalsRoom)  # noqa: S101
        return room

    @property
    def _outgoing(self) -> OutgoingRoom:
        from vpdesk.ui.outgoing_room import OutgoingRoom

        room = self._window.room_of("outgoing")
        assert isinstance(room, OutgoingRoom)  # noqa: S101
        return room

    def _show_all(self, section: DeskSection) -> None:
        """Show the place that has a whole section."""
        kind = section.kind
        if kind is SectionKind.TO_NUMBER and self.page.numberable:
            self.number_all()
        elif kind is SectionKind.TO_HAND_ON and not section.has_more:
            self._window.acts["new_arrival"].trigger()
        elif kind in _ARRIVAL_VIEWS:
            self._show_arrivals(_ARRIVAL_VIEWS[kind])
        elif kind in _OUTGOING_VIEWS:
            self._outgoing.show_view(_OUTGOING_VIEWS[kind])
        elif kind in (SectionKind.TO_SIGN, SectionKind.TO_CHECK, SectionKind.SUBMITTED):
            self._window.acts["signing"].trigger()
        elif self._window.room is not None:
            self._window.room.show_list()
            self._window.room.list.choose_statuses(_DRAFT_STATUSES.get(kind, frozenset()))

    def _show_arrivals(self, view: ArrivalView) -> None:
        self._window.settle()
        self._arrivals.show_view(view)

    # --- the first pages of what is to be signed --------------------------------------------------------------------

    def _draw_first_pages(self, page: DeskPage, contents: DeskContents) -> None:
        """Lay out, beside the window, what is to be signed and was not laid out as it is now."""
        for section in contents.sections:
            for row in section.rows if section.kind is SectionKind.TO_SIGN else ():
                if row.record is not None and self._drawn.get(row.record) != row.at:
                    self._drawn[row.record] = row.at
                    self._records.look(row.record, partial(self._lay_out, page), self._ignore)

    def _lay_out(self, page: DeskPage, submitted: Submitted) -> None:
        dispatch = submitted.version.dispatch or submitted.draft.dispatch
        rules = dispatch.rules or submitted.draft.rules
        drawn = partial(self._draw, page, submitted.draft.id)
        self._window.gateway.lay_out_aside(dispatch, drawn, self._ignore, rules)

    def _draw(self, page: DeskPage, dispatch: UUID, laid_out: LaidOut) -> None:
        from vpdesk.ui.preview.pictures import picture_of

        if page is self._page and laid_out.document.pages:
            first = laid_out.document.pages[0]
            page.show_picture(dispatch, picture_of(first, PICTURE, page.devicePixelRatioF(), self._window.glyphs))


_ARRIVAL_VIEWS: Final = {
    SectionKind.TO_DIRECT: ArrivalView.SUBMITTED,
    SectionKind.ASSIGNED: ArrivalView.MINE,
    SectionKind.TO_HAND_ON: ArrivalView.WAITING,
    SectionKind.UNSIGNED: ArrivalView.UNDER_WAY,
    SectionKind.DEADLINES: ArrivalView.DUE_SOON,
    SectionKind.LATE_PEOPLE: ArrivalView.OVERDUE,
}
_OUTGOING_VIEWS: Final = {
    SectionKind.TO_NUMBER: None,
    SectionKind.HELD: OutgoingView.HELD,
    SectionKind.UNSENT: OutgoingView.UNSENT,
}
_DRAFT_STATUSES: Final = {
    SectionKind.DRAFTS: frozenset({Status.DRAFT}),
    SectionKind.SENT_BACK: frozenset({Status.SENT_BACK}),
}


class _Shown(NamedTuple):
    """What shows where a step is set, and what an officer needs for it."""

    needs: Permission
    show: Callable[[MainWindow], None]


_WHERE: Final = {
    Topic.BODY: "bodies",
    Topic.TERM: "bodies",
    Topic.SIGNATORIES: "signatories",
    Topic.CLERK: "officers",
    Topic.HEAD: "officers",
    Topic.SECRETS: "officers",
}
"""The acts that lead to where a step is set."""
_SHOWN: Final[Mapping[Topic, _Shown]] = {
    Topic.HOLIDAYS: _Shown(Permission.KEEP_BOOKS, register_commands.show_holidays),
    Topic.RETENTION: _Shown(Permission.KEEP_ALL_CASE_FILES, case_commands.retention_table),
}
"""The steps that are set in a dialog of a place."""
_SET_BY: Final = {
    Topic.NO_BACKUP: N_("The program copies its store once a day when it starts; the folder must be there to write."),
    Topic.HOLIDAYS: N_("A clerk enters holidays: Outgoing (Alt+4), Rows of numbers (Ctrl+B), Days off."),
    Topic.RETENTION: N_("A clerk keeps the table of retention with the case files (Alt+6)."),
}
"""What is said where a step is another's to set, or nothing of the window sets it."""
