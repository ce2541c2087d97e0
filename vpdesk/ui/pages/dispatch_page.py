"""The page of one dispatch: page list, pages, findings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.layout.frame import PagedDocument
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.icons import Icons
from vpdesk.ui.preview.arrangement import Fit, Zoom
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.preview.thumbnails import Thumbnails
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.findings_panel import FindingsPanel
from vpdesk.ui.widgets.pane_bar import PaneBar
from vpdesk.words.catalogue import _


class DispatchPage(QWidget):
    """Shows a laid-out dispatch and keeps its parts in step."""

    def __init__(self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._actions = actions
        self.document: PagedDocument | None = None
        self.bar = PaneBar(actions)
        self.thumbnails = Thumbnails(look, glyphs)
        self.view = PreviewView(look, glyphs)
        self.view.setAccessibleName(_("Pages of the dispatch"))
        self.findings = FindingsPanel(look, icons)
        self._arrange()
        self.view.turned.connect(self._follow_page)
        self.view.zoomed.connect(self._follow_zoom)
        self.bar.zoom_chosen.connect(self.view.set_zoom)
        self.thumbnails.chosen.connect(self.view.turn_to)
        self.findings.chosen.connect(self.view.outline)

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.view, 1)
        right.addWidget(self.findings)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addLayout(right, 1)

    def show_dispatch(self, laid_out: LaidOut | None) -> None:
        """Show a dispatch in place of the last one; None shows that nothing is open."""
        self.document = laid_out.document if laid_out else None
        self.thumbnails.show_document(self.document)
        self.findings.show_findings(laid_out.findings if laid_out else ())
        self.view.show_document(self.document)

    @property
    def zoom(self) -> str:
        """The zoom that was chosen, as the settings write it."""
        return write_zoom(self.view.zoom)

    def show_page_list(self, *, shown: bool) -> None:
        """Show or hide the page list."""
        self._actions["page_list"].setChecked(shown)
        self.thumbnails.setVisible(shown)

    def panes(self) -> list[QWidget]:
        """The panes that F6 walks, in reading order."""
        if self.document is None:
            return []
        panes: list[QWidget] = [self.thumbnails, self.view, self.findings.list]
        return [pane for pane in panes if pane.isVisible()]

    def _follow_page(self) -> None:
        current, count = self.view.current_page, self.view.page_count
        self.bar.show_page(current, count)
        self.thumbnails.mark(current)
        for name, there_is_one in (("previous_page", current > 0), ("next_page", current < count - 1)):
            self._actions[name].setEnabled(there_is_one)

    def _follow_zoom(self) -> None:
        self.bar.show_zoom(self.view.factor)
        self._actions["fit_width"].setChecked(self.view.zoom is Fit.WIDTH)
        self._actions["fit_page"].setChecked(self.view.zoom is Fit.PAGE)


def read_zoom(text: str) -> Zoom:
    """A zoom as the settings write it: `width`, `page` or a percentage. Anything else fits the width."""
    if text.isdecimal() and text.isascii():
        return int(text) / 100
    return Fit.PAGE if text == Fit.PAGE.value else Fit.WIDTH


def write_zoom(zoom: Zoom) -> str:
    """A zoom for the settings."""
    return zoom.value if isinstance(zoom, Fit) else f"{zoom * 100:.0f}"
