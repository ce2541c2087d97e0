"""The stamp ĐẾN over the first page of what came in: upright, in its place, text, the original as it was."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from support.foreign import BROKEN_PDF, LOCKED_PDF, grey_png, words_pdf
from support.readers import text_by_pdfium, text_by_poppler

from vpdesk.domain.errors import FileNotUnderstood, PdfBroken, PdfLocked
from vpdesk.domain.papers import ArrivalStamp
from vpdesk.domain.read_pages import Box, ReadPage, Word
from vpdesk.export.stamping import pdf_of_picture, stamp_apart, stamped
from vpdesk.layout.geometry import mm
from vpdesk.reading.pdf import read_pdf
from vpdesk.services import papers
from vpdesk.services.desk import Desk

PAPER = words_pdf([(300, 100, "So 12-CV/HU"), (300, 700, "Noi nhan")])
LEFT, TOP = mm(20), mm(45)


@pytest.fixture
def stamp(desk: Desk) -> bytes:
    """A stamp as a PDF of its own size."""
    told = ArrivalStamp("BAN TUYÊN GIÁO HUYỆN ỦY HÀ NINH", "1312", None, "đồng chí Linh")
    return desk.press.pdf(papers.arrival_label(desk, told))


def first_page(pdf: bytes, folder: Path) -> ReadPage:
    """The first page with its words."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    first = read_pdf(path).first
    assert first is not None
    return first


def word(page: ReadPage, text: str) -> Word:
    """The one word that says this."""
    (found,) = [one for one in page.words if one.text == text]
    return found


def lies_in(box: Box, left: float, top: float) -> bool:
    """Whether a place lies in the stamp that stands here."""
    return left <= box.left <= box.right <= left + mm(50) and top <= box.top <= box.bottom <= top + mm(35)


def test_the_stamp_stands_where_it_was_put_and_is_text(stamp: bytes, tmp_path: Path) -> None:
    copy = stamped(PAPER, stamp, LEFT, TOP)
    page = first_page(copy, tmp_path)

    assert lies_in(word(page, "1312").box, LEFT, TOP)
    assert lies_in(word(page, "ĐẾN").box, LEFT, TOP)
    assert word(page, "12-CV/HU").box == word(first_page(PAPER, tmp_path), "12-CV/HU").box
    for reader in (text_by_pdfium, text_by_poppler):
        assert "1312" in reader(copy)
        assert "Noi nhan" in reader(copy)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_on_a_page_that_is_shown_turned_the_stamp_stands_upright(stamp: bytes, tmp_path: Path, turned: int) -> None:
    copy = stamped(words_pdf([(300, 100, "So")], turned=turned), stamp, LEFT, TOP)
    page = first_page(copy, tmp_path)
    number = word(page, "1312").box

    assert lies_in(number, LEFT, TOP)
    assert number.right - number.left > number.height


def test_later_pages_stay_as_they_were(desk: Desk, stamp: bytes) -> None:
    from support.papers import a_plan

    from vpdesk.services.typesetting import lay_out

    plan = desk.press.pdf(lay_out(desk, a_plan()).document)
    copy = text_by_pdfium(stamped(plan, stamp, LEFT, TOP))

    assert copy.count("1312") == 1
    assert copy.count("\f") == text_by_pdfium(plan).count("\f")


@pytest.mark.parametrize(("content", "error"), [(LOCKED_PDF, PdfLocked), (BROKEN_PDF, PdfBroken), (b"", PdfBroken)])
def test_what_cannot_be_opened_is_not_stamped(stamp: bytes, content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        stamped(content, stamp, LEFT, TOP)


def picture(kind: str, size: tuple[int, int], **others: object) -> bytes:
    """A white picture."""
    out = BytesIO()
    Image.new("RGB", size, "white").save(out, kind, **others)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (picture("PNG", (1654, 2339), dpi=(200, 200)), (595, 842)),
        (picture("JPEG", (2480, 3508), dpi=(300, 300)), (595, 842)),
        (picture("TIFF", (2339, 1654), dpi=(200, 200)), (842, 595)),
        (picture("JPEG", (1000, 1000), dpi=(1, 1)), (595, 595)),
        (grey_png(100, 200), (421, 842)),
    ],
)
def test_a_picture_becomes_a_page_of_the_size_that_was_scanned(
    stamp: bytes, tmp_path: Path, content: bytes, size: tuple[int, int]
) -> None:
    page = first_page(stamped(pdf_of_picture(content), stamp, LEFT, TOP), tmp_path)

    assert (round(page.width), round(page.height)) == pytest.approx(size, abs=1)
    assert lies_in(word(page, "1312").box, LEFT, TOP)


def test_a_picture_of_several_pages_stays_one(stamp: bytes, tmp_path: Path) -> None:
    out = BytesIO()
    pages = [Image.new("1", (200, 280), 1) for _ in range(3)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    (tmp_path / "read.pdf").write_bytes(pdf_of_picture(out.getvalue()))

    assert read_pdf(tmp_path / "read.pdf").pages == 3


def test_a_picture_that_was_cut_off_is_told(stamp: bytes) -> None:
    with pytest.raises(FileNotUnderstood):
        pdf_of_picture(grey_png()[:20])


def test_stamping_in_a_process_apart_tells_what_is_wrong_by_the_files_own_name(stamp: bytes, tmp_path: Path) -> None:
    original, label, out = tmp_path / "a.pdf", tmp_path / "stamp.pdf", tmp_path / "out.pdf"
    label.write_bytes(stamp)
    original.write_bytes(LOCKED_PDF)
    with pytest.raises(PdfLocked) as refused:
        stamp_apart("pdf", original, "quét 0412.pdf", label, out, (LEFT, TOP))
    assert (refused.value.name, out.exists()) == ("quét 0412.pdf", False)

    original.write_bytes(PAPER)
    stamp_apart("pdf", original, "quét 0412.pdf", label, out, (LEFT, TOP))
    assert "1312" in text_by_pdfium(out.read_bytes())
    assert original.read_bytes() == PAPER
