"""Issued papers on their way out: printed and exported as they were stored; envelopes and slips beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from vpdesk.domain.drafts import Output
from vpdesk.services import issued_papers
from vpdesk.ui.commands import ask_for_pdf, ask_printer
from vpdesk.ui.preview.printing import is_plain_file, sheet_layout
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.wording import Explanation

if TYPE_CHECKING:
    from vpdesk.domain.issuing import LineDetail
    from vpdesk.domain.outgoing import Delivery, RegisterLine
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.layout.geometry import Picture
    from vpdesk.services.issued_papers import IssuedPaper
    from vpdesk.ui.main_window import MainWindow

_FINEST = 300
"""Dots to the inch of the pictures that are printed: a printer's own resolution would take four times the memory."""


class IssuedPapers:
    """Prints and writes the stored pages; nothing is laid out again. `detail` is the line in hand."""

    def __init__(self, window: MainWindow, detail: Callable[[], LineDetail | None]) -> None:
        self._window, self._detail = window, detail
        self._outgoing = window.gateway.outgoing

    # --- printing ---------------------------------------------------------------------------------------------------

    def print_line(self) -> None:
        """Print the paper of the line in hand."""
        if (detail := self._detail()) is not None and detail.line.pdf is not None:
            self.print_lines([detail.line])

    def print_lines(self, lines: Sequence[RegisterLine]) -> None:
        """Ask once for the printer, then print the paper of each line in as many copies as it has."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(lines[0].reference.replace("/", "-"))
        printer.setCreator("vpdesk")
        printer.setFullPage(True)
        if len(lines) == 1:
            printer.setCopyCount(lines[0].copies or 1)
        dialog = QPrintDialog(printer, self._window)

        def finish(result: int) -> None:
            if result == QDialog.DialogCode.Accepted and len(lines) == 1 and _is_one_file(printer):
                self._write(lines[0], Path(printer.outputFileName()))
            elif result == QDialog.DialogCode.Accepted:
                self._print_next(printer, list(lines), 0, copies_of_each=len(lines) > 1)
            dialog.deleteLater()

        dialog.finished.connect(finish)
        QDialog.open(dialog)  # the print dialog's own wants a slot by name

    def _print_next(self, printer: QPrinter, lines: list[RegisterLine], sheets: int, *, copies_of_each: bool) -> None:
        """Print the paper of the first line, then those of the others."""
        if not lines:
            said = ngettext("Printed {count} page.", "Printed {count} pages.", sheets).format(
                count=format_number(sheets)
            )
            self._window.notices.say(said)
            return
        line, *others = lines
        if copies_of_each:
            printer.setCopyCount(line.copies or 1)

        def printed(count: int) -> None:
            self._tell(line, Output.PRINT)
            self._print_next(printer, others, sheets + count, copies_of_each=copies_of_each)

        def begin(paper: IssuedPaper) -> None:
            _Run(self._window, printer, paper, printed).go_on()

        self._outgoing.paper(line.id, begin, self._window.warn_of)

    # --- files ------------------------------------------------------------------------------------------------------

    def export_line(self) -> None:
        """Ask for a place and write the stored bytes of the line in hand there."""
        if (detail := self._detail()) is not None and detail.line.pdf is not None:
            ask_for_pdf(self._window, _file_name(detail.line), partial(self._write, detail.line))

    def save_lines(self, lines: Sequence[RegisterLine]) -> None:
        """Ask for a place, of several papers for a folder, and write the stored bytes there."""
        if len(lines) == 1:
            ask_for_pdf(self._window, _file_name(lines[0]), partial(self._write, lines[0]))
            return
        dialog = QFileDialog(self._window, _("Folder for the PDF files"), self._window.preferences.settings.last_folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)

        def write(folder: str) -> None:
            for line in lines:
                self._write(line, Path(folder) / f"{_file_name(line)}.pdf")

        dialog.fileSelected.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, line: RegisterLine, out: Path) -> None:
        window = self._window

        def written(out: Path) -> None:
            window.exported(out)
            self._tell(line, Output.EXPORT)

        def write(paper: IssuedPaper) -> None:
            self._outgoing.write(paper, out, written, window.warn_of_export)

        window.work_begins(_("Exporting…"))
        self._outgoing.paper(line.id, write, window.warn_of)

    def _tell(self, line: RegisterLine, output: Output) -> None:
        """Let the history tell that a paper left the program, where the officer may read its dispatch."""
        if line.dispatch is not None:
            self._window.gateway.records.tell_output((line.dispatch,), output, lambda _nothing: None, _ignore)

    # --- beside the papers ------------------------------------------------------------------------------------------

    def print_delivery(self, line: RegisterLine, kind: str, deliveries: tuple[Delivery, ...]) -> None:
        """Print the envelopes or the slips of recipients."""
        papers = issued_papers.envelopes if kind == "envelopes" else issued_papers.slips

        def ask(document: PagedDocument) -> None:
            export = partial(self._window.gateway.export_pile, document, done=self._window.exported, failed=warn)
            ask_printer(self._window, document, export)

        warn = self._window.warn_of_export
        self._outgoing.delivery_papers(papers, line.id, deliveries, ask, self._window.warn_of)


class _Run:
    """A paper on its way to the printer, page by page: one picture at a time is in memory."""

    def __init__(self, window: MainWindow, printer: QPrinter, paper: IssuedPaper, done: Callable[[int], None]) -> None:
        self._window, self._printer, self._paper, self._done = window, printer, paper, done
        self._scale = min(printer.resolution(), _FINEST) / 72
        self._painter = QPainter()
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        self._pages = [number for _copy in range(copies) for number in _chosen(paper, printer)]
        self._printed = 0

    def go_on(self) -> None:
        """Print the next page; behind the last say that all is done."""
        if self._printed == len(self._pages):
            self._painter.end()
            self._done(self._printed)
            return
        number = self._pages[self._printed]
        self._window.gateway.outgoing.picture(self._paper, number, self._scale, self._paint, self._window.warn_of)

    def _paint(self, picture: Picture) -> None:
        size, printer = self._paper.sizes[self._pages[self._printed]], self._printer
        printer.setPageLayout(sheet_layout(size))
        if not (self._painter.begin(printer) if self._printed == 0 else printer.newPage()):
            trouble = _("The printer “{name}” did not take the pages.").format(name=printer.printerName())
            self._window.notices.warn(Explanation(trouble, _("See that it is on and connected, then print again.")))
            return
        dots = printer.resolution() / 72
        stride = 3 * picture.width
        image = QImage(picture.pixels, picture.width, picture.height, stride, QImage.Format.Format_RGB888)
        self._painter.drawImage(QRectF(0, 0, size.width * dots, size.height * dots), image)
        self._printed += 1
        self.go_on()


def _chosen(paper: IssuedPaper, printer: QPrinter) -> list[int]:
    count = range(len(paper.sizes))
    if printer.printRange() is QPrinter.PrintRange.PageRange and not printer.pageRanges().isEmpty():
        return [number for number in count if printer.pageRanges().contains(number + 1)]
    return list(count)


def _is_one_file(printer: QPrinter) -> bool:
    """Whether the pages go to a PDF file: the stored bytes are that file, whatever the number of copies."""
    copies = printer.copyCount()
    printer.setCopyCount(1)
    is_one = is_plain_file(printer)
    printer.setCopyCount(copies)
    return is_one


def _file_name(line: RegisterLine) -> str:
    return line.reference.replace("/", "-")


def _ignore(_error: object) -> None:
    """The paper was printed all the same."""
