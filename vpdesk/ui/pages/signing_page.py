"""What waits for its signature: the list, the page in large, what changed and was remarked, the acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.signoff import NewRemark, QueueRow, Submitted
from vpdesk.layout.fonts import FontBook
from vpdesk.services.typesetting import LaidOut, file_name
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.lying import lying_before
from vpdesk.ui.pages.page import Facts, Heading
from vpdesk.ui.pages.paper_page import PaperPage
from vpdesk.ui.pages.remarking import Remarking
from vpdesk.ui.pages.signing_side import SigningSide, hairline
from vpdesk.ui.pages.signing_steps import served_steps
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.queue_pane import QueuePane, QueueView
from vpdesk.words.catalogue import _
from vpdesk.words.happenings import readers_words
from vpdesk.words.waiting import count_words

_GLANCE = 300
"""Milliseconds after which a dispatch in sight counts as read."""
_SHARE = 0.3
"""What the list and the pane take at the most of the page's width: the rest is for the dispatch."""
_ROOMY = 1400
"""Pixels of a window in which the rail has its names beside the list, the page and the pane."""


class SigningPage(PaperPage):
    """Shows the dispatch in hand; tells when another is wanted and when one was looked at long enough."""

    place = "signing"
    has_compact_bar = True
    more = ("print_pile", "export_pile")
    asked = Signal()
    """Other rows are wanted: `queue_pane.view` says which."""
    wanted = Signal(object)
    """The id of the dispatch in hand, whose pages are wanted."""
    looked_at = Signal(object)
    """The id of a dispatch that was in sight for a while."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        glyphs: Glyphs,
        actions: Mapping[str, QAction],
        now: Callable[[], datetime],
        fonts: FontBook,
        remarks: dict[UUID, list[NewRemark]],
    ) -> None:
        """`remarks` are those that were not sent yet, by dispatch: they outlive the page."""
        super().__init__(look, icons, glyphs, actions)
        self.officer: Officer | None = None
        self.may_undo = False
        """Whether something that was signed can be taken back."""
        self.submitted: Submitted | None = None
        self._told: object = None
        self._place = ""
        self.queue_pane = QueuePane(look, icons, actions, now)
        self.queue = self.queue_pane.list
        self.side = SigningSide(look, icons, actions, now)
        self.remarking = Remarking(self.view, self.side, fonts, remarks)
        self.empty = EmptyState(icons, "signature", _("Nothing left to sign."), _("F5 reads the list again."))
        self._desk = QStackedWidget()
        self._glance = QTimer(self, interval=_GLANCE, singleShot=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.bar.put_in_the_middle(self.remarking.turns)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        desk = QWidget()
        panes = QHBoxLayout(desk)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        for pane, stretch in ((self.thumbnails, 0), (paper, 1), (hairline(), 0), (self.side, 0)):
            panes.addWidget(pane, stretch)
        self.thumbnails.hide()
        self._desk.addWidget(desk)
        self._desk.addWidget(self.empty)
        self._desk.setCurrentWidget(self.empty)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.queue_pane)
        whole.addWidget(hairline())
        whole.addWidget(self._desk, 1)

    def _connect(self) -> None:
        self.queue_pane.view_chosen.connect(self.asked)
        self.queue.changed.connect(self._follow_row)
        self.queue.entered.connect(self._enter_row)
        self.queue.read_on.connect(self.view.scroll_screen)
        self.view.ran_out.connect(self.queue.step)
        self.remarking.changed.connect(self._follow_remarks)
        self.side.secret.left.connect(self.take_keys)
        self._glance.timeout.connect(self._tell_look)

    # --- the list ---------------------------------------------------------------------------------------------------

    def seat(self, officer: Officer) -> None:
        """Serve this officer from now on."""
        self.officer = officer
        signs = officer.may(Permission.SIGN_OFF) or officer.may(Permission.CHECK_FORM)
        self.queue_pane.offer_views(has_own=signs)

    def show_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Show these rows of what was submitted, those that wait for the officer first."""
        if self.queue_pane.view is QueueView.MINE:
            rows = tuple(row for row in rows if row.waits_for_me)
        self.queue.show_rows(tuple(sorted(rows, key=lambda row: not row.waits_for_me)))
        if not rows:
            self.show_submitted(None, None)
        self._follow_row()

    def mark_read(self, draft: UUID, version: int) -> None:
        """This version of a dispatch was read: its dot goes."""
        for row in self.queue.rows:
            if row.id == draft and row.read_version != version:
                self.queue.put(replace(row, read_version=version))

    def _follow_row(self) -> None:
        """Ask for the pages of the row in hand where they are others than those in sight."""
        self.queue_pane.show_pile()
        row = self.queue.row
        state = (row.id, row.version, row.status, row.signers, row.readers) if row else None
        if state != self._told:
            self._told = state
            self._glance.stop()
            if row is not None:
                self.wanted.emit(row.id)
        self.renewed.emit()

    def _enter_row(self) -> None:
        """Enter: of several chosen to the first that was not read, of one to its page."""
        if unread := self.queue_pane.unread:
            self.queue.look_at(unread[0].id)
        else:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- the dispatch in hand ---------------------------------------------------------------------------------------

    def show_submitted(self, submitted: Submitted | None, laid_out: LaidOut | None) -> None:
        """Show a dispatch with its pages, from its beginning where another was in sight; None for none."""
        is_other = _id(submitted) != _id(self.submitted)
        self.submitted = submitted
        self._desk.setCurrentIndex(0 if submitted else 1)
        self.show_laid_out(laid_out)
        if is_other:
            self.view.turn_to(0)
            if self.side.secret.put_away():
                self.take_keys()
        self.remarking.take_up(submitted, laid_out)
        self._share_bar()
        self._follow_remarks()
        self._begin_look()

    def show_laid_out(self, laid_out: LaidOut | None) -> None:
        # The findings stand in the pane beside, not under the page.
        self.laid_out = laid_out
        self.thumbnails.show_document(self.document)
        self.view.show_document(self.document)

    def _follow_remarks(self) -> None:
        """Bring the acts and the pane beside the page up to the dispatch in hand and what was remarked on it."""
        had_keys = self.side.pane.isAncestorOf(self.focusWidget())
        self.renewed.emit()
        served, new = self.serves(), self.remarking.new
        self.remarking.is_offered = Where.RETURNABLE in served
        lying = None
        if self.submitted is not None:
            parts = self.submitted, self.remarking.paper, self.laid_out, served
            lying = lying_before(*parts, new_remarks=len(new), readers=self._readers())
        self.side.show_lying(lying, new)
        self.remarking.mark()
        if had_keys:
            self.take_keys()

    def _readers(self) -> str:
        """Who has opened a dispatch of the officer's own."""
        row = next((row for row in self.queue.rows if row.id == _id(self.submitted)), None)
        is_own = row is not None and self.officer is not None and row.owner == self.officer.id
        return readers_words(row) if row is not None and is_own else ""

    def _begin_look(self) -> None:
        """From now on the dispatch in hand is looked at, where it is in sight."""
        if self.submitted is not None and self.laid_out is not None and self.isVisible():
            self._glance.start()

    def _tell_look(self) -> None:
        if self.submitted is not None:
            self.looked_at.emit(self.submitted.draft.id)

    # --- what the window says of it ---------------------------------------------------------------------------------

    def serves(self) -> frozenset[Where]:
        served = set(super().serves()) - {Where.FINDINGS}
        if self.may_undo:
            served.add(Where.UNDOABLE)
        if self.queue.rows:
            served.add(Where.QUEUE)
            if self.officer is not None and self.officer.may(Permission.PRINT_SLIPS):
                served = served - {Where.PAPER} | {Where.PILE}
        if self.queue_pane.pile:
            return frozenset(served | ({Where.SIGNABLE_PILE} if self.queue_pane.may_sign_pile else set()))
        if self.officer is not None and self.submitted is not None and self.laid_out is not None:
            has_new = bool(self.remarking.new)
            served |= served_steps(self.officer, self.submitted, has_new_remarks=has_new)
        return frozenset(served)

    def enter(self) -> None:
        super().enter()
        self.side.show_acts(self.serves())
        self.queue_pane.show_pile()

    def show_place(self, place: str) -> None:
        """Say where the office's records are kept."""
        self._place = place

    def heading(self) -> Heading:
        waiting = sum(row.waits_for_me for row in self.queue.rows)
        return Heading(_("For signature"), chips=((count_words(waiting), "muted"),) if waiting else ())

    def title(self) -> str:
        return _("For signature")

    def facts(self) -> Facts:
        rules = self.laid_out.pack.title if self.laid_out else ""
        return Facts(_("This machine") if self._place else "", self._place, rules)

    def records(self) -> tuple[UUID, ...]:
        if Where.PILE in self.serves():
            return tuple(row.id for row in self.queue_pane.pile or self.queue.rows)
        return (self.submitted.draft.id,) if self.submitted else ()

    def file_name(self) -> str:
        return file_name(self.laid_out.dispatch) if self.laid_out else ""

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.queue, self.view, self.side.pane]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        self.queue.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        """Esc: the pointing at words, then the choice of several, then the page's hold on the keys."""
        if self.remarking.leave() or super().put_away() or self.queue.choose_one():
            return True
        if self.queue.hasFocus():
            return False
        self.take_keys()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.queue_pane.keep_within(round(_SHARE * self.width()))
        self.side.keep_within(round(_SHARE * self.width()))
        self._share_bar()
        needs_width = self.window().width() < _ROOMY
        if needs_width != self.needs_width:
            self.needs_width = needs_width
            self.renewed.emit()

    def _share_bar(self) -> None:
        """Leave the turns out of a bar too narrow for them: their keys do it too."""
        can_turn = self.submitted is not None and self.submitted.seen is not None
        room = self.width() - self.queue_pane.width() - self.side.width()
        needed = self.bar.minimumSizeHint().width()
        needed += 0 if self.remarking.turns.isVisibleTo(self.bar) else self.remarking.turns.sizeHint().width()
        self.remarking.turns.setVisible(can_turn and needed <= room)

    def showEvent(self, event: QShowEvent) -> None:
        self._begin_look()

    def aside(self) -> int:
        return self.side.width() if self.submitted is not None else 0


def _id(submitted: Submitted | None) -> UUID | None:
    return submitted.draft.id if submitted else None
