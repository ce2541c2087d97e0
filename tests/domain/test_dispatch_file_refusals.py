"""What a dispatch file may not be: each refusal with its place."""

from __future__ import annotations

import json
import tracemalloc
from typing import Any

import pytest
from support.builders import a_file, a_tree

from vpdesk.domain.dispatch_file import MAX_BYTES, parse_dispatch
from vpdesk.domain.errors import Fault, FaultyDispatch

PARAGRAPH = {"block": "paragraph", "runs": [{"text": "a"}]}
TABLE = {"block": "table", "columns": [1, 1], "header_rows": 0, "rows": [[[], []]]}
BLOCKS: dict[str, dict[str, Any]] = {
    "paragraph": PARAGRAPH,
    "basis": {"block": "basis", "runs": []},
    "heading": {"block": "heading", "level": 1, "runs": []},
    "division": {"block": "division", "kind": "phần", "number": "I", "title": "A"},
    "article": {"block": "article", "runs": []},
    "bullet": {"block": "bullet", "level": 1, "runs": []},
    "table": TABLE,
    "page_break": {"block": "page_break"},
}
APPENDIX = {"title": "Phụ lục", "body": []}


def refusal(data: bytes) -> FaultyDispatch:
    with pytest.raises(FaultyDispatch) as caught:
        parse_dispatch(data)
    return caught.value


def facts(data: bytes) -> tuple[Fault, str, str]:
    error = refusal(data)
    return error.fault, error.where, error.found


def a_body(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"body": list(blocks)}


def with_run(**run: Any) -> dict[str, Any]:
    return a_body({"block": "paragraph", "runs": [{"text": "a"}, {"text": "b", **run}]})


def with_table(**members: Any) -> dict[str, Any]:
    return a_body(PARAGRAPH, {**TABLE, **members})


def with_cell(**cell: Any) -> dict[str, Any]:
    return with_table(rows=[[[], {"runs": [], **cell}]])


# --- not a file of ours at all ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "where"),
    [
        pytest.param(b"", "1:1", id="an empty file"),
        pytest.param(b"  \n ", "2:2", id="blanks only"),
        pytest.param(b"not json", "1:1", id="words"),
        pytest.param(b'{"format": }', "1:12", id="a value left out"),
        pytest.param(b'{\n  "format": "a"\n  "number": 1}', "3:3", id="a comma left out"),
        pytest.param(b'{"format": "a",}', "1:16", id="a comma too many"),
        pytest.param(b'{"format": "a"} x', "1:17", id="words after the end"),
        pytest.param(b'{"format": "a', "1:12", id="a text without its end"),
        pytest.param(b'{"format": "a\tb"}', "1:14", id="a raw tab in a text"),
        pytest.param(b'{"format": "\\x"}', "1:13", id="an escape that JSON does not have"),
        pytest.param(b"\xef\xbb\xbfnot json", "1:1", id="words after a byte order mark"),
    ],
)
def test_a_file_that_is_not_json_is_refused_with_line_and_column(data: bytes, where: str) -> None:
    error = refusal(data)

    assert (error.fault, error.where) in ((Fault.NOT_JSON, where), (Fault.NOT_JSON, _one_before(where)))


def _one_before(where: str) -> str:
    """Python 3.13 points at the comma itself where older ones point behind it."""
    line, column = where.split(":")
    return f"{line}:{int(column) - 1}"


@pytest.mark.parametrize(
    ("data", "where", "found"),
    [
        pytest.param(b'{"place": "H\xe0"}', "1:13", "0xe0", id="windows-1258"),
        pytest.param(b'{\n"place": "\xff"}', "2:11", "0xff", id="on the second line"),
        pytest.param("{}".encode("utf-16"), "1:1", "0xff", id="utf-16"),
        pytest.param(b'{"place": "\xc3', "1:12", "0xc3", id="cut in the middle of a letter"),
        pytest.param(b'{"place": "\xed\xa0\x80"}', "1:12", "0xed", id="a surrogate in bytes"),
        pytest.param('{"place": "Hà Ninh, '.encode() + b"\xff", "1:21", "0xff", id="columns are letters, not bytes"),
        pytest.param(b'\xef\xbb\xbf{"place": "\xff"}', "1:12", "0xff", id="after a byte order mark"),
    ],
)
def test_a_file_that_is_not_utf_8_is_refused_with_the_byte_and_its_place(data: bytes, where: str, found: str) -> None:
    assert facts(data) == (Fault.NOT_UTF8, where, found)


