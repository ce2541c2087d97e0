"""What waits for its signature: the list, the page in large, what changed and was remarked, the acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vpdesk.domain.access import steps_for
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.domain.signoff import NewRemark, Place, QueueRow, Remark, Submitted
from vpdesk.domain.workflow import Status, Step
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.spots import Spot
from vpdesk.services.typesetting import LaidOut, file_name
from vpdesk.ui.acts import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.marked_paper import MarkedPaper
from vpdesk.ui.pages.page import Facts, Heading
from vpdesk.ui.pages.paper_page import PaperPage
from vpdesk.ui.pages.signing_side import Lying, SigningSide, hairline, short
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.queue_pane import QueuePane, QueueView
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.happenings import held_words, readers_words
from vpdesk.words.waiting import count_words

_GLANCE = 300
"""Milliseconds after which a dispatch in sight counts as read."""
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
        self._fonts, self._remarks = fonts, remarks
        self.officer: Officer | None = None
        self.may_undo = False
        """Whether something that was signed can be taken back."""
        self.submitted: Submitted | None = None
        self._paper: MarkedPaper | None = None
        self._told: object = None
        self._compares = False
        self._change: int | None = None
        self._remark: int | None = None
        self._pointed_at: Place | None = None
        self._keys_before: QWidget | None = None
        self._place = ""
        self.queue_pane = QueuePane(look, icons, actions, now)
        self.queue = self.queue_pane.list
        self.side = SigningSide(look, icons, actions, now)
        self._turn = {
            False: _segment(_("Page")),
            True: _segment(_("What changed")),
        }
        self._turns = QWidget()
        self.empty = EmptyState(icons, "signature", _("Nothing left to sign."), _("F5 reads the list again."))
        self._desk = QStackedWidget()
        self._glance = QTimer(self, interval=_GLANCE, singleShot=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        turns = QHBoxLayout(self._turns)
        turns.setContentsMargins(0, 0, 0, 0)
        turns.setSpacing(0)
        for button in self._turn.values():
            turns.addWidget(button)
        self.bar.put_in_the_middle(self._turns)
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
        self.view.let_choose_words()
        self.queue_pane.view_chosen.connect(self.asked)
        self.queue.changed.connect(self._follow_row)
        self.queue.entered.connect(self._enter_row)
        self.queue.read_on.connect(self.view.scroll_screen)
        self.view.ran_out.connect(self.queue.step)
        self.view.clicked.connect(self._point_at)
        self.view.words_chosen.connect(self._point_at_words)
        self.view.mark_chosen.connect(self.choose_remark)
        for changed, button in self._turn.items():
            button.clicked.connect(lambda _checked=False, changed=changed: self.show_changes(shown=changed))
        self._glance.timeout.connect(lambda: self.looked_at.emit(self.submitted.draft.id if self.submitted else None))
        side = self.side
        side.change_chosen.connect(self._choose_change)
        side.remark_chosen.connect(self.choose_remark)
        side.remark_removed.connect(self._remove_remark)
        side.finding_chosen.connect(self.view.outline)
        side.field.entered.connect(self._add_remark)
        side.field.left.connect(self._leave_field)

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
        state = (row.id, row.version, row.status, row.signers) if row else None
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
        before = submitted.seen.dispatch if submitted and submitted.seen else None
        self._paper = MarkedPaper(laid_out, before, self._fonts) if laid_out else None
        if is_other:
            self._leave_field()
            self._change = self._remark = self._pointed_at = None
            self._compares = before is not None
        self._desk.setCurrentIndex(0 if submitted else 1)
        self.show_laid_out(laid_out)
        if is_other:
            self.view.turn_to(0)
        self._turns.setVisible(before is not None)
        self.renewed.emit()
        self._say()
        self._mark()
        if submitted is not None and laid_out is not None and self.isVisible():
            self._glance.start()

    def show_laid_out(self, laid_out: LaidOut | None) -> None:
        # The findings stand in the pane beside, not under the page.
        self.laid_out = laid_out
        self.thumbnails.show_document(self.document)
        self.view.show_document(self.document)

    def _say(self) -> None:
        """Fill the pane beside the page."""
        submitted, paper = self.submitted, self._paper
        if submitted is None:
            self.side.show_lying(None, [])
            return
        changes = paper.changes if paper else ()
        areas = [paper.change_areas(change) for change in changes] if paper else []
        lying = Lying(
            submitted,
            changes,
            tuple(found[0].page if found else None for found in areas),
            self.laid_out.findings if self.laid_out else (),
            self._state(submitted),
            readers_words(row) if (row := self._row()) and self._owns(submitted) else "",
            self._foot(),
            self._may_remark(),
        )
        self.side.show_lying(lying, self.new_remarks)
        self.side.mark_change(self._change if self._compares else None)
        self.side.mark_remark(self._remark)

    def _state(self, submitted: Submitted) -> str:
        """For whom it waits; nothing where it waits for the officer."""
        blocks = [block.name or "" for block in submitted.draft.dispatch.signing if block.name]
        names = tuple(blocks[number] for number in submitted.missing)
        return "" if submitted.waits_for_me else held_words(submitted.draft.progress.status, names)

    def _foot(self) -> str:
        served = self.serves()
        if new := len(self.new_remarks):
            said = ngettext("{count} remark is not sent yet.", "{count} remarks are not sent yet.", new)
            return said.format(count=format_number(new))
        if Where.SIGNABLE in served:
            return _("Once it is signed, the clerk numbers and seals it.")
        return ""

    def _row(self) -> QueueRow | None:
        return next((row for row in self.queue.rows if row.id == _id(self.submitted)), None)

    def _owns(self, submitted: Submitted) -> bool:
        return self.officer is not None and submitted.draft.owner == self.officer.id

    # --- what changed -----------------------------------------------------------------------------------------------

    def show_changes(self, *, shown: bool) -> None:
        """Show on the page what changed since the last reading, or the page as it is."""
        self._compares = shown and bool(self.submitted and self.submitted.seen)
        self._mark()

    def step_change(self) -> None:
        """Take the next change in hand, after the last the first."""
        if self._paper is not None and (count := len(self._paper.changes)):
            self._choose_change(0 if self._change is None else (self._change + 1) % count)

    def _choose_change(self, place: int) -> None:
        self._change, self._compares = place, True
        self._mark()
        if self._paper is not None and (areas := self._paper.change_areas(self._paper.changes[place])):
            self.view.reveal(areas[0])

    def _mark(self) -> None:
        """Show on the page what is to be shown of changes and remarks."""
        for changed, button in self._turn.items():
            button.setChecked(changed == self._compares)
        self.side.mark_change(self._change if self._compares else None)
        self.side.mark_remark(self._remark)
        if self._paper is not None:
            changes = self._paper.change_marks(self._change) if self._compares else ()
            remarks = self._paper.remark_marks(self._all_remarks(), self._remark)
            self.view.show_marks((*changes, *remarks, *self._paper.place_mark(self._pointed_at)))

    # --- remarks ----------------------------------------------------------------------------------------------------

    @property
    def new_remarks(self) -> list[NewRemark]:
        """The remarks on the dispatch in hand that were not sent yet."""
        return self._remarks.get(self.submitted.draft.id, []) if self.submitted else []

    def _all_remarks(self) -> list[Remark | NewRemark]:
        return [*(self.submitted.remarks if self.submitted else ()), *self.new_remarks]

    def begin_remark(self) -> None:
        """Begin a remark on the words that were pointed at, or on the whole."""
        if self._paper is None:
            return
        if not self.side.field.isVisible():
            self._keys_before = self.focusWidget()
        quote = short(self._paper.quote(self._pointed_at)) if self._pointed_at else ""
        about = _("Remark on “{words}”").format(words=quote) if quote else _("Remark on the whole dispatch")
        self.side.field.begin(about)

    def take_remarks(self) -> tuple[NewRemark, ...]:
        """The remarks to be sent, what is just being written among them."""
        if self.side.field.text:
            self._add_remark()
        return tuple(self.new_remarks)

    def choose_remark(self, number: int) -> None:
        """Take a remark in hand, by its number from 1, and show where it stands."""
        self._remark = number
        self._mark()
        if self._paper is not None and (areas := self._paper.remark_areas(self._all_remarks()[number - 1])):
            self.view.reveal(areas[0])

    def _add_remark(self) -> None:
        text, paper, place = self.side.field.text, self._paper, self._pointed_at
        if text and paper is not None and self.submitted is not None:
            quote = paper.quote(place) if place else ""
            self._remarks.setdefault(self.submitted.draft.id, []).append(NewRemark(text, place, quote))
        self._leave_field()
        self._renew_remarks()

    def _remove_remark(self, place: int) -> None:
        del self.new_remarks[place]
        self._remark = None
        self._renew_remarks()
        self.take_keys()

    def _renew_remarks(self) -> None:
        self.renewed.emit()
        self._say()
        self._mark()

    def _leave_field(self) -> None:
        """Put the field away and give the keys back to where they were."""
        had_keys = self.side.field.input.hasFocus()
        self.side.field.clear()
        self._pointed_at = None
        self.view.forget_choice()
        self._mark()
        if had_keys:
            (self._keys_before or self.queue).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _point_at(self, page: int, x: float, y: float) -> None:
        """A click: what is remarked next is about the text there."""
        self._pointed_at = self._paper.text_under(page, x, y) if self._may_remark() and self._paper else None
        self._follow_pointing()

    def _point_at_words(self, first: Spot, last: Spot) -> None:
        self._pointed_at = self._paper.words_between(first, last) if self._may_remark() and self._paper else None
        self._follow_pointing()

    def _follow_pointing(self) -> None:
        self._mark()
        if self.side.field.isVisible():
            self.begin_remark()

    def _may_remark(self) -> bool:
        return Where.RETURNABLE in self.serves()

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
        return frozenset(served | self._steps())

    def _steps(self) -> set[Where]:
        """What the officer may do with the dispatch in hand."""
        officer, lying = self.officer, self.submitted
        if officer is None or lying is None or self.laid_out is None:
            return set()
        progress, number = lying.draft.progress, lying.version.number
        signed = any(
            one.officer == officer.id and one.version == number and one.taken_back_at is None
            for one in lying.signatures
        )
        steps = steps_for(officer, lying.draft.owner, progress, has_signed=signed)
        served = {Where.COMPARABLE} if lying.seen is not None else set()
        if Step.SEND_BACK in steps:
            served.add(Where.RETURNABLE)
        if Step.WITHDRAW in steps:
            served.add(Where.WITHDRAWABLE)
        main = self._main_step(officer, lying, takes_back=Step.TAKE_BACK in steps or signed)
        return served | ({main} if main else set())

    def _main_step(self, officer: Officer, lying: Submitted, *, takes_back: bool) -> Where | None:
        """The one act of Ctrl+Enter. What was remarked is sent back or taken away before anything is signed."""
        is_submitted = lying.draft.progress.status is Status.SUBMITTED
        if lying.waits_for_me:
            main = Where.SIGNABLE if is_submitted else Where.CHECKABLE
            return None if self.new_remarks else main
        if lying.outside and is_submitted and officer.may(Permission.RECORD_SIGNATURE):
            return Where.RECORDABLE
        return Where.TAKABLE_BACK if takes_back else None

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

    def file_name(self) -> str:
        return file_name(self.laid_out.dispatch) if self.laid_out else ""

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.queue, self.view, self.side.pane]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        self.queue.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        """Esc: the pointing at words, then the choice of several, then the page's hold on the keys."""
        if self._pointed_at is not None:
            self._leave_field()
            return True
        if super().put_away() or self.queue.choose_one():
            return True
        if self.queue.hasFocus():
            return False
        self.take_keys()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needs_width = self.window().width() < _ROOMY
        if needs_width != self.needs_width:
            self.needs_width = needs_width
            self.renewed.emit()

    def showEvent(self, event: object) -> None:
        if self.submitted is not None and self.laid_out is not None:
            self._glance.start()


def _id(submitted: Submitted | None) -> UUID | None:
    return submitted.draft.id if submitted else None


def _segment(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "segment")
    button.setCheckable(True)
    return button
