"""Opening a dispatch, and telling what cannot be opened."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from support.windows import part

from vpdesk.services import office
from vpdesk.services.desk import Desk
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.start import open_window
from vpdesk.ui.widgets.drop_target import DropTarget
from vpdesk.ui.widgets.empty_state import RecentButton
from vpdesk.ui.widgets.strip import Strip
from vpdesk.ui.widgets.top_bar import TopBar

MakeWindow = Callable[..., MainWindow]


def _drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(99, 99), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(99, 99), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def hook() -> Iterator[None]:
    """Puts back who is told of errors nobody catches."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_a_file_named_at_the_start_is_open_in_the_first_window(
    application: QApplication, desk: Desk, paper: Path, hook: None
) -> None:
    seen: list[str] = []

    def look() -> None:
        for window in application.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.paper.document is not None:
                seen.append(window.windowTitle())
                window.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    assert open_window(desk, paper) == 0
    timer.stop()
    assert seen == [f"{paper.name} – vpdesk"]


def test_a_dropped_dispatch_file_is_opened(make: MakeWindow, paper: Path) -> None:
    window = make()
    _drop(window, paper)
    assert window.path == paper
    assert window.paper.document is not None
    assert part(window, DropTarget).isHidden()


def test_what_is_no_single_dispatch_file_is_not_taken(make: MakeWindow, paper: Path, tmp_path: Path) -> None:
    window = make()
    _drop(window, tmp_path / "letter.docx")
    _drop(window, paper, paper)
    assert window.path is None


def test_while_a_file_is_held_over_the_window_it_says_what_letting_go_does(make: MakeWindow, paper: Path) -> None:
    window = make()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    event = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)
    assert part(window, DropTarget).isVisible()


def test_the_top_bar_says_which_paper_is_shown(window: MainWindow) -> None:
    words = [label.text() for label in part(window, TopBar).findChildren(QLabel)]
    assert "Công văn số 229-CV/BTGHU" in words


def test_an_opened_paper_is_offered_again_the_next_time(make: MakeWindow, paper: Path) -> None:
    first = make()
    first.open(paper)
    office.found_sample(first.gateway.desk)
    second = make(recent=first.preferences.settings.recent)
    second.begin()
    part(second, RecentButton).click()
    assert second.path == paper
    assert second.shows_file


def test_a_file_that_is_not_there_is_told_and_forgotten(make: MakeWindow, tmp_path: Path) -> None:
    gone = tmp_path / "gone.dispatch.json"
    window = make(recent=(str(gone),))
    window.open(gone)
    assert part(window, Strip).isVisible()
    assert window.preferences.settings.recent == ()
    assert not window.shows_file


def test_a_secret_paper_is_not_shown(window: MainWindow, rewrite: Callable[..., None]) -> None:
    rewrite(secrecy="MẬT")
    window.renew()
    assert part(window, Strip).isVisible()
    assert window.paper.document is None
