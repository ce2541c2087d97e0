"""Asking: for a file, for a printer; and the menu and the message bar that are always at hand."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QEnterEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from support.windows import part

from vpdesk.ui import commands
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.file_page import bare_name
from vpdesk.ui.preview.printing import is_plain_file, make_printer
from vpdesk.ui.widgets.message_bar import MessageBar


@pytest.fixture
def message_bar(window: MainWindow) -> MessageBar:
    return part(window, MessageBar)


class Folders(QObject):
    """Stands where the system's own program for folders is."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.asked.append(url)


def menu_named(window: MainWindow, title: str) -> QMenu:
    return next(menu for menu in window.findChildren(QMenu) if menu.title() == title)


def test_the_file_that_was_chosen_is_opened(window: MainWindow, paper: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác.dispatch.json"
    other.write_bytes(paper.read_bytes())
    commands.choose_file(window)
    dialog = part(window, QFileDialog)
    dialog.fileSelected.emit(str(other))
    dialog.reject()
    assert window.path == other


def test_an_export_is_offered_beside_the_paper_and_takes_the_ending_of_its_kind(
    window: MainWindow, paper: Path
) -> None:
    commands.export_pages(window)
    dialog = part(window, QFileDialog)
    assert dialog.directory().absolutePath() == str(paper.parent)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["229-CV-BTGHU.pdf"]
    endings = []
    for chosen in dialog.nameFilters():
        dialog.filterSelected.emit(chosen)
        endings.append(dialog.defaultSuffix())
    assert endings == ["pdf", "docx", "png"]
    dialog.fileSelected.emit(str(paper.parent / "trang.png"))
    dialog.reject()
    assert (paper.parent / "trang.png").exists()


@pytest.mark.parametrize(
    ("name", "bare"), [("a.dispatch.json", "a"), ("b.json", "b"), ("c.txt", "c.txt"), ("d.e.dispatch.json", "d.e")]
)
def test_a_paper_is_named_without_its_ending(name: str, bare: str) -> None:
    assert bare_name(Path(name)) == bare


def test_a_whole_print_into_a_file_is_our_own_pdf_with_its_text(window: MainWindow, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    _print_into(window, out, QPrinter.PrintRange.AllPages)
    document = pypdfium2.PdfDocument(out)
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words


def test_a_part_printed_into_a_file_is_printed(window: MainWindow, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    _print_into(window, out, QPrinter.PrintRange.CurrentPage)
    document = pypdfium2.PdfDocument(out)
    count = len(document)
    document.close()
    assert count == 1


def _print_into(window: MainWindow, out: Path, pages: QPrinter.PrintRange) -> None:
    commands.print_pages(window)
    dialog = part(window, QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setPrintRange(pages)
    # What the button does before it closes the dialog is Qt's own; what it closes with is ours.
    QDialog.done(dialog, QDialog.DialogCode.Accepted)


def test_a_dialog_that_is_left_prints_nothing(window: MainWindow, message_bar: MessageBar) -> None:
    commands.print_pages(window)
    part(window, QPrintDialog).reject()
    assert not message_bar.isVisible()


def test_copies_and_an_order_of_their_own_are_the_printers_business(window: MainWindow) -> None:
    assert window.paper.document is not None
    printer = make_printer(window.paper.document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert is_plain_file(printer)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert not is_plain_file(printer)


def test_the_menu_offers_the_papers_of_last_time(window: MainWindow, paper: Path) -> None:
    recent = menu_named(window, "Đã mở gần đây")
    part(window, QMenu).aboutToShow.emit()
    (action,) = recent.actions()
    assert action.text() == paper.name
    window.paper.view.turn_to(1)
    action.trigger()
    assert window.path == paper


@pytest.mark.parametrize(
    ("menu", "choice", "setting", "value"),
    [
        ("Giao diện", "Tối", "theme", "dark"),
        ("Cỡ chữ", "12 pt", "font_size", 12),
        ("Ngôn ngữ", "English", "language", "en"),
    ],
)
def test_a_choice_of_the_menu_is_remembered(
    window: MainWindow, qtbot: QtBot, menu: str, choice: str, setting: str, value: object
) -> None:
    next(action for action in menu_named(window, menu).actions() if action.text() == choice).trigger()
    assert getattr(window.preferences.settings, setting) == value
    qtbot.wait(1)


def test_a_message_goes_after_its_time_but_not_from_under_the_mouse(message_bar: MessageBar, qtbot: QtBot) -> None:
    message_bar.say("Đã xuất out.pdf.")
    timer = message_bar._timer
    assert (timer.interval(), timer.isActive()) == (8000, True)
    middle = message_bar.rect().center().toPointF()
    message_bar.enterEvent(QEnterEvent(middle, middle, middle))
    assert not timer.isActive()
    message_bar.leaveEvent(QEvent(QEvent.Type.Leave))
    assert timer.isActive()
    timer.timeout.emit()
    assert not message_bar.isVisible()


def test_a_message_stays_while_its_act_has_the_focus(message_bar: MessageBar, qtbot: QtBot) -> None:
    message_bar.say("Đã xuất out.pdf.", "Mở thư mục", lambda: None)
    act = part(message_bar, QPushButton)
    act.setFocus()
    qtbot.waitUntil(act.hasFocus)
    message_bar._timer.timeout.emit()
    assert message_bar.isVisible()


def test_the_act_of_a_message_is_done_and_the_message_goes(message_bar: MessageBar) -> None:
    done: list[str] = []
    message_bar.say("Đã xuất out.pdf.", "Mở thư mục", lambda: done.append("open"))
    part(message_bar, QPushButton).click()
    assert done == ["open"]
    assert not message_bar.isVisible()


def test_a_message_stands_over_the_pages_and_not_over_the_findings(window: MainWindow, message_bar: MessageBar) -> None:
    message_bar.say("Đã xuất out.pdf.")
    pages = window.paper.view.geometry()
    foot = window.paper.view.mapTo(window, pages.bottomLeft() - pages.topLeft()).y()
    assert message_bar.geometry().bottom() < foot
    beside = message_bar.parentWidget()
    assert beside is not None
    assert message_bar.geometry().center().x() == pytest.approx(beside.width() / 2, abs=2)


def test_the_folder_of_an_export_is_opened_by_the_system(tmp_path: Path, qtbot: QtBot) -> None:
    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "take")  # type: ignore[arg-type]  # the stub wants bytes, Qt a name
    commands.show_folder(tmp_path / "out.pdf")
    QDesktopServices.unsetUrlHandler("file")
    assert folders.asked == [QUrl.fromLocalFile(str(tmp_path))]
