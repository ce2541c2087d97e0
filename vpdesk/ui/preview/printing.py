"""The same pages on a printer: true to size, one frame a sheet, in the printer's own resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from vpdesk.layout.frame import Page, PagedDocument
from vpdesk.layout.geometry import Size
from vpdesk.ui.preview.painter import Glyphs, paint_page
from vpdesk.words.catalogue import _


def make_printer(document: PagedDocument) -> QPrinter:
    """A printer ready for a document: its paper, its title, the whole sheet to paint on."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # Where the printer is a file, the dialog makes its name from this: a slash would be a folder.
    printer.setDocName(document.description.title.replace("/", "-"))
    printer.setCreator("vpdesk")
    printer.setFullPage(True)
    printer.setPageLayout(sheet_layout(document.pages[0]))
    return printer


def is_plain_file(printer: QPrinter) -> bool:
    """Whether the pages go once, whole and in order, to a PDF file: our own export makes the better one."""
    return (
        printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        and printer.printRange() is QPrinter.PrintRange.AllPages
        and printer.pageOrder() is QPrinter.PageOrder.FirstPageFirst
        and printer.copyCount() == 1
    )


def print_document(document: PagedDocument, printer: QPrinter, glyphs: Glyphs, current: int = 0) -> int | None:
    """Print the pages the printer's dialog asked for; `current` is the one in hand, counted from 0.

    Returns how many pages went out, None when the printer would not take them.
    """
    pages = list(_order(document.pages, printer, current))
    painter = QPainter()
    for number, page in enumerate(pages):
        printer.setPageLayout(sheet_layout(page))
        if not (painter.begin(printer) if number == 0 else printer.newPage()):
            return None
        painter.save()
        scale = printer.resolution() / 72
        painter.scale(scale, scale)
        paint_page(painter, page, glyphs)
        painter.restore()
    return len(pages) if not pages or painter.end() else None


def print_code(code: str, office: str, window: QWidget) -> None:
    """Ask for a printer, and print a recovery code with what it is for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)

    def finish(result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            document = QTextDocument()
            said = _("The recovery code of vpdesk"), office, code, _("Keep it locked away. It is good for one time.")
            document.setHtml("".join(f"<p style='font-size: 16pt'>{escape(line)}</p>" for line in said))
            document.print_(printer)
        dialog.deleteLater()

    dialog.finished.connect(finish)
    QDialog.open(dialog)  # the print dialog's own wants a slot by name


def _order(pages: Sequence[Page], printer: QPrinter, current: int) -> Iterator[Page]:
    """The pages in the order in which sheets come out, each as often as the printer does not do by itself."""
    chosen = [pages[number] for number in _chosen(len(pages), printer, current)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        for _copy in range(copies):
            yield from chosen
    else:
        for page in chosen:
            yield from [page] * copies


def _chosen(count: int, printer: QPrinter, current: int) -> list[int]:
    match printer.printRange():
        case QPrinter.PrintRange.CurrentPage:
            return [current]
        case QPrinter.PrintRange.PageRange if not printer.pageRanges().isEmpty():
            return [number for number in range(count) if printer.pageRanges().contains(number + 1)]
        case _:
            return list(range(count))


def sheet_layout(page: Page | Size) -> QPageLayout:
    """The sheet of a page without margins: the frames carry their own."""
    short, long = sorted((page.width, page.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    upright = page.width <= page.height
    orientation = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    layout = QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
