"""The papers of an office: slips, envelopes, the stamp of arrival."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_dispatch, a_long_body

from tools.office_papers import (
    ENVELOPES,
    FORWARDING,
    HANDLING,
    INTRODUCTION,
    STAMP,
    SUBMISSION,
    TRANSMITTAL,
    a_letterhead,
)
from vpdesk.domain.papers import ArrivalStamp, Envelope, EnvelopeSize, Letterhead
from vpdesk.layout.frame import GlyphRun, PagedDocument, PlacedInk, Stroke
from vpdesk.services import papers
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

MM = 72 / 25.4
NAMES = st.text("abcđêộ ỦY", min_size=1, max_size=160).filter(lambda text: bool(text.strip()))


def slips(desk: Desk) -> dict[str, PagedDocument]:
    return {
        "GIẤY GIỚI THIỆU": papers.introduction_letter(desk, INTRODUCTION),
        "PHIẾU GỬI": papers.transmittal_slip(desk, TRANSMITTAL),
        "PHIẾU CHUYỂN": papers.forwarding_slip(desk, FORWARDING),
        "PHIẾU TRÌNH": papers.submission_slip(desk, SUBMISSION),
        "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN": papers.handling_slip(desk, HANDLING),
    }


def inks(document: PagedDocument) -> Iterator[PlacedInk]:
    for page in document.pages:
        yield from page.inks()


def words(document: PagedDocument, *components: str) -> str:
    """The words of a document, or of some of its components, with single spaces."""
    shown = (
        one.ink.text
        for one in inks(document)
        if isinstance(one.ink, GlyphRun) and (not components or one.place.component in components)
    )
    return " ".join(" ".join(shown).split())


def edges(one: PlacedInk) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is painted; of letters without what reaches above and below small ones."""
    half = one.ink.thickness / 2 if isinstance(one.ink, Stroke) else 0.0
    return one.x, one.y - half, one.x + one.ink.width, one.y + half


# --- slips --------------------------------------------------------------------------------------------------------


def test_a_slip_is_one_page_within_the_margins_of_the_guidance(desk: Desk) -> None:
    for title, document in slips(desk).items():
        (page,) = document.pages

        assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)
        assert min(edges(one)[0] for one in page.inks()) >= 30 * MM - 0.01, title
        assert max(edges(one)[2] for one in page.inks()) <= 195 * MM + 0.01, title
        assert max(edges(one)[3] for one in page.inks()) <= 277 * MM, title
        assert document.missing == {}


def test_a_slip_stands_under_the_head_of_the_office_and_says_what_it_is(desk: Desk) -> None:
    for title, document in slips(desk).items():
        assert words(document, "1", "2") == "HUYỆN ỦY HÀ NINH BAN TUYÊN GIÁO * ĐẢNG CỘNG SẢN VIỆT NAM"
        assert words(document, "4") == "Hà Ninh, ngày 24 tháng 12 năm 2024"
        assert words(document, "5a").startswith(title)
        assert document.description.title.upper() == title


def test_what_is_numbered_has_a_number_and_what_only_goes_round_the_office_has_none(desk: Desk) -> None:
    assert [words(document, "3") for document in slips(desk).values()] == [
        "Số 18-GGT/BTGHU",
        "Số 18-PG/BTGHU",
        "Số 18-PC/BTGHU",
        "",
        "",
    ]


def test_an_introduction_says_who_is_sent_where_for_what_and_until_when(desk: Desk) -> None:
    assert words(papers.introduction_letter(desk, INTRODUCTION), "6") == (
        "Ban Tuyên giáo Huyện ủy Hà Ninh giới thiệu: Đồng chí: Vũ Thị Hạnh Chức vụ: Chuyên viên "
        "Được cử đến: Trung tâm Chính trị huyện Hà Ninh "
        "Về việc: phối hợp chuẩn bị lớp bồi dưỡng lý luận chính trị cho đảng viên mới. "
        "Đề nghị quý cơ quan tạo điều kiện để đồng chí có tên trên hoàn thành nhiệm vụ. "
        "Giấy này có giá trị đến hết ngày 10 tháng 01 năm 2025."
    )


