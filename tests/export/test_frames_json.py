"""The frame dump: its form by the contract, and the PDF painted to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from support.builders import a_bare_dispatch, a_dispatch, a_long_body, a_paragraph
from support.golden import assert_golden
from support.readers import Glyph, glyphs, strokes

from vpdesk.domain.body import Elevation, Heading, Run
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch
from vpdesk.export.frames import frames_json
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch

COMPONENTS = {
    "1",
    "2",
    "3",
    "4",
    "5a",
    "5b",
    "6",
    "7a",
    "7b",
    "7c",
    "8",
    "9a",
    "9b",
    "10a",
    "10b",
    "11a",
    "11b",
    "12",
    "13",
}
RICH = a_dispatch(
    "KH",
    urgency=Urgency.EXPRESS,
    draft_notice="Dự thảo lần 2",
    typist_mark="VTH",
    copies=45,
    body=(
        Heading(1, (Run("I- MỤC TIÊU"),)),
        a_paragraph(
            "thường ", Run("đậm ", bold=True), Run("nghiêng ", italic=True), Run("cả hai", bold=True, italic=True)
        ),
        a_paragraph("gạch ", Run("chân dài", underline=True), " m", Run("2", elevation=Elevation.RAISED), " H"),
        a_paragraph("ngoài bảng mã: Ω Ж 中 trong dòng"),
        *a_long_body(700),
    ),
)
DISPATCHES: dict[str, Callable[[], Dispatch]] = {
    "the sample": lambda: read_dispatch(sample_path()),
    "a rich plan": lambda: RICH,
    "a bare draft": a_bare_dispatch,
}


def frames_of(desk: Desk, dispatch: Dispatch, *, duplex: bool = False) -> dict[str, Any]:
    frames: dict[str, Any] = json.loads(frames_json(lay_out(desk, dispatch, duplex=duplex).document))
    return frames


@pytest.fixture(params=list(DISPATCHES.values()), ids=list(DISPATCHES))
def dispatch(request: pytest.FixtureRequest) -> Dispatch:
    made: Dispatch = request.param()
    return made


def test_a_dump_has_the_keys_of_the_contract_and_no_others(desk: Desk, dispatch: Dispatch) -> None:
    frames = frames_of(desk, dispatch)

    assert list(frames) == ["pages"]
    for page in frames["pages"]:
        assert list(page) == ["width", "height", "items"]
        for item in page["items"]:
            kind = item["kind"]
            assert kind in {"text", "rule"}
            assert list(item)[1:] == (
                ["x", "y", "size", "bold", "italic", "text", "width", "component"]
                if kind == "text"
                else ["x1", "y1", "x2", "y2", "thickness", "component"]
            )
            for key, value in item.items():
                wanted = (
                    str if key in {"kind", "text", "component"} else bool if key in {"bold", "italic"} else (int, float)
                )
                assert isinstance(value, wanted), key


def test_every_item_belongs_to_a_cell_of_the_form_or_is_a_page_number(desk: Desk, dispatch: Dispatch) -> None:
    pages = frames_of(desk, dispatch)["pages"]
    found = {item["component"] for page in pages for item in page["items"]}

    assert found - {"page"} <= COMPONENTS
    assert ("page" in found) is (len(pages) > 1)


def test_every_item_stands_on_the_sheet(desk: Desk, dispatch: Dispatch) -> None:
    for page in frames_of(desk, dispatch)["pages"]:
        for item in page["items"]:
            left, right = (item["x"], item["x"] + item["width"]) if item["kind"] == "text" else (item["x1"], item["x2"])
            assert 0 < left <= right < page["width"]
            assert 0 < item.get("y", item.get("y1")) < page["height"]


def test_a_rule_is_level_and_has_a_length(desk: Desk, dispatch: Dispatch) -> None:
    rules = [item for page in frames_of(desk, dispatch)["pages"] for item in page["items"] if item["kind"] == "rule"]

    assert rules
    assert all(rule["y1"] == rule["y2"] and rule["x1"] < rule["x2"] and rule["thickness"] > 0 for rule in rules)


def test_pages_are_a4_in_points(desk: Desk, dispatch: Dispatch) -> None:
    for page in frames_of(desk, dispatch)["pages"]:
        assert (page["width"], page["height"]) == pytest.approx((210 / 25.4 * 72, 297 / 25.4 * 72), abs=0.01)


def test_components_come_in_reading_order(desk: Desk) -> None:
    """The left column of the head, its right column, the text, the signature beside the distribution."""
    items = [item for page in frames_of(desk, RICH)["pages"] for item in page["items"]]
    seen = [one for one in dict.fromkeys(item["component"] for item in items) if one != "page"]

    assert seen[:7] == ["2", "3", "10b", "1", "4", "11b", "5a"]
    assert seen[7:9] == ["9a", "6"]
    assert set(seen[9:]) == {"9b", "12", "7a", "7b", "7c"}
    assert seen.index("7a") < seen.index("7b") < seen.index("7c")


def test_text_is_written_in_its_own_letters_and_ends_with_a_line_end(desk: Desk) -> None:
    text = frames_json(lay_out(desk, a_dispatch()).document)

    assert "BAN TUYÊN GIÁO" in text
    assert text.endswith("}\n")


def test_no_run_is_empty(desk: Desk, dispatch: Dispatch) -> None:
    texts = [item["text"] for page in frames_of(desk, dispatch)["pages"] for item in page["items"] if "text" in item]

    assert all(text.strip() for text in texts if "\u00a0" not in text)


def test_a_small_dispatch_has_this_dump(desk: Desk) -> None:
    dispatch = a_dispatch(addressees=("Chi bộ A", "Chi bộ B"), subject_summary="V/v mở lớp", distribution=("Như trên",))
    pages = frames_of(desk, dispatch)["pages"]
    lines = [f"page {page['width']:g} x {page['height']:g}" for page in pages[:1]]
    for item in pages[0]["items"]:
        if item["kind"] == "rule":
            lines.append(
                f"{item['component']:>3} {item['x1']:8.2f} {item['y1']:8.2f} rule {item['x2'] - item['x1']:.2f} long,"
                f" {item['thickness']:g} thick"
            )
        else:
            style = " ".join(word for word in ("bold", "italic") if item[word])
            lines.append(
                f"{item['component']:>3} {item['x']:8.2f} {item['y']:8.2f} {item['width']:8.2f} wide {item['size']:g}"
                f" {style or 'regular'} “{item['text']}”".replace("\u00a0", "~")
            )

    assert_golden("frames.txt", "".join(f"{line}\n" for line in lines))


# --- the PDF is painted to it -------------------------------------------------------------------------------------


def _runs_with_glyphs(frames: dict[str, Any], found: list[Glyph]) -> list[tuple[int, dict[str, Any], list[Glyph]]]:
    """Each run with the characters of the PDF that make it up; both are in reading order."""
    pairs = []
    position = 0
    for number, page in enumerate(frames["pages"]):
        for item in page["items"]:
            if item["kind"] == "text":
                length = len(item["text"])
                pairs.append((number, item, found[position : position + length]))
                position += length
    assert position == len(found)
    return pairs


def test_every_run_stands_in_the_pdf_where_the_dump_says(desk: Desk, dispatch: Dispatch) -> None:
    document = lay_out(desk, dispatch).document
    frames = json.loads(frames_json(document))

    for number, item, characters in _runs_with_glyphs(frames, glyphs(desk.press.pdf(document))):
        first = characters[0]
        assert "".join(one.text for one in characters) == item["text"]
        assert {(one.page, one.bold, one.italic) for one in characters} == {(number, item["bold"], item["italic"])}
        assert {round(one.size, 1) for one in characters} == {round(item["size"], 1)}
        assert all(abs(one.y - item["y"]) < 0.1 for one in characters)
        assert first.x == pytest.approx(item["x"], abs=0.1)


def test_every_run_is_as_wide_in_the_pdf_as_the_dump_says(desk: Desk, dispatch: Dispatch) -> None:
    """Read from where each character ends; the gap that justifies stands behind a space and is not part of it."""
    document = lay_out(desk, dispatch).document
    frames = json.loads(frames_json(document))

    for _, item, characters in _runs_with_glyphs(frames, glyphs(desk.press.pdf(document))):
        last = characters[-1]
        if last.text != " ":
            assert last.x + last.width - characters[0].x == pytest.approx(item["width"], abs=0.1), item["text"]


def test_every_rule_stands_in_the_pdf_where_the_dump_says(desk: Desk, dispatch: Dispatch) -> None:
    document = lay_out(desk, dispatch).document
    frames = json.loads(frames_json(document))
    told = [
        (number, item["x1"], item["x2"], item["y1"], item["thickness"])
        for number, page in enumerate(frames["pages"])
        for item in page["items"]
        if item["kind"] == "rule"
    ]
    found = strokes(desk.press.pdf(document))

    assert len(told) == len(found)
    for wanted, stroke in zip(told, found, strict=True):
        assert tuple(stroke) == pytest.approx(wanted, abs=0.1)


def test_a_run_moved_by_a_fifth_of_a_point_is_caught(desk: Desk) -> None:
    document = lay_out(desk, a_dispatch()).document
    frames = json.loads(frames_json(document))
    found = [one._replace(x=one.x + 0.2) for one in glyphs(desk.press.pdf(document))]

    _, item, characters = _runs_with_glyphs(frames, found)[3]
    assert characters[0].x != pytest.approx(item["x"], abs=0.1)


def test_even_pages_are_mirrored_for_printing_on_both_sides(desk: Desk) -> None:
    single, double = (frames_of(desk, RICH, duplex=duplex)["pages"] for duplex in (False, True))

    assert len(single) > 2
    assert len(double) == len(single)
    for number, (one, other) in enumerate(zip(single, double, strict=True), start=1):
        shift = 0.0 if number % 2 else -(30 - 15) * 72 / 25.4
        assert [item.get("x", item.get("x1")) + shift for item in one["items"]] == pytest.approx(
            [item.get("x", item.get("x1")) for item in other["items"]], abs=0.01
        )
        assert [item.get("text") for item in one["items"]] == [item.get("text") for item in other["items"]]
