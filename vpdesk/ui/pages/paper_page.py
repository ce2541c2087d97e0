"""A page that shows a laid-out dispatch: the pages, their list, what is worth telling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vpdesk.layout.frame import PagedDocument
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Page, Sheets
from vpdesk.ui.preview.arrangement import Fit, Zoom
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.preview.thumbnails import Thumbnails
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.findings_panel import FindingsPanel
from vpdesk.ui.widgets.pane_bar import PaneBar
from vpdesk.words.catalogue import _


class PaperPage(Page):
    """Keeps the pages of a dispatch, their list, their bar and the findings in step."""

    has_compact_bar: ClassVar[bool] = False
    """Whether the bar over the pages has to leave room for something else."""

    def __init__(self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._actions = actions
        self.laid_out: LaidOut | None = None
        self.bar = PaneBar(actions, is_compact=self.has_compact_bar)
        self.thumbnails = Thumbnails(look, glyphs)
        self.view = PreviewView(look, glyphs)
        self.view.setAccessibleName(_("Pages of the dispatch"))
        self.findings = FindingsPanel(look, icons)
        self.view.turned.connect(self._follow_page)
        self.view.zoomed.connect(self._follow_zoom)
        self.bar.zoom_chosen.connect(self.view.set_zoom)
        self.thumbnails.chosen.connect(self.view.turn_to)

    @property
    def document(self) -> PagedDocument | None:
        """The pages in sight."""
        return self.laid_out.document if self.laid_out else None

    def file_name(self) -> str:
        """What a file made of the pages is called, without an ending."""
        return ""

    def show_laid_out(self, laid_out: LaidOut | None) -> None:
        """Show these pages in place of the last ones; None shows that nothing is open."""
        self.laid_out = laid_out
        self.thumbnails.show_document(self.document)
        self.findings.show_findings(laid_out.findings if laid_out else ())
        self.view.show_document(self.document)

    def serves(self) -> frozenset[Where]:
        findings = self.laid_out and self.laid_out.findings
        there = dict.fromkeys((Where.PAGES, Where.PAGE_LIST, Where.PAPER), self.laid_out is not None)
        there[Where.FINDINGS] = bool(findings)
        return frozenset(where for where, something in there.items() if something)

    @property
    def zoom(self) -> str:
        """The zoom that was chosen, as the settings write it."""
        return write_zoom(self.view.zoom)

    def sheets(self) -> Sheets:
        return self.view

    def show_page_list(self, *, shown: bool) -> None:
        """Show or hide the page list."""
        self._actions["page_list"].setChecked(shown)
        self.thumbnails.setVisible(shown)

    def enter(self) -> None:
        self._actions["page_list"].setChecked(not self.thumbnails.isHidden())
        self._follow_page()
        self._follow_zoom()

    def put_away(self) -> bool:
        was_outlined = self.view.is_outlined
        self.view.outline(None)
        return was_outlined

    def _follow_page(self) -> None:
        current, count = self.view.current_page, self.view.page_count
        self.bar.show_page(current, count)
        self.thumbnails.mark(current)
        if self.isVisible():
            for name, there_is_one in (("previous_page", current > 0), ("next_page", current < count - 1)):
                self._actions[name].setEnabled(there_is_one)

    def _follow_zoom(self) -> None:
        self.bar.show_zoom(self.view.factor)
        if self.isVisible():
            self._actions["fit_width"].setChecked(self.view.zoom is Fit.WIDTH)
            self._actions["fit_page"].setChecked(self.view.zoom is Fit.PAGE)


def side_by_side(parent: QWidget) -> QHBoxLayout:
    """A row without edges, for panes that touch each other."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    return row


def read_zoom(text: str) -> Zoom:
    """A zoom as the settings write it: `width`, `page` or a percentage. Anything else fits the width."""
    if text.isdecimal() and text.isascii():
        return int(text) / 100
    return Fit.PAGE if text == Fit.PAGE.value else Fit.WIDTH


def write_zoom(zoom: Zoom) -> str:
    """A zoom for the settings."""
    return zoom.value if isinstance(zoom, Fit) else f"{zoom * 100:.0f}"
