"""The issued paper on its way out: each copy and the file are the stored pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from support.clerk import Clerk
from support.papers_out import issued, signed_off

from vpdesk.domain.outgoing_list import OutgoingView
from vpdesk.services import outgoing
from vpdesk.services.desk import Desk
from vpdesk.ui import issued_printing

Open = Callable[..., Clerk]


def test_the_file_is_what_was_stored_byte_for_byte(
    clerk: Open, own_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = issued(own_desk, [signed_off(own_desk)])
    out = tmp_path / "ra.pdf"
    monkeypatch.setattr(issued_printing, "ask_for_pdf", lambda _window, _name, write: write(out))
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.window.acts["export_issued"].trigger()

    assert out.read_bytes() == outgoing.issued_pdf(own_desk, one.line.id)


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
