"""A bug of ours: logged whole, told once with a report to copy, and the window stays."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from support.windows import part

from vpdesk import __version__
from vpdesk.ui.crash import CrashDialog, install_crash_hook, make_report
from vpdesk.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _hook(application: QApplication) -> Iterator[None]:
    before = sys.excepthook
    install_crash_hook()
    yield
    sys.excepthook = before
    for dialog in dialogs():
        dialog.close()


def dialogs() -> list[CrashDialog]:
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if isinstance(one, CrashDialog) and one.isVisible()]


def a_bug() -> IndexError:
    """An error with a place, as our own bugs come."""
    with pytest.raises(IndexError) as caught:
        [].pop()
    return caught.value


def crash() -> None:
    error = a_bug()
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_bug_is_logged_whole_and_shown_with_its_report(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        crash()
    (dialog,) = dialogs()
    report = part(dialog, QPlainTextEdit).toPlainText()
    assert f"vpdesk {__version__}" in report
    assert "IndexError: pop from empty list" in report
    assert caplog.records[0].exc_info
    assert window.isVisible()


@pytest.mark.usefixtures("window", "caplog")
def test_one_dialog_is_enough() -> None:
    crash()
    crash()
    assert len(dialogs()) == 1


@pytest.mark.usefixtures("window", "caplog")
def test_the_report_can_be_copied() -> None:
    crash()
    (dialog,) = dialogs()
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Chép báo cáo")
    copy.click()
    assert "IndexError" in QGuiApplication.clipboard().text()
    assert dialog.isVisible()


def test_a_report_names_program_system_and_place() -> None:
    report = make_report(a_bug())
    assert report.startswith("vpdesk ")
    assert all(word in report for word in ("Python", "Qt", "test_crash.py", "IndexError: pop from empty list"))


def test_an_interrupt_at_the_terminal_ends_the_program_without_a_dialog(application: QApplication) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs() == []
