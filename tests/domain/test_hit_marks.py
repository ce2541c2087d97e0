"""What was typed is marked where it stands in what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.hit_marks import around, marked
from vpdesk.domain.search_query import understand


def words_marked(text: str, typed: str) -> list[str]:
    """The stretches of a text that are marked."""
    return [text[start:end] for start, end in marked(text, understand(typed).terms)]


@pytest.mark.parametrize(
    ("text", "typed", "stretches"),
    [
        ("Tinh gọn tổ chức", "tinh g", ["Tinh", "g"]),
        ("Đẩy mạnh", "day ", ["Đẩy"]),
        ("Đầy đủ, dày dặn", "day ", ["Đầy", "dày"]),
        ("229-CV/BTGHU", "229cv", ["229-CV"]),
        ("Số: 229/CV-UBND", "229cv", ["229/CV"]),
        ("07-CV/BTGHU", "7cv", ["7-CV"]),
        ("1229-CV/BTGHU", "229cv", []),
        ("229-CV/BTGHU", "229 cv btghu", ["229", "CV", "BTGHU"]),
        ("không có gì", "tinh", []),
    ],
)
def test_words_and_numbers_are_marked_as_they_are_written(text: str, typed: str, stretches: list[str]) -> None:
    assert words_marked(text, typed) == stretches


@given(st.text(max_size=80), st.text(max_size=20))
def test_marks_stand_in_the_text_in_order_and_none_over_another(text: str, typed: str) -> None:
    spans = marked(text, understand(typed).terms)
    ends = [place for span in spans for place in span]

    assert ends == sorted(ends)
    assert not spans or (spans[0][0] >= 0 and spans[-1][1] <= len(text))


def test_a_long_text_is_cut_so_that_its_first_mark_is_seen() -> None:
    text = "Một câu rất dài nói đủ mọi chuyện trước khi đến chữ tinh gọn ở cuối"
    spans = marked(text, understand("tinh gon").terms)
    cut, moved = around(text, spans, 30)

    assert cut.startswith("…")
    assert [cut[start:end] for start, end in moved] == ["tinh", "gọn"]
    assert moved[0][1] <= 30
    assert around(text, spans, 80) == (text, spans)
