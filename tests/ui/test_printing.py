"""The printer: the same pages, true to size, as often and as many as asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from support.builders import a_long_body
from support.pictures import distance, ink_of, picture_of_pdf, word_regions

from vpdesk.domain.dispatch import Orientation, PageSetup, PaperSize
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.printing import make_printer, print_document


@pytest.fixture
def glyphs(desk: Desk, application: QApplication) -> Glyphs:
    return Glyphs(desk.fonts)


@pytest.fixture
def four_pages(laid_out: Callable[..., LaidOut]) -> PagedDocument:
    document = laid_out(body=a_long_body(1600)).document
    assert len(document.pages) == 4
    return document


def to_file(document: PagedDocument, path: Path) -> QPrinter:
    printer = make_printer(document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def picture(pdf: bytes, page: int) -> Image.Image:
    """A sheet, small and grey: enough to know a page by."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        rendered: Image.Image = document[page].render(scale=0.5).to_pil()
        return rendered.convert("L")
    finally:
        document.close()


def order(out: Path, document: PagedDocument, desk: Desk) -> list[int]:
    """Which pages came out, counted from 1. A print has no text to read: each is the one of the PDF it looks like."""
    pdf, sheets = desk.press.pdf(document), out.read_bytes()
    pages = [picture(pdf, number) for number in range(len(document.pages))]

    def unlike(sheet: Image.Image, page: Image.Image) -> float:
        return ImageStat.Stat(ImageChops.difference(sheet, page.resize(sheet.size))).mean[0]

    printed = pypdfium2.PdfDocument(sheets)
    count = len(printed)
    printed.close()
    shown = [picture(sheets, number) for number in range(count)]
    distances = [[unlike(sheet, page) for page in pages] for sheet in shown]
    return [row.index(min(row)) + 1 for row in distances]


def sizes(path: Path) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_size() for page in document]
    finally:
        document.close()


def test_every_page_comes_out_on_its_sheet(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    assert print_document(four_pages, to_file(four_pages, out), glyphs) == 4
    assert sizes(out) == [pytest.approx((595.3, 841.9), abs=0.6)] * 4
    assert order(out, four_pages, desk) == [1, 2, 3, 4]


def test_words_stand_on_paper_where_the_pdf_has_them(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    print_document(four_pages, to_file(four_pages, out), glyphs)
    pdf, printed = desk.press.pdf(four_pages), out.read_bytes()
    for number, page in enumerate(four_pages.pages):
        ours, theirs = picture_of_pdf(pdf, number), picture_of_pdf(printed, number)
        apart = [distance(ink_of(ours, word), ink_of(theirs, word)) for word in word_regions(page, desk.fonts)]
        assert max(apart) < 1


@pytest.mark.parametrize(
    ("setup", "size"),
    [
        (PageSetup(size=PaperSize.A5), (419.5, 595.3)),
        (PageSetup(size=PaperSize.A4, orientation=Orientation.LANDSCAPE), (841.9, 595.3)),
    ],
)
def test_a_page_brings_its_own_paper(
    setup: PageSetup, size: tuple[float, float], laid_out: Callable[..., LaidOut], glyphs: Glyphs, tmp_path: Path
) -> None:
    document = laid_out(page=setup).document
    out = tmp_path / "in.pdf"
    assert print_document(document, to_file(document, out), glyphs) == len(document.pages)
    assert sizes(out)[0] == pytest.approx(size, abs=0.6)


def test_a_range_of_pages_comes_out_alone(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_document(four_pages, printer, glyphs) == 2
    assert order(out, four_pages, desk) == [2, 3]


def test_the_current_page_comes_out_alone(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert print_document(four_pages, printer, glyphs, current=2) == 1
    assert order(out, four_pages, desk) == [3]


def test_the_last_page_comes_first_where_the_sheets_fall_face_up(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_document(four_pages, printer, glyphs)
    assert order(out, four_pages, desk) == [4, 3, 2, 1]


@pytest.mark.parametrize(("collate", "wanted"), [(True, [2, 3, 2, 3]), (False, [2, 2, 3, 3])])
def test_copies_come_out_in_sets_or_page_by_page(
    collate: bool, wanted: list[int], four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    print_document(four_pages, printer, glyphs)
    assert order(out, four_pages, desk) == ([2, 3] if printer.supportsMultipleCopies() else wanted)


def test_a_range_beyond_the_end_prints_nothing(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(9, 12)
    assert print_document(four_pages, printer, glyphs) == 0
    assert not out.exists()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.qt_log_ignore("QPrinter", "QPainter", "qt.pdf", extend=True)
def test_a_printer_that_takes_nothing_is_told(
    four_pages: PagedDocument, glyphs: Glyphs, desk: Desk, tmp_path: Path
) -> None:
    printer = to_file(four_pages, tmp_path / "no" / "such" / "folder" / "in.pdf")
    assert print_document(four_pages, printer, glyphs) is None


def test_the_name_of_the_job_can_be_the_name_of_a_file(four_pages: PagedDocument, application: QApplication) -> None:
    assert make_printer(four_pages).docName() == "Công văn số 12-CV-BTGHU"
