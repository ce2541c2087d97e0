"""What the fields of an arrival may say by its first page: of the Party's forms and the State's, and of marks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.builders import a_dispatch
from support.needs import ROOT, need_shared

from vpdesk.domain.catalog import Secrecy
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.read_pages import Box, Proposal, ProposedField, ReadPage, Word
from vpdesk.domain.text import folded
from vpdesk.paths import Places
from vpdesk.reading.bodies import written_body
from vpdesk.reading.pdf import read_pdf
from vpdesk.reading.proposals import proposals, secrecy_in_name, secrecy_on
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import export, lay_out, read_dispatch
from vpdesk.settings import Settings

GALLERY = sorted((ROOT / "tests" / "gallery").glob("*.dispatch.json"))
SECRET = "all-marks"
NUMBERED = [path for path in GALLERY if not path.name.startswith((SECRET, "draft"))]


def first_page(desk: Desk, dispatch: Dispatch, folder: Path) -> ReadPage:
    """The first page of a dispatch as its PDF shows it."""
    export(desk, lay_out(desk, dispatch), out := folder / "giấy.pdf")
    first = read_pdf(out).first
    assert first is not None
    return first


def proposed(desk: Desk, page: ReadPage) -> dict[ProposedField, Proposal]:
    """What is proposed of a page, by the fields."""
    types = {one.name: one.code for pack in desk.packs.values() for one in pack.types}
    return {one.field: one for one in proposals(page, types)}


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.name.partition(".")[0])
def test_every_kind_of_paper_says_what_it_is(desk: Desk, tmp_path: Path, path: Path) -> None:
    dispatch = read_dispatch(path)
    found = proposed(desk, first_page(desk, dispatch, tmp_path))
    about = found.get(ProposedField.SUBJECT)

    assert found[ProposedField.REFERENCE].value.startswith(f"{dispatch.number:02d}")  # type: ignore[union-attr]
    assert found[ProposedField.DOCUMENT_DATE].value == dispatch.date
    assert found[ProposedField.DOCUMENT_TYPE].value == dispatch.document_type
    if about is not None:
        assert folded(str(about.value)).endswith(folded(dispatch.subject_summary or ""))
    own = folded(str(found[ProposedField.SENDER].value)).replace(" - ", " ")
    assert folded(dispatch.issuing_body.replace("\n", " ").replace(" - ", " ")) in own


def test_a_letter_of_the_state_says_everything(desk: Desk, tmp_path: Path) -> None:
    page = first_page(desk, read_dispatch(ROOT / "tests/gallery/state-letter.dispatch.json"), tmp_path)

    assert {field.value: one.value for field, one in proposed(desk, page).items()} == {
        "sender": "Ủy ban nhân dân xã Hà Ninh",
        "reference": "105/UBND-VX",
        "document_date": date(2026, 9, 3),
        "document_type": "CV",
        "subject": "V/v chuẩn bị khai giảng năm học mới",
        "urgency": "THƯỢNG KHẨN",
        "due_on": date(2026, 9, 4),
    }


def test_an_advisory_body_is_named_with_its_committee(desk: Desk, tmp_path: Path) -> None:
    page = first_page(desk, read_dispatch(ROOT / "tests/gallery/type-bao-cao.dispatch.json"), tmp_path)

    assert proposed(desk, page)[ProposedField.SENDER].value == "Ban Tuyên giáo Huyện ủy Hà Ninh"


def test_each_proposal_shows_the_words_it_was_read_from(desk: Desk, tmp_path: Path) -> None:
    page = first_page(desk, read_dispatch(ROOT / "tests/gallery/state-letter.dispatch.json"), tmp_path)
    for one in proposed(desk, page).values():
        inside = [word.text for word in page.words if is_inside(word.box, one.box)]
        assert set(one.words.split()) <= set(inside)
        assert one.page == 0
        assert one.box.right - one.box.left < page.width


def is_inside(box: Box, other: Box) -> bool:
    """Whether a place lies in another."""
    return box.left >= other.left and box.right <= other.right and box.top >= other.top and box.bottom <= other.bottom


def test_the_issued_dispatch_of_the_cases_is_read(desk: Desk, tmp_path: Path) -> None:
    dispatch = read_dispatch(need_shared("cases/229-CV-BTGHU.dispatch.json"))
    found = proposed(desk, first_page(desk, dispatch, tmp_path))

    assert found[ProposedField.REFERENCE].value == "229-CV/BTGHU"
    assert found[ProposedField.DOCUMENT_DATE].value == dispatch.date
    assert folded(str(found[ProposedField.SUBJECT].value)).endswith(folded(dispatch.subject_summary or "-"))


def page_of(*lines: tuple[float, float, str]) -> ReadPage:
    """A page with lines of words at points, each letter six points wide."""
    words: list[Word] = []
    for left, top, text in lines:
        x = left
        for word in text.split():
            words.append(Word(word, Box(x, top, x + 6 * len(word), top + 11)))
            x += 6 * len(word) + 3
    return ReadPage(595, 842, tuple(words))


def test_a_paper_without_a_number_proposes_none(desk: Desk) -> None:
    page = page_of((80, 60, "HUYỆN ỦY HÀ NINH"), (80, 100, "Số"), (160, 100, "-CV/HU"), (330, 100, "Hà Ninh, ngày"))

    assert proposed(desk, page) == {}
    assert proposals(ReadPage(595, 842)) == ()


def test_a_day_that_there_is_not_is_not_proposed(desk: Desk) -> None:
    page = page_of((80, 100, "Số 12-CV/HU"), (330, 100, "Hà Ninh, ngày 31 tháng 02 năm 2025"))

    assert ProposedField.DOCUMENT_DATE not in proposed(desk, page)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("báo cáo trước ngày 30/12/2024.", date(2024, 12, 30)),
        ("gửi về trước 17 giờ ngày 30 tháng 12 năm 2024", date(2024, 12, 30)),
        ("chậm nhất là ngày 10/01", date(2025, 1, 10)),
        ("trước ngày 20/12/2024", None),
        ("từ ngày 30/12/2024", None),
    ],
)
def test_the_day_by_which_something_is_asked_for_is_proposed(desk: Desk, words: str, due: date | None) -> None:
    page = page_of((80, 100, "Số 12-CV/HU"), (330, 100, "Hà Ninh, ngày 24 tháng 12 năm 2024"), (80, 500, words))
    found = proposed(desk, page).get(ProposedField.DUE_ON)

    assert (found.value if found else None) == due


def test_a_line_that_was_parted_at_its_end_is_read_as_one(desk: Desk) -> None:
    page = page_of(
        (80, 60, "HUYỆN ỦY HÀ NINH"),
        (80, 100, "Số 12-CV/HU"),
        (330, 100, "Hà Ninh, ngày 24 tháng 12"),
        (400, 115, "năm 2024"),
    )

    assert proposed(desk, page)[ProposedField.DOCUMENT_DATE].value == date(2024, 12, 24)


# --- bodies -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận"),
        ("UỶ BAN NHÂN DÂN HUYỆN HÀ NINH", "Uỷ ban nhân dân huyện Hà Ninh"),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Phòng Giáo dục và Đào tạo"),
        ("UBND TỈNH BẮC HÀ", "UBND tỉnh Bắc Hà"),
        ("XÃ HÀ NINH", "Xã Hà Ninh"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_a_body_in_capitals_is_written_as_in_a_sentence(printed: str, written: str) -> None:
    assert written_body(printed) == written


# --- secrets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", Secrecy)
def test_the_mark_of_a_level_is_seen_at_the_head(tmp_path: Path, level: Secrecy) -> None:
    alone = Desk(Places(tmp_path), Settings(stand_alone_decision="12-QĐ/HU"))

    assert secrecy_on(first_page(alone, a_dispatch(secrecy=level), tmp_path)) == level.value


def test_a_paper_about_secrecy_is_none() -> None:
    assert secrecy_on(page_of((80, 200, "V/v bảo vệ BÍ MẬT nhà nước"), (80, 700, "MẬT"))) is None
    assert secrecy_on(page_of((80, 200, "TUYỆT MẬT"))) == "TUYỆT MẬT"


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("CV 12 MẬT.pdf", "MẬT"),
        ("TỐI_MẬT 05.pdf", "TỐI MẬT"),
        ("bảo vệ bí mật nhà nước.pdf", None),
        ("BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf", None),
        ("MẬTMA.pdf", None),
    ],
)
def test_the_name_of_a_file_may_bear_a_mark(name: str, level: str | None) -> None:
    assert secrecy_in_name(name) == level
