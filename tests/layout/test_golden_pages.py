"""Pages as text a person can read: the sample, and three short dispatches of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.builders import a_dispatch, a_paragraph
from support.golden import assert_golden, dump

from vpdesk.domain.body import Basis, Bullet, Heading, Run
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch

PLAN = a_dispatch(
    "KH",
    number=7,
    subject_summary="về việc tổ chức lớp bồi dưỡng lý luận chính trị cho đảng viên mới năm 2025",
    addressees=(),
    body=(
        Basis((Run("Căn cứ Chương trình số 15-CTr/HU, ngày 08/01/2025 của Ban Thường vụ Huyện ủy"),)),
        Heading(1, (Run("I- MỤC ĐÍCH"),)),
        a_paragraph(
            "Giúp đảng viên mới nắm vững Điều lệ Đảng, ", Run("tự giác học tập", italic=True), " và rèn luyện."
        ),
        Heading(2, (Run("1. Nội dung"),)),
        Bullet(1, (Run("Mười bài theo chương trình; mỗi bài 04 tiết, trong đó 01 tiết trao đổi tại lớp, tại tổ."),)),
        Bullet(2, (Run("Viết thu hoạch."),)),
    ),
)
PETITION = a_dispatch(
    "TTr",
    number=34,
    date=date(2026, 9, 3),
    parent_body="ĐẢNG ỦY XÃ HÀ NINH",
    issuing_body="BAN XÂY DỰNG ĐẢNG",
    symbol="TTr/BXDĐ",
    subject_summary="về việc xin kinh phí in tài liệu",
    addressees=("Ban Thường vụ Đảng ủy", "Thường trực Đảng ủy"),
    body=(
        a_paragraph("Ban Xây dựng Đảng kính trình Ban Thường vụ Đảng ủy xem xét, cho 12 triệu đồng để in 300 cuốn."),
    ),
    signing=(Signing(None, "TRƯỞNG BAN", "Lê Thu Mai"),),
)
DRAFT = a_dispatch(
    "TB",
    number=None,
    date=None,
    subject_summary="kết luận của đồng chí Trưởng ban tại hội nghị giao ban tháng 12",
    addressees=(),
    urgency=Urgency.URGENT,
    draft_notice="Dự thảo lần 2",
    typist_mark="VTH",
    copies=12,
    signing=(Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", None),),
)
DISPATCHES = {"plan": PLAN, "petition-2026": PETITION, "draft-notice": DRAFT}


def dumped(desk: Desk, dispatch: Dispatch) -> str:
    return dump(lay_out(desk, dispatch).document)


def test_the_sample_has_these_pages(desk: Desk) -> None:
    assert_golden("pages-sample.txt", dumped(desk, read_dispatch(sample_path())))


@pytest.mark.parametrize("name", DISPATCHES)
def test_a_short_dispatch_has_these_pages(desk: Desk, name: str) -> None:
    assert_golden(f"pages-{name}.txt", dumped(desk, DISPATCHES[name]))


def test_a_dump_tells_a_word_from_a_moved_one(desk: Desk) -> None:
    assert dumped(desk, PLAN) != dumped(desk, replace(PLAN, number=8))
