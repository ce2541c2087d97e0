"""Texts of before Unicode come out right, and what is right already comes out as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.reading.encodings import LETTERS, Legacy, decode, detect, is_syllable, of_font, to_unicode

SENTENCES = (
    "Công văn về việc triển khai cuộc thi trực tuyến tìm hiểu truyền thống quê hương",
    "Hướng dẫn tuyên truyền kỷ niệm ngày thành lập Đảng, tổng kết nhiệm vụ và phương hướng năm 2025",
    "Báo cáo kết quả học tập, quán triệt nghị quyết; số 229-CV/BTGHU ngày 24/12/2024 (kèm 03 phụ lục)",
    "Kế hoạch tổ chức hội nghị sơ kết công tác khoa giáo, lịch sử đảng bộ xã",
)
SYLLABLES = tuple(
    "công văn về việc triển khai cuộc thi trực tuyến tìm hiểu truyền thống quê hương đảng ủy huyện nghị quyết "
    "hướng dẫn kỷ niệm thành lập nhiệm vụ phương mỹ giặc ngoằn ngoèo khuya quỳnh ghế gì giếng xã cô bé ý".split()
)
BYTES = (Legacy.TCVN3, Legacy.VNI, Legacy.VPS)


def written_in(legacy: Legacy, text: str) -> str:
    """A text as it was written: the other way round."""
    signs = {decode(sign, legacy): sign for sign in _signs(legacy)}
    return "".join(signs.get(letter, letter) for letter in text)


def _signs(legacy: Legacy) -> Sequence[str]:
    """Whatever may stand for one letter."""
    windows = [bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)]
    places = [one for one in windows if one != "\ufffd"] + [chr(code) for code in (*range(1, 32), *range(0x80, 0xA0))]
    if legacy is not Legacy.VNI:
        return places
    return [*places, *(base + mark for base in "aAeEoOuUyYôÔöÖ" for mark in windows)]


@pytest.mark.parametrize("legacy", BYTES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_back_from_every_writing(legacy: Legacy, sentence: str) -> None:
    written = written_in(legacy, sentence)

    assert written != sentence
    assert detect(written) is legacy
    assert to_unicode(written) == sentence


@pytest.mark.parametrize("legacy", BYTES)
def test_every_letter_of_a_writing_comes_back(legacy: Legacy) -> None:
    letters = LETTERS if legacy is Legacy.TCVN3 else LETTERS + LETTERS.upper()
    for letter in letters:
        assert decode(written_in(legacy, letter), legacy) == letter


@given(st.lists(st.sampled_from(SYLLABLES), min_size=8, max_size=30), st.sampled_from(BYTES))
def test_any_words_come_back(words: list[str], legacy: Legacy) -> None:
    text = " ".join(words)
    assert decode(written_in(legacy, text), legacy) == text


@given(st.lists(st.sampled_from(SYLLABLES + tuple(one.upper() for one in SYLLABLES)), max_size=12))
def test_right_vietnamese_stays(words: list[str]) -> None:
    text = " ".join(words)
    assert to_unicode(text) == text


@given(st.text(st.sampled_from(LETTERS + LETTERS.upper() + "bcdghklmnpqrstvx 0123456789-/.,"), max_size=40))
def test_a_text_with_a_letter_that_only_unicode_has_stays(text: str) -> None:
    assert to_unicode(f"Đảng {text}") == f"Đảng {text}"


@given(st.text(st.characters(max_codepoint=126, min_codepoint=32), max_size=60))
def test_plain_letters_and_figures_stay(text: str) -> None:
    if detect(text) is not Legacy.VIQR:
        assert to_unicode(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "229-CV/BTGHU",
        "24/12/2024",
        "The committee of the district adds a middle name (odd).",
        "café, résumé, naïve, Zürich, señor, Noël",
        "f(a) = a^2 + u+v",
        "Cô Mão xã Bình Xuyên",
        "Pleiku, Đắk Lắk, Kon Tum",
        "Mỹ Đức – “Tân An” … 50 %",
        "",
    ],
)
def test_what_is_none_of_these_writings_stays(text: str) -> None:
    assert to_unicode(text) == text


def test_decomposed_letters_are_composed() -> None:
    for sentence in SENTENCES:
        assert to_unicode(unicodedata.normalize("NFD", sentence)) == sentence


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Co^ng va(n ve^` vie^.c trie^?n khai", "Công văn về việc triển khai"),
        ("DDa?ng u?y, ddo^`ng chi' Ngo.c", "Đảng ủy, đồng chí Ngọc"),
        ("ho.p nga`y thu+' ba\\. Ho^m nay", "họp ngày thứ ba. Hôm nay"),
    ],
)
def test_marks_behind_letters_are_composed(written: str, text: str) -> None:
    assert to_unicode(written) == text


@pytest.mark.parametrize(
    ("font", "legacy"),
    [
        (".VnTime", Legacy.TCVN3),
        (".VnTimeH", Legacy.TCVN3_CAPITALS),
        (".VnArial NarrowH", Legacy.TCVN3_CAPITALS),
        ("VNI-Times", Legacy.VNI),
        ("VPS Times", Legacy.VPS),
        ("Times New Roman", None),
        (None, None),
    ],
)
def test_a_font_tells_its_writing(font: str | None, legacy: Legacy | None) -> None:
    assert of_font(font) is legacy


def test_a_capital_font_shows_capitals() -> None:
    assert decode("nghÞ quyÕt", Legacy.TCVN3_CAPITALS) == "NGHỊ QUYẾT"


@pytest.mark.parametrize("word", ["nghiêng", "QUYẾT", "giặt", "khuỷu", "ăn", "đượm", "huơ"])
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["việk", "áá", "cafộ", "hạt̃", "học̀", "bcd", "tàp"])
def test_what_nobody_can_say_is_none(word: str) -> None:
    assert not is_syllable(word)
