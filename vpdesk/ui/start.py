"""Starting the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from vpdesk.domain.errors import DeskError
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.ui.crash import install_crash_hook
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.i18n import install_translator
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.preferences import Preferences
from vpdesk.ui.runner import Runner, ThreadRunner
from vpdesk.ui.style import Look, load_interface_fonts

if TYPE_CHECKING:
    from vpdesk.words.wording import Explanation


STYLE = ("-style", "Fusion")
"""Qt's own words for the style; set by a call it would come back as an object nobody needs, with all its enums."""


def open_window(desk: Desk, file: Path | None = None) -> int:
    """Open the window of a desk, with a dispatch file in it if one is named, and run until it is closed.

    Raises what kept the desk from being opened behind it.
    """
    application = make_application()
    install_crash_hook()
    window = make_window(application, desk, ThreadRunner(application), ThreadRunner(application))
    refusals: list[DeskError] = []
    window.refused.connect(refusals.append)
    window.refused.connect(window.close)
    # The empty window is painted first: neither the rules nor a slow disk must keep it from the screen.
    window.installEventFilter(_FirstPaint(window, lambda: window.begin(file)))
    window.show()
    code = application.exec()
    if refusals:
        raise refusals[0]
    return code


class _FirstPaint(QObject):
    """Calls once, when a window has been painted for the first time."""

    def __init__(self, window: QWidget, call: Callable[[], None]) -> None:
        super().__init__(window)
        self._call = call

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The parts of the window are painted in this same turn of the event loop.
            QTimer.singleShot(0, self, self._call)
        return False


def show_trouble(trouble: Explanation) -> None:
    """Show why no window can be opened to a person who sees no terminal, until it is put away."""
    from PySide6.QtWidgets import QMessageBox

    make_application()
    box = QMessageBox(QMessageBox.Icon.Critical, "vpdesk", trouble.what)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(trouble.remedy)
    box.exec()


def make_application(*arguments: str) -> QApplication:
    """Qt's application with our faces, style and translator; the one that runs already if there is one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    application = QApplication(["vpdesk", *STYLE, *arguments])
    application.setApplicationName("vpdesk")
    application.setDesktopFileName("vpdesk")
    prepare_application(application)
    return application


def prepare_application(application: QApplication) -> None:
    """Give a bare application what our windows need."""
    load_interface_fonts(resource("fonts"))
    install_translator(application)


def make_window(application: QApplication, desk: Desk, runner: Runner, store: Runner) -> MainWindow:
    """The window of a desk, not shown yet, in the look of its settings.

    `store` is the worker that alone touches the store, `runner` does what else takes long.
    """
    look = Look(application, resource("style") / "vpdesk.qss")
    look.wear(desk.settings.theme, desk.settings.font_size)
    gateway = Gateway(desk, runner, store)
    preferences = Preferences(desk.settings, gateway)
    window = MainWindow(gateway, preferences, look)
    # They end with the window: a look of a window that is gone must not dress the next one.
    look.setParent(window)
    preferences.setParent(window)
    return window
