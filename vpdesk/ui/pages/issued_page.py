"""An issued paper in large: pictures of what was stored, and beside them all there is to know of its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.issuing import LineDetail
from vpdesk.domain.organisation import Officer
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.line_acts import IN_CASE_FILES, served_lines
from vpdesk.ui.pages.outgoing_side import OutgoingSide
from vpdesk.ui.pages.page import Heading, Page, Sheets
from vpdesk.ui.pages.paper_page import side_by_side
from vpdesk.ui.preview.arrangement import Fit
from vpdesk.ui.preview.scan_view import ScanView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.pane_bar import PaneBar
from vpdesk.words.catalogue import _
from vpdesk.words.outgoing import chips_of, summary_words


class IssuedPage(Page):
    """Shows one paper at a time; its pages come from elsewhere."""

    place: ClassVar[str] = "outgoing"
    needs_width = True
    acts = ("print_issued", "export_issued", "deliver")
    more = (
        "lend_copy",
        "correct_line",
        "void_line",
        "replace_line",
        "amend_line",
        "correct_by_letter",
        "recall_line",
        "copy_line",
    )
    left = Signal()
    """Esc: the list is wanted again."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        now: Callable[[], datetime],
        types: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._actions, self._now, self._types = actions, now, types
        self.officer: Officer | None = None
        self.line: LineDetail | None = None
        self.view = ScanView(look)
        self.view.setAccessibleName(_("Pages as they were issued"))
        self.bar = PaneBar(actions, is_compact=True)
        self.side = OutgoingSide(look, icons, actions, now, types)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        row = side_by_side(self)
        row.addWidget(shown, 1)
        row.addWidget(self.side)
        self.view.turned.connect(self._follow_page)
        self.view.zoomed.connect(self._follow_zoom)
        self.bar.zoom_chosen.connect(self.view.set_zoom)

    def show_detail(self, detail: LineDetail) -> None:
        """Show a line; its paper comes after it."""
        self.line = detail
        self.side.show_line(detail)
        if self.side.picture is not None:
            self.side.picture.hide()
        self.renewed.emit()

    def sheets(self) -> Sheets:
        return self.view

    def heading(self) -> Heading:
        if self.line is None:
            return Heading("")
        line = self.line.line
        summary = summary_words(line, self._types.get(line.document_type, line.document_type))
        return Heading(line.reference, summary, chips_of(line, self._now()))

    def title(self) -> str:
        return self.line.line.reference if self.line else ""

    def records(self) -> tuple[UUID, ...]:
        dispatch = self.line.line.dispatch if self.line else None
        return (dispatch,) if dispatch else ()

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        line = self.line.line if self.line else None
        return ((PaperKind.OUTGOING, line.id),) if line is not None and line.state in IN_CASE_FILES else ()

    def enter(self) -> None:
        self.side.offer(frozenset({"void_line"} if self._actions["void_line"].isEnabled() else ()))
        self._follow_page()
        self._follow_zoom()

    def serves(self) -> frozenset[Where]:
        return (served_lines(self.line, self.officer) - {Where.LINE}) | {Where.PAGES, Where.IN_LINES}

    def panes(self) -> list[QWidget]:
        return [self.view, self.side.pane]

    def take_keys(self) -> None:
        self.view.setFocus()

    def put_away(self) -> bool:
        self.left.emit()
        return True

    def _follow_page(self) -> None:
        current, count = self.view.current_page, self.view.page_count
        self.bar.show_page(current, count)
        if self.isVisible():
            for name, there_is_one in (("previous_page", current > 0), ("next_page", current < count - 1)):
                self._actions[name].setEnabled(there_is_one)

    def _follow_zoom(self) -> None:
        self.bar.show_zoom(self.view.factor)
        if self.isVisible():
            self._actions["fit_width"].setChecked(self.view.zoom is Fit.WIDTH)
            self._actions["fit_page"].setChecked(self.view.zoom is Fit.PAGE)
