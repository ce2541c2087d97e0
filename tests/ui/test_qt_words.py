"""Qt's own dialogs and menus speak Vietnamese: whatever they ask for is in our catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from vpdesk.paths import resource
from vpdesk.ui.i18n import QT_WORDS, GettextTranslator
from vpdesk.words.catalogue import choose_language, lookup

_NO_WORDS = {"QShortcut", "QPageSize", "QGuiApplication"}
"""Contexts of what is no word: key names, sizes of paper, the direction of reading."""
_BARE = {"+", "...", "Alt+Left", "Alt+Right", "Alt+Up"}


class Listener(QTranslator):
    """Hears what Qt asks for and knows nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        if context not in _NO_WORDS:
            self.heard.add(sourceText)
        return None

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's
        return False


@pytest.fixture
def listener(application: QApplication) -> Iterator[Listener]:
    choose_language("vi", resource("locale"))
    listener = Listener()
    application.installTranslator(listener)
    yield listener
    application.removeTranslator(listener)
    choose_language("en", resource("locale"))


def missing(listener: Listener) -> set[str]:
    return {word for word in listener.heard - _BARE if word and lookup(word) is None}


@pytest.mark.parametrize("accept", QFileDialog.AcceptMode)
@pytest.mark.parametrize("view", QFileDialog.ViewMode)
def test_the_file_dialog(
    listener: Listener, qtbot: QtBot, accept: QFileDialog.AcceptMode, view: QFileDialog.ViewMode
) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(view)
    dialog.show()
    assert listener.heard
    assert missing(listener) == set()


def test_the_print_dialog(listener: Listener, qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Print range" in listener.heard
    assert missing(listener) == set()


def test_every_button_of_a_message(listener: Listener, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in "Ok Open Save Cancel Close Discard Apply Reset RestoreDefaults Help SaveAll".split():
        box.addButton(QMessageBox.StandardButton[button])
    for button in "Yes YesToAll No NoToAll Abort Retry Ignore".split():
        box.addButton(QMessageBox.StandardButton[button])
    assert "Cancel" in listener.heard
    assert missing(listener) == set()


def test_the_context_menus_of_inputs(listener: Listener, qtbot: QtBot) -> None:
    for kind in (QLineEdit, QPlainTextEdit):
        field = kind()
        qtbot.addWidget(field)
        assert isinstance(field.createStandardContextMenu(), QMenu)
    assert "&Copy" in listener.heard
    assert missing(listener) == set()


def test_every_word_we_hold_for_qt_is_translated() -> None:
    choose_language("vi", resource("locale"))
    assert [word for word in QT_WORDS if lookup(word) in (None, word, "")] == []
    choose_language("en", resource("locale"))


def test_what_is_not_known_stays_as_qt_has_it(application: QApplication) -> None:
    choose_language("vi", resource("locale"))
    translator = GettextTranslator()
    assert translator.translate("QMenu", "&Undo\tXyz") is None
    assert translator.translate("QMenu", "") is None
    assert translator.translate("QShortcut", "Print") is None
    assert translator.translate("QPrintDialog", "Print") == "In"
    choose_language("en", resource("locale"))
    assert translator.translate("QPrintDialog", "Print") is None
