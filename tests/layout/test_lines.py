"""Lines: balanced titles, forced ends, alignment, what is cut, and where every run stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from layout.setting import FONTS, MEASURE, SPACE, STYLE, broken, glyphs, set_text, shown, strokes, width
from layout.variants import SENTENCES, TOKEN

from vpdesk.domain.body import Alignment, Elevation, Run
from vpdesk.layout.fonts import Face
from vpdesk.layout.frame import Line
from vpdesk.layout.inline import natural_width, set_label
from vpdesk.layout.norms import Style

TITLES = {
    "về công tác tuyên giáo năm 2024 và phương hướng, nhiệm vụ trọng tâm năm 2025": [
        "về công tác tuyên giáo năm 2024",
        "và phương hướng, nhiệm vụ trọng tâm năm 2025",
    ],
    "tổ chức Hội nghị giảng viên lý luận chính trị, báo cáo viên giỏi huyện Hà Ninh năm 2025": [
        "tổ chức Hội nghị giảng viên lý luận chính trị,",
        "báo cáo viên giỏi huyện Hà Ninh năm 2025",
    ],
    "về kết quả kiểm tra việc thực hiện nghị quyết của cấp ủy các cấp": [
        "về kết quả kiểm tra việc thực hiện",
        "nghị quyết của cấp ủy các cấp",
    ],
}


@pytest.mark.parametrize(("title", "lines"), TITLES.items())
def test_a_title_is_broken_where_it_reads_well(title: str, lines: list[str]) -> None:
    assert broken(title, 340, Alignment.CENTRED) == lines


@pytest.mark.parametrize("align", [Alignment.CENTRED, Alignment.RIGHT])
@pytest.mark.parametrize("measure", [120, 180, 240, 300, 360])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_has_as_few_lines_as_can_be_and_none_of_one_word(title: str, measure: float, align: Alignment) -> None:
    lines = broken(title, measure, align)

    assert len(lines) == len(broken(title, measure, Alignment.LEFT))
    assert all(width(line) <= measure + 1e-6 for line in lines)
    assert all(" " in line for line in lines)
    assert " ".join(lines) == title


@pytest.mark.parametrize("title", TITLES)
def test_no_line_of_a_title_ends_in_a_word_that_leans_on_the_next(title: str) -> None:
    for measure in range(200, 420, 10):
        for line in broken(title, measure, Alignment.CENTRED)[:-1]:
            assert line.split()[-1] not in {"và", "của", "về", "các", "cho", "với", "việc"}


def test_a_line_feed_ends_its_line_and_is_not_stretched() -> None:
    lines = set_text(f"Một dòng\n{SENTENCES[0]}\nhết", 300)

    assert shown(lines)[0] == "Một dòng"
    assert shown(lines)[-1] == "hết"
    assert lines[0].width == pytest.approx(width("Một dòng"))
    assert [line.width for line in lines[1:-2]] == pytest.approx([300] * (len(lines) - 3))


def test_line_feeds_in_a_row_are_empty_lines() -> None:
    assert broken("a\n\nb\n") == ["a", "", "b", ""]
    assert broken("\n") == ["", ""]


def test_only_the_first_line_is_shorter_by_the_indent() -> None:
    lines = set_text(f"{SENTENCES[0]}\n{SENTENCES[4]}", 300, indent=60)
    feed = shown(lines).index(next(line for line in shown(lines) if line.startswith("Theo")))

    assert [line.width for line in lines[: feed - 1]] == pytest.approx([240, *[300] * (feed - 2)])
    assert lines[feed].width == pytest.approx(300)


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_a_paragraph_of_nothing_is_one_empty_line(text: str) -> None:
    (line,) = set_text(text)

    assert line.items == ()
    assert line.width == 0


def test_no_runs_at_all_are_one_empty_line() -> None:
    (line,) = set_text(())

    assert line.items == ()


@pytest.mark.parametrize("align", [Alignment.LEFT, Alignment.CENTRED, Alignment.RIGHT])
def test_lines_that_are_not_justified_keep_their_spaces(align: Alignment) -> None:
    for line in set_text(SENTENCES[0], 250, align):
        assert all(run.word_gap == 0 for _, run in glyphs(line))
        assert line.width == pytest.approx(width(shown([line])[0]))


# --- what no line can hold ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("align", Alignment)
@pytest.mark.parametrize("measure", [60, 95, 150, 200, 300, MEASURE])
@pytest.mark.parametrize(
    "token",
    [TOKEN, "A" * 400, "-" + "W" * 300, "i-" * 90, "W.i" * 80, "/" * 300, "漢" * 90],
    ids=lambda token: token[:4],
)
def test_a_word_wider_than_its_line_is_cut_and_loses_nothing(token: str, measure: float, align: Alignment) -> None:
    lines = set_text(f"xem {token} và hết", measure, align, indent=20)

    assert "".join("".join(shown(lines)).split()) == f"xem{token}vàhết"
    assert all(line.width <= measure - (0 if number else 20) + 1e-6 for number, line in enumerate(lines))


@pytest.mark.parametrize("token", ["/000@", "-i" * 9 + "WWWWWW", "a.mmmmmm/mm-mm", "https://ha-ninh.example/a"])
def test_what_is_left_behind_a_cut_fits_too(token: str) -> None:
    for measure in range(20, 90):
        assert all(line.width <= measure + 1e-6 for line in set_text(token, measure)), measure


def test_a_long_word_is_cut_behind_a_slash_or_a_hyphen() -> None:
    lines = broken("https://tuyen-giao/" * 8, 200)

    assert all(line[-1] in "-/" for line in lines)


def test_a_word_that_fits_is_never_cut() -> None:
    words = " ".join(SENTENCES).split()
    for more in range(0, 100, 7):
        lines = broken(" ".join(words), max(map(width, words)) + more)
        assert " ".join(lines).split() == words


# --- geometry -----------------------------------------------------------------------------------------------------

MIXED = (
    Run("Diện tích 250 m"),
    Run("2", elevation=Elevation.RAISED),
    Run(", nước H"),
    Run("2", elevation=Elevation.LOWERED),
    Run("O và "),
    Run("chữ đậm nét", bold=True),
    Run(" rồi "),
    Run("chữ nghiêng nét", italic=True),
    Run(" cùng "),
    Run("cả hai nét", bold=True, italic=True),
    Run(", "),
    Run("gạch chân cả ba chữ", underline=True),
    Run(" nữa là hết một câu dài của tài liệu này."),
)
PLAIN = "".join(run.text for run in MIXED)


def test_raised_and_lowered_runs_are_smaller_and_leave_the_line() -> None:
    (line,) = set_text(MIXED[:5])
    at = {(item.y, run.size) for item, run in glyphs(line) if run.text == "2"}

    assert at == {(-0.35 * 14, 0.65 * 14), (0.15 * 14, 0.65 * 14)}
    assert {item.y for item, run in glyphs(line) if run.text != "2"} == {0}


@pytest.mark.parametrize("measure", [130, 200, 280, MEASURE])
@pytest.mark.parametrize("align", Alignment)
def test_every_run_begins_where_the_one_before_it_ends(measure: float, align: Alignment) -> None:
    for line in set_text(MIXED, measure, align):
        runs = glyphs(line)
        assert runs[0][0].x == 0
        for (item, run), (following, _) in pairwise(runs):
            assert following.x == pytest.approx(item.x + run.width)
        assert runs[-1][0].x + runs[-1][1].width == pytest.approx(line.width)


@pytest.mark.parametrize("measure", [130, 200, 280, MEASURE])
def test_the_width_of_a_run_is_its_advances_and_its_gaps(measure: float) -> None:
    for line in set_text(MIXED, measure):
        for _, run in glyphs(line):
            own = sum(FONTS.advances(run.text, run.face)) * run.size / FONTS.units_per_em
            assert run.width == pytest.approx(own + run.word_gap * run.text.count(" "))


def test_spaces_of_a_line_are_alike_in_every_face_and_size() -> None:
    runs = (*MIXED, Run(" cao cao cao", elevation=Elevation.RAISED), Run(" và còn thêm một ít chữ nữa cho đủ dòng"))
    for line in set_text(runs, 300):
        spaces = [run.word_gap + width(" ", run.face, run.size) for _, run in glyphs(line) if " " in run.text]
        assert max(spaces) - min(spaces) < 1e-9


def test_every_run_looks_as_it_was_asked_to() -> None:
    faces = {run.text.strip(): run.face for line in set_text(MIXED) for _, run in glyphs(line)}

    assert faces["chữ đậm nét"] is Face.BOLD
    assert faces["chữ nghiêng nét"] is Face.ITALIC
    assert faces["cả hai nét"] is Face.BOLD_ITALIC
    bold = Style(size=14, leading=18, bold=True)
    assert {run.face for _, run in glyphs(set_text(MIXED[7:8], style=bold)[0])} == {Face.BOLD_ITALIC}


@pytest.mark.parametrize("measure", [90, 130, 280, MEASURE])
def test_an_underline_is_as_long_as_the_words_over_it(measure: float) -> None:
    words = 0
    for line in set_text(MIXED, measure):
        runs = {round(item.x, 6): run for item, run in glyphs(line)}
        for item, stroke in strokes(line):
            run = runs[round(item.x, 6)]
            assert 0.5 < item.y < 3
            assert stroke.width == pytest.approx(run.width - (SPACE + run.word_gap if run.text[-1] == " " else 0))
            words += len(run.text.split())
    assert words == len("gạch chân cả ba chữ".split())


def test_the_underline_of_a_raised_run_goes_up_with_it() -> None:
    (line,) = set_text((Run("a"), Run("b", underline=True, elevation=Elevation.RAISED)))
    ((under, stroke),) = strokes(line)

    assert -0.35 * 14 < under.y < 0
    assert stroke.width == pytest.approx(width("b", size=0.65 * 14))


@pytest.mark.parametrize("measure", [60, 130, 280, MEASURE])
@pytest.mark.parametrize(
    "runs",
    [
        MIXED,
        (Run("dòng một\nvà "), Run("dòng hai\n\ndài", bold=True), Run(" hơn một chút cho đủ")),
        (Run("  hai  dấu  cách "), Run(" nối\u00a0liền  nhau", italic=True)),
        (Run(TOKEN), Run(" hết")),
    ],
)
def test_an_offset_is_the_place_in_the_plain_text(runs: tuple[Run, ...], measure: float) -> None:
    text = "".join(run.text for run in runs)
    end = 0
    for line in set_text(runs, measure):
        for _, run in glyphs(line):
            words = run.text.split()
            assert text[run.offset :].startswith(words[0])
            assert run.offset >= end
            end = run.offset
            for word in words:
                end = text.index(word, end) + len(word)
    assert text[end:].strip() == ""


def test_a_label_keeps_its_closing_space() -> None:
    line = set_label("- ", STYLE, FONTS)

    assert line.width == pytest.approx(width("- "))
    assert shown([line]) == ["- "]


def test_the_natural_width_of_several_lines_is_that_of_the_widest() -> None:
    assert natural_width("hai\nba bốn năm\nsáu", STYLE, FONTS) == pytest.approx(width("ba bốn năm"))


def test_lines_are_told_apart_by_being_themselves() -> None:
    assert Line((), 0.0) != Line((), 0.0)
