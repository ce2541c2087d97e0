"""Papers that carry everything a dispatch can: for readers that must find all of it again."""

from __future__ import annotations

from datetime import date

from support.builders import a_dispatch, a_paragraph, runs
from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Run,
    Table,
)
from vpdesk.domain.dispatch import (
    Appendix,
    CertifiedCopy,
    CopyKind,
    Dispatch,
    Orientation,
    PageSetup,
    PaperSize,
    Signing,
)

TASK = (
    "Các chi bộ quán triệt, cụ thể hóa chỉ tiêu, nhiệm vụ và giải pháp nêu trong văn bản này cho phù hợp với tình hình"
    " thực tế của địa phương, đơn vị mình."
)


def a_plan() -> Dispatch:
    """A plan with bases, headings of every level, list signs, a note, marks and a contact line."""
    return a_dispatch(
        "KH",
        issuing_body="BAN TUYÊN GIÁO VÀ DÂN VẬN HUYỆN ỦY",
        parent_body="ĐẢNG BỘ TỈNH BẮC HÀ\nHUYỆN ỦY HÀ NINH",
        subject_summary="tuyên truyền kỷ niệm Ngày thành lập Đảng và mừng Xuân mới trên địa bàn toàn huyện",
        addressees=(),
        circulation_notice="XEM XONG TRẢ LẠI",
        draft_notice="Dự thảo lần 2",
        contact_line="Số 12, đường Lê Lợi, Hà Ninh - Điện thoại: 0203.123.456",
        typist_mark="KL",
        copies=12,
        body=(
            Basis(runs("Căn cứ Điều lệ Đảng")),
            Basis(runs("Xét đề nghị của Văn phòng")),
            a_paragraph("Ban Tuyên giáo xây dựng kế hoạch như sau:"),
            Heading(1, runs("I- MỤC ĐÍCH")),
            Heading(2, runs("1. Mục đích")),
            a_paragraph(TASK, Run(" Ghi chú", italic=True, note="Theo Quyết định số 12-QĐ/TW."), " tiếp theo."),
            Bullet(1, runs(TASK)),
            Bullet(2, runs(TASK)),
            Bullet(3, runs("Đo bằng m", Run("2", elevation=Elevation.RAISED), ".")),
            Heading(3, runs("a) Ý lớn")),
            Heading(4, runs("Ý nhỏ")),
            *[a_paragraph(TASK)] * 6,
        ),
    )


def a_regulation() -> Dispatch:
    """A regulation of chapters and articles."""
    articles = [block for n in range(1, 5) for block in (Article(runs(f"Điều {n}. Trách nhiệm")), a_paragraph(TASK))]
    return a_dispatch(
        "QC",
        addressees=(),
        body=(
            Division(DivisionKind.CHAPTER, "I", "Quy định chung"),
            *articles,
            Division(DivisionKind.CHAPTER, "II", "Trách nhiệm, quyền hạn của Ban Chấp hành và Ban Thường vụ Huyện ủy"),
            *articles,
        ),
        signing=(Signing("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn An"),),
    )


def a_table() -> Table:
    """A table with spans both ways, two header rows, a note and a cell of two paragraphs."""

    def cell(*texts: str | Run, columns: int = 1, rows: int = 1, align: Alignment | None = None) -> Cell:
        return Cell(runs(*texts), columns, rows, align)

    return Table(
        (1, 4, 2, 2),
        2,
        (
            (cell("TT", rows=2), cell("Nội dung", rows=2), cell("Số lượng", columns=2)),
            (cell("Kế hoạch"), cell("Thực hiện")),
            (cell("1"), cell(TASK, Run("", note="Số liệu tháng 11.")), cell("12", align=Alignment.RIGHT), cell("10")),
            (cell("2", rows=2), cell("Việc hai\nDòng hai"), cell("Cộng chung", columns=2, rows=2)),
            (cell("Việc ba"),),
            *[(cell(str(number)), cell(TASK), cell("1"), cell("2")) for number in range(3, 12)],
        ),
    )


def a_joint_paper() -> Dispatch:
    """A proposal of two bodies with a table, notes, and two appendices, the first of them in landscape."""
    wide = PageSetup(orientation=Orientation.LANDSCAPE, body_size=13, leading=16)
    return a_dispatch(
        "TTr",
        addressees=("Ban Thường vụ Huyện ủy",),
        body=(
            a_paragraph("Trước bảng.", Run("", note="Chú thích đầu.")),
            a_table(),
            a_paragraph(TASK, Run("", note="Chú thích cuối.")),
        ),
        signing=(
            Signing("T/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM", None, "Trần Văn Bình"),
            Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),
        ),
        appendices=(
            Appendix("PHỤ LỤC 1\nDANH MỤC", "(Kèm theo Tờ trình)", (a_table(), a_paragraph(TASK)), wide),
            Appendix("PHỤ LỤC 2", None, (a_paragraph(TASK), PageBreak(), Bullet(1, runs(TASK)))),
        ),
    )


def a_copied_letter() -> Dispatch:
    """A letter on A5, signed by three, one of them not yet named, and certified as a copy."""
    return a_dispatch(
        page=PageSetup(size=PaperSize.A5, body_size=12, leading=15),
        signing=(
            Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),
            Signing("BÍ THƯ", None, None),
            Signing("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Thị Hoa"),
        ),
        certified_copy=CertifiedCopy(
            CopyKind.WHOLE,
            "VĂN PHÒNG",
            "HUYỆN ỦY HÀ NINH",
            5,
            "BS/VPHU",
            "Hà Ninh",
            date(2025, 1, 2),
            ("Như trên", "Lưu Văn phòng"),
            (Signing("CHÁNH VĂN PHÒNG", None, "Lê Thị Hoa"),),
        ),
    )


PAPERS = {
    "a letter": a_dispatch,
    "a plan": a_plan,
    "a regulation": a_regulation,
    "a joint paper": a_joint_paper,
    "a copied letter": a_copied_letter,
}
"""Makers of papers of every kind, by name."""
