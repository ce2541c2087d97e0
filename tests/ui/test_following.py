"""The window follows its file on disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.windows import part

from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.preview.reading import page_text
from vpdesk.ui.widgets.strip import Strip

Rewrite = Callable[..., None]
_NEW = "V/v một việc khác hẳn"


def _shows(window: MainWindow, words: str) -> bool:
    return window.paper.document is not None and words in page_text(window.paper.document.pages[0])


def _strip(window: MainWindow) -> Strip:
    return part(window, Strip)


def test_a_change_of_the_file_is_shown_by_itself(window: MainWindow, rewrite: Rewrite, qtbot: QtBot) -> None:
    rewrite(subject_summary=_NEW)
    qtbot.waitUntil(lambda: _shows(window, _NEW))


def test_a_file_put_in_the_place_of_the_old_one_is_shown_and_followed(
    window: MainWindow, rewrite: Rewrite, paper: Path, qtbot: QtBot
) -> None:
    for subject in (_NEW, "V/v lần thứ hai"):
        old = paper.read_bytes()
        rewrite(subject_summary=subject)
        changed = paper.read_bytes()
        paper.write_bytes(old)
        beside = paper.with_name("beside.tmp")
        beside.write_bytes(changed)
        beside.replace(paper)
        qtbot.waitUntil(partial(_shows, window, subject))


def test_broken_content_leaves_the_last_good_pages_under_a_red_strip(
    window: MainWindow, rewrite: Rewrite, paper: Path, qtbot: QtBot
) -> None:
    good = paper.read_text(encoding="utf-8")
    before = window.paper.document
    paper.write_text(good[:-200], encoding="utf-8")
    qtbot.waitUntil(_strip(window).isVisible)
    assert window.paper.document is before
    assert paper.name in [label.text() for label in _strip(window).findChildren(QLabel)]
    paper.write_text(good, encoding="utf-8")
    qtbot.waitUntil(_strip(window).isHidden)


def test_a_deleted_file_leaves_its_pages_and_is_shown_again_when_it_comes_back(
    window: MainWindow, paper: Path, qtbot: QtBot
) -> None:
    content = paper.read_bytes()
    paper.unlink()
    qtbot.waitUntil(_strip(window).isVisible)
    assert window.paper.document is not None
    paper.write_bytes(content)
    qtbot.waitUntil(_strip(window).isHidden)


def test_the_place_in_the_text_stays_when_the_file_changes(window: MainWindow, rewrite: Rewrite, qtbot: QtBot) -> None:
    window.paper.view.turn_to(1)
    rewrite(place="Hải Phòng")
    qtbot.waitUntil(lambda: _shows(window, "Hải Phòng"))
    assert window.paper.view.current_page == 1
