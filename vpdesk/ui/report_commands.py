"""What a person does with the reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.ui.books_room import BooksRoom
    from vpdesk.ui.main_window import MainWindow


def to_books(window: MainWindow) -> None:
    """Show the books."""
    _books(window).show_books()


def to_reports(window: MainWindow) -> None:
    """Show the reports."""
    _books(window).show_reports()


def earlier_period(window: MainWindow) -> None:
    """Ask for the period before."""
    _books(window).reports.step(-1)


def later_period(window: MainWindow) -> None:
    """Ask for the period behind."""
    _books(window).reports.step(1)


def print_report(window: MainWindow) -> None:
    """Print the report in sight."""
    _books(window).reports.print()


def draft_report(window: MainWindow) -> None:
    """Begin the paper that sends the report in sight."""
    _books(window).reports.begin_draft()


def export_report(window: MainWindow) -> None:
    """Ask for a place and write the report there; the ending decides what the file becomes."""
    from PySide6.QtWidgets import QFileDialog

    room = _books(window).reports
    dialog = QFileDialog(window, _("Export the report"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    endings = {f"{words} (*.{ending})": ending for ending, words in _formats()}
    dialog.setNameFilters(list(endings))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(window.preferences.settings.last_folder)
    dialog.selectFile(f"{room.page.file_name()}.pdf")
    dialog.fileSelected.connect(lambda name: room.export(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _formats() -> tuple[tuple[str, str], ...]:
    """What a report may become: an ending and its name, the usual one first."""
    return ("pdf", _("PDF document")), ("xlsx", _("Excel workbook"))


def _books(window: MainWindow) -> BooksRoom:
    from vpdesk.ui.books_room import BooksRoom

    room = window.room_of("books")
    assert isinstance(room, BooksRoom)  # noqa: S101 -- no other bears this name
    return room