def test_what_an_introduction_does_not_know_yet_is_left_to_be_written(desk: Desk) -> None:
    blank = replace(INTRODUCTION, bearer=None, position=None, visited=None, purpose=None, valid_until=None)
    text = words(papers.introduction_letter(desk, blank), "6")

    assert len(re.findall(r": …{10,}", text)) == 4
    assert re.search(r"đến hết ngày …+ tháng …+ năm …+\.", text)


@pytest.mark.parametrize("title", ["PHIẾU GỬI", "PHIẾU CHUYỂN"])
def test_what_goes_with_a_slip_is_listed_with_its_copies(desk: Desk, title: str) -> None:
    text = words(slips(desk)[title], "6")

    assert "STT Số, ký hiệu, ngày tháng Tên loại và trích yếu Số bản" in text
    assert re.search(r"1 61-HD/BTGHU, 20/12/2024 Hướng dẫn .* 2025 12 2 229-CV/BTGHU, 24/12/2024 .* 02 ", text)


def test_a_transmittal_is_signed_by_who_receives_it_and_by_who_sends_it(desk: Desk) -> None:
    assert words(papers.transmittal_slip(desk, TRANSMITTAL), "7a", "7b", "7c") == (
        "NGƯỜI NHẬN K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN Đỗ Khánh Linh"
    )


def test_a_forwarding_slip_says_why(desk: Desk) -> None:
    text = words(papers.forwarding_slip(desk, FORWARDING))

    assert "Kính gửi: Ban Tổ chức Huyện ủy." in text
    assert "Lý do chuyển: nội dung đơn thuộc thẩm quyền của quý cơ quan." in text


def test_a_submission_leaves_room_for_what_is_not_said(desk: Desk) -> None:
    said = replace(SUBMISSION, opinions="Các chi bộ nhất trí.")
    with_room, without = (papers.submission_slip(desk, one) for one in (SUBMISSION, said))

    def foot(document: PagedDocument) -> float:
        return max(one.y for one in inks(document) if one.place.component == "6")

    assert "Kính trình: Đồng chí Trưởng ban" in words(with_room, "9a")
    assert foot(with_room) > foot(without) + 30


@pytest.mark.parametrize(("has_units", "parts"), [(False, 2), (True, 3)])
def test_a_handling_slip_has_a_part_with_room_and_a_day_for_each_who_writes_on_it(
    desk: Desk, has_units: bool, parts: int
) -> None:
    document = papers.handling_slip(desk, replace(HANDLING, has_units=has_units))
    text = words(document, "6")
    titles = [one.y for one in inks(document) if isinstance(one.ink, GlyphRun) and one.ink.text.startswith("Ý kiến")]

    assert text.startswith("Công văn số 145-CV/TU, ngày 20 tháng 12 năm 2024 của Tỉnh ủy Hà Ninh về việc chuẩn bị")
    assert "Số đến: 1245; ngày đến: ngày 23 tháng 12 năm 2024" in text
    assert len(re.findall(r"Ngày …+ tháng …+ năm …+", text)) == len(titles) == parts
    assert all(below - above > 100 for above, below in pairwise(titles))


def test_a_slip_follows_the_rules_its_head_names(desk: Desk) -> None:
    letterhead = replace(a_letterhead(), rules="state-2020", issuing_body="ỦY BAN NHÂN DÂN", parent_body=None)

    assert words(papers.handling_slip(desk, replace(HANDLING, letterhead=letterhead)), "1") == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    )


def test_a_head_of_which_nothing_is_known_but_the_body_leaves_gaps(desk: Desk) -> None:
    document = papers.introduction_letter(desk, replace(INTRODUCTION, letterhead=Letterhead("BAN TUYÊN GIÁO")))

    assert len(document.pages) == 1
    assert words(document, "3").startswith("Số")


# --- envelopes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "sides"), [(EnvelopeSize.C5, (229, 162)), (EnvelopeSize.DL, (220, 110))])
def test_an_envelope_has_its_size_with_the_sender_above_and_the_addressee_in_the_lower_right(
    desk: Desk, size: EnvelopeSize, sides: tuple[float, float]
) -> None:
    (page,) = papers.envelope(desk, ENVELOPES[size]).pages
    placed = {role: [one for one in page.inks() if one.place.role == role] for role in ("parent", "addressee")}

    assert (page.width / MM, page.height / MM) == pytest.approx(sides, abs=0.01)
    assert placed["parent"][0].x == pytest.approx(15 * MM)
    assert placed["parent"][0].y < page.height / 4
    assert placed["addressee"][0].x > 0.4 * page.width
    assert placed["addressee"][0].y > page.height / 2


