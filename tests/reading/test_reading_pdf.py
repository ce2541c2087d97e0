"""The words of PDFs made elsewhere, with their places on the page as it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.foreign import BROKEN_PDF, LOCKED_PDF, docx, words_pdf

from vpdesk.domain.errors import FileNotUnderstood, PdfBroken, PdfLocked
from vpdesk.domain.read_pages import ReadFile
from vpdesk.reading.apart import read_apart
from vpdesk.reading.docx import read_docx
from vpdesk.reading.pdf import read_pdf
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import export, lay_out, read_dispatch


def written(folder: Path, content: bytes) -> Path:
    """A PDF on the disk."""
    path = folder / "quét 0412.pdf"
    path.write_bytes(content)
    return path


def test_words_stand_where_the_page_shows_them(tmp_path: Path) -> None:
    read = read_pdf(written(tmp_path, words_pdf([(72, 100, "So 229-CV/BTGHU"), (300, 700, "Noi nhan")])))
    assert read.first is not None
    first, *_, last = read.first.words

    assert [word.text for word in read.first.words] == ["So", "229-CV/BTGHU", "Noi", "nhan"]
    assert first.box.left == pytest.approx(72, abs=1)
    assert first.box.bottom == pytest.approx(100, abs=1)
    assert last.box.top > 690
    assert read.text == "So 229-CV/BTGHU\nNoi nhan"
    assert (read.pages, read.first.width, read.first.height) == (1, 595, 842)


def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    read = read_pdf(written(tmp_path, words_pdf([(72, 100, "So")], turned=90)))
    assert read.first is not None
    (word,) = read.first.words

    assert (read.first.width, read.first.height) == (842, 595)
    assert word.box.right == pytest.approx(842 - 92, abs=5)
    assert word.box.top == pytest.approx(72, abs=2)


def test_our_own_papers_are_read_as_they_are_written(desk: Desk, tmp_path: Path) -> None:
    paper = Path("tests/gallery/type-cong-van.dispatch.json")
    export(desk, lay_out(desk, read_dispatch(paper)), out := tmp_path / "giấy.pdf")
    read = read_apart(out, "pdf")

    assert "mở lớp bồi dưỡng cộng tác viên" in read.text.replace("\n", " ")
    assert read.first is not None
    assert {"ĐẢNG", "CỘNG", "230-CV/BTGHU"} <= {word.text for word in read.first.words}


def test_a_locked_and_a_broken_pdf_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(PdfLocked) as locked:
        read_apart(written(tmp_path, LOCKED_PDF), "pdf")
    with pytest.raises(PdfBroken):
        read_apart(written(tmp_path, BROKEN_PDF), "pdf")

    assert locked.value.name == "quét 0412.pdf"


@pytest.mark.parametrize("size", [0, 10, 100, 300, 500])
def test_a_pdf_that_was_cut_off_is_read_or_refused_and_nothing_falls(tmp_path: Path, size: int) -> None:
    whole = words_pdf([(72, 100, "So 229-CV/BTGHU")])
    try:
        read_apart(written(tmp_path, whole[:size]), "pdf")
    except (PdfBroken, FileNotUnderstood):
        return
    assert size > 100


def test_reading_that_takes_too_long_or_crashes_is_given_up(tmp_path: Path) -> None:
    path = written(tmp_path, words_pdf([(72, 100, "So")]))
    with pytest.raises(FileNotUnderstood):
        read_apart(path, "pdf", patience=0.001)
    with pytest.raises(FileNotUnderstood):
        read_apart(path, "no such kind")


def test_the_paragraphs_of_a_docx_are_lines(tmp_path: Path) -> None:
    path = docx(tmp_path / "văn bản.docx", "Kính gửi: Các chi bộ", "", "Ban Tuyên giáo đề nghị")

    assert read_apart(path, "docx") == ReadFile(text="Kính gửi: Các chi bộ\nBan Tuyên giáo đề nghị")


def test_a_docx_that_unfolds_to_no_end_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotUnderstood):
        read_docx(docx(tmp_path / "bom.docx", "a" * (65 * 2**20)))


def test_a_docx_that_is_none_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotUnderstood):
        read_docx(written(tmp_path, b"PK\x03\x04 no package"))
