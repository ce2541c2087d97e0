"""The sample, changed in more than a hundred ways: each page is held against the rules, not against stored output."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from layout.plate import faults

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Bullet,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
)
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch, Orientation, PageSetup, PaperSize, Signing
from vpdesk.export.frames import frames_json
from vpdesk.paths import Places
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk, open_desk
from vpdesk.services.typesetting import lay_out, read_dispatch
from vpdesk.settings import Settings

SAMPLE = read_dispatch(sample_path())
LONG = "Thực hiện tốt công tác tuyên truyền, vận động trong cán bộ, đảng viên và Nhân dân trên địa bàn huyện. " * 3
TYPES = "CV KH HD BC TB TTr QĐ QyĐ NQ KL CT CTr ĐA PA QC TT BB GM GGT".split()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk(Places(Path(tmp_path_factory.mktemp("data"))), Settings())


def frames_of(desk: Desk, dispatch: Dispatch) -> tuple[dict[str, Any], str]:
    laid_out = lay_out(desk, dispatch)
    frames: dict[str, Any] = json.loads(frames_json(laid_out.document))
    return frames, laid_out.pack.name


def many(count: int) -> tuple[str, ...]:
    return tuple(f"Cơ quan, đơn vị thứ {number} trực thuộc Huyện ủy" for number in range(1, count + 1))


def with_body(*blocks: Block) -> Dispatch:
    return replace(SAMPLE, body=(*SAMPLE.body[:2], *blocks, *SAMPLE.body[-2:]))


def tripled(name: str) -> str:
    return f"{name}, {name} VÀ {name}"


def run(text: str, **style: Any) -> Run:
    return Run(text, **style)


STYLED = Paragraph(
    (
        run("Chữ thường, "),
        run("chữ đậm nối liền", bold=True),
        run(" chữ nghiêng ", italic=True),
        run("gạch chân nhiều chữ", underline=True),
        run(", nước H"),
        run("2", elevation=Elevation.LOWERED),
        run("O, 25 m"),
        run("2", elevation=Elevation.RAISED),
        run(" " + LONG),
    )
)

MUTATIONS: dict[str, Dispatch] = {
    **{f"type {code}": replace(SAMPLE, document_type=code, symbol=None) for code in TYPES},
    **{f"type {code} in 2026": replace(SAMPLE, document_type=code, date=date(2026, 9, 3)) for code in TYPES},
    **{f"{count} addressees": replace(SAMPLE, addressees=many(count)) for count in (0, 1, 2, 3, 40, 60)},
    **{f"{count} recipients": replace(SAMPLE, distribution=many(count)) for count in (0, 1, 2, 3, 40, 60, 100)},
    "an issuing body of triple length": replace(SAMPLE, issuing_body=tripled(SAMPLE.issuing_body)),
    "both bodies of triple length": replace(
        SAMPLE, issuing_body=tripled(SAMPLE.issuing_body), parent_body=tripled(SAMPLE.parent_body or "")
    ),
    "the longest real head": replace(SAMPLE, parent_body="ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG"),
    "no superior body": replace(SAMPLE, parent_body=None),
    "a place of triple length": replace(SAMPLE, place="Hà Ninh, Hà Tân và Hà Bình"),
    "a subject of triple length": replace(SAMPLE, subject_summary=f"{SAMPLE.subject_summary} " * 3),
    "a signatory of triple length": replace(
        SAMPLE, signing=(Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "Công Tằng Tôn Nữ Thị Minh Nguyệt"),)
    ),
    "the head signs himself": replace(SAMPLE, signing=(Signing(None, "TRƯỞNG BAN", "Trần Văn Phúc"),)),
    "a member signs without position": replace(SAMPLE, signing=(Signing("T/M BAN THƯỜNG VỤ", None, "Lê Mai"),)),
    "no name yet": replace(SAMPLE, signing=(Signing("T/M HUYỆN ỦY", "BÍ THƯ", None),)),
    "no signature": replace(SAMPLE, signing=()),
    "no number": replace(SAMPLE, number=None),
    "no number and no symbol": replace(SAMPLE, number=None, symbol=None),
    "a number below ten": replace(SAMPLE, number=7),
    "a number with a suffix": replace(SAMPLE, number=7, number_suffix="a"),
    "no date": replace(SAMPLE, date=None),
    "no place": replace(SAMPLE, place=None),
    "no subject": replace(SAMPLE, subject_summary=None),
    "a plan without subject": replace(SAMPLE, document_type="KH", subject_summary=None),
    "no body": replace(SAMPLE, body=()),
    "nothing but what must be": Dispatch("CV", "BAN TUYÊN GIÁO"),
    "every mark": replace(
        SAMPLE,
        urgency=Urgency.EXPRESS,
        circulation_notice="XONG HỘI NGHỊ TRẢ LẠI",
        draft_notice="Dự thảo lần 2",
        typist_mark="VTH",
        copies=45,
    ),
    "bases": replace(
        SAMPLE,
        document_type="QĐ",
        body=tuple(Basis((run(f"Căn cứ văn bản số {n}-QĐ/HU"),)) for n in range(3)) + SAMPLE.body,
    ),
    "headings of six levels": with_body(
        *(block for level in range(1, 7) for block in (Heading(level, (run("I- MỤC LỚN"),)), Paragraph((run(LONG),))))
    ),
    "a division and articles": with_body(
        Division(DivisionKind.CHAPTER, "I", "Quy định chung"),
        Article((run("Điều 1. Phạm vi điều chỉnh"),)),
        Paragraph((run(LONG),)),
    ),
    "bullets of three levels": with_body(*(Bullet(level, (run(LONG),)) for level in (1, 2, 3))),
    "every style of run": with_body(STYLED),
    "every alignment": with_body(*(Paragraph((run(LONG),), align) for align in Alignment)),
    "an indent of its own": with_body(Paragraph((run(LONG),), indent=25.0)),
    "line feeds": with_body(Paragraph((run("Một dòng\nhai dòng\n" + LONG),))),
    "a word wider than the line": with_body(Paragraph((run(f"Xem {'x' * 300} tiếp theo."),))),
    "a link wider than the line": with_body(Paragraph((run("https://" + "tuyen-giao/ha-ninh." * 12),))),
    "a body's name in one word": replace(SAMPLE, issuing_body="BANTUYÊNGIÁO" * 6),
    "characters no face has": with_body(Paragraph((run("Chữ 漢字 và 😀 ở giữa câu."),))),
    "spaces of all kinds": with_body(Paragraph((run("Hai  dấu cách, không\u00a0cắt  và\u00a0\u00a0 nữa. " + LONG),))),
    "runs and paragraphs with nothing in them": with_body(Paragraph(()), Paragraph((run(""), run(LONG), run("")))),
    "a page break": with_body(PageBreak(), Paragraph((run(LONG),))),
    "two page breaks together": with_body(PageBreak(), PageBreak(), Paragraph((run(LONG),))),
    "A5": replace(SAMPLE, page=PageSetup(size=PaperSize.A5)),
    "a landscape page": replace(SAMPLE, page=PageSetup(orientation=Orientation.LANDSCAPE)),
    "large and loose": replace(SAMPLE, page=PageSetup(body_size=15, leading=22, gap=10)),
    **{
        f"{count} lines before the signature": replace(SAMPLE, body=(Paragraph((run("Một dòng."),)),) * count)
        for count in range(14, 34)
    },
    **{f"{count} short paragraphs": replace(SAMPLE, body=(Paragraph((run(LONG),)),) * count) for count in range(4, 16)},
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_changed_dispatch_still_keeps_the_rules(desk: Desk, name: str) -> None:
    frames, pack = frames_of(desk, MUTATIONS[name])

    assert faults(frames, MUTATIONS[name], pack, desk.fonts) == []


def moved(component: str, change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
    def act(frames: dict[str, Any]) -> None:
        change(next(item for page in frames["pages"] for item in page["items"] if item["component"] == component))

    return act


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(moved("1", lambda item: item.update(x=item["x"] + 2)), id="the title beside its rule"),
        pytest.param(moved("4", lambda item: item.update(y=item["y"] + 2)), id="the date below the number"),
        pytest.param(moved("5b", lambda item: item.update(size=13)), id="a subject too large"),
        pytest.param(moved("6", lambda item: item.update(x=item["x"] + 2)), id="a first line moved"),
        pytest.param(moved("6", lambda item: item.update(y=item["y"] - 2)), id="a line out of its pitch"),
        pytest.param(moved("7a", lambda item: item.update(bold=False)), id="an authority not bold"),
        pytest.param(moved("9b", lambda item: item.update(y=item["y"] + 3)), id="recipients below the authority"),
        pytest.param(moved("page", lambda item: item.update(y=item["y"] + 2)), id="a page number too low"),
        pytest.param(moved("6", lambda item: item.update(text=item["text"][5:])), id="a word lost"),
    ],
)
def test_what_breaks_a_rule_is_found(desk: Desk, spoil: Callable[[dict[str, Any]], None]) -> None:
    frames, pack = frames_of(desk, SAMPLE)
    spoil(frames)

    assert faults(frames, SAMPLE, pack, desk.fonts)


@pytest.mark.parametrize("order", [range(1, 9), range(8, 0, -1)], ids=["growing", "shrinking"])
def test_a_typesetter_with_a_memory_makes_the_pages_of_a_new_one(desk: Desk, order: range) -> None:
    for times in order:
        dispatch = replace(SAMPLE, body=SAMPLE.body * times)
        fresh = open_desk(desk.places, desk.settings)

        remembered, anew = lay_out(desk, dispatch).document, lay_out(fresh, dispatch).document
        assert frames_json(remembered) == frames_json(anew)
        blocks = [[[frame.block for frame in page.frames] for page in one.pages] for one in (remembered, anew)]
        assert blocks[0] == blocks[1]


def test_a_word_changed_in_the_middle_gives_the_pages_of_a_new_typesetter(desk: Desk) -> None:
    body = SAMPLE.body * 12
    lay_out(desk, replace(SAMPLE, body=body))
    for changed in (
        (*body[:80], Paragraph((run("Một đoạn mới. " + LONG),)), *body[81:]),
        (*body[:80], Paragraph((run("Thêm một đoạn."),)), *body[80:]),
        (*body[:70], *body[75:]),
    ):
        dispatch = replace(SAMPLE, body=changed)

        remembered = lay_out(desk, dispatch).document
        assert frames_json(remembered) == frames_json(lay_out(open_desk(desk.places, desk.settings), dispatch).document)
