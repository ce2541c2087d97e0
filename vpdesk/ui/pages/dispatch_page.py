"""A dispatch out of its drafter's hands: its pages in large, and beside them all there is to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.drafts import DraftVersion
from vpdesk.domain.errors import DeskError
from vpdesk.domain.issuing import LineDetail, Registered
from vpdesk.domain.organisation import Officer
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signoff import Detail
from vpdesk.domain.workflow import Status, Step
from vpdesk.services.typesetting import LaidOut, file_name
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.line_acts import served_lines
from vpdesk.ui.pages.page import Facts, Heading, Sheets
from vpdesk.ui.pages.paper_page import PaperPage
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.scan_view import ScanView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.happenings import happening_words, holder_words, moment_in_full, readers_words, version_words
from vpdesk.words.outgoing import linked_words
from vpdesk.words.registers import line_state_name
from vpdesk.words.wording import status_name, status_tone, urgency_name

if TYPE_CHECKING:
    from uuid import UUID

_LINE_ACTS = (
    "deliver",
    "correct_line",
    "void_line",
    "replace_line",
    "amend_line",
    "correct_by_letter",
    "recall_line",
    "copy_line",
    "extract_line",
)
"""The acts on the line of a dispatch that was issued, in the menu beside the others."""
_SERVED = {
    Step.TAKE_BACK: Where.TAKABLE_BACK,
    Step.WITHDRAW: Where.WITHDRAWABLE,
    Step.AMEND: Where.AMENDABLE,
}
"""What the page serves where a step may be taken."""


class VersionList(QListWidget):
    """The kept versions, the newest first. Enter compares: those chosen, or the one in hand with the one before."""

    compared = Signal(object, object)
    """Two versions, the earlier first."""

    def __init__(self, versions: tuple[DraftVersion, ...], names: Callable[[DraftVersion], str]) -> None:
        super().__init__()
        self._versions = tuple(reversed(versions))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(_("Versions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for version in self._versions:
            QListWidgetItem(names(version), self)
        self.setCurrentRow(0)
        self.setFixedHeight(min(self.count(), 6) * self.sizeHintForRow(0) + 10)
        self.itemDoubleClicked.connect(lambda _item: self.compare())
        follow_keyboard_focus(self)

    def compare(self) -> None:
        """Ask for the comparison of what is chosen."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        first, last = (rows[0], rows[-1]) if rows else (0, 0)
        older = last if last > first else first + 1
        if older < len(self._versions):
            self.compared.emit(self._versions[older], self._versions[first])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.compare()
            return
        super().keyPressEvent(event)


