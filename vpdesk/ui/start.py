"""Starting the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.ui.crash import install_crash_hook
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.i18n import install_translator
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.preferences import Preferences
from vpdesk.ui.runner import Runner, ThreadRunner
from vpdesk.ui.style import Look, load_interface_fonts


def open_window(desk: Desk, file: Path | None = None) -> int:
    """Open the window of a desk, with a dispatch file in it if one is named, and run until it is closed."""
    application = make_application()
    install_crash_hook()
    window = make_window(application, desk, ThreadRunner(application))
    window.show()
    if file is not None:
        # The empty window is painted first: a slow disk must not keep it from the screen.
        QTimer.singleShot(0, window, lambda: window.open(file))
    return application.exec()


def make_application(*arguments: str) -> QApplication:
    """Qt's application with our faces, style and translator; the one that runs already if there is one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    application = QApplication(["vpdesk", *arguments])
    application.setApplicationName("vpdesk")
    application.setDesktopFileName("vpdesk")
    prepare_application(application)
    return application


def prepare_application(application: QApplication) -> None:
    """Give a bare application what our windows need."""
    application.setStyle("Fusion")
    load_interface_fonts(resource("fonts"))
    install_translator(application)


def make_window(application: QApplication, desk: Desk, runner: Runner) -> MainWindow:
    """The window of a desk, not shown yet, in the look of its settings."""
    look = Look(application, resource("style") / "vpdesk.qss")
    look.wear(desk.settings.theme, desk.settings.font_size)
    gateway = Gateway(desk, runner)
    preferences = Preferences(desk.settings, gateway)
    window = MainWindow(gateway, preferences, look)
    # They end with the window: a look of a window that is gone must not dress the next one.
    look.setParent(window)
    preferences.setParent(window)
    return window
