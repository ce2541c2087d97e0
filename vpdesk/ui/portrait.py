"""Pictures of the window, taken without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QIODevice, QSaveFile, QSize
from PySide6.QtGui import QPixmap

from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.domain.reports import ReportKind
from vpdesk.paths import Places, resource
from vpdesk.services.demo import DraftedSample, submit_sample
from vpdesk.services.desk import Desk
from vpdesk.ui.books_room import BooksRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.runner import InlineRunner
from vpdesk.ui.start import make_application, make_window
from vpdesk.words.catalogue import choose_language, language

_SIZE = QSize(1440, 900)
_THEMES = ("light", "dark")
_REGISTERS = ("desk", "outgoing", "arrivals", "new_arrival", "case_files", "search", "books")
"""The acts that show the places of the registers, each of which is a picture."""


def picture_window(drafted: DraftedSample, folder: Path) -> Iterator[Path]:
    """Picture the draft page, the list of drafts and the templates, in both themes; each path as it is written.

    Raises FileNotWritable when the folder will not have a picture.
    """
    for theme in _THEMES:
        for name, picture in portraits(drafted, theme, language()):
            yield save_picture(picture, folder / f"{name}-{theme}.png")


def portraits(drafted: DraftedSample, theme: str, tongue: str, size: QSize = _SIZE) -> Iterator[tuple[str, QPixmap]]:
    """The main pages of the window with the sample draft in it: a name and a picture for each."""
    with _window(drafted.desk, theme, tongue, size) as window:
        window.begin()
        room = window.room
        assert room is not None  # noqa: S101 -- what begins has it
        shows: dict[str, Callable[[], None]] = {
            "draft": lambda: room.open_draft(drafted.draft),
            "drafts": room.show_list,
            "templates": room.offer_beginnings,
        }
        for name, show in shows.items():
            show()
            _settle(window)
            yield name, window.grab()


def picture_registers(desk: Desk, folder: Path) -> Iterator[Path]:
    """Picture the places of the registers, in both themes; each path as it is written. Raises FileNotWritable."""
    for theme in _THEMES:
        for name, picture in register_portraits(desk, theme, language()):
            yield save_picture(picture, folder / f"{name}-{theme}.png")


def register_portraits(desk: Desk, theme: str, tongue: str, size: QSize = _SIZE) -> Iterator[tuple[str, QPixmap]]:
    """The places of the registers, with whoever sits at the desk: a name and a picture for each."""
    with _window(desk, theme, tongue, size) as window:
        window.begin()
        for name in _REGISTERS:
            window.acts[name].trigger()
            _settle(window)
            yield name.replace("_", "-"), window.grab()
        books = window.room_of("books")
        assert isinstance(books, BooksRoom)  # noqa: S101 -- that is what it holds
        books.show_reports(ReportKind.HANDLING)
        _settle(window)
        yield "reports", window.grab()


def portrait_of_signing(drafted: DraftedSample, theme: str, tongue: str, size: QSize = _SIZE) -> QPixmap:
    """The desk of whoever signs, the sample dispatch before him: it is submitted for that."""
    submit_sample(drafted)
    with _window(drafted.desk, theme, tongue, size) as window:
        window.begin()
        window.acts["signing"].trigger()
        _settle(window)
        return window.grab()


def portrait(desk: Desk, file: Path | None, theme: str, tongue: str, size: QSize = _SIZE) -> QPixmap:
    """The window of a desk with a dispatch file in it (None: with nothing open), `size` pixels large."""
    with TemporaryDirectory() as scratch:
        stage = replace(desk, places=Places(Path(scratch)))
        with _window(stage, theme, tongue, size) as window:
            if file is not None:
                window.open(file)
            _settle(window)
            return window.grab()


@contextmanager
def _window(desk: Desk, theme: str, tongue: str, size: QSize) -> Iterator[MainWindow]:
    """A window at a desk whose settings are nobody's: what a picture opens must not come up among recent files."""
    application = make_application("-platform", "offscreen")
    choose_language(tongue, resource("locale"))
    settings = replace(desk.settings, theme=theme, window="", recent=(), page_list=True, zoom="width")
    window = make_window(application, replace(desk, settings=settings), InlineRunner(), InlineRunner())
    window.resize(size)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()


def _settle(window: MainWindow) -> None:
    """Let everything be painted that waits for its turn."""
    application = make_application()
    for _turn in range(60):
        application.processEvents()
    window.setFocus()
    application.processEvents()


def save_picture(picture: QPixmap, path: Path) -> Path:
    """Write a picture as PNG, whole or not at all. Raises FileNotWritable."""
    file = QSaveFile(str(path))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and picture.save(file, "PNG") and file.commit()):
        raise FileNotWritable(path, Obstacle.OTHER, file.errorString())
    return path
