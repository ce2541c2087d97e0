"""A draft from an earlier dispatch: what belonged to its day is marked."""

from __future__ import annotations

from datetime import date

import pytest
from support.builders import a_bare_dispatch, a_dispatch, a_paragraph, runs

from vpdesk.domain.blanks import confirm, find_blanks
from vpdesk.domain.body import Body, Cell, Division, DivisionKind, Heading, Run, Table
from vpdesk.domain.dispatch import CertifiedCopy, CopyKind, Dispatch, Signing
from vpdesk.domain.passages import passages
from vpdesk.domain.renewal import renewed
from vpdesk.paths import resource
from vpdesk.services.typesetting import read_dispatch


def renewed_text(text: str) -> str:
    draft = renewed(a_bare_dispatch(body=(a_paragraph(text),)))
    return next(passage.text for passage in passages(draft) if passage.path == ("body", 0, "runs"))


@pytest.mark.parametrize(
    "text",
    [
        # days, months, quarters, years
        "trước ngày [08/01/2025?], kết nạp đợt [03/02?]",
        "ngày [15 tháng 01 năm 2025?]; ngày [02 tháng 9?]",
        "([03/02/1930?] - [03/02/2025?])",
        "từ ngày [15/01?] đến ngày [10/02/2025?]",
        "sinh hoạt tháng [01/2025?], tháng [3 năm 2025?], tháng [5?]",
        "quý [I/2025?], Quý [IV năm 2025?], quý [II?]",
        "năm [2025?], nhiệm kỳ [2025?] - [2030?]",
        "mừng Xuân [Ất Tỵ?] [2025?], Xuân [Quý Mão?]",
        "Đại hội [XIV?] của Đảng, khóa [XIII?], lần thứ [XXIV?]",
        # hours
        "[15 giờ?] [thứ Năm?] hằng tuần; [8 giờ 00 phút?], [7h30?], [14:00?], sáng [Chủ nhật?]",
        # references
        "Kế hoạch số [192-KH/HU, ngày 16/12/2024?] của Ban Thường vụ",
        "Công văn số [229-CV/BTGHU?]; Quy định số [66-QĐ/TW ngày 06/02/2017?]",
        "Quyết định số [63/2025/QĐ-UBND?], Nghị định [30/2020/NĐ-CP, ngày 05/3/2020?]",
        "Quy chế số [05-QC/BTCTU-BDVTU?]",
        # figures
        "kỷ niệm [95?] năm, [3.120?] lượt người, đạt [98,5%?], mỗi tuần [03?] buổi",
        # names
        "do đồng chí [Vũ Thị Hạnh?] làm Tổ trưởng; ông [Trần Văn An?], bà [Ngọc?], đ/c [Linh?]",
        "Đồng chí [Hoàng Văn Sơn?], Bí thư Đảng ủy",
        # places
        "Địa điểm: [hội trường tầng 2, Đảng ủy xã?].",
        "Họp tại [phòng họp Ban Tuyên giáo?] vào [8 giờ?]; tại [xã An Lạc?], tại [nhà văn hóa thôn Đông?]",
    ],
)
def test_what_belonged_to_the_day_is_marked(text: str) -> None:
    plain = text.replace("[", "").replace("?]", "")

    assert renewed_text(plain) == text


@pytest.mark.parametrize(
    "text",
    [
        "Điều 2. Hiệu lực",
        "1. Nội dung tuyên truyền",
        "1.2. Hình thức",
        "1.2 Hình thức",
        "I- MỤC ĐÍCH, YÊU CẦU",
        "a) Đối với chi bộ",
        "theo khoản 3 Điều 12 và điểm 2.1, mục II, phần I, Phụ lục 1",
        "đồng chí Phó Bí thư Thường trực, đồng chí Bí thư, các đồng chí Huyện ủy viên, đồng chí phụ trách",
        "tổ chức tại các chi bộ, tại Hội nghị, tại Nghị quyết này",
        "dự [tên hội nghị] vào [8 giờ 30]",
        "Làm rõ ý nghĩa của sự kiện thành lập Đảng.",
    ],
)
def test_what_holds_for_any_day_is_left_alone(text: str) -> None:
    assert renewed_text(text) == text


