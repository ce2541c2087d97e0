"""The laid-out page as data: exactly what the contract says, and what stands in the PDF."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from support.builders import a_dispatch, a_long_body, a_paragraph
from support.readers import glyphs, strokes

from vpdesk.domain.body import Elevation, Heading, Run
from vpdesk.export.frames import frames_json
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

TEXT = {
    "kind": str,
    "x": float,
    "y": float,
    "size": float,
    "bold": bool,
    "italic": bool,
    "text": str,
    "width": float,
    "component": str,
}
RULE = {"kind": str, "x1": float, "y1": float, "x2": float, "y2": float, "thickness": float, "component": str}
ORDER = ["2", "1", "3", "5b", "4", "9a", "6", "9b", "7a", "7b", "7c", "12"]


@pytest.fixture(scope="module")
def document(desk: Desk) -> PagedDocument:
    body = (
        Heading(2, (Run("1. Đầu mục"),)),
        a_paragraph(
            "Có ",
            Run("đậm", bold=True),
            ", ",
            Run("nghiêng", italic=True),
            ", ",
            Run("gạch chân", underline=True),
            ", m",
            Run("2", elevation=Elevation.RAISED),
            " và 漢.",
        ),
        *a_long_body(500),
    )
    return lay_out(desk, a_dispatch(body=body, typist_mark="VTH", copies=45)).document


@pytest.fixture(scope="module")
def frames(document: PagedDocument) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(frames_json(document))
    return found


def is_a(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind)


def test_pages_items_and_their_members_are_those_of_the_contract(frames: dict[str, Any]) -> None:
    assert frames.keys() == {"pages"}
    assert len(frames["pages"]) > 1
    for page in frames["pages"]:
        assert page.keys() == {"width", "height", "items"}
        for item in page["items"]:
            wanted = {"text": TEXT, "rule": RULE}[item["kind"]]
            assert item.keys() == wanted.keys()
            assert all(is_a(item[key], kind) for key, kind in wanted.items()), item


def test_components_are_numbered_as_the_form_is(frames: dict[str, Any]) -> None:
    found = {item["component"] for page in frames["pages"] for item in page["items"]}

    assert found >= set(ORDER)
    assert [one for one in found if one and not re.fullmatch(r"\d{1,2}[a-c]?|page", one)] == []


def test_components_come_in_reading_order(frames: dict[str, Any]) -> None:
    seen = list(dict.fromkeys(item["component"] for page in frames["pages"] for item in page["items"]))
    seen = [one for one in seen if one in ORDER]

    assert seen.index("1") < seen.index("9a") < seen.index("6") < seen.index("7a") < seen.index("7c")
    assert seen.index("2") < seen.index("3") < seen.index("5b") < seen.index("9a")


def test_pages_are_a4_in_points(frames: dict[str, Any]) -> None:
    for page in frames["pages"]:
        assert (page["width"], page["height"]) == pytest.approx((210 / 25.4 * 72, 297 / 25.4 * 72), abs=0.01)


def test_nothing_stands_outside_the_margins(frames: dict[str, Any]) -> None:
    left, right = 30 / 25.4 * 72, 195 / 25.4 * 72
    for page in frames["pages"]:
        for item in page["items"]:
            ends = (item["x"], item["x"] + item["width"]) if item["kind"] == "text" else (item["x1"], item["x2"])
            trailing = item.get("text", "").endswith(" ") * 20
            assert left - 0.01 <= ends[0] <= ends[1] <= right + 0.01 + trailing, item


def test_a_rule_is_level(frames: dict[str, Any]) -> None:
    rules = [item for page in frames["pages"] for item in page["items"] if item["kind"] == "rule"]

    assert rules
    assert all(rule["y1"] == rule["y2"] and rule["x1"] < rule["x2"] and rule["thickness"] > 0 for rule in rules)


def test_text_is_written_in_its_own_letters(document: PagedDocument) -> None:
    assert "BAN TUYÊN GIÁO" in frames_json(document)
    assert "\\u" not in frames_json(document)


def test_every_run_stands_in_the_pdf_where_it_says(desk: Desk, document: PagedDocument, frames: dict[str, Any]) -> None:
    found = iter(glyphs(desk.press.pdf(document)))
    for number, page in enumerate(frames["pages"]):
        for item in page["items"]:
            if item["kind"] != "text":
                continue
            run = [next(found) for _ in item["text"]]
            assert "".join(one.text for one in run) == item["text"]
            first, last = run[0], run[-1]
            assert first.page == number
            assert (first.x, first.y, first.size) == pytest.approx((item["x"], item["y"], item["size"]), abs=0.1)
            assert (first.bold, first.italic) == (item["bold"], item["italic"])
            if not item["text"].endswith(" "):
                assert last.x + last.width == pytest.approx(item["x"] + item["width"], abs=0.1)
    assert next(found, None) is None


def test_every_rule_stands_in_the_pdf_where_it_says(
    desk: Desk, document: PagedDocument, frames: dict[str, Any]
) -> None:
    wanted = [
        (number, item["x1"], item["x2"], item["y1"], item["thickness"])
        for number, page in enumerate(frames["pages"])
        for item in page["items"]
        if item["kind"] == "rule"
    ]

    assert [tuple(map(float, one)) for one in strokes(desk.press.pdf(document))] == [
        pytest.approx(one, abs=0.1) for one in wanted
    ]


def test_the_same_document_gives_the_same_text(document: PagedDocument) -> None:
    assert frames_json(document) == frames_json(document)
    assert frames_json(document).endswith("}\n")
