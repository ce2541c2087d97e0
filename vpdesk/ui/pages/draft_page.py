"""The page of a draft: the form in the order of the paper, the text, the page itself as it will be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QTextEdit, QVBoxLayout, QWidget

from vpdesk.domain.blanks import Blank, BlankFinder, blank_behind
from vpdesk.domain.body import Table
from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import OpenDraft
from vpdesk.domain.errors import DeskError
from vpdesk.domain.findings import Finding
from vpdesk.domain.organisation import IssuingBody, find_body_not_of_date
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signing_findings import find_signing
from vpdesk.domain.signoff import Place, Remark, located
from vpdesk.layout.spots import Spot, caret_at, spot_at
from vpdesk.services.rules import choose_pack
from vpdesk.services.typesetting import LaidOut, file_name
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.body.body_text import BodyText
from vpdesk.ui.body.editor import BodyEditor
from vpdesk.ui.forms.dispatch_form import LEAST_WIDTH, DispatchForm
from vpdesk.ui.forms.known import Known
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.keeper import Keeper
from vpdesk.ui.pages.page import Facts, Heading, Saving
from vpdesk.ui.pages.paper_page import PaperPage, side_by_side
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.blanks_bar import BlanksBar
from vpdesk.ui.widgets.remarks_bar import RemarksBar
from vpdesk.words.catalogue import _
from vpdesk.words.wording import status_name, status_tone, urgency_name

if TYPE_CHECKING:
    from uuid import UUID

_DRAFT_WORDS = "DỰ THẢO"
"""Component 11b, on the paper and therefore never translated."""
_TEXT_LEAST, _PAGE_LEAST = 484, 360
"""Pixels: where the form leaves less than both, the text and the page take turns."""


class DraftPage(PaperPage):
    """Form and text make a dispatch; what is typed is laid out and kept as it comes."""

    acts = ("print", "export", "submit")
    more = ("save", "save_as", "save_template", "draft_mark", "close_draft")
    needs_width = True
    settled = Signal()
    """What is typed is kept again after trouble."""
    troubled = Signal(object)
    """A DeskError: what is typed could not be kept or laid out."""
    saving_changed = Signal()
    said = Signal(str)
    """Something worth telling that is no trouble."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        glyphs: Glyphs,
        actions: Mapping[str, QAction],
        gateway: Gateway,
        opened: OpenDraft,
        bodies: tuple[IssuingBody, ...],
    ) -> None:
        super().__init__(look, icons, glyphs, actions)
        self._bodies = bodies
        self._gateway = gateway
        self._base = opened.dispatch
        self._laying_out: Dispatch | None = None
        self._said: object = None
        self.form = DispatchForm(look, icons, date.today)
        self.editor = BodyEditor(look, icons)
        self.blanks = BlanksBar(icons, actions)
        self.remarks = RemarksBar(icons, actions)
        self._finder = BlankFinder()
        self._blank: Blank | None = None
        self._has_gone_to_remark = False
        self.keeper = Keeper(gateway, opened, self.dispatch, self)
        self._turn = {name: _turn_button(words) for name, words in (("text", _("Text")), ("pages", _("Page")))}
        self._shows_page = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._lay_out)
        self._arrange()
        self._show(opened.dispatch)
        self._connect()
        self._lay_out()

    @property
    def draft(self) -> UUID:
        """The id of the draft."""
        return self.keeper.draft.id

    def opened(self) -> OpenDraft:
        """The draft with what is on the screen, as another page opens it."""
        return self.keeper.opened()

    def _arrange(self) -> None:
        self._paper = QWidget()
        right = QVBoxLayout(self._paper)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.view, 1)
        self.editor.setMinimumWidth(_TEXT_LEAST)
        self._paper.setMinimumWidth(_PAGE_LEAST)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.editor)
        self._split.addWidget(self._paper)
        turns = QWidget()
        self._turns = turns
        row = QHBoxLayout(turns)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        for button in self._turn.values():
            row.addWidget(button)
        row.addStretch(1)
        beside = QWidget()
        middle = QVBoxLayout(beside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(turns)
        middle.addWidget(self._split, 1)
        upper = QWidget()
        panes = side_by_side(upper)
        panes.addWidget(self.form)
        panes.addWidget(beside, 1)
        panes.addWidget(self.thumbnails)
        self.thumbnails.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(upper, 1)
        whole.addWidget(self.remarks)
        whole.addWidget(self.blanks)
        whole.addWidget(self.findings)

    def _connect(self) -> None:
        self.form.edited.connect(self._follow_edit)
        self.editor.edited.connect(self._follow_edit)
        self.editor.caret_moved.connect(self._follow_caret)
        self.editor.said.connect(self.said)
        self.form.focused.connect(self._outline)
        self.view.clicked.connect(self._go_to)
        self.findings.chosen.connect(self._go_to_component)
        self.keeper.told.connect(self.saving_changed)
        self.keeper.troubled.connect(self.troubled)
        self.keeper.settled.connect(self.settled)
        self.editor.text.installEventFilter(self)
        self._turn["text"].clicked.connect(self.show_text)
        self._turn["pages"].clicked.connect(self.show_pages)

    # --- the dispatch ---------------------------------------------------------------------------------------------

    def _show(self, dispatch: Dispatch) -> None:
        self._base = dispatch
        self.form.show_dispatch(dispatch)
        self.editor.show_body(dispatch.body)

    def file_of_draft(self) -> Dispatch:
        """The dispatch as a file holds it: with the rules of the draft, where its date would choose others."""
        dispatch, pinned = self.dispatch(), self.keeper.draft.rules
        by_date = choose_pack(self._gateway.desk.packs, dispatch, None)[0].name
        return dispatch if dispatch.rules or by_date == pinned else replace(dispatch, rules=pinned)

    def offer(self, known: Known) -> None:
        """Offer the catalogue, the bodies and earlier values in the form."""
        self.form.offer(known)

    def dispatch(self) -> Dispatch:
        """What is on the screen; what did not change are the same objects as before."""
        body = self.editor.body()
        base = self.form.dispatch(self._base)
        changed = len(body) != len(base.body) or any(map(is_not, body, base.body))
        self._base = replace(base, body=body) if changed else base
        return self._base

    def replace(self, dispatch: Dispatch) -> None:
        """Show another dispatch as the text of this draft, typed as it were."""
        self._show(dispatch)
        self._follow_edit()

    def mark_as_draft(self) -> None:
        """Print the words that mark a draft, or print them no longer."""
        dispatch = self.dispatch()
        words = None if dispatch.draft_notice else _DRAFT_WORDS
        self.replace(replace(dispatch, draft_notice=words))

    def _follow_edit(self) -> None:
        self.keeper.follow()
        self._soon.start()

    # --- the page -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Lay out what is on the screen now. While that takes long, the newest waits for its turn."""
        if self._laying_out is not None:
            self._soon.start(30)
            return
        self._laying_out = self.dispatch()
        rules = self._laying_out.rules or self.keeper.draft.rules
        self._gateway.lay_out(self._laying_out, self._laid_out, self._not_laid_out, rules)

    def _laid_out(self, laid_out: LaidOut) -> None:
        self._laying_out = None
        laid_out = replace(laid_out, findings=(*laid_out.findings, *self._find_in_records(laid_out)))
        self.show_laid_out(laid_out)
        self.form.show_findings(laid_out.findings)
        self.blanks.show_blanks(self._finder.find(laid_out.dispatch))
        self._mark_caret()
        if self.isVisible():
            self._tick_mark()
        said = self.heading(), self.facts(), self.serves()
        if said != self._said:
            self._said = said
            self.renewed.emit()

    def _find_in_records(self, laid_out: LaidOut) -> tuple[Finding, ...]:
        """What the records say against the body of the draft and its signatures on the date of the paper."""
        draft, dispatch = self.keeper.draft, laid_out.dispatch
        body = next((one for one in self._bodies if one.id == draft.body), None)
        of_body = find_body_not_of_date(body, draft.body_version, dispatch) if body is not None else ()
        return (*of_body, *find_signing(self._bodies, dispatch, laid_out.pack, self._gateway.desk.today()))

    def _not_laid_out(self, error: DeskError) -> None:
        self._laying_out = None
        self.show_laid_out(None)
        self.troubled.emit(error)

    def _outline(self, component: str) -> None:
        self.view.mark(None)
        self.view.outline(component)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor.text and event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._follow_caret)
        return super().eventFilter(watched, event)

    def _follow_caret(self) -> None:
        if self.editor.text.hasFocus():
            self.view.outline(None)
            if self.laid_out is not None and self.laid_out.dispatch.body == self.editor.body():
                self._mark_caret()  # else the pages of the new text are on their way, and are marked when they come

    def _mark_caret(self) -> None:
        if self.document is None or not self.editor.text.hasFocus():
            return
        block, offset, cell = self.editor.place()
        spot = Spot("6", cell, block, None, offset)
        self.view.mark(caret_at(self.document, spot, self._gateway.desk.fonts))

    def _go_to(self, page: int, x: float, y: float) -> None:
        """Put the caret where the page was clicked: into the text, or into the field whose words stand there."""
        if self.document is None:
            return
        spot = spot_at(self.document.pages[page], x, y, self._gateway.desk.fonts)
        if spot is None or spot.appendix is not None:
            return
        if spot.component == "6" and spot.block is not None:
            self.show_text()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.go_to(spot.block, spot.offset, spot.entry)
        else:
            self.form.focus_component(spot.component, spot.entry)

    def _go_to_component(self, component: str) -> None:
        self.view.outline(component)
        self.form.focus_component(component)

    # --- what waits to be filled in or confirmed --------------------------------------------------------------------

    def next_blank(self) -> None:
        """Choose the next blank behind the one in hand, from the last the first; what is typed then takes its place."""
        blank = blank_behind(self._finder.find(self.dispatch()), self._blank)
        if blank is not None:
            self._blank = blank
            self._choose(blank)

    def confirm_blank(self) -> None:
        """Take the brackets of the old value in hand away; then the next is in hand."""
        selected = _selected(self.focusWidget())
        if selected.startswith("[") and selected.endswith("?]"):
            _put(self.focusWidget(), selected[1:-2])
        self.next_blank()

    def go_to_gap(self, components: tuple[str, ...]) -> None:
        """Take the keys to the first of these components, in the order of the form, where something is missing."""
        blanks = self._finder.find(self.dispatch())
        if blanks:
            self._blank = None
            self.next_blank()
        elif "6" in components:
            self.show_text()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_to_component(components[0])

    # --- what was remarked ------------------------------------------------------------------------------------------

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show what was remarked on it."""
        self.remarks.show_remarks(remarks)
        self.renewed.emit()

    def begin_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show what was remarked on it, the first remark in hand."""
        self.show_remarks(remarks)
        self._has_gone_to_remark = False
        self.next_remark()

    def next_remark(self) -> None:
        """Take the next remark in hand, with the words it is about; first the one in sight."""
        if self._has_gone_to_remark:
            self.remarks.step()
        self._has_gone_to_remark = True
        remark = self.remarks.remark
        place = located(self.dispatch(), remark.place, remark.quote) if remark and remark.place else None
        if place is not None:
            self._choose(place)

    def follow_remark(self) -> None:
        """Say that the remark in hand was followed, or after all not."""
        if (remark := self.remarks.remark) is not None:
            self._gateway.records.mark_done(remark.id, remark.done_at is None, self._followed, self.troubled.emit)

    def _followed(self, remark: Remark) -> None:
        before = self.remarks.remark
        name = before.officer_name if before else ""
        self.remarks.put(replace(remark, officer_name=name))

    def _choose(self, place: Blank | Place) -> None:
        """Select words where they are written."""
        member, *rest = place.path
        if member == "body":
            self._choose_in_text(place)
            return
        entry = rest[0] if rest and isinstance(rest[0], int) else None
        if self.form.choose_words(str(member), entry, str(rest[-1]) if rest else "", place.start, place.end):
            return
        self.said.emit(_("This one stands in an appendix, which is written in its file."))

    def _choose_in_text(self, words: Blank | Place) -> None:
        _body, place, *rest = words.path
        assert isinstance(place, int)  # noqa: S101 -- a body's passages are numbered
        cell = self._cell_number(place, int(rest[1]), int(rest[2])) if rest[0] == "rows" else None
        self.show_text()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        ends = []
        for offset in (words.start, words.end):
            self.editor.go_to(place, offset, cell)
            ends.append(self.editor.text.textCursor().position())
        cursor = self.editor.text.textCursor()
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        self.editor.text.setTextCursor(cursor)

    def _cell_number(self, place: int, row: int, column: int) -> int:
        """The number of a cell of a table, in reading order."""
        table = self.dispatch().body[place]
        assert isinstance(table, Table)  # noqa: S101 -- only tables have rows
        return sum(len(cells) for cells in table.rows[:row]) + column

    # --- text and page take turns where there is no room for both ---------------------------------------------------

    def show_text(self) -> None:
        """Bring the text into sight."""
        self._shows_page = False
        self._share_room()

    def show_pages(self) -> None:
        """Bring the page into sight."""
        self._shows_page = True
        self._share_room()

    def _share_room(self) -> None:
        room = self.width() - (0 if self.thumbnails.isHidden() else self.thumbnails.width())
        both = _TEXT_LEAST + max(_PAGE_LEAST, self.bar.minimumSizeHint().width())
        abreast = room - LEAST_WIDTH >= both
        self.form.keep_within(room - (both if abreast else _TEXT_LEAST))
        self._turns.setVisible(not abreast)
        self.editor.setVisible(abreast or not self._shows_page)
        self._paper.setVisible(abreast or self._shows_page)
        self._turn["text"].setChecked(not self._shows_page)
        self._turn["pages"].setChecked(self._shows_page)

    def show_page_list(self, *, shown: bool) -> None:
        super().show_page_list(shown=shown)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        dispatch = self._base
        chips = [] if dispatch.urgency is None else [(urgency_name(dispatch.urgency), "red")]
        status = self.keeper.draft.progress.status
        chips.append((status_name(status), status_tone(status)))
        return Heading(
            self._type_name(), " ".join((dispatch.subject_summary or _("(no subject yet)")).split()), tuple(chips)
        )

    def _type_name(self) -> str:
        if self.laid_out is None:
            return self._base.document_type
        one = Rulebook(self.laid_out.pack).document_type(self._base.document_type)
        return one.name if one else self._base.document_type

    def saving(self) -> Saving:
        return self.keeper.saving()

    def facts(self) -> Facts:
        rules = self.laid_out.pack.title if self.laid_out else ""
        return Facts(_("This machine"), str(self._gateway.desk.places.data), rules)

    def title(self) -> str:
        return self.heading().subject

    def records(self) -> tuple[UUID, ...]:
        return (self.draft,)

    def file_name(self) -> str:
        return file_name(self._base)

    def serves(self) -> frozenset[Where]:
        own = {Where.DRAFT}
        if self.keeper.draft.progress.may_be_written:
            own.add(Where.SUBMITTABLE)
        if self.remarks.remarks:
            own.add(Where.REMARKED)
        return super().serves() | own

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        return ((PaperKind.DRAFT, self.draft),)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.form, self.editor, self.findings.list, self.view]
        return [pane for pane in panes if pane.isVisible()]

    def foot(self) -> int:
        return self.findings.height() if self.findings.isVisible() else 0

    def enter(self) -> None:
        super().enter()
        self._tick_mark()

    def _tick_mark(self) -> None:
        self._actions["draft_mark"].setChecked(bool(self._base.draft_notice))

    def put_away(self) -> bool:
        return self.editor.put_away() or super().put_away()

    def take_keys(self) -> None:
        self.editor.setFocus()


def _selected(widget: QWidget | None) -> str:
    """What is selected in an input."""
    match widget:
        case QLineEdit():
            return widget.selectedText()
        case QTextEdit():
            return widget.textCursor().selectedText()
        case _:
            return ""


def _put(widget: QWidget | None, words: str) -> None:
    """Type words in place of what is selected in an input."""
    match widget:
        case QLineEdit():
            widget.insert(words)
            widget.textEdited.emit(widget.text())
        case BodyText():
            widget.put(words)
        case QTextEdit():
            widget.insertPlainText(words)
        case _:
            pass


def _turn_button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "segment")
    button.setCheckable(True)
    return button
