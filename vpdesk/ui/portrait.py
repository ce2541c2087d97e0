"""Pictures of the window, taken without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QIODevice, QSaveFile, QSize
from PySide6.QtGui import QPixmap

from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.paths import Places, resource
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.ui.runner import InlineRunner
from vpdesk.ui.start import make_application, make_window
from vpdesk.words.catalogue import choose_language, language

_SIZE = QSize(1440, 900)
_THEMES = ("light", "dark")


def picture_window(desk: Desk, folder: Path) -> Iterator[Path]:
    """Picture the window with the sample dispatch in it, in both themes; each path as it is written.

    Raises FileNotWritable when the folder will not have a picture.
    """
    for theme in _THEMES:
        yield save_picture(portrait(desk, sample_path(), theme, language()), folder / f"window-{theme}.png")


def portrait(desk: Desk, file: Path | None, theme: str, tongue: str, size: QSize = _SIZE) -> QPixmap:
    """The window of a desk with a dispatch in it (None: with nothing open), `size` pixels large."""
    application = make_application("-platform", "offscreen")
    choose_language(tongue, resource("locale"))
    with TemporaryDirectory() as scratch:
        # What a picture opens must not come up among this person's recent files.
        settings = replace(desk.settings, theme=theme, window="", recent=())
        stage = replace(desk, places=Places(Path(scratch)), settings=settings)
        window = make_window(application, stage, InlineRunner(), InlineRunner())
        window.resize(size)
        window.show()
        if file is not None:
            window.open(file)
        application.processEvents()
        picture = window.grab()
        window.close()
        window.deleteLater()
    return picture


def save_picture(picture: QPixmap, path: Path) -> Path:
    """Write a picture as PNG, whole or not at all. Raises FileNotWritable."""
    file = QSaveFile(str(path))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and picture.save(file, "PNG") and file.commit()):
        raise FileNotWritable(path, Obstacle.OTHER, file.errorString())
    return path
