"""An old book in the window: dropped, its columns chosen, tried, taken in, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.seats import sit
from support.sheets import old_book, outgoing_rows

from vpdesk.domain.import_fields import BookField
from vpdesk.domain.importing import Counts
from vpdesk.services import numbers, office
from vpdesk.services.desk import Desk
from vpdesk.ui.import_room import ImportRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.import_page import ImportPage


@pytest.fixture
def window(make: Callable[..., MainWindow], file_desk: Desk) -> MainWindow:
    """A window of the sample office, where its clerk sits."""
    office.found_sample(file_desk)
    sit(file_desk, "Hạnh")
    window = make(desk=file_desk)
    sit(window.gateway.desk, "Hạnh")
    window.enter("import_book")
    return window


def page_of(window: MainWindow) -> ImportPage:
    assert isinstance(window.page, ImportPage)
    return window.page


def lines(window: MainWindow) -> int:
    return sum(sum(tally.counts.values()) for tally in numbers.rows(window.gateway.desk))


def test_a_dropped_book_is_tried_taken_in_and_taken_back(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window)
    path = old_book(tmp_path / "sổ.xlsx", [*outgoing_rows([1, 2, 5]), ("x", *outgoing_rows([6])[0][1:])])
    assert page.takes([path]) == "Thả ra để xem “sổ.xlsx”"
    assert not page.takes([tmp_path / "sổ.pdf"])

    page.take([path])

    assert page.report is not None
    assert page.report.counts == Counts(new=3, unreadable=1, gaps=2)
    assert [row.line for row in page.table.rows] == [5]
    assert lines(window) == 0
    window.acts["take_book_in"].trigger()
    assert lines(window) == 3
    assert not window.acts["take_book_in"].isEnabled()
    window.acts["undo_import"].trigger()
    assert lines(window) == 0
    assert not window.acts["undo_import"].isEnabled()


def test_a_column_that_is_chosen_otherwise_is_tried_anew(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window)
    page.take([old_book(tmp_path / "sổ.xlsx", outgoing_rows([1, 2]))])
    number = page.fields[0]

    number.show_value(None)
    number.edited.emit()
    assert page.report is None
    assert not window.acts["take_book_in"].isEnabled()

    number.show_value(BookField.REFERENCE)
    number.edited.emit()
    assert page.report is not None


def test_the_sheet_of_corrections_is_written(window: MainWindow, tmp_path: Path) -> None:
    page_of(window).take([old_book(tmp_path / "sổ.xlsx", [("x", *outgoing_rows([6])[0][1:])])])
    room = window.rooms["import_book"]
    assert isinstance(room, ImportRoom)

    assert window.acts["write_corrections"].isEnabled()
    room.write_corrections(tmp_path / "sửa.xlsx")

    assert (tmp_path / "sửa.xlsx").exists()


def test_a_file_that_cannot_be_read_leaves_the_page_as_it_was(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(b"PK\x03\x04")

    page_of(window).take([path])

    assert page_of(window).report is None
    assert window.acts["choose_old_book"].isEnabled()
