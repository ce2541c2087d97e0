"""What the tests of the window stand on: a dressed application, a desk of its own, papers, windows that end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch

from vpdesk.domain.dispatch_file import format_dispatch
from vpdesk.paths import Places, resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut, lay_out
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.runner import InlineRunner, Runner
from vpdesk.ui.start import make_window, prepare_application
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import choose_language

MakeWindow = Callable[..., MainWindow]
MakePaper = Callable[..., Path]


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application of the run with our faces, style and translator."""
    prepare_application(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    choose_language("vi", resource("locale"))
    yield
    choose_language("vi", resource("locale"))


@pytest.fixture
def look(application: QApplication) -> Iterator[Look]:
    """A look in light colours."""
    look = Look(application, resource("style") / "vpdesk.qss")
    look.wear("light", 10)
    yield look
    look.deleteLater()


@pytest.fixture
def own_desk(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose settings nobody else writes."""
    return replace(desk, places=Places(tmp_path / "data"))


@pytest.fixture
def paper(tmp_path: Path) -> MakePaper:
    """Writes a dispatch file: a complete small dispatch with the members given."""

    def write(name: str = "mời họp.dispatch.json", **members: object) -> Path:
        path = tmp_path / name
        path.write_text(format_dispatch(a_dispatch(**members)), encoding="utf-8")
        return path

    return write


@pytest.fixture
def laid_out(desk: Desk) -> Callable[..., LaidOut]:
    """Lays a complete small dispatch out, with the members given."""
    return lambda **members: lay_out(desk, a_dispatch(**members))


@pytest.fixture
def make(application: QApplication, own_desk: Desk, qtbot: QtBot) -> MakeWindow:
    """Makes and shows a window; `file` is opened in it, the rest are settings."""

    def window(file: Path | None = None, runner: Runner | None = None, **settings: object) -> MainWindow:
        chosen = replace(own_desk.settings, **{"theme": "light", **settings})
        made = make_window(application, replace(own_desk, settings=chosen), runner or InlineRunner())
        qtbot.addWidget(made)
        made.resize(1180, 700)
        made.show()
        if file is not None:
            made.open(file)
        application.processEvents()
        return made

    return window
