"""The number and symbol of a paper, typed and understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.references import completed, habits, type_code

TODAY = date(2025, 1, 6)
CODES = ("CV", "BC", "KH", "HD", "HĐ", "QĐ", "CTr", "TB", "GM", "CT")
SEEN = ("2411-CV/BTGTU", "2401-CV/BTGTU", "118-BC/BTGTU", "12-HD/BTGTU", "63/2024/QĐ-UBND", "Số: 1904/UBND-VP")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("2497", "2497-CV/BTGTU"),
        ("2497-b", "2497-BC/BTGTU"),
        ("2497hd", "2497-HD/BTGTU"),
        ("7/UB", "7/UBND-VP"),
        ("64/", "64-CV/BTGTU"),
    ],
)
def test_a_number_is_finished_as_its_sender_writes_it(typed: str, offered: str) -> None:
    assert completed(typed, habits(SEEN), TODAY)[0] == offered


def test_the_usual_way_is_offered_first_and_a_year_in_the_symbol_is_this_years() -> None:
    offered = completed("64", habits(SEEN), TODAY)
    assert offered[0] == "64-CV/BTGTU"
    assert "64/2025/QĐ-UBND" in offered
    assert [one.uses for one in habits(SEEN)] == [2, 1, 1, 1, 1]


@pytest.mark.parametrize("typed", ["", "cv", "64x9", "64-CV/BTGTU", "64-CV/BTGTU-VP"])
def test_what_is_whole_or_written_otherwise_is_left_alone(typed: str) -> None:
    assert completed(typed, habits(SEEN), TODAY) == ()


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("2497-CV/BTGTU", "CV"),
        ("88-BC/HĐ", "BC"),
        ("61-HD/BTGHU", "HD"),
        ("61-hd/btghu", "HD"),
        ("3-ctr/TU", "CTr"),
        ("9-qd/TU", "QĐ"),
        ("Số: 1904/UBND-VP", "CV"),
        ("63/2025/QĐ-UBND", "QĐ"),
        ("12/TB-UBND", "TB"),
        ("45/CT-TTHT", None),
        ("9-ZZ/TU", None),
        ("229", None),
        ("", None),
    ],
)
def test_the_type_is_told_by_the_symbol(reference: str, code: str | None) -> None:
    assert type_code(reference, CODES) == code


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_is_borne(typed: str, earlier: list[str]) -> None:
    for offered in completed(typed, habits(earlier), TODAY):
        assert offered.startswith(typed.strip()[:1])
    type_code(typed, CODES)
