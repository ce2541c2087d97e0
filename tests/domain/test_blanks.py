"""Blanks: found, filled, confirmed."""

from __future__ import annotations

import pytest
from support.builders import a_bare_dispatch, a_dispatch, a_paragraph, runs

from vpdesk.domain.blanks import BODY, Blank, BlankFinder, confirm, fill, fill_known, find_blanks, marked
from vpdesk.domain.body import Cell, Run, Table
from vpdesk.domain.dispatch import Signing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kính mời dự [tên hội nghị].", [("tên hội nghị", False)]),
        ("[một], [hai]", [("một", False), ("hai", False)]),
        ("trước ngày [10/02/2025?]", [("10/02/2025", True)]),
        ("gồm [95?] người", [("95", True)]),
        ("Đồng chí […], [… người]", [("", False), ("người", False)]),
        ("theo tài liệu [1], [12]", []),
        ("[] [ ] [\n] [chưa đóng", []),
        ("[[trong]]", [("trong", False)]),
    ],
)
def test_brackets_around_words_are_blanks(text: str, found: list[tuple[str, bool]]) -> None:
    blanks = find_blanks(a_bare_dispatch(body=(a_paragraph(text),)))

    assert [(blank.words, blank.to_confirm) for blank in blanks] == found


def test_a_blank_says_where_it_stands() -> None:
    assert find_blanks(a_bare_dispatch(body=(a_paragraph("Dự ", Run("[tên hội nghị]", bold=True), "."),))) == (
        Blank(("body", 0, "runs"), 3, 17, "tên hội nghị"),
    )


def test_blanks_come_in_the_order_of_the_form() -> None:
    dispatch = a_dispatch(
        subject_summary="[một]",
        addressees=("[hai]",),
        body=(Table((1, 1), 0, ((Cell(runs("[ba]")), Cell(runs("[bốn]"))),)), a_paragraph(Run("x", note="[năm]"))),
        signing=(Signing(name="[sáu]"),),
        distribution=("[bảy]",),
    )

    assert [blank.words for blank in find_blanks(dispatch)] == "một hai ba bốn năm sáu bảy".split()


def test_a_filled_blank_is_gone_and_the_others_stay() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph("[tên] và [tên]"), a_paragraph("[tên]")))
    filled = fill(dispatch, find_blanks(dispatch)[1], "Hà Ninh")

    assert filled.body == (a_paragraph("[tên] và Hà Ninh"), a_paragraph("[tên]"))


def test_a_confirmed_value_stands_as_it_was() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph("trước ", Run(f"ngày {marked('10/02/2025')}", bold=True)),))
    confirmed = confirm(dispatch, find_blanks(dispatch)[0])

    assert confirmed.body == (a_paragraph("trước ", Run("ngày 10/02/2025", bold=True)),)
    assert find_blanks(confirmed) == ()


def test_known_hints_are_filled_everywhere_in_their_own_case() -> None:
    dispatch = a_bare_dispatch(
        body=(a_paragraph(f"[{BODY}] đề nghị [nội dung]"), a_paragraph(f"[{BODY.upper()}] QUYẾT ĐỊNH:")),
        distribution=(f"Lưu [{BODY}]",),
    )
    filled = fill_known(dispatch, {BODY: "Ban Tuyên giáo Huyện ủy"})

    assert filled.body == (
        a_paragraph("Ban Tuyên giáo Huyện ủy đề nghị [nội dung]"),
        a_paragraph("BAN TUYÊN GIÁO HUYỆN ỦY QUYẾT ĐỊNH:"),
    )
    assert filled.distribution == ("Lưu Ban Tuyên giáo Huyện ủy",)


def test_a_value_to_be_confirmed_is_never_filled_by_its_words() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph("[tên cơ quan?]"),))

    assert fill_known(dispatch, {BODY: "Ban Tuyên giáo"}) == dispatch


def test_looking_again_finds_what_a_first_look_finds() -> None:
    finder = BlankFinder()
    one, other = a_paragraph("Dự [tên hội nghị]."), a_paragraph("Ngày [10/02/2025?].")

    for body in ((one, other), (other, one, one), (one,), (a_paragraph("Xong."), other), ()):
        dispatch = a_bare_dispatch(body=body, place="[nơi]")
        assert finder.find(dispatch) == find_blanks(dispatch)
