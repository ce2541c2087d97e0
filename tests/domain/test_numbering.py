"""Numbers in the text: what comes next, and what follows an edit."""

from __future__ import annotations

import pytest
from support.builders import a_paragraph, runs

from vpdesk.domain.body import Article, Basis, Block, Body, Division, DivisionKind, Heading, Run, plain_text
from vpdesk.domain.numbering import number_at_level, number_in, number_of, renumbered, with_number


@pytest.mark.parametrize(
    ("line", "number", "following"),
    [
        ("I- MỤC ĐÍCH", "I- ", "II- "),
        ("IX. Nhiệm vụ", "IX. ", "X. "),
        ("III-Tổ chức", "III-", "IV-"),
        ("1. Tuyên truyền", "1. ", "2. "),
        ("9) Tuyên truyền", "9) ", "10) "),
        ("1.2. Nội dung", "1.2. ", "1.3. "),
        ("2.1.9 Nội dung", "2.1.9 ", "2.1.10 "),
        ("d) Nội dung", "d) ", "đ) "),
        ("e) Nội dung", "e) ", "g) "),
        ("A. Phần chung", "A. ", "B. "),
        ("Điều 9. Hiệu lực", "Điều 9. ", "Điều 10. "),
        ("Điều 4", "Điều 4", "Điều 5"),
        ("1.", "1.", "2."),
    ],
)
def test_a_number_and_the_next(line: str, number: str, following: str) -> None:
    found = number_in(line)
    assert found is not None
    assert (str(found), str(found.next)) == (number, following)


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện Kế hoạch",
        "10 năm qua",
        "24/12/2024",
        "IIII- sai",
        "IC. sai",
        "T/M Ban",
        "f) không có",
        "",
        "- một",
        "1900. x",
    ],
)
def test_a_line_without_a_number(line: str) -> None:
    assert number_in(line) is None


def numbered(*lines: str) -> Body:
    """Headings, articles and paragraphs, by their words."""

    def block(line: str) -> Block:
        if line.startswith("Điều"):
            return Article(runs(line))
        if line.startswith("Chương"):
            return Division(DivisionKind.CHAPTER, line.split()[1], "Tên")
        return a_paragraph(line) if line.endswith(".") else Heading(2, runs(line))

    return tuple(map(block, lines))


def lines_of(body: Body) -> list[str]:
    """The words of such blocks."""
    return [
        f"Chương {block.number}" if isinstance(block, Division) else plain_text(getattr(block, "runs", ()))
        for block in body
    ]


CASES = {
    "one put in": (["1. a", "2. b", "3. c"], ["1. a", "2. mới", "2. b", "3. c"], ["1. a", "2. mới", "3. b", "4. c"]),
    "one taken out": (["1. a", "2. b", "3. c"], ["1. a", "3. c"], ["1. a", "2. c"]),
    "the first taken out": (["1. a", "2. b", "3. c"], ["2. b", "3. c"], ["1. b", "2. c"]),
    "one put in first": (["1. a", "2. b"], ["1. mới", "1. a", "2. b"], ["1. mới", "2. a", "3. b"]),
    "paragraphs and headings count together": (
        ["1. a", "chữ.", "2. b.", "3. c"],
        ["1. a", "2. mới.", "chữ.", "2. b.", "3. c"],
        ["1. a", "2. mới.", "chữ.", "3. b.", "4. c"],
    ),
    "each section counts for itself": (
        ["I- x", "1. a", "2. b", "II- y", "1. c"],
        ["I- x", "1. a", "2. mới", "2. b", "II- y", "1. c"],
        ["I- x", "1. a", "2. mới", "3. b", "II- y", "1. c"],
    ),
    "what is part of a number goes with it": (
        ["1. a", "2. b", "2.1. c", "2.2. d", "a) e", "b) g"],
        ["1. a", "2. mới", "2. b", "2.1. c", "2.2. d", "a) e", "b) g"],
        ["1. a", "2. mới", "3. b", "3.1. c", "3.2. d", "a) e", "b) g"],
    ),
    "what was out of sequence stays": (
        ["1. a", "2. b", "7. c", "8. d"],
        ["1. a", "2. mới", "2. b", "7. c", "8. d"],
        ["1. a", "2. mới", "3. b", "7. c", "8. d"],
    ),
    "a row that begins anew stays": (
        ["1. a", "2. b", "Tên mục", "1. c", "2. d"],
        ["1. a", "Tên mục", "1. c", "2. d"],
        ["1. a", "Tên mục", "1. c", "2. d"],
    ),
    "articles count through chapters": (
        ["Chương I", "Điều 1. a", "1. x.", "Chương II", "Điều 2. b", "1. y.", "Điều 3. c"],
        ["Chương I", "Điều 1. a", "1. x.", "Điều 2. mới", "Chương II", "Điều 2. b", "1. y.", "Điều 3. c"],
        ["Chương I", "Điều 1. a", "1. x.", "Điều 2. mới", "Chương II", "Điều 3. b", "1. y.", "Điều 4. c"],
    ),
    "chapters count": (["Chương I", "Chương II", "Chương III"], ["Chương I", "Chương III"], ["Chương I", "Chương II"]),
    "points have no f": (
        ["d) a", "đ) b", "e) c"],
        ["d) a", "đ) mới", "đ) b", "e) c"],
        ["d) a", "đ) mới", "e) b", "g) c"],
    ),
    "points count on": (["a) a", "b) b", "c) c"], ["a) a", "b) x", "b) b", "c) c"], ["a) a", "b) x", "c) b", "d) c"]),
}


@pytest.mark.parametrize(("before", "typed", "after"), CASES.values(), ids=CASES.keys())
def test_numbers_behind_an_edit_go_on(before: list[str], typed: list[str], after: list[str]) -> None:
    assert lines_of(renumbered(numbered(*before), numbered(*typed))) == after


def test_blocks_that_keep_their_number_stay_the_same_objects() -> None:
    before = numbered("1. a", "2. b", "Khác", "1. c")
    after = (before[0], *before[2:])
    assert all(one is other for one, other in zip(renumbered(before, after), after, strict=True))


def test_a_number_keeps_its_style_and_the_words_theirs() -> None:
    block = a_paragraph(Run("9", bold=True), Run(". ", italic=True), "chữ")
    number = number_of(block)
    assert number is not None
    assert with_number(block, number.next) == a_paragraph(Run("10", bold=True), Run(". ", italic=True), "chữ")


def test_what_carries_no_number_takes_none() -> None:
    number = number_in("1. a")
    assert number is not None
    assert number_of(Basis(runs("1. a"))) is None
    assert number_of(Division(DivisionKind.PART, "thứ nhất", "Tên")) is None
    assert with_number(a_paragraph("chữ"), number) == a_paragraph("chữ")


@pytest.mark.parametrize(
    ("before", "level", "number"),
    [
        ([], 1, "I- "),
        (["I- x", "1. a", "II- y"], 1, "III- "),
        (["I- x", "1. a", "2. b"], 2, "3. "),
        (["I- x", "1. a", "II- y"], 2, "1. "),
        (["I- x", "1. a"], 3, "1.1. "),
        (["1. a", "1.1. b"], 3, "1.2. "),
        (["I- x"], 3, "a) "),
        (["1. a", "1.1. b"], 4, "1.1.1. "),
    ],
)
def test_the_number_of_a_level(before: list[str], level: int, number: str) -> None:
    assert str(number_at_level(numbered(*before), len(before), level)) == number
