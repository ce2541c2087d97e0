"""The reports on the registers: which is wanted at the left, its pages as they are printed beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.domain.reports import Report, ReportScope
from vpdesk.layout.frame import PagedDocument
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.report_form import ReportForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Facts, Heading
from vpdesk.ui.pages.paper_page import PaperPage, side_by_side
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.books_choice import BooksChoice
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _
from vpdesk.words.reports import period_name, report_name, standing_words


class ReportsPage(PaperPage):
    """Shows one report; `asked` is given the scope of the one that is wanted."""

    place: ClassVar[str] = "books"
    needs_width = True
    asked = Signal(object)
    acts = ("draft_report", "export_report", "print_report")

    def __init__(
        self,
        look: Look,
        icons: Icons,
        glyphs: Glyphs,
        actions: Mapping[str, QAction],
        today: Callable[[], date],
        place: str,
    ) -> None:
        super().__init__(look, icons, glyphs, actions)
        self._data = place
        self.report: Report | None = None
        self._pages: PagedDocument | None = None
        self.view.setAccessibleName(_("Pages of the report"))
        self.choice = BooksChoice(is_reports=True)
        self.form = ReportForm(look, icons, today)
        self.said = QVBoxLayout()
        self.side = self._side(look)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        row = side_by_side(self)
        row.addWidget(self.side)
        row.addWidget(self.thumbnails)
        row.addWidget(paper, 1)
        self.form.asked.connect(self.asked)

    def _side(self, look: Look) -> SidePane:
        side = SidePane(look, _("Which report"))
        said = QWidget()
        said.setLayout(self.said)
        self.said.setContentsMargins(0, 12, 0, 12)
        self.said.setSpacing(4)
        for part in (self.choice, self.form, said):
            side.add(part)
        return side

    @property
    def document(self) -> PagedDocument | None:
        return self._pages

    @property
    def scope(self) -> ReportScope:
        """The report that is asked for."""
        return self.form.scope()

    def show_report(self, report: Report | None, pages: PagedDocument | None) -> None:
        """Show a report in place of the last one; None where there is none to show."""
        self.report, self._pages = report, pages
        self.thumbnails.show_document(pages)
        self.view.show_document(pages)
        self._say()
        self.renewed.emit()

    def _say(self) -> None:
        while (item := self.said.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for words in standing_words(self.report) if self.report else ():
            line = label(words, "muted")
            line.setWordWrap(True)
            self.said.addWidget(line)

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Books and reports"), report_name(self.scope.kind))

    def title(self) -> str:
        return self.heading().subject

    def facts(self) -> Facts:
        return Facts(_("This machine"), self._data)

    def file_name(self) -> str:
        scope = self.scope
        words = [report_name(scope.kind), *([period_name(scope.period).replace("/", "-")] if scope.period else [])]
        return "-".join(" ".join(words).split())

    def serves(self) -> frozenset[Where]:
        served = {
            Where.PAGES: self._pages is not None,
            Where.REPORT: self._pages is not None,
            Where.BOOKS_PLACE: True,
            Where.PERIOD: self.scope.period is not None,
        }
        return frozenset(where for where, holds in served.items() if holds)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.form.kind, self.view, self.thumbnails]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        self.form.kind.setFocus()
