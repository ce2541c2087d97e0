"""Reading and writing the dispatch file: composed text, defaults, and the way there and back."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import a_bare_dispatch, a_dispatch, a_file, a_paragraph, a_tree
from support.needs import need_shared
from support.strategies import dispatches, lines

from vpdesk.domain.body import Alignment, Bullet, Cell, Elevation, Paragraph, Run, Table
from vpdesk.domain.catalog import Secrecy, Urgency
from vpdesk.domain.dispatch import Dispatch, PageSetup, Signing
from vpdesk.domain.dispatch_file import format_dispatch, parse_dispatch
from vpdesk.domain.text import nfc
from vpdesk.paths import resource


def written(dispatch: Dispatch) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(format_dispatch(dispatch))
    return tree


def test_three_keys_make_a_dispatch() -> None:
    assert parse_dispatch(a_file()) == Dispatch("CV", "BAN TUYÊN GIÁO")


def test_a_key_that_is_null_is_as_good_as_missing() -> None:
    names = a_tree().keys()
    optional = {name: None for name in Dispatch.__dataclass_fields__ if name not in names}

    assert parse_dispatch(a_file(**optional)) == parse_dispatch(a_file())


def test_an_inner_key_that_is_null_is_as_good_as_missing() -> None:
    run = {"text": "a", "bold": None, "note": None, "super": None}
    block = {"block": "paragraph", "runs": [run], "align": None, "indent": None}

    assert parse_dispatch(a_file(body=[block], signing={"name": None, "position": "BÍ THƯ"})) == a_bare_dispatch(
        body=(a_paragraph("a"),), signing=(Signing(position="BÍ THƯ"),)
    )


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    assert parse_dispatch(b"\xef\xbb\xbf" + a_file()) == parse_dispatch(a_file())


def test_line_ends_of_windows_make_no_difference() -> None:
    text = json.dumps(a_tree(place="Hà Ninh"), indent=2)

    assert parse_dispatch(text.replace("\n", "\r\n").encode()) == parse_dispatch(text.encode())


def test_decomposed_text_is_composed_wherever_it_stands() -> None:
    word = "Thuỷ Nguyên ấềộữ"
    apart = unicodedata.normalize("NFD", word)
    members = {
        "parent_body": "{}",
        "addressees": ["{}"],
        "distribution": ["{}"],
        "signing": {"authority": "{}", "name": "{}"},
        "body": [
            {"block": "paragraph", "runs": [{"text": "{}", "note": "{}"}]},
            {"block": "division", "kind": "phần", "number": "{}", "title": "{}"},
            {"block": "table", "columns": [1], "header_rows": 0, "rows": [[[{"text": "{}"}]]]},
        ],
        "appendices": [{"title": "{}", "note": "{}", "body": []}],
    }
    text = json.dumps(a_tree(**members), ensure_ascii=False)

    assert apart != word
    assert parse_dispatch(text.replace("{}", apart).encode()) == parse_dispatch(text.replace("{}", word).encode())


def test_words_of_a_list_are_known_in_decomposed_form_too() -> None:
    division = {"block": "division", "kind": "phần", "number": "I", "title": "A"}
    members = {"secrecy": "TỐI MẬT", "urgency": "HỎA TỐC", "body": [division]}
    apart = unicodedata.normalize("NFD", json.dumps(a_tree(**members), ensure_ascii=False))

    assert parse_dispatch(apart.encode()) == parse_dispatch(a_file(**members))


@pytest.mark.parametrize(
    ("mark", "name"),
    [("\u00ad", "soft hyphen"), ("\u200b", "zero width space"), ("\u2060", "word joiner"), ("\ufeff", "mark inside")],
)
def test_a_mark_that_prints_nothing_is_dropped(mark: str, name: str) -> None:
    assert parse_dispatch(a_file(place=f"Hà{mark} Ninh")).place == "Hà Ninh"


def test_a_pair_of_surrogates_is_one_character() -> None:
    data = a_file().replace(b"BAN", b"\\ud83d\\ude00")

    assert parse_dispatch(data).issuing_body == "\U0001f600 TUYÊN GIÁO"


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("MẬT", Secrecy.CONFIDENTIAL),
        ("Mật", Secrecy.CONFIDENTIAL),
        ("tối mật", Secrecy.SECRET),
        (" TUYỆT MẬT ", Secrecy.TOP_SECRET),
    ],
)
def test_a_level_of_secrecy_is_known_in_any_capitals(word: str, level: Secrecy) -> None:
    assert parse_dispatch(a_file(secrecy=word)).secrecy is level


@pytest.mark.parametrize(
    ("word", "degree"),
    [
        ("KHẨN", Urgency.URGENT),
        ("Thượng khẩn", Urgency.VERY_URGENT),
        ("HỎA TỐC", Urgency.EXPRESS),
        ("HOẢ TỐC", Urgency.EXPRESS),
        ("hoả tốc", Urgency.EXPRESS),
        ("Hoả tốc hẹn giờ", Urgency.EXPRESS_AT_TIME),
    ],
)
def test_a_degree_of_urgency_is_known_with_either_place_of_its_tone_mark(word: str, degree: Urgency) -> None:
    assert parse_dispatch(a_file(urgency=word)).urgency is degree


@pytest.mark.parametrize("day", ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_of_the_calendar_is_read(day: str) -> None:
    assert parse_dispatch(a_file(date=day)).date == date.fromisoformat(day)


def test_one_signature_may_stand_alone_or_in_a_list() -> None:
    one = {"position": "BÍ THƯ", "name": "Lê Thị Hạnh"}

    assert parse_dispatch(a_file(signing=one)) == parse_dispatch(a_file(signing=[one]))


def test_a_signature_with_nothing_in_it_is_none() -> None:
    dispatch = parse_dispatch(a_file(signing={"authority": None, "position": None, "name": None}))

    assert parse_dispatch(format_dispatch(dispatch).encode()) == dispatch


def test_an_authority_may_hold_several_lines() -> None:
    dispatch = parse_dispatch(a_file(signing={"authority": "T/M BAN THƯỜNG VỤ\nK/T BÍ THƯ"}))

    assert dispatch.signing[0].authority == "T/M BAN THƯỜNG VỤ\nK/T BÍ THƯ"


def test_the_styles_of_a_run_are_read() -> None:
    run = {"text": "2", "bold": True, "italic": True, "underline": True, "super": True, "note": "Xem Điều 3."}
    dispatch = parse_dispatch(a_file(body=[{"block": "paragraph", "runs": [run], "align": "center", "indent": 0}]))

    assert dispatch.body == (
        Paragraph(
            (Run("2", bold=True, italic=True, underline=True, elevation=Elevation.RAISED, note="Xem Điều 3."),),
            Alignment.CENTRED,
            0.0,
        ),
    )


def test_a_bullet_without_a_level_is_of_the_first() -> None:
    dispatch = parse_dispatch(a_file(body=[{"block": "bullet", "runs": []}]))

    assert dispatch.body == (Bullet(1, ()),)


def test_a_table_may_span_as_in_html() -> None:
    rows = [[{"runs": [], "rows": 2}, {"runs": [], "columns": 2, "align": "right"}], [[], [{"text": "a"}]]]
    table = {"block": "table", "columns": [1, 2, 3.5], "rows": rows}
    dispatch = parse_dispatch(a_file(body=[table]))

    assert dispatch.body == (
        Table(
            (1.0, 2.0, 3.5),
            0,
            ((Cell((), rows=2), Cell((), columns=2, align=Alignment.RIGHT)), (Cell(()), Cell((Run("a"),)))),
        ),
    )


def test_a_row_whose_every_cell_is_covered_from_above_may_be_empty() -> None:
    rows: list[Any] = [[{"runs": [], "rows": 2}, {"runs": [], "rows": 2}], []]

    assert parse_dispatch(a_file(body=[{"block": "table", "columns": [1, 1], "rows": rows}])).body


# --- writing ------------------------------------------------------------------------------------------------------


def test_a_bare_dispatch_is_written_with_three_keys() -> None:
    assert written(a_bare_dispatch()) == a_tree()


def test_defaults_are_left_out_of_blocks_runs_and_the_page() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph(Run("a"), Run("b", bold=True)),), page=PageSetup(leading=20))
    tree = written(dispatch)

    assert tree["body"] == [{"block": "paragraph", "runs": [{"text": "a"}, {"text": "b", "bold": True}]}]
    assert tree["page"] == {"leading": 20}


def test_keys_are_written_in_the_order_of_the_contract() -> None:
    tree = written(a_dispatch(rules="party-2018", urgency=Urgency.EXPRESS, copies=3, typist_mark="VTH"))

    assert list(tree) == [
        "format",
        "document_type",
        "issuing_body",
        "parent_body",
        "rules",
        "number",
        "symbol",
        "place",
        "date",
        "subject_summary",
        "addressees",
        "body",
        "distribution",
        "signing",
        "urgency",
        "typist_mark",
        "copies",
    ]


def test_vietnamese_is_written_as_it_is_read() -> None:
    text = format_dispatch(a_dispatch())

    assert '"place": "Hà Ninh"' in text
    assert text.endswith("}\n")
    assert text.isascii() is False


@settings(max_examples=60)
@given(dispatches)
def test_a_dispatch_comes_back_from_its_file_as_it_went_in(dispatch: Dispatch) -> None:
    assert parse_dispatch(format_dispatch(dispatch).encode()) == dispatch


@settings(max_examples=30)
@given(dispatches)
def test_a_file_written_twice_is_the_same_text(dispatch: Dispatch) -> None:
    text = format_dispatch(dispatch)

    assert format_dispatch(parse_dispatch(text.encode())) == text


@given(lines)
def test_text_is_composed_once_and_for_all(line: str) -> None:
    assert nfc(nfc(unicodedata.normalize("NFD", line))) == line


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.text(alphabet='{}[]":, \\u0019aefnrtl-.', max_size=80).map(str.encode))
def test_no_bytes_whatever_do_anything_but_be_read_or_refused(data: bytes) -> None:
    from vpdesk.domain.errors import FaultyDispatch

    where = "nowhere"
    try:
        parse_dispatch(data)
    except FaultyDispatch as error:
        where = error.where
    assert where


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from([name for name in Dispatch.__dataclass_fields__ if name != "document_type"]),
)
def test_no_value_whatever_does_anything_but_be_read_or_refused(value: object, key: str) -> None:
    from vpdesk.domain.errors import FaultyDispatch

    data, where = json.dumps(a_tree(**{key: value})).encode(), "nowhere"
    try:
        parse_dispatch(data)
    except FaultyDispatch as error:
        where = error.where
    assert where


@pytest.mark.parametrize("name", ["229-CV-BTGHU.dispatch.json"])
def test_the_case_comes_back_from_its_file_with_the_same_members(name: str) -> None:
    data = need_shared(f"cases/{name}").read_bytes()
    dispatch = parse_dispatch(data)

    assert parse_dispatch(format_dispatch(dispatch).encode()) == dispatch
    assert written(dispatch) == json.loads(data)


def test_the_sample_comes_back_from_its_file_with_the_same_members() -> None:
    data = resource("sample/229-CV-BTGHU.dispatch.json").read_bytes()

    assert written(parse_dispatch(data)) == json.loads(data)
