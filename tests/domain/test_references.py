"""The number and symbol of a paper, typed and understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.references import completed, type_code

CODES = ("CV", "BC", "KH", "HD", "HĐ", "QĐ", "CTr", "TB", "GM", "CT")
SYMBOLS = ("-CV/BTGTU", "-BC/BTGTU", "-HD/BTGTU", "/2025/QĐ-UBND", "/UBND-VP")


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
    assert completed(typed, SYMBOLS)[0] == offered


def test_what_was_typed_behind_the_number_chooses_among_them() -> None:
    assert completed("64", SYMBOLS) == tuple(f"64{symbol}" for symbol in SYMBOLS)
    assert completed("64/20", SYMBOLS) == ("64/2025/QĐ-UBND",)


@pytest.mark.parametrize("typed", ["", "cv", "64x9", "64-CV/BTGTU", "64-CV/BTGTU-VP"])
def test_what_is_whole_or_written_otherwise_is_left_alone(typed: str) -> None:
    assert completed(typed, SYMBOLS) == ()


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
    for offered in completed(typed, earlier):
        assert offered.startswith(typed.strip()[:1])
    type_code(typed, CODES)
