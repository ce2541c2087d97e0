"""Hands and eyes for a window."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QObject)


def part(window: QWidget, kind: type[Part]) -> Part:
    """The part of this kind in a window; it has to be there."""
    found = window.findChild(kind)
    assert found is not None, f"the window has no {kind.__name__}"
    return found


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and let go a key in a widget."""
    QTest.keyClick(widget, key, modifier)