def test_an_envelope_says_who_sends_what_to_whom(desk: Desk) -> None:
    assert words(papers.envelope(desk, ENVELOPES[EnvelopeSize.C5])) == (
        "HUYỆN ỦY HÀ NINH BAN TUYÊN GIÁO Số 12 đường Trung Tâm, thị trấn Hà Ninh; điện thoại 0200 123 456 "
        "Số: 229-CV/BTGHU; 61-HD/BTGHU Kính gửi: Đảng ủy xã An Lạc Thôn Đông, xã An Lạc, huyện Hà Ninh"
    )


def test_an_envelope_needs_no_more_than_a_sender_and_an_addressee(desk: Desk) -> None:
    envelope = Envelope(EnvelopeSize.DL, "BAN TUYÊN GIÁO", "Đảng ủy xã An Lạc")

    assert words(papers.envelope(desk, envelope)) == "BAN TUYÊN GIÁO Kính gửi: Đảng ủy xã An Lạc"


@given(addressee=NAMES, address=NAMES)
def test_an_addressee_stays_on_the_envelope(desk: Desk, addressee: str, address: str) -> None:
    envelope = replace(ENVELOPES[EnvelopeSize.DL], addressee=addressee, address=address)
    (page,) = papers.envelope(desk, envelope).pages

    assert all(edges(one)[2] <= page.width - 15 * MM + 0.1 for one in page.inks())
    assert all(edges(one)[3] <= page.height - 15 * MM for one in page.inks())


# --- the stamp of arrival -----------------------------------------------------------------------------------------


def test_the_stamp_is_35_by_50_millimetres_and_says_what_the_rule_wants(desk: Desk) -> None:
    document = papers.arrival_label(desk, STAMP)
    (page,) = document.pages

    assert (page.width, page.height) == pytest.approx((50 * MM, 35 * MM))
    assert words(document) == (
        "BAN TUYÊN GIÁO HUYỆN ỦY HÀ NINH Số: 1245 Ngày: 23/12/2024 ĐẾN Chuyển: đồng chí Linh Số và ký hiệu HS: 01.TG"
    )


def test_an_empty_stamp_has_dots_to_write_on_up_to_its_edge(desk: Desk) -> None:
    document = papers.arrival_label(desk, ArrivalStamp("BAN TUYÊN GIÁO"))
    dotted = [one for one in inks(document) if isinstance(one.ink, GlyphRun) and ".." in one.ink.text]

    assert [re.sub(r" ?\.{2,}", " …", one.ink.text) for one in dotted if isinstance(one.ink, GlyphRun)] == [
        "Số: …",
        "Ngày: …",
        "Chuyển: …",
        "Số và ký hiệu HS: …",
    ]
    assert all(44 * MM < edges(one)[2] <= 48 * MM for one in dotted)


@given(body=NAMES, forwarded=NAMES, symbol=NAMES)
def test_a_stamp_does_not_grow_with_what_is_written_in_it(desk: Desk, body: str, forwarded: str, symbol: str) -> None:
    (page,) = papers.arrival_label(
        desk, replace(STAMP, body=body, forwarded_to=forwarded, file_symbol=symbol[:40])
    ).pages

    for one in page.inks():
        left, top, right, bottom = edges(one)
        assert left >= -0.01
        assert top >= -0.01
        assert right <= 50 * MM + 0.01
        assert bottom <= 35 * MM + 0.01


def test_a_stamped_document_is_a_copy_with_the_stamp_where_it_is_wanted(desk: Desk) -> None:
    letter = lay_out(desk, a_dispatch(body=a_long_body(900))).document
    stamped = papers.stamp_arrival(desk, letter, STAMP, 32, 60)
    stamp = stamped.pages[0].frames[-1]

    assert (stamp.x, stamp.y) == pytest.approx((32 * MM, 60 * MM))
    assert stamped.pages[0].frames[:-1] == letter.pages[0].frames
    assert stamped.pages[1:] == letter.pages[1:]
    assert "ĐẾN" not in words(letter)