class DispatchPage(PaperPage):
    """Shows one dispatch at a time; what may be done with it is offered by its acts."""

    troubled = Signal(object)
    link_chosen = Signal(object)
    """A LinkedDocument that was chosen."""
    compared = Signal(object, object)
    """Two versions whose texts are to be compared, the earlier first."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        glyphs: Glyphs,
        actions: Mapping[str, QAction],
        gateway: Gateway,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(look, icons, glyphs, actions)
        self._gateway = gateway
        self._now, self._look, self._icons = now, look, icons
        self._registered = Registered(None)
        self._lists_pages = False
        self.detail: Detail | None = None
        self.officer: Officer | None = None
        self.line: LineDetail | None = None
        """The line of the register, once it was issued."""
        self.scan = ScanView(look)
        self.scan.setAccessibleName(_("Pages as they were issued"))
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self.view)
        self._sheets.addWidget(self.scan)
        self.scan.turned.connect(self._follow_page)
        self.scan.zoomed.connect(self._follow_zoom)
        self.bar.zoom_chosen.connect(self.scan.set_zoom)
        self.side = SidePane(look, _("Facts of the dispatch"))
        self.versions = VersionList((), self._version_words)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._sheets, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(paper, 1)
        row.addWidget(self.side)

    @property
    def draft(self) -> UUID | None:
        """The id of the dispatch in sight."""
        return self.detail.draft.id if self.detail else None

    def show_detail(self, detail: Detail) -> None:
        """Show a dispatch as it stands now."""
        self.detail = detail
        takes_back = ("take_back",) if Step.TAKE_BACK in detail.steps else ()
        self.acts = ("print", "export", *takes_back)
        self.more = tuple(
            name for name, step in (("amend", Step.AMEND), ("withdraw", Step.WITHDRAW)) if step in detail.steps
        )
        self.line, self._registered = None, Registered(None)
        self._fill_side(detail)
        draft = detail.draft
        self._sheets.setCurrentWidget(self.scan if self.is_stored else self.view)
        self.show_page_list(shown=self._lists_pages)
        if self.is_stored:
            self.show_laid_out(None)
        else:
            rules = draft.dispatch.rules or draft.rules
            self._gateway.lay_out(draft.dispatch, self._laid_out, self._not_laid_out, rules)
        self.renewed.emit()

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        if self.line is not None:
            return ((PaperKind.OUTGOING, self.line.line.id),)
        return ((PaperKind.DRAFT, self.draft),) if self.draft is not None else ()

    @property
    def is_stored(self) -> bool:
        """Whether its paper is what was stored at its issue, never to be laid out again."""
        return self.detail is not None and self.detail.draft.progress.status in (Status.ISSUED, Status.VOID)

    def show_page_list(self, *, shown: bool) -> None:
        """Show or hide the page list; pages as they were stored have none."""
        self._lists_pages = shown
        super().show_page_list(shown=shown and not self.is_stored)

    def show_registered(self, registered: Registered, line: LineDetail | None) -> None:
        """Show what the register knows of the dispatch in sight."""
        if self.detail is None:
            return
        self._registered, self.line = registered, line
        self._fill_side(self.detail)
        if line is not None:
            self.acts = ("print_issued", "export_issued", "open_line")
            self.more = _LINE_ACTS
        self.renewed.emit()

    def _laid_out(self, laid_out: LaidOut) -> None:
        self.show_laid_out(laid_out)
        self.renewed.emit()

    def _not_laid_out(self, error: DeskError) -> None:
        self.show_laid_out(None)
        self.troubled.emit(error)

    # --- beside the pages -------------------------------------------------------------------------------------------

    def _fill_side(self, detail: Detail) -> None:
        side, now = self.side, self._now()
        side.clear()
        self._show_registered()
        side.section(_("Where it is"))
        side.line(holder_words(detail))
        side.line(readers_words(detail), "muted")
        if detail.signed:
            side.section(_("Signatures"))
            for one in detail.signed:
                words = _("{name}, on paper") if one.is_on_paper else "{name}"
                side.line(f"✓ {words.format(name=one.name)} · {moment_in_full(one.at, now)}")
        if detail.remarks:
            side.section(_("Remarks"))
            for remark in detail.remarks:
                side.line(remark.text)
                followed = _("followed")
                done = f" · ✓ {followed}" if remark.done_at else ""
                side.line(f"{remark.officer_name} · {moment_in_full(remark.made_at, now)}{done}", "caption")
        if detail.versions:
            side.section(_("Versions"))
            self.versions = VersionList(detail.versions, self._version_words)
            self.versions.compared.connect(self.compared)
            side.add(self.versions)
            if len(detail.versions) > 1:
                side.line(_("Enter compares two that are chosen, or one with the one before."), "caption")
        side.section(_("History"))
        for happening in reversed(detail.happenings):
            side.line(happening_words(happening))
            who = f"{happening.officer_name} · " if happening.officer_name else ""
            side.line(f"{who}{moment_in_full(happening.at, now)}", "caption")

    def _show_registered(self) -> None:
        """Say under which number it was issued, and what it does to other documents."""
        side, line = self.side, self._registered.line
        if line is not None:
            side.section(line.reference)
            day = format_day(line.document_date) if line.document_date else ""
            side.line(" · ".join(filter(None, (line_state_name(line.state), day))))
        for linked in self._registered.links:
            made = SideLine(self._look, self._icons, linked_words(linked), linked.subject or "", Lead("accent", "copy"))
            made.clicked.connect(lambda _checked=False, linked=linked: self.link_chosen.emit(linked))
            side.add(made)

    def _version_words(self, version: DraftVersion) -> str:
        return f"{version.number}. {version_words(version)} · {moment_in_full(version.made_at, self._now())}"

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        if self.detail is None:
            return Heading("")
        draft = self.detail.draft
        dispatch, status = draft.dispatch, draft.progress.status
        chips = [] if dispatch.urgency is None else [(urgency_name(dispatch.urgency), "red")]
        chips.append((status_name(status), status_tone(status)))
        return Heading(self._type_name(), dispatch.subject_summary or _("(no subject yet)"), tuple(chips))

    def _type_name(self) -> str:
        code = self.detail.draft.dispatch.document_type if self.detail else ""
        pack = self._gateway.desk.packs.get(self.detail.draft.rules) if self.detail else None
        one = Rulebook(pack).document_type(code) if pack else None
        return one.name if one else code

    def facts(self) -> Facts:
        rules = self.laid_out.pack.title if self.laid_out else ""
        return Facts(_("This machine"), str(self._gateway.desk.places.data), rules)

    def title(self) -> str:
        return self.heading().subject

    def records(self) -> tuple[UUID, ...]:
        return (self.draft,) if self.draft is not None else ()

    def file_name(self) -> str:
        return file_name(self.detail.draft.dispatch) if self.detail else ""

    def serves(self) -> frozenset[Where]:
        steps = self.detail.steps if self.detail else frozenset()
        served = super().serves() | {where for step, where in _SERVED.items() if step in steps}
        return served | served_lines(self.line, self.officer) | ({Where.PAGES} if self.is_stored else set())

    def sheets(self) -> Sheets:
        return self.scan if self.is_stored else self.view

    def _follow_page(self) -> None:
        if not self.is_stored:
            super()._follow_page()
            return
        self.bar.show_page(self.scan.current_page, self.scan.page_count)

    def _follow_zoom(self) -> None:
        if self.is_stored:
            self.bar.show_zoom(self.scan.factor)
        else:
            super()._follow_zoom()

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.view, self.scan, self.versions]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        (self.scan if self.is_stored else self.view).setFocus()
