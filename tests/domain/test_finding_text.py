"""Where words stand in a text."""

from __future__ import annotations

import pytest

from vpdesk.domain.finding_text import occurrences


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Tuyên truyền, TUYEN", "tuyen", [(0, 5), (14, 19)]),
        ("Tuyên truyền, TUYEN", "tuyên", [(0, 5)]),
        ("đảng, dang", "đ", [(0, 1)]),
        ("đảng, dang", "d", [(0, 1), (6, 7)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("ủy Ủy uỷ", "ỦY", [(0, 2), (3, 5)]),
        ("tiếng", "tie\u0302\u0301ng", [(0, 5)]),
        ("ẤẬ 각 İ ab", "ab", [(7, 9)]),
        ("abc", "", []),
        ("abc", "x", []),
    ],
)
def test_words_are_found(text: str, words: str, found: list[tuple[int, int]]) -> None:
    assert list(occurrences(text, words)) == found
