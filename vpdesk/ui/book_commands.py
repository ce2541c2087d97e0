"""What a person does with the books."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.ui.books_room import BooksRoom
    from vpdesk.ui.main_window import MainWindow


def print_book(window: MainWindow) -> None:
    """Print the book in sight and keep what was printed."""
    _room(window).print()


def export_book(window: MainWindow) -> None:
    """Ask for a place and write the book there; the ending decides what the file becomes."""
    from PySide6.QtWidgets import QFileDialog

    room = _room(window)
    dialog = QFileDialog(window, _("Export the book"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    formats = (("pdf", _("PDF document")), ("xlsx", _("Excel workbook")), ("csv", _("Text with commas")))
    endings = {f"{words} (*.{ending})": ending for ending, words in formats}
    dialog.setNameFilters(list(endings))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(window.preferences.settings.last_folder)
    dialog.selectFile(f"{room.page.file_name()}.pdf")
    dialog.fileSelected.connect(lambda name: room.export(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def lock_pages(window: MainWindow) -> None:
    """Lock the pages of the book in sight that were signed."""
    _room(window).lock()


def _room(window: MainWindow) -> BooksRoom:
    from vpdesk.ui.books_room import BooksRoom

    room = window.rooms["books"]
    assert isinstance(room, BooksRoom)  # noqa: S101 -- these acts are offered in no other
    return room
