"""Text at the doors."""

from __future__ import annotations

import unicodedata

import pytest

from vpdesk.domain.text import entered, entries, entry, excerpt, folded, forbidden_character, nfc


def test_composing_joins_every_vietnamese_letter_with_its_marks() -> None:
    letters = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in "\u0300\u0301\u0303\u0309\u0323"
    )

    assert nfc(unicodedata.normalize("NFD", letters)) == letters
    assert len(letters) == 14 + 120


def test_a_line_feed_is_the_only_control_character_that_may_stand() -> None:
    allowed = [chr(code) for code in range(0xA0) if forbidden_character(chr(code)) is None]

    assert [sign for sign in allowed if unicodedata.category(sign) == "Cc"] == ["\n"]


def test_no_mark_that_turns_the_direction_of_reading_may_stand() -> None:
    turning = {"\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}

    assert {mark for mark in turning if forbidden_character(f"a{mark}b") != mark} == set()


@pytest.mark.parametrize("text", ["Đảng ủy\nxã", "“ngoặc”", "Ω, Ж, 中, 😀", "a\u00a0b", "x²"])
def test_whatever_prints_may_stand(text: str) -> None:
    assert forbidden_character(text) is None


def test_the_first_forbidden_character_is_the_one_named() -> None:
    assert forbidden_character("a\x1bb\x00") == "\x1b"


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("ngắn", "ngắn"), ("a" * 40, "a" * 40), ("a" * 41, "a" * 39 + "…")]
)
def test_an_excerpt_is_the_beginning_with_a_sign_that_more_follows(text: str, shown: str) -> None:
    assert excerpt(text) == shown


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("- Các chi bộ, đảng bộ trực thuộc;", "Các chi bộ, đảng bộ trực thuộc"),
        ("+ Như trên,", "Như trên"),
        ("•\tLưu Văn phòng.", "Lưu Văn phòng"),
        ("– – Lưu ; ,", "Lưu"),
        ("1. Ban Tổ chức", "Ban Tổ chức"),
        ("a) Ban Tổ chức", "Ban Tổ chức"),
        ("2.500 hộ", "2.500 hộ"),
        ("Các xã, v.v.", "Các xã, v.v."),
        ("Các xã...", "Các xã..."),
        ("Lưu .", "Lưu"),
        (" \t ", ""),
        ("-", ""),
        ("Lưu (2).", "Lưu (2)"),
    ],
)
def test_an_entry_of_a_list_is_bare_of_its_sign_and_mark(text: str, bare: str) -> None:
    assert entry(text) == bare
    assert entry(bare) == bare


def test_a_pasted_list_is_one_entry_a_line() -> None:
    assert entries("- Như trên,\r\n\n- Ban Tổ chức;\u2028- Lưu.\n") == ("Như trên", "Ban Tổ chức", "Lưu")


def test_what_is_typed_is_made_fit_for_a_document() -> None:
    assert entered(" Ha\u0300 Ninh\u200b \r\n\tb\x00c ") == "Hà Ninh\nb c"
    assert entered(" \n ") is None


def test_a_folded_text_has_neither_accents_nor_capitals() -> None:
    assert folded("ĐẢNG ủy Thị Xã ƯỚC Đ") == "dang uy thi xa uoc d"
