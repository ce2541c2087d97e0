"""A keyboard and a pair of eyes for a window on a screen: every key goes where the focus is."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from support.windows import press, type_text
from vpdesk.ui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_PATIENCE = 30
"""Seconds after which a stage that does not come is missed."""


class Keyboard:
    """Somebody at the keyboard of a window."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._pictures = 0

    @property
    def focus(self) -> QWidget:
        """Where the next key goes."""
        focus = QApplication.focusWidget() or self._window.focusWidget()
        assert focus is not None, "the keys go nowhere"
        return focus

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press a key."""
        press(self.focus, key, modifier)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type words."""
        type_text(self.focus, words)
        QApplication.processEvents()

    def replace(self, words: str) -> None:
        """Type words in place of all that stands there."""
        self.press(Key.Key_A, Modifier.ControlModifier)
        self.type(words)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until the keys are in a widget."""
        for _press in range(80):
            if widget is self.focus:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName() or widget}")

    def fill(self, widget: QWidget, words: str) -> None:
        """Go to an input and type words in place of what it has."""
        self.tab_to(widget)
        self.replace(words)

    def fill_list(self, widget: QWidget, entries: tuple[str, ...]) -> None:
        """Go to a list and type its entries, Enter between them."""
        self.tab_to(widget)
        self.press(Key.Key_A, Modifier.ControlModifier)
        for number, entry in enumerate(entries):
            if number:
                self.press(Key.Key_Return)
            self.type(entry)
        self.press(Key.Key_Escape)

    def wait(self, what: str, condition: Callable[[], bool]) -> None:
        """Look at the screen until something is there."""
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"not there: {what}"
            QTest.qWait(10)

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        QTest.qWait(50)
        self._pictures += 1
        self._window.grab().save(str(self._folder / f"{self._pictures}-{name}.png"))
