"""What somebody types to find a document, understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.finding import Findable, FoundKind, Hit
from vpdesk.domain.finding_words import index_text, is_plain_word, one_letter_away
from vpdesk.domain.organisation import Days
from vpdesk.domain.search_query import (
    Deadline,
    Search,
    Term,
    closest_first,
    deadline_days,
    search_of,
    search_value,
    understand,
)

TODAY = date(2024, 12, 24)


def findable(**changes: object) -> Findable:
    """A letter that went out."""
    letter = Findable(UUID(int=1), FoundKind.OUTGOING, "issued", "229-CV/BTGHU\nĐẩy mạnh tuyên truyền")
    return replace(letter, reference="229-CV/BTGHU", **changes)  # type: ignore[arg-type]


def fits(typed: str, document: Findable) -> bool:
    """Whether a document has all words that were typed."""
    words = index_text(document).split()
    return all(
        any(word.startswith(term.word) if term.is_prefix else word == term.word for word in words)
        for term in understand(typed).terms
    )


@pytest.mark.parametrize(
    "typed",
    [
        *("229cv", "229CV", "229-CV", "229-cv/", "229-CV/BTGHU", "229/CV-BTGHU", "229/cv/btghu", "229-cv-btghu"),
        *("229 cv btghu", "229 cv", "229", "22", "0229-CV/BTGHU", "cv/btghu", "btghu 229", "229-CV/BTGHU,"),
        *("tuyên truyền", "tuyen truyen", "TUYEN", "đẩy mạnh", "day manh", "truyen day", "229cv tuyen", "tuy"),
    ],
)
def test_every_spelling_means_the_same_document(typed: str) -> None:
    assert fits(typed, findable())


@pytest.mark.parametrize("typed", ["22cv", "29-CV/BTGHU", "229kh", "229-cv/hu", "229 kh", "truyen tuyet", "2299"])
def test_another_number_or_word_does_not(typed: str) -> None:
    assert not fits(typed, findable())


@pytest.mark.parametrize("typed", ["63/2025/QĐ-UBND", "63/qđ-ubnd", "63qd", "63/2025/qd"])
def test_a_number_with_a_year_is_meant_with_it_and_without(typed: str) -> None:
    state = findable(words="63/2025/QĐ-UBND")

    assert fits(typed, replace(state, reference="63/2025/QĐ-UBND"))


def test_noughts_before_a_number_and_a_letter_behind_it_are_found() -> None:
    early = replace(findable(words=""), reference="07-CV/BTGHU")
    lettered = replace(findable(words=""), reference="12a-CV/BTGHU")

    assert all(fits(typed, early) for typed in ("7cv", "07cv", "7", "07", "7-CV/BTGHU"))
    assert all(fits(typed, lettered) for typed in ("12a", "12a-cv", "12A-CV/BTGHU"))
    assert not fits("12cv", lettered)


@pytest.mark.parametrize("cited", ["229-CV/BTGHU", "229/CV-BTGHU", "số 229 -CV/BTGHU"])
def test_a_document_that_cites_another_is_found_by_the_number_it_cites(cited: str) -> None:
    assert fits("229cv", replace(findable(words=f"Thực hiện Công văn {cited}, ngày 24/12/2024"), reference=None))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("24/12/2024", date(2024, 12, 24), date(2024, 12, 24)),
        ("24/12/24", date(2024, 12, 24), date(2024, 12, 24)),
        ("ngày 24-12-2024", date(2024, 12, 24), date(2024, 12, 24)),
        ("ngày 24 tháng 12 năm 2024", date(2024, 12, 24), date(2024, 12, 24)),
        ("tháng 12/2024", date(2024, 12, 1), date(2024, 12, 31)),
        ("tháng 2 năm 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2/2023", date(2023, 2, 1), date(2023, 2, 28)),
        ("quý 4/2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("quý IV/2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("quý I năm 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("năm 2024", date(2024, 1, 1), date(2024, 12, 31)),
        (">=1/1/2025", date(2025, 1, 1), None),
        (">= 1/1/2025", date(2025, 1, 1), None),
        ("<24/12/2024", None, date(2024, 12, 23)),
        ("<=24/12/2024", None, date(2024, 12, 24)),
        (">2023", date(2024, 1, 1), None),
        ("từ 1/1/2025 đến 31/3/2025", date(2025, 1, 1), date(2025, 3, 31)),
        (">=2023 <2025", date(2023, 1, 1), date(2024, 12, 31)),
        ("sau tháng 6/2024", date(2024, 7, 1), None),
        ("month 12/2024", date(2024, 12, 1), date(2024, 12, 31)),
    ],
)
def test_days_are_ranges_and_not_words(typed: str, first: date | None, last: date | None) -> None:
    understood = understand(f"báo cáo {typed}")

    assert understood.days == Days(first, last)
    assert [term.word for term in understood.terms] == ["bao", "cao"]


@pytest.mark.parametrize("typed", ["31/2/2024", "99/2024/QĐ-UBND", "0/2024", "tháng 13/2024", '"2024"', "20245"])
def test_what_is_no_day_is_words(typed: str) -> None:
    assert understand(typed).days == Days()
    assert understand(typed).terms


def test_what_came_in_during_a_year_is_no_bound() -> None:
    assert understand("văn bản đến 2024").days == Days(date(2024, 1, 1), date(2024, 12, 31))


def test_a_number_and_the_symbol_of_a_type_behind_it_are_one_word() -> None:
    symbols = frozenset({"cv", "qd"})

    assert understand("229 cv btghu ", symbols).terms == (Term("229cv", is_prefix=True), Term("btghu"))
    assert understand("07 QĐ", symbols).terms == (Term("7qd", is_prefix=True),)
    assert understand("3 xã 12 cv ", symbols).terms == (Term("3"), Term("xa"), Term("12cv", is_prefix=True))
    assert understand("12 13 cv ", symbols).terms == (Term("12"), Term("13cv", is_prefix=True))


def test_the_last_word_may_go_on_until_a_space_is_typed() -> None:
    assert understand("tinh g").terms == (Term("tinh"), Term("g", is_prefix=True))
    assert understand("tinh gon ").terms == (Term("tinh"), Term("gon"))


def test_words_between_quotation_marks_stand_in_their_order() -> None:
    understood = understand("“tinh gọn, tổ chức” 229cv")

    assert understood.phrases == ("tinh gon to chuc",)
    assert {"tinh", "gon", "to", "chuc"} <= set(understood.words)


def test_a_deadline_is_days_from_today() -> None:
    assert deadline_days(Deadline.LATE, TODAY) == Days(None, date(2024, 12, 23))
    assert deadline_days(Deadline.WEEK, TODAY) == Days(TODAY, date(2024, 12, 31))


def test_a_search_comes_back_from_a_saved_view() -> None:
    search = Search("229cv", FoundKind.INCOMING, deadline=Deadline.LATE, party="Huyện đoàn", best_first=True)

    assert search_of(search_value(search)) == search
    assert search_of(search_value(Search())) == Search()


def test_what_says_it_in_its_number_and_subject_comes_before_what_says_it_elsewhere() -> None:
    def hit(place: int, reference: str, subject: str) -> Hit:
        facts = (FoundKind.OUTGOING, "issued", TODAY, None, "CV", None, None, 1, reference, None, None, subject)
        return Hit(place, UUID(int=place), *facts)

    rows = (hit(3, "5-CV/X", "Việc khác"), hit(2, "6-CV/X", "Gọn nhẹ, tinh thần"), hit(1, "7-CV/X", "Tinh gọn bộ máy"))

    assert [row.place for row in closest_first(rows, understand("tinh gọn"))] == [1, 2, 3]
    assert next(row.place for row in closest_first(rows, understand("6cv"))) == 2


@pytest.mark.parametrize("slip", ["tuyn", "tuyeen", "tuyem", "tuyne", "uyen", "tuyena"])
def test_a_slip_of_one_letter_is_one_letter_away(slip: str) -> None:
    assert "tuyen" in one_letter_away(slip)


@given(st.text(alphabet="abcxyz", min_size=3, max_size=7), st.text(alphabet="abcxyz", min_size=1, max_size=8))
def test_being_one_letter_away_goes_both_ways(one: str, other: str) -> None:
    assert (other in one_letter_away(one)) == (one in one_letter_away(other))


@given(st.text(max_size=60))
def test_whatever_is_typed_is_understood_in_words_that_the_index_can_hold(text: str) -> None:
    understood = understand(text)

    assert all(term.word and not set(term.word) & set(" \"'/-*():&|!\\") for term in understood.terms)
    assert all(is_plain_word(word) or word for word in understood.words)


@given(st.text(max_size=200))
def test_every_word_of_a_document_finds_it(text: str) -> None:
    document = replace(findable(words=text), reference=None)

    assert all(term.word in index_text(document).split() for term in understand(f'"{text} "').terms)
