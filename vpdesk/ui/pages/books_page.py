"""The books: which is wanted and what it accounts for at the left, its pages as they are printed beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.domain.book_pages import BookPage
from vpdesk.domain.register import BookScope
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.books import TypesetBook
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.book_form import BookForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Facts, Heading
from vpdesk.ui.pages.paper_page import PaperPage, side_by_side
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.books_choice import BooksChoice
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.books import account_words, book_name, print_words, waiting_pages
from vpdesk.words.catalogue import _

_SIGNS: Mapping[str, str] = {"green": "check", "amber": "triangle-alert"}


class BooksPage(PaperPage):
    """Shows one book; `asked` is given the scope of the one that is wanted, `redone` that its pages are others."""

    place: ClassVar[str] = "books"
    needs_width = True
    asked = Signal(object)
    redone = Signal()

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
        self._icons, self._data = icons, place
        self.pages: TypesetBook | None = None
        self.printed: tuple[BookPage, ...] = ()
        self.may_keep = False
        self.view.setAccessibleName(_("Pages of the book"))
        self.choice = BooksChoice(is_reports=False)
        self.form = BookForm(look, icons, today)
        self.closing = CheckBox(_("With the closing page"), look, icons)
        self.closing.setChecked(True)
        self.state = QVBoxLayout()
        self.state.setSpacing(4)
        self.lock = ActButton(actions["lock_pages"], "lock", look, icons)
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
        self.closing.toggled.connect(lambda _checked: self.redone.emit())

    def _side(self, look: Look) -> SidePane:
        side = SidePane(look, _("Which book"))
        said = QWidget()
        said.setLayout(self.state)
        self.state.setContentsMargins(0, 12, 0, 12)
        for part in (self.choice, self.form, self.closing, said, self.lock):
            side.add(part)
        return side

    @property
    def document(self) -> PagedDocument | None:
        return self.pages.document if self.pages else None

    @property
    def scope(self) -> BookScope:
        """The book that is asked for."""
        return self.form.scope()

    def show_book(self, pages: TypesetBook | None, printed: tuple[BookPage, ...]) -> None:
        """Show a book in place of the last one; None where there is none to show."""
        self.pages, self.printed = pages, printed
        self.thumbnails.show_document(self.document)
        self.view.show_document(self.document)
        self.acts = ("export_book", "print_book") if self.may_keep else ("export_book",)
        self.lock.setVisible(self.may_keep)
        self._say()
        self.renewed.emit()

    def show_printed(self, printed: tuple[BookPage, ...]) -> None:
        """Say how far the book is printed now; what is in sight stays."""
        self.printed = printed
        self._say()
        self.renewed.emit()

    def _say(self) -> None:
        while (item := self.state.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.pages is not None:
            for tone, words in account_words(self.pages.book):
                self.state.addWidget(self._line(tone, words))
            for words in print_words(self.printed):
                self.state.addWidget(self._line("", words))

    def _line(self, tone: str, words: str) -> QWidget:
        said = label(words, "strong" if tone else "muted")
        said.setWordWrap(True)
        if tone not in _SIGNS:
            return said
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._icons, _SIGNS[tone], tone, 16))
        row.addWidget(said, 1)
        return line

    # --- what the window says of it ---------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Books and reports"), book_name(self.scope.kind))

    def title(self) -> str:
        return self.heading().subject

    def facts(self) -> Facts:
        return Facts(_("This machine"), self._data)

    def file_name(self) -> str:
        scope = self.scope
        return "-".join([*book_name(scope.kind).split(), *([str(scope.year)] if scope.is_year else [])])

    def serves(self) -> frozenset[Where]:
        is_there = self.document is not None and bool(self.document.pages)
        served = {
            Where.PAGES: is_there,
            # Also one that is too long for paper can be written to a file.
            Where.BOOK: True,
            Where.BOOKS_PLACE: True,
            Where.KEPT_BOOK: is_there and self.may_keep,
            Where.LOCKABLE: is_there and self.may_keep and bool(waiting_pages(self.printed)),
        }
        return frozenset(where for where, holds in served.items() if holds)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.form.kind, self.view, self.thumbnails]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        self.form.kind.setFocus()
