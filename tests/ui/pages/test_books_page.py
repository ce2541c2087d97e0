"""The books in the window: chosen by keys, shown as they are printed, exported, locked."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLayoutItem, QWidget
from support.books import a_series, a_small_register, a_small_register_of_arrivals, keep_lines, many_lines, words_of
from support.seats import sit
from support.stores import TickingClock
from support.windows import part, press, type_text

from vpdesk.domain.organisation import Days
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.paths import Places
from vpdesk.services import books, office
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
from vpdesk.ui.books_room import BooksRoom
from vpdesk.ui.forms.lock_dialog import LockDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.books_page import BooksPage
from vpdesk.ui.widgets.strip import Strip

Key, Modifier = Qt.Key, Qt.KeyboardModifier
YEAR = BookScope(BookKind.OUTGOING, year_days(2024))

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """A desk with the sample office and small registers."""
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=TickingClock())
    office.found_sample(own)
    sit(own, "Hạnh")
    a_small_register(own)
    a_small_register_of_arrivals(own)
    yield own
    own.close()


@pytest.fixture
def at(make: Callable[..., MainWindow], own_desk: Desk) -> Callable[..., BooksPage]:
    """Opens the books by their key, for an officer and in a language."""

    def open_for(name: str = "Hạnh", language: str = "vi") -> BooksPage:
        sit(own_desk, name)
        window = make(language, desk=own_desk)
        window.begin()
        press(in_hand(), Key.Key_8, Modifier.AltModifier)
        assert isinstance(window.page, BooksPage)
        return window.page

    return open_for


def in_hand() -> QWidget:
    """What has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def window_of(page: BooksPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def said(page: BooksPage) -> list[str]:
    """What the page says of the book."""
    return [words for place in range(page.state.count()) for words in _words(page.state.itemAt(place))]


def _words(item: QLayoutItem | None) -> list[str]:
    assert item is not None
    widget = item.widget()
    assert widget is not None
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    return [label.text() for label in labels if label.text()]


def choose(page: BooksPage, kind: BookKind) -> None:
    """Choose a book by the arrow keys."""
    page.form.kind.setFocus()
    press(page.form.kind, Key.Key_Home)
    for _ in range(list(BookKind).index(kind)):
        press(page.form.kind, Key.Key_Down)


def test_the_key_leads_to_the_outgoing_register_of_this_year(at: Callable[..., BooksPage]) -> None:
    page = at()

    assert page.scope == YEAR
    assert page.pages is not None
    assert "01-CV/BTGHU" in words_of(page.pages.document)
    assert window_of(page).rail.items["books"].isChecked()


def test_what_a_book_accounts_for_is_said_in_both_languages(at: Callable[..., BooksPage]) -> None:
    assert said(at()) == [
        "8 dòng, 1 số trống",
        "1 số đã hủy",
        "1 số đang giữ",
        "1 số có ngày trước số liền trước",
        "Chưa in.",
    ]
    assert said(at(language="en"))[:2] == ["8 rows, 1 number has no line", "1 is void"]


def test_numbers_without_a_gap_are_said_to_be(at: Callable[..., BooksPage], own_desk: Desk) -> None:
    series = a_series(own_desk, "TB")
    keep_lines(own_desk, series, many_lines(own_desk, series, 41))
    page = at()
    page.form.type.show_value("TB")
    page.form.type.edited.emit()

    assert said(page)[0] == "41 dòng, số liên tục"


@pytest.mark.parametrize("kind", BookKind, ids=lambda kind: kind.value)
def test_each_book_is_chosen_by_the_arrows_and_shown_as_it_is_printed(
    at: Callable[..., BooksPage], own_desk: Desk, kind: BookKind
) -> None:
    page = at()
    choose(page, kind)
    scope = BookScope(kind, year_days(2024))

    assert page.scope == scope
    assert page.pages is not None
    assert words_of(page.pages.document) == words_of(books.typeset(own_desk, books.read_book(own_desk, scope)).document)


def test_days_that_are_typed_are_a_period_of_their_own(at: Callable[..., BooksPage]) -> None:
    page = at()
    page.form.first.setFocus()
    page.form.first.selectAll()
    type_text(page.form.first, "20/12/2024")
    press(page.form.first, Key.Key_Return)

    assert page.scope.days == Days(date(2024, 12, 20), date(2024, 12, 31))
    assert page.form.period.currentText() == "Ngày tự chọn"
    assert page.pages is not None
    assert [row.cells[0] for row in page.pages.book.rows()] == [
        row.cells[0] for row in books.rows(window_of(page).gateway.desk, page.scope)
    ]


def test_a_last_day_before_the_first_is_told_and_asks_for_nothing(at: Callable[..., BooksPage]) -> None:
    page = at()
    before = page.pages
    page.form.last.setFocus()
    page.form.last.selectAll()
    type_text(page.form.last, "1/1/2020")
    press(page.form.last, Key.Key_Tab)

    assert page.pages is before
    assert page.form.fields["last"].message == "Ngày cuối trước ngày đầu."


def test_the_closing_page_can_be_left_out(at: Callable[..., BooksPage]) -> None:
    page = at()
    assert page.document is not None
    before = len(page.document.pages)
    page.closing.setFocus()
    press(page.closing, Key.Key_Space)

    assert page.document is not None
    assert len(page.document.pages) == before - 1


def test_ctrl_e_writes_the_format_that_is_chosen(at: Callable[..., BooksPage], tmp_path: Path) -> None:
    page = at()
    window = window_of(page)
    press(in_hand(), Key.Key_E, Modifier.ControlModifier)
    dialog = part(window, QFileDialog)
    assert [one.rpartition("*")[2] for one in dialog.nameFilters()] == [".pdf)", ".xlsx)", ".csv)"]
    dialog.fileSelected.emit(str(tmp_path / "sổ.csv"))
    dialog.reject()

    with (tmp_path / "sổ.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 9


def print_it(page: BooksPage, out: Path) -> None:
    """Print the book to a file through the printer's own dialog."""
    window = window_of(page)
    press(in_hand(), Key.Key_P, Modifier.ControlModifier)
    dialog = part(window, QPrintDialog)
    dialog.printer().setOutputFileName(str(out))
    dialog.done(1)


def test_what_was_printed_is_kept_and_its_pages_wait_to_be_locked(
    at: Callable[..., BooksPage], own_desk: Desk, tmp_path: Path
) -> None:
    page = at()
    assert not window_of(page).acts["lock_pages"].isEnabled()
    shown = page.pages
    print_it(page, tmp_path / "sổ.pdf")
    kept = books.printed(own_desk, YEAR)

    assert shown is not None
    assert [one.rows for one in kept] == list(shown.rows)
    assert said(page)[-1] == "Đã in, chưa khóa: trang 1 đến 2."
    assert (tmp_path / "sổ.pdf").exists()
    assert window_of(page).acts["lock_pages"].isEnabled()


def lock_dialog(page: BooksPage) -> LockDialog:
    """The dialog that locks pages, opened by its key and in hand."""
    press(in_hand(), Key.Key_G, Modifier.ControlModifier)
    dialog = part(window_of(page), LockDialog)
    QApplication.processEvents()
    return dialog


def test_signed_pages_are_locked_by_ctrl_enter_and_enter_alone_locks_nothing(
    at: Callable[..., BooksPage], own_desk: Desk, tmp_path: Path
) -> None:
    page = at()
    print_it(page, tmp_path / "sổ.pdf")
    dialog = lock_dialog(page)
    assert dialog.act.text() == "Khóa trang 1 đến 2"
    press(dialog.page, Key.Key_Return)
    assert not any(one.locked_at for one in books.printed(own_desk, YEAR))
    press(dialog.page, Key.Key_Return, Modifier.ControlModifier)

    assert all(one.locked_at for one in books.printed(own_desk, YEAR))
    assert said(page)[-1] == "Đã khóa đến trang 2."
    assert page.pages is not None
    assert page.pages.book.first_page == 3


def test_a_page_that_was_not_printed_is_not_locked(
    at: Callable[..., BooksPage], own_desk: Desk, tmp_path: Path
) -> None:
    page = at()
    print_it(page, tmp_path / "sổ.pdf")
    dialog = lock_dialog(page)
    dialog.page.selectAll()
    type_text(dialog.page, "9")
    press(dialog.page, Key.Key_Return, Modifier.ControlModifier)

    assert dialog.field.message == "Chỉ có trang 1 đến 2 đã in."
    assert not any(one.locked_at for one in books.printed(own_desk, YEAR))


def test_what_keeps_pages_from_being_locked_is_told_in_the_dialog(
    at: Callable[..., BooksPage], own_desk: Desk, tmp_path: Path
) -> None:
    page = at()
    print_it(page, tmp_path / "sổ.pdf")
    with own_desk.store.writing() as work:
        line = work.numbers.line(books.printed(own_desk, YEAR)[0].rows[0].id)
        work.numbers.put_line(replace(line, signer="Đỗ Khánh Linh"))
        work.tell(own_desk.seat.officer, "amend", "outgoing", line.id)
    dialog = lock_dialog(page)
    press(dialog.page, Key.Key_Return, Modifier.ControlModifier)

    assert dialog.isVisible()
    assert any("Trang 1 đã in, sau đó dòng trong sổ có sửa." in one.text() for one in dialog.findChildren(QLabel))


def test_a_book_too_long_for_paper_is_told_and_can_be_written_as_text(
    at: Callable[..., BooksPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books, "MOST_ROWS", 5)
    page = at()
    window = window_of(page)
    room = window.rooms["books"]
    assert isinstance(room, BooksRoom)

    assert page.document is None
    assert part(window, Strip).isVisible()
    assert not window.acts["print_book"].isEnabled()
    assert window.acts["export_book"].isEnabled()
    room.export(tmp_path / "sổ.csv")
    assert (tmp_path / "sổ.csv").exists()


def test_an_officer_who_keeps_no_books_reads_and_exports_them(at: Callable[..., BooksPage]) -> None:
    page = at("Khôi")
    acts = window_of(page).acts

    assert page.pages is not None
    assert acts["export_book"].isEnabled()
    assert not acts["print_book"].isEnabled()
    assert not acts["lock_pages"].isEnabled()
    assert not page.lock.isVisible()


def test_the_page_comes_back_in_another_language(at: Callable[..., BooksPage]) -> None:
    window = window_of(at())
    window.speak("en")
    QApplication.processEvents()
    page = window.page

    assert isinstance(page, BooksPage)
    assert page.heading().subject == "Outgoing register"
    assert said(page)[0] == "8 rows, 1 number has no line"


def test_a_book_of_which_everything_is_locked_can_be_without_a_page(
    at: Callable[..., BooksPage], own_desk: Desk
) -> None:
    sit(own_desk, "Hạnh")
    pages = books.typeset(own_desk, books.read_book(own_desk, YEAR))
    books.print_pages(own_desk, pages)
    books.lock(own_desk, YEAR, pages.last_page)
    page = at()
    window = window_of(page)
    assert page.view.page_count == 1
    page.closing.setChecked(False)

    assert page.view.page_count == 0
    assert not window.acts["print_book"].isEnabled()
    press(in_hand(), Key.Key_PageDown)
    page.closing.setChecked(True)
    assert window.acts["print_book"].isEnabled()


def test_f5_reads_the_book_again(at: Callable[..., BooksPage], own_desk: Desk) -> None:
    page = at()
    series = a_series(own_desk, "TB")
    keep_lines(own_desk, series, many_lines(own_desk, series, 2))
    press(in_hand(), Key.Key_F5)

    assert said(page)[0] == "10 dòng, 1 số trống"


def test_a_book_is_read_again_when_the_page_is_entered_again(at: Callable[..., BooksPage], own_desk: Desk) -> None:
    page = at()
    window = window_of(page)
    press(in_hand(), Key.Key_2, Modifier.AltModifier)
    series = a_series(own_desk, "TB")
    keep_lines(own_desk, series, many_lines(own_desk, series, 3))
    press(in_hand(), Key.Key_8, Modifier.AltModifier)

    assert isinstance(window.rooms["books"], BooksRoom)
    assert said(page)[0] == "11 dòng, 1 số trống"
