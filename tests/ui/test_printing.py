"""The printer: the same pages, true to size, as often and as many as asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from support.builders import a_long_body

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


def numbers(path: Path) -> list[int]:
    """The page numbers that came out; the first page carries none."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    return [next((number for number in (2, 3, 4) if text.strip().startswith(f"{number}")), 1) for text in texts]


def test_every_page_comes_out_on_its_sheet(four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    assert print_document(four_pages, to_file(four_pages, out), glyphs) == 4
    pages = pypdfium2.PdfDocument(out)
    assert [page.get_size() for page in pages] == [pytest.approx((595, 842), abs=1)] * 4
    assert numbers(out) == [1, 2, 3, 4]


def test_letters_stand_true_to_size_where_the_layout_put_them(
    four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    print_document(four_pages, to_file(four_pages, out), glyphs)
    page = pypdfium2.PdfDocument(out)[0]
    text = page.get_textpage()
    start = text.search("HUYỆN ỦY HÀ NINH").get_next()
    assert start is not None
    left, bottom, _, _ = text.get_charbox(start[0])
    ink = next(ink for ink in four_pages.pages[0].inks() if ink.place.role == "parent_body")
    assert left == pytest.approx(ink.x, abs=0.5)
    assert page.get_height() - bottom == pytest.approx(ink.y, abs=0.5)


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
    assert pypdfium2.PdfDocument(out)[0].get_size() == pytest.approx(size, abs=1)


def test_a_range_of_pages_comes_out_alone(four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_document(four_pages, printer, glyphs) == 2
    assert numbers(out) == [2, 3]


def test_the_current_page_comes_out_alone(four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert print_document(four_pages, printer, glyphs, current=2) == 1
    assert numbers(out) == [3]


def test_the_last_page_comes_first_where_the_sheets_fall_face_up(
    four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_document(four_pages, printer, glyphs)
    assert numbers(out) == [4, 3, 2, 1]


@pytest.mark.parametrize(("collate", "order"), [(True, [2, 3, 2, 3]), (False, [2, 2, 3, 3])])
def test_copies_come_out_in_sets_or_page_by_page(
    collate: bool, order: list[int], four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path
) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    print_document(four_pages, printer, glyphs)
    assert numbers(out) == ([2, 3] if printer.supportsMultipleCopies() else order)


def test_a_range_beyond_the_end_prints_nothing(four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    printer = to_file(four_pages, out)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(9, 12)
    assert print_document(four_pages, printer, glyphs) == 0
    assert not out.exists()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.qt_log_ignore("QPrinter", "QPainter", "qt.pdf", extend=True)
def test_a_printer_that_takes_nothing_is_told(four_pages: PagedDocument, glyphs: Glyphs, tmp_path: Path) -> None:
    printer = to_file(four_pages, tmp_path / "no" / "such" / "folder" / "in.pdf")
    assert print_document(four_pages, printer, glyphs) is None


def test_the_name_of_the_job_can_be_the_name_of_a_file(four_pages: PagedDocument, application: QApplication) -> None:
    assert make_printer(four_pages).docName() == "Công văn số 12-CV-BTGHU"
