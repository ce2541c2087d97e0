"""Scans beside the form: brought, read, proposed, kept with the arrival."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from support.arrivals import ALT, CONTROL, has_keys, log, shows
from support.foreign import BROKEN_PDF, docx, grey_png
from support.keyboard import Key, Keyboard
from support.windows import part

from vpdesk.domain.errors import DeskError
from vpdesk.services import demo, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.runner import InlineRunner
from vpdesk.ui.widgets.drop_target import DropTarget
from vpdesk.ui.widgets.strip import Strip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever a list of proposals is put on top."""
T = TypeVar("T")
SENDER = "Ban Tuyên giáo Huyện ủy Hà Ninh"


@pytest.fixture(scope="module")
def letter(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dispatch as a PDF with a text layer, of two pages."""
    path = tmp_path_factory.mktemp("scans") / "scan_0412.pdf"
    path.write_bytes(desk.press.pdf(lay_out(desk, read_dispatch(demo.sample_path())).document))
    return path


def bring(window: MainWindow, *paths: Path) -> None:
    """Let go of files over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *buttons))
    if part(window, DropTarget).isVisible():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *buttons))


def test_scans_dropped_on_the_register_come_beside_the_form(
    window: MainWindow, room: ArrivalsRoom, letter: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "anh.png"
    picture.write_bytes(grey_png(60, 80))
    bring(window, letter, picture)
    assert shows(window, room.entry)
    assert [one.path for one in room.entry.scans.waiting] == [letter, picture]
    assert room.entry.pane.view.page_count == 2
    assert letter.name in room.entry.pane.files.text()


def test_what_is_no_scan_is_not_taken(window: MainWindow, room: ArrivalsRoom, tmp_path: Path) -> None:
    bring(window, tmp_path / "song.mp3")
    assert shows(window, room.register)


def test_what_a_scan_says_is_proposed_beside_the_fields_and_not_filled_in(
    window: MainWindow, room: ArrivalsRoom, letter: Path, keyboard: Keyboard
) -> None:
    bring(window, letter)
    form = room.entry.form
    assert form.chips["reference"].words == "229-CV/BTGHU"
    assert form.chips["document_date"].words == "24/12/2024"
    assert form.entry().reference is None
    assert room.entry.pane.view.is_outlined
    keyboard.press(Key.Key_C, ALT)
    keyboard.press(Key.Key_Return, ALT)
    assert form.entry().sender == SENDER
    assert not form.chips["sender"].isVisible()
    assert has_keys(keyboard, form.reference)


def test_all_proposals_are_taken_but_over_what_was_typed(
    window: MainWindow, room: ArrivalsRoom, letter: Path, keyboard: Keyboard
) -> None:
    bring(window, letter)
    log(keyboard, "", "230-CV/BTGHU")
    keyboard.press(Key.Key_F8)
    entry = room.entry.form.entry()
    assert (entry.sender, entry.reference) == (SENDER, "230-CV/BTGHU")
    assert "95 năm" in (entry.subject or "")
    assert room.entry.form.chips["reference"].words == "229-CV/BTGHU"


def test_a_scan_is_kept_with_its_arrival_and_the_next_comes_in_hand(
    window: MainWindow, room: ArrivalsRoom, letter: Path, keyboard: Keyboard, own_desk: Desk, tmp_path: Path
) -> None:
    word = docx(tmp_path / "kem.docx", "Phụ lục")
    bring(window, letter, word)
    keyboard.press(Key.Key_F8)
    keyboard.press(Key.Key_Return, CONTROL)
    (row,) = receiving.arrivals(own_desk).rows
    assert row.files == 1
    assert [one.path for one in room.entry.scans.waiting] == [word]
    log(keyboard, "Huyện đoàn")
    keyboard.press(Key.Key_W, CONTROL)
    keyboard.press(Key.Key_Return, CONTROL)
    assert [row.files for row in receiving.arrivals(own_desk).rows] == [0, 1]


def test_the_keys_turn_the_pages_and_go_to_the_next_scan(
    window: MainWindow, room: ArrivalsRoom, letter: Path, keyboard: Keyboard, tmp_path: Path
) -> None:
    picture = tmp_path / "anh.png"
    picture.write_bytes(grey_png(60, 80))
    bring(window, letter, picture)
    view = room.entry.pane.view
    keyboard.press(Key.Key_PageDown)
    assert view.current_page == 1
    keyboard.press(Key.Key_PageDown, CONTROL)
    assert (room.entry.scans.place, view.page_count) == (1, 1)
    factor = view.factor
    keyboard.press(Key.Key_Minus, CONTROL)
    assert view.factor < factor


def test_a_page_comes_as_a_picture_as_sharp_as_the_zoom_asks(
    window: MainWindow, room: ArrivalsRoom, letter: Path, keyboard: Keyboard
) -> None:
    bring(window, letter)
    view = room.entry.pane.view
    keyboard.wait("the picture", lambda: 0 in view.pictures)
    before = view.pictures[0].width()
    keyboard.press(Key.Key_Plus, CONTROL)
    keyboard.press(Key.Key_Plus, CONTROL)
    keyboard.wait("a sharper one", lambda: view.pictures[0].width() > before)


def test_a_broken_file_is_told_and_leaves_the_others(
    window: MainWindow, room: ArrivalsRoom, letter: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(BROKEN_PDF)
    bring(window, broken, letter)
    assert part(window, Strip).isVisible()
    assert [one.path for one in room.entry.scans.waiting] == [letter]


def test_a_file_without_pages_says_that_it_is_kept_all_the_same(
    window: MainWindow, room: ArrivalsRoom, tmp_path: Path
) -> None:
    bring(window, docx(tmp_path / "van-ban.docx", "Công văn"))
    assert room.entry.pane.view.page_count == 0
    assert room.entry.scans.scan is not None


class Slow:
    """A runner that answers when it is told to."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], None]] = []

    def run(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None]) -> None:
        self.calls.append(lambda: InlineRunner().run(call, done, failed))

    def finish(self, at_most: int = -1) -> None:
        """Nothing is waited for."""

    def beside(self) -> Slow:
        """This one."""
        return self


def test_a_scan_that_is_still_being_read_is_waited_for(
    window: MainWindow, room: ArrivalsRoom, letter: Path, keyboard: Keyboard, own_desk: Desk
) -> None:
    keyboard.press(Key.Key_F3)
    slow = room.entry.scans._runner = Slow()
    bring(window, letter)
    log(keyboard, "Huyện đoàn")
    keyboard.press(Key.Key_Return, CONTROL)
    keyboard.press(Key.Key_Return, CONTROL)
    assert not receiving.arrivals(own_desk).rows
    slow.calls[0]()
    assert [row.files for row in receiving.arrivals(own_desk).rows] == [1]
