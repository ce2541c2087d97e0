"""Two texts of one dispatch side by side: the pages of both, what the one changed of the other marked and listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from vpdesk.domain.changes import Change, ChangeKind
from vpdesk.domain.dispatch import Dispatch
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.marked_paper import MarkedPaper
from vpdesk.ui.pages.page import Heading
from vpdesk.ui.pages.paper_page import PaperPage
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.labels import ElidedLabel
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.wording import cell_name, change_words

_LIST = 316
_BOTH_NEED = 1000
"""Pixels of the page below which the earlier text gives way to the later one."""
_TONES = {ChangeKind.ADDED: "green", ChangeKind.CHANGED: "accent", ChangeKind.REMOVED: "red"}


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be compared: what it is called, and the dispatch with the rules it is laid out by."""

    name: str
    dispatch: Dispatch
    rules: str


class ComparePage(PaperPage):
    """Shows the later text with its changes; beside it the earlier one, where there is room for both."""

    needs_width = True
    troubled = Signal(object)

    def __init__(
        self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction], gateway: Gateway
    ) -> None:
        super().__init__(look, icons, glyphs, actions)
        self._look, self._icons, self._gateway = look, icons, gateway
        self._texts: tuple[Text, Text] | None = None
        self._paper: MarkedPaper | None = None
        self._decides = False
        self.changes: tuple[Change, ...] = ()
        self.earlier = PreviewView(look, glyphs)
        self.earlier.setAccessibleName(_("Pages of the earlier text"))
        self.list = QListWidget()
        self._names = ElidedLabel("strong"), ElidedLabel("strong")
        self._arrange()
        self.list.currentRowChanged.connect(self._choose)
        follow_keyboard_focus(self.list)

    def _arrange(self) -> None:
        self.list.setObjectName("changes")
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(14, 14))
        self.list.setAccessibleName(_("Changes"))
        self._left = _titled(self._names[0], self.earlier)
        right = _titled(self._names[1], self.bar, self.view)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for place, part in enumerate((self._left, right, self.list)):
            split.addWidget(part)
            split.setStretchFactor(place, 0 if part is self.list else 1)
        self.list.setFixedWidth(round(_LIST * max(1.0, self._look.scale.body / 10)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def show_texts(self, earlier: Text, later: Text, *, decides: bool = False) -> None:
        """Compare two texts; `decides` where one of them has to be chosen."""
        self._texts, self._decides = (earlier, later), decides
        self.acts = ("take_theirs", "keep_apart", "keep_mine") if decides else ()
        for name, text in zip(self._names, self._texts, strict=True):
            name.say(text.name)
        self._gateway.lay_out_aside(earlier.dispatch, self._show_earlier, self.troubled.emit, earlier.rules)
        self._gateway.lay_out_aside(later.dispatch, self._show_later, self.troubled.emit, later.rules)
        self.renewed.emit()

    def _show_earlier(self, laid_out: LaidOut) -> None:
        self.earlier.show_document(laid_out.document)

    def _show_later(self, laid_out: LaidOut) -> None:
        if self._texts is None:
            return
        self.show_laid_out(laid_out)
        self._paper = MarkedPaper(laid_out, self._texts[0].dispatch, self._gateway.desk.fonts)
        self.changes = self._paper.changes
        self.list.clear()
        for change in self.changes:
            item = QListWidgetItem(f"{change_words(change)}\n{cell_name(change.component)}", self.list)
            item.setIcon(self._icons.icon("asterisk", _TONES[change.kind]))
        self._mark(None)
        if self.changes:
            self.list.setCurrentRow(0)
        self.renewed.emit()

    def _mark(self, chosen: int | None) -> None:
        if self._paper is not None:
            self.view.show_marks(tuple(self._paper.change_marks(chosen)))

    def _choose(self, row: int) -> None:
        if self._paper is not None and 0 <= row < len(self.changes):
            self._mark(row)
            for area in self._paper.change_areas(self.changes[row])[:1]:
                self.view.reveal(area)

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        count = len(self.changes)
        words = ngettext("{count} change", "{count} changes", count).format(count=format_number(count))
        return Heading(
            _("Comparison"), self._texts[1].dispatch.subject_summary or "" if self._texts else "", ((words, "muted"),)
        )

    def title(self) -> str:
        return _("Comparison")

    def serves(self) -> frozenset[Where]:
        return super().serves() | ({Where.CONFLICT} if self._decides else set())

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.list, self.earlier, self.view]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setVisible(self.width() >= _BOTH_NEED)


def _titled(title: ElidedLabel, *parts: QWidget) -> QWidget:
    """Parts under the name of what they show."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    title.setContentsMargins(16, 10, 16, 8)
    column.addWidget(title)
    for part in parts[:-1]:
        column.addWidget(part)
    column.addWidget(parts[-1], 1)
    return made
