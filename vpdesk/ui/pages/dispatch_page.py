"""A dispatch out of its drafter's hands: its pages in large, and beside them all there is to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vpdesk.domain.drafts import DraftVersion
from vpdesk.domain.errors import DeskError
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signoff import Detail
from vpdesk.domain.workflow import Step
from vpdesk.services.typesetting import LaidOut, file_name
from vpdesk.ui.acts import Where
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Facts, Heading
from vpdesk.ui.pages.paper_page import PaperPage
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _
from vpdesk.words.happenings import happening_words, holder_words, moment_in_full, readers_words, version_words
from vpdesk.words.wording import status_name, status_tone, urgency_name

if TYPE_CHECKING:
    from uuid import UUID

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
        self._now = now
        self.detail: Detail | None = None
        self.side = SidePane(look, _("Facts of the dispatch"))
        self.versions = VersionList((), self._version_words)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
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
        self._fill_side(detail)
        draft = detail.draft
        self._gateway.lay_out(draft.dispatch, self._laid_out, self._not_laid_out, draft.dispatch.rules or draft.rules)
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
        one = Rulebook(self.laid_out.pack).document_type(code) if self.laid_out else None
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
        return super().serves() | {where for step, where in _SERVED.items() if step in steps}

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.view, self.versions]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        self.view.setFocus()
