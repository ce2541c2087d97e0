"""Numbers in words and in Roman figures, as Vietnamese papers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vpdesk.domain.numerals import in_words, roman


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (1010, "một nghìn không trăm mười"),
        (1204, "một nghìn hai trăm linh bốn"),
        (12_021, "mười hai nghìn không trăm hai mươi mốt"),
        (100_000, "một trăm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_015_000, "hai triệu không trăm mười lăm nghìn"),
        (3_000_000_000, "ba tỷ"),
    ],
)
def test_a_number_is_said_as_people_say_it(number: int, words: str) -> None:
    assert in_words(number) == words


@given(some.integers(0, 999_999_999), some.integers(0, 999_999_999))
def test_no_two_numbers_are_said_alike(one: int, other: int) -> None:
    assert (in_words(one) == in_words(other)) == (one == other)
    assert "  " not in in_words(one)


def test_nothing_is_below_nought() -> None:
    with pytest.raises(ValueError, match="-1"):
        in_words(-1)


@pytest.mark.parametrize(
    ("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (2024, "MMXXIV")]
)
def test_headings_are_numbered_in_roman_figures(number: int, figures: str) -> None:
    assert roman(number) == figures


def test_roman_figures_know_no_nought() -> None:
    with pytest.raises(ValueError, match="0"):
        roman(0)
