"""A desk that was left: no key and no mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
"""What somebody does who is there."""


class IdleWatch(QObject):
    """Watches the whole program, dialogs too, between `watch` and `stop`."""

    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)

    def watch(self, minutes: float) -> None:
        """Tell when nobody has done anything for so long; 0 is never."""
        self.stop()
        application = QCoreApplication.instance()
        if minutes and application is not None:
            application.installEventFilter(self)
            self._timer.start(round(minutes * 60_000))

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    def _leave(self) -> None:
        self.stop()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._timer.isActive():
            self._timer.start()
        return False
