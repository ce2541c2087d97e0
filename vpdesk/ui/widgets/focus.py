"""A focus ring for those who use the keys: none after a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def follow_keyboard_focus(widget: QWidget) -> None:
    """Keep the property `ring` of a pane true while it has the focus by a key; style sheet and delegates look at it."""
    widget.setProperty("ring", False)
    widget.installEventFilter(_Watch(widget))


class _Watch(QObject):
    """Sees a pane get and lose the focus, and a key pressed in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            match event.type():
                case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                    _set_ring(watched, shown=event.reason() in _BY_KEYS)
                case QEvent.Type.FocusOut:
                    _set_ring(watched, shown=False)
                case _:
                    pass
        return False


def _set_ring(widget: QWidget, *, shown: bool) -> None:
    if widget.property("ring") != shown:
        widget.setProperty("ring", shown)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
