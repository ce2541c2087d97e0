"""Completion of earlier values under an input. Nothing is inserted that was not asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QStringListModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from vpdesk.domain.completion import suggestions

_TAKES = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
Find = Callable[[str, Mapping[str, int]], Sequence[str]]
"""What a line may become, of these values with their uses."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Completed(Protocol):
    """An input whose line in hand can be finished."""

    @property
    def typed(self) -> SignalInstance:
        """The signal of letters changed by hand."""

    def line_in_hand(self) -> str | None:
        """The line to be finished; None where none is."""

    def take(self, text: str) -> None:
        """Put a text in place of the line."""

    def line_place(self) -> QRect:
        """Where the line stands in its widget."""


class CompletionPopup(QListView):
    """The list under the input; it never takes the focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        # A tool tip of the window system: above everything, without the keyboard.
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMouseTracking(True)

    def open_at(self, line: QRect) -> None:
        """Stand under a line given in the screen's coordinates, or above it where the screen ends."""
        self.ensurePolished()
        rows = range(self.model().rowCount())
        frame = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth()
        height = sum(self.sizeHintForRow(row) for row in rows) + max(frame, _FRAME)
        size = QSize(max(line.width(), 200), height)
        place = line.bottomLeft() + QPoint(0, 3)
        screen = QGuiApplication.screenAt(line.center())
        if screen is not None and place.y() + height > screen.availableGeometry().bottom():
            place = line.topLeft() - QPoint(0, height + 2)
        self.setGeometry(QRect(place, size))
        self.show()


_FRAME = 10
"""Border and padding above and below the rows, as the style sheet has them."""


class Completion(QObject):
    """Offers earlier values for the line in hand. Tab or Enter takes the chosen one, Esc puts the list away."""

    taken = Signal()
    """A value was taken by a key."""

    def __init__(self, keys: QWidget, field: Completed, find: Find = suggestions) -> None:
        """Complete `field`; `keys` is the widget that gets its keys, mostly the same; `find` chooses."""
        super().__init__(keys)
        self._keys = keys
        self._field = field
        self._find = find
        self._used: Mapping[str, int] = {}
        self._composing = False
        self._put_away: str | None = None
        self._model = QStringListModel(self)
        self.popup = CompletionPopup(keys)
        self.popup.setModel(self._model)
        self.popup.clicked.connect(lambda index: self._take(index.row()))
        keys.installEventFilter(self)
        field.typed.connect(self._refresh)

    def offer(self, used: Mapping[str, int]) -> None:
        """Offer these values from now on, each with the number of its uses."""
        self._used = used

    def _refresh(self) -> None:
        line = self._field.line_in_hand()
        if self._put_away is not None and line is not None and line.startswith(self._put_away):
            return
        self._put_away = None
        found = self._find(line, self._used) if line is not None and not self._composing else ()
        if not found:
            self.popup.hide()
            return
        self._model.setStringList(list(found))
        self.popup.setCurrentIndex(self._model.index(0))
        place = self._field.line_place()
        self.popup.open_at(QRect(self._keys.mapToGlobal(place.topLeft()), place.size()))

    def _take(self, row: int) -> None:
        text = self._model.stringList()[row]
        self.popup.hide()
        self._field.take(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.InputMethod if isinstance(event, QInputMethodEvent):
                self._composing = bool(event.preeditString())
                if self._composing:
                    self.popup.hide()
            case QEvent.Type.FocusOut | QEvent.Type.Hide:
                self._put_away = None
                self.popup.hide()
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and self._owns(event):
                event.accept()
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and self._owns(event):
                self._obey(Qt.Key(event.key()))
                return True
            case _:
                pass
        return False

    def _owns(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        return self.popup.isVisible() and bare and event.key() in {*_TAKES, *_STEPS, Qt.Key.Key_Escape}

    def _obey(self, key: Qt.Key) -> None:
        row = self.popup.currentIndex().row()
        if key in _TAKES:
            self._take(row)
            self.taken.emit()
        elif key in _STEPS:
            self.popup.setCurrentIndex(self._model.index((row + _STEPS[key]) % self._model.rowCount()))
        else:
            self._put_away = self._field.line_in_hand()
            self.popup.hide()
