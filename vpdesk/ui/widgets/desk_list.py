"""A column of a desk: its sections as one list, as high as all its rows, walked by the keys."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from vpdesk.ui.icons import Icons
from vpdesk.ui.models.desk_rows import DeskItem, DeskModel, Part, Words
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.desk_delegate import DeskDelegate
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.words.desks import RowWords


class DeskList(QListView):
    """The keys that lead out of it are told: the desk goes on in another column."""

    changed = Signal()
    """Another item is in hand."""
    done = Signal(object)
    """The act of an item is wanted."""
    all_wanted = Signal(object)
    """The place that shows a whole section is wanted."""
    left_by = Signal(int)
    """A key leads out of it: up (-1), down (+1)."""
    crossed = Signal()
    """Left or right: the other column is wanted."""

    def __init__(self, look: Look, icons: Icons, words: Words, pictures: Mapping[UUID, QPixmap]) -> None:
        super().__init__()
        self.rows_model = DeskModel(words, self)
        self.setModel(self.rows_model)
        self._paints = DeskDelegate(self, look, icons, pictures)
        self.setItemDelegate(self._paints)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.changed.emit())
        follow_keyboard_focus(self)

    # --- items ------------------------------------------------------------------------------------------------------

    @property
    def items(self) -> tuple[DeskItem, ...]:
        """All items, from the top."""
        return self.rows_model.items

    @property
    def item(self) -> DeskItem | None:
        """The item in hand, where one of this column is."""
        place = self.currentIndex().row()
        return self.items[place] if 0 <= place < len(self.items) and self.selectedIndexes() else None

    @property
    def places(self) -> list[int]:
        """Where the keys stop, from the top."""
        return [place for place, item in enumerate(self.items) if item.can_be_chosen]

    def words(self, item: DeskItem) -> RowWords:
        """A row as it is read."""
        return self.rows_model.words(item)

    def show_items(self, items: tuple[DeskItem, ...]) -> None:
        """Show these items; nothing of them is in hand where they are others."""
        self.rows_model.set_items(items)
        self.setFixedHeight(max(1, sum(self._paints.height_of(item) for item in items)))
        self.doItemsLayout()
        self.viewport().update()

    def take(self, place: int) -> None:
        """Take an item in hand."""
        self.setCurrentIndex(self.rows_model.index(place, 0))

    def let_go(self) -> None:
        """Have nothing in hand: something of another column is."""
        self.selectionModel().clear()
        self.viewport().update()

    def room_of_item(self) -> QRectF:
        """Where the item in hand stands."""
        return QRectF(self.visualRect(self.currentIndex()))

    def is_over(self, room: QRectF) -> bool:
        """Whether the mouse is over a part of it."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        return self.underMouse() and room.contains(at.toPointF())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    # --- the mouse --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        # A click on a heading, or beside the rows, leaves in hand what was.
        if index.isValid() and self.items[index.row()].can_be_chosen:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._click(event.position().toPoint())

    def _click(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        item, cell = self.items[index.row()], QRectF(self.visualRect(index))
        button, link = self._paints.button_of(item, cell), self._paints.link_of(item, cell)
        if link is not None and link.contains(at.toPointF()):
            self.all_wanted.emit(item.section)
        elif item.part is Part.MORE or (button is not None and button.contains(at.toPointF())):
            self.done.emit(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.items[index.row()].part is Part.ROW:
            self.done.emit(self.items[index.row()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    # --- the keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if (item := self.item) is not None:
                    self.done.emit(item)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Down:
                self._step(+1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.crossed.emit()
            case _ if event.text():
                event.ignore()  # letters find nothing here: they would move the row in hand
            case _:
                super().keyPressEvent(event)

    def _step(self, direction: int) -> None:
        places, now = self.places, self.currentIndex().row()
        later = [place for place in places if (place - now) * direction > 0]
        if later:
            self.take(min(later) if direction > 0 else max(later))
        else:
            self.left_by.emit(direction)
