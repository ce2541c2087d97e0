"""Pictures of the window, taken without a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from vpdesk.domain.errors import FileNotWritable
from vpdesk.paths import Places
from vpdesk.services.demo import draft_sample, sample_path
from vpdesk.services.desk import Desk
from vpdesk.ui.portrait import picture_window, portrait
from vpdesk.ui.style import DARK, LIGHT


def test_the_main_pages_are_pictured_in_both_themes(application: QApplication, desk: Desk, tmp_path: Path) -> None:
    drafted = draft_sample(desk, tmp_path)
    paths = list(picture_window(drafted, tmp_path))
    pages = ["draft", "drafts", "templates"]
    assert [path.stem for path in paths] == [f"{page}-{theme}" for theme in ("light", "dark") for page in pages]
    for path, colours in zip(paths, [*[LIGHT] * 3, *[DARK] * 3], strict=True):
        with Image.open(path) as picture:
            assert picture.size == (1440, 900)
            assert picture.convert("RGB").getpixel((900, 2)) == tuple(bytes.fromhex(colours.window[1:]))


def test_a_picture_leaves_no_trace_in_this_persons_settings(
    application: QApplication, desk: Desk, tmp_path: Path
) -> None:
    own = replace(desk, places=Places(tmp_path / "data"))
    assert not portrait(own, sample_path(), "light", "en", QSize(1180, 680)).isNull()
    assert not own.places.data.exists()


def test_a_picture_that_cannot_be_written_is_told(application: QApplication, desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritable):
        next(picture_window(draft_sample(desk, tmp_path), tmp_path / "no folder"))
