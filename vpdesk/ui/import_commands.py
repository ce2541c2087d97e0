"""What a person does with an old book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.ui.import_room import ImportRoom
    from vpdesk.ui.main_window import MainWindow


def import_book(window: MainWindow) -> None:
    """Show the page on which old books are taken in."""
    window.enter("import_book")


def choose_old_book(window: MainWindow) -> None:
    """Ask for the file of an old book."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, _("Choose an old book"), window.preferences.settings.last_folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Sheets") + " (*.xlsx *.csv)", _("All Files (*)")])
    dialog.fileSelected.connect(lambda name: _room(window).open(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def take_book_in(window: MainWindow) -> None:
    """Take the file in as it was tried."""
    _room(window).apply()


def stop_import(window: MainWindow) -> None:
    """Stop what runs."""
    _room(window).stop()


def undo_import(window: MainWindow) -> None:
    """Take the last import back."""
    _room(window).undo()


def write_corrections(window: MainWindow) -> None:
    """Ask for a place and write what could not be read into a sheet there."""
    from PySide6.QtWidgets import QFileDialog

    room = _room(window)
    dialog = QFileDialog(window, _("Sheet of corrections"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_("Excel workbook") + " (*.xlsx)"])
    dialog.setDefaultSuffix("xlsx")
    dialog.setDirectory(window.preferences.settings.last_folder)
    dialog.selectFile(f"{_('To be corrected')}.xlsx")
    dialog.fileSelected.connect(lambda out: room.write_corrections(Path(out)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _room(window: MainWindow) -> ImportRoom:
    from vpdesk.ui.import_room import ImportRoom

    room = window.rooms["import_book"]
    assert isinstance(room, ImportRoom)  # noqa: S101 -- these acts are offered in no other
    return room
