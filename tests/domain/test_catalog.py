"""The fixed lists of the trade."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from vpdesk.domain.catalog import BodyKind, DocumentType, SubjectPlace, body_kind

KINDS = {
    "BAN TUYÊN GIÁO": BodyKind.ADVISORY,
    "Ban Tổ chức": BodyKind.ADVISORY,
    "BAN CHỈ ĐẠO 35": BodyKind.ADVISORY,
    "VĂN PHÒNG": BodyKind.ADVISORY,
    "ỦY BAN KIỂM TRA": BodyKind.ADVISORY,
    "UỶ BAN KIỂM TRA": BodyKind.ADVISORY,
    "CƠ QUAN ỦY BAN KIỂM TRA": BodyKind.ADVISORY,
    "TRUNG TÂM CHÍNH TRỊ": BodyKind.ADVISORY,
    "HUYỆN ỦY HÀ NINH": BodyKind.COMMITTEE,
    "HUYỆN UỶ HÀ NINH": BodyKind.COMMITTEE,
    "QUẬN ỦY": BodyKind.COMMITTEE,
    "THỊ UỶ": BodyKind.COMMITTEE,
    "THÀNH ỦY": BodyKind.COMMITTEE,
    "TỈNH ỦY ĐỒNG THÁP": BodyKind.COMMITTEE,
    "ĐẢNG ỦY XÃ": BodyKind.COMMITTEE,
    "ĐẢNG BỘ XÃ": BodyKind.COMMITTEE,
    "BAN THƯỜNG VỤ": BodyKind.COMMITTEE,
    "BAN CHẤP HÀNH": BodyKind.COMMITTEE,
    "CHI BỘ XÓM BẮC": BodyKind.CELL,
    "HỢP TÁC XÃ": None,
    "BANG": None,
    "": None,
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=[name or "nothing" for name in KINDS])
def test_the_printed_name_of_a_body_tells_its_kind(name: str, kind: BodyKind | None) -> None:
    assert body_kind(name) is kind
    assert body_kind(unicodedata.normalize("NFC", name.lower())) is kind


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2026, 1, 8), False),
        (date(2026, 1, 9), True),
        (date(2026, 5, 26), True),
        (date(2026, 5, 27), False),
    ],
)
def test_a_type_is_known_from_its_first_day_to_its_last(day: date, known: bool) -> None:
    one = DocumentType(
        "TC", "Thông cáo", "TC", "TC", SubjectPlace.UNDER_NAME, frozenset(), date(2026, 1, 9), date(2026, 5, 26)
    )

    assert one.is_valid_on(day) is known


def test_a_type_without_dates_was_always_known() -> None:
    one = DocumentType("TC", "Thông cáo", "TC", "TC", SubjectPlace.UNDER_NAME, frozenset())

    assert one.is_valid_on(date.min)
    assert one.is_valid_on(date.max)
