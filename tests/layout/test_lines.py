"""Where lines end: what holds together, what is best for the whole paragraph, what must be cut."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from vpdesk.domain.body import Alignment, Run, Runs
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import GlyphRun
from vpdesk.layout.inline import SHRINK, STRETCH, set_lines
from vpdesk.layout.nobreak import holds
from vpdesk.layout.norms import Style
from vpdesk.paths import resource

FONTS = FontBook(resource("fonts"))
STYLE = Style(size=14, leading=18, align=Alignment.JUSTIFIED)
SPACE = 14 * FONTS.width(" ", Face.REGULAR) / FONTS.units_per_em


def lines(text: str | Runs, measure: float, align: Alignment | None = None, first_indent: float = 0) -> list[str]:
    runs = (Run(text),) if isinstance(text, str) else text
    made = set_lines(runs, STYLE, measure, FONTS, align=align, first_indent=first_indent)
    return ["".join(item.ink.text for item in line.items if isinstance(item.ink, GlyphRun)) for line in made]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("số", "18-NQ/TW,"),
        ("ngày", "24"),
        ("24", "tháng"),
        ("tháng", "12"),
        ("12", "năm"),
        ("năm", "2024."),
        ("ngày", "25/10/2017"),
        ("khóa", "XII"),
        ("Điều", "5"),
        ("Chương", "IV."),
        ("120", "triệu"),
        ("15", "phút."),
        ("25", "m2"),
        ("“", "Một"),
        ("quả", "”;"),
        ("Tinh", "-"),
        ("1930", "–"),
    ],
)
def test_what_belongs_together_is_held(before: str, after: str) -> None:
    assert holds(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("của", "Ban"),
        ("18-NQ/TW,", "ngày"),
        ("-", "Gọn"),
        ("2024,", "triệu"),
        ("một", "số"),
        ("Ban", "Chấp"),
        ("số", "nội"),
    ],
)
def test_other_words_may_part(before: str, after: str) -> None:
    assert not holds(before, after)


def cheapest(words: list[str], measure: float) -> float:
    """The least demerits of all ways to break these words, tried one by one."""
    widths = [14 * FONTS.width(word, Face.REGULAR) / FONTS.units_per_em for word in words]
    best = float("inf")
    for count in range(len(words)):
        for cuts in combinations(range(1, len(words)), count):
            best = min(best, demerits(widths, [0, *cuts, len(words)], measure))
    return best


def demerits(widths: list[float], cuts: list[int], measure: float) -> float:
    total = 0.0
    for start, end in pairwise(cuts):
        gaps = end - start - 1
        slack = measure - sum(widths[start:end]) - gaps * SPACE
        last = end == len(widths)
        if slack < 0:
            ratio = -slack / (gaps * SPACE * SHRINK) if gaps else float("inf")
            if ratio > 1:
                return float("inf")
        elif last:
            total += (10 + (50 if gaps == 0 and start else 0)) ** 2
            continue
        else:
            ratio = slack / (gaps * SPACE * STRETCH) if gaps else slack
        total += (10 + 100 * ratio**3) ** 2
    return total


@pytest.mark.parametrize("measure", [90, 120, 150, 200])
@pytest.mark.parametrize(
    "text",
    [
        "tuyên truyền tổng kết nghị quyết và một nội dung trọng tâm của hội nghị",
        "phải gắn với quán triệt thực hiện có hiệu quả các chủ trương đổi mới",
    ],
)
def test_no_other_way_to_break_a_paragraph_is_better(text: str, measure: float) -> None:
    words = text.split()
    ends = [0]
    for line in lines(text, measure):
        ends.append(ends[-1] + len(line.split()))
    widths = [14 * FONTS.width(word, Face.REGULAR) / FONTS.units_per_em for word in words]

    assert demerits(widths, ends, measure) == pytest.approx(cheapest(words, measure))


def test_justified_lines_fill_their_measure_and_the_last_does_not() -> None:
    made = set_lines((Run("đẩy mạnh công tác tuyên truyền " * 12),), STYLE, 300, FONTS, first_indent=28)

    assert [round(line.width, 6) for line in made[:-1]] == [272, *[300] * (len(made) - 2)]
    assert made[-1].width < 300


def test_a_title_is_balanced_and_broken_where_it_reads_well() -> None:
    title = "về công tác tuyên giáo năm 2024 và phương hướng, nhiệm vụ trọng tâm năm 2025"

    assert lines(title, 460, Alignment.CENTRED) == [
        "về công tác tuyên giáo năm 2024",
        "và phương hướng, nhiệm vụ trọng tâm năm 2025",
    ]


def test_a_word_wider_than_the_line_is_cut_after_a_slash_and_loses_nothing() -> None:
    made = lines("https://tuyen-giao/" * 8, 200)

    assert "".join(made) == "https://tuyen-giao/" * 8
    assert all(line[-1] in "-/" for line in made)


def test_words_held_together_part_where_no_line_can_hold_them() -> None:
    assert lines("ngày 24 tháng 12 năm 2024", 80) != ["ngày 24 tháng 12 năm 2024"]


def test_a_line_feed_begins_a_line() -> None:
    assert lines("một\nhai", 300) == ["một", "hai"]


def test_a_run_knows_its_place_in_the_text_of_its_block() -> None:
    runs = (Run("Một đoạn có "), Run("chữ đậm", bold=True), Run(" và chữ thường nữa cho dài thêm một dòng"))
    text = "".join(run.text for run in runs)
    for line in set_lines(runs, STYLE, 200, FONTS):
        for item in line.items:
            assert isinstance(item.ink, GlyphRun)
            assert text[item.ink.offset :].startswith(item.ink.text.rstrip())
