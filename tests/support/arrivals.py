"""What arrives at the sample office, and how it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple, TypeVar

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from support.keyboard import Key, Keyboard, Modifier
from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.forms.handing_dialog import HandingDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.page import Page
from vpdesk.ui.widgets.message_bar import MessageBar

Dialog = TypeVar("Dialog", bound=QDialog)
CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier
CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)
PROVINCE = "Ban Tuyên giáo Tỉnh ủy"
LETTER = ArrivalEntry(
    sender=PROVINCE,
    reference="2403-CV/BTGTU",
    document_date=date(2024, 12, 13),
    document_type="CV",
    subject="V/v sắp xếp tổ chức bộ máy",
    receiver="Trần Minh Khôi",
)
Register = Callable[..., IncomingDocument]


class Seated(NamedTuple):
    """Somebody at a window of his own: the window, its room of arrivals, the keyboard."""

    window: MainWindow
    room: ArrivalsRoom
    keyboard: Keyboard


Sits = Callable[[str], Seated]


def log(keyboard: Keyboard, *values: str) -> None:
    """Type values, Enter behind each; nothing leaves a field empty."""
    for value in values:
        keyboard.type(value)
        keyboard.press(Key.Key_Return)


def has_keys(keyboard: Keyboard, widget: QWidget) -> bool:
    """Whether the next key goes to a widget."""
    return keyboard.focus is widget


def shows(window: MainWindow, page: Page) -> bool:
    """Whether a page is in sight."""
    return window.page is page


def asked(window: MainWindow) -> HandingDialog:
    """The dialog that asks who has arrivals."""
    return next(one for one in window.findChildren(HandingDialog) if one.isVisible())


def dialog_of(window: MainWindow, kind: type[Dialog]) -> Dialog:
    """The dialog of a kind that is open."""
    return next(one for one in window.findChildren(kind) if one.isVisible())


def message_of(window: MainWindow) -> MessageBar:
    """The message bar of a window."""
    bar = window.findChild(MessageBar)
    assert bar is not None
    return bar


def told(widget: QWidget) -> list[str]:
    """What stands in a pane."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