@pytest.mark.parametrize("value", ["[]", '"text"', "7", "null", "true"])
def test_a_file_that_is_no_object_is_refused(value: str) -> None:
    error = refusal(value.encode())

    assert (error.fault, error.where, error.wanted) == (Fault.WRONG_TYPE, "1:1", "object")


def test_a_file_of_50_megabytes_is_refused_with_its_size_before_it_is_understood() -> None:
    data = a_file(place="a" * (50 * 2**20))
    tracemalloc.start()
    error = refusal(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (error.fault, error.where, error.found, error.wanted) == (Fault.TOO_LARGE, "1:1", "50.0 MB", "8 MB")
    assert peak < 2**20


def test_a_file_of_exactly_the_largest_size_is_read() -> None:
    text = a_file(place="a")
    data = text + b" " * (MAX_BYTES - len(text))

    assert parse_dispatch(data).place == "a"
    assert refusal(data + b" ").fault is Fault.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "where"),
    [
        pytest.param(b"[" * 17, "1:17", id="lists"),
        pytest.param(b"[" * 100_000 + b"]" * 100_000, "1:17", id="a hundred thousand lists"),
        pytest.param(b'{"a":' * 17, "1:81", id="objects"),
        pytest.param(b'{"a":\n' * 17, "17:1", id="objects on lines of their own"),
    ],
)
def test_a_nesting_that_no_dispatch_has_is_refused_where_it_gets_too_deep(data: bytes, where: str) -> None:
    error = refusal(data)

    assert (error.fault, error.where, error.found, error.wanted) == (Fault.TOO_DEEP, where, "17", "16")


def test_brackets_inside_a_text_are_no_nesting() -> None:
    brackets = '[[[[{{{{"' * 20 + "\\"

    assert parse_dispatch(a_file(place=brackets)).place == brackets


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_a_constant_that_json_does_not_have_is_refused_with_its_name(constant: str) -> None:
    data = a_file(number=1).replace(b'"number": 1', f'"number": {constant}'.encode())

    assert facts(data) == (Fault.NOT_JSON, constant, constant)


@pytest.mark.parametrize("key", ["number", "copies"])
def test_a_figure_of_five_thousand_digits_is_refused(key: str) -> None:
    data = a_file(**{key: 1}).replace(f'"{key}": 1'.encode(), f'"{key}": {"9" * 5000}'.encode())
    error = refusal(data)

    assert (error.fault, error.wanted) == (Fault.OUT_OF_RANGE, "999999")


@pytest.mark.parametrize(
    ("key", "fault"), [("number", Fault.WRONG_TYPE), ("gap", Fault.OUT_OF_RANGE), ("indent", Fault.OUT_OF_RANGE)]
)
def test_a_figure_beyond_all_numbers_is_refused(key: str, fault: Fault) -> None:
    members: dict[str, dict[str, Any]] = {
        "number": {"number": 1},
        "gap": {"page": {"gap": 1}},
        "indent": a_body({**PARAGRAPH, "indent": 1}),
    }
    data = a_file(**members[key]).replace(f'"{key}": 1'.encode(), f'"{key}": 1e999'.encode())

    assert refusal(data).fault is fault


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(b'{"format": "a", "format": "a"}', "format", id="of the dispatch"),
        pytest.param(b'{"signing": {"name": "a", "name": "b"}}', "name", id="of the signature"),
        pytest.param(b'{"body": [{"runs": [{"text": "a", "text": "a"}]}]}', "text", id="of a run"),
        pytest.param(b'{"place": "a", "pl\\u0061ce": "b"}', "place", id="written in two ways"),
    ],
)
def test_a_key_that_stands_twice_is_refused_with_its_name(data: bytes, key: str) -> None:
    assert facts(data) == (Fault.REPEATED_KEY, key, key)


# --- keys ---------------------------------------------------------------------------------------------------------

