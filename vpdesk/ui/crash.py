"""Our own bugs: logged whole, shown with a report to copy; the window stays."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from vpdesk import __version__
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_log = logging.getLogger(__name__)


def install_crash_hook() -> None:
    """From now on show what nobody caught, instead of printing it where nobody looks."""
    sys.excepthook = _hook


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    _log.critical("unexpected", exc_info=(kind, error, trace))
    report = make_report(error)
    if not any(isinstance(one, CrashDialog) for one in QApplication.topLevelWidgets()):
        CrashDialog(report, QApplication.activeWindow()).open()


def make_report(error: BaseException) -> str:
    """The report: which program on which system, and where it went wrong."""
    import platform

    system = f"vpdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return system + "\n\n" + "".join(traceback.format_exception(error))


class CrashDialog(QDialog):
    """One sentence, the report, a button to copy it."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(_("A fault in the program"))
        self.resize(640, 400)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(_("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(_("Something went wrong inside the program."), "section"))
        column.addWidget(label(_("The window stays open. Send this report to the people who look after it.")))
        column.addWidget(text, 1)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
