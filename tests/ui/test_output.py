"""From the window to paper and to files."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from support.windows import part

from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.preview.printing import make_printer
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip

_A4 = (595.28, 841.89)


def _printer(window: MainWindow, out: Path) -> QPrinter:
    assert window.paper.document is not None
    printer = make_printer(window.paper.document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer


def _sizes(pdf: Path) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_size() for page in document]
    finally:
        document.close()


def _said(window: MainWindow) -> list[str]:
    return [label.text() for label in part(window, MessageBar).findChildren(QLabel)]


def test_every_page_is_printed_on_a_sheet_of_its_size(window: MainWindow, tmp_path: Path) -> None:
    window.print(_printer(window, tmp_path / "printed.pdf"))
    assert window.paper.document is not None
    sizes = _sizes(tmp_path / "printed.pdf")
    assert len(sizes) == len(window.paper.document.pages) == 2
    assert all(size == pytest.approx(_A4, abs=0.6) for size in sizes)
    assert "Đã in 2 trang." in _said(window)


def test_only_the_pages_asked_for_are_printed(window: MainWindow, tmp_path: Path) -> None:
    printer = _printer(window, tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2"))
    window.print(printer)
    assert len(_sizes(tmp_path / "printed.pdf")) == 1


def test_the_page_in_hand_is_printed_alone_when_it_is_asked_for(window: MainWindow, tmp_path: Path) -> None:
    window.paper.view.turn_to(1)
    printer = _printer(window, tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    window.print(printer)
    # A printed page is drawn glyph by glyph and has no text to read: page 2 is known by its empty foot.
    assert _ink_below_middle(tmp_path / "printed.pdf") < _ink_below_middle(_printed_whole(window, tmp_path)) / 2


def _printed_whole(window: MainWindow, folder: Path) -> Path:
    window.print(_printer(window, folder / "whole.pdf"))
    return folder / "whole.pdf"


def _ink_below_middle(pdf: Path) -> int:
    """Dark pixels in the lower half of the first page of a file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=1).to_pil().convert("L")
    finally:
        document.close()
    return sum(picture.crop((0, picture.height // 2, picture.width, picture.height)).histogram()[:128])


def test_a_pdf_is_exported_and_the_message_says_so(window: MainWindow, tmp_path: Path) -> None:
    window.export(tmp_path / "out.pdf")
    assert len(_sizes(tmp_path / "out.pdf")) == 2
    assert "Đã xuất out.pdf." in _said(window)
    assert part(window, MessageBar).isVisible()


def test_the_first_page_is_exported_as_a_picture(window: MainWindow, tmp_path: Path) -> None:
    window.export(tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as picture:
        assert picture.height / picture.width == pytest.approx(_A4[1] / _A4[0], abs=0.01)


def test_an_export_that_cannot_be_written_is_told_and_leaves_nothing(window: MainWindow, tmp_path: Path) -> None:
    window.export(tmp_path / "no folder" / "out.pdf")
    assert part(window, Strip).isVisible()
    assert not (tmp_path / "no folder").exists()
