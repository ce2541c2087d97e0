"""The papers of case files as they are printed: which one is wanted at the left, its pages beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.case_forms import CaseAsk, CaseForm
from vpdesk.layout.frame import PagedDocument
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.field import link
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Heading
from vpdesk.ui.pages.paper_page import PaperPage, side_by_side
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.case_files import case_form_name
from vpdesk.words.catalogue import _


class CasePaperPage(PaperPage):
    """Shows one paper; `asked` is given the CaseAsk of the one that is wanted."""

    place: ClassVar[str] = "case_files"
    needs_width = True
    acts = ("export_case_form", "print_case_form")
    asked = Signal(object)
    usual_chosen = Signal(object)
    """The CaseForm of a list of contents that the office is to use from now on."""
    left = Signal()
    """Esc: back to where the papers were asked for."""

    def __init__(self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction]) -> None:
        super().__init__(look, icons, glyphs, actions)
        self._pages: PagedDocument | None = None
        self._asks: tuple[CaseAsk, ...] = ()
        self._about = ""
        self._usual: CaseForm | None = None
        self._use = link("")
        self.view.setAccessibleName(_("Pages of the paper"))
        self.side = SidePane(look, _("Which paper"))
        self._choices = QButtonGroup(self)
        self._choices.idClicked.connect(self._ask)
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

    def offer(self, about: str, asks: Sequence[CaseAsk], chosen: CaseAsk) -> None:
        """Offer these papers, and ask for one of them."""
        self._about, self._asks, self._pages = about, tuple(asks), None
        self.side.clear()
        self.side.section(_("Which paper"))
        for old in self._choices.buttons():
            self._choices.removeButton(old)
        for number, ask in enumerate(self._asks):
            button = QPushButton(case_form_name(ask.form))
            button.setProperty("role", "step")
            button.setCheckable(True)
            button.setChecked(ask == chosen)
            self._choices.addButton(button, number)
            self.side.add(button)
        self._use = link(_("Use this list of contents always"), begins_line=True)
        self._use.clicked.connect(lambda: self.usual_chosen.emit(self.ask.form))
        self.side.add(self._use)
        self.show_usual(None)
        self.show_pages(None)
        self.asked.emit(chosen)

    def show_usual(self, form: CaseForm | None) -> None:
        """Offer to use another list of contents than this one; None where nothing is to be chosen."""
        self._usual = form
        self._follow_usual()

    def _follow_usual(self) -> None:
        of_contents = self.ask.form in (CaseForm.CONTENTS, CaseForm.CONTENTS_PARTY)
        self._use.setVisible(self._usual is not None and of_contents and self.ask.form is not self._usual)

    def _ask(self, number: int) -> None:
        self._follow_usual()
        self.asked.emit(self._asks[number])

    @property
    def ask(self) -> CaseAsk:
        """The paper that is wanted."""
        return self._asks[max(self._choices.checkedId(), 0)]

    @property
    def document(self) -> PagedDocument | None:
        return self._pages

    def show_pages(self, pages: PagedDocument | None) -> None:
        """Show these pages; None where there is none to show."""
        self._pages = pages
        self.thumbnails.show_document(pages)
        self.view.show_document(pages)
        self.renewed.emit()

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(case_form_name(self.ask.form) if self._asks else _("Case files"), self._about)

    def title(self) -> str:
        return self.heading().name

    def serves(self) -> frozenset[Where]:
        is_there = self._pages is not None and bool(self._pages.pages)
        return frozenset({Where.PAGES, Where.CASE_FORM}) if is_there else frozenset()

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [*self._choices.buttons()[:1], self.view, self.thumbnails]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        if (chosen := self._choices.checkedButton()) is not None:
            chosen.setFocus()
        else:
            self.view.setFocus()

    def put_away(self) -> bool:
        self.left.emit()
        return True