PLACES_OF_KEYS = [
    pytest.param({"colour": 1}, "1:1", id="of the dispatch"),
    pytest.param({"signing": {"colour": "a"}}, "signing", id="of the signature"),
    pytest.param({"signing": [{}, {"colour": "a"}]}, "signing[1]", id="of the second signature"),
    pytest.param({"page": {"colour": 20}}, "page", id="of the page"),
    pytest.param({"appendices": [{**APPENDIX, "colour": 1}]}, "appendices[0]", id="of an appendix"),
    pytest.param({"appendices": [{**APPENDIX, "page": {"colour": 1}}]}, "appendices[0].page", id="of its page"),
    pytest.param(
        {"appendices": [{**APPENDIX, "body": [{**PARAGRAPH, "colour": 1}]}]}, "appendices[0].body[0]", id="of its text"
    ),
    *(
        pytest.param(a_body(PARAGRAPH, {**block, "colour": 1}), "body[1]", id=f"of a {kind}")
        for kind, block in BLOCKS.items()
    ),
    pytest.param(with_run(colour="red"), "body[0].runs[1]", id="of a run"),
    pytest.param(with_cell(colour="red"), "body[1].rows[0][1]", id="of a cell"),
    pytest.param(with_table(rows=[[[{"text": "a", "colour": 1}], []]]), "body[1].rows[0][0][0]", id="of a cell's run"),
]


@pytest.mark.parametrize(("members", "where"), PLACES_OF_KEYS)
def test_a_key_that_is_not_known_is_refused_with_its_name(members: dict[str, Any], where: str) -> None:
    assert facts(a_file(**members)) == (Fault.UNKNOWN_KEY, where, "colour")


def test_a_key_in_other_capitals_is_another_key() -> None:
    assert facts(a_file(Place="Hà Ninh")) == (Fault.UNKNOWN_KEY, "1:1", "Place")


def test_a_long_unknown_key_is_shortened_in_the_refusal() -> None:
    found = refusal(a_file(**{"k" * 1000: 1})).found

    assert len(found) <= 40
    assert found.endswith("…")


@pytest.mark.parametrize("without", [..., None], ids=["left out", "null"])
@pytest.mark.parametrize("key", ["format", "document_type", "issuing_body"])
def test_a_key_that_must_stand_is_named_where_it_is_missing(key: str, without: object) -> None:
    assert facts(a_file(**{key: without})) == (Fault.MISSING_KEY, "1:1", key)


REQUIRED = {
    "paragraph": ["runs"],
    "basis": ["runs"],
    "heading": ["level", "runs"],
    "division": ["kind", "number", "title"],
    "article": ["runs"],
    "bullet": ["runs"],
    "table": ["columns", "rows"],
}


@pytest.mark.parametrize(
    ("kind", "key"), [pytest.param(kind, key, id=f"{kind} {key}") for kind, keys in REQUIRED.items() for key in keys]
)
def test_a_block_without_a_key_it_must_have_is_refused(kind: str, key: str) -> None:
    block = {name: value for name, value in BLOCKS[kind].items() if name != key}

    assert facts(a_file(body=[block])) == (Fault.MISSING_KEY, "body[0]", key)


@pytest.mark.parametrize(
    ("members", "where", "key"),
    [
        pytest.param(a_body({"runs": []}), "body[0]", "block", id="a block's kind"),
        pytest.param(a_body({"block": None, "runs": []}), "body[0]", "block", id="a block's kind that is null"),
        pytest.param(a_body({"block": "paragraph", "runs": [{"bold": True}]}), "body[0].runs[0]", "text", id="a text"),
        pytest.param(with_table(rows=[[{"columns": 2}]]), "body[1].rows[0][0]", "runs", id="a cell's runs"),
        pytest.param({"appendices": [{"body": []}]}, "appendices[0]", "title", id="an appendix's title"),
        pytest.param({"appendices": [{"title": "A"}]}, "appendices[0]", "body", id="an appendix's text"),
    ],
)
def test_an_inner_key_that_must_stand_is_named_with_its_place(members: dict[str, Any], where: str, key: str) -> None:
    assert facts(a_file(**members)) == (Fault.MISSING_KEY, where, key)


# --- values -------------------------------------------------------------------------------------------------------

