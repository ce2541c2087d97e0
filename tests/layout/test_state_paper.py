"""A paper of the state, by the decree: the figures that part it from the Party's."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from layout.sheet import POINTS_PER_MM, Row, Sheets, read_sheets
from support.builders import a_dispatch, a_paragraph

from vpdesk.domain.body import Basis, Run
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Appendix, CertifiedCopy, CopyKind, Dispatch, Signing
from vpdesk.export.frames import frames_json
from vpdesk.layout.frame import GlyphRun, Stroke
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

LEFT, RIGHT = 30 * POINTS_PER_MM, 195 * POINTS_PER_MM


def a_state_paper(type: str = "QĐ", **changes: Any) -> Dispatch:  # noqa: A002 -- reads as what it means
    """A complete small paper of a commune's committee, with these members in place of its own."""
    members = {
        "rules": "state-2020",
        "date": date(2026, 9, 3),
        "parent_body": "HỘI ĐỒNG NHÂN DÂN",
        "issuing_body": "ỦY BAN NHÂN DÂN",
        "number": 7,
        "symbol": f"{type}-UBND",
        "subject_summary": "Về việc thành lập tổ công tác",
        "addressees": (),
        "body": (Basis((Run("Căn cứ Luật Tổ chức"),)), Basis((Run("Theo đề nghị"),)), a_paragraph("Thành lập tổ.")),
        "distribution": ("Như trên", "Lưu: VT"),
        "signing": (Signing("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Minh Khôi"),),
        **changes,
    }
    return a_dispatch(type, **members)


def sheets_of(desk: Desk, dispatch: Dispatch) -> Sheets:
    return read_sheets(json.loads(frames_json(lay_out(desk, dispatch).document)))


def looks(row: Row) -> tuple[str, float, bool, bool]:
    return row.text, row.size, all(ink.bold for ink in row.inks), all(ink.italic for ink in row.inks)


@pytest.fixture(scope="module")
def paper(desk: Desk) -> Sheets:
    return sheets_of(desk, a_state_paper())


