"""From the passages of a dispatch to the pages and back: every word is found where it is printed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from layout.rich import a_rich_dispatch
from layout.variants import a_letter, a_named, mixed, text
from support.builders import a_paragraph
from support.strategies import dispatches

from tools.gallery import DISPATCHES, gallery_desk
from vpdesk.domain.body import Cell, Division, DivisionKind, Run, Table
from vpdesk.domain.catalog import Secrecy
from vpdesk.domain.dispatch import Appendix, CertifiedCopy, CopyKind, Dispatch, Signing
from vpdesk.domain.passages import Passage, passages
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.spots import Area, Spot, areas_of, caret_at, spot_at
from vpdesk.layout.whereabouts import Whereabouts
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut, lay_out, read_dispatch

NAMES = [path.name.removesuffix(".dispatch.json") for path in DISPATCHES]


@pytest.fixture(scope="module")
def show_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return gallery_desk(tmp_path_factory.mktemp("data"))


def whereabouts_of(laid_out: LaidOut) -> Whereabouts:
    return Whereabouts(laid_out.dispatch, Rulebook(laid_out.pack))


def some_words(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where the first, the middle and the last word of a passage begin and end."""
    found = [one.span() for one in re.finditer(r"[^\W_]+", passage.text)]
    yield from {found[place] for place in (0, len(found) // 2, -1)} if found else ()


def middle_of(area: Area) -> tuple[float, float]:
    return area.x + area.width / 2, area.y + area.height * 0.6


def assert_found(laid_out: LaidOut, desk: Desk, where: Whereabouts, passage: Passage, start: int, end: int) -> None:
    """The areas of a word bear its carets, and a click into them leads back to it."""
    document = laid_out.document
    areas = where.areas(passage.path, start, end, document, desk.fonts)
    assert areas, passage
    spot = where.spot(passage.path, start)
    assert spot is not None
    caret = caret_at(document, spot, desk.fonts)
    assert caret is not None
    assert caret.page == areas[0].page
    assert areas[0].x == pytest.approx(caret.x)
    assert areas[0].y <= caret.baseline <= areas[0].y + areas[0].height
    for area in areas:
        clicked = spot_at(document.pages[area.page], *middle_of(area), desk.fonts)
        assert clicked is not None
        found = where.passage(clicked)
        assert found is not None
        assert found[0] == passage.path
        assert start <= found[1] <= end


@pytest.mark.parametrize("path", DISPATCHES, ids=NAMES)
def test_every_passage_of_the_gallery_is_found_where_it_is_printed(show_desk: Desk, path: Path) -> None:
    laid_out = lay_out(show_desk, read_dispatch(path))
    where = whereabouts_of(laid_out)
    for passage in passages(laid_out.dispatch):
        for start, end in some_words(passage):
            assert_found(laid_out, show_desk, where, passage, start, end)


@pytest.mark.parametrize("seed", range(6))
def test_tables_notes_and_appendices_are_found_where_they_are_printed(desk: Desk, seed: int) -> None:
    laid_out = lay_out(desk, a_rich_dispatch(seed))
    where = whereabouts_of(laid_out)
    found = [(passage, span) for passage in passages(laid_out.dispatch) for span in some_words(passage)]
    for passage, (start, end) in random.Random(seed).sample(found, min(len(found), 120)):
        assert_found(laid_out, desk, where, passage, start, end)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dispatches)
def test_the_words_of_any_dispatch_bear_their_carets(desk: Desk, dispatch: Dispatch) -> None:
    laid_out = lay_out(desk, replace(dispatch, secrecy=None, rules=None))
    where = whereabouts_of(laid_out)
    for passage in passages(laid_out.dispatch):
        for start, end in some_words(passage):
            first, last = where.spot(passage.path, start), where.spot(passage.path, end, closes=True)
            if first is None or last is None or (caret := caret_at(laid_out.document, first, desk.fonts)) is None:
                continue
            areas = areas_of(laid_out.document, first, last.offset, desk.fonts)
            assert areas[0].page == caret.page
            assert areas[0].x == pytest.approx(caret.x)
            assert where.passage(first) == (passage.path, start)


def test_the_words_of_an_area_are_those_of_the_passage(desk: Desk) -> None:
    dispatch = a_letter(body=(a_paragraph("Một ", Run("hai", note="lời chú"), " ba bốn."),))
    laid_out = lay_out(desk, dispatch)
    where = whereabouts_of(laid_out)
    (area,) = where.areas(("body", 0, "runs"), 8, 10, laid_out.document, desk.fonts)
    document, fonts = laid_out.document, desk.fonts

    assert where.spot(("body", 0, "runs"), 8) == Spot("6", block=0, offset=9)  # the number of the note stands before
    assert where.spot(("body", 0, "runs"), 7, closes=True) == Spot("6", block=0, offset=7)
    assert where.passage(Spot("6", block=0, offset=9)) == (("body", 0, "runs"), 8)
    assert spot_at(document.pages[0], area.x + 0.3, area.y + 10, fonts) == Spot("6", block=0, offset=9)
    assert where.areas(("body", 0, "runs", 1, "note"), 0, 3, document, fonts)[0].y > 500


def test_words_on_several_lines_have_an_area_on_each(desk: Desk) -> None:
    laid_out = lay_out(desk, a_letter(body=text(1, 80)))
    areas = whereabouts_of(laid_out).areas(("body", 0, "runs"), 5, 250, laid_out.document, desk.fonts)

    assert len(areas) > 2
    assert [area.y for area in areas] == sorted({area.y for area in areas})


def test_words_in_several_styles_on_one_line_have_one_area(desk: Desk) -> None:
    laid_out = lay_out(desk, a_letter(body=(mixed("một ", Run("hai ", bold=True), Run("ba", italic=True), " bốn"),)))
    areas = whereabouts_of(laid_out).areas(("body", 0, "runs"), 0, 14, laid_out.document, desk.fonts)

    assert len(areas) == 1


def test_a_place_between_words_has_an_area_without_width(desk: Desk) -> None:
    laid_out = lay_out(desk, a_letter(body=text(1)))
    (area,) = whereabouts_of(laid_out).areas(("body", 0, "runs"), 4, 4, laid_out.document, desk.fonts)
    caret = caret_at(laid_out.document, Spot("6", block=0, offset=4), desk.fonts)

    assert caret is not None
    assert (area.x, area.width) == (caret.x, 0.0)


def test_the_texts_of_one_cell_are_told_apart(desk: Desk) -> None:
    table = Table((1, 1), 0, ((Cell((Run("đoạn một\nđoạn hai"),)), Cell((Run("bên"),))),))
    body = (Division(DivisionKind.CHAPTER, "II", "Tổ chức"), table)
    appendix = Appendix("PHỤ LỤC", "(Kèm theo)", text(1))
    laid_out = lay_out(desk, a_named("QCH", body=body, appendices=(appendix,)))
    where, document, fonts = whereabouts_of(laid_out), laid_out.document, desk.fonts
    paths = [
        ("parent_body",),
        ("issuing_body",),
        ("document_type",),
        ("subject_summary",),
        ("body", 0, "number"),
        ("body", 0, "title"),
        ("appendices", 0, "title"),
        ("appendices", 0, "note"),
    ]
    for path in paths:
        area = where.areas(path, 0, 2, document, fonts)[0]
        clicked = spot_at(document.pages[area.page], *middle_of(area), fonts)
        assert clicked is not None
        assert where.passage(clicked) == (path, 1)
    first, second = (
        where.areas(("body", 1, "rows", 0, 0, "runs"), *span, document, fonts) for span in ((0, 4), (9, 13))
    )
    assert first[0].x == pytest.approx(second[0].x)
    assert first[0].y < second[0].y


def test_number_date_and_marks_are_found_though_they_are_no_passages(desk: Desk) -> None:
    laid_out = lay_out(
        replace(desk, settings=replace(desk.settings, stand_alone_decision="12-QĐ/HU")),
        a_letter(number=12, secrecy=Secrecy.SECRET),
    )
    where = whereabouts_of(laid_out)
    for member in ("number", "date", "secrecy"):
        (area, *_) = where.areas((member,), 0, 2, laid_out.document, desk.fonts)
        clicked = spot_at(laid_out.document.pages[0], *middle_of(area), desk.fonts)
        assert clicked is not None
        found = where.passage(clicked)
        assert found is not None
        assert found[0] == (member,)


def test_a_part_covers_all_that_it_holds(desk: Desk) -> None:
    table = Table((1, 1), 0, ((Cell((Run("một"),)), Cell((Run("hai"),))), (Cell((Run("ba"),)), Cell((Run("bốn"),)))))
    laid_out = lay_out(desk, a_letter(body=(*text(1), table)))
    where = whereabouts_of(laid_out)

    assert len(where.areas(("body", 1), 0, 0, laid_out.document, desk.fonts)) == 4
    assert len(where.areas(("body", 1, "rows", 1), 0, 0, laid_out.document, desk.fonts)) == 2
    assert where.areas(("page",), 0, 0, laid_out.document, desk.fonts) == ()


def test_the_cells_of_a_certified_copy_are_not_those_of_the_paper(desk: Desk) -> None:
    copy = CertifiedCopy(CopyKind.WHOLE, "VĂN PHÒNG", signing=(Signing("T/L", None, "Lê Thu Mai"),))
    laid_out = lay_out(desk, a_letter(certified_copy=copy))
    areas = whereabouts_of(laid_out).areas(("issuing_body",), 0, 4, laid_out.document, desk.fonts)

    assert len(areas) == 1
    assert areas[0].y < 150