def test_number_day_and_the_marks_of_one_issue_are_taken_out() -> None:
    copy = CertifiedCopy(CopyKind.WHOLE, "BAN TUYÊN GIÁO")
    draft = renewed(a_dispatch(number_suffix="b", draft_notice="Dự thảo lần 2", copies=45, certified_copy=copy))

    assert (draft.number, draft.number_suffix, draft.date) == (None, None, None)
    assert (draft.draft_notice, draft.copies, draft.certified_copy) == (None, None, None)


def test_what_the_records_give_is_left_alone() -> None:
    earlier = a_dispatch(contact_line="Số 12, đường Trần Phú; điện thoại 0123 456 789")
    draft = renewed(earlier)

    for member in ("issuing_body", "parent_body", "symbol", "place", "contact_line"):
        assert getattr(draft, member) == getattr(earlier, member)
    assert draft.signing == (Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "[Đỗ Khánh Linh?]"),)


def test_a_symbol_of_the_state_with_its_year_is_marked() -> None:
    assert renewed(a_dispatch(symbol="2025/QĐ-UBND")).symbol == "[2025/QĐ-UBND?]"


def test_names_and_figures_are_marked_wherever_they_stand() -> None:
    draft = renewed(
        a_dispatch(
            subject_summary="V/v giao ban tháng 12/2024",
            addressees=("Đồng chí Hoàng Văn Sơn, Bí thư Đảng ủy",),
            distribution=("Đồng chí Lê Thu Mai (để báo cáo)",),
            body=(a_paragraph(Run("Như trên", note="Theo báo cáo tháng 11/2024.")),),
        )
    )

    assert [blank.words for blank in find_blanks(draft)] == [
        "12/2024",
        "Hoàng Văn Sơn",
        "11/2024",
        "Đỗ Khánh Linh",
        "Lê Thu Mai",
    ]


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(runs(text)) for text in texts)


@pytest.mark.parametrize(("head", "first"), [("STT", "1"), ("TT", "1"), ("Tháng", "[1?]")])
def test_a_column_that_numbers_the_rows_is_left_alone(head: str, first: str) -> None:
    table = Table((1, 1), 1, (cells(head, "Số lượt"), cells("1", "24")))
    (marked_table,) = renewed(a_bare_dispatch(body=(table,))).body

    assert marked_table == Table((1, 1), 1, (cells(head, "Số lượt"), cells(first, "[24?]")))


def test_the_number_of_a_division_is_left_alone() -> None:
    body: Body = (Division(DivisionKind.CHAPTER, "2", "NHIỆM VỤ NĂM 2025"), Heading(1, runs("II- GIẢI PHÁP")))

    assert renewed(a_bare_dispatch(body=body)).body == (
        Division(DivisionKind.CHAPTER, "2", "NHIỆM VỤ NĂM [2025?]"),
        body[1],
    )


def confirmed(dispatch: Dispatch) -> Dispatch:
    while blanks := find_blanks(dispatch):
        dispatch = confirm(dispatch, blanks[0])
    return dispatch


def test_marks_that_are_all_confirmed_leave_the_text_as_it_was() -> None:
    earlier = read_dispatch(resource("sample") / "229-CV-BTGHU.dispatch.json")
    draft = confirmed(renewed(earlier))

    assert (draft.body, draft.signing, draft.subject_summary) == (
        earlier.body,
        earlier.signing,
        earlier.subject_summary,
    )


def test_a_draft_that_is_renewed_again_keeps_its_marks() -> None:
    draft = renewed(a_dispatch(date=date(2025, 3, 4), body=(a_paragraph("trước ngày 10/3/2025"),)))

    assert renewed(draft) == draft
