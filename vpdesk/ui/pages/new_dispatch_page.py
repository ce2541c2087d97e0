"""What a new dispatch begins with: the templates and the earlier dispatches in one list, typed to find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from vpdesk.domain.templates import Template
from vpdesk.layout.frame import PagedDocument
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.gallery import Card, Gallery
from vpdesk.words.catalogue import _, format_day, language

_ROOM_FOR_PAGE = 1000
"""In a page less wide the cards need all of it."""
_PAGE_SHARE = 2, 5
_HEAD = 60
_EDGE = 18
_WIDEST_SEARCH = 560
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class EarlierDispatch:
    """A dispatch of before that a new one can follow: `name` says its type, with its number where it has one."""

    id: UUID
    name: str
    subject: str
    day: date


class NewDispatchPage(Page):
    """Offers what a dispatch can begin with. The line to type in has the keys, arrows move among the cards."""

    chosen = Signal(object)
    """A Template, or the id of an earlier dispatch."""
    cancelled = Signal()
    wanted = Signal(object)
    """A Template or an EarlierDispatch whose pages are not here yet; `show_pages` takes them."""

    def __init__(self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._cards: tuple[Card, ...] = ()
        self._documents: dict[int, PagedDocument] = {}
        self._make_acts()
        self.search = QLineEdit()
        self.gallery = Gallery(look, glyphs)
        self.view = PreviewView(look, glyphs)
        self._start_button = ActButton(self._start, "file-pen-line", look, icons, "primary")
        self._dress(icons)
        self._arrange()
        self._connect()

    def _make_acts(self) -> None:
        self._start = QAction(_("Start"), self)
        # Shown on the buttons; the keys themselves are seen to where they are pressed.
        self._start.setShortcut(QKeySequence(Qt.Key.Key_Enter))
        self._back = QAction(_("Leave"), self)
        self._back.setShortcut(QKeySequence(Qt.Key.Key_Escape))

    def _dress(self, icons: Icons) -> None:
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setPlaceholderText(_("Type to find a template or an earlier dispatch"))
        self.search.setAccessibleName(_("Find a template or an earlier dispatch"))
        self.search.setMaximumWidth(_WIDEST_SEARCH)
        self.gallery.setAccessibleName(_("Templates and earlier dispatches"))
        self.view.setAccessibleName(_("Pages of the template"))
        self.setFocusProxy(self.search)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE + 6, 0, _EDGE + 6, 0)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addStretch()
        head.addSpacing(16)
        head.addWidget(self._start_button)
        top = QWidget()
        top.setMinimumHeight(_HEAD)
        top.setLayout(head)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.gallery, _PAGE_SHARE[1] - _PAGE_SHARE[0])
        body.addWidget(self.view, _PAGE_SHARE[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._start.triggered.connect(self.gallery.take)
        self._back.triggered.connect(self.cancelled)
        self.search.textChanged.connect(self._sift)
        self.gallery.wanted.connect(self.wanted)
        self.gallery.taken.connect(self._take)
        self.gallery.turned.connect(self._turn)
        self.gallery.menu_wanted.connect(lambda place: self._menu().popup(place))
        for one in (self.search, self.gallery, self.view):
            one.installEventFilter(self)

    def offer(self, templates: tuple[Template, ...], earlier: tuple[EarlierDispatch, ...]) -> None:
        """Offer these templates, and these dispatches to follow. What is typed and chosen stays."""
        before = {card.key: card for card in self._cards}
        offered = (*map(_template_card, templates), *map(_earlier_card, earlier))
        cards = tuple(card.or_same(before.get(card.key)) for card in offered)
        if cards == self._cards:
            return
        self._cards = cards
        choices = {id(card.choice) for card in cards}
        self._documents = {choice: pages for choice, pages in self._documents.items() if choice in choices}
        self.gallery.offer(cards, self.search.text())

    @property
    def own_template(self) -> Template | None:
        """The template in hand where an officer saved it."""
        card = self.gallery.chosen
        template = card.choice if card else None
        return template if isinstance(template, Template) and template.own else None

    def show_pages(self, choice: Template | EarlierDispatch, document: PagedDocument) -> None:
        """Show the pages of a choice: the first one small on its card, all of them beside while it is in hand."""
        self._documents[id(choice)] = document
        self.gallery.show_page(choice, document.pages[0])
        card = self.gallery.chosen
        if card is not None and card.choice is choice:
            self._show_chosen(choice)

    def begin(self) -> None:
        """Come into sight as for the first time: nothing typed, the first card in hand, the keys in the line."""
        self.search.clear()
        self.gallery.sift("", "")
        self.search.setFocus()

    def heading(self) -> Heading:
        return Heading(_("New dispatch"))

    def serves(self) -> frozenset[Where]:
        return frozenset({Where.OWN_TEMPLATE} if self.own_template else ())

    def panes(self) -> list[QWidget]:
        return [pane for pane in (self.search, self.gallery, self.view) if pane.isVisible()]

    def _sift(self, typed: str) -> None:
        nothing = _("No template and no earlier dispatch has “{typed}”. Type less of it.").format(typed=typed.strip())
        self.gallery.sift(typed, nothing)
        if self.gallery.is_empty:
            announce(self.gallery, nothing)

    def _take(self, choice: object) -> None:
        self.chosen.emit(choice.id if isinstance(choice, EarlierDispatch) else choice)

    def _turn(self, choice: object) -> None:
        self._show_chosen(choice)
        self.renewed.emit()

    def _menu(self) -> QMenu:
        """The acts of a card, the one that takes it away last."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._start)
        if self.own_template is not None:
            menu.addAction(self._actions["rename_template"])
            menu.addSeparator()
            menu.addAction(self._actions["delete_template"])
        return menu

    def _show_chosen(self, choice: object) -> None:
        self._start.setEnabled(choice is not None)
        self.view.show_document(self._documents.get(id(choice)))
        self.view.turn_to(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and self._is_of_the_card(event):
            if isinstance(event, QContextMenuEvent):
                self.gallery.contextMenuEvent(event)
            else:
                event.ignore()
            return True
        if isinstance(event, QKeyEvent) and self._owns(watched, event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._obey(event)
                return True
        return super().eventFilter(watched, event)

    def _is_of_the_card(self, event: QEvent) -> bool:
        """Whether the line leaves an event to the card in hand: Del where it holds nothing, the menu by a key."""
        if isinstance(event, QContextMenuEvent):
            return event.reason() is QContextMenuEvent.Reason.Keyboard
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        return event.key() == Qt.Key.Key_Delete and not event.modifiers() and not self.search.text()

    def _owns(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key is the page's: those that take and leave; in the line arrows; in the cards letters."""
        bare = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if bare and event.key() in {*_TAKES, Qt.Key.Key_Escape}:
            return True
        if watched is self.search:
            return bare and event.key() in _MOVES
        typed = event.text().isprintable() and event.text() != "" and not event.text().isspace()
        erases = event.key() == Qt.Key.Key_Backspace
        chord = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return watched is self.gallery and (typed or erases) and not chord

    def _obey(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back.trigger()
        elif event.key() in _TAKES:
            self._start.trigger()
        elif event.key() in _MOVES:
            self.gallery.keyPressEvent(event)
        else:
            self.search.setFocus()
            self.search.keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setVisible(self.width() >= _ROOM_FOR_PAGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, 320)


def _template_card(template: Template) -> Card:
    group, name, about = (
        words.in_language(language()) for words in (template.group, template.name, template.description)
    )
    also = f"{template.name.vi} {template.name.en} {template.document_type}"
    return Card(template, group, name, about, also=also, key=template.key)


def _earlier_card(earlier: EarlierDispatch) -> Card:
    group, day = _("After an earlier dispatch"), format_day(earlier.day)
    return Card(earlier, group, earlier.name, earlier.subject, day, key=earlier.id)
