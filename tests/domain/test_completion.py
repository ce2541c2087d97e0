"""What somebody who types may mean."""

from __future__ import annotations

import pytest

from vpdesk.domain.completion import suggestions

USED = {
    "Ban Tuyên giáo Thành ủy": 214,
    "Ban Thường vụ Huyện ủy": 90,
    "Thường trực Huyện ủy": 40,
    "Ủy ban nhân dân huyện": 12,
    "Đảng ủy các xã, thị trấn": 7,
    "Mặt trận Tổ quốc (để phối hợp)": 2,
}

TYPED = {
    "ban": ("Ban Tuyên giáo Thành ủy", "Ban Thường vụ Huyện ủy", "Ủy ban nhân dân huyện"),
    "BAN TH": ("Ban Thường vụ Huyện ủy",),
    "tuyen giao": ("Ban Tuyên giáo Thành ủy",),
    "tuyên": ("Ban Tuyên giáo Thành ủy",),
    "btgtu": ("Ban Tuyên giáo Thành ủy",),
    "btg thanh": ("Ban Tuyên giáo Thành ủy",),
    "tthu": ("Thường trực Huyện ủy",),
    "dang uy": ("Đảng ủy các xã, thị trấn",),
    "đu xa": (),
    "ducx": ("Đảng ủy các xã, thị trấn",),
    "ub nd": ("Ủy ban nhân dân huyện",),
    "phoi": ("Mặt trận Tổ quốc (để phối hợp)",),
    "huong": ("Ban Thường vụ Huyện ủy", "Thường trực Huyện ủy"),
    "": (),
    "  ": (),
}


@pytest.mark.parametrize(("typed", "meant"), TYPED.items(), ids=list(TYPED))
def test_a_value_is_found_by_its_parts_and_by_its_initials(typed: str, meant: tuple[str, ...]) -> None:
    assert suggestions(typed, USED) == meant


def test_a_value_typed_in_full_asks_for_nothing() -> None:
    assert suggestions("Thường trực Huyện ủy", {**USED, "Thường trực Huyện ủy cũ": 1}) == ()


def test_at_most_eight_are_offered() -> None:
    assert suggestions("xã", {f"Xã số {number}": number for number in range(20)}) == tuple(
        f"Xã số {number}" for number in range(19, 11, -1)
    )


def test_of_two_used_as_often_the_one_that_begins_so_comes_first() -> None:
    assert suggestions("thành", {"Ban Thành ủy": 1, "Thành ủy": 1}) == ("Thành ủy", "Ban Thành ủy")
