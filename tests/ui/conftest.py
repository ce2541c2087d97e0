"""A window without a screen: the real services, each call made at once, a data folder of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch

from vpdesk.paths import Places, resource
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut, lay_out
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.runner import InlineRunner
from vpdesk.ui.start import STYLE, make_window, prepare_application
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import choose_language

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What Qt's application is started with."""
    return ["vpdesk", *STYLE]


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """Qt's application with our faces, style and translator."""
    prepare_application(qapp)
    return qapp


@pytest.fixture
def make(application: QApplication, desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MakeWindow]:
    """Makes windows, shown and active, with these settings."""

    def make_one(language: str = "vi", theme: str = "light", desk: Desk = desk, **settings: Any) -> MainWindow:
        choose_language(language, resource("locale"))
        chosen = Settings(language=language, theme=theme, **settings)
        stage = replace(desk, places=Places(tmp_path / "data"), settings=chosen)
        window = make_window(application, stage, InlineRunner(), InlineRunner())
        qtbot.addWidget(window)
        window.resize(1440, 900)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        stages.append(stage)
        return window

    stages: list[Desk] = []
    yield make_one
    for stage in stages:
        stage.close()
    choose_language("en", resource("locale"))


@pytest.fixture
def look(application: QApplication) -> Iterator[Look]:
    """The light look, for parts that are tried without a window."""
    choose_language("vi", resource("locale"))
    worn = Look(application, resource("style") / "vpdesk.qss")
    worn.wear("light", 10)
    yield worn
    worn.deleteLater()
    choose_language("en", resource("locale"))


@pytest.fixture
def laid_out(desk: Desk) -> Callable[..., LaidOut]:
    """Lays a complete small dispatch out, with these members in place of its own."""
    return lambda **members: lay_out(desk, a_dispatch(**members))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The sample dispatch in a folder where it may be changed."""
    return Path(shutil.copy(sample_path(), tmp_path))


@pytest.fixture
def window(make: MakeWindow, paper: Path) -> MainWindow:
    """A Vietnamese window with the sample dispatch in it."""
    made = make()
    made.open(paper)
    return made


@pytest.fixture
def rewrite(paper: Path) -> Callable[..., None]:
    """Changes members of the paper on disk."""

    def rewrite_it(**members: Any) -> None:
        tree = json.loads(paper.read_text(encoding="utf-8"))
        paper.write_text(json.dumps({**tree, **members}, ensure_ascii=False), encoding="utf-8")

    return rewrite_it