TEXTS = (
    "format",
    "document_type",
    "issuing_body",
    "parent_body",
    "rules",
    "number_suffix",
    "symbol",
    "place",
    "date",
    "subject_summary",
    "secrecy",
    "urgency",
    "circulation_notice",
    "draft_notice",
    "typist_mark",
    "contact_line",
)
WRONG_TYPES = [
    *(pytest.param({key: 5}, key, "text", id=f"{key} that is a number") for key in TEXTS),
    *(pytest.param({key: ["a"]}, key, "text", id=f"{key} that is a list") for key in TEXTS),
    *(
        pytest.param({key: value}, key, "whole number", id=f"{key} that is {value!r}")
        for key in ("number", "copies")
        for value in ("229", 2.0, True, [1])
    ),
    *(
        pytest.param({key: "a"}, key, "list", id=f"{key} that is a text")
        for key in ("addressees", "distribution", "body", "appendices")
    ),
    *(pytest.param({key: [1]}, f"{key}[0]", "text", id=f"{key} of numbers") for key in ("addressees", "distribution")),
    pytest.param({"addressees": ["a", None]}, "addressees[1]", "text", id="an addressee that is null"),
    pytest.param({"signing": "a"}, "signing", "object", id="a signature that is a text"),
    pytest.param({"signing": [{}, "a"]}, "signing[1]", "object", id="a second signature that is a text"),
    pytest.param({"signing": {"name": 1}}, "signing.name", "text", id="a name that is a number"),
    pytest.param({"page": []}, "page", "object", id="a page that is a list"),
    pytest.param({"page": {"gap": "6"}}, "page.gap", "number", id="a gap that is a text"),
    pytest.param({"page": {"gap": True}}, "page.gap", "number", id="a gap that is true"),
    pytest.param({"page": {"size": 4}}, "page.size", "text", id="a paper that is a number"),
    pytest.param({"body": ["a"]}, "body[0]", "object", id="a block that is a text"),
    pytest.param({"body": [None]}, "body[0]", "object", id="a block that is null"),
    pytest.param(a_body({"block": "article", "runs": {}}), "body[0].runs", "list", id="runs that are an object"),
    pytest.param(a_body({"block": "article", "runs": ["a"]}), "body[0].runs[0]", "object", id="a run that is a text"),
    pytest.param(with_run(text=1), "body[0].runs[1].text", "text", id="a run's text that is a number"),
    *(
        pytest.param(with_run(**{mark: 1}), f"body[0].runs[1].{mark}", "true, false", id=f"{mark} that is 1")
        for mark in ("bold", "italic", "underline", "super", "sub")
    ),
    pytest.param(with_run(note=True), "body[0].runs[1].note", "text", id="a note that is true"),
    pytest.param(a_body({**PARAGRAPH, "indent": "1"}), "body[0].indent", "number", id="an indent that is a text"),
    pytest.param(a_body({**BLOCKS["heading"], "level": "1"}), "body[0].level", "whole number", id="a level in words"),
    pytest.param(with_table(columns=3), "body[1].columns", "list", id="columns that are a number"),
    pytest.param(with_table(columns=[1, "a"]), "body[1].columns[1]", "number", id="a width that is a text"),
    pytest.param(with_table(rows=[{}]), "body[1].rows[0]", "list", id="a row that is an object"),
    pytest.param(with_table(rows=[[[], "a"]]), "body[1].rows[0][1]", "object", id="a cell that is a text"),
    pytest.param(with_cell(columns="2"), "body[1].rows[0][1].columns", "whole number", id="a span that is a text"),
]


@pytest.mark.parametrize(("members", "where", "wanted"), WRONG_TYPES)
def test_a_value_of_the_wrong_type_is_refused_with_what_belongs_there(
    members: dict[str, Any], where: str, wanted: str
) -> None:
    error = refusal(a_file(**members))

    assert (error.fault, error.where, error.wanted) == (Fault.WRONG_TYPE, where, wanted)


@pytest.mark.parametrize(
    ("members", "where", "found"),
    [
        pytest.param({"format": "vpdesk.dispatch/2"}, "format", "vpdesk.dispatch/2", id="a later format"),
        pytest.param({"page": {"size": "A3"}}, "page.size", "A3", id="paper"),
        pytest.param({"page": {"orientation": "upright"}}, "page.orientation", "upright", id="orientation"),
        pytest.param({"secrecy": "KÍN"}, "secrecy", "KÍN", id="secrecy"),
        pytest.param({"urgency": "GẤP"}, "urgency", "GẤP", id="urgency"),
        pytest.param({"urgency": "HỎA"}, "urgency", "HỎA", id="half an urgency"),
        pytest.param(a_body({"block": "image"}), "body[0].block", "image", id="an image"),
        pytest.param(a_body({"block": 7}), "body[0].block", "7", id="a kind that is a number"),
        pytest.param(a_body({"block": ["a"]}), "body[0].block", "[…]", id="a kind that is a list"),
        pytest.param(a_body({**PARAGRAPH, "align": "middle"}), "body[0].align", "middle", id="alignment"),
        pytest.param(a_body({**BLOCKS["division"], "kind": "bài"}), "body[0].kind", "bài", id="division"),
        pytest.param(with_cell(align="middle"), "body[1].rows[0][1].align", "middle", id="a cell's alignment"),
    ],
)
def test_a_word_that_is_not_on_the_list_is_refused_with_the_list(
    members: dict[str, Any], where: str, found: str
) -> None:
    error = refusal(a_file(**members))

    assert (error.fault, error.where, error.found) == (Fault.UNKNOWN_VALUE, where, found)
    assert error.wanted


