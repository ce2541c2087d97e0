"""Where a line may not end, by the habits of the office; each rule with what it must let go."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout.setting import SPACE, STYLE, broken, set_text, width

from vpdesk.domain.body import Alignment, Run
from vpdesk.layout.nobreak import held, holds, may_part

HELD = {
    "a number with its symbol": ["số|18-NQ/TW", "Số|07-CV/BTGHU,", "“số|5", "bản|số"][:3],
    "a long date": ["ngày|24", "24|tháng", "tháng|12", "12|năm", "năm|2024", "ngày|03/02/1930", "Tháng|02", "ngày,|15"],
    "a figure with its unit": [
        "15|phút",
        "14|giờ",
        "30|cm,",
        "72,5|triệu",
        "1.250|đồng",
        "120|đồng",
        "1,25|%",
        "5|km2;",
    ],
    "a label with its numeral": [
        "khóa|XII",
        "khoá|XIII,",
        "Điều|5",
        "khoản|2",
        "điểm|3.1",
        "Chương|IV.",
        "Mục|1",
        "Phần|II",
        "quý|I/2025",
        "thứ|XIV",
        "lục|2",
        "Lần|2",
    ],
    "an opening mark with its word": ["“|Mừng", "(|kèm", "«|a"],
    "a closing mark with its word": ["đẹp|”", "đẹp|”;", "a|)", "a|…", "a|:", "50|%"],
    "a dash with what is before it": ["Tinh|-", "1930|–", "Mạnh|—", "văn|-,"],
}
PARTED = {
    "a word that only looks like a label": ["một|số", "Ban|Chấp", "số|lượng", "năm|nay", "tháng|giêng", "điều|gì"],
    "a date and what follows": ["2024|của", "18-NQ/TW,|ngày", "16/12/2024|của", "2024,|triệu", "12.|năm"],
    "a figure and a common word": ["12|việc", "95|bài", "3|nhóm", "18-NQ/TW|năm", "2024|và", "5a|km"],
    "what a dash leads to": ["-|Gọn", "–|Mạnh"],
    "words in marks": ["“Mừng|Đảng", "Xuân”|từ", "(để|báo", "cáo)|và"],
    "numerals behind other words": ["Đảng|I", "họ|X", "ông|V."],
    "capitals that are no numerals": ["khóa|Mười", "Điều|Lệ", "kỳ|Họp", "số|Mới"],
    "two common words": ["tuyên|truyền", "của|các", "và|nhân"],
}


def pairs(table: dict[str, list[str]]) -> list[object]:
    return [
        pytest.param(*pair.split("|"), id=f"{rule}: {pair.replace('|', ' ')}")
        for rule, written in table.items()
        for pair in written
    ]


@pytest.mark.parametrize(("before", "after"), pairs(HELD))
def test_a_line_may_not_end_between(before: str, after: str) -> None:
    assert holds(before, after)


@pytest.mark.parametrize(("before", "after"), pairs(PARTED))
def test_a_line_may_end_between(before: str, after: str) -> None:
    assert not holds(before, after)


@pytest.mark.parametrize("align", Alignment)
@pytest.mark.parametrize(
    "held", ["số 187-KH/HU,", "ngày 13 tháng 12 năm 2024", "“ Tinh", "120 triệu", "Chương IV", "1930 -"]
)
def test_what_is_held_stays_on_one_line_wherever_the_line_ends(held: str, align: Alignment) -> None:
    for count in range(24):
        text = "lời " * count + held + " thuộc phạm vi của quy định này" * 2
        assert any(held in line for line in broken(text, 240, align)), count


@pytest.mark.parametrize("token", ["18-NQ/TW", "25/10/2017", "T/M", "K/T", "chính-trị/xã-hội", "pa-nô"])
def test_a_word_is_never_cut_at_its_hyphens_and_slashes(token: str) -> None:
    for count in range(16):
        assert any(token in line.split() for line in broken("lời " * count + token + " nữa là hết", 120)), count


def test_what_is_held_across_runs_stays_on_one_line() -> None:
    runs = (Run("theo kế hoạch, đến hết ngày "), Run("24 tháng 12", bold=True), Run(" năm 2024 là hết hạn nộp."))
    for measure in range(170, 400, 10):
        assert any("ngày 24 tháng 12 năm 2024" in line for line in broken(runs, measure)), measure


def test_what_is_held_and_wider_than_the_line_is_let_go_at_its_spaces() -> None:
    date = "ngày 24 tháng 12 năm 2024"
    for measure in range(50, 150, 5):
        for align in Alignment:
            assert " ".join(broken(date, measure, align)) == date


def test_a_no_break_space_holds_and_stretches_like_a_space() -> None:
    text = "hội nghị lần thứ nhất của Ban\u00a0Chấp\u00a0hành đảng bộ, nhiệm kỳ mới bắt đầu"
    for measure in range(120, 300, 10):
        lines = set_text(text, measure)
        assert any("Ban Chấp hành" in line for line in broken(text, measure)), measure
        assert [line.width for line in lines[:-1]] == pytest.approx([measure] * (len(lines) - 1))


def test_several_no_break_spaces_are_a_gap_of_fixed_width() -> None:
    (line,) = set_text("Số\u00a0\u00a0\u00a0\u00a0-CV/HU")

    assert line.width == pytest.approx(width("Số") + 4 * SPACE + width("-CV/HU"))


def test_hyphens_that_do_not_break_are_hyphens() -> None:
    assert broken("một\u2011hai ba\u2010bốn") == ["một-hai ba-bốn"]


def test_spaces_between_words_count_once_and_at_the_ends_not_at_all() -> None:
    assert broken("  hai   dấu cách  ") == ["hai dấu cách"]
    assert set_text("  hai   dấu cách  ", style=STYLE)[0].width == pytest.approx(width("hai dấu cách"))


def test_a_range_stays_together_and_a_dash_between_words_does_not() -> None:
    assert not may_part("(03/02/1930 - 03/02/2025)".split(), 2)
    assert may_part("Tinh - Gọn".split(), 2)
    assert may_part("- 2025 trở đi đến 2030".split(), 1)


WORDS = sorted({word for table in (HELD, PARTED) for pair in chain(*table.values()) for word in pair.split("|")})


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_the_words_no_line_may_begin_with_are_those_it_may_not_part_from_the_ones_before(words: list[str]) -> None:
    assert list(held(words)) == [k for k in range(1, len(words)) if not may_part(words, k)]
