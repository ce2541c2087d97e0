"""What a pack says in words: references, dates, lists, salutations."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_bare_dispatch, a_dispatch

from vpdesk.domain.rulebook import ListForm, Rulebook
from vpdesk.services.rules import Packs

GAP = "\u00a0"


@pytest.fixture(scope="module")
def old(packs: Packs) -> Rulebook:
    return Rulebook(packs["party-2018"])


@pytest.fixture(scope="module")
def new(packs: Packs) -> Rulebook:
    return Rulebook(packs["party-2026"])


@pytest.fixture(scope="module")
def state(packs: Packs) -> Rulebook:
    return Rulebook(packs["state-2020"])


# --- number and symbol (component 3) ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "suffix", "symbol", "printed"),
    [
        (7, None, "KL/VPTW", "Số 07-KL/VPTW"),
        (1, None, "CV/BTGHU", "Số 01-CV/BTGHU"),
        (9, None, "CV/BTGHU", "Số 09-CV/BTGHU"),
        (10, None, "CV/BTGHU", "Số 10-CV/BTGHU"),
        (100, None, "NQ/TW", "Số 100-NQ/TW"),
        (229, None, "CV/BTGHU", "Số 229-CV/BTGHU"),
        (999_999, None, "CV/BTGHU", "Số 999999-CV/BTGHU"),
        (12, "a", "CV/BTGHU", "Số 12a-CV/BTGHU"),
        (5, "b", "CV/BTGHU", "Số 05b-CV/BTGHU"),
        (5, None, "QC/BTCTU-BDVTU", "Số 05-QC/BTCTU-BDVTU"),
    ],
)
def test_a_reference_is_printed_as_the_guidance_writes_it(
    old: Rulebook, number: int, suffix: str | None, symbol: str, printed: str
) -> None:
    reference = old.reference(a_dispatch(number=number, number_suffix=suffix, symbol=symbol))

    assert reference.replace(GAP, " ") == printed


def test_the_word_before_a_number_is_never_parted_from_it(old: Rulebook) -> None:
    assert old.reference(a_dispatch()).startswith(f"Số{GAP}12-")


def test_a_number_not_yet_given_leaves_a_gap_to_be_filled_by_hand(old: Rulebook) -> None:
    reference = old.reference(a_dispatch(number=None))

    assert re.fullmatch(rf"Số{GAP}{{5,}}-CV/BTGHU", reference)


@pytest.mark.parametrize(("type", "shown"), [("CV", "CV"), ("QyĐ", "QĐ"), ("XX", "XX")])
def test_a_symbol_not_yet_given_is_the_types_with_a_gap_for_the_body(old: Rulebook, type: str, shown: str) -> None:  # noqa: A002 -- as the builder calls it
    reference = old.reference(a_dispatch(type, symbol=None, number=3))

    assert re.fullmatch(rf"Số{GAP}03-{shown}/{GAP}+", reference)


@given(st.integers(1, 999_999))
def test_a_number_can_be_read_back_from_its_reference(old: Rulebook, number: int) -> None:
    found = re.fullmatch(rf"Số{GAP}(\d{{2,}})-CV/BTGHU", old.reference(a_dispatch(number=number)))

    assert found is not None
    assert int(found[1]) == number
    assert len(found[1]) == max(2, len(str(number)))


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        (12, "BC-UBND", "Số: 12/BC-UBND"),
        (5, "BNV-VP", "Số: 05/BNV-VP"),
        (63, "2025/QĐ-UBND", "Số: 63/2025/QĐ-UBND"),
    ],
)
def test_a_reference_of_the_state_is_printed_as_the_decree_writes_it(
    state: Rulebook, number: int, symbol: str, printed: str
) -> None:
    assert state.reference(a_dispatch(number=number, symbol=symbol)).replace(GAP, " ") == printed


@pytest.mark.parametrize(("type", "shown"), [("BC", "BC-"), ("QyĐ", "QyĐ-"), ("CV", "")])
def test_a_symbol_of_the_state_not_yet_given_has_no_type_in_a_letter(state: Rulebook, type: str, shown: str) -> None:  # noqa: A002 -- as the builder calls it
    reference = state.reference(a_dispatch(type, symbol=None, number=3))

    assert re.fullmatch(rf"Số:{GAP}03/{shown}{GAP}+", reference)


# --- place and date (component 4) ---------------------------------------------------------------------------------


def test_place_and_date_are_joined_by_a_comma(old: Rulebook) -> None:
    dispatch = a_dispatch(place="Hạ Long", date=date(2018, 2, 20))

    assert old.place_and_date(dispatch) == "Hạ Long, ngày 20 tháng 02 năm 2018"


def test_a_draft_leaves_gaps_for_place_and_date(old: Rulebook) -> None:
    line = old.place_and_date(a_bare_dispatch())

    assert re.fullmatch(rf"{GAP}+, ngày{GAP}{{3,}}tháng{GAP}{{3,}}năm{GAP}{{3,}}", line)


# --- lists --------------------------------------------------------------------------------------------------------

COMMAS, SEMICOLONS = ListForm("- ", ",", "."), ListForm("- ", ";", ".")


@pytest.mark.parametrize(
    ("lines", "closed"),
    [
        pytest.param((), (), id="none"),
        pytest.param(("Như trên",), ("Như trên.",), id="one"),
        pytest.param(("Như trên", "Lưu"), ("Như trên,", "Lưu."), id="two"),
        pytest.param(tuple("abcd"), ("a,", "b,", "c,", "d."), id="many"),
        pytest.param(("a;", "b,", "c;"), ("a,", "b,", "c."), id="marks that were typed give way"),
        pytest.param(("a ; ", "b ,"), ("a,", "b."), id="with spaces around them"),
        pytest.param(("a,", "v.v."), ("a,", "v.v."), id="a full stop is not doubled"),
        pytest.param(("v.v.", "a"), ("v.v.,", "a."), id="a full stop of the words stays"),
        pytest.param(("a (để báo cáo)", "b"), ("a (để báo cáo),", "b."), id="a bracket"),
    ],
)
def test_the_lines_of_a_list_are_closed_by_the_form(lines: tuple[str, ...], closed: tuple[str, ...]) -> None:
    assert COMMAS.closed(lines) == closed


@given(st.lists(st.text("abc đ,;", min_size=1, max_size=6).filter(lambda line: bool(line.strip(" ,;"))), max_size=6))
def test_closing_a_list_twice_changes_nothing_more(lines: list[str]) -> None:
    once = SEMICOLONS.closed(tuple(lines))

    assert SEMICOLONS.closed(once) == once
    assert [line.rstrip(" ,;.") for line in once] == [line.rstrip(" ,;") for line in lines]


def test_lists_close_with_commas_in_2018_and_with_semicolons_in_2026(old: Rulebook, new: Rulebook) -> None:
    assert old.distribution == old.salutation == COMMAS
    assert new.distribution == new.salutation == SEMICOLONS


def test_bases_close_with_a_comma_in_2018_and_with_a_full_stop_in_2026(old: Rulebook, new: Rulebook) -> None:
    assert old.bases == ListForm("- ", ";", ",")
    assert new.bases == ListForm("- ", ";", ".")


# --- words --------------------------------------------------------------------------------------------------------


def test_only_a_submission_of_2026_is_addressed_with_kinh_trinh(old: Rulebook, new: Rulebook) -> None:
    assert (new.salutation_label("TTr"), new.salutation_label("CV")) == ("Kính trình", "Kính gửi")
    assert (old.salutation_label("TTr"), old.salutation_label("CV")) == ("Kính gửi", "Kính gửi")


def test_only_a_letter_prints_its_subject_under_the_number(old: Rulebook) -> None:
    under = [one.code for one in old.pack.types if old.prints_subject_under_number(one.code)]

    assert under == ["CV"]
    assert old.prints_subject_under_number("XX") is False


@pytest.mark.parametrize(
    ("type", "name"),
    [
        ("KH", "KẾ HOẠCH"),
        ("HD", "HƯỚNG DẪN"),
        ("BC", "BÁO CÁO"),
        ("TB", "THÔNG BÁO"),
        ("TTr", "TỜ TRÌNH"),
        ("QĐ", "QUYẾT ĐỊNH"),
        ("QyĐ", "QUY ĐỊNH"),
        ("NQ", "NGHỊ QUYẾT"),
        ("KL", "KẾT LUẬN"),
        ("CT", "CHỈ THỊ"),
        ("CTr", "CHƯƠNG TRÌNH"),
        ("ĐA", "ĐỀ ÁN"),
        ("QC", "QUY CHẾ"),
        ("BB", "BIÊN BẢN"),
        ("GM", "GIẤY MỜI"),
        ("thư khen", "THƯ KHEN"),
    ],
)
def test_the_name_of_a_type_is_printed_in_capitals(old: Rulebook, type: str, name: str) -> None:  # noqa: A002 -- as the builder calls it
    assert old.type_name(a_dispatch(type)) == name


def test_decisions_and_rules_share_a_series_and_a_symbol(old: Rulebook) -> None:
    decision, rule = old.document_type("QĐ"), old.document_type("QyĐ")

    assert decision is not None
    assert rule is not None
    assert (decision.symbol, decision.group) == (rule.symbol, rule.group) == ("QĐ", "QĐ")


def test_types_have_codes_of_their_own(old: Rulebook) -> None:
    codes = [one.code for one in old.pack.types]

    assert len(codes) == len(set(codes)) > 15


def test_bullets_of_deep_levels_share_the_deepest_sign(old: Rulebook) -> None:
    signs = [old.bullet_sign(level) for level in range(1, 7)]

    assert signs[:2] == ["- ", "+ "]
    assert len(set(signs[2:])) == 1
