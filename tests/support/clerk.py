"""The clerk at the keyboard of a window, in the place of the outgoing register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from support.windows import press, type_text
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.outgoing_room import OutgoingRoom
from vpdesk.ui.pages.outgoing_page import OutgoingPage
from vpdesk.ui.widgets.message_bar import MessageBar


class Clerk:
    """Somebody at the keyboard of a window, in the place of the outgoing register."""

    def __init__(self, window: MainWindow, application: QApplication) -> None:
        self.window, self._application = window, application

    @property
    def room(self) -> OutgoingRoom:
        """The room of the register."""
        room = self.window.room_of("outgoing")
        assert isinstance(room, OutgoingRoom)
        return room

    @property
    def page(self) -> OutgoingPage:
        """The list."""
        return self.room.page

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        open_now = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        assert open_now, "no dialog is open"
        return open_now[-1]

    def has_dialog(self) -> bool:
        """Whether a dialog is open."""
        return any(one.isVisible() for one in self.window.findChildren(QDialog))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        if not self.has_dialog():
            self.window.activateWindow()  # without a window manager nobody does when a dialog goes
        self._application.processEvents()
        focus = self._application.focusWidget() or self.window.focusWidget()
        assert focus is not None, "the keys go nowhere"
        press(focus, key, modifier)
        self._application.processEvents()

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self._application.processEvents()
        focus = self._application.focusWidget()
        assert focus is not None, "the letters go nowhere"
        type_text(focus, words)
        self._application.processEvents()

    def take_up(self) -> None:
        """Do what the message bar offers."""
        self._message._act.click()
        self._application.processEvents()

    def said(self) -> str:
        """What the message bar says."""
        return self._message._words.accessibleName()

    @property
    def _message(self) -> MessageBar:
        bar = self.window.findChild(MessageBar)
        assert bar is not None
        return bar
