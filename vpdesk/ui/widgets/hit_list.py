"""The list of what was found: two lines a document, what was typed marked in them; more comes as it is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from vpdesk.domain.finding import Hit
from vpdesk.domain.search_query import Term
from vpdesk.services.finding import Found
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.hit_delegate import HitDelegate
from vpdesk.words.catalogue import _
from vpdesk.words.finding import hit_line

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """What was found so far. `wanted` asks for what is behind a place."""

    wanted = Signal(object)  # a place has more bits than a C++ int

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Hit, ...] = ()
        self._after: int | None = None

    def show_found(self, found: Found) -> None:
        """Show what was found in place of what was there. Equal rows stay as they are, chosen and in sight."""
        self._after = found.after
        if self.rows != found.hits:
            self.beginResetModel()
            self.rows = found.hits
            self.endResetModel()

    def add(self, found: Found) -> None:
        """Show more of the same."""
        self._after = found.after
        if found.hits:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(found.hits) - 1)
            self.rows += found.hits
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return hit_line(self.rows[index.row()])
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return self._after is not None and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if (after := self._after) is not None:
            self._after = None  # asked once
            self.wanted.emit(after)


class HitList(QListView):
    """Documents that were found; Enter opens the one in hand."""

    opened = Signal(object)
    """A Hit."""
    changed = Signal()
    """Another document is in hand, or others are chosen."""
    left_above = Signal()
    """The key up on the first row: the keys are wanted in the field."""

    def __init__(self, look: Look, type_name: Callable[[str], str], today: Callable[[], date]) -> None:
        super().__init__()
        self.hits = HitsModel(self)
        self.terms: Sequence[Term] = ()
        self.passages: dict[UUID, str] = {}
        """What documents say that was typed, where they do not say it in sight."""
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self, look, type_name, today))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(_("What was found"))
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.changed.emit())
        follow_keyboard_focus(self)

    def show_found(self, found: Found, terms: Sequence[Term]) -> None:
        """Show what was found from its beginning; the first is in hand."""
        before, self.terms = self.hits.rows, terms
        self.passages.clear()
        self.hits.show_found(found)
        if self.hits.rows != before:
            self.scrollToTop()
        if found.hits and not self.currentIndex().isValid():
            self.setCurrentIndex(self.hits.index(0, 0))
        self.viewport().update()
        self.changed.emit()

    def show_passages(self, passages: Mapping[UUID, str]) -> None:
        """Show what documents say besides what is in sight."""
        self.passages.update(passages)
        self.viewport().update()

    @property
    def hit(self) -> Hit | None:
        """The document in hand."""
        place = self.currentIndex().row()
        return self.hits.rows[place] if 0 <= place < len(self.hits.rows) else None

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The documents that are chosen, from the top."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.hits.rows[place] for place in places if place < len(self.hits.rows))

    def _open(self) -> None:
        if self.hit is not None:
            self.opened.emit(self.hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open()
        elif event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif event.text() and plain and event.key() != Qt.Key.Key_Escape:
            event.ignore()  # letters find nothing here: they would move the row in hand
        else:
            super().keyPressEvent(event)
