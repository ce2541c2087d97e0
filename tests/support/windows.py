"""Hands and eyes for a window."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vpdesk.ui.main_window import MainWindow

Part = TypeVar("Part", bound=QObject)


def part(window: QWidget, kind: type[Part]) -> Part:
    """The part of this kind in a window; it has to be there."""
    found = window.findChild(kind)
    assert found is not None, f"the window has no {kind.__name__}"
    return found


def sign_in(window: MainWindow) -> None:
    """Come in as the first officer of the sample office, whose name is chosen already; elsewhere do nothing."""
    from vpdesk.ui.pages.sign_in_page import SignInPage

    if isinstance(window.page, SignInPage):
        press(window.page.cards[0], Qt.Key.Key_Return)


def is_at_desk(window: MainWindow) -> bool:
    """Whether the desk is in sight, where whoever comes in begins."""
    return window.page.place == "desk" and not window.page.isHidden()


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and let go a key in a widget."""
    QTest.keyClick(widget, key, modifier)


def type_text(widget: QWidget, text: str) -> None:
    """Type letters as a keyboard layout sends them, one key event each."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def compose(widget: QWidget, proposed: str = "", committed: str = "") -> None:
    """What an input method sends: the letters it proposes, and those it gives over."""
    event = QInputMethodEvent(proposed, [])
    event.setCommitString(committed)
    QApplication.sendEvent(widget, event)


def paste(widget: QWidget, text: str) -> None:
    """Paste plain text."""
    QApplication.clipboard().setText(text)
    press(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
