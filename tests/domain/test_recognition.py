"""What a line is, by its first words and its last mark."""

from __future__ import annotations

import pytest
from support.builders import a_paragraph, runs

from vpdesk.domain.body import Article, Basis, Block, Bullet, Division, DivisionKind, Heading, Paragraph, Run
from vpdesk.domain.recognition import cut, recognised


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("- Căn cứ Điều lệ Đảng;", Basis(runs("Căn cứ Điều lệ Đảng"))),
        ("Căn cứ Quy định số 66-QĐ/TW,", Basis(runs("Căn cứ Quy định số 66-QĐ/TW"))),
        (
            "Căn cứ tình hình thực tế, Ban đề nghị các chi bộ.",
            a_paragraph("Căn cứ tình hình thực tế, Ban đề nghị các chi bộ."),
        ),
        ("- Mở lớp bồi dưỡng;", Bullet(1, runs("Mở lớp bồi dưỡng;"))),
        ("+ Thời gian: 02 ngày.", Bullet(2, runs("Thời gian: 02 ngày."))),
        ("• Một việc", Bullet(1, runs("Một việc"))),
        ("I- MỤC ĐÍCH, YÊU CẦU", Heading(1, runs("I- MỤC ĐÍCH, YÊU CẦU"))),
        ("1. Mục đích", Heading(2, runs("1. Mục đích"))),
        ("1.1. Nội dung", Heading(3, runs("1.1. Nội dung"))),
        ("a) Nội dung", Heading(3, runs("a) Nội dung"))),
        ("1. Tổ chức tuyên truyền sâu rộng.", a_paragraph("1. Tổ chức tuyên truyền sâu rộng.")),
        ("a) Mở lớp;", a_paragraph("a) Mở lớp;")),
        ("2. Nội dung gồm:", a_paragraph("2. Nội dung gồm:")),
        ("3. ", a_paragraph("3. ")),
        ("Điều 1. Phạm vi", Article(runs("Điều 1. Phạm vi"))),
        ("Điều 1.", Article(runs("Điều 1."))),
        ("Điều 2. Quyết định có hiệu lực.", a_paragraph(Run("Điều 2.", bold=True), " Quyết định có hiệu lực.")),
        ("Chương II", Division(DivisionKind.CHAPTER, "II", "")),
        ("CHƯƠNG I. QUY ĐỊNH CHUNG", Division(DivisionKind.CHAPTER, "I", "QUY ĐỊNH CHUNG")),
        ("Phần thứ nhất", Division(DivisionKind.PART, "thứ nhất", "")),
        ("Mục 3: Tổ chức", Division(DivisionKind.SECTION, "3", "Tổ chức")),
        ("Mục đích của hội nghị", a_paragraph("Mục đích của hội nghị")),
        ("", Paragraph(runs(""))),
    ],
)
def test_a_line_is(line: str, block: Block) -> None:
    assert recognised(runs(line)) == block


def test_a_heading_that_is_bold_all_over_needs_no_bold_of_its_own() -> None:
    assert recognised(runs(Run("I- ", bold=True), Run("MỤC", bold=True))) == Heading(1, runs("I- MỤC"))
    assert recognised(runs(Run("I- ", bold=True), "MỤC")) == Heading(1, runs(Run("I- ", bold=True), "MỤC"))


def test_a_cut_keeps_a_note_with_the_letters_before_it() -> None:
    noted = runs(Run("một", note="chú"), "hai")
    assert cut(noted, 1) == runs(Run("ột", note="chú"), "hai")
    assert cut(noted, 0, 3) == runs(Run("một", note="chú"))
    assert cut(noted, 0, 2) == runs("mộ")
    assert cut(noted, 3) == runs("hai")
