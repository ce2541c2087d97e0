"""Changes and remarks in hand: marked on the page, listed beside it, walked, added and taken away."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vpdesk.domain.signoff import NewRemark, Place, Remark, Submitted
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.spots import Spot
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.pages.marked_paper import MarkedPaper
from vpdesk.ui.pages.signing_side import SigningSide, short
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.words.catalogue import _


class Remarking(QObject):
    """Keeps the page and the pane beside it in step. `remarks` are those not sent yet, by dispatch: they outlive it."""

    changed = Signal()
    """A remark was added or taken away."""

    def __init__(
        self, view: PreviewView, side: SigningSide, fonts: FontBook, remarks: dict[UUID, list[NewRemark]]
    ) -> None:
        super().__init__(side)
        self._view, self._side, self._fonts, self._remarks = view, side, fonts, remarks
        self._submitted: Submitted | None = None
        self._keys_before: QWidget | None = None
        self._change: int | None = None
        self._remark: int | None = None
        self._pointed_at: Place | None = None
        self.paper: MarkedPaper | None = None
        self.compares = False
        """Whether what changed is marked on the page."""
        self.is_offered = False
        """Whether the dispatch in hand may be remarked."""
        self.turn = {changed: _segment(words) for changed, words in ((False, _("Page")), (True, _("What changed")))}
        self.turns = QWidget()
        row = QHBoxLayout(self.turns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.turn.values():
            row.addWidget(button)
        self._connect()

    def _connect(self) -> None:
        view, side = self._view, self._side
        view.let_choose_words()
        view.clicked.connect(self._point_at)
        view.words_chosen.connect(self._point_at_words)
        view.mark_chosen.connect(self.choose_remark)
        self.turn[False].clicked.connect(lambda: self.show_changes(shown=False))
        self.turn[True].clicked.connect(lambda: self.show_changes(shown=True))
        side.change_chosen.connect(self._choose_change)
        side.remark_chosen.connect(self.choose_remark)
        side.remark_removed.connect(self._remove)
        side.finding_chosen.connect(view.outline)
        side.field.entered.connect(self._add)
        side.field.left.connect(self.leave)

    def take_up(self, submitted: Submitted | None, laid_out: LaidOut | None) -> None:
        """Take a dispatch in hand; one that was read before opens on what changed since."""
        before = submitted.seen.dispatch if submitted and submitted.seen else None
        is_other = _id(submitted) != _id(self._submitted)
        self._submitted = submitted
        self.paper = MarkedPaper(laid_out, before, self._fonts) if laid_out else None
        if is_other:
            self._change = self._remark = None
            self.compares = before is not None
            self.leave()

    def mark(self) -> None:
        """Show what is in hand, on the page and beside it."""
        for changed, button in self.turn.items():
            button.setChecked(changed == self.compares)
        self._side.mark_change(self._change if self.compares else None)
        self._side.mark_remark(self._remark)
        if self.paper is not None:
            changes = self.paper.change_marks(self._change) if self.compares else ()
            remarks = self.paper.remark_marks(self._all, self._remark)
            self._view.show_marks((*changes, *remarks, *self.paper.place_mark(self._pointed_at)))

    # --- what changed -----------------------------------------------------------------------------------------------

    def show_changes(self, *, shown: bool) -> None:
        """Show on the page what changed since the last reading, or the page as it is."""
        self.compares = shown and bool(self._submitted and self._submitted.seen)
        self.mark()

    def step_change(self) -> None:
        """Take the next change in hand, after the last the first."""
        if self.paper is not None and (count := len(self.paper.changes)):
            self._choose_change(0 if self._change is None else (self._change + 1) % count)

    def _choose_change(self, place: int) -> None:
        self._change, self.compares = place, True
        self.mark()
        if self.paper is not None and (areas := self.paper.change_areas(self.paper.changes[place])):
            self._view.reveal(areas[0])

    # --- remarks ----------------------------------------------------------------------------------------------------

    @property
    def new(self) -> list[NewRemark]:
        """The remarks on the dispatch in hand that were not sent yet."""
        return self._remarks.get(self._submitted.draft.id, []) if self._submitted else []

    @property
    def _all(self) -> list[Remark | NewRemark]:
        return [*(self._submitted.remarks if self._submitted else ()), *self.new]

    def begin(self) -> None:
        """Begin a remark on the words that were pointed at, or on the whole."""
        if self.paper is None:
            return
        if not self._side.field.isVisible():
            self._keys_before = self._side.window().focusWidget()
        quote = short(self.paper.quote(self._pointed_at)) if self._pointed_at else ""
        about = _("Remark on “{words}”").format(words=quote) if quote else _("Remark on the whole dispatch")
        self._side.field.begin(about)

    def take(self) -> tuple[NewRemark, ...]:
        """The remarks to be sent, what is just being written among them."""
        if self._side.field.text:
            self._add()
        return tuple(self.new)

    def leave(self) -> bool:
        """Put away the field and what was pointed at, and give the keys back; whether there was anything."""
        was_there = self._pointed_at is not None or self._side.field.isVisible()
        had_keys = self._side.field.input.hasFocus()
        self._side.field.clear()
        self._pointed_at = None
        self._view.forget_choice()
        self.mark()
        if had_keys and self._keys_before is not None:
            self._keys_before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return was_there

    def choose_remark(self, number: int) -> None:
        """Take a remark in hand, by its number from 1, and show where it stands."""
        self._remark = number
        self.mark()
        if self.paper is not None and (areas := self.paper.remark_areas(self._all[number - 1])):
            self._view.reveal(areas[0])

    def _add(self) -> None:
        text, place = self._side.field.text, self._pointed_at
        if text and self.paper is not None and self._submitted is not None:
            quote = self.paper.quote(place) if place else ""
            self._remarks.setdefault(self._submitted.draft.id, []).append(NewRemark(text, place, quote))
        self.leave()
        self.changed.emit()

    def _remove(self, place: int) -> None:
        del self.new[place]
        self._remark = None
        self.changed.emit()

    def _point_at(self, page: int, x: float, y: float) -> None:
        """A click: what is remarked next is about the text there."""
        if self.paper is not None and self.is_offered:
            self._point(self.paper.text_under(page, x, y))

    def _point_at_words(self, first: Spot, last: Spot) -> None:
        if self.paper is not None and self.is_offered:
            self._point(self.paper.words_between(first, last))

    def _point(self, place: Place | None) -> None:
        self._pointed_at = place
        self.mark()
        if self._side.field.isVisible():
            self.begin()


def _id(submitted: Submitted | None) -> UUID | None:
    return submitted.draft.id if submitted else None


def _segment(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "segment")
    button.setCheckable(True)
    return button