def test_the_head_carries_title_and_motto_and_no_star(paper: Sheets) -> None:
    assert [looks(row) for row in paper.of("1", "2", "3", "4")] == [
        ("HỘI ĐỒNG NHÂN DÂN", 13, False, False),
        ("ỦY BAN NHÂN DÂN", 13, True, False),
        ("Số: 07/QĐ-UBND", 13, False, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
        ("Hà Ninh, ngày 03 tháng 9 năm 2026", 14, False, True),
    ]


def test_the_rule_under_the_motto_is_as_long_as_the_motto(paper: Sheets) -> None:
    (rule,) = paper.rules_of("1")
    motto = paper.of("1")[1]

    assert (rule.x1, rule.x2) == pytest.approx((motto.left, motto.right), abs=0.01)


@pytest.mark.parametrize(("component", "line"), [("2", 1), ("5a", 1)])
def test_body_and_subject_have_a_rule_of_a_third_to_a_half_of_their_line(
    paper: Sheets, component: str, line: int
) -> None:
    (rule,) = paper.rules_of(component)
    row = paper.of(component)[line]

    assert 1 / 3 <= rule.width / row.width <= 1 / 2
    assert (rule.x1 + rule.x2) / 2 == pytest.approx(row.centre, abs=0.01)
    assert 2 < rule.y - row.baseline < 8


def test_columns_and_text_stay_within_the_margins(paper: Sheets) -> None:
    assert min(ink.x for ink in paper.inks) >= LEFT - 0.01
    assert max(ink.right for ink in paper.inks) <= RIGHT + 0.01


def test_type_and_subject_are_bold_and_no_hyphens_stand_below(paper: Sheets) -> None:
    assert [looks(row) for row in paper.of("5a")] == [
        ("QUYẾT ĐỊNH", 14, True, False),
        ("Về việc thành lập tổ công tác", 14, True, False),
    ]


def test_bases_are_italic_and_the_last_ends_in_a_full_stop(paper: Sheets) -> None:
    assert [looks(row) for row in paper.of("6")] == [
        ("Căn cứ Luật Tổ chức;", 14, False, True),
        ("Theo đề nghị.", 14, False, True),
        ("Thành lập tổ.", 14, False, False),
    ]


def test_the_signing_is_bold_throughout_and_the_list_small(paper: Sheets) -> None:
    assert [looks(row) for row in paper.of("9b", "7a", "7b", "7c")] == [
        ("Nơi nhận:", 12, True, True),
        ("- Như trên;", 11, False, False),
        ("- Lưu: VT.", 11, False, False),
        ("TM. ỦY BAN NHÂN DÂN", 14, True, False),
        ("CHỦ TỊCH", 14, True, False),
        ("Trần Minh Khôi", 14, True, False),
    ]


def test_a_letter_has_its_subject_upright_under_its_number(desk: Desk) -> None:
    paper = sheets_of(desk, a_state_paper("CV", symbol="UBND-VX", subject_summary="V/v nộp báo cáo"))

    assert [looks(row) for row in paper.of("3", "5a", "5b")] == [
        ("Số: 07/UBND-VX", 13, False, False),
        ("V/v nộp báo cáo", 13, False, False),
    ]


def test_several_addressees_stand_below_their_word_with_the_dashes_under_its_colon(desk: Desk) -> None:
    label, *others = sheets_of(desk, a_state_paper("CV", addressees=("Các phòng", "Trạm Y tế"))).of("9a")
    colon = label.left + label.inks[0].natural - 2 * 14 * 0.26

    assert (label.text.strip(), label.inks[0].italic) == ("Kính gửi:", False)
    assert [row.text for row in others] == ["- Các phòng;", "- Trạm Y tế."]
    assert [row.left for row in others] == pytest.approx([colon] * 2, abs=1)


def test_one_addressee_stands_behind_its_word(desk: Desk) -> None:
    (row,) = sheets_of(desk, a_state_paper("CV", addressees=("Các phòng",))).of("9a")

    assert row.text == "Kính gửi: Các phòng."


def test_urgency_and_circulation_stand_in_boxes(desk: Desk) -> None:
    dispatch = a_state_paper(urgency=Urgency.VERY_URGENT, circulation_notice="LƯU HÀNH NỘI BỘ")
    (page,) = lay_out(desk, dispatch).document.pages
    for component in ("10b", "11a"):
        inks = [one for one in page.inks() if one.place.component == component]
        (word,) = [one for one in inks if isinstance(one.ink, GlyphRun)]
        strokes = [(one.x, one.y, one.ink) for one in inks if isinstance(one.ink, Stroke)]
        level = sorted(y for _, y, stroke in strokes if stroke.width > stroke.thickness)
        upright = sorted(x for x, _, stroke in strokes if stroke.width < stroke.thickness)

        assert len(level) == len(upright) == 2
        assert level[0] < word.y - 0.7 * word.ink.size if isinstance(word.ink, GlyphRun) else False
        assert word.y < level[1]
        assert upright[0] < word.x < word.x + word.ink.width < upright[1]


def test_typist_and_copies_are_written_as_the_decree_writes_them(desk: Desk) -> None:
    (row,) = sheets_of(desk, a_state_paper(typist_mark="PL", copies=300)).of("12")

    assert looks(row) == ("PL.(300)", 11, False, False)


@pytest.mark.parametrize(
    ("kind", "title"),
    [(CopyKind.WHOLE, "SAO Y"), (CopyKind.OF_ANOTHER, "SAO LỤC"), (CopyKind.EXTRACT, "TRÍCH SAO")],
)
def test_a_copy_is_named_by_the_decrees_words(desk: Desk, kind: CopyKind, title: str) -> None:
    paper = sheets_of(desk, a_state_paper(certified_copy=CertifiedCopy(kind, "VĂN PHÒNG", number=3, symbol="SY-VP")))

    assert [row.text for row in paper.of("copy")] == [title]


def test_each_appendix_counts_its_own_pages_and_the_partys_go_on(desk: Desk) -> None:
    body = tuple(a_paragraph("Một việc cần làm trong năm. " * 12) for _ in range(10))
    appendices = tuple(Appendix(f"Phụ lục {number}", None, body) for number in ("I", "II"))
    own = sheets_of(desk, a_state_paper(appendices=appendices))
    on = sheets_of(desk, a_state_paper(appendices=appendices, rules="party-2026"))

    assert [(row.page, row.text) for row in own.of("page")] == [(3, "2"), (5, "2")]
    assert [(row.page, row.text) for row in on.of("page")] == [(page, str(page)) for page in range(2, 6)]