def test_a_run_both_raised_and_lowered_is_refused() -> None:
    assert facts(a_file(**with_run(super=True, sub=True)))[:2] == (Fault.UNKNOWN_VALUE, "body[0].runs[1].sub")


@pytest.mark.parametrize(
    ("members", "where"),
    [
        *(
            pytest.param({key: value}, key, id=f"{key} {value}")
            for key in ("number", "copies")
            for value in (0, -1, 1_000_000)
        ),
        *(
            pytest.param({"page": {key: value}}, f"page.{key}", id=f"{key} {value}")
            for key, values in {"body_size": (5, 31), "leading": (5, 61), "gap": (-1, 61)}.items()
            for value in values
        ),
        pytest.param(a_body({**BLOCKS["heading"], "level": 0}), "body[0].level", id="heading 0"),
        pytest.param(a_body({**BLOCKS["heading"], "level": 7}), "body[0].level", id="heading 7"),
        pytest.param(a_body({**BLOCKS["bullet"], "level": 7}), "body[0].level", id="bullet 7"),
        pytest.param(a_body({**PARAGRAPH, "indent": -1}), "body[0].indent", id="an indent to the left"),
        pytest.param(a_body({**PARAGRAPH, "indent": 101}), "body[0].indent", id="an indent off the page"),
        pytest.param(with_table(columns=[1, 0]), "body[1].columns[1]", id="a column without width"),
        pytest.param(with_table(header_rows=2), "body[1].header_rows", id="more header rows than rows"),
        pytest.param(with_table(header_rows=-1), "body[1].header_rows", id="fewer header rows than none"),
        pytest.param(with_cell(columns=0), "body[1].rows[0][1].columns", id="a cell over no column"),
        pytest.param(with_cell(rows=1001), "body[1].rows[0][1].rows", id="a cell over a thousand rows"),
    ],
)
def test_a_number_out_of_range_is_refused_with_the_range(members: dict[str, Any], where: str) -> None:
    error = refusal(a_file(**members))

    assert (error.fault, error.where) == (Fault.OUT_OF_RANGE, where)
    assert "–" in error.wanted


@pytest.mark.parametrize(
    "day",
    [
        "2024-02-30",
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-04-31",
        "0000-01-01",
        "24/12/2024",
        "2024-12-4",
        "2024-1-04",
        "20241224",
        "2024-W52-2",
        "2024-12-24T00:00:00",
        " 2024-12-24",
        "２０２４-12-24",
        "hôm nay",
    ],
)
def test_a_day_that_does_not_exist_is_refused_as_it_was_written(day: str) -> None:
    error = refusal(a_file(date=day))

    assert (error.fault, error.where, error.found) == (Fault.NO_SUCH_DATE, "date", day)


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0", "\u200b"], ids=["nothing", "spaces", "a gap", "zero width"])
@pytest.mark.parametrize(
    ("where", "members"),
    [
        ("document_type", {"document_type": "{}"}),
        ("issuing_body", {"issuing_body": "{}"}),
        ("place", {"place": "{}"}),
        ("addressees[1]", {"addressees": ["a", "{}"]}),
        ("signing.name", {"signing": {"name": "{}"}}),
        ("body[0].title", a_body({**BLOCKS["division"], "title": "{}"})),
        ("body[0].runs[1].note", with_run(note="{}")),
        ("appendices[0].title", {"appendices": [{"title": "{}", "body": []}]}),
    ],
)
def test_a_text_with_nothing_in_it_is_refused(where: str, members: dict[str, Any], blank: str) -> None:
    filled = json.loads(json.dumps(a_tree(**members)).replace("{}", blank))

    assert facts(a_file(**filled))[:2] == (Fault.EMPTY, where)


def test_a_table_without_columns_is_refused() -> None:
    assert facts(a_file(**with_table(columns=[])))[:2] == (Fault.EMPTY, "body[1].columns")


# --- characters ---------------------------------------------------------------------------------------------------

