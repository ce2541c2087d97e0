"""What stands around the text: appendices, several signatures, the contact line, a certified copy."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from layout.rich import a_rich_dispatch, inks, packed, rules
from layout.variants import a_letter, a_named, text, words

from vpdesk.domain.dispatch import Appendix, CertifiedCopy, CopyKind, Orientation, PageSetup, PaperSize, Signing
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

LEFT, MEASURE = 30 * 72 / 25.4, 165 * 72 / 25.4
BOTTOM = (297 - 20) * 72 / 25.4


def test_an_appendix_begins_on_a_page_of_its_own_with_title_and_note(desk: Desk) -> None:
    first = Appendix("PHỤ LỤC 1\nDANH SÁCH", "(Kèm theo Kế hoạch số 07-KH/BTGHU)", text(2))
    second = Appendix("PHỤ LỤC 2", None, text(30))
    document = lay_out(desk, a_named("KH", appendices=(first, second))).document
    titles = inks(document, "appendix")

    assert [page.appendix for page in document.pages] == [None, 0, 1, 1, 1]
    assert packed(titles) == "PHỤLỤC1DANHSÁCH(KèmtheoKếhoạchsố07-KH/BTGHU)PHỤLỤC2"
    for ink in titles:
        assert ink.x + ink.run.width / 2 == pytest.approx(LEFT + MEASURE / 2, abs=0.5)
    assert [mark.title for mark in document.bookmarks] == ["PHỤ LỤC 1 DANH SÁCH", "PHỤ LỤC 2"]


def test_page_numbers_run_on_through_the_appendices(desk: Desk) -> None:
    appendices = tuple(Appendix(f"PHỤ LỤC {k}", None, text(20)) for k in (1, 2))
    document = lay_out(desk, a_named("KH", appendices=appendices)).document

    assert [ink.run.text for ink in inks(document, "page")] == [str(k) for k in range(2, len(document.pages) + 1)]


def test_each_appendix_has_the_page_it_asks_for(desk: Desk) -> None:
    wide = Appendix("PHỤ LỤC 1", None, text(3), PageSetup(orientation=Orientation.LANDSCAPE))
    small = Appendix("PHỤ LỤC 2", None, text(3), PageSetup(size=PaperSize.A5))
    document = lay_out(desk, a_named("KH", appendices=(wide, small))).document
    sizes = {page.appendix: (round(page.width), round(page.height)) for page in document.pages}

    assert sizes == {None: (595, 842), 0: (842, 595), 1: (420, 595)}


def test_the_margins_of_even_pages_are_mirrored_in_the_appendices_too(desk: Desk) -> None:
    appendix = Appendix("PHỤ LỤC", None, text(30), PageSetup(orientation=Orientation.LANDSCAPE))
    document = lay_out(desk, a_named("KH", appendices=(appendix,)), duplex=True).document
    lefts = {page: min(ink.x for ink in inks(document, "6") if ink.page == page) for page in range(1, 6)}

    for page, left in lefts.items():
        assert left == pytest.approx((15 if page % 2 == 0 else 30) * 72 / 25.4, abs=0.5)


def test_two_who_sign_minutes_stand_side_by_side_with_their_names_level(desk: Desk) -> None:
    signing = (Signing("NGƯỜI GHI BIÊN BẢN", None, "Lê An"), Signing("CHỦ TRÌ HỘI NGHỊ", "TRƯỞNG BAN", "Trần Bình"))
    document = lay_out(desk, a_named("BB", signing=signing)).document
    left, right = inks(document, "7a")
    names = inks(document, "7c")

    assert left.y == right.y
    assert names[0].y == names[1].y
    for number, ink in enumerate((left, right)):
        assert ink.x + ink.run.width / 2 == pytest.approx(LEFT + (0.25 + 0.5 * number) * MEASURE, abs=0.5)
    assert [ink.place.entry for ink in names] == [0, 1]
    assert min(ink.y for ink in inks(document, "9b")) > names[0].y


@pytest.mark.parametrize("count", range(2, 9))
def test_any_number_of_signatures_stand_from_left_to_right_none_touching_another(desk: Desk, count: int) -> None:
    signing = tuple(
        Signing(f"K/T TRƯỞNG BAN {words(k % 4).upper()}".strip(), "PHÓ TRƯỞNG BAN", f"Nguyễn Thị Minh {k}")
        for k in range(count)
    )
    document = lay_out(desk, a_named("HD", signing=signing)).document
    names = inks(document, "7c")
    whole = [packed([ink for ink in names if ink.place.entry == k]) for k in range(count)]
    rows = sorted({(ink.page, ink.y) for ink in names})

    assert whole == [f"NguyễnThịMinh{k}" for k in range(count)]
    assert len(rows) <= (count + 1) // 2
    for page, y in rows:
        row = sorted(ink for ink in names if (ink.page, ink.y) == (page, y))
        assert all(one.x + one.run.width < other.x for one, other in pairwise(row))
        assert [ink.place.entry for ink in row] == sorted(ink.place.entry or 0 for ink in row)


def test_the_contact_line_stands_at_the_foot_of_the_first_page_under_a_rule(desk: Desk) -> None:
    line = "Số 1 phố Hà Ninh, điện thoại 0225.000.000"
    document = lay_out(desk, a_letter(body=text(20), contact_line=line)).document
    shown = inks(document, "13")
    (rule,) = [rule for rule in rules(document) if rule.component == "13"]
    body = [ink for ink in inks(document, "6") if ink.page == 1]

    assert packed(shown) == "".join(line.split())
    assert {ink.page for ink in shown} == {1}
    assert {round(ink.run.size, 1) for ink in shown} == {10}
    assert max(ink.y for ink in body) < rule.top < min(ink.y for ink in shown) < BOTTOM
    assert rule.right - rule.left == pytest.approx(MEASURE, abs=0.5)


@pytest.mark.parametrize("kind", CopyKind, ids=lambda kind: kind.name)
def test_a_certified_copy_has_its_own_components_under_a_rule_behind_everything(desk: Desk, kind: CopyKind) -> None:
    copy = CertifiedCopy(
        kind,
        issuing_body="VĂN PHÒNG",
        parent_body="HUYỆN ỦY HÀ NINH",
        number=24,
        symbol="BS/VPHU",
        place="Hà Ninh",
        date=date(2024, 12, 26),
        distribution=("Các đảng ủy xã",),
        signing=(Signing("CHÁNH VĂN PHÒNG", None, "Đỗ Thắng"),),
    )
    document = lay_out(desk, a_letter(certified_copy=copy)).document
    (rule,) = [rule for rule in rules(document) if rule.component == "copy"]
    (title,) = inks(document, "copy")
    reference, date_line = inks(document, "3")[-1], inks(document, "4")[-1]
    name = inks(document, "7c")[-1]
    original = inks(document, "7c")[0]

    assert title.run.text == kind.value.upper()
    assert "".join(reference.run.text.split()) == "Số24-BS/VPHU"
    assert reference.y == date_line.y
    assert rule.right - rule.left == pytest.approx(MEASURE, abs=0.5)
    assert (original.page, original.y) < (rule.page, rule.top) < (title.page, title.y) < (name.page, name.y)
    assert len({rule.page, title.page, name.page}) == 1


@pytest.mark.parametrize("seed", range(40))
def test_a_paper_with_everything_has_nothing_outside_its_margins(desk: Desk, seed: int) -> None:
    document = lay_out(desk, a_rich_dispatch(seed)).document
    for number, page in enumerate(document.pages, start=1):
        own = [ink for ink in inks(document, "6", "note", "appendix", "13") if ink.page == number]
        assert all(ink.x >= 30 * 72 / 25.4 - 0.1 for ink in own)
        assert all(ink.x + ink.run.width <= page.width - 15 * 72 / 25.4 + 0.5 for ink in own)
        assert all(20 * 72 / 25.4 < ink.y < page.height - 20 * 72 / 25.4 for ink in own)
