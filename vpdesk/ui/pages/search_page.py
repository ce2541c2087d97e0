"""The page that finds: one field, what the list is narrowed to, the list as it is typed, saved views at the left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.case_files import PaperKind
from vpdesk.domain.case_views import KINDS_FOUND
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.search_query import ANY_DAY, Counts, Deadline, SavedView, Search, Term, understand, without_days
from vpdesk.services.finding import Found
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.hit_list import HitList
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.words.catalogue import N_, _, format_number
from vpdesk.words.finding import counted, deadline_name, found_kinds_name, found_state_name

_PATIENCE = 40
"""Milliseconds after a key until the store is asked: a fast hand asks once for a word."""
_CHIP = 110
"""Pixels of a value that is chosen: five stand side by side in the smallest window."""
_VALUES = 12
"""Values of a kind that are offered, the most frequent first."""
_NARROWED = ("document_type", "state", "party", "person", "deadline")


class SearchPage(Page):
    """Asks for what is typed and chosen, and shows what was found."""

    place: ClassVar[str] = "search"
    asked = Signal(object)
    """A Search."""
    more_wanted = Signal(object)
    """What is behind a place of the list in sight."""
    opened = Signal(object)
    """A Hit."""
    save_wanted = Signal(object)
    """The Search that is to be kept by a name."""
    dropped = Signal(object)
    """A SavedView that is to be forgotten."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__()
        self._icons = icons
        self._types: Mapping[str, str] = {}
        self._chosen = Search()
        self._counts: Counts | None = None
        self.field = _Field()
        self.list = HitList(look, lambda code: self._types.get(code, code), today)
        self.count = label("", "caption")
        self.spelled = label("", "muted")
        self._kinds = QButtonGroup(self)
        self._chips = {name: QPushButton() for name in _NARROWED}
        self._best = QPushButton(_("Best first"))
        self._save = QPushButton(_("Save this search…"))
        self.widen = QPushButton(_("Search all days and kinds (Ctrl+Enter)"))
        self._nothing = label("", "title")
        self._looked_in = label("", "muted")
        self._below = QStackedWidget()
        self._views = QVBoxLayout()
        self._wait = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._arrange()
        self._connect()
        self.show_views(())

    # --- building -------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left())
        column = QVBoxLayout()
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row(self.field, stretch=True))
        column.addLayout(self._kinds_row())
        column.addLayout(self._values_row())
        self.spelled.setContentsMargins(20, 0, 20, 0)
        self.spelled.hide()
        column.addWidget(self.spelled)
        self._below.addWidget(self.list)
        self._below.addWidget(self._emptiness())
        column.addWidget(self._below, 1)
        whole.addLayout(column, 1)

    def _row(self, *parts: QWidget, stretch: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        for part in parts:
            row.addWidget(part, 1 if stretch else 0)
        return row

    def _kinds_row(self) -> QHBoxLayout:
        row = self._row()
        for number, kind in enumerate((None, *FoundKind)):
            button = QPushButton(found_kinds_name(kind) if kind else _("Everything"))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(kind is None)
            self._kinds.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._best.setProperty("role", "segment")
        self._best.setCheckable(True)
        row.addWidget(self._best)
        row.addWidget(self.count)
        return row

    def _values_row(self) -> QHBoxLayout:
        row = self._row()
        for name, chip in self._chips.items():
            chip.setProperty("role", "segment")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._offer, name))
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _left(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(220)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 8, 12)
        column.setSpacing(4)
        column.addWidget(label(_("Saved searches"), "section"))
        self._views.setSpacing(2)
        column.addLayout(self._views)
        column.addStretch(1)
        self._save.setProperty("role", "quiet")
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _emptiness(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setSpacing(0)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(self._icons, "search", "muted", 32), 0, middle)
        column.addSpacing(16)
        column.addWidget(self._nothing, 0, middle)
        column.addSpacing(4)
        column.addWidget(self._looked_in, 0, middle)
        column.addSpacing(20)
        column.addWidget(self.widen, 0, middle)
        column.addStretch(3)
        return empty

    def _connect(self) -> None:
        self._wait.timeout.connect(self.ask)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.entered.connect(self._open_first)
        self.field.went_down.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.left_above.connect(lambda: self.field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.list.opened.connect(self.opened)
        self.list.hits.wanted.connect(self.more_wanted)
        self.list.changed.connect(self.renewed)
        self._kinds.idClicked.connect(self._choose_kind)
        self._best.clicked.connect(lambda best: self._choose(best_first=best))
        self._save.clicked.connect(lambda: self.save_wanted.emit(self.search))
        self.widen.clicked.connect(self._widen)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._widen)

    # --- what is asked --------------------------------------------------------------------------------------------

    @property
    def search(self) -> Search:
        """What is looked for now."""
        return replace(self._chosen, text=self.field.text())

    def ask(self) -> None:
        """Ask for what is typed and chosen."""
        self._wait.stop()
        self.asked.emit(self.search)

    def show_search(self, search: Search) -> None:
        """Look for this from now on."""
        self._chosen = search
        self.field.setText(search.text)
        button = self._kinds.button((None, *FoundKind).index(search.kind))
        button.setChecked(True)
        self._best.setChecked(search.best_first)
        self._name_chips()
        self.ask()

    def _choose_kind(self, number: int) -> None:
        self._choose(kind=(None, *FoundKind)[number], state=None, book=None)

    def _choose(self, **values: Any) -> None:
        self._chosen = replace(self._chosen, **values)
        self._name_chips()
        self.ask()

    def _widen(self) -> None:
        if self._can_widen():
            self.show_search(Search(without_days(self.field.text())))

    def _can_widen(self) -> bool:
        return self.search.is_narrowed or understand(self.field.text()).days != ANY_DAY

    # --- values of the list ---------------------------------------------------------------------------------------

    def _name_chips(self) -> None:
        for name, chip in self._chips.items():
            value = getattr(self._chosen, name)
            words = self._value_words(name, value) if value is not None else ""
            shown = chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _CHIP)
            chip.setText(f"{shown}  ×" if value is not None else f"{_(_CHIPS[name])} ▾")
            chip.setChecked(value is not None)
            chip.setToolTip(words)
            chip.setAccessibleName(f"{_(_CHIPS[name])}: {words}" if words else _(_CHIPS[name]))

    def _offer(self, name: str) -> None:
        """Offer the values there are among what was found; a value that is chosen is let go."""
        if getattr(self._chosen, name) is not None:
            self._choose(**{name: None})
            return
        self._chips[name].setChecked(False)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, number in self._values(name):
            words = self._value_words(name, value)
            act = menu.addAction(f"{words}\t{format_number(number)}" if number else words)
            act.triggered.connect(lambda _checked=False, value=value: self._choose(**{name: value}))
        if menu.isEmpty():
            menu.addAction(_("Nothing to choose")).setEnabled(False)
        menu.popup(self._chips[name].mapToGlobal(self._chips[name].rect().bottomLeft()))

    def _values(self, name: str) -> Iterable[tuple[Any, int]]:
        if name == "deadline":
            return [(deadline, 0) for deadline in Deadline]
        if self._counts is None:
            return []
        counts = {
            "document_type": self._counts.types,
            "state": self._counts.states,
            "party": self._counts.parties,
            "person": self._counts.persons,
        }
        return list(counts[name].items())[:_VALUES]

    def _value_words(self, name: str, value: Any) -> str:
        match name:
            case "document_type":
                return self._types.get(value, value)
            case "deadline":
                return deadline_name(value)
            case "state":
                return self._state_words(value)
            case _:
                return " ".join(str(value).split())

    def _state_words(self, state: str) -> str:
        for kind in FoundKind:
            try:
                return found_state_name(kind, state)
            except ValueError:
                continue  # no state of this kind
        return state

    # --- what was found -------------------------------------------------------------------------------------------

    def name_types(self, types: Mapping[str, str]) -> None:
        """Call the types by these names, by their codes."""
        self._types = types
        self._name_chips()

    def show_found(self, found: Found) -> None:
        """Show what was found of what is looked for."""
        typed = understand(self.field.text())
        near = tuple(Term(word, is_prefix=True) for word in found.spelled)
        self.list.show_found(found, (*typed.terms, *near))
        self.spelled.setText(_("Nobody wrote that; shown is what has: {words}.").format(words=", ".join(found.spelled)))
        self.spelled.setVisible(bool(found.spelled))
        self._below.setCurrentIndex(0 if found.hits else 1)
        if not found.hits:
            text = self.field.text().strip()
            self._nothing.setText(_("“{words}” not found.").format(words=text) if text else _("Nothing found."))
            self._looked_in.setText(
                _("Searched: outgoing documents, arrivals, drafts, the text of their files, case files.")
            )
            self.widen.setVisible(self._can_widen())

    def show_more(self, found: Found) -> None:
        """Show more of the same."""
        self.list.hits.add(found)

    def show_counts(self, counts: Counts) -> None:
        """Say how many there are."""
        self._counts = counts
        self.count.setText(counted(counts))
        announce(self.count, counted(counts))

    def show_views(self, views: Iterable[tuple[SavedView, Counts]]) -> None:
        """Show the saved views with their counts."""
        while (item := self._views.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for view, counts in views:
            number = f"{format_number(counts.total)}{'+' if counts.is_capped else ''}"
            button = QPushButton()
            button.setProperty("role", "step")
            name = button.fontMetrics().elidedText(view.name, Qt.TextElideMode.ElideRight, 130)
            button.setText(f"{name}   {number}")
            button.setToolTip(view.name)
            button.setAccessibleName(f"{view.name}, {number}")
            button.clicked.connect(lambda _checked=False, view=view: self.show_search(view.search))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(lambda _at, of=button, view=view: self._view_menu(of, view))
            self._views.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if self._views.count() == 0:
            self._views.addWidget(label(_("None yet."), "muted"))

    def _view_menu(self, button: QPushButton, view: SavedView) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Forget this search")).triggered.connect(lambda: self.dropped.emit(view))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_first(self) -> None:
        if self.list.hit is not None:
            self.opened.emit(self.list.hit)

    # --- the page -------------------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Find anything"))

    def title(self) -> str:
        return _("Find anything")

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        chosen = self.list.chosen if self._below.currentIndex() == 0 else ()
        return tuple((KINDS_FOUND[hit.kind], hit.record) for hit in chosen if hit.kind in KINDS_FOUND)

    def panes(self) -> list[QWidget]:
        return [self.field, self.list]

    def take_keys(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()


class _Field(QLineEdit):
    """The field: the key down goes to the list, Enter opens its row in hand."""

    went_down = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Words, a number, a person, a day: 229cv, tháng 12/2024"))
        self.setAccessibleName(_("Find anything"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


_CHIPS = {
    "document_type": N_("Type"),
    "state": N_("State"),
    "party": N_("Sender"),
    "person": N_("Person"),
    "deadline": N_("Deadline"),
}