FORBIDDEN = {
    "NUL": 0x00,
    "tab": 0x09,
    "vertical tab": 0x0B,
    "form feed": 0x0C,
    "carriage return": 0x0D,
    "escape": 0x1B,
    "delete": 0x7F,
    "next line": 0x85,
    "CSI": 0x9B,
    "line separator": 0x2028,
    "paragraph separator": 0x2029,
    "left-to-right mark": 0x200E,
    "right-to-left mark": 0x200F,
    "arabic letter mark": 0x061C,
    "left-to-right embedding": 0x202A,
    "right-to-left override": 0x202E,
    "left-to-right isolate": 0x2066,
    "pop isolate": 0x2069,
    "a lone high surrogate": 0xD83D,
    "a lone low surrogate": 0xDE00,
    "no character": 0xFFFE,
}


@pytest.mark.parametrize("code", FORBIDDEN.values(), ids=FORBIDDEN.keys())
@pytest.mark.parametrize(
    ("where", "members"),
    [
        ("place", {"place": "a{}b"}),
        ("issuing_body", {"issuing_body": "a\n{}b"}),
        ("addressees[0]", {"addressees": ["a{}"]}),
        ("signing.authority", {"signing": {"authority": "{}a"}}),
        ("body[0].runs[1].text", with_run(text="a{}b")),
        ("body[0].runs[1].note", with_run(note="a{}b")),
        ("document_type", {"document_type": "C{}V"}),
    ],
)
def test_a_character_that_may_not_stand_is_refused_by_its_code(where: str, members: dict[str, Any], code: int) -> None:
    data = a_file(**members).replace(b"{}", f"\\u{code:04x}".encode())

    assert facts(data) == (Fault.CONTROL_CHARACTER, where, f"U+{code:04X}")


@pytest.mark.parametrize(
    ("where", "members"),
    [
        pytest.param(key, {key: "a\nb"}, id=key)
        for key in ("document_type", "rules", "number_suffix", "symbol", "place", "typist_mark", "contact_line")
    ]
    + [
        pytest.param("addressees[0]", {"addressees": ["a\nb"]}, id="an addressee"),
        pytest.param("signing.name", {"signing": {"name": "a\nb"}}, id="a name"),
        pytest.param("body[0].number", a_body({**BLOCKS["division"], "number": "I\nII"}), id="a division's number"),
    ],
)
def test_a_line_end_is_refused_where_one_line_is_printed(where: str, members: dict[str, Any]) -> None:
    assert facts(a_file(**members)) == (Fault.CONTROL_CHARACTER, where, "U+000A")


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"\u001b[2J\u202e": 1}, id="in an unknown key"),
        pytest.param({"number": "\u001b[2J\u202e"}, id="in a value of the wrong type"),
        pytest.param({"body": [{"block": "\u001b[2J\u202e"}]}, id="in an unknown kind of block"),
        pytest.param({"number": "\ud800"}, id="a lone surrogate"),
        pytest.param({"body": "a\nb"}, id="a line end"),
    ],
)
def test_what_a_refusal_quotes_can_be_shown_on_a_terminal(members: dict[str, Any]) -> None:
    found = refusal(a_file(**members)).found

    assert found.isprintable(), ascii(found)


def test_what_a_repeated_key_is_called_can_be_shown_on_a_terminal() -> None:
    error = refusal(b'{"\\u001b[2J": 1, "\\u001b[2J": 1}')

    assert error.fault is Fault.REPEATED_KEY
    assert error.found.isprintable(), ascii(error.found)
    assert error.where.isprintable(), ascii(error.where)


# --- tables -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        pytest.param([[[]]], 0, id="a cell short"),
        pytest.param([[[], [], []]], 0, id="a cell too many"),
        pytest.param([[]], 0, id="an empty row"),
        pytest.param([[[], []], [[]]], 1, id="the second row a cell short"),
        pytest.param([[{"runs": [], "columns": 3}]], 0, id="a span too wide"),
        pytest.param([[[], {"runs": [], "columns": 2}]], 0, id="a span over the edge"),
        pytest.param([[{"runs": [], "rows": 2}, []], [[], []]], 1, id="a cell where one spans from above"),
        pytest.param([[[], {"runs": [], "rows": 2}], [{"runs": [], "columns": 2}]], 1, id="a span into a covered cell"),
        pytest.param([[{"runs": [], "rows": 2}, []], [[]], [[]]], 2, id="a cell short below a span that has ended"),
    ],
)
def test_a_table_row_that_does_not_fill_its_columns_is_refused(rows: list[Any], row: int) -> None:
    error = refusal(a_file(**with_table(rows=rows)))

    assert (error.fault, error.where, error.wanted) == (Fault.UNEVEN_TABLE, f"body[1].rows[{row}]", "2")
