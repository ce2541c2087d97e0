"""Hundreds of dispatches against the rules of the guidance, and the oracle against pages with a fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from layout.plate import plate_faults
from layout.variants import Variant, a_letter, a_named, all_variants, mixed, paragraph, text

from vpdesk.domain.body import Bullet, Heading, Run
from vpdesk.domain.dispatch import Dispatch
from vpdesk.export.frames import frames_json
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

Frames = dict[str, Any]


def frames_of(desk: Desk, dispatch: Dispatch, *, duplex: bool = False) -> Frames:
    frames: Frames = json.loads(frames_json(lay_out(desk, dispatch, duplex=duplex).document))
    return frames


def as_fitted(desk: Desk, variant: Variant) -> tuple[Frames, Dispatch, int]:
    """The frames, the dispatch with the figures the fit gave its page, and the lines that go with the signature."""
    document = lay_out(desk, variant.dispatch, duplex=variant.duplex).document
    moved = [fitting.after for fitting in document.fittings if fitting.after]
    page = moved[0] if moved else variant.dispatch.page
    company = 3 if any(fitting.moved_along for fitting in document.fittings) else 2
    return json.loads(frames_json(document)), replace(variant.dispatch, page=page), company


def complain(faults: list[str]) -> None:
    """Fail with every fault on a line of its own."""
    if faults:
        pytest.fail("\n".join(faults[:20]), pytrace=False)


@pytest.mark.parametrize("variant", all_variants(), ids=lambda variant: variant.name)
def test_a_dispatch_of_any_kind_is_as_the_guidance_wants_it(desk: Desk, variant: Variant) -> None:
    frames, dispatch, company = as_fitted(desk, variant)
    complain(plate_faults(frames, dispatch, variant.pack, duplex=variant.duplex, company=company))


def test_two_hundred_pages_are_as_the_guidance_wants_them(desk: Desk) -> None:
    body = tuple(
        block
        for chapter in range(210)
        for block in (
            Heading(1, (Run(f"{chapter + 1}. Nội dung"),)),
            *text(7, 80),
            *(Bullet(1, (Run(f"việc thứ {k} của chương này, cần làm ngay trong năm"),)) for k in range(chapter % 5)),
        )
    )
    dispatch = a_named("BC", body=body)
    frames = frames_of(desk, dispatch)

    assert len(frames["pages"]) > 200
    complain(plate_faults(frames, dispatch, "party-2018"))


# --- the oracle sees what is wrong --------------------------------------------------------------------------------

SPECIMEN = a_named(
    "KH",
    addressees=("Các chi bộ", "Các đảng bộ"),
    body=(
        *text(6),
        mixed("Một ", Run("câu gạch chân", underline=True), " và một ", Run("câu đậm", bold=True), " ở đây."),
        Heading(2, (Run("2. Mục cuối"),)),
        paragraph(60),
        *text(8),
        mixed("Trân trọng."),
    ),
    typist_mark="VTH",
    draft_notice="Dự thảo",
)


def items(frames: Frames, component: str, kind: str = "text") -> list[dict[str, Any]]:
    return [
        item
        for page in frames["pages"]
        for item in page["items"]
        if (item["component"], item["kind"]) == (component, kind)
    ]


def change(component: str, which: int = 0, kind: str = "text", **by: float) -> Callable[[Frames], None]:
    """Add to figures of one item."""

    def spoil(frames: Frames) -> None:
        item = items(frames, component, kind)[which]
        for key, amount in by.items():
            item[key] += amount

    return spoil


def put(component: str, which: int = 0, **values: Any) -> Callable[[Frames], None]:
    """Set values of one item."""

    def spoil(frames: Frames) -> None:
        items(frames, component)[which].update(values)

    return spoil


def drop(component: str, which: int = 0, kind: str = "text") -> Callable[[Frames], None]:
    def spoil(frames: Frames) -> None:
        item = items(frames, component, kind)[which]
        for page in frames["pages"]:
            page["items"] = [other for other in page["items"] if other is not item]

    return spoil


def shift(component: str, **by: float) -> Callable[[Frames], None]:
    """Add to figures of every item of a component."""

    def spoil(frames: Frames) -> None:
        for item in items(frames, component):
            for key, amount in by.items():
                item[key] += amount

    return spoil


def each(*spoils: Callable[[Frames], None]) -> Callable[[Frames], None]:
    """Do one after the other."""

    def spoil(frames: Frames) -> None:
        for one in spoils:
            one(frames)

    return spoil


def widen(by: float) -> Callable[[Frames], None]:
    """Add to the width of the first line that fills its measure."""

    def spoil(frames: Frames) -> None:
        next(item for item in items(frames, "6") if item["width"] > 467)["width"] += by

    return spoil


def swap_lines(frames: Frames) -> None:
    one, other = items(frames, "6")[1:3]
    one["text"], other["text"] = other["text"], one["text"]


def repeat_a_word(frames: Frames) -> None:
    item = items(frames, "6")[1]
    item["text"] += " " + item["text"].split()[-1]


def lines_of_page(frames: Frames, number: int) -> list[dict[str, Any]]:
    return [item for item in frames["pages"][number]["items"] if (item["component"], item["kind"]) == ("6", "text")]


def send_on(count: int) -> Callable[[Frames], None]:
    """Move the last lines of page 1 to the top of page 2, and all below down."""

    def spoil(frames: Frames) -> None:
        first, second = frames["pages"][0], frames["pages"][1]
        baselines = sorted({item["y"] for item in lines_of_page(frames, 0)})[-count:]
        moved = [item for item in lines_of_page(frames, 0) if item["y"] >= baselines[0]]
        first["items"] = [item for item in first["items"] if item not in moved]
        top = min(item["y"] for item in lines_of_page(frames, 1))
        for item in second["items"]:
            if item["component"] != "page":
                for key in ("y", "y1", "y2"):
                    if key in item:
                        item[key] += baselines[-1] - baselines[0] + 18
        for item in moved:
            item["y"] += top - baselines[0]
        second["items"] = [second["items"][0], *moved, *second["items"][1:]]

    return spoil


FAULTS: dict[str, Callable[[Frames], None]] = {
    "a sheet of another size": lambda frames: frames["pages"][0].update(height=792.0),
    "the title moved": change("1", x=1.0),
    "the rule of the title too long": change("1", kind="rule", x2=1.0),
    "the rule of the title above it": change("1", kind="rule", y1=-10.0, y2=-10.0),
    "no rule": drop("1", kind="rule"),
    "the title in 14 points": put("1", size=14.0),
    "a parent body in bold": put("2", bold=True),
    "an issuing body not in bold": put("2", 1, bold=False),
    "the star at the margin": put("2", 2, x=85.04),
    "no star": drop("2", 2),
    "the number below the date": change("3", y=1.0),
    "the date upright": put("4", italic=False),
    "the month with a zero": put("4", text="Hà Ninh, ngày 03 tháng 012 năm 2024"),
    "both columns moved": each(shift("2", x=2.0), shift("3", x=2.0)),
    "the draft notice over the date": change("11b", y=-20.0),
    "the type's name in 14 points": put("5a", size=14.0),
    "the type's name beside the middle": change("5a", x=2.0),
    "the subject not in bold": put("5a", 1, bold=False),
    "four hyphens": put("5a", -1, text="----"),
    "a salutation with no slant": put("9a", italic=False),
    "an addressee not lined up": change("9a", 3, x=1.0),
    "addressees closed with semicolons": put("9a", 2, text="Các chi bộ;"),
    "the first line without indent": put("6", x=85.04),
    "a line a point too low": change("6", 1, y=1.0),
    "a line that does not fill its measure": widen(-2.0),
    "a line too wide": widen(2.0),
    "a word too few": lambda frames: items(frames, "6")[1].update(text=items(frames, "6")[1]["text"].rsplit(" ", 1)[0]),
    "a word twice": repeat_a_word,
    "two lines swapped": swap_lines,
    "a body in 13 points": put("6", size=13.0),
    "no underline": drop("6", kind="rule"),
    "an underline too far down": change("6", kind="rule", y1=5.0, y2=5.0),
    "a widow": send_on(1),
    "a page not filled": send_on(6),
    "no page number": drop("page"),
    "a page number too low": change("page", y=2.0),
    "a page number beside the middle": change("page", x=2.0),
    "a page number of the page before": put("page", text="1"),
    "Nơi nhận below the authority": change("9b", y=2.0),
    "Nơi nhận not underlined": drop("9b", kind="rule"),
    "a recipient in 14 points": put("9b", 2, size=14.0),
    "a recipient moved": change("9b", 1, x=3.0),
    "a recipient a point too low": each(change("9b", -1, y=1.0), change("9b", -2, y=1.0)),
    "an authority not in bold": put("7a", bold=False),
    "a position in bold": put("7b", bold=True),
    "a name two points too low": change("7c", y=2.0),
    "a name not under its position": change("7c", x=2.0),
    "a typist's mark in 12 points": put("12", size=12.0),
    "a stranger": lambda frames: items(frames, "12")[0].update(component="13"),
}


def test_the_specimen_is_right_before_it_is_spoilt(desk: Desk) -> None:
    frames = frames_of(desk, SPECIMEN)

    assert len(frames["pages"]) == 2
    assert plate_faults(frames, SPECIMEN, "party-2018") == []


@pytest.mark.parametrize("spoil", FAULTS.values(), ids=FAULTS.keys())
def test_the_oracle_finds_a_fault(desk: Desk, spoil: Callable[[Frames], None]) -> None:
    frames = frames_of(desk, SPECIMEN)
    spoil(frames)

    assert plate_faults(frames, SPECIMEN, "party-2018") != []


def test_the_oracle_finds_a_signature_that_stands_alone(desk: Desk) -> None:
    dispatch = a_letter(body=text(4))
    frames = frames_of(desk, dispatch)
    last = frames["pages"][-1]
    closing = [item for item in last["items"] if item["component"] in {"7a", "7b", "7c", "9b"}]
    last["items"] = [item for item in last["items"] if item not in closing]
    number = str(len(frames["pages"]) + 1)
    page_number = {**closing[-1], "component": "page", "text": number, "x": 315.4, "y": 37.66, "bold": False}
    frames["pages"].append({**last, "items": [page_number, *closing]})

    assert any("signature stands" in fault for fault in plate_faults(frames, dispatch, "party-2018"))


def test_the_oracle_knows_both_packs(desk: Desk) -> None:
    dispatch = a_named("TTr", addressees=("Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy"))
    frames = frames_of(desk, dispatch)

    assert plate_faults(frames, dispatch, "party-2018") == []
    assert len(plate_faults(frames, dispatch, "party-2026")) >= 2
