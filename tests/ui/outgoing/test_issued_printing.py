"""The issued paper on its way out: each copy and the file are the stored pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from support.clerk import Clerk
from support.papers_out import issued, signed_off
from support.windows import part

from vpdesk.domain.outgoing_list import OutgoingView
from vpdesk.services import outgoing
from vpdesk.services.desk import Desk

Open = Callable[..., Clerk]


def test_the_file_is_what_was_stored_byte_for_byte(clerk: Open, own_desk: Desk, tmp_path: Path) -> None:
    (one,) = issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.window.acts["export_issued"].trigger()
    dialog = part(at.window, QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["01-CV-BTGHU.pdf"]
    dialog.fileSelected.emit(str(tmp_path / "ra.pdf"))
    dialog.reject()

    assert (tmp_path / "ra.pdf").read_bytes() == outgoing.issued_pdf(own_desk, one.line.id)


def test_where_the_printer_is_a_file_it_gets_the_stored_bytes_whatever_the_copies(
    clerk: Open, own_desk: Desk, tmp_path: Path
) -> None:
    (one,) = issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.window.acts["print_issued"].trigger()
    dialog = part(at.window, QPrintDialog)
    assert dialog.printer().copyCount() == 3
    dialog.printer().setOutputFileName(str(tmp_path / "in.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)

    assert (tmp_path / "in.pdf").read_bytes() == outgoing.issued_pdf(own_desk, one.line.id)


def test_a_paper_is_printed_as_often_as_it_has_copies_from_the_pictures_of_its_pages(
    clerk: Open, own_desk: Desk, tmp_path: Path
) -> None:
    lines = [one.line for one in issued(own_desk, [signed_off(own_desk), signed_off(own_desk)])]
    at = clerk()
    printed = []
    for place, line in enumerate(lines):
        out = tmp_path / f"{place}.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setFullPage(True)
        at.room.papers._print_next(printer, [line], 0, copies_of_each=True)
        QTest.qWait(20)
        document = pypdfium2.PdfDocument(out)
        printed.append((len(document), [round(side) for side in document[0].get_size()]))
        ink = document[0].render(scale=0.3).to_pil().convert("L")
        assert min(ink.tobytes()) < 120, "the page is empty"
        document.close()

    assert printed == [(3, [595, 842])] * 2
